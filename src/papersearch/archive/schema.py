"""The catalogue's tables, as numbered steps that bring any older catalogue up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from papersearch.archive import disk
from papersearch.errors import ArchiveError

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        root TEXT NOT NULL,               -- the folder that was ingested
        path TEXT NOT NULL,               -- below it
        state TEXT NOT NULL CHECK (state IN ('current', 'failed', 'ignored', 'gone')),
        sha256 TEXT,
        size INTEGER,
        mtime_ns INTEGER,
        media_type TEXT,
        made_by TEXT,                     -- fingerprint of code and settings
        copy_of INTEGER REFERENCES files (id) ON DELETE SET NULL,
        code TEXT, message TEXT, remedy TEXT,
        pages_text INTEGER NOT NULL DEFAULT 0,
        pages_ocr INTEGER NOT NULL DEFAULT 0,
        pages_scanned INTEGER NOT NULL DEFAULT 0,
        pages_empty INTEGER NOT NULL DEFAULT 0,
        pages_failed INTEGER NOT NULL DEFAULT 0,
        ways TEXT NOT NULL DEFAULT '{}',
        UNIQUE (root, path)
    );
    CREATE INDEX files_by_content ON files (sha256);
    CREATE TABLE papers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        paper_id TEXT NOT NULL UNIQUE,
        file INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
        first_page INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT, organisation TEXT, body TEXT,
        day TEXT,                         -- the meeting's date, else the author's
        financial_year TEXT,              -- as the paper names it
        record TEXT NOT NULL,
        fingerprint BLOB NOT NULL
    );
    CREATE INDEX papers_by_file ON papers (file);
    CREATE TABLE twins (
        paper INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
        twin INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
        PRIMARY KEY (paper, twin)
    ) WITHOUT ROWID;
    CREATE TABLE agenda (
        file INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        number TEXT, title TEXT NOT NULL, mode TEXT, page INTEGER,
        PRIMARY KEY (file, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        paper INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
        page INTEGER NOT NULL,
        label TEXT, section TEXT, kind TEXT NOT NULL,
        text TEXT NOT NULL,
        boxes TEXT NOT NULL,
        key TEXT NOT NULL,
        vector BLOB NOT NULL              -- float16, length one
    );
    CREATE INDEX passages_by_paper ON passages (paper);
    CREATE INDEX passages_by_key ON passages (key);
    CREATE TABLE tags (
        paper INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
        page INTEGER,
        tag TEXT NOT NULL
    );
    CREATE INDEX tags_by_tag ON tags (tag);
    CREATE INDEX tags_by_paper ON tags (paper);
    CREATE VIRTUAL TABLE words USING fts5 (
        text, title, section, codes, tokenize = "porter unicode61 remove_diacritics 2"
    );
    CREATE TABLE log (at TEXT NOT NULL, what TEXT NOT NULL);
    """,
    """
    -- Moves whenever a file's content or name does, whatever its own time says.
    ALTER TABLE files ADD COLUMN ctime_ns INTEGER;
    -- What was taken out for good: a hash and pages, no word of it. An ingest of the same bytes
    -- leaves it out, under whatever name they come.
    CREATE TABLE forgotten (
        sha256 TEXT NOT NULL,
        first_page INTEGER NOT NULL, last_page INTEGER NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (sha256, first_page, last_page)
    ) WITHOUT ROWID;
    """,
)
VERSION = len(STEPS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the catalogue to this version, one step a transaction.

    Raises:
        ArchiveError: The catalogue was made by a newer papersearch.
    """
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise ArchiveError(
            f"This archive was made by a newer papersearch (version {found}; "
            f"this one reads {VERSION}).",
            "Install the newer papersearch, or ingest into another folder with --index.",
        )
    for number in range(found, VERSION):
        _step(connection, number)


def _step(connection: sqlite3.Connection, number: int) -> None:
    """Take one step, all or nothing; another process that opens the archive may have taken it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == number:
            for statement in _statements(STEPS[number]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        disk.commit(connection)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of *script*; ``executescript`` would commit by itself."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
