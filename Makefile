# Everything runs in .venv (another with `make test VENV=.venv-3.13 PYTHON=python3.13`), which the first target that needs it makes. Wanted on the machine: python3 (3.11 or newer) with
# venv, git and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test test-browser lint types check accuracy bench pins clean

demo: $(READY)  ## the main job on the example in corpora/
	@$(BIN)/aratame demo

test: $(READY) lint types  ## ruff, mypy --strict, pytest
	@$(BIN)/python -m pytest

test-browser: $(READY)  ## reports in a real browser and in LibreOffice; installs Debian packages where they are missing
	@tests/browser/install.sh
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --requirement tests/browser/requirements.txt
	@$(BIN)/python -m pytest tests/browser

hooks: $(READY)  ## the hooks of pre-commit, installed by pip from this repository as users have them: half a minute
	@$(BIN)/python -m pytest -m hooks

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check -q .

types: $(READY)
	@$(BIN)/mypy

accuracy: $(READY)  ## our labelled corpora, and the shared cases where they are
	@$(BIN)/python benchmarks/accuracy.py

bench: $(READY)  ## time and memory beside peers, as ratios of one run
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --requirement benchmarks/requirements.txt
	@$(BIN)/python benchmarks/speed.py

pins: $(READY)  ## write down the versions that are installed now
	@{ sed -n '/^#/p' constraints.txt; $(BIN)/pip freeze --exclude-editable; } > $(VENV)/pins && mv $(VENV)/pins constraints.txt

clean:
	rm -rf .venv* .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("aratame: python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@
