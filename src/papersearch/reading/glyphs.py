"""Ticks and bullets by font and code: `ü` is a tick in Wingdings and a letter elsewhere."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from papersearch import knowledge
from papersearch.reading.document import Tick

Sign = Literal["ticked", "not_ticked", "bullet"]
BULLET = "•"
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_SYMBOL_FONTS: tuple[tuple[str, str], ...] = (
    ("wingdings2", "wingdings2"),
    ("wingdings", "wingdings"),
    ("webdings", "webdings"),
    ("marlett", "marlett"),
    ("dingbats", "zapfdingbats"),
    ("symbolmt", "symbol"),
)


@cache
def symbol_font(name: str) -> str | None:
    """Return which table of ``glyphs.toml`` a font's name belongs to, ``None`` for text fonts."""
    folded = re.sub(r"[^a-z0-9]", "", _SUBSET.sub("", name).lower())
    if folded == "symbol" or folded.startswith("symbolmt"):
        return "symbol"
    return next((table for part, table in _SYMBOL_FONTS if part in folded), None)


@cache
def _table(font: str | None) -> dict[str, Sign]:
    data = knowledge.load("papersearch.reading", "glyphs")
    out: dict[str, Sign] = {}
    sets = [data["any"]] if font is None else [data["any"], data["fonts"].get(font, {})]
    for entry in sets:
        for sign, key in (
            ("ticked", "ticked"),
            ("not_ticked", "not_ticked"),
            ("bullet", "bullets"),
        ):
            for glyph in entry.get(key, ()):
                out[glyph] = sign  # type: ignore[assignment]
                if entry is not data["any"] and ord(glyph[0]) < 0x100:
                    out[chr(0xF000 + ord(glyph[0]))] = sign  # type: ignore[assignment]
    return out


def sign(text: str, font: str = "") -> Sign | None:
    """Return what the single glyph *text* means in *font*; ``None`` for an ordinary word.

    A private-use code whose font is not known is read as Wingdings, from which
    nearly all of them come; U+F050 and U+F052 as Wingdings 2.
    """
    if not text or len(text) > 2:
        return None
    table = symbol_font(font)
    if table is None and "\uf000" <= text[0] <= "\uf0ff":
        return _table("wingdings2" if text in "\uf050\uf052" else "wingdings").get(text)
    return _table(table).get(text)


def tick(text: str, font: str = "") -> Tick | None:
    """Return the tick that *text* is in *font*; a lone U+FFFD is a glyph nobody can read."""
    if text == "\ufffd":
        return "unknown"
    found = sign(text, font)
    return found if found in ("ticked", "not_ticked") else None
