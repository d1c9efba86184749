"""The commands, one module each, in the order in which users meet them.

The table is all that ``papersearch --help`` needs; a command's module is
imported when the command is asked for, and importing it registers it.
"""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A command as the list of commands shows it."""

    name: str
    group: str
    summary: str
    """The first line of the command's own help, which the tests hold to be the same."""

    @property
    def module(self) -> str:
        """Return the module that holds the command."""
        return f"papersearch.cli.commands.{self.name}"


COMMANDS: tuple[Entry, ...] = (
    Entry("ingest", "Fill the archive", "Read papers and bring the archive up to date with them."),
    Entry("status", "Fill the archive", "Say what the archive holds, and what could not be read."),
    Entry("search", "Ask", "Find the pages that answer a question put in your own words."),
    Entry("appetite", "Ask", "Show how the appetite for each risk moved, and who decided it."),
    Entry("commitments", "Ask", "Follow what was promised to the Board from year to year."),
    Entry("foi", "Ask", "List how papers were marked under the Freedom of Information Act."),
    Entry("actions", "Ask", "List actions from minutes and logs that were not seen closed."),
    Entry("cover", "Ask", "List what cover sheets lack."),
    Entry("papers", "Look at papers", "List the papers that the archive holds."),
    Entry("show", "Look at papers", "Show one paper: cover, ticks, risks and marking, with pages."),
    Entry("diff", "Look at papers", "Show what changed between two papers."),
    Entry("read", "Look at papers", "Read files and show what is in them, without an archive."),
    Entry("report", "Take away", "Write an answer as one HTML file, with pictures of the pages."),
    Entry("export", "Take away", "Write the records of papers as JSON, CSV, XLSX or Markdown."),
    Entry("forget", "Look after the archive", "Take a paper out, so that none of it is left."),
    Entry("verify", "Look after the archive", "Check the archive against itself and the files."),
    Entry("purge", "Look after the archive", "Rewrite the archive: nothing deleted is left."),
    Entry("backup", "Look after the archive", "Write the archive into one file, and check it."),
    Entry("restore", "Look after the archive", "Bring an archive back from its backup."),
    Entry(
        "eval", "Look after the archive",
        "Measure how well the archive answers questions whose right pages are known.",
    ),
    Entry("doctor", "Look after the archive", "Check that this machine has what is needed."),
)  # fmt: skip

BY_NAME = {entry.name: entry for entry in COMMANDS}
