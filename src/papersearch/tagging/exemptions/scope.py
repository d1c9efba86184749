"""What is withheld, in the paper's own words: "This paper", "the figures in Table 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papersearch.tagging.exemptions.patterns import pattern, search

_CLAUSE = re.compile(
    r"[;:]\s|\.\s(?=[A-Z])|,\s(?:and|but|while|whereas)\s|\s[–-]\s|,\s(?=(?:this|the|these"
    r"|Appendi|Annex|Enclosure)\b)|"
    r"\b(?:and|but|while|whereas)\s(?=(?:the\s)?(?:Appendi|Annex|Enclosure|Table|Section"
    r"|Paragraph|Part)\w*\s)"
)
_ALL_OF_IT = re.compile(
    r"\W*(?:the\s|all\s)?(?:information|contents?)\s(?:contained\s)?(?:in|of|within)\s"
    r"(?:this|the)\s(?:report|paper|document)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:the|these|those|our|its|all)\s+(?!exception|exclusion|purpose|consideration"
    r"|discussion|duration)"
    r"(?:(?!(?:except|save|but|is|are|that|which)\b)[\w'’-]+\s+){1,6}(?:in|at|on|of|within"
    r"|from)\s+$",
    re.IGNORECASE,
)
_BARE_LEAD = re.compile(
    r"\W*+(?!(?i:as|at|by|for|from|in|if|it|no|of|on|the|this|to|under|we|with|and|but|also|see"
    r"|note|yes"
    r"|except|exempt\w*|public\w*|closed|part\w*|information)\b)[A-Z][\w'’-]+(?:\s(?!(?:have"
    r"|has|is|are|was|were|been|be|will)\b)[\w'’-]+){0,5}"
    r"\s(?:in|at|on|of|within|from)\s+"
)
"""What leads to a part without an article, at the start: "Draft modelling in Appendix 5"."""
_CALLED = re.compile(r",\s+(?:the|an?|our|its)\s+(?:(?!\band\b)[^,])+$", re.IGNORECASE)
"""What a part is called besides its name: "Appendix D, the ground survey"; no list's item."""
_EDGES = " \t\n,;:()[]–-\"'\u201c\u201d\u2018\u2022*."
_NO_SUBJECT = re.compile(
    r"(?:in|for|under|we|i|following|by|at|on|from|with|after|until|till|before|pending)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W*(?:\d+(?:\.\d+)*[.)]?|\(?[a-z]\)|\(?[ivx]+\))\s+(?=[A-Z])")
_ONLY = re.compile(r"\W*(?:only|just)\s+(?=\w)", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|will|may|can|should|contains?|under|because|exempt)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of|in|on|to)\s+", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|will|exclud\w+|consider\w+)\b", re.IGNORECASE
)
_WITH_PART = re.compile(
    r"(?:both )?(?:this|the) (?:report|paper|document)\b.{0,20}\b(?:and|with)\b", re.IGNORECASE
)
_BE = re.compile(r"\s*(?:is|are|be|remains?)\b", re.IGNORECASE)
_DOES = re.compile(r"\s+(?!(?:is|as|was|this|its|has|pages?|items?)\b)[a-z]+s (?:out )?(?!and\b)\w")
"""A verb behind the name of a part: "Appendix 3 sets out the letters and is withheld"."""
_CAVEAT = re.compile(r"\s*\[[^\[\]]{3,60}\]")
"""A marking before the subject: "[Commercial-in-Confidence] Slides 7 to 9"."""
_WHOLE_OF = re.compile(r"\b(?:the whole|all|the entirety) of\s+$", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?:(?!\b(?:is|are|was|were|has|have|will|and)\b)[^,;:.])+,\s(?:is|are|was|were|has|have"
    r"|will|must)\b",
    re.IGNORECASE,
)
_PAPER_NUMBER = re.compile(r"(?:[a-z]+ )?paper [A-Z]?\d[\d./-]*[a-z]?", re.IGNORECASE)
_PRIVATE_PART = re.compile(r"part (?:2|II|B|two)", re.IGNORECASE)
"""The half of an agenda that the public may not see, as a banner: it names no part of a paper."""
_LAST_OF_LIST = re.compile(r"[^.;:]{0,120}?\band\s+(?:the|our|its|[A-Z])")
_SAVE_FOR = re.compile(
    r"\b(?:except(?:ing)?(?: for)?|with the exceptions? of|apart from|save(?: for)?|other than"
    r"|excluding)\s+(?!that\b)|\bappl(?:y|ies|ied)\s+to\s+"
    r"|^\W*the\s(?:\w+\s){1,3}(?:agreed|resolved|noted|decided|confirmed|accepted"
    r"|proposes?)\sthat\s+",
    re.IGNORECASE,
)
_MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Scope:
    """Words *start* to *end* of the text; *part* tells a part from the whole paper."""

    start: int
    end: int
    part: bool

    def words(self, text: str) -> str:
        """Return them, white space folded."""
        return " ".join(text[self.start : self.end].split())


