/*
 * The sources of a project, with what is coded in them. Every coding lies in a
 * selection; those of one user on the same characters share one, since programs
 * show each selection apart.
 */
#include <stdio.h>

#include "refi_writing.h"

struct guid
refi_user_guid(const struct writing *writing, size_t user)
{
	struct text parts[] = {TEXT("user"), writing->project->users[user]};

	return guid_of(parts, 2);
}

struct guid
refi_note_guid(const struct refi_note *note)
{
	struct text parts[] = {TEXT("note"), note->id};

	return guid_of(parts, 2);
}

struct guid
refi_variable_guid(const struct refi_variable *variable)
{
	struct text parts[] = {TEXT("variable"), variable->name};

	return guid_of(parts, 2);
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

static int
compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

int
refi_compare_codings(const void *a, const void *b)
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

void
refi_write_values(struct writing *writing, const struct refi_value *values,
		  size_t n)
{
	struct xml *xml = writing->xml;

	for (size_t i = 0; i < n; i++) {
		const struct refi_variable *variable =
			&writing->project->variables[values[i].variable];

		xml_open(xml, "VariableValue");
		xml_reference(xml, "VariableRef", refi_variable_guid(variable));
		xml_text(xml, variable->number ? "FloatValue" : "TextValue",
			 values[i].text);
		xml_close(xml);
	}
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
			refi_note_guid(
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
				 refi_user_guid(writing, codings[i].user));
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
	xml_guid(xml, "creatingUser", refi_user_guid(writing, codings->user));
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
				      refi_note_guid(&project->notes[i]));
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
	xml_guid(xml, "creatingUser", refi_user_guid(writing, 0));
	xml_text(xml, "Description", source->title);
	write_selections(writing, i);
	write_notes_of_source(writing, i);
	refi_write_values(writing, source->values, source->n_values);
	xml_close(xml);
}

void
refi_write_sources(struct writing *writing)
{
	if (writing->project->n_sources == 0)
		return;
	xml_open(writing->xml, "Sources");
	for (size_t i = 0; i < writing->project->n_sources; i++)
		write_source(writing, i);
	xml_close(writing->xml);
}
