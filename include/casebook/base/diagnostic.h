/*
 * What is wrong, and where. Every message of the program is one row of the
 * table below; it reads `casebook: file:line: level: text`. The exit status
 * of a run is the worst status of the messages that it gave.
 *
 * Messages are in the user's words, name the offending text in quotes (see
 * diagnostic_quote) and say what to do next.
 */
#ifndef CASEBOOK_BASE_DIAGNOSTIC_H
#define CASEBOOK_BASE_DIAGNOSTIC_H

#include "casebook/base/memory.h"
#include "casebook/base/text.h"

/* DESIGN: 0 done, 1 refused or not found, 2 wrong usage, 3 impossible. */
enum exit_status {
	STATUS_DONE = 0,
	STATUS_REFUSED = 1,
	STATUS_USAGE = 2,
	STATUS_IMPOSSIBLE = 3,
};

enum severity {
	SEVERITY_NOTE,
	SEVERITY_ADVICE,
	SEVERITY_WARNING,
	SEVERITY_ERROR
};

/* clang-format off */
/* X(constant, code, severity, exit status) */
#define DIAGNOSTICS(X) \
	X(USAGE, "usage", ERROR, USAGE) \
	X(NOT_FOUND, "not-found", ERROR, REFUSED) \
	X(EMPTY_ANSWER, "empty-answer", NOTE, DONE) \
	X(PROGRESS, "progress", NOTE, DONE) \
	X(GROUPS_OVERLAP, "groups-overlap", NOTE, DONE) \
	X(FORMULA, "formula", NOTE, DONE) \
	X(REDACTED, "redacted", NOTE, DONE) \
	X(FILE_SYSTEM, "file-system", ERROR, IMPOSSIBLE) \
	X(FILE_REFUSED, "file-refused", ERROR, REFUSED) \
	X(FILE_SKIPPED, "file-skipped", WARNING, DONE) \
	X(OUTPUT, "output", ERROR, IMPOSSIBLE) \
	X(DATABASE, "database", ERROR, IMPOSSIBLE) \
	X(INVARIANT, "invariant", ERROR, REFUSED) \
	X(YAML, "yaml", ERROR, USAGE) \
	X(LAYOUT, "layout", ERROR, USAGE) \
	X(VOCABULARY, "vocabulary", ERROR, USAGE) \
	X(PATTERN, "pattern", ERROR, USAGE) \
	X(PATTERN_SLOW, "pattern-slow", ERROR, REFUSED) \
	X(EXAMPLE_FAILED, "example-failed", ERROR, REFUSED) \
	X(FALLS_SHORT, "falls-short", ERROR, REFUSED) \
	X(DIFFERENT, "different", NOTE, REFUSED) \
	X(VALUE_UNKNOWN, "value-unknown", WARNING, DONE) \
	X(NO_LAYOUT, "no-layout", ERROR, REFUSED) \
	X(LAYOUT_UNFIT, "layout-unfit", NOTE, DONE) \
	X(NO_PROJECT, "no-project", ERROR, REFUSED) \
	X(KEY_TAKEN, "key-taken", ERROR, REFUSED) \
	X(SOURCE_CLASH, "source-clash", ERROR, REFUSED) \
	X(SOURCE_REPLACED, "source-replaced", NOTE, DONE) \
	X(SOURCE_SAME, "source-same", NOTE, DONE) \
	X(CONTROL_CHARACTER, "control-character", WARNING, DONE) \
	X(TEXT_UNREAD, "text-unread", WARNING, DONE) \
	X(PAGE_BARE, "page-bare", WARNING, DONE) \
	X(FRONT_MATTER, "front-matter", WARNING, DONE) \
	X(VOCABULARY_UNKNOWN, "vocabulary-unknown", WARNING, DONE) \
	X(HEADING_TWICE, "heading-twice", WARNING, DONE) \
	X(HEADING_UNKNOWN, "heading-unknown", ADVICE, DONE) \
	X(HEADING_SPELLING, "heading-spelling", ADVICE, DONE) \
	X(TITLE_DIFFERS, "title-differs", ADVICE, DONE) \
	X(SECTION_MISSING, "section-missing", ADVICE, DONE) \
	X(SECTION_EMPTY, "section-empty", ADVICE, DONE) \
	X(REPAIRED, "repaired", ADVICE, DONE) \
	X(ADDRESS_UNMATCHED, "address-unmatched", ADVICE, DONE) \
	X(DATE_UNCLEAR, "date-unclear", ADVICE, DONE) \
	X(PLACE_UNKNOWN, "place-unknown", ADVICE, DONE) \
	X(LIST_UNCLEAR, "list-unclear", ADVICE, DONE) \
	X(QUOTE_UNCLEAR, "quote-unclear", ADVICE, DONE) \
	X(GRADE_UNREAD, "grade-unread", ADVICE, DONE) \
	X(GRADE_RANGE, "grade-range", WARNING, DONE) \
	X(MOMENT_UNCLEAR, "moment-unclear", ADVICE, DONE) \
	X(STANCE_MIXED, "stance-mixed", ADVICE, DONE) \
	X(FIELD_UNREAD, "field-unread", ADVICE, DONE) \
	X(THEME_NONE, "theme-none", ADVICE, DONE) \
	X(FORGOTTEN, "forgotten", ADVICE, DONE) \
	X(ORGANISATION_SPELLING, "organisation-spelling", ADVICE, DONE)
