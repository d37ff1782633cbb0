/*
 * What the marks of a line say: that it is a heading of some level, that it
 * holds cells of a table or fields of the front matter. Within room document
 * only; the marks must have been found (marks_find).
 */
#ifndef CASEBOOK_DOCUMENT_MARKED_H
#define CASEBOOK_DOCUMENT_MARKED_H

#include "internal.h"

/*
 * The next mark of a kind that begins on the line, at or after *from (to begin:
 * 0; to go on: one more than the index that came). NULL: there is none.
 */
const struct mark *line_mark(const struct document *document, size_t line,
			     enum mark_kind kind, size_t *from);
/* The heading that the line is; NULL: it is none. */
const struct mark *line_heading(const struct document *document, size_t line);
unsigned mark_level(const struct mark *mark);

/* Has a form's column or field this mark's name? */
bool mark_is(struct arena *scratch, const struct mark *mark,
	     const struct heading_form *form);
/* The section of a cell or a field of the front matter; NO_SECTION: none. */
size_t mark_section(const struct document *document, const struct mark *mark);

/* Does the layout, in a section or for the title, ask for such marks? */
bool layout_asks(const struct layout *layout, enum heading_match match);

/* shape.c: the marks of plain text that the layout asks for. */
struct marker;
void mark_shapes(struct marker *marker);
/* table.c: the cells of its tables. */
void mark_tables(struct marker *marker);

#endif
