/*
 * Places: the municipalities, towns, districts and regions that an area names,
 * one row each. The area's text is cut at commas, slashes, parentheses and the
 * words between names; words around a name (gemeente, regio, e.o.) come off it;
 * what does not begin with a capital ends the list. A hyphen within a name
 * divides it only behind a municipality. A page without an area line has the
 * places that its text says the lab is held in.
 */
#include <stdlib.h>
#include <string.h>

#include "cue_find.h"
#include "extraction.h"
#include "list.h"
#include "place_name.h"
#include "rules.h"

#include "casebook/text/distance.h"
#include "casebook/text/fold.h"

enum { NAME_TO_DOUBT = 6 }; /* letters; shorter ones are alike by chance */

struct placing {
	struct extraction *extraction;
	const struct rules *rules;
	const struct reading *reading;
	const char *rule;
	bool ended;    /* no longer a list of places */
	bool district; /* the list is one of parts of municipalities */
};

static bool
is_place(const struct rules *rules, struct text name)
{
	return table_has(rules->municipalities, name) ||
	       table_has(rules->regions, name);
}

static bool
is_known(struct placing *placing, struct text name)
{
	struct arena *scratch = arena_new();
	struct text letters = fold_letters(scratch, name);
	const struct fact *fact;
	size_t from = 0;
	bool known = false;

	while (!known &&
	       (fact = extraction_find(placing->extraction, FACT_PLACE, &from)))
		known = text_equal(
			letters,
			fold_letters(scratch, fact->values[PLACE_PLACE].text));
	arena_free(scratch);
	return known;
}

/*
 * A place that is no municipality and no region is a district or a village,
 * unless it is a letter off from one: then it may be a slip of pen or scan.
 */
static void
advise_unknown(struct placing *placing, struct span span)
{
	const struct table *known = placing->rules->municipalities;
	struct arena *scratch = arena_new();
	struct text name =
		fold_letters(scratch, reading_at(placing->reading, span));
	struct text word, value;
	struct buffer message = {NULL, 0, 0};

	for (size_t i = 0; name.len >= NAME_TO_DOUBT && message.len == 0 &&
			   table_row(known, i, &word, &value);
	     i++)
		if (distance(name, fold_letters(scratch, word), 1) == 1)
			buffer_format(&message,
				      "no municipality is called that, but "
				      "%.*s is nearly the same",
				      TEXT_ARG(word));
	if (message.len > 0)
		extraction_advise(placing->extraction, DIAGNOSTIC_PLACE_UNKNOWN,
				  placing->reading, span, message.bytes);
	buffer_release(&message);
	arena_free(scratch);
}

static void
add_place(struct placing *placing, struct span span)
{
	struct fact *fact;

	if (span.len == 0 ||
	    is_known(placing, reading_at(placing->reading, span)))
		return;
	if (!placing->district &&
	    !is_place(placing->rules, reading_at(placing->reading, span)))
		advise_unknown(placing, span);
	fact = extraction_add(placing->extraction, FACT_PLACE, placing->rule,
			      placing->reading, span);
	extraction_print(placing->extraction, fact, PLACE_PLACE,
			 placing->reading, span);
}

/* "De Bongerd": an article with a capital, but not before a region's name. */
static bool
is_article_of(struct placing *placing, struct span span,
	      const struct cue_hit *hit)
{
	struct text text = placing->reading->text;
	struct span rest = span_of(span_end(hit->span) + 1, span_end(span));

	return strcmp(hit->cue->label, "article") == 0 &&
	       is_upper(character_at(text, span.offset)) &&
	       is_upper(character_at(text, rest.offset)) &&
	       !is_place_name(placing->rules, text_at(text, rest));
}

/* Words before and behind a name come off it. */
static struct span
strip(struct placing *placing, struct span span)
{
	struct text text = placing->reading->text;
	struct cue_hit hit;

	span = span_trim(placing->reading, span);
	while (cue_first_in(placing->rules->place_leads, placing->reading, span,
			    &hit) &&
	       hit.span.offset == span.offset && hit.span.len < span.len &&
	       !is_place_name(placing->rules, text_at(text, span)) &&
	       !is_article_of(placing, span, &hit)) {
		if (strcmp(hit.cue->label, "article") != 0)
			placing->district =
				strcmp(hit.cue->label, "district") == 0;
		span = span_trim(placing->reading,
				 span_of(span_end(hit.span), span_end(span)));
	}
	if (cue_last_in(placing->rules->place_tails, placing->reading, span,
			&hit) &&
	    span_end(hit.span) + 1 >= span_end(span) &&
	    hit.span.offset > span.offset)
		span = span_trim(placing->reading,
				 span_of(span.offset, hit.span.offset));
	return span;
}

