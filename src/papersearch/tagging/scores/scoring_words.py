"""The words of scoring that stand between the name of a risk and its score."""

from __future__ import annotations

import re

from papersearch.tagging.scores.notation import figures

# Words of scoring that may stand between a risk's name and its score, from the score backwards.
_SCORING = frozenset(
    """a an the at as of has have had with now currently still also only just both
    again score scores scored scoring rate rated rating ratings graded grade grading
    assessed assessment current initial inherent residual target targets overall gross net original
    high low moderate medium extreme significant severe critical red amber green given giving gives
    up to from down by having gets likelihood probability consequence impact severity and unchanged
    been being be held kept left placed put increased reduced decreased raised lowered moved risen
    fallen gone come improved deteriorated worsened escalated de-escalated downgraded upgraded
    reviewed rescored reassessed added opened revised confirmed set since recently not highest
    lowest score's slightly further significantly its present today before after mitigation
    controls times multiplied x unmanaged managed untreated treated wanted aim goal
    re-scored re-rated re-assessed re-graded falling coming rising going
    moving heading dropping possible likely unlikely rare almost certain major minor
    thought gravest biggest greatest largest considered seen judged regarded deemed most serious
    in on this last quarter year month period static stable provisionally therefore
    january february march april may june july august september october november december""".split()
)
_FINITE = frozenset(
    """is are was were has have had remains remain remained stands stand stood sits sit continues
    continue continued scores score carries carry rose fell dropped went came increased decreased
    reduced moved improved deteriorated worsened should will would could must stays stayed gets
    holds ranks""".split()
)
_PREDICATES = frozenset("new unchanged stable static recent reviewed open".split())
_TIED = frozenset("been being be now also still since recently currently".split())
_FIGURE = re.compile(r"\d{1,2}|(?:19|20)\d\d|[lcips]?\d[x×][lcips]?\d|[lcips]\d")


def without_scoring(words: str) -> str:
    """Return *words* without the words of scoring, signs and numbers that they end in.

    One verb goes with them, and what is tied to it: "has been held at" is scoring, but in
    "before the wall is raised is scored" the first verb is the name's own.

    >>> without_scoring("Failure of the wall has gone up from 9 to ")
    'Failure of the wall'
    """
    kept = words.split()
    size = len(kept)
    verb = False
    while kept:
        last = kept[-1]
        word = re.sub(r"[^A-Za-z0-9'-]", "", last).lower()
        plain = figures(word).strip()
        if last.lower() in ("risk", "risks") and len(kept) < size:
            following = words.split()[len(kept)].lower()
            if re.match(r"(?:score|ratings?|level)\b", following):
                kept.pop()
                continue
        if verb:
            if word in _TIED or (word in ("has", "have", "had", "should", "will", "is", "was")):
                kept.pop()
                continue
            if word in ("and", "but") and len(kept) > 2 and _is_filler(kept[-2]):
                kept.pop()
                verb = False  # "had stood at 25 since 2022 but has come down to"
                continue
            if word == "and" and len(kept) > 2 and kept[-2].lower() in _PREDICATES:
                kept, verb = kept[:-2], False  # "is new and is scored"
                continue
            break
        if word in _FINITE and not re.search(r"[,;:.)]$", last):
            verb = word not in ("score", "scores", "reduced", "increased", "decreased", "moved",
                                "improved")  # fmt: skip
            verb = verb or (len(kept) < size and _is_subject(kept[:-1]))
            kept.pop()
            continue
        if word and word not in _SCORING and _FIGURE.fullmatch(plain) is None:
            break
        if (
            re.search(r"\d", word)
            and len(kept) >= 2
            and re.search(r"\b(?:[A-Z]{2,5}|[Rr]isk)$", kept[-2])
        ):
            break  # the number of a reference
        kept.pop()
    text = " ".join(kept)
    return text.rstrip(" ,;:(–—-[")


def _is_filler(word: str) -> bool:
    """Tell a number or a year, which end no name."""
    return _FIGURE.fullmatch(re.sub(r"[^\w]", "", word)) is not None


def _is_subject(words: list[str]) -> bool:
    """Tell words before a verb that end in none of scoring."""
    if not words:
        return False
    last = re.sub(r"[^A-Za-z]", "", words[-1]).lower()
    return bool(last) and last not in _SCORING and last not in _FINITE
