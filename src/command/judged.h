/* The corrections of one project, as `show --evidence` prints them. */
#ifndef COMMAND_JUDGED_H
#define COMMAND_JUDGED_H

#include "casebook/store/correction.h"
#include "casebook/store/schema.h"
#include "command.h"

struct judged {
	struct corrections all; /* those of every project */
	struct text project;
	const struct screen *screen; /* the session's */
};

/* Returns 0, or -1 after a message. Release it in both cases. */
int judged_read(struct judged *judged, struct text project,
		struct session *session);
void judged_release(struct judged *judged);

/*
 * Prints what a person corrected or confirmed in the row of this key: for each
 * value what was extracted, who says otherwise, when and why.
 */
void judged_print(const struct judged *judged, const struct schema_view *view,
		  struct text key);
bool judged_has_dropped(const struct judged *judged);
/* Prints the rows that a person dropped, a line each. */
void judged_print_dropped(const struct judged *judged);

#endif
