/*
 * Trying a layout on reports: whether they would be taken for it, what of it is
 * seldom or never seen, and which headings and text no section claims.
 */
#ifndef COMMAND_TRYOUT_H
#define COMMAND_TRYOUT_H

#include "casebook/extract/extract.h"
#include "command.h"

struct tryout;

/* Rules and layout must outlive it. Frees with tryout_free. */
struct tryout *tryout_new(struct session *session, const struct rules *rules,
			  const struct layout *layout);
void tryout_free(struct tryout *tryout);
/* Reads a report by the layout; the path must outlive the tryout. */
void tryout_read(struct tryout *tryout, const char *path);
/* Prints what was found, on standard output. */
void tryout_print(struct tryout *tryout);

#endif
