"""Documents that the tests of this folder make, by name; they are read together, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import papersearch as ps
from papersearch.reading import ReadOptions
from papersearch.record import Citation, Failure, Paper, Risk

Maker = Callable[[], bytes]
MAKERS: dict[str, Maker] = {}


def document(name: str) -> Callable[[Maker], Maker]:
    """Register a function that makes the bytes of the file *name*."""

    def keep(maker: Maker) -> Maker:
        assert name not in MAKERS, f"{name} is made twice"
        MAKERS[name] = maker
        return maker

    return keep


def text_document(name: str, text: str) -> None:
    """Register a plain text, as another tool left it."""
    document(name)(lambda: text.encode("utf-8"))


class Shelf:
    """The records of every document that was made."""

    def __init__(self, folder: Path) -> None:
        paths = []
        for name, maker in MAKERS.items():
            path = folder / name
            path.write_bytes(maker())
            paths.append(path)
        self._found: Mapping[str, list[Paper | Failure]] = {name: [] for name in MAKERS}
        for record in ps.read_many(paths, ReadOptions(ocr=False)):
            self._found[Path(record.source.file).name].append(record)

    def all(self, name: str) -> list[Paper]:
        """Return the records of a document that could be read."""
        found = self._found[name]
        assert found, f"{name} gave no record"
        return [record for record in found if isinstance(record, Paper)]

    def one(self, name: str) -> Paper:
        """Return the only record of a document."""
        (record,) = self.all(name)
        return record

    def failure(self, name: str) -> Failure:
        """Return what came in place of a document that cannot be read."""
        (record,) = self._found[name]
        assert isinstance(record, Failure)
        return record


def risks_of(paper: Paper) -> list[tuple[str | None, str | None, tuple[str, ...], str | None]]:
    """Return both names, the levels and the direction of each risk."""
    return [(r.level1, r.level2, r.appetite.levels, r.impact.direction) for r in paper.risks]


def levels_of(paper: Paper) -> dict[str | None, tuple[str, ...]]:
    """Return each risk's levels by its first name."""
    return {risk.level1: risk.appetite.levels for risk in paper.risks}


def risk_of(paper: Paper, level1: str) -> Risk:
    """Return the only risk of that name."""
    (risk,) = [risk for risk in paper.risks if risk.level1 == level1]
    return risk


def claims_of(paper: Paper) -> list[tuple[str, str | None]]:
    """Return what is cited, and for what."""
    return [(c.canonical, c.scope) for c in paper.foi.citations]


def citation_of(paper: Paper, canonical: str) -> Citation:
    """Return the only citation of a provision."""
    (citation,) = [c for c in paper.foi.citations if c.canonical == canonical]
    return citation


def others_of(paper: Paper) -> list[str]:
    """Return the references that are no claims."""
    return [other.text for other in paper.foi.other_references]


def codes_of(paper: Paper) -> list[tuple[str, int | None]]:
    """Return code and page of each warning."""
    return [(warning.code, warning.page) for warning in paper.warnings]
