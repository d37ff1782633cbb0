/*
 * What the fuzz targets share. A target takes any bytes, does with them what
 * the program would, and aborts where a promise does not hold. libFuzzer calls
 * it with bytes of its making (`make fuzz`), replay.c with those of the corpus,
 * tests/fuzz/corpus/TARGET/ (`make check`).
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdint.h>

#include "casebook/base/data.h"

/* The target. Returns 0, or -1: the bytes are of no use for a corpus. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/*
 * True when it is called first: the target is to be set up. From then on what
 * cmocka asserts aborts, data are the program's own, whatever the environment
 * says, and no other program is found to be run.
 */
bool fuzz_begins(void);

/* The data files of the program; they live to the end. */
const struct data *fuzz_data(void);

/* An absolute path in a folder of the run's own, which goes at its end. */
const char *fuzz_path(struct arena *arena, const char *name);
void fuzz_write(const char *path, struct text bytes);

/* Aborts unless it holds; what: the promise, in words. */
void fuzz_promise(bool holds, const char *what);

/* The input's next line, without its end, taken off the rest. */
struct text fuzz_line(struct text *rest);

#endif
