/*
 * Which lines of a page go on in the next one. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_JOINTS_H
#define CASEBOOK_CONVERT_JOINTS_H

#include "sheet.h"

/* What stands between two lines: "" and " " join them. */
const char *joint_of(const struct sheet *sheet, const struct boxed_line *line,
		     const struct boxed_line *next);
/* Does a page's last line go on in the first one of the next page? */
bool joint_torn(const struct sheet *sheet, const struct boxed_line *last,
		const struct sheet *next, const struct boxed_line *first);
/* The space below the lines of a paragraph, as part of their height. */
double usual_gap(struct arena *arena, const struct sheet *sheet);

#endif
