/* Holding facts against expected rows, and running a layout's examples. */
#include "casebook/extract/expect.h"

#include <stdlib.h>

#include "casebook/text/distance.h"
#include "casebook/text/utf8.h"

/* "; did you mean "x"?", or, where none of n is near, all of them. */
static const char *
advice(struct diagnostics *diagnostics, struct text word,
       const struct text *names, size_t n)
{
	size_t best = nearest(word, names, n);
	struct text all = TEXT("; there is ");

	if (best < n)
		return arena_format(diagnostics->arena,
				    "; did you mean \"%.*s\"?",
				    TEXT_ARG(names[best]))
			.bytes;
	for (size_t i = 0; i < n; i++)
		all = arena_format(diagnostics->arena, "%.*s%s%.*s",
				   TEXT_ARG(all), i ? ", " : "",
				   TEXT_ARG(names[i]));
	return all.bytes;
}

static int
find_view(const struct yaml *expected, size_t i,
	  struct diagnostics *diagnostics)
{
	struct text names[N_FACT_KINDS];
	struct text key = expected->keys[i];

	for (size_t kind = 0; kind < N_FACT_KINDS; kind++) {
		names[kind] = text_of(fact_kinds[kind].view);
		if (text_equal(key, names[kind]))
			return (int)kind;
	}
	diagnose(diagnostics, DIAGNOSTIC_LAYOUT, expected->key_places[i],
		 "no view of facts %s%s", diagnostic_quote(diagnostics, key),
		 advice(diagnostics, key, names, N_FACT_KINDS));
	return -1;
}

/* The value of a column; the project's key for `project`. -1: no such one. */
static int
value_of(const struct report *report, const struct fact *fact,
	 struct text column, struct text *value)
{
	const struct fact_kind_info *kind = &fact_kinds[fact->kind];

	if (text_is(column, "project")) {
		*value = report->projects[fact->project].key;
		return 0;
	}
	if (text_is(column, "rule")) {
		*value = text_of(fact->rule);
		return 0;
	}
	for (size_t i = 0; i < kind->n_columns; i++) {
		if (!text_is(column, kind->columns[i].name))
			continue;
		*value = fact->values[i].text;
		return 0;
	}
	return -1;
}

static bool
is_row(const struct report *report, const struct fact *fact,
       const struct yaml *row)
{
	for (size_t i = 0; i < row->n_items; i++) {
		struct text value;

		if (value_of(report, fact, row->keys[i], &value) < 0 ||
		    !text_equal(value, row->items[i].text))
			return false;
	}
	return true;
}

static void
report_column(const struct yaml *row, size_t i, enum fact_kind kind,
	      struct diagnostics *diagnostics)
{
	const struct fact_kind_info *info = &fact_kinds[kind];
	struct text names[FACT_MOST_COLUMNS + 1] = {TEXT("project")};

	for (size_t j = 0; j < info->n_columns; j++)
		names[j + 1] = text_of(info->columns[j].name);
	diagnose(diagnostics, DIAGNOSTIC_LAYOUT, row->key_places[i],
		 "%s has no column %s%s", info->view,
		 diagnostic_quote(diagnostics, row->keys[i]),
		 advice(diagnostics, row->keys[i], names, info->n_columns + 1));
}

/* Each column of an expected row exists, and has one value. */
static int
check_row(const struct yaml *row, enum fact_kind kind,
	  struct diagnostics *diagnostics)
{
	struct report none = {.projects = &(struct project){.line = 0}};
	struct fact fact = {.kind = kind, .rule = ""};
	int result = 0;

	if (row->type != YAML_MAPPING) {
		diagnose(diagnostics, DIAGNOSTIC_LAYOUT, row->where,
			 "an expected row is a mapping from columns to values");
		return -1;
	}
	for (size_t i = 0; i < row->n_items; i++) {
		struct text value;

		if (value_of(&none, &fact, row->keys[i], &value) < 0) {
			report_column(row, i, kind, diagnostics);
			result = -1;
		} else if (row->items[i].type != YAML_SCALAR) {
			diagnose(diagnostics, DIAGNOSTIC_LAYOUT,
				 row->items[i].where,
				 "a value is a word or text; write one row for "
				 "each");
			result = -1;
		}
	}
	return result;
}

static void
describe(const struct report *report, const struct fact *fact,
	 struct buffer *out)
{
	const struct fact_kind_info *kind = &fact_kinds[fact->kind];

	buffer_format(out, "project: %.*s",
		      TEXT_ARG(report->projects[fact->project].key));
	for (size_t i = 0; i < kind->n_columns; i++)
		if (fact->values[i].text.len > 0)
			buffer_format(out, ", %s: %.*s", kind->columns[i].name,
				      TEXT_ARG(fact->values[i].text));
}

static void
report_extra(const struct report *report, const struct fact *fact,
	     struct place where, struct diagnostics *diagnostics)
{
	struct buffer row = {NULL, 0, 0};

