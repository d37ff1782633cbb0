/*
 * Persons who are forgotten, taken out of a report between its reading and the
 * search for facts: so that whoever ingests or rebuilds does not bring them
 * back. That text and file differ there is remarked on the source.
 */
#ifndef COMMAND_FORGETTING_H
#define COMMAND_FORGETTING_H

#include "casebook/base/report.h"
#include "casebook/text/forgotten.h"

/*
 * Blanks the report's text, the values of its marks and its messages so far.
 * NULL: nobody is forgotten, and nothing is done. Returns how many places of
 * the text were blanked; report->blanked is raised by it.
 */
size_t forgetting_blank(const struct forgotten *forgotten,
			struct report *report);
/* Behind the search for facts: what a layout or a message says of them. */
void forgetting_finish(const struct forgotten *forgotten,
		       struct report *report);
/*
 * Whether a file's name or path tells of a person who is forgotten; a first
 * name alone does not.
 */
bool forgetting_tells(const struct forgotten *forgotten, struct text text);

/*
 * In what a person wrote (a correction, a reason) a first name alone tells of
 * the person too: the same as above, and who counts as told then, for
 * forgotten_find, to be freed.
 */
bool forgetting_is_written(const struct forgotten *forgotten, struct text text);
bool *forgetting_all_told(const struct forgotten *forgotten);

#endif
