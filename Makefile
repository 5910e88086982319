# make run      sets up what is needed, then serves the wizard at http://127.0.0.1:8000 (another: make run PORT=8080)
# make test     sets up the test tools too, then runs all the tests
# make check    style, types, the rules of who may import whom, and how hard our words are to read
# make setup    only sets up; quick and without a network when nothing has changed
# make lock     chooses the newest allowed packages anew, and writes the lock files
# make coverage runs the tests of agreements/ once more, and tells which lines and branches of it none of them takes
# make sheets   draws every page of every example in small, into build/contact-sheets
# make wheel    builds the packages that can be installed elsewhere, into dist
# make audit    asks whether a known weakness is in the locked packages (needs a network)
# make clean    removes everything that these commands have made, and no agreement

PYTHON ?= python3
PORT ?= 8000
TESTS ?= tests

IN_VENV := .venv/bin/python
NODE := $(IN_VENV) setup/node.py
PIP_INSTALL := $(IN_VENV) -m pip install --quiet --disable-pip-version-check --no-deps
NPM_CI := $(NODE) npm ci --no-progress --loglevel=error
LOCK := $(IN_VENV) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate

.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: setup setup-tests run test check coverage sheets lock wheel audit clean machine-run machine-test

setup: machine-run .venv/run.stamp build/fonts/coverage.json build/assets/wizard.css

setup-tests: machine-test .venv/test.stamp node_modules/test.stamp setup

run: setup
	PORT=$(PORT) $(IN_VENV) -m service

# The tests find the Node.js of the environment first, so that a machine needs none of its own.
test: setup-tests
	PATH="$(CURDIR)/.venv/bin:$$PATH" $(IN_VENV) -m pytest -n 2 --dist worksteal $(TESTS)

check: setup-tests
	$(IN_VENV) -m ruff check
	$(IN_VENV) -m ruff format --check
	$(IN_VENV) -m mypy
	.venv/bin/lint-imports
	$(IN_VENV) -m setup.plain_words

# Slow, and so apart from `make test`: to watch every line makes the tests take twice as long.
coverage: setup-tests
	$(IN_VENV) -m coverage erase
	$(IN_VENV) -m coverage run -m pytest -n 2 --dist worksteal $(TESTS) \
		--ignore tests/service --ignore tests/browser --ignore tests/packaging
	$(IN_VENV) -m coverage combine --quiet
	$(IN_VENV) -m coverage report

sheets: setup-tests
	$(IN_VENV) -m setup.contact_sheets

wheel: setup
	$(IN_VENV) -m hatchling build

audit: setup-tests
	$(IN_VENV) -m pip_audit --disable-pip --require-hashes -r setup/locks/test.txt

lock: setup-tests
	$(LOCK) pyproject.toml --extra web --extra postgresql --extra dev --group setup -o setup/locks/test.txt
	$(LOCK) pyproject.toml --extra web --group setup -c setup/locks/test.txt -o setup/locks/run.txt
	$(LOCK) --group node -c setup/locks/test.txt -o setup/locks/node.txt
	$(NODE) npm install --package-lock-only

clean:
	rm -rf .venv node_modules build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# System libraries and programs: looked for every time, which takes a moment.
machine-run machine-test: machine-%:
	@$(PYTHON) setup/machine.py $*

# Python packages, at exactly the versions of the lock files. A stamp is the sign that all went well.
.venv/bin/python: | machine-run
	$(PYTHON) -m venv --clear .venv

.venv/run.stamp: setup/locks/run.txt pyproject.toml | .venv/bin/python
	$(PIP_INSTALL) --require-hashes -r setup/locks/run.txt
	$(PIP_INSTALL) --no-build-isolation -e .
	@touch $@

.venv/test.stamp: setup/locks/test.txt .venv/run.stamp
	$(PIP_INSTALL) --require-hashes -r setup/locks/test.txt
	@touch $@

# Fonts and page components. npm empties the folder first, so each stamp stands for the whole of it.
node_modules/run.stamp: package-lock.json .npmrc | .venv/run.stamp
	$(NPM_CI) --omit=dev
	@touch $@

node_modules/test.stamp: package-lock.json .npmrc | .venv/test.stamp
	$(NPM_CI)
	@touch node_modules/run.stamp $@

build/fonts/coverage.json: setup/fonts.py setup/fonts.toml package-lock.json | node_modules/run.stamp
	$(IN_VENV) setup/fonts.py

build/assets/wizard.css: $(wildcard service/styles/*.scss) templates/pages/agreement.css package-lock.json | node_modules/run.stamp
	rm -rf build/assets
	mkdir -p build/assets
	cp node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js build/assets/
	$(NODE) node node_modules/sass/sass.js --no-source-map --style=compressed --load-path=node_modules \
		service/styles/wizard.scss $@
