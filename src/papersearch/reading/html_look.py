"""How the words of an HTML element look: bold, italic, coloured, in which font, struck out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

PARTS = frozenset(
    "p div section article main header footer aside nav form fieldset legend figure figcaption "
    "address blockquote pre dl dt dd ul ol li table hr details summary center body html "
    "h1 h2 h3 h4 h5 h6 caption tr td th thead tbody tfoot".split()
)
"""Elements that begin a block of their own."""
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*['\"]?([^;'\",]{1,80})", re.IGNORECASE)
COLOURED = re.compile(r"background(?:-color)?\s*:\s*(?!none|transparent|white|#fff)", re.I)


@dataclass(slots=True)
class Look:
    """The look of the words that are being read."""

    bold: bool = False
    italic: bool = False
    font: str = ""
    highlighted: bool = False


def looked(element: Any, look: Look) -> Look:
    """Return the look within *element*, which stands among words of *look*."""
    tag, style = element.tag, element.get("style") or ""
    font = _FONT.search(style)
    return Look(
        look.bold or tag in ("b", "strong", "th") or bool(_BOLD.search(style)),
        look.italic or tag in ("i", "em", "cite"),
        font.group(1).strip() if font else element.get("face") or look.font,
        look.highlighted or tag == "mark" or bool(COLOURED.search(style)),
    )


def is_superseded(element: Any) -> bool:
    """Tell struck-out words beside others, which stand in their place, from all that is there."""
    block = next((a for a in element.iterancestors() if a.tag in PARTS), None)
    if block is None:
        return False
    struck = {id(e) for s in block.iter("s", "del", "strike") for e in s.iter()}
    rest = [block.text or ""]
    for inner in block.iterdescendants():
        if id(inner) not in struck:
            rest.append(inner.text or "")
        parent = inner.getparent()
        if parent is not None and id(parent) not in struck:
            rest.append(inner.tail or "")
    return any(map(str.isalnum, "".join(rest)))
