"""The appetite that papers state against the one in force on the day of their meeting.

The user keeps the framework as a register: what the Board decided, from when
until when, by which minute. Nothing is inferred: a level that is not on the
register is "unknown risk", a paper without a day cannot be judged.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from papersearch.dates import parse_iso
from papersearch.desks.appetite import appetite_population
from papersearch.desks.bodies import held
from papersearch.desks.common import (
    Place,
    Population,
    date_of,
    in_order,
    name_key,
    names,
    once,
    place,
)
from papersearch.desks.cover import WITHOUT_COVER
from papersearch.errors import UsageError
from papersearch.record import Appetite, Paper, Risk, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

FRAMEWORK_SCHEMA = "papersearch.framework/1"
FIELDS = ("organisation", "risk", "level", "from", "to", "minute")

Verdict = Literal[
    "agrees", "differs", "not stated", "missing", "unknown risk", "not in force", "undated"
]
VERDICTS: tuple[Verdict, ...] = (
    "differs", "not stated", "missing", "unknown risk", "not in force", "undated", "agrees",
)  # fmt: skip


class InForce(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One line of the register: a risk's appetite from one day to another."""

    organisation: str | None = None
    risk: str
    level: str
    from_: str | None = None
    to: str | None = None
    minute: str | None = None


class Checked(Struct, frozen=True, kw_only=True):
    """One statement of an appetite, judged against the register."""

    place: Place
    risk: str
    stated: str | None
    verdict: Verdict
    in_force: InForce | None = None
    note: str | None = None
    """What softens the verdict: the level was decided at the paper's own meeting."""


class FrameworkAnswer(Struct, frozen=True, kw_only=True):
    """What ``appetite --framework FILE --json`` prints."""

    schema: str = FRAMEWORK_SCHEMA
    framework: str
    filters: dict[str, Any]
    population: Population
    counts: dict[str, int]
    checked: tuple[Checked, ...]
    """Every statement, those that differ first, by date; ``missing``: a cover sheet that states
    no appetite at all while the register has one in force for its body."""


