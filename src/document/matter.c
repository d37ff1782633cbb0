/*
 * Front matter in the outline: it stands above the title of the one project,
 * and is its own. Each field that the layout asks for is a passage.
 */
#include "marked.h"
#include "outline.h"

static bool
is_title(const struct document *document, const struct mark *mark)
{
	struct arena *scratch = arena_new();
	bool is = document->layout->title_rule == TITLE_MARK &&
		  mark_is(scratch, mark, &document->layout->title_mark);

	arena_free(scratch);
	return is;
}

static void
read_field(struct outline *outline, size_t offset, const struct mark *mark)
{
	const struct document *document = outline->document;

	if (!document->layout->one || outline->ended)
		return;
	if (outline->project == NO_PROJECT)
		outline->project = 0; /* the title is still to come */
	if (outline->n_projects == 0 && is_title(document, mark)) {
		begin_project(outline, offset, mark->span);
		outline->items[outline->n_items - 1].body_end =
			span_end(mark->span);
		return;
	}
	put_marked(outline, offset, mark, mark_section(document, mark));
}

bool
read_matter(struct outline *outline, size_t line)
{
	const struct document *document = outline->document;
	size_t offset = document->lines[line].start, from = 0;
	const struct mark *mark;
	bool any = false;

	if (!outline->asks_matter)
		return false;
	while ((mark = line_mark(document, line, MARK_FRONT_MATTER, &from))) {
		read_field(outline, offset, mark);
		offset = span_end(mark->span);
		any = true;
	}
	return any;
}
