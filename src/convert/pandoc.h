/*
 * From pandoc's JSON to text and marks: a paragraph, heading, list item or row
 * of a table is a line; a blank line parts them, but for items and rows.
 * Headings, items, cells and front matter are marked; notes and captions are
 * furniture. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_PANDOC_H
#define CASEBOOK_CONVERT_PANDOC_H

#include "casebook/base/report.h"

#include "formats.h"
#include "tree.h"

/* The text and marks while they are written. */
struct page {
	struct arena *arena; /* of the values of marks */
	struct buffer text;
	struct mark *marks; /* owned: free() */
	size_t n_marks, capacity;
	size_t values; /* bytes of the marks' values */
	size_t most;   /* bytes that text and marks may take; 0: no limit */
	const struct tree **notes; /* owned; met, and not yet written */
	size_t n_notes, notes_capacity;
	size_t lists;	  /* how many lists we are in */
	bool begun;	  /* the outermost of them has its first line */
	size_t flat;	  /* not 0: all on one line */
	size_t flat_from; /* where that line's part begins */
	struct text item; /* the marker of an item that begins; or empty */
	bool joined;	  /* the next block goes on behind what is there */
	size_t rows;	  /* of tables that we are in: no indent for them */
	bool has_main;	  /* a division says that it is the page's story */
	bool begun_story; /* something but the ways to other places is there */
	size_t in_main;	  /* not 0: we are in it */
	size_t apart;	  /* not 0: we are in what is no part of it */
};

/*
 * Writes the whole document. Returns 0, or -1: the page is full, or *fault says
 * what is wrong with the JSON. Release the page in both cases.
 */
int pandoc_write(struct page *page, struct text json, struct words unseen,
		 const char **fault);
void page_release(struct page *page);
/* A cell that spans rows is written in each, so little may become much. */
bool page_is_full(const struct page *page);

/* page.c: lines and marks. */
void page_begin(struct page *page); /* a new line, as a block of its own */
void page_take_back(struct page *page, size_t len); /* to that length */
void page_add(struct page *page, struct text text);
void page_mark(struct page *page, enum mark_kind kind, size_t from,
	       struct text value); /* from there to the end; not if empty;
				    * the value lives as long as the page */

/* pandoc_inlines.c: a list of inlines. */
void write_inlines(struct page *page, const struct tree *inlines);
/* pandoc_blocks.c: a list of blocks. */
void write_blocks(struct page *page, const struct tree *blocks);
void write_block(struct page *page, const struct tree *block);
/* pandoc_apart.c: is it, or one inside it, the division of the page's story? */
bool block_has_main(const struct tree *block);
bool division_is_main(const struct tree *content);
/* What is the block, if it is no part of the page's story? NULL: it is one. */
const char *block_apart(const struct page *page, const struct tree *block);
bool attributes_have_class(const struct tree *attributes, const char *name);
/* pandoc_lists.c: the content of a list. */
void write_bullets(struct page *page, const struct tree *items);
void write_ordered(struct page *page, const struct tree *content);
void write_definitions(struct page *page, const struct tree *items);
/* pandoc_table.c: the content of a table; its cells are blocks again. */
typedef void blocks_writer(struct page *page, const struct tree *blocks);
void write_table(struct page *page, const struct tree *content,
		 blocks_writer *write_cells);
/* pandoc_meta.c: front matter. */
void write_meta(struct page *page, const struct tree *meta,
		struct words unseen);

#endif
