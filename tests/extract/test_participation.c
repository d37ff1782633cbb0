/*
 * Participation: who is meant, which rung, and whether it was reached. Each
 * test is a rule of the codebook's section; the sentences are invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/extract_support.h"

static const char layout[] =
	"layout: proef\n"
	"describes: verslag van een verzonnen proef\n"
	"language: nl\n"
	"recognise: { headings: [Verzonnen proef] }\n"
	"projects: { one: true, title: first-line, kind: proeftuin }\n"
	"sections:\n"
	"  betrokken: { heading: Hoe doen inwoners mee?,"
	" holds: participation }\n"
	"  burgerparticipatie: { heading: Burgerparticipatie,"
	" holds: participation }\n"
	"  onderzoek:\n"
	"    heading: Onderzoek\n"
	"    components: lines-that-recur\n"
	"    sections:\n"
	"      deelname: { heading: Betrokkenheid, holds: participation }\n"
	"      cijfers: { heading: Cijfers }\n"
	"  verhaal: { heading: Verhaal, holds: participation }\n";

static void
under(struct rules *rules, const char *heading, const char *text,
      const char *columns, const char *expected)
{
	struct buffer report = {NULL, 0, 0};

	buffer_format(&report, "Verzonnen proef\n\n%s\n%s\n", heading, text);
	assert_facts(rules, layout, report.bytes, FACT_PARTICIPATION, columns,
		     expected);
	buffer_release(&report);
}

/* Under the question how residents take part. */
static void
answer(void **state, const char *text, const char *expected)
{
	under(*state, "Hoe doen inwoners mee?", text, "level stance", expected);
}

/* Under "Burgerparticipatie". */
static void
section(void **state, const char *text, const char *expected)
{
	under(*state, "Burgerparticipatie", text, "level stance", expected);
}

/* In a text under no such heading. */
static void
story(void **state, const char *text, const char *expected)
{
	under(*state, "Verhaal", text, "level stance", expected);
}

static void
each_rung_has_its_words(void **state)
{
	answer(state, "Dorpelingen zijn geïnformeerd.", "informeren toegepast");
	answer(state, "Er was een avond met voorlichting over de dijk.",
	       "informeren toegepast");
	answer(state, "De wijk is geraadpleegd.", "raadplegen toegepast");
	answer(state, "Er kwam een focusgroep bijeen.", "raadplegen toegepast");
	answer(state, "Een klankbordgroep gaf feedback.",
	       "adviseren toegepast");
	answer(state, "De jongerenraad dacht over het plein mee.",
	       "adviseren toegepast");
	answer(state, "Zij hebben een actieve rol in het buurthuis.",
	       "coproduceren toegepast");
	answer(state, "Het park ontstond in co-creatie.",
	       "coproduceren toegepast");
	answer(state, "Huurders hebben zeggenschap over de tuin.",
	       "meebeslissen toegepast");
	answer(state, "Het loket is begonnen als burgerinitiatief.",
	       "zelfbeheer toegepast");
}

static void
a_rung_is_named_in_english_too(void **state)
{
	under(*state, "Hoe doen inwoners mee?",
	      "Zij denken mee en beslissen mee.", "level rung",
	      "adviseren advise; meebeslissen co-decide");
	under(*state, "Hoe doen inwoners mee?", "Zij doen niet mee.",
	      "level rung", "coproduceren co-produce");
	under(*state, "Hoe doen inwoners mee?", "Inwoners zijn niet betrokken.",
	      "level rung", "geen none");
}

static void
further_signals_have_their_rung(void **state)
{
	section(state,
		"Bewoners hadden inbreng in de bouwplannen en de plannen.",
		"coproduceren toegepast");
	section(state, "Ouders participeren in het bestuur van de speeltuin.",
		"coproduceren toegepast");
	section(state, "Er is een denktank van jongeren.",
		"adviseren toegepast");
	section(state, "Cliënten leverden input voor de folder.",
		"adviseren toegepast");
	section(state, "Op een groepsbijeenkomst spraken ouders zich uit.",
		"raadplegen toegepast");
	section(state, "Mantelzorgers konden hun ervaringen inbrengen.",
		"raadplegen toegepast");
}

static void
inspraak_and_raadplegen_are_one_row(void **state)
{
	section(state, "Inwoners kregen inspraak en zijn geraadpleegd.",
		"raadplegen toegepast");
}

