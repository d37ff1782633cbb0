/* What a file must be to count as text: the bad inputs T1 to T24. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/text/utf8.h"

/* The messages of one test. */
static int
setup(void **state)
{
	struct diagnostics *diagnostics = memory_new(1, sizeof(*diagnostics));

	diagnostics_init(diagnostics, false);
	*state = diagnostics;
	return 0;
}

static int
teardown(void **state)
{
	diagnostics_release(*state);
	free(*state);
	return 0;
}

static void
accepted(struct diagnostics *diagnostics, struct text bytes)
{
	assert_int_equal(utf8_check("a.txt", bytes, diagnostics), 0);
	assert_int_equal(diagnostics->n_items, 0);
}

/* Refused with one message, which holds `part`. */
static struct diagnostic
refused(struct diagnostics *diagnostics, struct text bytes, const char *part)
{
	size_t n = diagnostics->n_items;
	struct diagnostic got;

	assert_int_equal(utf8_check("a.txt", bytes, diagnostics), -1);
	assert_int_equal(diagnostics->n_items, n + 1);
	got = diagnostics->items[n];
	assert_int_equal(got.code, DIAGNOSTIC_FILE_REFUSED);
	assert_string_equal(got.where.file, "a.txt");
	assert_non_null(strstr(got.message.bytes, part));
	return got;
}

static struct diagnostic
warned(struct diagnostics *diagnostics, struct text bytes, const char *part)
{
	struct diagnostic got;

	assert_int_equal(utf8_check("a.txt", bytes, diagnostics), 0);
	assert_int_equal(diagnostics->n_items, 1);
	got = diagnostics->items[0];
	assert_int_equal(got.code, DIAGNOSTIC_CONTROL_CHARACTER);
	assert_non_null(strstr(got.message.bytes, part));
	return got;
}

static void
text_is_accepted_with_any_line_ends(void **state)
{
	accepted(*state, TEXT("Één\nmet regels\r\nvan elk\rsoort\fen\tzo"));
	accepted(*state, TEXT("\xef\xbb\xbf"
			      "tekst"));
	accepted(*state, TEXT("\u05de\U0001f600\u00a0 \xc2\x85"));
}

static void
an_empty_file_is_refused(void **state)
{
	refused(*state, TEXT(""), "empty");
}

static void
white_space_alone_is_no_text(void **state)
{
	refused(*state, TEXT(" \n\t\r\n\f"), "no text");
	refused(*state, TEXT("\xef\xbb\xbf\u00a0\u3000\n"), "no text");
}

static void
other_bytes_than_utf8_name_the_byte_and_iconv(void **state)
{
	struct diagnostic got =
		refused(*state, TEXT("een\ncli\xebnt"), "not UTF-8 at byte 7");

	assert_non_null(strstr(got.message.bytes,
			       "iconv -f WINDOWS-1252 -t UTF-8 a.txt"));
	assert_int_equal(got.where.line, 2);
	assert_int_equal(got.where.offset, 7);
	refused(*state, TEXT("ab\xff\xfe"), "not UTF-8 at byte 2");
}

/* Plain bytes are passed over eight at a time, but not unseen. */
static void
plain_text_behind_a_blank_is_text(void **state)
{
	struct buffer text = {NULL, 0, 0};

	buffer_add_string(&text, "\xC2\xA0"); /* a blank */
	for (size_t i = 0; i < 64; i++)
		buffer_add_byte(&text, 'a');
	accepted(*state, buffer_text(&text));
	buffer_release(&text);
	accepted(*state, TEXT("\n\naaaaaaaaaaaaaaaa"));
	warned(*state,
	       TEXT("aaaaaaa\n12345678123\x01"
		    "4567"),
	       "U+0001");
	refused(*state,
		TEXT("aaaaaaa\n12345678123\xff"
		     "4567"),
		"byte 19");
}

static void
a_name_that_a_shell_would_misread_is_not_put_in_the_command(void **state)
{
	struct diagnostics *diagnostics = *state;

	assert_int_equal(utf8_check("a;b \x1b.txt", TEXT("\xeb"), diagnostics),
			 -1);
	assert_non_null(
		strstr(diagnostics->items[0].message.bytes, "-t UTF-8 FILE"));
}

