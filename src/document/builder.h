/*
 * A reading in the making: text, its map and its paragraphs, grown character
 * by character. Within room document only.
 */
#ifndef CASEBOOK_DOCUMENT_BUILDER_H
#define CASEBOOK_DOCUMENT_BUILDER_H

#include "internal.h"

struct run {
	size_t offset, len;	   /* of the reading */
	size_t source, source_len; /* of the document */
};

struct builder {
	const struct document *document;
	struct buffer text;
	struct run *runs;
	size_t n_runs, run_capacity;
	struct paragraph *paragraphs;
	size_t n_paragraphs, paragraph_capacity;
	size_t aside;	    /* the first of the document that may lie ahead */
	bool lines;	    /* an empty paragraph is kept too */
	bool pending_blank; /* white space was read, nothing behind it yet */
	size_t blank_source;
	bool passed_aside; /* behind that white space */
	/* Marks that stand open in the last paragraph, up to `counted`. */
	size_t counted;
	long quotations, parentheses;
};

/* Sets out to read a stretch of the document. */
void builder_init(struct builder *builder, const struct document *document,
		  struct span span);
/* Adds bytes of the document, without asides, blanks folded. */
void builder_add(struct builder *builder, size_t from, size_t to);
/* The same of a line, or of some of it, when document->whole is there. */
void builder_add_line(struct builder *builder, size_t line, size_t from,
		      size_t to);
/* White space, if what comes is not the first of a paragraph. */
void builder_blank(struct builder *builder, size_t source);
/* source: what of the document stands between two paragraphs. */
void builder_paragraph(struct builder *builder, struct span source, bool item);
/* A line's end, where lines are no paragraphs. */
void builder_end_line(struct builder *builder, struct span source);
/* Takes off the last byte: a hyphen at a line's end. */
void builder_drop(struct builder *builder);
/* The last paragraph so far. */
struct text builder_last(const struct builder *builder);
/* A quotation, or a parenthesis, stands open in the last paragraph. */
bool builder_quoting(struct builder *builder);
bool builder_open(struct builder *builder);
/* map.c: are the span's bytes, one by one, those from `source` on? */
bool reading_is_copy(const struct reading *reading, struct span span,
		     size_t source);
/* Moves all into the arena, without sentences. */
struct reading *builder_finish(struct builder *builder, struct arena *arena);

#endif
