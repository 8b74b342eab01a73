# `make run` and `make test` do everything, the set-up too. `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
ARGS ?=
PYTHON ?=
TESTS ?=
# Tests of screens wait as often as they work: half as many workers again as there are cores.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) \* 3 / 2)

# Tools are pinned for what is installed and for what builds it; older and newer pips read different names.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
INSTALL := $(BIN)/python -m pip install --quiet --no-input

.PHONY: run test bench pictures looks words format wheel constraints clean help

run: .venv/ready-to-run  ## Open the wizard; pass arguments with ARGS="list --json"
	@$(BIN)/canvas-wizard $(ARGS)

test: .venv/ready-to-test  ## Every check: format, lint, types, imports, tests, the wheel
	@echo "== format";  $(BIN)/ruff format --check
	@echo "== lint";    $(BIN)/ruff check
	@echo "== types";   $(BIN)/mypy
	@echo "== imports"; $(BIN)/lint-imports --no-logo --no-cache
	@echo "== tests";   $(BIN)/python -m pytest -n $(WORKERS) $(TESTS)
	@echo "== wheel";   .ci/wheel $(BIN)/python

bench: .venv/ready-to-bench  ## Measure against bare peers and print a Markdown table (some minutes)
	@$(BIN)/python -m bench.run $(ARGS)

pictures: .venv/ready-to-run  ## Draw the pictures in docs/pictures anew
	@$(BIN)/python docs/pictures/make.py

looks: .venv/ready-to-test  ## Draw anew what tests expect each screen to look like; then read the difference
	@LOOKS=anew $(BIN)/python -m pytest -q tests/frontends/tui/test_looks.py

documents: .venv/ready-to-test  ## Write anew what tests expect the documents of each example to say; then read the difference
	@DOCUMENTS=anew $(BIN)/python -m pytest -q tests/flows/test_documents.py

words: .venv/ready-to-test  ## Bring the catalogues in wizard/locale up to date with what the program says
	@$(BIN)/python -m tests.catalogue

format: .venv/ready-to-test  ## Format the code and repair what the linter can
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

wheel: .venv/ready-to-test  ## Build the wheel and do the main job with it in an empty environment
	@.ci/wheel $(BIN)/python

constraints:  ## Pin the newest versions of everything in constraints.txt (in an environment of its own)
	@.ci/constraints "$(PYTHON)"

clean:  ## Remove the environment and what tools left behind
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## Show this list
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F '|' '{printf "%-18s %s\n", $$1, $$2}'

# Each stamp is younger than what it was made from, so that a second `make run` starts at once.
.venv/ready-to-run: pyproject.toml constraints.txt
	@echo "Installing Canvas Wizard (the first time takes a minute) ..."
	@$(INSTALL) --editable .
	@touch $@

.venv/ready-to-test: pyproject.toml constraints.txt
	@echo "Installing Canvas Wizard and what its tests need (the first time takes a minute) ..."
	@$(INSTALL) --editable '.[dev]'
	@touch $@ .venv/ready-to-run

.venv/ready-to-bench: pyproject.toml constraints.txt
	@echo "Installing Canvas Wizard and what it is measured against ..."
	@$(INSTALL) --editable '.[bench]'
	@touch $@ .venv/ready-to-run

# There is no environment yet, its Python is gone, or the folder has moved (the programs in .venv name the place
# they were made in): then it is made anew, and everything installed again.
ifneq ($(shell test -x .venv/bin/python && cat .venv/made-in 2>/dev/null),$(CURDIR))
.PHONY: environment
.venv/ready-to-run .venv/ready-to-test .venv/ready-to-bench: environment
environment:
	@.ci/environment "$(PYTHON)"
endif
