"""How an answer looks: hits with their paper, page and words, marked; grouped by paper if asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from papersearch.cli import terminal
from papersearch.cli.layout import count, indented, page_of
from papersearch.cli.terminal import one_line, text

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from papersearch.export import Sheet
    from papersearch.search import Answer, Hit
    from papersearch.search.answer import Why

MOST_WORDS_SHOWN = 70
SHOWN_TAGS = ("exemption", "appetite", "commitment")
MARKED = {"words": "bold", "meaning": "underline"}
"""How words that match look; neither is a colour, so that NO_COLOR leaves them."""
NARROW = 60
"""Cells from which a line of the preview has room for a title beside the words."""
_BLANK = re.compile(r"\s")
_NO_BLANK = re.compile(r"\S+")


def rendered(answer: Answer, with_question: bool = False, by_paper: bool = False) -> list[
    RenderableType
]:  # fmt: skip
    """Return what a person sees of *answer*, from its question to its foot."""
    out: list[RenderableType] = []
    if with_question:
        out.append(text(f"\n{one_line(answer.query)}", "bold underline"))
    if not answer.hits:
        out.append(text("Nothing in the archive fits."))
    elif not answer.answerable:
        out.append(
            text("Nothing in the archive answers this closely. The nearest passages:", "yellow")
        )
    for group in _groups(answer.hits, by_paper):
        out.append(_heading(group[0]))
        if meeting := _meeting(group[0]):
            out.append(indented(meeting))
        for hit in group:
            out += [_place(hit), _quote(hit)]
            if (alike := _alike(hit)) and (terminal.plain() or hit.why is not None):
                out.append(indented(alike, style="dim"))
            if hit.why is not None:
                out.append(indented(_why(hit.score, hit.why), style="dim"))
    if lacking := not_searched(answer):
        out.append(text(f"\n{lacking}", "dim"))
    return out


def not_searched(answer: Answer) -> str:
    """Return what of the archive no answer can come from; empty where there is nothing."""
    coverage = answer.coverage
    lacking = []
    if coverage.files_failed:
        lacking.append(f"{count(coverage.files_failed, 'file')} could not be read")
    if pages := coverage.pages_not_searchable:
        lacking.append(f"{count(pages, 'page')} {'holds' if pages == 1 else 'hold'} no text")
    return f"Not searched: {' and '.join(lacking)} (papersearch status)." if lacking else ""


def _groups(hits: Sequence[Hit], by_paper: bool) -> list[list[Hit]]:
    if not by_paper:
        return [[hit] for hit in hits]
    papers: dict[str, list[Hit]] = {}
    for hit in hits:
        papers.setdefault(hit.paper_id, []).append(hit)
    return list(papers.values())


def _why(score: float, why: Why) -> str:
    """Return how a hit came about, in words."""
    parts = []
    if why.cosine is not None:
        place = f", place {why.dense_rank} by meaning" if why.dense_rank else ""
        parts.append(f"likeness {why.cosine:.2f}{place}")
    if why.share is not None:
        shared = ", ".join(why.words) or "other forms of them"
        parts.append(
            f"{why.share:.0%} of what its words could score, place {why.lexical_rank} by words "
            f"({one_line(shared)})"
        )
    if why.weight is not None:
        parts.append(f"meaning counts {why.weight:.0%}")
    if why.met is not None:
        parts.append(f"{why.met:.0%} of the question met by its words or near ones")
    if why.around:
        parts.append(f"{why.around:.2f} from what stands around it")
    if why.reranked_from is not None:
        parts.append(f"place {why.reranked_from} before reranking")
    return f"score {score:.2f}: {'; '.join(parts)}"


def glance(hit: Hit, width: int) -> str:
    """Return one line of at most *width* cells: when, which paper, which page, the best words.

    On a narrow terminal the paper's title makes way for the words.
    """
    from rich.cells import cell_len, set_cell_size

    title = one_line(hit.title) or one_line(Path(hit.file).name)
    known = [hit.meeting_date or "no date   ", page_of(hit.page, None)]
    if width >= NARROW:
        known.insert(1, _cut(title, width // 3))
    start = hit.marks[0].start if hit.marks else 0
    line = f"{'  '.join(known)}  {'... ' if start else ''}{one_line(hit.text[start:])}"
    return line if cell_len(line) <= width else f"{set_cell_size(line, width - 1).rstrip()}…"


def _heading(hit: Hit) -> Text:
    title = one_line(hit.title) or one_line(Path(hit.file).name)
    return text(f"\n{hit.rank}. ").append(title, style="bold")


def _meeting(hit: Hit) -> str:
    item = f"item {hit.agenda_item}" if hit.agenda_item else None
    facts = (hit.organisation, hit.body, hit.meeting_date, item)
    return ", ".join(one_line(fact) for fact in facts if fact)


def _place(hit: Hit) -> RenderableType:
    line = text("")
    style = "cyan"
    if hit.root and terminal.links():
        style += f" link {Path(hit.root, hit.file).as_uri()}#page={hit.page}"
    line.append(f"{one_line(hit.file)}, {page_of(hit.page, hit.label)}", style=style)
    if hit.section:
        line.append(f"; {_cut(one_line(hit.section), 60)}", style="dim")
    shown = [tag for tag in hit.tags if tag.partition(":")[0] in SHOWN_TAGS]
    if shown:
        line.append(f"  [{one_line(', '.join(shown[:4]))}]", style="magenta")
    if hit.also_in:
        line.append(f"  {_also(hit)}", style="dim")
    return indented(line)


def _also(hit: Hit) -> str:
    """Return how often and where the same words stand elsewhere."""
    first = hit.also_at[0] if hit.also_at else None
    places = count(hit.also_in, "other place")
    if first is None:
        return f"also in {places}"
    last = hit.also_at[-1]
    where = f"{_cut(one_line(Path(first.file).name), 40)}, p. {first.page}"
    if hit.also_in == 1:
        return f"also in {where}"
    days = sorted(day for day in (first.meeting_date, last.meeting_date) if day)
    span = f", {days[0]} to {days[-1]}" if len(days) == 2 and days[0] != days[1] else ""
    return f"also in {places}{span} (newest: {where})"


def _cut(words: str, most: int) -> str:
    """Return *words*, ended at a word's end where they are longer than *most*."""
    if len(words) <= most:
        return words
    return f"{words[:most].rsplit(' ', 1)[0]}..."


