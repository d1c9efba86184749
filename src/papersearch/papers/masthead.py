"""Lines that name the body, the meeting, a day or the form, and not the paper."""

from __future__ import annotations

import re

from papersearch import dates
from papersearch.papers.body_names import body_words, organisation_in, without_abbreviation
from papersearch.papers.labels import label_kind
from papersearch.papers.masthead_name import names_on_line
from papersearch.papers.meeting_line import ITEM_AT_END, ITEM_NUMBER, is_meeting_line
from papersearch.papers.purpose_words import purposes_in

MOST_PARTS = 6
MOST_LETTERS_OF_REFERENCE = 6
_FORM = re.compile(
    r"(?i)^(?:report|(?:decision|issue|meeting|item)\s+details|board\s+paper|(?:report\s+)?(?:cover|front)\s*(?:sheet|page|paper|report)"
    r"|board\s+report|committee\s+report|report\s+(?:to|for|of|by)\b.*|executive\s+summary\s+sheet"
    r"|(?:strictly\s+)?confidential|restricted|unrestricted|exempt|official(?:[\s-]+sensitive)?"
    r"|not\s+protectively\s+marked|unclassified|public|private|draft|final|open|closed|part\s+\w{1,3}"
    r"|agenda|contents|table\s+of\s+contents|(?:appendix|annex|schedule|enclosure|enc|attachment"
    r"|paper|item|agenda\s+item|agenda\s+item\s+no)\.?\s*[:\s]?\s*[\w.()/-]{0,8}"
    r"|(?:(?:board|committee|cabinet)\s+)?(?:report|paper|ref(?:erence)?)\s+(?:no\.?\s*)?"
    r"[A-Z]{0,6}[/ -]?\d\S*|(?:agenda\s+)?item\s+(?:no\.?|number)\s*[:\s]?\s*\S{1,8}"
    r"|\(?\d{1,3}[a-z]{1,4}\)?|.*\s[>\u00bb\u203a]\s.*"
    r"|this\s+(?:paper|report|item)\s+(?:is|will\s+be|has\s+been)\b.*"
    r"|for\s+(?:information|decision|assurance|approval|discussion|noting|publication)"
    r"|(?:version|edition|issue|v)\.?\s*[\d.]+\b.*|page\s+\d+.*|\W*\d[\d\s.,/:-]*|proposed\s+record\s+of"
    r"\s+decision|record\s+of\s+decision|decision\s+notice|by\s+email.*|dear\b.*|https?:.*|www\..*"
    r"|work\s+in\s+progress.*|[a-z]+\s+(?:form|template)|sbar|meeting\s+(?:cover|in)\b.{0,30})\W*$"
)
_REFERENCE = re.compile(r"^(?:[A-Z]{1,6}\s?\(\d+\)\s?[\w.]+|[A-Z]{2,6}[\d./-]{2,}[\w.]*)$")
MINUTES_WORDS = re.compile(r"(?i)\b(?:minutes|notes?|action\s+(?:log|points|list|tracker))\b")
_PARTS = re.compile(r"\s+[|\u2013\u2014-]\s+|\s*[|;]\s*|,\s+(?=[A-Z\d])")
_DASH = re.compile(r"\s+[\u2013\u2014-]\s+")
_LANGUAGES = re.compile(r"\s+[/|]\s+")
_BEFORE_TITLE = re.compile(
    # "Item 14. Adult skills", "Paper 8: Strategic risk", "Decision notice D/12 - Cameras"
    rf"^(?i:(?:agenda\s+)?item|(?:board\s+|committee\s+)?paper|report|enc(?:losure|l)?\.?|attachment|tab"
    rf"|decision(?:\s+(?:notice|record|report))?|record\s+of\s+decision)\s+{ITEM_NUMBER}"
    r"\s*(?:[:.\u2013\u2014|]|\s-)\s+(?=[A-Z0-9\u2018\u201c'\"])"
)
_REFERENCE_BEFORE = re.compile(
    # Letters and two numbers: "COVID-19 recovery" and "ISO 27001 audit" begin with a name.
    r"^(?:[A-Z]{1,6}\s?[/.-]\d{2,4}[/.-]\d{1,4}[a-z]?|[A-Z]{1,6}\s?\(\d{2,4}\)\s?\d{1,4}[a-z]?)"
    r"(?:\s*[:\u2013\u2014-]\s*|\s+)(?=[A-Z\u2018\u201c'\"]\w)"
)
_ITEM_INSIDE = re.compile(
    rf"[\s,:;]+(?i:(?:agenda\s+)?item)\s+{ITEM_NUMBER}\s*[:\u2013\u2014-]\s+(?=[A-Z])"
)
_FORM_KINDS = frozenset(
    {"agenda_item", "meeting", "meeting_date", "date", "reference", "purpose", "presented_by",
     "authors", "organisation", "previous_committees", "future_committees", "foi", "wards"}
)  # fmt: skip


