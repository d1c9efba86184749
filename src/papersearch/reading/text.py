"""Plain text and Markdown, also text that another tool took out of a PDF.

Pages are counted by form feeds. Some tools leave none and mark the start of a
page only by a single space before its first line; where that is unmistakable
(the very first line has it too, few others do, and whole pages lie between)
those are taken as page starts, and a warning says that pages were inferred.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from papersearch.reading.document import TICK_SIGNS, Block, Cell, Document, Line, Page, Table
from papersearch.reading.kind import MARKDOWN, decode
from papersearch.reading.lists import with_lists
from papersearch.reading.markdown import html_blocks, parts_of
from papersearch.reading.table_tidy import tick_alone
from papersearch.reading.text_columns import find_aligned
from papersearch.reading.text_grids import find_ruled
from papersearch.reading.text_rows import Found, TextRow, TextTable, rows_of
from papersearch.reading.text_stacked import find_stacked
from papersearch.reading.text_words import box_tick, words_of
from papersearch.record import Warning

_BULLET = re.compile(r"^(?:[•●○◦▪■–—·‣➢\uf0b7\uf0a7-]|\*|o)\s+(?=\S)")
_NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3})+)\s+(?=\S)"
)
_NUMBERED_HEADING = re.compile(
    r"^\d{1,2}(?:\.\d{1,2})*\.?\s+(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"(?:\s+\d{4}|\s*$))[A-Z][^.;:!?]{1,90}$"
)
_TASK = re.compile(r"^[-*+]\s+\[([ xX])\]\s+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_LABEL_BEHIND_GAP = re.compile(r"(?<=\S)\s{3,}(?=[A-Z][\w()/&' -]{1,40}:\s)")
_UNDERLINE = re.compile(r"^(={3,}|-{3,})$")
_RULE = re.compile(r"^\s*(?:[-_*=]\s*){3,}$")
_ALONE_HEADINGS = frozenset(
    """key points|executive summary|summary|purpose|purpose of report|purpose of the report|
    background|introduction|recommendation|recommendations|conclusion|conclusions|next steps|
    appendices|risk appetite framework|financial implications|legal implications|
    equality implications|supporting information|in attendance|present|apologies""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)

SHORT_HEADING = 0.6
"""A numbered line shorter than this share of the next broke off before its room was used."""
_LEAST_LINES_A_PAGE = 12
_MOST_LEADING_SPACES = 0.05


def read_text(data: bytes, path: str, sha256: str, media_type: str) -> Document:
    """Return the text of *data* as a document; Markdown's signs are read, not kept."""
    text = decode(data) or ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    warnings: list[Warning] = []
    if "\f" in text.strip("\f\n "):
        sheets = text.rstrip("\f\n ").split("\f")
    else:
        sheets = _pages_by_leading_space(text.replace("\f", ""))
        if len(sheets) > 1:
            warnings.append(
                Warning(
                    code="pages_inferred",
                    message="Page starts were inferred from single spaces at line starts.",
                )
            )
    damaged = text.count("\ufffd") + len(re.findall(r"\(cid:\d+\)", text))
    if damaged:
        warnings.append(
            Warning(code="text_unreliable", message=f"{damaged} characters could not be decoded.")
        )
    markdown = media_type == MARKDOWN or path.lower().endswith((".md", ".markdown"))
    pages = []
    for number, sheet in enumerate(sheets, 1):
        blocks = tuple(blocks_of_text(sheet, number, markdown))
        pages.append(Page(number, "text" if blocks else "empty", blocks=blocks, way="text"))
    return Document(path, sha256, media_type, tuple(pages), warnings=tuple(warnings))


