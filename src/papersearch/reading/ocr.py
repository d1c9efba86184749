"""Words from pictures of pages, with rapidocr, whose models come in its package."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Any

from papersearch.reading.document import Word

DPI = 200
MOST_PIXELS = 12_000_000
"""A larger picture is drawn smaller; a gigantic page must not fill the memory."""
LEAST_CONFIDENCE = 0.5


def available() -> bool:
    """Return whether the ``ocr`` extra is installed."""
    return find_spec("rapidocr") is not None


@cache
def _engine() -> Any:
    import logging

    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error"})


def read_page(pdf: Any, number: int) -> tuple[list[Word], float]:
    """Return the words of page *number* (from 1) and their mean confidence, 0 to 1.

    *pdf* is an open ``pypdfium2.PdfDocument``. Each recognised line is cut into
    its words in proportion to their letters.
    """
    page = pdf[number - 1]
    try:
        width, height = page.get_size()
        scale = min(DPI / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        picture = page.render(scale=scale, grayscale=False).to_numpy()
    finally:
        page.close()
    result = _engine()(picture)
    if result is None or result.txts is None or result.boxes is None:
        return [], 0.0
    words: list[Word] = []
    scores: list[float] = []
    for corners, text, score in zip(result.boxes, result.txts, result.scores, strict=True):
        if score < LEAST_CONFIDENCE or not text.strip():
            continue
        xs, ys = [float(x) / scale for x, _ in corners], [float(y) / scale for _, y in corners]
        x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
        letters = max(len(text), 1)
        at = 0
        for part in text.split():
            start = text.index(part, at)
            at = start + len(part)
            box = (
                round(x0 + (x1 - x0) * start / letters, 1), round(top, 1),
                round(x0 + (x1 - x0) * at / letters, 1), round(bottom, 1),
            )  # fmt: skip
            words.append(Word(part, box, "ocr", round(bottom - top, 1), confidence=float(score)))
        scores.append(float(score))
    return words, sum(scores) / len(scores) if scores else 0.0
