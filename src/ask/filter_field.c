/*
 * Tests of a layout's own fields: "inwoners>1000", "oordeel>=deels". A test is
 * a field's name, a sign and a value; a name alone asks for the field. Several
 * tests of one project are joined by `&`. They are resolved to the projects of
 * which they hold.
 *
 * Values are compared by their scale: words of an ordered choice by their place
 * in it, dates to the precision that was asked for (2019 is all of that year),
 * numbers as such, and so all that two numbers can be made of; else the letters
 * are, without regard to case and accents. In a list any item counts.
 */
#include "filter_field.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/distance.h"
#include "casebook/text/fold.h"

enum sign {
	SIGN_NONE,
	SIGN_AT_MOST,
	SIGN_AT_LEAST,
	SIGN_NOT,
	SIGN_BELOW,
	SIGN_ABOVE,
	SIGN_IS,
	SIGN_PART,
	N_SIGNS
};

/* Those of two characters stand first. */
static const char *const signs[N_SIGNS] = {
	"", "<=", ">=", "!=", "<", ">", "=", "~"};

struct test {
	struct text name, value, folded;
	enum sign sign;
};

struct field_row {
	struct text project, field, value, scale;
};

struct field_rows {
	struct arena *arena;
	struct field_row *items; /* owned */
	size_t n, capacity;
};

/* --- reading a test --------------------------------------------------------*/

static enum sign
sign_at(struct text text)
{
	for (int sign = SIGN_AT_MOST; sign < N_SIGNS; sign++)
		if (text_starts(text, signs[sign]))
			return (enum sign)sign;
	return SIGN_NONE;
}

static struct test
read_test(struct arena *arena, struct text text)
{
	struct test test = {.sign = SIGN_NONE};
	size_t at = 0;

	while (at < text.len &&
	       (test.sign = sign_at(text_sub(text, at, text.len - at))) ==
		       SIGN_NONE)
		at++;
	test.name = text_trim(text_sub(text, 0, at));
	at += strlen(signs[test.sign]);
	test.value = text_trim(text_sub(text, at, text.len));
	test.folded = fold_words(arena, test.value);
	return test;
}

/* The next test of several; false when there is none. */
static bool
next_test(struct arena *arena, struct text text, size_t *at, struct test *test)
{
	size_t end;

	if (*at > text.len)
		return false;
	end = text_find(text, TEXT("&"), *at);
	*test = read_test(arena, text_sub(text, *at, end - *at));
	*at = end + 1;
	return true;
}

const char *
filter_field_problem(struct text given)
{
	struct arena *scratch = arena_new();
	const char *problem = NULL;
	struct test test;
	size_t at = 0;

	while (!problem && next_test(scratch, given, &at, &test)) {
		if (test.name.len == 0)
			problem = "no field's name; write FIELD>VALUE, with "
				  "one of = != < <= > >= ~";
		else if (test.sign != SIGN_NONE && test.value.len == 0)
			problem = "no value behind the sign";
	}
	arena_free(scratch);
	return problem;
}

/* --- comparing -------------------------------------------------------------*/

/* A number, with a decimal point or comma, and nothing else but a "%". */
static bool
number_of(struct text text, double *number)
{
	char *string = memory_string(text_trim(text)), *end;
	bool is;

	for (char *c = string; *c; c++)
		if (*c == ',')
			*c = '.';
	*number = strtod(string, &end);
	while (*end == ' ' || *end == '%')
		end++;
	is = end > string && *end == '\0' && strchr("+-.0123456789", *string);
	free(string);
	return is;
}

/* The place of a word in "geen < deels < sprake"; SIZE_MAX: it has none. */
static size_t
place_in(struct arena *arena, struct text scale, struct text folded)
{
	size_t place = 0;

	for (size_t at = 0; at < scale.len; place++) {
		size_t end = text_find(scale, TEXT(" < "), at);

		if (text_equal(folded, fold_words(arena, text_sub(scale, at,
								  end - at))))
			return place;
		at = end + 3;
	}
	return (size_t)-1;
}

