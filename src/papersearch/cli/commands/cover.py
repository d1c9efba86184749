"""``papersearch cover``: what cover sheets lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papersearch.cli import options
from papersearch.cli.app import app

if TYPE_CHECKING:
    from papersearch.desks.cover import CoverAnswer
    from papersearch.export import Sheet


@app.command()
def cover(
    words: options.TitleWords = None,
    index: options.Index = options.DEFAULT_INDEX,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    organisation: options.Organisation = None,
    committee: options.Committee = None,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """List what cover sheets lack.

    Title, meeting date, purpose, author, recommendation, risk appetite and FOI
    marking; and places where the form's own words were left standing. Minutes
    and action logs have no cover sheet and are left out; so is a part that hardly
    any of a body's forms has. WORDS name a paper, or a pack by its file.

    Examples:
      papersearch cover --since 2023-11-01 --until 2023-11-30
      papersearch cover --year 2023/24 --organisation fenwold
      papersearch cover Public Board pack
      papersearch cover --csv
    """
    import papersearch
    from papersearch.cli.deliver import deliver

    with papersearch.OpenArchive(index, create=False) as archive:
        answer = archive.cover(
            " ".join(words or ()) or None,
            since=since,
            until=until,
            year=year,
            organisation=organisation,
            committee=committee,
        )  # fmt: skip
    deliver(
        answer, found=bool(answer.sheets), show=lambda: _show(answer),
        sheets=lambda: [_sheet(answer)], json=json, csv=csv, output=output,
    )  # fmt: skip


def _show(answer: CoverAnswer) -> None:
    from papersearch.cli.layout import Col, count, foot, page_of, table, titled
    from papersearch.cli.terminal import show, text

    rows = []
    for sheet in answer.sheets:
        left = "; ".join(f'"{p.quote}" {page_of(p.page, p.label)}' for p in sheet.placeholders[:3])
        lacks = ", ".join(sheet.missing) + (f"; left standing: {left}" if left else "")
        place = sheet.place
        paper = titled(place.title, f"{place.file}, {page_of(place.page, place.label)}", "")
        rows.append((place.meeting_date or "no date", paper, lacks.lstrip("; ")))
    if rows:
        show(table([Col("Meeting"), Col("Paper", 3), Col("Lacks", 2)], rows))
    looked = answer.population.looked_at - answer.without_cover
    show(text(f"\n{count(looked, 'cover sheet')}, {answer.complete:,} complete."))
    if answer.missing:
        counts = ", ".join(f"{name} {n:,}" for name, n in answer.missing.items())
        show(text(f"Lacking: {counts}."))
    for body, parts in answer.not_on_forms.items():
        what = " and ".join(parts)
        show(text(f"Forms of {body} have no {what}: not counted as lacking.", "dim"))
    show(foot(answer.population))


def _sheet(answer: CoverAnswer) -> Sheet:
    from papersearch.export import Column, Sheet

    columns = (
        Column("meeting_date", "date"), Column("organisation"), Column("title", "long"),
        Column("lacks", "long"), Column("placeholders", "long"), Column("file"),
        Column("page", "number"), Column("paper_id"),
    )  # fmt: skip
    rows = tuple(
        (
            s.place.meeting_date, s.place.organisation, s.place.title, ", ".join(s.missing),
            "; ".join(f"{p.quote} (p. {p.page})" for p in s.placeholders), s.place.file,
            s.place.page, s.place.paper_id,
        )
        for s in answer.sheets
    )  # fmt: skip
    return Sheet(name="cover", columns=columns, rows=rows, note=answer.population.sentence())
