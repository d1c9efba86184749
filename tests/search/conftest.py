"""An archive of made-up papers with known words, and one of the corpus with the real model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from papersearch.archive import Archive, ingest
from papersearch.errors import ReadError
from papersearch.record import Meeting, Paper, Source
from tests.shelf import fill, foi, marking, paper, passage

CORPUS = Path(__file__).parents[2] / "corpus"

BED_WORDS = "Beds stood full all winter and patients waited in corridors for a bed on a ward."
SAME_WORDS = "The Board is asked to note the report and the assurance that it gives on safety."


def papers() -> list[Any]:
    return [
        (
            paper("2022-11-24", "Winter plan", id="aaaa000000000001", file="2022/winter.pdf",
                  purpose=("assurance",), meeting=Meeting(body="Trust Board", date="2022-11-24")),
            "paper",
            [passage(1, SAME_WORDS), passage(2, BED_WORDS),
             passage(2, "A second thing about beds on that same page, told once more."),
             passage(3, "The length of stay fell by half a day for each patient over the year.")],
        ),
        (
            paper("2023-05-25", "Winter plan, one year on", id="bbbb000000000002",
                  file="2023/winter.pdf", purpose=("decision",),
                  meeting=Meeting(body="Quality Committee", date="2023-05-25"),
                  foi=foi("exempt", marking("FOIA s.43(2)", "prices would be known"))),
            "paper",
            [passage(1, SAME_WORDS), passage(2, "Lengths of stays grew in the maternity unit."),
             passage(3, "Prices are withheld under section 43(2) while bids are open.")],
        ),
        (
            paper("2024-03-28", "Nurses", id="cccc000000000003", file="2024/nurses.pdf",
                  organisation="Oke Council"),
            "minutes",
            [passage(1, SAME_WORDS),
             passage(2, "Nurse vacancies stood at 75.2 per cent of what was foreseen for wards."),
             passage(3, "Nurse vacancies stood at 72.5 per cent of what was foreseen for wards."),
             passage(4, "Minute 24/047 was agreed; the regulation 12(5)(e) exception was cited.")],
        ),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive that tests only read."""
    archive = fill(tmp_path_factory.mktemp("search"), papers())
    yield archive
    archive.close()


class _InThisProcess:
    """Reads one file after the other here: what the corpus holds is ours."""

    def __init__(self, function: Any, *_: Any, **__: Any) -> None:
        self.function = function

    def __enter__(self) -> _InThisProcess:
        return self

    def __exit__(self, *_: Any) -> None:
        return None

    def map(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | ReadError]]:
        for path in paths:
            try:
                yield path, self.function(path, None)
            except ReadError as error:
                yield path, error


def _untagged(text: Any, **_: Any) -> Paper:
    """Return the record without tags: searching needs the cover alone, and tagging is slow."""
    cover = text.cover
    return Paper(
        source=Source(
            file=text.document.path, sha256=text.document.sha256,
            media_type=text.document.media_type, pages=(text.first_page, text.last_page),
        ),
        title=cover.title, organisation=cover.organisation, agenda_item=cover.agenda_item,
        meeting=cover.meeting, date=cover.date,
    )  # fmt: skip


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The corpus in an archive, with the real model's vectors and without tags."""
    from papersearch.embedding import Embedder

    folder = tmp_path_factory.mktemp("corpus")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest, "Guard", _InThisProcess)
        patch.setattr("papersearch.tagging.tag", _untagged)
        archive = Archive.open(folder, create=True)
        ingest.ingest(archive, [CORPUS], Embedder())
    yield archive
    archive.close()
