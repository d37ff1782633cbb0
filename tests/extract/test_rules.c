/* The rules together: recognising a report, their hash, forcing a layout. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "../support/extract_support.h"
#include "../support/scratch.h"

static void
report_of(struct report *report, const char *text)
{
	*report = (struct report){.arena = arena_new()};
	diagnostics_init(&report->diagnostics, false);
	report->name = TEXT("proef");
	report->path = TEXT("proef.txt");
	report->text = text_of(text);
}

static void
report_done(struct report *report)
{
	diagnostics_release(&report->diagnostics);
	arena_free(report->arena);
}

/* One of the report's messages holds these words. */
static void
assert_said(const struct report *report, const char *words)
{
	for (size_t i = 0; i < report->diagnostics.n_items; i++) {
		struct text message = report->diagnostics.items[i].message;

		if (text_find(message, text_of(words), 0) < message.len)
			return;
	}
	fail_msg("no message says \"%s\"", words);
}

static void
add_layout(struct rules *rules, const char *name, const char *heading)
{
	struct buffer layout = {NULL, 0, 0};
	struct diagnostics diagnostics;

	buffer_format(&layout,
		      "layout: %s\n"
		      "describes: a test\n"
		      "language: nl\n"
		      "recognise: { headings: [%s] }\n"
		      "projects: { one: true, title: first-line, kind: lab }\n"
		      "sections: { kop: { heading: %s, holds: places } }\n",
		      name, heading, heading);
	diagnostics_init(&diagnostics, true);
	assert_int_equal(rules_add_layout(rules, "proef.yml",
					  buffer_text(&layout), true,
					  &diagnostics),
			 0);
	buffer_release(&layout);
	diagnostics_release(&diagnostics);
}

static void
the_layout_whose_marks_are_found_fits(void **state)
{
	struct report report;

	report_of(&report, "Een tuin\n\nOpdrachtgever(s)\n\nMEE\n\n"
			   "JSO-adviseur\n\nAns\n\nUitvoering\n\n2016\n");
	assert_int_equal(extract_report(*state, NULL, &report), 0);
	assert_true(text_is(report.layout, "kvds"));
	assert_int_equal(report.n_projects, 1);
	report_done(&report);
}

static void
a_report_that_no_layout_fits_is_refused_with_the_reasons(void **state)
{
	struct report report;

	report_of(&report, "Een brief aan de buren.\n");
	assert_int_equal(extract_report(*state, NULL, &report), -1);
	assert_said(&report, "name one with --layout");
	assert_said(&report, "kvds");
	assert_said(&report, "not found");
	assert_int_equal(report.diagnostics.worst, STATUS_REFUSED);
	report_done(&report);
}

static void
two_layouts_that_fit_equally_well_are_named(void **state)
{
	struct report report;

	add_layout(*state, "links", "Verzonnen kop");
	add_layout(*state, "rechts", "Verzonnen kop");
	report_of(&report, "Een tuin\n\nVerzonnen kop\n\nGouda\n");
	assert_int_equal(extract_report(*state, NULL, &report), -1);
	assert_said(&report, "\"links\"");
	assert_said(&report, "\"rechts\"");
	report_done(&report);
}

static void
a_layout_that_is_named_is_taken(void **state)
{
	struct report report;

	add_layout(*state, "links", "Verzonnen kop");
	report_of(&report, "Een tuin\n\nVerzonnen kop\n\nGouda\n");
	assert_int_equal(extract_report(*state, "links", &report), 0);
	assert_true(text_is(report.layout, "links"));
	assert_true(report.n_facts >= 2); /* the project and its place */
	report_done(&report);
}

static void
a_layout_that_is_not_there_is_wrong_usage(void **state)
{
	struct report report;

	report_of(&report, "Een tuin\n");
	assert_int_equal(extract_report(*state, "geen", &report), -1);
	assert_said(&report, "no layout \"geen\"");
	assert_int_equal(report.diagnostics.worst, STATUS_USAGE);
	report_done(&report);
}

