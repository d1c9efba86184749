"""The rows of risk tables that came apart, from the cells' lines in the order of the text layer.

Read value by value: each line that is nothing but an appetite (or ends in
one) belongs to the names and statement before it; words after it that go on
in the middle of a sentence belong to the statement too, also over a page break.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from papersearch.record import Appetite
from papersearch.tagging.risks.cues import cues, fold
from papersearch.tagging.risks.lines import Printed
from papersearch.tagging.risks.names import heading_name, split_statement
from papersearch.tagging.risks.scales import level_pattern, printed_scale, scales
from papersearch.tagging.risks.status import read_status
from papersearch.tagging.risks.value import is_unfilled, read_appetite, read_impact

_HEADER_WORDS = frozenset(
    """level levels tier 1 2 one two i ii risk risks appetite scale impact category categories type
    types area areas domain theme status target score scores current residual tolerance statement
    statements ref reference no number id description framework name title position rating table of
    and the matrix trust board tick please applicable principal strategic
    corporate key inherent initial optimum optimal proposed approved against overall summary
    rationale movement""".split()
)
_TITLE = re.compile(r"\brisk appetite (?:framework|table|matrix|summary|statements?)\b", re.I)
_APPETITE_HEADER = re.compile(
    r"\b(?:risk )?appetite(?: (?:scale|level|rating|score|position))?\b|\boptim(?:um|al)\b", re.I
)
_OTHER_HEADERS = {
    "level1": re.compile(r"\b(?:level|tier) (?:1|one|i)\b(?: risks?)?", re.I),
    "level2": re.compile(r"\b(?:level|tier) (?:2|two|ii)\b(?: risks?)?", re.I),
    "category": re.compile(r"\b(?:risk )?(?:categor|type|theme|domain|area)\w*", re.I),
    "impact": re.compile(r"\bimpact\b", re.I),
    "status": re.compile(r"\bstatus\b|\bposition\b", re.I),
    "score": re.compile(r"\b(?:target|score|current|residual|tolerance|rating)\b", re.I),
    "after": re.compile(r"\b(?:rationale|statement|description)", re.I),
    "risk": re.compile(r"\brisks?\b", re.I),
    "reference": re.compile(r"\b(?:ref|reference|id|no)\b", re.I),
}
_MOST_HEADER_LINES = 16
_MOST_LINES_BETWEEN_VALUES = 30
_SCORE = re.compile(r"^[\d\s.x×*=()LCI≤<–-]+$")


@dataclass(frozen=True)
class Header:
    """The header lines of such a table: what its columns hold, where its rows begin."""

    end: int
    """The first line below it."""
    roles: frozenset[str]
    text_after: bool
    """A column of words stands right of the appetite's."""

    @property
    def two_tiers(self) -> bool:
        """Tell a table with a column for each of two tiers of risks."""
        return {"level1", "level2"} <= self.roles or {"category", "risk"} <= self.roles


@dataclass
class Row:
    """The lines of one risk: before its appetite, the appetite, and behind it."""

    before: list[Printed] = field(default_factory=list)
    after: list[Printed] = field(default_factory=list)
    value: Printed | None = None
    appetite: Appetite = field(default_factory=Appetite)
    impact: list[Printed] = field(default_factory=list)
    status: list[Printed] = field(default_factory=list)
    lines: list[Printed] = field(default_factory=list)

    @property
    def impact_text(self) -> str:
        """Return the words of the impact, in one line."""
        return fold(" ".join(line.text for line in self.impact))

    @property
    def last_words(self) -> str:
        """Return the last line of names and statement."""
        lines = self.after or self.before
        return lines[-1].text if lines else ""


def _is_header_line(line: Printed) -> bool:
    words = re.findall(r"[a-z0-9]+", line.text.lower())
    return bool(words) and len(words) <= 16 and all(word in _HEADER_WORDS for word in words)


def _is_only_tick(line: Printed) -> bool:
    """Tell the "(✓)" of a header that stands on a line of its own."""
    return bool(line.words) and re.search(r"\w", line.text) is None