/* clang-format on */

enum diagnostic_code {
#define X(constant, code, severity, status) DIAGNOSTIC_##constant,
	DIAGNOSTICS(X)
#undef X
		N_DIAGNOSTIC_CODES
};

/* Where: each part may be missing (NULL or 0). Lines and columns from 1. */
struct place {
	const char *file;
	size_t line;
	size_t column;
	size_t offset; /* bytes from the start of the source's text */
};

struct diagnostic {
	enum diagnostic_code code;
	struct place where; /* where.file belongs to the list */
	struct text message;
};

/*
 * A list of messages. With print set each is also printed on standard error
 * when it comes (advice never is: it is for `casebook check`), its level in a
 * colour where that is a terminal and NO_COLOR is not set.
 */
struct diagnostics {
	struct arena *arena;
	struct diagnostic *items;
	size_t n_items, capacity;
	enum exit_status worst;
	bool print;
	bool colour; /* what is printed: standard error is a terminal */
	/* Columns of a line that stands there, and is to be overwritten. */
	size_t line_shown;
	/* Adds a message as it may be printed; NULL: as it is. */
	void (*clean)(struct buffer *out, struct text message, void *cleaner);
	void *cleaner; /* the caller's */
	/*
	 * A file of which the line is printed below a message, with a caret
	 * below the column; NULL: none. Both are the caller's.
	 */
	const char *quoted_file;
	struct text quoted;
};

void diagnostics_init(struct diagnostics *diagnostics, bool print);
void diagnostics_release(struct diagnostics *diagnostics);

/* Adds one message, and raises diagnostics->worst. */
void diagnose(struct diagnostics *diagnostics, enum diagnostic_code code,
	      struct place where, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* Adds a message made elsewhere (from another list, from a database). */
void diagnostics_add(struct diagnostics *diagnostics,
		     const struct diagnostic *diagnostic);
/* Prints the first n, which were only kept; those that come are printed. */
void diagnostics_tell(struct diagnostics *diagnostics, size_t n);
/* How many messages of this severity or worse the list holds. */
size_t diagnostics_count(const struct diagnostics *diagnostics,
			 enum severity severity);

const char *diagnostic_name(enum diagnostic_code code);
/* By name; N_DIAGNOSTIC_CODES when there is no such code. */
enum diagnostic_code diagnostic_find(struct text name);
enum severity diagnostic_severity(enum diagnostic_code code);
const char *severity_name(enum severity severity);

/*
 * Text for a message, in double quotes: at most 60 characters of it, control
 * characters and marks of direction escaped, bytes that are not UTF-8 as \xHH.
 * Lives in the list's arena.
 */
const char *diagnostic_quote(struct diagnostics *diagnostics, struct text text);

#endif
