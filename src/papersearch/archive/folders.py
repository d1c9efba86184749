"""The files under the paths that a user gave: those to read, and those passed over, with why."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from papersearch.archive.names import as_text
from papersearch.errors import UsageError
from papersearch.reading.kind import READABLE_SUFFIXES, is_about_the_folder


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was met. *root* and *path* are text as :mod:`.names` makes it.

    *ctime_ns* moves whenever content or name do, whatever a program sets the
    time of the file to; on Windows it is the day of its making and tells nothing.
    """

    root: str
    path: str
    full: str
    size: int
    mtime_ns: int
    ctime_ns: int = 0

    @property
    def where(self) -> str:
        """Return the file's whole path as text: the same however it was reached."""
        return joined(self.root, self.path)

    def below(self, root: str) -> Found:
        """Return the same file as seen from another folder above it."""
        return replace(self, root=root, path=self.where[len(joined(root, "")) :])


@dataclass(frozen=True, slots=True)
class Passed:
    """A file that a walk passes over. *by_name*: its content was no reason."""

    file: Found
    reason: str
    by_name: bool


@dataclass(slots=True)
class Walk:
    """What lies under the paths given."""

    found: list[Found] = field(default_factory=list)
    ignored: list[Passed] = field(default_factory=list)
    unlisted: list[tuple[Found, str]] = field(default_factory=list)
    """Folders that may not be looked into, with what the system said."""
    roots: set[str] = field(default_factory=set)


def joined(root: str, path: str) -> str:
    """Return *path* below *root*, with the same strokes on every system."""
    plain = root.replace(os.sep, "/")
    return f"{plain.rstrip('/')}/{path}"


def is_below(where: str, root: str) -> bool:
    """Return whether the file *where* lies in the folder *root* or deeper."""
    return where.startswith(joined(root, ""))


def walk(paths: Iterable[Path]) -> Walk:
    """Return the files under *paths*, each once, in the order of the paths and of their names.

    Raises:
        UsageError: A path does not exist.
    """
    out = Walk()
    met: dict[str, Found] = {}
    passed: dict[str, Passed] = {}
    for path in paths:
        full = path.expanduser()
        if not full.exists():
            raise UsageError(f"{path} does not exist.", "Check the path.")
        if full.is_dir():
            _walk_folder(full.resolve(), out, met, passed)
            continue
        resolved = full.resolve()
        entry = _entry(resolved.parent, resolved)
        met.setdefault(entry.where, entry)
    out.found = list(met.values())
    out.ignored = [item for where, item in passed.items() if where not in met]
    return out


def _walk_folder(root: Path, out: Walk, met: dict[str, Found], passed: dict[str, Passed]) -> None:
    out.roots.add(as_text(root))

    def unlisted(error: OSError) -> None:
        folder = Path(error.filename or root)
        entry = Found(as_text(root), f"{_relative(root, folder)}/", str(folder), 0, 0)
        out.unlisted.append((entry, error.strerror or str(error)))

    for folder, names, files in os.walk(root, onerror=unlisted, followlinks=False):
        names[:] = sorted(n for n in names if not n.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            file = Path(folder, name)
            reason = by_name = why_passed_over(file.name)
            if reason is None and file.is_symlink() and _leads_out(file, root):
                reason = "a link that leads out of the folder"
            try:
                entry = _entry(root, file)
            except OSError:
                entry = Found(as_text(root), _relative(root, file), str(file), 0, 0)
                reason = reason or "it cannot be looked at (a link that leads nowhere?)"
            if reason is None:
                met.setdefault(entry.where, entry)
            else:
                passed.setdefault(entry.where, Passed(entry, reason, by_name is not None))


def why_passed_over(name: str) -> str | None:
    """Return why a walk through a folder passes over a file of that name, ``None`` if it does not.

    A file that the user names is read whatever it is called.
    """
    if name.startswith("~$"):
        return "a lock file of an office program"
    if (suffix := Path(name).suffix.lower()) not in READABLE_SUFFIXES:
        return f"no kind that papersearch reads ({as_text(suffix) or 'no ending'})"
    if is_about_the_folder(name):
        return "about the folder, no paper (name the file itself to read it all the same)"
    return None


def _leads_out(link: Path, root: Path) -> bool:
    # os.path.realpath, since Path.resolve gives up on a link that leads to itself.
    return not Path(os.path.realpath(link)).is_relative_to(root)


def _relative(root: Path, file: Path) -> str:
    return as_text(file.relative_to(root).as_posix())


def _entry(root: Path, file: Path) -> Found:
    status = file.stat()
    return Found(
        as_text(root), _relative(root, file), str(file), status.st_size, status.st_mtime_ns,
        status.st_ctime_ns,
    )  # fmt: skip
