"""Tagging: one spaCy pipeline over one paper; a component is a folder."""

from papersearch.tagging.layout import evidence, paper_from_text, to_doc
from papersearch.tagging.pipeline import build_nlp, run, tag

__all__ = ["build_nlp", "evidence", "paper_from_text", "run", "tag", "to_doc"]
