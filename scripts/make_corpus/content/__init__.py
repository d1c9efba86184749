"""The papers themselves, by body."""

from __future__ import annotations

from collections.abc import Callable

from scripts.make_corpus.content import harrowmere_a
from scripts.make_corpus.model import Paper
from scripts.make_corpus.packs import Pack

_MODULES = (harrowmere_a,)
ALL_PAPERS: dict[str, Callable[[], Paper]] = {
    key: make for module in _MODULES for key, make in module.PAPERS.items()
}
ALL_PACKS: list[Pack] = [pack for module in _MODULES for pack in getattr(module, "PACKS", [])]
