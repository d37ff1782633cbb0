/* Names of rows and of organisations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../src/store/name.h"
#include "../../src/store/sound.h"

static void
check_folded(const char *name, const char *folded)
{
	struct arena *arena = arena_new();
	struct text found = name_folded(arena, text_of(name));

	if (!text_is(found, folded))
		fail_msg("%s: %.*s, not %s", name, TEXT_ARG(found), folded);
	arena_free(arena);
}

static void
case_diacritics_and_punctuation_do_not_count(void **state)
{
	(void)state;
	check_folded("Gemeente Súdwest-Testlân", "gemeente sudwest testlan");
	check_folded("Stichting \"De Test\"", "stichting de test");
}

static void
a_leading_article_does_not_count(void **state)
{
	(void)state;
	check_folded("De gemeente Testdam", "gemeente testdam");
	check_folded("Het Testhuis", "testhuis");
	check_folded("een Testhuis", "testhuis");
	check_folded("'t Testhuis", "testhuis");
	check_folded("Delta", "delta");
	check_folded("De", "de");
}

static void
a_leading_count_does_not_count(void **state)
{
	(void)state;
	check_folded("8 basisscholen", "basisscholen");
	check_folded("de 8 basisscholen", "basisscholen");
	check_folded("113", "113");
}

static void
a_name_without_letters_stays(void **state)
{
	(void)state;
	check_folded("***", "***");
}

static void
a_key_is_the_key_columns_divided(void **state)
{
	struct fact fact = {.kind = FACT_MEASUREMENT};
	struct buffer key = {NULL, 0, 0};

	(void)state;
	fact.values[MEASUREMENT_COMPONENT].text = TEXT("a|b\\c");
	fact.values[MEASUREMENT_OBJECT].text = TEXT("proeftuin");
	fact.values[MEASUREMENT_MOMENT].text = TEXT("eind");
	fact.values[MEASUREMENT_GRADE].text = TEXT("8.0");
	name_key(&key, &fact);
	assert_string_equal(key.bytes, "a\\|b\\\\c|proeftuin|eind");
	buffer_release(&key);
}

static void
a_line_ends_at_any_of_three_marks(void **state)
{
	struct lines lines;

	(void)state;
	lines_init(&lines, TEXT("a\nb\r\nc\rd\r"));
	assert_int_equal(lines.n_starts, 5);
	assert_int_equal(lines_find(&lines, 0), 1);
	assert_int_equal(lines_find(&lines, 1), 1);
	assert_int_equal(lines_find(&lines, 2), 2);
	assert_int_equal(lines_find(&lines, 4), 2);
	assert_int_equal(lines_find(&lines, 5), 3);
	assert_int_equal(lines_find(&lines, 7), 4);
	assert_int_equal(lines_find(&lines, 9), 5);
	lines_release(&lines);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_diacritics_and_punctuation_do_not_count),
		cmocka_unit_test(a_leading_article_does_not_count),
		cmocka_unit_test(a_leading_count_does_not_count),
		cmocka_unit_test(a_name_without_letters_stays),
		cmocka_unit_test(a_key_is_the_key_columns_divided),
		cmocka_unit_test(a_line_ends_at_any_of_three_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
