/*
 * A report's text seen through a layout: lines, marks, passages, projects. It
 * fills in the report's marks, passages and projects, and gives readings of
 * its passages.
 *
 * Invariant (lossless): every byte of the text belongs to exactly one passage.
 */
#ifndef CASEBOOK_DOCUMENT_DOCUMENT_H
#define CASEBOOK_DOCUMENT_DOCUMENT_H

#include "casebook/base/report.h"
#include "casebook/document/reading.h"
#include "casebook/layout/layout.h"
#include "casebook/layout/vocabulary.h"

struct line {
	struct span span; /* without its end and the blanks around it */
	size_t start;	  /* of the line itself */
	bool blank;
	bool furniture;
};

/* What the outline knows of a passage beside what the report keeps. */
struct part {
	size_t section;			 /* of the layout, or NO_SECTION */
	const struct heading_form *form; /* of its heading, or NULL */
	struct match groups;   /* of the form's pattern, bytes of the text */
	struct span heading;   /* bytes of the text */
	struct span component; /* bytes of the text; len 0: none */
	bool title;	       /* the passage of a project's title */
};

/* Words that cutting and joining text asks for (vocabulary `text`). */
struct text_words {
	const struct table *abbreviations; /* whose stop ends no sentence */
	const struct table *joins;   /* words that no sentence ends with */
	const struct table *hyphens; /* beginnings that keep their hyphen */
	const struct table *pages;   /* words before a page number */
};

/* A heading of the layout, and which of the forms of a section it is. */
struct form_place {
	const struct heading_form *form;
	size_t section, index;
};

struct document {
	struct report *report;
	const struct layout *layout;
	const struct text_words *words;
	/* The headings in the order in which they are held against a line:
	 * those of the last section first. Those by key once more. */
	struct form_place *forms, *keys;
	size_t n_forms, n_keys;
	struct line *lines;
	size_t n_lines;
	size_t wrap; /* width of wrapped lines in columns; 0: not wrapped */
	struct span *asides; /* bytes of the text, in order, apart */
	size_t n_asides;
	size_t *aside_times; /* how often each pattern of the layout matched */
	/* Each line of the text on a line, without paragraphs and sentences. */
	const struct reading *whole;
	size_t *starts;	     /* of the lines in it, and one past the last */
	struct part *parts;  /* one for each passage of the report */
	struct span *titles; /* one for each project, bytes of the text */
	const struct reading **readings; /* by passage, made when asked for */
	/*
	 * The readings that are made while `sieve` is set get maps of cues,
	 * which live in `maps` until they are dropped.
	 */
	const struct cue_sieve *sieve;
	struct arena *maps;
	struct reading **mapped; /* owned */
	size_t n_mapped, mapped_capacity;
};

/* Returns 0, or -1 after a message: the vocabulary lacks one. */
int text_words_init(struct text_words *words,
		    const struct vocabularies *vocabularies,
		    struct diagnostics *diagnostics);

/* A text as it is seen before its layout is known. It must outlive this. */
struct glance;

struct glance *glance_new(struct text text);
void glance_free(struct glance *glance);

/*
 * Does the layout fit this text? Returns how much speaks for it (0: it does
 * not fit; then *missing, if not NULL, says what was looked for and not found,
 * in the arena).
 */
size_t document_recognise(struct arena *arena, const struct layout *layout,
			  const struct glance *glance, struct text *missing);

/*
 * Reads report->text with a layout. The report's arena holds all. Returns 0,
 * or -1 after a message (no project in it).
 */
int document_read(struct document *document, struct report *report,
		  const struct layout *layout, const struct text_words *words);

/* The reading of a passage's body (of a title's passage: of the title). */
const struct reading *document_reading(struct document *document,
				       size_t passage);
/* The reading of any stretch of the text. In the report's arena. */
const struct reading *document_read_span(struct document *document,
					 struct span span);

/* Begins to make maps of the cues of a sieve; drops those made so far. */
void document_map_cues(struct document *document,
		       const struct cue_sieve *sieve);
/* Drops the maps, and makes no more. */
void document_drop_cues(struct document *document);

/* Is the stop at `offset` that of an abbreviation (e.o., B.V.)? */
bool is_abbreviation(struct text text, size_t offset,
		     const struct text_words *words);
/*
 * A value as the codebook wants it: without white space around it and without
 * one closing full stop; the stop of an abbreviation stays.
 */
struct span reading_value(const struct reading *reading, struct span span,
			  const struct text_words *words);

/* Line of a byte, from 1. */
size_t document_line(const struct document *document, size_t offset);
struct place document_place(const struct document *document, size_t offset);
/* The reading of one line, from 0. */
const struct reading *document_line_reading(struct document *document,
					    size_t line);
/* The lines [first, end) on which a span of the text stands, from 0. */
void document_lines(const struct document *document, struct span span,
		    size_t *first, size_t *end);
/* What a passage holds of this kind; NULL: nothing. */
const struct holding *document_holds(const struct document *document,
				     size_t passage, enum holds what);

#endif
