"""Judged questions: each points at passages by words that stand in them."""

from __future__ import annotations

from typing import Any

QUESTIONS: list[tuple[str, str, list[tuple[str, str]]]] = []


def judged(places: dict[str, list[tuple[str, int, Any]]]) -> list[dict[str, Any]]:
    """Return the questions with the file and page of each passage."""
    return []
