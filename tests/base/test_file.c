/*
 * Files, read and walked: what is refused, in which words and with which
 * status. Each test works in a new folder, which is its current one.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/base/file.h"

#include "../support/scratch.h"

enum { NOBODY = 65534 };

struct place_of_work {
	void *scratch;
	struct diagnostics diagnostics;
	struct file file;
	struct file_list list;
};

static int
set_up(void **state)
{
	struct place_of_work *work = memory_new(1, sizeof(*work));

	diagnostics_init(&work->diagnostics, false);
	*state = work;
	return scratch_enter(&work->scratch);
}

static int
tear_down(void **state)
{
	struct place_of_work *work = *state;
	int result = scratch_leave(&work->scratch);

	file_release(&work->file);
	file_list_release(&work->list);
	diagnostics_release(&work->diagnostics);
	free(work);
	return result;
}

/* The last message holds these words, and gives the run this status. */
static void
check_said(struct place_of_work *work, enum exit_status status,
	   const char *words)
{
	struct diagnostics *diagnostics = &work->diagnostics;
	const struct diagnostic *last;

	assert_true(diagnostics->n_items > 0);
	last = &diagnostics->items[diagnostics->n_items - 1];
	assert_int_equal(diagnostics->worst, status);
	if (!strstr(last->message.bytes, words))
		fail_msg("\"%s\" does not say \"%s\"", last->message.bytes,
			 words);
}

static void
check_refused(struct place_of_work *work, const char *path,
	      enum exit_status status, const char *words)
{
	diagnostics_release(&work->diagnostics);
	diagnostics_init(&work->diagnostics, false);
	assert_int_equal(
		file_read(&work->file, path, FILE_LARGEST, &work->diagnostics),
		-1);
	assert_null(work->file.bytes);
	assert_null(work->file.path);
	assert_int_equal(work->diagnostics.n_items, 1);
	check_said(work, status, words);
}

static void
a_file_is_read_whole_with_its_stamp(void **state)
{
	struct place_of_work *work = *state;
	struct file_stamp stamp;

	scratch_put("a.txt", "Een wijk.\n");
	assert_int_equal(file_read(&work->file, "a.txt", FILE_LARGEST,
				   &work->diagnostics),
			 0);
	assert_int_equal(work->file.len, 10);
	assert_string_equal(work->file.bytes, "Een wijk.\n");
	assert_string_equal(work->file.path, "a.txt");
	assert_int_equal(file_stat("a.txt", &stamp, &work->diagnostics), 0);
	assert_memory_equal(&stamp, &work->file.stamp, sizeof(stamp));
	assert_int_equal(stamp.size, 10);
}

static void
an_empty_file_is_read_as_empty(void **state)
{
	struct place_of_work *work = *state;

	scratch_put("a.txt", "");
	assert_int_equal(file_read(&work->file, "a.txt", 0, &work->diagnostics),
			 0);
	assert_int_equal(work->file.len, 0);
	assert_string_equal(work->file.bytes, "");
}

static void
a_missing_file_is_named(void **state)
{
	struct place_of_work *work = *state;

	check_refused(work, "b.txt", STATUS_IMPOSSIBLE, "No such file");
	assert_string_equal(work->diagnostics.items[0].where.file, "b.txt");
	check_refused(work, "", STATUS_USAGE, "empty path");
}

static void
only_a_regular_file_is_read_and_none_is_waited_for(void **state)
{
	struct place_of_work *work = *state;
	struct sockaddr_un address = {.sun_family = AF_UNIX,
				      .sun_path = "socket"};
	int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_int_equal(bind(listener, (const struct sockaddr *)&address,
			      sizeof(address)),
			 0);
	assert_int_equal(mkfifo("pipe", 0644), 0);
	check_refused(work, "pipe", STATUS_REFUSED, "not a regular file");
	check_refused(work, "socket", STATUS_REFUSED, "not a regular file");
	check_refused(work, ".", STATUS_REFUSED, "a folder, not a regular");
	check_refused(work, "/dev/zero", STATUS_REFUSED, "not a regular file");
	check_refused(work, "/proc/self/mem", STATUS_REFUSED,
		      "not a regular file");
	check_refused(work, "/proc/self/maps", STATUS_REFUSED,
		      "not a regular file");
	close(listener);
}

static void
a_loop_of_links_is_told_as_such(void **state)
{
	assert_int_equal(symlink("b", "a"), 0);
	assert_int_equal(symlink("a", "b"), 0);
	check_refused(*state, "a", STATUS_IMPOSSIBLE, "Too many levels");
}

static void
a_file_beyond_the_limit_is_refused_by_its_size(void **state)
{
	scratch_put("large.txt", "");
	assert_int_equal(truncate("large.txt", (off_t)2 << 30), 0);
	check_refused(*state, "large.txt", STATUS_REFUSED,
		      "2 GiB, larger than the limit of 64 MiB");
	assert_int_equal(truncate("large.txt", FILE_LARGEST + 1024 * 1024 / 2),
			 0);
	check_refused(*state, "large.txt", STATUS_REFUSED, "64.5 MiB, larger");
}