	describe(report, fact, &row);
	diagnose(diagnostics, DIAGNOSTIC_EXAMPLE_FAILED, where,
		 "%s has a row that is not expected: { %.*s } by rule %s",
		 fact_kinds[fact->kind].view, TEXT_ARG(buffer_text(&row)),
		 fact->rule);
	buffer_release(&row);
}

/* How far the fact is the row: whole columns first, then like letters. */
static size_t
likeness(const struct yaml *row, const struct report *report,
	 const struct fact *fact)
{
	enum { COLUMN = 1000, ALIKE = 100, LONGEST = 40 };
	size_t sum = 0;

	for (size_t i = 0; i < row->n_items; i++) {
		struct text expected = row->items[i].text, value;
		size_t longest, apart;

		value_of(report, fact, row->keys[i], &value);
		if (text_equal(value, expected)) {
			sum += COLUMN;
			continue;
		}
		longest = value.len > expected.len ? value.len : expected.len;
		if (longest > LONGEST)
			longest = LONGEST;
		apart = distance(text_sub(value, 0, longest),
				 text_sub(expected, 0, longest), longest / 2);
		if (apart <= longest / 2)
			sum += ALIKE - ALIKE * apart / longest;
	}
	return sum;
}

/*
 * The fact, not taken by a row, that is most like it. Where nothing is like it
 * the only one that is left will do, if no other row is.
 */
static size_t
nearest_fact(const struct yaml *row, enum fact_kind kind,
	     const struct report *report, const bool *taken, bool alone)
{
	size_t best = report->n_facts, most = 0, left = 0, last = 0;

	for (size_t i = 0; i < report->n_facts; i++) {
		size_t like;

		if (taken[i] || report->facts[i].kind != kind)
			continue;
		left++;
		last = i;
		like = likeness(row, report, &report->facts[i]);
		if (like > most) {
			most = like;
			best = i;
		}
	}
	return best == report->n_facts && alone && left == 1 ? last : best;
}

