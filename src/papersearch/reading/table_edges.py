"""Lines that a grid lacks at its sides, and at the foot or head of a page that cuts it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

JOIN = 4
"""Points by which the ends of two lines that meet may miss each other."""
_LEAST_OPEN = 3
"""Level lines that end on one x from which they are the rows of a table open to that side."""
_LEAST_ENDS = 3
"""Upright lines that end on one y from which they are the columns of a row that goes on."""
_LEAST_WHOLE = 3
"""Level lines from one side to the other of a table that has them between its rows."""
_NEAR_END = 0.8
"""Share of the page's height from which its foot cuts a table."""
_LEAST_ROW = 8.0
"""Points that the columns of a broken row run on beyond the last level line."""


def open_sides(edges: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the upright edges that a grid lacks where its level lines run on beyond it.

    Many papers draw no line down the left and right side of a table.
    """
    level = sorted((e for e in edges if e["orientation"] == "h"), key=lambda e: float(e["top"]))
    upright = [e for e in edges if e["orientation"] == "v"]
    if not upright:
        return []
    out = []
    for side in ("x0", "x1"):
        ends: dict[int, list[dict[str, Any]]] = {}
        for edge in level:
            ends.setdefault(round(edge[side] / 4), []).append(edge)
        for group in ends.values():
            x, top, bottom = group[0][side], group[0]["top"], group[-1]["bottom"]
            if len(group) < _LEAST_OPEN or any(
                abs(u["x0"] - x) < JOIN and u["bottom"] > top + 2 and u["top"] < bottom - 2
                for u in upright
            ):
                continue
            crossed = any(
                u["top"] < bottom - 4 and u["bottom"] > top + 4
                and group[0]["x0"] - 2 < u["x0"] < group[0]["x1"] + 2 for u in upright
            )  # fmt: skip
            if crossed:
                out.append(
                    {
                        **upright[0], "x0": x, "x1": x, "top": top, "bottom": bottom,
                        "height": bottom - top, "doctop": top,
                    }
                )  # fmt: skip
    return out


def open_ends(edges: Sequence[dict[str, Any]], height: float) -> list[dict[str, Any]]:
    """Return the level edges that close a row which the page's foot or head has cut.

    Its upright lines run on together beyond the last level line, and end without one
    near the end of the page, which is *height* points high.
    """
    level = [e for e in edges if e["orientation"] == "h"]
    upright = [e for e in edges if e["orientation"] == "v"]
    if len(upright) < _LEAST_ENDS or len(level) < 2:
        return []
    out = []
    for end, sign in (("bottom", 1), ("top", -1)):
        groups: dict[int, list[dict[str, Any]]] = {}
        for edge in upright:
            groups.setdefault(round(edge[end] / 4), []).append(edge)
        for group in groups.values():
            left, right = min(e["x0"] for e in group), max(e["x0"] for e in group)
            if len({round(e["x0"]) for e in group}) < _LEAST_ENDS:
                continue
            y = group[0][end]
            if (y if sign > 0 else height - y) < _NEAR_END * height or any(
                sign * (e[end] - y) > JOIN and e["x0"] < right + 2 and e["x1"] > left - 2
                for e in edges
            ):
                continue
            whole = [e["top"] for e in level if e["x0"] < left + JOIN and e["x1"] > right - JOIN]
            if len(whole) < _LEAST_WHOLE:
                continue  # no lines between its rows: boxes round groups of columns
            across = [
                top for top in whole
                if all(u["top"] - 2 <= top <= u["bottom"] + 2 for u in group)
            ]  # fmt: skip
            near = any(
                abs(e["top"] - y) < _LEAST_ROW and e["x0"] < right and e["x1"] > left for e in level
            )
            if not near and across and min(abs(y - top) for top in across) > _LEAST_ROW and all(
                sign * (y - top) > 0 for top in across
            ):  # fmt: skip
                out.append(
                    {
                        **level[0], "x0": left, "x1": right, "top": y, "bottom": y,
                        "width": right - left, "doctop": y,
                    }
                )  # fmt: skip
    return out
