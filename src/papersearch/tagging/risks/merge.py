"""What the readers found, put together: one entry a risk, on its scale where the paper tells."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from papersearch.record import Risk
from papersearch.tagging.risks.cues import fold
from papersearch.tagging.risks.found import Found, with_status
from papersearch.tagging.risks.headers import is_level
from papersearch.tagging.risks.scales import (
    level_of,
    level_pattern,
    printed_scale,
    scale_of,
    scales,
)
from papersearch.tagging.risks.value import JOIN, levels_in


def name_key(name: str | None) -> str:
    """Return a risk's name folded: case, "&", "risk", signs."""
    folded = re.sub(r"[^a-z0-9 ]+", " ", (name or "").lower().replace("&", " and "))
    return " ".join(re.sub(r"\b(?:risks?|the)\b", " ", folded).split())


_PLAIN = re.compile(
    r"\b(?:principal|strategic|corporate|key|baf|crr|risk|ref|reference|no|id)\b|[^a-z0-9.]", re.I
)


def _same_reference(one: str, two: str) -> bool:
    """Tell "BAF risk 6" and "6", "Risk SR2" and "SR2" from references of two risks."""
    first, second = (_PLAIN.sub("", text.lower()) for text in (one, two))
    return first == second


def put_together(found: Iterable[Found]) -> list[Found]:
    """Return *found* in order of print, each risk once; tables tell more than sentences."""
    order = {"table": 0, "flattened": 0, "form": 1, "prose": 2}
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (order[f.by], f.span.start)):
        index = next((i for i, other in enumerate(kept) if _same(other, one)), None)
        if index is None:
            kept.append(one)
        elif kept[index].risk.appetite.raw is None or (one.changed and not kept[index].changed):
            kept[index] = _with_value(kept[index], one)
        elif kept[index].risk.appetite.status is None and (told := one.risk.appetite.status):
            kept[index] = with_status(kept[index], told, one.risk.evidence.why)
    return sorted(_of_a_risk(kept), key=lambda f: f.span.start)


def _of_a_risk(found: Sequence[Found]) -> list[Found]:
    """Return *found* without sentences that name no risk, where a table lists the risks.

    Alone, "Risk appetite: Open" is the appetite for what the paper proposes. Beside a register it
    is the register's summary or another's, and no risk of its own.
    """
    if not any(one.by in ("table", "flattened") for one in found):
        return list(found)
    return [one for one in found if one.by != "prose" or _is_told(one.risk)]


def _is_told(risk: Risk) -> bool:
    return bool(risk.level1 or risk.level2 or risk.reference or risk.statement)


def _same(first: Found, second: Found) -> bool:
    """Tell two finds of one risk: the same names, and nothing that sets them apart."""
    a, b = first.risk, second.risk
    if a.reference and b.reference and not _same_reference(a.reference, b.reference):
        return False
    one, two = _keys(a), _keys(b)
    if second.by == "prose":
        named = name_key(b.level1)
        if not named:
            same_value = a.appetite.levels == b.appetite.levels
            return first.by == "prose" and not any(one) and same_value
        same_name = named in [key for key in one if key]
        if first.by == "prose":
            return same_name and (a.appetite.levels == b.appetite.levels or second.changed)
        return same_name and (
            a.appetite.raw is None or second.changed or a.appetite.levels == b.appetite.levels
        )
    return (
        one == two
        and any(one)
        and fold(a.statement or "") == fold(b.statement or "")
        and (a.appetite == b.appetite or b.appetite.raw is None or a.appetite.raw is None)
    )


def _keys(risk: Risk) -> tuple[str, str]:
    return name_key(risk.level1), name_key(risk.level2)


def _with_value(first: Found, second: Found) -> Found:
    why = f"{first.risk.evidence.why}; the appetite from: {second.risk.evidence.why}"
    risk = replace(
        first.risk,
        appetite=second.risk.appetite,
        evidence=replace(first.risk.evidence, why=why),
    )
    return dataclasses.replace(first, risk=risk, changed=second.changed)


