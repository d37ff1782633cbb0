/*
 * Resolving the names in a filter: each is held against the distinct values of
 * its column, so that the question itself compares exact values only, and a
 * name that nothing has can be answered with the nearest that something has.
 */
#include <stdlib.h>
#include <string.h>

#include "casebook/ask/question.h"
#include "casebook/base/escape.h"
#include "casebook/text/fold.h"
#include "filter_field.h"
#include "filter_rows.h"
#include "known.h"
#include "place_names.h"

enum {
	VALUES_TO_NAME = 40, /* a message lists at most so many values */
};

static size_t
match_extent(struct filter_values *values, struct text name, enum extent extent,
	     const struct texts *folded, const struct texts *meant)
{
	size_t n = 0;

	for (size_t i = 0; i < folded->n; i++) {
		if (!known_matches(folded->items[i], name, extent))
			continue;
		filter_values_add(values, meant->items[i]);
		n++;
	}
	return n;
}

/* What a name found. */
struct found {
	size_t n;	    /* values, or organisations of several names */
	enum extent extent; /* of the last, when there are any */
};

/*
 * Adds the values that a name matches: those that have it as whole words; only
 * where none has, those that have it as any part; each time other words for
 * values where no value itself matches. Returns how many.
 */
static size_t
match_values(struct filter_values *values, const struct filter_row *row,
	     struct text name, struct known *known, struct filter *filter,
	     enum extent *last)
{
	enum extent extent = row->match == MATCH_ID ? WHOLE_VALUE : WHOLE_WORDS;
	size_t n = 0;

	for (; name.len && n == 0 && extent <= ANY_PART; extent++) {
		n = match_extent(values, name, extent, &known->folded,
				 &known->values);
		if (n == 0) {
			known_learn(known, row, filter);
			n = match_extent(values, name, extent,
					 &known->folded_words, &known->meant);
		}
		*last = extent;
	}
	return n;
}

/* What the casebook does have: few values by name, many by a command. */
static void
add_values(struct buffer *advice, const struct filter_row *row,
	   const struct texts *values)
{
	if (values->n == 0) {
		buffer_add_string(advice, "it has none at all");
		return;
	}
	if (values->n > VALUES_TO_NAME) {
		buffer_format(advice,
			      "to list what it has: casebook sql "
			      "\"SELECT DISTINCT %s FROM %s\"",
			      row->column, filter_views[row->group].view);
		return;
	}
	buffer_add_string(advice, "it has ");
	for (size_t i = 0; i < values->n; i++) {
		buffer_add_string(advice, i ? ", " : "");
		escape_terminal(advice, values->items[i]);
	}
}

static void
report_not_found(const struct filter_row *row, struct text given,
		 struct text name, const struct known *known,
		 struct diagnostics *diagnostics)
{
	struct text near = known_nearest(name, known);
	struct buffer advice = {NULL, 0, 0};

	add_values(&advice, row, &known->values);
	if (near.len)
		buffer_format(&advice, "; did you mean %s?",
			      diagnostic_quote(diagnostics, near));
	diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL}, "no %s %s in this casebook; %s",
		 row->noun, diagnostic_quote(diagnostics, given), advice.bytes);
	buffer_release(&advice);
}

/* Adds the places that have another name of the municipality asked for. */
static size_t
match_places(struct filter_values *values, const struct filter_row *row,
	     struct text name, struct known *known, struct filter *filter)
{
	struct place_names names;
	enum extent extent;
	size_t n = 0;

	if (!name.len)
		return 0;
	place_names_read(&names, filter->arena);
	for (size_t i = 0; i < names.n_items; i++) {
		const struct place_name *item = &names.items[i];

		for (size_t j = 0; j < names.n_items; j++)
			if (j != i &&
			    text_equal(names.items[j].code, item->code) &&
			    text_find(names.items[j].folded, name, 0) <
				    names.items[j].folded.len)
				n += match_values(values, row, item->folded,
						  known, filter, &extent);
	}
	return n;
}

static bool
texts_have(const struct texts *texts, struct text text)
{
	for (size_t i = 0; i < texts->n; i++)
		if (text_equal(texts->items[i], text))
			return true;
	return false;
}

/* The names of one organisation, divided by semicolons. */
static void
names_split(struct texts *names, struct text all)
{
	while (all.len) {
		size_t len = text_find(all, TEXT("; "), 0);
		size_t next = len < all.len ? len + 2 : len;

		texts_add(names, text_sub(all, 0, len));
		all = text_sub(all, next, all.len - next);
	}
}

