/*
 * Lines held against headings: what the layout calls a heading is one only
 * where it may stand, alone on its line, and not as a piece of running text.
 */
#include "headings.h"

#include <string.h>

#include "casebook/text/fold.h"
#include "marked.h"

/* Is it the heading, but for the number before it? */
static bool
is_numbered(const struct heading_line *it, const struct heading_form *form)
{
	return form->match == HEADING_LINE && it->unnumbered.len > 0 &&
	       text_equal(form->letters, it->unnumbered);
}

/* Is it the heading, and nothing else, without a fault? */
static bool
is_same_line(const struct heading_line *it, const struct heading_form *form)
{
	return (form->match == HEADING_LINE &&
		text_equal(form->letters, it->letters)) ||
	       is_numbered(it, form);
}

/* Tells of most forms, at little cost, that the line is not that heading. */
static bool
is_ruled_out(const struct heading_line *it, const struct heading_form *form)
{
	return heading_is_far(form, it->stock) && !is_numbered(it, form);
}

/* A form held against a line, by its words or by the mark of its level. */
static int
hold(const struct heading_line *it, const struct heading_form *form,
     struct match *groups, size_t *rest)
{
	struct match found;
	int faults;

	if (form->match != HEADING_LEVEL) {
		faults = heading_compare(form, it->text, it->letters, groups,
					 rest);
		return is_numbered(it, form) ? 0 : faults;
	}
	*rest = it->text.len;
	if (!it->mark || mark_level(it->mark) != form->level)
		return -1;
	if (!form->pattern)
		return 0;
	if (!pattern_match(form->pattern, it->text, 0, &found))
		return -1;
	*groups = found;
	return 0;
}