static void
malformed_sequences_are_not_utf8(void **state)
{
	refused(*state, TEXT("a\xc0\xaf"), "not UTF-8 at byte 1");
	refused(*state, TEXT("a\xed\xa0\x80"), "not UTF-8 at byte 1");
	refused(*state, TEXT("a\xf5\x80\x80\x80"), "not UTF-8 at byte 1");
	refused(*state, TEXT("aa\xe2\x82"), "not UTF-8 at byte 2");
	refused(*state, TEXT("aa\x80"), "not UTF-8 at byte 2");
}

static void
utf16_is_told_by_its_mark(void **state)
{
	refused(*state,
		TEXT("\xff\xfe"
		     "a\0"),
		"UTF-16");
	refused(*state, TEXT("\xfe\xff\0a"), "iconv -f UTF-16 -t UTF-8");
}

static void
a_nul_byte_is_not_text(void **state)
{
	char *nuls = memory_new(5, 1024 * 1024);

	refused(*state, TEXT("abc\0def"), "NUL byte at byte 3");
	refused(*state, (struct text){nuls, 5 * 1024 * 1024}, "not text");
	free(nuls);
}

static void
kinds_of_file_are_told_by_their_first_bytes(void **state)
{
	refused(*state, TEXT("\x1f\x8b\x08\0"), "looks like gzip");
	refused(*state, TEXT("PK\x03\x04\x14"), "DOCX");
	refused(*state, TEXT("%PDF-1.4\n"),
		"looks like a PDF; convert it first: pdftotext -layout a.txt");
	refused(*state, TEXT("\177ELF\2\1"), "ELF");
	refused(*state, TEXT("\xff\xd8\xff\xe0"), "JPEG");
	refused(*state, TEXT("\x89PNG\r\n\x1a\n"), "PNG");
	refused(*state, TEXT("{\\rtf1 tekst}"), "RTF");
	refused(*state, TEXT("\xd0\xcf\x11\xe0\xa1\xb1"), "Word");
}

static void
a_line_of_more_than_one_mebibyte_is_refused(void **state)
{
	enum { MEBIBYTE = 1024 * 1024 };
	char *line = memory_new(MEBIBYTE + 8, 1);

	memset(line, 'a', MEBIBYTE + 8);
	refused(*state, (struct text){line, MEBIBYTE + 1},
		"line 1 is longer than");
	line[1] = '\n';
	refused(*state, (struct text){line, MEBIBYTE + 8},
		"line 2 is longer than");
	line[0] = '\r';
	line[2] = '\n';
	((struct diagnostics *)*state)->n_items = 0;
	accepted(*state, (struct text){line, MEBIBYTE + 2});
	free(line);
}

static void
the_first_control_character_is_warned_of(void **state)
{
	struct diagnostic got = warned(*state, TEXT("een\ntwee\x1b[31m\x7f"),
				       "control character U+001B");

	assert_int_equal(got.where.line, 2);
	assert_int_equal(got.where.offset, 8);
}

static void
c1_and_del_are_control_characters(void **state)
{
	warned(*state,
	       TEXT("a\xc2\x9b"
		    "[31m"),
	       "control character U+009B");
	((struct diagnostics *)*state)->n_items = 0;
	warned(*state, TEXT("a\x7f"), "control character U+007F");
}

static void
the_first_mark_of_direction_is_warned_of(void **state)
{
	warned(*state, TEXT("Titel \u202e nettel \u2066"),
	       "bidirectional control U+202E");
	((struct diagnostics *)*state)->n_items = 0;
	warned(*state, TEXT("a\u061c"), "bidirectional control U+061C");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_is_accepted_with_any_line_ends),
		TEST(an_empty_file_is_refused),
		TEST(plain_text_behind_a_blank_is_text),
		TEST(white_space_alone_is_no_text),
		TEST(other_bytes_than_utf8_name_the_byte_and_iconv),
		TEST(a_name_that_a_shell_would_misread_is_not_put_in_the_command),
		TEST(malformed_sequences_are_not_utf8),
		TEST(utf16_is_told_by_its_mark),
		TEST(a_nul_byte_is_not_text),
		TEST(kinds_of_file_are_told_by_their_first_bytes),
		TEST(a_line_of_more_than_one_mebibyte_is_refused),
		TEST(the_first_control_character_is_warned_of),
		TEST(c1_and_del_are_control_characters),
		TEST(the_first_mark_of_direction_is_warned_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
