/*
 * Twice the text takes about twice the time: many small projects, many lines,
 * many marks, and the shapes that an algorithm of the second degree trips on.
 */
#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "../support/specimen.h"

/* Sanitizers make all slower, and not all of it equally. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum { TRIALS = 3 };

static const char series[] = "layout: proef\n"
			     "describes: many small projects\n"
			     "language: nl\n"
			     "recognise: { headings: [Opdrachtgever] }\n"
			     "furniture:\n"
			     "  - page-numbers\n"
			     "  - running-heads\n"
			     "  - repeated-paragraphs\n"
			     "asides: ['\\{.+?\\}']\n"
			     "projects:\n"
			     "  begin: opdrachtgever\n"
			     "  confirm: [doel]\n"
			     "  title: line-before\n"
			     "  kind: proef\n"
			     "sections:\n"
			     "  opdrachtgever: { heading: Opdrachtgever }\n"
			     "  doel: { heading: Doel }\n"
			     "  resultaat:\n"
			     "    heading: Wat zijn de resultaten?\n"
			     "    components: lines-that-recur\n";

typedef void write_function(struct buffer *out, size_t n);

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Reads the text and each of its passages. */
static double
read_once(const struct text_words *words, struct text text, size_t projects)
{
	double start = seconds();
	struct specimen specimen;

	specimen_init(&specimen, series);
	specimen_read(&specimen, words, text);
	for (size_t i = 0; i < specimen.report.n_passages; i++)
		document_reading(&specimen.document, i);
	assert_int_equal(specimen.report.n_projects, projects);
	specimen_release(&specimen);
	return seconds() - start;
}

/* The best of a few, for a machine that does other things too. */
static double
time_to_read(const struct text_words *words, write_function *write, size_t n,
	     size_t projects)
{
	struct buffer text = {NULL, 0, 0};
	double best = 1e9;

	write(&text, n);
	for (size_t i = 0; i < TRIALS; i++) {
		double took = read_once(words, buffer_text(&text), projects);

		best = took < best ? took : best;
	}
	buffer_release(&text);
	return best;
}

/* projects: does each of the n pieces make a project? Else there is one. */
static void
assert_linear(const struct text_words *words, write_function *write, size_t n,
	      bool projects, double limit)
{
	size_t less = SANITIZED ? n / 4 : n;
	double one = time_to_read(words, write, less, projects ? less : 1);
	double two =
		time_to_read(words, write, 2 * less, projects ? 2 * less : 1);

	if (getenv("CASEBOOK_TIMES"))
		print_message("%.3f s, twice as many %.3f s\n", one, two);
	if (!SANITIZED && one > limit)
		fail_msg("%zu take %.2f s, more than %.2f", less, one, limit);
	/* the sanitizers' memory grows a little faster than what it is for */
	if (two > (SANITIZED ? 3.4 : 2.6) * one + 0.02)
		fail_msg("%zu take %.3f s, twice as many %.3f", less, one, two);
}

static void
write_projects(struct buffer *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buffer_format(out,
			      "Proef nummer %zu in de wijk\n\nOpdrachtgever\n\n"
			      "Gemeente Gouda\n\nDoel\n\nHet doel van %zu is "
			      "dat bewoners elkaar kennen.\n\n"
			      "Wat zijn de resultaten?\n\nEr is een tuin {en "
			      "een noot} voor %zu mensen.\n\n",
			      i, i, i);
}

static void
many_projects_in_one_text(void **state)
{
	assert_linear(*state, write_projects, 20000, true, 2);
}

static void
write_begin(struct buffer *out)
{
	buffer_add_string(out, "Een proef\n\nOpdrachtgever\n\nGemeente\n\n"
			       "Doel\n\nIets.\n\nWat zijn de resultaten?\n\n");
}

static void
write_pages(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_format(out,
			      "De bewoners van huis %zu kwamen langs bij\n\n"
			      "%zu\n\fVerslag van de proef\n\nde buren.\n\n",
			      i, i % 900 + 1);
}