bool
line_is_heading(const struct document *document, size_t line)
{
	struct heading_line it;
	struct match groups;
	bool found = false;
	size_t rest;

	if (line_text(document, line).len == 0)
		return false;
	heading_line_init(&it, document, line);
	for (size_t i = 0; i < document->n_forms && it.letters.len && !found;
	     i++) {
		const struct heading_form *form = document->forms[i].form;

		found = !is_ruled_out(&it, form) &&
			hold(&it, form, &groups, &rest) >= 0;
	}
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
	size_t marker;

	if (document->wrap == 0 || line == 0 ||
	    document->lines[line - 1].blank ||
	    document->lines[line - 1].furniture ||
	    line_item(line_text(document, line), &marker) ||
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
	struct span head = {0, it->skip + found->rest};

	found->behind = found->rest;

	for (size_t i = 0; i < PATTERN_MOST_GROUPS; i++) {
		struct span *group = &found->groups.groups[i];

		group->offset += it->skip;
		if (found->groups.set[i])
			*group = line_source(document, it->line, *group);
	}
	found->rest = found->rest < it->text.len
			      ? span_end(line_source(document, it->line, head))
			      : span_end(line);
}

/* Is what ends here a key with a colon, which nothing else needs to prove? */
static bool
has_colon(struct text line, size_t rest)
{
	return rest > 0 && rest <= line.len && line.bytes[rest - 1] == ':';
}

/* Is what was found one, misspelt as it may be, at this place? */
static bool
may_be(const struct document *document, const struct heading_line *it,
       size_t section, size_t now, const struct found *found)
{
	bool key =
		document->layout->sections[section].forms[found->form].match ==
		HEADING_KEY;

	if (key && has_colon(it->text, found->rest))
		return true;
	if (found->faults > 0 && (key || !may_be_misspelt(it->text)))
		return false;
	return !key || now != NO_SECTION ||
	       key_beside(document, it->line, section);
}

static void
hold_against(const struct document *document, const struct heading_line *it,
	     const struct form_place *place, size_t now, struct found *best)
{
	struct found found = {.section = place->section, .form = place->index};

	found.faults = hold(it, place->form, &found.groups, &found.rest);
	if (found.faults < 0)
		return;
	if (it->text.len > HEADING_LONGEST && !has_colon(it->text, found.rest))
		return;
	if (!may_be(document, it, place->section, now, &found))
		return;
	if (best->section != NO_SECTION && found.faults >= best->faults)
		return;
	map_found(document, it, &found);
	*best = found;
}

/* Is it, letter by letter, a heading that is a whole line and may stand here?
 */
static bool
is_exact(const struct document *document, const struct heading_line *it,
	 size_t now)
{
	for (size_t i = 0; i < document->n_forms; i++)
		if (is_same_line(it, document->forms[i].form) &&
		    in_scope(document->layout, document->forms[i].section, now))
			return true;
	return false;
}

/*
 * The form with the fewest faults, of these the first. Where there is one
 * without, lines that are spelt otherwise need not be compared.
 */
static struct found
find_form(const struct document *document, const struct heading_line *it,
	  size_t now)
{
	struct found best = {.section = NO_SECTION};
	bool exact = is_exact(document, it, now);

	for (size_t i = 0; i < document->n_forms; i++) {
		const struct form_place *place = &document->forms[i];

		if (exact && place->form->match == HEADING_LINE
			    ? !is_same_line(it, place->form)
			    : is_ruled_out(it, place->form))
			continue;
		if (in_scope(document->layout, place->section, now))
			hold_against(document, it, place, now, &best);
		if (best.section != NO_SECTION && best.faults == 0)
			break;
	}
	return best;
}

struct found
find_section(const struct document *document, const struct heading_line *it,
	     size_t now)
{
	struct found best = {.section = NO_SECTION};
	bool is_long = it->text.len > HEADING_LONGEST;

	if ((is_long && document->n_keys == 0) || runs_on(document, it->line))
		return best;
	if (!is_long)
		return find_form(document, it, now);
	for (size_t i = 0; i < document->n_keys; i++)
		if (in_scope(document->layout, document->keys[i].section, now))
			hold_against(document, it, &document->keys[i], now,
				     &best);
	return best;
}

/* Does a wide gap, or a sign that parts pairs, stand before this word? */
static bool
stands_apart(const struct document *document, const struct heading_line *it,
	     size_t at)
{
	struct span blank = line_source(
		document, it->line, span_of(it->skip + at - 1, it->skip + at));

	return blank.len > 1 ||
	       document->report->text.bytes[blank.offset] == '\t' ||
	       (at > 1 && strchr("|;", it->text.bytes[at - 2]));
}

bool
is_set_apart(const struct document *document, const struct heading_line *it,
	     const struct found *found, size_t start)
{
	return has_colon(it->text, found->behind) &&
	       stands_apart(document, it, start);
}

/* Without regard to case: does the text begin as the key does? */
static bool
begins_alike(const struct heading_form *key, struct text text)
{
	unsigned char first = (unsigned char)text.bytes[0];

	if (!is_digit(first) && (first >= 0x80 || !is_letter(first)))
		return true; /* what it is folded to is not known */
	return (unsigned char)key->letters.bytes[0] ==
	       (is_digit(first) ? first : first | 0x20);
}

/* The key of a section that the rest of a line begins with. */
static bool
pair_at(const struct document *document, const struct heading_line *it,
	size_t now, size_t at, struct found *found)
{
	struct text rest = text_sub(it->text, at, it->text.len - at);

	for (size_t i = 0; i < document->n_keys; i++) {
		const struct form_place *key = &document->keys[i];
		size_t end;

		if (!begins_alike(key->form, rest) ||
		    !in_scope(document->layout, key->section, now) ||
		    heading_compare(key->form, rest, TEXT(""), NULL, &end) !=
			    0 ||
		    !(has_colon(rest, end) || stands_apart(document, it, at)))
			continue;
		*found = (struct found){.section = key->section,
					.form = key->index,
					.rest = at + end};
		map_found(document, it, found);
		return true;
	}
	return false;
}

struct found
find_pair(const struct document *document, const struct heading_line *it,
	  size_t now, size_t from, size_t *start)
{
	struct found found = {.section = NO_SECTION};
	struct text text = it->text;
	size_t at = from > 0 ? from : 1;

	if (document->n_keys == 0)
		return found;
	while ((at = text_find(text, TEXT(" "), at - 1) + 1) < text.len) {
		if (pair_at(document, it, now, at, &found)) {
			*start = at;
			break;
		}
		at++;
	}
	return found;
}

/* A cell held against a form: a key, too, is all of it. */
static int
hold_cell(const struct heading_form *form, struct text cell,
	  struct text letters, struct text unnumbered, struct match *groups)
{
	struct heading_form whole = *form;

	if (form->match == HEADING_KEY)
		whole.match = HEADING_LINE;
	if (whole.match == HEADING_LINE && unnumbered.len > 0 &&
	    text_equal(form->letters, unnumbered))
		return 0;
	if (whole.match != HEADING_LINE && whole.match != HEADING_PATTERN)
		return -1;
	return heading_compare(&whole, cell, letters, groups, NULL);
}

struct found
find_in_cell(const struct document *document, struct span cell, size_t now)
{
	const struct layout *layout = document->layout;
	struct found best = {.section = NO_SECTION};
	struct text text = text_at(document->report->text, cell);
	struct arena *scratch;
	struct text letters, unnumbered;

	if (text.len == 0 || text.len > HEADING_LONGEST)
		return best;
	if (text_ends(text, ":"))
		text = text_trim(text_sub(text, 0, text.len - 1));
	scratch = arena_new();
	letters = fold_letters(scratch, text);
	unnumbered = fold_letters(scratch, heading_unnumbered(text));
	for (size_t i = layout->n_sections; i-- > 0;) {
		const struct section *section = &layout->sections[i];

		for (size_t j = 0; j < section->n_forms; j++) {
			struct found found = {.section = i,
					      .form = j,
					      .rest = span_end(cell)};

			found.faults =
				in_scope(layout, i, now)
					? hold_cell(&section->forms[j], text,
						    letters, unnumbered,
						    &found.groups)
					: -1;
			if (found.faults < 0 || (best.section != NO_SECTION &&
						 found.faults >= best.faults))
				continue;
			for (size_t k = 0; k < PATTERN_MOST_GROUPS; k++)
				found.groups.groups[k].offset += cell.offset;
			best = found;
		}
	}
	arena_free(scratch);
	return best;
}

const struct region *
find_region(const struct document *document, const struct heading_line *it)
{
	const struct layout *layout = document->layout;

	for (size_t i = 0; i < layout->n_regions; i++)
		if (!heading_is_far(&layout->regions[i].begins, it->stock) &&
		    heading_compare(&layout->regions[i].begins, it->text,
				    it->letters, NULL, NULL) >= 0)
			return &layout->regions[i];
	return NULL;
}
