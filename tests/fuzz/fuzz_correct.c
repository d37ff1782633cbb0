/*
 * Any bytes as corrections of a small casebook. The first byte says which:
 *
 *	f    the file of `correct --from`
 *	o    the words behind `correct`, a line each
 *
 * What is refused changes nothing. What is recorded is there still when the
 * report has been read again and the index made anew, leaves the casebook
 * whole, and can be carried to another casebook as a file.
 */
#include <stdlib.h>
#include <string.h>

#include "casebook/store/check.h"
#include "casebook/store/writer.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "fuzz.h"
#include "program.h"

static struct {
	struct arena *arena;
	const char *path, *other, *csv;
	struct text sound; /* the bytes of a casebook */
} room;

static void
set_up(void)
{
	room.arena = arena_new();
	room.path = fuzz_path(room.arena, "correct.db");
	room.other = fuzz_path(room.arena, "other.db");
	room.csv = fuzz_path(room.arena, "corrections.csv");
	program_make_casebook(room.path);
	room.sound = ledger_bytes(room.path);
}

static bool
is_unchanged(void)
{
	struct text now = ledger_bytes(room.path);
	bool same = text_equal(now, room.sound);

	free((void *)(uintptr_t)now.bytes);
	return same;
}

static void
check_whole(const char *path)
{
	struct diagnostics diagnostics;
	struct store *store;

	diagnostics_init(&diagnostics, true);
	store = store_open(path, &diagnostics);
	fuzz_promise(store && store_check(store, &diagnostics) == 0,
		     "the casebook is whole");
	store_close(store);
	diagnostics_release(&diagnostics);
}

/* All that the view shows, as CSV; the caller frees. */
static struct text
corrections_of(const char *path)
{
	static const char *const words[] = {"export", "corrections", NULL};
	struct program_run run;
	struct text rows;

	program_run(&run, path, words);
	fuzz_promise(run.status == 0, "corrections can be shown");
	rows = run.out;
	run.out = TEXT("");
	free((void *)(uintptr_t)run.err.bytes);
	return rows;
}

/* The report is read again, then the index is made anew. */
static void
read_again(void)
{
	struct diagnostics diagnostics;
	struct writer *writer;
	struct report report;

	sample_report(&report, "bundel", "a", "8,1");
	ledger_put(room.path, &report, 1);
	diagnostics_init(&diagnostics, true);
	writer = writer_open(room.path, 1, true, &diagnostics);
	fuzz_promise(writer && writer_renew_index(writer, &diagnostics) == 0 &&
			     writer_put(writer, &report, &diagnostics) ==
				     WRITER_DONE &&
			     writer_close(writer, &diagnostics) == 0,
		     "the casebook can be rebuilt");
	diagnostics_release(&diagnostics);
	sample_release(&report);
}

/* The corrections as a file for a casebook without any; every view is alike. */
static void
carry_over(const char *views)
{
	const char *const words[] = {"correct", "--from", room.csv, NULL};
	struct text rows = corrections_of(room.path);
	struct program_run run;
	char *carried;

	fuzz_write(room.csv, rows);
	fuzz_write(room.other, room.sound);
	program_run(&run, room.other, words);
	fuzz_promise(run.status == 0, "what was exported can be read");
	program_release(&run);
	carried = ledger_dump(room.other);
	fuzz_promise(strcmp(views, carried) == 0,
		     "what is carried over is the same");
	free(carried);
	free((void *)(uintptr_t)rows.bytes);
}

static void
check_recorded(void)
{
	char *before = ledger_dump(room.path), *after;

	check_whole(room.path);
	read_again();
	check_whole(room.path);
	after = ledger_dump(room.path);
	fuzz_promise(strcmp(before, after) == 0,
		     "corrections outlive a rebuild");
	carry_over(after);
	free(before);
	free(after);
}

static void
correct(const char *const *words)
{
	struct program_run run;
	bool done;

	fuzz_write(room.path, room.sound);
	program_run(&run, room.path, words);
	done = run.status == 0;
	program_release(&run);
	if (!is_unchanged()) {
		fuzz_promise(done, "what is refused changes nothing");
		check_recorded();
	}
}

/* Words that name files, here or there, are left alone. */
static bool
may_run(const char *const *words)
{
	static const char *const kept[] = {"--db", "--data", "--from"};

	for (size_t i = 1; words[i]; i++)
		for (size_t j = 0; j < sizeof(kept) / sizeof(*kept); j++)
			if (text_starts(text_of(words[i]), kept[j]))
				return false;
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct text rest = {(const char *)bytes, len};
	struct arena *arena;

	if (fuzz_begins())
		set_up();
	if (len < 2)
		return 0;
	rest = text_sub(rest, 1, len);
	arena = arena_new();
	if (bytes[0] == 'o') {
		const char *const *words = program_words(
			arena,
			arena_format(arena, "correct\n%.*s", TEXT_ARG(rest)));

		if (may_run(words))
			correct(words);
	} else {
		const char *const words[] = {"correct", "--from", room.csv,
					     NULL};

		fuzz_write(room.csv, rest);
		correct(words);
	}
	arena_free(arena);
	return 0;
}
