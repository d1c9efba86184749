"""Files in, answers out, through the real readers, with an embedder that needs no model."""

import json
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF
from typer.testing import Result

from tests.cli.conftest import Run

MINUTES = """Wold Vale NHS Trust

Minutes of the Trust Board held on 30 November 2023

23/101 Length of stay
The Chief Operating Officer said that patients now go home half a day sooner.

23/102 Car parks
The Board heard that one company would run the car parks for seven years.
"""


def make(folder: Path) -> Path:
    (folder / "2023").mkdir(parents=True)
    (folder / "2023" / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "notice.html").write_text(
        "<html><body><h1>Library opening hours</h1><p>The library on Mill Lane opens on Sundays "
        "from April, so that pupils can study there.</p></body></html>",
        encoding="utf-8",
    )
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, "Winter plan\n\nFlu vaccinations for nurses begin in September on wards.")
    pdf.output(str(folder / "winter.pdf"))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def data(done: Result) -> Any:
    return json.loads(done.stdout.splitlines()[-1])


def test_an_ingest_from_first_to_last(run: Run, tmp_path: Path) -> None:
    folder, index = make(tmp_path / "papers"), tmp_path / "index"
    first = run("ingest", str(folder), "--json", index=index)
    report = data(first)
    assert first.exit_code == 1, first.output  # some input was unreadable
    assert (report["read"], report["unchanged"], report["ignored"]) == (3, 0, 1)
    assert {f["file"]: f["code"] for f in report["failed"]} == {
        "broken.pdf": "damaged", "empty.pdf": "empty_file",
    }  # fmt: skip
    assert all(f["message"] and f["remedy"] for f in report["failed"])
    assert report["archive"]["files"] == 6

    status = run("status", index=index)
    assert "6 = 3 read + 2 failed + 1 passed over + 0 gone" in " ".join(status.stdout.split())
    assert "broken.pdf" in status.stdout

    found = data(run("search", "patients go home sooner", "--json", "-k", "1", index=index))
    assert found["hits"][0]["file"] == "2023/minutes.txt"
    assert "half a day sooner" in found["hits"][0]["text"]
    assert found["coverage"]["files_failed"] == 2

    again = run("ingest", str(folder), "--json", index=index)
    assert (data(again)["read"], data(again)["unchanged"]) == (0, 5)

    (folder / "winter.pdf").unlink()
    (folder / "notice.html").write_text("<p>The library is shut for repairs.</p>")
    third = data(run("ingest", str(folder), "--json", index=index))
    assert (third["read"], third["gone"]) == (1, 1)
    assert "Gone from their folder" in run("status", index=index).stdout
    assert run("forget", "--gone", "--yes", index=index).exit_code == 0
    assert data(run("search", "flu vaccinations", "--json", index=index))["hits"][0]["file"] != (
        "winter.pdf"
    )
    assert run("verify", index=index).exit_code == 0


@pytest.mark.parametrize("command", ["ingest", "read"])
def test_a_path_that_is_not_there(run: Run, tmp_path: Path, command: str) -> None:
    done = run(command, str(tmp_path / "none.pdf"), index=tmp_path / "index")
    assert done.exit_code == 2
    assert "none.pdf" in done.stderr
    assert not (tmp_path / "index").exists()


def test_read_prints_a_record_or_a_failure_for_each_file(run: Run, tmp_path: Path) -> None:
    folder = make(tmp_path / "papers")
    done = run("read", str(folder), "--json")
    assert done.exit_code == 1
    records = [json.loads(line) for line in done.stdout.splitlines()]
    by_file: dict[str, list[str]] = {}
    for record in records:
        by_file.setdefault(record["source"]["file"], []).append(record["schema"])
    assert by_file["2023/minutes.txt"] == ["papersearch.paper/1"]
    assert by_file["broken.pdf"] == by_file["empty.pdf"] == ["papersearch.failure/1"]
    alone = run("read", str(folder / "empty.pdf"), "--json")
    assert alone.exit_code == 2
    failure = json.loads(alone.stdout)
    assert failure["error"]["code"] == "empty_file"
    assert failure["source"]["file"] == str(folder / "empty.pdf")
    card = run("read", str(folder / "2023" / "minutes.txt"))
    assert card.exit_code == 0
    assert "Freedom of Information" in card.stdout
