"""What the desks share: the population behind an answer, names, likeness, differences."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from papersearch.record import Paper, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

Similarity = Callable[[Sequence[str], Sequence[str]], Any]
"""``(m texts, n texts) -> (m, n)`` array of likeness from -1 to 1 (cosine)."""

T = TypeVar("T")
LEAST_LIKENESS = 0.45
"""Cosine from which a name answers a question put in other words (all-MiniLM-L6-v2)."""

LINKING = frozenset(
    "and or of the to in for a an on at by with from than as is be our we will all per".split()
)

_NOISE = re.compile(r"[^a-z0-9 ]+")
_RISK_WORD = re.compile(r"\brisks?\b")


class Population(Struct, frozen=True, kw_only=True):
    """What an answer was drawn from; every desk prints it at the foot.

    ``looked_at`` papers were considered, ``outside`` were left out by filters.
    Of those considered ``with_answer`` are in the answer and ``holding`` hold
    something of its kind at all (``what`` says which); the rest is outside the
    question. ``files_failed`` files could not be read and
    ``pages_not_searchable`` pages hold no readable text: what stands there is in
    no answer. ``assumed`` papers name no body and were counted with one.
    """

    looked_at: int
    outside: int = 0
    with_answer: int = 0
    files_failed: int = 0
    pages_not_searchable: int = 0
    holding: int | None = None
    what: str | None = None
    repeated: int = 0
    files_read: int = 0
    assumed: tuple[Any, ...] = ()

    def sentence(self) -> str:
        """Return the population in words."""
        parts = [f"{_count(self.looked_at, 'paper')} looked at, {self.with_answer:,} with an entry"]
        if self.holding is not None and self.what:
            rest = self.looked_at - self.holding
            parts.append(f"{self.holding:,} with {self.what}, {rest:,} without")
        if self.repeated:
            again = "repeats another and is" if self.repeated == 1 else "repeat another and are"
            parts.append(f"{self.repeated:,} {again} counted once")
        if self.outside:
            parts.append(f"{self.outside:,} outside the filters")
        if self.files_read:
            parts.append(f"{_count(self.files_read, 'file')} read, {self.files_failed:,} failed")
        elif self.files_failed:
            parts.append(f"{_count(self.files_failed, 'file')} could not be read")
        if self.pages_not_searchable:
            parts.append(f"{_count(self.pages_not_searchable, 'page')} without readable text")
        return "; ".join(parts) + "." + "".join(f" {words}" for words in self._assumed())

    def _assumed(self) -> list[str]:
        groups: dict[tuple[str, str], int] = {}
        for one in self.assumed:
            groups[one.organisation, one.why] = groups.get((one.organisation, one.why), 0) + 1
        return [
            f"{number:,} {'paper names' if number == 1 else 'papers name'} no organisation and "
            f"{'is' if number == 1 else 'are'} counted with {body}: {why}."
            for (body, why), number in groups.items()
        ]


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def population(
    archive: Archive,
    filters: Filters | None,
    looked_at: int,
    with_answer: int,
    *,
    holding: int | None = None,
    what: str | None = None,
    repeated: int = 0,
    assumed: tuple[Any, ...] = (),
) -> Population:
    """Return the population of an answer drawn from *looked_at* papers of *archive*."""
    papers, read, failed, lost = archive.connection.execute(
        "SELECT (SELECT count(*) FROM papers), coalesce(sum(state = 'current'), 0), "
        "coalesce(sum(state = 'failed'), 0), "
        "coalesce(sum(pages_scanned + pages_failed), 0) FROM files"
    ).fetchone()
    return Population(
        looked_at=looked_at,
        outside=max(papers - looked_at, 0) if filters is not None and filters.any else 0,
        with_answer=with_answer,
        holding=holding,
        what=what,
        repeated=repeated,
        files_read=read,
        files_failed=failed,
        pages_not_searchable=lost,
        assumed=assumed,
    )


class Place(Struct, frozen=True, kw_only=True):
    """Where an entry stands: enough to open the page and to defend the answer."""

    paper_id: str
    title: str | None
    organisation: str | None
    meeting_date: str | None
    file: str
    sha256: str | None
    page: int | None
    label: str | None
    quote: str


def place(paper: Paper, evidence: Any) -> Place:
    """Return the place of *evidence* (``None``: the paper as a whole) in *paper*."""
    return Place(
        paper_id=paper.id,
        title=paper.title,
        organisation=paper.organisation,
        meeting_date=date_of(paper),
        file=paper.source.file,
        sha256=paper.source.sha256,
        page=evidence.page if evidence else (paper.source.pages or (None,))[0],
        label=evidence.label if evidence else None,
        quote=evidence.quote if evidence else "",
    )


def date_of(paper: Paper) -> str | None:
    """Return the meeting's date, else the author's, as ISO."""
    return paper.meeting.date or paper.date


def in_order(papers: Iterable[Paper]) -> list[Paper]:
    """Return *papers* by date (undated last), file and page: the same order anywhere."""
    return sorted(
        papers,
        key=lambda p: (date_of(p) or "9999", p.source.file, p.source.pages or (0, 0), p.id),
    )


def once(papers: Iterable[Paper]) -> list[Paper]:
    """Return *papers* without those that repeat an earlier one (``same_as``)."""
    seen: set[str] = set()
    out = []
    for paper in papers:
        if paper.id not in seen and not seen.intersection(paper.same_as):
            out.append(paper)
        seen.add(paper.id)
    return out


def name_key(name: str | None) -> str:
    """Return a risk's or measure's name folded for comparison: case, "&", "risk", signs."""
    folded = _NOISE.sub(" ", (name or "").lower().replace("&", " and "))
    return " ".join(_RISK_WORD.sub(" ", folded).split())


_BODY_FORM = frozenset("the nhs foundation trust".split())


def body_key(name: str | None) -> str:
    """Return an organisation's name folded: without the words of its legal form.

    A trust that becomes a foundation trust, or leaves "NHS Trust" out, is one body.

    >>> body_key("The Wold Vale NHS Foundation Trust") == body_key("Wold Vale NHS Trust")
    True
    """
    words = name_key(name).split()
    return " ".join(word for word in words if word not in _BODY_FORM) or " ".join(words)


def words_key(text: str | None) -> str:
    """Return *text* folded for comparison of wording: case, quotes, dashes, white space."""
    folded = (text or "").lower().replace("\u2019", "'").replace("\u2018", "'")
    return " ".join(re.sub(r"[\u2010-\u2015]", "-", folded).split()).strip(" .;:")


def content_words(text: str | None) -> set[str]:
    """Return the words that carry meaning, singular, without numbers."""
    words = {singular(word) for word in name_key(text).split()} - LINKING
    return {word for word in words if not word.isdigit()}


def overlap(first: str, second: str) -> float:
    """Return the share of words that two wordings have in common (Jaccard), 0 to 1."""
    a, b = set(name_key(first).split()), set(name_key(second).split())
    return len(a & b) / len(a | b) if a | b else 0.0


def names(wanted: str, *texts: str | None) -> bool:
    """Return whether every word of *wanted* stands in *texts*, plural or not."""
    words = {singular(w) for text in texts for w in name_key(text).split()}
    return all(singular(word) in words for word in name_key(wanted).split())


def by_meaning(
    question: str,
    things: Sequence[T],
    texts: Sequence[str],
    similarity: Callable[[], Similarity],
) -> list[T]:
    """Return the *things* whose *texts* mean what *question* asks for, best first."""
    if not things:
        return []
    likeness = similarity()([question], texts)[0]
    order = sorted(range(len(things)), key=lambda i: (-float(likeness[i]), i))
    return [things[i] for i in order if float(likeness[i]) >= LEAST_LIKENESS]


def singular(word: str) -> str:
    """Return *word* without a plural "s"."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def word_diff(old: str | None, new: str | None) -> list[tuple[str, str]]:
    """Return the change from *old* to *new* as runs ``(" " | "-" | "+", words)``."""
    a, b = (old or "").split(), (new or "").split()
    runs: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    for operation, a0, a1, b0, b1 in matcher.get_opcodes():
        if operation == "equal":
            runs.append((" ", " ".join(a[a0:a1])))
            continue
        if a1 > a0:
            runs.append(("-", " ".join(a[a0:a1])))
        if b1 > b0:
            runs.append(("+", " ".join(b[b0:b1])))
    return runs
