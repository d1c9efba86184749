"""Every command on a small archive: what it says, its JSON, its exit status."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from papersearch.archive.work import AgendaEntry
from tests.cli.conftest import MINUTE, Run, papers
from tests.shelf import fill, paper

DATA = [
    ("status", [], "papersearch.status/1"),
    ("papers", [], "papersearch.papers/1"),
    ("show", ["aaaa000000000001"], "papersearch.paper/1"),
    ("show", ["annual", "plan"], "papersearch.candidates/1"),
    ("diff", ["aaaa000000000001", "aaaa000000000003"], "papersearch.diff/1"),
    ("appetite", [], "papersearch.appetite/1"),
    ("commitments", [], "papersearch.commitments/1"),
    ("commitments", ["--ticks"], "papersearch.ticks/1"),
    ("foi", [], "papersearch.foi/1"),
    ("foi", ["due"], "papersearch.foi/1"),
    ("foi", ["check"], "papersearch.foi/1"),
    ("foi", ["precedent", "car parking"], "papersearch.foi/1"),
    ("actions", [], "papersearch.actions/1"),
    ("cover", [], "papersearch.cover/1"),
    ("search", ["staff and beds"], "papersearch.answer/1"),
    ("verify", [], "papersearch.verify/1"),
]


def data(done: Any) -> Any:
    lines = done.stdout.splitlines()
    assert len(lines) == 1
    return json.loads(lines[0])


@pytest.mark.parametrize(("command", "arguments", "schema"), DATA)
def test_json_is_one_object_of_a_named_schema_and_nothing_else(
    run: Run, command: str, arguments: list[str], schema: str
) -> None:
    done = run(command, *arguments, "--json")
    assert data(done)["schema"] == schema
    assert done.exit_code == (1 if schema == "papersearch.candidates/1" else 0), done.stderr


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("appetite", ["nothing", "of", "the", "kind", "xyzzy"]),
        ("commitments", ["nothing", "of", "the", "kind", "xyzzy"]),
        ("commitments", ["--kind", "pledge"]),
        ("foi", ["--section", "s.14"]),
        ("actions", ["xyzzy"]),
        ("papers", ["xyzzy"]),
        ("papers", ["--since", "2030-01-01"]),
        ("show", ["xyzzy"]),
        ("search", ["staff", "--since", "2030-01-01"]),
        ("cover", ["--since", "2030-01-01"]),
    ],
)
def test_nothing_found_is_one_and_still_json(run: Run, command: str, arguments: list[str]) -> None:
    shown = run(command, *arguments)
    assert shown.exit_code == 1, shown.output
    assert shown.output.strip()
    as_data = run(command, *arguments, "--json")
    assert as_data.exit_code == 1
    assert data(as_data)["schema"].startswith("papersearch.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["serch", "x"], "Did you mean: papersearch search"),
        (["search", "--jsn", "x"], "Did you mean --json"),
        (["search"], "Missing argument"),
        (["search", "  "], "empty"),
        (["search", "x", "--mode", "psychic"], "psychic"),
        (["search", "x", "--since", "yesteryear"], "not understood as a date"),
        (["search", "x", "--year", "then"], "not understood as a year"),
        (["search", "x", "-k", "0"], "greater"),
        (["search", "x", "--json", "--csv"], "Choose one"),
        (["papers", "--json", "--csv"], "Choose one"),
        (["papers", "-o", "no/such/folder/x.csv"], "cannot be written"),
        (["papers", "-o", "x.doc"], "no format"),
        (["foi", "registre"], "There is no view"),
        (["foi", "precedent"], "subject"),
        (["foi", "due", "car", "park"], "takes no subject"),
        (["commitments", "--kind", "vow"], "There is no kind"),
        (["commitments", "--kind", "action", "--ticks"], "Only yearly"),
        (["diff", "aaaa", "bbbb"], "fits 2 papers"),
        (["diff", "xyzzy", "bbbb"], "No paper"),
        (["export", "--format", "xlsx"], "Name a file"),
        (["export", "--format", "docx"], "no format"),
        (["forget"], "Which paper"),
        (["forget", "bbbb"], "--yes"),
        (["--color", "purple", "papers"], "purple"),
        (["actions", "--as-of", "some day"], "not understood as a date"),
    ],
)
def test_wrong_use_is_two_with_a_sentence(run: Run, arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2, done.output
    assert words in done.stderr
    assert done.stderr.startswith("papersearch: ")
    assert "Traceback" not in done.output
    assert done.stdout == ""


def test_no_archive_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    for command in ("status", "papers", "appetite", "foi", "export", "verify"):
        done = run(command, index=tmp_path / "none")
        assert done.exit_code == 2
        assert "papersearch ingest" in done.stderr
    assert not (tmp_path / "none").exists()


def test_the_matrix_marks_changes_and_the_history_quotes_the_decision(run: Run) -> None:
    matrix = run("appetite").stdout
    row = next(line for line in matrix.splitlines() if line.startswith("Workforce"))
    assert row.split() == ["Workforce", "Risk", "cautious", "*", "open"]
    history = run("appetite", "workforce").stdout
    assert "RAISED" in history
    assert MINUTE in " ".join(history.split())
    assert "minutes of 2023-05-25" in history
    assert "no decision found" not in history
    assert "4 papers looked at, 2 with an entry" in history


def test_a_risk_is_found_by_meaning_and_said_to_be(run: Run) -> None:
    done = run("appetite", "risk Clinical harm", "--json")
    assert done.exit_code in (0, 1)
    found = data(done)
    assert found["found_by"] in (None, "meaning")
    if found["risks"]:
        assert "Nearest in meaning" in run("appetite", "risk Clinical harm").stdout


def test_papers_are_checked_against_a_register(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "decided.csv"
    file.write_text("risk,level,minute\nWorkforce Risk,Cautious,22/001\nClinical Risk,Minimal,\n")
    text = " ".join(run("appetite", "--framework", str(file)).stdout.split())
    assert "1 differs" in text
    assert "3 agrees" in text
    assert "22/001" in run("appetite", "--framework", str(file), "--csv").stdout
    found = data(run("appetite", "--framework", str(file), "--json"))
    assert found["counts"]["unknown risk"] == 1
    assert run("appetite", "--framework", str(file), "-o", str(tmp_path / "x.xlsx")).exit_code == 0
    assert run("appetite", "clinical", "--framework", str(file)).exit_code == 2
    assert run("appetite", "--framework", str(tmp_path / "none.csv")).exit_code == 2


def test_the_ledger_follows_and_counts(run: Run) -> None:
    text = run("commitments", "retention").stdout
    assert text.index("2022/23  made") < text.index("2023/24  restated")
    assert "no later list in the archive" in text
    assert "absent from the list of 2023/24" in run("commitments", "new unit").stdout
    ticks = data(run("commitments", "--ticks", "--json"))["ticks"]
    assert ("Improve staff retention", 1, 1) in [
        (t["text"], t["ticked"], t["listed"]) for t in ticks
    ]


def test_the_register_gives_reasons_and_a_section_as_view_narrows_it(run: Run) -> None:
    text = " ".join(run("foi").stdout.split())
    assert '"it is a draft"' in text
    assert "public interest not recorded" in text
    assert "qualified" in text
    assert "no ruling" in text
    for way in (["--section", "s.43(2)"], ["s.43(2)"], ["FOIA s.43(2)"]):
        found = data(run("foi", *way, "--json"))
        assert [m["citation"]["canonical"] for m in found["markings"]] == ["FOIA s.43(2)"]
        assert found["statuses"]["not_stated"] == 1


def test_due_is_judged_by_the_day_that_is_named(run: Run) -> None:
    assert data(run("foi", "due", "--as-of", "2022-12-01", "--json"))["due"][0]["overdue"] is False
    assert data(run("foi", "due", "--as-of", "2024-12-01", "--json"))["due"][0]["overdue"] is True


def test_actions_are_open_or_overdue(run: Run) -> None:
    before = data(run("actions", "nurse", "--as-of", "2023-06-30", "--json"))["actions"]
    after = data(run("actions", "23/041", "--as-of", "2023-07-01", "--json"))["actions"]
    assert [a["overdue"] for a in before] == [False]
    assert [a["overdue"] for a in after] == [True]


def test_covers_and_placeholders(run: Run) -> None:
    found = data(run("cover", "--organisation", "wold", "--json"))
    assert [(s["place"]["title"], s["missing"]) for s in found["sheets"]] == [
        ("Annual plan 2023/24", [])
    ]
    assert found["sheets"][0]["placeholders"][0]["quote"] == "Choose an item"


def test_show_takes_the_start_of_an_id_or_a_title(run: Run) -> None:
    assert "Minutes of the Board" in run("show", "bbbb").stdout
    assert "Minutes of the Board" in run("show", "minutes", "board").stdout
    several = run("show", "annual", "plan")
    assert several.exit_code == 1
    assert "2 papers fit" in several.stdout
    assert run("show", "Annual plan 2023/24", "--json").exit_code == 0


def test_an_agenda_that_stands_alone_misses_no_paper(tmp_path: Path, run: Run) -> None:
    verbal = AgendaEntry(number="7", title="Oral report", mode="verbal", page=None)
    fill(tmp_path, papers(), [verbal]).close()
    assert data(run("status", "--json", index=tmp_path / "index"))["agenda_gaps"] == []


def test_a_body_in_two_spellings_is_counted_once(tmp_path: Path, run: Run) -> None:
    one = [paper("2024-01-25", "A", id="a1", organisation="Oke County Council"),
           paper("2024-02-25", "B", id="b1", organisation="Oke County Council"),
           paper("2024-03-25", "C", id="c1", organisation="OKE COUNTY COUNCIL"),
           paper("2024-03-25", "D", id="d1", organisation="Ashby County Council")]  # fmt: skip
    fill(tmp_path, [(p, "paper", []) for p in one]).close()
    found = data(run("status", "--json", index=tmp_path / "index"))["organisations"]
    assert found == {"Oke County Council": 3, "Ashby County Council": 1}


def test_status_counts_every_file_and_lists_gaps(run: Run) -> None:
    found = data(run("status", "--json"))
    held = found["holds"]
    assert held["files"] == sum(held[s] for s in ("current", "failed", "ignored", "gone")) == 4
    assert found["agenda_gaps"] == [
        {"file": found["agenda_gaps"][0]["file"], "number": "7", "title": "Oral report",
         "mode": "verbal"}
    ]  # fmt: skip
    assert "4 = 4 read + 0 failed" in run("status").stdout


@pytest.mark.parametrize(
    ("command", "arguments"),
    [("papers", []), ("appetite", []), ("commitments", []), ("commitments", ["--ticks"]),
     ("foi", []), ("foi", ["due"]), ("foi", ["check"]), ("foi", ["precedent", "car parking"]),
     ("actions", []), ("cover", []), ("search", ["staff"]), ("diff", ["aaaa000000000001", "bbbb"])],
)  # fmt: skip
def test_tables_go_to_csv_xlsx_and_markdown(
    run: Run, tmp_path: Path, command: str, arguments: list[str]
) -> None:
    printed = run(command, *arguments, "--csv")
    assert printed.exit_code == 0
    rows = list(csv.reader(io.StringIO(printed.stdout)))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    for ending in ("csv", "xlsx", "md", "json"):
        file = tmp_path / f"out.{ending}"
        done = run(command, *arguments, "-o", str(file))
        assert (done.exit_code, done.stdout) == (0, ""), done.output
        assert file.stat().st_size > 50
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref
    assert [cell.value for cell in sheet[1]] == rows[0]
    assert json.loads((tmp_path / "out.json").read_text())["schema"].startswith("papersearch.")


def test_export_prints_the_records_a_line_each(run: Run) -> None:
    lines = run("export").stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert [r["schema"] for r in records] == ["papersearch.paper/1"] * 4
    assert [r["meeting"]["date"] for r in records] == sorted(r["meeting"]["date"] for r in records)
    assert len(json.loads(run("export", "--format", "json").stdout)) == 4
    narrowed = run("export", "--organisation", "wold", "--year", "2023/24")
    assert len(narrowed.stdout.splitlines()) == 2
    assert run("export", "--since", "2030-01-01").exit_code == 1


def test_search_reads_a_question_a_line(run: Run) -> None:
    done = run("search", "-", "--json", "-k", "2", stdin="staff beds\n\ncar parking\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["query"] for a in answers] == ["staff beds", "car parking"]
    best = answers[1]["hits"][0]
    assert (best["page"], best["paper_id"]) == (2, "aaaa000000000001")
    promised = "rank score paper_id title organisation file meeting_date page label section text"
    assert set(best) >= {*promised.split(), "boxes", "tags", "also_in"}
    read = run("search", "-", "-k", "1", stdin="staff beds\n\ncar parking\n").stdout.splitlines()
    assert [line for line in read if line in ("staff beds", "car parking")] == [
        "staff beds", "car parking"
    ]  # fmt: skip
    explained = run("search", "car parking", "--explain", "-k", "1")
    assert "score" in explained.stdout
    assert "place 1 by words" in explained.stdout


def test_a_question_needs_no_quotes(run: Run) -> None:
    assert data(run("search", "car", "parking", "-k", "1", "--json"))["query"] == "car parking"


def test_doctor_looks_at_everything(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papersearch.embedding.verify", lambda *_: "ab" * 32)
    monkeypatch.setattr("papersearch.embedding.check_cache", lambda *_: None)
    found = data(run("doctor", "--json"))
    assert found["sound"], found
    whats = {f["what"] for f in found["findings"]}
    assert whats >= {
        "Python",
        "Packages",
        "Word search",
        "Scanned pages",
        "Model",
        "Archive",
        "Disk",
    }
    from papersearch.errors import ModelError

    def broken(*_: object) -> str:
        raise ModelError("The weights are not the published ones.", "Install the model again.")

    monkeypatch.setattr("papersearch.embedding.verify", broken)
    done = run("doctor")
    assert done.exit_code == 2
    assert "Install the model again." in done.stdout
