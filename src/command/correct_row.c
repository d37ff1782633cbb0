/* Finding the view, the project and the row that a correction is about. */
#include "correct_row.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/ask/question.h"
#include "casebook/ask/view.h"
#include "casebook/base/memory.h"
#include "casebook/text/distance.h"
#include "rows.h"

enum { ROWS_TO_LIST = 12 }; /* a message lists at most so many */

/* Views that are made of others. */
static const struct {
	const char *view, *advice;
} computed[] = {
	{"changes", " is computed; correct measurements"},
	{"organisations", " is computed; correct involvements"},
};

/* What a row cannot be without, beside its key. */
static const struct {
	enum fact_kind kind;
	size_t column;
} needed[] = {
	{FACT_MEASUREMENT, MEASUREMENT_GRADE},
	{FACT_PARTICIPATION, PARTICIPATION_STANCE},
	{FACT_FIELD, FIELD_VALUE},
};

enum fact_kind
correct_find_view(struct desk *desk, struct text view)
{
	struct text words[N_FACT_KINDS];
	const char *advice = NULL;
	size_t i;

	for (i = 0; i < N_FACT_KINDS; i++) {
		words[i] = text_of(fact_kinds[i].view);
		if (text_equal(words[i], view))
			return (enum fact_kind)i;
	}
	for (size_t j = 0; j < sizeof(computed) / sizeof(*computed); j++)
		if (text_is(view, computed[j].view))
			advice = computed[j].advice;
	if (!advice)
		advice = suggestion(desk->arena, view, words, N_FACT_KINDS);
	correct_refuse(desk, "no view of facts:", view, advice);
	return N_FACT_KINDS;
}

size_t
correct_find_column(struct desk *desk, enum fact_kind kind, struct text column)
{
	const struct fact_kind_info *info = &fact_kinds[kind];
	struct text words[FACT_MOST_COLUMNS];

	for (size_t i = 0; i < info->n_columns; i++) {
		words[i] = text_of(info->columns[i].name);
		if (text_equal(words[i], column))
			return i;
	}
	correct_refuse(
		desk,
		arena_format(desk->arena, "%s has no column", info->view).bytes,
		column,
		suggestion(desk->arena, column, words, info->n_columns));
	return info->n_columns;
}

/* --- pairs ---------------------------------------------------------------- */

int
pairs_read(struct desk *desk, enum fact_kind kind,
	   const struct arguments *words, struct pairs *pairs)
{
	for (size_t i = 0; i < words->n; i++) {
		struct text word = text_of(words->items[i]);
		size_t equals = text_find(word, TEXT("="), 0);
		struct text name = text_sub(word, 0, equals);
		size_t column = correct_find_column(desk, kind, name);

		if (column == fact_kinds[kind].n_columns)
			return -1;
		if (pairs->is_given[column])
			return correct_refuse(desk, "comes twice:", name, "");
		if (correct_check_text(desk, "value", word) == -1)
			return -1;
		pairs->is_given[column] = true;
		pairs->values[column] =
			text_sub(word, equals + 1, word.len - equals - 1);
	}
	return 0;
}

int
pairs_check(struct desk *desk, enum fact_kind kind, struct pairs *pairs)
{
	if (kind == FACT_PARTICIPATION && pairs->is_given[PARTICIPATION_RUNG])
		return correct_refuse(desk, "follows from level:", TEXT("rung"),
				      "; give level alone");
	for (size_t i = 0; i < fact_kinds[kind].n_columns; i++)
		if (pairs->is_given[i] &&
		    correct_check_value(desk, kind, i, pairs->values[i],
					&pairs->values[i]) == -1)
			return -1;
	return 0;
}

/* --- rows ----------------------------------------------------------------- */

void
correct_row_take(struct correct_row *row, const struct pairs *pairs)
{
	for (size_t i = 0; i < FACT_MOST_COLUMNS; i++)
		if (pairs->is_given[i])
			row->values[i] = pairs->values[i];
}

void
correct_row_name(struct desk *desk, enum fact_kind kind,
		 struct correct_row *row)
{
	struct buffer key = {NULL, 0, 0};

	correction_key(&key, kind, row->values);
	row->key = arena_text(desk->arena, buffer_text(&key));
	buffer_release(&key);
}

