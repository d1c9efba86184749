# make demo: from a fresh clone to answers.  make test: from a fresh clone to green.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test check lint types walls bench corpus sbom nightly clean

demo: $(READY)
	$(BIN)/papersearch ingest corpus
	$(BIN)/papersearch search "footwear that caused tumbles" -k 3
	$(BIN)/papersearch appetite "workforce supply"
	$(BIN)/papersearch foi --section 43

test: $(READY)
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: lint types walls

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

walls: $(READY)
	$(BIN)/lint-imports --no-logo

bench: $(READY)
	$(BIN)/python benchmarks/textbook.py

corpus: $(READY)
	$(BIN)/python -m scripts.make_corpus

# What papersearch is made of, as CycloneDX; fails on a licence that was not reviewed.
sbom: $(READY)
	$(BIN)/python -m scripts.sbom

# Every fault, 300 kills, 2,000 spoilt papers: about an hour.
nightly: $(READY)
	$(BIN)/python -m scripts.nightly

clean:
	rm -rf $(VENV) indexes/*.sqlite* indexes/*.faiss

# pip takes its time to look for what is there already, so a stamp says what was installed.
$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[ocr,dev]"
	touch $(READY)
