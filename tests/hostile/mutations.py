"""Papers of the corpus, spoilt: bytes flipped, cut and doubled, objects of a PDF bent out of shape.

    python -m tests.hostile.mutations --number 2000

Each spoilt file is read in a guarded child, as any file is. It must give
records that are sound JSON, or a failure with a code, a message that names the
file and a remedy; the parent must live, and no child may hold more memory or
take more of the processor's time than the limits allow.
"""

from __future__ import annotations

import argparse
import html
import io
import json
import random
import resource
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pikepdf

from papersearch.archive.work import decode, process_file
from papersearch.cli import terminal
from papersearch.errors import READ_ERROR_CODES, ReadError
from papersearch.reading.guard import MIB, Guard, Limits
from papersearch.reading.options import ReadOptions
from papersearch.record import paper_from_json, to_json

CORPUS = Path(__file__).parents[2] / "corpus"
LIMITS = Limits(seconds=300.0, memory=2048 * MIB)
"""The clock only stops what hangs: a busy machine must not decide."""
MOST_CPU = 60.0
"""Seconds of the processor's time that a child may take for one paper; sound ones take under 3."""
KINDS = (".pdf",) * 6 + (".docx",) * 2 + (".html",) * 2 + (".txt",)
"""How often each kind of paper is spoilt."""
NUMBERS = (0, -1, 1, 2**31, 2**63, -(2**31), 1e308, -1e308, 0.0001, 65536, 10**9)
HOSTILE_TEXT = "\x1b]0;owned\x07\u202e[red]=cmd|' /C calc'!A0<script>\x00' OR 1=1 --"


def flip(data: bytes, chance: random.Random) -> bytes:
    """Change a few bytes."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 4, 32, 256))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Lose the end, as a broken download does."""
    return data[: chance.randrange(1, len(data))]


def lose(data: bytes, chance: random.Random) -> bytes:
    """Lose a stretch inside."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 4096) :]


def double(data: bytes, chance: random.Random) -> bytes:
    """Have a stretch many times."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 2048)]
    return data[:start] + piece * chance.choice((2, 10, 200)) + data[start:]


def put_in(data: bytes, chance: random.Random) -> bytes:
    """Put strange bytes in."""
    start = chance.randrange(len(data))
    strange = chance.choice(
        (b"\x00" * 500, b"(" * 3000, b"<<" * 3000, b"[" * 3000, b"%%EOF\n", b"endobj\nendstream\n",
         b"9" * 400, b"<div>" * 3000, HOSTILE_TEXT.encode() * 20, b"\xff\xfe" * 50)
    )  # fmt: skip
    return data[:start] + strange + data[start:]


BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (flip, cut, lose, double, put_in)


def bend_pdf(data: bytes, chance: random.Random) -> bytes:
    """Change objects of a PDF and write it as a well-formed file again."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for _ in range(chance.choice((1, 1, 3, 10))):
            _bend_object(pdf, chance)
        out = io.BytesIO()
        pdf.save(out, compress_streams=chance.random() < 0.5, fix_metadata_version=False)
    return out.getvalue()


def _bend_object(pdf: pikepdf.Pdf, chance: random.Random) -> None:
    whole = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary | pikepdf.Stream)]
    if not whole:
        return
    target: Any = chance.choice(whole)
    keys = [key for key in target.keys() if key != "/Length"]  # noqa: SIM118 - a pikepdf object
    if isinstance(target, pikepdf.Stream) and chance.random() < 0.5:
        try:
            content = target.read_bytes()
        except pikepdf.PdfError:
            content = target.read_raw_bytes()
        target.write(chance.choice(BYTES)(content or b"x", chance))
    elif keys:
        key = chance.choice(keys)
        if chance.random() < 0.3:
            del target[key]
        else:
            target[key] = _strange(pdf, target, whole, chance)


def _strange(pdf: pikepdf.Pdf, target: Any, whole: list[Any], chance: random.Random) -> Any:
    """Return a value that has no business where it goes."""
    kind = chance.randrange(7)
    if kind == 0:
        number = chance.choice(NUMBERS)
        return int(number) if abs(number) < 2**62 else pikepdf.Array([0, 0, 0, 0])
    if kind == 1:
        return pikepdf.Array([chance.choice((0, -1, 10**6, 10**9)) for _ in range(4)])
    if kind == 2:
        return pikepdf.String(HOSTILE_TEXT)
    if kind == 3:
        return pikepdf.Name("/Nothing")
    if kind == 4 and target.is_indirect:
        return target  # itself
    if kind == 5:
        return chance.choice(whole)
    return pdf.make_indirect(pikepdf.Array([pikepdf.Dictionary() for _ in range(3)]))


def remake_pdf(data: bytes, chance: random.Random) -> bytes:
    """Write the same papers in another form that PDF allows, often to be spoilt afterwards."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for _ in range(chance.choice((0, 0, 1, 30))):
            pdf.pages.append(chance.choice(list(pdf.pages)))
        if chance.random() < 0.3:
            _nest_pages(pdf, chance.choice((1, 5, 60)))
        how: dict[str, Any] = {
            "stream_decode_level": chance.choice(list(pikepdf.StreamDecodeLevel))
        }
        if chance.random() < 0.4:
            user = chance.choice(("", "", "secret"))
            how = {"encryption": pikepdf.Encryption(owner="o", user=user)}
        out = io.BytesIO()
        pdf.save(
            out, object_stream_mode=chance.choice(list(pikepdf.ObjectStreamMode)),
            linearize=chance.random() < 0.3, **how,
        )  # fmt: skip
    made = out.getvalue()
    return chance.choice(BYTES)(made, chance) if chance.random() < 0.7 else made