_WHOLE_ROW = re.compile(
    r"\W*(?:(?:the|this)\s)?(?:(?:main|covering|cover|whole|full|entire)\s)*"
    r"(?:paper|report|document|minutes|pack|business case|cover sheet)\W*"
    r"|\W*(?:the\swhole|all|the\sentirety|the\scontents?)\sof\s(?:it|this|them)\W*",
    re.IGNORECASE,
)


def is_whole(words: str) -> bool:
    """Tell whether a table's row names the paper itself: "The main report"."""
    return _WHOLE_ROW.fullmatch(words) is not None


_DEFINITE = re.compile(
    r"\W*(?:(?:and|but|also|both|while)\s+)?(?P<subject>(?:(?:the|these|those|our|its|all|both|some"
    r"|certain|several|two|three|four|five|six|[A-Z][\w-]+['’]s?)\s"
    r"(?:[\w'’&-]+\s+|\([^()]{2,80}\)\s+){0,12}?|(?-i:[A-Z]{1,4}-?\d{1,3})\s))"
    r"(?:is|are|was|were|will|has|have|must|should|remains?|attracts?|falls?|engages?|under"
    r"|\()(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[A-Z]{1,4}-?\d{1,3}")
"""A risk or a row by its reference: "FR3 is also covered by s.38(1)(b)"."""
_ACTS = re.compile(
    r"(?:the )?(?:acts?|law|public|press|regulations|exemptions?|section)\b", re.IGNORECASE
)


def definite_subject(text: str, start: int, end: int) -> Scope | None:
    """Return "The District Valuer's figure" of a clause that says it is withheld.

    It is looked for where a clause names no part and no paper; its words are definite,
    for "personal data is exempt under section 40" speaks of the law.
    """
    match = _DEFINITE.match(text, start, end)
    if match is None or _ACTS.match(match["subject"]):
        return None
    low, high = _trimmed(text, match.start("subject"), match.end("subject"))
    words = text[low:high]
    known = len(words.split()) > 1 or _NUMBERED.fullmatch(words) is not None
    return Scope(low, high, True) if known else None


_PUT_TO = re.compile(
    r"\s+(?:(?:applies|is applied|has been applied)\s+)?to\s+"
    r"(?P<object>(?:the|these|those|our|its|all)\s[\w'’-]+(?:\s[\w'’-]+){0,7}?)"
    r"(?=\s*(?:[.,;]|$)|\s+(?:and|because|as|since)\b)",
    re.IGNORECASE,
)


def put_to_object(text: str, start: int, end: int) -> Scope | None:
    """Return what a provision is put to behind it: "…, and 12(5)(b) to the file note"."""
    match = _PUT_TO.match(text, start, end)
    return Scope(*match.span("object"), True) if match is not None else None


def is_part(words: str) -> bool:
    """Tell whether *words* name a part of a paper."""
    if search("scope", "some_of", words):
        return _ALL_OF_IT.match(words) is None
    return (
        search("scope", "part", words) is not None
        or search("scope", "part_noun", words) is not None
    )


def subject_before(text: str, predicate: int, floor: int = 0) -> Scope | None:
    """Return what a predicate at *predicate* is said of, from its clause's words before it."""
    start = floor
    for match in _CLAUSE.finditer(text, floor, predicate):
        if match.end() >= predicate:
            break
        if _is_called(text, start, match):
            continue
        if _is_listed(text, start, match, predicate):
            continue
        # "This paper and Annex 1 are exempt" is one subject, two clauses need two verbs.
        if "and" not in match.group() or _VERB.search(text, start, match.start()):
            start = match.end()
    found = _noun_phrase(text, start, predicate)
    if found is None and start > floor:
        # "Appendix C, which …, is exempt": the subject stands before the inserted clause.
        found = _noun_phrase(text, floor, predicate)
    return found


def _is_called(text: str, start: int, comma: re.Match[str]) -> bool:
    """Tell whether a comma only says what a part is: "Appendix 2, the fire strategy, is …"."""
    low, high = _trimmed(text, start, comma.start())
    return (
        comma.group().startswith(",")
        and pattern("scope", "part").fullmatch(text, low, high) is not None
        and _CLOSES.match(text, comma.end()) is not None
    )


def _is_listed(text: str, start: int, comma: re.Match[str], predicate: int) -> bool:
    """Tell whether a comma only goes on with a list: "Appendix A, the minutes and the bids"."""
    if (
        not comma.group().startswith(",")
        or _LAST_OF_LIST.match(text, comma.end(), predicate) is None
    ):
        return False
    low, high = _trimmed(text, start, comma.start())
    words = text[low:high]
    return is_part(words) and not _NO_SUBJECT.match(words) and not _SAYS.search(words)