static void
take_row(struct desk *desk, enum fact_kind kind, const struct query *query,
	 struct correct_rows *rows)
{
	struct correct_row row = {
		.added = text_is(rows_text(query, "rule"), "correction")};

	for (size_t i = 0; i < fact_kinds[kind].n_columns; i++)
		row.values[i] = arena_text(
			desk->arena,
			rows_text(query, fact_kinds[kind].columns[i].name));
	correct_row_name(desk, kind, &row);
	rows->items =
		array_grow(rows->items, rows->n, &rows->capacity, sizeof(row));
	rows->items[rows->n++] = row;
}

int
correct_rows_read(struct desk *desk, enum fact_kind kind, struct text project,
		  struct correct_rows *rows)
{
	struct query *query = view_rows_of_project(
		schema_find(&desk->schema, text_of(fact_kinds[kind].view)),
		project, desk->store, desk->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		take_row(desk, kind, query, rows);
	query_free(query);
	return step;
}

void
correct_rows_release(struct correct_rows *rows)
{
	free(rows->items);
	*rows = (struct correct_rows){.n = 0};
}

const struct correct_row *
correct_row_find(const struct correct_rows *rows, struct text key)
{
	for (size_t i = 0; i < rows->n; i++)
		if (text_equal(rows->items[i].key, key))
			return &rows->items[i];
	return NULL;
}

struct text
correct_row_words(struct desk *desk, enum fact_kind kind,
		  const struct correct_row *row, bool key)
{
	struct buffer words = {NULL, 0, 0};
	struct text kept;

	for (size_t i = 0; i < fact_kinds[kind].n_columns; i++) {
		const struct fact_column *column = &fact_kinds[kind].columns[i];

		if (column->key == key && row->values[i].len > 0)
			buffer_format(&words, "%s%s=%.*s", words.len ? " " : "",
				      column->name, TEXT_ARG(row->values[i]));
	}
	kept = arena_text(desk->arena, buffer_text(&words));
	buffer_release(&words);
	return kept;
}

/* --- choosing ------------------------------------------------------------- */

/* A number with a comma or a point; false for anything else. */
static bool
read_number(struct text text, double *number)
{
	char *digits = memory_string(text), *end;
	bool whole;

	for (char *at = digits; *at; at++)
		if (*at == ',')
			*at = '.';
	*number = strtod(digits, &end);
	whole = end > digits && *end == '\0';
	free(digits);
	return whole;
}

/* "7,6" is asked for as 7.6; what does not fit its column fits no row. */
static bool
is_value(enum fact_kind kind, size_t column, struct text value,
	 struct text wanted)
{
	double number, other;

	if (text_equal(value, wanted))
		return true;
	return fact_kinds[kind].columns[column].type == COLUMN_REAL &&
	       read_number(value, &number) && read_number(wanted, &other) &&
	       number >= other && number <= other;
}

static bool
fits(enum fact_kind kind, const struct correct_row *row,
     const struct pairs *where)
{
	for (size_t i = 0; i < fact_kinds[kind].n_columns; i++)
		if (where->is_given[i] &&
		    !is_value(kind, i, row->values[i], where->values[i]))
			return false;
	return true;
}

/* Whether a condition is met by no row at all; with the nearest value. */
static const char *
unmet(struct desk *desk, enum fact_kind kind, const struct correct_rows *rows,
      const struct pairs *where)
{
	struct text *words =
		arena_alloc(desk->arena, rows->n + 1, sizeof(*words));

	for (size_t i = 0; i < fact_kinds[kind].n_columns; i++) {
		size_t n = 0;
		bool met = !where->is_given[i];

		for (size_t j = 0; j < rows->n; j++) {
			words[n++] = rows->items[j].values[i];
			met |= is_value(kind, i, rows->items[j].values[i],
					where->values[i]);
		}
		if (met || nearest(where->values[i], words, n) == (size_t)-1)
			continue;
		return suggestion(desk->arena, where->values[i], words, n);
	}
	return NULL;
}

/* The rows, or those that fit, for a message. */
static const char *
list_rows(struct desk *desk, enum fact_kind kind,
	  const struct correct_rows *rows, const struct pairs *where)
{
	struct buffer list = {NULL, 0, 0};
	struct text kept;
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		if (where && !fits(kind, &rows->items[i], where))
			continue;
		if (n++ < ROWS_TO_LIST)
			buffer_format(&list, "%s%s", n > 1 ? ", " : "",
				      diagnostic_quote(
					      desk->diagnostics,
					      correct_row_words(desk, kind,
								&rows->items[i],
								true)));
	}
	if (n > ROWS_TO_LIST)
		buffer_add_string(&list, ", …");
	kept = arena_text(desk->arena, buffer_text(&list));
	buffer_release(&list);
	return kept.len ? kept.bytes : "none";
}

