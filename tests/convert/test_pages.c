/*
 * Lines and paragraphs of a PDF's pages: what goes on, what begins anew, what
 * runs along in the margins. Tables and columns are in test_grids.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/base/memory.h"

#include "../support/drawing.h"

static void
a_heading_on_the_next_page_is_not_glued_to_a_full_line(void **state)
{
	(void)state;
	reads("Een regel tot de rand\nen dan een volle regel\n\fBereikte kop\n"
	      "\nTekst.",
	      "Een regel tot de rand en dan een volle regel\n\n\fBereikte kop"
	      "\n\nTekst.\n");
	reads("Een regel tot de rand\nen de \xE2\x80\x98volle "
	      "regel.\xE2\x80\x99"
	      "\n\fdan weer.",
	      "Een regel tot de rand en de \xE2\x80\x98volle regel.\xE2\x80\x99"
	      "\n\n\fdan weer.\n");
}

static void
a_heading_at_the_end_of_a_page_is_not_glued_to_the_text(void **state)
{
	(void)state;
	reads("Een regel tot de rand.\n\nOver de hele breedte\n\fDe tekst "
	      "begint hier en\ngaat door.",
	      "Een regel tot de rand.\n\nOver de hele breedte\n\n\fDe tekst "
	      "begint hier en gaat door.\n");
}

static void
a_sentence_goes_on_on_the_next_page(void **state)
{
	(void)state;
	reads("Een regel tot de rand\nen dan een volle regel\n\fgaat door\n",
	      "Een regel tot de rand en dan een volle regel \fgaat door\n");
	reads("Een regel tot de rand\nen dan de gemeente van\n\fGouda, die "
	      "meedoet en dan\nnog wat.",
	      "Een regel tot de rand en dan de gemeente van \fGouda, die "
	      "meedoet en dan nog wat.\n");
}

static void
running_text_begins_no_item(void **state)
{
	(void)state;
	reads("Dat kostte samen ruim\n\xE2\x82\xAC 5.000 per jaar.",
	      "Dat kostte samen ruim \xE2\x82\xAC 5.000 per jaar.\n");
	reads("Het is een hoge start\n(8) en daalt.",
	      "Het is een hoge start (8) en daalt.\n");
	reads("Vandaag is het weer\nzo. Er komt meer.",
	      "Vandaag is het weer zo. Er komt meer.\n");
	reads("Er waren samen ruim\n5 mensen bij.",
	      "Er waren samen ruim 5 mensen bij.\n");
	reads("De hele buurt kwam \xE2\x80\x93\njong en\noud",
	      "De hele buurt kwam \xE2\x80\x93 jong en\noud\n");
	reads("De hele buurt kwam er\n\xE2\x80\x93 jong en oud samen",
	      "De hele buurt kwam er \xE2\x80\x93 jong en oud samen\n");
	reads("Het begon al in groep\n8. Daarna kwam de rest.",
	      "Het begon al in groep 8. Daarna kwam de rest.\n");
}

static void
items_stand_on_lines_of_their_own(void **state)
{
	(void)state;
	reads("- een punt met breedte\n- twee\n- drie is er ook nog\n",
	      "- een punt met breedte\n- twee\n- drie is er ook nog\n");
	reads("1. een punt met breedte\n2. en nog een is breed\n3. drie",
	      "1. een punt met breedte\n2. en nog een is breed\n3. drie\n");
	reads("1. een punt met breedte\ndat nog even verder gaat\n2. en nog "
	      "een",
	      "1. een punt met breedte dat nog even verder gaat\n"
	      "2. en nog een\n");
	reads("a) een punt met breedte\nb) en nog een is breed",
	      "a) een punt met breedte\nb) en nog een is breed\n");
	reads("\xE2\x80\xA2 een punt met breedte\n\xE2\x80\xA2 nog een",
	      "\xE2\x80\xA2 een punt met breedte\n\xE2\x80\xA2 nog een\n");
}

static void
bullets_of_fonts_of_symbols_are_dashes(void **state)
{
	(void)state;
	reads("\xEF\x82\xB7 een\n\xEF\x82\xA7 twee\n\xE2\x96\xBA drie\n"
	      "\n\xEE\x82\xB7 vier",
	      "- een\n- twee\n- drie\n\n\xEE\x82\xB7 vier\n");
}

static void
a_hyphen_of_the_printer_is_taken_out(void **state)
{
	(void)state;
	reads("Er is samen\xE2\x80\x90\nwerking.", "Er is samenwerking.\n");
	reads("Er is samen\xC2\xAD\nwerking.", "Er is samenwerking.\n");
	reads("Een ge-\nmeente", "Een ge-\nmeente\n");
}

static void
dots_that_lead_to_a_page_end_their_line(void **state)
{
	(void)state;
	reads("1. Een lang begin.............. 3\nTot "
	      "slot....................... 4",
	      "1. Een lang begin.............. 3\n"
	      "Tot slot....................... 4\n");
}

static void
what_returns_in_the_margins_is_furniture(void **state)
{
	(void)state;
	reads("Rapport               Bundel\n\n\nEerste regel.\n\f"
	      "Rapport               Bundel\n\n\nTweede regel.",
	      "Rapport    Bundel\n\nEerste regel.\n\n\f"
	      "Rapport    Bundel\n\nTweede regel.\n"
	      "[furniture running-head: Rapport    Bundel]\n"
	      "[furniture running-head: Rapport    Bundel]\n");
	reads("blad 1 van 2\n\n\nEerste regel.\n\f"
	      "blad 2 van 2\n\n\nTweede regel.",
	      "blad 1 van 2\n\nEerste regel.\n\n\f"
	      "blad 2 van 2\n\nTweede regel.\n"
	      "[furniture running-head: blad 1 van 2]\n"
	      "[furniture running-head: blad 2 van 2]\n");
}

static void
left_and_right_pages_may_have_heads_of_their_own(void **state)
{
	(void)state;
	reads("Links\n\n\nEen.\n\fRechts\n\n\nTwee.\n\f"
	      "Links\n\n\nDrie.\n\fRechts\n\n\nVier.",
	      "Links\n\nEen.\n\n\fRechts\n\nTwee.\n\n\f"
	      "Links\n\nDrie.\n\n\fRechts\n\nVier.\n"
	      "[furniture running-head: Links]\n"
	      "[furniture running-head: Rechts]\n"
	      "[furniture running-head: Links]\n"
	      "[furniture running-head: Rechts]\n");
}

static void
a_heading_that_each_page_begins_with_is_none(void **state)
{
	(void)state;
	reads("Proef 3\n\n\nEen.\n\fProef 7\n\n\nTwee.",
	      "Proef 3\n\nEen.\n\n\fProef 7\n\nTwee.\n");
	reads("Opdrachtgever\nGemeente Gouda en de stad Delft\n\f"
	      "Opdrachtgever\nGemeente Delft en de stad Gouda",
	      "Opdrachtgever\nGemeente Gouda en de stad Delft\n\n\f"
	      "Opdrachtgever\nGemeente Delft en de stad Gouda\n");
}

/* What stands between the two halves waits for the end of the paragraph. */
static void
a_sentence_goes_on_past_running_heads(void **state)
{
	(void)state;
	reads("Bundel\n\n\nEen regel tot de rand\nen dan een volle regel\n\f"
	      "Bundel\n\n\ngaat door.\n\nSlot.",
	      "Bundel\n\nEen regel tot de rand en dan een volle regel \f"
	      "gaat door.\n\nBundel\n\nSlot.\n"
	      "[furniture running-head: Bundel]\n"
	      "[furniture running-head: Bundel]\n");
}

