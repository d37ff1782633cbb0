/* A text with marks, without what is left out: the marks where they are then.
 */
#ifndef OUTPUT_CLEANED_H
#define OUTPUT_CLEANED_H

#include "casebook/base/memory.h"
#include "casebook/output/redact.h"
#include "casebook/output/screen.h"

struct cleaned {
	struct text text; /* the old one, or that of the room */
	const struct screen_mark *marks;
	size_t n_marks;
	struct buffer room;
	struct screen_mark *moved; /* owned, or NULL */
};

/*
 * Text and marks (see screen_marked) must outlive it. A mark that touches what
 * was left out takes in all that came instead; one that would then cross
 * another is cut, or goes.
 */
void cleaned_init(struct cleaned *cleaned, struct redaction *redaction,
		  struct text text, const struct screen_mark *marks,
		  size_t n_marks);
void cleaned_release(struct cleaned *cleaned);

#endif
