"""Real kills at random moments of each undertaking, and what must hold after every one.

    python -m tests.archive.kills --moments 300

What holds is what :mod:`tests.archive.faults` asks for: the archive opens and is
sound, a reader gets an answer of an undisturbed run, the next run completes to
the same bytes of answer. Here nothing is counted: a child is let run, and is
killed by the system at a moment that chance picks.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

from papersearch.archive import ingest as ingesting
from tests.archive import library
from tests.archive.faults import MEMORY, UNDERTAKINGS, Bench, Undertaking

MORE_PAPERS = 40


def _with_more(undertaking: Undertaking) -> Undertaking:
    """Return the undertaking over more papers, so that a run is long enough to be hit inside."""

    def before(papers: Path, index: Path) -> None:
        for n in range(MORE_PAPERS):
            lines = [f"Ward {n} has {m} beds, and its waiting list is {m + n}." for m in range(9)]
            day = f"2022-{1 + n % 12:02}-15"
            library.write(papers / f"{n % 7}/ward {n}.txt", library.text(f"Ward {n}", day, *lines))
        undertaking.before(papers, index)
        for n in range(0, MORE_PAPERS, 3):
            if index.exists():  # an update has much to do
                library.write(
                    papers / f"{n % 7}/ward {n}.txt",
                    library.text(f"Ward {n}", "2022-06-15", f"Ward {n} is closed."),
                )

    return Undertaking(before, undertaking.do)


def kill_at(bench: Bench, seconds: float) -> bool:
    """Let the undertaking run that long in a child, then kill it; return whether it was hit."""
    bench.fresh()
    child = os.fork()
    if not child:
        try:
            bench.run()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(4)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def survey(moments: int, seed: int) -> dict[str, Any]:
    """Kill *moments* times, turn about among the undertakings; return the figures."""
    chance = random.Random(seed)
    hit = 0
    trouble: list[str] = []
    names = list(UNDERTAKINGS)
    for position, name in enumerate(names):
        share = moments // len(names) + (position < moments % len(names))
        if not share:
            continue
        with tempfile.TemporaryDirectory(prefix="papersearch-kills-", dir=MEMORY) as folder:
            bench = Bench(Path(folder).resolve(), _with_more(UNDERTAKINGS[name]))
            bench.fresh()
            started = time.monotonic()
            bench.run()
            length = time.monotonic() - started
            for _ in range(share):
                moment = chance.random() * length
                hit += kill_at(bench, moment)
                try:
                    wrong = bench.trouble_after()
                except Exception:
                    wrong = traceback.format_exc()
                if wrong:
                    trouble.append(f"{name}, killed after {moment:.4f} s: {wrong}")
    return {"moments": moments, "seed": seed, "killed": hit, "trouble": trouble}


def main() -> None:
    """Print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=300)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    ingesting.GROUP_PASSAGES = 16
    print(json.dumps(survey(given.moments, given.seed)))  # noqa: T201


if __name__ == "__main__":
    main()
