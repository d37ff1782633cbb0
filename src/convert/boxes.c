/*
 * Reading the boxes: words with their places, page by page; ligatures become
 * letters. How words make lines is columns.c, how lines make paragraphs is
 * paragraphs.c.
 */
#include "boxes.h"

#include <libxml/xmlreader.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"

#include "columns.h"

struct writing {
	struct buffer *out;
	struct boxed_page page;
	struct boxed_word *words; /* of the page; owned */
	size_t n_words, capacity;
	struct buffer text; /* of the words */
	size_t pages;	    /* begun so far */
};

/* "612.000000", whatever the locale. */
static double
number_of(const char *digits)
{
	double value = 0, unit = 1;
	bool behind_point = false;

	for (; digits && *digits; digits++) {
		if (*digits == '.') {
			behind_point = true;
			continue;
		}
		if (*digits < '0' || *digits > '9')
			break;
		if (behind_point)
			unit /= 10;
		value = value * 10 + (*digits - '0');
	}
	return value * unit;
}

static double
side(xmlTextReader *reader, const char *name)
{
	xmlChar *value =
		xmlTextReaderGetAttribute(reader, (const xmlChar *)name);
	double number = number_of((const char *)value);

	xmlFree(value);
	return number;
}

static struct box
box_of(xmlTextReader *reader)
{
	return (struct box){.left = side(reader, "xMin"),
			    .top = side(reader, "yMin"),
			    .right = side(reader, "xMax"),
			    .bottom = side(reader, "yMax")};
}

/* Letters that are printed as one: "fi" and its like. */
static const char *
letters_of(uint32_t c)
{
	static const char *const ligatures[] = {"ff",  "fi", "fl", "ffi",
						"ffl", "st", "st"};

	return c >= 0xFB00 && c <= 0xFB06 ? ligatures[c - 0xFB00] : NULL;
}

static void
add_word(struct buffer *out, struct text word)
{
	uint32_t c;

	for (size_t at = 0, len; at < word.len; at += len) {
		struct text rest = text_sub(word, at, word.len - at);
		const char *letters;

		len = utf8_read(rest, &c);
		if (len == 0)
			len = 1;
		letters = len > 1 ? letters_of(c) : NULL;
		if (letters)
			buffer_add_string(out, letters);
		else
			buffer_add(out, text_sub(rest, 0, len));
	}
}

static void
end_page(struct writing *it)
{
	columns_read(&it->page, it->words, it->n_words, buffer_text(&it->text));
	paragraphs_write(it->out, &it->page);
	it->n_words = 0;
	buffer_clear(&it->text);
}

static void
begin_page(struct writing *it)
{
	if (it->pages++ > 0)
		end_page(it);
}

static void
take_word(struct writing *it, struct box box, struct text word)
{
	struct boxed_word *taken;

	if (word.len == 0)
		return;
	it->words = array_grow(it->words, it->n_words, &it->capacity,
			       sizeof(*it->words));
	taken = &it->words[it->n_words++];
	*taken = (struct boxed_word){.box = box,
				     .block = it->page.n_blocks,
				     .span = {.offset = it->text.len}};
	add_word(&it->text, word);
	taken->span.len = it->text.len - taken->span.offset;
}

static void
take_element(struct writing *it, xmlTextReader *reader)
{
	const char *name = (const char *)xmlTextReaderConstName(reader);
	xmlChar *content;

	if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT || !name)
		return;
	if (strcmp(name, "page") == 0) {
		begin_page(it);
	} else if (strcmp(name, "block") == 0) {
		it->page.n_blocks++;
	} else if (strcmp(name, "word") == 0) {
		content = xmlTextReaderReadString(reader);
		take_word(it, box_of(reader),
			  text_of(content ? (const char *)content : ""));
		xmlFree(content);
	}
}

/* Bytes that XML does not know, and a document may have. */
static void
clean(struct buffer *boxes)
{
	for (size_t i = 0; i < boxes->len; i++)
		if ((unsigned char)boxes->bytes[i] < 0x20 &&
		    boxes->bytes[i] != '\n' && boxes->bytes[i] != '\t')
			boxes->bytes[i] = ' ';
}

int
boxes_write(struct buffer *out, struct text boxes)
{
	struct writing it = {.out = out};
	struct buffer cleaned = {NULL, 0, 0};
	xmlTextReader *reader = NULL;
	int more = -1;

	buffer_add(&cleaned, boxes);
	clean(&cleaned);
	if (cleaned.len <= INT_MAX)
		reader = xmlReaderForMemory(
			cleaned.bytes, (int)cleaned.len, NULL, "UTF-8",
			XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_HUGE |
				XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	while (reader && (more = xmlTextReaderRead(reader)) == 1)
		take_element(&it, reader);
	if (it.pages > 0)
		end_page(&it);
	buffer_add_byte(out, '\n');
	xmlFreeTextReader(reader);
	buffer_release(&cleaned);
	buffer_release(&it.page.text);
	buffer_release(&it.text);
	free(it.words);
	free(it.page.lines);
	return more < 0 ? -1 : 0;
}
