/*
 * What stands between two lines of a reading, and what of a line is read;
 * test_readings.c holds the same for random texts.
 */
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

static const char item_lines[] =
	"layout: proef\n"
	"recognise: { phrases: [tuin] }\n"
	"projects: { one: true, title: first-line, kind: proef }\n"
	"sections: { tekst: {}, wie: { heading: Wie, lines: items } }\n";

/* Lines of a text that is not wrapped, behind a title. */
static void
reads(void **state, const char *text, const char *expected)
{
	struct buffer whole = {NULL, 0, 0}, outline = {NULL, 0, 0};

	buffer_format(&whole, "Proef\n\n%s\n", text);
	buffer_format(&outline, "1 titel: Proef\n1 tekst: %s\n", expected);
	assert_outline(*state, layout, whole.bytes, outline.bytes);
	buffer_release(&whole);
	buffer_release(&outline);
}

/* Lines of a text that is wrapped at forty columns. */
static void
wraps(void **state, const char *text, const char *expected)
{
	static const char wrapped[] =
		"De bewoners van de wijk werken aan een\n"
		"tuin voor iedereen, met bomen en bloemen\n"
		"en een vijver en een bank en een kas en\n"
		"een hut, en zij doen dat met plezier, en\n"
		"met elkaar.\n\n";
	static const char joined[] =
		"De bewoners van de wijk werken aan een tuin voor iedereen, "
		"met bomen en bloemen en een vijver en een bank en een kas en "
		"een hut, en zij doen dat met plezier, en met elkaar. | ";
	struct buffer whole = {NULL, 0, 0}, all = {NULL, 0, 0};

	buffer_format(&whole, "%s%s", wrapped, text);
	buffer_format(&all, "%s%s", joined, expected);
	reads(state, whole.bytes, all.bytes);
	buffer_release(&whole);
	buffer_release(&all);
}

static void
in_text_that_is_not_wrapped_a_line_is_a_paragraph(void **state)
{
	reads(state, "Een tuin\nVoor de buurt\n", "Een tuin | Voor de buurt");
}

/* A form with short values: no page is printed as narrow as that. */
static void
a_text_of_short_lines_is_not_wrapped(void **state)
{
	reads(state,
	      "Wie\nGemeente Delft, JSO\nStichting Halt\n"
	      "Duur\nonbekend\nSoort\npilot\nStand\nlopend\nLeden\nacht\n",
	      "Wie | Gemeente Delft, JSO | Stichting Halt | Duur | onbekend | "
	      "Soort | pilot | Stand | lopend | Leden | acht");
}

static void
in_wrapped_text_a_full_line_goes_on(void **state)
{
	wraps(state,
	      "Het regent vandaag in de hele stad en\nOnno loopt naar "
	      "huis.",
	      "Het regent vandaag in de hele stad en Onno loopt naar huis.");
	wraps(state, "Het regent.\nOnno loopt naar huis.",
	      "Het regent. | Onno loopt naar huis.");
}

static void
lines_that_hang_below_an_item_belong_to_it(void **state)
{
	wraps(state,
	      "- een lange lijst van zaken die er in de\n"
	      "  tuin te doen zijn voor wie er zin in\n"
	      "  heeft\n- en meer",
	      "een lange lijst van zaken die er in de tuin te doen zijn voor "
	      "wie er zin in heeft | en meer");
}

static void
a_page_break_inside_a_sentence_is_a_blank(void **state)
{
	reads(state, "Een tuin voor\n\nbewoners.", "Een tuin voor bewoners.");
	reads(state, "Een tuin in de\n\nGouwe.", "Een tuin in de Gouwe.");
	reads(state, "Een tuin,\n\nOok voor u.", "Een tuin, Ook voor u.");
	reads(state, "Een tuin e.d.\n\nvoor u.", "Een tuin e.d. voor u.");
	reads(state, "Wij (van de tuin\n\nGouda) zijn er.",
	      "Wij (van de tuin Gouda) zijn er.");
	reads(state, "Zij zegt “Kom langs.\n\nNu meteen” en wacht.",
	      "Zij zegt “Kom langs. Nu meteen” en wacht.");
}

static void
a_blank_line_between_sentences_parts_them(void **state)
{
	reads(state, "Een tuin.\n\nbloei", "Een tuin. | bloei");
	reads(state, "Een tuin\n\nBloei", "Een tuin | Bloei");
	reads(state, "Dit is:\n\nbloei", "Dit is: | bloei");
	reads(state, "De Brug (Gouda)\n\nde Tuin", "De Brug (Gouda) | de Tuin");
	reads(state, "“Kom langs.”\n\n“Nu meteen.”",
	      "“Kom langs.” | “Nu meteen.”");
}

