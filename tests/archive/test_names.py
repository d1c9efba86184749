"""Names of files are the same text whatever the locale, and lead back to the file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papersearch.archive.names import as_text, full_path, on_disk

LISTER = """
import os, sys
from papersearch.archive.names import as_text, on_disk
for name in sorted(os.listdir(sys.argv[1])):
    assert on_disk(as_text(name)) == name
    assert os.path.exists(os.path.join(sys.argv[1], on_disk(as_text(name))))
    sys.stdout.buffer.write(as_text(name).encode("utf-8") + b"\\n")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a name be any bytes")
def test_another_locale_gives_the_same_names(tmp_path: Path) -> None:
    for name in ("Ångström.txt".encode(), "日本語".encode(), b"caf\xe9", b"plain", b"a\nb"):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb"):  # noqa: PTH118, PTH123
            pass
    told = []
    for locale in ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
                   {"LC_ALL": "C.UTF-8"}):  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", LISTER, str(tmp_path)], capture_output=True, timeout=240,
            check=False, env={**os.environ, **locale},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        told.append(done.stdout)
    assert told[0] == told[1]
    assert "Ångström.txt\n".encode() in told[0]


@given(st.binary(min_size=1).filter(lambda b: b"\x00" not in b))
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a name be any bytes")
def test_any_bytes_come_back(name: bytes) -> None:
    path = os.fsdecode(name)
    text = as_text(path)
    text.encode("utf-8")
    if not any(0xF780 <= ord(ch) < 0xF800 for ch in name.decode("utf-8", "ignore")):
        assert os.fsencode(on_disk(text)) == name


def test_a_name_below_its_folder() -> None:
    assert full_path("/papers", "2023/a b.txt") == Path("/papers/2023/a b.txt")
