"""Reads a paper's passages: which provisions it claims for itself, and what it says is open."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from papersearch.tagging.exemptions.bare import Place
from papersearch.tagging.exemptions.bodies import body_of, default_regime
from papersearch.tagging.exemptions.cited import references
from papersearch.tagging.exemptions.claiming import Claiming
from papersearch.tagging.exemptions.forms import (
    give_dates,
    give_reasons,
    give_scopes,
    names_part,
    part_of_field,
)
from papersearch.tagging.exemptions.found import Findings, Other
from papersearch.tagging.exemptions.law import regimes
from papersearch.tagging.exemptions.passage import Passage
from papersearch.tagging.exemptions.passages import passages
from papersearch.tagging.exemptions.patterns import search
from papersearch.tagging.exemptions.pieces import runs_of, sentences_of
from papersearch.tagging.exemptions.sentence import Sentence
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
_IT = re.compile(r"\W*(?:it|this)\s(?:can|may|will|is)\b", re.IGNORECASE)
_CELL = re.compile(
    r"\W*(?:sections?|ss?\.?|regulations?|regs?\.?)\s*\d[\w().]{0,12}"
    r"(?:\s*[/,&]\s*\d[\w()]{0,8})*\s*(?:$|[,(])",
    re.IGNORECASE,
)
"""A cell that begins with a provision: "Section 2", "Section 3, admission for treatment"."""
_OF_2000 = re.compile(r"(?i)freedom of information act,? 2000|\bFOIA,? 2000")
_LEADS = re.compile(r":\W*$")
_NEAR_ACT = 2000
_REQUESTS = re.compile(
    r"\b(?:requests?|requesters?|exemptions?|internal reviews?)\b", re.IGNORECASE
)
_OF_2000_OR_FOI = re.compile(r"(?i)freedom of information|\bFOIS?A?\b")
_MANY = 5
"""A paper that speaks of requests and exemptions so often is about them."""
_NEVER_SCOTTISH = frozenset({"foundation_trust", "nhs_trust", "icb", "welsh"})


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
            if not self.kinds & _NEVER_SCOTTISH:
                self.kinds |= {"scottish"}
        title = (doc._.paper.cover.title or "") if doc._.paper is not None else ""
        self.about_foi = search("headings", "foi", title) is not None
        self.of_requests = self.about_foi or (
            len(_REQUESTS.findall(self.text)) >= _MANY
            and _OF_2000_OR_FOI.search(self.text) is not None
        )
        self.claiming = Claiming(
            self.findings, self.text, _is_about_law(doc) or self.of_requests,
            doc._.paper is not None and doc._.paper.kind in ("minutes", "action_log"), title,
        )  # fmt: skip
        self.lead: Sentence | None = None
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
                self._others_of(passage)
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
        give_dates(self.findings.claims, self.dates, self.findings.statements, self.text)
        give_scopes(self.findings.claims, self.scopes)
        return self.findings

    # --- passages -------------------------------------------------------------------------

    def _passage(self, passage: Passage, opened: bool) -> None:
        led = self.lead is not None and passage.listed
        earlier: list[Sentence] = [self.lead] if led and self.lead is not None else []
        first = len(self.findings.claims)
        for sentence in sentences_of(passage):
            self._sentence(sentence, earlier, first, opened, led)
        last = earlier[-1] if earlier else None
        if last is not None and _LEADS.search(last.text) and (last.withholds or last.excludes):
            self.lead = last  # "The following are not for publication:"
        elif not led:
            self.lead = None

    # --- sentences ------------------------------------------------------------------------

    def _sentence(
        self, sentence: Sentence, earlier: list[Sentence], first: int, opened: bool, led: bool
    ) -> None:
        passage = sentence.passage
        in_place = passage.where != "prose" and not passage.log
        speaks = led or in_place or passage.log or self.about_foi or sentence.withholds_itself
        speaks = speaks or len(self.findings.claims) > first
        speaks = speaks or (
            bool(sentence.closed)
            and self.last_act in regimes()
            and sentence.start - self.last_act_at < _NEAR_ACT
        )
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
        if (
            passage.where == "field"
            and passage.role in ("foi", "section", "scope")
            and not earlier[led:]
        ):
            value = of_value(sentence)
            if value is not None:
                self.findings.statements.append(value)
            if value is not None and value.kind == "closed":
                opened = False
                end = field_value(passage.label, sentence.text)[2]
                sentence = replace(sentence, value_end=end)
        claims_before = len(self.findings.claims)
        for run in runs_of(sentence.text, found):
            self.claiming.run(sentence, run, earlier, opened, found, led)
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
            self.claiming.add(
                self.findings.claims[first:], sentence, [r for r in found if r.regime]
            )
        earlier.append(sentence)

    def _others_of(self, passage: Passage) -> None:
        """Keep the other Acts that a field for the reason speaks of."""
        found, _ = references(passage.text, None, False, self.last_act)
        for one in found:
            if one.regime is None and one.known:
                low = passage.start + one.text_start
                self.findings.others.append(Other(low, passage.start + one.end, one.why))

    def _place(self, passage: Passage) -> Place:
        """Return what tells that a bare "Section 3" is law here."""
        if passage.cell:
            near = self.last_act is not None and passage.start - self.last_act_at < _NEAR_ACT
            return "cell" if near and _CELL.match(passage.text) else None
        heading = passage.span()._.heading
        if self.of_requests or passage.log:
            return "foi"
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


# --- helpers ------------------------------------------------------------------------------


def _is_about_law(doc: Doc) -> bool:
    """Tell whether the paper is about requests, a policy or a constitution."""
    paper = doc._.paper
    if paper is None:
        return False
    title = paper.cover.title or ""
    return paper.kind == "policy" or search("headings", "about_law", title) is not None
