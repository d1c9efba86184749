"""The words of a line of plain text or Markdown."""

from __future__ import annotations

import html
import re

from papersearch.reading.document import TICK_SIGNS, Tick, Word
from papersearch.reading.letters import clean

_INLINE_MARKUP = re.compile(
    r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1|(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\3(?!\w)"
)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_STRONG_TAG = re.compile(r"<(b|strong)>(.{1,2000}?)</\1>", re.IGNORECASE)
_STRUCK = re.compile(r"~~(?=\S)(.{1,2000}?)(?<=\S)~~|<(s|del|strike)>(.{1,2000}?)</\2>", re.I)
_TAG = re.compile(
    r"</?(?:br|b|strong|i|em|u|s|del|ins|strike|sup|sub|span|font|a|small|mark|code|kbd|p|abbr|big|"
    r"center|img|input|wbr)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.{0,2000}?-->")
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)")
# No text holds these: they mark where bold type begins and ends until the words are parted.
_BOLD, _PLAIN = "\ufdd0", "\ufdd1"
_LINK = re.compile(r"!?\[([^\]\n]{0,500})\]\([^)\n]{0,500}\)")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)")
# Without a font name only these codes are sure: Unicode's own signs, and the private-use
# codes that symbol fonts of the Wingdings family leave behind.
_TICKS: dict[str, Tick] = {
    **dict.fromkeys("✓✔✅☑☒🗹🗸\uf0fc\uf0fe\uf0fd\uf050\uf052", "ticked"),
    **dict.fromkeys("☐□✗✘\uf0a8\uf06f\uf071\uf0fb", "not_ticked"),
}
_BOXES: dict[str, Tick] = {
    **dict.fromkeys(("[x]", "[X]", "(x)", "(X)", "[✓]", "[√]"), "ticked"),
    **dict.fromkeys(("[]", "[ ]", "()", "( )"), "not_ticked"),
}


def words_of(line: str, markdown: bool) -> tuple[Word, ...]:
    """Return the words of *line*; of Markdown's signs only bold type is kept."""
    if markdown:
        line = _without_markup(line)
    line = clean(line)
    words = []
    bold = False
    for raw in line.split():
        bold = bold or raw.startswith(_BOLD)
        text = raw.replace(_BOLD, "").replace(_PLAIN, "")
        tick = _TICKS.get(text)
        if text:
            words.append(Word(TICK_SIGNS[tick] if tick else text, bold=bold, tick=tick))
        if _BOLD in raw or _PLAIN in raw:
            bold = raw.rfind(_BOLD) > raw.rfind(_PLAIN)
    return tuple(words)


def box_tick(words: tuple[Word, ...]) -> Tick | None:
    """Return the tick that a box of brackets, all that a cell holds, is: "[x]", "[ ]"."""
    return _BOXES.get(" ".join(word.text for word in words)) if len(words) <= 2 else None


def _without_markup(line: str) -> str:
    line = _IMAGE.sub(" ", _COMMENT.sub(" ", line))
    line = _LINK.sub(lambda match: match.group(1), line)
    line = _without_struck(_NOTE.sub("", line))
    line = _STRONG_TAG.sub(lambda match: f"{_BOLD}{match.group(2)}{_PLAIN}", line)
    line = _STRONG.sub(lambda match: f"{_BOLD}{match.group(2)}{_PLAIN}", line)
    for _ in range(2):
        line = _INLINE_MARKUP.sub(lambda match: match.group(2) or match.group(4), line)
    line = _TAG.sub(lambda match: " " if match.group()[1:3].lower() == "br" else "", line)
    line = re.sub(r"\\([\\`*_{}\[\]()#+\-.!|<>~])", r"\1", line)
    return html.unescape(line) if "&" in line else line


def _without_struck(line: str) -> str:
    """Leave out what is struck out where other words stand beside it; alone it is kept."""
    rest = _STRUCK.sub("", line)
    if rest == line:
        return line
    if re.search(r"\w", re.sub(r"^\s*(?:[-*+]|\d+[.)])\s", "", rest)):
        return rest
    return _STRUCK.sub(lambda match: match.group(1) or match.group(3), line)
