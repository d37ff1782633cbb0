/* Rows of a query, printed: what the commands that answer in tables share. */
#ifndef COMMAND_ROWS_H
#define COMMAND_ROWS_H

#include "casebook/store/query.h"
#include "casebook/store/schema.h"
#include "command.h"

/* The format that was asked for, else this one. */
const struct format *rows_format(const struct session *session,
				 const char *usual);

/* The text of the column of this name; empty when there is none. */
struct text rows_text(const struct query *query, const char *name);

/* The same as a number; 0 when it is none. */
size_t rows_number(const struct query *query, const char *name);

/* Prints the row in hand, all columns, into the table that was begun. */
void rows_print_row(struct printer *printer, const struct query *query);

/*
 * Prints the query's rows as one table. columns: a comma-separated list of
 * those to show, or NULL for all. Returns 0, or -1 after a message (no such
 * column, the query failed); *n_rows, where not NULL, counts the rows.
 */
int rows_print(struct printer *printer, const char *name, struct query *query,
	       const char *columns, size_t *n_rows,
	       struct diagnostics *diagnostics);

/*
 * The answer of most commands: the rows on standard output, in the format and
 * with the columns asked for (else the usual ones), and a note when there are
 * none. Frees the query; NULL (after a message) is allowed.
 */
void rows_answer(struct session *session, struct query *query,
		 const char *usual_format, const char *usual_columns);

/* The note on standard error that an answer is empty. */
void rows_note_none(struct session *session);

/* A message of usage for a view that does not exist, with the nearest. */
void schema_refuse_view(struct session *session, const struct schema *schema,
			const char *name);

#endif
