/*
 * Sums and groups, against figures worked out by hand. Seven projects:
 *
 *          first  second  themes        place       level (stance)
 *     p-1  6.0    7.0     jeugd, groen  Oost        raadplegen (toegepast)
 *     p-2  7.0    6.0     jeugd         Oost        raadplegen (deels)
 *     p-3  8.0    8.0     jeugd         West        meebeslissen (deels)
 *     p-4  5.0    8.0     jeugd, groen  West        geen (toegepast)
 *     p-5  9.0            groen         Oost, West  adviseren (beoogd)
 *     p-6  4.0    6.0     jeugd                     adviseren (niet)
 *     p-7                                           nothing is said
 *
 * The grades of p-6 are of object samenwerking. One component of p-1 applies
 * raadplegen only in part.
 */
#include "casebook/ask/grouping.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/desk.h"
#include "../support/ledger.h"
#include "../support/scratch.h"
#include "casebook/base/memory.h"

static const char projects[] =
	"PRAGMA foreign_keys = ON; DELETE FROM project; "
	"WITH RECURSIVE n (i) AS "
	"(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 7) "
	"INSERT INTO project (project, source, ordinal, kind, line) "
	"SELECT 'p-' || i, 'bundel', i, 'proeftuin', i FROM n; "
	"INSERT INTO measurement "
	"(project, key, component, object, moment, grade) "
	"SELECT project, '|' || object || '|' || moment, '', object, moment, "
	"grade FROM (SELECT column1 AS project, column2 AS object, "
	"column3 AS moment, column4 AS grade FROM (VALUES "
	"('p-1', 'proeftuin', 'eerste', 6.0), "
	"('p-1', 'proeftuin', 'tweede', 7.0), "
	"('p-2', 'proeftuin', 'eerste', 7.0), "
	"('p-2', 'proeftuin', 'tweede', 6.0), "
	"('p-3', 'proeftuin', 'eerste', 8.0), "
	"('p-3', 'proeftuin', 'tweede', 8.0), "
	"('p-4', 'proeftuin', 'eerste', 5.0), "
	"('p-4', 'proeftuin', 'tweede', 8.0), "
	"('p-5', 'proeftuin', 'eerste', 9.0), "
	"('p-6', 'samenwerking', 'eerste', 4.0), "
	"('p-6', 'samenwerking', 'tweede', 6.0))); "
	"INSERT INTO theme (project, key, theme) VALUES "
	"('p-1', 'jeugd', 'jeugd'), ('p-1', 'groen', 'groen'), "
	"('p-2', 'jeugd', 'jeugd'), ('p-3', 'jeugd', 'jeugd'), "
	"('p-4', 'jeugd', 'jeugd'), ('p-4', 'groen', 'groen'), "
	"('p-5', 'groen', 'groen'), ('p-6', 'jeugd', 'jeugd'); "
	"INSERT INTO place (project, key, place) VALUES "
	"('p-1', 'Oost', 'Oost'), ('p-2', 'Oost', 'Oost'), "
	"('p-3', 'West', 'West'), ('p-4', 'West', 'West'), "
	"('p-5', 'Oost', 'Oost'), ('p-5', 'West', 'West'); "
	"INSERT INTO participation_level "
	"(project, key, component, level, stance, rung) VALUES "
	"('p-1', '|r', '', 'raadplegen', 'toegepast', 'consult'), "
	"('p-1', 'Tuin|r', 'Tuin', 'raadplegen', 'deels', 'consult'), "
	"('p-2', '|r', '', 'raadplegen', 'deels', 'consult'), "
	"('p-3', '|m', '', 'meebeslissen', 'deels', 'co-decide'), "
	"('p-4', '|g', '', 'geen', 'toegepast', 'none'), "
	"('p-5', '|a', '', 'adviseren', 'beoogd', 'advise'), "
	"('p-6', '|a', '', 'adviseren', 'niet', 'advise'); "
	"INSERT INTO adviser (project, key, adviser) VALUES "
	"('p-1', 'Ada', 'Ada'), ('p-2', 'Ada', 'Ada'), ('p-3', 'Bo', 'Bo'); "
	"INSERT INTO involvement "
	"(project, key, role, organisation, folded, named) VALUES "
	"('p-1', 'partner|Het Gilde', 'partner', 'Het Gilde', 'gilde', 1), "
	"('p-2', 'partner|Gilde', 'partner', 'Gilde', 'gilde', 1), "
	"('p-3', 'partner|Gilde', 'partner', 'Gilde', 'gilde', 1), "
	"('p-2', 'opdrachtgever|Stad', 'opdrachtgever', 'Stad', 'stad', 1), "
	"('p-3', 'partner|Stad', 'partner', 'Stad', 'stad', 1); "
	"INSERT INTO phase (project, key, kind, phase, ordinal, start, \"end\")"
	" VALUES "
	"('p-1', 'u', 'uitvoering', 'uitvoering', 0, '2016', '2017-03'), "
	"('p-1', 's1', 'stap', 'kiezen', 1, NULL, NULL), "
	"('p-1', 's2', 'stap', 'bouwen', 2, NULL, '2017'), "
	"('p-2', 'u', 'uitvoering', 'uitvoering', 0, '2015-11', NULL);";

