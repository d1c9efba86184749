"""What risk a sentence on appetite is about, in its own words."""

from __future__ import annotations

import re

from spacy.tokens import Span

from papersearch.tagging.risks.cues import cues, fold
from papersearch.tagging.risks.names import clean, heading_name, split_reference
from papersearch.tagging.risks.scales import level_pattern
from papersearch.tagging.risks.value import levels_in

_MOST_WORDS = 12
_MOST_OF_ITEM = 20  # words of a list item that is a risk with its number
_END = re.compile(
    r"[,;:()\u2013\u2014.]|\s-\s|\s(?:and|but|while|whilst|with)\s+(?:(?:a|an|is|are|has|have|our|its|the|we)\s)?"
    rf"(?:\w+\s)?(?={level_pattern()})|"
    r"\s(?:because|where|which|that|as|so|in order|when|given|provided|but|while|whilst|if|since|"
    r"unless|"
    r"(?:up|down) (?:a|one|two)|has|have|is|are|was|were|be|been|being|will|would|should|remains?|"
    r"however|although|subject|"
    r"and (?:this|we|it|is|will|has|no)|"
    r"(?:to\s+)?(?:moves?|rises?|falls?|changes?|shifts?|goes|go|increases?|reduces?|drops?|comes?)"
    r"(?=\s+(?:(?:up|down|back)\s+)?(?:from|to)\b)|stays?|sits?|stands?|rests?|"
    r"from (?=[a-z]+ to )|at (?=(?:a|an|the)\b)|who|and therefore|moving|set|of (?=(?:cautious|"
    r"open)))\b|"
    r"\sto\s(?:ensure|improve|deliver|support|achieve|enable|protect|reflect|allow|maintain|help|meet|"
    r"avoid|secure|drive|provide|be|move|become|remain|realise|gain)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:any|all|the|our|its|their|those|these|this|such|accepting|taking|tolerating|managing|pursuing|"
    r"pursuit of|matters of|issues of|questions of)\s+)*"
    r"(?:(?:risks?|risk[- ]taking|matters|issues|activities|areas)\s+"
    r"(?:(?:(?:relating|related|associated|connected|linked|pertaining|arising)\s+(?:to|with|from|in))|"
    r"in relation to|in respect of|with respect to|with regard to|that relates? to|regarding|"
    r"concerning|affecting|impacting(?: on)?|around|within|from|for|to|in|of|on)\s+)?"
    r"(?:(?:the )?(?:pursuit|matters) of\s+)?"
    r"(?:(?:the|our|its|any|their)\s+(?:trust[’']s\s+|council[’']s\s+)?)?",
    re.IGNORECASE,
)
_REFERENCE_FIRST = re.compile(
    r"^(?P<ref>(?:(?:strategic |corporate |principal )?risk )?[A-Z]{0,5}\s?\d{1,4}(?:\.\d)?)\s*"
    r"(?:[,:]|\s[-–—])\s*(?=[A-Z])"
)
_NO_NAME = re.compile(
    r"^(?:risks? (?:that (?:is|are) )?(?:taken|run|accepted|we take)\b.*|risks?|"
    r"risk[- ]taking|it|this|that|these|them|this (?:area|risk|category|domain|paper|"
    r"report|"
    r"proposal|decision|programme|objective|matter)|these (?:areas|risks)|such risks?|the same|"
    r"all risks?|risk overall|"
    r"the risks?|both|each|here|general|taking risks?|20\d\d.*|the (?:current|coming) year.*|"
    r"part|full|place|"
    r"line with.*|practice|principle)$",
    re.IGNORECASE,
)
_NOT_A_SUBJECT = re.compile(
    r"^(?:current|overall|general|agreed|stated|proposed|revised|new|board|trust|council|organisation(?:al)?|"
    r"corporate|approved|recommended|defined|existing|set|low|high|board[’']s|trust[’']s|council[’']s|group|"
    r"target|our|its|own|optimal|optimum|this|that|stated|level of|strategic)$",
    re.IGNORECASE,
)


def subject(words: str) -> str | None:
    """Return the risk in *words* after "for", "to", "in relation to"; ``None`` where none is named.

    >>> subject("risks relating to patient safety because harm is not acceptable")
    'patient safety'
    """
    words = fold(words)
    if behind := _REFERENCE_FIRST.match(words):  # "SR5, Digital change, from Open to Seek"
        words = f"{behind.group('ref')} {words[behind.end() :]}"
    name = _listed(words) or _up_to_end(words)
    name = name.strip(" \"'“”‘’")
    if not name or _NO_NAME.match(name):
        return None
    if re.match(r"^(?:any |all )?risks?\s+(?:that|which|where|who)\b", name, re.IGNORECASE):
        return None
    name = _LEAD.sub("", name, count=1).strip(" \"'“”‘’") or name
    if (
        _NO_NAME.match(name)
        or len(name.split()) > _MOST_WORDS
        or not re.search(r"[A-Za-z]{2}", name)
    ):
        return None
    return clean(name) or None


def _up_to_end(words: str) -> str:
    end = _END.search(words)
    return words[: end.start()] if end else words


