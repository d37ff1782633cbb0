/*
 * Filters: their table, and what the user gave, checked. What a year is stands
 * in filter_year.c, how names are resolved in filter_resolve.c, and how that
 * becomes SQL in filter_sql.c.
 */
#include "casebook/ask/filter.h"

#include <stdlib.h>

#include "casebook/base/escape.h"
#include "filter_field.h"
#include "filter_rows.h"

static const double worst_grade = 1, best_grade = 10;

const struct filter_row filter_rows[N_FILTERS] = {
#define X(constant, name_, argument_, group_, column_, match_, noun_, help_) \
	[FILTER_##constant] = {.option = {name_, argument_, help_}, \
			       .group = GROUP_##group_, \
			       .column = column_, \
			       .match = MATCH_##match_, \
			       .noun = noun_},
	FILTERS(X)
#undef X
};

const struct filter_view filter_views[N_FILTER_GROUPS] = {
	[GROUP_PROJECT] = {"projects", NULL, NULL},
	[GROUP_THEME] = {"themes", NULL, "theme_theme"},
	[GROUP_ADVISER] = {"advisers", NULL, NULL},
	[GROUP_ORGANISATION] = {"involvements", NULL, NULL},
	[GROUP_CLIENT] = {"involvements", "role = 'opdrachtgever'", NULL},
	[GROUP_PARTNER] = {"involvements", "role = 'partner'", NULL},
	[GROUP_PLACE] = {"places", NULL, "place_place"},
	[GROUP_PARTICIPATION] = {"participation", NULL, NULL},
	[GROUP_MEASUREMENT] = {"measurements", NULL, NULL},
	[GROUP_CHANGE] = {"changes", NULL, NULL},
};

const struct filter_option *
filter_option_at(size_t i)
{
	return i < N_FILTERS ? &filter_rows[i].option : NULL;
}

struct filter *
filter_new(void)
{
	struct filter *filter = memory_new(1, sizeof(*filter));

	filter->arena = arena_new();
	return filter;
}

void
filter_free(struct filter *filter)
{
	if (!filter)
		return;
	for (int side = 0; side < N_FILTER_SIDES; side++)
		for (size_t i = 0; i < N_FILTERS; i++) {
			free(filter->rows[side][i].given);
			free(filter->rows[side][i].values);
		}
	free(filter->words);
	arena_free(filter->arena);
	free(filter);
}

bool
filter_is_empty(const struct filter *filter)
{
	for (int side = 0; side < N_FILTER_SIDES; side++)
		for (size_t i = 0; i < N_FILTERS; i++)
			if (filter->rows[side][i].n_given)
				return false;
	return true;
}

static bool
is_utf8(struct text text)
{
	for (size_t at = 0, len; at < text.len; at += len) {
		uint32_t c;

		len = utf8_read(text_sub(text, at, text.len - at), &c);
		if (len == 0)
			return false;
	}
	return true;
}

/* A mark from 1 to 10, with a decimal point or comma; empty when it is none. */
static struct text
grade_text(struct arena *arena, struct text text)
{
	struct buffer number = {NULL, 0, 0};
	struct text grade = TEXT("");
	size_t points = 0, digits = 0;
	double value;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.bytes[i] == ',' ? '.' : text.bytes[i];

		points += c == '.';
		digits += c >= '0' && c <= '9';
		buffer_add_byte(&number, c);
	}
	value = number.len ? strtod(number.bytes, NULL) : 0;
	if (digits && points <= 1 && digits + points == text.len &&
	    value >= worst_grade && value <= best_grade)
		grade = arena_text(arena, buffer_text(&number));
	buffer_release(&number);
	return grade;
}

/* A value of a filter, on its way in. */
struct adding {
	struct filter *filter;
	enum filter_side side;
	size_t i; /* the filter */
	struct diagnostics *diagnostics;
};

static int
refuse_value(const struct adding *adding, struct text value,
	     const char *problem)
{
	diagnose(adding->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "--%s%s %s: %s",
		 adding->side == FILTER_HAS_NOT ? FILTER_NOT : "",
		 filter_rows[adding->i].option.name,
		 diagnostic_quote(adding->diagnostics, value), problem);
	return -1;
}

/* What is wrong with a value, or NULL; a grade is kept as SQL writes it. */
static const char *
value_problem(const struct adding *adding, struct text *given)
{
	struct text first, last, grade;

	switch (filter_rows[adding->i].match) {
	case MATCH_NAME:
	case MATCH_ID:
		return NULL;
	case MATCH_YEAR:
		return filter_year_span(*given, &first, &last);
	case MATCH_FIELD:
		return filter_field_problem(*given);
	case MATCH_LEAST:
	case MATCH_MOST:
		break;
	}
	grade = grade_text(adding->filter->arena, *given);
	if (!grade.len)
		return "not a grade; write a number from 1 to 10";
	*given = grade;
	return NULL;
}

static int
add_value(const struct adding *adding, const char *value)
{
	struct filter_values *values =
		&adding->filter->rows[adding->side][adding->i];
	struct text given = text_trim(text_of(value));
	const char *problem;

	if (!is_utf8(given))
		return refuse_value(adding, given, "not UTF-8");
	if (given.len == 0)
		return refuse_value(adding, given, "empty; give a value");
	given = arena_text(adding->filter->arena, given);
	problem = value_problem(adding, &given);
	if (problem)
		return refuse_value(adding, given, problem);
	values->given = array_grow(values->given, values->n_given,
				   &values->capacity, sizeof(*values->given));
	values->given[values->n_given++] = given;
	return 0;
}

int
filter_add(struct filter *filter, size_t i, const char *value,
	   struct diagnostics *diagnostics)
{
	return add_value(&(struct adding){filter, FILTER_HAS, i, diagnostics},
			 value);
}

int
filter_add_not(struct filter *filter, size_t i, const char *value,
	       struct diagnostics *diagnostics)
{
	return add_value(
		&(struct adding){filter, FILTER_HAS_NOT, i, diagnostics},
		value);
}
