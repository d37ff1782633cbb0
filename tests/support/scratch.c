/* Folders for tests that need files. */
#include "scratch.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct scratch {
	int home; /* descriptor of the folder to go back to */
	char path[64];
};

/* Below /tmp itself: others than its owner must be able to enter it. */
int
scratch_enter(void **state)
{
	struct scratch *scratch = calloc(1, sizeof(*scratch));

	if (!scratch)
		return -1;
	snprintf(scratch->path, sizeof(scratch->path), "%s",
		 "/tmp/casebook-test-XXXXXX");
	scratch->home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (scratch->home < 0 || !mkdtemp(scratch->path) ||
	    chdir(scratch->path) != 0 || chmod(".", 0755) != 0) {
		free(scratch);
		return -1;
	}
	*state = scratch;
	return 0;
}

static int
remove_entry(const char *path, const struct stat *status, int kind,
	     struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

int
scratch_leave(void **state)
{
	struct scratch *scratch = *state;
	int result = fchdir(scratch->home);

	close(scratch->home);
	nftw(scratch->path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	free(scratch);
	return result;
}

void
scratch_put(const char *path, const char *content)
{
	FILE *stream = fopen(path, "w");

	assert_non_null(stream);
	fputs(content, stream);
	assert_int_equal(fclose(stream), 0);
}

void
scratch_check(const char *path, const char *content)
{
	FILE *stream = fopen(path, "r");
	char found[4096];

	assert_non_null(stream);
	found[fread(found, 1, sizeof(found) - 1, stream)] = '\0';
	fclose(stream);
	assert_string_equal(found, content);
}

int
scratch_count(const char *path)
{
	DIR *folder = opendir(path);
	int n = -2; /* . and .. */

	assert_non_null(folder);
	while (readdir(folder))
		n++;
	closedir(folder);
	return n;
}
