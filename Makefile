# Two commands on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check install install-dev format words clean

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ $(VENV)/.installed

# The audit exits with 1 when it finds something: that is what a demonstration should show.
demo: install ## audit the founding case, in French and English, and say where the reports are
	@mkdir -p out
	@$(BIN)/auditor audit samples/marc-l --lang fr --to out/marc-l.fr.html || test $$? -eq 1
	@$(BIN)/auditor audit samples/marc-l --lang en --to out/marc-l.en.html || test $$? -eq 1
	@echo "The reports: out/marc-l.fr.html (français) and out/marc-l.en.html (English)."

test: install-dev ## run every test, on every core
	$(BIN)/python -m pytest -n auto --dist worksteal

check: install-dev ## format, lint, types, architecture; the tests are `make test`
	$(BIN)/ruff format --check auditor tests training benchmarks
	$(BIN)/ruff check auditor tests training benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install-dev ## put the code in its usual form
	$(BIN)/ruff format auditor tests training benchmarks
	$(BIN)/ruff check --fix auditor tests training benchmarks

words: install-dev ## collect the sentences of code and templates into the French catalogue
	@mkdir -p out
	$(BIN)/pybabel -q extract -F babel.cfg --no-default-keywords -k say -k error -k AuditorError -k MandateError -k PackError -k OutputError -k ResultError -k VaultError -k CohortError -k ScreeningError -k PluginError --no-location --sort-output -o out/auditor.pot .
	$(BIN)/pybabel -q update -i out/auditor.pot -o reports/locales/fr/auditor.po -l fr --no-fuzzy-matching --width 100

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis
