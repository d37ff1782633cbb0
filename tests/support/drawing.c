/* Drawing pages, and reading them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/convert/boxes.h"
#include "drawing.h"

#define PAGE "<page width=\"600\" height=\"800\">"

enum { WIDTH = 6, PITCH = 22, HEIGHT = 18, SMALL = 14, PARTED = 3 };

/* A word at its place. */
static void
draw_word(struct buffer *boxes, struct text word, size_t column, size_t row,
	  size_t height)
{
	size_t letters = 0;

	for (size_t i = 0; i < word.len; i++)
		letters += ((unsigned char)word.bytes[i] & 0xC0) != 0x80;
	buffer_format(boxes,
		      "<word xMin=\"%zu\" yMin=\"%zu\" xMax=\"%zu\" "
		      "yMax=\"%zu\">%.*s</word>",
		      column * WIDTH, row * PITCH, (column + letters) * WIDTH,
		      row * PITCH + height, TEXT_ARG(word));
}

static void
draw_line(struct buffer *boxes, struct text line, size_t row)
{
	size_t column = 0, blanks = PARTED, height = HEIGHT;

	if (text_starts(line, "~")) {
		height = SMALL;
		line = text_sub(line, 1, line.len - 1);
	}

	for (size_t at = 0, end; at < line.len; at = end) {
		if (line.bytes[at] == ' ') {
			end = at + 1;
			blanks++;
			column++;
			continue;
		}
		end = text_find(line, TEXT(" "), at);
		if (blanks >= PARTED)
			buffer_add_string(boxes, "</line><line>");
		draw_word(boxes, text_sub(line, at, end - at), column, row,
			  height);
		for (blanks = 0; at < end; at++)
			column +=
				((unsigned char)line.bytes[at] & 0xC0) != 0x80;
	}
}

static void
draw(struct buffer *boxes, const char *drawing)
{
	struct text all = text_of(drawing);
	size_t row = 2;

	buffer_add_string(boxes, "<doc>" PAGE "<block><line>");
	for (size_t at = 0, end; at < all.len; at = end + 1) {
		struct text line;

		end = text_find(all, TEXT("\n"), at);
		line = text_sub(all, at, end - at);
		if (text_starts(line, "\f")) {
			buffer_add_string(boxes, "</line></block></page>" PAGE
						 "<block><line>");
			line = text_sub(line, 1, line.len - 1);
			row = 2;
		}
		if (line.len == 0)
			buffer_add_string(boxes, "</line></block><block>"
						 "<line>");
		draw_line(boxes, line, row++);
	}
	buffer_add_string(boxes, "</line></block></page></doc>");
}

void
boxes_read_as(const char *boxes, const char *text)
{
	struct buffer bare = {NULL, 0, 0}, told = {NULL, 0, 0};
	struct page page = {.arena = arena_new()};

	assert_int_equal(boxes_write(&page, text_of(boxes), &bare), 0);
	marks_sort(page.marks, page.n_marks);
	buffer_add(&told, buffer_text(&page.text));
	for (size_t i = 0; i < page.n_marks; i++) {
		const struct mark *mark = &page.marks[i];

		buffer_format(
			&told, "[%s %.*s: %.*s]\n", mark_kind_name(mark->kind),
			TEXT_ARG(mark->value),
			TEXT_ARG(text_at(buffer_text(&page.text), mark->span)));
	}
	if (bare.len > 0)
		buffer_format(&told, "[bare: %s]\n", bare.bytes);
	assert_string_equal(told.bytes, text);
	buffer_release(&told);
	buffer_release(&bare);
	arena_free(page.arena);
	page_release(&page);
}

void
reads(const char *drawing, const char *text)
{
	struct buffer boxes = {NULL, 0, 0};

	draw(&boxes, drawing);
	boxes_read_as(boxes.bytes, text);
	buffer_release(&boxes);
}
