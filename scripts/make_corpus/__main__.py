"""``python -m scripts.make_corpus``: writes ``corpus/`` anew."""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.make_corpus.build import build

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make the papers of bodies that do not exist.")
    parser.add_argument(
        "--to", type=Path, default=Path("corpus"), help="folder to write (default: corpus)"
    )
    parser.add_argument(
        "--only", nargs="*", default=None, help="write only files whose path holds one of these"
    )
    options = parser.parse_args()
    build(options.to, options.only)
