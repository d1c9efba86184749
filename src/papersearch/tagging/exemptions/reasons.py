"""Why something is withheld, verbatim: the words after "because" up to the end of the reason."""

from __future__ import annotations

import re
from functools import cache

from papersearch.tagging.exemptions.law import regimes, table
from papersearch.tagging.exemptions.patterns import pattern, search
from papersearch.tagging.exemptions.patterns import words as words_of

_EDGES = " \t\n,;:–-.\u2022"
_AFTER_CITATION = re.compile(
    r"\s*(?:\([^()]{1,90}\)\s*)?(?:[–:-]|\bappl(?:y|ies)\b\s*[–:-])\s+(?=\S)"
)
_AFTER_COMMA = re.compile(
    r"\s*(?:\([^()]{1,90}\)\s*)?[,;]\s+(?:being\s+|(?=(?:it being|they being|publicity|(?:its "
    r"|early )?(?:disclosure|"
    r"release|publication)|(?:an?|the|its|their)\s(?:\w+\s){1,4}(?:having|being)|containing"
    r"|relating|pending|will\s|contains?\s|holds?\s|prejudic\w+|"
    r"identif\w+|commercially|to (?:protect|avoid|prevent))\b))",
    re.IGNORECASE,
)
"""A reason as a phrase by itself: "section 1(2) of the Act, publicity being prejudicial"."""
_CLAUSE_AFTER = re.compile(
    r"\s*(?:\([^()]{1,90}\)\s*)?[,;]\s+(?!(?:which|who|whose|and|or|but|unless|if|so|where|when"
    r"|while|whereas"
    r"|subject|sections?|ss?\.|the (?:rest|remainder|main|covering|body|other)|this|appendi\w+"
    r"|annex\w*"
    r"|table|until|members|please|copies|it (?:may|can|will|is) |they (?:may|can|will|are) "
    r"|in (?:line|accordance|all|each|both)|by virtue|dated|under|paragraphs?|regulations?|read"
    r"|with|see"
    r"|other|all other|both|nothing|none|no|not|part|to be|then|having)\b)"
    r"(?=(?:[\w'\u2019-]+,? ){1,14}?(?:would|could|might|may|is|are|was|were|has|have|had|will"
    r"|cannot)\b)",
    re.IGNORECASE,
)
"""A reason as a clause by itself: "and section 31(1)(a), burglars would be helped"."""
_PHRASE_IN_BRACKET = re.compile(
    r"\s*,\s+(?=[a-z][^();]{8,200}\))(?!(?:and|or|but|which|as|see|until|under|sections?|s\.)\b)"
)
"""A reason within the bracket: "Annex C (FOIA s.43(1), a trade secret of the supplier)"."""
_LABELLED = re.compile(
    r":\s*(?:[A-Z]{2,5}\s)?(?:sections?|ss?\.?|reg\w*\.?|para\w*\.?)\s?[\d(][^,;:]{0,40}$",
    re.IGNORECASE,
)
_ANY_AFTER = re.compile(r"\s*,\s+(?=[a-z])(?!(?:and|or|but|which|who|until|unless|see)\b)")
"""A reason behind a marking: "Annex B: s.43(1) FOIA, trade secret of a bidder"."""
_OWN_BRACKET = re.compile(
    r"\s*\((?P<reason>(?!(?:see|as amended|Part|Schedule|the|and|or|if|\d|s\.|FOI|EIR"
    r"|information relating)\b)"
    r"[a-z](?:[^()]|\([^()]{1,30}\)){11,200})\)",
)
"""A reason in a bracket behind its citation: "s.41 (prices obtained in confidence)"."""
_IN_BRACKET = re.compile(r"\s*;\s+(?=[a-z][^();]{8,200}\))")
"""A reason within the bracket of the citation: "(s.31(1)(a); it would help a burglar)"."""
_NOT_REASON = re.compile(
    r"(?:appendi|annex|part|table|this (?:report|paper)|section|yes|no|until)\b", re.IGNORECASE
)
_LEAST_WORDS = 2
_DEFINED = re.compile(
    r"\b(?:defined|described|specified|listed|set out|referred to) (?:in|by|under)(?: the)?\s*$|"
    r"\bof (?:the|a|any) (?:descriptions?|kinds?|class(?:es)?) (?:(?:given|contained|set out"
    r"|listed|specified) )?(?:in|by)(?: the)?\s*$|"
    r"\bwithin the meaning of\s*$|\bfalling within\s*$",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\bqualified person\b[^.;]{0,90}?\b(?:opinion|view)\b[^.;:]{0,60}?\bthat\s+"
    r"|\b(?:opinion|view) of (?:the|our|a) qualified person\b[^.;:]{0,60}?\bthat\s+",
    re.IGNORECASE,
)
_SO = re.compile(
    r"[,;]? (?:so(?: that)?|and (?:so|therefore|hence)|hence|therefore|whence)"
    r"(?:\s(?:the exemption (?:in|at|under)|it is (?:exempt|withheld) (?:under|by)"
    r"|we rely on))?\s*$",
    re.IGNORECASE,
)
_NO_END = re.compile(
    r"(?:[\s,;]+(?:and|or|but|so that|so|under|by|by virtue of|pursuant to|in accordance with"
    r"|hence|as"
    r"|therefore|with|see|on|as to|as for|as regards|in respect of|in relation to"
    r"|with regard to|for))+"
    r"[\s,;]*$",
    re.IGNORECASE,
)
"""What only leads to the next provision: "… would harm it; under s.43(2)"."""
_CLAUSE_BEFORE = re.compile(r"[:;]\s+|\s[\u2013-]\s+")
_FRONT = re.compile(r"\W*(?:because|as|since|due to|given that|owing to)\b", re.IGNORECASE)


def reason_of(
    text: str, run: tuple[int, int], floor: int, ceiling: int, told: int = -1
) -> tuple[int, int] | None:
    """Return the reason that a sentence gives for the citations at *run*.

    Args:
        text: The sentence.
        run: Where the citations begin and end.
        floor: Where the words begin that are theirs and not another run's.
        ceiling: Where these end.
        told: Where the reason of the claim before begins; it is not given again:
            "as it is unfinished, and the bid under regulation 12(5)(e)".
    """
    start, end = run
    found = reason_after(text, end, ceiling)
    if found is None:
        found = reason_after(text, floor, start) if start > floor else None
        if found is not None and found[0] == told:
            found = None
        if found is not None and _DEFINED.search(text, found[0], start):
            # "exempt information as defined in paragraph 3": the reason runs on.
            found = reason_after(text, floor, ceiling) or found
    if found is None or (found[0] < start and _FRONT.match(text)):
        found = reason_in_front(text, start) or found
    return (
        found
        or reason_behind_dash(text, end, ceiling)
        or reason_behind_comma(text, end, ceiling)
        or reason_before_so(text, floor, start)
        or reason_of_opinion(text, floor, start)
    )


def reason_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the reason that a connective introduces in text[start:end]."""
    best: re.Match[str] | None = None
    for match in pattern("reason", "connectives").finditer(text, start, end):
        if not search("reason", "no_reason", text[match.end() : end].lstrip()):
            best = match
            break
    if best is None:
        return None
    low = best.end()
    if re.match(r"(?i)in order|so as|having been|to protect", best.group()):
        low = best.start()
    return _cut(text, low, end)


def reason_of_sentence(text: str) -> tuple[int, int] | None:
    """Return the reason that a sentence gives: "This is because …", "Disclosure would …"."""
    lead = search("reason", "lead", text)
    if lead is not None:
        low = lead.end() if not re.match(r"(?i)\W*it\b", lead.group()) else lead.start()
        return _cut(text, low, len(text))
    if search("reason", "whole_sentence", text):
        return _cut(text, 0, len(text))
    return reason_of_opinion(text, 0, len(text))


def reason_of_opinion(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return what a qualified person's opinion was: "gave her opinion that release would …"."""
    match = _OPINION.search(text, start, end)
    if match is None:
        return None
    stop = text.find(";", match.end(), end)  # "…; section 5 is therefore withheld under …"
    return _cut(text, match.end(), stop if stop >= 0 else end)


