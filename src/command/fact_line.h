/* A row of facts in one line, and the key by which evidence names it. */
#ifndef COMMAND_FACT_LINE_H
#define COMMAND_FACT_LINE_H

#include "casebook/base/fact.h"
#include "casebook/output/screen.h"
#include "casebook/store/query.h"
#include "casebook/store/schema.h"

#define WHOLE_VALUES ((size_t)-1)

/* Whether a column is one of the codebook's, and not about the row itself. */
bool fact_line_has(enum fact_kind kind, const char *column);

/*
 * Adds the values of the row in hand, harmless for a terminal, " · " between
 * them; a number stands behind its column's name. Of a longer value only the
 * first `longest` characters are shown. What the screen leaves out is left out.
 */
void fact_line_add(struct buffer *line, enum fact_kind kind,
		   const struct query *query, size_t longest,
		   const struct screen *screen);

/*
 * Adds the key of the row in hand, as the view `evidence` writes it: the view's
 * key columns but the project, divided by "|". query: of all its columns.
 */
void fact_line_key(struct buffer *key, const struct schema_view *view,
		   const struct query *query);

#endif
