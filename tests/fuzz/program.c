/* Running main(), which is renamed so that it can stand beside another. */
#define main casebook_main
int casebook_main(int argc, char **argv);
#include "../../src/command/main.c" /* NOLINT(bugprone-suspicious-include) */
#undef main

#include <sqlite3.h>

#include "casebook/layout/vocabulary.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "fuzz.h"
#include "program.h"

enum {
	MOST_WORDS = 64,
	SLOT_SIZE = 512,
	SLOTS = 4000,
	PAGES = 1024,
	PAGE_SIZE = 4096 + 256,
};

/* --- the vocabularies, which do not change -------------------------------- */

/* The names are the linker's. NOLINTBEGIN(cert-dcl51-cpp) */
struct vocabularies *__real_vocabularies_new(const struct data *data,
					     struct diagnostics *diagnostics);
struct vocabularies *__wrap_vocabularies_new(const struct data *data,
					     struct diagnostics *diagnostics);
void __wrap_vocabularies_free(struct vocabularies *vocabularies);
/* NOLINTEND(cert-dcl51-cpp) */

/* The linker calls it for the other; to load them takes most of a run. */
struct vocabularies *
__wrap_vocabularies_new(const struct data *data,
			struct diagnostics *diagnostics)
{
	static struct vocabularies *vocabularies;

	(void)data;
	if (!vocabularies)
		vocabularies =
			__real_vocabularies_new(fuzz_data(), diagnostics);
	return vocabularies;
}

void
__wrap_vocabularies_free(struct vocabularies *vocabularies)
{
	(void)vocabularies;
}

/* --- a run ---------------------------------------------------------------- */

static size_t
count_words(const char *const *words)
{
	size_t n = 0;

	while (words[n])
		n++;
	return n;
}

/* glibc lets the standard streams be other ones. */
void
program_run(struct program_run *run, const char *database,
	    const char *const *words)
{
	size_t n = count_words(words);
	char **argv = memory_new(n + 4, sizeof(*argv));
	FILE *out = stdout, *err = stderr;
	char *printed = NULL, *told = NULL;
	size_t n_printed = 0, n_told = 0;

	argv[0] = memory_string(TEXT("casebook"));
	argv[1] = memory_string(TEXT("--db"));
	argv[2] = memory_string(text_of(database));
	for (size_t i = 0; i < n; i++)
		argv[3 + i] = memory_string(text_of(words[i]));
	stdout = open_memstream(&printed, &n_printed);
	stderr = open_memstream(&told, &n_told);
	run->status = casebook_main((int)n + 3, argv);
	fclose(stdout);
	fclose(stderr);
	stdout = out;
	stderr = err;
	run->out = (struct text){printed, n_printed};
	run->err = (struct text){told, n_told};
	for (size_t i = 0; argv[i]; i++)
		free(argv[i]);
	free(argv);
	fuzz_promise(run->status >= 0 && run->status <= 3,
		     "the exit status is one of four");
	fuzz_promise(run->status == 0 || run->err.len + run->out.len > 0,
		     "what fails says why");
}

void
program_release(struct program_run *run)
{
	free((void *)(uintptr_t)run->out.bytes);
	free((void *)(uintptr_t)run->err.bytes);
	*run = (struct program_run){.status = 0};
}

const char *const *
program_words(struct arena *arena, struct text lines)
{
	const char **words = arena_alloc(arena, MOST_WORDS + 1, sizeof(*words));

	for (size_t n = 0; n < MOST_WORDS && lines.len > 0; n++)
		words[n] = arena_text(arena, fuzz_line(&lines)).bytes;
	return words;
}

/*
 * Room of SQLite's own for small things and pages: a sanitizer that minds each
 * of them takes as long as all the rest, and finds nothing of ours. Its locks
 * are off: a target has one thread.
 */
static void
give_room(void)
{
	static char pages[PAGES][PAGE_SIZE];

	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_LOOKASIDE, SLOT_SIZE, SLOTS);
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, pages, PAGE_SIZE, PAGES);
}

void
program_make_casebook(const char *path)
{
	struct report report;

	give_room();
	sample_report(&report, "bundel", "a", "8,1");
	ledger_put(path, &report, 1);
	sample_release(&report);
}