/* Where two values begin to differ, less some words; 0 near the beginning. */
static size_t
differ_from(struct text a, struct text b)
{
	enum { SHOWN_BEFORE = 20, LONG = 40 };
	size_t at = 0;

	while (at < a.len && at < b.len && a.bytes[at] == b.bytes[at])
		at++;
	if (at < LONG)
		return 0;
	at -= SHOWN_BEFORE;
	while (at > 0 && ((unsigned char)a.bytes[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* "…" and what follows, in quotes. */
static const char *
quote_from(struct diagnostics *diagnostics, struct text text, size_t from)
{
	struct text rest = text_sub(text, from, text.len);

	if (from > 0)
		rest = arena_format(diagnostics->arena, "…%.*s",
				    TEXT_ARG(rest));
	return diagnostic_quote(diagnostics, rest);
}

/* By column: what was expected, and what was found. */
static void
report_different(const struct yaml *row, const struct report *report,
		 const struct fact *fact, struct diagnostics *diagnostics)
{
	struct buffer line = {NULL, 0, 0};
	struct place where = row->where;

	for (size_t i = 0; i < row->n_items; i++) {
		struct text expected = row->items[i].text, value;
		size_t from;

		value_of(report, fact, row->keys[i], &value);
		if (text_equal(value, expected))
			continue;
		if (line.len == 0)
			where = row->items[i].where;
		from = differ_from(expected, value);
		buffer_format(&line, "%s%.*s %s", line.len ? ", and " : "",
			      TEXT_ARG(row->keys[i]),
			      quote_from(diagnostics, expected, from));
		buffer_format(&line, ", found %s",
			      value.len ? quote_from(diagnostics, value, from)
					: "none");
	}
	buffer_add_string(&line, "; the nearest row that was found is { ");
	describe(report, fact, &line);
	diagnose(diagnostics, DIAGNOSTIC_EXAMPLE_FAILED, where,
		 "%s: expected %.*s } by rule %s", fact_kinds[fact->kind].view,
		 TEXT_ARG(buffer_text(&line)), fact->rule);
	buffer_release(&line);
}

static void
report_missing(const struct yaml *row, enum fact_kind kind, bool any,
	       struct diagnostics *diagnostics)
{
	struct buffer line = {NULL, 0, 0};

	for (size_t i = 0; i < row->n_items; i++)
		buffer_format(&line, "%s%.*s: %.*s", i ? ", " : "",
			      TEXT_ARG(row->keys[i]),
			      TEXT_ARG(row->items[i].text));
	diagnose(diagnostics, DIAGNOSTIC_EXAMPLE_FAILED, row->where,
		 "%s lacks the row { %.*s }; %s", fact_kinds[kind].view,
		 TEXT_ARG(buffer_text(&line)),
		 any ? "no row that is left is like it"
		     : "no row that is left was found");
	buffer_release(&line);
}

static size_t
count_left(const struct report *report, enum fact_kind kind, const bool *taken)
{
	size_t n = 0;

	for (size_t i = 0; i < report->n_facts; i++)
		n += !taken[i] && report->facts[i].kind == kind;
	return n;
}

/* The rows that are exactly there take a fact each; *missing: the others. */
static size_t
take_rows(const struct yaml *rows, enum fact_kind kind,
	  const struct report *report, bool *taken, bool *missing)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n_items; i++) {
		missing[i] = true;
		for (size_t j = 0; j < report->n_facts && missing[i]; j++) {
			const struct fact *fact = &report->facts[j];

			if (taken[j] || fact->kind != kind ||
			    !is_row(report, fact, &rows->items[i]))
				continue;
			taken[j] = true;
			missing[i] = false;
		}
		n += missing[i];
	}
	return n;
}

/* Each missing row is told beside the fact that is nearest to it. */
static int
compare_rows(const struct yaml *rows, enum fact_kind kind,
	     const struct report *report, struct diagnostics *diagnostics)
{
	bool *taken = memory_new(report->n_facts + 1, sizeof(*taken));
	bool *missing = memory_new(rows->n_items + 1, sizeof(*missing));
	size_t n = take_rows(rows, kind, report, taken, missing);
	int wrong = (int)(n + count_left(report, kind, taken));

	for (size_t i = 0; i < rows->n_items; i++) {
		const struct yaml *row = &rows->items[i];
		size_t fact;

		if (!missing[i])
			continue;
		fact = nearest_fact(row, kind, report, taken, n == 1);
		if (fact < report->n_facts) {
			taken[fact] = true;
			report_different(row, report, &report->facts[fact],
					 diagnostics);
		} else {
			report_missing(row, kind,
				       count_left(report, kind, taken) > 0,
				       diagnostics);
		}
	}
	for (size_t j = 0; j < report->n_facts; j++)
		if (!taken[j] && report->facts[j].kind == kind)
			report_extra(report, &report->facts[j], rows->where,
				     diagnostics);
	free(taken);
	free(missing);
	return wrong;
}

static int
compare_view(const struct yaml *rows, enum fact_kind kind,
	     const struct report *report, struct diagnostics *diagnostics)
{
	int result = 0;

	if (rows->type != YAML_SEQUENCE) {
		diagnose(diagnostics, DIAGNOSTIC_LAYOUT, rows->where,
			 "the rows of %s are a list", fact_kinds[kind].view);
		return -1;
	}
	for (size_t i = 0; i < rows->n_items; i++)
		if (check_row(&rows->items[i], kind, diagnostics) < 0)
			result = -1;
	return result < 0 ? -1 : compare_rows(rows, kind, report, diagnostics);
}

int
expect_facts(const struct yaml *expected, const struct report *report,
	     struct diagnostics *diagnostics)
{
	int wrong = 0;

	if (expected->type != YAML_MAPPING) {
		diagnose(diagnostics, DIAGNOSTIC_LAYOUT, expected->where,
			 "expected facts are a mapping from views to rows");
		return -1;
	}
	for (size_t i = 0; i < expected->n_items; i++) {
		int kind = find_view(expected, i, diagnostics), more;

		more = kind < 0 ? -1
				: compare_view(&expected->items[i],
					       (enum fact_kind)kind, report,
					       diagnostics);
		wrong = wrong < 0 || more < 0 ? -1 : wrong + more;
	}
	return wrong;
}

static int
run_example(const struct rules *rules, const struct layout *layout,
	    const struct yaml *example, struct diagnostics *diagnostics)
{
	const struct yaml *text = yaml_get(example, "text");
	struct report report = {
		.arena = arena_new(),
		.name = TEXT("example"),
		.path = text_of(layout->path),
		.text = text->text,
	};
	struct document document;
	int wrong = 1;

	diagnostics_init(&report.diagnostics, false);
	if (utf8_check(layout->path, text->text, diagnostics) < 0) {
		wrong = -1;
	} else if (extract_document(rules, layout, &report, &document) < 0) {
		diagnose(diagnostics, DIAGNOSTIC_EXAMPLE_FAILED, example->where,
			 "the layout finds no project in its example");
	} else {
		wrong = expect_facts(yaml_get(example, "expect"), &report,
				     diagnostics);
	}
	diagnostics_release(&report.diagnostics);
	arena_free(report.arena);
	return wrong;
}

int
expect_examples(const struct rules *rules, const struct layout *layout,
		size_t *n_examples, struct diagnostics *diagnostics)
{
	int failed = 0;
	bool faulty = false; /* what is expected is no expectation */

	*n_examples = layout->examples ? layout->examples->n_items : 0;
	for (size_t i = 0; i < *n_examples; i++) {
		int wrong =
			run_example(rules, layout, &layout->examples->items[i],
				    diagnostics);

		failed += wrong > 0;
		faulty = faulty || wrong < 0;
	}
	return faulty ? -1 : failed;
}
