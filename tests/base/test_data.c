/*
 * The data files: those built in are the project's, byte for byte; those of
 * the user's folders take their place, in the declared order.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/base/data.h"
#include "casebook/base/file.h"

#include "../support/scratch.h"

struct shelf {
	void *scratch;
	struct diagnostics diagnostics;
	struct data data;
};

static int
set_up(void **state)
{
	struct shelf *shelf = memory_new(1, sizeof(*shelf));

	diagnostics_init(&shelf->diagnostics, false);
	unsetenv("CASEBOOK_DATA");
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("HOME");
	*state = shelf;
	return scratch_enter(&shelf->scratch);
}

static int
tear_down(void **state)
{
	struct shelf *shelf = *state;
	int result = scratch_leave(&shelf->scratch);

	data_close(&shelf->data);
	diagnostics_release(&shelf->diagnostics);
	free(shelf);
	return result;
}

/* A folder with this layout, whose text is the folder's own name. */
static void
make_folder(const char *folder, const char *layout)
{
	struct buffer path = {NULL, 0, 0};

	assert_true(mkdir(folder, 0755) == 0);
	buffer_format(&path, "%s/layouts", folder);
	assert_true(mkdir(path.bytes, 0755) == 0);
	buffer_format(&path, "/%s", layout);
	scratch_put(path.bytes, folder);
	buffer_release(&path);
}

static void
check_text(const struct shelf *shelf, const char *name, const char *expected)
{
	const struct data_file *file = data_find(&shelf->data, name);

	assert_non_null(file);
	assert_true(text_is(file->text, expected));
	assert_false(file->built_in);
}

static void
what_is_built_in_is_the_projects_byte_for_byte(void **state)
{
	struct shelf *shelf = *state;
	struct file file;

	scratch_leave(&shelf->scratch);
	assert_int_equal(data_open(&shelf->data, NULL, &shelf->diagnostics), 0);
	assert_true(shelf->data.n_files > 0);
	for (size_t i = 0; i < shelf->data.n_files; i++) {
		const struct data_file *built = &shelf->data.files[i];

		assert_true(built->built_in);
		assert_int_equal(file_read(&file, built->path, FILE_LARGEST,
					   &shelf->diagnostics),
				 0);
		assert_true(text_equal(built->text,
				       (struct text){file.bytes, file.len}));
		assert_true(
			text_equal(built->text, data_embedded(built->name)));
		assert_int_equal(built->text.bytes[built->text.len], 0);
		file_release(&file);
	}
	assert_int_equal(scratch_enter(&shelf->scratch), 0);
}

static void
the_files_are_sorted_and_each_name_is_there_once(void **state)
{
	struct shelf *shelf = *state;

	make_folder("mine", "aaa.yml");
	assert_int_equal(data_open(&shelf->data, "mine", &shelf->diagnostics),
			 0);
	for (size_t i = 1; i < shelf->data.n_files; i++)
		assert_true(strcmp(shelf->data.files[i - 1].name,
				   shelf->data.files[i].name) < 0);
	assert_null(data_find(&shelf->data, "layouts/none.yml"));
}

static void
a_named_folder_adds_and_replaces(void **state)
{
	struct shelf *shelf = *state;
	const struct data_file *file;

	make_folder("mine", "new.yml");
	mkdir("mine/sql", 0755);
	scratch_put("mine/sql/schema.sql", "mine");
	assert_int_equal(data_open(&shelf->data, "mine/", &shelf->diagnostics),
			 0);
	check_text(shelf, "layouts/new.yml", "mine");
	file = data_find(&shelf->data, "layouts/new.yml");
	assert_string_equal(file->path, "mine/layouts/new.yml");
	check_text(shelf, "sql/schema.sql", "mine");
	assert_false(text_is(data_embedded("sql/schema.sql"), "mine"));
}

