/* Dates as the codebook writes them: printed under a heading, or told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/held.h"

/* start and end of a period that is printed. */
static void
period(void **state, const char *text, const char *expected)
{
	assert_held(*state, "period", text, FACT_PROJECT, "start end",
		    expected);
}

/* What the heading's text says beyond the years. */
static void
note(void **state, const char *text, const char *expected)
{
	assert_held(*state, "period", text, FACT_PROJECT, "period_note",
		    expected);
}

/* start and end that sentences tell, in a document of 5 May 2017. */
static void
told(void **state, const char *text, const char *expected)
{
	struct buffer dated = {NULL, 0, 0};

	buffer_format(&dated, "5 mei 2017\n\n%s", text);
	assert_held(*state, "period prose", dated.bytes, FACT_PROJECT,
		    "start end", expected);
	buffer_release(&dated);
}

/* The words that prove the start. */
static void
since_a_date_says_no_end(void **state)
{
	period(state, "Vanaf september 2016", "2016-09 ");
	period(state, "Sinds 2015", "2015 ");
	period(state, "2016-heden", "2016 ");
	period(state, "In 2016", "2016 2016");
	period(state, "Vanaf 2015 tot 2017", "2015 2017");
	note(state, "Vanaf september 2016", "");
	note(state, "2016 – heden, elke week", "elke week");
}

static void
what_only_leads_up_to_the_date_is_no_note(void **state)
{
	note(state, "In 2016 en 2017", "");
	note(state, "Periode: 2016", "");
	note(state, "Najaar 2016", "Najaar");
}

static void
a_month_may_stand_in_figures_before_its_year(void **state)
{
	period(state, "04/2016 - 12/2016", "2016-04 2016-12");
	period(state, "04-2016 tot 12-2017", "2016-04 2017-12");
	period(state, "2016/2017", "2016 2017");
}

static void
years_that_are_listed_go_from_the_first_to_the_last(void **state)
{
	period(state, "2015, 2016 en 2017", "2015 2017");
	period(state, "2015, 2016", "2015 2015");
	note(state, "2015, 2016 en 2017", "");
}

static void
a_season_may_stand_before_the_second_year(void **state)
{
	period(state, "Voorjaar 2016 tot najaar 2017", "2016 2017");
	note(state, "Voorjaar 2016 tot najaar 2017", "Voorjaar");
	period(state, "Start april 2016, loopt door", "2016-04 ");
}

static void
a_quarter_lasts_three_months(void **state)
{
	period(state, "Eerste kwartaal 2017", "2017-01 2017-03");
}

static void
proof(void **state, const char *text, const char *expected)
{
	struct buffer dated = {NULL, 0, 0};

	buffer_format(&dated, "5 mei 2017\n\n%s", text);
	assert_held(*state, "period prose", dated.bytes, FACT_PROJECT, "start@",
		    expected);
	buffer_release(&dated);
}

static void
a_single_year_is_start_and_end(void **state)
{
	period(state, "2016", "2016 2016");
}

static void
two_years_are_start_and_end(void **state)
{
	period(state, "2016-2017", "2016 2017");
	period(state, "2016 – 2018", "2016 2018");
	period(state, "2016/2017", "2016 2017");
	period(state, "2016 en 2017", "2016 2017");
	period(state, "2016 tot en met 2018", "2016 2018");
	period(state, "2016 t/m 2018", "2016 2018");
}

static void
a_date_is_as_precise_as_its_words(void **state)
{
	period(state, "maart 2017", "2017-03 2017-03");
	period(state, "1 april 2017", "2017-04-01 2017-04-01");
	period(state, "1 sept. 2015 - 30 juni 2016", "2015-09-01 2016-06-30");
}

static void
the_year_of_the_end_is_that_of_the_start_too(void **state)
{
	period(state, "april tot juni 2018", "2018-04 2018-06");
}

static void
figures_alone_are_a_date(void **state)
{
	period(state, "01-04-2017", "2017-04-01 2017-04-01");
	period(state, "1/4/2017", "2017-04-01 2017-04-01");
	period(state, "2017-04-01", "2017-04-01 2017-04-01");
}

static void
a_year_of_two_figures_has_an_apostrophe(void **state)
{
	period(state, "'16-'17", "2016 2017");
	period(state, "2016-’17", "2016 2017");
	period(state, "september ’16", "2016-09 2016-09");
}

static void
a_part_of_a_year_is_a_month(void **state)
{
	period(state, "begin 2016", "2016-01 2016-01");
	period(state, "medio 2016", "2016-06 2016-06");
	period(state, "eind 2016", "2016-12 2016-12");
	period(state, "begin 2016 tot eind 2017", "2016-01 2017-12");
}

static void
half_a_year_is_six_months(void **state)
{
	period(state, "tweede helft 2016", "2016-07 2016-12");
	period(state, "eerste helft van 2017", "2017-01 2017-06");
	period(state, "tweede helft van 2016 tot eerste helft van 2018",
	       "2016-07 2018-06");
}

