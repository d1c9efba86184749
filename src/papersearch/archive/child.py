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
import types
from collections.abc import Iterator
from typing import Any

from papersearch.errors import PapersearchError


@contextlib.contextmanager
def _rules_alone() -> Iterator[None]:
    """Have spaCy imported within without what a pipeline of rules never uses.

    It imports torch wherever that is installed (more than a second), and the packages behind its
    own command line (a quarter of a second).
    """
    commands = types.ModuleType("spacy.cli.info")
    commands.info = None  # type: ignore[attr-defined]
    absent: dict[str, Any] = {"torch": None, commands.__name__: commands}
    put = {name: module for name, module in absent.items() if name not in sys.modules}
    sys.modules.update(put)
    try:
        yield
    finally:
        for name in put:
            del sys.modules[name]


# What is wrong with the user's own knowledge is told by whoever meets it with a file in hand.
with contextlib.suppress(PapersearchError):
    with _rules_alone():
        from papersearch.tagging.pipeline import build_nlp

    for room in ("papersearch.papers", "papersearch.reading.pdf"):
        importlib.import_module(room)
    build_nlp()

# What is there now stays: the collector need not go through it again, nor unshare its pages.
gc.collect()
gc.freeze()
# A file makes hundreds of thousands of words and boxes that no circle holds: looked at seldom.
gc.set_threshold(20_000, 20, 20)
