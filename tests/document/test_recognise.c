/* Does a layout fit a text, and what of it is missing? */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/specimen.h"

static const char layout[] =
	"layout: proef\n"
	"recognise:\n"
	"  headings: [Opdrachtgever(s), Doel]\n"
	"  phrases: [Stichting De Tuin]\n"
	"  patterns: ['^\\d\\d-\\d\\d: ']\n"
	"projects: { one: true, title: first-line, kind: proef }\n"
	"sections: { tekst: {} }\n";

static void
recognised(const char *text, size_t expected, const char *missing)
{
	struct specimen specimen;
	struct arena *arena = arena_new();
	struct glance *glance = glance_new(text_of(text));
	struct text lacks;

	specimen_init(&specimen, layout);
	assert_int_equal(
		document_recognise(arena, specimen.layout, glance, &lacks),
		expected);
	assert_string_equal(lacks.bytes, missing);
	glance_free(glance);
	specimen_release(&specimen);
	arena_free(arena);
}

static void
a_text_with_all_that_is_looked_for_is_recognised(void **state)
{
	(void)state;
	recognised("12-04: Zo\n\nOpdrachtgevers\n\nDe stichting de Tuin.\n\n"
		   "DOEL\n",
		   4, "");
}

static void
outward_form_does_not_matter(void **state)
{
	(void)state;
	recognised("\xEF\xBB\xBF"
		   "12-04:\xC2\xA0Zo\r\rOpdracht\xC2\xADgevers\r"
		   "De Stich\xE2\x80\x8Bting\rDe\xC2\xA0Tuin.\r\rDoel \r",
		   4, "");
}

static void
all_that_is_missing_is_named(void **state)
{
	(void)state;
	recognised("Doel\n", 0,
		   "the heading \"Opdrachtgever(s)\", the words \"Stichting De "
		   "Tuin\", the pattern \"^\\d\\d-\\d\\d: \"");
	recognised("", 0,
		   "the heading \"Opdrachtgever(s)\", the heading \"Doel\", "
		   "the words \"Stichting De Tuin\", the pattern "
		   "\"^\\d\\d-\\d\\d: \"");
}

static void
a_heading_in_running_text_does_not_count(void **state)
{
	(void)state;
	recognised("12-04: Zo\n\nOpdrachtgever(s) van Stichting De Tuin\n\n"
		   "Doel\n",
		   0, "the heading \"Opdrachtgever(s)\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_text_with_all_that_is_looked_for_is_recognised),
		cmocka_unit_test(outward_form_does_not_matter),
		cmocka_unit_test(all_that_is_missing_is_named),
		cmocka_unit_test(a_heading_in_running_text_does_not_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
