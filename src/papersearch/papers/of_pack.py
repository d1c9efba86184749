"""What a pack's agenda says of all its papers: whose they are, and for which meeting."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from papersearch.papers.paper import Cover, PaperText
from papersearch.record import Meeting

_OWN_MEETING = frozenset({"minutes", "letter"})
"""Kinds that tell of another meeting than the pack's."""


def with_pack(paper: PaperText, agenda: Cover) -> PaperText:
    """Return *paper* with the body and meeting of the agenda in whose pack it stands.

    Only what the paper itself does not print is taken over; a day so taken is
    marked as inferred. A paper with a day of its own keeps its meeting, unless
    the agenda's is on that day and the paper names none.
    """
    cover = paper.cover
    organisation = cover.organisation or agenda.organisation
    meeting = cover.meeting
    told = agenda.meeting
    if paper.kind not in _OWN_MEETING and told.body is not None and told.date is not None:
        if meeting.date is None and meeting.body in (None, told.body):
            meeting = Meeting(body=told.body, date=told.date, raw=told.raw, inferred=True)
        elif meeting.date == told.date and meeting.body is None:
            meeting = structs.replace(meeting, body=told.body)
    return replace(paper, cover=replace(cover, organisation=organisation, meeting=meeting))
