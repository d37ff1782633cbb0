/* Adding marks, and marking lines as furniture. */
#include "marker.h"

void
marker_add(struct marker *marker, enum mark_kind kind, struct span span,
	   struct text value)
{
	marker->items = array_grow(marker->items, marker->n_items,
				   &marker->capacity, sizeof(struct mark));
	marker->items[marker->n_items++] = (struct mark){span, kind, value};
}

void
mark_line(struct marker *marker, size_t line)
{
	struct line *it = &marker->document->lines[line];

	if (it->furniture || it->blank)
		return;
	it->furniture = true;
	marker_add(marker, MARK_FURNITURE, it->span, TEXT(""));
}
