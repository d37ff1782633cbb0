/* What is left out of a text, and what is not: addresses, numbers, names. */
#include "casebook/output/redact.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/output/screen.h"

static struct text particles[] = {
	{"van", 3}, {"de", 2}, {"der", 3}, {"den", 3}, {"ter", 3},
	{"in", 2},  {"t", 1},  {"el", 2},  {"d", 1},
};
static struct text phones[] = {
	{"tel", 3},	 {"mobiel", 6},		 {"fax", 3},
	{"telefoon", 8}, {"telefoonnummer", 14}, {"tst", 3},
	{"mob", 3}};
static struct text titles[] = {{"mevrouw", 7}, {"dr", 2}, {"drs", 3}};

static const struct redact_words words = {
	particles, sizeof(particles) / sizeof(particles[0]),
	titles,	   sizeof(titles) / sizeof(titles[0]),
	phones,	   sizeof(phones) / sizeof(phones[0])};

/* A casebook that names some persons, and writes some of their words small. */
static struct redaction *
sample(enum redact_level level, struct diagnostics *diagnostics)
{
	static const char *const advisers[] = {
		"Jan de Vries",	       "Zoë Ünal",
		"Vincent Kokkelaar",   "Marlies de Kok",
		"Annelies van Delft",  "drs. Piet Bakker (JSO)",
		"Loubna el Khattabi",  "Anne-Marie Brons-van Dijk",
		"Saskia van der Meer", "Geert ’t Hoen",
		"Willem Kokkelaar",
	};
	static const char *const speakers[] = {
		"Opdrachtgever",
		"een bewoner",
		"wijkverpleegkundige Toos Prins",
	};
	struct redaction *redaction = redaction_new(level, &words, diagnostics);

	assert_non_null(redaction);
	redaction_add_address(redaction, TEXT("z.unal@lab.nl"));
	for (size_t i = 0; i < sizeof(advisers) / sizeof(*advisers); i++)
		redaction_add_person(redaction, PERSON_ADVISER,
				     text_of(advisers[i]));
	for (size_t i = 0; i < sizeof(speakers) / sizeof(*speakers); i++)
		redaction_add_person(redaction, PERSON_SPEAKER,
				     text_of(speakers[i]));
	redaction_add_person(redaction, PERSON_JUDGE, TEXT("codeur"));
	redaction_add_place(redaction, TEXT("Gemeente Delft"));
	redaction_add_column(redaction, TEXT("email"), true);
	redaction_add_column(redaction, TEXT("length"), false);
	redaction_learn(
		redaction,
		TEXT("De bakker en de kok lopen met de "
		     "opdrachtgever langs het meer, een "
		     "wijkverpleegkundige ziet een kok, een prins en de prins, "
		     "of "
		     "een prins. "
		     "Opdrachtgever. Daar gaat Toos Prins, gaat Prins."));
	redaction_ready(redaction);
	return redaction;
}

struct example {
	const char *text, *expected; /* NULL: the same */
};

static void
check_all(enum redact_level level, const struct example *examples, size_t n)
{
	struct diagnostics diagnostics;
	struct redaction *redaction;
	struct buffer room = {NULL, 0, 0};
	size_t n_wrong = 0;

	diagnostics_init(&diagnostics, false);
	redaction = sample(level, &diagnostics);
	for (size_t i = 0; i < n; i++) {
		struct text given = text_of(examples[i].text);
		struct text made = redact(redaction, given, &room);
		const char *expected = examples[i].expected
					       ? examples[i].expected
					       : examples[i].text;

		if (text_is(made, expected))
			continue;
		n_wrong++;
		print_error("\"%s\"\ngives  \"%.*s\"\nnot    \"%s\"\n",
			    examples[i].text, TEXT_ARG(made), expected);
	}
	assert_int_equal(n_wrong, 0);
	buffer_release(&room);
	redaction_free(redaction);
	diagnostics_release(&diagnostics);
}

#define CHECK(level, examples) \
	check_all(level, examples, sizeof(examples) / sizeof((examples)[0]))

