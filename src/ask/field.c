/* Fields of a layout's own as SQL over the public views. */
#include "casebook/ask/field.h"

#include <stdlib.h>

#include "casebook/ask/arrange.h"
#include "casebook/base/memory.h"
#include "casebook/store/query.h"
#include "casebook/text/distance.h"
#include "filter_rows.h"

/* The place of a value in its scale; NULL where it has no order. */
#define PLACE \
	"CASE WHEN instr(scale, ' < ')\n" \
	"\t\tTHEN instr(' < ' || scale || ' < ', ' < ' || value || ' < ')\n" \
	"\t\tWHEN scale = 'date' THEN CAST(substr(\n" \
	"\t\t\treplace(value, '-', '') || '0000', 1, 8) AS INTEGER)\n" \
	"\t\tWHEN " NUMBER " THEN CAST(value AS REAL) END"
#define NUMBER "scale <> 'list' AND NOT instr(scale, ' | ')"

struct text
field_named(struct text word)
{
	static const char prefix[] = "field:";

	return text_starts(word, prefix)
		       ? text_sub(word, sizeof(prefix) - 1, word.len)
		       : TEXT("");
}

struct query *
field_names(struct store *store, struct diagnostics *diagnostics)
{
	return query_new(store,
			 TEXT("SELECT DISTINCT field FROM fields "
			      "WHERE value IS NOT NULL ORDER BY field"),
			 diagnostics);
}

int
field_check(struct text name, struct store *store,
	    struct diagnostics *diagnostics)
{
	struct query *query = field_names(store, diagnostics);
	struct text *names = NULL, all = TEXT("");
	size_t n = 0, capacity = 0, near;
	bool found = false;
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		names = array_grow(names, n, &capacity, sizeof(*names));
		names[n] = arena_text(diagnostics->arena, query_text(query, 0));
		all = arena_format(diagnostics->arena, "%.*s%s%.*s",
				   TEXT_ARG(all), n ? ", " : "",
				   TEXT_ARG(names[n]));
		found = found || text_equal(names[n++], name);
	}
	query_free(query);
	near = found || step == -1 ? n : nearest(name, names, n);
	if (!found && step != -1)
		diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
			 (struct place){.file = NULL},
			 "no field %s in this casebook; it has %s%s%s%s",
			 diagnostic_quote(diagnostics, name),
			 n ? diagnostic_quote(diagnostics, all) : "none at all",
			 near < n ? "; did you mean " : "",
			 near < n ? diagnostic_quote(diagnostics, names[near])
				  : "",
			 near < n ? "?" : "");
	free(names);
	return found ? 0 : -1;
}

/* A text in single quotes, as SQL has it. */
static struct text
literal(struct arena *arena, struct text text)
{
	struct buffer made = {NULL, 0, 0};
	struct text kept;

	buffer_add_byte(&made, '\'');
	for (size_t i = 0; i < text.len; i++) {
		if (text.bytes[i] == '\'')
			buffer_add_byte(&made, '\'');
		buffer_add_byte(&made, text.bytes[i]);
	}
	buffer_add_byte(&made, '\'');
	kept = arena_text(arena, buffer_text(&made));
	buffer_release(&made);
	return kept;
}

struct text
field_facet_sql(struct arena *arena, struct text name)
{
	struct text facet = arena_format(arena, "field:%.*s", TEXT_ARG(name));

	return arena_format(
		arena,
		"SELECT %.*s AS facet, value,\n"
		"\tcount(DISTINCT project) AS projects, max(number) AS number\n"
		"FROM (\n"
		"\tWITH RECURSIVE parts (project, value, rest, place, number) "
		"AS (\n"
		"\t\tSELECT project, CASE scale WHEN 'list' THEN NULL ELSE "
		"value END,\n"
		"\t\tCASE scale WHEN 'list' THEN value || '; ' END,\n"
		"\t\t" PLACE ",\n"
		"\t\tcoalesce(" NUMBER "\n"
		"\t\t\tAND NOT instr(scale, ' < ') AND scale <> 'date', 0)\n"
		"\t\tFROM fields\n"
		"\t\tWHERE field = %.*s AND value IS NOT NULL\n"
		"\t\tUNION ALL\n"
		"\t\tSELECT project, CASE WHEN instr(rest, '; ')\n"
		"\t\t\tTHEN substr(rest, 1, instr(rest, '; ') - 1)\n"
		"\t\t\tELSE rest END,\n"
		"\t\tCASE WHEN instr(rest, '; ')\n"
		"\t\t\tTHEN nullif(substr(rest, instr(rest, '; ') + 2), '')\n"
		"\t\t\tEND, place, number\n"
		"\t\tFROM parts WHERE rest IS NOT NULL\n"
		"\t)\n"
		"\tSELECT project, value, place, number FROM parts\n"
		"\tWHERE value IS NOT NULL\n"
		")\n" FILTER_MARK "\n"
		"GROUP BY value\n"
		"ORDER BY min(place) NULLS LAST, projects DESC,\n"
		"\tvalue COLLATE NOCASE, value",
		TEXT_ARG(literal(arena, facet)),
		TEXT_ARG(literal(arena, name)));
}

struct text
field_groups_sql(struct arena *arena, struct text name)
{
	return arena_format(
		arena,
		"SELECT project, value, " PLACE "\n"
		"FROM (SELECT project FROM projects " FILTER_MARK ")\n"
		"\tLEFT JOIN (SELECT project, value, scale FROM fields\n"
		"\t\tWHERE field = %.*s) USING (project)",
		TEXT_ARG(literal(arena, name)));
}

struct text
field_columns_sql(struct arena *arena, struct text sql,
		  const struct text *names, size_t n)
{
	static const char *const columns[] = {"value", "scale"};
	static const char *const heads[] = {"field", "scale"};
	struct text columns_list = TEXT(""), order;
	struct text rows = arrange_unordered(sql, &order);

	for (size_t i = 0; i < 2 * n; i++)
		columns_list = arena_format(
			arena,
			"%.*s,\n\t(SELECT %s FROM fields\n"
			"\t\tWHERE fields.project = listed.project\n"
			"\t\tAND field = %.*s) AS \"%s:%.*s\"",
			TEXT_ARG(columns_list), columns[i % 2],
			TEXT_ARG(literal(arena, names[i / 2])), heads[i % 2],
			TEXT_ARG(names[i / 2]));
	return arena_format(arena,
			    "SELECT listed.*%.*s\nFROM (\n%.*s\n) AS listed"
			    "\nORDER BY %.*s",
			    TEXT_ARG(columns_list), TEXT_ARG(rows),
			    TEXT_ARG(order));
}
