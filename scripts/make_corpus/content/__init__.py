"""The papers themselves, by body; every module of this package that holds any is picked up."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from types import ModuleType

from scripts.make_corpus.model import Paper
from scripts.make_corpus.packs import Pack

Question = tuple[str, str, list[tuple[str, str]]]
"""Kind, question, and for each passage that answers it the key of its paper and words in it."""


def _modules() -> list[ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [import_module(f"{__name__}.{name}") for name in names if name not in ("kit", "people")]


_MODULES = _modules()
ALL_PAPERS: dict[str, Callable[[], Paper]] = {}
for _module in _MODULES:
    for _key, _make in getattr(_module, "PAPERS", {}).items():
        if _key in ALL_PAPERS:
            raise ValueError(f"two papers have the key {_key}")
        ALL_PAPERS[_key] = _make
ALL_PACKS: list[Pack] = [pack for module in _MODULES for pack in getattr(module, "PACKS", [])]
ALL_QUESTIONS: list[Question] = [
    question for module in _MODULES for question in getattr(module, "QUESTIONS", [])
]
