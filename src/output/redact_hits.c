/* Gathering places that are to be replaced. */
#include "redact_hits.h"

#include "casebook/base/memory.h"

void
redact_hits_add(struct redact_hits *hits, struct span span,
		enum redact_kind kind, struct text by)
{
	hits->items = array_grow(hits->items, hits->n, &hits->capacity,
				 sizeof(*hits->items));
	hits->items[hits->n++] = (struct redact_hit){span, kind, by};
}
