/* Holding facts against expected rows, and running a layout's examples. */
#include "casebook/extract/expect.h"

#include <stdlib.h>

#include "casebook/text/distance.h"
#include "casebook/text/utf8.h"

static int
find_view(const struct yaml *expected, size_t i,
	  struct diagnostics *diagnostics)
{
	struct text names[N_FACT_KINDS];
	struct text key = expected->keys[i];
	size_t best;

	for (size_t kind = 0; kind < N_FACT_KINDS; kind++) {
		names[kind] = text_of(fact_kinds[kind].view);
		if (text_equal(key, names[kind]))
			return (int)kind;
	}
	best = nearest(key, names, N_FACT_KINDS);
	diagnose(diagnostics, DIAGNOSTIC_LAYOUT, expected->key_places[i],
		 "no view of facts %s%s%.*s",
		 diagnostic_quote(diagnostics, key),
		 best < N_FACT_KINDS ? "; did you mean " : "",
		 best < N_FACT_KINDS ? (int)names[best].len : 0,
		 best < N_FACT_KINDS ? names[best].bytes : "");
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

/* Each column of an expected row exists. */
static int
check_row(const struct yaml *row, enum fact_kind kind,
	  struct diagnostics *diagnostics)
{
	struct report none = {.projects = &(struct project){.line = 0}};
	struct fact fact = {.kind = kind, .rule = ""};

	if (row->type != YAML_MAPPING) {
		diagnose(diagnostics, DIAGNOSTIC_LAYOUT, row->where,
			 "an expected row is a mapping from columns to values");
		return -1;
	}
	for (size_t i = 0; i < row->n_items; i++) {
		struct text value;

		if (value_of(&none, &fact, row->keys[i], &value) == 0)
			continue;
		diagnose(diagnostics, DIAGNOSTIC_LAYOUT, row->key_places[i],
			 "%s has no column %s", fact_kinds[kind].view,
			 diagnostic_quote(diagnostics, row->keys[i]));
		return -1;
	}
	return 0;
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

/* The fact, not taken by a row, that is the row in most of its columns. */
static const struct fact *
nearest_fact(const struct yaml *row, enum fact_kind kind,
	     const struct report *report, const bool *taken)
{
	const struct fact *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];
		size_t n = 0;

		for (size_t j = 0;
		     fact->kind == kind && !taken[i] && j < row->n_items; j++) {
			struct text value;

			n += value_of(report, fact, row->keys[j], &value) ==
				     0 &&
			     text_equal(value, row->items[j].text);
		}
		if (n > most) {
			most = n;
			best = fact;
		}
	}
	return best;
}

static void
report_missing(const struct yaml *row, enum fact_kind kind,
	       const struct report *report, const bool *taken,
	       struct diagnostics *diagnostics)
{
	const struct fact *near = nearest_fact(row, kind, report, taken);
	struct buffer line = {NULL, 0, 0};

	for (size_t i = 0; i < row->n_items; i++)
		buffer_format(&line, "%s%.*s: %.*s", i ? ", " : "",
			      TEXT_ARG(row->keys[i]),
			      TEXT_ARG(row->items[i].text));
	buffer_add_string(&line, " }");
	if (near) {
		buffer_add_string(&line, "; the nearest that was found is { ");
		describe(report, near, &line);
		buffer_add_string(&line, " }");
	}
	diagnose(diagnostics, DIAGNOSTIC_EXAMPLE_FAILED, row->where,
		 "%s lacks the row { %.*s", fact_kinds[kind].view,
		 TEXT_ARG(buffer_text(&line)));
	buffer_release(&line);
}

/* Each row takes one fact; what is left on either side is wrong. */
static int
compare_view(const struct yaml *rows, enum fact_kind kind,
	     const struct report *report, struct diagnostics *diagnostics)
{
	bool *taken = memory_new(report->n_facts, sizeof(*taken));
	int wrong = 0;

	for (size_t i = 0; i < rows->n_items && wrong >= 0; i++) {
		bool found = false;

		if (check_row(&rows->items[i], kind, diagnostics) < 0) {
			wrong = -1;
			break;
		}
		for (size_t j = 0; j < report->n_facts && !found; j++) {
			const struct fact *fact = &report->facts[j];

			if (taken[j] || fact->kind != kind ||
			    !is_row(report, fact, &rows->items[i]))
				continue;
			taken[j] = true;
			found = true;
		}
		if (!found) {
			report_missing(&rows->items[i], kind, report, taken,
				       diagnostics);
			wrong++;
		}
	}
	for (size_t j = 0; j < report->n_facts && wrong >= 0; j++) {
		if (taken[j] || report->facts[j].kind != kind)
			continue;
		report_extra(report, &report->facts[j], rows->where,
			     diagnostics);
		wrong++;
	}
	free(taken);
	return wrong;
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

		if (kind < 0)
			return -1;
		if (expected->items[i].type != YAML_SEQUENCE) {
			diagnose(diagnostics, DIAGNOSTIC_LAYOUT,
				 expected->items[i].where,
				 "the rows of %s are a list",
				 fact_kinds[kind].view);
			return -1;
		}
		more = compare_view(&expected->items[i], (enum fact_kind)kind,
				    report, diagnostics);
		if (more < 0)
			return -1;
		wrong += more;
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

	*n_examples = layout->examples ? layout->examples->n_items : 0;
	for (size_t i = 0; i < *n_examples; i++) {
		int wrong =
			run_example(rules, layout, &layout->examples->items[i],
				    diagnostics);

		if (wrong < 0)
			return -1;
		failed += wrong > 0;
	}
	return failed;
}