def _pages_by_leading_space(text: str) -> list[str]:
    lines = text.split("\n")
    starts = [i for i, line in enumerate(lines) if re.match(r" \S", line)]
    filled = [i for i, line in enumerate(lines) if line.strip()]
    if (
        len(starts) < 2
        or starts[0] != filled[0]
        or len([i for i in filled if lines[i].startswith(" ")])
        > _MOST_LEADING_SPACES * len(filled) + 1
        or any(b - a < _LEAST_LINES_A_PAGE for a, b in pairwise(starts))
    ):
        return [text]
    starts[0] = 0
    return ["\n".join(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def blocks_of_text(sheet: str, page: int, markdown: bool) -> list[Block]:
    """Return the blocks of one page, its tables without pipes among them."""
    lines = sheet.split("\n")
    if not markdown:
        return _ruled(lines, page, markdown=False)
    blocks: list[Block] = []
    for part in parts_of(lines):
        if part.kind == "html":
            blocks += html_blocks(part, page)
        elif part.kind == "terms":
            blocks.append(_terms(part.lines, page))
        else:
            blocks += _ruled(part.lines, page, markdown)
    return blocks


def _terms(lines: Sequence[str], page: int) -> Block:
    """Return names and their definitions as a table of two columns."""
    pairs = zip(lines[::2], lines[1::2], strict=True)
    rows = tuple(TextRow([[name], [definition]]) for name, definition in pairs)
    return _table(TextTable(rows, 2, 0), page, markdown=True)


def _ruled(lines: Sequence[str], page: int, markdown: bool) -> list[Block]:
    """Return the blocks of running lines, tables that signs rule among them."""
    return _with_tables(lines, find_ruled(lines), _between, page, markdown)


def _between(lines: Sequence[str], page: int, markdown: bool) -> list[Block]:
    """Return the blocks of lines between tables that signs rule."""
    found = (
        Found(aligned.rows[0].number, aligned.rows[-1].number + 1, rows_of(aligned))
        for aligned in find_aligned(lines)
    )
    return _with_tables(lines, found, _unstacked, page, markdown)


def _unstacked(lines: Sequence[str], page: int, markdown: bool) -> list[Block]:
    """Return the blocks of lines among which are tables of one cell a line."""
    return _with_tables(lines, find_stacked(lines), _running, page, markdown)


def _with_tables(
    lines: Sequence[str],
    found: Iterable[Found],
    rest: Callable[[Sequence[str], int, bool], list[Block]],
    page: int,
    markdown: bool,
) -> list[Block]:
    """Return the blocks of *lines*: the tables *found*, and *rest* of what is between."""
    blocks: list[Block] = []
    at = 0
    for one in found:
        blocks += rest(lines[at : one.first], page, markdown)
        blocks.append(_table(one.table, page, markdown))
        at = one.end
    return [*blocks, *rest(lines[at:], page, markdown)]


def _running(sheet: Sequence[str], page: int, markdown: bool) -> list[Block]:
    """Return the blocks of lines between tables that are laid out with spaces."""
    blocks: list[Block] = []
    paragraph: list[str] = []
    marker: str | None = None

    def close() -> None:
        nonlocal marker
        lines = [Line(words, page) for raw in paragraph if (words := words_of(raw, markdown))]
        paragraph.clear()
        if lines:
            blocks.append(_block(lines, page, marker))
        marker = None

    for raw in _parted(sheet):
        stripped = raw.strip()
        if not stripped:
            close()
        elif markdown and (heading := _MARKDOWN_HEADING.match(stripped)):
            close()
            words = words_of(heading.group(2), markdown)
            if words:
                blocks.append(_heading(Line(words, page), len(heading.group(1))))
        elif _UNDERLINE.match(stripped) and len(paragraph) == 1:
            words = words_of(paragraph.pop(), markdown)
            blocks.append(_heading(Line(words, page), 1 if stripped[0] == "=" else 2))
        elif _RULE.match(stripped):
            close()
        elif _BULLET.match(stripped) or _NUMBER.match(stripped):
            close()
            found = _BULLET.match(stripped) or _NUMBER.match(stripped)
            assert found is not None  # noqa: S101 - for the type checker; tested just above
            marker = found.group().strip()
            if markdown and (task := _TASK.match(stripped)):
                # Markdown shows a box and no bullet.
                marker = TICK_SIGNS["not_ticked" if task.group(1) == " " else "ticked"]
                stripped = f"{marker} {stripped[task.end() :]}"
            paragraph.append(stripped)
        elif _is_alone(stripped):
            close()
            paragraph.append(stripped)
            close()
        else:
            if len(paragraph) == 1 and _heads_prose(paragraph[0], stripped):
                close()
            paragraph.append(stripped)
    close()
    return with_lists(blocks)


def _parted(sheet: Sequence[str]) -> Iterator[str]:
    """Yield the lines; a label behind a wide gap ("Title:  …      Date:  …") begins its own."""
    for raw in sheet:
        yield from _LABEL_BEHIND_GAP.split(raw)


def _heads_prose(line: str, after: str) -> bool:
    """Tell "3. Risks" set right above its paragraph from an item whose words run on below it."""
    is_short = len(line) < SHORT_HEADING * len(after)
    return is_short and after[:1].isupper() and _NUMBERED_HEADING.match(line) is not None


def _is_alone(line: str) -> bool:
    return line.rstrip(":").lower() in _ALONE_HEADINGS


def _block(lines: list[Line], page: int, marker: str | None) -> Block:
    text = " ".join(line.text for line in lines)
    if len(lines) == 1:
        if _NUMBERED_HEADING.match(text):
            number = text.split()[0]
            return Block("heading", tuple(lines), page, number.count(".", 0, -1) + 1, number)
        letters = re.sub(r"[^A-Za-z]", "", text)
        if _is_alone(text) or (
            len(letters) > 5 and letters.isupper() and len(text) < 80 and " " in text
        ):
            return _heading(lines[0], 1)
    if marker is not None:
        return Block("list_item", tuple(lines), page, marker=marker)
    return Block("paragraph", tuple(lines), page)


def _heading(line: Line, level: int) -> Block:
    first = line.words[0].text
    marker = (
        first if re.match(r"^\d{1,2}(?:\.\d{1,2})*\.?$", first) and len(line.words) > 1 else None
    )
    return Block("heading", (line,), line.page, level, marker)


def _table(found: TextTable, page: int, markdown: bool) -> Block:
    cells = []
    for r, row in enumerate(found.rows):
        covered = {
            column
            for start, wide in ({0: found.columns} if row.title else row.spans).items()
            for column in range(start + 1, start + wide)
        }
        for c, texts in enumerate(row.cells):
            if c in covered:
                continue
            lines = tuple(
                Line(words, page) for text in texts if (words := words_of(text, markdown))
            )
            alone = [word for line in lines for word in line.words]
            cells.append(
                Cell(
                    r,
                    c,
                    lines,
                    column_span=found.columns if row.title else row.spans.get(c, 1),
                    page=page,
                    tick=tick_alone(alone) or box_tick(tuple(alone)),
                )
            )
    table = Table(
        tuple(cells), len(found.rows), found.columns, page, page, header_rows=found.header_rows
    )
    return Block("table", page=page, table=table)
