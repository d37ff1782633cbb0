/*
 * What is known of where a stream leads: its width and whether it may be bold.
 * Only a terminal has a width; what is piped or kept in a file is never cut.
 */
#ifndef CASEBOOK_OUTPUT_SCREEN_H
#define CASEBOOK_OUTPUT_SCREEN_H

#include <stdio.h>

#include "casebook/base/text.h"

struct screen {
	size_t width;  /* columns; 0: as wide as it takes */
	bool bold;     /* a terminal, and NO_COLOR is not set */
	bool one_line; /* a table's row takes one line, and is cut to fit */
};

/* $COLUMNS where it is a sensible number, else what the terminal says. */
struct screen screen_of(FILE *stream);

/*
 * Prints a text for people: paragraphs filled to the screen's width (72
 * columns without one), each line behind `indent` blanks, made harmless for a
 * terminal. Empty lines part paragraphs; other line ends are blanks.
 */
void screen_paragraphs(FILE *stream, const struct screen *screen, size_t indent,
		       struct text text);

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
