# Everything goes into .venv, so nothing of yours is changed. A stamp file says which requirements it holds.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# One worker for each processor, but never more than four browsers and planners at once.
WORKERS := --numprocesses auto --maxprocesses 4 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help run watch test check agree prove fuzz pictures bench clean browser

help:   ## Say what there is
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile

run: .venv/runs   ## Open the planner, for this machine only
	$(BIN)/python -m streamlit run app.py --server.address localhost

watch: .venv/runs   ## Open the planner, and take in what you change in its files
	$(BIN)/python -m streamlit run app.py --server.address localhost --server.fileWatcherType auto

test: .venv/tests browser check   ## Run every check and every test, those in a browser too
	$(BIN)/python -m pytest $(WORKERS)

check: .venv/tests   ## Look at format, lint, types, layers and spelling
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/python -m codespell_lib

agree: .venv/tests   ## Accept today's documents as the golden ones
	$(BIN)/python -m pytest --agree tests/documents

prove: .venv/tests browser   ## Ask LibreOffice, Microsoft's Open XML SDK and nginx about what we make and how we run
	$(BIN)/python -m tests.prove.install
	$(BIN)/python -m pytest tests/prove

fuzz: .venv/tests   ## Throw spoilt files at the openers for five minutes
	@$(PIP) install "atheris>=3,<4"
	$(BIN)/python -m tests.fuzz.fuzz

pictures: .venv/tests browser   ## Take a picture of every page, light and dark, desk and phone, into out/pictures
	$(BIN)/python -m tests.browser.pictures

bench: .venv/tests browser   ## Time the planner, let 100 people walk at once, and write docs/benchmarks.md
	$(BIN)/python -m tests.prove.install nginx
	$(BIN)/python -m tests.bench.bench
	$(BIN)/python -m tests.bench.side_by_side
	$(BIN)/python -m tests.bench.many_people
	$(BIN)/python -m tests.servers.reliability
	$(BIN)/python -m tests.bench.missed

clean:  ## Forget the set-up, to start afresh
	rm -rf .venv

browser: .venv/tests
	$(BIN)/python -m tests.browser.install

.venv/made:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name yours: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "This needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name another: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Setting up .venv (the first time takes a minute or two)"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/runs: .venv/made requirements.txt
	@echo "Installing requirements.txt"
	@$(PIP) install --requirement requirements.txt
	@touch $@

.venv/tests: .venv/runs requirements-dev.txt
	@echo "Installing requirements-dev.txt"
	@$(PIP) install --requirement requirements-dev.txt
	@touch $@
