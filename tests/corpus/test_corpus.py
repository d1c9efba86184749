"""The corpus: what it holds, that its truth is sound, that its maker gives the same bytes."""

from __future__ import annotations

import itertools
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2
import pytest

from papersearch.record import PAPER_SCHEMA, Paper

CORPUS = Path(__file__).parents[2] / "corpus"
LISTS = {"README.md", "manifest.jsonl", "questions.jsonl", "truth.jsonl"}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / name).read_text("utf-8").splitlines()]


MANIFEST, TRUTH, QUESTIONS = rows("manifest.jsonl"), rows("truth.jsonl"), rows("questions.jsonl")


def folded(text: str) -> str:
    return "".join(text.replace("\u2019", "'").split()).lower()


def page_texts(file: str) -> list[str]:
    """Return the words of each page of a PDF of the corpus, or of each part of a text."""
    path = CORPUS / file
    if path.suffix == ".txt":
        return path.read_text("utf-8").split("\f")
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_it_holds_what_it_promises() -> None:
    papers = {row["key"] for row in MANIFEST}
    assert len(papers) >= 66
    in_packs = Counter(row["file"] for row in MANIFEST if row["pack"])
    assert len(in_packs) >= 5
    assert all(3 <= count <= 9 for count in in_packs.values())
    assert {row["body"] for row in MANIFEST} == {"harrowmere", "fenwold", "brackenshire"}
    assert {"reportlab", "fpdf2", "word", "text", "torn", "scan"} == {
        row["producer"] for row in MANIFEST
    }
    assert {"ticks", "band", "prose", "council"} <= {row["form"] for row in MANIFEST}
    years = {row["file"].split("/")[1] for row in MANIFEST}
    assert years == {str(year) for year in range(2019, 2027)}
    assert {"dejavu", "boxes", "zapf", "x", "drawn", "acro"} <= {row["tick"] for row in MANIFEST}


def test_every_file_is_listed_and_small() -> None:
    files = {
        path.relative_to(CORPUS).as_posix()
        for path in CORPUS.rglob("*")
        if path.is_file() and path.name not in LISTS
    }
    assert files == {row["file"] for row in MANIFEST}
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 6_000_000


def test_truth_has_the_shape_of_the_record() -> None:
    assert len(TRUTH) == len(MANIFEST)
    for row in TRUTH:
        record = {name: value for name, value in row.items() if name != "key"}
        paper = msgspec.convert(record, Paper)
        assert record["schema"] == PAPER_SCHEMA
        unknown = set(record) - {field.name for field in msgspec.structs.fields(Paper)}
        assert not unknown, row["key"]
        first, last = row["source"]["pages"]
        assert 1 <= first <= last
        evidences = [
            *(item.evidence for item in (*paper.commitments, *paper.risks, *paper.risk_scores)),
            *(item.evidence for item in (*paper.foi.citations, *paper.foi.other_references)),
        ]
        assert all(first <= (evidence.page or 0) <= last for evidence in evidences), row["key"]
        for citation in paper.foi.citations:
            assert citation.rationale is None or citation.rationale in citation.evidence.quote
            assert citation.scope is None or citation.scope in citation.evidence.quote
        for commitment in paper.commitments:
            assert commitment.text == " ".join(commitment.text.split())


def test_papers_of_one_pack_do_not_overlap() -> None:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in TRUTH:
        spans[row["source"]["file"]].append(tuple(row["source"]["pages"]))
    for file, pages in spans.items():
        pages.sort()
        assert all(before[1] < after[0] for before, after in itertools.pairwise(pages)), file
        if file.endswith(".pdf"):
            with pypdfium2.PdfDocument(CORPUS / file) as document:
                assert pages[-1][1] <= len(document), file


def test_what_the_truth_says_stands_on_its_page() -> None:
    scans = {row["file"] for row in MANIFEST if row["producer"] == "scan"}
    seen = 0
    for file in sorted({row["source"]["file"] for row in TRUTH} - scans):
        if not file.endswith(".pdf"):
            continue
        texts = page_texts(file)
        for row in TRUTH:
            if row["source"]["file"] != file:
                continue
            items = [(item["text"], item["evidence"]["page"]) for item in row["commitments"]]
            items += [
                (item["evidence"]["quote"], item["evidence"]["page"])
                for item in row["foi"]["citations"]
            ]
            for words, page in items:
                here = folded("".join(texts[page - 1 : page + 1]))
                assert folded(words)[:25] in here, (row["key"], words)
                seen += 1
    assert seen > 300


