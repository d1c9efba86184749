"""A request letter, its questions and their outcome, for the FOI officer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from papersearch.cli import terminal
from papersearch.cli.card import STATUS_WORDS
from papersearch.cli.foi_view import MOST_PLACES, _short
from papersearch.cli.layout import Col, count, facts, foot, indented, page_of, table
from papersearch.cli.terminal import one_line, show, text
from papersearch.errors import PapersearchError, ReadError, UsageError

if TYPE_CHECKING:
    from papersearch.desks.letter import Question
    from papersearch.desks.request import RequestAnswer, Scheduled
    from papersearch.export import Sheet

MOST_SHOWN = 12


def run(
    subject: list[str] | None,
    questions: Path | None,
    index: Path,
    json: bool,
    csv: bool,
    output: Path | None,
) -> None:
    """Turn a letter into questions, or put questions to the archive.

    Raises:
        UsageError: No file is named, or nothing in it asks for anything.
    """
    if not subject or len(subject) != 1:
        raise UsageError("Which letter?", "papersearch foi request LETTER.txt")
    path = Path(subject[0])
    if path.suffix.lower() == ".toml":
        from papersearch.desks.letter import from_toml

        name, asked = from_toml(path)
    else:
        name, asked = path.name, read_letter(path)
    if questions is not None:
        _write(questions, asked, name)
        return
    import papersearch
    from papersearch.cli.deliver import deliver

    with papersearch.OpenArchive(index, create=False) as archive:
        answer = archive.foi_request(name, asked)
    deliver(
        answer, found=bool(answer.schedule), show=lambda: display(answer),
        sheets=lambda: sheets(answer), json=json, csv=csv, output=output,
    )  # fmt: skip


def read_letter(path: Path) -> list[Question]:
    """Return what the letter in *path* asks for, read in a guarded child.

    Raises:
        ReadError: It cannot be read.
        UsageError: Nothing in it asks for anything.
    """
    from papersearch.desks.letter import letter_text, questions_of
    from papersearch.reading.guard import Guard

    with Guard(letter_text, None, 1) as guard:
        words = guard.run(str(path))
    if isinstance(words, ReadError):
        raise words
    asked = questions_of(words)
    if not asked:
        raise UsageError(
            f"No question was found in {path.name}.",
            "Write the questions yourself: a TOML file with [[question]] and search = ...",
        )
    return asked


def _write(path: Path, asked: list[Question], name: str) -> None:
    from papersearch.desks.letter import as_toml
    from papersearch.export.write import write_text

    if path.suffix.lower() != ".toml":
        raise UsageError(f"{path} is no name for questions.", "Let it end in .toml.")
    try:
        write_text(path, as_toml(asked, name))
    except OSError as error:
        raise PapersearchError(
            f"{path} cannot be written: {error.strerror or error}.",
            "Name a file in a folder that is there and that you may write to.",
        ) from error
    for number, one in enumerate(asked, 1):
        show(text(f"{number}. {one_line(one.text)}"))
        span = " to ".join(day for day in (one.since, one.until) if day)
        show(indented(f"searched for: {one.search}" + (f" ({span})" if span else ""), style="cyan"))
    terminal.say(
        f"Written: {path}, {count(len(asked), 'question')}. Edit it, then: "
        f"papersearch foi request {path}"
    )


def display(answer: RequestAnswer) -> None:
    """Print the search terms, the schedule's beginning and what was searched."""
    show(text(f"Request: {one_line(answer.letter)}", "bold"))
    show(text("\nSearch terms", "bold"))
    rows = [
        (str(t.number), t.question.search, str(t.hits), str(t.papers), str(t.unique_papers),
         str(t.pages))
        for t in answer.terms
    ]  # fmt: skip
    columns = [Col("No", right=True), Col("Searched for", 1), Col("Hits", right=True),
               Col("Papers", right=True), Col("Only here", right=True),
               Col("Pages", right=True)]  # fmt: skip
    show(table(columns, rows))
    for term in answer.terms:
        if term.nearest is not None:
            near = term.nearest.place
            words = f"{term.number}. Nothing is close. The nearest: {one_line(near.title)}, "
            show(text(f"{words}{one_line(near.file)}, {page_of(near.page, near.label)}", "yellow"))
    show(text(f"\nSchedule: {count(len(answer.schedule), 'paper')}", "bold"))
    for number, one in enumerate(answer.schedule[:MOST_SHOWN], 1):
        _scheduled(number, one)
    if len(answer.schedule) > MOST_SHOWN:
        left = count(len(answer.schedule) - MOST_SHOWN, "more paper")
        show(text(f"\n{left}: -o schedule.xlsx", "dim"))
    for sentence in answer.nothing_found:
        show(text(f"\n{one_line(sentence)}", "yellow"))
    show(text("\nWhat was searched", "bold"))
    show(text(answer.statement))
    for file in answer.searched.not_read[:MOST_PLACES]:
        show(indented(f"not read: {one_line(file)}"))
    show(text(f"\n{answer.review}", "dim"))
    show(foot(answer.population))


