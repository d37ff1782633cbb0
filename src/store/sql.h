/*
 * The SQL that is built in: the two pages that make a casebook, and the named
 * statements (sql_text in query.h) one by one.
 */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include "casebook/base/text.h"

struct text sql_schema(void);
struct text sql_views(void);

struct sql_statement {
	struct text name, sql;
};

/*
 * The named statement that begins at or after *at in data/sql/queries.sql;
 * moves *at behind it. Returns false when there are no more.
 */
bool sql_next(size_t *at, struct sql_statement *statement);

#endif
