"""Nothing leaves the machine: no socket is opened, and none is missed."""

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.archive import library

ROOT = Path(__file__).parents[2]

GUARDED = """
    import socket, sys

    def refuse(event, arguments):
        if event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo",
                             "socket.gethostby", "socket.sendto", "urllib.Request")):
            where = arguments[1] if len(arguments) > 1 else arguments
            # A path is a socket within this machine; urllib3 asks whether it could bind to ::1.
            if not isinstance(where, (str, bytes)) and (event, where) != LOOPBACK:
                print("NETWORK", event, arguments, flush=True)
                raise OSError("the network is shut")

    LOOPBACK = ("socket.bind", ("::1", 0))
    sys.addaudithook(refuse)
    from papersearch.cli.main import main
    main(sys.argv[1:])
"""


def papers(folder: Path) -> Path:
    library.write(
        folder / "plan.txt",
        "Wold Vale NHS Trust\n\nAnnual plan\n\nWe will open ten beds by March 2025. "
        "This paper is exempt under section 43(2) because prices would be known.",
    )
    library.write(
        folder / "notice.html",
        "<html><head><link rel=stylesheet href='http://198.51.100.1/x.css'></head><body>"
        "<img src='http://198.51.100.1/x.png'><p>The library opens on Sundays.</p></body></html>",
    )
    return folder


def run(prefix: list[str], tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*prefix, sys.executable, "-c", textwrap.dedent(GUARDED), *arguments],
        capture_output=True, text=True, timeout=280, check=False, cwd=ROOT,
        env={**os.environ, "PAPERSEARCH_INDEX": str(tmp_path / "index")},
    )  # fmt: skip


def namespace() -> list[str]:
    """Return what runs a program without any network interface, or skip."""
    prefix = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None:
        pytest.skip("unshare is not here")
    if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody make a network namespace")
    return prefix


def test_ingest_and_search_open_no_socket_and_need_no_interface(tmp_path: Path) -> None:
    prefix = namespace()
    folder = papers(tmp_path / "papers")
    for arguments in (["ingest", str(folder)], ["search", "opening hours", "--json"]):
        done = run(prefix, tmp_path, *arguments)
        assert done.returncode == 0, done.stderr
        assert "NETWORK" not in done.stdout
    assert "Sundays" in done.stdout


def test_reading_opens_no_socket(tmp_path: Path) -> None:
    done = run([], tmp_path, "read", str(papers(tmp_path / "papers")), "--json")
    assert done.returncode == 0, done.stderr
    assert "NETWORK" not in done.stdout
    assert done.stdout.count("papersearch.paper/1") == 2


def test_the_guard_itself_would_tell(tmp_path: Path) -> None:
    code = textwrap.dedent(GUARDED).split("from papersearch")[0]
    code += "\ntry:\n    socket.create_connection(('198.51.100.1', 80), 1)\nexcept OSError: pass\n"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert "NETWORK socket" in done.stdout
