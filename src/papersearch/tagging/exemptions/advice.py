"""For FOI officer review, never a ruling: elements, public-interest test, date, advisories."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papersearch import dates
from papersearch.tagging.exemptions.bodies import is_unavailable
from papersearch.tagging.exemptions.law import Provision, any_of, reasons_of
from papersearch.tagging.exemptions.patterns import pattern, search, words

_ACT_NAMES = re.compile(
    r"(?i)\b(?:freedom of information(?: \(\w+\))?(?: act)?|environmental information regulations?|"
    r"local government act|data protection act|"
    r"exempt(?:ed)? from (?:publication|disclosure|release)|"
    r"not for publication|exemption for [\w ]{3,40}?(?= of|,|\.|$)|"
    r"information intended for future publication)(?:\s+(?:19|20)\d\d)?"
)
_NOT_SOUGHT = re.compile(
    r"(?i)\bno qualified person|qualified person['’]s opinion (?:has not|is not|was not)|"
    r"not (?:yet )?(?:been )?(?:sought|obtained|given|received|recorded)|"
    r"\b(?:to be|will be|is being) (?:sought|obtained)|\bopinion (?:is )?(?:awaited|pending"
    r"|outstanding)"
)
_PREJUDICE = re.compile(
    r"prejudice|inhibition|adverse|endanger|interests|protection|justice|security"
)
_CONSEQUENCE = re.compile(
    r"\b(?:would|could|might|may|likely|risks?|harder|easier|weaken\w*|harm\w*|damag\w*|undermin\w*"
    r"|help\w*|assist\w*|deter\w*|reveal\w*|expos\w*|prejudic\w*|discourag\w*|disadvantag\w*"
    r"|lose|compromis\w*)\b",
    re.IGNORECASE,
)
"""Words that tell what publication would bring about."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the words round a claim show."""

    elements_present: tuple[str, ...]
    elements_missing: tuple[str, ...]
    public_interest: str
    publication_date: str | None
    advisories: tuple[str, ...]


def advise(
    provision: Provision,
    context: str,
    reason: str | None,
    year: int | None,
    years: tuple[int, ...],
    kinds: frozenset[str],
    extra_dates: tuple[str, ...] = (),
    published_elsewhere: bool = False,
    qualified_person_elsewhere: bool = False,
    beside: frozenset[str] = frozenset(),
    dated: str | None = None,
) -> Advice:
    """Return the advice on one claim.

    Args:
        provision: The provision as cited.
        context: The sentences and fields that speak of the claim.
        reason: Its rationale, if any.
        year: The year printed with the Act's name.
        years: The years that the Act may carry.
        kinds: Kinds of the paper's body.
        extra_dates: Values of a form's publication date field.
        published_elsewhere: The paper says that it can be had already.
        qualified_person_elsewhere: The paper names a qualified person's opinion elsewhere.
        beside: Provisions without limbs that the same words give the same reason for; what
            speaks for one of them does not speak against this.
        dated: The words that may tell the date of publication, where they are not all of
            *context*.
    """
    said = _ACT_NAMES.sub(" ", context)
    present: list[str] = []
    missing: list[str] = []
    for element in provision.elements:
        shown = element.cues.search(said) is not None
        if element.name == "qualified_person_opinion" and shown:
            shown = _NOT_SOUGHT.search(said) is None
        (present if shown else missing).append(element.name)
    date = publication_date(context if dated is None else dated, extra_dates)
    base = re.sub(r"\(.*$", "", provision.canonical)
    advisories: list[str] = []
    usable = False
    if year is not None and years and year not in years:
        advisories.append("wrong_act_year")
    if not provision.is_exemption:
        advisories.append("not_an_exemption")
    elif is_unavailable(provision.canonical, kinds):
        advisories.append("not_available_to_body")
    else:
        usable = True
    if "qualified_person_opinion" in missing and not qualified_person_elsewhere:
        advisories.append("qualified_person_not_recorded")
    if reason is not None:
        suits_another = usable and _suits_another(provision, base, said, reason, present, beside)
        generic = search("reason", "generic", reason.strip()) and len(reason.split()) <= 12
        if generic and not suits_another:
            advisories.append("generic_reason")
        if usable and provision.elements and not present and not _tells_harm(provision, reason):
            advisories.append("elements_missing")
        if suits_another:
            advisories.append("rationale_suits_other_provision")
    if published_elsewhere and base not in ("FOIA s.21", "FOISA s.25"):
        advisories.append("published_elsewhere")
    return Advice(
        tuple(present),
        tuple(missing),
        _public_interest(provision, context),
        date,
        tuple(advisories),
    )


def _tells_harm(provision: Provision, reason: str) -> bool:
    """Tell whether the reason for a prejudice-based provision says what would come of it.

    "a description of single points of failure would help those who wish to disrupt calls":
    an officer may doubt it, but it is not silent on the harm.
    """
    prejudiced = any(_PREJUDICE.search(element.name) for element in provision.elements)
    return prejudiced and _CONSEQUENCE.search(reason) is not None


def _suits_another(
    provision: Provision, base: str, said: str, reason: str, present: list[str],
    beside: frozenset[str],
) -> bool:  # fmt: skip
    """Tell whether the reason's words speak for another provision and not for this one."""
    if not provision.elements or present or provision.regime not in ("FOIA", "FOISA", "EIR"):
        return False
    if provision.reasons is not None and provision.reasons.search(said):
        return False
    family = "FOISA" if provision.regime == "FOISA" else "FOIA"
    others = {name for name, cues in reasons_of(family) if cues.search(reason)} - {base}
    return bool(others) and not others & beside


def _public_interest(provision: Provision, context: str) -> str:
    if provision.absolute is True or not provision.has_public_interest_test:
        return "not_required"
    if search("public_interest", "recorded", context) and not search(
        "public_interest", "not_recorded", context
    ):
        return "recorded"
    return "not_recorded"


def publication_date(context: str, fields: tuple[str, ...] = ()) -> str | None:
    """Return the day or month on which the words say that publication is due.

    >>> publication_date("Exempt until July 2024")
    '2024-07'
    """
    for value in fields:
        for mention in dates.find_dates(value):
            if mention.iso is not None:
                return mention.iso
    before_date = any_of([words("dates")["before_date"]])
    for mention in dates.find_dates(context):
        if mention.iso is None:
            continue
        before = context[max(0, mention.start - 130) : mention.start]
        after = context[mention.end : mention.end + 60]
        if pattern("dates", "past").search(before):
            continue
        if before_date.search(before) or pattern("dates", "after_date").search(after):
            return mention.iso
    return None
