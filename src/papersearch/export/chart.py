"""Charts as SVG: levels of an appetite over time, drawn from plain data, the same every time.

Nothing is told by colour alone: a change is a diamond and has its words and day
beside it, levels have their names, and each chart says in words what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from papersearch.export.sheet import clean
from papersearch.record import Struct

WIDTH = 720
_LEFT, _RIGHT, _TOP, _BOTTOM = 118, 26, 46, 34
_ROW = 26
_MOST_YEARS = 16

_STYLE = """
.c{font:13px system-ui,"Segoe UI",Arial,sans-serif;color:#1b1b1b}
.c text{fill:currentColor}.c .n{font-weight:600;font-size:14px}
.c .g{stroke:currentColor;stroke-opacity:.22}.c .y{font-size:12px}
.c .l{fill:none;stroke:#1257a8;stroke-width:2.5}.c .p{fill:#1257a8}
.c .d{fill:#8a2a00}.c .r{fill:#1257a8;fill-opacity:.35}
@media (prefers-color-scheme:dark){.c{color:#ececec}.c .l{stroke:#8ab8f5}
.c .p,.c .r{fill:#8ab8f5}.c .d{fill:#ffb38a}}
@media print{.c{color:#000}.c .l{stroke:#1257a8}.c .p,.c .r{fill:#1257a8}.c .d{fill:#8a2a00}}
""".strip().replace("\n", "")


class Mark(Struct, frozen=True, kw_only=True):
    """What one paper states: ISO day, lowest and highest rank (1 the lowest), its words."""

    day: str
    low: int
    high: int
    words: str
    changed: bool = False


class Panel(Struct, frozen=True, kw_only=True):
    """One risk on one scale; *levels* low to high, *marks* by date."""

    name: str
    scale: str
    levels: tuple[str, ...]
    marks: tuple[Mark, ...]


class Chart(Struct, frozen=True, kw_only=True):
    """Panels over one span of time."""

    title: str
    panels: tuple[Panel, ...]


def svg(chart: Chart, number: int = 1) -> str:
    """Return *chart* as one SVG element; *number* keeps its ids apart from other charts'."""
    days = [_ordinal(mark.day) for panel in chart.panels for mark in panel.marks]
    first, last = min(days, default=0), max(days, default=1)
    parts: list[str] = []
    top = 0
    for panel in chart.panels:
        parts += _panel(panel, first, max(last, first + 1), top)
        top += _height(panel)
    name, told = f"chart{number}-title", f"chart{number}-text"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="c" role="img" viewBox="0 0 {WIDTH} {top}" '
        f'width="{WIDTH}" height="{top}" aria-labelledby="{name} {told}">'
        f'<title id="{name}">{_text(chart.title)}</title>'
        f'<desc id="{told}">{_text(in_words(chart))}</desc>'
        f"<style>{_STYLE}</style>{''.join(parts)}</svg>"
    )


def document(chart: Chart) -> str:
    """Return *chart* as the text of an SVG file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg(chart)}\n'


def in_words(chart: Chart) -> str:
    """Return what *chart* shows, for those who do not see it."""
    told = []
    for panel in chart.panels:
        steps = [
            f"{_level(panel, mark)} from {mark.day}"
            for number, mark in enumerate(panel.marks)
            if number == 0 or _level(panel, mark) != _level(panel, panel.marks[number - 1])
        ]
        told.append(f"{panel.name}, on {panel.scale}: {', then '.join(steps)}.")
    return " ".join(told)


def _level(panel: Panel, mark: Mark) -> str:
    names = dict.fromkeys(panel.levels[place - 1] for place in (mark.low, mark.high))
    return " to ".join(names)


def _height(panel: Panel) -> int:
    return _TOP + _ROW * len(panel.levels) + _BOTTOM


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _text(words: str) -> str:
    return escape(" ".join(clean(words).split()), quote=False)


def _panel(panel: Panel, first: int, last: int, top: int) -> list[str]:
    def across(day: str) -> float:
        span = WIDTH - _LEFT - _RIGHT
        return round(_LEFT + span * (_ordinal(day) - first) / (last - first), 1)

    def down(place: float) -> float:
        return round(top + _TOP + _ROW * (len(panel.levels) - place + 0.5), 1)

    foot = top + _TOP + _ROW * len(panel.levels)
    out = [
        f'<text class="n" x="0" y="{top + 18}">{_text(panel.name)}</text>',
        f'<text class="y" x="0" y="{top + 35}">scale: {_text(panel.scale)}</text>',
    ]
    for place, level in enumerate(panel.levels, 1):
        y = down(place)
        out.append(f'<line class="g" x1="{_LEFT}" y1="{y}" x2="{WIDTH - _RIGHT}" y2="{y}"/>')
        out.append(f'<text x="{_LEFT - 10}" y="{y + 4.5}" text-anchor="end">{_text(level)}</text>')
    for year in _years(first, last):
        x = across(f"{year}-01-01")
        out.append(f'<line class="g" x1="{x}" y1="{top + _TOP}" x2="{x}" y2="{foot}"/>')
        out.append(f'<text class="y" x="{x}" y="{foot + 16}" text-anchor="middle">{year}</text>')
    out += _line(panel.marks, across, down)
    for number, mark in enumerate(panel.marks):
        before = panel.marks[number - 1] if number else None
        out += _mark(panel, mark, before, across, down)
    return out


def _years(first: int, last: int) -> Sequence[int]:
    from_, to = date.fromordinal(first).year + 1, date.fromordinal(last).year
    step = max(1, -(-(to - from_ + 1) // _MOST_YEARS))
    return range(from_, to + 1, step)


def _line(marks: Sequence[Mark], across: object, down: object) -> list[str]:
    """Return the line that holds each level until the next paper."""
    points: list[str] = []
    height: float | None = None
    for mark in marks:
        x, y = across(mark.day), down((mark.low + mark.high) / 2)  # type: ignore[operator]
        if height is not None and y != height:
            points.append(f"{x},{height}")
        points.append(f"{x},{y}")
        height = y
    return [f'<polyline class="l" points="{" ".join(points)}"/>'] if len(marks) > 1 else []


def _mark(panel: Panel, mark: Mark, before: Mark | None, across: object, down: object) -> list[str]:
    x, y = across(mark.day), down((mark.low + mark.high) / 2)  # type: ignore[operator]
    tip = f"<title>{_text(mark.day)}: {_text(mark.words)}</title>"
    out = []
    if mark.low != mark.high:
        high, low = down(mark.high), down(mark.low)  # type: ignore[operator]
        out.append(
            f'<rect class="r" x="{x - 5}" y="{high}" width="10" height="{round(low - high, 1)}"/>'
        )
    moved = before is not None and (before.low, before.high) != (mark.low, mark.high)
    if not (mark.changed and moved):
        return [*out, f'<circle class="p" cx="{x}" cy="{y}" r="4">{tip}</circle>']
    corners = f"{x},{y - 7} {x + 7},{y} {x},{y + 7} {x - 7},{y}"
    out.append(f'<polygon class="d" points="{corners}">{tip}</polygon>')
    side, gap = ("end", -11) if x > WIDTH * 0.72 else ("start", 11)
    words = f"{_level(panel, mark)}, {mark.day}"
    out.append(
        f'<text class="y" x="{x + gap}" y="{y - 8}" text-anchor="{side}">{_text(words)}</text>'
    )
    return out
