/*
 * A whole project (.qdpx): project.qde, in the order of its schema, and the
 * text of each source. Every coding lies in a selection; those of one user on
 * the same characters share one, since programs show each selection apart.
 */
#include <stdlib.h>

#include "parcel.h"
#include "refi_xml.h"

struct writing {
	struct xml *xml;
	const struct refi_project *project;
	struct rewritten *texts; /* one for each source */
	struct guid *sources;	 /* likewise */
};

static struct guid
guid_of_user(const struct writing *writing, size_t user)
{
	struct text parts[] = {TEXT("user"), writing->project->users[user]};

	return guid_of(parts, 2);
}

static struct guid
guid_of_note(const struct refi_note *note)
{
	struct text parts[] = {TEXT("note"), note->id};

	return guid_of(parts, 2);
}

static struct guid
guid_of_variable(const struct refi_variable *variable)
{
	struct text parts[] = {TEXT("variable"), variable->name};

	return guid_of(parts, 2);
}

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

static struct guid
guid_of_selection(const struct writing *writing,
		  const struct refi_coding *coding, struct span characters)
{
	char place[64];
	struct text parts[] = {
		TEXT("selection"),
		text_of(writing->sources[coding->source].digits),
		writing->project->users[coding->user],
		TEXT(""),
	};

	snprintf(place, sizeof(place), "%zu-%zu", characters.offset,
		 span_end(characters));
	parts[3] = text_of(place);
	return guid_of(parts, 4);
}

static struct guid
guid_of_coding(struct guid selection, const struct refi_code *code)
{
	struct text parts[] = {TEXT("coding"), text_of(selection.digits),
			       code->path};

	return guid_of(parts, 3);
}

static void
write_users(struct writing *writing)
{
	struct xml *xml = writing->xml;

	xml_open(xml, "Users");
	for (size_t i = 0; i < writing->project->n_users; i++) {
		xml_open(xml, "User");
		xml_guid(xml, "guid", guid_of_user(writing, i));
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
		xml_guid(xml, "guid", guid_of_variable(variable));
		xml_attribute(xml, "name", variable->name);
		xml_attribute(xml, "typeOfVariable",
			      variable->number ? TEXT("Float") : TEXT("Text"));
		xml_close(xml);
	}
	xml_close(xml);
}

static void
write_values(struct writing *writing, const struct refi_value *values, size_t n)
{
	struct xml *xml = writing->xml;

	for (size_t i = 0; i < n; i++) {
		const struct refi_variable *variable =
			&writing->project->variables[values[i].variable];

		xml_open(xml, "VariableValue");
		xml_reference(xml, "VariableRef", guid_of_variable(variable));
		xml_text(xml, variable->number ? "FloatValue" : "TextValue",
			 values[i].text);
		xml_close(xml);
	}
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
		write_values(writing, item->values, item->n_values);
		xml_close(xml);
	}
	xml_close(xml);
}

static int
compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* By source and place, the longer first; then by user and code. */
static int
compare_codings(const void *a, const void *b)
{
	const struct refi_coding *x = a, *y = b;
	int order = compare_sizes(x->source, y->source);

	if (order == 0)
		order = compare_sizes(x->span.offset, y->span.offset);
	if (order == 0)
		order = compare_sizes(y->span.len, x->span.len);
	if (order == 0)
		order = compare_sizes(x->user, y->user);
	if (order == 0)
		order = compare_sizes(x->code, y->code);
	return order ? order : text_compare(x->about, y->about);
}

static bool
is_same_selection(const struct refi_coding *a, const struct refi_coding *b)
{
	return a->source == b->source && a->user == b->user &&
	       a->span.offset == b->span.offset && a->span.len == b->span.len;
}

/* What the facts of one selection say, a line each. */
static void
write_about(struct writing *writing, const struct refi_coding *codings,
	    size_t n)
{
	struct buffer lines = {NULL, 0, 0};

	for (size_t i = 0; i < n; i++) {
		if (codings[i].about.len == 0)
			continue;
		if (lines.len)
			buffer_add_byte(&lines, '\n');
		buffer_add(&lines, codings[i].about);
	}
	xml_text(writing->xml, "Description", buffer_text(&lines));
	buffer_release(&lines);
}

