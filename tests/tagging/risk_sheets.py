"""The made-up papers of ``risk_sheets.toml``, as items that :mod:`tests.papers.sheets` sets."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.papers.sheets import BOX, PROSE, TICK, Item

FORMATS = ("pdf", "docx", "html", "md")
Answer = dict[str, Any]
Score = tuple[str | None, str | None, int | None, int | None, int | None]
"""Name, kind, likelihood, consequence, score."""


@dataclass(frozen=True)
class Sheet:
    """A made-up paper and what must be read of it."""

    name: str
    items: tuple[Item, ...]
    risks: tuple[Answer, ...]
    scores: tuple[Score, ...]
    batch: str
    formats: tuple[str, ...]


def sheets(batch: str | None = None) -> list[Sheet]:
    """Return the sheets, of one batch or all."""
    path = Path(__file__).with_name("risk_sheets.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))["sheet"]
    found = [
        Sheet(
            sheet["name"],
            tuple(items(sheet["text"])),
            tuple(
                {key: _null(value) for key, value in risk.items()}
                for risk in sheet.get("risks", ())
            ),
            tuple(tuple(_null(part) for part in score) for score in sheet.get("scores", ())),
            sheet.get("batch", "first"),
            tuple(sheet.get("formats", FORMATS)),
        )
        for sheet in data
    ]
    return [sheet for sheet in found if batch in (None, sheet.batch)]


def _null(value: Any) -> Any:
    return None if value == "null" else value


def items(text: str) -> list[Item]:
    """Return the items of *text*, in the notation that ``risk_sheets.toml`` explains."""
    out: list[Item] = []
    rows: list[tuple[str, ...]] = []
    kind = ""

    def close() -> None:
        if rows:
            out.append((kind, tuple(rows)))
            rows.clear()

    for raw in text.strip().splitlines():
        line = raw.strip().replace("[x]", TICK).replace("[ ]", BOX)
        if line.startswith("|"):
            own = "lv" if line.startswith("|:") else "table"
            if own != kind:
                close()
            kind = own
            cells = line.removeprefix("|:").removeprefix("|").removesuffix("|").split("|")
            rows.append(tuple(_bold(cell.strip()).replace("<br>", "\n") for cell in cells))
            continue
        close()
        for sign, name in (("## ", "big"), ("# ", "h"), ("- ", "li")):
            if line.startswith(sign):
                out.append((name, line.removeprefix(sign)))
                break
        else:
            if line == "~":
                out.extend(("p", words) for words in PROSE * 4)
            elif line:
                out.append(("p", _bold(line)))
    close()
    return out


def _bold(line: str) -> str:
    parts = line.split("**")
    return "".join(f"<b>{part}</b>" if number % 2 else part for number, part in enumerate(parts))
