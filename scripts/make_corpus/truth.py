"""Makes the record of a paper from its data and the pages on which its marks fell."""

from __future__ import annotations

from typing import Any

from scripts.make_corpus.forms import direction
from scripts.make_corpus.model import Mark, Paper, Risk, bare, free

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
}
_ABSOLUTE: dict[str, bool | None] = {
    "FOIA s.21": True,
    "FOIA s.22": False,
    "FOIA s.22A": False,
    "FOIA s.31": False,
    "FOIA s.35": False,
    "FOIA s.36": None,
    "FOIA s.38": False,
    "FOIA s.40": None,
    "FOIA s.41": True,
    "FOIA s.42": False,
    "FOIA s.43": False,
    "FOIA s.25": None,
    "FOIA s.33": False,
}
_KINDS = {"p": "pledge", "x": "action", "a": "aspiration", "n": "annual"}


def record(paper: Paper, file: str, pages: dict[int, int], span: tuple[int, int]) -> dict[str, Any]:
    """Return what is certain of *paper* in the shape of the contract's record."""
    offset = span[0] - 1
    missing = [mark.text for index, mark in enumerate(paper.marks) if index not in pages]
    if missing:
        raise ValueError(f"{paper.key}: not drawn: {missing[:3]}")

    def page(index: int) -> int:
        return pages[index] + offset

    truth: dict[str, Any] = {
        "schema": "papersearch.paper/1",
        "source": {
            "file": file,
            "media_type": MEDIA[file.rsplit(".", 1)[1].lower()],
            "pages": list(span),
        },
        "title": paper.title or None,
        "organisation": paper.organisation,
        "agenda_item": paper.item,
        "meeting": {
            "body": paper.meeting,
            "date": paper.meeting_date,
            "inferred": paper.meeting_inferred,
        },
        "purpose": list(paper.purpose),
        "presented_by": [{"name": name, "role": role} for name, role in paper.presented_by],
        "authors": [{"name": name, "role": role} for name, role in paper.authors],
        "date": paper.date,
        "financial_year": paper.financial_year,
    }
    numbered = list(enumerate(paper.marks))
    if paper.sections_certain:
        truth["sections"] = [
            {"number": mark.attrs["number"], "heading": mark.text, "page": page(index)}
            for index, mark in numbered
            if mark.kind == "section"
        ]
    truth["recommendation"] = (
        bare(free(paper.used_recommendation)) if paper.used_recommendation else None
    )
    truth["commitments"] = [
        _commitment(mark, page(index)) for index, mark in numbered if mark.kind in _KINDS
    ]
    truth["risks"] = [
        _risk(mark, page(index)) for index, mark in numbered if mark.kind in ("risk", "r")
    ]
    truth["risk_scores"] = [
        score for index, mark in numbered for score in _scores(mark, page(index))
    ]
    truth["foi"] = {
        "status": paper.foi_status,
        "citations": [
            citation
            for index, mark in numbered
            if mark.kind == "c"
            for citation in _citations(mark, page(index))
        ],
        "other_references": [
            {"text": mark.text, "evidence": {"page": page(index)}}
            for index, mark in numbered
            if mark.kind == "o"
        ],
    }
    return truth


def _due(raw: str | None) -> dict[str, Any] | None:
    if not raw:
        return None
    words, _, span = raw.partition(">")
    start, dots, end = span.partition("..")
    if dots:
        return {"raw": words, "from": start or None, "to": end or None}
    return {"raw": words, "from": None, "to": start or None}


def _number(text: str) -> float | int:
    return float(text) if "." in text else int(text)


def _target(attrs: dict[str, Any]) -> dict[str, Any] | None:
    if "target" in attrs:
        return attrs["target"]
    if "v" not in attrs:
        return None
    return {
        "metric": attrs.get("m"),
        "direction": attrs.get("d"),
        "value": _number(attrs["v"]),
        "unit": attrs.get("u"),
    }


def _commitment(mark: Mark, page: int) -> dict[str, Any]:
    attrs = mark.attrs
    if attrs.get("due"):
        raw = attrs["due"].partition(">")[0]
        if raw not in mark.text and "ref" not in attrs:
            raise ValueError(f"due {raw!r} not in {mark.text!r}")
    return {
        "text": bare(mark.text),
        "kind": _KINDS[mark.kind],
        "ticked": {"yes": True, "no": False}.get(str(attrs.get("ticked")), attrs.get("ticked")),
        "financial_year": attrs.get("fy"),
        "target": _target(attrs),
        "due": _due(attrs.get("due")),
        "owner": attrs.get("owner") or attrs.get("own"),
        "status": attrs.get("st") or None,
        "evidence": {"page": page},
    }


def _risk(mark: Mark, page: int) -> dict[str, Any]:
    attrs = mark.attrs
    if mark.kind == "r":  # prose: the words of the mark are its quote
        risk = Risk(
            level1=attrs["l1"],
            level2=attrs.get("l2"),
            appetite=attrs.get("raw"),
            levels=tuple(word.strip() for word in attrs.get("lv", "").split(",") if word.strip()),
            status=attrs.get("status"),
            reference=attrs.get("ref"),
        )
    else:
        risk = attrs["risk"]
    return {
        "reference": risk.reference,
        "level1": risk.level1,
        "level1_ticked": attrs.get("ticked"),
        "level2": risk.level2,
        "level2_ticked": None,
        "statement": risk.statement,
        "appetite": {
            "raw": risk.appetite,
            "levels": list(risk.levels),
            "scale": attrs.get("scale"),
            "status": risk.status,
            "towards": attrs.get("towards"),
        },
        "impact": {"raw": risk.impact, "direction": direction(risk.impact)},
        "evidence": {"page": page, "quote": bare(mark.text)}
        if mark.kind == "r"
        else {"page": page},
    }


def _scores(mark: Mark, page: int) -> list[dict[str, Any]]:
    attrs = mark.attrs
    if mark.kind == "risk" and attrs["risk"].score:
        risk: Risk = attrs["risk"]
        assert risk.score
        likelihood, consequence = risk.score
        return [
            {
                "name": risk.level1,
                "reference": risk.reference,
                "kind": "current",
                "likelihood": likelihood,
                "consequence": consequence,
                "score": likelihood * consequence,
                "evidence": {"page": page},
            }
        ]
    if mark.kind != "s":
        return []

    def number(name: str) -> int | None:
        return int(attrs[name]) if attrs.get(name) not in (None, "") else None

    return [
        {
            "name": attrs["name"],
            "reference": attrs.get("reference"),
            "kind": attrs.get("kind"),
            "likelihood": number("l"),
            "consequence": number("c"),
            "score": number("score"),
            "evidence": {"page": page},
        }
    ]


def _citations(mark: Mark, page: int) -> list[dict[str, Any]]:
    attrs = mark.attrs
    for name in ("scope", "why"):
        value = attrs.get(name)
        if value and value not in bare(mark.text):
            raise ValueError(f"{name} {value!r} not in {mark.text!r}")
    found = []
    for canonical in attrs["c"].split(", "):
        base = canonical.split("(")[0]
        absolute = (
            _ABSOLUTE[base]
            if base.startswith("FOIA")
            else (False if base.startswith("EIR") else None)
        )
        found.append(
            {
                "canonical": canonical,
                "regime": canonical.split()[0],
                "absolute": absolute,
                "scope": attrs.get("scope"),
                "rationale": attrs.get("why"),
                "publication_date": attrs.get("pub"),
                "advisories": [word for word in attrs.get("adv", "").split(",") if word],
                "evidence": {"page": page, "quote": bare(mark.text)},
            }
        )
    return found