def _nest_pages(pdf: pikepdf.Pdf, depth: int) -> None:
    """Put the pages under so many nodes of which each has one child."""
    for _ in range(depth):
        root: Any = pdf.Root.Pages
        under = pikepdf.Dictionary(
            Type=pikepdf.Name.Pages, Kids=pikepdf.Array([root]), Count=root.Count
        )
        pdf.Root.Pages = pdf.make_indirect(under)


def bend_docx(data: bytes, chance: random.Random) -> bytes:
    """Spoil one part of a Word file and zip it again."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        names = old.namelist()
        spoilt = chance.choice(["word/document.xml", chance.choice(names)])
        dropped = chance.choice(names) if chance.random() < 0.2 else None
        for name in names:
            content = old.read(name)
            if name == spoilt and content:
                content = chance.choice(BYTES)(content, chance)
            if name != dropped:
                new.writestr(name, content)
    return out.getvalue()


TAGS = (
    "<table>", "</table>", "<td colspan=9999 rowspan=9999>", "<!--", "-->", "<script>", "</script>",
    "<plaintext>", "<svg><style>", "<![CDATA[", "<base href='http://198.51.100.1/'>", "&#0;",
    "&#x1b;[2J", "&#1114112;", "&" + "a" * 5000 + ";", "<p " + "x=y " * 3000 + ">", "<li>" * 500,
    "<meta charset=utf-16>", "<meta http-equiv=refresh content='0;url=file:///etc/passwd'>",
    "<iframe src='file:///etc/passwd'>", "<textarea>", "<template>", "<frameset>", "<b>" * 3000,
)  # fmt: skip
CODINGS = ("utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7", "cp037")


def bend_html(data: bytes, chance: random.Random) -> bytes:
    """Put tags where they do not belong, drop some, and write it in another coding at times."""
    text = data.decode("utf-8")
    for _ in range(chance.choice((1, 3, 20))):
        start = chance.randrange(len(text))
        text = text[:start] + chance.choice(TAGS) + text[start:]
    if chance.random() < 0.3:
        text = text.replace(chance.choice(("</td>", "</tr>", "</p>", "<tr>", ">")), "", 200)
    return text.encode(chance.choice(("utf-8", *CODINGS)), "replace")


def bend_text(data: bytes, chance: random.Random) -> bytes:
    """Write plain text in another coding, on one line, or with odd ends of lines."""
    text = data.decode("utf-8")
    old, new = chance.choice(
        (("\n", "\r"), ("\n", " "), (" ", "\n"), ("\n", "\x0b"), ("\n", "\u2028"), (" ", "\x00"),
         (" ", "\t" * 40), ("e", "e\u0301" * 30), ("\n", "\f"), (".", HOSTILE_TEXT))
    )  # fmt: skip
    return text.replace(old, new).encode(chance.choice(("utf-8", *CODINGS)), "replace")


BEND = {
    ".pdf": (bend_pdf, remake_pdf), ".docx": (bend_docx,), ".html": (bend_html,),
    ".txt": (bend_text,),
}  # fmt: skip
"""What is done to a paper that knows its form."""


def mutate(suffix: str, data: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Return what was done to the file, and what came of it."""
    ways = BEND[suffix] if chance.random() < 0.65 else BYTES
    how = chance.choice(ways)
    return how.__name__, how(data, chance)


@cache
def sources(most_bytes: int) -> dict[str, list[bytes]]:
    """Return the corpus's papers up to a size, by their kind; its Word files as HTML too."""
    out: dict[str, list[bytes]] = {kind: [] for kind in BEND}
    for file in sorted(CORPUS.rglob("*")):
        if file.suffix in BEND and file.stat().st_size <= most_bytes:
            out[file.suffix].append(file.read_bytes())
        if file.suffix == ".docx":
            out[".html"].append(as_html(file))
    return out


