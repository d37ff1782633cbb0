/* What a search found, printed. */
#ifndef COMMAND_FOUND_H
#define COMMAND_FOUND_H

#include "casebook/ask/search.h"
#include "casebook/output/printer.h"
#include "command.h"

/* Whether --columns names columns of the rows. Returns 0, or -1. */
int found_check_columns(struct session *session);

/* For reading: up to `limit` projects, each with its best sections. */
void found_print(struct session *session, struct search *search,
		 const struct search_hits *hits, size_t limit);
/* A table "hits", a row a section, of up to `limit` projects. */
void found_print_rows(struct session *session, struct search *search,
		      const struct search_hits *hits, size_t limit,
		      struct printer *printer);

#endif
