"""Write a software bill of materials (CycloneDX 1.6) of papersearch as it is installed.

    python -m scripts.sbom [--output sbom.json] [--with-dev]

Lists papersearch, all that it needs to run (the extra ``ocr`` where it is
installed), each with version, licence and what needs it. Ends with status 1
where a licence is not known to go with Apache-2.0.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = "papersearch"
COMPATIBLE = re.compile(
    r"\b(apache|mit|bsd|isc|psf|python software foundation|mpl|mozilla|zlib|hpnd|cmu|unlicense|"
    r"public domain|cc0|0bsd|libpng|bsl|boost)",
    re.I,
)
"""Permissive, or weak copyleft by the file (MPL-2.0): all may be used by an Apache-2.0 program."""
WEAK = {"pebble", "fpdf2"}
"""LGPL, imported as published and not shipped with papersearch: see docs/dependencies.md."""
REVIEWED = {"tqdm": "MPL-2.0 AND MIT"}
"""Licences that a package's own data states in no usable way; docs/dependencies.md says more."""


def folded(name: str) -> str:
    """Return a package's name as all spellings of it share it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def closure(extras: set[str]) -> tuple[dict[str, Distribution], dict[str, set[str]]]:
    """Return all installed packages that papersearch needs, and who needs whom."""
    held: dict[str, Distribution] = {}
    needs: dict[str, set[str]] = {}
    waiting = [(ROOT, extras)]
    done: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, wanted = waiting.pop()
        if (name, frozenset(wanted)) in done:
            continue
        done.add((name, frozenset(wanted)))
        try:
            held[name] = distribution(name)
        except PackageNotFoundError:
            continue
        for line in held[name].requires or ():
            need = Requirement(line)
            environments = [{"extra": extra} for extra in (*wanted, "")]
            if need.marker is None or any(need.marker.evaluate(e) for e in environments):
                other = folded(need.name)
                needs.setdefault(name, set()).add(other)
                waiting.append((other, set(need.extras)))
    return held, needs


def licence(name: str, package: Distribution) -> str:
    """Return what a package says of its licence, in one line."""
    data: Any = package.metadata
    said = data.get("License-Expression") or REVIEWED.get(name)
    classes = [
        line.rsplit(" :: ", 1)[-1]
        for line in data.get_all("Classifier", [])
        if line.startswith("License ::") and line != "License :: OSI Approved"
    ]
    first = (data.get("License") or "").strip().splitlines()
    return said or ", ".join(classes) or (first[0] if first else "not stated")


def bill(extras: set[str]) -> dict[str, Any]:
    """Return the bill as CycloneDX has it."""
    held, needs = closure(extras)

    def reference(name: str) -> str:
        return f"pkg:pypi/{name}@{held[name].version}"

    components = [
        {
            "type": "library", "bom-ref": reference(name), "name": name,
            "version": package.version, "purl": reference(name),
            "licenses": [{"license": {"name": licence(name, package)}}],
        }
        for name, package in sorted(held.items()) if name != ROOT
    ]  # fmt: skip
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": reference(ROOT), "name": ROOT,
                "version": held[ROOT].version, "purl": reference(ROOT),
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": components,
        "dependencies": [
            {"ref": reference(name), "dependsOn": sorted(
                reference(other) for other in needs.get(name, ()) if other in held)}
            for name in sorted(held)
        ],
    }  # fmt: skip


def doubtful(found: dict[str, Any]) -> list[str]:
    """Return the packages whose licence is not known to go with Apache-2.0."""
    return [
        f"{part['name']} {part['version']}: {part['licenses'][0]['license']['name']}"
        for part in found["components"]
        if part["name"] not in WEAK
        and not COMPATIBLE.search(part["licenses"][0]["license"]["name"])
    ]


def main() -> None:
    """Write the bill; name what is doubtful."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("sbom.json"))
    parser.add_argument("--with-dev", action="store_true", help="Also what only tests need.")
    given = parser.parse_args()
    found = bill({"ocr", "dev"} if given.with_dev else {"ocr"})
    given.output.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    wrong = doubtful(found)
    print(f"{given.output}: {len(found['components'])} packages")
    for line in wrong:
        print(f"not known to go with Apache-2.0: {line}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