static void
a_full_line_at_a_pages_end_goes_on_with_a_name(void **state)
{
	wraps(state,
	      "Zij werken samen met de stad en gemeente\n\n"
	      "\fGouda en met nog een paar anderen.",
	      "Zij werken samen met de stad en gemeente Gouda en met nog een "
	      "paar anderen.");
	wraps(state, "Zij werken samen met de stad\n\n\fGouda is mooi.",
	      "Zij werken samen met de stad | Gouda is mooi.");
	wraps(state,
	      "Zij werken samen met de stad en gemeente\n\n"
	      "Gouda is mooi.",
	      "Zij werken samen met de stad en gemeente | Gouda is mooi.");
}

static void
a_hyphen_that_divides_a_word_is_taken_out(void **state)
{
	reads(state, "Een samen-\n\nwerking.", "Een samenwerking.");
	wraps(state, "Zij werken aan hun eigen mooie plek, bewo-\nners ook.",
	      "Zij werken aan hun eigen mooie plek, bewoners ook.");
}

static void
a_hyphen_of_the_word_itself_stays(void **state)
{
	reads(state, "In Midden-\n\nHolland.", "In Midden-Holland.");
	reads(state, "Een JSO-\n\nadviseur.", "Een JSO-adviseur.");
	reads(state, "Een 24-\n\nuurs dienst.", "Een 24-uurs dienst.");
	reads(state, "Van 2014-\n\n2015.", "Van 2014-2015.");
	reads(state, "Een co-\n\ncreatie.", "Een co-creatie.");
}

static void
a_hyphen_behind_a_digit_goes_on_in_a_line_that_is_not_full(void **state)
{
	reads(state, "De groep van 16-27-\njarigen.",
	      "De groep van 16-27-jarigen.");
}

static void
a_hyphen_that_hangs_keeps_its_blank(void **state)
{
	reads(state, "De wijk-\n\nen buurtteams.", "De wijk- en buurtteams.");
	reads(state, "De wijk -\n\nen buurt.", "De wijk - en buurt.");
}

static void
a_soft_hyphen_joins_at_a_lines_end_and_is_nothing_elsewhere(void **state)
{
	reads(state, "Een samen\xC2\xAD\n\nwer\xC2\xADking.",
	      "Een samenwerking.");
}

static void
invisible_characters_are_left_out(void **state)
{
	reads(state,
	      "\xE2\x80\x8B"
	      "Een t\xE2\x80\x8Bu\xEF\xBB\xBFi\xE2\x81\xA0n"
	      "\xE2\x80\x8E.\xE2\x80\x8B\n\n\xE2\x80\x8B\n",
	      "Een tuin.");
}

static void
an_invisible_character_hides_neither_bullet_nor_small_letter(void **state)
{
	reads(state, "\xE2\x80\x8B- een\n\xEF\xBB\xBF- twee", "een | twee");
	reads(state,
	      "Een tuin voor iedereen en alle\n\n\xE2\x80\x8B"
	      "bewoners.",
	      "Een tuin voor iedereen en alle bewoners.");
}

static void
blanks_of_any_kind_are_one_blank(void **state)
{
	reads(state, "Een\t \xC2\xA0tuin\xE2\x80\x89van\xE3\x80\x80u. \t",
	      "Een tuin van u.");
}

static void
letters_are_composed_and_ligatures_are_letters(void **state)
{
	reads(state,
	      "Ide\xCC\x81"
	      "e\xCC\x88n: o\xEF\xAC\x83"
	      "ciële \xEF\xAC"
	      "\x81lm.",
	      "Idéën: officiële film.");
}

static void
bullets_and_numbers_begin_items(void **state)
{
	reads(state, "- een\n• twee\n* drie\n– vier\n1. vijf\n12) zes\no zeven",
	      "een | twee | drie | vier | vijf | zes | zeven");
	reads(state, "-5 graden\n2015. Een jaar\n1.5 liter\n-- twee",
	      "-5 graden | 2015. Een jaar | 1.5 liter | -- twee");
}

static void
where_lines_are_items_each_line_is_one(void **state)
{
	assert_outline(*state, item_lines,
		       "Proef\n\nZo.\n\nWie\n\nDe tuin van\nen voor\n\nu\n",
		       "1 titel: Proef\n1 tekst: Zo.\n1 wie: De tuin van | en "
		       "voor | u\n");
}

