"""A shelf on which a module puts its papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scripts.make_corpus.model import Paper


class Shelf(dict[str, Callable[[], Paper]]):
    """Papers by key; each is made afresh, since drawing a paper fills its marks."""

    def __init__(self, **defaults: Any) -> None:
        super().__init__()
        self.defaults = defaults

    def add(self, key: str, body_text: str, **given: Any) -> None:
        """Put a paper on the shelf."""
        values = {**self.defaults, **given}
        extra = {**self.defaults.get("extra", {}), **given.get("extra", {})}
        values.update(key=key, body=self.defaults["body"], extra=extra)

        def make() -> Paper:
            paper = Paper(**values)
            paper.body = body_text
            paper.extra = {**extra, "form": extra.get("form", paper.form)}
            return _with_folder(paper, self.defaults["body"])

        assert key not in self, key
        self[key] = make


def _with_folder(paper: Paper, folder: str) -> Paper:
    paper.folder = folder
    return paper
