/*
 * The program: reads the command line, opens what the command needs, runs it,
 * and makes sure that what was printed has arrived. Exit status: the worst of
 * the messages given (see diagnostic.h).
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "command.h"
#include "language.h"
#include "redacting.h"

/*
 * A closed standard descriptor would be given to the next file that is opened,
 * a database perhaps, and then printed into. What is printed on one that was
 * closed cannot arrive, so standard output is opened such that writing fails.
 */
static int
open_standard_descriptors(void)
{
	for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
		if (fcntl(i, F_GETFD) == -1 && errno == EBADF &&
		    open("/dev/null",
			 i == STDERR_FILENO ? O_WRONLY : O_RDONLY) == -1)
			return -1;
	return 0;
}

/*
 * Writing to a closed pipe or past a limit of size must be an error that is
 * handled, not the end; and personal data must not lie about in core files.
 */
static void
prepare_process(void)
{
	const struct rlimit no_core = {0, 0};

	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_CORE, &no_core);
}

/* Refuses a format that only another command writes. */
static int
check_format(struct session *session)
{
	const struct format *format = session->options.format;
	const char *writer = format ? format_command(format) : NULL;

	if (!writer || strcmp(writer, session->command->name) == 0)
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "only casebook %s writes --format %s", writer,
		 format_name(format));
	return -1;
}

/* Refuses options that the command does not take. */
static int
check_options(struct session *session, option_mask given)
{
	const struct command *command = session->command;
	option_mask refused = given & ~(command->options | OPTIONS_EVERYWHERE);

	for (size_t i = 0; i < N_OPTIONS; i++) {
		if (!(refused & OPTION_AT(i)))
			continue;
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "casebook %s takes no --%s; casebook %s --help says "
			 "what it takes",
			 command->name, option_rows[i].name, command->name);
	}
	if (refused)
		return -1;
	if (command->filters || filter_is_empty(session->options.filter))
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "casebook %s takes no filters",
		 command->name);
	return -1;
}

/* Whoever types `list jeugd` means a filter, or a search. */
static const char *
hint_at_filters(const struct command *command)
{
	return command->filters
		       ? "; a filter is like --theme jeugd, and casebook "
			 "search looks for words"
		       : "";
}

/* The word too many, unless it may be a name to leave out. */
static const char *
word_too_many(struct session *session)
{
	const char *word = session->arguments.items[session->command->most];
	const char *quoted =
		diagnostic_quote(&session->diagnostics, text_of(word));

	if (session->options.redact)
		return "";
	return arena_format(session->diagnostics.arena, ": %s", quoted).bytes;
}

static void
refuse_number(struct session *session)
{
	const struct command *command = session->command;
	bool few = session->arguments.n < command->least;

	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "casebook %s: too %s arguments%s; usage: casebook %s%s%s%s",
		 command->name, few ? "few" : "many",
		 few ? "" : word_too_many(session), command->name,
		 *command->arguments ? " " : "", command->arguments,
		 few ? "" : hint_at_filters(command));
}

static int
check_arguments(struct session *session)
{
	const struct command *command = session->command;
	size_t n = session->arguments.n;

	for (size_t i = 0; i < n; i++) {
		if (session->arguments.items[i][0] || command->hidden)
			continue;
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "empty %s; usage: casebook %s %s",
			 strncmp(command->arguments, "QUERY", 5) == 0
				 ? "query"
				 : "path or name",
			 command->name, command->arguments);
		return -1;
	}
	if (n >= command->least && n <= command->most)
		return 0;
	refuse_number(session);
	return -1;
}

/* `casebook --version` is `casebook version`, whatever else is named. */
static void
choose_version(struct session *session)
{
	session->command = session_find_command(session, "version");
	session->arguments.n = 0;
}

/* Takes the command's name off the arguments, and finds it. */
static int
choose_command(struct session *session)
{
	struct arguments *arguments = &session->arguments;
	const char *name;

	if (arguments->n == 0)
		return -1;
	name = arguments->items[0];
	session->command = session_find_command(session, name);
	if (!session->command) {
		session_refuse_command(session, name);
		return -1;
	}
	arguments->n--;
	memmove(arguments->items, arguments->items + 1,
		arguments->n * sizeof(*arguments->items));
	return 0;
}

/* The words of the reader's language, for commands that speak it; data have
 * none. */
