/* Patterns: what they match, what is refused, what is stopped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "casebook/text/pattern.h"

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

static const struct place where = {"kvds.yml", 7, 10, 0};

static struct pattern *
compiled(struct diagnostics *diagnostics, const char *source, unsigned flags)
{
	struct pattern *pattern =
		pattern_new(text_of(source), flags, false, where, diagnostics);

	assert_non_null(pattern);
	assert_int_equal(diagnostics->n_items, 0);
	return pattern;
}

/* The text that a pattern matches first; "-" when there is none. */
static void
matches(struct diagnostics *diagnostics, const char *source, unsigned flags,
	const char *text, const char *expected)
{
	for (unsigned i = 0; i < 2; i++) {
		struct pattern *pattern =
			compiled(diagnostics, source,
				 flags | (i ? (unsigned)PATTERN_UNTRUSTED : 0));
		struct match match;
		struct text got = TEXT("-");

		if (pattern_match(pattern, text_of(text), 0, &match))
			got = text_at(text_of(text), match.groups[0]);
		assert_true(text_is(got, expected));
		assert_false(pattern_late(pattern));
		pattern_free(pattern);
	}
}

static void
refused(struct diagnostics *diagnostics, const char *source, unsigned flags,
	size_t column, const char *part)
{
	struct diagnostic got;

	assert_null(
		pattern_new(text_of(source), flags, false, where, diagnostics));
	assert_int_equal(diagnostics->n_items, 1);
	got = diagnostics->items[0];
	assert_int_equal(got.code, DIAGNOSTIC_PATTERN);
	assert_int_equal(got.where.line, 7);
	assert_int_equal(got.where.column, column);
	assert_non_null(strstr(got.message.bytes, part));
	diagnostics->n_items = 0;
}

static void
letters_are_those_of_unicode(void **state)
{
	matches(*state, "\\w+", 0, "- cliënten -", "cliënten");
	matches(*state, "É", PATTERN_CASELESS, "één", "é");
	matches(*state, "É", 0, "één", "-");
	matches(*state, "\\bn", 0, "één n", "n");
}

static void
lines_end_at_every_unicode_line_end(void **state)
{
	matches(*state, "^b$", PATTERN_MULTILINE, "a\nb\nc", "b");
	matches(*state, "^b$", PATTERN_MULTILINE, "a\r\nb\r\nc", "b");
	matches(*state, "^b$", PATTERN_MULTILINE, "a\rb\u2028c", "b");
	matches(*state, "^b$", 0, "a\nb\nc", "-");
	matches(*state, "a.+", 0, "ab\rc", "ab");
	matches(*state, "a\\Rb", 0, "a\u2028b", "a\u2028b");
}

static void
groups_are_spans_of_the_text(void **state)
{
	struct pattern *pattern = compiled(
		*state, "(?<day>\\d+) (?<month>\\w+)(?: (?<year>\\d+))?", 0);
	struct text text = TEXT("op 1 april");
	struct match match;
	unsigned month = pattern_group(pattern, "month");

	assert_int_equal(month, 2);
	assert_int_equal(pattern_group(pattern, "hour"), 0);
	assert_true(pattern_match(pattern, text, 0, &match));
	assert_true(text_is(text_at(text, match.groups[month]), "april"));
	assert_true(match.set[1]);
	assert_false(match.set[3]);
	assert_int_equal(match.groups[3].len, 0);
	assert_null(match.mark);
	pattern_free(pattern);
}

static void
the_search_goes_on_from_an_offset(void **state)
{
	struct pattern *pattern = compiled(*state, "(?<=é)n", 0);
	struct text text = TEXT("één één");
	struct match match;

	assert_true(pattern_match(pattern, text, 0, &match));
	assert_int_equal(match.groups[0].offset, 4);
	assert_true(pattern_match(pattern, text, 5, &match));
	assert_int_equal(match.groups[0].offset, 10);
	assert_true(pattern_match(pattern, text, 9, &match));
	assert_false(pattern_match(pattern, text, 11, &match));
	assert_false(pattern_match(pattern, text, 12, &match));
	pattern_free(pattern);
}