static void
the_date_of_publication_is_that_of_the_layout(void **state)
{
	struct report report;

	report_of(&report, "Werkplaats Sociaal Domein\n\n"
			   "03-09-19: Leren\n\nBla.\n\nVolg de werkplaats\n");
	assert_int_equal(extract_report(*state, NULL, &report), 0);
	assert_true(text_is(report.published, "2019-09-03"));
	assert_true(text_is(report.title, "Leren"));
	report_done(&report);
}

static void
a_date_of_publication_that_no_calendar_has_is_none(void **state)
{
	static const char *const texts[] = {
		"Werkplaats Sociaal Domein\n\n31-02-19: Leren\n\nBla.\n\n"
		"Volg de werkplaats\n",
		"Werkplaats Sociaal Domein\n\n03-13-19: Leren\n\nBla.\n\n"
		"Volg de werkplaats\n",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct report report;

		report_of(&report, texts[i]);
		assert_int_equal(extract_report(*state, NULL, &report), 0);
		assert_int_equal(report.published.len, 0);
		assert_said(&report, "not a date of publication: ");
		report_done(&report);
	}
}

/* The hash of the rules of a data folder. */
static struct hash
hash_with(const char *folder)
{
	struct diagnostics diagnostics;
	struct rules *rules;
	struct data data;
	struct hash hash;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&data, folder, &diagnostics), 0);
	rules = rules_new(&data, &diagnostics);
	assert_non_null(rules);
	hash = rules_hash(rules);
	rules_free(rules);
	data_close(&data);
	diagnostics_release(&diagnostics);
	return hash;
}

static void
the_hash_says_whether_the_rules_are_the_same(void **state)
{
	void *scratch = NULL;
	struct hash plain = hash_with(NULL), again = hash_with(NULL), other;

	(void)state;
	assert_string_equal(plain.digits, again.digits);
	assert_int_equal(scratch_enter(&scratch), 0);
	assert_int_equal(mkdir("vocabulary", 0700), 0);
	scratch_put("vocabulary/more.yml", "vocabulary: more\n"
					   "describes: a test\n"
					   "language: nl\n"
					   "sets: { words: { a: [b] } }\n");
	other = hash_with(".");
	assert_string_not_equal(plain.digits, other.digits);
	assert_int_equal(scratch_leave(&scratch), 0);
}

static void
a_vocabulary_that_lacks_a_set_is_refused(void **state)
{
	void *scratch = NULL;
	struct diagnostics diagnostics;
	struct data data;

	(void)state;
	assert_int_equal(scratch_enter(&scratch), 0);
	assert_int_equal(mkdir("vocabulary", 0700), 0);
	scratch_put("vocabulary/dates.yml",
		    "vocabulary: dates\n"
		    "describes: a test\n"
		    "language: nl\n"
		    "sets: { start: { a: [sinds] } }\n");
	diagnostics_init(&diagnostics, false);
	assert_int_equal(data_open(&data, ".", &diagnostics), 0);
	assert_null(rules_new(&data, &diagnostics));
	assert_int_equal(diagnostics.worst, STATUS_USAGE);
	data_close(&data);
	diagnostics_release(&diagnostics);
	assert_int_equal(scratch_leave(&scratch), 0);
}

/* What rules_new says of the data without one of its files. */
static void
assert_missed(const struct data *data, size_t without)
{
	struct text name = text_of(data->files[without].name);
	struct data_file *kept =
		memory_new(data->n_files, sizeof(*data->files));
	struct data less = {.arena = data->arena, .files = kept};
	struct diagnostics diagnostics;
	struct text first;
	struct buffer quoted = {NULL, 0, 0};

	for (size_t i = 0; i < data->n_files; i++)
		if (i != without)
			kept[less.n_files++] = data->files[i];
	diagnostics_init(&diagnostics, false);
	assert_null(rules_new(&less, &diagnostics));
	assert_int_equal(diagnostics.worst, STATUS_USAGE);
	assert_true(diagnostics.n_items > 0);
	name = text_sub(name, 11, name.len - 15); /* vocabulary/NAME.yml */
	buffer_format(&quoted, "\"%.*s", TEXT_ARG(name));
	first = diagnostics.items[0].message;
	assert_true(text_find(first, buffer_text(&quoted), 0) < first.len);
	buffer_release(&quoted);
	diagnostics_release(&diagnostics);
	free(kept);
}