static int
open_labels(struct session *session)
{
	const struct format *format = session->options.format;

	if (!(session->command->options & OPTION(LANG)))
		return 0;
	if (format && !format_is_labelled(format))
		return language_check(session);
	session->labels = language_labels(session);
	session->screen.labels = session->labels;
	return session->labels ? 0 : -1;
}

/* Opens what the command needs. */
static int
open_session(struct session *session)
{
	const option_mask speaks = session->command->options & OPTION(LANG);
	unsigned needs = session->command->needs;

	session->database = session_database(&session->options);
	session->screen = screen_of(stdout);
	if ((needs & NEEDS_DATA || speaks || session->options.redact) &&
	    data_open(&session->data, session->options.data,
		      &session->diagnostics) == -1)
		return -1;
	if (open_labels(session) == -1)
		return -1;
	if (session->command->filters)
		filter_teach(session->options.filter, language_teach, session);
	if (needs & NEEDS_CASEBOOK) {
		session->store =
			store_open(session->database, &session->diagnostics);
		if (!session->store)
			return -1;
	}
	return redacting_begin(session);
}

/* An answer is paged, work is not: what takes --no-pager, and help. */
static void
begin_pager(struct session *session)
{
	const struct options *options = &session->options;
	bool answers = options->help ||
		       (session->command->options & OPTION(NO_PAGER)) != 0;

	if (answers && !options->no_pager && !options->output)
		pager_begin(&session->pager);
}

static void
run_session(struct session *session, int argc, char **argv)
{
	option_mask given = 0;

	if (options_read(&session->options, &session->arguments, &given, argc,
			 argv, &session->diagnostics) == -1)
		return;
	if (session->arguments.n == 0 && session->options.help) {
		begin_pager(session);
		help_print_usage(stdout, session);
		return;
	}
	if (session->arguments.n == 0 && !session->options.version) {
		help_print_usage(stderr, session);
		session->diagnostics.worst = STATUS_USAGE;
		return;
	}
	if (session->options.version)
		choose_version(session);
	else if (choose_command(session) == -1)
		return;
	if (session->options.help) {
		begin_pager(session);
		help_print_command(stdout, session->command);
		return;
	}
	if (check_options(session, given) == -1 ||
	    check_format(session) == -1 || check_arguments(session) == -1)
		return;
	if (open_session(session) == -1)
		return;
	begin_pager(session);
	session->command->run(session);
	redacting_tell(session);
}

/* Whether who read our standard output went away (`| head`). */
static bool
is_reader_gone(void)
{
	struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};

	return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

/*
 * What could not be written is gone, and the reason with it, where that was
 * long ago. A further byte meets the same.
 */
static int
ask_why_lost(void)
{
	putchar('\n');
	return fflush(stdout) == 0 ? 0 : errno;
}

/*
 * Standard output must have arrived. A reader that has seen enough is no
 * fault: the program ends by the signal that it would have got.
 */
static void
close_output(struct session *session)
{
	bool failed = ferror(stdout) != 0;
	int error;

	errno = 0;
	if (fflush(stdout) == 0 && !failed)
		return;
	if (is_reader_gone()) {
		session->ended_by = SIGPIPE;
		return;
	}
	error = errno ? errno : ask_why_lost();
	diagnose(&session->diagnostics, DIAGNOSTIC_OUTPUT,
		 (struct place){.file = NULL},
		 "cannot write standard output%s%s", error ? ": " : "",
		 error ? strerror(error) : "");
}

/* Ends as one who was stopped by a signal, so that a shell's loop stops too. */
static void
end_by_signal(int number)
{
	signal(number, SIG_DFL);
	raise(number);
}

int
main(int argc, char **argv)
{
	struct session session = {.command = NULL};
	enum exit_status status;

	if (open_standard_descriptors() == -1)
		return STATUS_IMPOSSIBLE;
	prepare_process();
	diagnostics_init(&session.diagnostics, true);
	options_init(&session.options);
	session.commands = commands_all(&session.n_commands);
	run_session(&session, argc, argv);
	pager_end(&session.pager, &session.diagnostics);
	close_output(&session);
	status = session.diagnostics.worst;
	store_close(session.store);
	converters_free(session.converters);
	if (session.data.arena)
		data_close(&session.data);
	redacting_end(&session);
	labels_free(session.labels);
	free(session.arguments.items);
	options_release(&session.options);
	diagnostics_release(&session.diagnostics);
	if (session.ended_by)
		end_by_signal(session.ended_by);
	return (int)status;
}
