/* Statements reworked. What they ask is not looked at, but for their end. */
#include "casebook/ask/arrange.h"

static const char order_line[] = "\nORDER BY ";

/* Where the line of its own order begins; its end when there is none. */
static size_t
find_order(struct text sql)
{
	size_t found = sql.len, at = 0;

	while ((at = text_find(sql, text_of(order_line), at)) < sql.len)
		found = at++;
	return found;
}

/* A term of its own order, the other way round. */
static void
add_reversed(struct buffer *sql, struct text term)
{
	static const char down[] = " DESC";

	if (text_ends(term, down))
		buffer_add(sql, text_sub(term, 0, term.len + 1 - sizeof(down)));
	else
		buffer_format(sql, "%.*s%s", TEXT_ARG(term), down);
}

/* Where its first term ends: at a comma outside parentheses and quotes. */
static size_t
end_of_term(struct text order)
{
	size_t depth = 0, at = 0;
	bool quoted = false;

	for (; at < order.len; at++) {
		char c = order.bytes[at];

		if (c == '\'')
			quoted = !quoted;
		if (quoted)
			continue;
		if (c == ',' && depth == 0)
			return at;
		if (c == '(')
			depth++;
		else if (c == ')' && depth > 0)
			depth--;
	}
	return at;
}

static void
add_own_order(struct buffer *sql, struct text order, const char *glue,
	      bool reverse)
{
	while (order.len) {
		size_t len = end_of_term(order);
		struct text term = text_trim(text_sub(order, 0, len));

		buffer_add_string(sql, glue);
		if (reverse)
			add_reversed(sql, term);
		else
			buffer_add(sql, term);
		glue = ", ";
		order = text_sub(order, len + 1, order.len);
	}
}

struct text
arrange_unordered(struct text sql, struct text *order)
{
	struct text whole = text_trim(sql);
	size_t len = find_order(whole);
	size_t from = len < whole.len ? len + sizeof(order_line) - 1 : len;

	*order = text_sub(whole, from, whole.len - from);
	return text_sub(whole, 0, len);
}

/* By the place in an ordered choice ("geen < deels < sprake"), or by number. */
static void
add_scaled(struct buffer *sql, const struct sort_term *term, const char *glue,
	   bool down)
{
	int len = (int)term->column.len, n = (int)term->scale.len;
	const char *name = term->column.bytes, *scale = term->scale.bytes;

	buffer_format(sql,
		      "%sCASE WHEN instr(\"%.*s\", ' < ') "
		      "THEN instr(' < ' || \"%.*s\" || ' < ', "
		      "' < ' || \"%.*s\" || ' < ') "
		      "WHEN \"%.*s\" NOT IN ('date', 'list') "
		      "AND NOT instr(\"%.*s\", ' | ') "
		      "THEN CAST(\"%.*s\" AS REAL) END%s NULLS LAST",
		      glue, n, scale, n, scale, len, name, n, scale, n, scale,
		      len, name, down ? " DESC" : "");
}

struct text
arrange_rows(struct arena *arena, struct text sql,
	     const struct arrangement *arrangement)
{
	struct text own, rows = arrange_unordered(sql, &own);
	const char *glue = order_line;
	struct buffer made = {NULL, 0, 0};
	struct text kept;

	buffer_add(&made, rows);
	for (size_t i = 0; i < arrangement->n_terms; i++) {
		const struct sort_term *term = &arrangement->terms[i];

		if (term->scale.len > 0) {
			add_scaled(&made, term, glue,
				   term->down != arrangement->reverse);
			glue = ", ";
		}
		buffer_format(&made, "%s\"%.*s\" COLLATE NOCASE%s NULLS LAST",
			      glue, TEXT_ARG(term->column),
			      term->down != arrangement->reverse ? " DESC"
								 : "");
		glue = ", ";
	}
	add_own_order(&made, own, glue, arrangement->reverse);
	if (arrangement->limit)
		buffer_format(&made, "\nLIMIT %zu", arrangement->limit);
	kept = arena_text(arena, buffer_text(&made));
	buffer_release(&made);
	return kept;
}

struct text
arrange_columns(struct arena *arena, struct text sql,
		const struct text *columns, size_t n)
{
	struct text list = TEXT("");

	for (size_t i = 0; i < n; i++)
		list = arena_format(arena, "%.*s%s\"%.*s\"", TEXT_ARG(list),
				    i ? ", " : "", TEXT_ARG(columns[i]));
	return arena_format(arena, "SELECT %.*s FROM (\n%.*s\n)",
			    TEXT_ARG(list), TEXT_ARG(text_trim(sql)));
}

struct text
arrange_count(struct arena *arena, struct text sql)
{
	struct text order;

	/* Without an order SQLite makes no columns that nobody looks at. */
	sql = arrange_unordered(sql, &order);
	return arena_format(arena, "SELECT count(*) AS count FROM (\n%.*s\n)",
			    TEXT_ARG(sql));
}
