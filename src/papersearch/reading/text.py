"""Plain text and Markdown, also text that another tool took out of a PDF.

Pages are counted by form feeds. Some tools leave none and mark the start of a
page only by a single space before its first line; where that is unmistakable
(the very first line has it too, few others do, and whole pages lie between)
those are taken as page starts, and a warning says that pages were inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from papersearch.reading.document import (
    TICK_SIGNS,
    Block,
    Cell,
    Document,
    Line,
    Page,
    Table,
    Tick,
    Word,
)
from papersearch.reading.kind import MARKDOWN, decode
from papersearch.reading.letters import clean
from papersearch.reading.text_columns import find_aligned
from papersearch.reading.text_rows import TextTable, rows_of
from papersearch.record import Warning

_BULLET = re.compile(r"^(?:[•●○◦▪■–—·‣➢\uf0b7\uf0a7-]|\*|o)\s+(?=\S)")
_NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3})+)\s+(?=\S)"
)
_NUMBERED_HEADING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z][^.;:!?]{1,90}$")
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_TABLE_ROW = re.compile(r"^\s*\|(.+)\|\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_LABEL_BEHIND_GAP = re.compile(r"(?<=\S)\s{3,}(?=[A-Z][\w()/&' -]{1,40}:\s)")
_UNDERLINE = re.compile(r"^(={3,}|-{3,})$")
_RULE = re.compile(r"^\s*(?:[-_*=]\s*){3,}$")
_INLINE_MARKUP = re.compile(
    r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1|(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\3(?!\w)"
)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
# No text holds these: they mark where bold type begins and ends until the words are parted.
_BOLD, _PLAIN = "\ufdd0", "\ufdd1"
_LINK = re.compile(r"!?\[([^\]\n]{0,500})\]\([^)\n]{0,500}\)")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)")
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

# Without a font name only these codes are sure: Unicode's own signs, and the private-use
# codes that symbol fonts of the Wingdings family leave behind.
_TICKS: dict[str, Tick] = {
    **dict.fromkeys("✓✔✅☑☒🗹🗸\uf0fc\uf0fe\uf0fd\uf050\uf052", "ticked"),
    **dict.fromkeys("☐□✗✘\uf0a8\uf06f\uf071\uf0fb", "not_ticked"),
}
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
        blocks = tuple(_blocks(sheet, number, markdown))
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


def _words(line: str, markdown: bool) -> tuple[Word, ...]:
    if markdown:
        line = _IMAGE.sub(" ", line)
        line = _LINK.sub(lambda match: match.group(1), line)
        line = _STRONG.sub(lambda match: f"{_BOLD}{match.group(2)}{_PLAIN}", line)
        for _ in range(2):
            line = _INLINE_MARKUP.sub(lambda match: match.group(2) or match.group(4), line)
        line = re.sub(r"\\([\\`*_{}\[\]()#+\-.!|<>])", r"\1", line)
        line = re.sub(r"<br\s*/?>", " ", line)
    line = clean(line)
    words = []
    bold = False
    for raw in line.split():
        bold = bold or raw.startswith(_BOLD)
        text = raw.replace(_BOLD, "").replace(_PLAIN, "")
        tick = _TICKS.get(text)
        if text:
            words.append(Word(TICK_SIGNS[tick] if tick else text, bold=bold, tick=tick))
        if _BOLD in raw or _PLAIN in raw:
            bold = raw.rfind(_BOLD) > raw.rfind(_PLAIN)
    return tuple(words)


def _blocks(sheet: str, page: int, markdown: bool) -> list[Block]:
    """Return the blocks of one page, its tables without pipes among them."""
    lines = sheet.split("\n")
    blocks: list[Block] = []
    at = 0
    for aligned in find_aligned(lines):
        blocks += _running(lines[at : aligned.rows[0].number], page, markdown)
        blocks.append(_aligned_table(rows_of(aligned), page, markdown))
        at = aligned.rows[-1].number + 1
    return [*blocks, *_running(lines[at:], page, markdown)]


def _running(sheet: Sequence[str], page: int, markdown: bool) -> list[Block]:
    """Return the blocks of lines between tables that are laid out with spaces."""
    blocks: list[Block] = []
    paragraph: list[str] = []
    rows: list[list[str]] = []
    marker: str | None = None

    def close() -> None:
        nonlocal marker
        lines = [Line(words, page) for raw in paragraph if (words := _words(raw, markdown))]
        paragraph.clear()
        if lines:
            blocks.append(_block(lines, page, marker))
        marker = None

    def close_table() -> None:
        if rows:
            blocks.append(_table(rows, page, markdown))
            rows.clear()

    for raw in _parted(sheet):
        stripped = raw.strip()
        row = _TABLE_ROW.match(raw)
        if row is not None:
            close()
            if not _TABLE_RULE.match(raw):
                rows.append(re.split(r"(?<!\\)\|", row.group(1)))
            continue
        close_table()
        if not stripped:
            close()
        elif markdown and (heading := _MARKDOWN_HEADING.match(stripped)):
            close()
            words = _words(heading.group(2), markdown)
            if words:
                blocks.append(_heading(Line(words, page), len(heading.group(1))))
        elif _UNDERLINE.match(stripped) and len(paragraph) == 1:
            words = _words(paragraph.pop(), markdown)
            blocks.append(_heading(Line(words, page), 1 if stripped[0] == "=" else 2))
        elif _RULE.match(stripped):
            close()
        elif _BULLET.match(stripped) or _NUMBER.match(stripped):
            close()
            found = _BULLET.match(stripped) or _NUMBER.match(stripped)
            assert found is not None  # noqa: S101 - for the type checker; tested just above
            marker = found.group().strip()
            paragraph.append(stripped)
        elif _is_alone(stripped):
            close()
            paragraph.append(stripped)
            close()
        else:
            if len(paragraph) == 1 and _heads_prose(paragraph[0], stripped):
                close()
            paragraph.append(stripped)
    close_table()
    close()
    return blocks


def _parted(sheet: Sequence[str]) -> Iterator[str]:
    """Yield the lines; a label behind a wide gap ("Title:  …      Date:  …") begins its own."""
    for raw in sheet:
        if _TABLE_ROW.match(raw):
            yield raw
        else:
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


def _aligned_table(found: TextTable, page: int, markdown: bool) -> Block:
    cells = []
    for r, row in enumerate(found.rows):
        for c, texts in enumerate(row.cells):
            lines = tuple(Line(words, page) for text in texts if (words := _words(text, markdown)))
            alone = [word for line in lines for word in line.words]
            cells.append(
                Cell(
                    r,
                    c,
                    lines,
                    column_span=found.columns if row.title else row.spans.get(c, 1),
                    page=page,
                    tick=alone[0].tick if len(alone) == 1 else None,
                )
            )
    table = Table(
        tuple(cells), len(found.rows), found.columns, page, page, header_rows=found.header_rows
    )
    return Block("table", page=page, table=table)


def _table(rows: list[list[str]], page: int, markdown: bool) -> Block:
    cells = []
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            words = _words(value.replace("\\|", "|"), markdown)
            tick = words[0].tick if len(words) == 1 else None
            cells.append(Cell(r, c, (Line(words, page),) if words else (), page=page, tick=tick))
    table = Table(
        tuple(cells),
        len(rows),
        max(map(len, rows)),
        page,
        page,
        header_rows=1 if len(rows) > 1 else 0,
    )
    return Block("table", page=page, table=table)