static void
a_mark_says_which_way_matched(void **state)
{
	struct pattern *pattern =
		compiled(*state, "a(*MARK:first)|b(*MARK:second)", 0);
	struct match match;

	assert_true(pattern_match(pattern, TEXT("xb"), 0, &match));
	assert_string_equal(match.mark, "second");
	pattern_free(pattern);
}

static void
the_source_is_kept(void **state)
{
	struct pattern *pattern = compiled(*state, "^a+", 0);

	assert_true(text_is(pattern_source(pattern), "^a+"));
	pattern_free(pattern);
	pattern_free(NULL);
}

static void
what_does_not_compile_is_shown_with_the_column(void **state)
{
	refused(*state, "(?<a>", 0, 14, "pattern \"(?<a>\": ");
	refused(*state, "(?<a>", 0, 14, "at character 5");
	refused(*state, "éé[", PATTERN_UNTRUSTED, 12,
		"missing terminating ] for character class at character 3");
	refused(*state, "a\n(", 0, 10, "at character 3");
	refused(*state, "(?<a>b)(?<a>c)", 0, 21, "same name");
}

static void
what_matches_nothing_is_refused_unless_asked_for(void **state)
{
	struct pattern *pattern;

	refused(*state, "x*", 0, 10, "matches nothing");
	refused(*state, "", PATTERN_UNTRUSTED, 10, "matches nothing");
	refused(*state, "(?=x)", 0, 10, "matches nothing");
	pattern = pattern_new(TEXT("x*"), 0, true, where, *state);
	assert_non_null(pattern);
	pattern_free(pattern);
}

static void
constructs_that_look_inside_the_program_are_refused(void **state)
{
	refused(*state, "a\\Cb", 0, 12, "\\C");
	refused(*state, "a(?C1)b", 0, 11, "callouts");
	refused(*state, "a(?C1)b", PATTERN_UNTRUSTED, 11, "callouts");
	refused(*state, "a(?C'x')b", PATTERN_UNTRUSTED, 11, "callouts");
}

static void
limits_cannot_be_raised_from_outside(void **state)
{
	refused(*state, "(*NO_JIT)a", PATTERN_UNTRUSTED, 10, "(*NO_JIT)");
	refused(*state, "(*LIMIT_MATCH=999999999)a", PATTERN_UNTRUSTED, 10,
		"(*LIMIT_MATCH=)");
	refused(*state, "(*ANYCRLF)(*LIMIT_HEAP=9)a", PATTERN_UNTRUSTED, 20,
		"may not be used");
}

/* n times a, then b, n times c. */
static char *
repeated(const char *a, const char *b, const char *c, int n)
{
	struct buffer buffer = {NULL, 0, 0};

	for (int i = 0; i < n; i++)
		buffer_add_string(&buffer, a);
	buffer_add_string(&buffer, b);
	for (int i = 0; i < n; i++)
		buffer_add_string(&buffer, c);
	return buffer.bytes;
}

static void
large_patterns_are_refused(void **state)
{
	char *nested = repeated("(", "a", ")", 251);
	char *long_one = repeated("a", "", "", 4097);

	refused(*state, nested, PATTERN_UNTRUSTED, 60, "too deeply nested");
	refused(*state, "((a{1,1000}){1,1000}){1,10}", PATTERN_UNTRUSTED, 36,
		"too large");
	refused(*state, long_one, PATTERN_UNTRUSTED, 10, "longer than 4 KiB");
	refused(*state, "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)", 0, 10,
		"more than 11 groups");
	free(nested);
	free(long_one);
}

