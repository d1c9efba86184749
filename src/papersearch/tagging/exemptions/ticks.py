"""Options of a form that are not chosen, and a form's instructions: words that say nothing."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from papersearch.tagging.layout import has_tick

_INSTRUCTION = re.compile(
    r"\[\s?(?:do\snot|please|insert|delete|state|select|add|enter|note|if|authors?|use"
    r"|choose)\b[^\]]{0,300}\]",
    re.IGNORECASE,
)


def unticked(doc: Doc, whole: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the characters of options beside an empty box, and of a form's instructions."""
    instructions = tuple(match.span() for match in _INSTRUCTION.finditer(whole, start, end))
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not has_tick(span):
        return instructions
    ticks = [(token.idx, token.idx + len(token), token._.tick) for token in span if token._.tick]
    if not ticks:
        return instructions
    first_word = next(
        (t.idx for t in span if t._.tick is None and any(c.isalnum() for c in t.text)), end
    )
    label = re.match(r"(?i)\W*(?:please )?(?:tick|select|mark)\b[^:☐☑☒]{0,60}:", whole[start:end])
    led = whole[start : ticks[0][0]].rstrip()
    before = ticks[0][0] < first_word or label is not None or led.endswith((":", "?"))
    masked = list(instructions)
    for index, (at, stop, tick) in enumerate(ticks):
        if before:
            low, high = stop, ticks[index + 1][0] if index + 1 < len(ticks) else end
        else:
            low, high = (ticks[index - 1][1] if index else start), at
        masked.append((at, stop))
        if tick == "not_ticked":
            masked.append((low, high))
    return tuple(masked)
