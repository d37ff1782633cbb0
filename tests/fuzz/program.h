/*
 * The program itself, run within the target's process: its main() with words
 * of a command line, standard output and error kept.
 */
#ifndef TESTS_FUZZ_PROGRAM_H
#define TESTS_FUZZ_PROGRAM_H

#include "casebook/base/memory.h"

struct program_run {
	int status;
	struct text out, err; /* owned */
};

/*
 * Runs it with --db and these words, which end in NULL. Aborts when its exit
 * status is none that it may have, or when it failed without a message.
 */
void program_run(struct program_run *run, const char *database,
		 const char *const *words);
void program_release(struct program_run *run);

/* The lines of a text as words; ends in NULL. In the arena. */
const char *const *program_words(struct arena *arena, struct text lines);

/* A casebook with one small report of every kind of fact (sample.h). */
void program_make_casebook(const char *path);

#endif
