# One place for every command; each builds .venv by itself when it is missing or stale.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.built-from-lock

# Whoever asks Python to keep no bytecode would have every process of the tests compile everything again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test quick lint check bench soak pictures lock clean

help: ## show these lines
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | expand -t 10

$(STAMP): requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

run: $(STAMP) ## the bot when BOT_TOKEN is set, else the sandbox: a local Telegram in the browser
	@if [ -n "$$BOT_TOKEN" ] || grep -qs '^BOT_TOKEN=.' .env; then exec $(BIN)/python -m bot; \
	else exec $(BIN)/python -m sandbox; fi

quick: $(STAMP) ## the tests of the first two minutes
	$(BIN)/python -m pytest -m "not slow and not browser and not soak" -n auto --dist loadfile

test: $(STAMP) ## every test: the quick ones, more examples, those with processes of their own, the browser
	$(BIN)/python -m tests

lint: $(STAMP) ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports --no-cache

check: lint test ## lint and test: what a change must pass

bench: $(STAMP) ## figures against their bars; ONLY=foundation for one group
	$(BIN)/python -m tests.bench $(ONLY)

soak: $(STAMP) ## faults, loads and attacks, T1 to T38, each figure beside its bar; ONLY="T8 T15" for some
	SOAK_ROUNDS=$${SOAK_ROUNDS:-500} $(BIN)/python -m tests.soak $(ONLY)

pictures: $(STAMP) ## the pictures of README and docs, made by the tests; docs/screens.md with every screen
	PICTURES=docs/pictures $(BIN)/python -m pytest -m browser tests/browser
	PICTURES=docs/pictures $(BIN)/python -m pytest tests/papers/templates/test_pictures.py
	PICTURES=docs/pictures $(BIN)/python -m tests.screens

COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links --extra postgres pyproject.toml

lock: ## renew requirements.lock, and what a server needs of it: hashes for Python 3.11 and newer, no download addresses
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/pip install --quiet --disable-pip-version-check uv
	.venv-lock/bin/$(COMPILE) --upgrade --extra dev -o requirements.lock
	.venv-lock/bin/$(COMPILE) -c requirements.lock -o deploy/requirements.lock
	rm -rf .venv-lock

clean: ## forget the environment and the caches
	rm -rf .venv .venv-lock .mypy_cache .ruff_cache .hypothesis .import_linter_cache