static void
verbs_that_share_a_particle_each_have_their_rung(void **state)
{
	section(state, "Jongeren denken, beslissen en voeren mede uit.",
		"adviseren toegepast; coproduceren toegepast; "
		"meebeslissen toegepast");
}

static void
felt_responsibility_is_not_participation(void **state)
{
	section(state,
		"De gemeente vindt zich verantwoordelijk voor het informeren "
		"van inwoners; zij moeten kunnen meedenken.",
		"");
}

static void
a_wish_or_a_hindrance_is_not_participation(void **state)
{
	section(state, "Er is behoefte aan een raad van inwoners die meedenkt.",
		"");
	section(state, "Een belemmering was dat bewoners niet wilden meedoen.",
		"");
}

static void
being_involved_without_a_how_gives_no_row(void **state)
{
	answer(state, "Inwoners zijn betrokken via de dorpsraden.", "");
	answer(state, "Ouders zijn nauw betrokken.", "");
}

static void
being_trained_or_helped_gives_no_row(void **state)
{
	answer(state, "Acht jongeren zijn opgeleid tot ervaringsdeskundige.",
	       "");
	answer(state, "Twintig gezinnen kregen begeleiding.", "");
}

static void
experts_by_experience_at_work_co_produce(void **state)
{
	answer(state, "Door de inzet van ervaringsdeskundigen.",
	       "coproduceren toegepast");
	answer(state, "Jongeren worden na hun training ingezet als maatje.",
	       "coproduceren toegepast");
}

static void
residents_are_meant_and_not_partners(void **state)
{
	section(state, "De partners zijn geraadpleegd.", "");
	section(state, "Organisaties doen mee en denken mee.", "");
	section(state, "Ouders en partners denken mee.", "adviseren toegepast");
	answer(state, "Er zijn gesprekken gevoerd met aanbieders.", "");
	answer(state, "Er zijn gesprekken gevoerd met ouderen.",
	       "raadplegen toegepast");
}

static void
under_participation_joining_in_is_said_of_residents(void **state)
{
	section(state, "Meedenken gaat goed.", "adviseren toegepast");
	story(state, "Meedenken gaat goed.", "");
	story(state, "Meedenken door ouders gaat goed.", "adviseren toegepast");
}

static void
a_pronoun_means_residents_that_were_named(void **state)
{
	story(state, "De ouders kwamen. Zij zijn geraadpleegd.",
	      "raadplegen toegepast");
	story(state, "De bestuurders kwamen. Zij zijn geraadpleegd.", "");
}

static void
taking_part_in_society_is_no_rung(void **state)
{
	story(state, "Inwoners willen mee kunnen doen op de arbeidsmarkt.", "");
}

static void
interviews_as_a_source_consult_nobody(void **state)
{
	section(state,
		"Uit de interviews blijkt dat ouders blij zijn met hun "
		"huis.",
		"");
	section(state, "Er zijn interviews gehouden met ouders.",
		"raadplegen toegepast");
}

static void
nobody_takes_part(void **state)
{
	answer(state, "Inwoners waren (nog) niet betrokken.", "geen toegepast");
	answer(state, "Dit is hier niet van toepassing.", "geen toegepast");
	section(state, "Bewoners participeren niet.", "geen toegepast");
	section(state, "Er waren geen inwoners bij betrokken.",
		"geen toegepast");
	section(state, "Inwoners mogen meedoen, alleen gebeurt dat nog niet.",
		"geen toegepast");
}

static void
nobody_beside_others_is_partly(void **state)
{
	section(state,
		"Bewoners zijn geraadpleegd. Bij de bouw zijn bewoners niet "
		"betrokken.",
		"raadplegen toegepast; geen deels");
	answer(state,
	       "Ouders zijn niet direct betrokken, maar wel langs de "
	       "school.",
	       "geen deels");
}

static void
what_is_only_planned_leaves_nobody(void **state)
{
	section(state,
		"Bewoners zijn nog niet betrokken. Het is de bedoeling hen te "
		"raadplegen.",
		"raadplegen beoogd; geen toegepast");
}

static void
a_start_without_residents_may_be_corrected(void **state)
{
	section(state,
		"Bij de start waren bewoners niet betrokken. Later dachten "
		"bewoners mee.",
		"adviseren toegepast");
	section(state,
		"Bij de start waren bewoners niet betrokken. Later waren "
		"bewoners nog steeds niet betrokken.",
		"geen toegepast");
}

