/*
 * Reading the boxes of a page: words become lines, with their places; what
 * stands side by side with a wide gap between is parted by spaces, as in a
 * table; ligatures become letters. How lines make paragraphs is paragraphs.c.
 */
#include "boxes.h"

#include <libxml/xmlreader.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"

#include "paragraphs.h"

struct writing {
	struct boxed_page page;
	struct buffer *out;
	struct box word; /* the last on the line */
	size_t pages;	 /* begun so far */
};

enum { WIDE_GAP = 4 }; /* spaces that stand for a wide gap */

/* So many times the height of a line make a gap beside it wide. */
static const double gap_beside = 1.2;

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
	xmlChar *value = xmlTextReaderGetAttribute(reader, BAD_CAST name);
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
begin_page(struct writing *it)
{
	if (it->pages > 0) {
		paragraphs_write(it->out, &it->page);
		/* A blank line, so that it can have torn a sentence. */
		buffer_add_string(it->out, "\n\f");
	}
	it->pages++;
	it->page.n_lines = 0;
	buffer_clear(&it->page.text);
}

static void
begin_line(struct writing *it, struct box box)
{
	struct boxed_page *page = &it->page;

	page->lines = array_grow(page->lines, page->n_lines, &page->capacity,
				 sizeof(*page->lines));
	page->lines[page->n_lines++] =
		(struct boxed_line){.box = box,
				    .block = page->n_blocks,
				    .span = {.offset = page->text.len}};
}

static void
take_word(struct writing *it, struct box box, struct text word)
{
	struct boxed_page *page = &it->page;
	struct boxed_line *line;

	if (word.len == 0 || page->n_lines == 0)
		return;
	line = &page->lines[page->n_lines - 1];
	if (line->span.len == 0)
		line->first = box.right - box.left;
	else if (box.left - it->word.right > gap_beside * box_height(box))
		buffer_format(&page->text, "%*s", WIDE_GAP, "");
	else
		buffer_add_byte(&page->text, ' ');
	add_word(&page->text, word);
	line->span.len = page->text.len - line->span.offset;
	it->word = box;
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
	} else if (strcmp(name, "line") == 0) {
		begin_line(it, box_of(reader));
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
		paragraphs_write(out, &it.page);
	xmlFreeTextReader(reader);
	buffer_release(&cleaned);
	buffer_release(&it.page.text);
	free(it.page.lines);
	return more < 0 ? -1 : 0;
}
