"""Whose a paper is that does not say so itself: the body that its surroundings name.

A paper torn out of its pack, or one whose only name is a picture of a logo, would
otherwise stand as a body of its own and split every history. The record is left
as it is; an answer says which papers were counted with which body, and why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from papersearch.desks.common import body_key, words_key
from papersearch.record import Paper, Struct

if TYPE_CHECKING:
    from papersearch.archive import Archive, Filters

LEAST_IN_FOLDER = 3
"""Named papers in a folder, all of one body, from which the unnamed one is that body's too."""
LEAST_ITEMS = 2
"""Items of a yearly list, word for word one body's, from which the list is that body's."""


class Assumed(Struct, frozen=True, kw_only=True):
    """A paper that names no organisation, and the one it was counted with."""

    paper_id: str
    file: str
    organisation: str
    why: str


class Held(Struct, frozen=True, kw_only=True):
    """The papers that fit some filters, each with its body, named or assumed."""

    papers: tuple[Paper, ...]
    assumed: tuple[Assumed, ...] = ()
    """Those of *papers* whose body is assumed."""


def held(archive: Archive, filters: Filters | None = None) -> Held:
    """Return the papers that fit *filters*, by date, the unnamed ones with their assumed body."""
    wanted = (filters.organisation or "").lower().split() if filters else []
    if filters is not None and wanted:
        filters = msgspec.structs.replace(filters, organisation=None)
    guesses = assumed_bodies(archive)
    papers = []
    for paper in archive.records(filters):
        guess = guesses.get(paper.id)
        if guess is not None:
            paper = msgspec.structs.replace(paper, organisation=guess.organisation)
        name = (paper.organisation or "").lower()
        if all(word in name for word in wanted):
            papers.append(paper)
    return Held(
        papers=tuple(papers), assumed=tuple(guesses[p.id] for p in papers if p.id in guesses)
    )


def assumed_bodies(archive: Archive) -> dict[str, Assumed]:
    """Return the body of each paper that names none, where its surroundings tell, by paper id.

    In this order: its pack, the archive's only body, its folder, and a yearly
    list that is word for word one body's.
    """
    rows = archive.connection.execute(
        "SELECT p.paper_id, p.organisation, f.path, f.id FROM papers p "
        "JOIN files f ON f.id = p.file ORDER BY p.id"
    ).fetchall()
    unnamed = [(paper, path, file) for paper, name, path, file in rows if not name]
    if not unnamed or len(unnamed) == len(rows):
        return {}
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    packs: defaultdict[int, set[str]] = defaultdict(set)
    folders: defaultdict[PurePosixPath, Counter[str]] = defaultdict(Counter)
    for _, name, path, file in rows:
        if not name:
            continue
        key = body_key(name)
        spellings[key][name] += 1
        packs[file].add(key)
        for folder in PurePosixPath(path).parents[:-1]:
            folders[folder][key] += 1
    out: dict[str, Assumed] = {}
    left = []
    for paper, path, file in unnamed:
        found = _by_place(path, packs[file], folders, set(spellings))
        if found is None:
            left.append((paper, path))
            continue
        name = _spelt(spellings[found[0]])
        out[paper] = Assumed(paper_id=paper, file=path, organisation=name, why=found[1])
    if left:
        out |= _by_list(archive, left, spellings)
    return out


def _spelt(names: Counter[str]) -> str:
    """Return the most common spelling of a name, one in capitals only where there is no other."""
    return min(names, key=lambda name: (name.isupper(), -names[name], name))


def _by_place(
    path: str,
    pack: set[str],
    folders: dict[PurePosixPath, Counter[str]],
    bodies: set[str],
) -> tuple[str, str] | None:
    if len(pack) == 1:
        return next(iter(pack)), "the other papers of its pack are that body's"
    if len(bodies) == 1:
        return next(iter(bodies)), "the archive names no other body"
    for folder in PurePosixPath(path).parents[:-1]:
        named = folders.get(folder, Counter())
        if named.total() >= LEAST_IN_FOLDER:
            if len(named) == 1:
                return next(iter(named)), "all others in its folder are that body's"
            return None
    return None


def _by_list(
    archive: Archive, left: list[tuple[str, str]], spellings: dict[str, Counter[str]]
) -> dict[str, Assumed]:
    texts: defaultdict[str, set[str]] = defaultdict(set)
    mine: dict[str, set[str]] = {}
    paths = dict(left)
    for paper in archive.records():
        items = {words_key(c.text) for c in paper.commitments if c.kind == "annual"}
        if paper.id in paths:
            mine[paper.id] = items
        elif paper.organisation:
            texts[body_key(paper.organisation)] |= items
    out = {}
    for paper_id, items in mine.items():
        fitting = [body for body, held in texts.items() if items <= held]
        if len(items) >= LEAST_ITEMS and len(fitting) == 1:
            name = _spelt(spellings[fitting[0]])
            out[paper_id] = Assumed(
                paper_id=paper_id, file=paths[paper_id], organisation=name,
                why="its list is word for word that body's",
            )  # fmt: skip
    return out
