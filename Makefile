# Everything a fresh machine needs: Python 3.11 or later, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help test demo check bench lock clean
help:            ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

PIP := $(BIN)/pip install --quiet --disable-pip-version-check
INSTALL := $(PIP) --no-deps --no-build-isolation -e .

$(VENV)/runs: requirements.lock requirements-build.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements-build.lock
	$(PIP) --require-hashes -r requirements.lock
	$(INSTALL)
	touch $@

$(VENV)/ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements-dev.lock
	$(INSTALL)
	touch $(VENV)/runs $@

demo: $(VENV)/runs  ## start the bot and its sandbox (EVENT=events/die-2026.toml PORT=8090), and say where the page is
	$(BIN)/python -m bot demo $(if $(EVENT),--event "$(EVENT)") $(if $(PORT),--port $(PORT))

check: $(VENV)/ready  ## style, types, import directions, catalogues and event files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot check

# Twice the cores: many tests wait for a process of theirs.
WORKERS = $$(($$(getconf _NPROCESSORS_ONLN) * 2))

test: check      ## check, then every test, on all cores
	$(BIN)/pytest --quiet -r fER --numprocesses $(WORKERS) --maxprocesses 8 --dist worksteal

bench: $(VENV)/ready  ## how many steps of a dialogue a second, beside others' bots
	$(BIN)/python -m bench

PIN := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet
lock: $(VENV)/ready  ## pin the dependencies of pyproject.toml anew
	$(BIN)/pip install --quiet uv
	$(BIN)/$(PIN) pyproject.toml --group dev -o requirements-dev.lock
	$(BIN)/$(PIN) pyproject.toml --constraint requirements-dev.lock -o requirements.lock
	printf 'hatchling\neditables\n' | $(BIN)/$(PIN) - --constraint requirements-dev.lock -o requirements-build.lock

clean:           ## forget the environment and the caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
