"""Every regular expression of the program on text made to trip it.

    python -m tests.hostile.patterns

An expression that backtracks badly takes eight times as long, or worse, on twice
the text. Each is searched for in endless runs of what it is made of, and is stopped
where it goes on a hundred times longer than the square of the text's length needs.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import inspect
import io
import json
import pkgutil
import re
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import papersearch
from papersearch.errors import ReadError

SIZE = 2000
LIMIT = 6.0
"""Seconds of the processor's time. At this size the slowest square of the program takes one, a
cube ten to a hundred."""
SUSPECT = 0.01
"""Seconds that an expression takes on a fifth of the size before it is looked at closely."""
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

ASKED = (
    ["search", "car park contract 2023"], ["search", '"waiting list" s.43(2)', "--explain"],
    ["appetite", "workforce"], ["appetite", "--review"], ["commitments"], ["foi"],
    ["foi", "--review"], ["foi", "--section", "43"], ["show", "PAPER"], ["list"], ["status"],
)  # fmt: skip
"""What is asked of an archive to meet expressions that are built while it answers."""

GREEDY = (" ", "\n", "\u00a0", ",", "-", "(", ".", "1", "a", "a ", "1 ", "A. ")
"""What most expressions skip any number of; these are tried for each of them every time."""


Expressions = dict[tuple[re.Pattern[Any], bool], str]
"""Each expression, and whether it is tried at a text's beginning only; with where it was met."""
LOADERS = (
    "papersearch.reading.ocr", "papersearch.embedding", "papersearch.tagging.learned",
    "papersearch.cli.terminal",
)  # fmt: skip
"""Modules whose functions load models or look at the terminal, not data."""


class _TookTooLongError(Exception):
    """An expression went on beyond the limit."""


def modules() -> Iterator[Any]:
    """Yield every module of the program."""
    for found in pkgutil.walk_packages(papersearch.__path__, "papersearch."):
        if not found.name.endswith("cli.main"):
            yield importlib.import_module(found.name)


def patterns() -> Expressions:
    """Return every expression of the program, with where it was met.

    Those that a module holds, alone or in whatever it holds; those that a function without
    parameters makes once and keeps, of the package's data for the most part; those written
    where they are used.
    """
    out: Expressions = {}
    for module in modules():
        for name, value in [*vars(module).items()]:
            where = f"{module.__name__}.{name}"
            _gather(value, where, out)
            if _makes_once(value, module.__name__):
                _gather(value(), f"{where}()", out)
        for line, pattern in inline(module):
            if pattern is not None:
                out.setdefault(pattern, f"{module.__name__}:{line}")
    return out


def _makes_once(value: Any, module: str) -> bool:
    return (
        hasattr(value, "cache_info")
        and not module.startswith(LOADERS)
        and getattr(value, "__module__", None) == module
        and not inspect.signature(value).parameters
    )


