"""The forms of the three bodies: cover sheets, risk tables, action logs, agendas, signatures."""

from __future__ import annotations

from scripts.make_corpus.frameworks import commitments_of
from scripts.make_corpus.model import NO_TICK, TICK, Block, Gap, Paper, Risk, Table, Text

_DIRECTIONS = {
    "Moving Towards": "towards",
    "Moving Away": "away",
    "Moving Away From": "away",
    "Operating Within": "within",
    "Neutral": "neutral",
    "No change": "neutral",
}


def cover(paper: Paper) -> list[Block]:
    """Return the blocks of the cover sheet in the form that the paper uses."""
    return {
        "ticks": _ticks,
        "band": _band,
        "prose": _prose,
        "council": _council,
        "plain": _plain,
        "bare": lambda _: [],
    }[paper.form](paper)


def special(paper: Paper, name: str, argument: str) -> list[Block]:
    """Return the blocks that ``@name argument`` calls for."""
    if name == "risks":
        return risk_rows(paper)
    if name == "commitments":
        return commitment_rows(paper)
    if name == "recommendation":
        assert paper.recommendation, paper.key
        paper.used_recommendation = paper.recommendation
        return [Text(paper.inline(paper.recommendation))]
    if name == "foi":
        assert paper.foi, paper.key
        return [Text(paper.inline(paper.foi), "bullet" if argument == "bullet" else "body")]
    if name == "sign":
        return _sign(paper)
    if name == "log":
        return _log(paper)
    if name == "table":
        return [_declared_table(paper, paper.extra[argument])]
    if name == "baf":
        return _baf(paper)
    raise ValueError(f"{paper.key}: no special block {name!r}")


def people(persons: tuple[tuple[str | None, str | None], ...]) -> str:
    """Return names and roles as a cover sheet prints them."""
    return "; ".join(", ".join(part for part in person if part) for person in persons)


def _head(paper: Paper) -> list[Block]:
    return [Text(paper.organisation, "org")]


def _ticks(paper: Paper) -> list[Block]:
    rows: list[tuple[str, ...]] = []
    if paper.item:
        rows.append(("Agenda item", paper.item))
    rows += [
        ("Title", paper.title),
        ("Meeting", paper.meeting or ""),
        ("Date of meeting", paper.meeting_date_raw or ""),
        (
            "Presented for",
            paper.extra.get("presented_for")
            or ", ".join(word.capitalize() for word in paper.purpose),
        ),
    ]
    if paper.presented_by:
        rows.append(("Presented by", people(paper.presented_by)))
    if paper.extra.get("author_on_cover", True) and paper.authors:
        rows.append(("Author", people(paper.authors)))
    if "previous" in paper.extra:
        rows.append(("Previous committees", paper.extra["previous"]))
    blocks = [*_head(paper), Table(tuple(rows), (26, 74), header=False, label_column=True)]
    if paper.extra.get("no_head"):
        blocks = []
    if paper.ticked is not None:
        blocks += [*([Gap(8)] if blocks else []), *commitment_rows(paper)]
    if paper.risks:
        blocks += [Gap(8), *risk_rows(paper)]
    if "key_points" in paper.extra:
        blocks.append(Gap(8))
        rows = [("Key points", "")]
        for number, (point, label) in enumerate(paper.extra["key_points"], 1):
            rows.append((f"{number}. {paper.inline(point)}", label))
        blocks.append(Table(tuple(rows), (82, 18)))
    blocks.append(Gap(10, new_page=paper.extra.get("cover_alone", False)))
    return blocks


def commitment_rows(paper: Paper) -> list[Block]:
    """Return the year's list of commitments with the ticks of this paper."""
    year = paper.commitments_year or paper.financial_year or ""
    assert paper.ticked is not None
    lead = Text(f"Our annual commitments for {year} are:", "lead")
    rows = []
    # an empty box is a place for a tick; an empty cell in a list without any tick tells nothing
    shown = bool(paper.ticked) or paper.tick in ("boxes", "acro") or paper.producer == "word"
    for number, (text, target) in enumerate(commitments_of(year), 1):
        ticked = number in paper.ticked
        words = paper.mark("n", text, fy=year, ticked=ticked if shown else None, target=target)
        rows.append((words, TICK if ticked else NO_TICK))
    return [lead, Table(tuple(rows), (90, 10), header=False)]