static void
many_pages(void **state)
{
	assert_linear(*state, write_pages, 20000, false, 2);
}

static void
write_lines(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_format(out,
			      "de bewoners van huis nummer %zu kwamen langs en "
			      "dronken koffie bij de\nburen\n",
			      i);
}

static void
many_wrapped_lines_of_one_paragraph(void **state)
{
	assert_linear(*state, write_lines, 60000, false, 2);
}

static void
write_torn(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_format(out, "en bewoner %zu (van de\n\n", i);
}

static void
many_lines_torn_apart(void **state)
{
	assert_linear(*state, write_torn, 60000, false, 2);
}

static void
write_hyphens(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_add_string(out, "wijkgebouw-\n\n");
}

static void
a_word_divided_over_many_lines(void **state)
{
	assert_linear(*state, write_hyphens, 60000, false, 2);
}

static void
write_quotations(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_add_string(out, "en “zo (“ is “het\n\n");
}

static void
many_quotations_that_nobody_closes(void **state)
{
	assert_linear(*state, write_quotations, 40000, false, 2);
}

static void
write_components(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_format(out, "Onderdeel %zu\n\nHet liep goed.\n\n",
			      i / 2);
}

static void
many_components(void **state)
{
	assert_linear(*state, write_components, 20000, false, 2);
}

static void
write_repeats(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_format(out,
			      "De proeftuin is uitgevoerd in de wijk met "
			      "nummer %zu en nog wat.\n\n",
			      i % (n - n / 10));
}

static void
many_paragraphs_of_which_some_repeat(void **state)
{
	assert_linear(*state, write_repeats, 30000, false, 2);
}

static void
write_equals(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_add_string(out, "Steeds weer dezelfde regel.\n\n");
}

static void
many_paragraphs_that_are_equal(void **state)
{
	assert_linear(*state, write_equals, 30000, false, 2);
}

static void
write_word(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_add_byte(out, 'a');
	buffer_add_string(out, "\n\n");
}

static void
a_word_of_one_letter_over_and_over(void **state)
{
	assert_linear(*state, write_word, 200000, false, 2);
}

static void
write_blank_lines(struct buffer *out, size_t n)
{
	write_begin(out);
	for (size_t i = 0; i < n; i++)
		buffer_add_string(out, i % 1000 ? "\n" : "x\n");
}

static void
many_blank_lines(void **state)
{
	assert_linear(*state, write_blank_lines, 500000, false, 2);
}

static size_t
bytes_in_use(void)
{
	struct mallinfo2 info = mallinfo2();

	return info.uordblks + info.hblkhd;
}

/* Where the allocator is a sanitizer's, it tells nothing. */
static void
a_line_takes_few_bytes(void **state)
{
	struct buffer text = {NULL, 0, 0};
	struct specimen specimen;
	size_t n = 500000, before;

	if (SANITIZED)
		skip();
	write_blank_lines(&text, n);
	specimen_init(&specimen, series);
	before = bytes_in_use();
	specimen_read(&specimen, *state, buffer_text(&text));
	if (bytes_in_use() - before > 60 * n)
		fail_msg("%zu bytes a line", (bytes_in_use() - before) / n);
	specimen_release(&specimen);
	buffer_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(many_projects_in_one_text),
		cmocka_unit_test(many_pages),
		cmocka_unit_test(many_wrapped_lines_of_one_paragraph),
		cmocka_unit_test(many_lines_torn_apart),
		cmocka_unit_test(a_word_divided_over_many_lines),
		cmocka_unit_test(many_quotations_that_nobody_closes),
		cmocka_unit_test(many_components),
		cmocka_unit_test(many_paragraphs_of_which_some_repeat),
		cmocka_unit_test(many_paragraphs_that_are_equal),
		cmocka_unit_test(a_word_of_one_letter_over_and_over),
		cmocka_unit_test(many_blank_lines),
		cmocka_unit_test(a_line_takes_few_bytes),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
