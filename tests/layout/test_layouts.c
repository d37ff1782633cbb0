/* Loading layouts: the program's own, one in the place of another, a clash. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/layout_text.h"

#define LAYOUT(name, phrase) \
	"layout: " name "\nrecognise: { phrases: [" phrase "] }\n" \
	"projects: { one: true, title: first-line, kind: proef }\n" \
	"sections: { tekst: {} }\n"

static struct data_file
file(const char *name, const char *path, const char *text)
{
	return (struct data_file){name, path, text_of(text), false};
}

static void
the_programs_own_layouts_load_and_are_sorted(void **state)
{
	struct diagnostics diagnostics;
	struct layouts layouts;
	struct data data;

	(void)state;
	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&data, NULL, &diagnostics), 0);
	assert_int_equal(layouts_load(&layouts, &data, &diagnostics), 0);
	assert_true(layouts.n_items >= 5);
	for (size_t i = 1; i < layouts.n_items; i++)
		assert_true(text_compare(layouts.items[i - 1].name,
					 layouts.items[i].name) < 0);
	for (size_t i = 0; i < layouts.n_items; i++)
		assert_ptr_equal(layouts_find(&layouts, layouts.items[i].name),
				 &layouts.items[i]);
	assert_null(layouts_find(&layouts, TEXT("geen")));
	layouts_release(&layouts);
	data_close(&data);
	diagnostics_release(&diagnostics);
}

static void
two_files_with_one_name_are_an_error_that_names_both(void **state)
{
	struct data_file files[] = {
		file("layouts/a.yml", "een/a.yml", LAYOUT("a", "x")),
		file("layouts/b.yml", "een/b.yml", LAYOUT("b", "x")),
		file("layouts/c.yml", "twee/c.yml", LAYOUT("a", "y")),
		file("layouts/notes.txt", "notes.txt", "not a layout"),
		file("vocabulary/v.yml", "v.yml", "not a layout"),
	};
	struct data data = {.files = files, .n_files = 5};
	struct diagnostics diagnostics;
	struct layouts layouts;

	(void)state;
	diagnostics_init(&diagnostics, false);
	assert_int_equal(layouts_load(&layouts, &data, &diagnostics), -1);
	assert_int_equal(diagnostics.n_items, 1);
	assert_string_equal(diagnostics.items[0].where.file, "twee/c.yml");
	assert_string_equal(diagnostics.items[0].message.bytes,
			    "a second layout of one name (the other is in "
			    "een/a.yml); give it a name of its own");
	layouts_release(&layouts);
	diagnostics_release(&diagnostics);
}

static void
every_layout_that_does_not_load_is_told(void **state)
{
	struct data_file files[] = {
		file("layouts/a.yml", "a.yml", "layout: a\n"),
		file("layouts/b.yml", "b.yml", LAYOUT("b", "x")),
		file("layouts/c.yml", "c.yml", "lay-out: c\n"),
	};
	struct data data = {.files = files, .n_files = 3};
	struct diagnostics diagnostics;
	struct layouts layouts;

	(void)state;
	diagnostics_init(&diagnostics, false);
	assert_int_equal(layouts_load(&layouts, &data, &diagnostics), -1);
	assert_string_equal(diagnostics.items[0].where.file, "a.yml");
	assert_string_equal(
		diagnostics.items[diagnostics.n_items - 1].where.file, "c.yml");
	assert_int_equal(layouts.n_items, 1);
	layouts_release(&layouts);
	diagnostics_release(&diagnostics);
}

static void
a_layout_that_is_added_takes_the_place_of_its_name(void **state)
{
	struct diagnostics diagnostics;
	struct layouts layouts = {.arena = NULL};
	const struct layout *layout;

	(void)state;
	diagnostics_init(&diagnostics, true);
	assert_int_equal(layouts_add(&layouts, "a.yml", TEXT(LAYOUT("a", "x")),
				     true, &diagnostics),
			 0);
	assert_int_equal(layouts_add(&layouts, "b.yml", TEXT(LAYOUT("a", "y")),
				     false, &diagnostics),
			 0);
	assert_int_equal(layouts.n_items, 1);
	layout = layouts_find(&layouts, TEXT("a"));
	assert_string_equal(layout->path, "b.yml");
	assert_true(text_is(layout->phrases[0], "y"));
	layouts_release(&layouts);
	diagnostics_release(&diagnostics);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_programs_own_layouts_load_and_are_sorted),
		cmocka_unit_test(
			two_files_with_one_name_are_an_error_that_names_both),
		cmocka_unit_test(every_layout_that_does_not_load_is_told),
		cmocka_unit_test(
			a_layout_that_is_added_takes_the_place_of_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
