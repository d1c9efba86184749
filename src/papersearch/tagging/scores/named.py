"""Which risk a sentence scores: the words before the score without those of scoring."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papersearch.tagging.risks.names import clean, numbered, split_reference
from papersearch.tagging.risks.value import fold
from papersearch.tagging.scores.headers import is_label
from papersearch.tagging.scores.notation import cues
from papersearch.tagging.scores.scoring_words import without_scoring

_MOST_WORDS = 30
_MOST_NAME = 14  # words of a name that stands as a sentence of its own
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|noted|reported|agreed)\b")
_QUOTED = re.compile(r"(?:^|[\s(])[“\"‘'](?P<name>[^”\"]{4,120}?)[”\"’'](?!\w)")
_NUMBER = re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=[A-Za-z“\"‘'])")
# The number of a paragraph; before a bare name it is the risk's own.
_PARAGRAPH = re.compile(
    r"^\W*\(?[a-z]\)\s+|^\W*\d{1,3}[.)]\s+(?=.*\b(?:is|are|was|were|has|have|had|remains?|stands?|scores)\b)"
)
_HEARSAY = re.compile(
    r"^\W*(?:(?:however|overall|in addition|following review|as a result|currently|meanwhile|"
    r"also|(?:the |our )?\w+ (?:committee|board|group|members?) (?:\w+ )?"
    r"(?:noted|heard|agreed) that|"
    r"(?:it was |members |governors |trustees |directors )?noted that|note that)\b,?\s*)+",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"^(?:[\w’'-]+\s+){1,6}?(?:reported|noted|said|advised|explained|confirmed|asked|heard|highlighted|"
    r"stated|observed|added|agreed|queried|resolved|informed \w+(?: \w+)?|told \w+(?: \w+)?)\s+"
    r"(?:that|why|whether|how|if)\s+|^[^,.;:]{3,60}?\b(?:was|were)\s+"
    r"(?:expressed|noted|reported|raised|advised|highlighted|agreed|heard|told)\s+(?:that|about)\s+|"
    r"^we\s+(?:now\s+|currently\s+)?(?:score|rate|assess|put|place|see)\s+|"
    r"^(?:the|our|its)\s+(?:[\w-]+\s+){0,3}?(?:register|BAF|framework|profile|heat ?map)\s+"
    r"(?:now\s+)?(?:puts?|gives?|has|shows?|records?|scores?|lists?|rates?|places?|holds?|carries|sets?)\s+|"
    r"^(?:[\w’'-]+\s+){1,6}?(?:found|identified|noted|recorded|showed|shows|poses?|presents?)\s+"
    r"(?:an?\s+)?(?:\w+\s+)?risks?\s+(?:on|of|to|from|in|with|at)\s+(?:the\s+)?|"
    r"^(?:[\w’'-]+\s+){1,6}?(?:rated|scored|assessed|graded|placed|put|set|held|kept|left|raised|reduced|"
    r"lowered|increased|moved|re-?scored)\s+(?=(?:the\s+)?(?:(?:residual\s+|current\s+)?(?:risk|score))\b)|"
    r"^(?:[\w’'-]+\s+){1,6}?(?:agreed|decided|proposed|resolved|recommended|asked)\s+to\s+"
    r"(?:\w+\s+)?(?:raise|increase|reduce|lower|decrease|keep|hold|retain|maintain|leave|set|move|bring)\s+",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^(?:with(?=\san?\s(?:\w+\s)?(?:likelihood|probability|impact|consequence|score))|on|in|"
    r"under|at|within|against|according to|for|since|after|from|"
    r"of(?=\s(?:the|our|these|those|its)\s))\s[^,;:]{3,70},\s+(?=\S)",
    re.IGNORECASE,
)
_SCORE_OF = re.compile(
    r"\b(?:(?:the|a|its)\s+)?(?:(?:current|initial|inherent|residual|target|overall|net|gross)\s+)?"
    r"(?:risk\s+)?"
    r"(?:score|rating)s?\s+(?:for|of|on|against)\s+|"
    r"^\W*(?:the\s+)?(?:likelihood|probability|impact)\s+of\s+(?=[A-Za-z])|"
    r"\b(?:the\s+)?(?:(?:risk\s+)?register\s+)?entry\s+(?:for|on)\s+",
    re.IGNORECASE,
)
# "This paper bears on BAF 2 Cyber security, current score 15": what leads up to a reference.
_REFERENCE = re.compile(
    r"\b(?:(?:BAF|CRR|SRR|BRR)\s+(?:risk|SR|PR)\s?\d{1,4}|"
    r"(?:(?:[Pp]rincipal|[Ss]trategic|[Cc]orporate|BAF)\s+)?[Rr]isk\s+"
    r"(?:(?:[Nn]o\.?|[Nn]umber|ID|[Rr]ef\.?)\s*)?#?(?:[A-Z]{1,4}[ -]?)?\d{1,5}(?:\.\d)?|"
    r"(?:(?:[Pp]rincipal|[Ss]trategic|[Cc]orporate)\s+[Rr]isk\s+)?"
    r"(?!(?:FY|COVID|ISO|NHS|EIR|PIN|GP|Q|ICD|BS|CO|PM|IFRS|FRS|IAS|SI|HTM|FOI|H1N|M|A|B)[ /-]?\d)"
    r"[A-Z]{2,5}[ /-]?\d{1,5}(?:\.\d{1,2})?|R[ -]?\d{1,4})(?![\w%]|\.\d)"
)
_POINTS_AT = re.compile(
    r"\b(?:the|this|that|a|an|our|to|on|of|for|as|with|by|mitigates?|addresses|supports?|"
    r"affects?|under|concerns?|and|namely|is|are|against|including|risks?|from|impacts?)\s*[:(]?\s*$"
    r"|[:;–—(]\s*$|^\W*$|^\W*(?:since|in|at|during|following|after|over|this|last)\s[^,]{3,40}$",
    re.IGNORECASE,
)
_RISK_OF = re.compile(
    r"^(?:(?:net|gross|inherent|residual|current|overall|main|chief|key|principal|top|biggest|"
    r"greatest|highest|lowest|most serious)\s+)*risks?\s+"
    r"(?P<link>of|that|to|relating to|associated with|in relation to|around|regarding|from)\s+",
    re.I,
)
_THERE_IS = re.compile(
    r"^(?:there\s+(?:is|remains|was)\s+(?:still\s+)?(?:an?|the)\s+(?:\w+\s+){0,2}?)(?=risk)|"
    r"^(?:a|one|the|another)\s+(?:new|further|second|third|emerging)\s+risk\s*(?:,|:|\bon\b)\s*|"
    r"^(?:(?:the|our|its|a)\s+)?(?:(?:main|chief|key|principal|top|biggest|greatest|highest|second|"
    r"third|most\s+serious|only|new|other|one|single|leading|scoring|rated|joint|next)[ -]+)+"
    r"risks?(?:\s+(?:on|in|of|to|for)\s+(?:the|our|this)\s+[\w\s]{3,40}?)?\s*"
    r"(?:\b(?:is|are|remains?|continues?\s+to\s+be|was|were)\b|:)\s*(?:that\s+(?:of\s+)?|still\s+)?",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:with|by|once|when|after|if|under|following|because|since|as)\s", re.IGNORECASE
)
_LIMIT = re.compile(r"\b(?:tolerance|limit|threshold|appetite)\b", re.IGNORECASE)
_CONTROLS = re.compile(
    r"^(?:before|without|after|with)\s+(?:any\s+|our\s+|the\s+)?(?:controls?|mitigations?|actions?|treatment),?\s+",
    re.IGNORECASE,
)
_ON_MAP = re.compile(
    r"\s(?:sits|lies|is|stands|appears)\s+(?:in|on|at)\s+the\s[^,;]*$", re.IGNORECASE
)
# "It was satisfied that" the score was right: who speaks, not what is scored.
_SAYS_THAT = re.compile(
    r"^(?:it|they|we|members?|governors|the \w+)\s.*\bthat$|"
    r"^we\s+(?:want|would|should|hope|aim|expect|wish)\b",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&[a-z]{2,6};")  # of a page that was not decoded
_IN_BRACKETS = re.compile(r"\s*\(\s*(?P<name>[A-Za-z][^()]{3,90}?)\s*\)")
_IDENTITY = re.compile(r"^\W*(?P<id>\d{3,6})\s+(?=[A-Z])")
_PLACE = re.compile(
    r"[(\[]\s*(?P<ref>(?:BAF|risk|ref\.?|datix|CRR|SR|ID)\s*(?:no\.?\s*|#)?"
    r"[A-Z]{0,5}[-./ ]?\d{1,6}[a-z]?|"
    r"[A-Z]{1,5}[-./ ]?\d{1,6}[a-z]?|\d{3,6})\s*[)\]]",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:(?:this|that|it|its|these|they|which|the|risks?|former|latter|and|but|so|here|there|"
    r"both|all|each|score|scores|rating|ambition|aim|intention|is|gross|net|inherent|residual|"
    r"target|initial|current|currently|overall|now|today)\s*)*",
    re.IGNORECASE,
)
_NO_RISK = re.compile(
    r"\b(?:there are|risks? with|of these|number of|tolerance|appetite|band|limit|threshold)\b|"
    r"^\d+\b|^(?:average|mean)\b|"
    rf"^(?:{cues()['words']['bands']}\s+)+risks$|"
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
    >>> named("The committee agreed to raise the score of R7, Fraud, from 9 to ").name
    'Fraud'
    >>> named("Its target score is ").refers
    True
    """
    before = _ENTITY.sub(" ", before)
    quoted = _QUOTED.search(before)
    words = _HEARSAY.sub("", _NUMBER.sub("", _PARAGRAPH.sub("", before)))
    words = _WHERE.sub("", _SAID.sub("", words))
    words = _from_reference(_after_lead(_SCORE_OF.sub(" ", words)))
    words = without_scoring(words)
    if _SAYS_THAT.search(words):
        return Named(refers=True)
    reference = None
    if inside := _PLACE.search(words):
        reference = clean(inside.group("ref"))
        words = f"{words[: inside.start()]} {words[inside.end() :]}"
    found, subject = split_reference(words)
    if found is None and (first := _REFERENCE.match(words.strip())):
        found, subject = fold(first.group()), words.strip()[first.end() :]
    reference = reference or found
    if found is not None and (inside := _IN_BRACKETS.search(words)):
        named_so = words[: inside.start()].strip().endswith(found) or words.startswith(found)
        subject = inside.group("name") if named_so and inside.start() <= len(found) + 1 else subject
    if reference is None and (number := _IDENTITY.match(subject)):
        reference, subject = number.group("id"), subject[number.end() :]
    subject = _subject(clean(subject).strip(" ,;(–—-:["))
    if quoted:
        return Named(reference, fold(quoted.group("name")))
    if not re.search(r"[A-Za-z]{2}", subject) or _PRONOUN.fullmatch(subject) or is_label(subject):
        return Named(reference, refers=reference is None)
    if _LIMIT.match(subject) or _ADVERBIAL.match(subject):
        return Named(reference, refers=reference is None)
    if len(subject.split()) > _MOST_WORDS or _NO_RISK.search(subject):
        return Named(reference)
    return Named(reference, subject)


