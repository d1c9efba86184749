"""What a child that reads files works with, made ready once and shared by all of them.

The fork server imports this module before it forks: a child starts with the
readers, the knowledge and the spaCy pipeline in its memory. Nothing else may
import it, since it keeps torch away from spaCy.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import sys
from collections.abc import Iterator

from papersearch.errors import PapersearchError


@contextlib.contextmanager
def _without_torch() -> Iterator[None]:
    """Have ``import torch`` fail within: spaCy imports it wherever it is installed.

    papersearch's pipeline is rules and never uses it; it costs each start more than a second.
    """
    if "torch" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["torch"]


# What is wrong with the user's own knowledge is told by whoever meets it with a file in hand.
with contextlib.suppress(PapersearchError):
    with _without_torch():
        from papersearch.tagging.pipeline import build_nlp

    for room in ("papersearch.papers", "papersearch.reading.pdf"):
        importlib.import_module(room)
    build_nlp()

# What is there now stays: the collector need not go through it again, nor unshare its pages.
gc.collect()
gc.freeze()
