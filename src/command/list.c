/* `casebook list`: projects, one a line, and what they have in common. */
#include "answer.h"
#include "casebook/ask/field.h"
#include "casebook/ask/question.h"
#include "facets.h"
#include "rows.h"

/* Adds the field that a column or term of an order names, once. */
static int
add_field(struct session *session, struct text word, struct text *names,
	  size_t *n)
{
	struct text name;

	if (text_starts(word, "-"))
		word = text_sub(word, 1, word.len);
	name = field_named(word);
	if (name.len == 0)
		return 0;
	for (size_t i = 0; i < *n; i++)
		if (text_equal(names[i], name))
			return 0;
	names[(*n)++] = arena_text(session->diagnostics.arena, name);
	return field_check(name, session->store, &session->diagnostics);
}

/* With the fields that --columns and --sort name; empty after a message. */
static struct text
with_fields(struct session *session, struct text sql)
{
	const struct options *options = &session->options;
	struct arena *arena = session->diagnostics.arena;
	struct columns_asked columns, sort;
	struct text *names;
	size_t n = 0;
	int result = 0;

	columns_asked_init(&columns, options->columns ? options->columns : "");
	columns_asked_init(&sort, options->sort ? options->sort : "");
	names = arena_alloc(arena, columns.n + sort.n + 1, sizeof(*names));
	for (size_t i = 0; i < columns.n; i++)
		if (add_field(session, columns.items[i], names, &n) == -1)
			result = -1;
	for (size_t i = 0; i < sort.n; i++)
		if (add_field(session, sort.items[i], names, &n) == -1)
			result = -1;
	columns_asked_release(&columns);
	columns_asked_release(&sort);
	if (result == -1)
		return TEXT("");
	return n ? field_columns_sql(arena, sql, names, n) : sql;
}

/* Projects (or their number), then the facets. */
static void
print_with_facets(struct session *session, const struct question *question,
		  struct text sql, const struct facets *facets)
{
	const struct format *format = rows_format(session, "table");
	const char *columns = session->options.columns
				      ? session->options.columns
				      : question->columns;
	struct query *query = NULL;
	struct printer *printer;
	size_t n_rows = 0;
	int result = 0;

	if (!session->options.count) {
		query = answer_query(session, sql);
		if (!query)
			return;
	}
	printer = printer_new(format, stdout, &session->screen,
			      format_is_for_reading(format) ? PRINTER_ONE
							    : PRINTER_MANY);
	if (query)
		result = rows_print(printer, "projects", query, columns,
				    &n_rows, &session->diagnostics);
	else
		answer_count(session, sql, printer);
	if (result == 0)
		facets_print(facets, session, printer);
	printer_free(printer);
	if (query && result == 0 && n_rows == 0)
		rows_note_none(session);
	query_free(query);
	answer_note_limit(session, sql);
}

static void
list(struct session *session, const struct facets *facets)
{
	const struct question *question = question_find(TEXT("projects"));
	struct text sql = with_fields(session, question_sql(question));

	if (sql.len == 0)
		return;
	session->screen.one_line = true;
	if (facets->n && !session->options.sql) {
		print_with_facets(session, question, sql, facets);
		return;
	}
	answer(session, sql, "table", question->columns);
	if (session->options.sql && session->diagnostics.worst == STATUS_DONE)
		facets_print_sql(facets, session);
}

void
command_list(struct session *session)
{
	struct facets facets;

	if (facets_read(&facets, session) == 0 &&
	    filter_resolve(session->options.filter, session->store,
			   &session->diagnostics) == 0)
		list(session, &facets);
	facets_release(&facets);
}
