/* The piece of a passage that is shown, and the marks in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/escape.h"

#include "../../src/command/snippet.h"

enum { OFFSET = 1000, HEADING = 5 }; /* of the passage in its source */

/*
 * The snippet of a passage "Kop:\n" with this body, in which each of the words
 * is marked wherever it stands.
 */
static void
shows(const char *body, const char *word, size_t width, const char *expected)
{
	struct buffer text = {NULL, 0, 0}, plain = {NULL, 0, 0};
	struct search_mark marks[64];
	struct span furniture = {.len = 0};
	struct search_passage passage = {.marks = marks};
	struct snippet snippet = {.marks = NULL};
	size_t at = 0;

	buffer_add_string(&text, "Kop:\n");
	buffer_add_string(&text, body);
	passage.indexed.text = buffer_text(&text);
	passage.indexed.offset = OFFSET;
	passage.indexed.body =
		(struct span){OFFSET + HEADING, text.len - HEADING};
	furniture.offset = text_find(buffer_text(&text), TEXT("<<"), 0);
	furniture.len = text_find(buffer_text(&text), TEXT(">>"), 0) + 2 -
			furniture.offset;
	if (furniture.offset < text.len)
		passage.indexed.n_furniture = 1;
	furniture.offset += OFFSET;
	passage.indexed.furniture = &furniture;
	while ((at = text_find(buffer_text(&text), text_of(word), at)) <
	       text.len) {
		marks[passage.n_marks++] = (struct search_mark){
			.span = {at, strlen(word)}, .column = INDEXED_BODY};
		at += strlen(word);
	}
	snippet_make(&snippet, &passage, width);
	snippet_add_plain(&plain, &snippet);
	assert_string_equal(plain.bytes, expected);
	snippet_release(&snippet);
	buffer_release(&plain);
	buffer_release(&text);
}

static void
a_short_body_is_shown_whole_on_one_line(void **state)
{
	(void)state;
	shows("De wijk\n  doet\u00a0mee.\n", "wijk", 100,
	      "De [wijk] doet mee.");
	shows("wijk", "wijk", 100, "[wijk]");
	shows("wijk en wijk", "wijk", 1, "[wijk] …");
}

static void
a_long_one_is_cut_between_words_where_most_is_found(void **state)
{
	(void)state;
	shows("een wijk hier, veel woorden later nog een wijk en een wijk "
	      "samen in de stad van morgen",
	      "wijk", 30, "… een [wijk] en een [wijk] samen in …");
}

static void
furniture_is_left_out(void **state)
{
	(void)state;
	shows("De <<pagina 7>> wijk doet", "wijk", 100, "De [wijk] doet");
	shows("De wijk<<pagina 7>>", "wijk", 100, "De [wijk]");
}

static void
a_mark_longer_than_the_window_is_shown_whole(void **state)
{
	(void)state;
	shows("zo een aaaaaaaaaaaaaaaaaaaa staat er", "aaaaaaaaaaaaaaaaaaaa", 5,
	      "… [aaaaaaaaaaaaaaaaaaaa] …");
}

/* Letters of several bytes without a blank: none is cut in two. */
static void
no_character_is_cut(void **state)
{
	struct buffer body = {NULL, 0, 0};
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < 100; i++)
		buffer_add_string(&body, "é");
	buffer_add_string(&body, " wijk ");
	for (size_t i = 0; i < 100; i++)
		buffer_add_string(&body, "é");
	for (size_t width = 0; width < 60; width++) {
		struct search_mark mark = {.span = {201, 4}};
		struct search_passage passage = {
			.marks = &mark,
			.n_marks = 1,
			.indexed = {.text = buffer_text(&body),
				    .body = {0, body.len}}};
		struct snippet snippet = {.marks = NULL};
		struct text text;

		snippet_make(&snippet, &passage, width);
		text = buffer_text(&snippet.text);
		for (size_t at = 0; at < text.len; n++) {
			uint32_t c;
			size_t len = utf8_read(
				text_sub(text, at, text.len - at), &c);

			assert_true(len > 0);
			at += len;
		}
		snippet_release(&snippet);
	}
	assert_true(n > 60);
	buffer_release(&body);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_short_body_is_shown_whole_on_one_line),
		cmocka_unit_test(
			a_long_one_is_cut_between_words_where_most_is_found),
		cmocka_unit_test(furniture_is_left_out),
		cmocka_unit_test(a_mark_longer_than_the_window_is_shown_whole),
		cmocka_unit_test(no_character_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