def _quote(hit: Hit) -> RenderableType:
    """Return the passage's own words with those that match marked: bold, or near in meaning."""
    start, end = _window(hit)
    line = text("... " if start else "")
    at = start
    for mark in hit.marks:
        if mark.start < at or mark.end > end:
            continue
        line.append_text(_words(hit.text[at : mark.start]))
        line.append_text(_words(hit.text[mark.start : mark.end], MARKED[mark.by]))
        at = mark.end
    line.append_text(_words(hit.text[at:end]))
    if end < len(hit.text):
        line.append(" ...")
    return indented(line)


def _words(part: str, style: str | None = None) -> Text:
    """Return a part of a passage without breaking its lines; blanks at its ends stay."""
    return text(_BLANK.sub(" ", part), style)


def _window(hit: Hit) -> tuple[int, int]:
    """Return which characters to show: all, or the part from a sentence on with the most marks."""
    words = [match.span() for match in _NO_BLANK.finditer(hit.text)]
    if len(words) <= MOST_WORDS_SHOWN:
        return 0, len(hit.text)
    latest = len(words) - MOST_WORDS_SHOWN
    begins = [n for n in range(1, latest) if hit.text[words[n - 1][1] - 1] in ".;:!?"]
    best = max(
        (0, *begins, latest),
        key=lambda n: (_marked(hit, words[n][0], words[n + MOST_WORDS_SHOWN - 1][1]), -n),
    )
    return words[best][0] if best else 0, words[best + MOST_WORDS_SHOWN - 1][1]


def _marked(hit: Hit, start: int, end: int) -> int:
    return sum(start <= mark.start and mark.end <= end for mark in hit.marks)


def _alike(hit: Hit) -> str:
    """Return the words that are near in meaning, for those who see no underlining."""
    near = {
        hit.text[mark.start : mark.end].lower(): mark.like
        for mark in hit.marks
        if mark.by == "meaning"
    }
    pairs = (f"{one_line(word)} (like {one_line(like)})" for word, like in near.items())
    return f"near in meaning: {', '.join(pairs)}" if near else ""


def sheet(answers: Sequence[Answer]) -> Sheet:
    """Return the hits as a table, for CSV, XLSX and Markdown."""
    from papersearch.export import Column, Sheet

    columns = (
        Column("question", "long"), Column("rank", "number"), Column("score", "number"),
        Column("title", "long"), Column("organisation"), Column("meeting_date", "date"),
        Column("file"), Column("page", "number"), Column("printed_page"), Column("section"),
        Column("text", "long"), Column("tags", "long"), Column("also_in", "number"),
        Column("also_at", "long"), Column("paper_id"), Column("answerable"),
    )  # fmt: skip
    rows = tuple(
        (
            answer.query, hit.rank, hit.score, hit.title, hit.organisation, hit.meeting_date,
            hit.file, hit.page, hit.label, hit.section, hit.text, "; ".join(hit.tags),
            hit.also_in, "; ".join(f"{s.file}, p. {s.page}" for s in hit.also_at), hit.paper_id,
            "yes" if answer.answerable else "no",
        )
        for answer in answers
        for hit in answer.hits
    )  # fmt: skip
    return Sheet(name="search", columns=columns, rows=rows)
