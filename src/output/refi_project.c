/*
 * A whole project (.qdpx): project.qde, in the order of its schema, and the
 * text of each source.
 */
#include <stdlib.h>

#include "parcel.h"
#include "refi_writing.h"

static struct guid
guid_of_set(struct text series)
{
	struct text parts[] = {TEXT("set"), series};

	return guid_of(parts, 2);
}

/* What is in it counts: positions are those of one text. */
static struct guid
guid_of_source(struct text name, struct text text)
{
	struct text parts[] = {TEXT("source"), name, text};

	return guid_of(parts, 3);
}

/* As NVivo does, so that a case is the text that is coded with its code. */
static struct guid
guid_of_case(const struct writing *writing, const struct refi_case *item)
{
	return refi_code_guid(&writing->project->codes[item->code]);
}

static void
write_users(struct writing *writing)
{
	struct xml *xml = writing->xml;

	xml_open(xml, "Users");
	for (size_t i = 0; i < writing->project->n_users; i++) {
		xml_open(xml, "User");
		xml_guid(xml, "guid", refi_user_guid(writing, i));
		xml_attribute(xml, "name", writing->project->users[i]);
		xml_close(xml);
	}
	xml_close(xml);
}

static void
write_variables(struct writing *writing)
{
	const struct refi_project *project = writing->project;
	struct xml *xml = writing->xml;

	if (project->n_variables == 0)
		return;
	xml_open(xml, "Variables");
	for (size_t i = 0; i < project->n_variables; i++) {
		const struct refi_variable *variable = &project->variables[i];

		xml_open(xml, "Variable");
		xml_guid(xml, "guid", refi_variable_guid(variable));
		xml_attribute(xml, "name", variable->name);
		xml_attribute(xml, "typeOfVariable",
			      variable->number ? TEXT("Float") : TEXT("Text"));
		xml_close(xml);
	}
	xml_close(xml);
}

static void
write_cases(struct writing *writing)
{
	const struct refi_project *project = writing->project;
	struct xml *xml = writing->xml;

	if (project->n_cases == 0)
		return;
	xml_open(xml, "Cases");
	for (size_t i = 0; i < project->n_cases; i++) {
		const struct refi_case *item = &project->cases[i];

		xml_open(xml, "Case");
		xml_guid(xml, "guid", guid_of_case(writing, item));
		xml_attribute(xml, "name", item->name);
		xml_text(xml, "Description", item->title);
		xml_reference(xml, "CodeRef", guid_of_case(writing, item));
		refi_write_values(writing, item->values, item->n_values);
		xml_close(xml);
	}
	xml_close(xml);
}

static void
write_notes(struct writing *writing)
{
	const struct refi_project *project = writing->project;
	struct xml *xml = writing->xml;

	if (project->n_notes == 0)
		return;
	xml_open(xml, "Notes");
	for (size_t i = 0; i < project->n_notes; i++) {
		const struct refi_note *note = &project->notes[i];

		xml_open(xml, "Note");
		xml_guid(xml, "guid", refi_note_guid(note));
		xml_attribute(xml, "name", note->name);
		xml_guid(xml, "creatingUser",
			 refi_user_guid(writing, note->user));
		xml_attribute(xml, "creationDateTime", note->at);
		xml_text(xml, "PlainTextContent", note->text);
		xml_close(xml);
	}
	xml_close(xml);
}

static bool
is_first_of_series(const struct refi_project *project, size_t i)
{
	for (size_t before = 0; before < i; before++)
		if (text_equal(project->cases[before].series,
			       project->cases[i].series))
			return false;
	return project->cases[i].series.len > 0;
}

static bool
has_case_of_series(const struct refi_project *project, size_t source,
		   struct text series)
{
	for (size_t i = 0; i < project->n_cases; i++)
		if (project->cases[i].source == source &&
		    text_equal(project->cases[i].series, series))
			return true;
	return false;
}

