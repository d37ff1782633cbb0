/* Elements of HTML that nobody sees. Within room convert only. */
#ifndef CASEBOOK_CONVERT_HIDDEN_H
#define CASEBOOK_CONVERT_HIDDEN_H

#include "casebook/base/memory.h"

#include "formats.h"
#include "tags.h"

struct hidden {
	struct words elements; /* that are never seen */
	struct text *opened;   /* owned: ids of what a button opens */
	size_t n_opened, capacity;
	size_t n_unclosed; /* that were begun, and had no end */
	bool in_heading;
};

void hidden_init(struct hidden *hidden, struct text html,
		 struct words elements);
void hidden_release(struct hidden *hidden);
/* Behind the element that this tag begins, when it is not seen; else 0. To be
 * asked of each tag that is not in such an element. */
size_t hidden_end(struct hidden *hidden, const struct tags *tags,
		  const struct tag *tag);

#endif
