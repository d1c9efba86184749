"""Whole reading (words, layout, tables; OCR off) beside pdfplumber's ``extract_text`` in one run.

    python benchmarks/reading.py [FOLDER] [--files N] [--most PAGES]

Both read the same pages of the same files on one core, file by file in turn,
by the processor's time, so that a busy machine slows both alike. FOLDER is
``../shared/data/boards`` by default; of each file only as many pages as
``--most`` are read by both (a longer file is passed over). Memory is measured
on the longest file, in a process of its own. Only the ratio is worth quoting.
"""

from __future__ import annotations

import argparse
import logging
import random
import resource
import subprocess
import sys
import time
import warnings
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="../shared/data/boards", type=Path)
    parser.add_argument("--files", type=int, default=40, help="how many files, drawn by chance")
    parser.add_argument("--most", type=int, default=40, help="longer files are passed over")
    parser.add_argument("--memory-of", help=argparse.SUPPRESS)
    args = parser.parse_args()
    for name in ("pdfminer", "pypdfium2"):
        logging.getLogger(name).setLevel(logging.ERROR)
    warnings.simplefilter("ignore")
    if args.memory_of:
        whole_reading(Path(args.memory_of))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return 0
    counts = {path: page_count(path) for path in sorted(args.folder.rglob("*.pdf"))}
    if not counts:
        print(f"no PDFs in {args.folder}", file=sys.stderr)
        return 1
    short = [path for path, count in counts.items() if 0 < count <= args.most]
    chosen = random.Random(2026).sample(short, min(args.files, len(short)))
    whole_reading(chosen[0])  # imports are paid once, before the time is taken
    extract_text(chosen[0])
    ours = theirs = 0.0
    pages = tables = 0
    for path in chosen:
        start = time.process_time()
        read, with_tables = whole_reading(path)
        middle = time.process_time()
        extract_text(path)
        ours, theirs = ours + middle - start, theirs + time.process_time() - middle
        pages, tables = pages + read, tables + with_tables
    print(f"{len(chosen)} files, {pages} pages, {tables} of them with tables")
    print(f"papersearch, whole reading     {pages / ours:7.1f} pages/s of the processor")
    print(f"pdfplumber, extract_text only  {pages / theirs:7.1f} pages/s of the processor")
    print(f"ratio                          {theirs / ours:7.1f}")
    longest = max(counts, key=lambda path: counts[path])
    command = [sys.executable, __file__, "--memory-of", str(longest)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    print(f"peak memory on the longest file ({counts[longest]} pages)  {done.stdout.strip()} MB")
    return 0


def page_count(path: Path) -> int:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as pdf:
            return len(pdf)
    except pypdfium2.PdfiumError:
        return 0


def whole_reading(path: Path) -> tuple[int, int]:
    from papersearch.reading import ReadOptions, read_document

    document = read_document(path, ReadOptions(ocr=False))
    return len(document.pages), sum("tables" in page.way for page in document.pages)


def extract_text(path: Path) -> int:
    import pdfplumber

    letters = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            letters += len(page.extract_text() or "")
            page.close()
    return letters


if __name__ == "__main__":
    raise SystemExit(main())