/* Appends a byte now and then until it is stopped. */
static pid_t
start_appending(const char *path)
{
	pid_t child = fork();
	int descriptor;

	if (child != 0)
		return child;
	descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
	while (write(descriptor, "x", 1) == 1)
		;
	_exit(1);
}

static void
a_file_that_grows_while_it_is_read_is_refused(void **state)
{
	struct place_of_work *work = *state;
	int n_refused = 0;
	pid_t child;

	scratch_put("log.txt", "");
	assert_int_equal(truncate("log.txt", 1024 * 1024), 0);
	child = start_appending("log.txt");
	for (int i = 0; i < 200 && n_refused < 3; i++) {
		if (file_read(&work->file, "log.txt", FILE_LARGEST,
			      &work->diagnostics) < 0) {
			check_said(work, STATUS_REFUSED,
				   "changed while it was read");
			n_refused++;
		} else {
			assert_int_equal(work->file.len, work->file.stamp.size);
			file_release(&work->file);
		}
	}
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	assert_true(n_refused > 0);
}

/* As root, permissions prove nothing: looks as somebody else. */
static void
an_unreadable_file_is_refused(void **state)
{
	struct place_of_work *work = *state;
	int status;
	pid_t child;

	scratch_put("secret.txt", "x");
	assert_int_equal(chmod("secret.txt", 0), 0);
	child = fork();
	if (child == 0) {
		if (geteuid() == 0 && setresuid(NOBODY, NOBODY, NOBODY) != 0)
			_exit(9);
		file_read(&work->file, "secret.txt", FILE_LARGEST,
			  &work->diagnostics);
		_exit(work->diagnostics.n_items == 1 &&
				      strstr(work->diagnostics.items[0]
						     .message.bytes,
					     "Permission denied")
			      ? (int)work->diagnostics.worst
			      : 8);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), STATUS_IMPOSSIBLE);
}

static void
check_list(const struct place_of_work *work, size_t n,
	   const char *const expected[])
{
	assert_int_equal(work->list.n_paths, n);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(work->list.paths[i], expected[i]);
}

static void
a_walk_yields_the_files_in_byte_order(void **state)
{
	struct place_of_work *work = *state;
	const char *const expected[] = {"in/-rf.txt", "in/B.txt", "in/a/z.txt",
					"in/a0.txt", "in/\xC3\xA9.txt"};

	mkdir("in", 0755);
	mkdir("in/a", 0755);
	scratch_put("in/a0.txt", "");
	scratch_put("in/\xC3\xA9.txt", "");
	scratch_put("in/a/z.txt", "");
	scratch_put("in/B.txt", "");
	scratch_put("in/-rf.txt", "");
	assert_int_equal(file_walk(&work->list, "in/", &work->diagnostics), 0);
	check_list(work, 5, expected);
	assert_int_equal(work->diagnostics.n_items, 0);
}

static void
a_walk_passes_over_readme_and_hidden_files(void **state)
{
	struct place_of_work *work = *state;
	const char *const expected[] = {"./a.txt", "./readme-not.txt"};

	mkdir(".git", 0755);
	scratch_put(".git/config", "");
	scratch_put(".hidden", "");
	scratch_put("README", "");
	scratch_put("README.md", "");
	scratch_put("a.txt", "");
	scratch_put("readme-not.txt", "");
	assert_int_equal(file_walk(&work->list, ".", &work->diagnostics), 0);
	check_list(work, 2, expected);
}

static void
a_walk_passes_over_what_belongs_to_a_saved_page(void **state)
{
	struct place_of_work *work = *state;
	const char *const expected[] = {
		"./a_files/in.txt", "./pagina.html", "./rapport_2020.html",
		"./rapport_2020/b.txt", "./verslag.HTM"};

	mkdir("a_files", 0755); /* there is no page a */
	scratch_put("a_files/in.txt", "");
	scratch_put("pagina.html", "");
	mkdir("pagina_bestanden", 0755);
	scratch_put("pagina_bestanden/frame.html", "");
	scratch_put("verslag.HTM", "");
	mkdir("verslag-bestanden", 0755);
	scratch_put("verslag-bestanden/x.txt", "");
	scratch_put("rapport_2020.html", "");
	mkdir("rapport_2020", 0755);
	scratch_put("rapport_2020/b.txt", "");
	assert_int_equal(file_walk(&work->list, ".", &work->diagnostics), 0);
	check_list(work, 5, expected);
	assert_int_equal(work->diagnostics.n_items, 1);
	assert_string_equal(work->diagnostics.items[0].message.bytes,
			    "2 passed over: pictures, styles, scripts, folders "
			    "of a saved page");
	assert_int_equal(work->diagnostics.worst, STATUS_DONE);
}

static void
a_walk_passes_over_pictures_styles_and_scripts(void **state)
{
	struct place_of_work *work = *state;
	const char *const expected[] = {"./a.js.txt", "./png"};

	scratch_put("a.js.txt", "");
	scratch_put("png", "");
	scratch_put("a.JPG", "");
	scratch_put("b.svg", "");
	scratch_put("c.css", "");
	assert_int_equal(file_walk(&work->list, ".", &work->diagnostics), 0);
	check_list(work, 2, expected);
	assert_int_equal(work->diagnostics.n_items, 1);
	assert_int_equal(file_walk(&work->list, "b.svg", &work->diagnostics),
			 0);
	assert_int_equal(work->list.n_paths, 3);
}