static void
a_day_that_no_calendar_has_is_left_out(void **state)
{
	period(state, "31 februari 2017", "2017-02 2017-02");
	period(state, "29 februari 2016", "2016-02-29 2016-02-29");
	period(state, "29 februari 2017", "2017-02 2017-02");
	period(state, "45-13-2017", "2017 2017");
}

static void
other_numbers_are_no_years(void **state)
{
	period(state, "1899", " ");
	period(state, "12345", " ");
	period(state, "2016 deelnemers in 2017", "2016 2016");
}

static void
what_stands_beyond_the_years_is_a_note(void **state)
{
	note(state, "2016-2017, daarna in de hele stad",
	     "daarna in de hele stad");
	note(state, "2016 (een proef in één wijk)", "een proef in één wijk");
	note(state, "schooljaar 2016-2017", "schooljaar");
	note(state, "2016-2017.", "");
}

static void
a_word_that_only_ties_two_dates_is_no_note(void **state)
{
	note(state, "Van september 2015 tot en met december 2016", "");
}

static void
a_period_without_a_year_is_remarked(void **state)
{
	assert_remarks(*state, "period", "in overleg met de buurt",
		       "date-unclear");
	assert_remarks(*state, "period", "2016", "");
}

static void
a_year_is_named_from_that_of_publication(void **state)
{
	told(state, "Het loopt sinds begin dit jaar.", "2017-01 ");
	told(state, "Wij doen dit sinds eind vorig jaar.", "2016-12 ");
	told(state, "Sinds maart vorig jaar loopt het.", "2016-03 ");
	told(state, "Het loopt tot eind volgend jaar.", " 2018-12");
	told(state, "Vanaf de tweede helft van dit jaar doet de wijk mee.",
	     "2017-07 ");
}

static void
the_words_of_a_relative_date_prove_it(void **state)
{
	proof(state, "Het loopt sinds begin dit jaar.", "begin dit jaar");
}

static void
without_a_date_of_publication_this_year_is_none(void **state)
{
	assert_held(*state, "period prose", "Het loopt sinds begin dit jaar.",
		    FACT_PROJECT, "start end", " ");
}

static void
between_two_dates_lies_the_period(void **state)
{
	told(state, "Het speelde tussen september 2016 en juni 2017.",
	     "2016-09 2017-06");
	told(state, "De proef liep van maart tot mei 2016.", "2016-03 2016-05");
}

static void
start_and_end_may_stand_apart(void **state)
{
	told(state,
	     "De proef is begonnen in maart 2016. Zij loopt door tot eind "
	     "2018.",
	     "2016-03 2018-12");
}

static void
a_date_in_a_quotation_is_not_told(void **state)
{
	told(state,
	     "“Ik kwam er in oktober 2014 wonen”, zegt een buur. De proef "
	     "loopt sinds oktober 2016.",
	     "2016-10 ");
}

static void
a_month_may_stand_in_figures_behind_its_year(void **state)
{
	period(state, "2018-05", "2018-05 2018-05");
	period(state, "2018/05 - 2019/03", "2018-05 2019-03");
	period(state, "2018-05-03", "2018-05-03 2018-05-03");
	period(state, "2016-17", "2016 2017");
	period(state, "2016/17", "2016 2017");
}

static void
a_day_with_its_month_is_no_part_of_a_year(void **state)
{
	period(state, "eind maart 2020", "2020-03 2020-03");
	period(state, "Start 1 maart 2020, einde 30 juni 2021",
	       "2020-03-01 2021-06-30");
}

static void
both(void **state, const char *text, const char *expected)
{
	period(state, text, expected);
	told(state, text, expected);
}

static void
a_sentence_may_tell_start_and_end(void **state)
{
	both(state,
	     "De afspraak treedt in werking op 1 april 2015 en eindigt van "
	     "rechtswege op 30 juni 2016.",
	     "2015-04-01 2016-06-30");
	both(state,
	     "Het gaat in op 15 mei 2015 en loopt tot en met 14 mei 2016.",
	     "2015-05-15 2016-05-14");
	both(state, "Voor de duur van een jaar, van 1 mei 2015 tot 1 mei 2016.",
	     "2015-05-01 2016-05-01");
	both(state, "De proef loopt vanaf 1 mei 2015 tot 1 mei 2016.",
	     "2015-05-01 2016-05-01");
	both(state,
	     "Ingaande op 1 mei 2015 en derhalve eindigende op 1 mei "
	     "2016.",
	     "2015-05-01 2016-05-01");
}

static void
two_sentences_may_tell_start_and_end(void **state)
{
	both(state, "De proef begint op 1 mei 2015. Zij eindigt op 3 mei 2016.",
	     "2015-05-01 2016-05-03");
	both(state,
	     "Het convenant treedt in werking per 1 mei 2015. Het eindigt op "
	     "het moment waarop alle huizen in de straat en daarbuiten zijn "
	     "geteld, doch uiterlijk op 3 mei 2016.",
	     "2015-05-01 2016-05-03");
}

