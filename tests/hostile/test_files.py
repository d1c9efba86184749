"""Spoilt papers, bombs and real bad files: a record or a named failure, and nothing else."""

import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from papersearch.archive.work import process_file
from papersearch.errors import ReadError
from papersearch.reading.guard import MIB, Guard, Limits
from papersearch.reading.options import ReadOptions
from tests.hostile import mutations

BAD = Path(__file__).parents[3] / "shared" / "data" / "bad"
CONTROLS = {*range(32), 127, *range(0x80, 0xA0), 0x202E} - {10}


def test_sixty_spoilt_papers(tmp_path: Path) -> None:
    found = mutations.survey(60, 1, 60_000, 2, None)
    assert found["trouble"] == [], found
    assert sum(found["ends"].values()) == 60
    assert found["largest_child_mb"] < mutations.LIMITS.memory / MIB + 1500  # what it began with


def pdf(*objects: bytes) -> bytes:
    body = b"%PDF-1.7\n" + b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, 1)
    )
    return body + b"trailer << /Root 1 0 R /Size %d >>\n%%%%EOF" % (len(objects) + 1)


def stream(data: bytes, extra: bytes = b"", filters: bytes = b"/FlateDecode") -> bytes:
    return b"<< /Length %d /Filter %s %s >>\nstream\n%s\nendstream" % (
        len(data), filters, extra, data,
    )  # fmt: skip


def page(contents: bytes, resources: bytes = b"") -> bytes:
    head = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
    return head + b"/Contents %s /Resources << %s >> >>" % (contents, resources)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


def docx(document: bytes, **others: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/><Override '
            'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        zipped.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        zipped.writestr("word/document.xml", document)
        for name, data in others.items():
            zipped.writestr(name, data)
    return out.getvalue()


WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"laugh" * 10) for n in range(9)
)


def bombs() -> dict[str, bytes]:
    """Return small files that would be large, deep or endless."""
    zeros = zlib.compress(b"0 " * 30_000_000, 9)
    twice = zlib.compress(zlib.compress(b"\x00" * 300_000_000, 9), 9)
    glyphs = b"BT /F 1 Tf " + b"(a) Tj 1 0 Td " * 400_000 + b"ET"
    lines = b"0 0 m 1 1 l S " * 300_000
    return {
        "deflated.pdf": pdf(CATALOG, ONE, page(b"4 0 R"), stream(zeros)),
        "deflated twice.pdf": pdf(
            CATALOG, ONE, page(b"4 0 R"),
            stream(twice, filters=b"[/FlateDecode /FlateDecode]"),
        ),
        "many letters.pdf": pdf(
            CATALOG, ONE, page(b"4 0 R", FONT), stream(zlib.compress(glyphs, 9))
        ),
        "many lines.pdf": pdf(CATALOG, ONE, page(b"4 0 R"), stream(zlib.compress(lines, 9))),
        "huge picture.pdf": pdf(
            CATALOG, ONE, page(b"4 0 R", b"/XObject << /I 5 0 R >>"),
            stream(zlib.compress(b"q 500 0 0 500 0 0 cm /I Do Q")),
            stream(zlib.compress(b"\x00" * 50_000_000, 9),
                   b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
                   b"/BitsPerComponent 8 /ColorSpace /DeviceRGB"),
        ),
        "a form in itself.pdf": pdf(
            CATALOG, ONE, page(b"4 0 R", b"/XObject << /X 5 0 R >>"),
            stream(zlib.compress(b"/X Do " * 100)),
            stream(zlib.compress(b"/X Do /X Do"), b"/Type /XObject /Subtype /Form "
                   b"/BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"),
        ),
        "forms in forms.pdf": pdf(
            CATALOG, ONE, page(b"4 0 R", b"/XObject << /X 5 0 R >>"),
            stream(zlib.compress(b"/X Do")),
            *(stream(zlib.compress(b"/X Do " * 20), b"/Type /XObject /Subtype /Form /BBox "
                     b"[0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % (n + 1))
              for n in range(5, 14)),
            stream(zlib.compress(b""), b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
        ),
        "pages that are their own.pdf": pdf(
            CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999999 >>"
        ),
        "a million pages.pdf": pdf(
            CATALOG, b"<< /Type /Pages /Kids [%s] /Count 1000000 >>" % (b"3 0 R " * 1_000_000),
            page(b"[]"),
        ),
        "deep.pdf": pdf(CATALOG, ONE, b"[" * 200_000 + b"]" * 200_000),
        "huge page.pdf": pdf(
            CATALOG, ONE, page(b"4 0 R", FONT).replace(b"595 842", b"1e9 1e9"),
            stream(zlib.compress(b"BT /F 9 Tf 1e8 1e8 Td (far away) Tj ET")),
        ),
        "laughs.docx": docx(
            b"<!DOCTYPE d [%s]>%s<w:body><w:p><w:r><w:t>&l8;</w:t></w:r></w:p></w:body>"
            b"</w:document>" % (LAUGHS, WORD)
        ),
        "deep.docx": docx(WORD + b"<w:body>" + b"<w:tbl><w:tr><w:tc>" * 30_000),
        "outside.docx": docx(
            b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>%s<w:body><w:p><w:r><w:t>'
            b"words &x;</w:t></w:r></w:p></w:body></w:document>" % WORD
        ),
        "big part.docx": docx(WORD + b"<w:body>", **{"word/a.bin": b"\x00" * 200_000_000}),
        "wide.docx": docx(
            WORD + b"<w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/>"
            b"</w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>"
            b"</w:document>"
        ),
        "deep.html": b"<html><body>" + b"<div>" * 300_000 + b"words",
        "wide.html": b'<html><table><tr><td colspan="999999999" rowspan="999999999">x</td></tr>'
                     b"</table></html>",
        "tables in tables.html": b"<html>" + b"<table><tr><td>x" * 20_000,
        "long line.txt": b"a" * 30_000_000,
        "one word a line.txt": b"a\n" * 2_000_000,
        "form feeds.txt": b"x\x0c" * 1_000_000,
        "dates.txt": b"1 January 2023 " * 200_000,
    }  # fmt: skip


def test_bombs_cost_no_more_than_the_limits(tmp_path: Path) -> None:
    limits = Limits(seconds=4.0, memory=1024 * MIB)
    made = bombs()
    for name, data in made.items():
        assert len(data) < 40_000_000
        (tmp_path / name).write_bytes(data)
    paths = [str(tmp_path / name) for name in made]
    with Guard(process_file, limits, 2, options=ReadOptions(ocr=False)) as guard:
        results = {Path(path).name: result for path, result in guard.map(paths)}
    assert results.keys() == made.keys()
    for name, result in results.items():
        if isinstance(result, ReadError):
            assert name in result.message
            assert result.remedy
        else:
            assert b"root:" not in result  # nothing outside the file was read


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "papersearch.cli.main", *map(str, arguments)],
        capture_output=True, timeout=280, check=False,
    )  # fmt: skip


