# casebook: how it is built, tested and installed. `make help` lists the
# targets. Rooms and what they may use stand in .rooms, packages in .packages.
#
#   CC=clang                 another compiler: built in its own folder
#   SAN=address,undefined    with sanitizers: built in its own folder
#   WERROR=1                 a warning is an error (as in .ci/run)
#   BUILD=DIR                build there
#   ONLY='NAME...'           only these scripts of the torture
#   FUZZ_SECONDS=300         fuzz each target so long; TARGET=NAME only this one

PREFIX = /usr/local
DESTDIR =
SAN =
WERROR ?=

comma := ,
compiler := $(if $(filter default,$(origin CC)),,$(notdir $(lastword $(CC))))
sanitizers := $(if $(SAN),san-$(subst $(comma),-,$(SAN)))
empty :=
folder := $(subst $(empty) $(empty),-,$(strip $(compiler) $(sanitizers)))
N = 1000000
BUILD := $(patsubst %/,%,build/$(folder))

# --- what there is -----------------------------------------------------------

table := $(shell sed -n '/^[a-z]/{s/ *: */:/g;s/ /$(comma)/g;p}' .rooms)
rooms := $(foreach line,$(table),$(firstword $(subst :, ,$(line))))
row = $(subst :, ,$(subst ::,:-:,$(filter $(1):%,$(table))))
uses = $(subst $(comma), ,$(word 2,$(row)))
headers := $(shell sed -n '/^[a-z]/s/.*: *//p' .rooms)
reverse = $(if $(1),$(call reverse,$(wordlist 2,99,$(1))) $(firstword $(1)))