def _gather(value: Any, where: str, out: Expressions, depth: int = 0) -> None:
    if isinstance(value, re.Pattern):
        out.setdefault((value, False), where)
    elif depth == 6 or isinstance(value, str | bytes | int | float | type):
        return
    elif isinstance(value, dict):
        for part in [*value, *value.values()]:
            _gather(part, where, out, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            _gather(part, where, out, depth + 1)
    elif type(value).__module__.startswith("papersearch."):
        names = [*getattr(value, "__dict__", {}), *getattr(type(value), "__slots__", ())]
        for name in {*names, *getattr(type(value), "__struct_fields__", ())}:
            _gather(getattr(value, name, None), where, out, depth + 1)


AT_START = {"match", "fullmatch"}
USES = AT_START | {"compile", "search", "findall", "finditer", "sub", "subn", "split"}


def inline(module: Any) -> Iterator[tuple[int, tuple[re.Pattern[Any], bool] | None]]:
    """Yield the line and the expression of each call of ``re`` in a module's source.

    Whether it is tried at the beginning only stands with it. ``None`` where the expression is
    made of what only a run knows: :func:`met_on_the_way`.
    """
    for call in ast.walk(ast.parse(inspect.getsource(module))):
        if (
            not isinstance(call, ast.Call)
            or not isinstance(call.func, ast.Attribute)
            or not isinstance(call.func.value, ast.Name)
            or (call.func.value.id, call.func.attr in USES) != ("re", True)
        ):
            continue
        at = {"compile": 1, "search": 2, "match": 2, "fullmatch": 2, "findall": 2, "finditer": 2}
        given = [word.value for word in call.keywords if word.arg == "flags"]
        given += call.args[at.get(call.func.attr, 9) :][:1]
        values = []
        for part in [call.args[0], *given]:
            whole = compile(ast.Expression(part), module.__name__, "eval")
            try:
                values.append(eval(whole, vars(module)))
            except NameError:
                break
        else:
            yield call.lineno, (re.compile(*values), call.func.attr in AT_START)
            continue
        yield call.lineno, None


@contextmanager
def met_on_the_way() -> Iterator[Expressions]:
    """Gather what the program hands to ``re`` while it runs, as far as it does so in here."""
    out: Expressions = {}
    make: Any = re._compile  # type: ignore[attr-defined]

    def noted(pattern: Any, flags: Any) -> Any:
        made = make(pattern, flags)
        use, caller = sys._getframe(1), sys._getframe(2)
        name = caller.f_globals.get("__name__", "")
        if name.startswith("papersearch."):
            is_at_start = use.f_code.co_name in AT_START
            out.setdefault((made, is_at_start), f"{name}:{caller.f_lineno}")
        return made

    re._compile = noted  # type: ignore[attr-defined]
    try:
        yield out
    finally:
        re._compile = make  # type: ignore[attr-defined]


def used(folder: Path) -> Expressions:
    """Return the expressions met while papers are read and every desk is asked."""
    from papersearch.archive import ingest
    from papersearch.archive.work import process_file
    from papersearch.cli.main import main as terminal
    from tests.archive import library

    class Reader(library.Reader):
        def _read(self, path: str) -> bytes | ReadError:
            try:
                return process_file(path)
            except ReadError as error:
                return error

    with met_on_the_way() as out, tempfile.TemporaryDirectory() as index:
        ingest.Guard = Reader  # type: ignore[assignment, misc]
        with papersearch.open(index) as archive:
            archive.ingest(folder)
            first = next(archive.catalogue.records()).id
        for question in ASKED:
            words = [word.replace("PAPER", first) for word in question]
            with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
                terminal([*words, "--index", index])
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


def ends(
    pattern: re.Pattern[Any], run: str, end: str = "!", is_at_start: bool = False, size: int = SIZE
) -> bool:
    """Return whether finding all in an endless run of *run* ends within the limit."""
    whole = run * (size // len(run)) + end
    text: Any = whole.encode() if isinstance(pattern.pattern, bytes) else whole
    try:
        with _limited():
            if is_at_start:
                pattern.match(text)
            else:
                for _ in pattern.finditer(text):
                    pass
    except _TookTooLongError:
        return False
    return True


def survey(expressions: Expressions, runs: tuple[str, ...] = RUNS) -> dict[str, list[str]]:
    """Return the expressions that do not end, each with the runs that show it."""
    slow: dict[str, list[str]] = {}
    for (pattern, is_at_start), name in expressions.items():
        endless = [run for run in runs if not ends(pattern, run, is_at_start=is_at_start)]
        if endless:
            slow[f"{name} {pattern.pattern!r}"] = endless
    return slow


def suspects(expressions: Expressions) -> Iterator[tuple[Expressions, str]]:
    """Yield those few that take any time at all on a short run, each with its worst."""
    for (pattern, is_at_start), name in expressions.items():
        taken = []
        for run in GREEDY:
            started = time.process_time()
            ends(pattern, run, is_at_start=is_at_start, size=SIZE // 5)
            taken.append((time.process_time() - started, run))
        if max(taken)[0] > SUSPECT:
            yield {(pattern, is_at_start): name}, max(taken)[1]


def main() -> None:
    """Print one line of JSON for each expression that does not end."""
    of_a_run = used(Path(__file__).parents[2] / "corpus")  # before anything is made and kept
    of_the_source = patterns()
    every = of_a_run | of_the_source
    unknown = [
        f"{module.__name__}:{line}"
        for module in modules()
        for line, pattern in inline(module)
        if pattern is None and f"{module.__name__}:{line}" not in of_a_run.values()
    ]
    figures = {
        "expressions": len(of_the_source),
        "met in a run only": len(every) - len(of_the_source),
        "not met": unknown,
        "runs": len(RUNS),
    }
    print(json.dumps(figures))  # noqa: T201
    for name, runs in survey(every).items():
        print(json.dumps({name: runs}))  # noqa: T201


if __name__ == "__main__":
    main()
