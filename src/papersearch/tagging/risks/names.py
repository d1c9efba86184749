"""Names of risks: without reference and tick, parted from the statement that follows."""

from __future__ import annotations

import re

from papersearch.papers.labels import STRONG, label_kind
from papersearch.tagging.risks.cues import fold, matches

_TICKS = "✓✔✅☑☒☐□√\uf0fc\uf0fe\uf0a8"
_KNOWN = r"(?:SR|PR|BAF|CRR|CR|RR|SO|BR|SRR|BRR|ORR|OR|FR|QR|WR|ID|DR|GR|IR|R|CO|ST|TR|PSR)"
_REFERENCE = re.compile(
    r"^(?:"
    r"(?P<words>(?:(?:principal|strategic|corporate|baf|key|operational|significant)\s+)?risk"
    r"(?:\s+(?:no\.?|number|ref\.?|id))?\s*#?\s*[A-Z]{0,4}\d{1,5}(?:\.\d{1,3})*[a-z]?)\b\s*(?:[,:.)–—-]\s*)?"
    rf"|(?P<known>{_KNOWN}\s?[-./#]?\s?\d{{1,5}}(?:[./-]\d{{1,4}})*[a-z]?)\b\s*[,:.)–—-]?\s*"
    r"|(?P<code>[A-Z]{1,5}[-./]?\d{1,5}(?:[./-]\d{1,4})*[a-z]?)\s*(?:[:)–—]|\s-|\.(?=\s))\s*"
    r"|\(?(?P<number>\d{1,5}(?:\.\d{1,3})*[a-z]?)\s*(?:[:.)](?=\s)|\s[–—-])\s*"
    r")(?=\S|$)",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z]{1,4}\d{1,5}(?:\.\d{1,3})*[a-z]?$")
_DASH = re.compile(r"\s+[-–—]\s*|\s*[–—]\s+|\s-(?=[A-Z])")
_COLON = re.compile(r"\s*:\s+")
_LONGEST_NAME = 12  # words


_OF_COVERS = STRONG | {
    "title", "date", "purpose", "reference", "previous_committees", "future_committees",
    "recommendation", "organisation", "foi",
}  # fmt: skip


def is_cover_label(text: str) -> bool:
    """Tell a label of a paper's cover sheet ("Date of meeting") from the name of a risk.

    Labels that may as well name a risk ("Finance", "Legal") are left out.
    """
    return label_kind(text) in _OF_COVERS


def clean(text: str) -> str:
    """Return a name without tick signs, bullets and trailing colons."""
    text = re.sub(rf"[{_TICKS}]", " ", text)
    text = re.sub(r"\(\s*\)", " ", text)
    text = re.sub(r"^\s*\(([^()]+)\)\s*$", r"\1", text)
    text = re.sub(r"^[\s•●▪◦·*–—-]+", "", text)
    return fold(text).strip(" :;|").rstrip("–—-").strip()


def split_reference(text: str) -> tuple[str | None, str]:
    """Return the risk's own reference and the name without it.

    >>> split_reference("SR2: Workforce supply"), split_reference("Risk 4 - Finance")
    (('SR2', 'Workforce supply'), ('Risk 4', 'Finance'))
    """
    text = clean(text)
    found = _REFERENCE.match(text)
    if found is None:
        return None, text
    kind = found.lastgroup or "code"
    reference = fold(found.group(kind))
    rest = text[found.end() :].strip()
    if kind == "words" and (code := _CODE.search(reference)):
        reference = code.group()  # "Principal risk PR1"
    if kind in ("known", "code") and not re.match(r"[A-Z]", reference):
        return None, text
    if kind == "words" and rest and not re.search(r"\d", reference):
        return None, text
    if kind == "number" and not rest:
        return None, text
    return reference, clean(rest)


_NUMBERED = re.compile(
    r"\b(?P<ref>(?:(?:BAF|CRR|BRR|SRR|ORR|SR|PR|CR|RR|SO|BR)(?:\s+(?:risk|ref(?:erence)?))?|"
    r"(?:(?:[Pp]rincipal|[Ss]trategic|[Cc]orporate)\s+)?[Rr]isk)"
    r"\s?[A-Z]{0,3}\d{1,5}(?:\.\d)?)\s*"
    r"(?:\((?P<name>[A-Za-z][^()]+)\)|[,–—-]\s+(?P<quoted>[A-Z][^,.;()]+)[,.])"
)
# What may stand behind a risk's number in brackets, and is no name.
_NO_NAME = re.compile(
    r"^(?:[a-z]+|.*\d\s*[x×*]\s*\d.*|(?:see|page|score[ds]?|rated|up|down|was|were|formerly|target|current(?:ly)?|"
    r"now|red|amber|green|low|moderate|medium|high|extreme|new|closed|likelihood|owner|lead|from|and|or|as|which)\b.*)$"
)


def numbered(text: str, last: bool = False) -> tuple[str | None, str | None]:
    """Return reference and name of "Risk 7 (Loss of power)" in *text*: the first, or the *last*.

    Nothing where there is none.
    """
    found = [m for m in _NUMBERED.finditer(text) if not _NO_NAME.match(m.group("name") or "")]
    if not found:
        return None, None
    match = found[-1 if last else 0]
    return fold(match.group("ref")), fold(match.group("name") or match.group("quoted"))


def split_statement(text: str) -> tuple[str, str | None]:
    """Return a name and the statement printed after it in the same cell, if any.

    >>> split_statement("Supply Risk - We will have enough staff.")
    ('Supply Risk', 'We will have enough staff.')
    """
    text = clean(text)
    for mark in (_DASH, _COLON):
        found = mark.search(text)
        if found is None:
            continue
        name, statement = text[: found.start()].strip(), text[found.end() :].strip()
        if (
            name
            and len(name.split()) <= _LONGEST_NAME
            and not re.search(r"[.;!?]", name)
            and (len(statement.split()) >= 4 or statement.endswith("."))
            and re.match(r"[A-Z\"'“‘(]", statement)
        ):
            return name, statement
    return text, None


# A line that goes on in the next block is no name.
_BROKEN_OFF = re.compile(
    r"\b(?:the|an?|of|and|or|to|for|in|with|which|that|by|on|is|are|was|were|will|our|its)$", re.I
)


def heading_name(text: str) -> str | None:
    """Return the risk that a heading or a lead-in names; ``None`` for a general one."""
    text = re.sub(
        r"^(?:section\s+)?(?:\d{2,4}/\d{2,4}|\d{1,2}(?:\.\d{1,3})*)[.)]?\s+", "", clean(text)
    )
    name, colon, rest = text.partition(":")
    if colon and "appetite" in rest.lower():
        text = name.strip()
    bare = split_reference(text)[1] or text
    if not bare or len(bare.split()) > _LONGEST_NAME or bare.endswith("."):
        return None
    if _BROKEN_OFF.search(bare):
        return None
    reference, name = split_reference(text)
    if reference and name and re.search(r"[A-Z]{2}|risk", reference, re.IGNORECASE):
        return text  # "BAF 3: We do not have the people that we need"
    if matches("prose", "not_a_name", bare, whole=True):
        return None
    return text
