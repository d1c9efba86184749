"""Who promises: we, the body, a role, a named person, initials."""

from __future__ import annotations

import re
from functools import cache

from papersearch.tagging.commitments.patterns import any_of, compiled, words


@cache
def who() -> str:
    """Return the expression of a person, a role or initials; case matters."""
    data = words("prose")
    return "|".join(
        [
            *(rf"(?:[Tt]he |[Oo]ur )?{role}" for role in data["roles"]),
            *data["people"],
            *data["groups"],
            *data["initials"],
        ]
    )


@cache
def OWNER() -> re.Pattern[str]:  # noqa: N802 - reads as the constant that it would be without the cache
    """Return the expression that a cell or mark with nothing but owners matches whole."""
    one = rf"(?:{who()}|(?:[Tt]he )?(?:[A-Z][\w&’'-]+ ){{0,4}}{words('prose')['bodies'][0]})"
    return compiled(rf"{one}(?:(?: ?[,/&] ?| and |, and ){one}){{0,4}}", case=True)


def owner_at_start(text: str) -> tuple[str | None, int]:
    """Return the owner with whom "JS to circulate …" begins, and where the rest does."""
    match = _at_start().match(text)
    if match is None:
        return None, 0
    return tidy_owner(match["owner"]), match.end()


@cache
def _at_start() -> re.Pattern[str]:
    one = rf"(?:{who()}|(?:[Tt]he )?(?:[A-Z][\w&’'-]+ ){{0,4}}{words('prose')['bodies'][0]})"
    return compiled(
        rf"(?P<owner>{one}(?:(?: ?[,/&] ?| and |, and ){one}){{0,4}}) ?(?:[:–—-]|(?:to|will|would|shall|should)\b(?! be\b))",
        case=True,
    )


def tidy_owner(text: str) -> str:
    """Return an owner without article and closing signs."""
    plain = " ".join(text.split()).strip(" ,;:.()[]–—-")
    return re.sub(r"^(?:[Tt]he|[Oo]ur)\s+", "", plain)


@cache
def agents() -> re.Pattern[str]:
    """Return the expression of anyone who can promise in prose."""
    data = words("prose")
    we = "|".join(data["we"])
    bodies = "|".join(data["bodies"])
    return compiled(
        rf"(?P<we>\b(?i:{we})\b)|(?P<body>\b(?:[Tt]he|[Oo]ur|[Tt]his) (?:[A-Z][\w&’'-]* (?:(?:of|and|for|&) )?){{0,6}}{bodies}\b)|(?P<who>\b(?:{who()}))",
        case=True,
    )


def is_person(text: str) -> bool:
    """Tell whether *text* names a person, a role or initials, rather than the body."""
    return any_of([who()], case=True).fullmatch(text.strip()) is not None