static int
set_up(void **state)
{
	if (desk_set_up(state) == -1)
		return -1;
	ledger_force(desk_database, projects);
	return 0;
}

static void
choose(struct desk *desk, const char *name, const char *value)
{
	desk_add_filter(desk, name, value);
	assert_int_equal(
		filter_resolve(desk->filter, desk->store, &desk->diagnostics),
		0);
}

static void
check_groups(struct desk *desk, const char *name, const char *by,
	     const char *expected)
{
	desk_check_rows(grouping_ask(grouping_find(text_of(by)),
				     question_find(text_of(name)),
				     GROUPING_ROWS, desk->filter, desk->store,
				     &desk->diagnostics),
			expected);
}

/*
 * First 6 7 8 5 9: mean 7, squares of the distances 1 0 1 4 4, so 10 / 4.
 * Second 7 6 8 8: mean 7.25, squares 0.0625 1.5625 0.5625 0.5625, 2.75 / 3.
 * Change 1 -1 0 3: mean 0.75, squares 0.0625 3.0625 0.5625 5.0625, 8.75 / 3.
 */
static void
grades_are_summed_up_as_by_hand(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	desk_check_question(
		&desk, "grades-sums",
		"proeftuin|first|5|5|7.0|7.0|1.58|5.0|9.0|-|-|-\n"
		"proeftuin|second|4|4|7.25|7.5|0.96|6.0|8.0|-|-|-\n"
		"proeftuin|change|4|4|0.75|0.5|1.71|-1.0|3.0|2|1|1\n"
		"samenwerking|first|1|1|4.0|4.0|-|4.0|4.0|-|-|-\n"
		"samenwerking|second|1|1|6.0|6.0|-|6.0|6.0|-|-|-\n"
		"samenwerking|change|1|1|2.0|2.0|-|2.0|2.0|1|0|0\n");
	desk_release(&desk);
}

/*
 * groen first 6 5 9: mean 20/3, squares 4/9 25/9 49/9, so (78/9) / 2 = 4.33.
 * jeugd first 6 7 8 5: mean 6.5, squares 0.25 0.25 2.25 2.25, so 5 / 3.
 */
static void
grades_by_theme_count_a_project_in_each_of_its_themes(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	check_groups(&desk, "grades", "theme",
		     "groen|proeftuin|first|3|3|6.67|6.0|2.08|5.0|9.0|-|-|-\n"
		     "groen|proeftuin|second|2|2|7.5|7.5|0.71|7.0|8.0|-|-|-\n"
		     "groen|proeftuin|change|2|2|2.0|2.0|1.41|1.0|3.0|2|0|0\n"
		     "jeugd|proeftuin|first|4|4|6.5|6.5|1.29|5.0|8.0|-|-|-\n"
		     "jeugd|proeftuin|second|4|4|7.25|7.5|0.96|6.0|8.0|-|-|-\n"
		     "jeugd|proeftuin|change|4|4|0.75|0.5|1.71|-1.0|3.0|2|1|1"
		     "\n");
	assert_int_equal(grouping_overlaps(grouping_find(TEXT("theme")),
					   desk.filter, desk.store,
					   &desk.diagnostics),
			 1);
	assert_int_equal(grouping_overlaps(grouping_find(TEXT("kind")),
					   desk.filter, desk.store,
					   &desk.diagnostics),
			 0);
	desk_release(&desk);
}

static void
grades_by_level_follow_the_ladder_and_count_what_is_applied(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	choose(&desk, "moment", "eerste");
	/* p-5 only intends a level: it stands in the row without a name. */
	check_groups(&desk, "grades", "level",
		     "geen|proeftuin|first|1|1|5.0|5.0|-|5.0|5.0|-|-|-\n"
		     "raadplegen|proeftuin|first|2|2|6.5|6.5|0.71|6.0|7.0|-|-|-"
		     "\n"
		     "meebeslissen|proeftuin|first|1|1|8.0|8.0|-|8.0|8.0|-|-|-"
		     "\n"
		     "-|proeftuin|first|1|1|9.0|9.0|-|9.0|9.0|-|-|-\n");
	desk_release(&desk);
}

static void
grades_are_of_the_object_that_is_asked_for(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	choose(&desk, "object", "samenwerking");
	desk_check_question(&desk, "grades",
			    "p-6||samenwerking|4.0|6.0|-|-|2.0|toegenomen\n");
	check_groups(&desk, "grades", "kind",
		     "proeftuin|samenwerking|first|1|1|4.0|4.0|-|4.0|4.0|-|-|-"
		     "\n"
		     "proeftuin|samenwerking|second|1|1|6.0|6.0|-|6.0|6.0|-|-|-"
		     "\n"
		     "proeftuin|samenwerking|change|1|1|2.0|2.0|-|2.0|2.0|1|0|0"
		     "\n");
	desk_release(&desk);
}

