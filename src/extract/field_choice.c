/* Fields that are a choice or a list, and what is ticked for them. */
#include <string.h>

#include "cue_find.h"
#include "field_value.h"
#include "rules.h"

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

/* The end of a choice's words, if they stand here as whole words; or 0. */
static size_t
choice_end(struct text choice, struct text text, struct span within, size_t at)
{
	struct buffer a = {NULL, 0, 0}, b = {NULL, 0, 0};
	struct text inside = text_sub(text, 0, span_end(within));
	size_t in_choice = 0, end = 0;
	struct span word;
	bool same = true;

	while (same && fold_next_word(choice, &in_choice, &a, &word)) {
		same = fold_next_word(inside, &at, &b, &word) &&
		       text_equal(buffer_text(&a), buffer_text(&b));
		end = span_end(word);
	}
	buffer_release(&a);
	buffer_release(&b);
	return same ? end : 0;
}

/* The leftmost of its words, or their forms; of two at one place the longer. */
static bool
read_word(struct finding *finding, struct text text, struct span within)
{
	const struct layout_field *field = finding->field;
	struct buffer folded = {NULL, 0, 0};
	struct span word;
	size_t at = within.offset, longest = 0;

	while (longest == 0 && fold_next_word(text, &at, &folded, &word) &&
	       word.offset < span_end(within)) {
		for (size_t i = 0; i < field->n_forms; i++) {
			const struct choice_form *form = &field->forms[i];
			size_t end = choice_end(form->text, text, within,
						word.offset);

			if (end <= longest)
				continue;
			longest = end;
			finding->value = field->words[form->word];
			finding->span = span_of(word.offset, end);
			finding->origin = ORIGIN_CODED;
		}
	}
	buffer_release(&folded);
	return longest > 0;
}

static bool
read_cue(struct finding *finding, struct text text, struct span within)
{
	const struct layout_field *field = finding->field;
	struct extraction *extraction = finding->extraction;
	const struct cues *cues = vocabulary_set(
		extraction->rules->vocabularies, field->vocabulary.bytes,
		field->set.bytes, &extraction->report->diagnostics);
	struct cue_hit hit;

	if (!cues || !cues_next(cues, text, within, within.offset, &hit))
		return false;
	finding->span = hit.span;
	finding->value = hit.cue->label ? text_of(hit.cue->label)
					: text_at(text, hit.span);
	finding->origin = ORIGIN_CODED;
	return true;
}

static bool
read_stretch(struct finding *finding, struct text text, struct span within)
{
	return finding->field->set.len ? read_cue(finding, text, within)
				       : read_word(finding, text, within);
}

/* Of a form's boxes the first that is ticked counts. */
bool
field_choice(struct finding *finding, struct text text, struct span within)
{
	struct option option;

	if (!has_boxes(text, within))
		return read_stretch(finding, text, within);
	for (size_t at = within.offset;
	     next_option(text, within, &at, &option);)
		if (option.ticked && read_stretch(finding, text, option.words))
			return true;
	return false;
}

/* --- lists -----------------------------------------------------------------*/

static void
add_item(struct finding *finding, struct text item)
{
	item = text_trim(item);
	if (text_ends(item, ".") &&
	    !is_abbreviation(item, item.len - 1,
			     &finding->extraction->rules->text))
		item.len--;
	if (item.len == 0 || says_nothing(finding->extraction->rules, item))
		return;
	finding->value =
		arena_format(finding->extraction->report->arena, "%.*s%s%.*s",
			     TEXT_ARG(finding->value),
			     finding->value.len ? "; " : "", TEXT_ARG(item));
}

/*
 * Does the comma part two items? On a line among others it stands as often
 * before what is said of one: "Els Vermeer, voorzitter". There it parts when a
 * name follows, or when the items of the line are no names.
 */
static bool
comma_parts(struct text line, size_t comma, bool alone)
{
	size_t next = comma + 1;
	uint32_t c;

	/* "7,5" */
	if (comma > 0 && is_digit(character_at(line, comma - 1)) &&
	    is_digit(character_at(line, next)))
		return false;
	while (next < line.len && is_blank(character_at(line, next)))
		next += utf8_read(text_sub(line, next, line.len - next), &c);
	return alone || is_lower(character_at(line, 0)) ||
	       !is_lower(character_at(line, next));
}

/* The last item behind commas, which may be two: "wandelen en fietsen". */
static void
add_last(struct finding *finding, struct text item)
{
	struct span all = span_of(0, item.len);
	struct cue_hit hit;

	if (!cue_first(finding->extraction->rules->list_breaks, item, all,
		       &hit) ||
	    strcmp(hit.cue->label, "and") != 0 || hit.span.offset == 0 ||
	    (hit.span.offset > 1 && item.bytes[hit.span.offset - 2] == '-')) {
		add_item(finding, item);
		return;
	}
	add_item(finding, text_sub(item, 0, hit.span.offset));
	add_item(finding, text_sub(item, span_end(hit.span),
				   item.len - span_end(hit.span)));
}

/*
 * The items of a line: parted by semicolons, else by commas and, behind the
 * last comma, by "en".
 */
static void
read_line(struct finding *finding, struct text line, bool alone)
{
	bool semicolons = text_find(line, TEXT(";"), 0) < line.len;
	size_t from = 0;

	for (size_t at = 0; at < line.len; at++) {
		if (semicolons ? line.bytes[at] != ';'
			       : line.bytes[at] != ',' ||
					 !comma_parts(line, at, alone))
			continue;
		add_item(finding, text_sub(line, from, at - from));
		from = at + 1;
	}
	line = text_sub(line, from, line.len - from);
	if (from > 0 && !semicolons && alone)
		add_last(finding, line);
	else
		add_item(finding, line);
}

static void
read_ticked(struct finding *finding, struct text text, struct span within)
{
	struct option option;

	for (size_t at = within.offset;
	     next_option(text, within, &at, &option);)
		if (option.ticked)
			add_item(finding, text_at(text, option.words));
}

static void
read_lines(struct finding *finding, struct text all)
{
	bool alone = text_find(all, TEXT("\n"), 0) == all.len;

	for (size_t at = 0; at < all.len;) {
		size_t end = text_find(all, TEXT("\n"), at);

		read_line(finding, text_trim(text_sub(all, at, end - at)),
			  alone);
		at = end + 1;
	}
}

bool
field_list(struct finding *finding, struct text text, struct span within)
{
	finding->value = TEXT("");
	finding->span = within;
	finding->origin = ORIGIN_RESOLVED;
	if (has_boxes(text, within))
		read_ticked(finding, text, within);
	else
		read_lines(finding, text_at(text, within));
	return finding->value.len > 0;
}
