/*
 * Fields of a layout's own. A field is read from the first section or line that
 * holds it and says something; a list from all of them. By its type the value
 * is what is printed, or the number, date or choice that is.
 */
#include "amount.h"
#include "date.h"
#include "field_value.h"

static const char rule_name[] = "field.layout";

static bool
read_number(struct finding *finding, struct text text, struct span within)
{
	struct extraction *extraction = finding->extraction;
	struct amount amount;

	if (!amount_read(extraction->rules, extraction->report->arena, text,
			 within, finding->field->scale, &amount))
		return false;
	finding->value = amount.value;
	finding->span = amount.span;
	finding->origin = ORIGIN_RESOLVED;
	return true;
}

static bool
read_date(struct finding *finding, struct text text, struct span within)
{
	const struct extraction *extraction = finding->extraction;
	struct date date;

	if (!date_alone(text, within, &date) &&
	    (!date_next(extraction->rules, extraction->report->published, text,
			within, within.offset, &date) ||
	     date.year == 0))
		return false;
	finding->value = date_text(extraction->report->arena, &date);
	finding->span = date.span;
	finding->origin = ORIGIN_RESOLVED;
	return true;
}

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
		return field_choice(finding, text, within);
	case FIELD_IS_LIST:
		return field_list(finding, text, within);
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

/* A form with boxes of which none is ticked: it was not filled in. */
static bool
is_unticked(const struct layout_field *field, struct text text,
	    struct span within)
{
	struct option option;

	if (field->type != FIELD_IS_CHOICE && field->type != FIELD_IS_LIST)
		return false;
	if (!has_boxes(text, within))
		return false;
	for (size_t at = within.offset;
	     next_option(text, within, &at, &option);)
		if (option.ticked)
			return false;
	return true;
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
	bool nothing;

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
	nothing = says_nothing(finding->extraction->rules,
			       text_at(reading->text, within));
	/* "geen" may be a word of a choice. */
	if (nothing && field->type != FIELD_IS_CHOICE)
		return;
	if (!read_value(&next, reading, within)) {
		if (!nothing && !is_unticked(field, reading->text, within))
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