def load_register(path: Path) -> list[InForce]:
    """Return the register in *path*: TOML with ``[[appetite]]`` tables, or CSV with a heading.

    Raises:
        UsageError: It cannot be read, or a line lacks its risk, its level or a day.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix.lower() == ".toml":
            rows: Sequence[Mapping[str, Any]] = tomllib.loads(text).get("appetite", [])
        else:
            rows = list(csv.DictReader(text.splitlines()))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, csv.Error) as error:
        raise UsageError(f"{path} is no register: {error}.", _HOW) from error
    if not rows:
        raise UsageError(f"{path} holds no appetite.", _HOW)
    return [_line(path, number, row) for number, row in enumerate(rows, 1)]


_HOW = f"Write CSV with the heading {','.join(FIELDS)}; only risk and level must be filled in."


def _line(path: Path, number: int, row: Mapping[str, Any]) -> InForce:
    cells = {str(key).strip().lower(): str(value).strip() for key, value in row.items() if value}
    for name in ("risk", "level"):
        if not cells.get(name):
            raise UsageError(f"Entry {number} of {path} has no {name}.", _HOW)
    for name in ("from", "to"):
        if cells.get(name) and (len(cells[name]) != 10 or parse_iso(cells[name]) is None):
            raise UsageError(
                f"Entry {number} of {path}: '{cells[name]}' is no day.", 'Write "2024-03-28".'
            )
    return InForce(
        organisation=cells.get("organisation"), risk=cells["risk"], level=cells["level"],
        from_=cells.get("from"), to=cells.get("to"), minute=cells.get("minute"),
    )  # fmt: skip


def answer(
    archive: Archive, register: Sequence[InForce], source: str, filters: Filters | None = None
) -> FrameworkAnswer:
    """Return every appetite that the papers state, judged against *register*."""
    looked = held(archive, filters)
    papers = looked.papers
    kinds = archive.kinds()
    sheets = [p for p in papers if kinds.get(p.id) not in WITHOUT_COVER]
    checked = [*check(papers, register), *missing(sheets, register)]
    counts: dict[str, int] = {
        verdict: sum(c.verdict == verdict for c in checked) for verdict in VERDICTS
    }
    seen = {c.place.paper_id for c in checked}
    return FrameworkAnswer(
        framework=source,
        filters=filters.plain() if filters else {},
        population=appetite_population(archive, filters, looked, len(seen)),
        counts=counts,
        checked=tuple(sorted(checked, key=lambda c: VERDICTS.index(c.verdict))),
    )


def check(papers: Iterable[Paper], register: Sequence[InForce]) -> list[Checked]:
    """Return each risk of each paper with its verdict, by date."""
    return [
        _checked(paper, risk, register) for paper in in_order(once(papers)) for risk in paper.risks
    ]


def missing(papers: Iterable[Paper], register: Sequence[InForce]) -> list[Checked]:
    """Return each paper without any risk whose body has an appetite in force on its day."""
    out = []
    for paper in in_order(once(papers)):
        day = date_of(paper)
        if paper.risks or day is None:
            continue
        if any(_is_of(e, paper) and (e.from_ or "") <= day <= (e.to or "9999") for e in register):
            out.append(
                Checked(
                    place=place(paper, None), risk="(no appetite for any risk)", stated=None,
                    verdict="missing",
                )
            )  # fmt: skip
    return out


def _is_of(entry: InForce, paper: Paper) -> bool:
    return entry.organisation is None or names(entry.organisation, paper.organisation)


def _checked(paper: Paper, risk: Risk, register: Sequence[InForce]) -> Checked:
    name = " > ".join(part for part in (risk.level1, risk.level2) if part) or "(unnamed)"
    of_body = [entry for entry in register if _is_of(entry, paper)]
    mine = [e for e in of_body if _names_risk(e.risk, risk)] or _by_last_part(of_body, risk)
    day = date_of(paper)
    at: InForce | None = None
    note: str | None = None
    verdict: Verdict
    if not mine:
        verdict = "unknown risk"
    elif day is None:
        verdict = "undated"
    else:
        at = _in_force(mine, day)
        if at is None:
            verdict = "not in force"
        elif risk.appetite.raw is None:
            verdict = "not stated"
        else:
            verdict = "agrees" if _same_level(at.level, risk.appetite) else "differs"
            if verdict == "differs" and at.from_ == day:
                before = _in_force(mine, _day_before(day))
                if before is not None and _same_level(before.level, risk.appetite):
                    note = f"decided at this very meeting; until then {before.level}"
    return Checked(
        place=place(paper, risk.evidence), risk=name, stated=risk.appetite.raw, verdict=verdict,
        in_force=at, note=note,
    )  # fmt: skip


def _in_force(entries: Sequence[InForce], day: str) -> InForce | None:
    """Return the entry in force on *day*: of those that overlap, the one that began last."""
    then = [e for e in entries if (e.from_ or "") <= day <= (e.to or "9999")]
    return max(then, key=lambda e: e.from_ or "") if then else None


def _day_before(day: str) -> str:
    found = parse_iso(day)
    return (found - timedelta(days=1)).isoformat() if found else day


def _by_last_part(entries: Sequence[InForce], risk: Risk) -> list[InForce]:
    """Return the entries of the one two-tier risk whose Level 2 a paper names alone."""
    if risk.level2 or not risk.level1:
        return []
    mine = [e for e in entries if name_key(e.risk.split(">")[-1]) == name_key(risk.level1)]
    return mine if len({e.risk for e in mine}) == 1 else []


def _names_risk(wanted: str, risk: Risk) -> bool:
    """Return whether a register's "Level 1 > Level 2", "Level 2" or reference means this risk."""
    key = " > ".join(name_key(part) for part in wanted.split(">"))
    both = " > ".join(name_key(part) for part in (risk.level1, risk.level2) if part)
    alone = risk.level2 or risk.level1
    return key in {both, name_key(alone)} or bool(
        risk.reference and name_key(wanted) == name_key(risk.reference)
    )


def _same_level(level: str, appetite: Appetite) -> bool:
    """Return whether a paper's appetite is *level*, "Open" or, of a range, "Cautious to Open"."""
    stated = " to ".join(appetite.levels) if appetite.levels else appetite.raw
    return name_key(level) == name_key(stated)
