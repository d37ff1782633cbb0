/*
 * A document from its text and layout: recognising, reading it in order
 * (lines, marks, outline, components), and finding places in it again.
 */
#include "casebook/document/document.h"

#include <stdlib.h>

#include "headings.h"

#include "casebook/text/fold.h"

int
text_words_init(struct text_words *words,
		const struct vocabularies *vocabularies,
		struct diagnostics *diagnostics)
{
	words->abbreviations = vocabulary_table(vocabularies, "text",
						"abbreviations", diagnostics);
	words->joins =
		vocabulary_table(vocabularies, "text", "joins", diagnostics);
	words->hyphens =
		vocabulary_table(vocabularies, "text", "hyphens", diagnostics);
	words->pages =
		vocabulary_table(vocabularies, "text", "pages", diagnostics);
	return words->abbreviations && words->joins && words->hyphens &&
			       words->pages
		       ? 0
		       : -1;
}

/* Is the text that heading? */
static bool
is_heading(const struct heading_form *form, struct text text,
	   struct text letters, struct stock stock)
{
	return letters.len > 0 && !heading_is_far(form, stock) &&
	       heading_compare(form, text, letters, NULL, NULL) >= 0;
}

static bool
is_heading_cell(const struct heading_form *form, struct text cell)
{
	struct folded folded;
	bool is;

	if (cell.len > HEADING_LONGEST)
		return false;
	folded_letters(&folded, cell);
	is = is_heading(form, cell, folded.text, stock_of(folded.text));
	folded_release(&folded);
	return is;
}

static bool
parts_cells(char c)
{
	return c == '\t' || c == '|';
}

/* The same of a cell of a line whose cells are parted by tabs or bars. */
static bool
is_heading_in(const struct heading_form *form, struct text line)
{
	for (size_t from = 0, to; from < line.len; from = to + 1) {
		for (to = from; to < line.len && !parts_cells(line.bytes[to]);)
			to++;
		if ((from > 0 || to < line.len) &&
		    is_heading_cell(form,
				    text_trim(text_sub(line, from, to - from))))
			return true;
	}
	return false;
}

static bool
has_cells(struct text line)
{
	return text_find(line, TEXT("\t"), 0) < line.len ||
	       text_find(line, TEXT("|"), 0) < line.len;
}

/* Which headings of the layout are lines of the text, or cells of lines? */
static bool *
find_headings(const struct document *document, struct arena *arena)
{
	const struct layout *layout = document->layout;
	bool *found = arena_alloc(arena, layout->n_headings + 1, 1);
	size_t left = layout->n_headings;

	for (size_t i = 0; i < document->n_lines && left > 0; i++) {
		struct text printed = text_at(document->report->text,
					      document->lines[i].span);
		bool cells = has_cells(printed);
		struct heading_line it;

		heading_line_init(&it, document, i);
		for (size_t j = 0; j < layout->n_headings; j++) {
			const struct heading_form *form = &layout->headings[j];

			if (found[j] ||
			    (!is_heading(form, it.text, it.letters, it.stock) &&
			     !(cells && is_heading_in(form, printed))))
				continue;
			found[j] = true;
			left--;
		}
		heading_line_release(&it);
	}
	return found;
}

static void
add_missing(struct buffer *missing, const char *kind, struct text what)
{
	buffer_format(missing, "%s%s \"%.*s\"", missing->len ? ", " : "", kind,
		      TEXT_ARG(what));
}

struct glance {
	struct report report;
	struct document document; /* of no layout */
	struct text words;	  /* folded */
};

struct glance *
glance_new(struct text text)
{
	struct glance *glance = memory_new(1, sizeof(*glance));

	glance->report = (struct report){.arena = arena_new(), .text = text};
	glance->document.report = &glance->report;
	document_find_lines(&glance->document);
	document_read_whole(&glance->document);
	glance->words =
		fold_words(glance->report.arena, glance->document.whole->text);
	return glance;
}

void
glance_free(struct glance *glance)
{
	arena_free(glance->report.arena);
	free(glance);
}

size_t
document_recognise(struct arena *arena, const struct layout *layout,
		   const struct glance *glance, struct text *missing)
{
	struct arena *scratch = arena_new();
	struct document document = glance->document;
	struct buffer lacks = {NULL, 0, 0};
	struct text text = document.whole->text, words = glance->words;
	struct match match;
	bool *headings;
	size_t n = 0;

	document.layout = layout;
	headings = find_headings(&document, scratch);
	for (size_t i = 0; i < layout->n_headings; i++) {
		if (headings[i])
			n++;
		else
			add_missing(&lacks, "the heading",
				    layout->headings[i].words);
	}
	for (size_t i = 0; i < layout->n_phrases; i++) {
		struct text phrase = fold_words(scratch, layout->phrases[i]);

		if (text_find(words, phrase, 0) < words.len)
			n++;
		else
			add_missing(&lacks, "the words", layout->phrases[i]);
	}
	for (size_t i = 0; i < layout->n_patterns; i++) {
		if (pattern_match(layout->patterns[i], text, 0, &match))
			n++;
		else
			add_missing(&lacks, "the pattern",
				    pattern_source(layout->patterns[i]));
	}
	if (lacks.len > 0)
		n = 0;
	if (missing)
		*missing = arena_text(arena, buffer_text(&lacks));
	buffer_release(&lacks);
	arena_free(scratch);
	return n;
}

int
document_read(struct document *document, struct report *report,
	      const struct layout *layout, const struct text_words *words)
{
	*document = (struct document){
		.report = report, .layout = layout, .words = words};
	report->layout = layout->name;
	headings_init(document);
	document_find_lines(document);
	document_read_whole(document);
	marks_find(document);
	if (outline_find(document) < 0)
		return -1;
	components_find(document);
	document->readings = arena_alloc(report->arena, report->n_passages + 1,
					 sizeof(*document->readings));
	return 0;
}

const struct holding *
document_holds(const struct document *document, size_t passage, enum holds what)
{
	size_t section = document->parts[passage].section;

	if (section == NO_SECTION)
		return NULL;
	for (size_t i = 0; i < document->layout->sections[section].n_holds; i++)
		if (document->layout->sections[section].holds[i].what == what)
			return &document->layout->sections[section].holds[i];
	return NULL;
}