def named_after(after: str) -> Named:
    """Return the risk that words behind a score name: "L3 x C5: SR2 Cyber attack".

    >>> named_after(": SR2 Cyber attack")
    Named(reference='SR2', name='Cyber attack', refers=False)
    """
    found = re.match(r"\s*[)\]]?\s*(?::|[–—-]\s|\bfor\b)\s*(?P<name>[^.;(]+)", after)
    return named(found.group("name") + " is ") if found is not None else Named()


def _subject(words: str) -> str:
    """Return a name without what leads up to it: "There is a risk of flood" names flood."""
    subject = _THERE_IS.sub("", _ON_MAP.sub("", _CONTROLS.sub("", words)))
    subject = re.sub(r"^(?:the|our|its)\s+(?=\w)|^(?:a|an)\s+(?=risk\b)", "", subject, flags=re.I)
    if of := _RISK_OF.match(subject):
        subject = subject[of.end() :]
        if of.group("link").lower() != "that":
            subject = re.sub(r"^(?:the|our)\s+(?=\w)", "", subject, flags=re.IGNORECASE)
    subject = re.sub(r"[,;]?\s+(?:which|that|who|and|it|this)$", "", subject, flags=re.IGNORECASE)
    return subject.strip(" ,;:.(–—-[")


def has_risk_reference(text: str) -> bool:
    """Tell words that hold a reference as risks have them: "BAF 3", "SR-04", "CRR12"."""
    return any(
        re.match(r"BAF|[A-Z]{0,3}R\b|[A-Z]{0,3}R\d|[A-Z]{0,3}R[ /-]|.*risk", found.group(), re.I)
        for found in _REFERENCE.finditer(text)
    )


