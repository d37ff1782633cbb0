/* Regions: stretches of no project, such as the contents table and the back. */
#include "outline.h"

#include "casebook/base/memory.h"

void
begin_region(struct outline *outline, size_t line, const struct region *region)
{
	struct document *document = outline->document;
	struct span span = document->lines[line].span;
	struct boundary *boundary;

	outline->region = region;
	outline->one_line = LINE_ANY;
	outline->entries = false;
	outline->section = NO_SECTION;
	if (outline->n_projects > 0) {
		outline->project = NO_PROJECT;
		outline->ended = document->layout->one;
	}
	boundary = put_boundary(outline, document->lines[line].start,
				span_end(span), region->name);
	boundary->part.heading = span;
	boundary->project = NO_PROJECT;
}

static void
keep_entry(struct outline *outline, struct text line, const struct match *match)
{
	unsigned group = pattern_group(outline->region->entry, "title");

	outline->entries = true;
	outline->listed =
		array_grow(outline->listed, outline->n_listed,
			   &outline->listed_capacity, sizeof(struct text));
	outline->listed[outline->n_listed++] =
		text_trim(text_at(line, match->groups[group]));
}

bool
in_contents(struct outline *outline, size_t line)
{
	struct match match;
	struct text text;

	if (!outline->region || !outline->region->entry)
		return false;
	text = line_text(outline->document, line);
	if (pattern_match(outline->region->entry, text, 0, &match)) {
		keep_entry(outline, text, &match);
		return true;
	}
	if (!outline->entries)
		return true;
	outline->region = NULL;
	put_boundary(outline, outline->document->lines[line].start,
		     outline->document->lines[line].start, TEXT("front"));
	return false;
}
