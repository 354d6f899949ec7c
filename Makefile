# wirecheck: `make demo` shows it, `make test` and `make test-all` test everything, `make docs` builds the site,
# `make generate` writes what follows from the tables, `make bench` measures beside other programs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORT := wirecheck-report.html
EXTRAS := notebook,polars,duckdb,test
SAMPLES := python/wirecheck/samples/articles.jsonl

.PHONY: demo test test-all rust python generate docs bench develop tools clean

# Builds wirecheck into .venv, checks the sample articles and writes the report as a page.
demo: tools
	@$(PYTHON) -m venv $(VENV)
	@echo "building wirecheck (a few minutes the first time) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check "maturin>=1.9.4,<2" ".[notebook]"
	@$(BIN)/wirecheck check $(SAMPLES) || [ $$? -eq 1 ]
	@$(BIN)/wirecheck check $(SAMPLES) --format html --output $(REPORT) >/dev/null || [ $$? -eq 1 ]
	@echo
	@echo "the same as a page: $(CURDIR)/$(REPORT)"

test: rust python

rust: tools
	cargo fmt --check
	cargo clippy --quiet --all-targets --features python -- -D warnings
	cargo test --quiet

python: develop
	$(BIN)/ruff check python tests tools benchmarks examples
	$(BIN)/ruff format --check python tests tools benchmarks examples
	$(BIN)/mypy
	$(BIN)/pytest -n auto -m "not browser and not release and not slow and not spark"

# What `make test` leaves out: pages and notebooks in a browser, Spark, the site, what takes minutes, and the sdist and wheel as they are
# published, which compiles the crate once more. What needs Chromium, Java or cargo-deny is skipped without it, and says so.
test-all: EXTRAS := $(EXTRAS),browser,docs,spark
test-all: develop
	$(BIN)/pytest -m "browser or release or slow or spark"

# What src/table/ says, as row types and as a page.
generate: develop
	$(BIN)/python tools/generate.py

# The documentation as a site, in target/site/html; a broken link or a page that stands nowhere ends it.
docs: EXTRAS := docs
docs: develop
	$(BIN)/python tools/site.py

# Speed and accuracy beside other programs, into docs/speed.md; they are installed in target/peers. BENCH takes options, such as --articles 20.
bench: develop
	$(BIN)/python benchmarks/peers --install --write $(BENCH)

# The package, as a wheel built and installed into .venv with everything its tests need.
develop: tools
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check "maturin>=1.9.4,<2" ".[$(EXTRAS)]"

tools:
	@command -v $(PYTHON) >/dev/null || { echo "wirecheck needs Python 3.11 or later: install it from https://www.python.org/downloads/"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "wirecheck needs Python 3.11 or later, and $(PYTHON) is older: install one and run make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "this Python has no venv: install it (on Debian and Ubuntu: apt install python3-venv)"; exit 1; }
	@command -v cargo >/dev/null || { echo "wirecheck needs cargo: install Rust from https://rustup.rs"; exit 1; }

clean:
	rm -rf target $(VENV) $(REPORT)
