/*
 * Questions to a casebook database: prepared statements, bound by name, read
 * row by row. Their SQL is a closed, named set in data/sql/ (sql_text), or is
 * put together by the room `ask`, or comes from the user (query_new_untrusted).
 */
#ifndef CASEBOOK_STORE_QUERY_H
#define CASEBOOK_STORE_QUERY_H

#include <stdint.h>

#include "casebook/base/diagnostic.h"

struct store;
struct query;

enum cell_type { CELL_NULL, CELL_INTEGER, CELL_REAL, CELL_TEXT, CELL_BLOB };

/* The statement of this name in data/sql/; it must exist. */
struct text sql_text(const char *name);

/* NULL after a message. The caller frees with query_free. */
struct query *query_new(struct store *store, struct text sql,
			struct diagnostics *diagnostics);
/*
 * The same for SQL that a user typed: one statement that only reads the public
 * views; refused with STATUS_USAGE otherwise. seconds: how long it may run
 * (0: as long as it takes); then query_step fails with a message.
 */
struct query *query_new_untrusted(struct store *store, struct text sql,
				  unsigned seconds,
				  struct diagnostics *diagnostics);
void query_free(struct query *query); /* NULL is allowed */

/* Whether the SQL has this name, with its colon. */
bool query_takes(const struct query *query, const char *name);
/* A name that the SQL has. The text must live until the step. */
void query_bind_text(struct query *query, const char *name, struct text text);
void query_bind_integer(struct query *query, const char *name, int64_t value);
void query_bind_real(struct query *query, const char *name, double value);

/*
 * Its SQL, with what is bound written in. The caller frees; NULL after a
 * message: it is longer than the store takes.
 */
char *query_sql(const struct query *query);

/* 1: there is a row; 0: no more; -1: after a message. */
int query_step(struct query *query);
/* Ready to be stepped again, bindings kept. */
void query_reset(struct query *query);

size_t query_n_columns(const struct query *query);
const char *query_column(const struct query *query, size_t column);
enum cell_type query_type(const struct query *query, size_t column);
/* One value of the row: what query_type and query_text say, at less cost. */
struct cell {
	enum cell_type type;
	struct text text; /* valid until the next step, or the next cell here */
	char digits[20];  /* of an integer: the smallest, with its sign */
};

void query_cell(const struct query *query, size_t column, struct cell *cell);
/* Valid until the next step. Numbers give their text; NULL the empty text. */
struct text query_text(const struct query *query, size_t column);
int64_t query_integer(const struct query *query, size_t column);
double query_real(const struct query *query, size_t column);

#endif