/* The others are for drafts and comparisons. */
static void
each_vocabulary_that_rules_need_is_missed_by_name(void **state)
{
	static const char *const needed[] = {
		"dates",   "measurements",  "numbers", "organisations",
		"persons", "participation", "phases",  "places",
		"text",	   "themes",
	};
	struct diagnostics diagnostics;
	struct data data;
	size_t n = 0;

	(void)state;
	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&data, NULL, &diagnostics), 0);
	for (size_t i = 0; i < data.n_files; i++) {
		struct text name = text_of(data.files[i].name);

		for (size_t j = 0; j < sizeof(needed) / sizeof(*needed); j++)
			if (text_starts(name, "vocabulary/") &&
			    text_find(name, text_of(needed[j]), 0) == 11) {
				assert_missed(&data, i);
				n++;
			}
	}
	assert_int_equal(n, sizeof(needed) / sizeof(*needed));
	data_close(&data);
	diagnostics_release(&diagnostics);
}

/* A file of the user, laid over the program's own. */
static void
assert_refused(const char *file, const char *text, const char *message)
{
	void *scratch = NULL;
	struct diagnostics diagnostics;
	struct data data;

	assert_int_equal(scratch_enter(&scratch), 0);
	assert_int_equal(mkdir("vocabulary", 0700), 0);
	assert_int_equal(mkdir("layouts", 0700), 0);
	scratch_put(file, text);
	diagnostics_init(&diagnostics, false);
	assert_int_equal(data_open(&data, ".", &diagnostics), 0);
	assert_null(rules_new(&data, &diagnostics));
	assert_true(diagnostics.n_items > 0);
	assert_string_equal(diagnostics.items[0].message.bytes, message);
	data_close(&data);
	diagnostics_release(&diagnostics);
	assert_int_equal(scratch_leave(&scratch), 0);
}

static void
a_setting_of_the_themes_is_a_number_from_0(void **state)
{
	static const char *const names[] = {"title", "cap", "minimum", "share",
					    "most"};
	static const char *const values[] = {"veel", "-1", "3x", "nee", "6-"};

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		struct buffer text = {NULL, 0, 0}, said = {NULL, 0, 0};

		buffer_format(&text,
			      "vocabulary: themes\ndescribes: a test\n"
			      "language: nl\n"
			      "tables: { settings: { %s: %s } }\n",
			      names[i], values[i]);
		buffer_format(&said,
			      "the vocabulary \"themes\" has no number for "
			      "\"%s\" in its table \"settings\"",
			      names[i]);
		assert_refused("vocabulary/eigen.yml", text.bytes, said.bytes);
		buffer_release(&text);
		buffer_release(&said);
	}
}

static void
a_theme_without_cues_is_refused(void **state)
{
	(void)state;
	assert_refused("vocabulary/eigen.yml",
		       "vocabulary: themes\ndescribes: a test\nlanguage: nl\n"
		       "tables: { themes: { ruimtevaart: Ruimtevaart } }\n",
		       "the vocabulary \"themes\" has no set "
		       "\"ruimtevaart\", which the rules need");
}

