/* Places in a text that are to be replaced, while they are gathered. */
#ifndef OUTPUT_REDACT_HITS_H
#define OUTPUT_REDACT_HITS_H

#include "casebook/output/redact.h"

struct redact_hit {
	struct span span;
	enum redact_kind kind;
	struct text by; /* in brackets */
};

struct redact_hits {
	struct redact_hit *items; /* owned */
	size_t n, capacity;
};

void redact_hits_add(struct redact_hits *hits, struct span span,
		     enum redact_kind kind, struct text by);

#endif
