/* The setting in which every target runs. */
#include "fuzz.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[256];

static void
give_up(const char *what)
{
	fprintf(stderr, "fuzz: %s: %s\n", what, strerror(errno));
	abort();
}

bool
fuzz_begins(void)
{
	static const char *const unwanted[] = {"CASEBOOK_DATA", "CASEBOOK_DB",
					       "CASEBOOK_LANG", "COLUMNS"};
	static bool begun;

	if (begun)
		return false;
	begun = true;
	for (size_t i = 0; i < sizeof(unwanted) / sizeof(*unwanted); i++)
		unsetenv(unwanted[i]);
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	setenv("PATH", "/nonexistent", 1);
	setenv("SOURCE_DATE_EPOCH", "1577836800", 1);
	setenv("CMOCKA_TEST_ABORT", "1", 1);
	signal(SIGPIPE, SIG_IGN);
	return true;
}

const struct data *
fuzz_data(void)
{
	static struct data data;
	struct diagnostics diagnostics;

	if (data.arena)
		return &data;
	diagnostics_init(&diagnostics, true);
	fuzz_promise(data_open(&data, NULL, &diagnostics) == 0,
		     "the program has its data");
	diagnostics_release(&diagnostics);
	return &data;
}

/* --- files ---------------------------------------------------------------- */

static void
remove_folder(void)
{
	DIR *names = opendir(folder);
	const struct dirent *entry;
	char path[sizeof(folder) + sizeof(entry->d_name)];

	while (names && (entry = readdir(names))) {
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		unlink(path);
	}
	if (names)
		closedir(names);
	rmdir(folder);
}

/* In memory where there is such a place, unless $TMPDIR names another. */
static void
make_folder(void)
{
	const char *above = getenv("TMPDIR");

	if (!above || !*above)
		above = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	snprintf(folder, sizeof(folder), "%s/casebook-fuzz-XXXXXX", above);
	if (!mkdtemp(folder))
		give_up(folder);
	atexit(remove_folder);
}

const char *
fuzz_path(struct arena *arena, const char *name)
{
	if (!*folder)
		make_folder();
	return arena_format(arena, "%s/%s", folder, name).bytes;
}

void
fuzz_write(const char *path, struct text bytes)
{
	FILE *file = fopen(path, "wb");

	if (!file)
		give_up(path);
	if (bytes.len)
		fwrite(bytes.bytes, 1, bytes.len, file);
	if (fclose(file) != 0)
		give_up(path);
}

/* --- promises and input --------------------------------------------------- */

void
fuzz_promise(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "fuzz: this does not hold: %s\n", what);
	abort();
}

struct text
fuzz_line(struct text *rest)
{
	size_t end = text_find(*rest, TEXT("\n"), 0);
	struct text line = text_sub(*rest, 0, end);

	*rest = text_sub(*rest, end + 1, rest->len);
	return line;
}
