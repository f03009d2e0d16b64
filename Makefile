PYTHON ?= python3
BIN := .venv/bin

# Let Python keep compiled files, because compiling all tests takes each process ten seconds.
unexport PYTHONDONTWRITEBYTECODE

# Material for MkDocs begins every build with a long notice about MkDocs 2.0; this turns it off.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve quick test test-slow test-hostile test-hosts lint format reference docs shots lighthouse bench dist clean

# Links that name the file work without a server, so the pages can be opened from disk.
LINKS := --no-directory-urls

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/.site ## Build the example into example-site/site
	$(BIN)/mkdocs build --strict $(LINKS) -f example-site/mkdocs.yml
	@echo 'Open example-site/site/blog/index.html in a browser. To edit it and see the changes: make serve'

serve: .venv/.site ## Preview the example while you edit it
	@echo 'The preview is ready when the line "Serving on" is there. Then open http://127.0.0.1:8000/blog/ in a browser.'
	$(BIN)/mkdocs serve -f example-site/mkdocs.yml

# One process runs all tests of a file, so that it builds a site only once.
PYTEST := $(BIN)/pytest -n auto --dist loadfile
QUICK := tests/core tests/jekyll tests/layout tests/publish tests/test_house.py
CHANGED = $(shell git ls-files -mo --exclude-standard -- 'tests/**/test_*.py' 2>/dev/null)

quick: .venv/.dev ## Run the tests that build no site, and those in files that you changed: 30 seconds
	$(PYTEST) -q $(sort $(QUICK) $(wildcard $(CHANGED)))

test: .venv/.dev ## Run the tests: 3 minutes on two processors
	$(PYTEST) -m "not slow"

test-slow: .venv/.dev ## Run the slow tests: in a browser, with other plugins, of old faults and of the preview
	$(PYTEST) -m slow

test-hostile: .venv/.dev ## Build sites from hostile posts, and look for harm
	$(BIN)/pytest -q -n auto --dist loadgroup tests/hostile

test-hosts: .venv/.nox ## Run the tests on MkDocs and ProperDocs with each theme, each in its own environment
	$(BIN)/nox

lint: .venv/.dev ## Check style, types, imports, and the English of the manual
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m tools.prose

format: .venv/.dev ## Format the code, and fix what ruff can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

reference: .venv/.site ## Write the parts of the manual that are generated from the code
	$(BIN)/python -m tools.reference

# The manual links to the example. Where it is published, the example is below it.
ifdef MANUAL_URL
docs: export EXAMPLE_URL := $(MANUAL_URL:%/=%)/example/
endif
docs: .venv/.site ## Build the manual into build/manual, and the example into its folder
	$(BIN)/mkdocs build --strict $(LINKS)
	$(BIN)/mkdocs build --strict $(LINKS) -f example-site/mkdocs.yml -d ../build/manual/example
	@echo 'Open build/manual/index.html in a browser. Its search needs a server: python3 -m http.server -d build/manual'

shots: .venv/.dev ## Take pictures of the example on six themes, for build/shots and the manual (needs chromium)
	$(BIN)/python tests/browser/shots.py
	$(BIN)/python -m tests.browser.pictures

lighthouse: .venv/.dev ## Measure the example with Lighthouse (needs chromium and npm)
	@[ -d build/lighthouse ] || npm install --silent --no-fund --no-audit --prefix build/lighthouse lighthouse
	$(BIN)/python -m tests.browser.lighthouse

bench: .venv/.bench ## Compare with other engines, and write the result into the manual (needs npm)
	$(BIN)/python -m tests.benchmarks --pelican build/pelican/bin/pelican
	$(BIN)/python -m tests.benchmarks.contents --zensical build/zensical/bin/zensical --docusaurus build/docusaurus
	$(BIN)/python -m tests.benchmarks.others --zensical build/zensical/bin/zensical --docusaurus build/docusaurus
	$(BIN)/pytest -q --benchmark-columns=median,iqr tests/benchmarks/parts.py

dist: .venv/.nox ## Build the packages into dist, check them, and build the example with them
	$(BIN)/nox -s dist wheel install

clean: ## Remove everything that these targets have made
	rm -rf .venv .nox build dist site example-site/site .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/.site: .venv/pyvenv.cfg pyproject.toml
	$(BIN)/pip install -qq --disable-pip-version-check -e '.[material]'
	@touch $@

.venv/.dev: .venv/pyvenv.cfg pyproject.toml
	$(BIN)/pip install -qq --disable-pip-version-check -e '.[dev]'
	@touch $@

# Pelican needs an older Pygments than Material does, so it gets its own environment.
.venv/.bench: .venv/.dev
	$(BIN)/pip install -qq --disable-pip-version-check 'pytest-benchmark>=5'
	@$(PYTHON) -m venv build/pelican
	build/pelican/bin/pip install -qq --disable-pip-version-check 'pelican[markdown]>=4.11' pymdown-extensions
	@$(PYTHON) -m venv build/zensical
	build/zensical/bin/pip install -qq --disable-pip-version-check zensical
	npm install --silent --no-fund --no-audit --prefix build/docusaurus \
		@docusaurus/core@3 @docusaurus/preset-classic@3 @docusaurus/plugin-client-redirects@3 react@19 react-dom@19
	@touch $@

.venv/.nox: .venv/pyvenv.cfg
	$(BIN)/pip install -qq --disable-pip-version-check 'nox>=2025.5.1'
	@touch $@

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.x …" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
