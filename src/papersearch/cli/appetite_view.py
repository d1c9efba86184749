"""The appetite answer for a person's eyes: the matrix, one risk's history, a chart of levels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from papersearch.cli import terminal
from papersearch.cli.layout import Col, count, difference, foot, indented, quoted, table, where
from papersearch.cli.terminal import one_line, show, text
from papersearch.desks.levels import stretches

if TYPE_CHECKING:
    from papersearch.desks.appetite import AppetiteAnswer
    from papersearch.desks.trajectories import Sighting, Trajectory
    from papersearch.export import Sheet
    from papersearch.export.chart import Chart

MOVES = ("raised", "lowered", "changed", "relabelled")
_STEPS = {
    "first": "first seen",
    "same": "the same",
    "raised": "RAISED",
    "lowered": "LOWERED",
    "changed": "CHANGED (not ranked: no common named scale)",
    "relabelled": "SCALE CHANGED (the words are not comparable)",
    "not stated": "no appetite stated",
}
LEAST_CHARTED = 3
"""Papers on one scale from which there is something to draw."""
_NAME_WIDTH = 24
_CELL_WIDTH = 11
_LONGEST_VALUE = 30


def show_nothing(answer: AppetiteAnswer) -> None:
    """Say that nothing was found, and what was looked at."""
    if answer.question is None:
        show(text("No paper in the archive states an appetite for a risk."))
    else:
        show(text(f"No risk like '{one_line(answer.question)}' has an appetite in the archive."))
        show(text("All risks: papersearch appetite", "dim"))
    show(foot(answer.population))


def display(answer: AppetiteAnswer, every: bool) -> None:
    """Print *answer*; *every* also what did not change."""
    if not answer.risks:
        show_nothing(answer)
        return
    if answer.question is None:
        for organisation, risks in _by_body(answer.risks):
            _matrix(organisation, risks, every)
    else:
        if answer.found_by == "meaning":
            wanted = one_line(answer.question)
            show(text(f"No risk is called '{wanted}'. Nearest in meaning:\n", "yellow"))
        for number, risk in enumerate(answer.risks):
            if number:
                show(text(""))
            _history(risk, every)
    show(foot(answer.population))


def only_reworded(answer: AppetiteAnswer) -> AppetiteAnswer:
    """Return *answer* with only the risks whose statement changed."""
    import msgspec

    kept = tuple(risk for risk in answer.risks if any(s.wording for s in risk.sightings))
    papers = {s.place.paper_id for risk in kept for s in risk.sightings if s.wording}
    counted = msgspec.structs.replace(answer.population, with_answer=len(papers))
    return msgspec.structs.replace(answer, risks=kept, population=counted)


def display_wording(answer: AppetiteAnswer) -> None:
    """Print each change of a risk's statement as a difference."""
    if not answer.risks:
        show(text("No statement of a risk changed between papers."))
    for risk in answer.risks:
        show(text(f"\n{one_line(risk.name)}", "bold"))
        show(text(one_line(risk.organisation) or "(organisation not named)", "dim"))
        for sighting in risk.sightings:
            if sighting.wording:
                show(text(f"\n{sighting.place.meeting_date or 'no date'}  statement reworded"))
                show(indented(difference(sighting.wording)))
                show(indented(where(sighting.place), style="cyan"))
    show(foot(answer.population))


def _by_body(risks: Iterable[Trajectory]) -> Iterable[tuple[str | None, list[Trajectory]]]:
    groups: defaultdict[str | None, list[Trajectory]] = defaultdict(list)
    for risk in risks:
        groups[risk.organisation].append(risk)
    return groups.items()


# --- the matrix ------------------------------------------------------------------------------