def as_html(file: Path) -> bytes:
    """Return a Word file's paragraphs and tables as a page of HTML."""
    parts = []
    for block in docx.Document(str(file)).iter_inner_content():
        if isinstance(block, docx.table.Table):
            rows = (
                "<tr>" + "".join(f"<td>{html.escape(cell.text)}</td>" for cell in row.cells)
                for row in block.rows
            )
            parts.append("<table>" + "</tr>".join(rows) + "</tr></table>")
        else:
            heading = (block.style.name if block.style else "").startswith("Heading")
            tag = "h2" if heading else "p"
            parts.append(f"<{tag}>{html.escape(block.text)}</{tag}>")
    return f"<!doctype html><html><body>{''.join(parts)}</body></html>".encode()


def make(folder: Path, number: int, seed: int, most_bytes: int) -> dict[str, str]:
    """Write *number* spoilt papers; return what was done to each, by its path."""
    chance = random.Random(seed)
    papers = sources(most_bytes)
    made: dict[str, str] = {}
    for n in range(number):
        suffix = chance.choice(KINDS)
        how, data = mutate(suffix, chance.choice(papers[suffix]), chance)
        path = folder / f"{n:05}-{how}{suffix}"
        path.write_bytes(data)
        made[str(path)] = f"{how} {suffix[1:]}"
    return made


def trouble_with(path: str, result: bytes | ReadError) -> str | None:
    """Return what is wrong with what a file gave, ``None`` if nothing is."""
    name = Path(path).name
    if isinstance(result, ReadError):
        if result.code not in READ_ERROR_CODES:
            return f"{name}: there is no code {result.code}"
        if not result.remedy or name not in result.message:
            return f"{name}: a failure without its name or remedy: {result.message}"
        if "could not be read (" in result.message:
            return f"{name}: a reader's defect: {result.message}"
        if "crash" in result.message:
            return f"{name}: {result.message}"
        if result.code in ("timed_out", "out_of_memory"):
            return f"{name}: {result.message}"
        return None
    for paper in decode(result).papers:
        text = to_json(paper.record)
        if paper_from_json(text) != paper.record:
            return f"{name}: a record that does not come back from its JSON"
        shown = terminal.escaped(text)
        if any(ord(ch) < 32 or 0x7F <= ord(ch) < 0xA0 or ch == "\u202e" for ch in shown):
            return f"{name}: a control character reaches the terminal"
        pages = paper.record.source.pages
        if pages is None or not 1 <= pages[0] <= pages[1]:
            return f"{name}: pages {pages}"
    return None


def measured(path: str, options: ReadOptions) -> tuple[int, float, bytes | ReadError]:
    """Return the most kilobytes that this child ever held, the processor's seconds, the result."""
    started = time.process_time()
    made: bytes | ReadError
    try:
        made = process_file(path, options)
    except ReadError as error:
        made = error
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most, time.process_time() - started, made


def survey(
    number: int, seed: int, most_bytes: int, workers: int, keep: Path | None
) -> dict[str, Any]:
    """Spoil and read *number* papers; return the figures and all trouble."""
    ends: Counter[str] = Counter()
    trouble: list[str] = []
    slowest = (0.0, "")
    largest = 0
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="papersearch-spoilt-") as folder:
        made = make(Path(folder), number, seed, most_bytes)
        options = ReadOptions(ocr=False)
        with Guard(measured, LIMITS, workers, options=options) as guard:
            for path, result in guard.map(made):
                wrong = None
                if not isinstance(result, ReadError):
                    most, seconds, result = result
                    largest = max(largest, most)
                    slowest = max(slowest, (round(seconds, 2), Path(path).name))
                    if seconds > MOST_CPU:
                        wrong = f"{Path(path).name}: {seconds:.0f} s of the processor's time"
                ends[result.code if isinstance(result, ReadError) else "read"] += 1
                wrong = wrong or trouble_with(path, result)
                if wrong:
                    trouble.append(f"{made[path]}: {wrong}")
                    if keep is not None:
                        keep.mkdir(exist_ok=True)
                        (keep / Path(path).name).write_bytes(Path(path).read_bytes())
    return {
        "number": number, "seed": seed, "kinds": dict(Counter(made.values())), "ends": dict(ends),
        "seconds": round(time.monotonic() - started), "slowest_cpu": slowest,
        "largest_child_mb": largest // 1024,
        "trouble": trouble,
    }  # fmt: skip


def main() -> None:
    """Print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--most-bytes", type=int, default=10**9)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="Keep files with trouble in this folder.")
    given = parser.parse_args()
    # By its module's name: children cannot find a function of a program's own "__main__".
    from tests.hostile import mutations

    found = mutations.survey(given.number, given.seed, given.most_bytes, given.workers, given.keep)
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main()
