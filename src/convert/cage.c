/*
 * The cage seen from casebook: it hands over the document, gathers what comes
 * back within the limits, and never waits beyond them.
 */
#include "cage.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "keeper.h"

enum {
	MIB = 1024 * 1024,
	MOST_ERRORS = 64 * 1024, /* bytes of complaints that are kept */
	CHUNK = 64 * 1024,	 /* bytes read at once */
	GRACE = 1000,		 /* milliseconds for the keeper to clear up */
	LOWEST = 10, /* descriptors handed over: above those of the program */
	N_STREAMS = 3,
};

enum stream { OUTPUT, ERRORS, VERDICT };

struct pipe {
	int from, to; /* -1: closed */
};

struct run {
	struct caged *caged;
	size_t most; /* bytes of output */
	struct pipe streams[N_STREAMS];
	struct pipe stop;
	int input;
	struct verdict verdict;
	bool judged; /* the verdict came, or is ours */
};

static void
close_end(int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor);
	*descriptor = -1;
}

/* Above the standard descriptors, even where those were closed. */
static int
raise_end(int descriptor)
{
	int high = fcntl(descriptor, F_DUPFD_CLOEXEC, LOWEST);

	close(descriptor);
	return high;
}

static int
open_pipe(struct pipe *ends)
{
	int both[2];

	if (pipe2(both, O_CLOEXEC) < 0)
		return -1;
	ends->from = raise_end(both[0]);
	ends->to = raise_end(both[1]);
	return ends->from < 0 || ends->to < 0 ? -1 : 0;
}

static int
write_whole(int descriptor, struct text bytes)
{
	while (bytes.len) {
		ssize_t n = write(descriptor, bytes.bytes, bytes.len);

		if (n < 0 && errno != EINTR)
			return -1;
		if (n > 0)
			bytes = text_sub(bytes, (size_t)n,
					 bytes.len - (size_t)n);
	}
	return 0;
}

/* The document as a file that has no name and that nobody can change. */
static int
open_input(struct text bytes)
{
	int memory = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	memory = memory < 0 ? -1 : raise_end(memory);
	if (memory < 0)
		return -1;
	if (write_whole(memory, bytes) == 0 &&
	    lseek(memory, 0, SEEK_SET) == 0 &&
	    fcntl(memory, F_ADD_SEALS,
		  F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) ==
		    0)
		return memory;
	close(memory);
	return -1;
}

static int
open_all(struct run *run, struct text input)
{
	run->input = open_input(input);
	if (run->input < 0 || open_pipe(&run->stop) < 0)
		return -1;
	for (size_t i = 0; i < N_STREAMS; i++)
		if (open_pipe(&run->streams[i]) < 0)
			return -1;
	return 0;
}

/* The ends that belong to the keeper and the program. */
static void
close_theirs(struct run *run)
{
	close_end(&run->input);
	close_end(&run->stop.from);
	for (size_t i = 0; i < N_STREAMS; i++)
		close_end(&run->streams[i].to);
}

static void
close_ours(struct run *run)
{
	close_end(&run->stop.to);
	for (size_t i = 0; i < N_STREAMS; i++)
		close_end(&run->streams[i].from);
}

static long
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* All must end: the keeper sees that the pipe closes. The first reason counts.
 */
static void
stop_it(struct run *run, enum ending ending)
{
	if (!run->judged)
		run->verdict = (struct verdict){ending, 0};
	run->judged = true;
	close_end(&run->stop.to);
}

static void
keep_output(struct run *run, struct text bytes)
{
	struct buffer *output = &run->caged->output;

	if (run->most - output->len < bytes.len)
		stop_it(run, ENDING_FLOOD);
	else if (run->stop.to >= 0)
		buffer_add(output, bytes);
}

static void
keep_errors(struct run *run, struct text bytes)
{
	struct buffer *errors = &run->caged->errors;

	buffer_add(errors, text_sub(bytes, 0, MOST_ERRORS - errors->len));
}

