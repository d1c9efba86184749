"""What an HTML element is to a reader: hidden, bold, a table, one of its rows or cells.

Tables are also made of other elements: by roles, by style, or as rows of as
many parts each. Of a page's own style sheet only plain class and tag names are
looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

MOST_SPAN = 200
_NOT_SHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:^|;)\s*opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)|"
    r"font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)",
    re.IGNORECASE,
)
_DISPLAY = re.compile(r"(?:^|[;{\s])display\s*:\s*([a-z-]+)", re.IGNORECASE)
_TRACKS = re.compile(r"grid-template-columns\s*:\s*([^;}]+)", re.IGNORECASE)
_REPEATED = re.compile(r"repeat\(\s*(\d{1,2})\s*,[^)]*\)")
_TRACK = re.compile(r"minmax\([^)]*\)|fit-content\([^)]*\)|\S+")
_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,3000})\}")
_SELECTOR = re.compile(r"^([a-z][a-z0-9]*)?(?:[.#]([\w-]+))?$", re.IGNORECASE)
_HOLDS_TICKS = frozenset("td th li dd label".split())
_CELL_ROLES = ("cell", "gridcell", "columnheader", "rowheader")
_ROW_CLASS = re.compile(r"(?:^|[\s_-])(?:rows?|tr|tablerow|grid|table|line)(?:$|[\s_-])", re.I)
_LEAST_ROWS = 3
_MOST_WORDS = 80
"""Words of a part that may be a cell; more are a page's column."""
_MOST_VALUE = 15
"""Words of a value beside its name; more are a paragraph below it."""
_INNER = frozenset("div span p td th b strong i em a small label time".split())
_SECTIONED = ("h1", "h2", "h3", "h4", "h5", "h6", "table")
_NO_CELL = (*_SECTIONED, "ul", "ol", "dl", "nav", "form", "article", "section")
_TICKED = re.compile(
    r"^(?:yes|tick(?:ed)?|check(?:ed|mark| mark)?|met|done|✓|✔|true)\.?$", re.IGNORECASE
)
_NOT_TICKED = re.compile(
    r"^(?:no|cross(?:ed)?|unchecked|not (?:ticked|met|checked)|unticked|✗|✘|false)\.?$", re.I
)
_TICK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:tick|check|checkmark|check-circle|icon-yes)(?:$|\s)", re.I
)
_CROSS_CLASS = re.compile(r"(?:^|[\s_-])(?:cross|times|xmark|close|icon-no)(?:$|\s)", re.I)


@dataclass(slots=True)
class Sheet:
    """What a page's style sheet says of tags and classes."""

    rules: list[tuple[str, str, str]] = field(default_factory=list)
    """Tag, class or id (either may be empty) and the declarations."""

    def style_of(self, element: Any) -> str:
        """Return the declarations that hold for *element*, its own last."""
        own = element.get("style") or ""
        if not self.rules:
            return str(own)
        names = {*(element.get("class") or "").split(), element.get("id") or ""}
        found = [
            body
            for tag, name, body in self.rules
            if (not tag or tag == element.tag) and (not name or name in names)
        ]
        return ";".join([*found, own]) if found else str(own)


def sheet_of(root: Any) -> Sheet:
    """Return the rules of *root*'s style sheets that show, hide or lay out."""
    sheet = Sheet()
    for style in root.iter("style"):
        text = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", style.text or "", flags=re.DOTALL)
        for match in _RULE.finditer(text):
            if not re.search(r"display|visibility|grid-template", match.group(2), re.I):
                continue
            for selector in match.group(1).split(","):
                plain = _SELECTOR.match(selector.strip())
                if plain is not None and plain.group():
                    tag, name = (plain.group(1) or "").lower(), plain.group(2) or ""
                    sheet.rules.append((tag, name, match.group(2)))
    return sheet


def is_hidden(element: Any, style: str) -> bool:
    """Tell whether a browser does not show *element*."""
    if element.get("hidden") is not None or (
        element.tag == "dialog" and element.get("open") is None
    ):
        return True
    return bool(style and _NOT_SHOWN.search(style))


def span(cell: Any, name: str) -> int:
    """Return how many rows or columns *cell* covers."""
    text = (cell.get(name) or cell.get(f"aria-{name}") or "1").strip()
    return min(max(int(text), 1), MOST_SPAN) if text.isdigit() and len(text) < 9 else 1


