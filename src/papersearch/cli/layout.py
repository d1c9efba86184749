"""How answers look: headings, columns, quotes, feet; in plain mode one thing after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from papersearch.cli import terminal
from papersearch.cli.terminal import one_line, text

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from papersearch.desks.common import Place, Population


class Col(NamedTuple):
    """A column: its heading, its share of the free width or its own, whether it holds numbers."""

    name: str
    share: int = 0
    right: bool = False
    width: int | None = None


def table(columns: Sequence[Col], rows: Iterable[Sequence[str | Text]]) -> RenderableType:
    """Return rows in columns; in plain mode as "Heading: value" lines, a blank line between rows.

    Cells of type ``str`` are cleaned; a column without a share is as wide as it must be.
    """
    cells = [[text(one_line(c)) if isinstance(c, str) else c for c in row] for row in rows]
    if terminal.plain():
        return _linear(columns, cells)
    from rich import box
    from rich.table import Table

    out = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        header_style="bold",
        expand=any(column.share for column in columns),
    )
    for column in columns:
        out.add_column(
            column.name,
            ratio=column.share or None,
            overflow="fold",
            justify="right" if column.right else "left",
            width=column.width,
            no_wrap=not column.share and column.width is None,
        )
    for row in cells:
        out.add_row(*row)
    return out


def _linear(columns: Sequence[Col], rows: Iterable[Sequence[Text]]) -> RenderableType:
    from rich.console import Group

    lines: list[Text] = []
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            if cell.plain.strip():
                lines.append(text(f"{column.name}: " if column.name else "").append_text(cell))
        lines.append(text(""))
    return Group(*lines[:-1])


def facts(rows: Iterable[tuple[str, str | Text | None]], indent: int = 0) -> RenderableType:
    """Return labelled values, one a line, without those that are empty."""
    kept = [(name, value) for name, value in rows if value]
    if terminal.plain():
        return table([Col(name) for name, _ in kept], [[v or "" for _, v in kept]])
    from rich.padding import Padding
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in kept:
        grid.add_row(text(name), text(one_line(value)) if isinstance(value, str) else value)
    return Padding(grid, (0, 0, 0, indent))


def indented(words: str | Text | None, by: int = 3, style: str | None = None) -> RenderableType:
    """Return *words* as a paragraph set in from the left."""
    shown = text(one_line(words), style) if isinstance(words, str) or words is None else words
    if terminal.plain():
        return shown
    from rich.padding import Padding

    return Padding(shown, (0, 0, 0, by))


def quoted(words: str | None) -> str:
    """Return words of a paper in quotation marks."""
    return f'"{one_line(words)}"' if words else ""


def page_of(page: int | None, label: str | None) -> str:
    """Return "p. 3", or "p. 3 (printed 12)" where the printed number differs."""
    if page is None:
        return ""
    if label and label != str(page):
        return f"p. {page} (printed {one_line(label)})"
    return f"p. {page}"


def where(place: Place, with_title: bool = True) -> str:
    """Return title, file and page of *place* on one line."""
    parts = [place.title if with_title else None, place.file, page_of(place.page, place.label)]
    return one_line(", ".join(part for part in parts if part))


def titled(title: str | None, file: str, style: str = "bold") -> Text:
    """Return a title and, on the next line, where the paper is."""
    out = text(one_line(title) or "(no title)", style)
    out.append("; " if terminal.plain() else "\n", style="not bold")
    return out.append(one_line(file), style="not bold cyan")


def difference(runs: Iterable[tuple[str, str]]) -> Text:
    """Return a change of wording: [-taken out-] {+put in+}, told by signs as well as colour."""
    out = text("")
    for sign, words in runs:
        if out.plain:
            out.append(" ")
        if sign == "-":
            out.append(f"[-{one_line(words)}-]", style="red")
        elif sign == "+":
            out.append("{+" + one_line(words) + "+}", style="green")
        else:
            out.append(_shortened(one_line(words)))
    return out


def _shortened(words: str, most: int = 24) -> str:
    """Return a long stretch of unchanged words without its middle."""
    parts = words.split()
    if len(parts) <= most:
        return words
    return " ".join([*parts[: most // 2], "...", *parts[-most // 2 :]])


def foot(population: Population) -> Text:
    """Return what the answer was drawn from."""
    return text(f"\n{population.sentence()}", "dim")


def count(number: int, thing: str, things: str | None = None) -> str:
    """Return a number with its noun: "1 paper", "2,000 papers"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"