/*
 * With a wind behind it ("Aa-Oost", also "Aa Oost") both Aa and the whole are
 * places; with another name ("Aa-Binnendijk") Aa and Binnendijk; a hyphen in
 * any other name is part of it.
 */
static void
add_name(struct placing *placing, struct span span)
{
	const struct table *municipalities = placing->rules->municipalities;
	struct text text = reading_at(placing->reading, span);
	size_t cut = 0;
	struct text second;
	bool wind;

	if (!is_place(placing->rules, text))
		while (cut < text.len &&
		       !(strchr("- ", text.bytes[cut]) &&
			 table_has(municipalities, text_sub(text, 0, cut))))
			cut++;
	if (cut == 0 || cut == text.len) {
		add_place(placing, span);
		return;
	}
	second = text_sub(text, cut + 1, text.len);
	wind = table_has(placing->rules->winds, second);
	if (wind || text.bytes[cut] == '-')
		add_place(placing, span_of(span.offset, span.offset + cut));
	if (wind || text.bytes[cut] == ' ')
		add_place(placing, span);
	else
		add_place(placing,
			  span_of(span.offset + cut + 1, span_end(span)));
}

/* An institution, or a wind direction by itself. */
static bool
is_none(struct placing *placing, struct span span)
{
	struct text text = placing->reading->text;
	struct cue_hit hit;

	if (is_place(placing->rules, text_at(text, span)))
		return false;
	if (table_has(placing->rules->winds, text_at(text, span)))
		return true;
	return cue_first_in(placing->rules->place_institutions,
			    placing->reading, span, &hit) &&
	       hit.span.offset == span.offset;
}

static void
read_piece(struct placing *placing, struct span span)
{
	struct cue_hit hit;
	uint32_t first;

	span = strip(placing, span);
	if (span.len == 0 || placing->ended ||
	    (cue_first_in(placing->rules->place_leads, placing->reading, span,
			  &hit) &&
	     hit.span.len == span.len))
		return;
	first = character_at(placing->reading->text, span.offset);
	if (!is_upper(first) && first != '\'' && first != 0x2019 &&
	    !is_place(placing->rules, text_at(placing->reading->text, span))) {
		placing->ended = true;
		return;
	}
	if (!is_none(placing, span))
		add_name(placing, span);
}

/*
 * A mark that parts two names, also a hyphen between blanks; the slash of
 * "Alphen a/d Rijn" does not.
 */
static bool
is_separator(struct text text, size_t at)
{
	if (text.bytes[at] == '/' && at >= 2 && at + 2 < text.len &&
	    text.bytes[at - 2] == ' ' && text.bytes[at + 2] == ' ')
		return false;
	if (text.bytes[at] == '-')
		return at > 0 && text.bytes[at - 1] == ' ' &&
		       is_blank(character_at(text, at + 1));
	return strchr("(),;:/\n", text.bytes[at]) != NULL;
}

static void
read_area(struct placing *placing, struct span area)
{
	struct text text = placing->reading->text;
	size_t at = area.offset, start = at;
	struct cue_hit hit;
	bool more;

	placing->district = false;
	if (says_nothing(placing->rules, text_at(text, area)) ||
	    (cue_first_in(placing->rules->place_none, placing->reading, area,
			  &hit) &&
	     hit.span.offset == area.offset))
		return;
	more = cue_next_in(placing->rules->place_splits, placing->reading, area,
			   at, &hit);
	while (at < span_end(area)) {
		size_t len = is_separator(text, at) ? 1 : 0;

		while (more && hit.span.offset < at)
			more = cue_next_in(placing->rules->place_splits,
					   placing->reading, area, at, &hit);
		if (more && hit.span.offset == at && at > start &&
		    !is_in_place_name(placing->rules, text, area, hit.span))
			len = hit.span.len;
		if (len > 0) {
			read_piece(placing, span_of(start, at));
			start = at + len;
		}
		at += len ? len : 1;
	}
	read_piece(placing, span_of(start, span_end(area)));
}

/* The run of capital words behind a cue: "in de wijk Binnendijk". */
static struct span
name_behind(struct text text, size_t from, size_t end)
{
	size_t to = from;

	while (to < end && is_upper(character_at(text, to))) {
		size_t word = to;

		while (word < end && !strchr(" ,.;:()\n", text.bytes[word]))
			word++;
		to = word;
		if (word >= end || text.bytes[word] != ' ')
			break;
		if (!is_upper(character_at(text, word + 1)))
			break;
		to = word + 1;
	}
	return span_of(from, to);
}