static void
a_slow_pattern_is_late_and_counts_as_no_match(void **state)
{
	static const char *const slow[] = {
		"(a+)+$",	"^(a+)+$",   "(a|aa)+$",      "(.*)*x",
		"(\\w+\\s?)*$", "a*a*[b-z]", "(?:a+)+b",      "^(.)*$",
		"(.*?,){20}P",	"(x+x+)+y",  "(a?){40}a{40}", "(\\d+)*\\.",
	};
	char *texts[] = {repeated("a", "!bPy.", "", 1 << 20),
			 repeated("x", "!bPy.", "", 1 << 20),
			 repeated("1", "!bPy.", "", 1 << 20),
			 repeated("a,", "!bPy.", "", 1 << 19)};
	size_t n_late = 0;
	clock_t start = clock();

	for (size_t i = 0; i < sizeof(slow) / sizeof(*slow); i++) {
		struct pattern *pattern =
			pattern_new(text_of(slow[i]), PATTERN_UNTRUSTED, true,
				    where, *state);
		struct match match;

		assert_non_null(pattern);
		pattern_allow(pattern, 0.05);
		for (size_t j = 0; j < 4; j++)
			pattern_match(pattern, text_of(texts[j]), 0, &match);
		n_late += pattern_late(pattern);
		pattern_free(pattern);
	}
	assert_in_range(n_late, 8, 12);
	assert_in_range((clock() - start) / CLOCKS_PER_SEC, 0, 20);
	for (size_t j = 0; j < 4; j++)
		free(texts[j]);
}

static void
time_is_counted_over_all_matches(void **state)
{
	struct pattern *pattern =
		compiled(*state, "a*a*[b-z]", PATTERN_UNTRUSTED);
	char *text = repeated("a", "!", "", 300);
	struct match match;

	pattern_allow(pattern, 0.01);
	for (int i = 0; i < 2000 && !pattern_late(pattern); i++)
		pattern_match(pattern, text_of(text), 0, &match);
	assert_true(pattern_late(pattern));
	assert_false(pattern_match(pattern, TEXT("aab"), 0, &match));
	pattern_free(pattern);
	free(text);
}

static void
a_match_that_explodes_is_stopped_long_before_the_deadline(void **state)
{
	struct pattern *pattern = compiled(*state, "(a+)+$", PATTERN_UNTRUSTED);
	char *text = repeated("a", "!", "", 60);
	struct match match;
	clock_t start = clock();

	assert_false(pattern_match(pattern, text_of(text), 0, &match));
	assert_true(pattern_late(pattern));
	assert_in_range((clock() - start) / CLOCKS_PER_SEC, 0, 5);
	pattern_free(pattern);
	free(text);
}

static void
a_late_pattern_matches_nothing_until_it_is_allowed_more(void **state)
{
	struct pattern *pattern =
		compiled(*state, "a*a*[b-z]", PATTERN_UNTRUSTED);
	char *text = repeated("a", "!", "", 1 << 20);
	struct match match;

	assert_true(pattern_match(pattern, TEXT("aab"), 0, &match));
	pattern_allow(pattern, 0.05);
	assert_false(pattern_match(pattern, text_of(text), 0, &match));
	assert_true(pattern_late(pattern));
	pattern_allow(pattern, 1);
	assert_false(pattern_late(pattern));
	assert_true(pattern_match(pattern, TEXT("aab"), 0, &match));
	pattern_free(pattern);
	free(text);
}

static void
a_trusted_pattern_may_need_a_large_stack(void **state)
{
	struct pattern *pattern = compiled(*state, "(?:a(?=(b?))|c)+!", 0);
	char *text = repeated("ac", "!", "", 20 * 1000);
	struct match match;

	assert_true(pattern_match(pattern, text_of(text), 0, &match));
	assert_int_equal(match.groups[0].len, 40001);
	assert_false(pattern_late(pattern));
	pattern_free(pattern);
	free(text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(letters_are_those_of_unicode),
		TEST(lines_end_at_every_unicode_line_end),
		TEST(groups_are_spans_of_the_text),
		TEST(the_search_goes_on_from_an_offset),
		TEST(a_mark_says_which_way_matched),
		TEST(the_source_is_kept),
		TEST(what_does_not_compile_is_shown_with_the_column),
		TEST(what_matches_nothing_is_refused_unless_asked_for),
		TEST(constructs_that_look_inside_the_program_are_refused),
		TEST(limits_cannot_be_raised_from_outside),
		TEST(large_patterns_are_refused),
		TEST(a_slow_pattern_is_late_and_counts_as_no_match),
		TEST(time_is_counted_over_all_matches),
		TEST(a_match_that_explodes_is_stopped_long_before_the_deadline),
		TEST(a_late_pattern_matches_nothing_until_it_is_allowed_more),
		TEST(a_trusted_pattern_may_need_a_large_stack),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
