/* Advisers: one row a person, each with the address that spells the name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/held.h"

static void
check(void **state, const char *text, const char *expected)
{
	assert_held(*state, "advisers", text, FACT_ADVISER,
		    "adviser email contact", expected);
}

static void
an_address_belongs_to_the_person_whose_name_it_spells(void **state)
{
	check(state, "Ans Bakker, Bert Vos (b.vos@tuin.example)",
	      "Ans Bakker  0; Bert Vos b.vos@tuin.example 1");
	check(state, "Ans Bakker, Bert Vos (a.bakker@tuin.example)",
	      "Ans Bakker a.bakker@tuin.example 1; Bert Vos  0");
	check(state, "Jet van der Meer, j.vd.meer@tuin.example",
	      "Jet van der Meer j.vd.meer@tuin.example 1");
}

static void
each_person_may_have_an_address(void **state)
{
	check(state,
	      "Ans Bakker\na.bakker@tuin.example\nBert Vos\n"
	      "b.vos@tuin.example",
	      "Ans Bakker a.bakker@tuin.example 1; Bert Vos "
	      "b.vos@tuin.example 1");
}

static void
marks_on_letters_are_spelt_without(void **state)
{
	check(state, "Zoë Ünal (z.unal@tuin.example)",
	      "Zoë Ünal z.unal@tuin.example 1");
}

static void
persons_stand_behind_en_commas_and_slashes(void **state)
{
	check(state, "Ans Bakker / Bert Vos en Cor Prins",
	      "Ans Bakker  0; Bert Vos  0; Cor Prins  0");
}

static void
of_two_who_could_own_it_the_nearest_before_it_does(void **state)
{
	check(state, "Ans Bakker, Alma Bakker (a.bakker@tuin.example)",
	      "Ans Bakker  0; Alma Bakker a.bakker@tuin.example 1");
}

static void
a_title_before_a_name_is_no_part_of_it(void **state)
{
	check(state, "drs. Ans Bakker, mevr. dr. Els Vos",
	      "Ans Bakker  0; Els Vos  0");
}

static void
an_address_that_spells_nobodys_name_is_left_out_and_remarked(void **state)
{
	check(state, "Ans Bakker (info@tuin.example)", "Ans Bakker  0");
	assert_remarks(*state, "advisers", "Ans Bakker (info@tuin.example)",
		       "address-unmatched");
}

static void
a_closing_stop_is_no_part_of_an_address(void **state)
{
	check(state, "Ans Bakker, a.bakker@tuin.example.",
	      "Ans Bakker a.bakker@tuin.example 1");
}

static void
a_declared_repair_changes_the_address_and_not_its_proof(void **state)
{
	static const char layout[] =
		"layout: proef\n"
		"describes: a test\n"
		"language: nl\n"
		"recognise: { headings: [Adviseur] }\n"
		"projects: { one: true, title: first-line, kind: proeftuin }\n"
		"sections: { wie: { heading: Adviseur, holds: advisers } }\n"
		"repairs:\n"
		"  - { in: wie, from: tu1n, to: tuin, because: a bad scan }\n";

	assert_facts(*state, layout,
		     "Een proef\n\nAdviseur\n\nAns Bakker, "
		     "a.bakker@tu1n.example\n",
		     FACT_ADVISER, "email email@",
		     "a.bakker@tuin.example a.bakker@tu1n.example");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			an_address_belongs_to_the_person_whose_name_it_spells),
		cmocka_unit_test(each_person_may_have_an_address),
		cmocka_unit_test(marks_on_letters_are_spelt_without),
		cmocka_unit_test(persons_stand_behind_en_commas_and_slashes),
		cmocka_unit_test(
			of_two_who_could_own_it_the_nearest_before_it_does),
		cmocka_unit_test(a_title_before_a_name_is_no_part_of_it),
		cmocka_unit_test(
			an_address_that_spells_nobodys_name_is_left_out_and_remarked),
		cmocka_unit_test(a_closing_stop_is_no_part_of_an_address),
		cmocka_unit_test(
			a_declared_repair_changes_the_address_and_not_its_proof),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
