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
/* What a line says, through document->whole; no part of it, no arena. */
struct text line_text(const struct document *document, size_t line);
/* Bytes of the document behind a span of line_text(). */
struct span line_source(const struct document *document, size_t line,
			struct span span);
/* With its indentation, in columns. */
size_t line_width(const struct document *document, size_t line);
/* Wrapped: the first word of `line` had no room on the line `before`. */
bool line_full(const struct document *document, size_t before, size_t line);
/* Alone, short, beginning with a capital, without a closing mark. */
bool line_lone(const struct document *document, size_t line);
bool line_item(struct text line, size_t *marker); /* bytes of its bullet */
bool is_invisible(uint32_t c);

/* reading.c: document->whole, without the asides known so far. */
void document_read_whole(struct document *document);

/* joints.c: what stands between a reading's text so far and a line. */
enum joint { JOINT_NONE, JOINT_BLANK, JOINT_PARAGRAPH };
struct builder;
enum joint find_joint(struct builder *builder, size_t before, size_t line);

/* headings.c: the headings of the layout, for all that is below. */
void headings_init(struct document *document);
/* A section's heading, in any scope. */
bool line_is_heading(const struct document *document, size_t line);

/* marks.c: pages, furniture and asides of the layout. */
struct marker;
void marks_find(struct document *document);
/* running.c: page numbers and running heads. */
void mark_page_numbers(struct marker *marker);
void mark_running_heads(struct marker *marker);
/* repeats.c: paragraphs that stand elsewhere too. */
void mark_repeats(struct marker *marker);

/* outline.c: the passages and projects. */
int outline_find(struct document *document);
/* components.c: lone lines that name a component, as passages of their own. */
void components_find(struct document *document);
/* Has the section, or one that it stands in, components? */
bool has_components(const struct layout *layout, size_t section);

/* The same of a character that is not ASCII. */
size_t character_len_long(struct text text, size_t at);

/* Bytes of the character at `at`, which lies in the text; 1: it is none. */
static inline size_t
character_len(struct text text, size_t at)
{
	return (unsigned char)text.bytes[at] < 0x80
		       ? 1
		       : character_len_long(text, at);
}

/* sentences.c: cuts the paragraphs of a reading. */
void sentences_find(struct reading *reading, struct arena *arena,
		    const struct text_words *words);

#endif
