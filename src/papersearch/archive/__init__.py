"""The archive: SQLite is the truth, FAISS is derived from it."""

from papersearch.archive.catalogue import Archive, FileEntry, PassageRow, Status
from papersearch.archive.filters import Filters, make_filters

__all__ = ["Archive", "FileEntry", "Filters", "PassageRow", "Status", "make_filters"]
