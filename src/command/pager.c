/*
 * Running the pager: a pipe, a child, and our own ends put back when it is
 * left. Ctrl-C reaches the pager and us alike: it is the pager that answers,
 * and we, while still at work, stop feeding it, wait until it is left, and end
 * by the signal; so that the terminal is never left to two programs.
 */
#include "pager.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char usual[] = "less";

enum { NOT_FOUND = 127, NOT_RUN = 126 }; /* a shell's exit status */

/* Whether a program of this name stands in the PATH. */
static bool
is_in_path(const char *name)
{
	const char *path = getenv("PATH");
	struct text rest = text_of(path ? path : "");
	bool found = false;

	while (rest.len && !found) {
		size_t len = text_find(rest, TEXT(":"), 0);
		size_t next = len < rest.len ? len + 1 : len;
		struct buffer file = {NULL, 0, 0};

		buffer_format(&file, "%.*s/%s", (int)len, rest.bytes, name);
		found = len > 0 && access(file.bytes, X_OK) == 0;
		buffer_release(&file);
		rest = text_sub(rest, next, rest.len - next);
	}
	return found;
}

/* A terminal that cannot move its cursor is none for less. */
static bool
is_dumb(void)
{
	const char *terminal = getenv("TERM");

	return !terminal || !*terminal || strcmp(terminal, "dumb") == 0;
}

/* What the user wants to read with; NULL: nothing. */
static const char *
choose_program(void)
{
	const char *program = getenv("CASEBOOK_PAGER");

	if (!program)
		program = getenv("PAGER");
	if (program)
		return *program && strcmp(program, "cat") != 0 ? program : NULL;
	return !is_dumb() && is_in_path(usual) ? usual : NULL;
}

/* In the child: becomes the pager. */
static void
become_pager(const char *program, int in)
{
	/* What we ignore, it need not. */
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	/* Quit when it fits, keep colours, leave the text on the screen. */
	setenv("LESS", "FRX", 0);
	setenv("LV", "-c", 0);
	if (dup2(in, STDIN_FILENO) != -1) {
		close(in);
		execl("/bin/sh", "sh", "-c", program, (char *)NULL);
	}
	_exit(NOT_FOUND);
}

/* Runs while a signal is handled: only what is allowed there. */
static void
leave_to_pager(int number)
{
	close(STDOUT_FILENO);
	close(STDERR_FILENO);
	while (wait(NULL) == -1 && errno == EINTR)
		continue;
	signal(number, SIG_DFL);
	raise(number);
}

static void
catch_signals(void)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
	struct sigaction action = {.sa_handler = leave_to_pager}, before;

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		if (sigaction(signals[i], NULL, &before) == 0 &&
		    before.sa_handler == SIG_DFL)
			sigaction(signals[i], &action, NULL);
}

/* A duplicate that no other program gets. */
static int
keep(int descriptor)
{
	return fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
}

/* Our own ends lead to the pager from now on. */
static void
turn_to_pager(struct pager *pager, int out)
{
	fflush(stdout);
	pager->output = keep(STDOUT_FILENO);
	dup2(out, STDOUT_FILENO);
	if (isatty(STDERR_FILENO)) {
		pager->errors = keep(STDERR_FILENO);
		dup2(out, STDERR_FILENO);
	}
}

void
pager_begin(struct pager *pager)
{
	int ends[2];

	*pager = (struct pager){.output = -1, .errors = -1};
	if (!isatty(STDOUT_FILENO))
		return;
	pager->program = choose_program();
	if (!pager->program || pipe2(ends, O_CLOEXEC) == -1)
		return;
	fflush(stderr);
	pager->process = fork();
	if (pager->process == 0)
		become_pager(pager->program, ends[0]);
	if (pager->process > 0) {
		catch_signals();
		turn_to_pager(pager, ends[1]);
	} else {
		pager->process = 0;
	}
	close(ends[0]);
	close(ends[1]);
}

/* Closes our end of the pipe by leading back to where all went before. */
static void
turn_back(struct pager *pager)
{
	errno = 0;
	pager->left = (fflush(stdout) != 0 || ferror(stdout)) &&
		      (errno == 0 || errno == EPIPE);
	clearerr(stdout);
	dup2(pager->output, STDOUT_FILENO);
	close(pager->output);
	if (pager->errors != -1) {
		dup2(pager->errors, STDERR_FILENO);
		close(pager->errors);
	}
}

void
pager_end(struct pager *pager, struct diagnostics *diagnostics)
{
	int status = 0;

	if (!pager->process)
		return;
	/* All is told; what Ctrl-C means now is the pager's affair. */
	signal(SIGINT, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	turn_back(pager);
	while (waitpid(pager->process, &status, 0) == -1 && errno == EINTR)
		continue;
	pager->process = 0;
	if (!WIFEXITED(status) || (WEXITSTATUS(status) != NOT_FOUND &&
				   WEXITSTATUS(status) != NOT_RUN))
		return;
	diagnose(diagnostics, DIAGNOSTIC_OUTPUT, (struct place){.file = NULL},
		 "cannot run the pager %s; set CASEBOOK_PAGER to another, or "
		 "say --no-pager",
		 diagnostic_quote(diagnostics, text_of(pager->program)));
}
