"""Tables read from the ICDAR 2013 competition's PDFs, beside pdfplumber and camelot in one run.

    python benchmarks/tables.py [FOLDER] [--files N] [--without camelot] [--each]

FOLDER (by default ``../shared/data/tables``) holds ``NAME.pdf`` and
``NAME-str.xml``. Measured is cell adjacency as in the competition (Göbel et
al., ICDAR 2013): each cell with words is paired with its nearest neighbour to
the right and below, blank cells passed over; a pair is right where the truth
has the same two texts in the same direction. Texts are compared by their
letters and digits. Regions are not given: a table that is not found costs
recall, a table that is none costs precision. Of camelot's flavours the one
that does best over the whole folder is named.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from lxml import etree

Relation = tuple[str, str, str]
Grid = list[list[int | None]]
FLAVOURS = ("lattice", "stream", "network", "hybrid")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="../shared/data/tables", type=Path)
    parser.add_argument("--files", type=int, default=None)
    parser.add_argument("--without", action="append", default=[], choices=["camelot", "pdfplumber"])
    parser.add_argument("--each", action="store_true", help="print the figures of each file")
    args = parser.parse_args()
    files = sorted(args.folder.glob("*.pdf"))[: args.files]
    if not files:
        print(f"no PDFs in {args.folder}", file=sys.stderr)
        return 1
    for name in ("pdfminer", "camelot", "pypdfium2"):
        logging.getLogger(name).setLevel(logging.ERROR)
    warnings.simplefilter("ignore")
    readers: dict[str, Callable[[Path], Counter[Relation]]] = {"papersearch": by_papersearch}
    if "pdfplumber" not in args.without:
        readers["pdfplumber"] = by_pdfplumber
    if "camelot" not in args.without:
        for flavour in FLAVOURS:
            readers[f"camelot {flavour}"] = lambda path, f=flavour: by_camelot(path, f)
    truths = {path: truth(path.with_name(f"{path.stem}-str.xml")) for path in files}
    print(f"{len(files)} files, {sum(t.total() for t in truths.values())} true relations")
    print(f"{'':20} {'P':>6} {'R':>6} {'F1':>6}   {'mean P':>6} {'mean R':>6} {'mean F1':>7}  time")
    for name, read in readers.items():
        measure(name, read, truths, args.each)
    return 0


def measure(
    name: str,
    read: Callable[[Path], Counter[Relation]],
    truths: dict[Path, Counter[Relation]],
    each: bool,
) -> None:
    right = found = true = failed = 0
    singles = []
    start = time.perf_counter()
    for path, wanted in truths.items():
        try:
            got = read(path)
        except Exception as error:  # a peer that fails on a file is measured with nothing found
            print(f"  {name} fails on {path.name}: {type(error).__name__}", file=sys.stderr)
            got, failed = Counter(), failed + 1
        same = (got & wanted).total()
        right, found, true = right + same, found + got.total(), true + wanted.total()
        singles.append(rates(same, got.total(), wanted.total()))
        if each:
            p, r, f = singles[-1]
            print(f"    {path.name:20} {p:6.3f} {r:6.3f} {f:6.3f}  {got.total()} {wanted.total()}")
    took = time.perf_counter() - start
    means = [sum(values) / len(singles) for values in zip(*singles, strict=True)]
    p, r, f = rates(right, found, true)
    print(
        f"{name:20} {p:6.3f} {r:6.3f} {f:6.3f}   {means[0]:6.3f} {means[1]:6.3f} {means[2]:7.3f}"
        f"  {took:.1f} s" + (f"  ({failed} files failed)" if failed else "")
    )


def rates(right: int, found: int, true: int) -> tuple[float, float, float]:
    precision = right / found if found else 0.0
    recall = right / true if true else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def by_papersearch(path: Path) -> Counter[Relation]:
    from papersearch.reading import ReadOptions, read_document

    document = read_document(path, ReadOptions(ocr=False))
    out: Counter[Relation] = Counter()
    for page in document.pages:
        for block in page.blocks:
            if block.table is not None:
                cells = [
                    (c.text, c.row, c.column, c.row_span, c.column_span) for c in block.table.cells
                ]
                out += relations(cells)
    return out


def by_pdfplumber(path: Path) -> Counter[Relation]:
    import pdfplumber

    out: Counter[Relation] = Counter()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for rows in page.extract_tables():
                out += relations(plain(rows))
    return out


def by_camelot(path: Path, flavour: str) -> Counter[Relation]:
    import camelot

    out: Counter[Relation] = Counter()
    for table in camelot.read_pdf(str(path), pages="all", flavor=flavour, suppress_stdout=True):
        out += relations(plain(table.df.values.tolist()))
    return out


def plain(rows: Iterable[Iterable[Any]]) -> list[tuple[str, int, int, int, int]]:
    return [
        (str(value or ""), r, c, 1, 1) for r, row in enumerate(rows) for c, value in enumerate(row)
    ]


def truth(path: Path) -> Counter[Relation]:
    out: Counter[Relation] = Counter()
    for table in etree.parse(str(path)).iter("table"):
        cells = []
        for region in table.iter("region"):
            down = int(region.get("row-increment", 0))
            along = int(region.get("col-increment", 0))
            for cell in region.iter("cell"):
                row, column = int(cell.get("start-row")) + down, int(cell.get("start-col")) + along
                last_row = int(cell.get("end-row", row - down)) + down
                last_column = int(cell.get("end-col", column - along)) + along
                text = cell.findtext("content") or ""
                cells.append((text, row, column, last_row - row + 1, last_column - column + 1))
        out += relations(cells)
    return out


def relations(cells: Iterable[tuple[str, int, int, int, int]]) -> Counter[Relation]:
    """Return the pairs of neighbours of a table given as (text, row, column, spans)."""
    filled = [(fold(text), *place) for text, *place in cells if fold(text)]
    if not filled:
        return Counter()
    rows = max(row + down for _, row, _, down, _ in filled)
    columns = max(column + along for _, _, column, _, along in filled)
    grid: Grid = [[None] * columns for _ in range(rows)]
    for index, (_, row, column, down, along) in enumerate(filled):
        for r in range(row, row + down):
            for c in range(column, column + along):
                grid[r][c] = index
    pairs: set[tuple[int, int, str]] = set()
    for line in grid:
        pairs |= neighbours(line, "right")
    for column in range(columns):
        pairs |= neighbours([line[column] for line in grid], "below")
    return Counter((filled[a][0], filled[b][0], direction) for a, b, direction in pairs)


def neighbours(line: list[int | None], direction: str) -> set[tuple[int, int, str]]:
    known = [index for index in line if index is not None]
    return {(a, b, direction) for a, b in pairwise(known) if a != b}


def fold(text: str) -> str:
    letters = "".join(ch for ch in text.casefold() if ch.isalnum())
    return letters or "".join(text.split())


if __name__ == "__main__":
    raise SystemExit(main())
