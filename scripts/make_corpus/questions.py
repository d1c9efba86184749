"""Judged questions: each points at passages by words that stand in them.

Kinds: ``lay`` (no content word of the question stands in the passage),
``reference`` (a number, a section, a minute), ``table`` (a cell), ``change``
(what was said first and later), ``none`` (nothing here answers it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from scripts.make_corpus.content import ALL_QUESTIONS
from scripts.make_corpus.model import Block, Columns, Table, Text, bare

KINDS = ("lay", "reference", "table", "change", "none")
_COMMON = frozenset(
    """a about above after again against all also am an and any anyone are as at be because been
    before being below between both but by can could did do does doing down during each few for
    from further get give go had has have having he her here hers him his how i if in into is it
    its just least less let like made make many may me might more most much must my no nobody nor
    not now of off on once one only or other our out over own per quite said same say she should
    so some such than that the their them then there these they this those through to too under
    until up upon us use used very was we went were what when where whether which while who whom
    whose why will with within without would you your two three four five six""".split()
)
_ENDINGS = (
    "ations ation ingly iness ities ments ment ness ions ion ings ing edly ies ied ity ers er ed "
    "es ly s e y"
).split()


def stem(word: str) -> str:
    """Return a crude stem: enough to see that *waiting* and *waits* are one word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def content_words(text: str) -> set[str]:
    """Return the stems of the words of *text* that carry meaning."""
    words = re.findall(r"[a-z]+|\d[\d.,/]*\d|\d", text.lower().replace("’", "'"))
    return {stem(word) for word in words if word not in _COMMON and len(word) > 1}


def judged(places: dict[str, list[tuple[str, int, Any]]]) -> list[dict[str, Any]]:
    """Return the questions with the file and page of each passage.

    Args:
        places: For each paper's key the file, the first page and what was drawn,
            once for each file in which the paper stands.
    """
    rows = []
    faults = []
    for number, (kind, question, passages) in enumerate(ALL_QUESTIONS, 1):
        if kind not in KINDS or (kind == "none") != (not passages):
            faults.append(f"{kind!r} with {len(passages)} passages: {question}")
        answers = []
        for key, words in passages:
            if key not in places:
                faults.append(f"no paper {key}: {question}")
                continue
            fault = _fault(kind, question, words, places[key][0][2])
            if fault:
                faults.append(f"{fault}: {question}")
                continue
            for file, first, drawn in places[key]:
                page = first - 1 + _page(words, drawn.texts)
                answers.append({"key": key, "file": file, "page": page, "words": words})
        rows.append({"id": f"q{number:03}", "kind": kind, "question": question, "answers": answers})
    if faults:
        raise ValueError("questions:\n" + "\n".join(faults))
    return rows


def _fault(kind: str, question: str, words: str, drawn: Any) -> str | None:
    found = [passage for passage in passages(drawn.blocks) if _folded(words) in _folded(passage)]
    if not found:
        return f"{drawn.paper.key} does not say {words!r}"
    if not any(_folded(words) in _folded(text) for text in drawn.texts):
        return f"{drawn.paper.key}: no one page says {words!r}"
    shared = content_words(question) & content_words(found[0])
    if kind == "lay" and shared:
        return f"{drawn.paper.key}: the passage holds {sorted(shared)}"
    return None


def passages(blocks: Iterable[Block]) -> Iterable[str]:
    """Yield each paragraph, and each row of a table as one passage."""
    for block in blocks:
        if isinstance(block, Text):
            yield bare(block.text)
        elif isinstance(block, Columns):
            yield from (bare(text.text) for text in block.blocks)
        elif isinstance(block, Table):
            yield from (bare(" ".join(row)) for row in block.rows)


def _folded(text: str) -> str:
    return "".join(text.replace("’", "'").split()).lower()


def _page(words: str, texts: list[str]) -> int:
    return next(n for n, text in enumerate(texts, 1) if _folded(words) in _folded(text))
