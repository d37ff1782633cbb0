/*
 * What is done once so that lines and headings can be compared often: forms and
 * keys listed, a line folded.
 */
#include "headings.h"

#include <string.h>

#include "casebook/text/fold.h"
#include "marked.h"

struct text
heading_unnumbered(struct text line)
{
	size_t marker;

	if (!is_digit(character_at(line, 0)) || !line_item(line, &marker))
		return TEXT("");
	return text_sub(line, marker, line.len - marker);
}

void
heading_line_init(struct heading_line *it, const struct document *document,
		  size_t line)
{
	struct text text = line_text(document, line), behind = TEXT("");

	it->line = line;
	it->mark = line_heading(document, line);
	it->skip = 0;
	if (it->mark)
		while (it->skip < text.len &&
		       strchr("# ", text.bytes[it->skip]))
			it->skip++;
	text = text_sub(text, it->skip, text.len - it->skip);
	it->text = text;
	if (text.len > HEADING_LONGEST)
		text = TEXT("");
	else
		behind = heading_unnumbered(text);
	folded_letters(&it->folded, text);
	folded_letters(&it->folded_behind, behind);
	it->letters = it->folded.text;
	it->unnumbered = it->folded_behind.text;
	it->stock = stock_of(it->letters);
}

void
heading_line_release(struct heading_line *it)
{
	folded_release(&it->folded);
	folded_release(&it->folded_behind);
}

void
headings_init(struct document *document)
{
	const struct layout *layout = document->layout;
	struct arena *arena = document->report->arena;
	size_t n = 0;

	for (size_t i = 0; i < layout->n_sections; i++)
		n += layout->sections[i].n_forms;
	document->forms = arena_alloc(arena, n + 1, sizeof(*document->forms));
	document->keys = arena_alloc(arena, n + 1, sizeof(*document->keys));
	for (size_t i = layout->n_sections; i-- > 0;) {
		for (size_t j = 0; j < layout->sections[i].n_forms; j++) {
			struct form_place place = {
				&layout->sections[i].forms[j], i, j};

			if (place.form->match == HEADING_COLUMN ||
			    place.form->match == HEADING_FRONT_MATTER)
				continue; /* no line is one */
			document->forms[document->n_forms++] = place;
			if (place.form->match == HEADING_KEY)
				document->keys[document->n_keys++] = place;
		}
	}
}