static void
for_an_unlimited_time_says_no_end(void **state)
{
	both(state, "Met ingang van 1 mei 2015 voor onbepaalde tijd.",
	     "2015-05-01 ");
	both(state, "Het treedt in werking op 1 mei 2015.", "2015-05-01 ");
	both(state, "Maart 2015 – heden", "2015-03 ");
	period(state, "mei 2015, einddatum nog niet bekend", "2015-05 ");
}

static void
a_sentence_may_be_nothing_but_two_dates(void **state)
{
	told(state, "Sept. 2015 – juli 2016", "2015-09 2016-07");
	told(state, "Maart 2015 – juli 2016 was een natte tijd.", " ");
}

static void
a_verb_may_stand_behind_its_date(void **state)
{
	period(state, "Wij begonnen in maart 2015 en zijn in mei 2016 gestopt.",
	       "2015-03 2016-05");
	period(state,
	       "De tuin is medio 2015 begonnen en op 1 mei 2016 officieel "
	       "afgesloten.",
	       "2015-06 2016-05-01");
	period(state, "In mei 2015 zijn we begonnen.", "2015-05 ");
}

static void
words_of_a_label_tell_only_under_a_heading_about_the_period(void **state)
{
	period(state, "Aanvang: 1 mei 2015; einde: 3 mei 2016",
	       "2015-05-01 2016-05-03");
	told(state, "Bij aanvang van de cursus op 1 mei 2015 was er taart.",
	     " ");
}

static void
a_date_that_is_left_is_remarked(void **state)
{
	assert_remarks(*state, "period", "1 mei 2015 (gesprek op 3 mei 2016)",
		       "date-unclear");
	assert_remarks(*state, "period", "1 mei 2015 - 3 mei 2016", "");
	assert_remarks(*state, "period", "2015, 2016 en 2017", "");
}

static void
what_is_not_known_yet_is_no_period(void **state)
{
	assert_remarks(*state, "period", "n.n.b.", "");
	assert_remarks(*state, "period end", "Onbekend", "");
	assert_remarks(*state, "period end", "heden", "");
	assert_remarks(*state, "period end", "loopt nog", "");
	assert_remarks(*state, "period", "in het voorjaar", "date-unclear");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_verb_may_stand_behind_its_date),
		cmocka_unit_test(a_month_may_stand_in_figures_behind_its_year),
		cmocka_unit_test(a_day_with_its_month_is_no_part_of_a_year),
		cmocka_unit_test(a_sentence_may_tell_start_and_end),
		cmocka_unit_test(two_sentences_may_tell_start_and_end),
		cmocka_unit_test(for_an_unlimited_time_says_no_end),
		cmocka_unit_test(a_sentence_may_be_nothing_but_two_dates),
		cmocka_unit_test(
			words_of_a_label_tell_only_under_a_heading_about_the_period),
		cmocka_unit_test(a_date_that_is_left_is_remarked),
		cmocka_unit_test(what_is_not_known_yet_is_no_period),
		cmocka_unit_test(since_a_date_says_no_end),
		cmocka_unit_test(what_only_leads_up_to_the_date_is_no_note),
		cmocka_unit_test(a_month_may_stand_in_figures_before_its_year),
		cmocka_unit_test(
			years_that_are_listed_go_from_the_first_to_the_last),
		cmocka_unit_test(a_season_may_stand_before_the_second_year),
		cmocka_unit_test(a_quarter_lasts_three_months),
		cmocka_unit_test(a_single_year_is_start_and_end),
		cmocka_unit_test(two_years_are_start_and_end),
		cmocka_unit_test(a_date_is_as_precise_as_its_words),
		cmocka_unit_test(the_year_of_the_end_is_that_of_the_start_too),
		cmocka_unit_test(figures_alone_are_a_date),
		cmocka_unit_test(a_year_of_two_figures_has_an_apostrophe),
		cmocka_unit_test(a_part_of_a_year_is_a_month),
		cmocka_unit_test(half_a_year_is_six_months),
		cmocka_unit_test(a_day_that_no_calendar_has_is_left_out),
		cmocka_unit_test(other_numbers_are_no_years),
		cmocka_unit_test(what_stands_beyond_the_years_is_a_note),
		cmocka_unit_test(a_word_that_only_ties_two_dates_is_no_note),
		cmocka_unit_test(a_period_without_a_year_is_remarked),
		cmocka_unit_test(a_year_is_named_from_that_of_publication),
		cmocka_unit_test(the_words_of_a_relative_date_prove_it),
		cmocka_unit_test(
			without_a_date_of_publication_this_year_is_none),
		cmocka_unit_test(between_two_dates_lies_the_period),
		cmocka_unit_test(start_and_end_may_stand_apart),
		cmocka_unit_test(a_date_in_a_quotation_is_not_told),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