def without_number(text: str) -> str:
    """Return a title without the meeting or the paper's number before it: "Paper 8: Risk"."""
    item = _ITEM_INSIDE.search(text)
    if item is not None and is_masthead(text[: item.start()]):
        return text[item.end() :]
    rest = _BEFORE_TITLE.sub("", text, count=1)
    return rest if any(c.isalpha() for c in rest) else text


def without_reference(text: str) -> str:
    """Return a title without the form's number for the paper: "GB/2026/19 Strategic risk"."""
    return _REFERENCE_BEFORE.sub("", text, count=1)


def is_reference(text: str) -> bool:
    """Tell "C/23/48", "TB(24)112" and "LCA 05/25" from words: the form's number for a paper."""
    return (
        any(c.isdigit() for c in text)
        and len(text.split()) <= 3
        and all(not word.isalpha() or word.isupper() for word in re.split(r"[\s()/.-]+", text))
        and max(map(len, re.findall(r"[A-Za-z]+", text)), default=0) <= MOST_LETTERS_OF_REFERENCE
    )


def is_masthead(text: str) -> bool:
    """Tell whether a line names the body, the meeting, a day or the form, and not the paper."""
    text = text.strip()
    if _says_one_thing(text):
        return True
    bare = ITEM_AT_END.sub("", text)
    if bare != text and _says_one_thing(bare):
        return True
    languages = _LANGUAGES.split(text)
    if len(languages) == 2 and any(map(_names_body, languages)):
        return True  # "Cyngor Glanafon / Glanafon Council"
    languages = _DASH.split(text)
    welsh = {*body_words()["welsh_openings"], "Cymru"}
    if len(languages) == 2 and any(map(_names_body, languages)) and welsh & set(text.split()):
        return True
    parts = [part for part in _PARTS.split(text) if part]
    return 1 < len(parts) <= MOST_PARTS and all(map(_says_one_thing, parts))


def _says_one_thing(text: str) -> bool:
    text = text.strip()
    if _FORM.match(text) or _REFERENCE.match(text):
        return True
    label, sign, _ = text.partition(":")
    if sign and label_kind(label) in _FORM_KINDS:
        return True  # "Date of meeting: …" set as a heading
    if _names_body(text):
        return True
    mentions = dates.find_dates(text)
    if mentions and len(text.split()) - sum(len(m.raw.split()) for m in mentions) <= 2:
        return True
    if MINUTES_WORDS.search(text):
        return False
    body = organisation_in(text)
    if body is not None and _FORM.match(text.replace(body, "").strip(" -\u2013,:|")):
        return True
    if text[:4].lower() == "for " and purposes_in(text) is not None:
        return True
    return is_meeting_line(text)


def _names_body(text: str) -> bool:
    bare = without_abbreviation(text)
    return organisation_in(bare) == bare or names_on_line(bare) == [bare]
