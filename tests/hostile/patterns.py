"""Every regular expression of the program on text made to trip it.

    python -m tests.hostile.patterns

An expression that backtracks badly takes eight times as long, or worse, on twice
the text. Each is searched for in endless runs of what it is made of; what takes
notable time is tried on text twice as long, and the two times are compared.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import time
from collections.abc import Iterator
from typing import Any

import papersearch

SIZE = 2000
NOTABLE = 0.01
"""Seconds of the processor's time under which growth does not matter at this size."""
MOST_GROWTH = 7.0
"""For twice the text; 2 is linear, 4 is quadratic, 8 is cubic."""
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


def seconds(pattern: re.Pattern[Any], text: Any) -> float:
    """Return the processor's time that finding all takes."""
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started


def growth(pattern: re.Pattern[Any], run: str, end: str = "!") -> float | None:
    """Return how much longer twice the text takes, ``None`` where it takes no time to speak of."""

    def text(size: int) -> Any:
        whole = run * (size // len(run)) + end
        return whole.encode() if isinstance(pattern.pattern, bytes) else whole

    short, long = text(SIZE), text(2 * SIZE)
    if seconds(pattern, short) < NOTABLE:
        return None
    first = min(seconds(pattern, short) for _ in range(3))
    return min(seconds(pattern, long) for _ in range(2)) / max(first, 1e-6)


def survey() -> dict[str, list[str]]:
    """Return the expressions that grow too fast, each with the runs that show it."""
    slow: dict[str, list[str]] = {}
    for pattern, name in patterns().items():
        for run in RUNS:
            times = growth(pattern, run)
            if times is not None and times > MOST_GROWTH:
                slow.setdefault(name, []).append(f"{run!r}: {times:.1f}")
    return slow


def main() -> None:
    """Print one line of JSON for each expression that grows too fast."""
    print(json.dumps({"expressions": len(patterns()), "runs": len(RUNS)}))  # noqa: T201
    for name, runs in survey().items():
        print(json.dumps({name: runs}))  # noqa: T201


if __name__ == "__main__":
    main()