static void
a_file_that_is_named_is_never_passed_over(void **state)
{
	struct place_of_work *work = *state;
	const char *const expected[] = {"README.md", ".hidden", "link"};

	scratch_put("README.md", "");
	scratch_put(".hidden", "");
	assert_int_equal(symlink("README.md", "link"), 0);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(
			file_walk(&work->list, expected[i], &work->diagnostics),
			0);
	check_list(work, 3, expected);
}

static void
a_link_found_on_a_walk_is_not_followed(void **state)
{
	struct place_of_work *work = *state;
	const char *const expected[] = {"in/a.txt"};

	mkdir("in", 0755);
	scratch_put("in/a.txt", "");
	assert_int_equal(symlink("..", "in/loop"), 0);
	assert_int_equal(file_walk(&work->list, "in", &work->diagnostics), 0);
	check_list(work, 1, expected);
	check_said(work, STATUS_DONE, "symbolic link, not followed");
	assert_string_equal(work->diagnostics.items[0].where.file, "in/loop");
}

static void
a_folder_that_is_a_link_is_followed_when_named(void **state)
{
	struct place_of_work *work = *state;
	const char *const expected[] = {"link/a.txt"};

	mkdir("in", 0755);
	scratch_put("in/a.txt", "");
	assert_int_equal(symlink("in", "link"), 0);
	assert_int_equal(file_walk(&work->list, "link", &work->diagnostics), 0);
	check_list(work, 1, expected);
}

static void
a_walk_goes_on_after_what_it_cannot_read(void **state)
{
	struct place_of_work *work = *state;
	const char *const expected[] = {"./a.txt"};

	scratch_put("a.txt", "");
	assert_int_equal(mkfifo("pipe", 0644), 0);
	assert_int_equal(file_walk(&work->list, "gone", &work->diagnostics),
			 -1);
	check_said(work, STATUS_IMPOSSIBLE, "No such file");
	assert_int_equal(file_walk(&work->list, ".", &work->diagnostics), 0);
	check_said(work, STATUS_IMPOSSIBLE, "not a regular file");
	assert_int_equal(file_walk(&work->list, "pipe", &work->diagnostics),
			 -1);
	assert_int_equal(file_walk(&work->list, "", &work->diagnostics), -1);
	check_list(work, 1, expected);
}

static void
a_walk_stops_at_64_folders(void **state)
{
	struct place_of_work *work = *state;
	struct buffer path = {NULL, 0, 0};

	buffer_add_byte(&path, '.');
	for (int i = 1; i <= FOLDER_DEEPEST + 1; i++) {
		buffer_add_string(&path, "/d");
		assert_int_equal(mkdir(path.bytes, 0755), 0);
		if (i < FOLDER_DEEPEST)
			continue;
		buffer_add_string(&path, "/a.txt");
		scratch_put(path.bytes, "");
		path.len -= strlen("/a.txt");
		path.bytes[path.len] = '\0';
	}
	assert_int_equal(file_walk(&work->list, ".", &work->diagnostics), -1);
	check_said(work, STATUS_REFUSED, "too deep");
	assert_int_equal(work->list.n_paths, 1);
	buffer_release(&path);
}

static void
a_stem_has_no_folders_and_no_last_extension(void **state)
{
	static const char *const rows[][2] = {
		{"in/jso-43.txt", "jso-43"},
		{"a.b.txt", "a.b"},
		{"in.d/plain", "plain"},
		{".hidden", ".hidden"},
		{"/a/b/", "b"},
		{"", ""},
		{"/", "/"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text stem = file_stem(rows[i][0]);

		assert_true(text_is(stem, rows[i][1]));
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_read_whole_with_its_stamp),
		TEST(an_empty_file_is_read_as_empty),
		TEST(a_missing_file_is_named),
		TEST(only_a_regular_file_is_read_and_none_is_waited_for),
		TEST(a_loop_of_links_is_told_as_such),
		TEST(a_file_beyond_the_limit_is_refused_by_its_size),
		TEST(a_file_that_grows_while_it_is_read_is_refused),
		TEST(an_unreadable_file_is_refused),
		TEST(a_walk_yields_the_files_in_byte_order),
		TEST(a_walk_passes_over_readme_and_hidden_files),
		TEST(a_walk_passes_over_what_belongs_to_a_saved_page),
		TEST(a_walk_passes_over_pictures_styles_and_scripts),
		TEST(a_file_that_is_named_is_never_passed_over),
		TEST(a_link_found_on_a_walk_is_not_followed),
		TEST(a_folder_that_is_a_link_is_followed_when_named),
		TEST(a_walk_goes_on_after_what_it_cannot_read),
		TEST(a_walk_stops_at_64_folders),
		cmocka_unit_test(a_stem_has_no_folders_and_no_last_extension),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
