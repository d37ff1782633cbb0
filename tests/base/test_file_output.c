/*
 * Writing beside and renaming: at every moment the name leads to the whole old
 * file or the whole new one, and nothing else is left behind.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/base/file.h"
#include "casebook/base/leftover.h"

#include "../support/scratch.h"

static void
the_old_file_stays_until_the_new_one_is_whole(void **state)
{
	struct diagnostics diagnostics;
	struct file_output output;

	(void)state;
	diagnostics_init(&diagnostics, false);
	scratch_put("a.csv", "old");
	assert_int_equal(file_output_open(&output, "a.csv", &diagnostics), 0);
	fputs("new", output.stream);
	fflush(output.stream);
	scratch_check("a.csv", "old");
	assert_int_equal(file_output_publish(&output, &diagnostics), 0);
	scratch_check("a.csv", "new");
	assert_int_equal(scratch_count("."), 1);
	file_output_discard(&output);
	scratch_check("a.csv", "new");
	diagnostics_release(&diagnostics);
}

static void
what_is_discarded_leaves_nothing(void **state)
{
	struct diagnostics diagnostics;
	struct file_output output;

	(void)state;
	diagnostics_init(&diagnostics, false);
	mkdir("out", 0755);
	assert_int_equal(file_output_open(&output, "out/a.csv", &diagnostics),
			 0);
	fputs("new", output.stream);
	assert_int_equal(scratch_count("out"), 1);
	file_output_discard(&output);
	assert_int_equal(scratch_count("out"), 0);
	diagnostics_release(&diagnostics);
}

static mode_t
mode_of(const char *path)
{
	struct stat status;

	assert_int_equal(stat(path, &status), 0);
	return status.st_mode & 0777;
}

static void
publish_empty(const char *path)
{
	struct diagnostics diagnostics;
	struct file_output output;

	diagnostics_init(&diagnostics, false);
	assert_int_equal(file_output_open(&output, path, &diagnostics), 0);
	assert_int_equal(file_output_publish(&output, &diagnostics), 0);
	diagnostics_release(&diagnostics);
}

/* Out of memory, or a second Ctrl-C. */
static void
what_is_half_written_goes_when_the_program_ends_at_once(void **state)
{
	struct diagnostics diagnostics;
	struct file_output output;

	(void)state;
	diagnostics_init(&diagnostics, false);
	scratch_put("a.csv", "old");
	assert_int_equal(file_output_open(&output, "a.csv", &diagnostics), 0);
	assert_int_equal(scratch_count("."), 2);
	leftover_remove();
	assert_int_equal(scratch_count("."), 1);
	scratch_check("a.csv", "old");
	file_output_discard(&output);
	diagnostics_release(&diagnostics);
}

static void
what_is_published_stays_when_the_program_ends_at_once(void **state)
{
	struct diagnostics diagnostics;
	struct file_output output;

	(void)state;
	diagnostics_init(&diagnostics, false);
	assert_int_equal(file_output_open(&output, "a.csv", &diagnostics), 0);
	assert_int_equal(file_output_publish(&output, &diagnostics), 0);
	leftover_remove();
	assert_int_equal(scratch_count("."), 1);
	diagnostics_release(&diagnostics);
}

static void
a_new_file_honours_the_umask_and_an_old_one_keeps_its_mode(void **state)
{
	mode_t mask = umask(027);

	(void)state;
	publish_empty("new.csv");
	assert_int_equal(mode_of("new.csv"), 0640);
	assert_int_equal(umask(mask), 027);
	scratch_put("old.csv", "old");
	assert_int_equal(chmod("old.csv", 0600), 0);
	publish_empty("old.csv");
	assert_int_equal(mode_of("old.csv"), 0600);
}

static void
check_not_opened(const char *path, const char *words)
{
	struct diagnostics diagnostics;
	struct file_output output;

	diagnostics_init(&diagnostics, false);
	assert_int_equal(file_output_open(&output, path, &diagnostics), -1);
	assert_int_equal(diagnostics.n_items, 1);
	assert_int_equal(diagnostics.worst, STATUS_IMPOSSIBLE);
	assert_non_null(strstr(diagnostics.items[0].message.bytes, words));
	file_output_discard(&output);
	diagnostics_release(&diagnostics);
}

static void
a_rename_never_takes_the_place_of_a_device_or_a_link(void **state)
{
	(void)state;
	assert_int_equal(mkfifo("pipe", 0644), 0);
	scratch_put("real.csv", "kept");
	assert_int_equal(symlink("real.csv", "link.csv"), 0);
	check_not_opened("pipe", "not a regular file");
	check_not_opened("/dev/null", "not a regular file");
	check_not_opened("link.csv", "symbolic link");
	check_not_opened(".", "not a regular file");
	check_not_opened("gone/a.csv", "No such file");
	scratch_check("real.csv", "kept");
}

static void
a_name_of_255_bytes_can_be_written(void **state)
{
	char name[256];

	(void)state;
	memset(name, 'n', 255);
	name[255] = '\0';
	publish_empty(name);
	assert_int_equal(mode_of(name) & 0600, 0600);
}

/* In a process that may write 4 KiB a file; its exit status is the run's. */
static void
write_too_much(void)
{
	const struct rlimit limit = {4096, 4096};
	struct diagnostics diagnostics;
	struct file_output output;

	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
	diagnostics_init(&diagnostics, false);
	if (file_output_open(&output, "a.csv", &diagnostics) < 0)
		_exit(9);
	for (int i = 0; i < 10000; i++)
		fputs("new\n", output.stream);
	if (file_output_publish(&output, &diagnostics) == 0 ||
	    !strstr(diagnostics.items[0].message.bytes, "File too large"))
		_exit(8);
	_exit((int)diagnostics.worst);
}

static void
a_disk_without_room_leaves_the_old_file(void **state)
{
	pid_t child;
	int status;

	(void)state;
	scratch_put("a.csv", "old");
	child = fork();
	if (child == 0)
		write_too_much();
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), STATUS_IMPOSSIBLE);
	scratch_check("a.csv", "old");
	assert_int_equal(scratch_count("."), 1);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_old_file_stays_until_the_new_one_is_whole),
		TEST(what_is_discarded_leaves_nothing),
		TEST(what_is_half_written_goes_when_the_program_ends_at_once),
		TEST(what_is_published_stays_when_the_program_ends_at_once),
		TEST(a_new_file_honours_the_umask_and_an_old_one_keeps_its_mode),
		TEST(a_rename_never_takes_the_place_of_a_device_or_a_link),
		TEST(a_name_of_255_bytes_can_be_written),
		TEST(a_disk_without_room_leaves_the_old_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
