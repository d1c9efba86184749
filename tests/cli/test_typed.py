"""A line that is typed shows the nearest passages below it, and nothing a paper says is obeyed."""

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from papersearch import OpenArchive
from papersearch.cli import terminal, typed
from papersearch.cli.interactive import PREVIEWED, Session


@pytest.fixture
def session(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("COLUMNS", "80")
    terminal.out.cache_clear()  # a console keeps the width that it was made for
    yield Session(OpenArchive(shelf, create=False), 5, "lexical", {})
    terminal.out.cache_clear()


def test_passages_stand_a_line_each_with_day_paper_and_page(session: Session) -> None:
    lines, _ = session.look("car parking")
    assert 1 <= len(lines) <= PREVIEWED
    assert lines[0].startswith("2022-11-24  Annual plan 2022/23  p. 2  ")
    assert all(len(line) <= 80 and line.isprintable() for line in lines)
    assert session.question == ""  # nothing was asked yet
    assert session.answer is None


def test_on_a_narrow_terminal_the_words_keep_their_room(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    terminal.out.cache_clear()
    lines, _ = session.look("car parking")
    assert lines[0] == "2022-11-24  p. 2  Car parking will…"


@pytest.mark.parametrize("line", ["quit", "more", "show 1", "year 2022/23", "year", "help", "?"])
def test_commands_are_no_questions(session: Session, line: str) -> None:
    assert session.look(line) == ([], 0.0)


def test_what_cannot_be_asked_is_told_in_a_line(session: Session) -> None:
    (line,), _ = session.look("-(-)-")
    assert line == "The question is empty: it holds no word to look for."


@pytest.mark.parametrize(
    "line", ["since when is car parking free", "show me car parking", "more car parking"]
)
def test_a_question_may_begin_with_a_commands_word(session: Session, line: str) -> None:
    assert session.look(line)[0]
    assert session.take(line)
    assert session.question == line


def test_a_line_is_looked_up_once_and_not_when_looking_is_slow() -> None:
    asked: list[str] = []
    slow = ("car", "car pa", "car par")

    def look(line: str) -> tuple[list[str], float]:
        asked.append(line)
        return [line.upper()], typed.PATIENCE_MS + (1 if line in slow else 0)

    preview = typed.Preview(look)
    assert preview.of("ca") == ()
    assert preview.of("car") == ["CAR"]
    assert preview.of("car ") == ["CAR"]
    assert preview.of("car p") == ["CAR P"]
    assert preview.of("car pa") == ["CAR PA"]
    assert preview.of("car par") == ["CAR PAR"]
    assert preview.of("car park") == ()  # the last two looks were slow
    assert asked == ["car", "car p", "car pa", "car par"]


def test_lines_are_read_and_keys_that_end_are_told() -> None:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        read = typed.reader("> ", lambda _: ([], 1.0))
        keys.send_text("car parking\n")
        assert read() == "car parking"
        keys.send_text("\x04")
        with pytest.raises(EOFError):
            read()
        keys.send_text("\x03")
        with pytest.raises(KeyboardInterrupt):
            read()


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_on_a_terminal_passages_stand_below_what_is_typed(shelf: Path) -> None:
    import pty

    command = [sys.executable, "-m", "papersearch.cli.main", "search", "--interactive"]
    child, terminal = pty.fork()
    if not child:
        os.environ.update(TERM="xterm", PAPERSEARCH_INDEX=str(shelf), COLUMNS="80", LINES="24")
        os.execv(command[0], [*command, "--mode", "lexical"])
    screen = Screen(terminal)
    screen.wait_for("papersearch>")
    screen.type("\x1b[200~car parking\x1b[201~")  # pasted, and so drawn at once
    screen.wait_for("2022-11-24  Annual plan 2022/23  p. 2")
    screen.type("\r")
    screen.wait_for("1. Annual plan 2022/23")
    screen.wait_for("papersearch>")
    screen.type("\x04")
    screen.wait_for_the_end()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


class Screen:
    """The terminal's side: it says where the cursor is when asked, and keeps what was drawn."""

    def __init__(self, terminal: int) -> None:
        self.terminal = terminal
        self.waiting = b""
        self.drawn = ""

    def type(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def wait_for(self, words: str) -> None:
        """Read until *words* are drawn; what was drawn up to there is forgotten."""
        while words not in self.drawn:
            self._read()
        self.drawn = self.drawn.partition(words)[2]

    def wait_for_the_end(self) -> None:
        with contextlib.suppress(OSError, EOFError):  # Linux says the former
            while True:
                self._read()

    def _read(self) -> None:
        data = os.read(self.terminal, 65536)
        if not data:
            raise EOFError
        # The end of a sequence may come with the next piece.
        whole, escape, begun = (self.waiting + data).rpartition(b"\x1b")
        if re.match(rb"\[[0-9;?]*[a-zA-Z]|[^\[]", begun) or not escape:
            whole, begun = whole + escape + begun, b""
        self.waiting = escape + begun if begun else b""
        if b"\x1b[6n" in whole:
            self.type("\x1b[1;1R")
        self.drawn += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", whole.decode("utf-8", "replace"))
