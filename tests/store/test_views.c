/* What the public views show of a small report. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "casebook/store/check.h"
#include "casebook/store/store.h"

#include "../support/ledger.h"
#include "../support/sample.h"
#include "../support/scratch.h"

static int
set_up(void **state)
{
	struct report report;
	int result = scratch_enter(state);

	sample_report(&report, "bundel", "v", "8,1");
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	return result;
}

static void
a_source_is_shown_with_its_counts(void **state)
{
	(void)state;
	ledger_check("c.db",
		     "SELECT source, path, length(sha256), media_type, layout, "
		     "publisher, published, projects, warnings FROM sources",
		     "bundel|map/bundel.txt|64|text/plain|verzonnen|-|"
		     "2019-05-03|2|1\n");
}

static void
a_project_is_shown_in_the_order_of_the_design(void **state)
{
	(void)state;
	ledger_check("c.db", "SELECT * FROM projects ORDER BY project",
		     "v-1|proeftuin|Proef aan de haven|Gemeente Testdam en "
		     "Nieuw-Testdam|2016|2018-12|met een pauze|verzonnen|"
		     "bundel|3\n"
		     "v-2|proeftuin|Proef op de hei|Testheide|-|-|-|verzonnen|"
		     "bundel|19\n");
}

static void
a_passage_is_shown_with_its_text(void **state)
{
	(void)state;
	ledger_check("c.db",
		     "SELECT ordinal, project, section, heading, component, "
		     "text, line, page, length FROM passages "
		     "WHERE section IN ('cijfers', 'back') ORDER BY ordinal",
		     "7|v-1|cijfers|Cijfers|Koken|Cijfers\nEerst gaf men een "
		     "6,2 en later een 8,1.\n|12|1|48\n"
		     "14|v-2|cijfers|Cijfers||Cijfers\nMen gaf steeds een "
		     "7,0.\n|24|2|32\n"
		     "15|-|back|-||Colofon\n|26|2|8\n");
}

static void
a_fact_that_comes_twice_is_one_row(void **state)
{
	(void)state;
	ledger_check("c.db",
		     "SELECT project, place, source, line, length, rule "
		     "FROM places ORDER BY 1, 2",
		     "v-1|Nieuw-Testdam|bundel|5|13|by-hand\n"
		     "v-1|Testdam|bundel|5|7|by-hand\n"
		     "v-2|Testheide|bundel|21|9|by-hand\n");
}

static void
every_kind_of_fact_has_its_view(void **state)
{
	(void)state;
	ledger_check("c.db",
		     "SELECT project, role, organisation, named, note, "
		     "organisation_kind FROM involvements ORDER BY 1, 2, 3",
		     "v-1|initiatiefnemer|Testwacht|1|noord|-\n"
		     "v-1|opdrachtgever|gemeente Testdam|1|-|gemeente\n"
		     "v-1|partner|De Testwacht|1|-|-\n"
		     "v-1|partner|buren|0|-|-\n"
		     "v-2|partner|testwacht|1|-|-\n");
	ledger_check("c.db", "SELECT adviser, email, contact FROM advisers",
		     "Zoë Voorbeeld|z.voorbeeld@voorbeeld.example|1\n");
	ledger_check("c.db",
		     "SELECT component, level, stance, rung FROM participation",
		     "|adviseren|toegepast|advise\n");
	ledger_check("c.db",
		     "SELECT kind, phase, ordinal, start, \"end\" FROM phases",
		     "uitvoering|uitvoering|0|2016|2018-12\n");
	ledger_check("c.db", "SELECT theme, score FROM themes",
		     "buurt-leefbaarheid|2.5\n");
	ledger_check("c.db", "SELECT text, ordinal, speaker FROM quotes",
		     "Het | smaakt naar meer|1|een buur\n");
	ledger_check("c.db", "SELECT field, value, scale FROM fields",
		     "budget|100 euro|euro\n");
	ledger_check("c.db",
		     "SELECT offset, code, line, severity, message "
		     "FROM diagnostics ORDER BY line",
		     "70|heading-twice|4|warning|twice\n"
		     "0|section-missing|20|advice|missing\n");
}

static void
a_grade_is_a_number_with_one_decimal(void **state)
{
	(void)state;
	ledger_check("c.db",
		     "SELECT component, object, moment, grade, typeof(grade) "
		     "FROM measurements ORDER BY project, component, moment",
		     "|proeftuin|eerste|6.2|real\n|proeftuin|tweede|8.1|real\n"
		     "Hei|proeftuin|eerste|7.0|real\n"
		     "Hei|proeftuin|tweede|7.0|real\n");
}

static void
a_change_is_the_second_grade_minus_the_first(void **state)
{
	(void)state;
	ledger_check("c.db", "SELECT * FROM changes ORDER BY project",
		     "v-1||proeftuin|6.2|8.1|1.9|toegenomen\n"
		     "v-2|Hei|proeftuin|7.0|7.0|0.0|gelijk\n");
}

static void
a_fall_is_negative_and_a_lone_grade_is_no_change(void **state)
{
	struct report report;

	(void)state;
	sample_report(&report, "bundel", "v", "4,3");
	report.n_facts -= 1; /* the last grade of the second project */
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	ledger_check("c.db", "SELECT project, change, trend FROM changes",
		     "v-1|-1.9|afgenomen\n");
}

