"""The scores that running words print, each with its kind: "gross 20, net 16, target 9"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from papersearch.tagging.scores.kinds import FALLING, Value, is_old, with_kinds
from papersearch.tagging.scores.notation import Order, figures, from_match, patterns

PRODUCTS = frozenset(a * b for a in range(1, 6) for b in range(1, 6))
"""What two factors of a five by five matrix can give."""
_FILLER = (
    r"(?:is|of|at|as|was|to|currently|now|remains?|remained|stands|stood|has|been|be|set|"
    r"unchanged|still|held|kept|assessed|only|just|high|extreme|moderate|low|a|an|the|red|amber|"
    r"green|score|rating|risk|level|position|should|will|it|this)"
)
_KIND = (
    r"(?:target|initial|inherent|gross|raw|current|present|residual|net|unmitigated|mitigated|"
    r"controlled|uncontrolled|untreated|treated|unmanaged|managed|original|wanted|desired|planned|"
    r"currently|today|now|before|after)"
)
# These are numbered themselves: "goal of 6" is a score, "strategic goal 4" is not.
_GOAL = r"(?:goal|aim|destination|ambition)"
_CUE = re.compile(
    rf"(?:\b(?:risk\s+)?(?:scor(?:e|es|ed|ing)|rat(?:ed|ing)s?|grad(?:ed|ing))\b"
    rf"(?:\s+{_FILLER}\b|\s*[:=–-]|\s*\()*\s*"
    rf"|(?:^|(?<=[\s(\[;:,/|–-])){_KIND}(?:\s+{_FILLER}\b|\s*[:=–-]|\s*\()*\s*"
    rf"|(?:^|(?<=[\s(\[;:,/|–-])){_GOAL}(?:\s+{_FILLER}\b|\s*[:=–-]|\s*\()+\s*"
    r"|\b(?:score|rating|target)s?\b[^.;:\d]{0,20}\b(?:for|of|on)\s[^.;:]{1,60}\s(?:is|remains|was)\s+"
    r"|\b(?:risen|fallen|gone|come|increased|reduced|decreased|raised|lowered|moved|dropped|rose|fell|"
    r"bring(?:ing)?|brought|get|down|back|downgraded|upgraded)\s+"
    r"(?:(?:it|this|that|the\s+(?:score|risk))\s+)?(?:\w+\s+)?to\s+(?:an?\s+)?"
    r"(?:(?:score|rating|level)\s+of\s+)?"
    r"|\b(?:remain(?:s|ed)?|stands?|sits?|is|are|continues|held|kept|unchanged|stays?|left|now|again)\s+"
    r"(?:unchanged\s+|held\s+)?at\s+(?:a\s+)?(?:an\s+)?"
    r"|\b(?:rates?|puts?|places?|placed|scores?|scored|assess(?:es|ed)|grades?|graded|sets?)\b"
    r"[^.;\d]{3,80}\b(?:at|as)\s+(?:an?\s+)?"
    r"|\b(?:no change|unchanged|static|stable)\s*[,:–-]\s*"
    r"|\baiming\s+(?:for|at)\s+"
    r"|\b(?:want|wants|like|get|have|see|bring)\s+(?:it|this|that|the\s+(?:score|risk))\s+"
    r"(?:(?:down\s+|back\s+)?to|at)\s+(?:be\s+)?"
    r"|\b(?:remain|remains|remained|stays)\s+(?:a\s+)?)$",
    re.IGNORECASE,
)
_SAYS_SCORE = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|rat(?:ed|ings?)|graded)\b[^.;,\d]{0,40}$", re.IGNORECASE
)
# What may follow a score that only "is at 12", not one that "is scored 12".
_GOES_ON = re.compile(
    r"\s*(?:$|[^\w\s£$€%]|(?:and|or|with|against|but|which|who|from|to|in|on|at|for|by|as|until|since|"
    r"because|this|these|the|while|whilst|though|although|when|before|after|once|following|"
    r"owing|due|given|despite|under|over|within|outside|above|below|if|is|are|was|has|had|will|"
    r"should|now|today|currently|at|again|overall|throughout|during|pending|subject|reflecting|"
    r"initial|inherent|gross|residual|net|current|target|high|red|amber|green|medium|low|extreme|"
    r"unchanged|remains|then|so|so that|it|where|than|out of 25)\b)",
    re.IGNORECASE,
)
_LISTS_RISKS = re.compile(
    r"\b(?:highest|top|biggest|greatest|red|extreme|main|principal|chief)\b[^.;\d]{0,30}\brisks?\b|"
    r"\brisks?\b[^.;\d]{0,30}\bscor(?:e|es|ed|ing)\b",
    re.IGNORECASE,
)
_ARROW = re.compile(
    r"(?P<old>\b\d{1,2})\s*(?:→|->|–>|➔|➜|⇒)\s*(?=\d{1,2}\b)|[:–(]\s*(?P<before>\d{1,2})\s+to\s+(?=\d{1,2}\b)"
)
_FROM_TO = re.compile(
    r"\bfrom\s+(?P<old>(?:(?!\bto\b)[^.;]){1,30}?)\s+(?:up\s+|down\s+)?to\s+(?:an?\s+)?"
    r"(?:(?:current|new|revised|residual)\s+)?(?:(?:score|rating)\s+of\s+)?(?=\d|[LCI]\d)",
    re.IGNORECASE,
)
_OF_LIMIT = re.compile(
    r"\b(?:toleran(?:ce|ces|t)|limit|threshold|appetite|ceiling)\b(?:\s*[:=]\s*$|(?:(?!\btarget\b)[^.;:,\d]){0,40}$)",
    re.IGNORECASE,
)
_AND_AT = re.compile(r"\b(?:and|then|but)\s+(?:\w+\s+)?at\s+$", re.IGNORECASE)
_LEADS_TO_FACTORS = re.compile(
    r"(?<![\w.,£$€])(?P<total>\d{1,2})(?:\s*[,(:–—-]\s*|\s+)"
    r"(?:being|that is|i\.?e\.?|with|from|made up of|given|for)?\s*(?:an?\s+)?$",
    re.IGNORECASE,
)
_INNER = 45  # characters between a total and the brackets with its factors


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    keys = ("product", "total_first", "slashed", "total_first_open", "named_product", "pair",
            "named_pair", "band_first", "band_last", "number")  # fmt: skip
    return tuple((key, patterns()[key]) for key in keys)


def values(text: str, order: Order | None, on_risks: bool = False) -> list[Value]:
    """Return the scores that *text* prints, in order; *on_risks* where it is known to be on risks.

    >>> [(one.kind, one.score.score) for one in values("gross 20, net 16, target 9", None)]
    [('initial', 20), ('current', 16), ('target', 9)]
    """
    plain = figures(text)
    given = _found(text, plain, order, on_risks)
    found = _joined(plain, sorted(given, key=lambda one: one.start))
    kept = [one for one in found if not is_old(plain, one)]
    return with_kinds(plain, kept)


def _found(printed: str, text: str, order: Order | None, on_risks: bool) -> Iterator[Value]:
    taken: list[tuple[int, int]] = []
    old = [m.span("old") for m in _FROM_TO.finditer(text)]
    old += [m.span("old" if m.group("old") else "before") for m in _ARROW.finditer(text)]
    has_score = on_risks or re.search(r"\brisk|\bscor|\brat(?:ed|ing)", text, re.I) is not None
    for key, pattern in _forms():
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(a < end and start < b for a, b in taken) or not _stands_alone(text, start, end):
                continue
            score = from_match(key, match, order)
            if score is None:
                continue
            before = text[:start]
            has_cue = (
                (key == "number" and _is_listed(text, start, end))
                or _CUE.search(before[-140:]) is not None
                or (FALLING.search(before) is not None and (bool(taken) or has_score))
                or any(m.end() == start for m in _FROM_TO.finditer(text[: end + 1]))
                or any(m.end() == start for m in _ARROW.finditer(text[: end + 1]))
                or (bool(taken) and _AND_AT.search(before) is not None)
            )
            in_brackets = before.rstrip().endswith(("(", "[", "–", "—", "-", ":"))
            is_band = key in ("band_last", "band_first")
            if is_band and not re.search(r"\d", printed[start:end]):
                continue  # "two high risks"
            if key == "number" and not (has_cue and _ends_there(before, text[end:])):
                continue
            if is_band and not (has_cue or (in_brackets and has_score) or _closed(match)):
                continue
            if key == "pair" and not has_cue and not (has_score and _ends_there("", text[end:])):
                continue
            taken.append((start, end))
            if _OF_LIMIT.search(before):
                continue
            if any(a <= start < b or a < end <= b for a, b in old):
                continue
            yield Value(None, start, end, score)


def _is_listed(text: str, start: int, end: int) -> bool:
    """Tell "the highest risks are ageing boilers (20) and vacancies (16)"."""
    in_brackets = text[start - 1 : start] in ("(", "[") and text[end : end + 1] in (")", "]")
    return (
        in_brackets
        and int(text[start:end]) in PRODUCTS
        and _LISTS_RISKS.search(text[:start]) is not None
    )


def _ends_there(before: str, after: str) -> bool:
    """Tell a score from a count: after "is at 12" come words that lead on, and no noun."""
    return _SAYS_SCORE.search(before[-60:]) is not None or _GOES_ON.match(after) is not None


def _closed(match: re.Match[str]) -> bool:
    """Tell "is amber (10)": a colour, and the number in brackets of its own."""
    return match.group().endswith((")", "]")) and re.search(r"[(\[]", match.group()) is not None


def _joined(text: str, found: list[Value]) -> list[Value]:
    """Put a total and the factors that give it together, where they stand beside each other."""
    out: list[Value] = []
    for one in found:
        before = out[-1] if out else None
        if before is not None and before.score.score is None:
            pair, total, at = before, one, one.start
        elif before is not None and before.score.factors is None:
            pair, total, at = one, before, None
        else:
            out.append(one)
            continue
        between = text[before.end : one.start]
        factors, product = pair.score.factors, total.score.score
        if (
            factors is not None
            and pair.score.score is None
            and total.score.factors is None
            and product == factors[0] * factors[1]
            and (len(between) <= _INNER or pair is before)
            and (";" not in between or "(" in between)
        ):
            whole = replace(pair.score, score=product, raw=text[before.start : one.end])
            out[-1] = Value(None, before.start, one.end, whole, at)
            continue
        out.append(one)
    return [_with_total(text, one) for one in out]


def _with_total(text: str, one: Value) -> Value:
    """Add the product that stands right before the factors: "at 20, being 4 for likelihood and"."""
    factors = one.score.factors
    if factors is None or one.score.score is not None:
        return one
    found = _LEADS_TO_FACTORS.search(text[: one.start])
    product = factors[0] * factors[1]
    if found is None or int(found.group("total")) != product:
        return one
    start = found.start("total")
    whole = replace(one.score, score=product, raw=text[start : one.end])
    return replace(one, start=start, score=whole)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell a number from a part of a date, a sum, a percentage or a reference."""
    before, after = text[max(0, start - 2) : start], text[end : end + 12]
    if re.search(r"[\w£$€.,/#]$|\d\s$", before):
        return False
    return not re.match(
        r"[A-Za-z0-9/%]|\s*%|[.,]\d|\s+(?:per\s?cent|percent|days?|weeks?|months?|years?|hours?|patients|staff|beds|"
        r"risks|million|m\b|k\b|people|cases|january|february|march|april|may\b|june|july|august|september|october|"
        r"november|december|actions|of the|of \d|out of (?!25\b))",
        after,
        re.IGNORECASE,
    )
