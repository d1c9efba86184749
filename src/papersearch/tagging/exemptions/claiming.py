"""Makes claims of a sentence's citations: of what, why, and what that says of the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from papersearch.tagging.exemptions.advice import publication_date
from papersearch.tagging.exemptions.cited import Reference
from papersearch.tagging.exemptions.extent import full
from papersearch.tagging.exemptions.found import STRENGTH, Claim, Findings, Other, Statement
from papersearch.tagging.exemptions.joints import joined
from papersearch.tagging.exemptions.judge import Run, judge
from papersearch.tagging.exemptions.law import regimes
from papersearch.tagging.exemptions.patterns import pattern
from papersearch.tagging.exemptions.reasons import reason_after, reason_of, reason_of_sentence
from papersearch.tagging.exemptions.scope import Scope, is_whole, names_itself
from papersearch.tagging.exemptions.sentence import Sentence
from papersearch.tagging.exemptions.statements import opened
from papersearch.tagging.exemptions.whose import (
    of_label,
    of_value_before,
    of_withheld_before,
    told_before,
    within_reason,
)

_WITHIN = re.compile(
    r"\b(?:by|under|of|in|to|with|within|for|as|because|since|that|and|which)(?: the)?\s*$",
    re.IGNORECASE,
)
_UNTIL_THEN = re.compile(r"(?i)\b(?:until|till|before) (?:then|that (?:date|day|time))\b")
_JOINT = re.compile(
    r"(?:[\s,;]*+\b(?:and|while|but|as well as|as to|as for|as regards"
    r"|in respect of)\b){0,3}[\s,;]*+$"
)
_AGENDA_ITEM = re.compile(
    r"(?!the (?:next|following) (?:\w+ )?items?\b)(?:[\w'\u2019]+ ){0,4}"
    r"(?:items?|minutes?|business)\b(?! (?:no\.? ?)?\d)",
    re.IGNORECASE,
)
"""An item of the meeting that is not told by its number: "the following items"."""
_OF_MEETING = re.compile(
    r"(?:[\w'\u2019]+ ){0,4}(?:items?|minutes?|business)\b|part \w+ of (?:the|this) (?:meeting"
    r"|agenda)",
    re.IGNORECASE,
)
"""What belongs to the meeting, and is no part of a paper: "items 12 to 14"."""
_OTHER_PAPER = re.compile(r"\b(?:report|paper|item|document)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\bpaper \w*\d", re.IGNORECASE)
_OWN_MINUTES = re.compile(
    r"(?:these|the) (?:\w+ )?minutes|this (?:paper|record|log|minute)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Whose:
    """What is withheld: *scope* in the sentence *said_in*, or characters *at* of the doc."""

    scope: Scope | None
    said_in: Sentence
    at: tuple[int, int] | None
    inherited: bool = False
    labelled: bool = False
    whole_row: bool = False

    @property
    def part(self) -> bool:
        if self.scope is not None:
            return self.scope.part and not is_whole(self.words)
        return self.at is not None and not self.labelled and not self.whole_row

    @property
    def words(self) -> str:
        return self.scope.words(self.said_in.text) if self.scope is not None else ""


@dataclass
class Claiming:
    """Adds the claims of one paper to its findings.

    *text* is the whole text; *strict* tells a paper about the law or requests, *minutes*
    a record of a meeting, whose "report" is another paper; *title* is the paper's.
    """

    findings: Findings
    text: str
    strict: bool = False
    minutes: bool = False
    title: str = ""

    def run(
        self, sentence: Sentence, run: list[Reference], earlier: Sequence[Sentence], opened_: bool,
        found: Sequence[Reference], led: bool = False,
    ) -> None:  # fmt: skip
        """Add what *run*, citations that *sentence* lists together, claims.

        Args:
            sentence: The sentence.
            run: The citations.
            earlier: The sentences before it that it goes on from.
            opened_: The form above says that nothing is exempt.
            found: All citations of the sentence.
            led: It is an item of a list whose lead withholds what the list names.
        """
        mine = [r for r in run if r.regime is not None]
        for reference in run:
            if reference.regime is None and reference.known:
                self._other(sentence, reference, reference.why)
        if not mine:
            return
        law = [r for r in found if r not in run and (r.regime is not None or r.known)]
        floor = max((r.end for r in law if r.end <= mine[0].start), default=0)
        ceiling, end = len(sentence.text), mine[-1].end
        for other in (r for r in law if r.start >= end):
            if not (other.regime is None and joined(sentence.text[end : other.text_start])):
                ceiling = other.start
                break
            end = other.end  # "section 40(2) and Article 5 of the UK GDPR because …"
        again = bool(self.findings.claims) and self.findings.claims[-1].start == sentence.start
        verdict = judge(
            sentence, Run(mine, floor, ceiling, opened_, again, led), earlier, self.strict
        )
        if not verdict.claimed:
            for reference in mine:
                self._other(sentence, reference, verdict.why)
            return
        whose = self._whose(sentence, mine, verdict.scope, earlier, again)
        reason = self._reason(sentence, mine, floor, _reason_end(sentence, law, end, ceiling))
        if reason is None and led and earlier:
            reason = _reason_of_lead(earlier[-1])
        if whose.scope is not None and whose.said_in is sentence:
            self._end_reasons(sentence, sentence.start + whose.scope.start)
        exclusion = _exclusion(sentence, mine, whose, earlier[-1] if led and earlier else None)
        at = whose.at
        if exclusion and _AGENDA_ITEM.match(whose.words):
            at = None  # an item of the meeting, no part of a paper
        for reference in mine:
            self.findings.claims.append(
                Claim(
                    sentence.passage, reference, sentence.start, sentence.end, at, reason,
                    self._context(sentence, earlier), f"{verdict.why}; {reference.why}",
                )
            )  # fmt: skip
        if not exclusion and not whose.inherited:
            self._state(sentence, whose, verdict.why)
        opening = [
            m
            for m in sentence.open
            if m.end() <= floor or m.start() >= ceiling or m.start() > mine[-1].end
        ]
        if opening and whose.scope is not None and whose.scope.part:
            self.findings.statements.append(
                opened(sentence, "it says so beside a part that is withheld")
            )

    def add(self, claims: list[Claim], sentence: Sentence, cited: list[Reference]) -> None:
        """Let a sentence that follows *claims* give their reason, their test, their date."""
        if not claims or cited:
            return
        last_start = claims[-1].start
        mine = [claim for claim in claims if claim.start == last_start]
        named = self._named(claims, sentence)
        if named:
            for claim in named:
                claim.context.append((sentence.start, sentence.end))
            return
        if sentence.open and sentence.passage.where == "prose":
            if publication_date(sentence.text) is not None:
                for claim in mine:
                    claim.context.append((sentence.start, sentence.end))
            return
        for claim in mine:
            claim.context.append((sentence.start, sentence.end))
            if claim.reason is None:
                found = reason_of_sentence(sentence.text)
                if found is not None:
                    claim.reason = (sentence.start + found[0], sentence.start + found[1])

    def _named(self, claims: Sequence[Claim], sentence: Sentence) -> list[Claim]:
        """Return the earlier claims whose part the sentence names, where the last's is not."""
        said = " ".join(sentence.text.lower().split())

        def is_named(claim: Claim) -> bool:
            words = " ".join(self.text[slice(*claim.scope)].lower().split()) if claim.scope else ""
            part = pattern("scope", "part").match(words)
            return (
                part is not None and re.search(rf"\b{re.escape(part.group())}\b", said) is not None
            )

        last = [claim for claim in claims if claim.start == claims[-1].start]
        if any(map(is_named, last)):
            return []
        return [claim for claim in claims if is_named(claim)]

    # --- what is withheld ---------------------------------------------------------------------

    def _whose(
        self, sentence: Sentence, mine: Sequence[Reference], scope: Scope | None,
        earlier: Sequence[Sentence], again: bool,
    ) -> _Whose:  # fmt: skip
        said_in = sentence
        told = told_before(sentence, scope, earlier)
        if told is not None:
            scope, said_in = told
        last = self.findings.claims[-1] if again else None
        if last is not None and told is None:
            reason = last.reason
            if reason is not None:
                reason = reason[0] - sentence.start, reason[1] - sentence.start
            if scope is not None and within_reason(
                scope, reason, sentence.text, mine[0].text_start
            ):
                scope = None
            if scope is None and last.scope is not None:
                return _Whose(None, sentence, last.scope, inherited=True)
        if scope is None and sentence.passage.where == "field":
            told = of_value_before(earlier)
            if told is not None:
                scope, said_in = told
        if scope is None and sentence.passage.row is None and not sentence.closed:
            told = of_withheld_before(earlier)
            if told is not None:
                scope, said_in = told
        if scope is None:
            at = sentence.passage.row
            if at is None and sentence.passage.where in ("field", "heading"):
                label = of_label(sentence)
                if label is not None:
                    return _Whose(None, sentence, label, labelled=True)
            whole = at is not None and is_whole(self.text[slice(*at)])
            return _Whose(None, sentence, at, whole_row=whole)
        if again and not names_itself(sentence.plain, scope):
            scope = replace(scope, part=True)  # "… Annex B, and the landowner's bid under …"
        scope = full(said_in.plain, scope, len(said_in.plain))
        return _Whose(scope, said_in, (said_in.start + scope.start, said_in.start + scope.end))

    def _state(self, sentence: Sentence, whose: _Whose, why: str) -> None:
        """Add what the claim says of the paper: it, or a part of it, is withheld."""
        scope, part = whose.scope, whose.part
        if self.minutes and not part and _OWN_MINUTES.fullmatch(whose.words) is None:
            if (
                _OTHER_PAPER.search(whose.words)
                and " this " not in whose.words
                and not _NUMBERED.search(whose.words)
            ):
                return  # "The report is exempt": minutes speak of another paper
            part = True
        self.findings.statements.append(
            Statement(
                "closed", part, scope is not None or whose.whole_row,
                STRENGTH[sentence.passage.where],
                sentence.start, sentence.end, sentence.passage.group, why,
                scope is None or part or names_itself(whose.said_in.plain, scope)
                or is_whole(whose.words)
                or self._titled(whose.words),
            )
        )  # fmt: skip

    def _titled(self, words: str) -> bool:
        """Tell whether "The statement" is this paper, by whose title it is called so."""
        noun = re.fullmatch(r"(?:the|our) (?:draft |proposed )?([\w-]+)", words, re.IGNORECASE)
        return (
            noun is not None
            and re.search(rf"\b{re.escape(noun[1])}\b", self.title, re.IGNORECASE) is not None
        )

    def _other(self, sentence: Sentence, reference: Reference, why: str) -> None:
        for start, end in reference.spoken(sentence.text):
            self.findings.others.append(Other(sentence.start + start, sentence.start + end, why))

    # --- reasons ------------------------------------------------------------------------------

    def _reason(
        self, sentence: Sentence, run: list[Reference], floor: int, ceiling: int
    ) -> tuple[int, int] | None:
        last = self.findings.claims[-1].reason if self.findings.claims else None
        told = last[0] - sentence.start if last is not None else -1
        found = reason_of(sentence.text, (run[0].start, run[-1].end), floor, ceiling, told)
        if found is None:
            return None
        return sentence.start + found[0], sentence.start + found[1]

    def _context(self, sentence: Sentence, earlier: Sequence[Sentence]) -> list[tuple[int, int]]:
        """Return the sentence, and the one before it where "until then" means its date."""
        own = [(sentence.start, sentence.end)]
        if earlier and _UNTIL_THEN.search(sentence.text):
            return [(earlier[-1].start, earlier[-1].end), *own]
        return own

    def _end_reasons(self, sentence: Sentence, start: int) -> None:
        """End at *start* the reasons that the sentence gave before: another part begins there."""
        for claim in self.findings.claims:
            if claim.start == sentence.start and claim.reason is not None:
                low, high = claim.reason
                if low < start < high:
                    said = _JOINT.sub("", self.text[low:start])
                    claim.reason = (low, low + len(said)) if said.strip() else None


def _exclusion(
    sentence: Sentence, mine: Sequence[Reference], whose: _Whose, lead: Sentence | None
) -> bool:
    """Tell whether the claim only keeps the public from a meeting, and marks no paper."""
    regime = mine[0].regime or ""
    if not regimes()[regime].exclusion:
        return False
    if lead is not None and lead.excludes:
        return True
    if not sentence.excludes:
        return False
    if whose.scope is None or regime == "PBAMA1960":
        return True
    return _OF_MEETING.match(whose.words) is not None


def _reason_of_lead(lead: Sentence) -> tuple[int, int] | None:
    found = reason_after(lead.text, 0, len(lead.text))
    return None if found is None else (lead.start + found[0], lead.start + found[1])


def _reason_end(sentence: Sentence, law: Sequence[Reference], end: int, ceiling: int) -> int:
    """Return where a reason must end: another Act that it speaks of does not end it.

    "…, disclosure being prohibited by section 33A of the Act of 1990"
    """
    for other in (r for r in law if r.start >= max(end, ceiling)):
        within = _WITHIN.search(sentence.text, end, other.text_start) is not None
        if other.regime is not None or not within:
            return other.start
    return len(sentence.text)