def test_the_scan_has_no_text_layer() -> None:
    scans = [row["file"] for row in MANIFEST if row["producer"] == "scan"]
    assert scans
    for file in scans:
        assert "".join(page_texts(file)).strip() == ""


def test_the_torn_text_has_the_traits_of_torn_texts() -> None:
    (file,) = [row["file"] for row in MANIFEST if row["producer"] == "torn"]
    text = (CORPUS / file).read_text("utf-8")
    assert "\f" not in text
    assert sum(line.startswith(" ") and line.strip() != "" for line in text.split("\n")) == 4
    (row,) = [row for row in TRUTH if row["source"]["file"] == file]
    assert [item["ticked"] for item in row["commitments"] if item["kind"] == "annual"].count(
        True
    ) == 4
    assert {risk["level1_ticked"] for risk in row["risks"]} == {None}
    assert row["title"] is None
    assert row["meeting"]["inferred"] is True


def test_stories_run_through_the_years() -> None:
    supply = [
        (row["meeting"]["date"], risk["appetite"]["raw"], row["foi"]["status"])
        for row in TRUTH
        for risk in row["risks"]
        if risk["level2"] == "Workforce Supply Risk"
    ]
    assert {raw for day, raw, _ in supply if day < "2023-01-26"} == {"Cautious"}
    assert {raw for day, raw, _ in supply if day > "2023-01-26"} == {"Open"}
    continuity = {
        (row["meeting"]["date"] >= "2023-09", risk["appetite"]["raw"])
        for row in TRUTH
        for risk in row["risks"]
        if risk["level2"] == "Business Continuity Risk"
    }
    assert continuity == {(False, "Minimal"), (True, "Cautious")}
    names = {risk["level2"] for row in TRUTH for risk in row["risks"]}
    assert {"Information Technology Risk", "Digital & Cyber Risk"} <= names
    wrong = [
        score
        for row in TRUTH
        for score in row["risk_scores"]
        if score["likelihood"]
        and score["consequence"]
        and score["score"] != score["likelihood"] * score["consequence"]
    ]
    assert [(score["likelihood"], score["consequence"], score["score"]) for score in wrong].count(
        (4, 4, 12)
    ) == 1


def test_questions_are_judged_by_passages_that_exist() -> None:
    kinds = Counter(row["kind"] for row in QUESTIONS)
    assert sum(kinds.values()) >= 80
    assert kinds["lay"] * 2 >= sum(kinds.values())
    assert all(kinds[kind] for kind in ("reference", "table", "change", "none"))
    spans: dict[tuple[str, str], tuple[int, int]] = {}
    for manifest_row in MANIFEST:
        spans[manifest_row["key"], manifest_row["file"]] = tuple(manifest_row["pages"])
    for row in QUESTIONS:
        assert bool(row["answers"]) == (row["kind"] != "none")
        for answer in row["answers"]:
            first, last = spans[answer["key"], answer["file"]]
            assert first <= answer["page"] <= last, row["question"]
            if answer["file"].endswith(".pdf") and "scan" not in answer["file"]:
                text = page_texts(answer["file"])[answer["page"] - 1]
                assert folded(answer["words"]) in folded(text), row["question"]


def test_lay_questions_share_no_word_with_what_they_look_for() -> None:
    from scripts.make_corpus.questions import content_words

    for row in QUESTIONS:
        if row["kind"] == "lay":
            for answer in row["answers"]:
                shared = content_words(row["question"]) & content_words(answer["words"])
                assert not shared, (row["question"], shared)


@pytest.mark.parametrize(
    "file",
    [
        "harrowmere/2021/9.1 Risk appetite framework.pdf",
        "harrowmere/2020/12.4 Attempted intrusion October 2020.pdf",
        "harrowmere/2024/capital-programme-extract.txt",
        "harrowmere/2023/Item 7.1 annual commitments 2023-24 FINAL.docx",
        "harrowmere/2025/Board papers PUBLIC 27 Nov 2025.pdf",
    ],
)
def test_the_maker_gives_the_committed_bytes(file: str, tmp_path: Path) -> None:
    from scripts.make_corpus.build import build
    from scripts.make_corpus.fonts import have_fonts

    if not have_fonts():
        pytest.skip("the DejaVu fonts are not installed")
    build(tmp_path, [file])
    assert (tmp_path / file).read_bytes() == (CORPUS / file).read_bytes()
