/* The outline while lines are read. Within room document only. */
#ifndef CASEBOOK_DOCUMENT_OUTLINE_H
#define CASEBOOK_DOCUMENT_OUTLINE_H

#include "internal.h"

/* Where a passage begins. */
struct boundary {
	size_t offset;	 /* of the line */
	size_t order;	 /* in which they were put down */
	size_t body;	 /* where the text behind the heading begins */
	size_t body_end; /* 0: where the next passage begins */
	size_t project;
	struct text name; /* of the section or region */
	struct text
		heading; /* where it is no line: a column's name; or empty */
	struct part part;
};

struct outline {
	struct document *document;
	struct boundary *items;
	size_t n_items, capacity;
	size_t project; /* NO_PROJECT before the first */
	size_t n_projects, title_capacity;
	struct span *titles; /* of the projects, bytes of the text */
	size_t section;	     /* NO_SECTION outside sections */
	const struct region *region;
	bool entries;	       /* an entry of the contents table was seen */
	struct span component; /* of the heading that names one */
	bool ended;	       /* a region stands behind the only project */
	/* A section of one line that still waits for it, or has had it. */
	enum { LINE_ANY, LINE_WANTED, LINE_HAD } one_line;
	/* The first cell of the row in hand, and its line; NULL: no row. */
	const struct mark *row;
	size_t row_line;
	bool row_wide; /* another cell stands on that line too */
	bool row_left; /* rows are projects, and one was read just now */
	size_t *seen;  /* by section: its line, from 1, in this project; or 0 */
	struct text *listed; /* titles of the contents table */
	size_t n_listed, listed_capacity;
};

/* boundary.c. The boundary lives until the next is put down. */
struct boundary *put_boundary(struct outline *outline, size_t offset,
			      size_t body, struct text name);
/* A project whose title is this span; its first passage begins at offset. */
void begin_project(struct outline *outline, size_t offset, struct span title);
/* Text that no heading claims goes on, from offset, in the section in hand. */
void resume_section(struct outline *outline, size_t offset);

/* regions.c: a region begins with this line. */
void begin_region(struct outline *outline, size_t line,
		  const struct region *region);
/* Is the line taken by the contents table? The first other line ends it. */
bool in_contents(struct outline *outline, size_t line);

/*
 * cells.c: a line with cells of a table or with fields of the front matter that
 * the layout asks for. False: it has none.
 */
bool read_cells(struct outline *outline, size_t line);

/* passages.c: what was read becomes the report's passages and projects. */
void outline_keep(struct outline *outline);

#endif
