/*
 * Reading the boxes: words with their places, page by page; ligatures become
 * letters. What stands in the margins is heads.c, tables are grid.c, how other
 * words make lines is columns.c, how lines make paragraphs is paragraphs.c.
 */
#include "boxes.h"

#include <libxml/xmlreader.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/base/lazy.h"

#include "heads.h"
#include "order.h"
#include "paragraphs.h"

/* Times the height of the widest word of a line: a picture among letters. */
static const double too_high = 1.4;

/* What libxml2 gives, which is loaded for whoever reads a PDF. */
struct libxml2 {
	__typeof__(&xmlFreeTextReader) free_reader;
	__typeof__(&xmlReaderForMemory) reader_for_memory;
	__typeof__(&xmlTextReaderConstName) name;
	__typeof__(&xmlTextReaderGetAttribute) attribute;
	__typeof__(&xmlTextReaderNodeType) kind;
	__typeof__(&xmlTextReaderRead) read;
	__typeof__(&xmlTextReaderReadString) string;
	xmlFreeFunc *release; /* a variable of the library */
};

struct reading {
	struct libxml2 library;
	struct arena *arena;
	struct sheets sheets;
	struct boxed_word *words; /* of all pages; owned */
	size_t n_words, capacity;
	size_t blocks, lines; /* begun so far */
};

/* Points; no page is so large, and sums of such places are still exact. */
enum { FARTHEST = 1000 * 1000 };