# One of several names before the last: a few words, neither a clause nor another level.
_PART = re.compile(
    r"^(?!(?:and|but|or)?\s*(?:the|an?|this|that|it|we|they|he|she|there|for|to|in|on|with|by|as|at|"
    r"which|who|not|no)\b)[\w’'&/()-]+(?:\s+[\w’'&/()-]+){0,3}$",
    re.IGNORECASE,
)
_NO_START = r"(?!(?:the|an?|we|it|they|this|that|for|to|in|on|at|is|are|has|have|will)\b)"
_LAST_PART = re.compile(
    rf"^{_NO_START}(?:[\w’'&/-]+\s+){{0,3}}?(?:and|or|&)\s+{_NO_START}[\w’'&/-]+(?:\s+[\w’'&/-]+){{0,5}}",
    re.IGNORECASE,
)


def _listed(words: str) -> str | None:
    """Return names that share a level, "safety, quality and experience of patients", as printed.

    ``None`` where a comma ends the name: what follows is a clause, or the next level.
    """
    first, *parts = re.split(r",\s+", words)
    if not parts or _up_to_end(first) != first or len(first.split()) > _MOST_WORDS:
        return None
    kept = [first]
    for part in parts:
        end = _up_to_end(part)
        if levels_in(end):
            return None
        if last := _LAST_PART.match(end):
            return ", ".join([*kept, last.group().strip()])
        if end != part or not _PART.match(part):
            return None
        kept.append(part)
    return None


def before_appetite(words: str) -> str | None:
    """Return the risk named right before "appetite" ("our financial risk appetite is")."""
    found = re.search(
        r"(?:\b(?:our|its|the|their|a|an)\b|[’']s)\s+(?P<name>(?:[\w&,’'-]+\s+){1,5}?)(?P<risk>risk\s+)?$",
        words,
        re.IGNORECASE,
    )
    if found is None:
        return None
    name = found.group("name").strip()
    kept = [word for word in name.split() if not _NOT_A_SUBJECT.match(word)]
    if not kept or kept != name.split()[-len(kept) :]:
        return None
    if re.search(level_pattern(), name, re.IGNORECASE):
        return None
    if kept == ["risk"]:
        return None
    if any(re.match(r"(?:has|have|is|are|and|or|to|of|that|board|with)$", w, re.I) for w in kept):
        return None
    return fold(" ".join(kept) + (" risk" if found.group("risk") else ""))


def lead_in(text: str) -> str | None:
    """Return the risk that a label at the start of a block names ("Finance: the Trust …")."""
    found = re.match(r"^(?P<name>[^:.;!?–—]{2,90}?)\s*(?::|\s[-–—])\s+\S", fold(text))
    if found is None:
        return None
    name = found.group("name")
    if re.search(level_pattern() + "$", name, re.IGNORECASE) and len(name.split()) <= 2:
        return None
    return heading_name(name)


_LABEL = re.compile(
    r"^(?:(?:(?:principal|strategic|corporate|baf|key)\s+)?risk"
    r"(?:\s+(?:title|name|category|type|area|description))?"
    r"|(?:baf|crr|risk register)\s+(?:ref(?:erence)?|entry))"
    r"(?:\s+(?:no\.?\s*)?[A-Z]{0,3}\d+)?\s*[:–—]\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)


def above(span: Span) -> tuple[str | None, str | None]:
    """Return reference and name of the risk that a heading or label above *span* names."""
    layout = list(span.doc.spans.get("layout", ()))
    index = next((i for i, block in enumerate(layout) if block.end > span.start), len(layout))
    for block in reversed(layout[max(0, index - 6) : index]):
        text = fold(block.text)
        labelled = _LABEL.match(text)
        if labelled and len(text.split()) <= 40:
            own, named = split_reference(labelled.group("name"))
            return own or split_reference(text)[0], named
        if block.label_ == "heading":
            break
        if block.label_ == "list_item" and len(text.split()) <= _MOST_OF_ITEM:
            item = split_reference(text)
            if all(item):
                return item
        if _is_passed_over(text):
            continue
        if (
            block.label_ == "paragraph"
            and all(_is_passed_over(b.text) for b in layout[layout.index(block) + 1 : index])
            and len(text.split()) <= 8
            and not re.search(r"[.:;,]$", text)
            and text[:1].isupper()
        ):
            name = heading_name(text)
            if name is not None:
                return split_reference(name)
    heading = span._.heading
    if heading is not None:
        name = heading_name(fold(heading.text))
        if name is not None and not _is_of_paper(span, name):
            return split_reference(name)
    return None, None


def _is_of_paper(span: Span, heading: str) -> bool:
    """Tell the name of the body or its meeting from that of a risk."""
    paper = span.doc._.paper
    if paper is None or split_reference(heading)[0] is not None:
        return False
    names = (paper.cover.organisation, paper.cover.meeting.body)
    return any(name and name.lower() in heading.lower() for name in names)


def _is_passed_over(text: str) -> bool:
    """Tell a printed scale, or another field of the same form, between a name and its value."""
    return len(levels_in(text)) >= 3 or re.match(r"^[^:.]{2,40}:\s", fold(text)) is not None


def cue(key: str) -> str:
    """Return a pattern of the ``[prose]`` cues."""
    return str(cues()["prose"][key])
