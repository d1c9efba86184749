"""Cards: one risk in one table or in several that stand directly below each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.grid import Grid
from papersearch.tagging.risks.headers import role_of
from papersearch.tagging.risks.names import clean, heading_name, split_reference
from papersearch.tagging.risks.recovered import tables_of
from papersearch.tagging.risks.value import is_unfilled, read_appetite

LONGEST_NAME = 30  # words
_MOST_TITLE_ROWS = 3
_LONGEST_BARE = 10  # words of a title without a reference
_LABELLED = re.compile(
    r"^(?:principal |strategic |corporate |key |baf )?risk(?: title| name)?"
    r"\s*[:–—-]\s*(?P<name>.+)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<label>[^:]{2,60}?)\s*:\s*(?P<value>.*)$")


@dataclass(frozen=True, slots=True)
class Title:
    """The risk that a card is about."""

    reference: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A table and the title of the card that it belongs to."""

    grid: Grid
    title: Title | None
    """What the first table of the card, or this one, names; ``None`` where none does."""
    opens: bool
    """The table begins a card."""


def placed_tables(doc: Doc) -> list[Placed]:
    """Return the tables of *doc*, each with the title of its card.

    A table that names no risk belongs to the one right above it that does.
    """
    out: list[Placed] = []
    end = -1
    for view in tables_of(doc):
        grid = Grid(view)
        title = first_row_title(grid)
        follows = end >= 0 and not doc[end : view.span.start].text.strip()
        if title is None and follows and out:
            out.append(Placed(grid, out[-1].title, opens=False))
        else:
            out.append(Placed(grid, title, opens=True))
        end = view.span.end
    return out


def first_row_title(grid: Grid) -> Title | None:
    """Return the risk that the first rows name: across the whole, or left of a label with a value.

    "SR1: Staffing | Lead: Director of People | Risk appetite: Cautious" names SR1, Staffing.
    """
    for row in range(min(grid.rows, _MOST_TITLE_ROWS)):
        text = grid.text(row, 0)
        if not text:
            continue
        if labelled := _LABELLED.match(text):
            reference, name = split_reference(labelled.group("name"))
            if len(name.split()) > 1 or reference:
                return Title(reference, name or None)
        reference, name = split_reference(text)
        if reference and name and len(name.split()) <= LONGEST_NAME and role_of(name) is None:
            if grid.columns == 1 or _is_alone(grid, row):
                return Title(reference, name)
            beside = [grid.text(row, c) for c in range(1, grid.columns) if grid.starts(row, c)]
            if row == 0 and any(_is_labelled(cell) for cell in beside):
                return Title(reference, name)
        if row == 0 and not reference and _is_bare_name(text) and _is_beside_appetite(grid):
            return Title(None, clean(text))
        if row == 0 and not _is_alone(grid, row):
            return None
    return None


def _is_alone(grid: Grid, row: int) -> bool:
    """Tell words that run across the whole row, or have nothing beside them."""
    return grid.width(row, 0) >= grid.columns or not any(
        grid.text(row, c) for c in range(1, grid.columns)
    )


def _is_bare_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _LONGEST_BARE and role_of(text) is None and not re.search(r"[.:;?]", text)


def _is_beside_appetite(grid: Grid) -> bool:
    """Tell "Treasury | Appetite: Minimal": the rest of the first row is a labelled appetite."""
    beside = {grid.text(0, c) for c in range(1, grid.columns) if grid.starts(0, c)} - {""}
    labels = [_LABEL.match(text) for text in beside]
    return any(
        label is not None
        and role_of(label.group("label")) == "appetite"
        and read_appetite(label.group("value")) is not None
        for label in labels
    )


def across(grid: Grid) -> str | None:
    """Return the sentence that runs across the card below its title: the risk's own wording."""
    if grid.columns < 2:
        return None
    for row in range(1, min(grid.rows, _MOST_TITLE_ROWS)):
        text = grid.text(row, 0)
        if not text or not _is_alone(grid, row):
            continue
        label = _LABEL.match(text)
        labelled = label is not None and role_of(label.group("label")) is not None
        if len(text.split()) > 3 and role_of(text) in (None, "statement") and not labelled:
            return text
    return None


def _is_labelled(text: str) -> bool:
    found = _LABEL.match(text)
    return found is not None and bool(found.group("value"))


def title_of(grid: Grid) -> Title:
    """Return the risk that a title row or the heading of the table gives."""
    if (title := first_row_title(grid)) is not None:
        return title
    for row in range(min(grid.rows, _MOST_TITLE_ROWS)):
        if grid.columns < 2 or not _is_alone(grid, row):
            continue
        if (named := heading_name(grid.text(row, 0))) is not None:
            return Title(*split_reference(named))
    heading = grid.view.heading
    if heading is not None and (named := heading_name(fold(heading.text))) is not None:
        return Title(*split_reference(named))
    return Title()


def parted_reference(text: str) -> Title:
    """Return what stands in a field for the reference: the reference alone, or with the name."""
    if is_unfilled(text) or read_appetite(text) is not None:
        return Title()
    reference, name = split_reference(text)
    if reference and name:
        return Title(reference, name)
    return Title(clean(text) or None)
