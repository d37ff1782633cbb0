/*
 * Converters for tests: the program is cat, so that the document is what
 * another would have answered.
 */
#ifndef TESTS_SUPPORT_CONVERSION_H
#define TESTS_SUPPORT_CONVERSION_H

#include "casebook/convert/convert.h"

struct bench {
	struct data data;
	struct converters *converters;
	struct report report;
	struct buffer told; /* text, then marks */
};

/* In an empty folder (scratch.h). */
void bench_init(struct bench *bench);
void bench_release(struct bench *bench);
/* Returns what convert_report() does; what it found is bench->report. */
int convert_as(struct bench *bench, const char *path, struct text bytes);
/* The text, and a line "[kind value: words]" for each mark. */
const char *converted(struct bench *bench, const char *document);
/* It must be refused, with these words. */
void refused(struct bench *bench, const char *path, struct text bytes,
	     const char *words);

#endif
