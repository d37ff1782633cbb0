/* Rows of facts in one line, and their keys. */
#include "fact_line.h"

#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/output/redact.h"

bool
fact_line_has(enum fact_kind kind, const char *column)
{
	for (size_t i = 0; i < fact_kinds[kind].n_columns; i++)
		if (strcmp(column, fact_kinds[kind].columns[i].name) == 0)
			return true;
	return false;
}

void
fact_line_add(struct buffer *line, enum fact_kind kind,
	      const struct query *query, size_t longest,
	      const struct screen *screen)
{
	struct buffer room = {NULL, 0, 0};
	const char *glue = "";

	for (size_t i = 0; i < query_n_columns(query); i++) {
		struct text value = query_text(query, i), cut;

		if (!value.len ||
		    !fact_line_has(kind, query_column(query, i)) ||
		    redact_column(screen->redaction, query_column(query, i),
				  true))
			continue;
		buffer_add_string(line, glue);
		/* A number says nothing without its name. */
		if (query_type(query, i) != CELL_TEXT)
			buffer_format(line, "%s ", query_column(query, i));
		if (query_type(query, i) == CELL_TEXT)
			value = redact(screen->redaction, value, &room);
		cut = longest == WHOLE_VALUES ? value
					      : escape_cut(value, longest);
		escape_terminal(line, cut);
		buffer_add_string(line, cut.len < value.len ? "…" : "");
		glue = " · ";
	}
	buffer_release(&room);
}

void
fact_line_key(struct buffer *key, const struct schema_view *view,
	      const struct query *query)
{
	bool first = true;

	for (size_t i = 0; i < view->n_columns; i++) {
		struct text value;

		if (!view->columns[i].key ||
		    text_is(view->columns[i].name, "project"))
			continue;
		value = query_text(query, i);
		if (!first)
			buffer_add_byte(key, '|');
		first = false;
		for (size_t j = 0; j < value.len; j++) {
			if (value.bytes[j] == '|' || value.bytes[j] == '\\')
				buffer_add_byte(key, '\\');
			buffer_add_byte(key, value.bytes[j]);
		}
	}
}