static void
report_none(struct desk *desk, enum fact_kind kind, struct text project,
	    const struct correct_rows *rows, const struct pairs *where)
{
	const char *advice = unmet(desk, kind, rows, where);

	if (!advice)
		advice = arena_format(desk->arena, "; there are: %s",
				      list_rows(desk, kind, rows, NULL))
				 .bytes;
	diagnose(desk->diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL}, "no row of %s of %.*s fits%s",
		 fact_kinds[kind].view, TEXT_ARG(project), advice);
}

const struct correct_row *
correct_row_choose(struct desk *desk, enum fact_kind kind, struct text project,
		   const struct correct_rows *rows, const struct pairs *where)
{
	const struct correct_row *found = NULL;
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		if (!fits(kind, &rows->items[i], where))
			continue;
		found = &rows->items[i];
		n++;
	}
	if (n == 1)
		return found;
	if (n == 0)
		report_none(desk, kind, project, rows, where);
	else
		diagnose(desk->diagnostics, DIAGNOSTIC_NOT_FOUND,
			 (struct place){.file = NULL},
			 "%zu rows of %s of %.*s fit; say which of: %s", n,
			 fact_kinds[kind].view, TEXT_ARG(project),
			 list_rows(desk, kind, rows, where));
	return NULL;
}

/* --- adding --------------------------------------------------------------- */

static bool
is_needed(enum fact_kind kind, size_t column)
{
	const struct fact_column *info = &fact_kinds[kind].columns[column];

	if (info->key)
		return strcmp(info->name, "component") != 0;
	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++)
		if (needed[i].kind == kind && needed[i].column == column)
			return true;
	return false;
}

int
correct_row_whole(struct desk *desk, enum fact_kind kind,
		  const struct pairs *given)
{
	int result = 0;

	for (size_t i = 0; i < fact_kinds[kind].n_columns; i++)
		if (is_needed(kind, i) && !given->is_given[i])
			result = correct_refuse(
				desk, "the row that is added needs a",
				text_of(fact_kinds[kind].columns[i].name), "");
	return result;
}

int
correct_row_twice(struct desk *desk, enum fact_kind kind, struct text project,
		  const struct correct_row *row)
{
	diagnose(desk->diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL},
		 "%s of %.*s has a row %s already; --set changes it",
		 fact_kinds[kind].view, TEXT_ARG(project),
		 diagnostic_quote(desk->diagnostics,
				  correct_row_words(desk, kind, row, true)));
	return -1;
}

int
correct_find_project(struct desk *desk, struct text project)
{
	struct query *query =
		query_new(desk->store, TEXT("SELECT project FROM projects"),
			  desk->diagnostics);
	struct text *keys = NULL;
	size_t n = 0, capacity = 0;
	bool found = false;
	int step = -1;

	while (query && !found && (step = query_step(query)) == 1) {
		keys = array_grow(keys, n, &capacity, sizeof(*keys));
		keys[n] = arena_text(desk->arena, query_text(query, 0));
		found = text_equal(keys[n++], project);
	}
	query_free(query);
	if (!found && step == 0) {
		const char *advice = suggestion(desk->arena, project, keys, n);

		diagnose(desk->diagnostics, DIAGNOSTIC_NOT_FOUND,
			 (struct place){.file = NULL}, "no project %s in %s%s",
			 diagnostic_quote(desk->diagnostics, project),
			 diagnostic_quote(desk->diagnostics,
					  text_of(desk->session->database)),
			 *advice ? advice : "; casebook list shows them");
	}
	free(keys);
	return found ? 0 : -1;
}
