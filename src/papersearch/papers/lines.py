"""Lines of a form parted where wide white gaps stand."""

from __future__ import annotations

from collections.abc import Callable

from papersearch.reading.document import Line, Word

WIDE_GAP = 1.7
"""A gap wider than this many letter heights parts a line."""


def word_groups(line: Line) -> list[list[Word]]:
    """Return the line's words in groups between which wide gaps stand."""
    groups: list[list[Word]] = [[]]
    last: Word | None = None
    for word in line.words:
        if last is not None and last.box and word.box:
            high = max(last.box[3] - last.box[1], 4.0)
            if word.box[0] - last.box[2] > WIDE_GAP * high:
                groups.append([])
        groups[-1].append(word)
        last = word
    return [group for group in groups if group]


def with_text(word: Word, text: str) -> Word:
    """Return *word* with another text, where and as it stands."""
    return Word(
        text, word.box, word.font, word.size, word.bold, word.italic, word.tick, word.confidence,
        word.highlighted,
    )  # fmt: skip


def segments(line: Line, label_kind: Callable[[str], str | None]) -> list[str]:
    """Return the line's text parted at wide gaps; a label and its value stay together."""
    joined: list[str] = []
    for group in word_groups(line):
        part = " ".join(word.text for word in group)
        if joined and joined[-1].endswith(":") and label_kind(joined[-1]) is not None:
            joined[-1] += " " + part
        elif (
            joined and label_kind(joined[-1]) is not None and len(joined[-1].split()) <= 4
            and ":" not in part and (label_kind(part) is None or label_kind(joined[-1]) == "title")
        ):  # fmt: skip
            joined[-1] += ": " + part
        else:
            joined.append(part)
    return joined
