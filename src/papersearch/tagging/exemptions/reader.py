"""Reads a paper's passages: which provisions it claims for itself, and what it says is open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from papersearch.tagging.exemptions.bare import Place
from papersearch.tagging.exemptions.bodies import body_of, default_regime
from papersearch.tagging.exemptions.cited import Reference, joined, references
from papersearch.tagging.exemptions.forms import (
    give_dates,
    give_reasons,
    give_scopes,
    names_part,
    part_of_field,
)
from papersearch.tagging.exemptions.found import STRENGTH, Claim, Findings, Other, Statement
from papersearch.tagging.exemptions.judge import Run, judge
from papersearch.tagging.exemptions.law import regimes
from papersearch.tagging.exemptions.passages import Passage, passages
from papersearch.tagging.exemptions.patterns import search
from papersearch.tagging.exemptions.pieces import runs_of, sentences_of
from papersearch.tagging.exemptions.reasons import (
    reason_of,
    reason_of_sentence,
)
from papersearch.tagging.exemptions.scope import names_itself
from papersearch.tagging.exemptions.sentence import Sentence, told_before
from papersearch.tagging.exemptions.statements import of_sentence, of_value, speaks_of_itself
from papersearch.tagging.exemptions.statements import opened as opened_by
from papersearch.tagging.exemptions.values import field_value

_TRIGGER = re.compile(
    r"(?i)exempt|freedom of|\bfoi|\beir|information regulations|schedule|publi[cs]|disclos|withh|"
    r"redact|restrict|confidential|\bs(?:ect?[il1|]?[o0]?n?s?)?\.?\s?\d|\breg|\bpara|\bact\b|"
    r"in private|embargo|\b5ection|open\b|closed"
)
_OPENS_WITH_LAW = re.compile(
    r"(?i)\W*(?:(?:exempt(?:ion)?|under|by|virtue|of|to|the|part|[1I]|act|FOIS?A?|freedom|"
    r"information|EIRs?|environmental|regulations|LGA|local|government|schedule|sch|sched|12A|pt|"
    r"\(?scotland\)?|(?:19|20)\d\d)\W+){0,14}"
    r"(?:sections?|ss?\.?|regulations?|regs?\.?|paragraphs?|paras?\.?)\s*\d"
)
"""A reason that begins with the provision: "Reason: Section 43 - the bids are live"."""
_CITES_IN_BRACKETS = re.compile(
    r"(?i)\((?:FOIA?\W+)?(?:sections?|ss?\.?|regulations?|regs?\.?|paragraphs?|paras?\.?)\s?\d"
)
"""A reason that names its provision: "Personal information (s.40)"."""
_CLOSED_PAPER = re.compile(
    r"(?i)\W*(?:closed|exempt|private|restricted|confidential) (?:paper|report|item)\b"
)
_EXEMPT_UNDER = re.compile(
    r"(?:^|[.:;–—(|-])\W{0,3}(?:\w+ ){0,3}(?i:exempt(?:ion)?|not for publication)"
    r"\W{0,3}(?i:from (?:publication|disclosure)\W{0,3}|under\W{0,3}|by virtue of\W{0,3}){0,2}"
    r"(?i:sections?|ss?\.?) ?\d"
)
"""A marking with its section: "Commercially sensitive - exempt s43"."""
_WITHIN = re.compile(r"\b(?:by|under|of|in|to|with|within|for)(?: the)?\s*$", re.IGNORECASE)
_IT = re.compile(r"\W*(?:it|this)\s(?:can|may|will|is)\b", re.IGNORECASE)
_UNTIL_THEN = re.compile(r"(?i)\b(?:until|till|before) (?:then|that (?:date|day|time))\b")
_JOINT = re.compile(r"(?:[\s,;]*+\b(?:and|while|but|as well as)\b)?[\s,;]*+$")
_CELL = re.compile(
    r"\W*(?:sections?|ss?\.?|regulations?|regs?\.?)\s*\d[\w().]{0,12}"
    r"(?:\s*[/,&]\s*\d[\w()]{0,8})*\s*(?:$|[,(])",
    re.IGNORECASE,
)
"""A cell that begins with a provision: "Section 2", "Section 3, admission for treatment"."""
_OF_2000 = re.compile(r"(?i)freedom of information act,? 2000|\bFOIA,? 2000")
_NEAR_ACT = 2000
_AGENDA_ITEM = re.compile(r"(?:\w+ ){0,4}(?:items?|minutes?|business)\b", re.IGNORECASE)


class Reader:
    """Reads one paper; :attr:`findings` holds what it found."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.findings = Findings()
        self.kinds = body_of(doc)
        self.default = default_regime(self.kinds)
        if regimes()["FOISA"].pattern.search(self.text) and not _OF_2000.search(self.text):
            self.default = "FOISA"  # a Scottish body's, whose name the paper does not tell
        title = (doc._.paper.cover.title or "") if doc._.paper is not None else ""
        self.about_foi = search("headings", "foi", title) is not None
        self.strict = _is_about_law(doc)
        self.last_act: str | None = None
        self.last_act_at = 0
        self.reasons: list[tuple[int, Passage]] = []
        self.dates: list[Passage] = []
        self.scopes: list[Passage] = []

    def read(self) -> Findings:
        """Read all passages in order."""
        found = passages(self.doc)
        groups_open: dict[int, bool] = {}
        for number, passage in enumerate(found):
            if not _TRIGGER.search(passage.text) and passage.where == "prose":
                continue
            if passage.role == "reason" and not _OPENS_WITH_LAW.match(passage.text):
                self.reasons.append((number, passage))
                if not _CITES_IN_BRACKETS.search(passage.text):
                    continue
            if passage.role == "date":
                self.dates.append(passage)
                continue
            if passage.role == "scope" and names_part(passage.text):
                self.scopes.append(passage)
                self.findings.statements.append(part_of_field(passage))
                continue
            before = len(self.findings.claims)
            opened = groups_open.get(passage.group, False)
            self._passage(passage, opened)
            if passage.where == "field" and passage.role == "foi":
                mine = [s for s in self.findings.statements if s.group == passage.group]
                groups_open[passage.group] = bool(mine) and mine[-1].kind == "open"
            for claim in self.findings.claims[before:]:
                claim.order = number
        give_reasons(self.findings.claims, self.reasons)
        give_dates(self.findings.claims, self.dates)
        give_scopes(self.findings.claims, self.scopes)
        return self.findings

    # --- passages -------------------------------------------------------------------------

    def _passage(self, passage: Passage, opened: bool) -> None:
        earlier: list[Sentence] = []
        first = len(self.findings.claims)
        for sentence in sentences_of(passage):
            self._sentence(sentence, earlier, first, opened)

    # --- sentences ------------------------------------------------------------------------

    def _sentence(
        self, sentence: Sentence, earlier: list[Sentence], first: int, opened: bool
    ) -> None:
        passage = sentence.passage
        in_place = passage.where != "prose" and not passage.log
        speaks = in_place or passage.log or self.about_foi or sentence.withholds_itself
        speaks = speaks or len(self.findings.claims) > first
        speaks = speaks or _EXEMPT_UNDER.search(sentence.text) is not None
        speaks = speaks or any(_CLOSED_PAPER.match(one.text) for one in earlier[-1:])
        default = self._default(passage) if speaks else None
        bare = in_place and (
            passage.role == "section" or re.search(r"(?i)exempt", passage.label) is not None
        )
        found, acts = references(sentence.text, default, bare, self.last_act, self._place(passage))
        for act in acts:
            if not act.back:
                self.last_act = act.regime or "other"
                self.last_act_at = sentence.start
        law = [(a.start, a.end) for a in acts]
        law += [(r.start, r.cited.end) for r in found if r.regime is not None or r.known]
        sentence = replace(sentence, law=tuple(law))
        if passage.where == "field" and passage.role in ("foi", "section", "scope") and not earlier:
            value = of_value(sentence)
            if value is not None:
                self.findings.statements.append(value)
            if value is not None and value.kind == "closed":
                opened = False
                end = field_value(passage.label, sentence.text)[2]
                sentence = replace(sentence, value_end=end)
        claims_before = len(self.findings.claims)
        for run in runs_of(sentence.text, found):
            self._run(sentence, run, earlier, opened, found)
        claimed = self.findings.claims[claims_before:]
        if not claimed:
            self.findings.statements.extend(of_sentence(sentence))
            if (
                earlier
                and sentence.open
                and _IT.match(sentence.text)
                and speaks_of_itself(earlier[-1])
            ):
                self.findings.statements.append(opened_by(sentence, "it says so of this paper"))
            self._add_to(self.findings.claims[first:], sentence, [r for r in found if r.regime])
        earlier.append(sentence)

    def _place(self, passage: Passage) -> Place:
        """Return what tells that a bare "Section 3" is law here."""
        if passage.cell:
            near = self.last_act is not None and passage.start - self.last_act_at < _NEAR_ACT
            return "cell" if near and _CELL.match(passage.text) else None
        heading = passage.span()._.heading
        if heading is not None and search("headings", "about_law", heading.text):
            return "foi"
        return None

    def _default(self, passage: Passage) -> str:
        if re.search(r"(?i)schedule 12 ?a|paragraph|local government act", passage.label):
            return "LGA1972"
        if re.search(r"(?i)\bpara", passage.text) and re.search(
            r"(?i)exempt|categor|confidential", passage.label
        ):
            return "LGA1972"
        return self.default

    def _run(
        self, sentence: Sentence, run: list[Reference], earlier: Sequence[Sentence], opened: bool,
        found: Sequence[Reference],
    ) -> None:  # fmt: skip
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
        run_ = Run(mine, floor, ceiling, opened, again)
        verdict = judge(sentence, run_, earlier, self.strict)
        scope, why, said_in = verdict.scope, verdict.why, sentence
        told = told_before(sentence, scope, earlier)
        if told is not None:
            scope, said_in = told, earlier[-1]
        if not verdict.claimed:
            for reference in mine:
                self._other(sentence, reference, why)
            return
        if again and scope is not None and not names_itself(sentence.plain, scope):
            scope = replace(scope, part=True)  # "… Annex B, and the landowner's bid under …"
        reason = self._reason(sentence, mine, floor, _reason_end(sentence, law, end, ceiling))
        if scope is not None and said_in is sentence:
            self._end_reasons(sentence, sentence.start + scope.start)
        if scope is None and sentence.passage.row is not None:
            row = sentence.passage.row
            scope_at: tuple[int, int] | None = row
        else:
            scope_at = (said_in.start + scope.start, said_in.start + scope.end) if scope else None
        exclusion_only = (
            regimes()[mine[0].regime or ""].exclusion
            and sentence.excludes
            and (scope is None or mine[0].regime == "PBAMA1960")
        )
        if (
            scope is not None
            and sentence.excludes
            and regimes()[mine[0].regime or ""].exclusion
            and _AGENDA_ITEM.match(scope.words(said_in.text))
        ):
            exclusion_only, scope_at = True, None  # an item of the meeting, no part of a paper
        for reference in mine:
            self.findings.claims.append(
                Claim(
                    sentence.passage, reference, sentence.start, sentence.end, scope_at, reason,
                    self._context(sentence, earlier), f"{why}; {reference.why}",
                )
            )  # fmt: skip
        if not exclusion_only:
            part = scope.part if scope is not None else sentence.passage.row is not None
            self.findings.statements.append(
                Statement(
                    "closed", part, scope is not None, STRENGTH[sentence.passage.where],
                    sentence.start, sentence.end, sentence.passage.group, why,
                    scope is None or part or names_itself(said_in.plain, scope),
                )
            )  # fmt: skip
        opening = [
            m
            for m in sentence.open
            if m.end() <= floor or m.start() >= ceiling or m.start() > mine[-1].end
        ]
        if opening and scope is not None and scope.part:
            self.findings.statements.append(
                opened_by(sentence, "it says so beside a part that is withheld")
            )

    def _other(self, sentence: Sentence, reference: Reference, why: str) -> None:
        for start, end in reference.spoken(sentence.text):
            self.findings.others.append(Other(sentence.start + start, sentence.start + end, why))

    # --- reasons --------------------------------------------------------------------------

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

    def _add_to(self, claims: list[Claim], sentence: Sentence, cited: list[Reference]) -> None:
        """Let a sentence that follows a claim give its reason, its test, its date."""
        if not claims or cited:
            return
        last_start = claims[-1].start
        if sentence.open and sentence.passage.where == "prose":
            return
        for claim in (c for c in claims if c.start == last_start):
            claim.context.append((sentence.start, sentence.end))
            if claim.reason is None:
                found = reason_of_sentence(sentence.text)
                if found is not None:
                    claim.reason = (sentence.start + found[0], sentence.start + found[1])


# --- helpers ------------------------------------------------------------------------------


def _reason_end(sentence: Sentence, law: Sequence[Reference], end: int, ceiling: int) -> int:
    """Return where a reason must end: another Act that it speaks of does not end it.

    "…, disclosure being prohibited by section 33A of the Act of 1990"
    """
    for other in (r for r in law if r.start >= max(end, ceiling)):
        within = _WITHIN.search(sentence.text, end, other.text_start) is not None
        if other.regime is not None or not within:
            return other.start
    return len(sentence.text)


def _is_about_law(doc: Doc) -> bool:
    """Tell whether the paper is about requests, a policy or a constitution."""
    paper = doc._.paper
    if paper is None:
        return False
    title = paper.cover.title or ""
    return paper.kind == "policy" or search("headings", "about_law", title) is not None
