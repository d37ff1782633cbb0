/* Which section or region a line begins. Within room document only. */
#ifndef CASEBOOK_DOCUMENT_HEADINGS_H
#define CASEBOOK_DOCUMENT_HEADINGS_H

#include "internal.h"

#include "casebook/text/folded.h"

/* A line as headings are held against it; it must not be moved. */
struct heading_line {
	size_t line;
	struct text text, letters; /* as read; folded, empty for a long line */
	struct text unnumbered;	 /* folded, without "1." before it; or empty */
	struct stock stock;	 /* of the letters */
	const struct mark *mark; /* the heading that the line is; or NULL */
	size_t skip; /* bytes of the line before the text: the "##" of a heading
		      */
	struct folded folded, folded_behind; /* where the letters live */
};

void heading_line_init(struct heading_line *it, const struct document *document,
		       size_t line);
void heading_line_release(struct heading_line *it);
/* Behind the number of a numbered line: "1. Wat is het doel?" */
struct text heading_unnumbered(struct text line);

struct found {
	size_t section, form; /* NO_SECTION: none */
	int faults;
	struct match groups; /* bytes of the document */
	size_t rest;	     /* where the heading ends, byte of the document */
	size_t behind;	     /* the same, byte of the line's text */
};

/* Which section does a line begin, if any, inside section `now`? */
struct found find_section(const struct document *document,
			  const struct heading_line *it, size_t now);
/*
 * The next key of a block behind the first of a line, such as Jaar in "Plaats:
 * Gouda   Jaar: 2019": a colon stands behind it, or a wide gap before it. from:
 * where to look, *start: where the key begins; both bytes of it->text.
 */
struct found find_pair(const struct document *document,
		       const struct heading_line *it, size_t now, size_t from,
		       size_t *start);
/* Does such a pair stand behind a wide gap or sign, and a colon behind its key?
 */
bool is_set_apart(const struct document *document,
		  const struct heading_line *it, const struct found *found,
		  size_t start);
/*
 * The section that the cell of a table names, all of it, but for a colon at the
 * end: by a heading that is a line, a key or a pattern. rest: its end.
 */
struct found find_in_cell(const struct document *document, struct span cell,
			  size_t now);
/* NULL: it begins none. */
const struct region *find_region(const struct document *document,
				 const struct heading_line *it);

#endif
