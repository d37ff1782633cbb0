/*
 * Answers as the options shape them: the rows of a statement (one with places
 * for a filter, see ask/filter.h) in the order of --sort and --reverse, no more
 * than --limit; or instead their number (--count), or the SQL that gives them
 * (--sql).
 */
#ifndef COMMAND_ANSWER_H
#define COMMAND_ANSWER_H

#include "casebook/store/query.h"
#include "command.h"

/*
 * The rows, in the order and number asked for. NULL after a message. The
 * caller frees.
 */
struct query *answer_query(struct session *session, struct text sql);

/* A note on standard error when --limit left rows out. */
void answer_note_limit(struct session *session, struct text sql);

/* Prints how many rows there are, whatever --limit says, as a table. */
void answer_count(struct session *session, struct text sql,
		  struct printer *printer);

/*
 * Prints what was asked for instead of rows: their number (alone, for people),
 * or the SQL, with the usual columns unless others are asked for. Returns
 * whether something was, or failed.
 */
bool answer_instead(struct session *session, struct text sql,
		    const char *usual_format, const char *usual_columns);

/*
 * Prints a statement as the sqlite3 shell takes it; to a terminal, harmless
 * (the values in it come from documents). NULL is allowed.
 */
void answer_print_sql(const struct session *session, const struct query *query);

/* All of the above: what `list` and `report` answer. */
void answer(struct session *session, struct text sql, const char *usual_format,
	    const char *usual_columns);

#endif