def on_scales(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """Return *found* with the scale that the paper prints or names, if it does."""
    used = [level for one in found for level in _levels(one.risk)]
    if not used:
        return list(found)
    scale = _scale(doc, found, used)
    out = []
    for one in found:
        levels = _levels(one.risk)
        fits = scale is not None and levels and scale_fits(scale, levels)
        appetite = replace(one.risk.appetite, scale=scale if fits else None)
        out.append(dataclasses.replace(one, risk=replace(one.risk, appetite=appetite)))
    return out


def _levels(risk: Risk) -> tuple[str, ...]:
    towards = (risk.appetite.towards,) if risk.appetite.towards else ()
    return risk.appetite.levels + towards


def scale_fits(scale: str, levels: Iterable[str]) -> bool:
    """Tell whether all *levels* are words of *scale*."""
    return all(scales()[scale].place(level) is not None for level in levels)


def _scale(doc: Doc, found: Sequence[Found], used: Sequence[str]) -> str | None:
    prints = [p for one in found for p in one.prints] + printed_in(doc)
    known = {scale for words in prints if (scale := printed_scale(words))}
    if len(known) == 1:
        return known.pop()
    if known:
        return None
    if any(_is_own(words) for words in prints):
        return None
    named = _named(doc, used)
    if named is not None:
        return named
    return scale_of(set(used)) if _tells(used) else None


def _is_own(words: Sequence[str]) -> bool:
    """Tell a printed scale that is none of the named ones nor a part of one."""
    return len(set(words)) >= 4 and not any(scale_fits(scale, words) for scale in scales())


def _tells(used: Iterable[str]) -> bool:
    """Tell words that no two scales share from words that fit one only by their number."""
    return any(
        sum(scale.place(word) is not None for scale in scales().values()) == 1 for word in set(used)
    )


def _named(doc: Doc, used: Sequence[str]) -> str | None:
    """Return the scale whose source a sentence on appetite names."""
    out = set()
    for sentence in doc.sents:
        text = sentence.text.lower()
        if "appetite" not in text and "scale" not in text:
            continue
        for scale in scales().values():
            if any(name in text for name in scale.named) and scale_fits(scale.id, used):
                out.add(scale.id)
    return out.pop() if len(out) == 1 else None


_LISTED = re.compile(
    rf"{level_pattern()}(?:(?:{JOIN}|\s*;\s*|\s*\(?[0-9][-–0-9]*\)?\s*|\s*,\s*and\s*|\s*[•|>→<]\s*|\s+)"
    rf"{level_pattern()}){{2,}}",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"\bfrom\s+[‘'“\"]?(?P<low>{level_pattern()})[’'”\"]?\s+(?:\([^)]*\)\s+)?(?:up\s+|through\s+)?to\s+"
    rf"[‘'“\"]?(?P<high>{level_pattern()})",
    re.IGNORECASE,
)


def printed_in(doc: Doc) -> list[tuple[str, ...]]:
    """Return the scales that the paper prints: in a line, a list of definitions, a table's edge."""
    out: list[tuple[str, ...]] = []
    text = doc.text
    if "appetite" not in text.lower():
        return out
    for match in _LISTED.finditer(text):
        words = levels_in(match.group())
        if len(set(words)) >= 3:
            out.append(tuple(dict.fromkeys(words)))
    for match in _ENDS.finditer(text):
        near = text[max(0, match.start() - 120) : match.end() + 60].lower()
        low, high = level_of(match.group("low")), level_of(match.group("high"))
        if re.search(r"\b(?:scale|spectrum|rang\w+|levels)\b", near):
            fitting = [
                s.levels for s in scales().values() if {low, high} == {s.levels[0], s.levels[-1]}
            ]
            if len(fitting) == 1:
                out.append(fitting[0])
    out.extend(_definitions(doc))
    return out


def _definitions(doc: Doc) -> list[tuple[str, ...]]:
    """Return the levels that a run of blocks or a table's first row or column defines."""
    out: list[tuple[str, ...]] = []
    run: list[str] = []
    form = re.compile(
        rf"^\W*(?:\d\s*[-–.:)]?\s*)?(?P<level>{level_pattern()})\s*(?:\([^)]*\)\s*)?(?:[:–—=]|-\s|$)",
        re.I,
    )
    for block in doc.spans.get("layout", ()):
        found = form.match(fold(block.text)) if block.label_ != "table" else None
        if found is not None:
            run.append(level_of(found.group("level")))
            continue
        if len(set(run)) >= 3:
            out.append(tuple(dict.fromkeys(run)))
        if len(block.text.split()) <= 40 and run and block.label_ == "paragraph":
            continue  # a definition that stands in a block of its own
        run = []
    if len(set(run)) >= 3:
        out.append(tuple(dict.fromkeys(run)))
    for view in doc._.tables:
        table = view.table
        edges: dict[tuple[str, int], list[str]] = {}
        for cell in table.cells:
            span = view.of(cell)
            if span is None:
                continue
            text = fold(span.text)
            if len(text) < 40 and is_level(text):
                word = level_of(levels_in(text)[0])
                edges.setdefault(("row", cell.row), []).append(word)
                edges.setdefault(("column", cell.column), []).append(word)
        for (edge, index), words in edges.items():
            distinct = tuple(dict.fromkeys(words))
            is_edge = edge == "row" or index == 0 or _first_filled(view, index)
            if len(words) == len(distinct) >= 3 and is_edge:
                out.append(distinct)
    return out


def _first_filled(view: object, column: int) -> bool:
    """Tell whether nothing but numbers stands left of *column*."""
    for cell in view.table.cells:  # type: ignore[attr-defined]
        if cell.column < column and re.search(r"[A-Za-z]{3}", cell.text) and cell.row > 0:
            return False
    return True
