"""Which risk a sentence scores: the words before the score without those of scoring."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papersearch.tagging.risks.names import clean, numbered, split_reference
from papersearch.tagging.risks.value import fold

_MOST_WORDS = 30
_QUOTED = re.compile(r"(?:^|[\s(])[“\"‘'](?P<name>[^”\"’]{4,120})[”\"’](?!\w)")
_NUMBER = re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=[A-Za-z“\"‘'])")
_HEARSAY = re.compile(
    r"^\W*(?:(?:however|overall|in addition|following review|as a result|currently|meanwhile|"
    r"also|(?:the |our )?\w+ (?:committee|board|group|members?) (?:\w+ )?"
    r"(?:noted|heard|agreed) that|"
    r"(?:it was |members )?noted that|note that)\b,?\s*)+",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^(?:[\w’'-]+\s+){1,6}?(?:reported|noted|said|advised|explained|confirmed|asked|heard|highlighted|"
    r"stated|observed|added|agreed|queried|informed \w+(?: \w+)?|told \w+(?: \w+)?)\s+"
    r"(?:that|why|whether|how|if)\s+|^[^,.;:]{3,60}?\b(?:was|were)\s+"
    r"(?:expressed|noted|reported|raised|advised|highlighted|agreed|heard|told)\s+(?:that|about)\s+",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^(?:on|in|under|at|within|against|according to|for|since|after|from)\s[^,;:]{3,70},\s+(?=\S)",
    re.IGNORECASE,
)
_SCORE_OF = re.compile(
    r"\b(?:(?:the|a|its)\s+)?(?:(?:current|initial|inherent|residual|target|overall)\s+)?"
    r"(?:risk\s+)?"
    r"(?:score|rating)s?\s+(?:for|of|on|against)\s+",
    re.IGNORECASE,
)
# "This paper bears on BAF 2 Cyber security, current score 15"
_BEARS_ON = re.compile(
    r"^[^.;:]*?\b(?:bears? on|relates? to|links? (?:back )?to|linked to|addresses|supports|"
    r"mitigates|concerns|affects|contributes to)\s+(?:the\s+)?"
    r"(?=(?:(?:strategic|corporate|principal|BAF|CRR)\s+)?(?:risk|BAF|CRR|SR|PR)\s?\d)",
    re.IGNORECASE,
)
_RISK_OF = re.compile(
    r"^risks?\s+(?:of|that|to|relating to|associated with|in relation to|around|regarding)\s+", re.I
)
_MOVED = re.compile(
    r"\s+(?:(?:has|have|had|was|were|is|are)\s+)?(?:(?:now|also|since|recently)\s+)?"
    r"(?:been\s+|being\s+)?(?:increased|reduced|decreased|raised|lowered|moved|rose|risen|fell|fallen|dropped|went|gone|"
    r"came|come|improved|deteriorated|worsened|escalated|de-?escalated|reviewed|re-?scored|"
    r"re-?assessed|added|opened)\b(?P<bare>\s*$)?.*$|"
    r"\s+(?:which|that|who)\s+(?:is|was|has been|had been|are|were)\s*$|"
    r"\s+(?:is|was|are)\s+(?:new|recorded|held|on|included|listed|entered)\b.*$",
    re.IGNORECASE,
)
# "before the wall is raised is scored": the first verb is the name's own.
_FINITE = re.compile(r"^\s*(?:is|are|was|were|scores|stands|sits|remains|has|have|carries)\b", re.I)
_ADVERBIAL = re.compile(
    r"(?:with|by|once|when|after|if|under|following|because|since|as)\s", re.IGNORECASE
)
_LIMIT = re.compile(r"\b(?:tolerance|limit|threshold|appetite)\b", re.IGNORECASE)
# Words of scoring that may stand between a risk's name and its score, from the score backwards.
_SCORING = frozenset(
    """a an the at as of is are was were be been being has have had with now currently still also
    again both score scores scored scoring rate rates rated rating ratings graded grade grading
    assessed assessment stands stand stood sits sit remains remain remained remaining continues
    continue unchanged current initial inherent residual target targets overall gross net original
    high low moderate medium extreme significant red amber green given set held down up to from
    by carries carrying having gets likelihood consequence impact and""".split()
)
_PLACE = re.compile(
    r"[(\[]\s*(?P<ref>(?:BAF|risk|ref\.?|datix|CRR|SR|ID)?\s*(?:no\.?\s*|#)?"
    r"[A-Z]{0,5}[-./ ]?\d{1,6}[a-z]?)\s*[)\]]",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:(?:this|that|it|its|these|they|which|the|risks?|former|latter|and|but|so|here|there|"
    r"both|all|each|score|scores)\s*)*",
    re.IGNORECASE,
)
_NO_RISK = re.compile(
    r"\b(?:there are|risks? with|of these|number of|tolerance|appetite|band|limit|threshold)\b|"
    r"^\d+\b|"
    r"^(?:all|both|two|three|four|five|six|seven|eight|nine|ten|one)"
    r"(?:$|\s+(?:\S+\s+){0,3}?(?:risks?|of|others?)\b)|"
    r"\b(?:first|second|third|fourth|fifth|sixth|top|highest|lowest)\s+(?:\w+\s+)?risks?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The risk that words name; *refers* where they only point back to one."""

    reference: str | None = None
    name: str | None = None
    refers: bool = False

    @property
    def known(self) -> bool:
        """Something is named."""
        return bool(self.reference or self.name)