static void
some_say_so_and_some_not_is_partly(void **state)
{
	section(state, "Over meedenken zijn de meningen verdeeld.",
		"adviseren deels");
	section(state, "Het meebeslissen wordt minder ervaren.",
		"meebeslissen deels");
	section(state, "Drie van de acht leden zien ouders meewerken.",
		"coproduceren deels");
	section(state, "De helft vindt dat ouders meedenken.",
		"adviseren deels");
	answer(state, "Waar mogelijk werken zij mee.", "coproduceren deels");
}

static void
words_of_a_clause_govern_what_follows(void **state)
{
	section(state, "De reacties zijn wisselend: ouders werken mee.",
		"coproduceren deels");
	under(*state, "Burgerparticipatie",
	      "De reacties zijn wisselend: ouders werken mee.", "rule words",
	      "participation.sentence De reacties zijn wisselend: ouders "
	      "werken mee.");
}

static void
a_clause_with_a_rung_keeps_its_words(void **state)
{
	section(state,
		"Ouders werken mee, maar meebeslissen is nog te "
		"beperkt.",
		"coproduceren toegepast; meebeslissen deels");
	section(state, "Meebeslissen is nog te beperkt: ouders werken mee.",
		"coproduceren toegepast; meebeslissen deels");
}

static void
one_dissenter_does_not_make_it_partly(void **state)
{
	section(state,
		"Iedereen ziet ouders meedenken. Eén deelnemer heeft twijfels "
		"bij dat meedenken.",
		"adviseren toegepast");
	section(state,
		"Iedereen ziet ouders meedenken. Eén deelnemer heeft twijfels "
		"bij dat meedenken. Een andere deelnemer vindt dat ouders niet "
		"meedenken.",
		"adviseren deels");
}

static void
a_lone_voice_decides_where_no_other_speaks(void **state)
{
	section(state, "Eén deelnemer heeft twijfels bij het meedenken.",
		"adviseren deels");
	section(state,
		"Eén deelnemer heeft twijfels bij het meedenken. Een andere "
		"deelnemer vindt dat ouders niet meedenken.",
		"adviseren deels");
	section(state,
		"Eén deelnemer vindt dat ouders niet meedenken. Een andere "
		"deelnemer heeft twijfels bij het meedenken.",
		"adviseren deels");
}

static void
what_is_planned_or_possible_is_intended(void **state)
{
	section(state, "Het is de bedoeling inwoners te raadplegen.",
		"raadplegen beoogd");
	section(state, "Ouders zullen later meebeslissen.",
		"meebeslissen beoogd");
	section(state, "Er zijn mogelijkheden voor ouders om mee te werken.",
		"coproduceren beoogd");
	section(state, "De gemeente is van plan om jongeren te informeren.",
		"informeren beoogd");
}

static void
can_join_in_is_said_of_what_is_so(void **state)
{
	section(state, "De meeste leden zeggen dat ouders kunnen meedenken.",
		"adviseren toegepast");
}

static void
a_denial_holds_in_its_clause(void **state)
{
	section(state, "Ouders dachten over het gebouw niet mee.",
		"adviseren niet");
	section(state, "Ouders denken mee, maar beslissen niet mee.",
		"adviseren toegepast; meebeslissen niet");
	section(state, "Ouders zijn niet geraadpleegd, wel geïnformeerd.",
		"informeren toegepast; raadplegen niet");
	section(state, "Inwoners (die geen lid zijn) zijn geïnformeerd.",
		"informeren toegepast");
}

static void
the_closest_to_what_was_done_decides(void **state)
{
	section(state,
		"Het is de bedoeling dat ouders meewerken. De helft ziet "
		"ouders "
		"meewerken.",
		"coproduceren deels");
	section(state,
		"De helft ziet ouders meewerken. Aan de muur hebben ouders "
		"meegewerkt.",
		"coproduceren toegepast");
	section(state,
		"Ouders beslissen niet mee. Zij zullen straks meebeslissen.",
		"meebeslissen beoogd");
}

