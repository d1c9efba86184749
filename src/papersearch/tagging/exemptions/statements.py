"""What a paper says of its publication without citing a provision: closed, open, denied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papersearch.tagging.exemptions.found import STRENGTH, Statement
from papersearch.tagging.exemptions.patterns import search
from papersearch.tagging.exemptions.scope import Scope, named_in, names_itself
from papersearch.tagging.exemptions.sentence import Sentence
from papersearch.tagging.exemptions.values import HINT, field_value

_STRONG = re.compile(r"exempt|publi|disclos|releas|withh|circulat", re.IGNORECASE)
_NEAR = 45
_NONE = re.compile(r"no(?:t|ne)?\b", re.IGNORECASE)
_PUT_TO = re.compile(r"\W{0,4}(?:information|in|of|is)?\W{0,4}(?:the )?", re.IGNORECASE)
_UNLESS = re.compile(r"\bunless\b", re.IGNORECASE)
_NOT_YET = re.compile(r"ha(?:s|ve) not been\b", re.IGNORECASE)
"""What is no marking without a provision: "The report has not been published"."""
_NOTHING = re.compile(
    r"\bnothing (?:here|in (?:this|the) (?:paper|report|document))\b", re.IGNORECASE
)
_CONDITION = re.compile(r"\b(?:if|where|unless|whether|when)\b", re.IGNORECASE)
_WHOLLY = re.compile(r"\b(?:this|the) (?:report|paper|document)\b|^\W*(?:no|none)\b", re.IGNORECASE)


def of_value(sentence: Sentence) -> Statement | None:
    """Return what the words right behind a label say ("Exempt: No", "FOI status: Public")."""
    passage, text = sentence.passage, sentence.text
    if passage.guidance or passage.log:
        return None
    kind, part, length = field_value(passage.label, text)
    if kind is None or search("not_claims", "template", HINT.sub("", text)[:120]):
        return None
    named = named_in(sentence.plain, length, len(text)) if kind == "closed" else None
    if named is not None and named.part and not part:
        between = text[length : named.start]
        part = re.search(r"(?i)\b(?:as|because|since|due)\b", between) is None
    said = " ".join(text[:length].split())
    return Statement(
        kind, part, False, 3, sentence.start, sentence.end, passage.group,
        f"the field {passage.label.strip()!r} says {said!r}",
    )  # fmt: skip


def of_sentence(sentence: Sentence) -> Iterator[Statement]:
    """Yield what a sentence that claims no provision says."""
    if sentence.passage.log or sentence.passage.guidance:
        return
    if sentence.denied:
        yield from _denial(sentence)
    if not sentence.closed and not sentence.open:
        return
    if sentence.no_claim is None:
        yield from _closed(sentence)
        yield from _open(sentence)
    elif sentence.open and (
        _UNLESS.search(sentence.text, sentence.open[0].end())
        or (sentence.no_claim.startswith("it reports") and _this_is_open(sentence))
    ):
        # "it will be published unless …", "it was exempt, but this paper may be published"
        yield from _open(sentence)


def _this_is_open(sentence: Sentence) -> bool:
    match = sentence.open[-1]
    scope = sentence.scope_of(match, 0, len(sentence.text))
    return _said_of_itself(sentence, match, scope)


def opened(sentence: Sentence, why: str) -> Statement:
    """Return the statement that the paper is open."""
    passage = sentence.passage
    return Statement(
        "open", False, True, STRENGTH[passage.where], sentence.start, sentence.end,
        passage.group, why,
    )  # fmt: skip


def speaks_of_itself(sentence: Sentence) -> bool:
    """Tell whether a sentence says of this paper that it is, or was, withheld."""
    return any(
        _said_of_itself(sentence, match, sentence.scope_of(match, 0, len(sentence.text)))
        for match in sentence.closed
    )


def _said(match: re.Match[str]) -> str:
    return repr(" ".join(match.group().split()))


def _closed(sentence: Sentence) -> Iterator[Statement]:
    if not sentence.closed or sentence.excludes or sentence.text.endswith("?"):
        return
    passage, predicate = sentence.passage, sentence.closed[0]
    scope = sentence.scope_of(predicate, 0, len(sentence.text))
    if _NOT_YET.match(predicate.group()):
        return
    if passage.where == "prose":
        itself = _said_of_itself(sentence, predicate, scope)
        if not _STRONG.search(predicate.group()) or not (itself or sentence.is_banner(predicate)):
            return
    elif passage.where == "heading" and scope is None and not sentence.opens(predicate):
        return
    yield Statement(
        "closed", scope is not None and scope.part, scope is not None, STRENGTH[passage.where],
        sentence.start, sentence.end, passage.group, f"it says {_said(predicate)}",
    )  # fmt: skip


def _open(sentence: Sentence) -> Iterator[Statement]:
    for match in sentence.open:
        scope = sentence.scope_of(match, 0, len(sentence.text))
        if (scope is None or not scope.part) and match.group().lower().startswith("no"):
            scope = named_in(sentence.plain, match.end(), len(sentence.text)) or named_in(
                sentence.plain, 0, len(sentence.text)
            )
        itself = _said_of_itself(sentence, match, scope)
        if sentence.passage.where == "prose" and not itself and not sentence.is_banner(match):
            continue
        if scope is not None and scope.part and "exempt" not in match.group().lower():
            continue
        yield opened(sentence, f"it says {_said(match)}")
        return


def _said_of_itself(sentence: Sentence, predicate: re.Match[str], scope: Scope | None) -> bool:
    """Tell whether the predicate is said of this paper or its part, which stands beside it."""
    if scope is None or not names_itself(sentence.plain, scope):
        return False
    if scope.start >= predicate.start():
        gap = sentence.plain[predicate.end() : scope.start]
        return _PUT_TO.fullmatch(gap) is not None or _NONE.match(predicate.group()) is not None
    return predicate.start() - scope.end <= _NEAR


def _denial(sentence: Sentence) -> Iterator[Statement]:
    """Read "This report is not exempt", "There are no exempt appendices to this report"."""
    text, match = sentence.text, sentence.denied[0]
    if _CONDITION.search(text) or _NOT_YET.match(match.group()):
        return
    before = match.start() if match.start() > 3 else len(text)
    scope = sentence.scope_of(match, 0, len(text)) or named_in(sentence.plain, 0, before)
    about = scope is not None and (not scope.part or _WHOLLY.search(text) is not None)
    about = about or _NOTHING.search(text) is not None
    if sentence.passage.where == "prose" and not about:
        return
    if scope is not None and scope.part and not re.search(r"(?i)\b(?:no|none|any)\b", text):
        return
    yield opened(sentence, f"it denies {_said(match)}")