static void
all_line_ends_are_one(void **state)
{
	assert_outline(*state, layout, "Proef\r\n\r\nEen.\r\rTwee.\n\nDrie.",
		       "1 titel: Proef\n1 tekst: Een. | Twee. | Drie.\n");
}

/* --- the map -----------------------------------------------------------------
 */

static struct text
source(struct specimen *specimen, const char *words)
{
	const struct reading *reading =
		document_reading(&specimen->document, 1);
	size_t at = text_find(reading->text, text_of(words), 0);

	assert_true(at < reading->text.len);
	return text_at(
		specimen->report.text,
		reading_source(reading, (struct span){at, text_of(words).len}));
}

static void
words_lead_back_to_their_bytes(void **state)
{
	struct specimen specimen;

	specimen_init(&specimen, layout);
	specimen_read(&specimen, *state,
		      TEXT("Proef\n\nEen  ide\xCC\x81"
			   "e voor\n\nde samen-\n\n"
			   "\xEF\xAC\x81lm\xC2\xAD"
			   "club.\n"));
	assert_true(text_is(source(&specimen, "Een idée"), "Een  ide\xCC\x81"
							   "e"));
	assert_true(text_is(source(&specimen, "é"), "e\xCC\x81"));
	assert_true(text_is(source(&specimen, "voor de"), "voor\n\nde"));
	assert_true(text_is(source(&specimen, "samenfilm"),
			    "samen-\n\n\xEF\xAC\x81lm"));
	assert_true(text_is(source(&specimen, "i"), "i"));
	assert_true(text_is(source(&specimen, "filmclub"),
			    "\xEF\xAC\x81lm\xC2\xAD"
			    "club"));
	specimen_release(&specimen);
}

static void
nothing_leads_nowhere(void **state)
{
	struct specimen specimen;
	const struct reading *reading;

	specimen_init(&specimen, layout);
	specimen_read(&specimen, *state, TEXT("Proef\n\nEen.\n"));
	reading = document_reading(&specimen.document, 1);
	assert_int_equal(reading_source(reading, (struct span){2, 0}).len, 0);
	reading = document_read_span(&specimen.document, (struct span){0, 0});
	assert_int_equal(reading->text.len, 0);
	assert_int_equal(reading->n_sentences, 0);
	assert_int_equal(reading_sentence(reading, 0), 0);
	specimen_release(&specimen);
}

static void
a_span_from_the_middle_of_a_line_begins_no_item(void **state)
{
	struct specimen specimen;
	const struct reading *reading;

	specimen_init(&specimen, layout);
	specimen_read(&specimen, *state, TEXT("Proef\n\nOp 5. mei en zo.\n"));
	reading = document_read_span(&specimen.document, span_of(10, 23));
	assert_string_equal(reading->text.bytes, "5. mei en zo.");
	specimen_release(&specimen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			in_text_that_is_not_wrapped_a_line_is_a_paragraph),
		cmocka_unit_test(a_text_of_short_lines_is_not_wrapped),
		cmocka_unit_test(in_wrapped_text_a_full_line_goes_on),
		cmocka_unit_test(lines_that_hang_below_an_item_belong_to_it),
		cmocka_unit_test(a_page_break_inside_a_sentence_is_a_blank),
		cmocka_unit_test(a_blank_line_between_sentences_parts_them),
		cmocka_unit_test(
			a_full_line_at_a_pages_end_goes_on_with_a_name),
		cmocka_unit_test(a_hyphen_that_divides_a_word_is_taken_out),
		cmocka_unit_test(a_hyphen_of_the_word_itself_stays),
		cmocka_unit_test(
			a_hyphen_behind_a_digit_goes_on_in_a_line_that_is_not_full),
		cmocka_unit_test(a_hyphen_that_hangs_keeps_its_blank),
		cmocka_unit_test(
			a_soft_hyphen_joins_at_a_lines_end_and_is_nothing_elsewhere),
		cmocka_unit_test(invisible_characters_are_left_out),
		cmocka_unit_test(
			an_invisible_character_hides_neither_bullet_nor_small_letter),
		cmocka_unit_test(blanks_of_any_kind_are_one_blank),
		cmocka_unit_test(
			letters_are_composed_and_ligatures_are_letters),
		cmocka_unit_test(bullets_and_numbers_begin_items),
		cmocka_unit_test(where_lines_are_items_each_line_is_one),
		cmocka_unit_test(all_line_ends_are_one),
		cmocka_unit_test(words_lead_back_to_their_bytes),
		cmocka_unit_test(nothing_leads_nowhere),
		cmocka_unit_test(
			a_span_from_the_middle_of_a_line_begins_no_item),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