def risk_rows(paper: Paper) -> list[Block]:
    """Return the Level 1, Level 2 table; a row may be cut by the end of the page."""
    head = ("Level 1 Risk (✓)", "Level 2 Risks (Risk Appetite Scale)", "Appetite", "Impact")
    if paper.tick != "dejavu":
        head = ("Level 1 Risk (tick)", *head[1:])
    if paper.extra.get("fused_head"):
        head = (head[0], "Level 2 Risks", "(Risk Appetite Scale)", "Impact")
    widths = (22, 50, 14, 14)
    rows: list[tuple[str, ...]] = [head]
    blocks: list[Block] = [Text("Risk Appetite Framework", "lead")]
    shown = any(risk.ticked for risk in paper.risks)
    for risk in paper.risks:
        name = paper.mark(
            "risk", risk.level1, risk=risk, ticked=bool(risk.ticked) if shown else None
        )
        level1 = f"{name} {TICK}" if risk.ticked else name
        words = f"**{risk.level2}** - {risk.statement}"
        impact = risk.impact or risk.blank
        if risk.break_after:
            assert risk.statement and risk.break_after in risk.statement, paper.key
            upper = words[: words.index(risk.break_after) + len(risk.break_after)]
            first, _, second = impact.partition(" ")
            rows.append((level1, upper, risk.appetite or "", first))
            if paper.producer == "torn":  # both halves of the impact come before the page's end
                rows.append(("", "", "", second))
                second = ""
            blocks += [Table(tuple(rows), widths), Gap(new_page=True)]
            rows = [("", words[len(upper) :].strip(), "", second)]
        else:
            rows.append((level1, words, risk.appetite or risk.blank, impact))
    broken = any(risk.break_after for risk in paper.risks)
    blocks.append(Table(tuple(rows), widths, header=not broken))
    return blocks


def _band(paper: Paper) -> list[Block]:
    options = paper.extra.get("options", ("Approval", "Assurance", "Discussion", "Information"))
    chosen = "\u00a0\u00a0\u00a0 ".join(
        f"{option} {TICK if option.lower() in paper.purpose else NO_TICK}" for option in options
    )
    rows: list[tuple[str, ...]] = [
        ("Report to", paper.meeting or ""),
        ("Date", paper.meeting_date_raw or ""),
    ]
    if paper.item:
        rows.append(("Agenda item", paper.item))
    rows += [
        ("Report title", paper.title),
        ("Executive lead", people(paper.presented_by)),
        ("Report author", people(paper.authors)),
        ("Purpose", chosen),
    ]
    if "previous" in paper.extra:
        rows.append(("Previously considered by", paper.extra["previous"]))
    if paper.foi:
        rows.append(("FOI status", paper.inline(paper.foi)))
    blocks = [*_head(paper), Table(tuple(rows), (26, 74), header=False, label_column=True)]
    if paper.risks:
        blocks += [
            Gap(8),
            Text("Strategic risks and the Board's appetite", "lead"),
            band_table(paper),
        ]
    blocks.append(Gap(10, new_page=paper.extra.get("cover_alone", False)))
    return blocks


def band_table(paper: Paper) -> Table:
    """Return the score-band table with 'in or out of appetite'."""
    rows: list[tuple[str, ...]] = [
        (
            "Ref",
            "Strategic risk",
            "Risk appetite (score band)",
            "Current score (L x C)",
            "In or out of appetite",
        )
    ]
    for risk in paper.risks:
        name = paper.mark("risk", risk.level1, risk=risk, ticked=None)
        score = ""
        if risk.score:
            likelihood, consequence = risk.score
            score = f"{likelihood} x {consequence} = {likelihood * consequence}"
        status = {"within": "In", "outside": "Out", None: ""}[risk.status]
        rows.append((risk.reference or "", name, risk.appetite or "", score, status))
    return Table(tuple(rows), (8, 36, 22, 19, 15))


def _prose(paper: Paper) -> list[Block]:
    rows: list[tuple[str, ...]] = [
        (
            "Report for",
            f"{paper.meeting}, {paper.meeting_date_raw}"
            if paper.meeting_date_raw
            else paper.meeting or "",
        ),
        ("Subject", paper.title),
    ]
    if paper.item:
        rows.append(("Agenda no.", paper.item))
    rows.append(("Purpose", ", ".join(f"For {word}" for word in paper.purpose)))
    if paper.presented_by:
        rows.append(("Lead director", people(paper.presented_by)))
    if paper.authors:
        rows.append(("Prepared by", people(paper.authors)))
    if "appetite" in paper.extra:
        rows.append(("Risk appetite", paper.inline(paper.extra["appetite"])))
    if paper.foi:
        rows.append(("Freedom of information", paper.inline(paper.foi)))
    if paper.extra.get("recommendation_on_cover") and paper.recommendation:
        paper.used_recommendation = paper.recommendation
        rows.append(("Recommendation", paper.inline(paper.recommendation)))
    return [
        *_head(paper),
        Table(tuple(rows), (24, 76), header=False, look="lines", label_column=True),
        Gap(10),
    ]


