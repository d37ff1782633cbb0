/* Fields of a layout's own: what a value is, by its type. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/extract_support.h"

/* The text under one heading, which holds this field. */
static void
put_field(struct buffer *layout, struct buffer *report, const char *declared,
	  const char *text)
{
	buffer_format(layout,
		      "layout: proef\nrecognise: { headings: [Veld] }\n"
		      "projects: { one: true, title: first-line, kind: p }\n"
		      "fields: { veld: %s }\n"
		      "sections: { s: { heading: Veld, holds: field veld } }\n",
		      declared);
	buffer_format(report, "Titel\n\nVeld\n\n%s\n", text);
}

static void
field(void **state, const char *declared, const char *text,
      const char *expected)
{
	struct buffer layout = {NULL, 0, 0}, report = {NULL, 0, 0};

	put_field(&layout, &report, declared, text);
	assert_facts(*state, layout.bytes, report.bytes, FACT_FIELD,
		     "value value@ scale", expected);
	buffer_release(&layout);
	buffer_release(&report);
}

/* Such a text is not pointed out as one that could not be read. */
static void
silent(void **state, const char *declared, const char *text)
{
	struct buffer layout = {NULL, 0, 0}, report = {NULL, 0, 0};

	put_field(&layout, &report, declared, text);
	assert_int_equal(messages_of(*state, layout.bytes, report.bytes,
				     DIAGNOSTIC_FIELD_UNREAD),
			 0);
	buffer_release(&layout);
	buffer_release(&report);
}

static void
text_is_what_is_printed(void **state)
{
	field(state, "text", "Een dag in de week.",
	      "Een dag in de week Een dag in de week ");
	field(state, "text", "", "");
}

static void
numbers_are_read_as_dutch_writes_them(void **state)
{
	field(state, "number", "circa 1.250 mensen", "1250 1.250 number");
	field(state, "{ scale: euro }", "€ 12.500,75",
	      "12500.75 12.500,75 euro");
	field(state, "number", "-3", "-3 -3 number");
	field(state, "number", "12.5", "12.5 12.5 number");
	field(state, "number", "onbekend", "");
}

static void
numbers_have_blanks_multiples_and_signs_of_money(void **state)
{
	field(state, "number", "1 000 000", "1000000 1 000 000 number");
	field(state, "number", "1 miljoen", "1000000 1 miljoen number");
	field(state, "number", "zo'n 2,5 mln.", "2500000 2,5 mln number");
	field(state, "number", "0,25 duizend", "250 0,25 duizend number");
	field(state, "number", "1,2345 duizend",
	      "1234.5 1,2345 duizend number");
	field(state, "number", "€ 1.250,-", "1250 1.250 number");
	field(state, "number", "ca. 1.200", "1200 1.200 number");
	field(state, "number", "12.500,50 euro", "12500.50 12.500,50 number");
	field(state, "number", "1.250.000", "1250000 1.250.000 number");
	field(state, "number", "in 2020 100 mensen", "2020 2020 number");
}

static void
numbers_may_be_words_where_there_are_no_figures(void **state)
{
	field(state, "number", "Tachtig bewoners", "80 Tachtig number");
	field(state, "number", "een groep van vijfentwintig",
	      "25 vijfentwintig number");
	field(state, "number", "drieëntwintig", "23 drieëntwintig number");
	field(state, "number", "honderdtwintig", "120 honderdtwintig number");
	field(state, "number", "twee miljoen", "2000000 twee miljoen number");
	field(state, "number", "Eén", "1 Eén number");
	field(state, "number", "een", "1 een number");
	field(state, "number", "twee wijken met 40 huizen", "40 40 number");
	field(state, "number", "een wijk, honderden mensen, ervan", "");
}

static void
the_number_with_the_unit_of_the_scale_is_meant(void **state)
{
	field(state, "{ scale: '%' }", "Van de 40 huizen 45,5%", "45.5 45,5 %");
	field(state, "{ scale: '%' }", "3 keer 12 procent", "12 12 %");
	field(state, "{ scale: procent }", "3 keer 12 %", "12 12 procent");
	field(state, "{ scale: '%' }", "ruim 40", "40 40 %");
	field(state, "{ scale: euro }", "In 2019 € 500", "500 500 euro");
	field(state, "{ scale: uur }", "3 dagen van 8 uur", "8 8 uur");
}

