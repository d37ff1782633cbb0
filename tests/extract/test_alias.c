/* Two names of one organisation: in a parenthesis, or by the vocabulary. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/held.h"

static void
partners(void **state, const char *text, const char *expected)
{
	assert_aliases(*state, "organisations partner", text, expected);
}

static void
an_abbreviation_in_a_parenthesis_is_an_alias(void **state)
{
	partners(state, "MEE, Buurtpreventieteam (BPT), Zon",
		 "BPT = Buurtpreventieteam");
	partners(state, "Stichting Het Anker (SHA)",
		 "SHA = Stichting Het Anker");
}

static void
the_long_form_in_a_parenthesis_is_the_name(void **state)
{
	partners(state, "BUZO (Buurtzorgoverleg Waterstad)",
		 "BUZO = Buurtzorgoverleg Waterstad");
}

static void
an_abbreviation_may_be_that_of_any_run_of_words(void **state)
{
	partners(state, "Stichting Samen Sterk Thuis (SST)",
		 "SST = Stichting Samen Sterk Thuis");
	partners(state, "Vereniging Samen Sterk Zeedorp (SS Zeedorp)",
		 "SS Zeedorp = Vereniging Samen Sterk Zeedorp");
	partners(state, "Samen Sterk (SaSt) Zeedorp, Bureau Op de Dijk (BOD)",
		 "BOD = Bureau Op de Dijk");
	partners(state, "Lokaal Buurtoverleg (LOBU) Zeedorp",
		 "LOBU = Lokaal Buurtoverleg Zeedorp");
	partners(state, "Samen Sterk Zeedorp (SS Bergdorp)", "");
}

static void
the_abbreviation_behind_people_is_of_what_they_belong_to(void **state)
{
	partners(state, "leden Lokaal Buurtoverleg (LOBU) Zeedorp",
		 "LOBU = Lokaal Buurtoverleg Zeedorp");
}

static void
a_place_is_no_long_form(void **state)
{
	partners(state, "GOD (Gouda), MEE (Medemblik), GGD (Gouda, Delft)", "");
}

static void
any_other_parenthesis_is_no_alias(void **state)
{
	partners(state, "MEE (Waterstad), Zon (voorzitter), Anker (ZQX)", "");
	partners(state, "organisaties (MEE, Zon en Anker)", "");
}

static void
the_vocabulary_joins_names_that_are_in_the_rows(void **state)
{
	partners(state, "Stichting Halt, MEE",
		 "Stichting Halt = Halt; Bureau Halt = Halt");
	partners(state, "De Libertas", "Libertas = Libertas Leiden");
	partners(state, "MEE", "");
}

static void
a_row_keeps_the_name_that_is_printed(void **state)
{
	assert_held(*state, "organisations partner",
		    "Stichting Halt, Buurtpreventieteam (BPT)",
		    FACT_INVOLVEMENT, "organisation note",
		    "Stichting Halt ; Buurtpreventieteam ");
}

static void
what_the_vocabulary_says_of_an_abbreviation_comes_first(void **state)
{
	partners(state, "Wijkopbouwteam (WOT)", "WOT = WijkOndersteuningsTeam");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_abbreviation_in_a_parenthesis_is_an_alias),
		cmocka_unit_test(the_long_form_in_a_parenthesis_is_the_name),
		cmocka_unit_test(
			an_abbreviation_may_be_that_of_any_run_of_words),
		cmocka_unit_test(
			the_abbreviation_behind_people_is_of_what_they_belong_to),
		cmocka_unit_test(a_place_is_no_long_form),
		cmocka_unit_test(any_other_parenthesis_is_no_alias),
		cmocka_unit_test(
			the_vocabulary_joins_names_that_are_in_the_rows),
		cmocka_unit_test(a_row_keeps_the_name_that_is_printed),
		cmocka_unit_test(
			what_the_vocabulary_says_of_an_abbreviation_comes_first),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
