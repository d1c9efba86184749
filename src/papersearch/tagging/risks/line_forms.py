"""Forms of one risk set as lines: "Risk title: …", "Risk appetite: Minimal", "Target score: 8"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace
from spacy.tokens import Doc, Span

from papersearch.papers.labels import label_kind
from papersearch.record import Appetite, Risk
from papersearch.tagging.layout import evidence
from papersearch.tagging.risks.cards import Title
from papersearch.tagging.risks.cues import fold, matches
from papersearch.tagging.risks.forms import names_of
from papersearch.tagging.risks.found import Found
from papersearch.tagging.risks.headers import role_of
from papersearch.tagging.risks.lines import Printed, printed_lines
from papersearch.tagging.risks.recovered import SCORE
from papersearch.tagging.risks.status import answered_status, remarked_status
from papersearch.tagging.risks.value import read_appetite

_LABEL = re.compile(r"(?:^|(?<=\s))(?P<label>[A-Z][\w /&()’'.-]{1,45}?)\s*[:?](?=\s|$)\s*")
_SENTENCE = re.compile(r"[.;,]$|\s(?:is|are|was|were|has|have|had|will|remains?|stands?)\s")
_BEGINS = re.compile(r"(?:[\w&/-]+ ){0,3}(?:risks?|appetite|score|rating|target)\b", re.IGNORECASE)
_NAMING = ("name", "level1", "level2", "reference")
_MOST_LABEL_WORDS = 5
_LONGEST_VALUE = 40  # words
_SCORES = ("score", "target")


@dataclass(frozen=True)
class Field:
    """A label, what it asks for, and what stands behind it; *start* to *end* are characters."""

    role: str | None
    label: str
    value: str
    start: int
    end: int


@dataclass
class LineForm:
    """The fields of one risk, in order of print."""

    span: Span
    fields: list[Field] = field(default_factory=list)

    def names(self) -> Risk:
        """Return reference, names and statement that the fields give."""
        known: dict[str, str] = {}
        for one in self.fields:
            if one.role is not None and one.value:
                known.setdefault(one.role, one.value)
            if one.role == "name" and re.search(r"\d", one.label):
                known.setdefault("reference", one.label)
        return names_of(known, None, Title())


def line_forms(doc: Doc) -> tuple[LineForm, ...]:
    """Return the forms among the lines of *doc* that name a risk and state a value of it."""
    known: tuple[LineForm, ...] | None = doc.user_data.get("line_forms")
    if known is None:
        known = tuple(_forms(doc))
        doc.user_data["line_forms"] = known
    return known


def read_line_forms(doc: Doc) -> Iterator[Found]:
    """Yield the risks of forms set as lines that have a field for the appetite."""
    for form in line_forms(doc):
        stated = next((one for one in form.fields if one.role == "appetite"), None)
        reading = read_appetite(stated.value.rstrip(".")) if stated else None
        if stated is None or reading is None or len(reading.appetite.levels) > 2:
            continue
        asked = next((one for one in form.fields if one.role == "status"), None)
        status = answered_status(asked.label, asked.value) if asked else None
        remarks = (remarked_status(one.value) for one in form.fields if one is not stated)
        status = status or next((told for told in remarks if told), None)
        appetite: Appetite = reading.appetite
        risk = replace(
            form.names(),
            appetite=replace(appetite, status=appetite.status or status),
            evidence=evidence(form.span, f"form with the label {stated.label!r}"),
        )
        yield Found(risk, form.span, "form")


def _forms(doc: Doc) -> Iterator[LineForm]:
    group: list[Field] = []
    block = -1
    for line in printed_lines(doc):
        fields = [] if line.kind in ("table", "heading") else _fields(line)
        again = {one.role for one in fields} & {one.role for one in group} & {*_NAMING}
        if fields and again and _states(group):
            yield from _form(doc, group)
            group = []
        if fields:
            group += fields
        elif group and line.block == block and line.words:
            last = group[-1]
            group[-1] = Field(
                last.role, last.label, f"{last.value} {line.text}".strip(), last.start, line.end
            )
        else:
            yield from _form(doc, group)
            group = []
        block = line.block
    yield from _form(doc, group)


def _states(group: Sequence[Field]) -> bool:
    return any(one.role == "appetite" or one.role in _SCORES for one in group)


def _form(doc: Doc, group: Sequence[Field]) -> Iterator[LineForm]:
    named = [one for one in group if one.role in _NAMING]
    if not named or not _states(group) or not any(map(_names_a_risk, named)):
        return
    first = next(i for i, one in enumerate(group) if one.role in _NAMING or _states([one]))
    last = max(
        i for i, one in enumerate(group) if one.role in (*_NAMING, "status") or _states([one])
    )
    kept = list(group[first : last + 1])
    span = doc.char_span(kept[0].start, kept[-1].end, alignment_mode="expand")
    if span is not None:
        yield LineForm(span, kept)


def _names_a_risk(one: Field) -> bool:
    """Tell the name or number of a risk from a field on risks in general ("Risk: None")."""
    if not one.value or len(one.value.split()) > _LONGEST_VALUE:
        return False
    return matches("value", "no_name", one.value) is None


def _fields(line: Printed) -> list[Field]:
    """Return the fields of a line, parted at its labels; none for any other line."""
    text = line.text
    found = [
        m for m in _LABEL.finditer(text) if m.start() == 0 or role_of(m.group("label")) is not None
    ]
    if not found or found[0].start() != 0:
        plain = _without_colon(line)
        return [plain] if plain is not None else []
    ends = [*(m.start() for m in found[1:]), len(text)]
    out = []
    for m, end in zip(found, ends, strict=True):
        label, value = m.group("label"), fold(text[m.end() : end])
        role = None if label_kind(label) in ("title", "reference") else role_of(label)
        part = line if len(found) == 1 else _part(line, m.start(), end)
        out.append(Field(role, label, value, part.start, part.end))
    return out


def _part(line: Printed, start: int, end: int) -> Printed:
    """Return the words of *line* that hold the characters *start* to *end* of its text."""
    first = len(line.text[:start].split())
    count = len(line.text[start:end].split())
    plain = [i for i, word in enumerate(line.words) if word.tick is None]
    return line.part(plain[first], plain[first + count - 1] + 1)


def _without_colon(line: Printed) -> Field | None:
    """Return the field of "Current score 4 x 4 = 16": a label and a value, and no sentence."""
    words = line.text.split()
    if _BEGINS.match(line.text) is None or _SENTENCE.search(line.text):
        return None
    for size in range(min(_MOST_LABEL_WORDS, len(words) - 1), 0, -1):
        label, value = " ".join(words[:size]), " ".join(words[size:])
        role = role_of(label)
        reading = read_appetite(value) if role == "appetite" else None
        is_appetite = reading is not None and reading.strict and value[:1].isupper()
        is_score = role in _SCORES and SCORE.match(value) is not None
        is_name = role == "name" and size > 1 and value[:1].isupper() and label[:1].isupper()
        if is_appetite or is_score or is_name:
            return Field(role, label, value, line.start, line.end)
    return None
