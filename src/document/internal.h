/* What the files of room document share. */
#ifndef CASEBOOK_DOCUMENT_INTERNAL_H
#define CASEBOOK_DOCUMENT_INTERNAL_H

#include "casebook/base/escape.h"
#include "casebook/document/document.h"

enum {
	HEADING_LONGEST = 160, /* bytes of a line that can be a heading */
	LONE_LONGEST = 60,     /* characters of a lone line that is a heading */
};

/* lines.c: line starts, blanks, the width at which lines are wrapped. */
void document_find_lines(struct document *document);
/* The line that holds a byte. */
size_t line_at(const struct document *document, size_t offset);
/* The nearest line before or after that is neither blank nor furniture. */
size_t line_before(const struct document *document, size_t line);
size_t line_after(const struct document *document, size_t line);
struct text line_text(const struct document *document, size_t line);
/* Alone, short, beginning with a capital, without a closing mark. */
bool line_lone(const struct document *document, size_t line);
bool line_item(struct text line, size_t *marker); /* bytes of its bullet */
/* The section forms of the layout that a line is, in any scope. */
bool line_is_heading(const struct document *document, size_t line);

/* marks.c: pages, furniture and asides of the layout. */
void marks_find(struct document *document);

/* outline.c: the passages and projects. */
int outline_find(struct document *document);
/* components.c: lone lines that name a component, as passages of their own. */
void components_find(struct document *document);

/* sentences.c: cuts the paragraphs of a reading. */
void sentences_find(struct reading *reading, struct arena *arena,
		    const struct text_words *words);

#endif
