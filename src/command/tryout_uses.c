/*
 * What a layout declares, and how often reports have it: each form of each
 * heading, fields, lone lines, regions, patterns, repairs.
 */
#include <stdlib.h>

#include "casebook/text/fold.h"
#include "tryout_parts.h"

/* --- what there is ---------------------------------------------------------*/

static struct use *
add_use(struct tryout *tryout, enum thing thing, const char *kind,
	struct text name, struct place where)
{
	struct use *use;

	tryout->uses = array_grow(tryout->uses, tryout->n_uses,
				  &tryout->capacity, sizeof(*tryout->uses));
	use = &tryout->uses[tryout->n_uses++];
	*use = (struct use){
		.thing = thing, .kind = kind, .name = name, .where = where};
	return use;
}

static const char *
kind_of_form(const struct heading_form *form)
{
	switch (form->match) {
	case HEADING_KEY:
		return "key";
	case HEADING_COLUMN:
		return "column";
	case HEADING_FRONT_MATTER:
		return "front matter";
	default:
		return "heading";
	}
}

static void
add_section(struct tryout *tryout, size_t number)
{
	const struct section *section = &tryout->layout->sections[number];

	add_use(tryout, THING_SECTION, "section", section->name, section->where)
		->section = number;
	for (size_t i = 0; i < section->n_forms; i++) {
		const struct heading_form *form = &section->forms[i];
		struct text pattern =
			form->match == HEADING_LEVEL && form->pattern
				? pattern_source(form->pattern)
				: TEXT("");
		struct use *use =
			add_use(tryout, THING_FORM, kind_of_form(form),
				arena_format(tryout->arena, "%.*s: %.*s%s%.*s",
					     TEXT_ARG(section->name),
					     TEXT_ARG(form->words),
					     pattern.len ? ", " : "",
					     TEXT_ARG(pattern)),
				form->where);

		use->form = form;
		use->section = number;
	}
	if (section->components)
		add_use(tryout, THING_COMPONENTS, "components", section->name,
			section->where)
			->section = number;
}

/* Where a pattern of the layout stands. */
static struct place
place_of(const struct tryout *tryout, const struct pattern *pattern)
{
	const struct layouts *layouts = rules_layouts(tryout->rules);

	for (size_t i = 0; i < layouts->n_owned; i++)
		if (layouts->owned[i].pattern == pattern)
			return layouts->owned[i].where;
	return (struct place){.file = tryout->layout->path};
}

static void
add_pattern(struct tryout *tryout, enum thing thing, const char *kind,
	    const struct pattern *pattern)
{
	add_use(tryout, thing, kind, pattern_source(pattern),
		place_of(tryout, pattern))
		->pattern = pattern;
}

void
uses_find(struct tryout *tryout)
{
	const struct layout *layout = tryout->layout;

	for (size_t i = 0; i < layout->n_sections; i++)
		add_section(tryout, i);
	for (size_t i = 0; i < layout->n_fields; i++)
		add_use(tryout, THING_FIELD, "field", layout->fields[i].name,
			layout->fields[i].where);
	for (size_t i = 0; i < layout->n_lines; i++)
		add_use(tryout, THING_LINE, "line", layout->lines[i].name,
			layout->lines[i].where)
			->line = &layout->lines[i];
	for (size_t i = 0; i < layout->n_regions; i++)
		add_use(tryout, THING_REGION, "region", layout->regions[i].name,
			layout->regions[i].begins.where);
	for (size_t i = 0; i < layout->n_asides; i++)
		add_pattern(tryout, THING_ASIDE, "aside", layout->asides[i]);
	for (size_t i = 0; i < layout->n_furniture; i++)
		if (layout->furniture[i].kind == FURNITURE_PATTERN)
			add_pattern(tryout, THING_FURNITURE, "furniture",
				    layout->furniture[i].pattern);
	for (size_t i = 0; i < layout->n_repairs; i++)
		add_use(tryout, THING_REPAIR, "repair", layout->repairs[i].from,
			layout->repairs[i].where)
			->repair = &layout->repairs[i];
}

