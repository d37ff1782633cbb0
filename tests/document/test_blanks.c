/*
 * White space is folded, and characters are composed or dropped, wherever in a
 * line they stand: plain text is passed over in blocks, and lines that are
 * plain are copied.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/specimen.h"

enum { LONGEST = 100 /* plain characters before and behind */ };

static const char layout[] =
	"layout: proef\n"
	"recognise: { phrases: [a] }\n"
	"projects: { one: true, title: first-line, kind: proef }\n"
	"sections: { tekst: {} }\n";

static const struct {
	const char *printed, *read;
} pieces[] = {
	{" ", " "},
	{"  ", " "},
	{"\t", " "},
	{" \t", " "},
	{"\u00a0", " "},
	{" \u00a0 ", " "},
	{"\u00ad", ""},
	{" \u00ad", " "},
	{"\u00ad ", " "},
	{" \u200b ", " "},
	{"\x01", " "},
	{"\x7f", "\x7f"},
	{"\u00eb", "\u00eb"},
	{" \u00eb", " \u00eb"},
	{"\u00eb ", "\u00eb "},
	{"e\u0301", "\u00e9"},
	{" e\u0301 ", " \u00e9 "},
	{"\ufb01", "fi"},
	{"\ufb03", "ffi"},
	{"\u201ca\u201d", "\u201ca\u201d"},
};

static void
add_plain(struct buffer *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buffer_add_byte(text, i % 7 == 3 ? ' ' : 'x');
	buffer_add_byte(text, 'y');
}

/* A line as it is printed, or as it is to be read. */
static void
add_line(struct buffer *text, const char *piece, size_t before, size_t behind)
{
	add_plain(text, before);
	buffer_add_string(text, piece);
	add_plain(text, behind);
}

static void
reads(const struct text_words *words, struct specimen *specimen, size_t piece,
      size_t before)
{
	size_t behind = LONGEST - before;
	struct buffer text = {NULL, 0, 0}, line = {NULL, 0, 0};
	const struct reading *reading;

	buffer_add_string(&text, "Titel\n\n");
	add_line(&text, pieces[piece].printed, before, behind);
	add_line(&line, pieces[piece].read, before, behind);
	specimen_read(specimen, words, buffer_text(&text));
	assert_int_equal(specimen->result, 0);
	reading = document_line_reading(&specimen->document, 2);
	assert_string_equal(reading->text.bytes, line.bytes);
	reading = document_reading(&specimen->document,
				   specimen->report.n_passages - 1);
	assert_string_equal(reading->text.bytes, line.bytes);
	buffer_release(&text);
	buffer_release(&line);
}

static void
what_a_line_says_does_not_depend_on_where_it_stands(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, layout);
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++)
		for (size_t before = 0; before <= LONGEST; before++)
			reads(*state, &specimen, i, before);
	specimen_release(&specimen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			what_a_line_says_does_not_depend_on_where_it_stands),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
