/*
 * Organisations of the casebook whose names look like one (spelling.h), and the
 * aliases that would join them. Found anew each time; nothing is stored.
 */
#ifndef COMMAND_LOOKALIKES_H
#define COMMAND_LOOKALIKES_H

#include "command.h"

struct lookalike {
	struct text name;  /* of the two the one in more projects */
	struct text alias; /* the other */
};

struct lookalikes {
	struct arena *arena;
	struct lookalike *items; /* by name, then alias */
	size_t n_items, capacity;
};

/* Of the session's filter. Returns 0, or -1 after a message. */
int lookalikes_find(struct lookalikes *lookalikes, struct session *session);
void lookalikes_release(struct lookalikes *lookalikes);

/* What `check` says of one. In the arena. */
struct text lookalike_message(struct arena *arena,
			      const struct lookalike *lookalike);

/* The vocabulary that joins them, and where to put it. */
void lookalikes_print_aliases(const struct lookalikes *lookalikes,
			      const struct session *session);

#endif
