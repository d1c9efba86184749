"""The record of one paper, schema ``papersearch.paper/1``, and its JSON.

Every class is an immutable structure whose field names and order are those of
the printed JSON. What the paper does not say is ``None`` or an empty tuple.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

PAPER_SCHEMA = "papersearch.paper/1"
FAILURE_SCHEMA = "papersearch.failure/1"

Tickedness = bool | None
"""``True`` ticked, ``False`` a tick place left empty, ``None`` cannot tell."""

PageBox = tuple[int, float, float, float, float]
"""``(page, x0, top, x1, bottom)`` in points from the top left of the page as shown."""


class Struct(msgspec.Struct, frozen=True):
    """Base of all record parts: immutable, keyword-only, compared by value."""


class Warning(Struct, frozen=True, kw_only=True):  # noqa: A001 - the contract's own word
    """Something a reader of this record must know (``page_without_text``, …)."""

    code: str
    page: int | None = None
    message: str = ""


class Evidence(Struct, frozen=True, kw_only=True):
    """Where a statement stands: file page (1-based), printed label, words, boxes."""

    page: int | None = None
    label: str | None = None
    quote: str = ""
    boxes: tuple[PageBox, ...] = ()
    method: str | None = None
    """``"ocr"`` where the words were read from a picture, else ``None``."""
    why: str | None = None
    """Which rule or score made the tag, for ``show --why``."""


class Source(Struct, frozen=True, kw_only=True):
    """The file a paper was read from and the pages it fills there."""

    file: str
    sha256: str | None = None
    media_type: str | None = None
    pages: tuple[int, int] | None = None


class Meeting(Struct, frozen=True, kw_only=True):
    """The meeting that the paper was written for."""

    body: str | None = None
    date: str | None = None
    raw: str | None = None
    inferred: bool = False


class Person(Struct, frozen=True, kw_only=True):
    """A named person, a role, or both."""

    name: str | None = None
    role: str | None = None


class Section(Struct, frozen=True, kw_only=True):
    """A numbered or unnumbered heading and the page it stands on."""

    number: str | None = None
    heading: str = ""
    page: int = 1


class Target(Struct, frozen=True, kw_only=True):
    """What is measured and how far it is to move."""

    metric: str | None = None
    direction: Literal["reduce", "increase", "at_least", "at_most"] | None = None
    value: float | int | None = None
    unit: str | None = None
    baseline: str | None = None


class Due(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A due date as printed, and the days it spans (ISO dates, both included)."""

    raw: str
    from_: str | None = None
    to: str | None = None


class Commitment(Struct, frozen=True, kw_only=True):
    """A promise of the body: a list item of the year, a pledge, an action or a hope."""

    text: str
    kind: Literal["annual", "pledge", "action", "aspiration"]
    ticked: Tickedness = None
    financial_year: str | None = None
    target: Target | None = None
    due: Due | None = None
    owner: str | None = None
    status: str | None = None
    reference: str | None = None
    evidence: Evidence = Evidence()


class Appetite(Struct, frozen=True, kw_only=True):
    """An appetite as printed, and its levels in the words of the printed scale."""

    raw: str | None = None
    levels: tuple[str, ...] = ()
    scale: str | None = None
    status: Literal["within", "outside"] | None = None
    towards: str | None = None


class Impact(Struct, frozen=True, kw_only=True):
    """The effect the paper claims on the distance from appetite."""

    raw: str | None = None
    direction: Literal["towards", "away", "within", "neutral"] | None = None


class Risk(Struct, frozen=True, kw_only=True):
    """A risk for which the paper states an appetite."""

    reference: str | None = None
    level1: str | None = None
    level1_ticked: Tickedness = None
    level2: str | None = None
    level2_ticked: Tickedness = None
    statement: str | None = None
    appetite: Appetite = Appetite()
    impact: Impact = Impact()
    evidence: Evidence = Evidence()


class RiskScore(Struct, frozen=True, kw_only=True):
    """One printed score of a named risk, kept as printed."""

    name: str | None = None
    reference: str | None = None
    kind: Literal["initial", "current", "target"] | None = None
    likelihood: int | None = None
    consequence: int | None = None
    score: int | None = None
    evidence: Evidence = Evidence()


class Citation(Struct, frozen=True, kw_only=True):
    """One provision that the paper claims for itself or a part of itself."""

    canonical: str
    regime: str
    title: str | None = None
    absolute: bool | None = None
    scope: str | None = None
    rationale: str | None = None
    elements_present: tuple[str, ...] = ()
    elements_missing: tuple[str, ...] = ()
    public_interest: Literal["recorded", "not_recorded", "not_required"] | None = None
    publication_date: str | None = None
    advisories: tuple[str, ...] = ()
    evidence: Evidence = Evidence()


class OtherReference(Struct, frozen=True, kw_only=True):
    """A "section NN" that is no exemption claimed by this paper."""

    text: str
    evidence: Evidence = Evidence()


class Foi(Struct, frozen=True, kw_only=True):
    """The paper's own Freedom of Information marking."""

    status: Literal["exempt", "part_exempt", "open", "not_stated"] = "not_stated"
    citations: tuple[Citation, ...] = ()
    other_references: tuple[OtherReference, ...] = ()
    evidence: Evidence | None = None
    """The words of the marking, also where no provision is cited."""


class Paper(Struct, frozen=True, kw_only=True):
    """All that papersearch knows of one paper."""

    schema: str = PAPER_SCHEMA
    id: str = ""
    source: Source
    same_as: tuple[str, ...] = ()
    warnings: tuple[Warning, ...] = ()
    title: str | None = None
    organisation: str | None = None
    agenda_item: str | None = None
    meeting: Meeting = Meeting()
    purpose: tuple[str, ...] = ()
    presented_by: tuple[Person, ...] = ()
    authors: tuple[Person, ...] = ()
    date: str | None = None
    financial_year: str | None = None
    previous_committees: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    recommendation: str | None = None
    commitments: tuple[Commitment, ...] = ()
    risks: tuple[Risk, ...] = ()
    risk_scores: tuple[RiskScore, ...] = ()
    foi: Foi = Foi()


class FailureError(Struct, frozen=True, kw_only=True):
    """Why a file could not be read, and what the user can do."""

    code: str
    message: str
    remedy: str | None = None


class Failure(Struct, frozen=True, kw_only=True):
    """Printed in place of the papers of a file that could not be read."""

    schema: str = FAILURE_SCHEMA
    source: Source
    error: FailureError


_encoder = msgspec.json.Encoder()
_paper_decoder = msgspec.json.Decoder(Paper)


def to_json(value: Any) -> str:
    """Return *value* (a record, a failure or plain data) as one line of JSON."""
    return _encoder.encode(value).decode("utf-8")


def paper_from_json(text: str | bytes) -> Paper:
    """Return the paper in *text*.

    Raises:
        msgspec.ValidationError: *text* is JSON but no record of this schema.
        msgspec.DecodeError: *text* is no JSON.
    """
    return _paper_decoder.decode(text)
