/*
 * Fields of a layout's own. A field is read from the first section or line that
 * holds it and says something; a list from all of them. By its type the value
 * is what is printed, or the number, date or choice that is.
 */
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "extraction.h"

#include "casebook/text/fold.h"

static const char rule_name[] = "field.layout";

/* What was found for one field, so far. */
struct finding {
	struct extraction *extraction;
	const struct layout_field *field;
	const struct reading *reading; /* of its evidence; NULL: none yet */
	struct span span;	       /* of the reading */
	struct text value;
	enum origin origin;
};

/* --- numbers ---------------------------------------------------------------*/

static bool
digit_at(struct text text, size_t at)
{
	return at < text.len && is_digit((unsigned char)text.bytes[at]);
}

static bool
three_digits(struct text text, size_t at)
{
	return digit_at(text, at) && digit_at(text, at + 1) &&
	       digit_at(text, at + 2) && !digit_at(text, at + 3);
}

/*
 * A number as Dutch writes it: "1.250", "7,5", "-3"; a point is a decimal one
 * unless three digits follow.
 */
static struct text
number_at(struct arena *arena, struct text text, size_t from, size_t *end)
{
	struct buffer number = {NULL, 0, 0};
	struct text made;
	size_t at = from;
	bool decimals = false;

	if (from > 0 && text.bytes[from - 1] == '-' &&
	    (from == 1 || text.bytes[from - 2] == ' '))
		buffer_add_byte(&number, '-');
	for (; at < text.len; at++) {
		char c = text.bytes[at];

		if (digit_at(text, at)) {
			buffer_add_byte(&number, c);
			continue;
		}
		if ((c != '.' && c != ',') || !digit_at(text, at + 1) ||
		    decimals)
			break;
		if (c == '.' && three_digits(text, at + 1))
			continue;
		buffer_add_byte(&number, '.');
		decimals = true;
	}
	*end = at;
	made = arena_text(arena, buffer_text(&number));
	buffer_release(&number);
	return made;
}

static bool
read_number(struct finding *finding, struct text text, struct span within)
{
	for (size_t at = within.offset; at < span_end(within); at++) {
		size_t end;

		if (!digit_at(text, at))
			continue;
		finding->value = number_at(finding->extraction->report->arena,
					   text, at, &end);
		if (text_starts(finding->value, "-"))
			at--;
		finding->span = span_of(at, end);
		finding->origin = ORIGIN_RESOLVED;
		return true;
	}
	return false;
}

/* --- dates and choices -----------------------------------------------------*/

static bool
read_date(struct finding *finding, struct text text, struct span within)
{
	const struct extraction *extraction = finding->extraction;
	struct date date;

	if (!date_next(extraction->rules, extraction->report->published, text,
		       within, within.offset, &date) ||
	    date.year == 0)
		return false;
	finding->value = date_text(extraction->report->arena, &date);
	finding->span = date.span;
	finding->origin = ORIGIN_RESOLVED;
	return true;
}

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