static void
what_is_said_later_corrects_the_start(void **state)
{
	section(state,
		"Bij de eerste meting beslissen ouders mee. Bij de tweede "
		"meting "
		"is het meebeslissen door ouders nog te beperkt.",
		"meebeslissen deels");
	section(state,
		"Het meebeslissen door ouders is te beperkt. Ouders beslissen "
		"mee.",
		"meebeslissen toegepast");
}

static void
each_component_has_its_rows(void **state)
{
	assert_facts(*state, layout,
		     "Verzonnen proef\n\nOnderzoek\n\nBetrokkenheid\n\n"
		     "Moestuin\n\nOuders denken mee.\n\n"
		     "Kapsalon\n\nOuders zijn niet betrokken.\n\n"
		     "Cijfers\n\nMoestuin\n\nGoed.\n\nKapsalon\n\nGoed.\n",
		     FACT_PARTICIPATION, "component level stance",
		     "Moestuin adviseren toegepast; Kapsalon geen toegepast");
}

static void
the_words_that_decided_are_shown(void **state)
{
	under(*state, "Burgerparticipatie",
	      "Ouders zijn geraadpleegd; over hun meedenken wordt wisselend "
	      "geoordeeld.",
	      "level@ stance@ rung@ words",
	      "geraadpleegd geraadpleegd geraadpleegd Ouders zijn "
	      "geraadpleegd;; meedenken wisselend meedenken over hun meedenken "
	      "wordt wisselend geoordeeld.");
}

static void
passages_that_do_not_agree_are_pointed_out(void **state)
{
	assert_int_equal(messages_of(*state, layout,
				     "Verzonnen proef\n\nBurgerparticipatie\n"
				     "Ouders denken mee. De helft ziet ouders "
				     "meedenken.\n",
				     DIAGNOSTIC_STANCE_MIXED),
			 1);
	assert_int_equal(messages_of(*state, layout,
				     "Verzonnen proef\n\nBurgerparticipatie\n"
				     "Ouders denken mee.\n",
				     DIAGNOSTIC_STANCE_MIXED),
			 0);
}

static void
a_heading_counts_however_it_is_printed(void **state)
{
	under(*state, "HOE DOEN INWONERS MEE?", "De wijk is geraadpleegd.",
	      "level", "raadplegen");
	under(*state, "Burgerparticiptie", "Meedenken gaat goed.", "level",
	      "adviseren");
}

static void
words_for_a_rung_may_need_residents_as_the_doers(void **state)
{
	answer(state, "Huurders gaven de partners tips.",
	       "adviseren toegepast");
	answer(state, "Partners gaven huurders tips.", "");
	answer(state, "Aan huurders zijn tips gegeven.", "");
	answer(state, "De gemeente gaf huurders feedback.", "");
	answer(state, "Volgens de deelnemers geven ouders hun mening.",
	       "raadplegen toegepast");
	answer(state, "Leerlingen droegen drie oplossingen aan.",
	       "adviseren toegepast");
	answer(state, "Mantelzorgers verzorgen lessen aan professionals.",
	       "coproduceren toegepast");
	answer(state, "Professionals verzorgen lessen aan mantelzorgers.", "");
	answer(state, "Het werk wordt uitgevoerd door huurders.",
	       "coproduceren toegepast");
	answer(state, "Het werk voor ouderen is uitgevoerd door partners.", "");
	answer(state, "Huurders kiezen samen met de beheerder de kleuren.",
	       "meebeslissen toegepast");
	answer(state, "Huurders runnen zelf een winkel.",
	       "zelfbeheer toegepast");
	answer(state, "De gemeente organiseert zelf een feest voor huurders.",
	       "");
	answer(state, "Huurders konden stemmen over de kleuren.",
	       "meebeslissen toegepast");
	answer(state, "Leerlingen hebben samen met de partners iets gebouwd.",
	       "coproduceren toegepast");
	answer(state, "Ouders richtten een vereniging op.",
	       "zelfbeheer toegepast");
}

static void
what_serves_as_input_is_no_rung(void **state)
{
	answer(state, "De uitkomsten zijn input voor de partners.", "");
	answer(state, "De input van ouders was groot.", "adviseren toegepast");
}

static void
a_group_of_partners_is_not_meant_in_the_answer(void **state)
{
	answer(state, "Er was een klankbordgroep van organisaties.", "");
	answer(state, "Er was een klankbordgroep van huurders.",
	       "adviseren toegepast");
}

