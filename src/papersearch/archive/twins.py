"""When two papers are one paper met twice: public and committee pack, v1 and v2."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np

from papersearch.dates import parse_iso
from papersearch.papers.identity import LEAST_SAME, similarity

MOST_DAYS_APART = 120
"""The same form filled in a year later is another paper, however alike its words."""

MOST_IN_A_BUCKET = 50
"""Papers that share a band beyond this number share a form, not their words."""


def are_twins(
    first: Sequence[int], second: Sequence[int], first_day: str | None, second_day: str | None
) -> bool:
    """Return whether two papers' minhashes and days say that they are one paper."""
    return similarity(first, second) >= LEAST_SAME and close_in_time(first_day, second_day)


def close_in_time(first: str | None, second: str | None) -> bool:
    """Return whether two ISO days are near each other; an unknown day is near any."""
    a, b = parse_iso(first), parse_iso(second)
    return a is None or b is None or abs((a - b).days) <= MOST_DAYS_APART


def link_twins(connection: sqlite3.Connection) -> None:
    """Link papers that are one paper met twice: nearly the same words, meetings close in time."""
    connection.execute("DELETE FROM twins")
    rows = connection.execute(
        "SELECT id, fingerprint, day FROM papers WHERE length(fingerprint) > 0 ORDER BY id"
    ).fetchall()
    if len(rows) < 2:
        return
    prints = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.uint32).reshape(len(rows), -1)
    buckets: dict[tuple[int, bytes], list[int]] = {}
    for band in range(0, prints.shape[1], 4):
        # Bands of four: papers that share seven tenths of their words meet in one nearly surely.
        for position in range(len(rows)):
            key = (band, prints[position, band : band + 4].tobytes())
            buckets.setdefault(key, []).append(position)
    seen: set[tuple[int, int]] = set()
    for members in buckets.values():
        if len(members) > MOST_IN_A_BUCKET:
            continue
        for i, first in enumerate(members):
            for second in members[i + 1 :]:
                if (first, second) in seen:
                    continue
                seen.add((first, second))
                share = float((prints[first] == prints[second]).mean())
                if share >= LEAST_SAME and close_in_time(rows[first][2], rows[second][2]):
                    a, b = rows[first][0], rows[second][0]
                    connection.executemany(
                        "INSERT OR IGNORE INTO twins VALUES (?, ?)", [(a, b), (b, a)]
                    )
