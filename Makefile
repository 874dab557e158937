# `make` alone lists what there is. Everything below runs in .venv, which is made here and nowhere else.
PORT ?= 8050
DATASETS ?=
SEEDS ?=

# The first of these that runs and is new enough; a version manager's shim can be there and not run.
python := $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
run := .venv/bin/python -m
pytest := $(run) pytest -n auto --dist worksteal
folders := $(if $(DATASETS),--datasets '$(DATASETS)') $(if $(SEEDS),--seeds '$(SEEDS)')

# Some containers set it: then each process compiles every module anew, which takes a third of a second. What runs
# without make there has the modules as they were compiled when .venv was made.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test long browser check format thorough bench soak clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: .venv/installed ## the dashboard on http://127.0.0.1:PORT (PORT=8050, DATASETS=folder, SEEDS=folder)
	$(run) dashboard --port $(PORT) $(folders)

test: browser ## the tests, in some minutes (BROWSER=no leaves the browser tests out)
	$(pytest) -m 'not long' --hypothesis-profile quick

long: browser ## the tests that take long, and those of any input with more of it
	$(pytest) -m 'long or hypothesis'

browser: .venv/installed ## a browser for the tests, where there is none
ifneq ($(BROWSER),no)
	$(run) tests.browser.browser
	$(run) tests.browser.nginx
endif

check: .venv/installed ## lint, format and types
	$(run) ruff check
	$(run) ruff format --check
	$(run) ty check

format: .venv/installed ## the format and the lint that can be mended by itself
	$(run) ruff check --fix
	$(run) ruff format

thorough: browser ## every test at its longest: all corruptions, ten times the examples, every window, newer Pythons
	THOROUGH=1 EVERY_CORRUPTION=1 $(pytest)

bench: .venv/installed ## the benchmarks, which take an hour and a half
	$(run) tests.benchmarks

soak: .venv/installed ## ten minutes of changing files under readers, then 20,000 hostile requests
	$(run) tests.benchmarks.soak

clean: ## everything away that is made here
	rm -rf .venv .hypothesis .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -prune -exec rm -rf {} +

# Debian's Python comes without venv; root can have it at once, as on a fresh machine or in a container.
.venv/installed: pyproject.toml constraints.txt
	@[ -n '$(python)' ] || { echo 'Python 3.11 or newer is needed: apt-get install python3' >&2; exit 1; }
	@$(python) -c 'import ensurepip' 2>/dev/null \
		|| { [ "$$(id -u)" = 0 ] && apt-get update && apt-get install -y python3-venv; } \
		|| { echo '$(python) cannot make an environment; as root: apt-get install python3-venv' >&2; exit 1; }
	$(python) -m venv .venv
	$(run) pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,lint]'
	$(run) compileall -q dashboard validation
	@touch $@