def reason_before_so(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the reason of "…: it was obtained in confidence, so that section 41 applies"."""
    so = _SO.search(text, start, end)
    if so is None:
        return None
    lead = None
    for lead in _CLAUSE_BEFORE.finditer(text, start, so.start()):  # noqa: B007 - the last
        pass
    return None if lead is None else _cut(text, lead.end(), so.start())


def reason_in_front(text: str, end: int) -> tuple[int, int] | None:
    """Return the reason of "Because it holds advice, Appendix E is withheld"."""
    match = pattern("reason", "connectives").match(text.lstrip(" \u2022-"))
    if match is None:
        return None
    offset = len(text) - len(text.lstrip(" \u2022-"))
    comma = re.search(
        r",\s+(?=(?:the|this|these|it|appendi|annex|table|section|we|part|enclosure|paragraph"
        r"|page|rows?|columns?|lines?|slides?|sections?|figures?|names|all|our)\w*\b)",
        text[offset + match.end() : end],
        re.IGNORECASE,
    )
    if comma is None:
        return None
    return _cut(text, offset + match.end(), offset + match.end() + comma.start())


def reason_behind_dash(text: str, citation_end: int, end: int) -> tuple[int, int] | None:
    """Return the reason of "s.43(2): disclosure would …"; an exemption's title is none."""
    match = _AFTER_CITATION.match(text, citation_end, end)
    if match is None:
        return None
    found = _cut(text, match.end(), end)
    if found is None:
        return None
    words = text[found[0] : found[1]]
    if search("reason", "no_reason", words):
        return None
    if len(words.split()) < _LEAST_WORDS or is_title(words) or not re.search(r"[a-z]{3}", words):
        return None
    if _NOT_REASON.match(words):
        return None
    return found


def reason_behind_comma(text: str, citation_end: int, end: int) -> tuple[int, int] | None:
    """Return the reason of "…, being legal advice" or of "(s.31(1)(a); it would …)"."""
    match = _AFTER_COMMA.match(text, citation_end, end) or _CLAUSE_AFTER.match(
        text, citation_end, end
    )
    if match is None and text[:citation_end].count(":") and _LABELLED.search(text, 0, citation_end):
        match = _ANY_AFTER.match(text, citation_end, end)
    if match is None:
        match = _OWN_BRACKET.match(text, citation_end, min(end + 1, len(text)))
        found = None if match is None else match.span("reason")
        if found is not None and not is_title(text[found[0] : found[1]]):
            return found
        match = None
    if match is None and text.count("(", 0, citation_end) > text.count(")", 0, citation_end):
        match = _PHRASE_IN_BRACKET.match(text, citation_end, min(end + 1, len(text)))
        if match is not None:
            close = text.find(")", match.end())
            return _cut(text, match.end(), min(end, close) if close >= 0 else end)
    if match is None:
        match = _IN_BRACKET.match(text, citation_end, min(end + 1, len(text)))
        close = text.find(")", match.end()) if match is not None else -1
        end = min(end, close) if close >= 0 else end
    found = None if match is None else _cut(text, match.end(), end)
    if found is None or is_title(text[found[0] : found[1]]):
        return None
    return found if len(text[found[0] : found[1]].split()) >= _LEAST_WORDS else None


def is_own_reason(gap: str) -> bool:
    """Tell whether a bracket behind a citation gives its own reason, and no title."""
    match = _OWN_BRACKET.match(gap)
    return match is not None and not is_title(match["reason"])


def is_title(words: str) -> bool:
    """Tell whether *words* only say the provision's subject ("commercial interests")."""
    folded = re.sub(r"[^a-z ]", "", words.lower()).strip()
    folded = re.sub(r"\b(?:exemption|information|the|of|any|a|an|to|relating|and)\b", " ", folded)
    titles = words_of("reason")["title_words"].split()
    said = set(folded.split())
    return said <= set(titles) or any(said <= title for title in _titles())


@cache
def _titles() -> tuple[frozenset[str], ...]:
    """Return the words of each provision's title in its Act."""
    found = (entry.get("title", "") for name in regimes() for entry in table(name).values())
    return tuple({frozenset(re.findall(r"[a-z]+", title.lower())) for title in found if title})


def _cut(text: str, start: int, end: int) -> tuple[int, int] | None:
    stop = pattern("reason", "ends").search(text, start, end)
    if stop is not None and stop.start() > start:
        end = stop.start()
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and (text[end - 1] in _EDGES or text[end - 1] in "(["):
        end -= 1
    if text[end - 1 : end] == "]" and text.count("[", start, end) < text.count("]", start, end):
        end -= 1
    goes_on = re.search(r"\w", text[end:]) is not None
    behind = _NO_END.search(text, start, end) if goes_on else None
    end = behind.start() if behind is not None else end
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    # A bracket that opened before the reason is not its own.
    if text[end - 1 : end] == ")" and text.count("(", start, end) < text.count(")", start, end):
        end -= 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if end > start and re.search(r"\w", text[start:end]) else None
