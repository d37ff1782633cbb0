/* Putting down where a passage begins, and with it where a project does. */
#include "outline.h"

#include "casebook/base/memory.h"
#include "casebook/text/fold.h"

enum { NUMBER_LONGEST = 8 /* bytes of a chapter's number */ };

struct boundary *
put_boundary(struct outline *outline, size_t offset, size_t body,
	     struct text name)
{
	struct boundary *boundary;

	outline->items = array_grow(outline->items, outline->n_items,
				    &outline->capacity, sizeof(*boundary));
	boundary = &outline->items[outline->n_items];
	*boundary = (struct boundary){
		.offset = offset,
		.order = outline->n_items++,
		.body = body,
		.project = outline->project,
		.name = name,
		.part = {.section = NO_SECTION},
	};
	return boundary;
}

/* A title without the number of its chapter: "3. Samen eten", "2.1 Fietsen". */
static struct span
without_number(struct text text, struct span title)
{
	size_t at = title.offset, end = span_end(title);
	bool dot = false;

	while (at < end && (is_digit((unsigned char)text.bytes[at]) ||
			    (at > title.offset &&
			     (text.bytes[at] == '.' || text.bytes[at] == ')'))))
		dot |= !is_digit((unsigned char)text.bytes[at++]);
	if (!dot || at - title.offset > NUMBER_LONGEST || at >= end ||
	    !is_blank(character_at(text, at)))
		return title;
	while (at < end && is_blank(character_at(text, at)))
		at += character_len(text, at);
	return at < end && !is_lower(character_at(text, at)) ? span_of(at, end)
							     : title;
}

void
begin_project(struct outline *outline, size_t offset, struct span title)
{
	const struct document *document = outline->document;
	struct boundary *boundary;

	title = without_number(document->report->text, title);
	outline->titles =
		array_grow(outline->titles, outline->n_projects,
			   &outline->title_capacity, sizeof(*outline->titles));
	outline->titles[outline->n_projects] = title;
	outline->project = outline->n_projects++;
	outline->section = NO_SECTION;
	outline->region = NULL;
	outline->component = (struct span){0, 0};
	outline->one_line = LINE_ANY;
	for (size_t i = 0; i < document->layout->n_sections; i++)
		outline->seen[i] = 0;
	boundary = put_boundary(outline, offset, title.offset, TEXT("titel"));
	boundary->part.title = true;
}

void
resume_section(struct outline *outline, size_t offset)
{
	const struct layout *layout = outline->document->layout;
	size_t section = outline->section;
	struct boundary *boundary = put_boundary(
		outline, offset, offset,
		section == NO_SECTION ? TEXT("overig")
				      : layout->sections[section].name);

	boundary->part.section = section;
	boundary->part.component = outline->component;
}
