/*
 * Pages of a PDF drawn in letters. Each letter stands in a place 6 points wide,
 * each line is 22 points below the one before, blanks of three or more part
 * what pdftotext tells as another line, blank lines part its blocks, and a form
 * feed pages, of 600 by 800 points. A line that begins with ~ is in small type.
 */
#ifndef CASEBOOK_TESTS_DRAWING_H
#define CASEBOOK_TESTS_DRAWING_H

/* What the pages become: the text, and a line "[kind value: words]" for each
 * mark; "[bare: 2, 3]" for pages without a word. */
void reads(const char *drawing, const char *text);
/* The same of what pdftotext told. */
void boxes_read_as(const char *boxes, const char *text);

#endif
