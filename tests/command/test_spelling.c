/* Which names look like one organisation, and which do not. */
#include "../../src/command/spelling.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/text/fold.h"

struct desk {
	struct arena *arena;
	struct vocabularies *vocabularies;
	struct spelling spelling;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_new();
	struct desk *desk = arena_alloc(arena, 1, sizeof(*desk));
	struct diagnostics diagnostics;
	struct data data;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&data, NULL, &diagnostics), 0);
	desk->arena = arena;
	desk->vocabularies = vocabularies_new(&data, &diagnostics);
	assert_non_null(desk->vocabularies);
	assert_int_equal(spelling_init(&desk->spelling, desk->vocabularies,
				       &diagnostics),
			 0);
	data_close(&data);
	diagnostics_release(&diagnostics);
	*state = desk;
	return 0;
}

static int
tear_down(void **state)
{
	struct desk *desk = *state;

	vocabularies_free(desk->vocabularies);
	arena_free(desk->arena);
	return 0;
}

/* In whichever order they are given. */
static void
check(void **state, const char *a, const char *b, bool alike)
{
	struct desk *desk = *state;
	struct text x = fold_words(desk->arena, text_of(a));
	struct text y = fold_words(desk->arena, text_of(b));

	if (spelling_alike(&desk->spelling, x, y) != alike)
		print_message("%s, %s\n", a, b);
	assert_int_equal(spelling_alike(&desk->spelling, x, y), alike);
	assert_int_equal(spelling_alike(&desk->spelling, y, x), alike);
}

static void
a_letter_more_less_or_other_is_alike(void **state)
{
	check(state, "Havenlicht", "Havenlcht", true);
	check(state, "GGD Hollands Midden", "De GGD Holland-Midden", true);
	check(state, "Het Anker", "Het Ankker", true);
	check(state, "Haven Licht", "Havenlicht", true);
}

static void
a_place_a_legal_form_or_a_field_more_is_alike(void **state)
{
	check(state, "Anker", "Stichting Anker", true);
	check(state, "Anker", "Anker Leiden", true);
	check(state, "Anker", "Stichting Anker Alphen aan den Rijn", true);
	check(state, "Anker", "Anker Jeugdzorg en Onderwijs", true);
	check(state, "Anker B.V.", "Anker", true);
}

static void
another_word_more_is_not(void **state)
{
	check(state, "Anker", "Anker Vooruit", false);
	check(state, "Anker", "Zon", false);
}

static void
two_municipalities_are_two(void **state)
{
	check(state, "Gemeente Haren", "Gemeente Haaren", false);
	check(state, "Gemeente Noordwijk", "Gemeente Noordwijkerhout", false);
	check(state, "GGD Haaglanden", "GGD Rijnmond", false);
	check(state, "Gemeente Rijswijk", "Gemeente Rijswijck", true);
}

static void
a_kind_by_itself_is_no_name(void **state)
{
	check(state, "GGD", "GGD Haaglanden", false);
	check(state, "Sociaal Team", "Sociaal Team Papendrecht", false);
}

static void
numbers_and_short_words_tell_apart(void **state)
{
	check(state, "Wijkteam 1", "Wijkteam 2", false);
	check(state, "Wijkteam Oost", "Wijkteam West", false);
	check(state, "De Brug", "De Burg", false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_more_less_or_other_is_alike),
		cmocka_unit_test(a_place_a_legal_form_or_a_field_more_is_alike),
		cmocka_unit_test(another_word_more_is_not),
		cmocka_unit_test(two_municipalities_are_two),
		cmocka_unit_test(a_kind_by_itself_is_no_name),
		cmocka_unit_test(numbers_and_short_words_tell_apart),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
