"""All that is too long for the suite: every fault, many kills, many spoilt papers, much chance.

    python -m scripts.nightly [--short]

Prints what each part prints, a line of JSON a survey, and ends with status 1
if anything did not hold. ``--short`` tries a tenth.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time


def parts(share: int) -> list[tuple[list[str], dict[str, str]]]:
    """Return the commands, and what is set for each, at one *share*-th of their length."""
    one = {"OMP_NUM_THREADS": "1"}
    chance = {"HYPOTHESIS_PROFILE": "nightly", "PAPERSEARCH_EXAMPLES": str(400 // share)}
    return [
        (["tests.archive.faults", "--layer", "steps", "--every", str(share)], one),
        (["tests.archive.faults", "--layer", "calls", "--every", str(share)], one),
        (["tests.archive.power", "--every", str(share)], one),
        (["tests.archive.kills", "--moments", str(300 // share)], one),
        (["tests.hostile.mutations", "--number", str(2000 // share)], {}),
        (["tests.hostile.patterns"], {}),
        (["tests.archive.recall", "--count", str(50_000 // share)], one),
        (["pytest", "-q", "--timeout=7200", "-m", "hypothesis"], chance),
    ]


def main() -> None:
    """Run all parts, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="A tenth of it.")
    given = parser.parse_args()
    failed = []
    for arguments, environment in parts(10 if given.short else 1):
        started = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", *arguments], stdout=subprocess.PIPE, text=True, check=False,
            env={**os.environ, **environment},
        )  # fmt: skip
        print(done.stdout, end="")
        # A survey of faults, kills or spoilt papers names its trouble; expressions name themselves.
        lines = done.stdout.splitlines()
        is_wrong = done.returncode != 0 or any(
            '"trouble": [' in line and '"trouble": []' not in line for line in lines
        )
        is_wrong |= arguments[0].endswith("patterns") and len(lines) > 1
        print(f"{' '.join(arguments)}: {'WRONG' if is_wrong else 'held'}, "
              f"{time.monotonic() - started:.0f} s", flush=True)  # fmt: skip
        if is_wrong:
            failed.append(arguments[0])
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