/* The first verdict counts: that it could not be run comes before its exit. */
static void
keep_verdict(struct run *run, struct text bytes)
{
	if (run->judged || bytes.len < sizeof(run->verdict))
		return;
	memcpy(&run->verdict, bytes.bytes, sizeof(run->verdict));
	run->judged = true;
}

static void
read_stream(struct run *run, enum stream stream, char *chunk)
{
	int *from = &run->streams[stream].from;
	ssize_t n = read(*from, chunk, CHUNK);
	struct text bytes = {chunk, n > 0 ? (size_t)n : 0};

	if (n == 0 || (n < 0 && errno != EINTR))
		close_end(from);
	else if (stream == OUTPUT)
		keep_output(run, bytes);
	else if (stream == ERRORS)
		keep_errors(run, bytes);
	else
		keep_verdict(run, bytes);
}

static bool
is_open(const struct run *run)
{
	for (size_t i = 0; i < N_STREAMS; i++)
		if (run->streams[i].from >= 0)
			return true;
	return false;
}

/* Reads until all is closed. false: the keeper itself hangs. */
static bool
gather(struct run *run, long deadline)
{
	char *chunk = memory_new(CHUNK, 1);
	long end = deadline;

	while (is_open(run)) {
		struct pollfd ready[N_STREAMS];
		long left = end - milliseconds();

		if (left <= 0 && end > deadline)
			break;
		if (left <= 0) {
			stop_it(run, ENDING_TIME);
			end = milliseconds() + GRACE;
			continue;
		}
		for (size_t i = 0; i < N_STREAMS; i++)
			ready[i] = (struct pollfd){.fd = run->streams[i].from,
						   .events = POLLIN};
		if (poll(ready, N_STREAMS, (int)left) <= 0)
			continue;
		for (size_t i = 0; i < N_STREAMS; i++)
			if (ready[i].revents)
				read_stream(run, (enum stream)i, chunk);
	}
	free(chunk);
	return !is_open(run);
}

/* The program's name and arguments as exec wants them. */
static char **
words_of(const char *path, struct words arguments)
{
	char **words = memory_new(arguments.n + 2, sizeof(*words));

	words[0] = memory_string(text_of(path));
	for (size_t i = 0; i < arguments.n; i++)
		words[i + 1] = memory_string(arguments.items[i]);
	return words;
}

static void
free_words(char **words)
{
	for (char **word = words; *word; word++)
		free(*word);
	free(words);
}

static void
watch(struct run *run, pid_t keeper, const struct limits *limits)
{
	long deadline = milliseconds() + (long)limits->seconds * 1000;
	bool ended;

	close_theirs(run);
	ended = gather(run, deadline);
	if (!ended)
		kill(keeper, SIGKILL);
	while (waitpid(keeper, NULL, 0) < 0 && errno == EINTR)
		;
}

void
cage_run(const char *path, struct words arguments, struct text input,
	 const struct limits *limits, struct caged *caged)
{
	struct run run = {.caged = caged,
			  .most = (size_t)limits->output * MIB,
			  .streams = {{-1, -1}, {-1, -1}, {-1, -1}},
			  .stop = {-1, -1},
			  .input = -1,
			  .verdict = {ENDING_NOT_RUN, 0}};
	struct keeping keeping = {.path = path, .limits = limits};
	char **words = words_of(path, arguments);
	pid_t keeper = -1;

	*caged = (struct caged){.ending = ENDING_NOT_RUN};
	keeping.words = words;
	if (open_all(&run, input) == 0) {
		keeping.input = run.input;
		keeping.output = run.streams[OUTPUT].to;
		keeping.errors = run.streams[ERRORS].to;
		keeping.verdict = run.streams[VERDICT].to;
		keeping.stop = run.stop.from;
		keeping.stop_other = run.stop.to;
		keeper = keeper_start(&keeping, &caged->missing);
	}
	if (keeper > 0)
		watch(&run, keeper, limits);
	else
		run.verdict.number = errno;
	caged->ending = run.verdict.ending;
	caged->number = run.verdict.number;
	close_theirs(&run);
	close_ours(&run);
	free_words(words);
}

void
caged_release(struct caged *caged)
{
	buffer_release(&caged->output);
	buffer_release(&caged->errors);
}