static void
the_last_named_of_three_folders_wins(void **state)
{
	struct shelf *shelf = *state;
	char here[200];

	assert_non_null(getcwd(here, sizeof(here)));
	make_folder("casebook", "x.yml");
	setenv("XDG_CONFIG_HOME", here, 1);
	assert_int_equal(data_open(&shelf->data, NULL, &shelf->diagnostics), 0);
	check_text(shelf, "layouts/x.yml", "casebook");
	data_close(&shelf->data);

	make_folder("environment", "x.yml");
	setenv("CASEBOOK_DATA", "environment", 1);
	assert_int_equal(data_open(&shelf->data, NULL, &shelf->diagnostics), 0);
	check_text(shelf, "layouts/x.yml", "environment");
	data_close(&shelf->data);

	make_folder("option", "x.yml");
	assert_int_equal(data_open(&shelf->data, "option", &shelf->diagnostics),
			 0);
	check_text(shelf, "layouts/x.yml", "option");
}

static void
without_xdg_the_home_folder_is_asked(void **state)
{
	struct shelf *shelf = *state;
	char here[200];

	assert_non_null(getcwd(here, sizeof(here)));
	mkdir(".config", 0755);
	make_folder(".config/casebook", "x.yml");
	setenv("HOME", here, 1);
	assert_int_equal(data_open(&shelf->data, NULL, &shelf->diagnostics), 0);
	check_text(shelf, "layouts/x.yml", ".config/casebook");
}

static void
check_fails(struct shelf *shelf, const char *folder, enum exit_status status,
	    const char *words)
{
	diagnostics_release(&shelf->diagnostics);
	diagnostics_init(&shelf->diagnostics, false);
	assert_int_equal(data_open(&shelf->data, folder, &shelf->diagnostics),
			 -1);
	assert_int_equal(shelf->diagnostics.worst, status);
	assert_non_null(
		strstr(shelf->diagnostics.items[0].message.bytes, words));
	assert_null(shelf->data.files);
}

static void
check_folder(struct shelf *shelf, const char *named, const char *expected)
{
	struct arena *arena = arena_new();

	(void)shelf;
	assert_true(text_is(data_folder(arena, named), expected));
	arena_free(arena);
}

static void
the_users_folder_is_the_one_named_else_that_of_the_configuration(void **state)
{
	check_folder(*state, NULL, "");
	setenv("HOME", "/home/zoe", 1);
	check_folder(*state, NULL, "/home/zoe/.config/casebook");
	setenv("XDG_CONFIG_HOME", "/config", 1);
	check_folder(*state, NULL, "/config/casebook");
	setenv("CASEBOOK_DATA", "mine", 1);
	check_folder(*state, NULL, "mine");
	check_folder(*state, "option", "option");
}

static void
a_folder_that_is_none_stops_the_run(void **state)
{
	scratch_put("file", "");
	check_fails(*state, "gone", STATUS_IMPOSSIBLE, "No such file");
	check_fails(*state, "file", STATUS_USAGE, "not a folder");
}

static void
a_file_beyond_1_mib_is_wrong_usage(void **state)
{
	make_folder("mine", "large.yml");
	assert_int_equal(truncate("mine/layouts/large.yml", 1024 * 1024 + 1),
			 0);
	check_fails(*state, "mine", STATUS_USAGE, "larger than");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void
a_layout_beside_layouts_is_told(void **state)
{
	struct shelf *shelf = *state;
	struct diagnostics *diagnostics = &shelf->diagnostics;

	assert_true(mkdir("mine", 0755) == 0);
	scratch_put("mine/series.yml", "layout: series");
	assert_int_equal(data_open(&shelf->data, "mine/", diagnostics), 0);
	assert_int_equal(diagnostics->n_items, 1);
	assert_int_equal(diagnostics->items[0].code, DIAGNOSTIC_FILE_SKIPPED);
	assert_string_equal(diagnostics->items[0].where.file,
			    "mine/series.yml");
	data_close(&shelf->data);
	make_folder("yours", "series.yml");
	scratch_put("yours/notes.yml", "anything");
	assert_int_equal(data_open(&shelf->data, "yours", diagnostics), 0);
	assert_int_equal(diagnostics->n_items, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_built_in_is_the_projects_byte_for_byte),
		TEST(the_files_are_sorted_and_each_name_is_there_once),
		TEST(a_named_folder_adds_and_replaces),
		TEST(the_last_named_of_three_folders_wins),
		TEST(without_xdg_the_home_folder_is_asked),
		TEST(the_users_folder_is_the_one_named_else_that_of_the_configuration),
		TEST(a_folder_that_is_none_stops_the_run),
		TEST(a_file_beyond_1_mib_is_wrong_usage),
		TEST(a_layout_beside_layouts_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