sources := $(sort $(wildcard src/*/*.c))
built := $(filter $(rooms),$(sort $(patsubst src/%/,%,$(dir $(sources)))))
from_the_roof := $(filter $(built),$(call reverse,$(rooms)))
objects = $(patsubst %.c,$(BUILD)/%.o,$(filter-out src/command/main.c,\
	$(filter src/$(1)/%,$(sources))))
# The archives that a room's programs are linked with, its own first.
below = $(if $(filter $(1),$(rooms)),$(1) $(uses),$(rooms))
archives = $(patsubst %,$(BUILD)/%.a,$(filter $(below),$(from_the_roof)))

libraries_base = -lnettle
libraries_text = -lpcre2-8 -lyaml -lutf8proc
libraries_convert = -lyajl -lz
libraries_store = -lsqlite3
libraries_compare = -lcsv
libraries_output = -lyajl
# Loaded only by those who use them: see include/casebook/base/lazy.h.
lazy_libraries = libstemmer libxml2 libzip
libraries = $(foreach room,$(filter $(below),$(from_the_roof)),$(libraries_$(room)))

data := $(sort $(shell cd data && find converters.yml layouts vocabulary sql labels texts -type f \
	! -name '.*' ! -name 'README*' ! -name '*~' 2>/dev/null))

c_tests := $(sort $(wildcard tests/*/test_*.c))
test_programs := $(patsubst %.c,$(BUILD)/%,$(c_tests))
shell_tests := $(sort $(filter-out tests/support/%,$(wildcard tests/*/*.sh)))
support := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/support/*.c)))
test_rooms := $(sort fuzz $(patsubst tests/%/,%,$(dir $(c_tests) $(shell_tests))))

# Each fuzz target is two programs: libFuzzer's, by clang with sanitizers, and
# one that replays its corpus, by any compiler, among the tests.
fuzz_targets := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
fuzz_replays := $(fuzz_targets:%=$(BUILD)/tests/fuzz/replay_%)
fuzz_programs := $(fuzz_targets:%=$(BUILD)/tests/fuzz/fuzz_%)
fuzz_support := $(patsubst %.c,$(BUILD)/%.o,$(filter-out tests/fuzz/fuzz_% \
	tests/fuzz/replay.c,$(wildcard tests/fuzz/*.c)))
fuzz_build = build/clang-san-address-undefined
test_programs += $(fuzz_replays)

fact_programs := $(BUILD)/tests/facts/fit_themes $(BUILD)/tests/facts/cue_firing
bench_programs := $(BUILD)/tests/bench/floor $(BUILD)/tests/bench/writer

faults := $(BUILD)/tests/torture/faults.so

program := $(BUILD)/casebook

# --- flags -------------------------------------------------------------------

# The compiler's own: each is tried, and left out where it is not known.
WARN = -Wall -Wextra -Wformat=2 -Wconversion -Wsign-conversion \
	-Wimplicit-fallthrough -Wshadow -Wvla -Wstrict-prototypes \
	-Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wnull-dereference \
	-Werror=format-security -Werror=implicit \
	-Werror=incompatible-pointer-types -Werror=int-conversion \
	-Wtrampolines -Wbidi-chars=any -Wduplicated-cond -Wlogical-op \
	-Warith-conversion -Walloc-zero -Wstringop-overflow=4 \
	-Wcomma -Wthread-safety
HARD = -fstack-protector-strong -fstack-clash-protection \
	-fcf-protection=full -fno-delete-null-pointer-checks \
	-fno-strict-overflow -fno-strict-aliasing -fPIE \
	-ftrivial-auto-var-init=zero
LINK = -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,-z,separate-code \
	-Wl,--as-needed -Wl,--no-copy-dt-needed-entries
optimise = -O3 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
ifneq ($(SAN),)
HARD = -fPIE -fno-omit-frame-pointer
optimise = -O1 -g -U_FORTIFY_SOURCE -fsanitize=$(SAN) -fno-sanitize-recover=all
# One build with sanitizers serves the tests and the fuzzers alike.
optimise += $(if $(filter clang%,$(compiler)),$(if $(findstring address,$(SAN)),\
	-fsanitize=fuzzer-no-link))
endif
CPPFLAGS =
CFLAGS =
LDFLAGS =
base_flags = -std=c11 -pthread -D_GNU_SOURCE -Iinclude -isystem /usr/include/libxml2
compile_flags = $(base_flags) $(optimise) $(if $(filter 1,$(WERROR)),-Werror) \
	$(CPPFLAGS) $(CFLAGS)
link_flags = -pthread $(if $(SAN),-fsanitize=$(SAN)) $(LDFLAGS)

# --- targets -----------------------------------------------------------------

.PHONY: all
all: $(program) ## Build the program.

.PHONY: demo
demo: setup ## Install what is missing, build, read the sample, show a summary.
	@$(MAKE) --no-print-directory -s $(parallel) all
	@.ci/demo $(program) $(BUILD)

.PHONY: check
check: setup ## Install what is missing, build, run every test.
	@$(MAKE) --no-print-directory -s $(parallel) test-all

.PHONY: $(patsubst %,check-%,$(test_rooms))
$(patsubst %,check-%,$(test_rooms)): check-%: ## check-ROOM: The tests of one room.
	@$(MAKE) --no-print-directory -s $(parallel) test-room ROOM=$*

.PHONY: facts
facts: $(program) $(fact_programs) ## Measure the facts by a coding (GOLD=DIR, ORIGINALS=DIR).
	@ORIGINALS='$(ORIGINALS)' GOLD='$(GOLD)' tests/facts/facts $(program) $(BUILD)

.PHONY: bench bench-full bench-once
bench: $(program) $(bench_programs) ## Measure speed beside others, in under ten minutes.
	@tests/bench/bench $(program) $(BUILD)
bench-full: $(program) $(bench_programs) ## The same with 50,000 projects and more: an hour.
	@tests/bench/bench --full $(program) $(BUILD)
bench-once: $(program) ## Load so many projects (N=1000000) a single time.
	@tests/bench/bench --once $(N) $(program) $(BUILD)

.PHONY: torture torture-quick
torture: setup-torture ## Try every promise where it hurts, fuzzing for minutes.
	@$(MAKE) --no-print-directory -s $(parallel) torture-programs
	@tests/torture/torture $(program) $(BUILD) $(ONLY)
torture-quick: setup-torture ## The same with fewer points, as .ci/run does.
	@$(MAKE) --no-print-directory -s $(parallel) torture-programs
	@tests/torture/torture --quick --strict $(program) $(BUILD) $(ONLY)

.PHONY: torture-programs
torture-programs: $(program) $(test_programs) $(faults) fuzz-build

.PHONY: fuzz
FUZZ_SECONDS = 30
TARGET = $(fuzz_targets)
fuzz: setup-torture ## Let libFuzzer try TARGET, or all, for FUZZ_SECONDS=30 each.
	@$(MAKE) --no-print-directory -s $(parallel) torture-programs
	@FUZZ_SECONDS=$(FUZZ_SECONDS) FUZZ_KEEP=$(abspath $(BUILD)/fuzz) tests/torture/torture \
		$(program) $(BUILD) $(TARGET:%=P8-fuzz-%)

.PHONY: lint
lint: ## Look for faults and departures from the style; changes nothing.
	@.ci/packages build lint
	@.ci/lint

.PHONY: format
format: ## Format the C sources by .clang-format.
	clang-format -i $(c_files)

.PHONY: man
man: $(program) ## Make casebook-schema(5) anew from the comments in data/sql/.
	@$(program) schema --format man >$(BUILD)/casebook-schema.5
	@mv $(BUILD)/casebook-schema.5 data/man/casebook-schema.5

.PHONY: readme
readme: $(program) ## Make the answers in README.md anew from the sample.
	@tests/support/readme $(program) README.md >$(BUILD)/README.md
	@cat $(BUILD)/README.md >README.md

.PHONY: install
install: all ## Install below $(DESTDIR)$(PREFIX).
	@.ci/install install $(program) "$(DESTDIR)$(PREFIX)"

.PHONY: uninstall
uninstall: ## Remove what `make install` put there.
	@.ci/install uninstall $(program) "$(DESTDIR)$(PREFIX)"

.PHONY: setup
setup: ## Install the Debian packages that are missing (see .packages).
	@.ci/packages build

.PHONY: setup-formats
setup-formats: ## Install what reads PDF, Word and so on, and what tests it.
	@.ci/packages formats

.PHONY: setup-torture
setup-torture: ## Install what fuzzes, and valgrind.
	@.ci/packages build torture

.PHONY: clean
clean: ## Remove all that was built.
	rm -rf build

.PHONY: help
help: ## Show this list.
	@sed -n 's/^.*## \(check-ROOM: .*\)/\1/p;s/^\([a-z-]*: \).*## /\1/p' \
		Makefile | awk -F': ' '{ printf "make %-12s %s\n", $$1, $$2 }'
	@sed -n 's/^#   //p' Makefile

# --- how ---------------------------------------------------------------------

# As many at once as there are processors, unless the caller says how many.
processors = $(shell nproc 2>/dev/null || echo 2)
parallel = $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(processors))
c_files = $(wildcard src/*/*.[ch] include/casebook/*/*.h tests/*/*.[ch])

.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:
.PHONY: FORCE

# A file that changes only when the words in it do: what depends on it is made
# anew when flags, or the list of files, are others than last time.
define remember
@mkdir -p $(@D)
@printf '%s\n' '$(strip $(1))' | cmp -s - $@ || printf '%s\n' '$(strip $(1))' >$@
endef

$(BUILD)/given-compile: FORCE
	$(call remember,$(CC) $(compile_flags))
$(BUILD)/given-link: FORCE
	$(call remember,$(CC) $(link_flags))
$(BUILD)/given-sources: FORCE
	$(call remember,$(sources) $(support) $(fuzz_support))
$(BUILD)/given-data: FORCE
	$(call remember,$(data))

# The flags that the compiler knows, as files of options; also says what to do
# when there is no compiler, or a library's header is missing.
$(BUILD)/compile-flags: $(BUILD)/given-compile Makefile .rooms
	@.ci/probe compile '$(CC)' '$(headers)' $(WARN) $(HARD) >$@
	@printf '%s\n' '$(compile_flags)' >>$@
$(BUILD)/link-flags: $(BUILD)/given-link $(BUILD)/compile-flags
	@.ci/probe link '$(CC)' '' $(LINK) >$@
	@printf '%s\n' '$(link_flags)' >>$@

$(BUILD)/%.o: %.c $(BUILD)/compile-flags
	@mkdir -p $(@D)
	@echo "  CC      $<"
	@$(CC) @$(BUILD)/compile-flags -MMD -MP -c $< -o $@

$(BUILD)/embedded.c: .ci/embed $(BUILD)/given-data
	@.ci/embed $(data) >$@
$(BUILD)/embedded.o: $(BUILD)/embedded.c $(patsubst %,data/%,$(data)) \
		src/base/embedded.h $(BUILD)/compile-flags
	@echo "  DATA    data/"
	@$(CC) @$(BUILD)/compile-flags -Isrc/base -c $< -o $@

$(BUILD)/sonames.c: .ci/sonames $(BUILD)/compile-flags Makefile
	@.ci/sonames '$(CC)' $(lazy_libraries) >$@
$(BUILD)/sonames.o: $(BUILD)/sonames.c src/base/sonames.h $(BUILD)/compile-flags
	@$(CC) @$(BUILD)/compile-flags -Isrc/base -c $< -o $@

define room_rules
$(BUILD)/$(1).a: $(objects)
endef
$(foreach room,$(built),$(eval $(call room_rules,$(room))))
$(BUILD)/base.a: $(BUILD)/embedded.o $(BUILD)/sonames.o
$(BUILD)/support.a: $(support)
$(BUILD)/fuzz.a: $(fuzz_support)
$(patsubst %,$(BUILD)/%.a,$(built) support fuzz): $(BUILD)/given-sources
	@rm -f $@
	@ar rcsD $@ $(filter %.o,$^)

link = $(CC) -o $@ @$(BUILD)/compile-flags $(1) @$(BUILD)/link-flags

$(program): $(BUILD)/src/command/main.o $(call archives,command) \
		$(BUILD)/link-flags
	@echo "  LINK    $@"
	@$(call link,$(filter %.o %.a,$^) $(call libraries,command))

define test_rules
$(BUILD)/$(1): $(BUILD)/$(1).o $(BUILD)/support.a $(call archives,$(2)) \
		$(BUILD)/link-flags
	@echo "  LINK    $$@"
	@$$(call link,$$(filter %.o %.a,$$^) $(call libraries,$(2)) \
		$$(also) -lcmocka)
endef
$(foreach test,$(c_tests:.c=),$(eval \
	$(call test_rules,$(test),$(word 2,$(subst /, ,$(test))))))

# It reads what was written with the libraries themselves.
$(BUILD)/tests/cli/test_refi: also = -lxml2 -lzip
# In these the calls fail when a test says so.
comma_wrap = $(comma)--wrap=
$(patsubst %,$(BUILD)/tests/store/test_%,failures failure_words): also = -Wl$(subst $(empty) $(empty),,$(patsubst \
	%,$(comma_wrap)%,sqlite3_open_v2 sqlite3_prepare_v2 sqlite3_step \
	sqlite3_exec sqlite3_extended_errcode sqlite3_system_errno \
	fsync link mkostemp))

# They are no tests: they show figures, and look inside the rules for them.
$(BUILD)/tests/facts/fit_themes: $(BUILD)/tests/facts/theme_hits.o
$(BUILD)/tests/facts/cue_firing: wrapped = -Wl,--wrap=cues_next,--wrap=cues_at,--wrap=extract_project
$(fact_programs) $(bench_programs): %: %.o $(call archives,command) \
		$(BUILD)/link-flags
	@echo "  LINK    $@"
	@$(call link,$(wrapped) $(filter %.o,$^) $(filter %.a,$^) $(call libraries,command))

# Preloaded, it lets calls fail.
$(faults): tests/torture/faults.c tests/torture/fault_calls.c \
		tests/torture/faults.h $(BUILD)/given-compile
	@mkdir -p $(@D)
	@echo "  LINK    $@"
	@$(CC) $(base_flags) -O2 -g -Wall -Wextra -fPIC -shared -o $@ \
		$(filter %.c,$^)

# The targets' own: what they share, and libFuzzer's main or that of a replay.
$(fuzz_replays): $(BUILD)/tests/fuzz/replay_%: $(BUILD)/tests/fuzz/replay.o
$(fuzz_programs): fuzzer = -fsanitize=fuzzer
# Those that run the program again and again load the vocabularies once.
$(foreach target,query database correct,$(BUILD)/tests/fuzz/fuzz_$(target) \
	$(BUILD)/tests/fuzz/replay_$(target)): \
	wrapped = -Wl,--wrap=vocabularies_new,--wrap=vocabularies_free
define fuzz_rules
$(BUILD)/tests/fuzz/fuzz_$(1) $(BUILD)/tests/fuzz/replay_$(1): \
		$(BUILD)/tests/fuzz/fuzz_$(1).o $(BUILD)/fuzz.a \
		$(BUILD)/support.a $(call archives,command) $(BUILD)/link-flags
	@echo "  LINK    $$@"
	@$$(call link,$$(fuzzer) $$(wrapped) $$(filter %.o,$$^) $$(filter %.a,$$^) \
		$$(call libraries,command) -lcmocka)
endef
$(foreach target,$(fuzz_targets),$(eval $(call fuzz_rules,$(target))))

.PHONY: fuzz-programs fuzz-build
fuzz-programs: $(fuzz_programs) $(program)
# Where there is a clang with libFuzzer; in the build with sanitizers that
# `make check CC=clang SAN=address,undefined` tests.
a_target = int LLVMFuzzerTestOneInput(void); int LLVMFuzzerTestOneInput(void) { return 0; }
fuzz-build:
	@printf '%s\n' '$(a_target)' | clang -fsanitize=fuzzer -x c - -o /dev/null 2>/dev/null || exit 0; \
		$(MAKE) --no-print-directory -s $(parallel) CC=clang SAN=address,undefined BUILD=$(fuzz_build) fuzz-programs

runs = CASEBOOK=$(program) CC='$(CC)' BUILD=$(BUILD) tests/support/run

room_programs = $(filter $(BUILD)/tests/$(ROOM)/%,$(test_programs))
room_scripts = $(filter tests/$(ROOM)/%,$(shell_tests))

.PHONY: test-all test-room
test-all: $(program) $(test_programs)
	@$(runs) $(test_programs) $(shell_tests)
test-room: $(room_programs) \
		$(if $(filter-out tests/rooms/%,$(room_scripts)),$(program))
	@$(runs) $(room_programs) $(room_scripts)

-include $(wildcard $(BUILD)/src/*/*.d $(BUILD)/tests/*/*.d)
