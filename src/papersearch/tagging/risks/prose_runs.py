"""Runs of risks and levels in one paragraph: "appetite: flooding, none; money, low to moderate".

Each item is a name and a level, parted by a sign (":", "–", ",", "("), by "appetite" or by a verb;
the items by semicolons or full stops, else by commas. A level may stand before the names that it
is set for: "Averse: fraud, safety. Open: research".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from msgspec.structs import replace
from spacy.tokens import Doc, Span

from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cues import cues, fold, matches
from papersearch.tagging.risks.found import Found, Taken
from papersearch.tagging.risks.names import clean, is_cover_label, split_reference
from papersearch.tagging.risks.prose_context import is_asserted, is_on_appetite, on_appetite
from papersearch.tagging.risks.prose_names import subject
from papersearch.tagging.risks.prose_patterns import QUOTE
from papersearch.tagging.risks.scales import low_to_high
from papersearch.tagging.risks.status import said_status
from papersearch.tagging.risks.value import expression, levels_in, read_appetite

_LONGEST_NAME = 10  # words
_LONGEST_GROUP = 6  # words of each name that shares a level
_STRONG = re.compile(r";\s*|(?<=[A-Za-z)\d])\.\s+(?=[A-Z(“\"])|\n+|\s\|\s")
_WEAK = re.compile(r",\s+(?:and\s+)?")
_MARK = re.compile(
    r"^(?:\W*(?:and|but|while|whilst|with)\s+|\W*\(?(?:[ivx]{1,4}|\d{1,2}|[a-z])[.)]\s+|[^\w(]+)",
    re.IGNORECASE,
)
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|may|can|be|been|which|who|that|we|it|they|"
    r"if|because|when|whether|said|asked|noted|agreed|there|you|i|described|set|rated|assessed|"
    r"judged|considered|held|defined|put)\b",
    re.IGNORECASE,
)
# The words that lead to the first item: "Those which touch the entries above are: patient safety".
_LEADS = (
    r"^.*\b(?:appetites?|levels?|follow(?:s|ing)|these|those|domains?|areas?|categor(?:y|ies)|"
    r"themes?|risks?)\b"
)
_LEAD_COLON = re.compile(rf"{_LEADS}[^:]*:\s*(?=\S)", re.IGNORECASE)
_LEAD_IN = re.compile(
    rf"{_LEADS}[^:]*?(?:\s[–—-]\s|\b(?:is|are|was|were|at|as|set|agreed)\b)\s*(?=\S)",
    re.IGNORECASE,
)
_OLD_IN_BRACKETS = re.compile(
    r"\b(?:last year|previous|former|prior|old|earlier|before|20\d\d)\b[^.;()]{0,40}"
    r"\bin brackets\b|"
    r"\bin brackets\b[^.;()]{0,30}\b(?:last year|previous|former|prior|old|before|20\d\d)",
    re.IGNORECASE,
)
_OF_ITEM = re.compile(
    r"^\W*(?:(?:and|but)\s+)?(?:the\s+(?:current\s+)?(?:position|risk|score)|it|this|which|now|currently)\b",
    re.IGNORECASE,
)
# Levels of something else: "Project ratings: quality, low; cost, moderate".
_NO_LEVELS = re.compile(
    r"\b(?:ratings?|scores?|scored|status|likelihood|tolerances?|priority|priorities|confidence|assurance|"
    r"maturity|complexity|sensitivity|urgency|demand|probability)\b",
    re.IGNORECASE,
)


@dataclass
class _Piece:
    """The risks that the characters *start* to *end* of a block put beside levels; may be none."""

    start: int
    end: int
    risks: list[Risk] = field(default_factory=list)


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    """Return the forms of an item: name and level; level and names; name, statement and level."""
    told = (
        r"(?:(?:the\s+|our\s+|its\s+|with\s+)?(?:an?\s+)?(?:risk\s+)?(?:appetite|level)\s*"
        r"(?:is|of|:|–|-|at)?\s+)?"
    )
    flags = re.IGNORECASE
    return {
        "item": re.compile(  # "flooding of homes, none"; "Finance – appetite Open, as in May"
            r"^(?P<name>[A-Za-z(“\"][^;:]{1,90}?)"
            r"(?P<sign>\s*[:=,(]|\s+[–—-]|[–—]|\s+(?:is|are|remains?|at|as|stays?)\b|\s+(?=(?-i:[A-Z])))\s*"
            rf"{told}(?:(?:is|at|as|an?|set|rated|be|to)\s+)*"
            rf"{QUOTE}(?P<new>{expression()}|no appetite){QUOTE}(?P<rest>(?:[\s,.;:()–—-].*)?)$",
            flags,
        ),
        "group": re.compile(  # "Averse: fraud, safety"
            rf"^(?P<new>{expression()})\s*(?:(?:risk\s+)?appetite\s*)?(?:(?:for|to)\b|:|\s[–—-]|[–—]|\()\s*"
            r"(?P<names>[A-Za-z][^:;()]{2,200}?)\)?\.?$",
            flags,
        ),
        "worded": re.compile(  # "Estates – We will not let a roof go unsurveyed (Minimal)"
            r"^(?P<name>[A-Z][^:;.()]{1,60}?)(?::|\s[–—-])\s+(?P<statement>(?:\S+\s+){4,}?\S+?)\s*"
            rf"[(\[](?:risk\s+)?(?:appetite:?\s+)?(?P<new>{expression()})[)\]]\.?$",
            flags,
        ),
    }


def read_runs(doc: Doc, taken: Sequence[Span]) -> Iterator[Found]:
    """Yield the risks of the paragraphs of *doc*, outside *taken*, that put risks beside levels."""
    spans = Taken(taken)
    for block in doc.spans.get("layout", ()):
        if block.label_ not in ("paragraph", "list_item") or spans.overlaps(block):
            continue
        text = block.text
        if len(re.findall(expression(), text, re.IGNORECASE)) > 1 and (
            is_on_appetite(text) or on_appetite(block)
        ):
            yield from _of_block(block)


def _of_block(block: Span) -> Iterator[Found]:
    text = block.text
    pieces = list(_pieces(text))
    run: list[_Piece] = []
    for piece in [*pieces, _Piece(len(text), len(text))]:
        if piece.risks:
            run.append(piece)
            continue
        words = text[piece.start : piece.end]
        if run and _OF_ITEM.match(words) and (told := said_status(words)) is not None:
            last = run[-1].risks[-1]
            run[-1].risks[-1] = replace(last, appetite=replace(last.appetite, status=told))
        if _is_run(block, run):
            yield from _found(block, run)
        run = []


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield *text* piece by piece, cut at semicolons and stops, else at commas."""
    old_in_brackets = _OLD_IN_BRACKETS.search(text) is not None
    for start, end in _cut(text, _STRONG, 0, len(text)):
        parts = list(_by_commas(text, start, end, old_in_brackets))
        if len(parts) > 1:
            yield from parts
        else:
            yield _Piece(start, end, _risks(text[start:end], old_in_brackets))


