"""Which Act each citation of a sentence belongs to.

The Act's own words decide ("section 43 of the Freedom of Information Act",
"FOIA s.43"); then what follows ("Section 31 notice"); then the only Act of the
sentence; then where the words stand (a field or section about publication).
Without any of these "Section 31" is another Act's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from papersearch import knowledge
from papersearch.tagging.exemptions.acts import ActMention, find_acts
from papersearch.tagging.exemptions.bare import Place, in_table, is_law
from papersearch.tagging.exemptions.grammar import Cited, find_citations
from papersearch.tagging.exemptions.joints import joined
from papersearch.tagging.exemptions.law import canonical, regimes, table

_DIRECT_AFTER = re.compile(
    r"""[\s,]*+(?:\([^()]{1,120}(?:\([^()]{1,60}\)[^()]{0,60})?\)
    |[–-][^–;.]{2,70}[–-]|(?:\W?\s?[A-Za-z][\w'’ ]{2,60}[,)]))?
    (?:[\s,]*+(?:and|or)\s+(?:Schedules?|schedules?|Parts?|paragraphs?)\s+\w{1,3}(?:\(\w{1,3}\)){0,3})?
    [\s,:(–-]*+(?:(?:respectively|exemptions?|exceptions?)\s+)?
    (?:(?:of|under|in|to|from|within|pursuant\s+to|set\s+out\s+in|contained\s+in)\s+)?
    (?:the\s+|that\s+|this\s+)?(?:amended\s+|UK\s+)?
    (?:terms\s+of\s+the\s+|provisions\s+of\s+the\s+)?
    (?:Part\s+(?:\d|I{1,3}V?)\s+(?:of|to)\s+)?(?:the\s+)?$""",
    re.VERBOSE,
)
_DIRECT_BEFORE = re.compile(
    r"""[\s,:;(\[–-]*
    (?:(?:\(?as\s+amended\)?|exemptions?|exceptions?|under|at|its|by\s+virtue\s+of|P(?:ar)?t\.?\s+(?:1|I|One|4)|of|pursuant\s+to|in
        |status|exempt|category|to|the|Local\s+Government\s+Act|and)[\s,:;(\[–-]*){0,5}$""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_PAPER = re.compile(
    r"\s+(?:of|in|to)\s+(?:the\s+|this\s+)?(?:annex|appendi|report|paper|document|minutes)",
    re.IGNORECASE,
)
_PARAGRAPH_OF = re.compile(
    r"(?:\b(?:under|by virtue of|within|in|of|category)|exempt\W*|^\W*|:\W*)\s*$", re.IGNORECASE
)
_IS = re.compile(r"\s+(?:is|are|to be|should|must|will)\b", re.IGNORECASE)
"""What is said of a paragraph of the paper: "Paragraph 12 is exempt"."""
_WITHHELD = re.compile(r"\bexempt|\bnot for publication\b|\bconfidential\b", re.IGNORECASE)
_OWN_WORD = re.compile(
    r"\b(?:sections?|sec|ss?|regulations?|regs?|paragraphs?|paras?|exemptions?|articles?)\b\W*$",
    re.IGNORECASE,
)
_STATUTE = re.compile(r"\b(?:Act|Regulations|Order|Measure|Directive)\b")
_BESIDE_EXEMPTIONS = frozenset({"12", "14", "25"})
"""Numbers that are cited among exemptions and are none."""
_OTHER_SCHEDULE = re.compile(
    r"\s+(?:of|in|to)\s+(?:Part\s+\w+\s+(?:of|to)\s+)?(?:the\s+)?Sch(?:ed(?:ule)?)?\.?\s+"
    r"(?!12\s?A|7\s?A|6\b)\w",
    re.IGNORECASE,
)
_BEHIND_SCHEDULE = re.compile(
    r"(?P<name>\bSch(?:ed(?:ule)?)?\.?\s*12\s?A)\s?\(\d{1,2}\)(?!\s?\()", re.IGNORECASE
)
_LIMBED = re.compile(r"(?<![\w(.])(?:12\([45]\)|36\(2\)|40\([23]A?\)|43\([12]\))\([a-g]\)")
"""A provision told by its limbs alone: "…, and 12(5)(b) to the file note"."""
_OF_REGULATION = re.compile(r"(?<!\d)1[02]\([45]\)\([a-g]\)")
"""A number that can only be a regulation's: "12(4)(e)"."""
_OF_SECTIONS = frozenset({"FOIA", "FOISA", "EIR", "EISR"})
"""Regimes without paragraphs: "Paragraph 9 is exempt, FOI Act 2000 s.31" cites one section."""
_NOUN_GAP = 34


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation and the regime it belongs to; *regime* is ``None`` for other Acts.

    *text_start* to *text_end* are the words to show, the Act's name or noun included;
    *known* tells that an Act, a noun or the place makes it a reference to law at all.
    """

    cited: Cited
    regime: str | None
    text_start: int
    text_end: int
    year: int | None = None
    known: bool = True
    why: str = ""

    @property
    def start(self) -> int:
        """Where the citation begins."""
        return self.cited.start

    @property
    def end(self) -> int:
        """Where the citation, or the name or noun behind it, ends."""
        return max(self.cited.end, self.text_end)

    def spoken(self, text: str) -> list[tuple[int, int]]:
        """Return the words of each provision that has a word of its own.

        "section 14 or section 12 of FOIA" is two, "regulations 12 and 13" one.
        """
        edges = [self.text_start]
        out = []
        for item, following in pairwise(self.cited.items):
            word = _OWN_WORD.search(text, item.end, following.start)
            if word is not None:
                out.append((edges[-1], item.end))
                edges.append(word.start())
        return [*out, (edges[-1], self.end)]

    def canonicals(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return ``(canonical, number, limbs)`` for each provision, none twice."""
        if self.regime is None:
            return []
        out: dict[str, tuple[str, str, tuple[str, ...]]] = {}
        for item in self.cited.items:
            name = canonical(self.regime, item.number, item.limbs)
            out.setdefault(name, (name, item.number, item.limbs))
        return list(out.values())


@cache
def _nouns() -> re.Pattern[str]:
    nouns = knowledge.load("papersearch.tagging.exemptions", "other_acts")["nouns"]
    between, after = "|".join(nouns["between"]), "|".join(nouns["after"])
    return re.compile(
        rf"\s*(?:/\d+\s*)?(?:(?:{between})\s+){{0,2}}(?:{after})\b"
        r"(?!\s+(?:is|are|was)?\s*(?:exempt|withheld|not\s+for))",
        re.IGNORECASE,
    )


def references(
    text: str, default: str | None, bare: bool, last_act: str | None = None, place: Place = None
) -> tuple[list[Reference], list[ActMention]]:
    """Return the citations in *text* with their regimes, and the Acts it names.

    Args:
        text: A sentence or a field's value.
        default: Regime of a section where no Act is named, ``None`` outside
            fields and sections about publication.
        bare: A number may begin the text without a word ("43(2)").
        last_act: Regime of the Act named last before the text, for "the Act";
            ``"other"`` where it was none of the law table's.
        place: What tells that a bare "Section 3" is law, and no part of a document: the
            words are a table's ``"cell"`` under an Act's name, or ``"foi"``, under a
            heading on access to information.
    """
    acts = _resolved(find_acts(text), last_act, default)
    starts = [act.end for act in acts if act.regime in _OF_SECTIONS]
    starts += [m.end("name") for m in _BEHIND_SCHEDULE.finditer(text)]
    if bare:
        starts += [len(text) - len(text.lstrip())]
        yes = re.match(r"(?i)\W*(?:yes|exempt)\b[\s,:;–-]*", text)
        if yes:
            starts.append(yes.end())
    if default is not None or any(act.regime in _OF_SECTIONS for act in acts):
        starts += [m.start() for m in _LIMBED.finditer(text)]
    found = find_citations(text, tuple(starts))
    found = [_as_paragraph(one, text) for one in found]
    out: list[Reference] = []
    for number, cited in enumerate(found):
        before = found[number - 1].end if number else 0
        after = found[number + 1].start if number + 1 < len(found) else len(text)
        out.append(_assigned(text, cited, acts, before, after, default, place))
    return _runs(text, out), acts


def _as_paragraph(cited: Cited, text: str) -> Cited:
    """Make a number behind "Schedule 12A" a paragraph: "Schedule 12A (3)"."""
    if (
        cited.unit == "section"
        and text[cited.start].isdigit()
        and _BEHIND_SCHEDULE.search(text, max(0, cited.start - 24), cited.end + 2)
    ):
        return replace(cited, unit="paragraph")
    return cited


def _resolved(
    acts: list[ActMention], last_act: str | None, default: str | None
) -> list[ActMention]:
    """Give "the Act" the regime of the Act named before it, in the text or above it."""
    out: list[ActMention] = []
    last = last_act
    for act in acts:
        if act.back:
            regime = last if last != "other" else None
            if last is None:
                regime = default
            out.append(replace(act, regime=regime))
            continue
        last = act.regime or "other"
        out.append(act)
    return out


def _assigned(
    text: str, cited: Cited, acts: Sequence[ActMention], before: int, after: int,
    default: str | None, place: Place,
) -> Reference:  # fmt: skip
    if _OF_PAPER.match(text, cited.end):
        return Reference(cited, None, cited.start, cited.end, known=False, why="a part of a paper")
    if cited.unit == "paragraph" and _OTHER_SCHEDULE.match(text, cited.end):
        return Reference(cited, None, cited.start, cited.end, known=False, why="another Schedule")
    direct = _direct(text, cited, acts, before, after)
    if direct is not None and direct.regime is not None and not _fits(cited, direct.regime):
        # "section 100A(4) of the Local Government Act 1972" is no paragraph of its Schedule.
        other = _with_act(cited, direct, "no provision to withhold of the Act that is named")
        return replace(other, regime=None)
    if direct is not None:
        return _with_act(cited, direct, "its Act is named with it")
    noun = _nouns().match(text, cited.end)
    if noun is not None and noun.end() - cited.end <= _NOUN_GAP and cited.unit != "exemption":
        return Reference(cited, None, cited.start, noun.end(), why="what follows is another Act's")
    if cited.unit == "exemption" and all(in_table("FOIA", i.number) for i in cited.items):
        act = default if default in ("FOIA", "FOISA") else "FOIA"
        return Reference(cited, act, cited.start, cited.end, why="called an exemption")
    near = _nearest(text, cited, acts)
    if near is not None:
        if near.regime is not None and _fits(cited, near.regime) and _listed(cited, near.regime):
            return Reference(
                cited, near.regime, cited.start, cited.end, near.year,
                why="its Act is named in the sentence",
            )  # fmt: skip
        if near.regime is None and not near.back:
            beside = (
                0 <= near.start - cited.end < 60 or 0 <= cited.start - near.end < 80
            ) and _STATUTE.search(text, near.start, near.end) is not None
            return Reference(
                cited, None, cited.start, cited.end, known=beside or is_law(text, cited),
                why="another Act is named in the sentence",
            )  # fmt: skip
    if default is not None:
        regime = _by_place(text, cited, default)
        if regime is not None:
            return Reference(
                cited, regime, cited.start, cited.end, why="it stands in words about publication"
            )
    return Reference(
        cited, None, cited.start, cited.end, known=is_law(text, cited, place),
        why="no Act is named",
    )  # fmt: skip


def _direct(
    text: str, cited: Cited, acts: Sequence[ActMention], before: int, after: int
) -> ActMention | None:
    following = next((a for a in acts if a.start >= cited.end), None)
    if (
        following is not None
        and following.start - cited.end <= 210
        and after >= following.start
        and _DIRECT_AFTER.fullmatch(text[cited.end : following.start])
        and not (cited.unit in ("paragraph", "category") and following.regime in _OF_SECTIONS)
    ):
        return following
    preceding = next((a for a in reversed(acts) if a.end <= cited.start), None)
    if (
        preceding is not None
        and cited.start - preceding.end <= 80
        and preceding.end >= before
        and _DIRECT_BEFORE.fullmatch(text[preceding.end : cited.start])
        and preceding.regime is not None
        and _fits(cited, preceding.regime)
    ):
        return preceding
    return next((a for a in acts if a.start < cited.end and cited.start < a.end), None)


def _with_act(cited: Cited, act: ActMention, why: str) -> Reference:
    return Reference(
        cited, act.regime, min(cited.start, act.start), max(cited.end, act.end), act.year, why=why
    )


def _nearest(text: str, cited: Cited, acts: Sequence[ActMention]) -> ActMention | None:
    """Return the Act of the sentence that the citation most likely means."""
    following = [a for a in acts if a.start >= cited.end and a.start - cited.end < 160]
    preceding = [a for a in acts if a.end <= cited.start]
    for act in following[:1]:
        if (
            ";" not in text[cited.end : act.start]
            and (act.regime is None or _fits(cited, act.regime))
            and not (act.regime is None and any(p.regime for p in preceding))
        ):
            return act
    fitting = [a for a in reversed(preceding) if a.regime is None or _fits(cited, a.regime)]
    statutes = [
        a
        for a in fitting
        if a.regime or a.back or _STATUTE.search(text, a.start, a.end) is not None
    ]
    if fitting:  # "advice on the lease … under section 40(2)": a lease is no Act
        return (statutes or fitting)[0]
    later = [a for a in acts if a.start >= cited.end and a.regime and _fits(cited, a.regime)]
    return later[0] if later else None


def _fits(cited: Cited, regime: str) -> bool:
    """Tell whether a section, regulation or paragraph can be one of *regime*'s."""
    units = regimes()[regime].units
    if cited.unit in units:
        if cited.unit == "paragraph" and regime == "LGA1972":
            return all(item.number.isdigit() and int(item.number) <= 20 for item in cited.items)
        return not (regime == "PBAMA1960" and cited.items[0].number != "1")
    return False


def _listed(cited: Cited, regime: str) -> bool:
    """Tell whether the law table lists all the numbers: what is not beside its Act must be."""
    numbers = regimes()[regime].numbers
    return numbers is None or all(
        item.number in numbers or item.number in _BESIDE_EXEMPTIONS for item in cited.items
    )


def _by_place(text: str, cited: Cited, default: str) -> str | None:
    """Return the regime of a citation without an Act in a field or section about publication."""
    if default == "LGA1972" and text[cited.start].isdigit():
        known = all(item.number in table("LGA1972") and not item.limbs for item in cited.items)
        return "LGA1972" if known else None  # "Exempt paragraph: 3"
    if cited.unit == "section" and _OF_REGULATION.match(text, cited.items[0].start):
        return "EISR" if default == "FOISA" else "EIR"
    if cited.unit == "section":
        regime = default if default in ("FOIA", "FOISA") else "FOIA"
        return regime if _listed(cited, regime) else None
    if cited.unit in ("regulation", "exception"):
        regime = "EISR" if default == "FOISA" else "EIR"
        limbs = ["".join(f"({limb})" for limb in item.limbs[:2]) for item in cited.items]
        listed = all(
            (limb and item.number + limb in table(regime))
            or (item.number in ("11", "13") and _OF_REGULATION.search(text) is not None)
            for item, limb in zip(cited.items, limbs, strict=True)
        )
        return regime if listed else None
    if cited.unit in ("paragraph", "category") and _fits(cited, "LGA1972"):
        named = (
            all(not item.limbs and item.number in table("LGA1972") for item in cited.items)
            and _WITHHELD.search(text) is not None
            and _PARAGRAPH_OF.search(text[: cited.start]) is not None
            and _IS.match(text, cited.end) is None
        )
        return "LGA1972" if default == "LGA1972" or named else None
    return None


def _runs(text: str, found: list[Reference]) -> list[Reference]:
    """Let "section 40(2) and section 43(2) of FOIA" share the Act that only the last names."""
    out = list(found)
    for index in range(len(out) - 2, -1, -1):
        one, after = out[index], out[index + 1]
        if (
            one.regime is None
            and after.regime is not None
            and not one.why.startswith("what follows")
            and not one.why.startswith("its Act")
            and joined(text[one.end : after.start])
            and _fits(one.cited, after.regime)
            and _listed(one.cited, after.regime)
        ):
            out[index] = replace(one, regime=after.regime, year=after.year, known=True,
                                 why="listed with a citation whose Act is named")  # fmt: skip
    return out