def read_header(lines: Sequence[Printed], at: int) -> Header | None:
    """Return the header that begins with line *at*; ``None`` where none with an appetite does."""
    end = at
    while end < len(lines) and end - at < _MOST_HEADER_LINES:
        if not _is_header_line(lines[end]) and not (end > at and _is_only_tick(lines[end])):
            break
        end += 1
    if end == at:
        return None
    text = fold(" ".join(re.sub(r"[^\w\s]", " ", line.text) for line in lines[at:end]))
    text = _TITLE.sub(" ", text)
    places = [m.start() for m in _APPETITE_HEADER.finditer(text)]
    if not places:
        return None
    rest = _APPETITE_HEADER.sub(lambda m: " " * len(m.group()), text)
    found: dict[str, int] = {}
    for name, pattern in _OTHER_HEADERS.items():
        if m := pattern.search(rest):
            found[name] = m.start()
            rest = f"{rest[: m.start()]}{' ' * len(m.group())}{rest[m.end() :]}"
    names = found.keys() & {"level1", "level2", "category", "risk"}
    if not names and not (places[0] == 0 and found.keys() & {"impact", "status", "score"}):
        return None
    after = "after" in found and found["after"] > places[0]
    return Header(end, frozenset(found), after)


@cache
def _value_form() -> re.Pattern[str]:
    level = level_pattern()
    joined = rf"{level}(?:\s*(?:/|-|–|—|to|and|or)\s*{level})*"
    band = r"(?:\s*[\[(]\s*\d{1,2}\s*(?:-|–|to)\s*\d{1,2}\s*[\])])?"
    return re.compile(rf"^(?P<value>{joined}{band})(?=$|\s)", re.IGNORECASE)


def _split(line: Printed, header: Header) -> tuple[Printed, Printed, Printed] | None:
    """Part *line* into words, an appetite, and what stands right of it; ``None`` if it has none."""
    text = line.text
    plain = [word for word in line.words if word.tick is None]
    if len(plain) != len(line.words):
        return None
    if is_unfilled(text) and re.search(r"[A-Za-z]{3}", text):
        return line.part(0, 0), line, line.part(len(plain))
    for first in range(len(plain)):
        if not plain[first].text[:1].isupper():
            continue
        rest = " ".join(word.text for word in plain[first:])
        found = _value_form().match(rest)
        if found is None:
            continue
        last = first + len(found.group("value").split())
        right = line.part(last)
        if right.words and not _is_right_of_value(right.text, header):
            continue
        return line.part(0, first), line.part(first, last), right
    return None


def _is_right_of_value(text: str, header: Header) -> bool:
    words = [w.strip(".,()").lower() for w in text.split()]
    if "impact" in header.roles and all(word in _impact_words() for word in words):
        return True
    if "status" in header.roles and read_status(text):
        return True
    return "score" in header.roles and _SCORE.match(text) is not None


@cache
def _impact_words() -> frozenset[str]:
    return frozenset(str(word) for word in cues()["impact"]["words"])


def _is_impact(line: Printed, row: Row, header: Header) -> bool:
    if "impact" not in header.roles:
        return False
    words = [w.strip(".,()").lower() for w in line.text.split()]
    if not words or not all(word in _impact_words() for word in words):
        return is_unfilled(line.text) and row.value is not None and not row.impact
    return line.text[:1].isupper() or bool(row.impact)