static void
participation_by_theme_has_every_stance_in_the_order_of_the_ladder(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	check_groups(&desk, "participation", "theme",
		     "groen|geen|none|1|1|0|0|0\n"
		     "groen|raadplegen|consult|1|1|1|0|0\n"
		     "groen|adviseren|advise|1|0|0|1|0\n"
		     "jeugd|geen|none|1|1|0|0|0\n"
		     "jeugd|raadplegen|consult|2|1|2|0|0\n"
		     "jeugd|adviseren|advise|1|0|0|0|1\n"
		     "jeugd|meebeslissen|co-decide|1|0|1|0|0\n");
	desk_release(&desk);
}

static void
the_cross_table_counts_each_project_once_in_a_cell(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	/* Of p-1 one component applies it wholly: it is not behind the plus. */
	desk_check_rows(grouping_ask(grouping_find(TEXT("theme")),
				     question_find(TEXT("participation")),
				     GROUPING_CROSS, desk.filter, desk.store,
				     &desk.diagnostics),
			"groen|3|1|-|1|-|-|-|-\n"
			"jeugd|5|1|-|1+1|-|-|+1|-\n"
			"-|1|-|-|-|-|-|-|-\n");
	desk_release(&desk);
}

static void
a_filter_narrows_the_groups_to_its_projects(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	choose(&desk, "place", "west");
	check_groups(&desk, "themes", "place",
		     "Oost|groen|1|p-5\n"
		     "West|groen|2|p-4; p-5\n"
		     "West|jeugd|2|p-3; p-4\n");
	check_groups(&desk, "places", "theme",
		     "groen|West|2|p-4; p-5\n"
		     "groen|Oost|1|p-5\n"
		     "jeugd|West|2|p-3; p-4\n");
	desk_release(&desk);
}

static void
names_of_one_organisation_are_counted_together(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	desk_check_question(&desk, "organisations",
			    "Gilde|-|1|3|0|3|0|Het Gilde\n"
			    "Stad|-|1|2|1|1|0|-\n");
	desk_check_question(&desk, "partners",
			    "Gilde|-|1|3|p-1; p-2; p-3\n"
			    "Stad|-|1|1|p-3\n");
	check_groups(&desk, "partners", "adviser",
		     "Ada|Gilde|-|2|p-1; p-2\n"
		     "Bo|Gilde|-|1|p-3\n"
		     "Bo|Stad|-|1|p-3\n");
	check_groups(&desk, "organisations", "adviser",
		     "Ada|Gilde|-|1|2|0|2|0\n"
		     "Ada|Stad|-|1|1|1|0|0\n"
		     "Bo|Gilde|-|1|1|0|1|0\n"
		     "Bo|Stad|-|1|1|0|1|0\n");
	desk_release(&desk);
}

static void
phases_are_counted_by_kind_with_their_dates(void **state)
{
	struct desk desk;

	(void)state;
	desk_init(&desk);
	desk_check_question(&desk, "phases",
			    "p-1|uitvoering|0|uitvoering|2016|2017-03\n"
			    "p-1|stap|1|kiezen|-|-\n"
			    "p-1|stap|2|bouwen|-|2017\n"
			    "p-2|uitvoering|0|uitvoering|2015-11|-\n");
	desk_check_question(&desk, "phases-sums",
			    "uitvoering|2|2|2|2015-11|2017-03\n"
			    "stap|1|2|1|2017|2017\n");
	desk_release(&desk);
}

/* A column that is renamed, or a statement that is missing, fails here. */
static void
every_report_by_every_group_that_fits_can_be_asked(void **state)
{
	const struct question *question;
	const struct grouping *grouping;
	struct desk desk;
	size_t n = 0;

	(void)state;
	desk_init(&desk);
	choose(&desk, "theme", "jeugd");
	for (size_t i = 0; (question = question_at(i)); i++)
		for (size_t j = 0; (grouping = grouping_at(j)); j++) {
			struct query *query;

			if (!grouping_fits(grouping, question))
				continue;
			n++;
			query = grouping_ask(grouping, question, GROUPING_ROWS,
					     desk.filter, desk.store,
					     &desk.diagnostics);
			assert_non_null(query);
			assert_string_equal(query_column(query, 0),
					    grouping->name);
			assert_int_equal(query_step(query), 1);
			query_free(query);
		}
	assert_int_equal(n, 31);
	desk_release(&desk);
}

#define TEST_OF(function) \
	cmocka_unit_test_setup_teardown(function, set_up, scratch_leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_OF(grades_are_summed_up_as_by_hand),
		TEST_OF(grades_by_theme_count_a_project_in_each_of_its_themes),
		TEST_OF(grades_by_level_follow_the_ladder_and_count_what_is_applied),
		TEST_OF(grades_are_of_the_object_that_is_asked_for),
		TEST_OF(participation_by_theme_has_every_stance_in_the_order_of_the_ladder),
		TEST_OF(the_cross_table_counts_each_project_once_in_a_cell),
		TEST_OF(a_filter_narrows_the_groups_to_its_projects),
		TEST_OF(names_of_one_organisation_are_counted_together),
		TEST_OF(phases_are_counted_by_kind_with_their_dates),
		TEST_OF(every_report_by_every_group_that_fits_can_be_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