static bool
is_ordered(struct text scale)
{
	return text_find(scale, TEXT(" < "), 0) < scale.len;
}

static int
order_of_dates(struct text value, struct text asked)
{
	return text_starts(value, asked.bytes) ? 0 : text_compare(value, asked);
}

/* <0, 0 or >0; *known is false where the two have no order. */
static int
order(struct arena *arena, const struct field_row *row, const struct test *test,
      bool *known)
{
	double a, b;
	size_t x, y;

	*known = true;
	if (is_ordered(row->scale)) {
		x = place_in(arena, row->scale, fold_words(arena, row->value));
		y = place_in(arena, row->scale, test->folded);
		*known = x != (size_t)-1 && y != (size_t)-1;
		return (x > y) - (x < y);
	}
	if (text_is(row->scale, "date"))
		return order_of_dates(row->value,
				      arena_text(arena, test->value));
	if (number_of(row->value, &a) && number_of(test->value, &b))
		return (a > b) - (a < b);
	return text_compare(fold_words(arena, row->value), test->folded);
}

static bool
is_item(struct arena *arena, struct text list, struct text folded)
{
	for (size_t at = 0; at < list.len;) {
		size_t end = text_find(list, TEXT("; "), at);

		if (text_equal(folded,
			       fold_words(arena, text_sub(list, at, end - at))))
			return true;
		at = end + 2;
	}
	return false;
}

static bool
holds(struct arena *arena, const struct field_row *row, const struct test *test)
{
	struct text folded = fold_words(arena, row->value);
	bool known;
	int which;

	if (test->sign == SIGN_NONE)
		return true;
	if (test->sign == SIGN_PART)
		return text_find(folded, test->folded, 0) < folded.len;
	if (text_is(row->scale, "list"))
		return is_item(arena, row->value, test->folded) ==
		       (test->sign == SIGN_IS);
	which = order(arena, row, test, &known);
	if (!known)
		return false;
	switch (test->sign) {
	case SIGN_AT_MOST:
		return which <= 0;
	case SIGN_AT_LEAST:
		return which >= 0;
	case SIGN_NOT:
		return which != 0;
	case SIGN_BELOW:
		return which < 0;
	case SIGN_ABOVE:
		return which > 0;
	default:
		return which == 0;
	}
}

/* --- what is asked that no value can be ------------------------------------*/

/* For a message: without what a terminal would obey. */
static const char *
escape_to_arena(struct arena *arena, struct text text)
{
	struct buffer escaped = {NULL, 0, 0};
	struct text kept;

	escape_terminal(&escaped, text);
	kept = arena_text(arena, buffer_text(&escaped));
	buffer_release(&escaped);
	return kept.bytes;
}

static int
report_unknown(const struct field_rows *rows, const struct test *test,
	       struct diagnostics *diagnostics)
{
	struct text *names =
		arena_alloc(rows->arena, rows->n + 1, sizeof(*names));
	struct text all = TEXT("");
	size_t n = 0, near;

	for (size_t i = 0; i < rows->n; i++) {
		size_t j = 0;

		while (j < n && !text_equal(names[j], rows->items[i].field))
			j++;
		if (j < n)
			continue;
		names[n++] = rows->items[i].field;
		all = arena_format(rows->arena, "%.*s%s%.*s", TEXT_ARG(all),
				   n > 1 ? ", " : "",
				   TEXT_ARG(rows->items[i].field));
	}
	near = nearest(test->name, names, n);
	diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL},
		 "no field %s in this casebook; it has %s%s%s%s",
		 diagnostic_quote(diagnostics, test->name),
		 n ? escape_to_arena(rows->arena, all) : "none at all",
		 near < n ? "; did you mean " : "",
		 near < n ? diagnostic_quote(diagnostics, names[near]) : "",
		 near < n ? "?" : "");
	return -1;
}

