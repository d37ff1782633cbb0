/*
 * What is known of where a stream leads: its width, whether it may be bold, in
 * which words its reader is spoken to (output/labels.h), and what is left out
 * of all that it gets (output/redact.h). Every printer gets it. Only a terminal
 * has a width; what is piped or kept in a file is never cut.
 */
#ifndef CASEBOOK_OUTPUT_SCREEN_H
#define CASEBOOK_OUTPUT_SCREEN_H

#include <stdio.h>

#include "casebook/base/text.h"

struct buffer;
struct labels;
struct redaction;

struct screen {
	size_t width;  /* columns; 0: as wide as it takes */
	bool bold;     /* styles: a terminal that can, and no NO_COLOR */
	bool one_line; /* a table's row takes one line, and is cut to fit */
	size_t indent; /* blanks before each line of a table; columns */
	/* Columns of a table that are left out last: A,B,… or NULL. */
	const char *telling;
	/* The words of the reader's language; NULL: the data's own names. */
	const struct labels *labels;
	/* What is left out (output/redact.h); NULL: nothing. */
	struct redaction *redaction;
};

/* $COLUMNS where it is a sensible number, else what the terminal says. */
struct screen screen_of(FILE *stream);

/* What is set off by its looks, each in its own. */
enum screen_style {
	STYLE_HEAD, /* bold */
	STYLE_KEY,  /* what names a row, a project */
	STYLE_HIT,  /* words that were searched for */
	STYLE_WARNING,
};

/*
 * What is printed before and behind words of a style; both take no room, and
 * are empty where nothing may be set off.
 */
const char *screen_style(const struct screen *screen, enum screen_style style);
const char *screen_plain(const struct screen *screen);

/*
 * Adds a text that came from outside as the screen may show it: without what is
 * left out, and harmless for a terminal. All below do so themselves.
 */
void screen_add(struct buffer *out, const struct screen *screen,
		struct text text);

/*
 * Prints a text for people: paragraphs filled to the screen's width (72
 * columns without one), each line behind `indent` blanks, made harmless for a
 * terminal. Empty lines part paragraphs, and an item of a list (a dash, a
 * bullet, "1.") begins a line; other line ends are blanks.
 */
void screen_paragraphs(FILE *stream, const struct screen *screen, size_t indent,
		       struct text text);

/*
 * The same behind a label, which stands two columns from the edge: the text
 * begins at `indent` and goes on below itself.
 */
void screen_labelled(FILE *stream, const struct screen *screen, size_t indent,
		     struct text label, struct text text);

/*
 * Prints harmless lines as they are; on a terminal that is too narrow for one,
 * it goes on two columns behind where it began.
 */
void screen_lines(FILE *stream, const struct screen *screen, struct text lines);

/*
 * A stretch of a text that is set off, with a label behind it; one without a
 * label is bold instead of underlined.
 */
struct screen_mark {
	struct span span;
	struct text label;
};

/*
 * The same, with marks: `[words]{label}`, or, where it may be bold, underlined
 * words (bold ones inside others) with {label}. The marks stand in order, outer
 * ones before those inside; each lies within another or apart from it, is not
 * empty, and neither begins nor ends with white space.
 */
void screen_marked(FILE *stream, const struct screen *screen, size_t indent,
		   struct text text, const struct screen_mark *marks,
		   size_t n_marks);

#endif
