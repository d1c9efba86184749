"""What reading children have in memory, and what the parent does without."""

import subprocess
import sys

from papersearch.archive.work import CHILD
from papersearch.reading.guard import Guard
from tests.archive.asked import modules


def test_a_child_has_the_pipeline_and_no_torch_before_its_first_file() -> None:
    with Guard(modules, workers=1, preload=CHILD) as guard:
        held = guard.run("any.pdf")
    assert isinstance(held, set)
    assert {"papersearch.tagging.pipeline", "papersearch.reading.pdf"} <= held
    assert not {"torch", "spacy.cli", "spacy.cli.info"} & held


def test_torch_and_spacys_commands_can_still_be_imported_in_a_child() -> None:
    # Where a reader of the user's wants them.
    code = f"import {CHILD}, sys; assert 'torch' not in sys.modules; import torch, spacy.cli.info"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert run.returncode == 0, run.stderr


def test_the_parent_of_an_ingest_imports_no_spacy() -> None:
    code = (
        "import sys, papersearch.archive.ingest, papersearch.archive.work;"
        "print(sorted({'spacy', 'torch', 'pdfplumber', 'papersearch.papers'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
