"""How right the records of a corpus are, against its truth: precision, recall and F1.

    python benchmarks/understanding.py [--misses] [--only risks] [--records FILE] [--corpus FOLDER]

Every file that the truth names is read as ``papersearch read`` reads it. A
paper that was read and one of the truth are the same paper where they begin on
the same page of the same file. Of each the items are compared as a bag: an
item is right if the truth holds one with the same key, and each item of the
truth answers for one.

A component is measured on several *facets*. ``risks`` compares names (level 1
and level 2) only; ``risks.levels`` compares the name with the levels, so that
a risk that was missed is missed in every facet. Facets of what is often empty
(``risks.impact``, ``commitments.due``) count only items where it is not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "corpus"
ALL = "all"
Key = tuple[Any, ...]
Facet = Callable[[dict[str, Any]], Iterator[Key]]


def fold(value: Any) -> Any:
    """Return text in lower case with one kind of quote, one kind of dash and one kind of space."""
    if not isinstance(value, str):
        return value
    for odd, plain in (("\u2019", "'"), ("\u2018", "'"), ("\u2013", "-"), ("\u00ad", "")):
        value = value.replace(odd, plain)
    return " ".join(value.lower().split()).rstrip(" .;,:")


def risk(item: dict[str, Any]) -> Key:
    return fold(item["level1"]), fold(item["level2"])


def of_risk(*path: str, empty: bool = False) -> Facet:
    """Return the facet of a risk's name with the value at *path*."""

    def facet(paper: dict[str, Any]) -> Iterator[Key]:
        for item in paper["risks"]:
            value = item
            for key in path:
                value = value[key]
            if empty or value not in (None, []):
                yield *risk(item), tuple(value) if isinstance(value, list) else fold(value)

    return facet


def ticks(paper: dict[str, Any]) -> Iterator[Key]:
    for item in paper["risks"]:
        yield *risk(item), item["level1_ticked"], item["level2_ticked"]


def score(*fields: str) -> Facet:
    def facet(paper: dict[str, Any]) -> Iterator[Key]:
        for item in paper["risk_scores"]:
            yield tuple(fold(item[name]) for name in fields)

    return facet


def of_commitment(read: Callable[[dict[str, Any]], Any], empty: bool = False) -> Facet:
    """Return the facet of a commitment's text with what *read* takes from it."""

    def facet(paper: dict[str, Any]) -> Iterator[Key]:
        for item in paper["commitments"]:
            value = read(item)
            if empty or value is not None:
                yield fold(item["text"]), value

    return facet


def target(item: dict[str, Any]) -> Key | None:
    found = item["target"]
    return None if found is None else (found["direction"], found["value"], fold(found["unit"]))


def metric(item: dict[str, Any]) -> str | None:
    return None if item["target"] is None else fold(item["target"]["metric"])


def due(item: dict[str, Any]) -> str | None:
    return None if item["due"] is None else item["due"]["to"] or fold(item["due"]["raw"])


def of_citation(*fields: str) -> Facet:
    def facet(paper: dict[str, Any]) -> Iterator[Key]:
        for item in paper["foi"]["citations"]:
            if fields == () or item[fields[0]] is not None:
                yield item["canonical"], *(fold(item[name]) for name in fields)

    return facet


def advisories(paper: dict[str, Any]) -> Iterator[Key]:
    for item in paper["foi"]["citations"]:
        for advisory in item["advisories"]:
            yield item["canonical"], advisory


def others(paper: dict[str, Any]) -> Iterator[Key]:
    for item in paper["foi"]["other_references"]:
        yield (fold(item["text"]),)


def status(paper: dict[str, Any]) -> Iterator[Key]:
    yield (paper["foi"]["status"],)


def cover(*path: str) -> Facet:
    """Return the facet of one cover field, where it is filled."""

    def facet(paper: dict[str, Any]) -> Iterator[Key]:
        value: Any = paper
        for key in path:
            value = value[key]
        if value not in (None, []):
            yield (fold(value),)

    return facet


def purposes(paper: dict[str, Any]) -> Iterator[Key]:
    for word in paper["purpose"]:
        yield (fold(word),)


def people(field_name: str) -> Facet:
    def facet(paper: dict[str, Any]) -> Iterator[Key]:
        for person in paper[field_name]:
            yield fold(person["name"]), fold(person["role"])

    return facet


def sections(paper: dict[str, Any]) -> Iterator[Key]:
    for section in paper["sections"]:
        yield section["number"], fold(section["heading"]), section["page"]


