/*
 * What a layout knows to be no part of a project's text: page numbers, captions
 * and other furniture, and asides that stand amidst a sentence. People who read
 * a project are spared these; what is exported keeps them.
 */
#ifndef COMMAND_FURNITURE_H
#define COMMAND_FURNITURE_H

#include "casebook/base/report.h"
#include "casebook/store/query.h"
#include "command.h"

/* In the order of the text; they may overlap. */
struct furniture {
	struct span *spans;
	size_t n, capacity;
};

/* Of the project's source. Returns 0, or -1 after a message. */
int furniture_read(struct furniture *furniture, struct text project,
		   struct session *session);
void furniture_release(struct furniture *furniture);

/* What is left of the text of the query's passage, in place of `clean`. */
void furniture_take_away(const struct furniture *furniture,
			 const struct query *passage, struct buffer *clean);

#endif