static void
a_field_is_a_choice_of_a_set_that_there_is(void **state)
{
	(void)state;
	assert_refused("layouts/eigen.yml",
		       "layout: eigen\ndescribes: a test\nlanguage: nl\n"
		       "recognise: { headings: [Verzonnen kop] }\n"
		       "projects: { one: true, title: first-line, kind: lab }\n"
		       "fields: { soort: { set: dates.geen } }\n"
		       "sections: { kop: { heading: Verzonnen kop, "
		       "holds: field soort } }\n",
		       "the vocabulary \"dates\" has no set \"geen\", which "
		       "the rules need");
}

/* --- does a layout fit, and no other as well? ----------------------------- */

static void
add_asking(struct rules *rules, const char *name, const char *headings)
{
	struct buffer layout = {NULL, 0, 0};
	struct diagnostics diagnostics;

	buffer_format(&layout,
		      "layout: %s\ndescribes: a test\nlanguage: nl\n"
		      "recognise: { headings: [%s] }\n"
		      "projects: { one: true, title: first-line, kind: lab }\n"
		      "sections: { a: { heading: Eerste verzonnen kop }, "
		      "b: { heading: Wat daarna kwam } }\n",
		      name, headings);
	diagnostics_init(&diagnostics, true);
	assert_int_equal(rules_add_layout(rules, "proef.yml",
					  buffer_text(&layout), true,
					  &diagnostics),
			 0);
	buffer_release(&layout);
	diagnostics_release(&diagnostics);
}

static void
assert_fit(struct rules *rules, const char *layout, const char *text, int fits,
	   const char *words)
{
	const struct layout *it =
		layouts_find(rules_layouts(rules), text_of(layout));
	struct report report;

	assert_non_null(it);
	report_of(&report, text);
	assert_int_equal(rules_check_fit(rules, it, &report), fits);
	if (words)
		assert_said(&report, words);
	report_done(&report);
}

#define TWO_HEADINGS \
	"Een tuin\n\nEerste verzonnen kop\n\nA.\n\n" \
	"Wat daarna kwam\n\nB.\n"

static void
a_layout_fits_where_no_other_fits_as_well(void **state)
{
	add_asking(*state, "eerste", "Eerste verzonnen kop");
	add_asking(*state, "tweede", "Wat daarna kwam");
	assert_fit(*state, "eerste", "Een tuin\n\nEerste verzonnen kop\n\nA.\n",
		   0, NULL);
	assert_fit(*state, "eerste", "Een tuin\n\nNiets\n", -1,
		   "layout \"eerste\" does not recognise it: not found: the "
		   "heading \"Eerste verzonnen kop\"");
	assert_fit(*state, "eerste", TWO_HEADINGS, -1, "fit equally well");
	add_asking(*state, "beide", "Eerste verzonnen kop, Wat daarna kwam");
	assert_fit(
		*state, "eerste", TWO_HEADINGS, -1,
		"layout \"beide\" (proef.yml) fits it too and asks for more");
	assert_fit(*state, "beide", TWO_HEADINGS, 0, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_layout_whose_marks_are_found_fits),
		cmocka_unit_test(
			a_report_that_no_layout_fits_is_refused_with_the_reasons),
		cmocka_unit_test(a_layout_that_is_named_is_taken),
		cmocka_unit_test(a_layout_that_is_not_there_is_wrong_usage),
		cmocka_unit_test(two_layouts_that_fit_equally_well_are_named),
		cmocka_unit_test(the_date_of_publication_is_that_of_the_layout),
		cmocka_unit_test(
			a_date_of_publication_that_no_calendar_has_is_none),
		cmocka_unit_test(the_hash_says_whether_the_rules_are_the_same),
		cmocka_unit_test(a_vocabulary_that_lacks_a_set_is_refused),
		cmocka_unit_test(
			each_vocabulary_that_rules_need_is_missed_by_name),
		cmocka_unit_test(a_setting_of_the_themes_is_a_number_from_0),
		cmocka_unit_test(a_theme_without_cues_is_refused),
		cmocka_unit_test(a_field_is_a_choice_of_a_set_that_there_is),
		cmocka_unit_test(a_layout_fits_where_no_other_fits_as_well),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
