/*
 * Lines held against headings: what the layout calls a heading is one only
 * where it may stand, alone on its line, and not as a piece of running text.
 */
#include "headings.h"

#include "casebook/text/fold.h"

void
heading_line_init(struct heading_line *it, const struct document *document,
		  size_t line)
{
	it->line = line;
	it->arena = arena_new();
	it->text = line_text(document, line);
	it->letters = it->text.len <= HEADING_LONGEST
			      ? fold_letters(it->arena, it->text)
			      : TEXT("");
}

void
heading_line_release(struct heading_line *it)
{
	arena_free(it->arena);
}

bool
line_is_heading(const struct document *document, size_t line)
{
	const struct layout *layout = document->layout;
	struct heading_line it;
	bool found = false;

	heading_line_init(&it, document, line);
	for (size_t i = 0; i < layout->n_sections && it.letters.len; i++)
		for (size_t j = 0; j < layout->sections[i].n_forms; j++)
			found |= heading_compare(&layout->sections[i].forms[j],
						 it.text, it.letters, NULL,
						 NULL) >= 0;
	heading_line_release(&it);
	return found;
}

/* May this section's heading stand here? */
static bool
in_scope(const struct layout *layout, size_t section, size_t now)
{
	size_t parent = layout->sections[section].parent;

	if (parent == NO_SECTION)
		return true;
	while (now != NO_SECTION) {
		if (now == parent)
			return true;
		now = layout->sections[now].parent;
	}
	return false;
}

/* A line with a mark at its end or a quote before it is no misspelt heading. */
static bool
may_be_misspelt(struct text line)
{
	uint32_t first = character_at(line, 0);
	uint32_t last = character_before(line, line.len);
	size_t marker;

	return last != '.' && last != ',' && last != ';' && last != '!' &&
	       first != '"' && first != 0x201C && first != '(' &&
	       !line_item(line, &marker);
}

/* The sentence of the line above runs on into this line. */
static bool
runs_on(const struct document *document, size_t line)
{
	struct text above;
	uint32_t last;

	if (line == 0 || document->lines[line - 1].blank ||
	    document->lines[line - 1].furniture ||
	    !line_full(document, line - 1, line))
		return false;
	above = line_text(document, line - 1);
	last = character_before(above, above.len);
	if (last == '.')
		return is_abbreviation(above, above.len - 1, document->words);
	return last != '?' && last != '!' && last != ':';
}

/* A heading by key begins a pair only next to another key of its block. */
static bool
key_beside(const struct document *document, size_t line, size_t section)
{
	const struct layout *layout = document->layout;
	size_t others[2] = {line_before(document, line),
			    line_after(document, line)};
	size_t parent = layout->sections[section].parent;

	for (size_t i = 0; i < 2; i++) {
		if (others[i] >= document->n_lines)
			continue;
		for (size_t s = 0; s < layout->n_sections; s++) {
			const struct section *other = &layout->sections[s];

			if (s == section || other->parent != parent ||
			    other->n_forms == 0 ||
			    other->forms[0].match != HEADING_KEY)
				continue;
			if (heading_compare(&other->forms[0],
					    line_text(document, others[i]),
					    TEXT(""), NULL, NULL) == 0)
				return true;
		}
	}
	return false;
}

/* Spans of a line as spans of the document. */
static void
map_found(const struct document *document, const struct heading_line *it,
	  struct found *found)
{
	struct span line = document->lines[it->line].span;
	struct span head = {0, found->rest};

	for (size_t i = 0; i < PATTERN_MOST_GROUPS; i++)
		if (found->groups.set[i])
			found->groups.groups[i] = line_source(
				document, it->line, found->groups.groups[i]);
	found->rest = found->rest < it->text.len
			      ? span_end(line_source(document, it->line, head))
			      : span_end(line);
}

static void
hold_against(const struct document *document, const struct heading_line *it,
	     size_t section, size_t now, struct found *best)
{
	const struct section *own = &document->layout->sections[section];

	for (size_t i = 0; i < own->n_forms; i++) {
		struct found found = {.section = section, .form = i};

		found.faults =
			heading_compare(&own->forms[i], it->text, it->letters,
					&found.groups, &found.rest);
		if (found.faults < 0)
			continue;
		if (found.faults > 0 && !may_be_misspelt(it->text))
			continue;
		if (own->forms[i].match == HEADING_KEY &&
		    (found.faults > 0 ||
		     (now == NO_SECTION &&
		      !key_beside(document, it->line, section))))
			continue;
		if (best->section != NO_SECTION && found.faults >= best->faults)
			continue;
		map_found(document, it, &found);
		*best = found;
	}
}

struct found
find_section(const struct document *document, const struct heading_line *it,
	     size_t now)
{
	struct found best = {.section = NO_SECTION};

	if (it->text.len > HEADING_LONGEST || runs_on(document, it->line))
		return best;
	for (size_t i = document->layout->n_sections; i-- > 0;)
		if (in_scope(document->layout, i, now))
			hold_against(document, it, i, now, &best);
	return best;
}

const struct region *
find_region(const struct document *document, const struct heading_line *it)
{
	const struct layout *layout = document->layout;

	for (size_t i = 0; i < layout->n_regions; i++)
		if (heading_compare(&layout->regions[i].begins, it->text,
				    it->letters, NULL, NULL) >= 0)
			return &layout->regions[i];
	return NULL;
}