def assert_told(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr
    shown = (done.stdout + done.stderr).decode("utf-8")
    assert not [ch for ch in shown if ord(ch) in CONTROLS]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.real
@pytest.mark.skipif(not BAD.is_dir(), reason="../shared is not here")
def test_every_bad_file_gives_records_or_a_failure() -> None:
    files = {f"{f.parent.name}/{f.name}" for f in BAD.glob("*/*")}
    done = run("read", BAD, "--json", "--no-ocr", "--timeout", "60", "--max-pages", "100")
    records = assert_told(done)
    assert {record["source"]["file"] for record in records} == files  # type: ignore[index]
    for record in records:
        if record["schema"] == "papersearch.failure/1":
            assert record["error"]["remedy"]  # type: ignore[index]


def test_text_of_a_document_is_never_obeyed(tmp_path: Path) -> None:
    """It is no markup, formula, HTML, SQL, word-search syntax, path or terminal command."""
    evil = (
        "# ../../etc/passwd [red]x[/red] [link=file:///]y[/link]\n\n"
        '\x1b]0;owned\x07\x1b[2J\u202egnp.exe =HYPERLINK("http://x") @SUM(1) '
        "<script>alert(1)</script> '); DROP TABLE files; -- \" OR text : * NEAR(a b) ^x "
        "{0} %s $HOME `id` \x00 \x9b31m The appetite for Cyber Risk is Open.\n\n" * 3
    ) + "The strategy was discussed at Board in June, and nobody spoke against it.\n\n" * 40
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "evil.md").write_text(evil, encoding="utf-8")
    done = run("read", tmp_path / "papers")
    shown = (done.stdout + done.stderr).decode("utf-8")
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert not [ch for ch in shown if ord(ch) in CONTROLS]
    assert "[red]x[/red]" in shown


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_or_a_device_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    for path in (tmp_path / "pipe.pdf", Path("/dev/zero")):
        done = run("read", path)
        assert_told(done)
        assert done.returncode == 2
        assert b"is not a file" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="shells of other systems shut no stream")
def test_a_stream_that_is_shut_takes_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("Annual plan\n\nWe will open ten beds by March 2025.\n")
    for shut, other in ((">&-", "stderr"), ("2>&-", "stdout")):
        words = f'"{sys.executable}" -m papersearch.cli.main read "{tmp_path}" {shut}'
        done = subprocess.run(["sh", "-c", words], capture_output=True, timeout=280, check=False)
        assert done.returncode == 0, done.stderr
        assert b"Traceback" not in getattr(done, other)
