"""The document on JSON names every schema that the code prints, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCHEMA = re.compile(r"papersearch\.[a-z]+/\d+")


def test_every_schema_is_documented() -> None:
    printed = set()
    for file in (ROOT / "src" / "papersearch").rglob("*.py"):
        printed |= set(SCHEMA.findall(file.read_text(encoding="utf-8")))
    documented = set(SCHEMA.findall((ROOT / "docs" / "json.md").read_text(encoding="utf-8")))
    assert printed == documented
