/* Pieces of text and spans: their edges, and that nothing is read beyond. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/base/text.h"

static void
an_empty_text_equals_a_null_text(void **state)
{
	(void)state;
	assert_true(text_equal((struct text){NULL, 0}, TEXT("")));
	assert_true(text_is(text_of(NULL), ""));
	assert_int_equal(text_compare((struct text){NULL, 0}, TEXT("")), 0);
}

static void
texts_compare_by_bytes_then_length(void **state)
{
	(void)state;
	assert_true(text_compare(TEXT("a"), TEXT("b")) < 0);
	assert_true(text_compare(TEXT("ab"), TEXT("a")) > 0);
	assert_true(text_compare(TEXT("z"), TEXT("\xC3\xA9")) < 0);
	assert_false(text_equal(TEXT("a"), TEXT("a\0b")));
}

static void
a_prefix_longer_than_the_text_does_not_match(void **state)
{
	(void)state;
	assert_true(text_starts(TEXT("Gouda"), "Gou"));
	assert_true(text_ends(TEXT("Gouda"), "da"));
	assert_true(text_starts(TEXT(""), ""));
	assert_false(text_starts(TEXT("Go"), "Gouda"));
	assert_false(text_ends(TEXT("da"), "Gouda"));
}

static void
a_needle_is_found_at_or_after_from(void **state)
{
	struct text hay = TEXT("wijk na wijk");

	(void)state;
	assert_int_equal(text_find(hay, TEXT("wijk"), 0), 0);
	assert_int_equal(text_find(hay, TEXT("wijk"), 1), 8);
	assert_int_equal(text_find(hay, TEXT("wijk"), 9), hay.len);
	assert_int_equal(text_find(hay, TEXT(""), 3), 3);
	assert_int_equal(text_find(hay, TEXT("wijk"), SIZE_MAX), hay.len);
}

static void
a_piece_is_cut_off_at_the_end_of_the_text(void **state)
{
	struct text a = TEXT("plein");

	(void)state;
	assert_true(text_is(text_sub(a, 1, 3), "lei"));
	assert_true(text_is(text_sub(a, 3, SIZE_MAX), "in"));
	assert_int_equal(text_sub(a, 9, 1).len, 0);
	assert_true(text_is(text_at(a, (struct span){0, 2}), "pl"));
}

static void
trimming_takes_white_space_from_both_ends(void **state)
{
	(void)state;
	assert_true(
		text_is(text_trim(TEXT(" \t\r\n een wijk \v\f")), "een wijk"));
	assert_int_equal(text_trim(TEXT(" \n ")).len, 0);
}

static void
a_span_that_ends_before_it_starts_is_empty(void **state)
{
	struct span span = span_of(5, 3);

	(void)state;
	assert_int_equal(span.len, 0);
	assert_int_equal(span_end(span_of(3, 5)), 5);
}

static void
a_span_holds_what_lies_wholly_inside(void **state)
{
	struct span outer = span_of(10, 20);

	(void)state;
	assert_true(span_holds(outer, outer));
	assert_true(span_holds(outer, span_of(12, 13)));
	assert_false(span_holds(outer, span_of(9, 12)));
	assert_false(span_holds(outer, span_of(12, 21)));
}

static void
joining_with_an_empty_span_changes_nothing(void **state)
{
	struct span span = span_of(3, 5);
	struct span joined = span_join(span, span_of(10, 12));

	(void)state;
	assert_int_equal(joined.offset, 3);
	assert_int_equal(span_end(joined), 12);
	joined = span_join(span, (struct span){100, 0});
	assert_memory_equal(&joined, &span, sizeof(span));
	joined = span_join((struct span){0, 0}, span);
	assert_memory_equal(&joined, &span, sizeof(span));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_text_equals_a_null_text),
		cmocka_unit_test(texts_compare_by_bytes_then_length),
		cmocka_unit_test(a_prefix_longer_than_the_text_does_not_match),
		cmocka_unit_test(a_needle_is_found_at_or_after_from),
		cmocka_unit_test(a_piece_is_cut_off_at_the_end_of_the_text),
		cmocka_unit_test(trimming_takes_white_space_from_both_ends),
		cmocka_unit_test(a_span_that_ends_before_it_starts_is_empty),
		cmocka_unit_test(a_span_holds_what_lies_wholly_inside),
		cmocka_unit_test(joining_with_an_empty_span_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
