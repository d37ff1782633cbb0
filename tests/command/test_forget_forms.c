/* The forms in which a person is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../../src/command/forget_forms.h"

static struct text particles[] = {{"van", 3}, {"de", 2}, {"der", 3}};
static struct text titles[] = {{"mevrouw", 7}};
static const struct redact_words words = {
	.particles = particles,
	.n_particles = 3,
	.titles = titles,
	.n_titles = 1,
};

static int
set_up(void **state)
{
	struct forms *forms = memory_new(1, sizeof(*forms));

	forms->arena = arena_new();
	*state = forms;
	return 0;
}

static int
tear_down(void **state)
{
	struct forms *forms = *state;
	struct arena *arena = forms->arena;

	forms_release(forms);
	arena_free(arena);
	free(forms);
	return 0;
}

static void
has(const struct forms *forms, const char *letters, bool expected)
{
	if (forms_has(forms, text_of(letters)) != expected)
		fail_msg("%s: %s", letters, expected ? "lacking" : "there");
}

static void
a_full_name_is_written_with_initials_and_without_some(void **state)
{
	struct forms *forms = *state;

	forms_add_full(forms, TEXT("mevrouw Anne-Fleur van der Zwelm (JSO)"),
		       &words);
	has(forms, "annefleurvanderzwelm", true);
	has(forms, "afvanderzwelm", true);
	has(forms, "avanderzwelm", true);
	has(forms, "annefvanderzwelm", true);
	has(forms, "fleurzwelm", true);
	has(forms, "avdzwelm", true);
	has(forms, "vanderzwelm", false);
	has(forms, "anne", false);
	has(forms, "mevrouwannefleurvanderzwelm", false);
}

static void
parts_of_a_name_stand_alone(void **state)
{
	struct forms *forms = *state;

	forms_add_parts(forms, TEXT("Jan Willem de Vries-van Dijk"), &words,
			NULL);
	has(forms, "devriesvandijk", true);
	has(forms, "vriesvandijk", true);
	has(forms, "vries", true);
	has(forms, "vandijk", true);
	has(forms, "dijk", true);
	has(forms, "willem", true);
	has(forms, "janwillem", true);
	has(forms, "jan", false);
}

static void
what_others_are_told_by_is_no_form(void **state)
{
	struct forms *forms = *state;
	struct forms others = {.arena = forms->arena};

	forms_add_full(forms, TEXT("Pier Hemel"), &words);
	forms_add_parts(forms, TEXT("Pier Hemel"), &words, NULL);
	forms_add_full(&others, TEXT("Aaltje Hemel"), &words);
	forms_add_full(&others, TEXT("Pier Hemels"), &words);
	forms_add_parts(&others, TEXT("Aaltje Hemel"), &words, NULL);
	forms_take_away(forms, &others);
	forms_add_possessives(forms, &others);
	has(forms, "pierhemel", true);
	has(forms, "phemel", true);
	has(forms, "hemel", false);
	has(forms, "mevrouwhemel", false);
	has(forms, "pierhemels", false);
	has(forms, "phemels", false);
	has(forms, "pier", true);
	has(forms, "piers", true);
	forms_release(&others);
}

static void
a_number_is_written_from_home_and_from_abroad(void **state)
{
	struct forms *forms = *state;

	forms_add_number(forms, TEXT("+31 (0)6 - 12 34 56 78"));
	has(forms, "0612345678", true);
	has(forms, "31612345678", true);
	has(forms, "0031612345678", true);
	forms_add_number(forms, TEXT("0182-123456"));
	has(forms, "310182123456", true);
	has(forms, "31182123456", true);
	forms_add_number(forms, TEXT("0032 2 123 45 67"));
	has(forms, "003221234567", true);
	has(forms, "03221234567", false);
	forms_add_number(forms, TEXT("123456"));
	has(forms, "123456", true);
	has(forms, "0123456", false);
}

static void
an_address_may_be_spelt_out(void **state)
{
	struct forms *forms = *state;

	forms_add_address(forms, TEXT("j.zwelm@proef.example.nl"));
	has(forms, "jzwelmproefexamplenl", true);
	has(forms, "jzwelmatproefexamplenl", true);
	assert_int_equal(forms->n, 3);
	forms_add_address(forms, TEXT("J.ZWELM@proef.example.nl"));
	assert_int_equal(forms->n, 3);
}

static void
a_name_without_letters_has_no_forms(void **state)
{
	struct forms *forms = *state;

	forms_add_full(forms, TEXT("…"), &words);
	forms_add_parts(forms, TEXT(""), &words, NULL);
	forms_add_family(forms, TEXT("(JSO)"), &words);
	assert_int_equal(forms->n, 0);
}

int
main(void)
{
#define EACH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		EACH(a_full_name_is_written_with_initials_and_without_some),
		EACH(parts_of_a_name_stand_alone),
		EACH(what_others_are_told_by_is_no_form),
		EACH(a_number_is_written_from_home_and_from_abroad),
		EACH(an_address_may_be_spelt_out),
		EACH(a_name_without_letters_has_no_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
