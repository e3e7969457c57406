# Two commands do everything: `make demo` and `make test`.
# Both install what is missing and can be run again at no cost.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

DEMO_PACKAGES := python3-venv libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
	libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0
TEST_PACKAGES := $(DEMO_PACKAGES) xvfb xauth xdotool openbox cups cups-ipp-utils libzbar0 binutils strace \
	ibus ibus-libpinyin dbus-x11 postgresql chromium

.PHONY: help demo test lint bench soak bundle words pictures clean

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: $(STAMP)  ## the main job on the shipped demo event; results in demo-out/
	@.ci/packages $(DEMO_PACKAGES)
	$(BIN)/python main.py demo --out demo-out

test: $(STAMP)  ## the whole test suite
	@.ci/packages $(TEST_PACKAGES)
	$(BIN)/python -m pytest -m "not slow"

lint: $(STAMP)  ## ruff, mypy strict, import-linter
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)  ## measure beside the peers; writes docs/benchmarks.md
	@.ci/packages $(TEST_PACKAGES)
	$(BIN)/python -m tests.bench $(BENCH)

soak: $(STAMP)  ## the full sizes of the slow tests
	@.ci/packages $(TEST_PACKAGES)
	$(BIN)/python -m pytest -m slow

bundle: $(STAMP)  ## a one-folder application in dist/, tried out
	@.ci/packages $(TEST_PACKAGES)
	.ci/bundle

words: $(STAMP)  ## take new phrases into assets/i18n and compile the translations
	$(BIN)/pyside6-lupdate $$(find kiosk/ui -name '*.py') -ts assets/i18n/kiosk_zh.ts \
		-source-language en -target-language zh_CN -no-obsolete -locations none
	$(BIN)/pyside6-lrelease assets/i18n/kiosk_zh.ts -qm assets/i18n/kiosk_zh.qm

pictures: $(STAMP)  ## the README's picture strip, made by `screens`
	rm -rf build/pictures
	$(BIN)/python main.py screens --out build/pictures --size 540x960 --face self
	$(BIN)/python main.py screens --out build/pictures --size 1280x720 --face desk --lang zh
	cp build/pictures/self-zh-*-waiting.png docs/pictures/self-zh-waiting.png
	cp build/pictures/self-en-*-welcome-badge-confirmed.png docs/pictures/self-en-welcome.png
	cp build/pictures/self-zh-*-refused-unpaid.png docs/pictures/self-zh-refused.png
	cp build/pictures/self-en-*-question.png docs/pictures/self-en-question.png
	cp build/pictures/desk-zh-*-welcome-badge-confirmed.png docs/pictures/desk-zh-welcome.png

clean:  ## remove what was built, keep the environment
	rm -rf build dist demo-out .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(STAMP): requirements.lock
	@.ci/packages python3-venv
	@echo "Installing the locked Python packages into $(VENV) (once, about 800 MB) ..."
	$(PYTHON) -m venv $(VENV)
	@# --no-deps: the lock names every package; a resolver would ask for releases newer than the lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip check
	@touch $(STAMP)