static void
a_word_for_nothing_is_no_value_of_any_type(void **state)
{
	static const char *const types[] = {"text", "number", "date", "list",
					    "{ of: [wel, niet te doen] }"};
	static const char *const words[] = {"n.v.t.", "Onbekend", "-",	 "–",
					    "geen",   "n.n.b.",	  "...", "?"};

	for (size_t i = 0; i < 5; i++)
		for (size_t j = 0; j < 8; j++) {
			field(state, types[i], words[j], "");
			silent(state, types[i], words[j]);
		}
	field(state, "{ scale: [geen, deels] }", "Geen.",
	      "geen Geen geen < deels");
	field(state, "text", "geen bezwaar", "geen bezwaar geen bezwaar ");
	field(state, "list", "Els; n.v.t.", "Els Els; n.v.t. list");
}

static void
a_word_for_nothing_gives_no_fact_of_any_kind(void **state)
{
	static const char layout[] =
		"layout: proef\nrecognise: { headings: [{ key: Plaats }] }\n"
		"projects: { one: true, title: first-line, kind: p }\n"
		"sections:\n"
		"  a: { heading: { key: Plaats }, holds: [area, places] }\n"
		"  b: { heading: { key: Periode }, holds: period }\n"
		"  c: { heading: { key: Einde }, holds: period end }\n"
		"  d: { heading: { key: Partners },"
		" holds: organisations partner }\n"
		"  e: { heading: { key: Adviseur }, holds: advisers }\n";
	static const char *const words[] = {"N.v.t.", "Onbekend", "-", "Geen",
					    "N.n.b."};

	for (size_t i = 0; i < 5; i++) {
		struct buffer text = {NULL, 0, 0};

		buffer_format(&text,
			      "Titel\n\nPlaats: %s\nPeriode: %s\nEinde: %s\n"
			      "Partners: %s\nAdviseur: %s\n",
			      words[i], words[i], words[i], words[i], words[i]);
		assert_facts(*state, layout, text.bytes, FACT_PROJECT,
			     "area start end", "  ");
		assert_facts(*state, layout, text.bytes, FACT_PLACE, "place",
			     "");
		assert_facts(*state, layout, text.bytes, FACT_INVOLVEMENT,
			     "organisation", "");
		assert_facts(*state, layout, text.bytes, FACT_ADVISER,
			     "adviser", "");
		assert_int_equal(messages_of(*state, layout, text.bytes,
					     DIAGNOSTIC_DATE_UNCLEAR),
				 0);
		assert_int_equal(messages_of(*state, layout, text.bytes,
					     DIAGNOSTIC_LIST_UNCLEAR),
				 0);
		buffer_release(&text);
	}
}

static void
dates_have_the_precision_of_the_text(void **state)
{
	field(state, "date", "op 3 mei 2020", "2020-05-03 3 mei 2020 date");
	field(state, "date", "in 2019", "2019 2019 date");
	field(state, "date", "april '21", "2021-04 april '21 date");
	field(state, "date", "voorjaar 2020", "2020 2020 date");
}

static void
dates_in_figures_may_have_a_short_year_when_they_stand_alone(void **state)
{
	field(state, "date", "01-04-21", "2021-04-01 01-04-21 date");
	field(state, "date", "1/4/21", "2021-04-01 1/4/21 date");
	field(state, "date", "1/4/2021", "2021-04-01 1/4/2021 date");
	field(state, "date", "2021-04-01", "2021-04-01 2021-04-01 date");
	field(state, "date", "op 01-04-'21", "2021-04-01 01-04-'21 date");
	field(state, "date", "01-04-’21", "2021-04-01 01-04-’21 date");
	field(state, "date", "40-04-21", "");
	field(state, "date", "versie 01-04-21", "");
}

static void
a_choice_is_one_of_its_words(void **state)
{
	field(state, "{ scale: [geen, deels, sprake] }", "Hier is sprake van.",
	      "sprake sprake geen < deels < sprake");
	field(state, "{ of: [wel, wel degelijk] }", "Wel degelijk!",
	      "wel degelijk Wel degelijk wel | wel degelijk");
	field(state, "{ of: [wel, niet] }", "misschien", "");
}

static void
a_word_of_a_choice_may_have_other_spellings(void **state)
{
	field(state, "{ of: { klaar: [afgerond, gereed], loopt: lopend } }",
	      "Is gereed.", "klaar gereed klaar | loopt");
	field(state, "{ scale: { geen: [], deels: [half, ten dele] } }",
	      "TEN DELE", "deels TEN DELE geen < deels");
	field(state, "{ of: { klaar: [], loopt: [] } }", "Loopt",
	      "loopt Loopt klaar | loopt");
}

