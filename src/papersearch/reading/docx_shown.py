"""What of a Word file's text stands and what is struck out; pictures that are ticks."""

from __future__ import annotations

import re
from typing import Any

from papersearch.reading.document import Tick
from papersearch.reading.docx_package import W, switch

# Word's own icons are called so: "Badge Tick1 with solid fill", "Close outline".
_TICK = re.compile(
    r"^(?:badge )?(?:tick(?:ed)?|check ?mark|checked|yes)\d?"
    r"(?: (?:with|outline|box|mark)\b.*)?\.?$",
    re.IGNORECASE,
)
_CROSS = re.compile(
    r"^(?:badge )?(?:cross|close|unchecked|no)\d?(?: (?:with|outline|box|mark)\b.*)?\.?$",
    re.IGNORECASE,
)


def is_struck(run: Any) -> bool:
    """Return whether the letters of *run* are struck out."""
    properties = run.find(W + "rPr")
    return bool(switch(properties, "strike") or switch(properties, "dstrike"))


def is_superseded(paragraph: Any) -> bool:
    """Tell struck-out words beside others, which stand in their place, from all that is there.

    What stands beside them is in the same paragraph, or the same cell of a table.
    """
    if next(paragraph.iter(W + "strike", W + "dstrike"), None) is None:
        return False
    holder = next(paragraph.iterancestors(W + "tc"), paragraph)
    return any(
        any(map(str.isalnum, text.text or ""))
        for run in holder.iter(W + "r")
        if not is_struck(run)
        for text in run.iter(W + "t")
    )


def picture_tick(drawing: Any) -> Tick | None:
    """Return the tick or cross that a picture in a table's cell shows, by what it is called."""
    if next(drawing.iterancestors(W + "tc"), None) is None:
        return None
    for item in drawing.iter():
        if isinstance(item.tag, str) and item.tag.endswith("}docPr"):
            for name in (item.get("descr"), item.get("title")):
                if name and _TICK.match(name.strip()):
                    return "ticked"
                if name and _CROSS.match(name.strip()):
                    return "not_ticked"
    return None