static void
write_note_references(struct writing *writing, const struct refi_coding *coding)
{
	for (size_t i = 0; i < coding->n_notes; i++)
		xml_reference(
			writing->xml, "NoteRef",
			guid_of_note(
				&writing->project->notes[coding->notes[i]]));
}

/* Facts of one code on one place are one coding. */
static void
write_codings(struct writing *writing, struct guid selection,
	      const struct refi_coding *codings, size_t n)
{
	struct xml *xml = writing->xml;

	for (size_t i = 0; i < n; i++) {
		const struct refi_code *code =
			&writing->project->codes[codings[i].code];

		if (i == 0 || codings[i].code != codings[i - 1].code) {
			xml_open(xml, "Coding");
			xml_guid(xml, "guid", guid_of_coding(selection, code));
			xml_guid(xml, "creatingUser",
				 guid_of_user(writing, codings[i].user));
			xml_reference(xml, "CodeRef", refi_code_guid(code));
		}
		write_note_references(writing, &codings[i]);
		if (i + 1 == n || codings[i].code != codings[i + 1].code)
			xml_close(xml);
	}
}

static void
write_selection(struct writing *writing, const struct refi_coding *codings,
		size_t n)
{
	const struct rewritten *text = &writing->texts[codings->source];
	struct span place = rewritten_characters(text, codings->span);
	struct guid guid = guid_of_selection(writing, codings, place);
	struct xml *xml = writing->xml;

	xml_open(xml, "PlainTextSelection");
	xml_guid(xml, "guid", guid);
	xml_number(xml, "startPosition", place.offset);
	xml_number(xml, "endPosition", span_end(place));
	xml_guid(xml, "creatingUser", guid_of_user(writing, codings->user));
	write_about(writing, codings, n);
	write_codings(writing, guid, codings, n);
	xml_close(xml);
}

static void
write_selections(struct writing *writing, size_t source)
{
	const struct refi_coding *codings = writing->project->codings;
	size_t n = writing->project->n_codings, at = 0;

	while (at < n && codings[at].source < source)
		at++;
	while (at < n && codings[at].source == source) {
		size_t end = at + 1;

		while (end < n &&
		       is_same_selection(&codings[at], &codings[end]))
			end++;
		write_selection(writing, &codings[at], end - at);
		at = end;
	}
}

/* Notes on what has no place in the text: a row dropped, or added. */
static void
write_notes_of_source(struct writing *writing, size_t source)
{
	const struct refi_project *project = writing->project;

	for (size_t i = 0; i < project->n_notes; i++)
		if (project->notes[i].source == source &&
		    !project->notes[i].coded)
			xml_reference(writing->xml, "NoteRef",
				      guid_of_note(&project->notes[i]));
}

static void
write_source(struct writing *writing, size_t i)
{
	const struct refi_source *source = &writing->project->sources[i];
	struct xml *xml = writing->xml;
	char path[GUID_DIGITS + 32];

	snprintf(path, sizeof(path), "internal://%s.txt",
		 writing->sources[i].digits);
	xml_open(xml, "TextSource");
	xml_guid(xml, "guid", writing->sources[i]);
	xml_attribute(xml, "name", source->name);
	xml_attribute(xml, "plainTextPath", text_of(path));
	xml_guid(xml, "creatingUser", guid_of_user(writing, 0));
	xml_text(xml, "Description", source->title);
	write_selections(writing, i);
	write_notes_of_source(writing, i);
	write_values(writing, source->values, source->n_values);
	xml_close(xml);
}

static void
write_sources(struct writing *writing)
{
	if (writing->project->n_sources == 0)
		return;
	xml_open(writing->xml, "Sources");
	for (size_t i = 0; i < writing->project->n_sources; i++)
		write_source(writing, i);
	xml_close(writing->xml);
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
		xml_guid(xml, "guid", guid_of_note(note));
		xml_attribute(xml, "name", note->name);
		xml_guid(xml, "creatingUser",
			 guid_of_user(writing, note->user));
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
	xml_guid(xml, "creatingUserGUID", guid_of_user(writing, 0));
	xml_attribute(xml, "creationDateTime", project->at);
	write_users(writing);
	write_codebook(writing);
	write_variables(writing);
	write_cases(writing);
	write_sources(writing);
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
		      sizeof(*project->codings), compare_codings);
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