def _from_reference(words: str) -> str:
    """Return *words* from the reference that what stands before it only leads up to."""
    for found in _REFERENCE.finditer(words):
        if _POINTS_AT.search(words[: found.start()]) and not re.match(
            r"\s*\)", words[found.end() :]
        ):
            return words[found.start() :]
    return words


def is_label_first(text: str) -> bool:
    """Tell a sentence that begins with what is scored, not with a risk: "Score 12; target 6"."""
    words = re.match(r"\W*(?P<label>[A-Za-z ]{3,40}?)\s*(?::|[LCI]?\d|$)", text)
    return words is not None and is_label(words.group("label"))


def told_before(sentence: str, bare: bool = False) -> Named:
    """Return the risk that the sentence before introduces ("There is a risk that …").

    *bare*: it may be the name alone, as what follows begins with the label of a score.
    """
    sentence = fold(sentence).rstrip(" .")
    for place in _REFERENCE.finditer(sentence):
        if inside := _IN_BRACKETS.match(sentence, place.end()):
            return Named(fold(place.group()), inside.group("name"))
    reference, name = numbered(sentence)
    if reference:
        return Named(reference, name)
    reference, rest = split_reference(sentence)
    if (
        reference
        and rest
        and re.search(r"[A-Za-z]", reference)
        and len(rest.split()) <= _MOST_WORDS
    ):
        found = named(sentence + " is ")
        return Named(reference, found.name)
    labelled = re.match(
        r"(?:\w+\s){0,3}risk(?: title| name| description)?\s*[:–—-]\s+(?P<name>.+)$", sentence, re.I
    )
    if labelled and len(labelled.group("name").split()) <= _MOST_WORDS:
        return named(f"{labelled.group('name')} is ")
    if bare and len(sentence.split()) <= _MOST_NAME and not _VERB.search(sentence):
        found_name = named(f"{sentence} is ")
        if found_name.known:
            return found_name
    found_risk = re.search(
        r"\b(?:a|the|one|key|main|principal|this) (?:\w+ )?risk (?:is )?(?:that|of)\s+"
        r"(?P<name>[^.;:]+)",
        sentence,
        re.IGNORECASE,
    )
    if found_risk is None or len(found_risk.group("name").split()) > _MOST_WORDS:
        return Named()
    return Named(reference, fold(found_risk.group("name")).rstrip(" ,"))


