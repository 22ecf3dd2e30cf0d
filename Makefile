# ganloc: streaming filters that turn scraped news pages into clean text.
#
#   make demo      set up, build, run the pipeline on the sample dump
#   make test      set up, build, run every test
#   make           build into build/ (libraries must be there: make setup)
#
# Variables: CC CFLAGS LDFLAGS SANITIZE=address,undefined BUILD=build
#            DESTDIR PREFIX PROGRAM_PREFIX

VERSION = 0.1.0
PROGRAMS = ingest normalize segment tag dedupe emit

BUILD = build$(if $(SANITIZE),/sanitize)
PREFIX = /usr/local
DATADIR = $(PREFIX)/share/ganloc

CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
           -Wpointer-arith -Wwrite-strings
LIBRARIES = libutf8proc libpcre2-8 libarchive jansson gumbo libxxhash

ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -D_DARWIN_C_SOURCE $(WARNINGS) $(CFLAGS) \
             $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer) \
             -Icommon -DGANLOC_VERSION='"$(VERSION)"' -DGANLOC_DATADIR='"$(DATADIR)"' \
             $(shell pkg-config --cflags $(LIBRARIES))
ALL_LDFLAGS = $(LDFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE))
LDLIBS = $(shell pkg-config --libs $(LIBRARIES))

COMMON_SOURCES = $(wildcard common/*.c common/vi/*.c)
COMMON_OBJECTS = $(COMMON_SOURCES:%.c=$(BUILD)/obj/%.o)
objects_of = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard tools/$(1)/*.c))
BINARIES = $(PROGRAMS:%=$(BUILD)/bin/%)
DATA = $(filter-out %.c %.h,$(wildcard common/vi/*))
BUILT_DATA = $(DATA:common/%=$(BUILD)/share/ganloc/%)

all: $(BINARIES) $(BUILT_DATA)

define program
$(BUILD)/bin/$(1): $(call objects_of,$(1)) $(COMMON_OBJECTS)
	@mkdir -p $$(@D)
	$$(CC) $$(ALL_LDFLAGS) -o $$@ $$^ $$(LDLIBS)
endef
$(foreach program,$(PROGRAMS),$(eval $(call program,$(program))))

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/share/ganloc/%: common/%
	@mkdir -p $(@D)
	cp $< $@

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

clean:
	rm -rf build

.PHONY: all clean