static void
names_that_differ_in_case_and_article_are_one_organisation(void **state)
{
	(void)state;
	ledger_check("c.db", "SELECT * FROM organisations ORDER BY 1",
		     "De Testwacht|-|2|0|2|1|Testwacht; testwacht\n"
		     "buren|-|1|0|1|0|-\n"
		     "gemeente Testdam|gemeente|1|1|0|0|-\n");
}

static void
the_name_printed_most_often_is_shown(void **state)
{
	struct report report;

	(void)state;
	sample_report(&report, "tweede", "w", "8,1");
	for (size_t i = 0; i < report.n_facts; i++) {
		struct fact *fact = &report.facts[i];

		if (fact->kind == FACT_INVOLVEMENT &&
		    text_is(fact->values[1].text, "De Testwacht"))
			fact->values[1].text = TEXT("testwacht");
	}
	ledger_put("c.db", &report, 1);
	sample_release(&report);
	ledger_check("c.db",
		     "SELECT organisation, projects, aliases "
		     "FROM organisations WHERE as_initiator > 0",
		     "testwacht|4|De Testwacht; Testwacht\n");
}

static void
an_alias_joins_two_organisations(void **state)
{
	(void)state;
	ledger_force("c.db", "INSERT INTO alias VALUES "
			     "('bundel', 'BRN', 'testwacht', 'buren')");
	ledger_check("c.db",
		     "SELECT organisation, projects, aliases "
		     "FROM organisations ORDER BY 1",
		     "De Testwacht|2|BRN; Testwacht; buren; testwacht\n"
		     "gemeente Testdam|1|-\n");
}

static void
put_with_aliases(const char *source, const char *key, struct alias *aliases,
		 size_t n)
{
	struct report report;

	sample_report(&report, source, key, "8,1");
	report.aliases = aliases;
	report.n_aliases = n;
	ledger_put("c.db", &report, 1);
	sample_release(&report);
}

static void
aliases_come_and_go_with_their_report(void **state)
{
	static const char question[] =
		"SELECT aliases FROM organisations WHERE as_initiator > 0";
	struct alias aliases[] = {
		{TEXT("DTW"), TEXT("de Testwacht")},
		{TEXT("de Testwacht"), TEXT("de Testwacht")},
		{TEXT("Buren"), TEXT("de Testwacht")},
	};

	(void)state;
	put_with_aliases("bundel", "v", aliases, 3);
	ledger_check("c.db", question,
		     "Buren; DTW; Testwacht; buren; de Testwacht; testwacht\n");
	put_with_aliases("bundel", "v", NULL, 0);
	ledger_check("c.db", question, "Testwacht; testwacht\n");
}

