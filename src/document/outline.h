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
	bool asks_matter; /* the layout, for fields of the front matter */
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
	size_t title_end; /* what stands before it is of a title of more lines
			   */
	size_t row_end;	  /* what stands before it is of a row that was read */
	bool in_table;	  /* the last line was of such a row */
	bool in_pairs;	  /* whose cells are keys and values */
	bool row_left;	  /* rows are projects, and one was read just now */
	struct span row_title; /* of that project */
	/* By section: */
	size_t *seen;	  /* its line, from 1, in this project; or 0 */
	size_t *forms;	  /* of its headings, the one that stood there */
	unsigned *levels; /* of the marked heading that began it; 0: none did */
	bool *told;	  /* that its heading stands twice */
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

struct heading_line;
struct found;

/* titles.c: the lines of the title above a project's first heading. */
bool title_before(struct outline *outline, size_t line, size_t *first,
		  struct span *title);
/* The title in the heading itself: its group, a key's value, or all of it. */
struct span title_within(const struct outline *outline,
			 const struct heading_line *it,
			 const struct found *found);
/*
 * A title that begins on the line, with what it goes on with in the next ones;
 * apart: also below a blank line. Keeps where it ends.
 */
struct span title_whole(struct outline *outline, size_t line, struct span title,
			bool apart);

/* openings.c */
/* Does a project of a series begin with this section, on this line? */
bool begins_project(const struct outline *outline, size_t line, size_t section);
/*
 * Begins one whose heading stands on the line, at `from`; within: the title, if
 * the heading is to hold it. False: there is no title.
 */
bool begin_titled(struct outline *outline, size_t line, size_t from,
		  struct span within);
/*
 * Both for a heading that is a line; *from: where the text of its section
 * begins at the earliest.
 */
bool begin_of_series(struct outline *outline, const struct heading_line *it,
		     const struct found *found, size_t *from);
/* Its heading begins at `from`, or stands, as a project's title, before it. */
void begin_section(struct outline *outline, size_t line,
		   const struct found *found, size_t from);
/* Where a pair ends that another, at `start` of the line's text, follows. */
size_t pair_end(const struct outline *outline, const struct heading_line *it,
		size_t start);

/* outline.c: behind a section of one line comes what no heading claims. */
void leave_one_line(struct outline *outline);

/* matter.c: fields of the front matter on a line. False: it has none. */
bool read_matter(struct outline *outline, size_t line);

/*
 * rows.c: a line of a row that the layout asks for. False: it is none; a table
 * above it has ended.
 */
bool read_row(struct outline *outline, size_t line);
/* A cell or field as a passage from `offset` on, whose body it is. */
struct boundary *put_marked(struct outline *outline, size_t offset,
			    const struct mark *mark, size_t section);
/* Is a cell of the row that begins on the line the heading of the section? */
bool row_names(const struct document *document, size_t now, size_t line,
	       size_t section);

/* passages.c: what was read becomes the report's passages and projects. */
void outline_keep(struct outline *outline);
/* listed.c: the titles of the contents table against those of the projects. */
void compare_titles(const struct outline *outline);

#endif
