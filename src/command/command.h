/*
 * The commands, and what each of them gets to work with. A command is one row
 * of the table in commands.c: its name, its help, what it needs and its
 * function; main.c does the rest (reads the command line, opens what is needed,
 * checks standard output at the end).
 *
 * A command reports what is wrong in session->diagnostics, whose worst status
 * is the program's; it prints its answer on standard output only.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "casebook/base/data.h"
#include "casebook/convert/convert.h"
#include "casebook/output/screen.h"
#include "casebook/store/store.h"
#include "options.h"
#include "pager.h"

enum command_needs {
	NEEDS_NOTHING = 0,
	NEEDS_DATA = 1,	     /* session->data */
	NEEDS_CASEBOOK = 2,  /* session->store, open for reading */
	WRITES_CASEBOOK = 4, /* it opens session->database itself */
};

struct session {
	const struct command *commands; /* the table */
	size_t n_commands;
	const struct command *command;
	struct options options;
	struct arguments arguments; /* behind the command's name */
	struct diagnostics diagnostics;
	struct data data;
	struct converters *converters; /* see session_converters() */
	struct store *store;
	const char *database;	     /* its path */
	struct screen screen;	     /* of standard output */
	struct labels *labels;	     /* the screen's; NULL: the data's names */
	struct redaction *redaction; /* the screen's; NULL: nothing */
	struct pager pager;	     /* of an answer on a terminal */
	int ended_by; /* the signal that ended the work; 0: none */
};

struct command {
	const char *name;
	const char *arguments; /* for help */
	const char *summary;   /* one line */
	const char *details;   /* paragraphs of help, or NULL */
	const char *page;      /* of the manual; NULL: casebook(1) */
	unsigned needs;	       /* enum command_needs */
	option_mask options;   /* beside OPTIONS_EVERYWHERE */
	bool filters;
	bool reports;	    /* its argument is a report's name */
	bool hidden;	    /* for programs: not in help, any arguments */
	size_t least, most; /* arguments */
	void (*run)(struct session *session);
};

#define ANY_NUMBER ((size_t)-1)

/* The table, in the order of help. */
const struct command *commands_all(size_t *n);

void command_agree(struct session *session);
void command_check(struct session *session);
void command_complete(struct session *session);
void command_correct(struct session *session);
void command_diff(struct session *session);
void command_evaluate(struct session *session);
void command_export(struct session *session);
void command_forget(struct session *session);
void command_help(struct session *session);
void command_ingest(struct session *session);
void command_layout(struct session *session);
void command_list(struct session *session);
void command_rebuild(struct session *session);
void command_remove(struct session *session);
void command_report(struct session *session);
void command_search(struct session *session);
void command_schema(struct session *session);
void command_show(struct session *session);
void command_sql(struct session *session);
void command_text(struct session *session);
void command_version(struct session *session);
void command_vocabulary(struct session *session);

/* Help, made from the tables. */
void help_print_usage(FILE *stream, const struct session *session);
void help_print_command(FILE *stream, const struct command *command);

/* The command of this name; NULL when there is none. */
const struct command *session_find_command(const struct session *session,
					   const char *name);
/* The path of the casebook that the options, else the environment, name. */
const char *session_database(const struct options *options);
/* What reads files that are no plain text, made when it is first needed; NULL
 * after a message: what the data says of it is wrong. */
struct converters *session_converters(struct session *session);
/* A message of usage; for what only the command can see is wrong. */
void session_refuse(struct session *session, const char *problem,
		    const char *word, const char *advice);
void session_refuse_command(struct session *session, const char *name);
/* The text of an argument or option must be UTF-8. Returns 0, or -1. */
int session_check_utf8(struct session *session, const char *word);

#endif
