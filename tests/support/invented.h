/*
 * Invented reports whose paragraphs and sentences are known, and the outward
 * forms in which the same report can come: line ends, wrapping, pages,
 * furniture, asides, ways of writing a letter or a blank.
 */
#ifndef TESTS_SUPPORT_INVENTED_H
#define TESTS_SUPPORT_INVENTED_H

#include <stdint.h>

#include "casebook/base/memory.h"

/* A generator of pseudo-random numbers (splitmix64). */
struct chance {
	uint64_t state;
};

size_t chance_below(struct chance *chance, size_t n);
bool chance_percent(struct chance *chance, size_t percent);

enum block_kind { BLOCK_TITLE, BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_ITEM };

struct block {
	enum block_kind kind;
	struct text text;	/* as a reading gives it */
	struct span *sentences; /* of the text */
	size_t n_sentences;
};

struct invented {
	struct arena *arena;
	struct block *blocks;
	size_t n_blocks, capacity;
};

/* The layout that reads them: casebook-layout in YAML. */
extern const char invented_layout[];

void invented_init(struct invented *invented, struct chance *chance);
void invented_release(struct invented *invented);

/* An outward form; all zero is the plain one. */
struct form {
	const char *line_end; /* NULL: "\n" */
	bool byte_order_mark;
	bool decomposed; /* letter and mark apart */
	bool ligatures;
	bool blanks;	  /* other blanks between words */
	bool trailing;	  /* blanks at line ends */
	bool indented;	  /* list items that hang */
	bool divided;	  /* words divided at line ends */
	bool invisible;	  /* soft hyphens, zero-width characters */
	bool extra_lines; /* more blank lines */
	bool asides;
	bool furniture;
	bool page_numbers, running_heads;
	size_t wrap; /* columns; 0: a paragraph is a line */
	size_t page; /* lines (about); 0: no pages */
};

void form_choose(struct form *form, struct chance *chance);
/* What makes the form, for a message: "CRLF wrap=72 asides". */
void form_describe(const struct form *form, struct buffer *out);
/* Appends the report in this form to out. */
void form_write(const struct form *form, const struct invented *invented,
		struct chance *chance, struct buffer *out);

#endif
