# ganloc: streaming filters that turn scraped news pages into clean text.
#
#   make demo       set up, build, run the pipeline on the sample dump
#   make test       set up, build, run every test; the last line sums them up
#   make            build into build/ (needs the libraries: make setup)
#   make setup      install what is missing to build
#   make lint       set up, check the format of the code, the code, scripts and manual pages
#   make install    install under $(DESTDIR)$(PREFIX)
#   make uninstall  take away what install put there
#   make dist       build/ganloc-VERSION.tar.gz
#   make bench      speed and memory of each program; normalize, segment and tag beside uconv; how
#                   well tag tells roles (needs ../shared; minutes)
#   make score      how well segment and tag --pos do on text they have not learned from (needs
#                   ../shared; minutes)
#   make model      learn the models of segment and tag anew: minutes, 2 GB of memory, needs
#                   $(MODEL_DATA) and, for roles, the tools beside it
#   make clean      remove what was built
#
# Variables: CC CFLAGS LDFLAGS DESTDIR PREFIX, and
#   SANITIZE=address,undefined  builds into build/sanitize
#   BUILD=DIR                   builds into DIR
#   PROGRAM_PREFIX=gl-          installs gl-tag for a system that has another tag

VERSION = 0.1.0
PROGRAMS = ingest normalize segment tag dedupe emit train

BUILD = build$(if $(SANITIZE),/sanitize)
PREFIX = /usr/local

# pkg-config modules: of common/, and of single programs beside them.
LIBRARIES = libutf8proc libpcre2-8 libxxhash
LIBRARIES_ingest = libarchive zlib json-c gumbo
LIBRARIES_emit = json-c
LIBS_train = -lm
ALL_LIBRARIES = $(sort $(LIBRARIES) $(foreach program,$(PROGRAMS),$(LIBRARIES_$(program))))

CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
           -Wpointer-arith -Wwrite-strings
SANITIZERS = $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer)
LIBRARY_CFLAGS := $(shell pkg-config --cflags $(ALL_LIBRARIES) 2>/dev/null)
LANGUAGE = -std=c11 -D_XOPEN_SOURCE=700 -D_DARWIN_C_SOURCE -Icommon \
           -DGANLOC_VERSION='"$(VERSION)"' $(LIBRARY_CFLAGS)
# For common/data.c alone: `make install PREFIX=...` compiles nothing else anew.
PREFIX_FLAG = -DGANLOC_DATADIR='"$(PREFIX)/share/ganloc"'
COMPILE = $(CC) $(LANGUAGE) $(WARNINGS) $(CFLAGS) $(SANITIZERS)
LINK = $(CC) $(CFLAGS) $(SANITIZERS) $(LDFLAGS)
libraries = $(shell pkg-config --libs $(1))

objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard $(1)))
COMMON = $(BUILD)/obj/common.a
BINARIES = $(PROGRAMS:%=$(BUILD)/bin/%)
DATA = $(filter-out %.c %.h %.md %.py,$(wildcard common/vi/*))
BUILT_DATA = $(DATA:common/%=$(BUILD)/share/ganloc/%)
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))

all: $(BINARIES) $(BUILT_DATA)

.SECONDEXPANSION:
$(BINARIES): $(BUILD)/bin/%: $$(call objects,tools/$$*/*.c) $(COMMON)
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(call libraries,$(LIBRARIES) $(LIBRARIES_$*)) $(LIBS_$*)

# A unit test TOOL_NAME.c is linked with the modules of tools/TOOL, all but its main.
tool_of = $(filter $(PROGRAMS),$(firstword $(subst _, ,$(1))))
modules_of = $(filter-out %/$(1)/$(1).o,$(if $(1),$(call objects,tools/$(1)/*.c)))

$(UNITS): $(BUILD)/unit/%: $(BUILD)/obj/tests/unit/%.o $$(call modules_of,$$(call tool_of,$$*)) $(COMMON)
	@mkdir -p $(@D)
	$(LINK) -o $@ $^ $(call libraries,$(LIBRARIES) $(LIBRARIES_$(call tool_of,$*)) check) $(LIBS_$(call tool_of,$*))

$(COMMON): $(call objects,common/*.c common/*/*.c)
	@rm -f $@
	$(AR) -rcs $@ $^

$(BUILD)/obj/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/obj/common/data.o: LANGUAGE += $(PREFIX_FLAG)
$(BUILD)/obj/common/data.o: $(BUILD)/prefix

# Touched only when the flags are others than last time, so that all is compiled anew.
$(BUILD)/flags: export FLAGS = $(COMPILE) $(LINK)
$(BUILD)/prefix: export FLAGS = $(PREFIX_FLAG)
$(BUILD)/prefix: FORCE
	@mkdir -p $(@D)
	@echo "$$FLAGS" | cmp -s - $@ || echo "$$FLAGS" >$@

$(BUILD)/flags: FORCE
	@pkg-config --exists $(ALL_LIBRARIES) || \
	    { echo "libraries are missing; 'make setup' installs them" >&2; exit 2; }
	@mkdir -p $(@D)
	@echo "$$FLAGS" | cmp -s - $@ || echo "$$FLAGS" >$@

$(BUILD)/share/ganloc/%: common/%
	@mkdir -p $(@D)
	cp $< $@

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

# What a set-up has installed is known only to a make that starts after it: hence $(MAKE).
PARALLEL = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell getconf _NPROCESSORS_ONLN))

setup:
	@.ci/setup build

demo: setup
	$(MAKE) -s $(PARALLEL) all
	@BUILD=$(BUILD) tests/pipe/demo.sh

test:
	@.ci/setup build test
	$(MAKE) -s $(PARALLEL) all units
	@MAKE='$(MAKE)' BUILD=$(BUILD) SANITIZE=$(SANITIZE) tests/run.sh

units: $(UNITS)

bench: all
	BUILD=$(BUILD) tests/bench/bench.sh
	BUILD=$(BUILD) tests/bench/normalize.sh
	BUILD=$(BUILD) tests/bench/segment.sh
	BUILD=$(BUILD) tests/bench/tag.sh
	BUILD=$(BUILD) tests/bench/roles.sh

score: all
	BUILD=$(BUILD) tests/bench/score.sh

# The models that are shipped, learned from all there is. What the files are stands in
# common/vi/README.md.
MODEL_DATA = ../shared/data
SILVER = $(MODEL_DATA)/articles.seg.txt.zst
GOLD = $(MODEL_DATA)/vtb/train.conllu $(MODEL_DATA)/vtb/dev.conllu

# Sentences are not learned from dev.conllu: tests/pipe/treebank.sh measures on it.
model: all
	@for file in $(SILVER) $(GOLD); do test -r "$$file" || \
	    { echo "make model: cannot read $$file (see common/vi/README.md; MODEL_DATA=DIR names its folder)" >&2; exit 2; }; done
	zstd -dcqf $(SILVER) -o $(BUILD)/silver.txt
	$(BUILD)/bin/train sentences --stats --silver $(BUILD)/silver.txt --gold $(firstword $(GOLD)) \
	    --out common/vi/sentences.weights
	$(BUILD)/bin/train segment --stats --silver $(BUILD)/silver.txt $(GOLD:%=--gold %) \
	    --out common/vi/words.model
	$(BUILD)/bin/train pos --stats --silver $(BUILD)/silver.txt $(GOLD:%=--gold %) \
	    --out common/vi/pos.model
	tools/train/make_roles.sh $(MODEL_DATA)/.. $(BUILD)/bin $(BUILD)/roles.weights
	cp $(BUILD)/roles.weights common/vi/roles.weights
	rm $(BUILD)/silver.txt

# Lint

SOURCES = $(wildcard common/*.c common/*/*.c tools/*/*.c tests/unit/*.c)
HEADERS = $(wildcard common/*.h common/*/*.h tools/*/*.h tests/unit/*.h)
SCRIPTS = .ci/setup .ci/run common/completion.sh $(wildcard tests/*.sh tests/*/*.sh tools/*/*.sh)
PAGES = $(wildcard man/*.[157])

lint:
	@.ci/setup build test lint
	$(MAKE) -s -k $(PARALLEL) lint-format lint-scripts lint-pages \
	    $(SOURCES:%=lint/%) $(HEADERS:%=lint/%)

lint-format:
	clang-format --dry-run -Werror $(SOURCES) $(HEADERS)

lint-scripts:
	shellcheck -x -P SCRIPTDIR -S warning $(SCRIPTS)

lint-pages:
	mandoc -T lint -W warning $(PAGES)

# Findings come on standard output; the other holds but counts of what was left out.
$(SOURCES:%=lint/%): lint/%:
	clang-tidy --quiet $* -- $(LANGUAGE) $(PREFIX_FLAG) 2>/dev/null

# A header compiles alone.
$(HEADERS:%=lint/%): lint/%:
	$(COMPILE) -Werror -fsyntax-only -x c $*

# Installation

INSTALLED = $(PROGRAMS:%=$(PROGRAM_PREFIX)%)
BASH_COMPLETIONS = $(INSTALLED:%=$(BUILD)/completion/bash/%)
ZSH_COMPLETIONS = $(INSTALLED:%=$(BUILD)/completion/zsh/_%)

$(BASH_COMPLETIONS): $(BUILD)/completion/bash/$(PROGRAM_PREFIX)%: $(BUILD)/bin/% common/completion.sh
	@mkdir -p $(@D)
	$< --help | common/completion.sh bash $(PROGRAM_PREFIX)$* >$@

$(ZSH_COMPLETIONS): $(BUILD)/completion/zsh/_$(PROGRAM_PREFIX)%: $(BUILD)/bin/% common/completion.sh
	@mkdir -p $(@D)
	$< --help | common/completion.sh zsh $(PROGRAM_PREFIX)$* >$@

# What goes where under $(PREFIX), as FILE:PLACE: install and uninstall both read this list.
prefix_of = $(if $(filter %.1,$(1)),$(PROGRAM_PREFIX))
PLACES = \
  $(foreach name,$(PROGRAMS),$(BUILD)/bin/$(name):bin/$(PROGRAM_PREFIX)$(name)) \
  $(foreach page,$(PAGES),$(page):share/man/man$(subst .,,$(suffix $(page)))/$(call prefix_of,$(page))$(notdir $(page))) \
  $(foreach file,$(BUILT_DATA),$(file):$(file:$(BUILD)/%=%)) \
  $(foreach file,$(BASH_COMPLETIONS),$(file):share/bash-completion/completions/$(notdir $(file))) \
  $(foreach file,$(ZSH_COMPLETIONS),$(file):share/zsh/site-functions/$(notdir $(file)))

install: all $(BASH_COMPLETIONS) $(ZSH_COMPLETIONS)
	@umask 022; for pair in $(PLACES); do \
	    from=$${pair%%:*}; to="$(DESTDIR)$(PREFIX)/$${pair#*:}"; \
	    mode=644; test -x "$$from" && mode=755; \
	    mkdir -p "$${to%/*}" && install -m $$mode "$$from" "$$to" && echo "$$to" || exit 1; done

uninstall:
	@for pair in $(PLACES); do rm -f "$(DESTDIR)$(PREFIX)/$${pair#*:}"; done
	@for folder in share/ganloc/vi share/ganloc; do \
	    rmdir "$(DESTDIR)$(PREFIX)/$$folder" 2>/dev/null || true; done

# The last commit; outside of git, what stands here.
RELEASE = ganloc-$(VERSION)
dist:
	@mkdir -p $(BUILD)
	if git rev-parse HEAD >/dev/null 2>&1; then \
	    git archive --prefix=$(RELEASE)/ HEAD; \
	else \
	    tar -cf - --exclude=./build --exclude=./.git --transform='s,^\.,$(RELEASE),' .; \
	fi | gzip -9n >$(BUILD)/$(RELEASE).tar.gz

clean:
	rm -rf $(BUILD)

FORCE:
.PHONY: all setup demo test units bench score model lint lint-format lint-scripts lint-pages install uninstall \
        dist clean FORCE $(SOURCES:%=lint/%) $(HEADERS:%=lint/%)
.DELETE_ON_ERROR:
