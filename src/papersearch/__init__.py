"""papersearch: answers from past Board papers, with the page to prove it.

>>> import papersearch as ps
>>> for paper in ps.read("november-pack.pdf"):  # doctest: +SKIP
...     print(paper.title, [c.text for c in paper.commitments if c.ticked])
>>> archive = ps.open("indexes")  # doctest: +SKIP
>>> archive.ingest("corpus")  # doctest: +SKIP
>>> for hit in archive.search("getting patients home sooner"):  # doctest: +SKIP
...     print(hit.title, hit.page, hit.text)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from papersearch.api import OpenArchive, read, read_many
    from papersearch.api import open_archive as open

__all__ = ["OpenArchive", "open", "read", "read_many"]


def __getattr__(name: str) -> Any:
    """Import the API when it is first used, so that ``papersearch --help`` does without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from papersearch import api

    return getattr(api, "open_archive" if name == "open" else name)