def _noun_phrase(text: str, start: int, end: int) -> Scope | None:
    said = _BE.match(text, end) is not None
    bracket = _CAVEAT.match(text, start, end)
    if bracket is not None:
        start = bracket.end()
    number = _NUMBER.match(text[start:end])
    if number is not None:
        start += number.end()
    only = _ONLY.match(text[start:end])
    if only is not None:
        start += only.end()
    intro = pattern("scope", "intro").match(text[start:end])
    if intro is not None and intro.end() < end - start:
        start += intro.end()
    for save_for in _SAVE_FOR.finditer(text, start, end):
        start = save_for.end()
    copula = pattern("scope", "copula").search(text[start:end])
    if copula is not None:
        end = start + copula.start()
    start, end = _trimmed(text, start, end)
    words = text[start:end]
    said = said or copula is not None
    if not words or (not said and _PRIVATE_PART.fullmatch(words)):
        return None
    named = pattern("scope", "part").match(words)
    if named is not None and (_CALLED.match(words, named.end()) or _DOES.match(words, named.end())):
        return Scope(start, start + named.end(), True)
    kind = _kind(words)
    if kind == "part" and _PAPER_NUMBER.fullmatch(words):
        return Scope(start, end, False)  # "Paper F2 is exempt", as the header numbers it
    if is_whole(words):
        return Scope(start, end, False)
    if kind is None:
        # "For the purposes of the Act this is an open paper."
        pointing = re.search(r"\b(?:this|it)$", words)
        return Scope(start + pointing.start(), end, False) if pointing else None
    if _NO_SUBJECT.match(words):
        # "In the view of the Chief Officer this appendix", "We consider this document".
        return named_in(text, start, end, last=True) or Scope(start, end, kind == "part")
    if len(words.split()) <= _MOST_WORDS and not re.search(
        r"(?i)\b(?:is|are|has|have|will|which|because|contains?|relates?|gives?|shows?|holds?"
        r"|includes?|describes?|concerns?|so|therefore)\b",
        words,
    ):
        return Scope(start, end, kind == "part")
    found = named_in(text, start, end, last=True)
    led = led_to(text, start, found) if found is not None and found.part else None
    if led is None or _SAYS.search(text, led.start, led.end):
        return found
    return led


def _kind(words: str) -> str | None:
    if _WITH_PART.match(words):
        return "whole"
    if is_part(words):
        return "part"
    if search("scope", "whole", words):
        return "part" if search("scope", "other_paper", words) else "whole"
    if re.match(r"(?i)(?:this|it)$", words):
        return "whole"
    if search("scope", "information", words):
        return "part"
    return None


def named_in(text: str, start: int, end: int, last: bool = False) -> Scope | None:
    """Return the first (or last) part of the paper, else the paper itself, named in a stretch."""
    found: list[Scope] = []
    for name in ("part", "part_noun", "whole"):
        matches = [
            m for m in pattern("scope", name).finditer(text, start, end) if not _is_banner(m)
        ]
        if matches:
            match = matches[-1] if last else matches[0]
            low = match.start()
            all_of = _WHOLE_OF.search(text, max(start, low - 24), low) if name == "whole" else None
            if all_of is not None:
                low = all_of.start()
            if last and len(matches) > 1 and _OF.fullmatch(text, matches[-2].end(), low):
                low = matches[-2].start()  # "rows 4 to 9 of Table 1"
            part = name != "whole" or search("scope", "other_paper", match.group()) is not None
            found.append(Scope(*_trimmed(text, low, match.end()), part))
    if not found:
        return None
    best, whole = found[0], found[-1]
    if last and not whole.part and whole.start > best.end:
        # "It was exempt under section 22 and now this paper …": another clause's part is none.
        between = text[best.end : whole.start]
        if _VERB.search(between) or re.search(r"\b(?:and|but|so)\s*$", between):
            return whole
    return best


def _is_banner(part: re.Match[str]) -> bool:
    """Tell "Part 2 - not for publication", which names the agenda's half and no part of a paper."""
    before, after = part.string[: part.start()], part.string[part.end() : part.end() + 3]
    return (
        _PRIVATE_PART.fullmatch(part.group()) is not None
        and not before.strip(_EDGES)
        and re.match(r"\s*(?:[-–—:(|]|$)", after) is not None
    )


def object_after(text: str, predicate: int, end: int) -> Scope | None:
    """Return what is withheld where it follows: "withheld pages 4-6 under", "Exempt: Annex A"."""
    stop = re.search(
        r"(?i)\b(?:under|because|since|pursuant|in accordance|on the ground|due to|until)\b|[.;]\s",
        text[predicate:end],
    )
    high = predicate + stop.start() if stop else end
    found = named_in(text, predicate, high)
    if found is None or not found.part:
        return found
    # "the ligature plan at Annex 4": the words before the part belong to it.
    return led_to(text, predicate, found) or found


def led_to(text: str, floor: int, found: Scope) -> Scope | None:
    """Return a part with the words that lead to it: "the names … in Table 4"."""
    lead = _LEAD.search(text[floor : found.start]) or _BARE_LEAD.fullmatch(
        text[floor : found.start]
    )
    if lead is None:
        return None
    return Scope(_trimmed(text, floor + lead.start(), found.end)[0], found.end, True)


def names_itself(text: str, scope: Scope) -> bool:
    """Tell whether the words name this paper or a part of it, not any plan or information."""
    words = scope.words(text)
    return any(search("scope", name, words) for name in ("part", "part_noun", "itself"))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    while text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return start, end
