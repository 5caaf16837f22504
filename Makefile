# A fresh machine has Python 3.11, make and git. Every target sets up what it needs and is quick the second time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
ONLY_NEWEST := tests/browser tests/engines src/cleaner/engines tests/test_precommit.py tests/test_supply_chain.py tests/test_exports.py
BENCH ?= ../shared/bench

FUZZ_SECONDS ?= 360
FUZZ_TARGETS ?=

.PHONY: run test lint fit bench clean fuzz test-lowest test-wheel

run: $(READY)  ## clean seeds/ into out/
	$(BIN)/cleaner clean seeds -o out

# Modules are compiled once, also where the environment forbids it: tests start a hundred processes that load them.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(TOOLS) lint  ## lint, types, tests and the documentation's examples
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/mypy

fit: $(TOOLS)  ## fit the weights again on the development pages; BENCH names their folder
	$(BIN)/python -m pip install --quiet --group fit
	$(BIN)/python scripts/fit.py text --bench $(BENCH)
	$(BIN)/python scripts/fit.py html --bench $(BENCH)
	$(BIN)/python scripts/fit_genre.py --bench $(BENCH)
	$(BIN)/python scripts/fit_title.py --bench $(BENCH)

bench: $(TOOLS)  ## measure beside other programs and write docs/benchmarks.md; BENCH names the pages, SAMPLE how many
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python benchmarks/accuracy.py --bench $(BENCH) --sample $(or $(SAMPLE),0)

fuzz: $(TOOLS)  ## an hour of fuzzing (FUZZ_SECONDS for each property, FUZZ_TARGETS names some), and the long tests
	$(BIN)/python -m pip install --quiet --group fuzz
	$(BIN)/python fuzz/run.py --seconds $(FUZZ_SECONDS) $(FUZZ_TARGETS)
	CLEANER_EXAMPLES=2000 $(BIN)/python -m pytest tests/robust/test_properties.py -n auto
	$(BIN)/python tests/robust/kill.py --times 200 build/kill
	$(BIN)/python tests/robust/sizes.py build/sizes

test-lowest: $(TOOLS)  ## the tests with the lowest versions that pyproject.toml allows
	$(BIN)/python -m pip install --quiet uv
	$(PYTHON) -m venv --clear build/lowest
	$(BIN)/uv pip install --quiet --python build/lowest/bin/python --resolution lowest-direct --only-binary :all: \
	  --no-binary boilerplate-cleaner --editable '.[all]' 'pytest>=8.2' 'hypothesis>=6.100' 'jsonschema>=4.22'
	build/lowest/bin/python -m pytest tests src README.md $(addprefix --ignore ,$(ONLY_NEWEST))

test-wheel: $(TOOLS)  ## the packages, built, installed in an environment of their own, and the README's lines run there
	rm -rf build/packages
	$(BIN)/python -m pip install --quiet build
	$(BIN)/python -m build --outdir build/packages .
	$(PYTHON) -m venv --clear build/installed
	build/installed/bin/python -m pip install --quiet "$$(ls build/packages/*.whl)[all]" 'pytest>=8.2'
	build/installed/bin/python -m pip check
	build/installed/bin/python -c 'import trafilatura'
	build/installed/bin/cleaner clean seeds -o build/installed/out
	build/installed/bin/python -m pytest --noconftest tests/test_readme.py README.md

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