static void
of_boxes_the_ticked_one_counts(void **state)
{
	static const char choice[] = "{ of: [afgerond, lopend] }";

	field(state, choice, "[ ] Afgerond [x] Lopend",
	      "lopend Lopend afgerond | lopend");
	field(state, choice, "( ) Afgerond (X) Lopend",
	      "lopend Lopend afgerond | lopend");
	field(state, choice, "☐ Afgerond\n\n☒ Lopend",
	      "lopend Lopend afgerond | lopend");
	field(state, choice, "Afgerond ☐ Lopend ☑",
	      "lopend Lopend afgerond | lopend");
	field(state, choice, "Status: ☐ Afgerond ■ Lopend",
	      "lopend Lopend afgerond | lopend");
	field(state, choice, "☐ Afgerond ☐ Lopend", "");
	silent(state, choice, "☐ Afgerond ☐ Lopend");
	field(state, "list", "☒ Zorg ☐ Wonen ☒ Werk",
	      "Zorg; Werk ☒ Zorg ☐ Wonen ☒ Werk list");
}

static void
a_choice_may_be_a_label_of_a_vocabulary(void **state)
{
	field(state, "{ set: participation.stances }", "Het is niet gelukt.",
	      "niet niet ");
}

static void
a_list_has_an_item_a_line_or_between_signs(void **state)
{
	field(state, "list", "Els\n\nPiet", "Els; Piet Els\n\nPiet list");
	field(state, "list", "Els, Piet, Kees",
	      "Els; Piet; Kees Els, Piet, Kees list");
	field(state, "list", "7,5 uur, 8 uur",
	      "7,5 uur; 8 uur 7,5 uur, 8 uur list");
}

static void
the_last_item_behind_commas_may_be_two(void **state)
{
	field(state, "list", "Wandelen, koken en straattheater.",
	      "Wandelen; koken; straattheater Wandelen, koken en "
	      "straattheater. list");
	field(state, "list", "Zorg en welzijn",
	      "Zorg en welzijn Zorg en "
	      "welzijn list");
	field(state, "list", "Sport, buurt- en wijkwerk",
	      "Sport; buurt- en wijkwerk Sport, buurt- en wijkwerk list");
}

static void
lines_of_a_list_are_parted_further(void **state)
{
	field(state, "list", "Gemeente Delft, JSO\n\nStichting Halt",
	      "Gemeente Delft; JSO; Stichting Halt "
	      "Gemeente Delft, JSO\n\nStichting Halt list");
	field(state, "list", "straat, groen\nspelen",
	      "straat; groen; spelen straat, groen\nspelen list");
	/* What is said of a name belongs to it. */
	field(state, "list", "Els Vos, voorzitter\n\nPiet Bos, lid",
	      "Els Vos, voorzitter; Piet Bos, lid "
	      "Els Vos, voorzitter\n\nPiet Bos, lid list");
	/* A line that ends in a comma goes on. */
	field(state, "list", "Gemeente Delft, JSO,\nStichting Halt",
	      "Gemeente Delft; JSO; Stichting Halt "
	      "Gemeente Delft, JSO,\nStichting Halt list");
}

static void
a_pattern_says_which_part_is_the_value(void **state)
{
	field(state, "{ type: number, pattern: '/ (?<value>\\d+)' }", "10 / 9",
	      "9 9 number");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_what_is_printed),
		cmocka_unit_test(numbers_are_read_as_dutch_writes_them),
		cmocka_unit_test(a_word_for_nothing_is_no_value_of_any_type),
		cmocka_unit_test(
			the_number_with_the_unit_of_the_scale_is_meant),
		cmocka_unit_test(
			numbers_may_be_words_where_there_are_no_figures),
		cmocka_unit_test(
			numbers_have_blanks_multiples_and_signs_of_money),
		cmocka_unit_test(a_word_for_nothing_gives_no_fact_of_any_kind),
		cmocka_unit_test(dates_have_the_precision_of_the_text),
		cmocka_unit_test(
			dates_in_figures_may_have_a_short_year_when_they_stand_alone),
		cmocka_unit_test(a_choice_is_one_of_its_words),
		cmocka_unit_test(of_boxes_the_ticked_one_counts),
		cmocka_unit_test(a_word_of_a_choice_may_have_other_spellings),
		cmocka_unit_test(a_choice_may_be_a_label_of_a_vocabulary),
		cmocka_unit_test(a_list_has_an_item_a_line_or_between_signs),
		cmocka_unit_test(the_last_item_behind_commas_may_be_two),
		cmocka_unit_test(lines_of_a_list_are_parted_further),
		cmocka_unit_test(a_pattern_says_which_part_is_the_value),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