def _cut(text: str, sign: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each part of *text* between *start* and *end* stands that *sign* parts."""
    for cut in sign.finditer(text, start, end):
        yield start, cut.start()
        start = cut.end()
    yield start, end


def _by_commas(text: str, start: int, end: int, old_in_brackets: bool) -> Iterator[_Piece]:
    """Yield the items of a sentence that commas part; none where one is no item."""
    out: list[_Piece] = []
    for at, stop in _cut(text, _WEAK, start, end):
        part = text[at:stop]
        joint = next(
            (
                m
                for m in re.finditer(r"\s+and\s+", part)
                if _risks(part[: m.start()], old_in_brackets)
                and _risks(part[m.end() :], old_in_brackets)
            ),
            None,
        )
        places = [(at, stop)]
        if joint is not None:
            places = [(at, at + joint.start()), (at + joint.end(), stop)]
        for first, last in places:
            risks = _risks(text[first:last], old_in_brackets, by_comma=True)
            if not risks:
                return
            out.append(_Piece(first, last, risks))
    yield from out


def _risks(piece: str, old_in_brackets: bool, by_comma: bool = False) -> list[Risk]:
    """Return the risks of one item: a name and its level, or a level and its names."""
    forms = _forms()
    words = fold(piece).rstrip(".")
    leads = [lead.end() for form in (_LEAD_COLON, _LEAD_IN) if (lead := form.match(words))]
    for one in [*(words[end:] for end in leads), words]:
        one = _MARK.sub("", one)
        if group := forms["group"].match(one):
            names = [n for n in re.split(r",\s*(?:and\s+)?|\s+and\s+", group.group("names")) if n]
            plain = all(_is_name(n, _LONGEST_GROUP) and not levels_in(n) for n in names)
            if not by_comma and plain:
                appetite = Appetite(raw=group.group("new"), levels=_levels(group.group("new")))
                return [Risk(level1=subject_of(name), appetite=appetite) for name in names]
        if (worded := forms["worded"].match(one)) and _is_name(worded.group("name"), _LONGEST_NAME):
            printed = worded.group("new")
            reference, name = split_reference(worded.group("name"))
            return [
                Risk(
                    reference=reference,
                    level1=name or None,
                    statement=worded.group("statement"),
                    appetite=Appetite(raw=printed, levels=_levels(printed)),
                )
            ]
        item = forms["item"].match(one)
        if item and (risk := _risk(item, old_in_brackets)):
            return [risk]
    return []


def _levels(printed: str) -> tuple[str, ...]:
    return ("none",) if printed.lower() == "no appetite" else low_to_high(levels_in(printed))


def _risk(item: re.Match[str], old_in_brackets: bool) -> Risk | None:
    printed, rest = item.group("new"), item.group("rest")
    reference, name = split_reference(item.group("name").strip(' “”"‘’'))
    if not (name or reference) or (name and not _is_name(name, _LONGEST_NAME)):
        return None
    levels = _levels(printed)
    if not 0 < len(levels) < 3:
        return None
    rest = rest.removeprefix(")") if item.group("sign").strip() == "(" else rest
    appetite = Appetite(raw=printed, levels=levels)
    if old_in_brackets and (old := re.match(rf"\s*\(({expression()})\)", rest, re.IGNORECASE)):
        appetite = replace(appetite, raw=printed + old.group())
    elif rest.strip(" .)"):
        reading = read_appetite(printed + rest)
        if reading is not None and reading.appetite.levels:
            appetite = reading.appetite
        elif not re.match(r"\s*(?:[,:(–—-]|because\b|as\b|since\b|given\b|where\b)", rest):
            return None
    return Risk(reference=reference, level1=name and subject_of(name), appetite=appetite)


def subject_of(name: str) -> str:
    """Return *name* without what only leads to it ("for", "risks relating to")."""
    bare = re.sub(
        r"^(?:for|on|in|to|regarding|in relation to|with regard to)\s+", "", name, flags=re.I
    )
    return (subject(bare) if bare != name else None) or clean(name)


def _is_name(words: str, most: int) -> bool:
    """Tell the name of a risk from a clause, a level and the label of a cover sheet."""
    words = words.strip()
    return (
        0 < len(words.split()) <= most
        and re.search(r"[A-Za-z]{2}", words) is not None
        and _VERBAL.search(words) is None
        and re.search(r"\bappetite\b|[.?!]\s", words, re.IGNORECASE) is None
        and re.match(rf"{expression()}(?:$|\s(?:for|to|in)\b)", words, re.IGNORECASE) is None
        and not is_cover_label(words)
        and matches("prose", "no_item", words, whole=True) is None
    )


def _is_run(block: Span, run: Sequence[_Piece]) -> bool:
    """Tell levels of appetite, stated now and of this body, from any other list."""
    risks = [risk for piece in run for risk in piece.risks]
    if len(risks) < 2:
        return False
    text = block.text
    start = run[0].start
    near = " ".join(re.split(r"(?<=[.;])\s", text[:start].strip())[-2:]) + text[start : run[-1].end]
    ordinary = {*cues()["prose"]["ordinary"], "open"}
    telling = any(level not in ordinary for risk in risks for level in risk.appetite.levels)
    told = telling and (is_on_appetite(text) or on_appetite(block))
    if not is_on_appetite(near) and not told:
        return False
    since = re.split(r"[.;]\s", text[:start])[-2:]
    opened = text[:start].rstrip().endswith(";") and not any(map(is_on_appetite, since))
    if not telling and (opened or _NO_LEVELS.search(near)):
        return False  # "Completion: finance, high; estates, low"
    if any(matches("prose", "defines", risk.level1 or "") for risk in risks):
        return False
    before = text[:start].rstrip(" :.")
    return is_asserted(block, len(before), start)


def _found(block: Span, run: Sequence[_Piece]) -> Iterator[Found]:
    for piece in run:
        own = block.char_span(piece.start, piece.end, alignment_mode="expand")
        if own is None:
            continue
        for risk in piece.risks:
            why = evidence(own, "run of risks with a level each")
            yield Found(replace(risk, evidence=why), own, "prose")