#define DOWN "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"

static void
a_note_at_the_foot_of_a_page_is_furniture(void **state)
{
	(void)state;
	reads("Een regel tekst met een noot 1\nen nog een regel daarvan.\n" DOWN
	      "~1 Een noot.",
	      "Een regel tekst met een noot 1 en nog een regel daarvan.\n\n"
	      "1 Een noot.\n[furniture note: 1 Een noot.]\n");
	reads("Een regel tekst met een noot 1\nen nog een regel daarvan.\n" DOWN
	      "~Klein gedrukt, en geen noot.",
	      "Een regel tekst met een noot 1 en nog een regel daarvan.\n\n"
	      "Klein gedrukt, en geen noot.\n");
}

#define WORD(x, y, to_x, to_y, word) \
	"<word xMin=\"" #x "\" yMin=\"" #y "\" xMax=\"" #to_x \
	"\" yMax=\"" #to_y "\">" word "</word>"

static void
turned_text_keeps_the_order_that_it_was_told_in(void **state)
{
	(void)state;
	boxes_read_as(
		"<doc><page><block><line>" WORD(50, 70, 61, 90, "Onder") WORD(
			50, 40, 61, 66,
			"elkaar") "</line></block><block><line>" WORD(200, 40,
								      220, 51,
								      "Recht")
			WORD(223, 40, 250, 51,
			     "op") "</line></block></page></doc>",
		"Recht op\n\nOnder elkaar\n");
	boxes_read_as("<doc><page><block><line>" WORD(515, 717, 540, 728, "Op")
			      WORD(492, 717, 512, 728, "de") WORD(
				      472, 717, 489, 728,
				      "kop") "</line></block></page></doc>",
		      "Op de kop\n");
}

