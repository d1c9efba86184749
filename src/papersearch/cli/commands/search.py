"""``papersearch search``: the passages that answer a question, with file and page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.cli.terminal import one_line
from papersearch.errors import ExitStatus

if TYPE_CHECKING:
    from rich.text import Text

    from papersearch.search import Answer, Hit

MOST_WORDS_SHOWN = 70


@app.command(rich_help_panel="Ask")
def search(
    query: Annotated[str, typer.Argument(help='The question; "-" reads one question a line.')],
    count: Annotated[
        int, typer.Option("-k", "--count", help="How many hits.", min=1, max=1000)
    ] = 10,
    index: options.Index = options.DEFAULT_INDEX,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    organisation: options.Organisation = None,
    committee: Annotated[str | None, typer.Option(help="Words of the meeting's name.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(help="paper, minutes, action_log, risk_register, strategy, policy."),
    ] = None,
    purpose: Annotated[
        str | None, typer.Option(help="assurance, decision, information, ...")
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(help="exemption:s.43, appetite:open, has:commitment, ...; all must be there."),
    ] = None,
    mode: Annotated[str, typer.Option(help="hybrid, dense or lexical.")] = "hybrid",
    explain: Annotated[bool, typer.Option("--explain", help="Say how each hit was found.")] = False,
    json: options.Json = False,
    csv: options.Csv = False,
) -> None:
    """Find the pages that answer a question put in your own words.

    "Quoted phrases" must occur, -word excludes, and a reference (s.43(2),
    25/077) is found in any way of writing it.

    Examples:
      papersearch search "getting patients home sooner" --since 2023-04-01
      papersearch search "car park contract" --tag exemption:s.43
      papersearch search '"length of stay" -maternity' --year 2023/24 -k 5
    """
    import papersearch

    archive = papersearch.OpenArchive(index, create=False)
    found_any = False
    questions = [line.strip() for line in sys.stdin if line.strip()] if query == "-" else [query]
    if csv:
        terminal.write_csv(_COLUMNS, ())
    for question in questions:
        answer = archive.search(
            question, count, mode, explain, since=since, until=until, year=year,
            organisation=organisation, committee=committee, kind=kind, purpose=purpose, tags=tag,
        )  # fmt: skip
        found_any = found_any or bool(answer.hits)
        if json:
            terminal.write_json(answer)
        elif csv:
            terminal.write_rows(_row(question, hit) for hit in answer.hits)
        else:
            _show(answer, len(questions) > 1)
    archive.close()
    if not found_any:
        raise typer.Exit(int(ExitStatus.NOTHING_FOUND))


_COLUMNS = (
    "question", "rank", "score", "title", "organisation", "meeting_date", "file", "page", "label",
    "section", "text", "tags", "also_in", "paper_id",
)  # fmt: skip


def _row(question: str, hit: Hit) -> list[object]:
    return [
        question, hit.rank, hit.score, hit.title, hit.organisation, hit.meeting_date, hit.file,
        hit.page, hit.label, hit.section, hit.text, "; ".join(hit.tags), hit.also_in, hit.paper_id,
    ]  # fmt: skip


def _show(answer: Answer, with_question: bool) -> None:
    show, text = terminal.show, terminal.text
    if with_question:
        show(text(f"\n{one_line(answer.query)}", "bold underline"))
    if not answer.hits:
        show(text("Nothing in the archive fits."))
    elif not answer.answerable:
        show(text("Nothing in the archive answers this closely. The nearest passages:", "yellow"))
    words = {w for w in answer.query.lower().replace('"', " ").split() if len(w) > 3}
    for hit in answer.hits:
        show(_heading(hit), _place(hit), _quote(hit, words))
        if hit.why is not None:
            why = hit.why
            show(
                text(
                    f"   score {hit.score}: meaning {why.cosine} (place {why.dense_rank}), words "
                    f"{why.bm25} (place {why.lexical_rank}): {', '.join(why.words) or 'none shared'}",
                    "dim",
                )
            )
    coverage = answer.coverage
    lacking = []
    if coverage.files_failed:
        lacking.append(f"{coverage.files_failed:,} files could not be read")
    if coverage.pages_not_searchable:
        lacking.append(f"{coverage.pages_not_searchable:,} pages hold no readable text")
    if lacking:
        show(text(f"\nNot searched: {' and '.join(lacking)} (papersearch status).", "dim"))


def _heading(hit: Hit) -> Text:
    line = terminal.text(
        f"\n{hit.rank}. {one_line(hit.title) or one_line(Path(hit.file).name)}", "bold"
    )
    facts = [one_line(f) for f in (hit.body or hit.organisation, hit.meeting_date) if f]
    if hit.agenda_item:
        facts.append(f"item {one_line(hit.agenda_item)}")
    line.append(f"  {', '.join(facts)}" if facts else "", style="not bold")
    return line


def _place(hit: Hit) -> Text:
    page = f"p. {hit.page}"
    if hit.label and hit.label != str(hit.page):
        page += f" (printed {one_line(hit.label)})"
    where = f"{one_line(hit.file)}, {page}"
    line = terminal.text("   ")
    style = "cyan"
    if hit.root and terminal.out().is_terminal and not terminal.plain():
        target = Path(hit.root, hit.file)
        style += f" link {target.as_uri()}#page={hit.page}"
    line.append(where, style=style)
    if hit.section:
        line.append(f"  {one_line(hit.section)[:60]}", style="dim")
    shown = [t for t in hit.tags if t.partition(":")[0] in ("exemption", "appetite", "commitment")]
    if shown:
        line.append(f"  [{one_line(', '.join(shown[:4]))}]", style="magenta")
    if hit.also_in:
        line.append(f"  also in {hit.also_in} other place{'s' * (hit.also_in > 1)}", style="dim")
    return line


def _quote(hit: Hit, words: set[str]) -> Text:
    from rich.padding import Padding

    shown = one_line(hit.text).split()
    start = _best_start(shown, words)
    part = shown[start : start + MOST_WORDS_SHOWN]
    quote = ("... " if start else "") + " ".join(part)
    quote += " ..." if start + len(part) < len(shown) else ""
    line = terminal.text(quote)
    for word in words:
        line.highlight_words([word], style="bold", case_sensitive=False)
    return Padding(line, (0, 0, 0, 3))  # type: ignore[return-value]


def _best_start(shown: list[str], words: set[str]) -> int:
    """Return where to begin so that most of the question's words are in view."""
    if len(shown) <= MOST_WORDS_SHOWN:
        return 0
    hits = [any(word in token.lower() for word in words) for token in shown]
    best = max(
        range(0, len(shown) - MOST_WORDS_SHOWN + 1, 5),
        key=lambda i: (sum(hits[i : i + MOST_WORDS_SHOWN]), -i),
    )
    return best
