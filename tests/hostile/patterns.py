"""Every regular expression of the program on text made to trip it.

    python -m tests.hostile.patterns

An expression that backtracks badly takes eight times as long, or worse, on twice
the text. Each is searched for in endless runs of what it is made of, and is stopped
where it goes on a hundred times longer than the square of the text's length needs.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import papersearch

SIZE = 2000
LIMIT = 20.0
"""Seconds of the processor's time; a square takes well under one at this size, a cube a hundred."""
RUNS = (
    "a", "A", "1", " ", "\t", ".", ",", "-", "(", ")", "a ", "A ", "1 ", "1.", "1,", "a.", "a, ",
    "(a", "(1)", "a(", "Aa ", "A. ", "1/", "£1", "\n", " \n", "a\n", "1\n", "section ", "s.1 ",
    "s.43(2)(a)", "section 36(2)(b)(i) and ", "the ", "of the ", "and ", "risk ", "the Board ",
    "appetite for ", "will ", "by ", "January ", "1 January 2023 ", "exempt under ", "because ",
    "2023/24 ", "2023-24 to ", "Trust ", "NHS Foundation Trust ", "to be ", "no later than ",
    "Cautious to ", "4 x 4 = 16 ", "L4 C4 ", "is ", "or ", "not ", "www.", "a@", "<", "<!--",
    "&", '"a', "'a", "|", "| a ", "[", "{", "_", "__ ", "…", "•", "–", ": ", ":a", "; ", "x", "é",
    "\u00a0", "☒ ", "Dr ", "Mr A. ", "Item 1.1 ", "Page 1 of ", "Agenda item ", "12.5% ",
)  # fmt: skip

GREEDY = (" ", "\n", "\u00a0", ",", "-", "(", ".", "1", "a", "a ", "1 ", "A. ")
"""What most expressions skip any number of; these are tried for each of them every time."""


class _TookTooLongError(Exception):
    """An expression went on beyond the limit."""


def modules() -> Iterator[Any]:
    """Yield every module of the program."""
    for found in pkgutil.walk_packages(papersearch.__path__, "papersearch."):
        if not found.name.endswith("cli.main"):
            yield importlib.import_module(found.name)


def patterns() -> dict[re.Pattern[Any], str]:
    """Return every expression that a module holds, alone, in a list or in a table."""
    out: dict[re.Pattern[Any], str] = {}

    def gather(value: Any, name: str, depth: int = 0) -> None:
        if isinstance(value, re.Pattern):
            out.setdefault(value, name)
        elif isinstance(value, dict) and depth < 4:
            for part in [*value, *value.values()]:
                gather(part, name, depth + 1)
        elif isinstance(value, list | tuple | set | frozenset) and depth < 4:
            for part in value:
                gather(part, name, depth + 1)

    for module in modules():
        for name, value in vars(module).items():
            gather(value, f"{module.__name__}.{name}")
    return out


@contextmanager
def _limited() -> Iterator[None]:
    """Stop what goes beyond the limit of the process's own time, which no busy machine uses up."""

    def stop(*_: object) -> None:
        raise _TookTooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def ends(pattern: re.Pattern[Any], run: str, end: str = "!") -> bool:
    """Return whether finding all in an endless run of *run* ends within the limit."""
    whole = run * (SIZE // len(run)) + end
    text: Any = whole.encode() if isinstance(pattern.pattern, bytes) else whole
    try:
        with _limited():
            for _ in pattern.finditer(text):
                pass
    except _TookTooLongError:
        return False
    return True


def survey(runs: tuple[str, ...] = RUNS) -> dict[str, list[str]]:
    """Return the expressions that do not end, each with the runs that show it."""
    slow: dict[str, list[str]] = {}
    for pattern, name in patterns().items():
        endless = [run for run in runs if not ends(pattern, run)]
        if endless:
            slow[f"{name} {pattern.pattern!r}"] = endless
    return slow


def main() -> None:
    """Print one line of JSON for each expression that does not end."""
    print(json.dumps({"expressions": len(patterns()), "runs": len(RUNS)}))  # noqa: T201
    for name, runs in survey().items():
        print(json.dumps({name: runs}))  # noqa: T201


if __name__ == "__main__":
    main()
