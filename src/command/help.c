/* Help, made from the tables of commands, options, filters and formats. */
#include <stdio.h>
#include <string.h>

#include "casebook/ask/question.h"
#include "casebook/text/width.h"
#include "command.h"

enum { NAME_WIDTH = 26 }; /* columns before what is said of a name */

static void
print_row(FILE *stream, const char *name, const char *argument,
	  const char *help)
{
	size_t width = text_width(text_of(name)) +
		       text_width(text_of(argument)) + (*argument ? 1 : 0);

	fprintf(stream, "  %s%s%s", name, *argument ? " " : "", argument);
	if (width + 4 > NAME_WIDTH) {
		fputc('\n', stream);
		width = 0;
		fputs("  ", stream);
	}
	fprintf(stream, "%*s%s\n", (int)(NAME_WIDTH - 2 - width), "", help);
}

static void
print_paragraphs(FILE *stream, const char *text)
{
	const struct screen page = {.width = 78};

	fputc('\n', stream);
	screen_paragraphs(stream, &page, 0, text_of(text));
}

static void
print_formats(FILE *stream, const char *command)
{
	const struct format *format;

	for (size_t i = 0; (format = format_at(i)); i++)
		if (!format_command(format) ||
		    strcmp(format_command(format), command) == 0)
			print_row(stream, i ? "        " : "--format",
				  format_name(format), format_help(format));
}

static void
print_options(FILE *stream, option_mask mask, const char *command)
{
	for (size_t i = 0; i < N_OPTIONS; i++) {
		const struct option_row *row = &option_rows[i];
		char name[40];

		if (!(mask & OPTION_AT(i)))
			continue;
		if (i == OPTION_FORMAT) {
			print_formats(stream, command);
			continue;
		}
		if (row->letter)
			snprintf(name, sizeof(name), "-%c, --%s", row->letter,
				 row->name);
		else
			snprintf(name, sizeof(name), "--%s", row->name);
		print_row(stream, name, row->argument, row->help);
	}
}

static void
print_filters(FILE *stream)
{
	const struct filter_option *option;

	fputs("\nFilters choose projects; one given twice means or, different "
	      "ones mean and.\nNames match by whole words, else by a part, "
	      "ignoring "
	      "case and accents.\nEach has a counterpart with \"" FILTER_NOT
	      "\" before it: --" FILTER_NOT
	      "theme, projects without.\nA value may be "
	      "written as tables show it, in English or Dutch: youth, jeugd.\n",
	      stream);
	for (size_t i = 0; (option = filter_option_at(i)); i++) {
		char name[40];

		snprintf(name, sizeof(name), "--%s", option->name);
		print_row(stream, name, option->argument, option->help);
	}
}

static void
print_reports(FILE *stream)
{
	const struct question *question;

	fputs("\nReports:\n", stream);
	for (size_t i = 0; (question = question_at(i)); i++)
		if (question->report)
			print_row(stream, question->name, "", question->help);
}

void
help_print_usage(FILE *stream, const struct session *session)
{
	fputs("usage: casebook [--db FILE] [--format F] COMMAND …\n"
	      "       casebook --help | --version\n\n",
	      stream);
	for (size_t i = 0; i < session->n_commands; i++) {
		const struct command *command = &session->commands[i];

		if (command->hidden)
			continue;
		print_row(stream, command->name,
			  strlen(command->arguments) < NAME_WIDTH - 12
				  ? command->arguments
				  : "…",
			  command->summary);
	}
	fputs("\ncasebook COMMAND --help tells more, and casebook(1) all.\n",
	      stream);
}

void
help_print_command(FILE *stream, const struct command *command)
{
	fprintf(stream, "usage: casebook %s%s%s\n", command->name,
		*command->arguments ? " " : "", command->arguments);
	fprintf(stream, "\n%s\n", command->summary);
	if (command->details)
		print_paragraphs(stream, command->details);
	if (command->reports)
		print_reports(stream);
	fputs("\nOptions:\n", stream);
	print_options(stream, command->options | OPTIONS_EVERYWHERE,
		      command->name);
	if (command->filters)
		print_filters(stream);
	fprintf(stream, "\nThe manual: %s.\n",
		command->page ? command->page : "casebook(1)");
}

void
command_help(struct session *session)
{
	const struct command *command;
	const char *name;

	if (session->arguments.n == 0) {
		help_print_usage(stdout, session);
		return;
	}
	name = session->arguments.items[0];
	command = session_find_command(session, name);
	if (command) {
		help_print_command(stdout, command);
		return;
	}
	session_refuse_command(session, name);
}
