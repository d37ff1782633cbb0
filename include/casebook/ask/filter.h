/*
 * Filters: which projects a question is about. One row of a table says what a
 * filter is called, what it asks for, in which public view and column it looks
 * and how a value matches; the same row gives its help.
 *
 * One option given twice means or; different options mean and. Filters that
 * look at the same kind of row (a level and its stance; a grade, its moment and
 * its object) must hold of one and the same row.
 *
 * Each filter has a counterpart, FILTER_NOT before its name: the projects of
 * which no row has any of its values, those without such rows included. Of rows
 * that other filters look at by another column only those count that these let
 * through: `--level meebeslissen --not-stance niet` asks for a row of the
 * level, and for no row of the level with the stance; `--not-min-grade 8
 * --moment tweede` for a second grade, and none of at least 8.
 *
 * Names match by whole words, and only where nothing has those by any part,
 * without regard to case and diacritics; ids of the codebook match whole where
 * one is given whole, else as names do. Both are resolved to the values that
 * the casebook holds before anything is asked. A value may also be named by
 * another word for it ("youth" for jeugd), where the value itself does not
 * match as well.
 */
#ifndef CASEBOOK_ASK_FILTER_H
#define CASEBOOK_ASK_FILTER_H

#include "casebook/base/diagnostic.h"
#include "casebook/store/query.h"
#include "casebook/store/store.h"

struct filter_option {
	const char *name;     /* without its dashes */
	const char *argument; /* what stands behind it, for help */
	const char *help;
};

#define FILTER_NOT "not-"

/* The i-th filter, in the order of help; NULL when there are fewer. */
const struct filter_option *filter_option_at(size_t i);

struct filter;

struct filter *filter_new(void);
void filter_free(struct filter *filter); /* NULL is allowed */

/*
 * Adds a value to the i-th filter. Returns 0, or -1 after a message of usage
 * (no text, no year, no grade).
 */
int filter_add(struct filter *filter, size_t i, const char *value,
	       struct diagnostics *diagnostics);
/* The same for its counterpart. */
int filter_add_not(struct filter *filter, size_t i, const char *value,
		   struct diagnostics *diagnostics);
bool filter_is_empty(const struct filter *filter);

/*
 * Who knows other words for values, to be called once, when names are resolved:
 * it adds them with filter_add_word. Returns 0, or -1 after a message.
 */
typedef int filter_teacher(void *context, struct filter *filter);

void filter_teach(struct filter *filter, filter_teacher *teacher,
		  void *context);
/* A word for a value of a column of the public views. The texts are copied. */
void filter_add_word(struct filter *filter, struct text column,
		     struct text value, struct text word);

/*
 * Resolves names to values of the casebook. Returns 0, or -1 after messages:
 * nothing has that value (with the nearest that something has), or the lowest
 * grade is above the highest.
 */
int filter_resolve(struct filter *filter, struct store *store,
		   struct diagnostics *diagnostics);

/*
 * Lets only these projects through, of those that the filter chooses, from now
 * on. The keys are copied.
 */
void filter_only(struct filter *filter, const struct text *projects, size_t n);

/*
 * The statement with a place for a filter, made ready to be stepped: each
 * FILTER_MARK in it becomes a WHERE clause over the column `project` (nothing,
 * when the filter is empty), and the filter's values are bound. The filter must
 * be resolved, and live as long as the query. NULL after a message.
 */
#define FILTER_MARK "/*filter*/"

struct query *filter_query(const struct filter *filter, struct store *store,
			   struct text sql, struct diagnostics *diagnostics);

/*
 * The values of this casebook that the i-th filter could be given, sorted, one
 * a row: for completion. NULL when they are no words (a year, a grade), or
 * after a message.
 */
struct query *filter_candidates(size_t i, struct store *store,
				struct diagnostics *diagnostics);

#endif