static void
residents_are_asked_in_many_ways(void **state)
{
	answer(state, "Er zijn interviews afgenomen bij ouderen.",
	       "raadplegen toegepast");
	answer(state, "Huurders maakten hun behoeften kenbaar.",
	       "raadplegen toegepast");
	answer(state, "De wensen zijn onder huurders geïnventariseerd.",
	       "raadplegen toegepast");
	answer(state, "De schets is aan twee gezinnen voorgelegd.",
	       "raadplegen toegepast");
	answer(state, "Twintig huurders hebben de vragenlijst ingevuld.",
	       "raadplegen toegepast");
	answer(state, "De mening van huurders is niet gevraagd.",
	       "raadplegen niet");
	answer(state, "De schets is aan gezinnen voorgelegd voor feedback.",
	       "adviseren toegepast");
}

static void
a_role_is_its_rung(void **state)
{
	answer(state, "Zij treden op als sparringpartner.",
	       "adviseren toegepast");
	answer(state, "Ouderen kregen een adviserende rol.",
	       "adviseren toegepast");
	answer(state, "Ouderen zijn actief als maatje.",
	       "coproduceren toegepast");
	answer(state, "Professionals treden op als adviseur.", "");
}

static void
making_along_co_produces_and_deciding_along_co_decides(void **state)
{
	answer(state, "Huurders bouwen aan de schuur mee.",
	       "coproduceren toegepast");
	answer(state, "Leerlingen mochten mee ontwerpen.",
	       "coproduceren toegepast");
	answer(state, "Er wordt samen met ouderen naar de zorg gekeken.", "");
	answer(state, "Huurders hebben stemrecht in het bestuur.",
	       "meebeslissen toegepast");
	answer(state, "Het doel was huurders mee te laten bepalen.",
	       "meebeslissen beoogd");
}

static void
absence_has_many_words(void **state)
{
	answer(state, "Huurders zijn nergens bij betrokken.", "geen toegepast");
	answer(state, "De huurders bleven buiten beeld.", "geen toegepast");
	answer(state, "Aan de avond namen geen huurders deel.",
	       "geen toegepast");
	answer(state, "Zonder inspraak van huurders viel het besluit.",
	       "geen toegepast");
	answer(state, "Zonder inbreng van huurders was het niet gelukt.", "");
	answer(state, "Niet alle huurders zijn betrokken.", "geen deels");
}

static void
not_all_and_not_everywhere_is_partly(void **state)
{
	section(state, "Niet elke ouder kan meedenken met de ouders.",
		"adviseren deels");
	section(state, "Enkele ouders werkten mee, de rest niet.",
		"coproduceren deels");
	section(state, "Alleen in het dorp zijn ouders geraadpleegd.",
		"raadplegen deels");
	section(state, "Niet alleen in het dorp zijn ouders geraadpleegd.",
		"raadplegen toegepast");
}

static void
what_is_still_to_come_or_uncertain_is_intended(void **state)
{
	section(state, "Binnenkort denken ouders mee.", "adviseren beoogd");
	section(state, "Komend voorjaar worden ouders geraadpleegd.",
		"raadplegen beoogd");
	section(state, "Voor volgend jaar is een enquête onder ouders gepland.",
		"raadplegen beoogd");
	section(state, "Ouders zijn geraadpleegd over het komende jaar.",
		"raadplegen toegepast");
	section(state, "De opzet is om ouders te laten meewerken.",
		"coproduceren beoogd");
	section(state, "Het is nog niet duidelijk of ouders meebeslissen.",
		"meebeslissen beoogd");
	section(state, "Het blijft de vraag of ouders meebeslissen.",
		"meebeslissen beoogd");
}

static void
the_ladders_own_word_proves_before_a_weaker_one(void **state)
{
	under(*state, "Hoe doen inwoners mee?",
	      "Ouders reflecteren op het plan. Ouders denken mee.", "level@",
	      "denken mee");
	under(*state, "Hoe doen inwoners mee?",
	      "Ouders reflecteren op het plan. Ouders denken niet mee.",
	      "level@ stance", "reflecteren toegepast");
}

static void
what_came_to_nothing_is_not_reached(void **state)
{
	section(state,
		"Het plan was om ouders te laten meebeslissen, maar dat is "
		"er niet van gekomen.",
		"meebeslissen niet");
	section(state, "De enquête onder ouders ging niet door.",
		"raadplegen niet");
}

