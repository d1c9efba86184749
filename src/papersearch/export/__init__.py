"""Taking answers away: records and tables as CSV, XLSX, Markdown and JSON."""

from papersearch.export.sheet import Column, Sheet
from papersearch.export.write import FORMATS, REPORTS, format_of, write_sheets

__all__ = ["FORMATS", "REPORTS", "Column", "Sheet", "format_of", "write_sheets"]
