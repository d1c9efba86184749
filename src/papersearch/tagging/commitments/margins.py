"""Minutes set as a table, whose last column names who is to act.

Initials in the margin stand beside the words that charge them. Where a joined row has
several, each speaks of what stands at its own height.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span

from papersearch.tagging.commitments.cell_parts import Part, Row, parts_of, pitch_of, rows_of
from papersearch.tagging.commitments.charges import minuted
from papersearch.tagging.commitments.found import Found, Sentence, sentences
from papersearch.tagging.commitments.patterns import any_of, matches, words
from papersearch.tagging.commitments.speech import is_correction, spoken
from papersearch.tagging.layout import TableView

_LEAST_WORDS = 4
_SHARE_OF_A_MARGIN = 0.7
_PITCHES_APART = 2.0
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]|All|ALL")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a margin's owner speaks of: a sentence, and what its own words tell."""

    span: Span
    owner: str
    told: Found | None


def read_margins(view: TableView, day: date | None) -> Iterator[Beside]:
    """Yield the sentences for which the margin of a table of minutes names an owner."""
    columns = range(view.table.columns)
    for margin in columns:
        cells = {r: t for r in range(view.table.rows) if (t := view.text(r, margin))}
        named = {row: text for row, text in cells.items() if _are_initials(text)}
        if not named or len(named) < _SHARE_OF_A_MARGIN * len(cells):
            continue
        for row, names in named.items():
            beside = [c for c in columns if c != margin and view.cell(row, c) is not None]
            if beside:
                text = max(beside, key=lambda c: len(view.text(row, c)))
                yield from _row(view, row, margin, text, names, day)


def _row(
    view: TableView, row: int, margin: int, column: int, names: str, day: date | None
) -> Iterator[Beside]:
    cell, span = view.table.cell(row, column), view.cell(row, column)
    of_margin, of_names = view.table.cell(row, margin), view.cell(row, margin)
    if cell is None or span is None or of_margin is None or of_names is None:
        return
    parts = parts_of(span, cell)
    owners = _owners(rows_of(of_names, of_margin))
    if not owners:
        if len(names.split()) > 1:
            return
        owners = [(names, None)]
    spoken_of: dict[int, Beside] = {}
    for owner, place in owners:
        found = _beside(parts, owner, place, day)
        if found is None:
            continue
        before = spoken_of.get(found.span.start)
        names_so_far = before.owner.split("/") if before is not None else []
        joint = "/".join([*names_so_far, *([] if owner in names_so_far else [owner])])
        spoken_of[found.span.start] = Beside(found.span, joint, found.told)
    yield from spoken_of.values()


def _owners(rows: list[Row]) -> list[tuple[str, Row | None]]:
    """Return the owners of a margin with their lines, ``[]`` where no line has a place."""
    if any(row.box is None for row in rows):
        return []
    out: list[tuple[str, Row | None]] = []
    for row in rows:
        if out and re.search(r"[/&,]$", out[-1][0]):
            out[-1] = (f"{out[-1][0]}{row.text}", out[-1][1])
        else:
            out.append((row.text, row))
    return out


def _beside(parts: list[Part], owner: str, place: Row | None, day: date | None) -> Beside | None:
    """Return of the paragraph beside *place* the sentence that charges somebody."""
    if place is None:
        near = parts
    else:
        pitch = pitch_of([row for part in parts for row in part.rows])
        apart = [(_apart(part, place), part) for part in parts]
        known = [(distance, part) for distance, part in apart if distance is not None]
        if not known:
            return None
        least = min(distance for distance, _ in known)
        if least > _PITCHES_APART * pitch:
            return None
        near = [part for distance, part in known if distance <= least + 0.5 * pitch]
    said = [s for part in near for s in sentences(part.span) if _may_charge(s)]
    ranked = [(_strength(s, owner, day), s) for s in said]
    # Of a paragraph the sentence at the very height of the initials, if it charges anybody.
    level = [
        (how, s) for how, s in ranked if how[0] not in ("", "said") and _is_level(near, s, place)
    ]
    for strength in ("named", "told", "to be done", "said"):
        for (how, told), span in reversed(level or ranked):
            if how == strength and (strength != "said" or place is not None):
                return Beside(span, owner, told)
    return None


def _apart(part: Part, place: Row) -> float | None:
    """Return how far a paragraph's lines are from a line of the margin, 0 if beside it."""
    if place.box is None:
        return None
    middle = (place.box[1] + place.box[3]) / 2
    boxes = [row.box for row in part.rows if row.page == place.page and row.box is not None]
    if not boxes:
        return None
    return max(0.0, min(box[1] for box in boxes) - middle, middle - max(box[3] for box in boxes))


def _is_level(parts: list[Part], span: Span, place: Row | None) -> bool:
    """Tell whether a sentence stands on the line of the margin's owner."""
    if place is None or place.box is None:
        return False
    middle = (place.box[1] + place.box[3]) / 2
    return any(
        row.box is not None
        and row.page == place.page
        and row.box[1] <= middle <= row.box[3]
        and row.words[0].start < span.end_char
        and span.start_char < row.words[-1].end
        for part in parts
        for row in part.rows
    )


def _may_charge(span: Span) -> bool:
    text = " ".join(span.text.split())
    return len(text.split()) >= _LEAST_WORDS and not is_correction(text)


def _strength(span: Span, owner: str, day: date | None) -> tuple[str, Found | None]:
    """Return how plainly a sentence charges somebody, and what its own words tell."""
    sentence = Sentence.of(span)
    text = sentence.text
    told = minuted(sentence, day, "minutes") or spoken(sentence, day)
    data = words("actions")["minutes"]
    if charges_by_name(text, owner):
        return "named", told
    if told is not None:
        return "told", told
    if any_of(words("prose")["passive"]).search(text) or any_of(data["to_be_done"]).search(text):
        return "to be done", None
    if matches("speech", "beside_a_margin", text) and not matches("speech", "settles", text):
        return "said", None
    return "", None


def charges_by_name(text: str, owner: str) -> bool:
    """Tell whether a sentence names the owner that stands beside it, and what is to be done."""
    named = rf"\b(?i:{re.escape(owner)})\b.*\b(?:to|will|would|agreed)\b"
    return re.search(named, text) is not None


def _are_initials(text: str) -> bool:
    parts = [part for part in re.split(r"[\s/,&]+", text) if part]
    return bool(parts) and all(_INITIALS.fullmatch(part) for part in parts)