/* The leftmost of its words; of two at one place the longer. */
static bool
read_choice(struct finding *finding, struct text text, struct span within)
{
	const struct layout_field *field = finding->field;
	struct buffer folded = {NULL, 0, 0};
	struct span word;
	size_t at = within.offset, longest = 0;

	while (longest == 0 && fold_next_word(text, &at, &folded, &word) &&
	       word.offset < span_end(within)) {
		for (size_t i = 0; i < field->n_words; i++) {
			size_t end = choice_end(field->words[i], text, within,
						word.offset);

			if (end <= longest)
				continue;
			longest = end;
			finding->value = field->words[i];
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

/* --- lists -----------------------------------------------------------------*/

/* Items are lines, or, on one line, parted by semicolons, else by commas. */
static bool
read_list(struct finding *finding, struct text text, struct span within)
{
	struct text all = text_at(text, within);
	const char *signs[] = {"\n", ";", ","};
	struct text glue = TEXT("\n"), made = TEXT("");

	for (size_t i = 0; i < 3; i++) {
		glue = text_of(signs[i]);
		if (text_find(all, glue, 0) < all.len)
			break;
	}
	for (size_t at = 0; at <= all.len;) {
		size_t end = text_find(all, glue, at);
		struct text item = text_trim(text_sub(all, at, end - at));

		if (item.len > 0)
			made = arena_format(finding->extraction->report->arena,
					    "%.*s%s%.*s", TEXT_ARG(made),
					    made.len ? "; " : "",
					    TEXT_ARG(item));
		at = end + 1;
	}
	finding->value = made;
	finding->span = within;
	finding->origin = ORIGIN_RESOLVED;
	return made.len > 0;
}

/* --- one field -------------------------------------------------------------*/

static bool
read_printed(struct finding *finding, const struct reading *reading,
	     struct span within)
{
	finding->span = reading_value(reading, within,
				      &finding->extraction->rules->text);
	finding->value = reading_at(reading, finding->span);
	finding->origin = ORIGIN_PRINTED;
	return finding->value.len > 0;
}

static bool
read_value(struct finding *finding, const struct reading *reading,
	   struct span within)
{
	struct text text = reading->text;

	switch (finding->field->type) {
	case FIELD_IS_NUMBER:
		return read_number(finding, text, within);
	case FIELD_IS_DATE:
		return read_date(finding, text, within);
	case FIELD_IS_CHOICE:
		return finding->field->set.len
			       ? read_cue(finding, text, within)
			       : read_choice(finding, text, within);
	case FIELD_IS_LIST:
		return read_list(finding, text, within);
	case FIELD_IS_TEXT:
		break;
	}
	return read_printed(finding, reading, within);
}

static void
advise_unread(const struct finding *finding, const struct reading *reading,
	      struct span within)
{
	const struct layout_field *field = finding->field;
	struct text what =
		field->type == FIELD_IS_CHOICE ? TEXT("choice") : field->scale;

	if (field->type == FIELD_IS_NUMBER)
		what = TEXT("number");
	extraction_advise(finding->extraction, DIAGNOSTIC_FIELD_UNREAD, reading,
			  within,
			  arena_format(finding->extraction->report->arena,
				       "no %.*s is read here for the field "
				       "%.*s",
				       TEXT_ARG(what), TEXT_ARG(field->name))
				  .bytes);
}

/* Holds a stretch against the field; keeps what it says. */
static void
look_at(struct finding *finding, const struct reading *reading,
	struct span within)
{
	const struct layout_field *field = finding->field;
	struct finding next = *finding;
	struct match match;
	unsigned group;

	if (within.len == 0 ||
	    (finding->reading && field->type != FIELD_IS_LIST))
		return;
	if (field->pattern) {
		if (!pattern_match(field->pattern,
				   text_at(reading->text, within), 0, &match))
			return;
		group = pattern_group(field->pattern, "value");
		if (!match.set[group] || match.groups[group].len == 0)
			return;
		match.groups[group].offset += within.offset;
		within = match.groups[group];
	}
	if (!read_value(&next, reading, within)) {
		advise_unread(finding, reading, within);
		return;
	}
	if (finding->reading) { /* a list goes on in another passage */
		finding->value = arena_format(
			finding->extraction->report->arena, "%.*s; %.*s",
			TEXT_ARG(finding->value), TEXT_ARG(next.value));
		return;
	}
	next.reading = reading;
	*finding = next;
}

static bool
is_held(const struct holding *holds, size_t n, size_t field)
{
	for (size_t i = 0; i < n; i++)
		if (holds[i].what == HOLDS_FIELD && holds[i].field == field)
			return true;
	return false;
}

static void
look_in_passage(struct finding *finding, size_t field, size_t passage)
{
	struct document *document = finding->extraction->document;
	size_t section = document->parts[passage].section;
	const struct section *held;
	const struct reading *reading;

	if (section == NO_SECTION)
		return;
	held = &document->layout->sections[section];
	if (!is_held(held->holds, held->n_holds, field))
		return;
	reading = document_reading(document, passage);
	look_at(finding, reading, span_of(0, reading->text.len));
}

static void
look_in_lines(struct finding *finding, size_t field)
{
	const struct layout *layout = finding->extraction->document->layout;

	for (size_t i = 0; i < layout->n_lines; i++) {
		const struct line_rule *rule = &layout->lines[i];
		const struct reading *reading;
		struct span span;

		if (!is_held(rule->holds, rule->n_holds, field))
			continue;
		reading = extraction_line(finding->extraction, rule, &span);
		if (reading)
			look_at(finding, reading, span);
	}
}

static void
add_field(struct finding *finding)
{
	struct extraction *extraction = finding->extraction;
	struct text printed = reading_at(finding->reading, finding->span);
	struct fact *fact = extraction_add(extraction, FACT_FIELD, rule_name,
					   finding->reading, finding->span);

	if (finding->origin == ORIGIN_RESOLVED &&
	    text_equal(printed, finding->value))
		finding->origin = ORIGIN_PRINTED;
	extraction_set(extraction, fact, FIELD_FIELD, finding->field->name,
		       finding->reading, finding->span, ORIGIN_CODED);
	extraction_set(extraction, fact, FIELD_VALUE, finding->value,
		       finding->reading, finding->span, finding->origin);
	if (finding->field->scale.len > 0)
		extraction_set(extraction, fact, FIELD_SCALE,
			       finding->field->scale, finding->reading,
			       finding->span, ORIGIN_CODED);
}

void
extract_fields(struct extraction *extraction)
{
	const struct layout *layout = extraction->document->layout;
	const struct project *project =
		&extraction->report->projects[extraction->project];

	for (size_t i = 0; i < layout->n_fields; i++) {
		struct finding finding = {.extraction = extraction,
					  .field = &layout->fields[i]};

		for (size_t j = 0; j < project->n_passages; j++)
			look_in_passage(&finding, i,
					project->first_passage + j);
		look_in_lines(&finding, i);
		if (finding.reading)
			add_field(&finding);
	}
}