/* --- what reports have of it -----------------------------------------------*/

/* Counts a project once. */
static void
see(struct use *use, size_t project)
{
	if (use->last == project)
		return;
	use->last = project;
	use->times++;
}

static bool
is_within(const struct layout *layout, size_t section, size_t outer)
{
	while (section != NO_SECTION && section != outer)
		section = layout->sections[section].parent;
	return section == outer;
}

/*
 * Cells and fields of the front matter are known by their names; of a title it
 * is not known in which of the columns it stood.
 */
static bool
has_form(const struct document *document, size_t passage,
	 const struct heading_form *form)
{
	struct arena *scratch;
	bool same;

	if (document->parts[passage].title && !document->parts[passage].form)
		return form->match == HEADING_COLUMN;
	if (document->parts[passage].form)
		return document->parts[passage].form == form;
	scratch = arena_new();
	same = text_equal(
		fold_letters(scratch,
			     document->report->passages[passage].heading),
		form->letters);
	arena_free(scratch);
	return same;
}

static void
see_passage(struct use *use, struct document *document, size_t passage,
	    size_t number)
{
	const struct part *part = &document->parts[passage];
	const struct passage *it = &document->report->passages[passage];

	switch (use->thing) {
	case THING_SECTION:
		if (part->section != use->section)
			return;
		use->filled +=
			document_reading(document, passage)->text.len > 0;
		break;
	case THING_FORM:
		if (part->section != use->section ||
		    !has_form(document, passage, use->form))
			return;
		break;
	case THING_COMPONENTS:
		if (part->component.len == 0 ||
		    !is_within(document->layout, part->section, use->section))
			return;
		break;
	case THING_REGION:
		if (it->project != NO_PROJECT ||
		    !text_equal(it->section, use->name))
			return;
		break;
	case THING_REPAIR: {
		struct text text = document_reading(document, passage)->text;

		/* or in a heading of which a group is read */
		if ((use->repair->section.len > 0 &&
		     !text_equal(use->repair->section, it->section)) ||
		    (text_find(text, use->repair->from, 0) == text.len &&
		     text_find(it->heading, use->repair->from, 0) ==
			     it->heading.len))
			return;
		break;
	}
	default:
		return;
	}
	see(use, number);
}

/* What is no matter of one passage. */
static void
see_report(struct tryout *tryout, struct use *use, struct document *document,
	   size_t first)
{
	const struct report *report = document->report;
	struct match match;

	if (use->thing == THING_FIELD) {
		for (size_t i = 0; i < report->n_facts; i++)
			if (report->facts[i].kind == FACT_FIELD &&
			    text_equal(
				    report->facts[i].values[FIELD_FIELD].text,
				    use->name))
				see(use, first + report->facts[i].project);
	} else if (use->thing == THING_LINE) {
		for (size_t i = 0; i < report->n_projects; i++)
			if (extract_finds_line(tryout->rules, document, i,
					       use->line))
				see(use, first + i);
	} else if (use->thing == THING_ASIDE) {
		/* they are no longer in the reading of the whole */
		for (size_t i = 0; i < document->layout->n_asides; i++)
			if (document->layout->asides[i] == use->pattern &&
			    document->aside_times[i] > 0)
				see(use, first);
	} else if (use->thing == THING_FURNITURE) {
		if (pattern_match(use->pattern, document->whole->text, 0,
				  &match))
			see(use, first);
	}
}

void
uses_count(struct tryout *tryout, struct document *document)
{
	const struct report *report = document->report;
	size_t first = tryout->n_projects + 1;

	for (size_t i = 0; i < tryout->n_uses; i++) {
		struct use *use = &tryout->uses[i];

		for (size_t j = 0; j < report->n_passages; j++) {
			size_t project = report->passages[j].project;

			see_passage(use, document, j,
				    project == NO_PROJECT ? first
							  : first + project);
		}
		see_report(tryout, use, document, first);
	}
}
