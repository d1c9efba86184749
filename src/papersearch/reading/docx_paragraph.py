"""A Word paragraph becomes lines of words: runs, symbols, ticks, breaks, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from papersearch.reading import glyphs
from papersearch.reading.document import TICK_SIGNS, HiddenText, Line, Tick, Word
from papersearch.reading.docx_package import MC, W14, W, switch, value
from papersearch.reading.docx_shown import is_struck, is_superseded, picture_tick
from papersearch.reading.docx_styles import Numbering, Styles
from papersearch.reading.letters import clean

_NOT_READ = frozenset(
    W + tag
    for tag in (
        "del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr",
        "sdtEndPr", "tblPr", "trPr", "tcPr", "annotationRef", "fldData",
    )
)  # fmt: skip
_WHITE = re.compile(r"^(?:FFFFFF|white)$", re.IGNORECASE)
_COLOUR = re.compile(r"^[0-9A-Fa-f]{6}$")
_PLAIN_CHROMA = 50
DEEPEST = 60
"""Elements nested deeper inside a paragraph are not looked into."""


@dataclass(slots=True)
class Place:
    """Where the reader is: the page, and what was met that goes elsewhere."""

    page: int = 1
    fresh: bool = True
    """No word has been read since the page began: a second break means the same break."""
    breaks: bool = False
    notes: list[tuple[str, str, int]] = field(default_factory=list)
    """Kind, id and page of the notes referred to."""
    comments: dict[str, int] = field(default_factory=dict)
    hidden: list[HiddenText] = field(default_factory=list)

    def turn(self, rendered: bool = False) -> None:
        """Go on to the next page; a *rendered* break only repeats one just met."""
        if rendered and self.fresh:
            return
        self.page += 1
        self.fresh = self.breaks = True


@dataclass(slots=True)
class Settings:
    """What is the same for the whole file."""

    styles: Styles
    numbering: Numbering
    include_hidden: bool = False


@dataclass(slots=True)
class Paragraph:
    """What a paragraph holds: its lines, and the text boxes anchored in it."""

    lines: list[Line]
    boxes: list[Any]
    tabs: list[int] = field(default_factory=list)
    """Before which words of its only line a tab stands."""


@dataclass(slots=True)
class _Look:
    """How a run is set."""

    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    highlighted: bool = False


class ParagraphReader:
    """Reads one paragraph; *shaded* says that it stands on a coloured ground."""

    def __init__(self, settings: Settings, place: Place, shaded: bool = False) -> None:
        self.settings = settings
        self.place = place
        self.shaded = shaded
        self._lines: list[Line] = []
        self._words: list[Word] = []
        self._open = ""
        self._look = _Look()
        self._line_page = place.page
        self._boxes: list[Any] = []
        self._tabs: list[int] = []
        self._without_struck = False
        self._paragraph: Any = None

    def read(self, paragraph: Any) -> Paragraph:
        """Return the lines of *paragraph* and the text boxes in it."""
        self._paragraph = paragraph
        if switch(paragraph.find(W + "pPr"), "pageBreakBefore") and not self.place.fresh:
            self.place.turn()
        self._line_page = self.place.page
        self._without_struck = is_superseded(paragraph)
        self._inside(paragraph, 0)
        self._end_line()
        return Paragraph(self._lines, self._boxes, self._tabs if len(self._lines) == 1 else [])

    def _inside(self, element: Any, depth: int) -> None:
        if depth > DEEPEST:
            return
        for child in element:
            tag = child.tag
            if tag in _NOT_READ or not isinstance(tag, str):
                continue
            if tag == W + "r":
                self._run(child, depth)
            elif tag == W + "sdt":
                self._control(child, depth)
            elif tag == MC + "AlternateContent":
                for choice in alternatives(child):
                    self._inside(choice, depth + 1)
            elif tag in (W + "commentRangeStart", W + "commentReference"):
                self.place.comments.setdefault(child.get(W + "id", ""), self.place.page)
            elif tag == W + "p":  # a paragraph in a content control that stands in a line
                self._end_word()
                self._inside(child, depth + 1)
            else:
                self._inside(child, depth + 1)

    def _control(self, control: Any, depth: int) -> None:
        tick = control_tick(control)
        content = control.find(W + "sdtContent")
        if tick is not None:
            self._end_word()
            self._words.append(Word(TICK_SIGNS[tick], tick=tick, font="form"))
            self.place.fresh = False
        elif content is not None:
            self._inside(content, depth + 1)

    def _run(self, run: Any, depth: int) -> None:
        styles, properties = self.settings.styles, run.find(W + "rPr")
        if self._without_struck and is_struck(run):
            return
        reason = self._why_hidden(run, properties)
        if reason is not None:
            text = clean(" ".join(t.text or "" for t in run.iter(W + "t"))).strip()
            if text:
                self.place.hidden.append(HiddenText(self.place.page, None, reason, text))
            return
        fonts = properties.find(W + "rFonts") if properties is not None else None
        size = value(properties, "sz")
        look = _Look(
            font=(fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "")
            if fonts is not None else "",
            size=int(size) / 2 if size and size.isdigit() else 0.0,
            bold=styles.is_on(run, self._paragraph, "b"),
            italic=styles.is_on(run, self._paragraph, "i"),
            highlighted=_is_highlighted(properties),
        )  # fmt: skip
        for item in run:
            self._item(item, look, depth)

    def _item(self, item: Any, look: _Look, depth: int) -> None:
        tag = item.tag
        if not isinstance(tag, str) or tag in _NOT_READ:
            return
        if tag == W + "t":
            self._text(item.text or "", look)
        elif tag == W + "sym":
            self._symbol(item)
        elif tag in (W + "tab", W + "ptab"):
            self._end_word()
            if self._words and len(self._words) not in self._tabs:
                self._tabs.append(len(self._words))
        elif tag == W + "lastRenderedPageBreak":
            self.place.turn(rendered=True)
            if not self._words and not self._open:
                self._line_page = self.place.page
        elif tag in (W + "br", W + "cr"):
            self._end_line()
            if item.get(W + "type") == "page":
                self.place.turn()
            self._line_page = self.place.page
        elif tag == W + "noBreakHyphen":
            self._text("-", look)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            kind = "footnote" if "foot" in tag else "endnote"
            self.place.notes.append((kind, item.get(W + "id", ""), self.place.page))
        elif tag == W + "fldChar":
            self._legacy_field(item)
        elif tag == W + "commentReference":
            self.place.comments.setdefault(item.get(W + "id", ""), self.place.page)
        elif tag == MC + "AlternateContent":
            for choice in alternatives(item):
                for child in choice:
                    self._item(child, look, depth + 1)
        elif tag in (W + "drawing", W + "pict", W + "object"):
            self._boxes += item.iter(W + "txbxContent")
            tick = picture_tick(item)
            if tick is not None:
                self._end_word()
                self._words.append(Word(TICK_SIGNS[tick], tick=tick, font="icon"))
                self.place.fresh = False

    def _text(self, text: str, look: _Look) -> None:
        if glyphs.symbol_font(look.font) is not None:
            for letter in text:
                self._glyph(letter, look.font)
            return
        for part in re.split(r"(\s+)", clean(text)):
            if not part:
                continue
            if part.isspace():
                self._end_word()
                continue
            if not self._open:
                self._look = look
            self._open += part

    def _symbol(self, item: Any) -> None:
        code = item.get(W + "char", "")
        try:
            letter = chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        self._glyph(letter, item.get(W + "font", ""))

    def _glyph(self, letter: str, font: str) -> None:
        sign = glyphs.sign(letter, font)
        if letter.isspace():
            self._end_word()
        elif sign in ("ticked", "not_ticked", "bullet"):
            self._end_word()
            tick: Tick | None = None if sign == "bullet" else sign
            text = TICK_SIGNS[tick] if tick else glyphs.BULLET
            self._words.append(Word(text, font=font, tick=tick))
            self.place.fresh = False
        else:
            if not self._open:
                self._look = _Look(font=font)
            self._open += letter

    def _legacy_field(self, item: Any) -> None:
        data = item.find(W + "ffData")
        if data is None:
            return
        box = data.find(W + "checkBox")
        if box is not None:
            on = switch(box, "checked")
            on = switch(box, "default") if on is None else on
            tick: Tick = "ticked" if on else "not_ticked"
            self._end_word()
            self._words.append(Word(TICK_SIGNS[tick], tick=tick, font="form"))
            self.place.fresh = False
        choices = data.find(W + "ddList")
        if choices is not None:
            entries = [entry.get(W + "val", "") for entry in choices.iter(W + "listEntry")]
            index = int(value(choices, "result") or value(choices, "default") or 0)
            if index < len(entries):
                self._text(entries[index], _Look())

    def _end_word(self) -> None:
        if not self._open:
            return
        look, text = self._look, self._open
        self._open = ""
        tick = glyphs.tick(text, look.font)
        self._words.append(
            Word(
                TICK_SIGNS[tick] if tick else text, None, look.font, look.size, look.bold,
                look.italic, tick, None, look.highlighted,
            )
        )  # fmt: skip
        if self.place.fresh and not self._lines and len(self._words) == 1:
            self._line_page = self.place.page
        self.place.fresh = False

    def _end_line(self) -> None:
        self._end_word()
        if self._words:
            self._lines.append(Line(tuple(self._words), self._line_page))
            self._words = []
        self._line_page = self.place.page

    def _why_hidden(self, run: Any, properties: Any) -> Any:
        if self.settings.include_hidden:
            return None
        if self.settings.styles.is_on(run, self._paragraph, "vanish"):
            return "invisible"
        colour = value(properties, "color")
        shade = value(properties, "shd", "fill") or value(
            self._paragraph.find(W + "pPr"), "shd", "fill"
        )
        on_colour = self.shaded or is_colour(shade) or value(properties, "highlight")
        if colour and _WHITE.match(colour) and not on_colour:
            return "background_colour"
        return None


def alternatives(element: Any) -> Iterator[Any]:
    """Yield the one branch of ``mc:AlternateContent`` that holds text, or its first."""
    branches = [b for b in element if b.tag in (MC + "Choice", MC + "Fallback")]
    with_text = [b for b in branches if next(b.iter(W + "t", W + "sym"), None) is not None]
    yield from (with_text or branches)[:1]


def control_tick(control: Any) -> Tick | None:
    """Return the state of a check-box content control, ``None`` for other controls."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return None
    state = box.find(W14 + "checked")
    on = state is not None and state.get(W14 + "val", "1") not in ("0", "false", "off")
    return "ticked" if on else "not_ticked"


def is_colour(fill: str | None) -> bool:
    """Return whether a shading is a colour other than white or none."""
    return bool(fill) and fill != "auto" and not _WHITE.match(fill or "")


def _is_highlighted(properties: Any) -> bool:
    mark = value(properties, "highlight")
    if (mark and mark not in ("none", "white")) or is_colour(value(properties, "shd", "fill")):
        return True
    colour = value(properties, "color") or ""
    if not _COLOUR.match(colour):
        return False
    channels = [int(colour[i : i + 2], 16) for i in (0, 2, 4)]
    return max(channels) - min(channels) > _PLAIN_CHROMA
