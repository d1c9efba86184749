"""Characters as a reader sees them: ligatures opened, invisible ones dropped, spaces plain."""

from __future__ import annotations

import re

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
DROPPED = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\uffff\x00-\x08\x0b\x0e-\x1f\x7f-\x9f"
    "\ufff9-\ufffb]"
)
_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]+")


def clean(text: str) -> str:
    """Return *text* without invisible characters, ligatures opened, odd spaces made plain."""
    if text.isascii() and text.isprintable():
        return text
    return _ODD_SPACES.sub(" ", DROPPED.sub("", text.translate(LIGATURES)))
