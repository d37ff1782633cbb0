/* The languages: that nothing is without a label, and which one is chosen. */
#include "../../src/command/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "../support/scratch.h"
#include "casebook/layout/vocabulary.h"
#include "casebook/store/schema.h"
#include "casebook/text/yaml.h"

static const char *const languages[] = {"nl", "en"};

enum { N_LANGUAGES = sizeof(languages) / sizeof(languages[0]) };

static void
session_open(struct session *session, const char *language, const char *folder)
{
	*session = (struct session){.options = {.language = language}};
	diagnostics_init(&session->diagnostics, false);
	assert_int_equal(
		data_open(&session->data, folder, &session->diagnostics), 0);
}

static void
session_close(struct session *session)
{
	data_close(&session->data);
	diagnostics_release(&session->diagnostics);
}

static void
check_column(const struct labels *labels, const char *name)
{
	if (label_of_column(labels, name) == name)
		fail_msg("no label for the column %s", name);
}

static void
check_value(const struct labels *labels, const char *column, struct text value)
{
	struct buffer list = {NULL, 0, 0};

	if (label_of_value(labels, column, value, &list).bytes == value.bytes)
		fail_msg("no label for %s %.*s", column, TEXT_ARG(value));
	buffer_release(&list);
}

static void
check_views(const struct labels *labels)
{
	struct schema schema;

	schema_read(&schema);
	for (size_t i = 0; i < schema.n_views; i++) {
		const struct schema_view *view = &schema.views[i];
		char *name = memory_string(view->name);

		if (label_of_table(labels, name) == name)
			fail_msg("no label for the view %s", name);
		free(name);
		for (size_t k = 0; k < view->n_columns; k++) {
			name = memory_string(view->columns[k].name);
			check_column(labels, name);
			free(name);
		}
	}
	schema_release(&schema);
}

/* The codebook's closed lists, by their column. */
static const struct {
	const char *column, *words;
} closed[] = {
	{"kind", "proeftuin,fieldlab,innovatielab,social lab,werkplaats"},
	{"kind", "uitvoering,stap,vervolg"},
	{"role", "opdrachtgever,partner,initiatiefnemer"},
	{"named", "0,1"},
	{"contact", "0,1"},
	{"object", "proeftuin,samenwerking"},
	{"moment", "eerste,tweede,eind,enkel"},
	{"stance", "toegepast,deels,beoogd,niet"},
	{"trend", "toegenomen,afgenomen,gelijk"},
	{"severity", "note,advice,warning,error"},
	{"action", "set,add,drop,confirm"},
};

static void
check_closed(const struct labels *labels)
{
	for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++) {
		struct text words = text_of(closed[i].words);

		for (size_t at = 0; at < words.len;) {
			size_t end = text_find(words, TEXT(","), at);

			check_value(labels, closed[i].column,
				    text_sub(words, at, end - at));
			at = end + 1;
		}
	}
}

/* What the vocabularies close: levels, rungs, themes, kinds. */
static void
check_vocabularies(const struct labels *labels, struct session *session)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	struct vocabularies *all =
		vocabularies_new(&session->data, diagnostics);
	const struct table *rungs =
		vocabulary_table(all, "participation", "rungs", diagnostics);
	const struct table *themes =
		vocabulary_table(all, "themes", "themes", diagnostics);
	const struct cues *kinds =
		vocabulary_set(all, "organisations", "kinds", diagnostics);
	struct text word, value;

	for (size_t i = 0; table_row(rungs, i, &word, &value); i++) {
		check_value(labels, "level", word);
		check_value(labels, "rung", value);
	}
	for (size_t i = 0; table_row(themes, i, &word, &value); i++)
		check_value(labels, "theme", word);
	for (size_t i = 0; i < cues_n(kinds); i++)
		if (*cues_item(kinds, i)->label)
			check_value(labels, "organisation_kind",
				    text_of(cues_item(kinds, i)->label));
	vocabularies_free(all);
}

static void
every_column_and_closed_value_has_a_label_in_each_language(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_LANGUAGES; i++) {
		struct session session;
		struct labels *labels;

		session_open(&session, languages[i], NULL);
		labels = language_labels(&session);
		assert_non_null(labels);
		check_views(labels);
		check_closed(labels);
		check_vocabularies(labels, &session);
		labels_free(labels);
		session_close(&session);
	}
}

static void
check_label(const char *found, struct text expected)
{
	assert_true(text_is(expected, found));
}

/* The labels of one part of a file, of a column when they are values. */
static void
check_part(const struct labels *labels, const struct yaml *part,
	   const char *column, bool table)
{
	for (size_t i = 0; i < part->n_items; i++) {
		char *name = memory_string(part->keys[i]);
		struct buffer list = {NULL, 0, 0};
		struct text label = part->items[i].text;

		if (column)
			assert_true(
				text_equal(label_of_value(labels, column,
							  part->keys[i], &list),
					   label));
		else
			check_label(table ? label_of_table(labels, name)
					  : label_of_column(labels, name),
				    label);
		buffer_release(&list);
		free(name);
	}
}

