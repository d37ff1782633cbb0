/*
 * The rows among which a person chooses, and the COLUMN=VALUE words that say
 * which, or what.
 */
#ifndef COMMAND_CORRECT_ROW_H
#define COMMAND_CORRECT_ROW_H

#include "correct.h"

/* Values by the columns of a kind of fact. */
struct pairs {
	bool is_given[FACT_MOST_COLUMNS];
	struct text values[FACT_MOST_COLUMNS];
};

/*
 * Adds words "column=value" to the pairs. Returns 0, or -1 after a message: no
 * such column, one that comes twice, no UTF-8.
 */
int pairs_read(struct desk *desk, enum fact_kind kind,
	       const struct arguments *words, struct pairs *pairs);
/* Checks each value, and puts it in its form. Returns 0, or -1. */
int pairs_check(struct desk *desk, enum fact_kind kind, struct pairs *pairs);

struct correct_row {
	struct text values[FACT_MOST_COLUMNS]; /* as the view shows them */
	struct text key;
	bool added; /* by a person, and not in the report */
};

struct correct_rows {
	struct correct_row *items; /* owned; texts are the desk's */
	size_t n, capacity;
};

int correct_rows_read(struct desk *desk, enum fact_kind kind,
		      struct text project, struct correct_rows *rows);
void correct_rows_release(struct correct_rows *rows);

/* The one row that has all these values; NULL after a message. */
const struct correct_row *
correct_row_choose(struct desk *desk, enum fact_kind kind, struct text project,
		   const struct correct_rows *rows, const struct pairs *where);
/* NULL when no row has this key. */
const struct correct_row *correct_row_find(const struct correct_rows *rows,
					   struct text key);
/* Takes over the pairs that are given. */
void correct_row_take(struct correct_row *row, const struct pairs *pairs);
/* Makes the row's key. */
void correct_row_name(struct desk *desk, enum fact_kind kind,
		      struct correct_row *row);
/* "moment=tweede grade=7.6": of the key, or of what is not in it. */
struct text correct_row_words(struct desk *desk, enum fact_kind kind,
			      const struct correct_row *row, bool key);
/* Whether a row to be added has what it cannot be without. 0, or -1. */
int correct_row_whole(struct desk *desk, enum fact_kind kind,
		      const struct pairs *given);
/* The message that there is such a row. Returns -1. */
int correct_row_twice(struct desk *desk, enum fact_kind kind,
		      struct text project, const struct correct_row *row);

/* Returns 0, or -1 after a message with the nearest project. */
int correct_find_project(struct desk *desk, struct text project);

#endif