static void
addresses_are_left_out(void **state)
{
	static const struct example examples[] = {
		{"mail j.smit@lab.nl.", "mail [e-mail]."},
		{"<J_Smit+proef@team.lab-oost.example>", "<[e-mail]>"},
		{"(zoë@lab.nl)", "([e-mail])"},
		{"a@b.nl, c@d.nl; e@f.nl", "[e-mail], [e-mail]; [e-mail]"},
		{"mail j.smit-\nbakker@lab.nl nu", "mail [e-mail] nu"},
		{"mail j.smit@\nlab.nl nu", "mail [e-mail] nu"},
		{"mail j.smit@lab.\nnl nu", "mail [e-mail] nu"},
		{"mail j.smit@zorg-\nlab.nl nu", "mail [e-mail] nu"},
		{"mail j.smit\r\n  @lab.nl nu", "mail [e-mail] nu"},
		{"mail j.smit@lab.nl.\nDaarna koffie",
		 "mail [e-mail].\nDaarna koffie"},
		{"mail j.smit [at] lab.nl", "mail [e-mail]"},
		{"\"mail j.smit@la…\"", "\"mail [e-mail]…\""},
		{"volg @proeftuin_oost", "volg [e-mail]"},
		{"z. unal\n@ lab . nl", "[e-mail]"},
	};

	(void)state;
	CHECK(REDACT_CONTACTS, examples);
}

static void
telephone_numbers_are_left_out(void **state)
{
	static const struct example examples[] = {
		{"bel 06-12345678.", "bel [telephone]."},
		{"bel 0612345678", "bel [telephone]"},
		{"bel 06 12 34 56 78", "bel [telephone]"},
		{"bel 06-12.34.56.78", "bel [telephone]"},
		{"bel (06) 12345678", "bel [telephone]"},
		{"bel 010-1234567", "bel [telephone]"},
		{"bel 010 – 123 45 67", "bel [telephone]"},
		{"bel (0182) 54 63 72", "bel [telephone]"},
		{"bel 0182/546372", "bel [telephone]"},
		{"(0102236067)", "([telephone])"},
		{"bel +31 6 12345678", "bel [telephone]"},
		{"bel +31 (0)6-12 34 56 78", "bel [telephone]"},
		{"bel 0031612345678", "bel [telephone]"},
		{"bel +32 2 123 45 67", "bel [telephone]"},
		{"bel 06-\n12345678", "bel [telephone]"},
		{"06-12345678 / 010-1234567", "[telephone] / [telephone]"},
		{"06-12345678 010-1234567", "[telephone] [telephone]"},
		{"tel. 010-1234567 in 2016", "tel. [telephone] in 2016"},
		{"Tel: 546372", "Tel: [telephone]"},
		{"bel 0900-1234567", "bel [telephone]"},
	};

	(void)state;
	CHECK(REDACT_CONTACTS, examples);
}

static void
other_numbers_and_signs_stay(void **state)
{
	static const struct example examples[] = {
		{"2016-2017, van 01-02-2016 tot 31-12-2017", NULL},
		{"op 01-02-2016 10.30 uur en 2016-02-01", NULL},
		{"€ 1.250.000,- en 10 000 000 euro", NULL},
		{"een 7,8 en een 8.1 (n=1014)", NULL},
		{"gemeente GM0344, buurt BU03440101", NULL},
		{"artikel 2.01, hoofdstuk 10.2.3, pagina 100", NULL},
		{"+1.000.000 inwoners, 0.123456789 deel", NULL},
		{"2801 AB Gouda, Postbus 540", NULL},
		{"samen @ de tafel", NULL},
		{"Jan de Vries, Zoë Ünal", NULL},
	};

	(void)state;
	CHECK(REDACT_CONTACTS, examples);
}

