# Everything a person types here. `make help` lists it.

PYTHON ?= python3
BIN := .venv/bin
SETUP := packaging/setup
OFFSCREEN := QT_QPA_PLATFORM=offscreen
SCREEN := xvfb-run -a -s '-screen 0 1920x1200x24' env QT_QPA_PLATFORM=xcb
PYTEST := $(BIN)/pytest --timeout=300
# One process for each processor; who is done early takes tests from the others.
SHARED := -n auto --dist worksteal

say = @printf '== %s\n' '$(1)'

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup tools screen run tour screens lint types layers quick test bench torture words lock clean
.PHONY: deb run-installer setup-exe msi installers test-installers

help:  ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*##/make \1\t/p' $(MAKEFILE_LIST) | expand -t 22

setup:  ## make .venv with the locked packages
	@$(PYTHON) $(SETUP)/environment.py

tools:
	@$(PYTHON) $(SETUP)/environment.py --tests

screen: tools
	@$(PYTHON) $(SETUP)/native.py --tests
	@$(PYTHON) $(SETUP)/optional.py

run: setup  ## open the kiosk in a window, with a data folder of its own
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(PYTHON) $(SETUP)/native.py && \
		exec $(BIN)/mentor-kiosk run --windowed --data-dir build/run-data; \
	else \
		echo 'There is no display here (no DISPLAY, no WAYLAND_DISPLAY): drawing the tour instead.'; \
		$(MAKE) --no-print-directory tour; \
	fi

tour: setup  ## draw every screen to build/tour, no display needed
	@$(PYTHON) $(SETUP)/native.py --pictures
	$(call say,drawing every screen to build/tour)
	@$(OFFSCREEN) $(BIN)/mentor-kiosk tour --out build/tour

screens: tools  ## draw every screen in every language, theme, text size and window to build/screens
	@$(PYTHON) $(SETUP)/native.py --pictures
	$(call say,drawing contact sheets to build/screens)
	@$(OFFSCREEN) PYTHONPATH=tests $(BIN)/python tests/ui/contact_sheets.py --out build/screens

lint:
	$(call say,ruff: faults and form)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types:
	$(call say,mypy: types)
	@$(BIN)/mypy

layers:
	$(call say,import-linter: an arrow may only point down)
	@$(BIN)/lint-imports

quick: tools lint types layers  ## the checks of a minute, before a commit
	@$(PYTHON) $(SETUP)/native.py --pictures
	$(call say,pytest: all but the screens, the journeys and the slow ones)
	@$(OFFSCREEN) $(PYTEST) $(SHARED) --ignore=tests/journeys --ignore=tests/ui -m 'not slow'

test: screen lint types layers  ## every check there is
	$(call say,pytest: rules and files and commands and screens on all processors)
	@$(OFFSCREEN) $(PYTEST) $(SHARED) --ignore=tests/journeys --ignore=tests/reliability
	$(call say,pytest: kills and refusals and power cuts one after the other)
	@$(OFFSCREEN) $(PYTEST) tests/reliability
	$(call say,pytest: the journeys in real windows on a virtual screen)
	@$(SCREEN) $(PYTEST) tests/journeys $(ALSO)

deb:  ## make the package for Debian and Ubuntu, into dist/
	@$(PYTHON) packaging/build.py deb

run-installer:  ## make the .run file for any Linux
	@$(PYTHON) packaging/build.py run

setup-exe:  ## make setup.exe for Windows, through Wine (root, Debian)
	@$(PYTHON) packaging/build.py setup

msi:  ## make the .msi for Windows, through Wine
	@$(PYTHON) packaging/build.py msi

installers:  ## make all four, with their sums and bills of materials
	@$(PYTHON) packaging/build.py

test-installers: screen  ## prove what 'make installers' made
	@$(PYTHON) packaging/prove.py

bench: screen  ## measure against the budgets
	@$(BIN)/python tests/benchmarks/run.py

torture: screen  ## kill, refuse, fill up and damage with full counts; about an hour
	@$(BIN)/python tests/reliability/torture.py

words: tools  ## gather what is to be translated into resources/translations
	@$(BIN)/python $(SETUP)/words.py

lock:  ## renew the lock files from packaging/requirements/*.in
	@$(PYTHON) $(SETUP)/lock.py

clean:  ## take away .venv and everything made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find kiosk tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