/*
 * The names of one organisation become values when one of them was asked for;
 * those that the filter's rows have: an organisation that is a partner only is
 * no client. found: what each of the names asked for has found; only those
 * count that found nothing by less than this extent.
 */
static void
add_names(struct filter_values *values, const struct texts *names,
	  const struct texts *asked, const struct known *known,
	  enum extent extent, struct found *found, struct arena *arena)
{
	bool wanted = false, present = false;

	for (size_t i = 0; i < names->n; i++)
		present |= texts_have(&known->values, names->items[i]);
	for (size_t i = 0; i < names->n && present; i++) {
		struct text folded = fold_words(arena, names->items[i]);

		for (size_t j = 0; j < asked->n; j++) {
			if (!asked->items[j].len ||
			    (found[j].n && found[j].extent < extent) ||
			    !known_matches(folded, asked->items[j], extent))
				continue;
			wanted = true;
			found[j].n++;
			found[j].extent = extent;
		}
	}
	for (size_t i = 0; i < names->n && wanted; i++)
		filter_values_add(values, names->items[i]);
}

/* The organisations of several names, all the names of one in a text. */
static int
read_aliases(struct texts *aliases, const struct filter *filter,
	     struct store *store, struct diagnostics *diagnostics)
{
	struct query *query = question_ask(question_find(TEXT("aliases")),
					   filter, store, diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		texts_add(aliases,
			  arena_text(filter->arena, query_text(query, 0)));
	query_free(query);
	return step;
}

/*
 * Other names of the organisations that were asked for count as well, as far
 * as the casebook knows that they are one: the view `organisations` says so.
 */
static int
match_aliases(struct filter_values *values, const struct texts *asked,
	      const struct known *known, struct found *found,
	      const struct filter *filter, struct store *store,
	      struct diagnostics *diagnostics)
{
	struct texts aliases = {NULL, 0, 0};
	int result = read_aliases(&aliases, filter, store, diagnostics);

	for (enum extent extent = WHOLE_WORDS;
	     result != -1 && extent <= ANY_PART; extent++)
		for (size_t i = 0; i < aliases.n; i++) {
			struct texts names = {NULL, 0, 0};

			names_split(&names, aliases.items[i]);
			add_names(values, &names, asked, known, extent, found,
				  filter->arena);
			free(names.items);
		}
	free(aliases.items);
	return result;
}

static int
resolve_names(struct filter *filter, enum filter_side side, size_t i,
	      struct store *store, struct diagnostics *diagnostics)
{
	const struct filter_row *row = &filter_rows[i];
	struct filter_values *values = &filter->rows[side][i];
	struct known known = {.values = {NULL, 0, 0}};
	struct texts asked = {NULL, 0, 0};
	struct found *found =
		arena_alloc(filter->arena, values->n_given, sizeof(*found));
	int result = known_read(&known, row, filter, store, diagnostics);

