"""Where the names, references, statements and ticks of a table's risks stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from papersearch.record import Risk, Tickedness
from papersearch.tagging.risks.cues import fold, matches
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import Columns, bare, filled
from papersearch.tagging.risks.names import clean, is_cover_label, split_reference, split_statement

_LONGEST_NAME = 30  # words; more than that is a statement
MARKS = re.compile(r"^(?:x|✓|✔|yes|y|●|•|■|√)$", re.IGNORECASE)

# Roles of columns that hold no statement, however wordy.
_APART = frozenset(
    """level1 level2 level12 name category objective reference status tick linked tolerance score
    target likelihood history impact appetite appetite_new appetite_old appetite_future""".split()
)
_SHORTEST_STATEMENT = 4  # words
_WE_WILL = re.compile(
    r"(?:we|our|the (?:trust|board|council|authority|university|college|group|association|service|"
    r"company|icb|organisation|force|commission|agency))\b",
    re.IGNORECASE,
)
_STUCK = re.compile(
    r"^\(?(?P<ref>[A-Z]{0,5}[-./]?\d{1,5}(?:[./-]\d{1,4})*[a-z]?)\)?\s+(?=[A-Z“\"‘'(])"
)
_TYPED = re.compile(r"\s+\(?[xX]\)?$|^\(?[xX]\)?\s+(?=[A-Z])")


class RowNames:
    """Where the names, references, statements and ticks of a table's risks stand."""

    def __init__(self, grid: Grid, columns: Columns) -> None:
        self.grid = grid
        self.columns = columns
        of = columns.of
        self.level1, self.level2 = of("level1"), of("level2")
        self.both = of("level12")
        self.reference = of("reference")
        self.statement = of("statement")
        if self.statement is None:
            self.statement = self._told()
        if self.level1 is None and self.level2 is None and self.both is None:
            name, category = of("name"), of("category")
            if name is not None and category is not None and category < name:
                self.level1, self.level2 = category, name
            else:
                self.level1 = of("name", "category")
        elif self.level1 is not None and self.level2 is None:
            self.level2 = of("name")
        elif self.level2 is not None and self.level1 is None:
            self.level1 = of("category", "name")
        if self.level1 is None and self.level2 is None and self.both is None:
            self.level1 = of("objective")
        if self._nameless:
            self.level1 = self._unlabelled(headed=False)
        if self._nameless:
            self.level1, self.statement = self.statement, None
        if self._nameless:
            self.level1 = self._unlabelled(headed=True)
        self.last1: tuple[int, str] | None = None
        lowest = self.level2 if self.level2 is not None else self.level1
        self.numbered = self.reference is None and lowest is not None and self._is_numbered(lowest)

    def _told(self) -> int | None:
        """Return the column that says in sentences what the body will do, or what may happen.

        By its header ("Appetite statement", "What we mean by it"), else by its cells ("We will …").
        A reason for the level ("Rationale") is not the risk's own wording.
        """
        apart = {*self.columns.levels, *(c for c, r in self.columns.roles.items() if r in _APART)}
        for column in range(self.grid.columns):
            header = bare(self.columns.headers.get(column, ""))
            if column in apart or matches("value", "reason_column", header):
                continue
            cells = self._cells(column)
            wordy = [text for text in cells if len(text.split()) > _SHORTEST_STATEMENT]
            stated = self.columns.levels or self.columns.of("appetite", "appetite_new") is not None
            if len(wordy) * 2 <= len(cells) or not stated:
                continue
            if matches("value", "statement_column", header):
                return column
            if sum(bool(_WE_WILL.match(text)) for text in wordy) * 2 > len(cells):
                return column
        return None

    def _is_numbered(self, column: int) -> bool:
        """Tell names with their numbers stuck to them ("2301 Quality of care") in every row."""
        cells = self._cells(column)
        found = [match for text in cells if (match := _STUCK.match(text))]
        numbers = {match.group("ref") for match in found}
        return len(cells) > 1 and len(found) == len(cells) == len(numbers)

    @property
    def _nameless(self) -> bool:
        return self.level1 is None and self.level2 is None and self.both is None

    def _unlabelled(self, headed: bool) -> int | None:
        """Return the first column with words and no known role, with or without a header."""
        for column in range(self.grid.columns):
            if column in self.columns.roles or column in self.columns.levels:
                continue
            header = self.columns.headers.get(column, "")
            if bool(header) != headed or matches("value", "no_name_column", header):
                continue
            if any(re.search(r"[A-Za-z]{3}", t) for t in self._cells(column)):
                return column
        return None

    def _cells(self, column: int) -> list[str]:
        return filled(self.grid, column, self.columns.last + 1)

    def is_cover(self) -> bool:
        """Tell the labels and values of a cover sheet from risks and their appetites."""
        column = self.level2 if self.level2 is not None else self.level1
        names = self._cells(column) if column is not None else []
        labels = sum(is_cover_label(name) for name in names)
        return labels >= 2 and labels * 3 >= len(names)

    def _text(self, row: int, column: int) -> str:
        """Return the words of a place, without a tick typed as a letter."""
        text = self.grid.text(row, column)
        return _TYPED.sub("", text) if self._promises_ticks(column) else text

    def _promises_ticks(self, column: int) -> bool:
        """Tell a header such as "Level 1 Risk (✓)"; a tick read as a mark leaves its brackets."""
        header = self.columns.headers.get(column, "")
        return re.search(r"[✓✔√☑☒]|\btick|\(\s*\)", header, re.I) is not None

    def read(self, row: int) -> Risk | None:
        """Return the names of the risk of *row*; ``None`` where it has none."""
        grid = self.grid
        text = {c: self._text(row, c) for c in range(grid.columns)}
        reference = clean(text[self.reference]) or None if self.reference is not None else None
        statement = fold(text[self.statement]) or None if self.statement is not None else None
        level1 = level2 = None
        if self.both is not None:
            level1, level2, more = _two_levels(text[self.both])
            statement = statement or more
        if self.level1 is not None:
            level1 = text[self.level1] or None
            if level1 is None and self.level2 is not None and text[self.level2] and self.last1:
                level1 = self.last1[1]
            elif level1 is not None:
                self.last1 = (row, level1)
        if self.level2 is not None:
            level2 = text[self.level2] or None
        if (
            self.level1 is not None
            and self.level2 is not None
            and level2 is None
            and statement is None
            and not grid.starts(row, self.level1)
        ):
            return None
        lowest = level2 or level1
        if lowest is None:
            if statement is None:
                return None
        else:
            found, lowest = self._split(lowest)
            reference = reference or found
            if statement is None:
                column = (
                    self.level2 if level2 else (self.level1 if self.both is None else self.both)
                )
                lowest, statement = self._parted(row, column, lowest)
            if level2:
                level2 = lowest or None
            elif self.both is None or level1 is not None:
                level1 = lowest or None
        if level1 is not None and level2 is not None:
            found, level1 = split_reference(level1)
            reference = reference or found
        is_alone = level1 is not None and level2 is None and statement is None
        if is_alone and len((level1 or "").split()) > _LONGEST_NAME:
            level1, statement = None, level1
        if not (level1 or level2 or statement or reference):
            return None
        return Risk(reference=reference, level1=level1, level2=level2, statement=statement)

    def _split(self, text: str) -> tuple[str | None, str]:
        """Part the reference from a name, also where nothing but the column tells it."""
        reference, name = split_reference(text)
        if reference is None and self.numbered and (stuck := _STUCK.match(name)):
            return stuck.group("ref"), clean(name[stuck.end() :])
        return reference, name

    def _parted(self, row: int, column: int | None, text: str) -> tuple[str, str | None]:
        """Part a name from the statement in the same cell: by dash, or by the name's bold line."""
        name, statement = split_statement(text)
        if statement is not None or column is None:
            return name, statement
        cell = self.grid.cell(row, column)
        if cell is None or len(cell.lines) < 2:
            return name, None
        bold = [all(w.bold for w in line.words if w.tick is None) for line in cell.lines]
        count = next((i for i, is_bold in enumerate(bold) if not is_bold), len(bold))
        named_by_word = re.search(r"\brisks?$", cell.lines[0].text, re.IGNORECASE)
        if not 0 < count < len(bold):
            next_word = cell.lines[1].text[:1]
            if not (named_by_word and next_word.isupper()):
                return name, None
            count = 1
        size = sum(len(line.text.split()) for line in cell.lines[:count])
        words = text.split()
        head = fold(" ".join(line.text for line in cell.lines[:count]))
        split = split_reference(head)[1].split() or words[:size]
        if words[: len(split)] != split or len(words) - len(split) < 4:
            return name, None
        return clean(" ".join(split)), " ".join(words[len(split) :])

    def ticks(self, rows: Sequence[int], column: int | None) -> list[Tickedness]:
        """Return whether each row's name is ticked; unknown where no row shows a tick place."""
        if column is None:
            return [None] * len(rows)
        places = [column, *self._tick_columns(column)]
        shown = [
            next((t for c in places if (t := self.grid.tick(row, c)) is not None), None)
            or self._typed_tick(row, places[1:])
            or self._typed_beside(row, column)
            for row in rows
        ]
        if not any(tick in ("ticked", "not_ticked") for tick in shown):
            return [None] * len(rows)
        return [None if t == "unknown" else t == "ticked" for t in shown]

    def _tick_columns(self, column: int) -> list[int]:
        """Return the columns for ticks only that belong to the names in *column*."""
        roles = self.columns.roles
        names = [c for c in (self.level1, self.level2) if c is not None]
        out = []
        for candidate, role in roles.items():
            if role == "tick":
                left = [c for c in names if c < candidate]
                owner = max(left) if left else min(names, default=None)
                if owner == column:
                    out.append(candidate)
        return out

    def _typed_tick(self, row: int, columns: Sequence[int]) -> Literal["ticked"] | None:
        """Return a tick typed as a letter or a word in a column for ticks."""
        return "ticked" if any(MARKS.match(self.grid.text(row, c)) for c in columns) else None

    def _typed_beside(self, row: int, column: int) -> Literal["ticked"] | None:
        """Return a tick typed as a letter beside the name, where the header promises ticks."""
        typed = _TYPED.search(self.grid.text(row, column))
        return "ticked" if typed and self._promises_ticks(column) else None


def _two_levels(text: str) -> tuple[str | None, str | None, str | None]:
    """Part "Workforce Risk / Supply Risk - We will …" into both names and the statement."""
    name, statement = split_statement(text)
    parts = [clean(p) for p in re.split(r"\s*(?:/|>|→|\||:|\s[-–—])\s*", name, maxsplit=1)]
    if len(parts) == 2 and all(parts):
        return parts[0], parts[1], statement
    return (clean(name) or None), None, statement
