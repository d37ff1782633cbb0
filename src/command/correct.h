/*
 * What the files of `casebook correct` share: the desk at which corrections
 * are made ready, and the check of a value.
 *
 * Invariant: nothing is written before every correction of the run is found
 * right; then all of them are, in one transaction.
 */
#ifndef COMMAND_CORRECT_H
#define COMMAND_CORRECT_H

#include "casebook/layout/vocabulary.h"
#include "casebook/store/correction.h"
#include "casebook/store/schema.h"
#include "command.h"

enum { CORRECTION_LONGEST = 64 * 1024 }; /* bytes of a value or a reason */

struct desk {
	struct session *session;
	struct diagnostics *diagnostics; /* the session's */
	struct arena *arena;
	struct store *store; /* open while corrections are made ready */
	struct schema schema;
	struct vocabularies *vocabularies;
	struct corrections there;  /* in the casebook, sorted */
	struct corrections wanted; /* by this run */
	const char *file;	   /* of corrections, for messages; or NULL */
	size_t line;		   /* of the correction in it; or 0 */
};

/* The kind with this view; N_FACT_KINDS after a message. */
enum fact_kind correct_find_view(struct desk *desk, struct text view);
/* The index of a column of the kind; n_columns after a message. */
size_t correct_find_column(struct desk *desk, enum fact_kind kind,
			   struct text column);

/*
 * Checks a value by its column's type and closed vocabulary, and gives it as
 * facts are written ("7,6" is 7.6). Returns 0, or -1 after a message of usage.
 */
int correct_check_value(struct desk *desk, enum fact_kind kind, size_t column,
			struct text given, struct text *value);
/* What follows from level. Empty when there is no such level. */
struct text correct_rung(struct desk *desk, struct text level);
/* A reason or a name: text of a fit length. Returns 0, or -1. */
int correct_check_text(struct desk *desk, const char *what, struct text text);
/* A message of usage: problem, the word in quotes, advice. Returns -1. */
int correct_refuse(struct desk *desk, const char *problem, struct text word,
		   const char *advice);

/* The time now, or $SOURCE_DATE_EPOCH: "2019-05-03T10:00:00Z". */
struct text correct_now(struct desk *desk);
struct text correct_user(struct desk *desk);

/* Makes the corrections of the file ready. Returns 0, or -1 after messages. */
int correct_from(struct desk *desk, const char *path);

#endif