static void
an_alias_with_two_meanings_joins_nothing(void **state)
{
	struct alias one[] = {{TEXT("buren"), TEXT("Testwacht")}};
	struct alias other[] = {{TEXT("buren"), TEXT("gemeente Testdam")}};

	(void)state;
	put_with_aliases("bundel", "v", one, 1);
	put_with_aliases("tweede", "w", other, 1);
	ledger_check("c.db",
		     "SELECT organisation, projects FROM organisations "
		     "ORDER BY 1",
		     "De Testwacht|4\nburen|2\ngemeente Testdam|2\n");
}

static void
evidence_is_the_bytes_of_the_source(void **state)
{
	(void)state;
	ledger_check("c.db",
		     "SELECT fact, key, \"column\", line, text FROM evidence "
		     "WHERE project = 'v-1' AND fact IN ('advisers', 'quotes', "
		     "'measurements', 'projects') AND \"column\" <> 'contact' "
		     "ORDER BY 1, 2, 3",
		     "advisers|Zoë Voorbeeld|adviser|9|Zoë Voorbeeld\n"
		     "advisers|Zoë Voorbeeld|email|9|"
		     "z.voorbeeld@voorbeeld.example\n"
		     "measurements||proeftuin|eerste|grade|13|6,2\n"
		     "measurements||proeftuin|eerste|moment|13|Eerst\n"
		     "measurements||proeftuin|tweede|grade|13|8,1\n"
		     "measurements||proeftuin|tweede|moment|13|later\n"
		     "projects||area|5|Gemeente Testdam en Nieuw-Testdam\n"
		     "projects||end|7|eind 2018\n"
		     "projects||kind|3|Proef aan\n"
		     "projects||period_note|7|met een pauze\n"
		     "projects||start|7|2016\n"
		     "projects||title|3|Proef aan de haven\n"
		     "quotes|Het \\| smaakt naar meer|speaker|17|een buur\n"
		     "quotes|Het \\| smaakt naar meer|text|17|"
		     "Het | smaakt naar meer\n");
}

static void
a_fact_points_at_the_words_of_its_row(void **state)
{
	(void)state;
	ledger_check(
		"c.db",
		"SELECT count(*) FROM measurements m JOIN evidence e "
		"ON e.project = m.project AND e.fact = 'measurements' "
		"WHERE e.offset >= m.offset "
		"AND e.offset + e.length <= m.offset + m.length "
		"AND e.\"column\" = 'grade' AND e.key LIKE '%' || m.moment",
		"4\n");
}

static void
a_stored_report_keeps_the_invariants(void **state)
{
	struct diagnostics diagnostics;
	struct store *store;

	(void)state;
	diagnostics_init(&diagnostics, true);
	store = store_open("c.db", &diagnostics);
	assert_int_equal(store_check(store, &diagnostics), 0);
	assert_int_equal(diagnostics.n_items, 0);
	store_close(store);
	diagnostics_release(&diagnostics);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(a_source_is_shown_with_its_counts),
		TEST(a_project_is_shown_in_the_order_of_the_design),
		TEST(a_passage_is_shown_with_its_text),
		TEST(a_fact_that_comes_twice_is_one_row),
		TEST(every_kind_of_fact_has_its_view),
		TEST(a_grade_is_a_number_with_one_decimal),
		TEST(a_change_is_the_second_grade_minus_the_first),
		TEST(a_fall_is_negative_and_a_lone_grade_is_no_change),
		TEST(names_that_differ_in_case_and_article_are_one_organisation),
		TEST(the_name_printed_most_often_is_shown),
		TEST(an_alias_joins_two_organisations),
		TEST(aliases_come_and_go_with_their_report),
		TEST(an_alias_with_two_meanings_joins_nothing),
		TEST(evidence_is_the_bytes_of_the_source),
		TEST(a_fact_points_at_the_words_of_its_row),
		TEST(a_stored_report_keeps_the_invariants),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
