"""Search: a question and filters become ranked hits."""

from papersearch.search.answer import Answer, Coverage, Hit
from papersearch.search.engine import Searcher

__all__ = ["Answer", "Coverage", "Hit", "Searcher"]