FACETS: dict[str, Facet] = {
    "risks": lambda paper: (risk(item) for item in paper["risks"]),
    "risks.levels": of_risk("appetite", "levels", empty=True),
    "risks.raw": of_risk("appetite", "raw", empty=True),
    "risks.status": of_risk("appetite", "status"),
    "risks.towards": of_risk("appetite", "towards"),
    "risks.reference": of_risk("reference"),
    "risks.statement": of_risk("statement"),
    "risks.ticks": ticks,
    "risks.impact": of_risk("impact", "direction"),
    "scores": score("name", "kind", "likelihood", "consequence", "score"),
    "scores.plain": score("name", "kind", "score"),
    "scores.sums": score("kind", "likelihood", "consequence", "score"),
    "commitments": of_commitment(lambda _: None, empty=True),
    "commitments.kind": of_commitment(lambda item: item["kind"]),
    "commitments.ticked": of_commitment(lambda item: item["ticked"]),
    "commitments.year": of_commitment(lambda item: item["financial_year"]),
    "commitments.target": of_commitment(target),
    "commitments.metric": of_commitment(metric),
    "commitments.due": of_commitment(due),
    "commitments.owner": of_commitment(lambda item: fold(item["owner"])),
    "commitments.status": of_commitment(lambda item: fold(item["status"])),
    "exemptions": of_citation(),
    "exemptions.scope": of_citation("scope"),
    "exemptions.rationale": of_citation("rationale"),
    "exemptions.absolute": of_citation("absolute"),
    "exemptions.advisories": advisories,
    "exemptions.published": of_citation("publication_date"),
    "exemptions.others": others,
    "exemptions.status": status,
    "cover.title": cover("title"),
    "cover.organisation": cover("organisation"),
    "cover.agenda_item": cover("agenda_item"),
    "cover.body": cover("meeting", "body"),
    "cover.meeting": cover("meeting", "date"),
    "cover.purpose": purposes,
    "cover.authors": people("authors"),
    "cover.presented_by": people("presented_by"),
    "cover.date": cover("date"),
    "cover.year": cover("financial_year"),
    "cover.recommendation": cover("recommendation"),
    "cover.sections": sections,
}
"""What is compared, by name: ``component`` or ``component.field``."""


@dataclass
class Count:
    """What was right, found and expected in one facet, and what was not."""

    right: int = 0
    found: int = 0
    expected: int = 0
    missed: list[tuple[str, Key]] = field(default_factory=list)
    false: list[tuple[str, Key]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was expected that was found; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, name: str, found: Iterable[Key], expected: Iterable[Key]) -> None:
        """Count the items of one paper."""
        have, want = Counter(found), Counter(expected)
        self.right += (have & want).total()
        self.found += have.total()
        self.expected += want.total()
        self.missed += [(name, key) for key in (want - have).elements()]
        self.false += [(name, key) for key in (have - want).elements()]


def read_truth(corpus: Path) -> list[dict[str, Any]]:
    """Return the truth of *corpus*, one dictionary a paper."""
    lines = (corpus / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read_records(corpus: Path, files: Iterable[str]) -> list[dict[str, Any]]:
    """Return the records of *files* of *corpus*, as ``papersearch read --json`` prints them."""
    import papersearch as ps
    from papersearch.record import to_json

    records = [json.loads(to_json(one)) for one in ps.read_many(corpus / name for name in files)]
    for record in records:
        record["source"]["file"] = Path(record["source"]["file"]).relative_to(corpus).as_posix()
    return records


def compare(
    records: Iterable[dict[str, Any]], truth: Iterable[dict[str, Any]]
) -> dict[str, dict[str, Count]]:
    """Return the counts by organisation (the first folder, and ``all``) and facet.

    ``papers`` counts papers: read and true ones that begin on the same page.
    Failures among *records* are papers of which nothing was found.
    """
    counts: dict[str, dict[str, Count]] = defaultdict(lambda: defaultdict(Count))
    read = {_place(record): record for record in records if "error" not in record}
    true = {_place(paper): paper for paper in truth}
    for place in sorted(read.keys() | true.keys()):
        have, want = read.get(place), true.get(place)
        name = f"{place[0]} p{place[1]}"
        folders = place[0].split("/")[:-1]
        for group in (ALL, *folders[:1]):
            counts[group]["papers"].add(name, [place] if have else [], [place] if want else [])
            for facet, keys in FACETS.items():
                if facet == "cover.sections" and want is not None and "sections" not in want:
                    continue
                counts[group][facet].add(
                    name, keys(have) if have else (), keys(want) if want else ()
                )
    return {group: dict(facets) for group, facets in counts.items()}


def _place(paper: dict[str, Any]) -> tuple[str, int]:
    return paper["source"]["file"], (paper["source"].get("pages") or [1])[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--records", type=Path, help="what `papersearch read --json` printed")
    parser.add_argument("--only", default="", help="facets that begin so")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what false")
    args = parser.parse_args()
    truth = read_truth(args.corpus)
    if args.records:
        lines = args.records.read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines]
    else:
        records = read_records(args.corpus, sorted({p["source"]["file"] for p in truth}))
    counts = compare(records, truth)
    groups = [ALL, *sorted(counts.keys() - {ALL})]
    width = max(len(name) for name in FACETS) + 1
    print(" " * width + "".join(f"{group:>25}" for group in groups))
    print(" " * width + "".join(f"{'P     R    F1    n':>25}" for _ in groups))
    for facet in ("papers", *FACETS):
        if not facet.startswith(args.only):
            continue
        print(
            f"{facet:{width}}"
            + "".join(_cells(counts[group].get(facet, Count())) for group in groups)
        )
    if args.misses:
        for facet in ("papers", *FACETS):
            if facet.startswith(args.only):
                _print_misses(facet, counts[ALL].get(facet, Count()))
    return 0


def _cells(count: Count) -> str:
    shares = f"{count.precision:6.3f}{count.recall:6.3f}{count.f1:6.3f}"
    return f"  {shares}{count.expected:5d}"


def _print_misses(facet: str, count: Count) -> None:
    for title, items in (("missed", count.missed), ("false", count.false)):
        if items:
            print(f"\n{facet}: {title} {len(items)}")
            for name, key in items:
                print(f"  {name}: {' | '.join(str(part) for part in key)}"[:240])


if __name__ == "__main__":
    raise SystemExit(main())
