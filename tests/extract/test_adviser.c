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
		"  - { in: wie, from: tu1n, to: tuin, because: a bad scan }\n"
		"  - { in: wie, from: exarnple, to: example, because: "
		"a bad scan }\n";

	assert_facts(*state, layout,
		     "Een proef\n\nAdviseur\n\nAns Bakker, "
		     "a.bakker@tu1n.example\n",
		     FACT_ADVISER, "email email@",
		     "a.bakker@tuin.example a.bakker@tu1n.example");
	assert_facts(*state, layout,
		     "Een proef\n\nAdviseur\n\nAns Bakker, "
		     "a.bakker@tu1n.exarnple.org\n",
		     FACT_ADVISER, "email email@",
		     "a.bakker@tuin.example.org a.bakker@tu1n.exarnple.org");
}

static void
what_stands_behind_a_name_is_no_part_of_it(void **state)
{
	check(state, "Ans Jet Bakker (projectleider) en Elif Vos",
	      "Ans Jet Bakker  0; Elif Vos  0");
	check(state, "Ans Bakker, projectleider, a.bakker@tuin.example",
	      "Ans Bakker a.bakker@tuin.example 1");
	check(state, "Ans Bakker, Projectleider Wonen", "Ans Bakker  0");
	check(state, "Ans Bakker - directeur; Bert Vos coördinator",
	      "Ans Bakker  0; Bert Vos  0");
	check(state, "Ans Bakker <a.bakker@tuin.example>",
	      "Ans Bakker a.bakker@tuin.example 1");
}

static void
a_function_may_stand_before_a_name(void **state)
{
	check(state, "Contact: projectleider Ans Bakker en adviseur Bert Vos",
	      "Ans Bakker  0; Bert Vos  0");
}

static void
a_telephone_number_and_its_words_are_no_names(void **state)
{
	check(state,
	      "Ans Bakker Tel.: 0123-000 214\n"
	      "E-mail: a.bakker@tuin.example",
	      "Ans Bakker a.bakker@tuin.example 1");
	check(state, "Ans Bakker, Mob. 06 00000000 / Mail: info@tuin.example",
	      "Ans Bakker  0");
	check(state, "Ans Bakker 06-00000000, T 0123-000 214", "Ans Bakker  0");
}

static void
either_part_of_a_double_name_will_do(void **state)
{
	check(state, "Lot Bos-de Wit (l.bos@tuin.example)",
	      "Lot Bos-de Wit l.bos@tuin.example 1");
	check(state, "Lot Bos-de Wit (l.wit@tuin.example)",
	      "Lot Bos-de Wit l.wit@tuin.example 1");
	check(state, "Ans Vos-Prins (a.prins@tuin.example)",
	      "Ans Vos-Prins a.prins@tuin.example 1");
	check(state, "Ans Vos-Prins (ans.vosprins@tuin.example)",
	      "Ans Vos-Prins ans.vosprins@tuin.example 1");
	check(state, "Lot Bos-de Wit (m.bos@tuin.example)",
	      "Lot Bos-de Wit  0");
}

static void
who_is_not_known_is_nobody(void **state)
{
	check(state, "Onbekend", "");
	check(state, "N.v.t.", "");
	assert_remarks(*state, "advisers", "N.n.b.", "");
}

static const char sections[] =
	"layout: proef\n"
	"describes: a test\n"
	"language: nl\n"
	"recognise: { headings: [Adviseur] }\n"
	"projects: { one: true, title: first-line, kind: proeftuin }\n"
	"sections:\n"
	"  wie: { heading: Adviseur, holds: advisers }\n"
	"  post: { heading: { key: E-mail }, holds: advisers }\n";

static void
an_address_may_stand_in_another_section_than_the_name(void **state)
{
	assert_facts(*state, sections,
		     "Een proef\n\nAdviseur\n\nAns Bakker en Bert Vos\n\n"
		     "E-mail: b.vos@tuin.example\n",
		     FACT_ADVISER, "adviser email email@",
		     "Ans Bakker  ; Bert Vos b.vos@tuin.example "
		     "b.vos@tuin.example");
	assert_facts(*state, sections,
		     "Een proef\n\nE-mail: a.bakker@tuin.example\n\n"
		     "Adviseur\n\nAns Bakker\n",
		     FACT_ADVISER, "adviser email",
		     "Ans Bakker a.bakker@tuin.example");
}

static void
advisers_may_be_many(void **state)
{
	struct buffer text = {NULL, 0, 0}, expected = {NULL, 0, 0};

	for (int i = 0; i < 40; i++) {
		char first = (char)('A' + i % 26), last = (char)('A' + i / 26);

		buffer_format(&text, "%s%cns %cakker", i ? ", " : "", first,
			      last);
		buffer_format(&expected, "%s%cns %cakker  0", i ? "; " : "",
			      first, last);
	}
	check(state, text.bytes, expected.bytes);
	buffer_release(&text);
	buffer_release(&expected);
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
		cmocka_unit_test(what_stands_behind_a_name_is_no_part_of_it),
		cmocka_unit_test(a_function_may_stand_before_a_name),
		cmocka_unit_test(a_telephone_number_and_its_words_are_no_names),
		cmocka_unit_test(either_part_of_a_double_name_will_do),
		cmocka_unit_test(who_is_not_known_is_nobody),
		cmocka_unit_test(
			an_address_may_stand_in_another_section_than_the_name),
		cmocka_unit_test(advisers_may_be_many),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
