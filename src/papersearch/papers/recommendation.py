"""What the paper asks its meeting to do, in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from papersearch.papers.fields import label_kind
from papersearch.papers.paper import CoverField
from papersearch.papers.people import is_name, is_role, without_day
from papersearch.papers.purpose_words import only_marks_purpose
from papersearch.papers.run_in import parted
from papersearch.reading.document import Block
from papersearch.reading.flow import flow

LEAST_WORDS = 4
MOST_BLOCKS = 25
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+|[a-zA-Z][.)]\s+)?"
_MEETS = (
    r"(?:Board|Committee|Cabinet|Council|Members|Authority|Panel|Executive|Governors|Body"
    r"|Directors|Trustees|Commissioners?|Group|Court|Senate|Forum|Partnership|Corporation|Commission"
    r"|Assembly|Conference|Agency|Meeting|Team|ICB|Colleagues|Mayor)"
)
_SUBJECT = (
    r"(?:[Tt]he\s+)?(?:[A-Z][\w'\u2019-]*\s+|of\s+|and\s+|&\s+){0,6}"
    rf"{_MEETS}(?:\s+[Mm]embers)?"
)
_ASKED = (
    r"(?:is|are)\s+(?:therefore\s+|hereby\s+|being\s+)?"
    r"(?:asked|invited|recommended|requested)\b"
)
_HEADS = (
    r"(?:(?i:(?:officer\s+|officers['\u2019]\s+|proposed\s+)?recommendations?(?:\(s\))?"
    r"(?:\s*(?:/|and|&|to\s+the|for\s+the)\s*\w+){0,3}|recommended|argymhelli\w+\s*/\s*recommendations?"
    r"|(?:the\s+)?(?:decisions?|resolutions?)(?:\(s\))?\s+(?:sought|required|requested|needed|proposed)"
    r"|proposed\s+(?:resolutions?|decisions?)"
    r"|what\s+(?:is|are|do|does)\s+(?:\w+\s+){1,6}(?:asked|need|needed|want|required|seeking)(?:\s+\w+){0,6}"
    r"|what\s+(?:we|i)\s+(?:need|ask|are\s+asking|want|seek)(?:\s+\w+){0,6}"
    r"|what\s+(?:the\s+)?(?:\w+\s+){1,3}(?:is|are)\s+asked\s+to\s+do"
    r"|(?:the\s+)?asks?(?:\s+of\s+(?:the\s+)?\w+)?"
    r"|actions?\s+(?:required|requested|sought)(?:\s+(?:by|of|from)\s+(?:the\s+)?\w+(?:\s\w+){0,2})?))"
)
_HEADING = re.compile(rf"^{_NUMBER}{_HEADS}\W*$")
_ASKING_HEADING = re.compile(rf"^{_NUMBER}{_SUBJECT}\s+{_ASKED}(?:\s+to)?\W*$")
_RUN_IN = re.compile(
    rf"^{_NUMBER}{_HEADS}\s*(?:[:.\u2013\u2014]|\s-)\s*(?P<rest>[A-Z(\u2022].+)", re.S
)
_ASKS_IT = rf"(?:It\s+is\s+recommended\s+that\s+)?{_SUBJECT}\s+{_ASKED}"
_ASKS = re.compile(rf"^{_ASKS_IT}")
_RECOMMENDS = (
    r"(?:It is (?:therefore )?recommended that\b"
    r"|(?:We|I) (?:ask|invite|recommend that) (?:the )?(?:\w+ ){0,3}(?:Board|Committee"
    r"|Cabinet(?! Office| Secretary)|Council|Authority|Panel|Governors|Trustees|Members)\b"
    r"|(?:The )?(?:Executive|Management|Officers?) recommends? )"
)
_RECOMMENDED = re.compile(rf"^{_RECOMMENDS}")
_OPENS = re.compile(
    rf"^(?:That\b|To\s+[a-z]|\(|\u2022|{_ASKS_IT}|{_RECOMMENDS}"
    r"|(?:Note|Approve|Agree|Endorse|Support|Discuss|Receive|Consider|Accept|Adopt|Ratify|Review"
    r"|Confirm|Delegate|Authorise|Comment|Take)\b)"
)
"""How what is recommended begins; an inquiry's "Recommendation: The Government should" does not."""
_FOOT = re.compile(
    r"(?i)^(?:(?:.{3,90}[\s|])?page\s+\d+(?:\s+of\s+\d+)?|tudalen\b.*|[\u2013-]?\s*\d{1,3}\s*[\u2013-]?|.*\u00a9.*"
    r"|.*\|\s*cookies\b.*|.*\bis\s+the\s+(?:common|operational|trading)\s+name\s+of\b.*|signed\b.*|ends?\.?|-\s*ends\s*-)$"
)
"""Lines that stand beneath the last words of a text in formats that know no footer."""
_LONE_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|\d{1,2}\))\s+(?=[A-Z(])")


def find_recommendation(
    fields: Sequence[CoverField], blocks: Sequence[Block], others: Sequence[CoverField] = ()
) -> str | None:
    """Return the recommendation: the form's, the section's, or the sentence that asks.

    Args:
        fields: The cover's fields labelled as the recommendation.
        blocks: The paper.
        others: All the cover's fields; "Action required" may hold the recommendation, too.
    """
    for item in fields:
        if len(item.value.split()) >= LEAST_WORDS and _is_inline(item, blocks):
            return _whole(item, blocks)
    asking = (item for item in others if _ASKS.match(item.value.strip()))
    return (
        _section(blocks)
        or _run_in(blocks)
        or _asking(blocks)
        or next((_whole(item, blocks) for item in asking), None)
        or _short(fields)
    )


def _is_inline(item: CoverField, blocks: Sequence[Block]) -> bool:
    """Tell a value that stands beside its label from paragraphs under a heading."""
    block = blocks[item.block]
    return block.table is not None or " ".join(item.value.split()) in block.text


def _short(fields: Sequence[CoverField]) -> str | None:
    values = (item.value.strip(" :") for item in fields)
    return next((v for v in values if v and v.lower() not in ("n/a", "none", "tbc")), None)


def _whole(item: CoverField, blocks: Sequence[Block]) -> str:
    """Return a field's value with the list that its line introduces."""
    value = item.value
    block = blocks[item.block]
    if block.table is not None:
        return value
    if _ASKS.match(item.label) and (start := block.text.find(item.label)) >= 0:
        value = block.text[start:]  # what the sentence asks begins with whom it asks
    if not value.rstrip().endswith(":"):
        return _without_number([value])
    return _without_number([value, *_list_after(blocks, item.block, value)])


def _without_number(parts: Sequence[str]) -> str:
    """Join the parts; the number of a paragraph that is alone is none of its words."""
    text = " ".join(parts)
    match = _LONE_NUMBER.match(text)
    if match is None or any(map(_LONE_NUMBER.match, parts[1:])):
        return text
    number = match.group().strip()
    following = re.search(rf"(?:[.;:]|\band)\s+{_next(number)}\s+[A-Z]", text)
    return text if following is not None else text[match.end() :]


def _next(number: str) -> str:
    """Return the number behind *number* in a list: "2." behind "1.", "3.2" behind "3.1"."""
    match = re.match(r"(.*?)(\d+)(\D*)$", number)
    if match is None:
        return re.escape(number)
    return re.escape(f"{match[1]}{int(match[2]) + 1}{match[3]}")


def _run_in(blocks: Sequence[Block]) -> str | None:
    """Return what follows "Recommendation:" in the last paragraph that opens with it."""
    for index, block in reversed(list(enumerate(blocks))):
        match = _RUN_IN.match(block.text) if block.table is None else None
        said = match["rest"] if match is not None else ""
        if len(said.split()) >= LEAST_WORDS and _OPENS.match(said):
            after = _list_after(blocks, index, said) if said.rstrip().endswith(":") else []
            return " ".join([said, *after])
    return None


def _list_after(blocks: Sequence[Block], index: int, said: str) -> list[str]:
    out = []
    for block in blocks[index + 1 : index + MOST_BLOCKS]:
        if block.kind != "list_item" or block.table is not None:
            break
        if block.text not in said:
            out.append(block.text)
    return out


def _section(blocks: Sequence[Block]) -> str | None:
    """Return the text under the last heading that says "Recommendation"."""
    best: str | None = None
    for index, block in enumerate(blocks):
        if block.table is not None or not block.lines or len(block.lines) > 2:
            continue
        if not _is_heading(block) or (block.kind == "list_item" and best):
            continue
        parts: list[str] = []
        for following in blocks[index + 1 : index + MOST_BLOCKS]:
            if following.kind == "heading" and not _carries_on(following, parts):
                break
            if following.table is not None or (parts and _is_label(following)):
                break
            text, ended = _up_to_end(following, bool(parts))
            parts += [text] if text else []
            if ended:
                break
        if parts and not only_marks_purpose(" ".join(parts)):
            best = _without_number(parts)
    return best


def _is_heading(block: Block) -> bool:
    text = block.text.strip()
    asks = block.kind == "heading" and not text.endswith(":") and _ASKING_HEADING.match(text)
    return bool(asks) or _HEADING.match(text) is not None


def _up_to_end(block: Block, inside: bool) -> tuple[str, bool]:
    """Return a block's text up to the paper's signature or foot, and whether one is there."""
    for number, line in enumerate(block.lines):
        if (number or inside) and (_signs(line.text) or _FOOT.match(line.text.strip())):
            return flow(block.lines[:number]).text, True
    return block.text, False


def _signs(line: str) -> bool:
    """Tell "E. Varley, Chief Port Health Officer" from words of the text."""
    name, _, rest = line.partition(",")
    return is_name(name) and (not rest.strip() or is_role(without_day(rest)))


def _carries_on(block: Block, parts: Sequence[str]) -> bool:
    """Tell a recommendation set in bold, or a numbered one taken for a heading, from a heading."""
    text = block.text.strip()
    if _ASKS.match(text) or _RECOMMENDED.match(text):
        return True
    return bool(parts) and parts[-1].rstrip().endswith((":", ";", "; and")) and len(text) > 20


def _is_label(block: Block) -> bool:
    first = block.lines[0].text if block.lines else ""
    label, sign, _ = first.partition(":")
    return bool(sign) and label_kind(label) not in (None, "recommendation")


def _asking(blocks: Sequence[Block]) -> str | None:
    """Return the block "The Board is asked to …" with its list; the first page's, else the last."""
    found = [(index, text) for index, block in enumerate(blocks) if (text := _asks(block))]
    if not found:
        return None
    first = [(index, text) for index, text in found if blocks[index].page == blocks[0].page]
    index, text = first[0] if first else found[-1]
    return _without_number([text, *_list_after(blocks, index, text)])


def _asks(block: Block) -> str | None:
    """Return the block's text from the line on that asks the meeting."""
    if block.table is not None:
        return None
    for number, line in enumerate(parted(block).lines):
        bare = _LONE_NUMBER.sub("", line.text)
        if _ASKS.match(bare) or _RECOMMENDED.match(bare):
            if parted(block).lines != block.lines:
                return line.text
            return _up_to_end(replace(block, lines=block.lines[number:]), False)[0]
    return None