static void
neighbours_and_family_are_residents_too(void **state)
{
	section(state, "Omwonenden worden ingelicht.", "informeren toegepast");
	section(state, "De familie wordt ingelicht.", "informeren toegepast");
	section(state, "Ouders leveren ook ideeën voor het plan.",
		"adviseren toegepast");
}

static void
who_chooses_or_has_the_last_word_decides_along(void **state)
{
	section(state, "Jongeren kozen zelf de muziek.",
		"meebeslissen toegepast");
	section(state, "Ouders hebben het laatste woord.",
		"meebeslissen toegepast");
	section(state, "Een groep ouders ontwierp de speelplek.",
		"coproduceren toegepast");
}

static void
what_is_said_of_partners_is_not_said_of_residents_beside_them(void **state)
{
	section(state, "Professionals worden ingelicht; ouders nog niet.", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rung_has_its_words),
		cmocka_unit_test(a_rung_is_named_in_english_too),
		cmocka_unit_test(further_signals_have_their_rung),
		cmocka_unit_test(inspraak_and_raadplegen_are_one_row),
		cmocka_unit_test(
			verbs_that_share_a_particle_each_have_their_rung),
		cmocka_unit_test(felt_responsibility_is_not_participation),
		cmocka_unit_test(a_wish_or_a_hindrance_is_not_participation),
		cmocka_unit_test(being_involved_without_a_how_gives_no_row),
		cmocka_unit_test(being_trained_or_helped_gives_no_row),
		cmocka_unit_test(experts_by_experience_at_work_co_produce),
		cmocka_unit_test(residents_are_meant_and_not_partners),
		cmocka_unit_test(
			under_participation_joining_in_is_said_of_residents),
		cmocka_unit_test(a_pronoun_means_residents_that_were_named),
		cmocka_unit_test(taking_part_in_society_is_no_rung),
		cmocka_unit_test(interviews_as_a_source_consult_nobody),
		cmocka_unit_test(nobody_takes_part),
		cmocka_unit_test(nobody_beside_others_is_partly),
		cmocka_unit_test(what_is_only_planned_leaves_nobody),
		cmocka_unit_test(a_start_without_residents_may_be_corrected),
		cmocka_unit_test(some_say_so_and_some_not_is_partly),
		cmocka_unit_test(words_of_a_clause_govern_what_follows),
		cmocka_unit_test(a_clause_with_a_rung_keeps_its_words),
		cmocka_unit_test(one_dissenter_does_not_make_it_partly),
		cmocka_unit_test(a_lone_voice_decides_where_no_other_speaks),
		cmocka_unit_test(what_is_planned_or_possible_is_intended),
		cmocka_unit_test(can_join_in_is_said_of_what_is_so),
		cmocka_unit_test(a_denial_holds_in_its_clause),
		cmocka_unit_test(the_closest_to_what_was_done_decides),
		cmocka_unit_test(what_is_said_later_corrects_the_start),
		cmocka_unit_test(each_component_has_its_rows),
		cmocka_unit_test(the_words_that_decided_are_shown),
		cmocka_unit_test(passages_that_do_not_agree_are_pointed_out),
		cmocka_unit_test(a_heading_counts_however_it_is_printed),
		cmocka_unit_test(
			words_for_a_rung_may_need_residents_as_the_doers),
		cmocka_unit_test(what_serves_as_input_is_no_rung),
		cmocka_unit_test(
			a_group_of_partners_is_not_meant_in_the_answer),
		cmocka_unit_test(residents_are_asked_in_many_ways),
		cmocka_unit_test(a_role_is_its_rung),
		cmocka_unit_test(
			making_along_co_produces_and_deciding_along_co_decides),
		cmocka_unit_test(absence_has_many_words),
		cmocka_unit_test(not_all_and_not_everywhere_is_partly),
		cmocka_unit_test(
			what_is_still_to_come_or_uncertain_is_intended),
		cmocka_unit_test(
			the_ladders_own_word_proves_before_a_weaker_one),
		cmocka_unit_test(what_came_to_nothing_is_not_reached),
		cmocka_unit_test(neighbours_and_family_are_residents_too),
		cmocka_unit_test(
			who_chooses_or_has_the_last_word_decides_along),
		cmocka_unit_test(
			what_is_said_of_partners_is_not_said_of_residents_beside_them),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
