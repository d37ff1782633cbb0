/*
 * The command line, read once. An option is one typed row: its name, what
 * stands behind it, its help and the field that it fills; help and completion
 * are made from the same rows. Filters (ask/filter.h) are options as well.
 *
 * Options stand before or after arguments; "--" ends them; `--name value` and
 * `--name=value` are one. One that takes COLUMN=VALUE takes as many such words
 * as stand behind it.
 */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include <stdint.h>

#include "casebook/ask/filter.h"
#include "casebook/base/diagnostic.h"
#include "casebook/output/printer.h"

enum { TIME_LIMIT = 30 }; /* seconds that a user's SQL may run */

/* Words of the command line. The items are its own. */
struct arguments {
	const char **items; /* owned */
	size_t n, capacity;
};

/* What the options of a run say. Strings are the command line's own. */
struct options {
	bool help, version;
	const char *database;	     /* NULL: not given */
	const char *data;	     /* folder of data files, or NULL */
	const struct format *format; /* NULL: not given */
	const char *columns;	     /* NULL: the usual ones */
	const char *language;	     /* NULL: of the locale */
	const char *redact;	     /* NULL: nothing */
	const char *dialect;	     /* NULL: none */
	bool no_pager;
	const char *facets; /* names, or NULL */
	const char *sort;   /* columns, or NULL */
	bool reverse;
	const char *limit; /* NULL: none */
	bool count, sql, exact, compounds;
	const char *as;	    /* a source's name, or NULL */
	const char *layout; /* NULL: recognise */
	bool force, dry_run;
	const char *jobs;   /* a number, or NULL: one a processor */
	const char *memory; /* a number of MiB, or NULL: as usual */
	bool evidence;
	const char *section; /* its name, or NULL: all */
	bool marked;
	bool marks;
	bool coverage, repair;
	const char *output;  /* path, or NULL: standard output */
	unsigned time_limit; /* seconds; 0: none */
	bool verbose;
	const char *only;    /* tables to measure, or NULL: all */
	const char *minimum; /* TABLE=F1,… or NULL */
	bool quiet;
	bool update;
	struct arguments where, set, add, drop, confirm; /* COLUMN=VALUE */
	const char *because, *by, *from;
	struct filter *filter; /* owned */
};

/*
 * X(constant, name, letter, argument, type, field, help): argument is "" for
 * what is said by being there. The constants make masks of options.
 */
