"""Papers: a document is divided into its papers, and their cover fields are read."""

from papersearch.papers.divide import divide
from papersearch.papers.paper import AgendaItem, Cover, CoverField, Division, PaperText

__all__ = ["AgendaItem", "Cover", "CoverField", "Division", "PaperText", "divide"]
