/* Where sentences end and quotations stand; what a value is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/specimen.h"

static const char layout[] =
	"layout: proef\n"
	"recognise: { phrases: [tuin] }\n"
	"projects: { one: true, title: first-line, kind: proef }\n"
	"sections: { tekst: {} }\n";

/* Reads a text behind a title; the specimen is released by the caller. */
static const struct reading *
read_text(void **state, struct specimen *specimen, const char *text)
{
	struct text whole;

	specimen_init(specimen, layout);
	specimen->report.arena = arena_new();
	diagnostics_init(&specimen->report.diagnostics, false);
	whole = arena_format(specimen->layouts.arena, "Proef\n\n%s", text);
	specimen_read(specimen, *state, whole);
	assert_int_equal(specimen->result, 0);
	return document_reading(&specimen->document, 1);
}

/* The sentences, "|" between them. */
static void
sentences(void **state, const char *text, const char *expected)
{
	struct specimen specimen;
	const struct reading *reading = read_text(state, &specimen, text);
	struct buffer got = {NULL, 0, 0};

	for (size_t i = 0; i < reading->n_sentences; i++)
		buffer_format(&got, "%s%.*s", i ? " | " : "",
			      TEXT_ARG(reading_at(reading,
						  reading->sentences[i].span)));
	assert_string_equal(got.bytes, expected);
	buffer_release(&got);
	specimen_release(&specimen);
}

/* It is one sentence. */
static void
one(void **state, const char *text)
{
	sentences(state, text, text);
}

static void
a_sentence_ends_with_a_stop_before_a_capital(void **state)
{
	sentences(state, "Er is een tuin. Die is groot! Echt? Ja… Zo dus.",
		  "Er is een tuin. | Die is groot! | Echt? | Ja… | Zo dus.");
	sentences(state, "Dat was in 2015. 24 mensen kwamen. Élke dag.",
		  "Dat was in 2015. | 24 mensen kwamen. | Élke dag.");
	one(state, "Kijk op www.tuin.nl of mail a.b@tuin.nl en kom.");
}

static void
a_paragraph_ends_a_sentence_without_a_stop(void **state)
{
	sentences(state, "Geen stop\n\nWel een. Twee.\n",
		  "Geen stop | Wel een. | Twee.");
}

static void
the_stop_of_an_abbreviation_ends_none(void **state)
{
	one(state, "Zij zijn er o.a. Maandag, d.w.z. De eerste dag.");
	one(state, "De heer dhr. Jansen en mevr. De Boer, ca. 12 mensen.");
	one(state, "Dat gaat t.b.v. Stichting Oost e.o. Gouda.");
}

static void
the_stop_of_an_initial_ends_none(void **state)
{
	one(state, "Dat zegt A. de Vries van de J.P. Coen en B. Smit.");
	sentences(state, "Dat is plan B. Dan volgt C.",
		  "Dat is plan B. Dan volgt C.");
}

static void
nothing_ends_inside_parentheses(void **state)
{
	one(state, "Het cijfer steeg (7,5 resp. 6,7) in de wijk.");
	one(state, "Er is hulp (zie boven. Lees dat eerst.) voor wie wil.");
	sentences(state, "Er is hulp (zie boven). Lees dat eerst.",
		  "Er is hulp (zie boven). | Lees dat eerst.");
}

static void
a_parenthesis_that_is_a_sentence_stands_apart(void **state)
{
	sentences(state, "Zo is het. (Lees dat eerst.) Daarna komt de rest.",
		  "Zo is het. | (Lees dat eerst.) | Daarna komt de rest.");
	one(state, "Zij (o.a. de bewoners e.d.) Stichting Oost.");
}

static void
a_parenthesis_that_nobody_closes_holds_nothing_up(void **state)
{
	sentences(state, "Er is hulp (zie boven. Lees dat eerst.",
		  "Er is hulp (zie boven. | Lees dat eerst.");
}

static void
nothing_ends_inside_a_quotation(void **state)
{
	one(state, "“Het gaat goed. Echt waar!” zegt een buur.");
	one(state, "Zij zegt: \"Het gaat goed. Echt waar\" en lacht.");
	sentences(state, "“Het gaat goed. Echt waar.” Dat zegt een buur.",
		  "“Het gaat goed. Echt waar.” | Dat zegt een buur.");
	sentences(state, "Het is “mooi”. Nu verder.",
		  "Het is “mooi”. | Nu verder.");
}

static void
decimals_and_times_end_none(void **state)
{
	one(state, "Een 7.5 of een 6,7 om 12.30 uur kost 1.000 euro.");
}

static void
a_new_sentence_may_open_with_a_mark(void **state)
{
	sentences(state, "Klaar. “Nu al?” Ja. (Echt.) ’s Avonds. ‘Zo’ dus.",
		  "Klaar. | “Nu al?” | Ja. | (Echt.) | ’s Avonds. | ‘Zo’ "
		  "dus.");
	sentences(state, "Het regent. ’t Is nat. 's Nachts ook.",
		  "Het regent. | ’t Is nat. | 's Nachts ook.");
	one(state, "Hij komt d.w.z. ’s avonds en niet. ’s middags.");
}

