# A fresh machine has Python 3.11, make and git. Every target sets up what it needs and is quick the second time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
ONLY_NEWEST := tests/browser tests/engines src/cleaner/engines tests/test_precommit.py tests/test_supply_chain.py tests/test_exports.py
BENCH ?= ../shared/bench

.PHONY: run test lint fit bench clean fuzz test-lowest

run: $(READY)  ## clean seeds/ into out/
	$(BIN)/cleaner clean seeds -o out

test: $(TOOLS) lint  ## lint, types, tests and the documentation's examples
	$(BIN)/python -m pytest -n auto

lint: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/mypy

fit: $(TOOLS)  ## fit the weights again on the development pages; BENCH names their folder
	$(BIN)/python -m pip install --quiet --group fit
	$(BIN)/python scripts/fit.py text --bench $(BENCH)
	$(BIN)/python scripts/fit.py html --bench $(BENCH)
	$(BIN)/python scripts/fit_genre.py --bench $(BENCH)

bench: $(TOOLS)  ## measure beside other programs and write docs/benchmarks.md; BENCH names the pages, SAMPLE how many
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python benchmarks/accuracy.py --bench $(BENCH) --sample $(or $(SAMPLE),0)

fuzz: $(TOOLS)  ## an hour of coverage-guided fuzzing, thousands of generated pages, and 200 killed batches
	$(BIN)/python -m pip install --quiet --group fuzz
	$(BIN)/python fuzz/run.py --seconds $(or $(SECONDS),360)
	CLEANER_EXAMPLES=2000 $(BIN)/python -m pytest tests/robust/test_properties.py -n auto
	$(BIN)/python tests/robust/kill.py --times 200 build/kill

test-lowest: $(TOOLS)  ## the tests with the lowest versions that pyproject.toml allows
	$(BIN)/python -m pip install --quiet uv
	$(PYTHON) -m venv --clear build/lowest
	$(BIN)/uv pip install --quiet --python build/lowest/bin/python --resolution lowest-direct --only-binary :all: \
	  --no-binary boilerplate-cleaner --editable '.[all]' 'pytest>=8.2' 'hypothesis>=6.100' 'jsonschema>=4.22'
	build/lowest/bin/python -m pytest tests src README.md $(addprefix --ignore ,$(ONLY_NEWEST))

clean:  ## remove the environment and what was made
	rm -rf $(VENV) build dist

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(TOOLS): $(READY)
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@
