"""What a Word file's styles and numbering say: headings, bold, fonts, list markers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from papersearch.reading import glyphs
from papersearch.reading.counting import written
from papersearch.reading.docx_package import W, switch, value

_HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)
_DEEPEST_STYLE = 12


class Styles:
    """Styles by id, with what each inherits."""

    def __init__(self, root: Any | None) -> None:
        self._styles: dict[str, Any] = {}
        self.default: str | None = None
        for style in root.iter(W + "style") if root is not None else ():
            key = style.get(W + "styleId", "")
            self._styles[key] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self.default = key

    def chain(self, key: str | None) -> list[Any]:
        """Return the style *key* and those it is based on, nearest first."""
        out: list[Any] = []
        while key and key in self._styles and len(out) < _DEEPEST_STYLE:
            style = self._styles[key]
            out.append(style)
            key = value(style, "basedOn")
        return out

    def heading_level(self, paragraph: Any) -> int:
        """Return the heading level of *paragraph* from 1, 0 where it is none."""
        properties = paragraph.find(W + "pPr")
        own = value(properties, "outlineLvl")
        if own is not None:
            return int(own) + 1 if own.isdigit() and int(own) < 9 else 0
        for style in self.chain(value(properties, "pStyle")):
            name = value(style, "name") or ""
            if match := _HEADING.match(name):
                return int(match.group(1))
            if name.lower() == "title":
                return 1
            level = value(style.find(W + "pPr"), "outlineLvl")
            if level is not None:
                return int(level) + 1 if level.isdigit() and int(level) < 9 else 0
        return 0

    def is_on(self, run: Any, paragraph: Any, tag: str) -> bool:
        """Return whether the run property *tag* (b, i, vanish) is on, inherited or its own."""
        properties = run.find(W + "rPr")
        own = switch(properties, tag)
        if own is not None:
            return own
        keys = (value(properties, "rStyle"), value(paragraph.find(W + "pPr"), "pStyle"))
        for key in keys:
            for style in self.chain(key):
                inherited = switch(style.find(W + "rPr"), tag)
                if inherited is not None:
                    return inherited
        return False

    def number_of(self, paragraph: Any) -> tuple[str, int] | None:
        """Return numbering id and level of a list paragraph, its own or its style's."""
        properties = paragraph.find(W + "pPr")
        sources = [properties]
        sources += [s.find(W + "pPr") for s in self.chain(value(properties, "pStyle"))]
        number, level = None, None
        for source in sources:
            found = source.find(W + "numPr") if source is not None else None
            if found is None:
                continue
            number = number or value(found, "numId")
            level = level or value(found, "ilvl")
            if number is not None:
                break
        if number is None or number == "0":
            return None
        return number, int(level) if level and level.isdigit() else 0


@dataclass(slots=True)
class _Level:
    kind: str
    text: str
    start: int
    font: str = ""


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the list paragraphs of a document and gives each its marker."""

    def __init__(self, root: Any | None) -> None:
        self._lists: dict[str, _List] = {}
        self._abstract_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for abstract in root.iter(W + "abstractNum"):
            levels = {}
            for level in abstract.iter(W + "lvl"):
                fonts = level.find(f"{W}rPr/{W}rFonts")
                levels[_number(level.get(W + "ilvl"))] = _Level(
                    value(level, "numFmt") or "decimal", value(level, "lvlText") or "",
                    _number(value(level, "start"), 1),
                    fonts.get(W + "ascii", "") if fonts is not None else "",
                )  # fmt: skip
            self._lists[abstract.get(W + "abstractNumId", "")] = _List(levels)
        for num in root.iter(W + "num"):
            key = num.get(W + "numId", "")
            self._abstract_of[key] = value(num, "abstractNumId") or ""
            for override in num.iter(W + "lvlOverride"):
                start = value(override, "startOverride")
                if start is not None:
                    level = _number(override.get(W + "ilvl"))
                    self._overrides.setdefault(key, {})[level] = _number(start, 1)

    def next_marker(self, key: str, level: int) -> tuple[str, str] | None:
        """Return marker and font of the next paragraph of list *key* on *level*, from 0."""
        numbers = self._lists.get(self._abstract_of.get(key, ""))
        found = numbers.levels.get(level) if numbers else None
        if numbers is None or found is None:
            return None
        if found.kind == "bullet":
            return found.text[:1], found.font
        restart = self._overrides.get(key, {}).pop(level, None)
        if restart is not None or level not in numbers.counts:
            numbers.counts[level] = found.start if restart is None else restart
        else:
            numbers.counts[level] += 1
        for deeper in [other for other in numbers.counts if other > level]:
            del numbers.counts[deeper]
        if found.kind == "none":
            return None

        def count(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            shown = numbers.levels.get(place)
            start = shown.start if shown else 1
            return written(numbers.counts.get(place, start), shown.kind if shown else "decimal")

        marker = re.sub(r"%(\d)", count, found.text).strip()
        return (marker, "") if marker else None


def is_bullet(marker: str, font: str) -> bool:
    """Return whether a list marker is a mere bullet, not a number or a tick."""
    return glyphs.tick(marker, font) is None and not any(ch.isalnum() for ch in marker)


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.lstrip("-").isdigit() and len(text) < 9 else default