static void
a_person_is_found_in_every_form(void **state)
{
	static const struct example examples[] = {
		{"door Jan de Vries gedaan", "door [adviser-01] gedaan"},
		{"door J. de Vries gedaan", "door [adviser-01] gedaan"},
		{"door J.W. de Vries gedaan", "door [adviser-01] gedaan"},
		{"met De Vries en DE VRIES",
		 "met [adviser-01] en [adviser-01]"},
		{"mevrouw De Vries", "mevrouw [adviser-01]"},
		{"jan de vries", "adviser-01"},
		{"van Jan de\n   Vries.", "van [adviser-01]."},
		{"van Jan de Vr\xC2\xAD"
		 "ies.",
		 "van [adviser-01]."},
		{"van Jan de V\xE2\x80\xAEries.", "van [adviser-01]."},
		{"van Jan\xEF\xBB\xBF de Vries.", "van [adviser-01]."},
		{"van Jan de Vr-\nies.", "van [adviser-01]."},
		{"zie jan-de-vries.txt", "zie [adviser-01].txt"},
		{"Zoe Unal en Ünal", "[adviser-02] en [adviser-02]"},
		{"Zoe\xCC\x88 U\xCC\x88nal zei", "[adviser-02] zei"},
		{"Loubna el-Khattabi zei", "[adviser-07] zei"},
		{"mevrouw El Khattabi zei", "mevrouw [adviser-07] zei"},
		{"Anne-Marie Brons zei", "[adviser-08] zei"},
		{"A. Brons-van Dijk zei", "[adviser-08] zei"},
		{"mevrouw van Dijk zei", "mevrouw [adviser-08] zei"},
		{"S. v.d. Meer zei", "[adviser-09] zei"},
		{"Geert 't Hoen zei", "[adviser-10] zei"},
		{"wat Vincents plan is", "wat [name]s plan is"},
		{"Toos Prins zei", "[person-01] zei"},
	};

	(void)state;
	CHECK(REDACT_NAMES, examples);
}

static void
words_that_are_no_names_stay(void **state)
{
	static const struct example examples[] = {
		{"de bakker en een kok aan het meer", NULL},
		{"Bakker en kok, Kok en bakker", NULL},
		{"de kok", NULL},
		{"inwoners van Delft, uit Delft", NULL},
		{"Opdrachtgever: een bewoner", NULL},
		{"De vriesnacht, devriezen, kokkelaars", NULL},
		{"een januaridag, Jan Modaal", NULL},
		{"wonen, zorg, welzijn", NULL},
		{"de prins", NULL},
	};

	(void)state;
	CHECK(REDACT_NAMES, examples);
}

static void
a_plain_word_is_a_name_where_that_is_told(void **state)
{
	static const struct example examples[] = {
		{"mevrouw Bakker zei", "mevrouw [adviser-06] zei"},
		{"P. Bakker zei", "[adviser-06] zei"},
		{"Piet Bakker zei", "[adviser-06] zei"},
		{"met Marlies de Kok", "met [adviser-04]"},
		{"met De Kok", "met [adviser-04]"},
		{"met dr. Van Delft", "met dr. [adviser-05]"},
		{"met A. van Delft", "met [adviser-05]"},
	};

	(void)state;
	CHECK(REDACT_NAMES, examples);
}

static void
it_is_not_said_who_is_meant_when_that_is_unclear(void **state)
{
	static const struct example examples[] = {
		{"Vincent zei", "[name] zei"},
		{"Kokkelaar zei", "[name] zei"},
		{"V. Kokkelaar zei", "[adviser-03] zei"},
		{"Willem Kokkelaar zei", "[adviser-11] zei"},
		{"B. Kokkelaar zei", "[name] zei"},
	};

	(void)state;
	CHECK(REDACT_NAMES, examples);
}

static void
a_text_of_names_alone_has_no_brackets(void **state)
{
	static const struct example examples[] = {
		{"Jan de Vries", "adviser-01"},
		{"Jan de Vries, Zoë Ünal", "adviser-01, adviser-02"},
		{"Jan de Vries; 2", "[adviser-01]; 2"},
		{"j.smit@lab.nl", "[e-mail]"},
		{"codeur", "person-02"},
		{"advisers|Jan de Vries", "advisers|[adviser-01]"},
	};

	(void)state;
	CHECK(REDACT_NAMES, examples);
}

static void
bytes_that_are_no_text_hide_nothing(void **state)
{
	static const struct example examples[] = {
		{"\xFFmail j.smit@lab.nl \xC3", "\xFFmail [e-mail] \xC3"},
		{"\xFF door Jan de Vries", "\xFF door [adviser-01]"},
	};

	(void)state;
	CHECK(REDACT_NAMES, examples);
}