/* "-612.000000", whatever the locale; 0 where it is not told. */
static double
number_of(const char *digits)
{
	double value = 0, unit = 1;
	bool behind_point = false;
	bool negative = digits && *digits == '-';

	if (!digits)
		return 0;
	for (digits += negative; *digits; digits++) {
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
	value *= unit;
	if (!(value <= FARTHEST)) /* or no number at all */
		value = FARTHEST;
	return negative ? -value : value;
}

static double
side(const struct libxml2 *library, xmlTextReader *reader, const char *name)
{
	xmlChar *value = library->attribute(reader, (const xmlChar *)name);
	double number = number_of((const char *)value);

	(*library->release)(value);
	return number;
}

static struct box
box_of(const struct libxml2 *library, xmlTextReader *reader)
{
	return (struct box){.left = side(library, reader, "xMin"),
			    .top = side(library, reader, "yMin"),
			    .right = side(library, reader, "xMax"),
			    .bottom = side(library, reader, "yMax")};
}

/* Letters that are printed as one: "fi" and its like. */
static const char *
letters_of(uint32_t c)
{
	static const char *const ligatures[] = {"ff",  "fi", "fl", "ffi",
						"ffl", "st", "st"};

	return c >= 0xFB00 && c <= 0xFB06 ? ligatures[c - 0xFB00] : NULL;
}

static struct text
plain_word(struct arena *arena, struct text word)
{
	struct buffer out = {NULL, 0, 0};
	struct text plain;
	uint32_t c;

	for (size_t at = 0, len; at < word.len; at += len) {
		struct text rest = text_sub(word, at, word.len - at);
		const char *letters;

		len = utf8_read(rest, &c);
		if (len == 0)
			len = 1;
		letters = len > 1 ? letters_of(c) : NULL;
		if (letters)
			buffer_add_string(&out, letters);
		else
			buffer_add(&out, text_sub(rest, 0, len));
	}
	plain = arena_text(arena, buffer_text(&out));
	buffer_release(&out);
	return plain;
}

/* A picture that stands in a line is as high as its letters are. */
static void
end_line(struct reading *it)
{
	size_t from = it->n_words, widest;

	while (from > 0 && it->words[from - 1].line == it->lines)
		from--;
	widest = from;
	for (size_t i = from; i < it->n_words; i++)
		if (it->words[i].box.right - it->words[i].box.left >
		    it->words[widest].box.right - it->words[widest].box.left)
			widest = i;
	for (size_t i = from; i < it->n_words; i++) {
		struct box *box = &it->words[i].box;
		struct box text = it->words[widest].box;

		if (box_height(*box) <= too_high * box_height(text))
			continue;
		box->top = text.top;
		box->bottom = text.bottom;
	}
}

static void
begin_page(struct reading *it, xmlTextReader *reader)
{
	struct sheets *sheets = &it->sheets;

	sheets->items = array_grow(sheets->items, sheets->n, &sheets->capacity,
				   sizeof(*sheets->items));
	sheets->items[sheets->n++] =
		(struct sheet){.width = side(&it->library, reader, "width"),
			       .height = side(&it->library, reader, "height")};
}

static void
take_word(struct reading *it, struct box box, struct text word)
{
	if (word.len == 0 || it->sheets.n == 0)
		return;
	it->words = array_grow(it->words, it->n_words, &it->capacity,
			       sizeof(*it->words));
	it->words[it->n_words] =
		(struct boxed_word){.box = box,
				    .block = it->blocks,
				    .line = it->lines,
				    .number = it->n_words,
				    .text = plain_word(it->arena, word)};
	it->n_words++;
	it->sheets.items[it->sheets.n - 1].n_words++;
}

static void
take_element(struct reading *it, xmlTextReader *reader)
{
	const struct libxml2 *library = &it->library;
	const char *name = (const char *)library->name(reader);
	xmlChar *content;

	if (library->kind(reader) != XML_READER_TYPE_ELEMENT || !name)
		return;
	if (strcmp(name, "page") == 0) {
		begin_page(it, reader);
	} else if (strcmp(name, "block") == 0) {
		it->blocks++;
	} else if (strcmp(name, "line") == 0) {
		end_line(it);
		it->lines++;
	} else if (strcmp(name, "word") == 0) {
		content = library->string(reader);
		take_word(it, box_of(library, reader),
			  text_of(content ? (const char *)content : ""));
		(*library->release)(content);
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

static int
load(struct libxml2 *library)
{
	const struct lazy_function functions[] = {
		{"xmlFreeTextReader", &library->free_reader},
		{"xmlReaderForMemory", &library->reader_for_memory},
		{"xmlTextReaderConstName", &library->name},
		{"xmlTextReaderGetAttribute", &library->attribute},
		{"xmlTextReaderNodeType", &library->kind},
		{"xmlTextReaderRead", &library->read},
		{"xmlTextReaderReadString", &library->string},
		{"xmlFree", &library->release},
	};

	return lazy_load("libxml2", functions,
			 sizeof(functions) / sizeof(*functions));
}

static int
read_boxes(struct reading *it, struct text boxes)
{
	const struct libxml2 *library = &it->library;
	struct buffer cleaned = {NULL, 0, 0};
	xmlTextReader *reader = NULL;
	int more = -1;

	buffer_add(&cleaned, boxes);
	clean(&cleaned);
	if (cleaned.len <= INT_MAX)
		reader = library->reader_for_memory(
			cleaned.bytes, (int)cleaned.len, NULL, "UTF-8",
			XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_HUGE |
				XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	while (reader && (more = library->read(reader)) == 1)
		take_element(it, reader);
	end_line(it);
	library->free_reader(reader);
	buffer_release(&cleaned);
	return more < 0 ? -1 : 0;
}

/* Each page gets its words. */
static void
deal_words(struct reading *it)
{
	size_t from = 0;

	for (size_t i = 0; i < it->sheets.n; i++) {
		struct sheet *sheet = &it->sheets.items[i];

		sheet->words = it->words + from;
		sheet->lines = arena_alloc(it->arena, sheet->n_words + 1,
					   sizeof(*sheet->lines));
		from += sheet->n_words;
	}
}

static void
tell_bare(struct buffer *bare, const struct sheets *sheets)
{
	for (size_t i = 0; i < sheets->n; i++)
		if (sheets->items[i].n_words == 0)
			buffer_format(bare, "%s%zu", bare->len ? ", " : "",
				      i + 1);
}

int
boxes_write(struct page *page, struct text boxes, struct buffer *bare)
{
	struct arena *arena = arena_new();
	struct reading it = {.arena = arena, .sheets = {.arena = arena}};
	int result = load(&it.library);

	if (result == 0)
		result = read_boxes(&it, boxes);
	if (result == 0) {
		deal_words(&it);
		tell_bare(bare, &it.sheets);
		heads_find(&it.sheets);
		notes_find(&it.sheets);
		order_lines(&it.sheets);
		paragraphs_write(page, &it.sheets);
	}
	free(it.words);
	free(it.sheets.items);
	arena_free(arena);
	return result;
}
