/*
 * The reports read by a layout that knows nothing but page furniture and marks,
 * and their lines in one row.
 */
#include "internal.h"

#include <string.h>

#include "casebook/text/fold.h"

enum { KEY_LONGEST = 50 /* bytes */ };

/* Control characters have no place in a layout. */
static bool
is_clean(struct text text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.bytes[i];

		if (c < 0x20 || c == 0x7f)
			return false;
		if (c == 0xC2 && i + 1 < text.len &&
		    (unsigned char)text.bytes[i + 1] < 0xA0)
			return false;
	}
	return true;
}

/* What the marks of a report say of its lines. */
struct marking {
	unsigned *levels; /* of headings; 0: none */
	bool *used;	  /* a table, the front matter, navigation */
};

/* The number of the line on which a byte stands, from 0. */
static size_t
line_at(const struct document *document, size_t offset)
{
	return document_line(document, offset) - 1;
}

/* Marks in one walk: a report may have many, and many lines. */
static struct marking
read_marks(struct arena *arena, const struct document *document)
{
	const struct report *report = document->report;
	size_t n = document->n_lines + 1;
	struct marking marking = {
		.levels = arena_alloc(arena, n, sizeof(*marking.levels)),
		.used = arena_alloc(arena, n, sizeof(*marking.used)),
	};

	for (size_t i = 0; i < report->n_marks; i++) {
		const struct mark *mark = &report->marks[i];
		size_t first = line_at(document, mark->span.offset);
		size_t last = first;

		if (mark->kind == MARK_HEADING && mark->value.len > 0 &&
		    marking.levels[first] == 0)
			marking.levels[first] =
				(unsigned)(mark->value.bytes[0] - '0');
		/* furniture of the converter's, not found by its look */
		if ((mark->kind == MARK_TABLE_ROW ||
		     (mark->kind == MARK_FURNITURE && mark->value.len > 0)) &&
		    mark->span.len > 0)
			last = line_at(document, span_end(mark->span) - 1);
		else if (mark->kind != MARK_FRONT_MATTER)
			continue;
		for (size_t line = first; line <= last; line++)
			marking.used[line] = true;
	}
	return marking;
}

static struct text
without_hashes(struct text text, unsigned level)
{
	size_t from = 0, to = text.len;

	while (level > 0 && from < to && strchr("# ", text.bytes[from]))
		from++;
	while (level > 0 && to > from && strchr("# ", text.bytes[to - 1]))
		to--;
	return text_sub(text, from, to - from);
}

/* "Startdatum: 1-3-2019" and "Record 3 van 10" differ by numbers too. */
static bool
is_of_form(const struct draft *draft, struct text text)
{
	size_t colon = text_find(text, TEXT(": "), 0);

	return (colon < KEY_LONGEST && colon < text.len) ||
	       draft_is_record(draft, text);
}

static void
add_line(struct draft *draft, size_t source, const struct marking *marking,
	 size_t i)
{
	struct document *document = &draft->documents[source];
	const struct line *line = &document->lines[i];
	struct text printed = text_at(document->report->text, line->span);
	unsigned level = marking->levels[i];
	struct draft_line *added;

	if (line->blank)
		return;
	draft->lines = array_grow(draft->lines, draft->n_lines,
				  &draft->line_capacity, sizeof(*added));
	added = &draft->lines[draft->n_lines++];
	*added = (struct draft_line){
		.source = source,
		.number = i,
		.text = without_hashes(document_line_reading(document, i)->text,
				       level),
		.printed = printed,
		.level = level,
		.above = i == 0 || document->lines[i - 1].blank,
		.below = i + 1 == document->n_lines ||
			 document->lines[i + 1].blank,
		.used = (line->furniture && !is_of_form(draft, printed)) ||
			marking->used[i],
	};
	added->used |= !is_clean(added->text);
}

/* Of page numbers and running heads, which were found? */
static void
note_furniture(struct draft *draft, const struct document *document)
{
	size_t matter = 0; /* where the front matter ends */

	for (size_t i = 0; i < document->report->n_marks; i++)
		if (document->report->marks[i].kind == MARK_FRONT_MATTER)
			matter = span_end(document->report->marks[i].span);
	for (size_t i = 0; i < document->n_lines; i++) {
		struct text text = text_at(document->report->text,
					   document->lines[i].span);
		bool letters = false;

		if (!document->lines[i].furniture || document->lines[i].blank ||
		    is_of_form(draft, text) ||
		    document->lines[i].start <= matter ||
		    strspn(text.bytes, "-=.") >= text.len)
			continue;
		for (size_t j = 0; j < text.len && !letters; j++)
			letters = is_letter((unsigned char)text.bytes[j]);
		draft->page_numbers |= !letters;
		draft->running_heads |= letters;
	}
}

/*
 * Headings of a level that no heading has, and a field without a name: so marks
 * are looked for, and none of them makes a section.
 */
int
draft_read_lines(struct draft *draft)
{
	struct heading_form *forms =
		arena_alloc(draft->arena, 2, sizeof(*forms));
	struct section *section =
		arena_alloc(draft->arena, 1, sizeof(*section));
	struct furniture_rule *rules =
		arena_alloc(draft->arena, 2, sizeof(*rules));
	struct layout *layout = arena_alloc(draft->arena, 1, sizeof(*layout));

	forms[0] = (struct heading_form){.match = HEADING_LEVEL, .level = 9};
	forms[1] = (struct heading_form){.match = HEADING_FRONT_MATTER};
	*section = (struct section){.name = TEXT("text"),
				    .parent = NO_SECTION,
				    .forms = forms,
				    .n_forms = 2};
	rules[0].kind = FURNITURE_PAGE_NUMBERS;
	rules[1].kind = FURNITURE_RUNNING_HEADS;
	*layout = (struct layout){.name = TEXT("draft"),
				  .one = true,
				  .title_rule = TITLE_FIRST_LINE,
				  .sections = section,
				  .n_sections = 1,
				  .furniture = rules,
				  .n_furniture = 2};
	draft->documents = arena_alloc(draft->arena, draft->n_sources,
				       sizeof(*draft->documents));
	for (size_t i = 0; i < draft->n_sources; i++) {
		struct document *document = &draft->documents[i];
		struct marking marking;

		if (document_read(document, draft->reports[i], layout,
				  draft->words->text_words) < 0)
			return -1;
		note_furniture(draft, document);
		marking = read_marks(draft->arena, document);
		for (size_t j = 0; j < document->n_lines; j++)
			add_line(draft, i, &marking, j);
	}
	return 0;
}
