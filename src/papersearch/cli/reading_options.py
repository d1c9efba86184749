"""From options of the command line to the settings of a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papersearch.errors import UsageError

if TYPE_CHECKING:
    from papersearch.reading.guard import Limits
    from papersearch.reading.options import ReadOptions


def read_settings(
    password: str | None, ocr: bool | None, include_hidden: bool, max_pages: int, max_mb: int,
    timeout: float, max_memory: int,
) -> tuple[ReadOptions, Limits]:  # fmt: skip
    """Return how to read and what one file may cost.

    Raises:
        UsageError: OCR is insisted on where it is not installed.
    """
    from papersearch.reading.guard import MIB, Limits
    from papersearch.reading.options import ReadOptions

    if ocr:
        from importlib.util import find_spec

        if find_spec("rapidocr") is None:
            raise UsageError(
                "Reading pictures is not installed.", 'Run: pip install "papersearch[ocr]"'
            )
    size = max_mb * MIB
    return (
        ReadOptions(password=password, max_pages=max_pages, max_bytes=size, ocr=ocr,
                    ocr_seconds=0.6 * timeout, include_hidden=include_hidden),
        Limits(seconds=timeout, memory=max_memory * MIB, file_bytes=size),
    )  # fmt: skip
