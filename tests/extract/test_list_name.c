/* Items of a list that are proper names, and those that are groups or kinds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/held.h"

/* 1 for a proper name, 0 for a group or kind. */
static void
named(void **state, const char *text, const char *expected)
{
	assert_held(*state, "organisations partner", text, FACT_INVOLVEMENT,
		    "organisation named", expected);
}

static void
a_proper_name_is_named(void **state)
{
	named(state, "MEE, wijkteam Oost, Gemeente Gouda",
	      "MEE 1; wijkteam Oost 1; Gemeente Gouda 1");
	named(state, "Politie Delfland, Zonnig Onderwijs",
	      "Politie Delfland 1; Zonnig Onderwijs 1");
	named(state, "Zorgcoalitie Delta: MEE", "Zorgcoalitie Delta 1; MEE 1");
}

static void
a_group_or_kind_is_not_named(void **state)
{
	named(state, "Inwoners, scholen, Vrijwilligers, politie, wijkteam",
	      "Inwoners 0; scholen 0; Vrijwilligers 0; politie 0; wijkteam 0");
	named(state, "Organisaties in Delft, gemeente",
	      "Organisaties in Delft 0; gemeente 0");
	named(state, "afdelingen (Wmo, Jeugd)", "afdelingen 0; Wmo 0; Jeugd 0");
}

static void
a_name_with_its_field_of_work_is_named(void **state)
{
	named(state,
	      "Plons jeugdhulp, PLONS zorg, Lokale zorg, Speciaal onderwijs",
	      "Plons jeugdhulp 1; PLONS zorg 1; Lokale zorg 0; "
	      "Speciaal onderwijs 0");
	named(state, "JGZ, JGZ Duinland, Jeugd-ggz",
	      "JGZ 0; JGZ Duinland 1; Jeugd-ggz 0");
}

static void
capitals_up_to_a_place_are_a_name(void **state)
{
	named(state,
	      "Ouders Netwerk Autisme Delft, Cliënten Raad Holland Rijnland",
	      "Ouders Netwerk Autisme Delft 1; "
	      "Cliënten Raad Holland Rijnland 1");
	named(state,
	      "Inwoners Delft, Leden Wijkraad Delft, Actieve ouders Delft",
	      "Inwoners Delft 0; Leden Wijkraad Delft 0; "
	      "Actieve ouders Delft 0");
}

static void
the_municipalities_of_a_region_are_known_by_it(void **state)
{
	named(state,
	      "zes gemeenten in de regio Haaglanden, gemeenten in de buurt",
	      "zes gemeenten in de regio Haaglanden 1; "
	      "gemeenten in de buurt 0");
	named(state, "ouders uit gemeenten in Haaglanden",
	      "ouders uit gemeenten in Haaglanden 0");
}

static void
a_department_is_not_named(void **state)
{
	named(state, "afdelingen (Zorg en Wonen, Beheer, Groen)",
	      "afdelingen 0; Zorg 0; Wonen 0; Beheer 0; Groen 0");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_proper_name_is_named),
		cmocka_unit_test(a_group_or_kind_is_not_named),
		cmocka_unit_test(a_name_with_its_field_of_work_is_named),
		cmocka_unit_test(capitals_up_to_a_place_are_a_name),
		cmocka_unit_test(
			the_municipalities_of_a_region_are_known_by_it),
		cmocka_unit_test(a_department_is_not_named),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