static void
what_is_left_out_is_counted(void **state)
{
	struct diagnostics diagnostics;
	struct redaction *redaction;
	struct buffer room = {NULL, 0, 0};

	(void)state;
	diagnostics_init(&diagnostics, false);
	redaction = sample(REDACT_NAMES, &diagnostics);
	redact(redaction, TEXT("Zoë Ünal (a@b.nl, 06-12345678), De Vries"),
	       &room);
	assert_true(redact_column(redaction, "email", true));
	assert_true(redact_column(redaction, "email", false));
	assert_true(redact_column(redaction, "length", true));
	assert_false(redact_column(redaction, "adviser", true));
	assert_int_equal(redaction_count(redaction, REDACTED_ADDRESS), 2);
	assert_int_equal(redaction_count(redaction, REDACTED_NUMBER), 1);
	assert_int_equal(redaction_count(redaction, REDACTED_NAME), 2);
	buffer_release(&room);
	redaction_free(redaction);
	diagnostics_release(&diagnostics);
}

static void
without_a_redaction_all_stays(void **state)
{
	struct buffer room = {NULL, 0, 0};

	(void)state;
	assert_true(text_is(redact(NULL, TEXT("a@b.nl"), &room), "a@b.nl"));
	assert_false(redact_column(NULL, "email", true));
	buffer_release(&room);
}

/* A mark that touches a name takes in all of what came instead. */
static void
marks_move_with_the_text(void **state)
{
	static const struct screen_mark marks[] = {
		{{0, 16}, {"1", 1}}, /* "Door Jan de Vrie" */
		{{5, 8}, {"2", 1}},  /* "Jan de V" */
		{{16, 5}, {"3", 1}}, /* "s ging" begins in the name */
		{{19, 2}, {"4", 1}}, /* "in": inside 3 */
		{{25, 4}, {"5", 1}}, /* "Ünal", a part of a name */
	};
	struct diagnostics diagnostics;
	struct screen screen = {.width = 80};
	char *printed = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&printed, &len);

	(void)state;
	diagnostics_init(&diagnostics, false);
	screen.redaction = sample(REDACT_NAMES, &diagnostics);
	screen_marked(stream, &screen, 0,
		      TEXT("Door Jan de Vries ging Z. Ünal"), marks, 5);
	fclose(stream);
	assert_string_equal(printed,
			    "[Door [[adviser-01]]{2}]{1} [g[in]{4}]{3}g "
			    "[[adviser-02]]{5}\n");
	free(printed);
	redaction_free(screen.redaction);
	diagnostics_release(&diagnostics);
}

/* Time must not grow with the square of a text without blanks. */
static void
long_words_take_no_time(void **state)
{
	struct diagnostics diagnostics;
	struct redaction *redaction;
	struct buffer text = {NULL, 0, 0}, room = {NULL, 0, 0};

	(void)state;
	diagnostics_init(&diagnostics, false);
	redaction = sample(REDACT_NAMES, &diagnostics);
	for (size_t i = 0; i < 300 * 1000; i++)
		buffer_add_string(&text, i % 2 ? "a." : "0-");
	redact(redaction, buffer_text(&text), &room);
	buffer_add_string(&text, "@");
	redact(redaction, buffer_text(&text), &room);
	buffer_clear(&text);
	for (size_t i = 0; i < 300 * 1000; i++)
		buffer_add_string(&text, i % 2 ? "Jan " : "J. ");
	redact(redaction, buffer_text(&text), &room);
	buffer_release(&text);
	buffer_release(&room);
	redaction_free(redaction);
	diagnostics_release(&diagnostics);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test(name)
	const struct CMUnitTest tests[] = {
		TEST(addresses_are_left_out),
		TEST(telephone_numbers_are_left_out),
		TEST(other_numbers_and_signs_stay),
		TEST(a_person_is_found_in_every_form),
		TEST(words_that_are_no_names_stay),
		TEST(a_plain_word_is_a_name_where_that_is_told),
		TEST(it_is_not_said_who_is_meant_when_that_is_unclear),
		TEST(a_text_of_names_alone_has_no_brackets),
		TEST(bytes_that_are_no_text_hide_nothing),
		TEST(what_is_left_out_is_counted),
		TEST(without_a_redaction_all_stays),
		TEST(marks_move_with_the_text),
		TEST(long_words_take_no_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
