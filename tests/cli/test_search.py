"""``papersearch search`` and ``eval`` as a person and a program meet them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from papersearch.cli import terminal
from papersearch.cli.search_view import rendered
from papersearch.search.answer import Answer, Coverage, Hit, Mark, Standing
from tests.cli.conftest import Run


def shown(*arguments: str, run: Run, **more: Any) -> str:
    done = run("search", *arguments, **more)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_hit_is_named_with_meeting_file_and_page(run: Run) -> None:
    text = shown("car parking", "-k", "1", run=run)
    assert "1. Annual plan 2022/23" in text
    assert "2022-11-24" in text
    assert "p. 2" in text
    assert "Car parking will be bought from one company." in text


def test_one_json_object_a_hit(run: Run) -> None:
    lines = shown("annual plan", "--jsonl", run=run).splitlines()
    hits = [json.loads(line) for line in lines]
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    assert all(hit["query"] == "annual plan" and hit["answerable"] for hit in hits)


def test_csv_has_one_heading_for_all_questions(run: Run) -> None:
    text = shown("-", "--csv", "-k", "1", run=run, stdin="car parking\nannual plan\n")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["question"] for row in rows] == ["car parking", "annual plan"]
    assert {row["answerable"] for row in rows} == {"yes"}


def test_hits_of_one_paper_stand_together(run: Run) -> None:
    text = shown("staff beds car parking", "--by", "paper", run=run)
    assert len(re.findall(r"^\d+\. Annual plan 2022/23", text, re.M)) == 1
    assert "p. 1" in text
    assert "p. 2" in text
    assert run("search", "x", "--by", "colour").exit_code == 2


def test_nothing_near_is_said_and_is_status_one(run: Run) -> None:
    done = run("search", '"giraffe house"')
    assert (done.exit_code, done.stdout.strip()) == (1, "Nothing in the archive fits.")
    done = run("search", "giraffe", "--mode", "lexical", "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["answerable"] is False


def test_forms_exclude_each_other(run: Run) -> None:
    assert run("search", "x", "--jsonl", "--csv").exit_code == 2
    assert run("search", "x", "--rerank", "/nowhere").exit_code == 2


def _answer(**fields: Any) -> Answer:
    also = Standing(
        paper_id="y", title=None, file="old/pack.pdf", meeting_date="2020-01-30", page=9, label=None
    )
    hit = Hit(
        rank=1, score=0.6, paper_id="x", title="Plan", organisation=None, file="new/plan.pdf",
        meeting_date="2024-01-25", page=3, label="1", section="4. What went well",
        text="Beds rose.",
        also_in=1, also_at=(also,), root="/papers",
    )  # fmt: skip
    return Answer(
        query="bed", mode="hybrid", filters={}, took_ms=1.0,
        **{"answerable": True, "hits": (hit,), **fields},
    )  # fmt: skip


def _plain(answer: Answer, capsys: pytest.CaptureFixture[str]) -> str:
    terminal.configure()
    terminal.show(*rendered(answer))
    return capsys.readouterr().out


def test_repeats_and_what_could_not_be_searched_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = _plain(_answer(coverage=Coverage(files_failed=1, pages_not_searchable=41)), capsys)
    assert "also in pack.pdf, p. 9" in text
    assert "p. 3 (printed 1)" in text
    assert "Not searched: 1 file could not be read and 41 pages hold no text" in text
    assert "Beds rose." in text
    assert "4. What went well Beds" not in text
    assert "answers this closely" in _plain(_answer(answerable=False), capsys)


def _marked(text: str, *marks: Mark) -> Answer:
    hit = msgspec.structs.replace(_answer().hits[0], text=text, marks=marks)
    return _answer(hits=(hit,))


MONEY = Mark(start=0, end=7, by="meaning", like="money")
BEDS = Mark(start=12, end=16, by="words")


def test_marks_are_seen_with_and_without_colour(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = _marked("Funding for beds fell.", MONEY, BEDS)
    for no_colour in ("", "1"):
        monkeypatch.setenv("NO_COLOR", no_colour)
        terminal.configure(colour="always")
        terminal.show(*rendered(answer))
        shown = capsys.readouterr().out
        assert "\x1b[4mFunding\x1b[0m for \x1b[1mbeds\x1b[0m fell." in shown
    terminal.configure()


def test_plain_output_says_what_is_near_in_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.configure(plain=True)
    terminal.show(*rendered(_marked("Funding for beds fell.", MONEY, BEDS)))
    shown = capsys.readouterr().out
    assert "Funding for beds fell." in shown
    assert "near in meaning: funding (like money)" in shown
    assert "near in meaning" not in _plain(_marked("Funding for beds fell.", BEDS), capsys)


def test_a_long_passage_is_shown_from_the_sentence_with_the_marks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = "Nothing of it here at all. " * 20
    text = f"{before}Then beds came. " + "More words follow. " * 30
    start = text.index("beds")
    shown = _plain(_marked(text, Mark(start=start, end=start + 4, by="words")), capsys)
    lines = " ".join(shown.split())
    assert "beds came." in lines
    quote = lines[lines.index("... ") :]
    assert quote.split()[1] in ("Nothing", "Then", "More")
    assert quote.endswith("...")


def test_what_a_terminal_could_obey_is_not_shown_between_marks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "Fund\x1b[31ming\tfor beds"
    mark = Mark(start=0, end=12, by="meaning", like="money")
    shown = _plain(_marked(text, mark), capsys)
    assert "\x1b" not in shown
    assert "for beds" in shown


def test_a_conversation_asks_narrows_and_ends(run: Run) -> None:
    lines = "car parking\nshow 1\nyear 2022/23\nfilters\nyear\nhelp\nshow 99\nquit\nnot read\n"
    done = run("search", "--interactive", "-k", "1", stdin=lines)
    assert done.exit_code == 0, done.output
    assert done.stdout.count("1. Annual plan 2022/23") == 3
    assert "year 2022/23" in done.stdout
    assert "No filters." in done.stdout
    assert "There is no hit 99." in done.stdout
    assert "ctrl-D" in done.stdout
    assert "not read" not in done.stdout


def test_eval_measures_and_compares(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    place = {"file": "2022-11-24/Annual plan 2022/23.pdf", "page": 2}
    questions = [
        {"question": "car parking", "kind": "lay", "answers": [place]},
        {"question": "giraffes", "kind": "none"},
    ]
    file.write_text("\n".join(map(json.dumps, questions)), encoding="utf-8")
    done = run("eval", str(file), "--compare", "bm25", "--json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert [one["name"] for one in found["settings"]] == ["hybrid", "bm25"]
    assert found["settings"][0]["all"]["measures"]["success_1"]["mean"] == 1.0
    assert {one["to"] for one in found["differences"]} == {"bm25"}
    text = run("eval", str(file), "--compare", "dense").stdout
    assert "nDCG@10" in text
    assert "hybrid over dense" in text
    assert run("eval", str(file), "--mode", "psychic").exit_code == 2
    assert run("eval", str(tmp_path / "absent.jsonl")).exit_code == 2
