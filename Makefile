# What a person runs and what CI runs are the same targets.
PYTHON ?= python3
# The CPU build of torch, where the package index offers one; on Linux the plain name pulls gigabytes of CUDA.
TORCH ?= torch==2.13.0
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
BENCH ?= ../shared/bench
TRAIN_DATA ?= ../shared/train
STORY ?= fixtures/stories/nikopol-shelling

.PHONY: help demo test browser check lint types imports format eval bench scale train picture screenshot clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "$(TORCH)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

demo: $(INSTALLED)  ## set up, then compare the sources of a story (STORY=folder)
	$(BIN)/claimcheck compare --exit-zero $(wildcard $(STORY)/*.md $(STORY)/*.txt)

test: $(INSTALLED)  ## set up, then run the tests and the checks
	$(MAKE) check
	$(BIN)/python -m pytest -q -n 2

browser: $(INSTALLED)  ## what the tests of the HTML report need beside a chromium; what cannot be had is told, and they skip
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[browser]" \
	|| echo "playwright is missing: the tests in a browser will be skipped" >&2
	@timeout 60 npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --silent \
	|| echo "axe-core is missing (npm ci --prefix tests/browser): the tests of accessibility will be skipped" >&2
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || test -n "$$CLAIMCHECK_BROWSER" \
	|| echo "chromium is missing (apt-get install chromium): the tests in a browser will be skipped" >&2

check: lint types imports  ## ruff, mypy --strict and the directions of imports

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	$(BIN)/mypy --strict claimcheck

imports: $(INSTALLED)
	$(BIN)/lint-imports

format: $(INSTALLED)  ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(INSTALLED)  ## measure quality (slow): fixtures, and ../shared/bench where it is
	$(BIN)/python -m benchmarks.stories
	$(BIN)/python -m benchmarks.fit_alignment
	$(BIN)/python benchmarks/claims.py
	$(BIN)/python -m benchmarks.judge pairs --root $(BENCH)
	$(BIN)/python -m benchmarks.judge stories --root $(BENCH)
	$(BIN)/python -m benchmarks.reliability --root $(BENCH)
	$(BIN)/python -m benchmarks.grouping
	@if test -e $(BENCH)/score.py; then $(BIN)/python $(BENCH)/score.py quantity dates figures alignment pairs; \
	else echo "$(BENCH) is not here: the labelled sets are skipped"; fi

bench: $(INSTALLED)  ## measure speed
	$(BIN)/python -m benchmarks.speed --json benchmarks/speed.json

scale: $(INSTALLED)  ## scan invented archives with both engines, one run killed in the middle (slow)
	$(BIN)/python -m benchmarks.scan 1000 --kill --engines local dask

train: $(INSTALLED)  ## train the entailment model (hours on two cores) from TRAIN_DATA, and export it
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[train]"
	$(BIN)/python -m training --data $(TRAIN_DATA)

picture: $(INSTALLED)  ## draw the report of the README again, and fill its measured parts
	$(BIN)/python -m benchmarks.picture
	$(BIN)/python -m benchmarks.readme

screenshot: $(INSTALLED)  ## take the picture of the HTML report (needs chromium)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[browser]"
	$(BIN)/python -m benchmarks.screenshot

clean:  ## remove what was installed and cached here
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
