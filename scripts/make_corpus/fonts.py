"""The fonts that the papers need."""

from __future__ import annotations

from pathlib import Path

_FOLDERS = (
    Path("/usr/share/fonts/truetype/dejavu"),
    Path("/usr/share/fonts/dejavu"),
    Path("/usr/share/fonts/TTF"),
    Path("/Library/Fonts"),
)
NEEDED = (
    "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",
    "DejaVuSansCondensed.ttf",
    "DejaVuSansCondensed-Bold.ttf",
    "DejaVuSerif.ttf",
    "DejaVuSerif-Bold.ttf",
)


def font(name: str) -> Path:
    """Return the path of the font file *name*; say what to install if it is absent."""
    for folder in _FOLDERS:
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(f"{name}: install the DejaVu fonts (Debian: fonts-dejavu-core)")


def have_fonts() -> bool:
    """Return whether every font is there."""
    return all(any((folder / name).exists() for folder in _FOLDERS) for name in NEEDED)