static void
labels_that_are_built_in_are_those_that_yaml_reads(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_LANGUAGES; i++) {
		struct arena *arena = arena_new();
		struct session session;
		struct labels *labels;
		const struct yaml *yaml, *values;
		const char *file =
			arena_format(arena, "labels/%s.yml", languages[i])
				.bytes;

		session_open(&session, languages[i], NULL);
		labels = language_labels(&session);
		yaml = yaml_parse(arena, file, data_embedded(file),
				  &session.diagnostics);
		assert_non_null(yaml);
		check_part(labels, yaml_get(yaml, "columns"), NULL, false);
		check_part(labels, yaml_get(yaml, "tables"), NULL, true);
		values = yaml_get(yaml, "values");
		for (size_t k = 0; k < values->n_items; k++)
			check_part(labels, &values->items[k],
				   arena_text(arena, values->keys[k]).bytes,
				   false);
		labels_free(labels);
		session_close(&session);
		arena_free(arena);
	}
}

/* What a column is called when nothing but the locale says how. */
static void
check_locale(const char *all, const char *messages, const char *lang,
	     const char *expected)
{
	struct session session;
	struct labels *labels;

	setenv("LC_ALL", all, 1);
	setenv("LC_MESSAGES", messages, 1);
	setenv("LANG", lang, 1);
	session_open(&session, NULL, NULL);
	labels = language_labels(&session);
	assert_non_null(labels);
	assert_string_equal(label_of_column(labels, "grade"), expected);
	labels_free(labels);
	session_close(&session);
}

static void
language_is_that_of_the_locale(void **state)
{
	(void)state;
	check_locale("nl_NL.UTF-8", "", "", "cijfer");
	check_locale("", "nl", "en_GB.UTF-8", "cijfer");
	check_locale("", "", "nl_BE@euro", "cijfer");
	check_locale("C.UTF-8", "nl_NL", "nl_NL", "grade");
	check_locale("", "POSIX", "nl_NL", "grade");
	check_locale("", "", "", "grade");
	check_locale("de_DE.UTF-8", "", "", "grade");
}

static void
check_refused(const char *language, const char *folder, const char *message)
{
	struct session session;

	session_open(&session, language, folder);
	assert_null(language_labels(&session));
	assert_int_equal(session.diagnostics.worst, STATUS_USAGE);
	assert_non_null(
		strstr(session.diagnostics.items[0].message.bytes, message));
	session_close(&session);
}

static void
unknown_language_is_wrong_usage(void **state)
{
	(void)state;
	check_refused("fr", NULL, "unknown language \"fr\"; there are en, nl");
	check_refused("../nl", NULL, "unknown language");
}

static void
labels_of_the_user_take_the_place_of_ours(void **state)
{
	struct session session;
	struct labels *labels;

	(void)state;
	mkdir("labels", 0755);
	scratch_put("labels/nl.yml", "labels: nl\ncolumns: { grade: punt }\n");
	session_open(&session, "nl", ".");
	labels = language_labels(&session);
	assert_non_null(labels);
	assert_string_equal(label_of_column(labels, "grade"), "punt");
	assert_string_equal(label_of_column(labels, "title"), "title");
	labels_free(labels);
	session_close(&session);
}

static void
file_of_labels_that_is_wrong_is_refused(void **state)
{
	(void)state;
	mkdir("labels", 0755);
	scratch_put("labels/nl.yml", "labels: nl\ncolums: { grade: punt }\n");
	check_refused("nl", ".", "unknown key \"colums\"; did you mean");
	scratch_put("labels/nl.yml", "columns: { grade: [a] }\n");
	check_refused("nl", ".", "no label stands behind \"grade\"");
	scratch_put("labels/nl.yml", "values: { level: geen }\n");
	check_refused("nl", ".", "NAME: LABEL");
	scratch_put("labels/nl.yml", "values: [a]\n");
	check_refused("nl", ".", "below their columns");
}

#define IN_SCRATCH(test) \
	cmocka_unit_test_setup_teardown(test, scratch_enter, scratch_leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			labels_that_are_built_in_are_those_that_yaml_reads),
		cmocka_unit_test(
			every_column_and_closed_value_has_a_label_in_each_language),
		cmocka_unit_test(language_is_that_of_the_locale),
		cmocka_unit_test(unknown_language_is_wrong_usage),
		IN_SCRATCH(labels_of_the_user_take_the_place_of_ours),
		IN_SCRATCH(file_of_labels_that_is_wrong_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