def _after_lead(words: str) -> str:
    """Return what follows a colon, where a name stands there."""
    lead, colon, rest = words.rpartition(": ")
    if colon and len(re.findall(r"[A-Za-z]{2,}", without_scoring(rest))) >= 2:
        return rest if not split_reference(lead)[0] else words
    return words


def another(between: str) -> Named | None:
    """Return the risk that words between two scores name anew; ``None`` where they name none.

    >>> another(" and objection to the purchase order ").name
    'objection to the purchase order'
    >>> another(" with a target of ") is None
    True
    """
    words = re.split(r",\s+(?:and|while|whilst|but)\s+(?:that\s+)?", between)[-1]
    words = re.sub(r"^[\s,;.)\]]*(?:(?:and|while|whilst|but|or)\b\s*)?", "", words)
    is_scored = re.search(r"\b(?:scored|rated|scores|scoring|graded)\b", words, re.IGNORECASE)
    words = without_scoring(words)
    if re.search(
        r"^(?:we|it|they|this|that|its|our|which|you|whose|who)\b|\b(?:would|want|like)\b|"
        r"\b(?:target|initial|current|inherent|residual|gross|net|from|was|were|against|with|down|up|"
        r"reduc\w+|increas\w+|fall\w+|ris(?:es|ing)|drop\w+|now|if|once|when|after|before|by|sought|"
        r"goal|aim\w*|ambition|likelihood|impact)\b",
        words,
        re.IGNORECASE,
    ):
        return None
    found = named(words)
    is_name = found.name is not None and (len(found.name.split()) >= 2 or is_scored)
    return found if is_name or found.reference else None