def _matrix(organisation: str | None, risks: list[Trajectory], every: bool) -> None:
    days = sorted({s.place.meeting_date or "no date" for risk in risks for s in risk.sightings})
    moved = sum(s.step in MOVES for risk in risks for s in risk.sightings)
    head = (
        f"{one_line(organisation) or '(organisation not named)'}: {count(len(risks), 'risk')}, "
        f"{count(len(days), 'meeting')}, {count(moved, 'change')}"
    )
    show(text(f"\n{head}", "bold"))
    if terminal.plain():
        for risk in risks:
            show(text(f"{one_line(risk.name)}: {_in_words(risk)}"))
        return
    fitting = max((terminal.out().width - _NAME_WIDTH) // (_CELL_WIDTH + 2), 2)
    shown = days if every else _telling_days(risks, days, fitting)
    # A long matrix is printed in strips, so that no cell is squeezed.
    for start in range(0, len(shown), fitting):
        part = shown[start : start + fitting]
        rows = [[risk.name, *(_as_of(risk, day) for day in part)] for risk in risks]
        columns = [Col("Risk", 1), *(Col(day, width=_CELL_WIDTH) for day in part)]
        if start:
            show(text(""))
        show(table(columns, [row for row in rows if any(row[1:])]))
    legend = "* changed; ~ now on another scale; (in brackets) as stated at an earlier meeting."
    if len(shown) < len(days):
        left = count(len(days) - len(shown), "more meeting")
        legend += f" {left} without a change: --all, or --csv."
    show(text(legend, "dim"))


def _telling_days(risks: list[Trajectory], days: list[str], fitting: int) -> list[str]:
    """Return the first meeting, the last, every one with a change, and others while there is room.

    Of the others the latest.
    """
    told = {days[0], days[-1]}
    for risk in risks:
        told.update(s.place.meeting_date or "no date" for s in risk.sightings if s.step in MOVES)
    for day in reversed(days):
        if len(told) >= fitting:
            break
        told.add(day)
    return sorted(told)


def _as_of(risk: Trajectory, day: str) -> str:
    """Return the cell of *day*: what its papers say, or in brackets what was said before."""
    before = None
    for sighting in risk.sightings:
        when = sighting.place.meeting_date or "no date"
        if when == day:
            return _cell([s for s in risk.sightings if (s.place.meeting_date or "no date") == day])
        if when < day and sighting.appetite.raw is not None:
            before = sighting
    return f"({_value(before)})" if before is not None else ""


def _cell(sightings: Sequence[Sighting]) -> str:
    """Return what the papers of one meeting say, each value once."""
    values = [_mark(s) + _value(s) for s in sightings]
    kept = [v for v in dict.fromkeys(values) if f"* {v}" not in values and f"~ {v}" not in values]
    return "; ".join(kept)


def _mark(sighting: Sighting) -> str:
    if sighting.step == "relabelled":
        return "~ "
    return "* " if sighting.step in MOVES else ""


def _value(sighting: Sighting) -> str:
    levels = sighting.appetite.levels
    words = " to ".join(levels) if levels else one_line(sighting.appetite.raw) or "none stated"
    return words if len(words) <= _LONGEST_VALUE else words[: _LONGEST_VALUE - 3] + "..."


def _in_words(risk: Trajectory) -> str:
    parts = []
    for sighting in risk.sightings:
        if sighting.step not in ("same", "not stated"):
            day = sighting.place.meeting_date or "no date"
            parts.append(f"{_value(sighting)} from {day}")
    return ", then ".join(parts) or "no appetite stated"


# --- one risk --------------------------------------------------------------------------------


def _history(risk: Trajectory, every: bool) -> None:
    show(text(f"{one_line(risk.name)}", "bold"))
    show(text(one_line(risk.organisation) or "(organisation not named)", "dim"))
    chart = _chart(risk)
    if chart and not terminal.plain():
        show(*(indented(text(line)) for line in chart))
    for (step, _), group in groupby(risk.sightings, key=lambda s: (s.step, s.appetite.raw)):
        run = list(group)
        if step in ("same", "not stated") and len(run) > 1 and not every:
            ends = dict.fromkeys(r.place.meeting_date or "no date" for r in (run[0], run[-1]))
            days = " to ".join(ends)
            show(text(f"\n{days}  {_STEPS[step]} in {len(run)} papers (--all shows each)"))
            show(*(indented(difference(s.wording)) for s in run if s.wording))
            continue
        for sighting in run:
            _sighting(sighting)
    if risk.maybe_renamed_to:
        _renamed(risk)


def _renamed(risk: Trajectory) -> None:
    """Propose that a later risk is this one, with the reason and how to confirm or refuse it."""
    new = one_line(risk.maybe_renamed_to)
    why = one_line(risk.maybe_renamed_why)
    show(text(f"\nPerhaps the same risk under another name afterwards: {new} ({why}).", "yellow"))
    if risk.maybe_renamed_by is not None:
        place = risk.maybe_renamed_by.place
        show(indented(quoted(place.quote), style="green"))
        show(indented(f"({place.meeting_date}: {where(place)})", style="cyan"))
    pair = f'[["{one_line(risk.name)}", "{new}"]]'
    show(indented("In papersearch.toml, under [renames], confirm or refuse it:", style="dim"))
    show(indented(f"same = {pair}", 6, "dim"))
    show(indented(f"different = {pair}", 6, "dim"))


def _sighting(sighting: Sighting) -> None:
    appetite = sighting.appetite
    line = text(f"\n{sighting.place.meeting_date or 'no date'}  ")
    line.append(one_line(appetite.raw) or "(none stated)", style="bold")
    more = [f"scale {appetite.scale}" if appetite.scale else None,
            f"now {appetite.status} appetite" if appetite.status else None,
            f"towards {appetite.towards}" if appetite.towards else None,
            f"impact {sighting.impact.raw}" if sighting.impact.raw else None]  # fmt: skip
    step = _STEPS[sighting.step]
    if sighting.ranked_on and not appetite.scale:
        step += f" (on {sighting.ranked_on}, the scale last named)"
    line.append("  " + step, style="magenta" if sighting.step in MOVES else "dim")
    show(line)
    if kept := "; ".join(one_line(part) for part in more if part):
        show(indented(kept))
    show(indented(where(sighting.place), style="cyan"))
    if sighting.statement:
        if sighting.wording:
            show(indented(text("wording: ").append_text(difference(sighting.wording))))
        elif sighting.step != "same":
            show(indented(quoted(sighting.statement)))
    if sighting.step in MOVES:
        _decision(sighting)


def _decision(sighting: Sighting) -> None:
    one = sighting.decision
    if one is None:
        show(indented("decision: no decision found in the archive", style="yellow"))
        if sighting.put_off is not None:
            place = sighting.put_off.place
            show(indented(f"put off: {quoted(place.quote)}", style="yellow"))
            show(indented(f"({place.meeting_date}: {where(place)})", style="cyan"))
        return
    kind = "minutes" if one.minutes else "paper"
    if one.minute:
        kind = f"minute {one.minute}, {kind}"
    if one.reported:
        show(indented("decision: only a later paper tells of it", style="yellow"))
    show(indented(f"decision: {quoted(one.place.quote)}", style="green"))
    show(indented(f"({kind} of {one.place.meeting_date}: {where(one.place)})", style="cyan"))


def _chart(risk: Trajectory) -> list[str]:
    """Return levels over time as lines, a block for each scale, the highest level first."""
    lines: list[str] = []
    for stretch in stretches(risk.sightings):
        if len(stretch.points) < LEAST_CHARTED:
            continue
        days = sorted({p.day for p in stretch.points})
        at = {day: n for n, day in enumerate(days)}
        wide = max(map(len, stretch.levels))
        step = 2 if 2 * len(days) + wide + 4 <= terminal.out().width else 1
        for place in range(len(stretch.levels), 0, -1):
            row = ["." + " " * (step - 1)] * len(days)
            for point in stretch.points:
                if point.low <= place <= point.high:
                    row[at[point.day]] = "o" + " " * (step - 1)
            lines.append(f"{stretch.levels[place - 1]:>{wide}} {''.join(row).rstrip()}")
        lines.append(
            f"{'':>{wide}} {days[0]} to {days[-1]}, one mark a meeting, on {stretch.scale}"
        )
    return lines


def charts(answer: AppetiteAnswer) -> list[Chart]:
    """Return a chart for each body: its risks' levels, a panel for each risk and scale."""
    from papersearch.export.chart import Chart, Mark, Panel

    out = []
    for organisation, risks in _by_body(answer.risks):
        panels = tuple(
            Panel(
                name=risk.name,
                scale=stretch.scale,
                levels=stretch.levels,
                marks=tuple(
                    Mark(day=p.day, low=p.low, high=p.high, words=p.words, changed=p.changed)
                    for p in stretch.points
                ),
            )
            for risk in risks
            for stretch in stretches(risk.sightings)
        )
        if panels:
            name = organisation or "(organisation not named)"
            out.append(Chart(title=f"Risk appetite of {name}", panels=panels))
    return out


# --- to take away ----------------------------------------------------------------------------


def sheets(answer: AppetiteAnswer) -> list[Sheet]:
    """Return the answer as tables: every sighting, and the matrix."""
    from papersearch.export import Column, Sheet

    columns = (
        Column("organisation"), Column("risk", "long"), Column("reference"),
        Column("meeting_date", "date"), Column("appetite"), Column("levels"), Column("scale"),
        Column("status"), Column("impact"), Column("step"), Column("statement", "long"),
        Column("decision", "long"), Column("decision_date", "date"), Column("decision_file"),
        Column("decision_page", "number"), Column("title", "long"), Column("file"),
        Column("page", "number"), Column("printed_page"), Column("quote", "long"),
        Column("paper_id"),
    )  # fmt: skip
    rows = []
    for risk in answer.risks:
        for s in risk.sightings:
            decided = s.decision.place if s.decision else None
            none_found = "no decision found in the archive" if s.step in MOVES else None
            if none_found and s.put_off is not None:
                none_found += f"; put off: {s.put_off.place.quote}"
            rows.append((
                risk.organisation, risk.name, s.reference, s.place.meeting_date, s.appetite.raw,
                ", ".join(s.appetite.levels), s.appetite.scale, s.appetite.status, s.impact.raw,
                s.step, s.statement, decided.quote if decided else none_found,
                decided.meeting_date if decided else None, decided.file if decided else None,
                decided.page if decided else None, s.place.title, s.place.file, s.place.page,
                s.place.label, s.place.quote, s.place.paper_id,
            ))  # fmt: skip
    note = answer.population.sentence()
    return [
        Sheet(name="appetite", columns=columns, rows=tuple(rows), note=note),
        *(_matrix_sheet(body, risks, note) for body, risks in _by_body(answer.risks)),
    ]


def _matrix_sheet(organisation: str | None, risks: list[Trajectory], note: str) -> Sheet:
    from papersearch.export import Column, Sheet

    days = sorted({s.place.meeting_date or "no date" for risk in risks for s in risk.sightings})
    rows = []
    for risk in risks:
        cells: defaultdict[str, list[Sighting]] = defaultdict(list)
        for sighting in risk.sightings:
            cells[sighting.place.meeting_date or "no date"].append(sighting)
        rows.append((risk.name, *(_cell(cells[day]) for day in days)))
    columns = (Column("risk", "long"), *(Column(day) for day in days))
    return Sheet(name=organisation or "matrix", columns=columns, rows=tuple(rows), note=note)