def named(before: str) -> Named:
    """Return the risk that the words *before* a score name.

    >>> named("CRR 5, Ageing plant, now stands at ")
    Named(reference='CRR 5', name='Ageing plant', refers=False)
    >>> named("Its target score is ").refers
    True
    """
    quoted = _QUOTED.search(before)
    words = _HEARSAY.sub("", _NUMBER.sub("", before))
    words = _WHERE.sub("", _SAID.sub("", words))
    words = _BEARS_ON.sub("", _SCORE_OF.sub(" ", words))
    words = _after_lead(words)
    plain = _without_scoring(words)
    moved = _MOVED.search(plain)
    if moved is not None and not (
        moved.group("bare") is not None and _FINITE.search(words[len(plain) :])
    ):
        plain = plain[: moved.start()]
    words = _without_scoring(plain)
    reference = None
    if inside := _PLACE.search(words):
        reference = clean(inside.group("ref"))
        words = f"{words[: inside.start()]} {words[inside.end() :]}"
    found, subject = split_reference(words)
    reference = reference or found
    subject = clean(subject).strip(" ,;(–—-:[")
    subject = re.sub(r"^(?:the|our|its)\s+(?=\w)|^(?:a|an)\s+(?=risk\b)", "", subject, flags=re.I)
    if of := _RISK_OF.match(subject):
        subject = subject[of.end() :]
        if "that" not in of.group().lower():
            subject = re.sub(r"^(?:the|our)\s+(?=\w)", "", subject, flags=re.IGNORECASE)
    subject = _without_scoring(subject)
    if quoted:
        return Named(reference, fold(quoted.group("name")))
    if not re.search(r"[A-Za-z]{2}", subject) or _PRONOUN.fullmatch(subject):
        return Named(reference, refers=reference is None)
    if _LIMIT.match(subject) or _ADVERBIAL.match(subject):
        return Named(reference, refers=reference is None)
    if len(subject.split()) > _MOST_WORDS or _NO_RISK.search(subject):
        return Named(reference)
    return Named(reference, subject)


def told_before(sentence: str) -> Named:
    """Return the risk that the sentence before introduces ("There is a risk that …")."""
    reference, name = numbered(sentence)
    if reference:
        return Named(reference, name)
    found = re.search(
        r"\b(?:a|the|one|key|main|principal|this) (?:\w+ )?risk (?:is )?(?:that|of)\s+"
        r"(?P<name>[^.;:]+)",
        sentence,
        re.IGNORECASE,
    )
    if found is None or len(found.group("name").split()) > _MOST_WORDS:
        return Named()
    reference = split_reference(sentence)[0]
    return Named(reference, fold(found.group("name")).rstrip(" ,"))


def _after_lead(words: str) -> str:
    """Return what follows a colon, where a name stands there."""
    lead, colon, rest = words.rpartition(": ")
    if colon and len(re.findall(r"[A-Za-z]{2,}", _without_scoring(rest))) >= 2:
        return rest if not split_reference(lead)[0] else words
    return words


def _without_scoring(words: str) -> str:
    """Return *words* without the words of scoring, signs and numbers that they end in."""
    kept = words.split()
    while kept:
        last = kept[-1]
        word = re.sub(r"[^A-Za-z0-9]", "", last).lower()
        if last.lower() in ("risk", "risks") and len(kept) < len(words.split()):
            following = words.split()[len(kept)].lower()
            if re.match(r"(?:score|ratings?)\b", following):
                kept.pop()
                continue
        if word and word not in _SCORING and not re.fullmatch(r"\d{1,2}", word):
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


def another(between: str) -> Named | None:
    """Return the risk that words between two scores name anew; ``None`` where they name none.

    >>> another(" and objection to the purchase order ").name
    'objection to the purchase order'
    >>> another(" with a target of ") is None
    True
    """
    words = re.sub(r"^[\s,;.)\]]*(?:(?:and|while|whilst|but|or)\b\s*)?", "", between)
    if re.search(
        r"\b(?:target|initial|current|inherent|residual|from|was|were|against|with|down|up|"
        r"reduc\w+|increas\w+|fall\w+|ris(?:es|ing)|drop\w+|now|if|once|when|after|before|by)\b",
        words,
        re.IGNORECASE,
    ):
        return None
    found = named(words)
    is_scored = re.search(r"\b(?:scored|rated|scores|scoring|graded)\b", words, re.IGNORECASE)
    is_name = found.name is not None and (len(found.name.split()) >= 2 or is_scored)
    return found if is_name or found.reference else None