static void
write_set(struct writing *writing, struct text series)
{
	const struct refi_project *project = writing->project;
	struct xml *xml = writing->xml;

	xml_open(xml, "Set");
	xml_guid(xml, "guid", guid_of_set(series));
	xml_attribute(xml, "name", series);
	for (size_t i = 0; i < project->n_cases; i++)
		if (text_equal(project->cases[i].series, series))
			xml_reference(
				xml, "MemberCode",
				guid_of_case(writing, &project->cases[i]));
	for (size_t i = 0; i < project->n_sources; i++)
		if (has_case_of_series(project, i, series))
			xml_reference(xml, "MemberSource", writing->sources[i]);
	xml_close(xml);
}

static void
write_sets(struct writing *writing)
{
	const struct refi_project *project = writing->project;
	bool open = false;

	for (size_t i = 0; i < project->n_cases; i++) {
		if (!is_first_of_series(project, i))
			continue;
		if (!open)
			xml_open(writing->xml, "Sets");
		open = true;
		write_set(writing, project->cases[i].series);
	}
	if (open)
		xml_close(writing->xml);
}

static void
write_codebook(struct writing *writing)
{
	if (writing->project->n_codes == 0)
		return;
	xml_open(writing->xml, "CodeBook");
	xml_codes(writing->xml, writing->project);
	xml_close(writing->xml);
}

static void
write_xml(struct writing *writing)
{
	const struct refi_project *project = writing->project;
	struct xml *xml = writing->xml;

	xml_open(xml, "Project");
	xml_attribute(xml, "xmlns", TEXT("urn:QDA-XML:project:1.0"));
	xml_attribute(xml, "name", project->name);
	xml_attribute(xml, "origin", project->origin);
	xml_guid(xml, "creatingUserGUID", refi_user_guid(writing, 0));
	xml_attribute(xml, "creationDateTime", project->at);
	write_users(writing);
	write_codebook(writing);
	write_variables(writing);
	write_cases(writing);
	refi_write_sources(writing);
	write_notes(writing);
	write_sets(writing);
	xml_text(xml, "Description", project->description);
	xml_close(xml);
}

/* Everything into one zip. */
static int
write_parcel(const struct writing *writing, struct parcel *parcel, FILE *stream,
	     struct text xml)
{
	if (parcel_add(parcel, "project.qde", xml) == -1)
		return -1;
	for (size_t i = 0; i < writing->project->n_sources; i++) {
		char name[GUID_DIGITS + 32];

		snprintf(name, sizeof(name), "Sources/%s.txt",
			 writing->sources[i].digits);
		if (parcel_add(parcel, name,
			       buffer_text(&writing->texts[i].text)) == -1)
			return -1;
	}
	return parcel_write(parcel, stream);
}

static void
rewrite_texts(struct writing *writing)
{
	for (size_t i = 0; i < writing->project->n_sources; i++) {
		const struct refi_source *source =
			&writing->project->sources[i];
		struct rewritten *text = &writing->texts[i];

		rewritten_init(text, source->text, source->replacements,
			       source->n_replacements);
		writing->sources[i] =
			guid_of_source(source->name, buffer_text(&text->text));
	}
}

int
refi_write_project(struct refi_project *project, FILE *stream, const char *path,
		   struct diagnostics *diagnostics)
{
	struct writing writing = {
		xml_new(),
		project,
		memory_new(project->n_sources + 1, sizeof(struct rewritten)),
		memory_new(project->n_sources + 1, sizeof(struct guid)),
	};
	struct parcel *parcel = parcel_new(path, diagnostics);
	struct text xml = TEXT("");
	int result = -1;

	if (!parcel)
		goto out;
	if (project->n_codings)
		qsort(project->codings, project->n_codings,
		      sizeof(*project->codings), refi_compare_codings);
	rewrite_texts(&writing);
	write_xml(&writing);
	if (xml_end(writing.xml, &xml) == -1)
		diagnose(diagnostics, DIAGNOSTIC_OUTPUT,
			 (struct place){.file = path},
			 "not enough memory for the project");
	else
		result = write_parcel(&writing, parcel, stream, xml);
out:
	parcel_free(parcel);
	for (size_t i = 0; i < project->n_sources; i++)
		rewritten_release(&writing.texts[i]);
	free(writing.sources);
	free(writing.texts);
	xml_free(writing.xml);
	return result;
}