#define OPTIONS(X) \
	X(HELP, "help", 'h', "", FLAG, help, "show this help") \
	X(VERSION, "version", 'V', "", FLAG, version, \
	  "what casebook version shows, whatever the command") \
	X(DB, "db", 0, "FILE", TEXT, database, \
	  "the casebook (else $CASEBOOK_DB, else casebook.db)") \
	X(DATA, "data", 0, "DIR", TEXT, data, \
	  "layouts and vocabularies that add to, or replace, the built-in") \
	X(FORMAT, "format", 0, "FORMAT", FORMAT, format, "") \
	X(CSV, "csv", 0, "", CSV, format, "short for --format csv") \
	X(JSON, "json", 0, "", JSON, format, "short for --format json") \
	X(COLUMNS, "columns", 0, "A,B,…", TEXT, columns, \
	  "show these columns, in this order") \
	X(LANG, "lang", 0, "nl|en", TEXT, language, \
	  "labels in this language (else that of the locale)") \
	X(REDACT, "redact", 0, "contacts|names", TEXT, redact, \
	  "leave out addresses and telephones, or people's names as well") \
	X(DIALECT, "dialect", 0, "excel-nl", TEXT, dialect, \
	  "CSV as a Dutch Excel opens it") \
	X(NO_PAGER, "no-pager", 0, "", FLAG, no_pager, \
	  "print a long answer straight to the terminal") \
	X(FACET, "facet", 0, "FACET,…", TEXT, facets, \
	  "count the values of these filters among the rows") \
	X(SORT, "sort", 0, "A,B,…", TEXT, sort, \
	  "order by these columns, one with a minus descending") \
	X(REVERSE, "reverse", 'r', "", FLAG, reverse, "the other way round") \
	X(LIMIT, "limit", 0, "N", TEXT, limit, "at most so many rows") \
	X(COUNT, "count", 0, "", FLAG, count, "only how many there are") \
	X(SQL, "sql", 0, "", FLAG, sql, \
	  "print the SQL that answers it, and ask nothing") \
	X(EXACT, "exact", 0, "", FLAG, exact, \
	  "only hits in which the words stand as typed") \
	X(COMPOUNDS, "compounds", 0, "", FLAG, compounds, \
	  "longer words that contain a word asked for as well") \
	X(AS, "as", 0, "NAME", TEXT, as, \
	  "name the source so (of one file only)") \
	X(LAYOUT, "layout", 0, "ID", TEXT, layout, \
	  "read by this layout, whatever the text looks like") \
	X(FORCE, "force", 0, "", FLAG, force, \
	  "read again what has not changed; forget: whom nothing names") \
	X(JOBS, "jobs", 0, "N", TEXT, jobs, \
	  "read at most so many reports at once") \
	X(MEMORY, "memory", 0, "MIB", TEXT, memory, \
	  "keep within so much memory (default 160)") \
	X(DRY_RUN, "dry-run", 'n', "", FLAG, dry_run, \
	  "read and report, but write nothing") \
	X(EVIDENCE, "evidence", 0, "", FLAG, evidence, \
	  "quote the words that prove each fact") \
	X(SECTION, "section", 0, "NAME", TEXT, section, \
	  "only the text under this section, heading or component") \
	X(MARKED, "marked", 0, "", FLAG, marked, \
	  "mark the words that facts rest on, with a legend") \
	X(MARKS, "marks", 0, "", FLAG, marks, \
	  "below each line, what is marked on it: headings, cells, notes") \
	X(COVERAGE, "coverage", 0, "", FLAG, coverage, \
	  "how much of the text is read, and what is passed over") \
	X(REPAIR, "repair", 0, "", FLAG, repair, \
	  "make a damaged search index anew, and change nothing else") \
	X(OUTPUT, "output", 'o', "PATH", TEXT, output, \
	  "write to this file; a folder gets one file a view") \
	X(TIME_LIMIT, "time-limit", 0, "SECONDS", NUMBER, time_limit, \
	  "stop after so long (default 30; 0: never)") \
	X(VERBOSE, "verbose", 'v', "", FLAG, verbose, "the limits as well") \
	X(ONLY, "only", 0, "TABLE,…", TEXT, only, \
	  "measure these tables alone") \
	X(MIN, "min", 0, "TABLE=F1,…", TEXT, minimum, \
	  "exit status 1 when a table falls short of this F1 (soft)") \
	X(QUIET, "quiet", 'q', "", FLAG, quiet, \
	  "the figures alone, not the rows that differ") \
	X(UPDATE, "update", 0, "", FLAG, update, \
	  "write the facts that were found beside the reports, to review") \
	X(WHERE, "where", 0, "COLUMN=VALUE…", PAIRS, where, \
	  "the row with these values") \
	X(SET, "set", 0, "COLUMN=VALUE…", PAIRS, set, \
	  "give this row these values") \
	X(ADD, "add", 0, "COLUMN=VALUE…", PAIRS, add, "add this row") \
	X(DROP, "drop", 0, "COLUMN=VALUE…", PAIRS, drop, \
	  "leave out the row with these values") \
	X(CONFIRM, "confirm", 0, "COLUMN=VALUE…", PAIRS, confirm, \
	  "the row with these values is right: check stops asking") \
	X(BECAUSE, "because", 0, "REASON", TEXT, because, "why") \
	X(BY, "by", 0, "NAME", TEXT, by, \
	  "group by theme, field:NAME, …; correct, forget: who says so") \
	X(FROM, "from", 0, "FILE", TEXT, from, \
	  "record what `export corrections --csv` wrote")

enum option_id {
#define X(constant, name, letter, argument, type, field, help) \
	OPTION_##constant,
	OPTIONS(X)
#undef X
		N_OPTIONS
};

/* A set of options: a bit for each. */
typedef uint64_t option_mask;

#define OPTION_AT(i) ((option_mask)1 << (i))
#define OPTION(constant) OPTION_AT(OPTION_##constant)

/* Taken by every command. */
#define OPTIONS_EVERYWHERE (OPTION(HELP) | OPTION(DB) | OPTION(DATA))
#define OPTIONS_OF_TABLES \
	(OPTION(FORMAT) | OPTION(CSV) | OPTION(JSON) | OPTION(DIALECT) | \
	 OPTION(NO_PAGER) | OPTION(REDACT))
/* Tables that say nothing of the casebook's persons, or can not be cleaned. */
#define OPTIONS_OF_PLAIN_TABLES (OPTIONS_OF_TABLES & ~OPTION(REDACT))
#define OPTIONS_OF_ANSWERS \
	(OPTION(SORT) | OPTION(REVERSE) | OPTION(LIMIT) | OPTION(COUNT) | \
	 OPTION(SQL))

struct option_row {
	const char *name;
	char letter; /* 0: none */
	const char *argument;
	const char *help;
};

extern const struct option_row option_rows[N_OPTIONS];

void options_init(struct options *options);
void options_release(struct options *options);

/*
 * Reads argv[1…]. Every option is read here; options_check then says whether
 * the command takes it. *given is the mask of those that were there. Returns 0,
 * or -1 after messages.
 */
int options_read(struct options *options, struct arguments *arguments,
		 option_mask *given, int argc, char **argv,
		 struct diagnostics *diagnostics);

/*
 * The end of a message about an unknown word: "; did you mean level?", or, when
 * none is near and there are few, "; there are level, stance". Lives in the
 * arena.
 */
const char *suggestion(struct arena *arena, struct text word,
		       const struct text *words, size_t n);

/* The columns of a comma-separated list; items live in the list's string. */
struct columns_asked {
	struct text *items; /* owned */
	size_t n, capacity;
};

void columns_asked_init(struct columns_asked *asked, const char *list);
void columns_asked_release(struct columns_asked *asked);

#endif
