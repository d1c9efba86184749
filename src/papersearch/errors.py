"""Every error a user can meet: a code, what happened, what to do, an exit status."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """Exit statuses of the program."""

    OK = 0
    NOTHING_FOUND = 1
    ERROR = 2
    INTERRUPTED = 130


class PapersearchError(Exception):
    """An error to be shown to the user as it is, without a traceback.

    Args:
        message: What happened, in one sentence that names the thing.
        remedy: What the user can do about it.
        code: A stable word for programs.
    """

    code = "error"
    exit_status = ExitStatus.ERROR

    def __init__(self, message: str, remedy: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        if code is not None:
            self.code = code


class ReadError(PapersearchError):
    """A file could not be read; ``code`` is one of :data:`READ_ERROR_CODES`."""

    def __init__(self, code: str, message: str, remedy: str | None = None) -> None:
        super().__init__(message, remedy or REMEDIES.get(code), code)

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str | None]]:
        """Pickle by its three words: it crosses from reading children to the parent."""
        return (ReadError, (self.code, self.message, self.remedy))


class UsageError(PapersearchError):
    """The command was used wrongly."""

    code = "usage"


class ArchiveError(PapersearchError):
    """The archive is missing, locked, of another version or damaged."""

    code = "archive"


class ModelError(PapersearchError):
    """The embedding model is missing or is not the one it should be."""

    code = "model"


REMEDIES: dict[str, str] = {
    "not_found": "Check the path.",
    "permission_denied": "Give your account permission to read the file, then run again.",
    "not_a_file": "Name a file or a folder.",
    "unsupported_format": "Save it as PDF, Word (.docx), HTML or plain text and try again.",
    "empty_file": "The file holds no bytes; get a fresh copy from its source.",
    "damaged": "Get a fresh copy from its source, or open and re-save it in a PDF viewer.",
    "encrypted": "Run again with --password, or save a copy without a password.",
    "too_large": "Raise the limit with --max-mb, or split the file.",
    "too_many_pages": "Raise the limit with --max-pages, or split the file.",
    "timed_out": "Raise the limit with --timeout, or split the file.",
    "out_of_memory": "Raise the limit with --max-memory, or split the file.",
    "no_pages": "The file opens but has no pages; get a fresh copy from its source.",
}
"""Remedy by code of a :class:`ReadError`."""

READ_ERROR_CODES = frozenset(REMEDIES)
