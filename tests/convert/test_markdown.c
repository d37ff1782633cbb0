/* Line ends of Markdown: which of them are marked before it is converted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/conversion.h"
#include "../support/scratch.h"

static void
becomes(const char *markdown, const char *expected)
{
	struct bench bench;

	bench_init(&bench);
	assert_int_equal(convert_as(&bench, "a.md", text_of(markdown)), 0);
	assert_string_equal(bench.report.text.bytes, expected);
	bench_release(&bench);
}

static void
stays(const char *markdown)
{
	becomes(markdown, markdown);
}

#define WRAPPED \
	"De bewoners van de wijk kwamen elke week samen in het oude\n" \
	"badhuis, waar zij met de woningbouw spraken over het plan van\n" \
	"2016. Dat ging niet vanzelf, want de huurders wilden meer, en\n" \
	"- zo zei men - dat duurde tot het voorjaar.\n"

static void
names_below_each_other_are_lines(void **state)
{
	(void)state;
	becomes("Betrokken:\nGemeente\nJSO\n",
		"Betrokken:\\\nGemeente\\\nJSO\n");
	becomes("Betrokken:\r\nGemeente\r\n", "Betrokken:\\\r\nGemeente\r\n");
}

static void
wrapped_prose_is_left_as_it_is(void **state)
{
	(void)state;
	stays(WRAPPED);
	stays(WRAPPED "\n- een punt\n  dat doorloopt\nen lui doorloopt\n");
}

static void
names_in_wrapped_prose_are_lines(void **state)
{
	(void)state;
	becomes(WRAPPED "\nBetrokken:\nGemeente\n",
		WRAPPED "\nBetrokken:\\\nGemeente\n");
}

static void
a_list_right_below_a_line_is_parted_from_it(void **state)
{
	(void)state;
	becomes("Zij deden:\n- dit\n- dat\n", "Zij deden:\n\n- dit\n- dat\n");
	becomes(WRAPPED "\nZij deden:\n1. dit\n",
		WRAPPED "\nZij deden:\n\n1. dit\n");
	becomes("In de jaren\n2016. Dat was zo\n",
		"In de jaren\\\n2016. Dat was zo\n");
}

static void
front_matter_tables_code_and_headings_are_left_as_they_are(void **state)
{
	(void)state;
	stays("---\ntitel: a\nplaats: b\n---\n\n# Kop\nTekst\n");
	stays("Naam  Plaats\n----  ------\nAns   Gouda\nPiet  Delft\n");
	stays("| a | b |\n|---|---|\n| c | d |\n");
	stays("```\neen\ntwee\n```\n");
	stays("Kop\n===\n\nTerm\n:   uitleg\n\n[1]: http://x\n[2]: http://y\n");
	stays("> een\n> twee\n\neen\\\ntwee\n");
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(names_below_each_other_are_lines),
		TEST(wrapped_prose_is_left_as_it_is),
		TEST(names_in_wrapped_prose_are_lines),
		TEST(a_list_right_below_a_line_is_parted_from_it),
		TEST(front_matter_tables_code_and_headings_are_left_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