def _council(paper: Paper) -> list[Block]:
    rows: list[tuple[str, ...]] = []
    if paper.presented_by:
        rows.append(("From:", people(paper.presented_by)))
    rows.append(("To:", f"{paper.meeting} - {paper.meeting_date_raw}"))
    rows.append(("Subject:", paper.title))
    for label in ("Decision no:", "Key decision:"):
        if label in paper.extra:
            rows.append((label, paper.extra[label]))
    if paper.foi:
        rows.append(("Classification:", paper.inline(paper.foi)))
    for label in ("Past pathway:", "Future pathway:", "Electoral division:"):
        if label in paper.extra:
            rows.append((label, paper.extra[label]))
    blocks: list[Block] = [
        *_head(paper),
        Table(tuple(rows), (24, 76), header=False, look="plain", label_column=True),
    ]
    if "summary" in paper.extra:
        blocks += [Gap(6), Text(f"**Summary:** {paper.inline(paper.extra['summary'])}", "boxed")]
    if paper.recommendation and paper.extra.get("recommendation_on_cover", True):
        paper.used_recommendation = paper.recommendation
        blocks += [
            Gap(4),
            Text(f"**Recommendation:** {paper.inline(paper.recommendation)}", "boxed"),
        ]
    return [*blocks, Gap(8)]


def _plain(paper: Paper) -> list[Block]:
    blocks = [*_head(paper), Text(paper.title, "title")]
    for line in paper.extra.get("under_title", ()):
        blocks.append(Text(paper.inline(line), "under"))
    return [*blocks, Gap(6)]


def _sign(paper: Paper) -> list[Block]:
    blocks: list[Block] = [Gap(10)]
    for name, role in paper.authors:
        blocks += [Text(name or "", "sign")] if name else []
        blocks += [Text(role, "sign")] if role else []
    if paper.date_raw:
        blocks.append(Text(paper.date_raw, "sign"))
    return blocks


def _log(paper: Paper) -> list[Block]:
    rows: list[tuple[str, ...]] = [("Ref", "Action", "Owner", "Due", "Status")]
    for ref, action, owner, due, status in paper.extra["log"]:
        words = paper.mark("x", action, owner=owner, due=due, st=status, ref=ref)
        rows.append((ref, words, owner, due.partition(">")[0], status))
    return [Table(tuple(rows), (12, 46, 12, 15, 15))]


def _baf(paper: Paper) -> list[Block]:
    blocks: list[Block] = []
    for entry in paper.extra["baf"]:
        ref, name, lead, appetite, levels, scores, controls, gaps, status = entry
        risk = Risk(level1=name, reference=ref, appetite=appetite, levels=levels, status=status)
        rows: list[tuple[str, ...]] = [
            (
                f"{ref}: {paper.mark('risk', name, risk=risk, ticked=None)}",
                f"Lead: {lead}",
                f"Risk appetite: {appetite}",
            ),
        ]
        blocks.append(Table(tuple(rows), (54, 24, 22)))
        cells = []
        for kind, (likelihood, consequence, *printed) in zip(
            ("initial", "current", "target"), scores, strict=True
        ):
            score = printed[0] if printed else likelihood * consequence
            cells.append(
                paper.mark(
                    "s",
                    f"{likelihood} x {consequence} = {score}",
                    name=name,
                    reference=ref,
                    kind=kind,
                    l=likelihood,
                    c=consequence,
                    score=score,
                )
            )
        blocks.append(
            Table(
                (
                    ("", "Initial score (L x C)", "Current score (L x C)", "Target score (L x C)"),
                    ("Score", *cells),
                ),
                (16, 28, 28, 28),
            )
        )
        blocks.append(
            Table(
                (
                    ("Key controls", paper.inline(controls)),
                    ("Gaps and what we are doing", paper.inline(gaps)),
                ),
                (24, 76),
                header=False,
                label_column=True,
            )
        )
        blocks.append(Gap(10))
    return blocks


def _declared_table(paper: Paper, data: dict[str, object]) -> Table:
    """A table of risk rows with headers of its own: ``head``, ``rows`` of (cells, Risk or None)."""
    rows: list[tuple[str, ...]] = [tuple(data["head"])]  # type: ignore[arg-type]
    for cells, risk in data["rows"]:  # type: ignore[attr-defined]
        cells = [paper.inline(cell) for cell in cells]
        if risk is not None:
            place = next(i for i, cell in enumerate(cells) if cell.startswith(risk.level1))
            cells[place] = paper.mark("risk", cells[place], risk=risk, ticked=None)
        rows.append(tuple(cells))
    return Table(tuple(rows), tuple(data.get("widths", ())))  # type: ignore[arg-type]


def direction(impact: str | None) -> str | None:
    """Return the direction that an impact printed in a form stands for."""
    return _DIRECTIONS.get(impact or "")
