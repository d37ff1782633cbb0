/* The marks of a document while they are found. Within room document only. */
#ifndef CASEBOOK_DOCUMENT_MARKER_H
#define CASEBOOK_DOCUMENT_MARKER_H

#include "casebook/document/document.h"

struct marker {
	struct document *document;
	struct mark *items; /* owned: free() */
	size_t n_items, capacity;
};

void marker_add(struct marker *marker, enum mark_kind kind, struct span span,
		struct text value);
/* The line is furniture; once is enough. */
void mark_line(struct marker *marker, size_t line);

#endif