	for (size_t j = 0; result != -1 && j < values->n_given; j++) {
		texts_add(&asked, fold_words(filter->arena, values->given[j]));
		found[j].n = match_values(values, row, asked.items[j], &known,
					  filter, &found[j].extent);
		if (i == FILTER_PLACE)
			found[j].n += match_places(values, row, asked.items[j],
						   &known, filter);
	}
	if (result != -1 && strcmp(row->column, "organisation") == 0)
		result = match_aliases(values, &asked, &known, found, filter,
				       store, diagnostics);
	for (size_t j = 0; result != -1 && j < asked.n; j++) {
		if (found[j].n || known_learn(&known, row, filter) == -1)
			continue;
		report_not_found(row, values->given[j], asked.items[j], &known,
				 diagnostics);
		values->missing = true;
	}
	if (known.unlearned)
		result = -1;
	free(asked.items);
	known_release(&known);
	return result;
}

static double
grade_of(struct text text)
{
	char *string = memory_string(text);
	double grade = strtod(string, NULL);

	free(string);
	return grade;
}

/* Of several least grades the lowest counts (or), of most the highest. */
static void
resolve_grade(struct filter_values *values, bool least)
{
	values->limit = grade_of(values->given[0]);
	for (size_t i = 1; i < values->n_given; i++) {
		double grade = grade_of(values->given[i]);

		if (least ? grade < values->limit : grade > values->limit)
			values->limit = grade;
	}
}

static int
check_grades(const struct filter *filter, struct diagnostics *diagnostics)
{
	const struct filter_values *rows = filter->rows[FILTER_HAS];
	const struct filter_values *least = &rows[FILTER_MIN_GRADE];
	const struct filter_values *most = &rows[FILTER_MAX_GRADE];

	if (!least->n_given || !most->n_given || least->limit <= most->limit)
		return 0;
	diagnose(diagnostics, DIAGNOSTIC_USAGE, (struct place){.file = NULL},
		 "--min-grade %.*s is above --max-grade %.*s",
		 TEXT_ARG(least->given[0]), TEXT_ARG(most->given[0]));
	return -1;
}

/* Values as a JSON array: one binding, however many there are. */
static struct text
json_array(struct arena *arena, const struct text *values, size_t n)
{
	struct buffer json = {NULL, 0, 0};
	struct text kept;

	buffer_add_byte(&json, '[');
	for (size_t i = 0; i < n; i++) {
		buffer_add_string(&json, i ? ",\"" : "\"");
		for (size_t j = 0; j < values[i].len; j++) {
			unsigned char c = (unsigned char)values[i].bytes[j];

			if (c < 0x20)
				buffer_format(&json, "\\u%04x", (unsigned)c);
			else if (c == '"' || c == '\\')
				buffer_format(&json, "\\%c", c);
			else
				buffer_add_byte(&json, (char)c);
		}
		buffer_add_byte(&json, '"');
	}
	buffer_add_byte(&json, ']');
	kept = arena_text(arena, buffer_text(&json));
	buffer_release(&json);
	return kept;
}

/*
 * Ranges of dates as a JSON array of [first, last]. Dates are of any precision:
 * "~" comes behind all that a date is made of, so that 2016~ is the end of
 * 2016. Which columns of which rows it holds is told in filter_sql.c.
 */
static struct text
json_spans(struct arena *arena, const struct filter_values *values)
{
	struct text all = TEXT("");

	for (size_t i = 0; i < values->n_given; i++) {
		struct text first, last;

		filter_year_span(values->given[i], &first, &last);
		all = arena_format(arena, "%.*s%s[\"%.*s\",\"%.*s~\"]",
				   TEXT_ARG(all), i ? "," : "", TEXT_ARG(first),
				   TEXT_ARG(last));
	}
	return arena_format(arena, "[%.*s]", TEXT_ARG(all));
}

/* Returns 0, or -1 when the casebook could not be read. */
static int
resolve_values(struct filter *filter, enum filter_side side, size_t i,
	       struct store *store, struct diagnostics *diagnostics)
{
	struct filter_values *values = &filter->rows[side][i];

	switch (filter_rows[i].match) {
	case MATCH_NAME:
	case MATCH_ID:
		if (resolve_names(filter, side, i, store, diagnostics) == -1)
			return -1;
		values->bound = json_array(filter->arena, values->values,
					   values->n_values);
		break;
	case MATCH_FIELD:
		if (filter_field_resolve(values, filter->arena, store,
					 diagnostics) == -1)
			return -1;
		values->bound = json_array(filter->arena, values->values,
					   values->n_values);
		break;
	case MATCH_YEAR:
		values->bound = json_spans(filter->arena, values);
		break;
	case MATCH_LEAST:
	case MATCH_MOST:
		resolve_grade(values, filter_rows[i].match == MATCH_LEAST);
		break;
	}
	return 0;
}

int
filter_resolve(struct filter *filter, struct store *store,
	       struct diagnostics *diagnostics)
{
	int result = 0;

	for (size_t n = 0; n < (size_t)N_FILTER_SIDES * N_FILTERS; n++) {
		enum filter_side side =
			n < N_FILTERS ? FILTER_HAS : FILTER_HAS_NOT;
		size_t i = n % N_FILTERS;

		if (!filter->rows[side][i].n_given)
			continue;
		if (resolve_values(filter, side, i, store, diagnostics) == -1)
			return -1;
		if (filter->rows[side][i].missing)
			result = -1;
	}
	return check_grades(filter, diagnostics) == -1 ? -1 : result;
}

void
filter_only(struct filter *filter, const struct text *projects, size_t n)
{
	filter->only = json_array(filter->arena, projects, n);
}
