/*
 * replay_TARGET [FILE...]: calls the target with each of the files, or, as a
 * test, with those of its corpus. One that takes more than a second of
 * processor time, or of which a promise does not hold, fails.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "casebook/base/file.h"

#include "fuzz.h"

static const char *in_hand = "";

/* The name of the file at which the target aborts, for whoever looks. */
static void
tell_file(int number)
{
	static const char words[] = "\n# at the file ";

	(void)number;
	if (write(STDERR_FILENO, words, sizeof(words) - 1) < 0 ||
	    write(STDERR_FILENO, in_hand, strlen(in_hand)) < 0 ||
	    write(STDERR_FILENO, "\n", 1) < 0)
		_exit(1);
	signal(SIGABRT, SIG_DFL);
	raise(SIGABRT);
}

static double
seconds(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* In a block of exactly its size, so that a sanitizer sees its end. */
static double
replay(const char *path, struct diagnostics *diagnostics)
{
	struct file file;
	uint8_t *bytes;
	double from;

	in_hand = path;
	if (file_read(&file, path, FILE_LARGEST, diagnostics) == -1)
		exit(EXIT_FAILURE);
	bytes = memory_new(file.len + 1, 1);
	bytes = memory_resize(bytes, file.len ? file.len : 1, 1);
	if (file.len)
		memcpy(bytes, file.bytes, file.len);
	from = seconds();
	LLVMFuzzerTestOneInput(bytes, file.len);
	from = seconds() - from;
	free(bytes);
	file_release(&file);
	return from;
}

/* replay_document -> tests/fuzz/corpus/document */
static void
find_corpus(struct file_list *list, const char *program,
	    struct diagnostics *diagnostics)
{
	const char *name = strrchr(program, '_');
	struct buffer folder = {NULL, 0, 0};

	buffer_format(&folder, "tests/fuzz/corpus/%s", name ? name + 1 : "");
	if (file_walk(list, folder.bytes, diagnostics) == -1)
		exit(EXIT_FAILURE);
	buffer_release(&folder);
}

int
main(int argc, char **argv)
{
	struct file_list list = {NULL, 0, 0};
	struct diagnostics diagnostics;
	size_t n_slow = 0, n = 0;

	diagnostics_init(&diagnostics, true);
	signal(SIGABRT, tell_file);
	LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
	if (argc == 1)
		find_corpus(&list, argv[0], &diagnostics);
	for (size_t i = 0; i < list.n_paths || (int)i < argc - 1; i++, n++) {
		const char *path = argc > 1 ? argv[i + 1] : list.paths[i];
		double took = replay(path, &diagnostics);

		n_slow += took > 1;
		if (took > 1)
			printf("# %s takes %.1f s\n", path, took);
	}
	printf("1..1\n%sok 1 - no file of the corpus breaks a promise or takes "
	       "a second; %zu files\n",
	       n_slow || n == 0 ? "not " : "", n);
	file_list_release(&list);
	diagnostics_release(&diagnostics);
	return n_slow || n == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
