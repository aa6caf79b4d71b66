# Every target sets up .venv by itself when needed. Needed beforehand: python3 (3.11 or later) with venv, and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# A JSONL archive for `make bench`; generated articles where it is absent.
ARCHIVE ?= ../shared/corpus/july.jsonl
# The folder that holds gold/dev, for `make halves`.
SHARED ?= ../shared

.PHONY: help demo test check bench halves clean

help:
	@echo "make demo    the minutes of three Arabic articles"
	@echo "make test    all tests"
	@echo "make check   ruff and mypy"
	@echo "make bench   how long an archive takes, against a floor (ARCHIVE=file.jsonl)"
	@echo "make halves  the figures on the half of the gold that rules are tuned on, and on the other (SHARED=folder)"
	@echo "make clean   remove .venv and the caches"

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(READY)
	@$(BIN)/python demo/demo.py

test: $(READY)
	$(BIN)/python -m pytest -q -n auto

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(READY)
	@$(BIN)/python bench/code_archive.py $(ARCHIVE)

halves: $(READY)
	@$(BIN)/python bench/halves.py $(SHARED)

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
