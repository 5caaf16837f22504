# A fresh machine has Python 3.11, make and git. Every target sets up what it needs and is quick the second time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH ?= ../shared/bench

.PHONY: run test lint fit clean

run: $(READY)  ## clean seeds/ into out/
	$(BIN)/cleaner clean seeds -o out

test: $(READY) lint  ## lint, types, tests and the documentation's examples
	$(BIN)/python -m pytest -n auto

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

fit: $(READY)  ## fit the weights again on the development pages; BENCH names their folder
	$(BIN)/python -m pip install --quiet --group fit
	$(BIN)/python scripts/fit.py text --bench $(BENCH)
	$(BIN)/python scripts/fit.py html --bench $(BENCH)

clean:  ## remove the environment and what was made
	rm -rf $(VENV) build dist

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@