/* A municipality that the text names, and how often. */
struct held {
	const struct reading *reading;
	struct span span;
	struct text name;
	size_t n;
};

struct held_list {
	struct held *items;
	size_t n_items, capacity;
};

static void
count_held(struct held_list *list, const struct reading *reading,
	   struct span span)
{
	struct text name = reading_at(reading, span);

	for (size_t i = 0; i < list->n_items; i++) {
		if (text_equal(list->items[i].name, name)) {
			list->items[i].n++;
			return;
		}
	}
	list->items = array_grow(list->items, list->n_items, &list->capacity,
				 sizeof(*list->items));
	list->items[list->n_items++] = (struct held){reading, span, name, 1};
}

/* Counts the municipalities that the text names behind the cues. */
static void
find_held(struct placing *placing, struct held_list *list)
{
	struct text text = placing->reading->text;
	struct span all = span_of(0, text.len);
	struct cue_hit hit;
	size_t from = 0;

	while (cue_next_in(placing->rules->place_held, placing->reading, all,
			   from, &hit)) {
		size_t at = span_end(hit.span) + 1;
		struct span name = name_behind(text, at, text.len);

		from = span_end(hit.span);
		if (name.len > 0 && table_has(placing->rules->municipalities,
					      text_at(text, name)))
			count_held(list, placing->reading, name);
	}
}

static void
find_districts(struct placing *placing)
{
	struct text text = placing->reading->text;
	struct span all = span_of(0, text.len);
	struct cue_hit hit;
	size_t from = 0;

	while (cue_next_in(placing->rules->place_district, placing->reading,
			   all, from, &hit)) {
		struct span name =
			name_behind(text, span_end(hit.span) + 1, text.len);

		from = span_end(hit.span);
		if (name.len > 0)
			add_place(placing, name);
	}
}

/* The municipality named most often as where it is. */
static void
read_held(struct placing *placing)
{
	struct held_list list = {NULL, 0, 0};
	size_t most = 0;
	const struct holding *holding;

	for (size_t passage = 0; extraction_passage(
		     placing->extraction, HOLDS_PLACES, &passage, &holding);
	     passage++) {
		placing->reading = document_reading(
			placing->extraction->document, passage);
		if (holding->prose)
			find_held(placing, &list);
	}
	for (size_t i = 1; i < list.n_items; i++)
		if (list.items[i].n > list.items[most].n)
			most = i;
	if (list.n_items > 0) {
		placing->reading = list.items[most].reading;
		add_place(placing, list.items[most].span);
	}
	free(list.items);
}

/* What the text tells: districts; and, without an area, the municipality. */
static void
read_told(struct placing *placing, bool has_area)
{
	const struct holding *holding;

	placing->rule = "place.held-in";
	if (!has_area)
		read_held(placing);
	for (size_t passage = 0; extraction_passage(
		     placing->extraction, HOLDS_PLACES, &passage, &holding);
	     passage++) {
		placing->reading = document_reading(
			placing->extraction->document, passage);
		if (holding->prose)
			find_districts(placing);
	}
}

/* The area's text, wherever it was found; false when there is none. */
static bool
read_area_of_project(struct placing *placing)
{
	size_t from = 0;
	const struct fact *project =
		extraction_find(placing->extraction, FACT_PROJECT, &from);
	struct span area = project->values[PROJECT_AREA].evidence;

	if (area.len == 0)
		return false;
	placing->reading =
		document_read_span(placing->extraction->document, area);
	read_area(placing, span_of(0, placing->reading->text.len));
	return true;
}

void
extract_places(struct extraction *extraction)
{
	struct placing placing = {
		.extraction = extraction,
		.rules = extraction->rules,
		.rule = "place.area",
	};
	const struct holding *holding;
	bool has_area = read_area_of_project(&placing), told = false;

	for (size_t passage = 0;
	     extraction_passage(extraction, HOLDS_PLACES, &passage, &holding);
	     passage++) {
		told |= holding->prose;
		if (holding->prose)
			continue;
		placing.reading =
			document_reading(extraction->document, passage);
		placing.ended = false;
		if (says_nothing(extraction->rules, placing.reading->text))
			continue;
		read_area(&placing,
			  reading_value(placing.reading,
					span_of(0, placing.reading->text.len),
					&extraction->rules->text));
	}
	if (told)
		read_told(&placing, has_area);
}