def _scheduled(number: int, one: Scheduled) -> None:
    place = one.paper
    head = f"\n{number}. {place.meeting_date or 'no date'}  "
    show(text(head).append(one_line(place.title) or "(no title)", style="bold"))
    pages = ", ".join(map(str, one.pages))
    show(indented(f"{one_line(place.file)}, {'p.' if len(one.pages) == 1 else 'pp.'} {pages}",
                  style="cyan"))  # fmt: skip
    marked = STATUS_WORDS[one.status]
    provisions = ", ".join(dict.fromkeys(m.provision for m in one.markings))
    questions = ", ".join(map(str, one.questions))
    show(
        facts(
            (
                ("answers", f"question {questions}; {one.relevance}"),
                ("marking", f"{marked}: {provisions}" if provisions else marked),
                ("passage", _short(place.quote, 30)),
            ),
            indent=3,
        )
    )


def sheets(answer: RequestAnswer) -> list[Sheet]:
    """Return the schedule, the search terms and what was searched, as tables."""
    return [_schedule(answer), _terms(answer), _searched(answer)]


def _schedule(answer: RequestAnswer) -> Sheet:
    from papersearch.export import Column, Sheet

    columns = (
        Column("number", "number"), Column("meeting_date", "date"), Column("organisation"),
        Column("title", "long"), Column("file"), Column("page", "number"), Column("pages"),
        Column("questions"), Column("relevance"), Column("score", "number"), Column("marking"),
        Column("provisions"), Column("reason", "long"), Column("quote", "long"),
        Column("release"), Column("exemption_applied"), Column("officer_notes", "long"),
        Column("paper_id"),
    )  # fmt: skip
    rows = []
    for number, one in enumerate(answer.schedule, 1):
        place = one.paper
        reasons = dict.fromkeys(m.reason for m in one.markings if m.reason)
        rows.append((
            number, place.meeting_date, place.organisation, place.title, place.file, place.page,
            ", ".join(map(str, one.pages)), ", ".join(map(str, one.questions)), one.relevance,
            one.score, STATUS_WORDS[one.status],
            ", ".join(dict.fromkeys(m.provision for m in one.markings)), "; ".join(reasons),
            place.quote, None, None, None, place.paper_id,
        ))  # fmt: skip
    note = f"{answer.review} {answer.statement}"
    return Sheet(name="schedule", columns=columns, rows=tuple(rows), note=note)


def _terms(answer: RequestAnswer) -> Sheet:
    from papersearch.export import Column, Sheet

    columns = (
        Column("number", "number"), Column("question", "long"), Column("searched_for", "long"),
        Column("since", "date"), Column("until", "date"), Column("hits", "number"),
        Column("papers", "number"), Column("papers_only_here", "number"),
        Column("pages", "number"), Column("outcome", "long"),
    )  # fmt: skip
    rows = []
    for t in answer.terms:
        outcome = f"{t.papers:,} papers" if t.hits else "nothing close was found"
        if t.nearest is not None:
            outcome += f"; nearest: {t.nearest.place.file}, p. {t.nearest.place.page}"
        rows.append((
            t.number, t.question.text, t.question.search, t.question.since, t.question.until,
            t.hits, t.papers, t.unique_papers, t.pages, outcome,
        ))  # fmt: skip
    return Sheet(name="search terms", columns=columns, rows=tuple(rows), note=answer.statement)


def _searched(answer: RequestAnswer) -> Sheet:
    from papersearch.export import Column, Sheet

    held = answer.searched
    rows: list[tuple[str, str]] = [
        ("statement", answer.statement), ("letter", answer.letter), ("searched at (UTC)", held.at),
        ("archive", held.digest), ("model", held.model or "none"),
        ("papers", f"{held.papers:,}"), ("files", f"{held.files:,}"),
        ("pages", f"{held.pages:,}"),
        ("pages without readable text", f"{held.pages_not_searchable:,}"),
        ("meetings", f"{held.first_meeting or '?'} to {held.last_meeting or '?'}"),
        *(("file not read", file) for file in held.not_read),
        *(("nothing found", sentence) for sentence in answer.nothing_found),
        ("review", answer.review),
    ]  # fmt: skip
    columns = (Column("what"), Column("found", "long"))
    return Sheet(name="what was searched", columns=columns, rows=tuple(rows))
