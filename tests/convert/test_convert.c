/*
 * What converters give, on its way to text and marks: boxes of a PDF, names,
 * signs of a format. What pandoc gives stands in test_pandoc.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "../support/conversion.h"
#include "../support/scratch.h"

/* A word in its box, in points; no word: another block, or page ("page"). */
struct boxed {
	const char *word;
	int left, top, right, bottom;
};

static const char *
boxed(struct bench *bench, const struct boxed *words, size_t n)
{
	struct buffer boxes = {NULL, 0, 0};
	const char *told;

	buffer_add_string(&boxes, "<doc><page><block>");
	for (size_t i = 0; i < n; i++) {
		if (words[i].right > 0)
			buffer_format(&boxes,
				      "<word xMin=\"%d\" yMin=\"%d\" "
				      "xMax=\"%d\" yMax=\"%d\">%s</word>",
				      words[i].left, words[i].top,
				      words[i].right, words[i].bottom,
				      words[i].word);
		else
			buffer_format(&boxes, "</block>%s<block>",
				      *words[i].word ? "</page><page>" : "");
	}
	buffer_add_string(&boxes, "</block></page></doc>");
	told = converted(bench, boxes.bytes);
	buffer_release(&boxes);
	return told;
}

#define BOXED(bench, words) \
	boxed(&bench, words, sizeof(words) / sizeof((words)[0]))

static void
a_full_line_goes_on_and_a_short_one_does_not(void **state)
{
	static const struct boxed words[] = {
		{"Een", 10, 10, 50, 20},    {"volle", 53, 10, 98, 20},
		{"regel.", 10, 22, 40, 32}, {"Kort", 10, 34, 40, 44},
		{"en", 10, 46, 20, 56},	    {"", 0, 0, 0, 0},
		{"Ver", 10, 90, 40, 100},
	};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(BOXED(bench, words),
			    "Een volle regel.\nKort\nen\n\nVer\n");
	bench_release(&bench);
}

static void
a_form_feed_parts_pages_and_ligatures_are_letters(void **state)
{
	static const struct boxed words[] = {
		{"o\xEF\xAC\x83"
		 "ce.",
		 10, 10, 50, 20},
		{"page", 0, 0, 0, 0},
		{"Twee", 10, 10, 50, 20},
	};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(BOXED(bench, words), "office.\n\n\fTwee\n");
	bench_release(&bench);
}

static void
a_full_last_line_goes_on_on_the_next_page(void **state)
{
	static const struct boxed words[] = {
		{"Een", 10, 10, 50, 20},
		{"volle", 53, 10, 98, 20},
		{"page", 0, 0, 0, 0},
		{"express.", 10, 10, 50, 20},
	};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(BOXED(bench, words), "Een volle \fexpress.\n");
	bench_release(&bench);
}

static void
words_of_a_row_stand_on_a_line_with_gaps(void **state)
{
	static const struct boxed words[] = {
		{"Naam", 10, 10, 50, 20},
		{"", 0, 0, 0, 0},
		{"8", 200, 10, 250, 20},
	};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(BOXED(bench, words), "Naam    8\n");
	bench_release(&bench);
}

static void
a_name_cannot_promise_what_the_content_is_not(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	refused(&bench, "b.x", TEXT("plain"), "named .x but does not look");
	refused(&bench, "b.pdf", TEXT("<!DOCTYPE HTML>"),
		"named .pdf but looks like HTML");
	refused(&bench, "b.txt", TEXT("\xEF\xBB\xBF \n<!-- x --><html>"),
		"named .txt but looks like HTML");
	assert_int_equal(convert_as(&bench, "b.txt", TEXT("plain")), 0);
	assert_true(text_is(bench.report.media_type, "text/plain"));
	assert_true(text_is(bench.report.text, "plain"));
	bench_release(&bench);
}

static void
a_damaged_zip_is_no_format(void **state)
{
	static const char zip[] = "PK\003\004\024\0\0\0\0\0\0\0\0\0\0\0\0\0\6\0"
				  "\0\0\6\0\0\0\010\0\0\0mimetypea/mime";
	struct bench bench;

	(void)state;
	bench_init(&bench);
	/* Known by its first member; what cat gives of it is no JSON. */
	refused(&bench, "b", (struct text){zip, sizeof(zip) - 1}, "cat");
	for (size_t len = 4; len < sizeof(zip) - 1; len++)
		refused(&bench, "b", (struct text){zip, len}, "zip archive");
	bench_release(&bench);
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(a_full_line_goes_on_and_a_short_one_does_not),
		TEST(a_form_feed_parts_pages_and_ligatures_are_letters),
		TEST(a_full_last_line_goes_on_on_the_next_page),
		TEST(words_of_a_row_stand_on_a_line_with_gaps),
		TEST(a_name_cannot_promise_what_the_content_is_not),
		TEST(a_damaged_zip_is_no_format),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