/* Of this field, a row whose scale the value is none of; NULL: it may be. */
static const struct field_row *
misfit(const struct field_rows *rows, const struct test *test, bool *found)
{
	double number;

	*found = false;
	for (size_t i = 0; i < rows->n; i++) {
		const struct field_row *row = &rows->items[i];

		if (!text_equal(row->field, test->name))
			continue;
		*found = true;
		if (test->sign == SIGN_NONE || test->sign == SIGN_PART)
			return NULL;
		if (is_ordered(row->scale))
			return place_in(rows->arena, row->scale,
					test->folded) == (size_t)-1
				       ? row
				       : NULL;
		if (text_is(row->scale, "number") &&
		    !number_of(test->value, &number))
			return row;
	}
	return NULL;
}

static int
check_test(const struct field_rows *rows, const struct test *test,
	   struct diagnostics *diagnostics)
{
	bool found;
	const struct field_row *row = misfit(rows, test, &found);

	if (!found)
		return report_unknown(rows, test, diagnostics);
	if (!row)
		return 0;
	diagnose(
		diagnostics, DIAGNOSTIC_NOT_FOUND, (struct place){.file = NULL},
		"--field: %s is no value of %s, which is %s",
		diagnostic_quote(diagnostics, test->value),
		diagnostic_quote(diagnostics, test->name),
		is_ordered(row->scale)
			? arena_format(rows->arena, "one of %s",
				       escape_to_arena(rows->arena, row->scale))
				  .bytes
			: "a number");
	return -1;
}

/* --- resolving -------------------------------------------------------------*/

static int
read_rows(struct field_rows *rows, struct store *store,
	  struct diagnostics *diagnostics)
{
	struct query *query = query_new(
		store,
		TEXT("SELECT project, field, value, coalesce(scale, '') "
		     "FROM fields WHERE value IS NOT NULL "
		     "ORDER BY project, field"),
		diagnostics);
	int step;

	if (!query)
		return -1;
	while ((step = query_step(query)) == 1) {
		struct field_row *row;

		rows->items = array_grow(rows->items, rows->n, &rows->capacity,
					 sizeof(*rows->items));
		row = &rows->items[rows->n++];
		row->project = arena_text(rows->arena, query_text(query, 0));
		row->field = arena_text(rows->arena, query_text(query, 1));
		row->value = arena_text(rows->arena, query_text(query, 2));
		row->scale = arena_text(rows->arena, query_text(query, 3));
	}
	query_free(query);
	return step;
}

/* Has the project of row `first`, the first of its rows, all that is asked? */
static bool
has_all(const struct field_rows *rows, size_t first, struct text given)
{
	struct text project = rows->items[first].project;
	struct test test;
	size_t at = 0;

	while (next_test(rows->arena, given, &at, &test)) {
		bool has = false;

		for (size_t i = first;
		     i < rows->n &&
		     text_equal(rows->items[i].project, project) && !has;
		     i++)
			has = text_equal(rows->items[i].field, test.name) &&
			      holds(rows->arena, &rows->items[i], &test);
		if (!has)
			return false;
	}
	return true;
}

int
filter_field_resolve(struct filter_values *values, struct arena *arena,
		     struct store *store, struct diagnostics *diagnostics)
{
	struct field_rows rows = {.arena = arena};
	int result = read_rows(&rows, store, diagnostics);

	for (size_t i = 0; result != -1 && i < values->n_given; i++) {
		struct test test;
		size_t at = 0;

		while (next_test(arena, values->given[i], &at, &test))
			if (check_test(&rows, &test, diagnostics) == -1)
				values->missing = true;
		for (size_t j = 0; j < rows.n; j++)
			if ((j == 0 ||
			     !text_equal(rows.items[j].project,
					 rows.items[j - 1].project)) &&
			    has_all(&rows, j, values->given[i]))
				filter_values_add(values,
						  rows.items[j].project);
	}
	free(rows.items);
	return result == -1 ? -1 : 0;
}
