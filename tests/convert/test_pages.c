/*
 * Pages of a PDF as text and marks. A page is drawn in letters: each stands in
 * a place 6 points wide, each line is 12 points below the one before, blanks of
 * three or more part what pdftotext tells as another line, blank lines part its
 * blocks, and a form feed pages.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/convert/boxes.h"

#define PAGE "<page width=\"600\" height=\"800\">"

enum { WIDTH = 6, PITCH = 12, HEIGHT = 10, PARTED = 3 };

/* A word at its place. */
static void
draw_word(struct buffer *boxes, struct text word, size_t column, size_t row)
{
	size_t letters = 0;

	for (size_t i = 0; i < word.len; i++)
		letters += ((unsigned char)word.bytes[i] & 0xC0) != 0x80;
	buffer_format(boxes,
		      "<word xMin=\"%zu\" yMin=\"%zu\" xMax=\"%zu\" "
		      "yMax=\"%zu\">%.*s</word>",
		      column * WIDTH, row * PITCH, (column + letters) * WIDTH,
		      row * PITCH + HEIGHT, TEXT_ARG(word));
}

static void
draw_line(struct buffer *boxes, struct text line, size_t row)
{
	size_t column = 0, blanks = PARTED;

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
		draw_word(boxes, text_sub(line, at, end - at), column, row);
		for (blanks = 0; at < end; at++)
			column +=
				((unsigned char)line.bytes[at] & 0xC0) != 0x80;
	}
}

static void
draw(struct buffer *boxes, const char *drawing)
{
	struct text all = text_of(drawing);
	size_t row = 4;

	buffer_add_string(boxes, "<doc>" PAGE "<block><line>");
	for (size_t at = 0, end; at < all.len; at = end + 1) {
		struct text line;

		end = text_find(all, TEXT("\n"), at);
		line = text_sub(all, at, end - at);
		if (text_starts(line, "\f")) {
			buffer_add_string(boxes, "</line></block></page>" PAGE
						 "<block><line>");
			line = text_sub(line, 1, line.len - 1);
			row = 4;
		}
		if (line.len == 0)
			buffer_add_string(boxes, "</line></block><block>"
						 "<line>");
		draw_line(boxes, line, row++);
	}
	buffer_add_string(boxes, "</line></block></page></doc>");
}

/* The text, and a line "kind value: words" for each mark. */
static void
reads(const char *drawing, const char *text)
{
	struct buffer boxes = {NULL, 0, 0}, bare = {NULL, 0, 0};
	struct page page = {.arena = arena_new()};

	draw(&boxes, drawing);
	assert_int_equal(boxes_write(&page, buffer_text(&boxes), &bare), 0);
	marks_sort(page.marks, page.n_marks);
	for (size_t i = 0; i < page.n_marks; i++)
		buffer_format(
			&bare, "[%s %.*s: %.*s]\n",
			mark_kind_name(page.marks[i].kind),
			TEXT_ARG(page.marks[i].value),
			TEXT_ARG(text_at(buffer_text(&page.text),
					 page.marks[i].span)));
	buffer_add(&page.text, buffer_text(&bare));
	assert_string_equal(page.text.bytes, text);
	buffer_release(&boxes);
	buffer_release(&bare);
	arena_free(page.arena);
	page_release(&page);
}

static void
a_heading_on_the_next_page_is_not_glued_to_a_full_line(void **state)
{
	(void)state;
	reads("Een regel tot de rand\nen dan een volle regel\n\fBereikte kop\n"
	      "\nTekst.",
	      "Een regel tot de rand en dan een volle regel\n\n\fBereikte kop"
	      "\n\nTekst.\n");
	reads("Een regel tot de rand\nen de \xE2\x80\x98volle "
	      "regel.\xE2\x80\x99"
	      "\n\fdan weer.",
	      "Een regel tot de rand en de \xE2\x80\x98volle regel.\xE2\x80\x99"
	      "\n\n\fdan weer.\n");
}

static void
a_sentence_goes_on_on_the_next_page(void **state)
{
	(void)state;
	reads("Een regel tot de rand\nen dan een volle regel\n\fgaat door\n",
	      "Een regel tot de rand en dan een volle regel \fgaat door\n");
	reads("Een regel tot de rand\nen dan de gemeente van\n\fGouda, die "
	      "meedoet en dan\nnog wat.",
	      "Een regel tot de rand en dan de gemeente van \fGouda, die "
	      "meedoet en dan nog wat.\n");
}

static void
running_text_begins_no_item(void **state)
{
	(void)state;
	reads("Dat kostte samen ruim\n\xE2\x82\xAC 5.000 per jaar.",
	      "Dat kostte samen ruim \xE2\x82\xAC 5.000 per jaar.\n");
	reads("Het is een hoge start\n(8) en daalt.",
	      "Het is een hoge start (8) en daalt.\n");
	reads("Vandaag is het weer\nzo. Er komt meer.",
	      "Vandaag is het weer zo. Er komt meer.\n");
	reads("Er waren samen ruim\n5 mensen bij.",
	      "Er waren samen ruim 5 mensen bij.\n");
	reads("De hele buurt kwam \xE2\x80\x93\njong en\noud",
	      "De hele buurt kwam \xE2\x80\x93 jong en\noud\n");
	reads("De hele buurt kwam er\n\xE2\x80\x93 jong en oud samen",
	      "De hele buurt kwam er \xE2\x80\x93 jong en oud samen\n");
	reads("Het begon al in groep\n8. Daarna kwam de rest.",
	      "Het begon al in groep 8. Daarna kwam de rest.\n");
}

static void
items_stand_on_lines_of_their_own(void **state)
{
	(void)state;
	reads("- een punt met breedte\n- twee\n- drie is er ook nog\n",
	      "- een punt met breedte\n- twee\n- drie is er ook nog\n");
	reads("1. een punt met breedte\n2. en nog een is breed\n3. drie",
	      "1. een punt met breedte\n2. en nog een is breed\n3. drie\n");
	reads("a) een punt met breedte\nb) en nog een is breed",
	      "a) een punt met breedte\nb) en nog een is breed\n");
	reads("\xE2\x80\xA2 een punt met breedte\n\xE2\x80\xA2 nog een",
	      "\xE2\x80\xA2 een punt met breedte\n\xE2\x80\xA2 nog een\n");
}

static void
bullets_of_fonts_of_symbols_are_dashes(void **state)
{
	(void)state;
	reads("\xEF\x82\xB7 een\n\xEF\x82\xA7 twee\n\xE2\x96\xBA drie\n"
	      "\n\xEE\x82\xB7 vier",
	      "- een\n- twee\n- drie\n\n\xEE\x82\xB7 vier\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_heading_on_the_next_page_is_not_glued_to_a_full_line),
		cmocka_unit_test(a_sentence_goes_on_on_the_next_page),
		cmocka_unit_test(running_text_begins_no_item),
		cmocka_unit_test(items_stand_on_lines_of_their_own),
		cmocka_unit_test(bullets_of_fonts_of_symbols_are_dashes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
