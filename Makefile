# The front door. `make demo` and `make test` install what is missing, build, and run.
# On Debian and its kin the packages come from apt; elsewhere the list is printed and nothing is touched.
PACKAGES := $(shell sed 's/\#.*//' tools/packages.txt)
PRESET   ?= release
BUILD    := build/$(PRESET)
JOBS     ?= $(shell nproc)
PREFIX   ?= /usr/local

.PHONY: all build demo test bench bench-pairs pairs-model install packages sanitize format lint tidy clean

all: build

packages:
	@tools/install_packages.sh $(PACKAGES)

build: packages
	@cmake --preset $(PRESET) > /dev/null
	@cmake --build --preset $(PRESET) -j $(JOBS)

demo: packages
	@cmake --preset $(PRESET) -DENTENTE_TESTS=OFF > /dev/null
	@cmake --build --preset $(PRESET) -j $(JOBS) --target entente
	@tools/demo.sh $(BUILD)/entente

test: packages
	@cmake --preset $(PRESET) -DENTENTE_TESTS=ON > /dev/null
	@cmake --build --preset $(PRESET) -j $(JOBS)
	@ctest --preset $(PRESET)

sanitize:
	@$(MAKE) test PRESET=sanitize

bench:
	@tools/install_packages.sh $(PACKAGES) python3
	@cmake --preset bench > /dev/null
	@cmake --build --preset bench -j $(JOBS)
	@bench/run.sh build/bench

# The marked pairs that models/pairs.model is trained and cross-validated on; models/README.md tells what they are.
PAIRS ?= ../shared/data/text/plv-train.jsonl
SCORE_PAIRS ?= ../shared/tools/score_pairs.py

bench-pairs:
	@tools/install_packages.sh $(PACKAGES) python3
	@cmake --preset $(PRESET) > /dev/null
	@cmake --build --preset $(PRESET) -j $(JOBS) --target entente pairs
	@bench/pairs.py $(BUILD) $(PAIRS) $(SCORE_PAIRS)

pairs-model: packages
	@cmake --preset $(PRESET) > /dev/null
	@cmake --build --preset $(PRESET) -j $(JOBS) --target pairs
	@$(BUILD)/tools/pairs/pairs own . > $(BUILD)/own-pairs.jsonl
	@$(BUILD)/tools/pairs/pairs train . models/pairs.model $(PAIRS) $(BUILD)/own-pairs.jsonl

install: build
	@cmake --install $(BUILD) --prefix $(PREFIX)

format:
	@git ls-files '*.h' '*.cc' | xargs clang-format-16 -i

lint:
	@python3 tools/lint_lexicon.py

# The dev preset compiles every file alone, as clang-tidy wants it.
tidy: packages
	@cmake --preset dev > /dev/null
	@git ls-files 'src/*.cc' | xargs -P $(JOBS) -n 4 clang-tidy-16 --quiet -p build/dev

clean:
	@rm -rf build demo