def tick_shown(element: Any) -> bool | None:
    """Return whether an icon without words in a cell or an item shows a tick or a cross."""
    parent = element.getparent()
    if parent is None or not (parent.tag in _HOLDS_TICKS or parent.get("role") in _CELL_ROLES):
        return None
    if (element.text or "").strip() or (len(element) and element.tag != "svg"):
        return None
    title = element.find("title") if element.tag == "svg" else None
    told = (
        element.get("aria-label") or element.get("alt") or element.get("title")
        or (title.text if title is not None else "") or ""
    ).strip()  # fmt: skip
    if told:
        return True if _TICKED.match(told) else False if _NOT_TICKED.match(told) else None
    named = element.get("class") or ""
    return True if _TICK_CLASS.search(named) else False if _CROSS_CLASS.search(named) else None


def rows_of(element: Any, sheet: Sheet) -> list[list[Any]] | None:
    """Return the cells of each row of *element*, ``None`` where it is no table."""
    if element.tag == "table":
        return [_cells(row) for row in _tag_rows(element)]
    role, style = element.get("role") or "", sheet.style_of(element)
    if role in ("table", "grid", "treegrid"):
        return _by(element, "row", _CELL_ROLES)
    display = shown_as(style)
    if display in ("table", "inline-table"):
        return _by_display(element, sheet)
    if display in ("grid", "inline-grid") and (count := _tracks(style)) > 1:
        return _by_tracks(element, count)
    return _by_shape(element) if element.tag in ("div", "section", "main", "article") else None


def shown_as(style: str) -> str:
    """Return the last value of ``display``."""
    found = _DISPLAY.findall(style) if style else []
    return str(found[-1]).lower() if found else ""


def terms_of(element: Any) -> list[tuple[list[Any], list[Any]]] | None:
    """Return names and descriptions of a ``dl``; ``None`` where it holds sections or prose."""
    out: list[tuple[list[Any], list[Any]]] = []
    for child in _flat(element):
        if child.tag == "dt":
            if not out or out[-1][1]:
                out.append(([], []))
            out[-1][0].append(child)
        elif child.tag == "dd" and out:
            if next(child.iter(*_SECTIONED), None) is not None:
                return None
            out[-1][1].append(child)
        else:
            return None
    values = [" ".join(" ".join(d.itertext()) for d in pair[1]).split() for pair in out]
    long = sum(len(words) > _MOST_VALUE for words in values)
    return out if out and long * 2 <= len(out) else None


def _flat(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == "div":
            yield from child
        else:
            yield child


def _tag_rows(table: Any) -> list[Any]:
    out = []
    for child in table:
        if child.tag == "tr":
            out.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            out += [row for row in child if row.tag == "tr"]
    return out


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _by(element: Any, row: str, cells: Sequence[str]) -> list[list[Any]] | None:
    rows = [item for item in element.iter() if item.get("role") == row]
    return [[c for c in item if c.get("role") in cells] for item in rows] or None


def _by_display(element: Any, sheet: Sheet) -> list[list[Any]] | None:
    rows: list[Any] = []
    for child in element:
        shown = shown_as(sheet.style_of(child))
        if shown == "table-row":
            rows.append(child)
        elif shown in ("table-row-group", "table-header-group", "table-footer-group"):
            rows += [row for row in child if shown_as(sheet.style_of(row)) == "table-row"]
    return [
        [cell for cell in row if shown_as(sheet.style_of(cell)) == "table-cell"] for row in rows
    ] or None


def _tracks(style: str) -> int:
    found = _TRACKS.search(style)
    if found is None:
        return 0
    text = found.group(1)
    repeated = sum(int(match.group(1)) for match in _REPEATED.finditer(text))
    return repeated + len(_TRACK.findall(_REPEATED.sub(" ", text)))


def _by_tracks(element: Any, count: int) -> list[list[Any]] | None:
    parts = [child for child in element if isinstance(child.tag, str)]
    if len(parts) < 2 * count or len(parts) % count or not all(map(_may_be_cell, parts)):
        return None
    return [parts[at : at + count] for at in range(0, len(parts), count)]


def _by_shape(element: Any) -> list[list[Any]] | None:
    """Return the rows of an element whose children are all alike, each with as many parts."""
    rows = [child for child in element if isinstance(child.tag, str)]
    if len(rows) < 2 or (element.text or "").strip():
        return None
    width = len(rows[0])
    if width < 2 or any(
        row.tag != "div" or len(row) != width or (row.text or "").strip()
        or (row.tail or "").strip() for row in rows
    ):  # fmt: skip
        return None
    named = all(_ROW_CLASS.search(row.get("class") or "") for row in rows)
    if len(rows) < _LEAST_ROWS and not named:
        return None
    cells = [list(row) for row in rows]
    if not all(
        _may_be_cell(cell) and not (cell.tail or "").strip() for row in cells for cell in row
    ):
        return None
    return cells


def _may_be_cell(element: Any) -> bool:
    if element.tag not in _INNER or next(element.iter(*_NO_CELL), None) is not None:
        return False
    return len("".join(element.itertext()).split()) <= _MOST_WORDS