static void
words_left_of_the_page_stand_there(void **state)
{
	(void)state;
	boxes_read_as("<doc><page><block><line>" WORD(-20, 40, -2, 51, "Links")
			      WORD(0, 40, 20, 51,
				   "daarvan") "</line></block></page></doc>",
		      "Links daarvan\n");
}

static void
words_whose_place_is_not_told_or_beyond_all_pages_are_read(void **state)
{
	struct buffer boxes = {NULL, 0, 0};

	(void)state;
	buffer_add_string(&boxes, "<doc><page><block><line><word yMin=\"40\" "
				  "xMax=\"20\">Ergens</word></line></block>"
				  "<block><line><word xMin=\"1");
	for (size_t i = 0; i < 400; i++)
		buffer_add_byte(&boxes, '0');
	buffer_add_string(&boxes, ".0\" yMin=\"40\">ver</word></line></block>"
				  "</page></doc>");
	boxes_read_as(boxes.bytes, "Ergens\n\nver\n");
	buffer_release(&boxes);
}

static void
pages_without_a_word_are_told(void **state)
{
	(void)state;
	boxes_read_as(
		"<doc><page><block><line>" WORD(
			10, 40, 40, 51,
			"Een") "</line></block></page><page/><page/></doc>",
		"Een\n\n\f\n\f\n[bare: 2, 3]\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_heading_on_the_next_page_is_not_glued_to_a_full_line),
		cmocka_unit_test(
			a_heading_at_the_end_of_a_page_is_not_glued_to_the_text),
		cmocka_unit_test(a_sentence_goes_on_on_the_next_page),
		cmocka_unit_test(running_text_begins_no_item),
		cmocka_unit_test(items_stand_on_lines_of_their_own),
		cmocka_unit_test(bullets_of_fonts_of_symbols_are_dashes),
		cmocka_unit_test(a_hyphen_of_the_printer_is_taken_out),
		cmocka_unit_test(dots_that_lead_to_a_page_end_their_line),
		cmocka_unit_test(what_returns_in_the_margins_is_furniture),
		cmocka_unit_test(
			left_and_right_pages_may_have_heads_of_their_own),
		cmocka_unit_test(a_heading_that_each_page_begins_with_is_none),
		cmocka_unit_test(a_sentence_goes_on_past_running_heads),
		cmocka_unit_test(a_note_at_the_foot_of_a_page_is_furniture),
		cmocka_unit_test(
			turned_text_keeps_the_order_that_it_was_told_in),
		cmocka_unit_test(words_left_of_the_page_stand_there),
		cmocka_unit_test(
			words_whose_place_is_not_told_or_beyond_all_pages_are_read),
		cmocka_unit_test(pages_without_a_word_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
