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
from dataclasses import dataclass
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import papersearch
from papersearch.errors import ReadError

SIZE = 2000
LIMIT = 6.0
"""Seconds of the processor's time. At this size the slowest square of the program takes one, a
cube ten to a hundred."""
SUSPECT = 0.004
"""Seconds that an expression takes on a tenth of the size before it is looked at closely."""
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
    ["appetite", "workforce"], ["appetite", "check"], ["commitments"], ["foi"],
    ["foi", "check"], ["foi", "--section", "43"], ["show", "PAPER"], ["papers"], ["status"],
)  # fmt: skip
"""What is asked of an archive to meet expressions that are built while it answers."""

GREEDY = (" ", "\n", "\u00a0", ",", "-", "(", ".", "1", "a", "a ", "1 ", "A. ")
"""What most expressions skip any number of; these are tried for each of them every time."""


Expression = tuple[re.Pattern[Any], bool]
"""An expression, and whether it is tried at a text's beginning only."""
Expressions = dict[Expression, str]
"""Each with where it was met."""
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


def inline(module: Any) -> Iterator[tuple[int, Expression | None]]:
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


@dataclass(frozen=True, order=True)
class Endless:
    """A text made to trip an expression: a beginning, what comes again and again, an end."""

    before: str
    run: str
    end: str = "!"

    def of_size(self, size: int) -> str:
        """Return about so many characters of it."""
        return self.before + self.run * (size // len(self.run)) + self.end


def ends(expression: Expression, text: Endless, size: int = SIZE) -> bool:
    """Return whether finding all in a text of that size ends within the limit."""
    pattern, is_at_start = expression
    whole: Any = text.of_size(size)
    if isinstance(pattern.pattern, bytes):
        whole = whole.encode("utf-8")
    try:
        with _limited():
            if is_at_start:
                pattern.match(whole)
            else:
                for _ in pattern.finditer(whole):
                    pass
    except _TookTooLongError:
        return False
    return True


def own_texts(pattern: re.Pattern[Any]) -> set[tuple[str, str]]:
    """Return beginnings and runs made of the expression itself, for each part that repeats.

    The beginning is what leads to the part, the run what the part is made of: one
    of its characters, two, or a whole turn.
    """
    out: set[tuple[str, str]] = set()
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin1")

    def walk(tree: Any, before: str) -> str:
        for code, value in tree:
            name, parts = str(code), _inside(code, value)
            if "REPEAT" in name and value[1] > 4:
                met = dict.fromkeys(_characters(value[2]))
                letters = [*met][:MOST_LETTERS]
                runs = {_sample(value[2])} | {a + b for a in letters for b in letters}
                out.update((before[-40:], run) for run in {*runs, *letters} if run)
            for part in parts:
                walk(part, before)
            before += _sample([(code, value)])
        return before

    walk(parser.parse(text, pattern.flags & ~re.LOCALE), "")
    return out


MOST_LETTERS = 6
"""Characters of a repeated part that are tried in twos."""


def _inside(code: Any, value: Any) -> list[Any]:
    """Return the trees inside a part of an expression."""
    name = str(code)
    if "REPEAT" in name:
        return [value[2]]
    if name == "SUBPATTERN":
        return [value[3]]
    if name == "BRANCH":
        return list(value[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if name == "ATOMIC_GROUP":
        return [value]
    return [part for part in value[1:] if part] if name == "GROUPREF_EXISTS" else []


def _of_class(items: Any) -> str:
    """Return characters of a class, one or two of each of its items."""
    kinds = {
        "CATEGORY_SPACE": " \n", "CATEGORY_DIGIT": "1", "CATEGORY_WORD": "aA",
        "CATEGORY_NOT_SPACE": "a-", "CATEGORY_NOT_DIGIT": "a ", "CATEGORY_NOT_WORD": " -",
    }  # fmt: skip
    out, is_negated = "", False
    for code, value in items:
        name = str(code)
        if name == "NEGATE":
            is_negated = True
        elif name == "LITERAL":
            out += chr(value)
        elif name == "RANGE":
            out += chr(value[0])
        elif name == "CATEGORY":
            out += kinds[str(value)]
    if is_negated:
        return "".join(ch for ch in "a A1-,.:;(\n\x00" if ch not in out)[:MOST_LETTERS]
    return out


def _characters(tree: Any) -> Iterator[str]:
    """Yield characters that a part can be made of."""
    for code, value in tree:
        name = str(code)
        if name in ("LITERAL", "NOT_LITERAL"):
            yield chr(value) if name == "LITERAL" else "a"
        elif name == "ANY":
            yield "a"
        elif name == "IN":
            yield from _of_class(value)
        elif not name.startswith("ASSERT"):
            for part in _inside(code, value):
                yield from _characters(part)


def _sample(tree: Any) -> str:
    """Return a short text that a part takes, as far as it can be told without trying."""
    out = ""
    for code, value in tree:
        name = str(code)
        if "REPEAT" in name:
            out += _sample(value[2]) * min(value[0], 20)
        elif name == "BRANCH":
            out += _sample(value[1][0])
        elif not name.startswith("ASSERT"):
            inside = _inside(code, value)
            out += (
                "".join(map(_sample, inside)) if inside else next(_characters([(code, value)]), "")
            )
    return out


ENDS = ("\x00", ".", " !")
"""What stands behind a run: hardly an expression takes all of them."""


def texts(pattern: re.Pattern[Any], runs: tuple[str, ...] = RUNS) -> list[Endless]:
    """Return what an expression is tried on: what any may skip, and what is made of itself."""
    own = sorted(own_texts(pattern))
    return [Endless("", run) for run in runs] + [
        Endless(before, run, end) for before, run in own for end in ENDS
    ]


def suspects(expressions: Expressions, runs: tuple[str, ...]) -> dict[Expression, list[Endless]]:
    """Return those few that take any time at all on a short text, the worst of their texts last."""
    out: dict[Expression, list[Endless]] = {}
    for expression in expressions:
        taken = []
        for text in texts(expression[0], runs):
            started = time.process_time()
            is_endless = not ends(expression, text, SIZE // 10)
            taken.append((time.process_time() - started, text))
            if is_endless:
                break
        if max(taken)[0] > SUSPECT:
            out[expression] = [text for seconds, text in sorted(taken) if seconds > SUSPECT]
    return out


def survey(
    expressions: Expressions, runs: tuple[str, ...] = RUNS, most: int = 40
) -> dict[str, list[str]]:
    """Return the expressions that do not end, each with texts that show it.

    Args:
        expressions: What is tried.
        runs: Texts that each is tried on beside those made of itself.
        most: So many of the texts that take an expression longest are tried at full size.
    """
    slow: dict[str, list[str]] = {}
    for expression, found in suspects(expressions, runs).items():
        endless = [text for text in found[-most:] if not ends(expression, text)]
        if endless:
            name = f"{expressions[expression]} {expression[0].pattern!r}"
            slow[name] = [repr(text.of_size(len(text.run) * 4)) for text in endless]
    return slow


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
