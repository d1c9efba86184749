"""Question after question with the model kept warm: a line is asked, or narrows what is asked."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papersearch.cli import search_view, terminal
from papersearch.cli.layout import count
from papersearch.errors import PapersearchError, UsageError

if TYPE_CHECKING:
    from papersearch.api import OpenArchive
    from papersearch.search import Answer

PROMPT = "papersearch> "
HELP = """\
A line is a question: getting patients home sooner
Words in quotes must occur, -word excludes.
  more           the next hits
  show N         the whole passage N and its place
  since DATE     only meetings since then; until DATE, year 2023/24, org WORDS, committee WORDS,
                 kind KIND, purpose WORD, tag TAG likewise; without a value: no longer
  filters        what the questions are narrowed to
  quit           or ctrl-D"""
QUIT = frozenset({"quit", "exit", "q", ":q"})
ALONE = frozenset({"help", "?", "filters", "more", *QUIT})
"""Words that are commands where nothing follows them."""
PREVIEWED = 4
"""Passages that are shown below a question while it is typed."""
FILTERS = {
    "since": "since", "until": "until", "year": "year", "org": "organisation",
    "organisation": "organisation", "committee": "committee", "kind": "kind",
    "purpose": "purpose", "tag": "tags",
}  # fmt: skip


class Session:
    """What a person has asked so far, and what it is narrowed to."""

    def __init__(
        self, archive: OpenArchive, count: int, mode: str, filters: dict[str, Any]
    ) -> None:
        self.archive = archive
        self.count = count
        self.mode = mode
        self.filters = filters
        self.question = ""
        self.shown = 0
        self.answer: Answer | None = None

    def take(self, line: str) -> bool:
        """Do what *line* asks for; ``False`` ends the session."""
        word, _, rest = line.strip().partition(" ")
        rest = rest.strip()
        if not word:
            return True
        if not _is_command(word, rest):
            self._ask(line.strip())
        elif word in QUIT:
            return False
        elif word == "show":
            self._show(int(rest))
        elif word in FILTERS:
            self._narrow(word, rest)
        elif word == "filters":
            self._tell_filters()
        elif word == "more":
            self._more()
        else:
            terminal.write(f"{HELP}\n")
        return True

    def look(self, line: str) -> tuple[list[str], float]:
        """Return the nearest passages to *line* as it is being typed, a line each, and ms."""
        word, _, rest = line.partition(" ")
        if _is_command(word, rest.strip()):
            return [], 0.0
        try:
            answer = self.archive.search(line, PREVIEWED, self.mode, **self.filters)
        except PapersearchError as error:
            return [terminal.one_line(error.message)], 0.0
        if not answer.answerable:
            return ["Nothing in the archive answers this closely yet."], answer.took_ms
        width = terminal.out().width - 4
        lines = [search_view.glance(hit, width) for hit in answer.hits]
        return lines, answer.took_ms

    def _ask(self, question: str) -> None:
        self.question, self.shown = question, 0
        self._more()

    def _more(self) -> None:
        if not self.question:
            terminal.write("Ask a question first; help says how.\n")
            return
        wanted = self.shown + self.count
        answer = self.archive.search(self.question, wanted, self.mode, **self.filters)
        import msgspec

        new = answer.hits[self.shown :]
        if self.shown and not new:
            terminal.write("There is no more.\n")
            return
        self.answer = answer
        part = msgspec.structs.replace(answer, hits=new)
        terminal.show(*search_view.rendered(part))
        self.shown = len(answer.hits)
        terminal.show(terminal.text(f"\n{answer.took_ms:.0f} ms", "dim"))

    def _show(self, rank: int) -> None:
        hits = self.answer.hits if self.answer is not None else ()
        if not 1 <= rank <= len(hits):
            terminal.write(f"There is no hit {rank}.\n")
            return
        hit = hits[rank - 1]
        lines = [terminal.one_line(hit.text), f"{hit.file}, p. {hit.page} (paper {hit.paper_id})"]
        if hit.root:
            lines.append(str(Path(hit.root, hit.file)))
        lines += [f"also: {place.file}, p. {place.page}" for place in hit.also_at]
        terminal.show(*(terminal.text(terminal.one_line(line)) for line in lines))

    def _narrow(self, word: str, value: str) -> None:
        name = FILTERS[word]
        before = dict(self.filters)
        if not value:
            self.filters.pop(name, None)
        elif name == "tags":
            self.filters[name] = [*self.filters.get(name, ()), value]
        else:
            self.filters[name] = value
        try:
            from papersearch.archive import make_filters

            make_filters(**self.filters)
        except UsageError:
            self.filters = before
            raise
        self._tell_filters()
        if self.question:
            self._ask(self.question)

    def _tell_filters(self) -> None:
        named = [f"{name} {value}" for name, value in self.filters.items() if value]
        terminal.write(f"{'; '.join(named) or 'No filters.'}\n")


def _is_command(word: str, rest: str) -> bool:
    """Tell a command from a question that begins with its word ("more beds for children")."""
    if word == "show":
        return rest.isdecimal()
    return (word in ALONE and not rest) or (word in FILTERS and (not rest or _is_value(word, rest)))


def _is_value(word: str, rest: str) -> bool:
    """Tell "since 2023" from a question that begins with the word ("since when ...")."""
    if word in ("org", "organisation", "committee"):
        return "?" not in rest and len(rest.split()) <= 6
    if word in ("since", "until", "year"):
        from papersearch.archive import make_filters

        try:
            make_filters(**{word: rest})
        except UsageError:
            return False
        return True
    return len(rest.split()) == 1 or (word == "tag" and ":" in rest)


def run(archive: OpenArchive, hits: int, mode: str, filters: dict[str, Any]) -> None:
    """Ask and answer until the person has had enough."""
    if mode != "lexical":
        archive.embedder.make_ready()
    status = archive.status()
    terminal.write(
        f"{count(status.papers, 'paper')}, {count(status.passages, 'passage')}. "
        "Ask a question; help says more, quit ends.\n"
    )
    terminal.flush()
    session = Session(archive, hits, mode, filters)
    read = _reader(session)
    while True:
        try:
            line = read()
        except EOFError:
            if sys.stdin.isatty():
                terminal.write("\n")
            return
        try:
            if not session.take(line):
                return
        except PapersearchError as error:
            terminal.say(f"{error.message} {error.remedy or ''}")
        terminal.flush()


def _reader(session: Session) -> Callable[[], str]:
    """Return what reads the next line: with a preview on a terminal that can be drawn upon."""
    if not sys.stdin.isatty():
        return input
    if sys.stdout.isatty() and not terminal.plain() and not terminal.out().is_dumb_terminal:
        from papersearch.cli import typed

        return typed.reader(PROMPT, session.look)
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - input() then has a history and can be edited
    return lambda: input(PROMPT)
