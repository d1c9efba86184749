"""Tables taken away: typed, safe, the same every time, whole or not at all."""

import csv
import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from papersearch.errors import UsageError
from papersearch.export import Column, Sheet, format_of, write_sheets
from papersearch.export.records import sheets
from papersearch.export.sheet import as_csv, as_markdown, linked, safe_cell
from papersearch.export.xlsx import MOST_CHARACTERS
from tests.shelf import annual, foi, marking, paper, risk

ATTACKS = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "=cmd|' /C calc'!A0",
           "\uff1d1+1", '=HYPERLINK("http://x")', "\x00=1"]  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_becomes_a_formula(attack: str, tmp_path: Path) -> None:
    sheet = Sheet(
        name="x", columns=(Column("text"), Column("day", "date")), rows=((attack, attack),)
    )
    cells = next(csv.reader(io.StringIO(as_csv(sheet).split("\r\n", 1)[1])))
    assert all(cell.startswith("'") for cell in cells)
    file = tmp_path / "x.xlsx"
    write_sheets(file, "xlsx", [sheet])
    for cell in openpyxl.load_workbook(file).worksheets[0][2]:
        assert cell.data_type == "s"
        assert cell.hyperlink is None


def test_numbers_stay_numbers() -> None:
    assert [safe_cell(v) for v in (-3, 0.5, True, None, "12", "- a list")] == [
        -3, 0.5, True, "", "12", "'- a list",
    ]  # fmt: skip


def test_a_workbook_is_typed_frozen_filtered_and_the_same_every_time(tmp_path: Path) -> None:
    columns = (Column("day", "date"), Column("n", "number"), Column("words", "long"))
    long = "word " * 20_000
    rows = (("2023-11-30", 0.5, "caf\u00e9"), ("2024-07", None, long), (None, -2, ""))
    sheet = Sheet(name="a/b:c[d]" * 9, columns=columns, rows=rows, note="3 papers looked at.")
    for name in ("one", "two"):
        write_sheets(tmp_path / f"{name}.xlsx", "xlsx", [sheet, sheet])
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "one.xlsx")
    assert len(book.sheetnames) == 2
    page = book.worksheets[0]
    assert page["A2"].value == datetime(2023, 11, 30)  # noqa: DTZ001 - workbooks know no zones
    assert page["A2"].number_format == "yyyy-mm-dd"
    assert page["A3"].value == "2024-07"
    assert (page["B2"].value, page["B3"].value, page["B4"].value) == (0.5, None, -2)
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C4"
    assert len(page["C3"].value) == MOST_CHARACTERS
    assert page["C3"].value.endswith("[cut: the whole text is in the JSON export]")
    assert page["A7"].value == "3 papers looked at."


def test_markdown_is_never_markup_of_a_document() -> None:
    hostile = "a|b\n# h <script>x</script> [l](http://x) **b** `c` &amp; \x1b[31m"
    text = as_markdown([Sheet(name="s", columns=(Column("c"),), rows=((hostile,),), note=hostile)])
    row = text.splitlines()[4]
    assert row.startswith("| a\\|b \\# h \\<script\\>x\\</script\\> \\[l\\](http://x)")
    assert row.count(" |") == 1
    assert "\x1b" not in text
    assert "&amp;amp;" in text


def test_records_are_tables_of_the_same_width() -> None:
    records = [
        paper("2023-11-30", "A", commitments=(annual("Open a unit", "2023/24", None),),
              risks=(risk("X Risk", "Open"),), foi=foi("exempt", marking("FOIA s.22", "draft"))),
        paper("2024-01-25", "B"),
    ]  # fmt: skip
    tables = {sheet.name: sheet for sheet in sheets(records)}
    assert {name: len(t.rows) for name, t in tables.items()} == {
        "papers": 2, "commitments": 1, "risks": 1, "risk scores": 0, "foi": 2,
    }  # fmt: skip
    for table in tables.values():
        assert {len(row) for row in table.rows} <= {len(table.columns)}
    table = tables["commitments"]
    by_name = dict(zip([c.name for c in table.columns], table.rows[0], strict=True))
    assert (by_name["tick"], by_name["page"], by_name["text"]) == (
        "cannot tell",
        1,
        "Open a unit",
    )
    reasons = [dict(zip((c.name for c in tables["foi"].columns), row, strict=True))
               for row in tables["foi"].rows]  # fmt: skip
    assert [(r["provision"], r["reason"], r["foi_status"]) for r in reasons] == [
        ("FOIA s.22", "draft", "exempt"), (None, None, "not_stated"),
    ]  # fmt: skip


def test_the_form_is_the_files_ending_unless_it_is_named() -> None:
    assert format_of(Path("a.XLSX"), None, "jsonl") == "xlsx"
    assert format_of(Path("a.xlsx"), "csv", "jsonl") == "csv"
    assert format_of(None, None, "jsonl") == "jsonl"
    assert format_of(Path("a.markdown"), None, "json") == "md"
    with pytest.raises(UsageError):
        format_of(Path("a.pdf"), None, "json")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    file.write_text("old")
    bad = Sheet(name="x", columns=(Column("a"),), rows=((1, 2),))
    with pytest.raises(ValueError, match="zip"):
        write_sheets(file, "xlsx", [bad])
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]
    with pytest.raises(FileNotFoundError):
        write_sheets(tmp_path / "none" / "x.csv", "csv", [bad])


def test_files_and_pages_are_links_and_pages_stay_numbers(tmp_path: Path) -> None:
    columns = (Column("file"), Column("page", "number"), Column("decision_file"),
               Column("decision_page", "number"), Column("paper_id"))  # fmt: skip
    rows = (("a b.pdf", 3, "b.pdf", None, "p1"), ("gone.pdf", 4, None, None, "p2"),
            ("=cmd.pdf", 1, None, None, "p3"))  # fmt: skip

    def address(file: str, paper: str | None) -> str | None:
        return None if file == "gone.pdf" else f"file:///papers/{file.replace(' ', '%20')}"

    sheet = linked(Sheet(name="x", columns=columns, rows=rows), address)
    file = tmp_path / "x.xlsx"
    write_sheets(file, "xlsx", [sheet])
    page = openpyxl.load_workbook(file).worksheets[0]
    assert page["A2"].hyperlink.target == "FILE:///papers/a%20b.pdf"
    assert (page["B2"].value, page["B2"].data_type) == (3, "n")
    found = page["B2"].hyperlink
    assert f"{found.target}#{found.location}" == "FILE:///papers/a%20b.pdf#page=3"
    assert page["C2"].hyperlink is not None
    assert page["A3"].hyperlink is None
    assert page["B3"].hyperlink is None
    assert (page["A4"].value, page["A4"].data_type) == ("=cmd.pdf", "s")
    assert "http" not in str(sheet.links)
