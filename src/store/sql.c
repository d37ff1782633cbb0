/*
 * The named statements: sections of data/sql/queries.sql that begin with a
 * line `-- name: NAME` and end where the next one begins.
 */
#include "sql.h"

#include <assert.h>

#include "casebook/base/data.h"
#include "casebook/store/query.h"

static const char head[] = "-- name: ";

struct text
sql_schema(void)
{
	return data_embedded("sql/schema.sql");
}

struct text
sql_views(void)
{
	return data_embedded("sql/views.sql");
}

bool
sql_next(size_t *at, struct sql_statement *statement)
{
	struct text all = data_embedded("sql/queries.sql");
	size_t begin = text_find(all, text_of(head), *at);
	size_t name, end, next;

	if (begin == all.len)
		return false;
	name = begin + sizeof(head) - 1;
	end = text_find(all, TEXT("\n"), name);
	next = text_find(all, text_of(head), end);
	*statement = (struct sql_statement){
		text_trim(text_sub(all, name, end - name)),
		text_trim(text_sub(all, end, next - end))};
	*at = next;
	return true;
}

struct text
sql_text(const char *name)
{
	struct text all = data_embedded("sql/queries.sql");
	struct sql_statement statement = {TEXT(""), TEXT("")};
	struct buffer line = {NULL, 0, 0};
	size_t at;

	buffer_format(&line, "\n%s%s\n", head, name);
	at = text_find(all, buffer_text(&line), 0);
	buffer_release(&line);
	if (!sql_next(&at, &statement))
		assert(false && "a statement of this name");
	return statement.sql;
}
