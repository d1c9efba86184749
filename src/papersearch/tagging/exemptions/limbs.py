"""The limbs of a provision: which of a citation's letters and numbers stand below which.

"36(2)(b)(i), (b)(ii) and (c)" leaves out what it has said already; "12(4)(a) to (c)"
leaves out what lies between.
"""

from __future__ import annotations

import re

ROMAN = re.compile(r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})")
MOST_IN_RANGE = 8
"""A range of more provisions ("sections 21 to 44") names a whole Part and is not spelt out."""

_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]

Limbs = tuple[str, ...]


def is_limb(part: str) -> bool:
    """Tell whether what stands in brackets is a limb: "2", "3A", "b", "ab", "iv"."""
    if not part or len(part) > 4:
        return False
    if part[0].isdigit():
        return len(part) <= 3
    return part.isalpha() and (
        len(part) == 1
        or ROMAN.fullmatch(part.lower()) is not None
        or (len(part) == 2 and part.islower() and part[0] == "a")
        or (len(part) == 2 and part[0] == part[1])
    )


def carried(head: Limbs, limbs: Limbs) -> Limbs:
    """Return *limbs* below as much of *head* as they leave out: (2)(b)(i) + (c) is (2)(c)."""
    kind = _kind(limbs[0], head)
    for depth in range(len(head) - 1, -1, -1):
        if _kind(head[depth], head[:depth]) == kind:
            return (*head[:depth], *limbs)
    return (*head, *limbs)


def _kind(limb: str, within: Limbs) -> str:
    """Tell digits, letters and small Roman numbers apart; "i" after "(b)" or "(ii)" is Roman."""
    if limb[0].isdigit():
        return "digit"
    if ROMAN.fullmatch(limb) and any(w[0].isalpha() for w in within):
        return "roman"
    return "letter"


def between(first: tuple[str, Limbs], last: tuple[str, Limbs]) -> list[tuple[str, Limbs]] | None:
    """Return the provisions between the ends of a range; ``None`` where they are too many.

    A provision is its number and its limbs.
    """
    (low, low_limbs), (high, high_limbs) = first, last
    if not low_limbs and not high_limbs and low.isdigit() and high.isdigit():
        if int(high) - int(low) > MOST_IN_RANGE:
            return None
        return [(str(n), ()) for n in range(int(low) + 1, int(high))]
    if low != high or not low_limbs or low_limbs[:-1] != high_limbs[:-1]:
        return []
    steps = _steps(low_limbs[-1], high_limbs[-1])
    if len(steps) > MOST_IN_RANGE:
        return None
    return [(low, (*low_limbs[:-1], step)) for step in steps]


def _steps(first: str, last: str) -> list[str]:
    if first in _ROMANS and last in _ROMANS and (len(first) > 1 or len(last) > 1):
        return _ROMANS[_ROMANS.index(first) + 1 : _ROMANS.index(last)]
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1:
        return [chr(n) for n in range(ord(first) + 1, ord(last))]
    return []
