/* Elements and attributes, and the codes, which two files have in common. */
#include "refi_xml.h"

#include <stdlib.h>

#include <libxml/xmlwriter.h>

#include "casebook/base/escape.h"
#include "casebook/base/lazy.h"

/* The functions of libxml2, which is loaded for whoever wants XML. */
struct libxml2 {
	__typeof__(&xmlBufferContent) content;
	__typeof__(&xmlBufferCreate) create_buffer;
	__typeof__(&xmlBufferFree) free_buffer;
	__typeof__(&xmlBufferLength) length;
	__typeof__(&xmlFreeTextWriter) free_writer;
	__typeof__(&xmlNewTextWriterMemory) new_writer;
	__typeof__(&xmlTextWriterEndDocument) end_document;
	__typeof__(&xmlTextWriterEndElement) end_element;
	__typeof__(&xmlTextWriterFlush) flush;
	__typeof__(&xmlTextWriterSetIndent) set_indent;
	__typeof__(&xmlTextWriterStartDocument) start_document;
	__typeof__(&xmlTextWriterStartElement) start_element;
	__typeof__(&xmlTextWriterWriteAttribute) write_attribute;
	__typeof__(&xmlTextWriterWriteElement) write_element;
};

struct xml {
	struct libxml2 library;
	xmlBufferPtr buffer;
	xmlTextWriterPtr writer;
	bool failed;
};

static int
load(struct libxml2 *library)
{
	const struct lazy_function functions[] = {
		{"xmlBufferContent", &library->content},
		{"xmlBufferCreate", &library->create_buffer},
		{"xmlBufferFree", &library->free_buffer},
		{"xmlBufferLength", &library->length},
		{"xmlFreeTextWriter", &library->free_writer},
		{"xmlNewTextWriterMemory", &library->new_writer},
		{"xmlTextWriterEndDocument", &library->end_document},
		{"xmlTextWriterEndElement", &library->end_element},
		{"xmlTextWriterFlush", &library->flush},
		{"xmlTextWriterSetIndent", &library->set_indent},
		{"xmlTextWriterStartDocument", &library->start_document},
		{"xmlTextWriterStartElement", &library->start_element},
		{"xmlTextWriterWriteAttribute", &library->write_attribute},
		{"xmlTextWriterWriteElement", &library->write_element},
	};

	return lazy_load("libxml2", functions,
			 sizeof(functions) / sizeof(*functions));
}

struct xml *
xml_new(void)
{
	struct xml *xml = memory_new(1, sizeof(*xml));

	xml->failed = load(&xml->library) == -1;
	if (xml->failed)
		return xml;
	xml->buffer = xml->library.create_buffer();
	if (xml->buffer)
		xml->writer = xml->library.new_writer(xml->buffer, 0);
	xml->failed = !xml->writer ||
		      xml->library.set_indent(xml->writer, 1) < 0 ||
		      xml->library.start_document(xml->writer, NULL, "UTF-8",
						  NULL) < 0;
	return xml;
}

void
xml_free(struct xml *xml)
{
	if (xml->writer)
		xml->library.free_writer(xml->writer);
	if (xml->buffer)
		xml->library.free_buffer(xml->buffer);
	free(xml);
}

/* XML 1.0, production 2. */
static bool
is_xml_character(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' ||
	       (c >= 0x20 && c <= 0xFFFD) || c >= 0x10000;
}

/* What XML can hold of a text, ending in NUL. The caller releases it. */
static const xmlChar *
clean(struct buffer *kept, struct text text)
{
	size_t at = 0;

	while (at < text.len) {
		struct text rest = text_sub(text, at, text.len - at);
		uint32_t c = 0;
		size_t len = utf8_read(rest, &c);

		if (len == 0)
			buffer_add_string(kept, "\xEF\xBF\xBD"); /* U+FFFD */
		else if (is_xml_character(c))
			buffer_add(kept, text_sub(rest, 0, len));
		at += len ? len : 1;
	}
	return (const xmlChar *)(kept->len ? kept->bytes : "");
}