static void
an_ellipsis_ends_only_before_a_capital(void **state)
{
	one(state, "Wij wachten... en wachten… tot het komt.");
	sentences(state, "Wij wachten... Dan komt het.",
		  "Wij wachten... | Dan komt het.");
}

/* --- quotations ------------------------------------------------------------
 */

static void
quotations(void **state, const char *text, const char *expected)
{
	struct specimen specimen;
	const struct reading *reading = read_text(state, &specimen, text);
	struct buffer got = {NULL, 0, 0};

	buffer_add_string(&got, "");
	for (size_t i = 0; i < reading->n_quotations; i++)
		buffer_format(
			&got, "%s%.*s", i ? " | " : "",
			TEXT_ARG(reading_at(reading, reading->quotations[i])));
	assert_string_equal(got.bytes, expected);
	buffer_release(&got);
	specimen_release(&specimen);
}

static void
quotations_are_found_with_their_marks(void **state)
{
	quotations(state, "Zo “is het.” En \"zo\" ook. “Nee\" zegt zij.",
		   "“is het.” | \"zo\" | “Nee\"");
}

static void
a_quotation_that_nobody_closes_is_none(void **state)
{
	quotations(state, "Zo “is het.\n\nEn “nu” niet.", "“nu”");
}

static void
a_place_knows_its_sentence_and_quotation(void **state)
{
	struct specimen specimen;
	const struct reading *reading =
		read_text(state, &specimen, "Een “a” en “bc” zo. Twee. “D”.");
	size_t at = text_find(reading->text, TEXT("bc"), 0);
	size_t two = text_find(reading->text, TEXT("Twee"), 0);

	assert_true(reading_quoted(reading, (struct span){at, 2}));
	assert_false(reading_quoted(reading, (struct span){at, 7}));
	assert_false(reading_quoted(reading, (struct span){0, 3}));
	assert_false(reading_quoted(reading, (struct span){two, 4}));
	assert_int_equal(reading_sentence(reading, at), 0);
	assert_int_equal(reading_sentence(reading, two), 1);
	assert_int_equal(reading_sentence(reading, reading->text.len - 1), 2);
	specimen_release(&specimen);
}

/* --- values -----------------------------------------------------------------
 */

static void
value(void **state, const char *text, const char *expected)
{
	struct specimen specimen;
	const struct reading *reading = read_text(state, &specimen, text);
	struct span span = reading_value(
		reading, (struct span){0, reading->text.len}, *state);

	assert_true(text_is(reading_at(reading, span), expected));
	specimen_release(&specimen);
}

static void
a_value_loses_one_closing_stop(void **state)
{
	value(state, "Gemeente Gouda.", "Gemeente Gouda");
	value(state, "  Gemeente Gouda . ", "Gemeente Gouda ");
	value(state, "Gemeente Gouda", "Gemeente Gouda");
	value(state, "In 2015.", "In 2015");
	value(state, "Zo dan?", "Zo dan?");
}

static void
a_value_keeps_the_stop_of_an_abbreviation(void **state)
{
	value(state, "Gouda e.o.", "Gouda e.o.");
	value(state, "De Tuin B.V.", "De Tuin B.V.");
	value(state, "Stichting De Tuin (Gouda e.o.).",
	      "Stichting De Tuin (Gouda e.o.)");
	value(state, "Anna B.", "Anna B.");
	value(state, "En zo voort...", "En zo voort...");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_ends_with_a_stop_before_a_capital),
		cmocka_unit_test(a_paragraph_ends_a_sentence_without_a_stop),
		cmocka_unit_test(the_stop_of_an_abbreviation_ends_none),
		cmocka_unit_test(the_stop_of_an_initial_ends_none),
		cmocka_unit_test(nothing_ends_inside_parentheses),
		cmocka_unit_test(a_parenthesis_that_is_a_sentence_stands_apart),
		cmocka_unit_test(
			a_parenthesis_that_nobody_closes_holds_nothing_up),
		cmocka_unit_test(nothing_ends_inside_a_quotation),
		cmocka_unit_test(decimals_and_times_end_none),
		cmocka_unit_test(a_new_sentence_may_open_with_a_mark),
		cmocka_unit_test(an_ellipsis_ends_only_before_a_capital),
		cmocka_unit_test(quotations_are_found_with_their_marks),
		cmocka_unit_test(a_quotation_that_nobody_closes_is_none),
		cmocka_unit_test(a_place_knows_its_sentence_and_quotation),
		cmocka_unit_test(a_value_loses_one_closing_stop),
		cmocka_unit_test(a_value_keeps_the_stop_of_an_abbreviation),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
