"""``papersearch papers``: the list of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papersearch.cli import options, terminal
from papersearch.cli.app import app
from papersearch.record import Paper

if TYPE_CHECKING:
    from papersearch.export import Sheet


@app.command()
def papers(
    words: options.TitleWords = None,
    index: options.Index = options.DEFAULT_INDEX,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    organisation: options.Organisation = None,
    committee: options.Committee = None,
    kind: options.Kind = None,
    tag: options.Tag = None,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """List the papers that the archive holds.

    WORDS of the title or the file's name narrow the list. The id at the start
    of each line is what `show`, `diff` and `forget` take.

    Examples:
      papersearch papers --year 2023/24
      papersearch papers improvement strategy
      papersearch papers --tag foi:exempt --since 2024-01-01 --csv
    """
    import papersearch
    from papersearch.cli.deliver import deliver

    given = {
        "since": since, "until": until, "year": year, "organisation": organisation,
        "committee": committee, "kind": kind, "tags": tag,
    }  # fmt: skip
    with papersearch.OpenArchive(index, create=False) as archive:
        wanted = " ".join(words or ())
        found = archive.matching(wanted, **given) if wanted else list(archive.papers(**given))
        kinds = archive.catalogue.kinds()
        total = archive.status().papers
    deliver(
        {
            "schema": "papersearch.papers/1",
            "filters": {name: value for name, value in given.items() if value},
            "words": wanted or None,
            "in_archive": total,
            "papers": [_summary(paper, kinds.get(paper.id)) for paper in found],
        },
        found=bool(found),
        show=lambda: _show(found, kinds, total),
        sheets=lambda: _sheets(found),
        json=json,
        csv=csv,
        output=output,
    )


def _summary(paper: Paper, kind: str | None) -> dict[str, object]:
    return {
        "id": paper.id, "title": paper.title, "organisation": paper.organisation, "kind": kind,
        "meeting": paper.meeting, "date": paper.date, "agenda_item": paper.agenda_item,
        "purpose": paper.purpose, "file": paper.source.file, "pages": paper.source.pages,
        "foi_status": paper.foi.status, "commitments": len(paper.commitments),
        "risks": len(paper.risks), "same_as": paper.same_as,
    }  # fmt: skip


def _sheets(found: list[Paper]) -> list[Sheet]:
    from papersearch.export.records import sheets

    return [sheets(found)[0]]


def _show(found: list[Paper], kinds: dict[str, str], total: int) -> None:
    from papersearch.cli.layout import Col, table, titled
    from papersearch.desks.common import date_of

    if not found:
        terminal.show(terminal.text(f"None of the {total:,} papers in the archive fits."))
        return
    rows = []
    for paper in found:
        first, last = paper.source.pages or (1, 1)
        kind = (kinds.get(paper.id) or "paper").replace("_", " ")
        pages = f"p. {first}" if first == last else f"pp. {first}-{last}"
        title = titled(paper.title or f"({kind}, no title)", f"{paper.source.file}, {pages}", "")
        rows.append((paper.id[:8], date_of(paper) or "no date", title))
    terminal.show(table([Col("Id"), Col("Meeting"), Col("Paper", 1)], rows))
    terminal.show(terminal.text(f"\n{len(found):,} of {total:,} papers.", "dim"))