void
xml_open(struct xml *xml, const char *element)
{
	if (!xml->failed)
		xml->failed =
			xml->library.start_element(
				xml->writer, (const xmlChar *)element) < 0;
}

void
xml_close(struct xml *xml)
{
	if (!xml->failed)
		xml->failed = xml->library.end_element(xml->writer) < 0;
}

void
xml_attribute(struct xml *xml, const char *name, struct text value)
{
	struct buffer kept = {NULL, 0, 0};
	const xmlChar *string = clean(&kept, value);

	if (!xml->failed && *string)
		xml->failed =
			xml->library.write_attribute(
				xml->writer, (const xmlChar *)name, string) < 0;
	buffer_release(&kept);
}

void
xml_guid(struct xml *xml, const char *name, struct guid guid)
{
	xml_attribute(xml, name, text_of(guid.digits));
}

void
xml_number(struct xml *xml, const char *name, size_t value)
{
	struct buffer digits = {NULL, 0, 0};

	buffer_format(&digits, "%zu", value);
	xml_attribute(xml, name, buffer_text(&digits));
	buffer_release(&digits);
}

void
xml_text(struct xml *xml, const char *element, struct text text)
{
	struct buffer kept = {NULL, 0, 0};
	const xmlChar *string = clean(&kept, text);

	if (!xml->failed && *string)
		xml->failed = xml->library.write_element(
				      xml->writer, (const xmlChar *)element,
				      string) < 0;
	buffer_release(&kept);
}

void
xml_reference(struct xml *xml, const char *element, struct guid target)
{
	xml_open(xml, element);
	xml_guid(xml, "targetGUID", target);
	xml_close(xml);
}

int
xml_end(struct xml *xml, struct text *text)
{
	if (xml->failed || xml->library.end_document(xml->writer) < 0 ||
	    xml->library.flush(xml->writer) < 0)
		return -1;
	*text = (struct text){(const char *)xml->library.content(xml->buffer),
			      (size_t)xml->library.length(xml->buffer)};
	return 0;
}

struct guid
refi_code_guid(const struct refi_code *code)
{
	struct text parts[] = {TEXT("code"), code->path};

	return guid_of(parts, 2);
}

static struct text
color_of(const struct refi_project *project, size_t i)
{
	while (project->codes[i].color.len == 0 &&
	       project->codes[i].parent != REFI_NONE)
		i = project->codes[i].parent;
	return project->codes[i].color;
}

/* A branch without a leaf says nothing. */
static bool
is_bare(const struct refi_project *project, size_t code)
{
	for (size_t i = code + 1; i < project->n_codes; i++)
		if (project->codes[i].parent == code)
			return false;
	return !project->codes[code].coded;
}

/* The children of a code, each with its own: as deep as the tree is. */
static void
write_codes(struct xml *xml, const struct refi_project *project, size_t parent)
{
	for (size_t i = parent == REFI_NONE ? 0 : parent + 1;
	     i < project->n_codes; i++) {
		const struct refi_code *code = &project->codes[i];

		if (code->parent != parent || is_bare(project, i))
			continue;
		xml_open(xml, "Code");
		xml_guid(xml, "guid", refi_code_guid(code));
		xml_attribute(xml, "name", code->name);
		xml_attribute(xml, "isCodable",
			      code->coded ? TEXT("true") : TEXT("false"));
		xml_attribute(xml, "color", color_of(project, i));
		xml_text(xml, "Description", code->description);
		write_codes(xml, project, i);
		xml_close(xml);
	}
}

void
xml_codes(struct xml *xml, const struct refi_project *project)
{
	if (project->n_codes == 0)
		return;
	xml_open(xml, "Codes");
	write_codes(xml, project, REFI_NONE);
	xml_close(xml);
}
