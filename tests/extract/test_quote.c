/* Quotes: the text between the outer marks, and who says it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/held.h"

static void
check(void **state, const char *text, const char *expected)
{
	assert_held(*state, "quotes", text, FACT_QUOTE, "ordinal text speaker",
		    expected);
}

static void
outer_marks_and_one_closing_stop_come_off(void **state)
{
	check(state, "“Wij doen het zelf.”", "1 Wij doen het zelf ");
	check(state, "\"Wij doen het zelf\".", "1 Wij doen het zelf ");
	check(state, "„Wij doen het zelf”", "1 Wij doen het zelf ");
	check(state, "«Wij doen het zelf.»", "1 Wij doen het zelf ");
}

static void
single_marks_are_outer_marks_as_a_pair(void **state)
{
	check(state, "‘Wij doen het zelf.’", "1 Wij doen het zelf ");
	check(state, "Een buur: 'Wij doen het zelf.'",
	      "1 Wij doen het zelf Een buur");
}

static void
marks_inside_stay(void **state)
{
	check(state, "“Hij zei ‘ja’ en “nee” erbij.”",
	      "1 Hij zei ‘ja’ en “nee” erbij ");
}

static void
other_closing_marks_stay(void **state)
{
	check(state, "“Wat mooi!”", "1 Wat mooi! ");
	check(state, "“En toen...”", "1 En toen... ");
	check(state, "“Dat kost 3 euro (of 4)”", "1 Dat kost 3 euro (of 4) ");
}

static void
the_stop_of_an_abbreviation_stays(void **state)
{
	check(state, "“Het heet Zon B.V.”", "1 Het heet Zon B.V. ");
}

static void
who_stands_before_it_with_a_colon_is_the_speaker(void **state)
{
	check(state, "Buurvrouw: “Kom maar binnen.”",
	      "1 Kom maar binnen Buurvrouw");
	check(state, "Wethouder (zorg): “Mooi zo.”",
	      "1 Mooi zo Wethouder (zorg)");
}

static void
who_stands_behind_it_in_parentheses_is_the_speaker(void **state)
{
	check(state, "“Kom maar binnen.” (een buurvrouw)",
	      "1 Kom maar binnen een buurvrouw");
	check(state, "*“Kom binnen!”* (een buurvrouw).",
	      "1 Kom binnen! een buurvrouw");
}

static void
who_stands_behind_a_dash_is_the_speaker(void **state)
{
	check(state, "“Kom maar binnen.” – een buurvrouw",
	      "1 Kom maar binnen een buurvrouw");
}

static void
who_stands_behind_a_word_of_saying_is_the_speaker(void **state)
{
	check(state, "“Kom maar binnen.”, zegt een buurvrouw.",
	      "1 Kom maar binnen een buurvrouw");
	check(state, "‘Kom maar binnen’, vertelt Mies d'Arc",
	      "1 Kom maar binnen Mies d'Arc");
	check(state, "“Kom ‘gewoon’ binnen!” aldus de bakker.",
	      "1 Kom ‘gewoon’ binnen! de bakker");
	check(state, "“Kom maar binnen,” zo vertelt Mies.",
	      "1 Kom maar binnen Mies");
}

static void
what_else_stands_behind_it_is_remarked(void **state)
{
	const char *laughed = "“Kom maar binnen”, lachte de bakker.";

	check(state, laughed, "1 Kom maar binnen”, lachte de bakker ");
	assert_remarks(*state, "quotes", laughed, "quote-unclear");
	assert_remarks(*state, "quotes", "“Kom”, zegt Mies. “Kom binnen.”",
		       "quote-unclear");
	assert_remarks(*state, "quotes", "“Zij zei “ja” en kwam binnen.”", "");
	assert_remarks(*state, "quotes", "“Kom binnen.”", "");
	assert_remarks(*state, "quotes", "“Kom binnen”, zegt Mies.", "");
}

static void
a_colon_inside_names_no_speaker(void **state)
{
	check(state, "“Ik zeg altijd: doe het samen.”",
	      "1 Ik zeg altijd: doe het samen ");
}

static void
each_paragraph_is_one_quotation(void **state)
{
	check(state, "“Eén. Twee.”\n\n“Drie.”\n\n- “Vier.”",
	      "1 Eén. Twee ; 2 Drie ; 3 Vier ");
}

static void
a_paragraph_without_marks_is_none(void **state)
{
	check(state,
	      "Dit zeiden de buren.\n\n“Het was fijn.”\n\nPostbus 1\n1234 AB "
	      "Zeedorp",
	      "1 Het was fijn ");
}

static void
a_page_break_inside_is_a_blank(void **state)
{
	check(state, "“Wij doen dit met\n\nde hele straat.”",
	      "1 Wij doen dit met de hele straat ");
}

static void
a_word_in_marks_inside_prose_is_no_quotation(void **state)
{
	check(state, "De buren noemen het “de tuin” en meer niet.", "");
}

static void
a_quote_is_proved_by_its_words(void **state)
{
	assert_held(*state, "quotes", "Een buur: “Kom binnen.”", FACT_QUOTE,
		    "text@ speaker@ rule",
		    "Kom binnen Een buur quote.paragraph");
}

static void
without_a_section_of_quotes_there_are_none(void **state)
{
	assert_held(*state, "themes", "“Kom binnen.”", FACT_QUOTE, "text", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(outer_marks_and_one_closing_stop_come_off),
		cmocka_unit_test(single_marks_are_outer_marks_as_a_pair),
		cmocka_unit_test(marks_inside_stay),
		cmocka_unit_test(other_closing_marks_stay),
		cmocka_unit_test(the_stop_of_an_abbreviation_stays),
		cmocka_unit_test(
			who_stands_before_it_with_a_colon_is_the_speaker),
		cmocka_unit_test(
			who_stands_behind_it_in_parentheses_is_the_speaker),
		cmocka_unit_test(who_stands_behind_a_dash_is_the_speaker),
		cmocka_unit_test(
			who_stands_behind_a_word_of_saying_is_the_speaker),
		cmocka_unit_test(what_else_stands_behind_it_is_remarked),
		cmocka_unit_test(a_colon_inside_names_no_speaker),
		cmocka_unit_test(each_paragraph_is_one_quotation),
		cmocka_unit_test(a_paragraph_without_marks_is_none),
		cmocka_unit_test(a_page_break_inside_is_a_blank),
		cmocka_unit_test(a_word_in_marks_inside_prose_is_no_quotation),
		cmocka_unit_test(a_quote_is_proved_by_its_words),
		cmocka_unit_test(without_a_section_of_quotes_there_are_none),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