def read_rows(lines: Sequence[Printed], header: Header) -> tuple[list[Row], int]:
    """Return the rows below *header* and the first line that belongs to none."""
    rows: list[Row] = []
    row = Row()
    since = 0
    at = end = header.end
    while at < len(lines):
        line = lines[at]
        if line.kind == "table" or _stops(line) or since > _MOST_LINES_BETWEEN_VALUES:
            break
        parts = None if _is_score(line, header) else _split(line, header)
        since += 1
        if parts is not None and not (row.value is not None and _goes_on(line, parts)):
            left, value, right = parts
            if row.value is not None:
                rows.append(row)
                row = Row()
            if left.words:
                row.before.append(left)
                row.lines.append(left)
            row.value = value
            reading = read_appetite(value.text)
            row.appetite = reading.appetite if reading else Appetite()
            row.lines.append(value)
            if right.words:
                (row.status if read_status(right.text) else row.impact).append(right)
                row.lines.append(right)
            since, end = 0, at + 1
        elif _is_impact(line, row, header):
            row.impact.append(line)
            row.lines.append(line)
            end = at + 1 if row.value is not None else end
        elif row.value is not None and _is_score(line, header):
            row.lines.append(line)
            end = at + 1
        elif row.value is not None and "status" in header.roles and read_status(line.text):
            row.status.append(line)
            row.lines.append(line)
            end = at + 1
        elif row.value is not None and _continues(row, line, header):
            impact, rest = _leading_impact(row, line, header)
            if impact is not None:
                row.impact.append(impact)
            row.after.append(rest)
            row.lines.append(line)
            end = at + 1
        elif row.value is not None:
            rows.append(row)
            row = Row([line], lines=[line])
        else:
            row.before.append(line)
            row.lines.append(line)
        at += 1
    if row.value is not None:
        rows.append(row)
    return rows, max(end, header.end)


def _is_score(line: Printed, header: Header) -> bool:
    return "score" in header.roles and _SCORE.match(line.text) is not None


def _stops(line: Printed) -> bool:
    """Tell a heading that opens the next section of the paper."""
    if line.kind != "heading":
        return False
    name = heading_name(line.text)
    return name is None or (line.marker is not None and "risk" not in name.lower())


def _goes_on(line: Printed, parts: tuple[Printed, Printed, Printed]) -> bool:
    """Tell words that only happen to end in a level word, after the row's value."""
    return bool(parts[0].words) and line.text[:1].islower() and not parts[2].words


def _leading_impact(row: Row, line: Printed, header: Header) -> tuple[Printed | None, Printed]:
    """Part the rest of an impact ("Moving" … "Towards") from the words that follow it."""
    if "impact" not in header.roles or not row.impact:
        return None, line
    if read_impact(row.impact_text).direction is not None:
        return None, line
    count = 0
    for word in line.words:
        if word.text.lower() not in _impact_words() or (count == 0 and not word.text[:1].isupper()):
            break
        count += 1
    return (line.part(0, count), line.part(count)) if count else (None, line)


def _continues(row: Row, line: Printed, header: Header) -> bool:
    """Tell words after the value that go on with the row's statement."""
    text = line.text
    if text[:1].islower():
        return True
    same_block = row.lines and row.lines[-1].block == line.block
    if row.after and same_block and row.after[-1].block == line.block:
        return split_statement(text)[1] is None
    if header.text_after and not row.after:
        return len(text.split()) > 4 or text.endswith(".")
    last = row.last_words
    if not last or re.search(r"[.!?]$", last):
        return False
    if len(fold(" ".join(p.text for p in row.before)).split()) <= 8 and not row.after:
        return False  # a bare name, no statement that could go on
    return bool(same_block) and split_statement(text)[1] is None


@cache
def _ladders() -> frozenset[tuple[str, ...]]:
    ladders = [scale.levels for scale in scales().values()]
    return frozenset(ladders) | frozenset(levels[::-1] for levels in ladders)


def dealt_out(rows: list[Row], header: Header) -> list[Row]:
    """Deal out the names where the text layer gives one column after the other.

    Only names and values of the same number can be dealt out; else nothing is read.
    """
    levels = tuple(level for row in rows for level in row.appetite.levels)
    if len(levels) >= 4 and (printed_scale(levels) and levels in _ladders()):
        return []  # the scale itself, level by level with its definition
    if len(rows) < 2 or any(row.before for row in rows[1:]):
        return rows
    blocks: list[list[Printed]] = []
    for line in rows[0].before:
        if blocks and blocks[-1][-1].block == line.block and len(rows[0].before) != len(rows):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    if header.two_tiers or len(blocks) != len(rows):
        return []
    for row, block in zip(rows, blocks, strict=True):
        row.lines = [*block, *(line for line in row.lines if line not in rows[0].before)]
        row.before = block
    return rows
