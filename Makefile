# Each target works from a fresh clone in one command. All names are relative, so that the
# checkout may lie in a folder with spaces or umlauts.

PYTHON ?= python3
BIN := .venv/bin
SETUP := $(PYTHON) .ci/setup.py

# Under `make -j` two set-ups would work on one `.venv`.
.NOTPARALLEL:
.PHONY: help setup-run setup-dev setup-build run test check bench bundle bench-bundle \
	screenshots lock translations clean

help:  ## this list
	@awk -F ':.*##  *' '/^[a-z-]+:.*##/ { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup-run setup-dev setup-build: setup-%:
	@$(SETUP) $*

run: setup-run  ## set up what is missing and open the window (without a display: write the demo)
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		exec $(BIN)/kiassess; \
	fi; \
	case "$${LC_ALL:-$$LANG}" in \
		de*) echo "Kein Bildschirm gefunden: statt des Fensters entsteht ein Beispiel in demo/." ;; \
		*) echo "No display found: instead of the window an example is written to demo/." ;; \
	esac; \
	exec $(BIN)/kiassess demo demo/

test: setup-dev  ## the whole test suite; PYTEST_ARGS="-k profile" narrows it down
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --dist worksteal $(PYTEST_ARGS)

check: setup-dev  ## formatter, linter, types, questionnaire, translation
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/kiassess check questionnaires resources/example/buergerbuero
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q tests/ui/test_translation.py

bench: setup-dev  ## the benchmark table; BENCH_JSON=FILE also writes it
	@QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python tests/bench/bench.py

screenshots: setup-run  ## every page and dialog as a picture, to build/screenshots
	@QT_QPA_PLATFORM=offscreen $(BIN)/kiassess selftest --screenshots build/screenshots

bundle: setup-build  ## the desktop bundle, its self-test, and the installers this machine can build
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN \
		--distpath dist --workpath build/pyinstaller build_installer.spec
	$(BIN)/python .ci/bundling

bench-bundle: setup-build  ## after `make bundle`: its size, start and memory against bare ones
	@$(BIN)/python tests/bench/bundle.py

# The pins stay as they are unless UPGRADE=--upgrade (or "--upgrade-package NAME") is given.
# No configuration of this machine: a private mirror would bring private names and other hashes.
COMPILE = env -u UV_DEFAULT_INDEX -u UV_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL \
	-u UV_FIND_LINKS $(BIN)/uv pip compile pyproject.toml --quiet --no-config --universal \
	--python-version 3.11 --generate-hashes --annotation-style line \
	--custom-compile-command "make lock" $(UPGRADE)
lock: setup-dev  ## write the lock files anew from pyproject.toml; UPGRADE=--upgrade renews the pins
	$(COMPILE) --group install --group dev --output-file requirements-dev.lock >/dev/null
	$(COMPILE) --group install --constraint requirements-dev.lock \
		--output-file requirements.lock >/dev/null
	$(COMPILE) --group install --group build --constraint requirements-dev.lock \
		--output-file requirements-build.lock >/dev/null

I18N := resources/i18n
UPDATE = $(BIN)/pyside6-lupdate -silent -extensions py -locations none -no-obsolete
translations: setup-dev  ## collect the texts of the window and compile the translations
	$(UPDATE) kiassess/ui kiassess/app.py -ts $(I18N)/kiassess_de.ts
	$(UPDATE) -pluralonly kiassess/ui kiassess/app.py -ts $(I18N)/kiassess_en.ts
	$(BIN)/pyside6-lrelease -silent $(I18N)/kiassess_de.ts -qm $(I18N)/kiassess_de.qm
	$(BIN)/pyside6-lrelease -silent $(I18N)/kiassess_en.ts -qm $(I18N)/kiassess_en.qm

clean:  ## remove what was built; .venv stays
	rm -rf build dist demo .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name .venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
