/*
 * Which tables two codings are compared on, by which columns, and when two
 * values count as one. Strict: when they are written alike. Soft: white space
 * and case do not count; in names, titles and quotations neither do accents
 * and punctuation; in names of places and organisations neither do the words
 * that lead them (articles, counts in words), and in those of organisations no
 * parentheses. A grade is a number of one decimal; a date must be the same.
 *
 * Only rows of listed projects count, and no follow-up without a date; of rows
 * with one key the first.
 */
#ifndef CASEBOOK_COMPARE_ROWS_H
#define CASEBOOK_COMPARE_ROWS_H

#include "casebook/compare/sheet.h"

enum { COMPARED_MOST_COLUMNS = 5 };

enum likeness {
	LIKE_CODE, /* ids, dates, addresses */
	LIKE_GRADE,
	LIKE_TEXT,
	LIKE_PLACE,
	LIKE_ORGANISATION,
};

struct compared_column {
	const char *name;
	enum likeness likeness;
};

/* The first column is the project. */
struct compared_table {
	const char *name;
	struct compared_column columns[COMPARED_MOST_COLUMNS];
	size_t n_columns;
};

/* The first is `projects`, the last `fields`. */
enum { TABLE_PROJECTS = 0, TABLE_FIELDS = 9, N_COMPARED_TABLES };
extern const struct compared_table compared_tables[N_COMPARED_TABLES];

struct manner {
	bool strict;
	const struct text *leading; /* folded words that lead a name */
	size_t n_leading;
};

/* The value as it is compared; lives in the arena. */
struct text compared_value(struct arena *arena, enum likeness likeness,
			   const struct manner *manner, struct text value);

/* Keys of projects, sorted. */
struct project_list {
	struct text *items;
	size_t n_items;
};

/* Those of a sheet `projects`. Returns 0, or -1 after a message. */
int projects_listed(struct project_list *projects, struct arena *arena,
		    const struct sheet *sheet, const struct manner *manner,
		    struct diagnostics *diagnostics);
/* Takes out those that the other list has not. */
void projects_intersect(struct project_list *projects,
			const struct project_list *other);
/* Its place in the list; n_items when it is not there. */
size_t projects_find(const struct project_list *projects, struct text key);

struct compared_row {
	struct text key;
	size_t row;    /* of the sheet */
	bool optional; /* `must` is 0 */
};

/* Sorted by key; no key twice. */
struct compared_rows {
	struct compared_row *items;
	size_t n_items;
};

/*
 * The rows of a sheet that count. Returns 0, or -1 after a message (a column is
 * missing).
 */
int compared_rows_take(struct compared_rows *rows, struct arena *arena,
		       const struct compared_table *table,
		       const struct sheet *sheet,
		       const struct project_list *projects,
		       const struct manner *manner,
		       struct diagnostics *diagnostics);

#endif
