/* Cues: the notation, whole words, the longest hit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/text/cue.h"

/* The messages of one test. */
static int
setup(void **state)
{
	struct diagnostics *diagnostics = memory_new(1, sizeof(*diagnostics));

	diagnostics_init(diagnostics, false);
	*state = diagnostics;
	return 0;
}

static int
teardown(void **state)
{
	diagnostics_release(*state);
	free(*state);
	return 0;
}

enum { MOST_CUES = 8 };

/* A set of cues, ended by NULL; each is its own label. */
static struct cues *
set_of(struct diagnostics *diagnostics, const char *const *words)
{
	struct cue items[MOST_CUES];
	struct cues *cues;
	size_t n = 0;

	for (; words[n]; n++)
		items[n] = (struct cue){.label = words[n],
					.words = text_of(words[n]),
					.weight = 1,
					.where = {"woorden.yml", 3, 7, 0}};
	cues = cues_new(items, n, diagnostics);
	return cues;
}

/* All hits in a text, as "label: words; label: words". */
static void
hits(struct diagnostics *diagnostics, const char *const *words,
     const char *text, const char *expected)
{
	struct cues *cues = set_of(diagnostics, words);
	struct text whole = text_of(text);
	struct buffer got = {NULL, 0, 0};
	struct cue_hit hit;
	size_t from = 0;

	assert_non_null(cues);
	buffer_add_string(&got, "");
	while (cues_next(cues, whole, span_of(0, whole.len), from, &hit)) {
		assert_true(hit.span.len > 0 && hit.span.offset >= from);
		from = span_end(hit.span);
		buffer_format(&got, "%s%s: %.*s", got.len ? "; " : "",
			      hit.cue->label,
			      TEXT_ARG(text_at(whole, hit.span)));
	}
	assert_string_equal(got.bytes, expected);
	buffer_release(&got);
	cues_free(cues);
}

/* The words that one cue hits, with "|" between them. */
static void
one(struct diagnostics *diagnostics, const char *cue, const char *text,
    const char *expected)
{
	struct cue item = {.label = "x", .words = text_of(cue)};
	struct cues *cues = cues_new(&item, 1, diagnostics);
	struct text whole = text_of(text);
	struct buffer got = {NULL, 0, 0};
	struct cue_hit hit;
	size_t from = 0;

	assert_non_null(cues);
	buffer_add_string(&got, "");
	while (cues_next(cues, whole, span_of(0, whole.len), from, &hit)) {
		from = span_end(hit.span);
		buffer_add_string(&got, got.len ? "|" : "");
		buffer_add(&got, text_at(whole, hit.span));
	}
	assert_string_equal(got.bytes, expected);
	buffer_release(&got);
	cues_free(cues);
}

static void
refused(struct diagnostics *diagnostics, const char *words, size_t column,
	const char *part)
{
	struct diagnostic got;

	assert_null(set_of(diagnostics, (const char *[]){words, NULL}));
	assert_int_equal(diagnostics->n_items, 1);
	got = diagnostics->items[0];
	assert_int_equal(got.code, DIAGNOSTIC_VOCABULARY);
	assert_string_equal(got.where.file, "woorden.yml");
	assert_int_equal(got.where.line, 3);
	assert_int_equal(got.where.column, column);
	assert_non_null(strstr(got.message.bytes, part));
	diagnostics->n_items = 0;
}

static void
words_match_whole_and_in_any_case(void **state)
{
	one(*state, "denken mee", "Denken mee, nadenken mee, denken meer",
	    "Denken mee");
	one(*state, "één", "ÉÉN tweeéén één.", "ÉÉN|één");
	one(*state, "denken mee", "denken\u00a0mee", "denken\u00a0mee");
	one(*state, "denken mee", "denken, mee", "");
}

static void
a_star_stands_for_letters_digits_and_hyphens(void **state)
{
	one(*state, "coproduc*", "Coproductie, coproduc coproduceert 5",
	    "Coproductie|coproduc|coproduceert");
	one(*state, "*armoede*", "energie-armoede en kinderarmoedebeleid",
	    "energie-armoede|kinderarmoedebeleid");
	one(*state, "mee*en", "meedoen meedenken mee doen",
	    "meedoen|meedenken");
	one(*state, "geen * mening",
	    "geen enkele mening, geen mening, geen  mening",
	    "geen enkele mening");
}

static void
brackets_hold_alternatives(void **state)
{
	one(*state, "(raad|b c|d*) x", "raad x, b c x, dd x, c x",
	    "raad x|b c x|dd x");
	one(*state, "(mee|samen)denken", "meedenken samendenken denken",
	    "meedenken|samendenken");
	one(*state, "( a | (b|c) d )", "a, b d, c d, d", "a|b d|c d");
}

static void
the_longest_alternative_comes_first(void **state)
{
	one(*state, "(meedenk*|meedenken over)", "meedenken over",
	    "meedenken over");
}

static void
optional_words_take_their_blank_along(void **state)
{
	one(*state, "de [heel] mooie", "de mooie, de heel mooie, demooie",
	    "de mooie|de heel mooie");
	one(*state, "[heel] mooie", "mooie heel mooie", "mooie|heel mooie");
	one(*state, "mooie [heel erg]", "mooie, mooie heel erg.",
	    "mooie|mooie heel erg");
	one(*state, "[a] [b] c [d|e]", "c; a c; a b c e; b c d",
	    "c|a c|a b c e|b c d");
	one(*state, "mooi[e]", "mooi mooie mooier", "mooi|mooie");
}

static void
two_dots_stand_for_up_to_eight_words(void **state)
{
	one(*state, "niet .. samen", "niet samen", "niet samen");
	one(*state, "niet .. samen", "Niet 1 2, 3 4 \u2013 6 7 8 samen",
	    "Niet 1 2, 3 4 \u2013 6 7 8 samen");
	one(*state, "niet .. samen", "niet 1 2 3 4 5 6 7 8 9 samen", "");
	one(*state, "niet .. samen", "niet, \u2018samen\u2019",
	    "niet, \u2018samen");
}

static void
two_dots_stay_within_a_sentence(void **state)
{
	static const char stops[] = ".;:?!()";
	char text[32];

	for (size_t i = 0; stops[i]; i++) {
		snprintf(text, sizeof(text), "niet%c samen", stops[i]);
		one(*state, "niet .. samen", text, "");
		snprintf(text, sizeof(text), "niet a%c samen", stops[i]);
		one(*state, "niet .. samen", text, "");
	}
}

static void
two_dots_take_the_nearest_end(void **state)
{
	one(*state, "niet .. samen", "niet nu samen en samen", "niet nu samen");
}

static void
two_dots_beside_optional_words_remain(void **state)
{
	one(*state, "niet .. [heel] goed", "niet goed, niet x heel goed",
	    "niet goed|niet x heel goed");
	one(*state, "niet [heel] .. goed", "niet goed, niet heel x goed",
	    "niet goed|niet heel x goed");
	one(*state, "niet .. [heel] .. goed", "nietgoed niet x goed",
	    "niet x goed");
	one(*state, "niet .. [goed]", "niet x goed; niet x",
	    "niet x goed|niet");
}

static void
all_else_stands_for_itself(void **state)
{
	one(*state, "a.b", "axb a.b", "a.b");
	one(*state, "c++", "c c++ d", "c++");
	one(*state, "50%", "50 50% van", "50%");
	one(*state, "co-creatie", "cocreatie co-creatie", "co-creatie");
	one(*state, "a\\d{2}^$?#", "a12 a\\d{2}^$?#", "a\\d{2}^$?#");
}

static void
apostrophes_are_one(void **state)
{
	one(*state, "foto's", "foto's en foto\u2019s", "foto's|foto\u2019s");
	one(*state, "\u2019t huis", "'t huis, \u2018t huis",
	    "'t huis|\u2018t huis");
}

static void
the_longest_hit_at_a_place_wins(void **state)
{
	hits(*state,
	     (const char *[]){"denken", "denken mee", "*ken mee over", NULL},
	     "Zij denken mee en denken.",
	     "denken mee: denken mee; denken: denken");
	hits(*state,
	     (const char *[]){"denken", "denken mee", "*ken mee over", NULL},
	     "denken mee over", "*ken mee over: denken mee over");
}

static void
of_equal_hits_the_cue_given_first_wins(void **state)
{
	hits(*state, (const char *[]){"mee*", "*doen", NULL}, "meedoen",
	     "mee*: meedoen");
	hits(*state, (const char *[]){"*doen", "mee*", NULL}, "meedoen",
	     "*doen: meedoen");
	hits(*state, (const char *[]){"Mee*", "mee(*)n", NULL}, "meedoen",
	     "Mee*: meedoen");
}

static void
a_hit_lies_within_its_bounds(void **state)
{
	struct cues *cues =
		set_of(*state, (const char *[]){"denken", "denken mee", NULL});
	struct text text = TEXT("meedenken denken mee denken");
	struct cue_hit hit;

	assert_true(cues_next(cues, text, span_of(10, 20), 0, &hit));
	assert_int_equal(hit.span.len, 10);
	assert_true(cues_next(cues, text, span_of(10, 19), 0, &hit));
	assert_int_equal(hit.span.len, 6);
	assert_false(cues_next(cues, text, span_of(10, 15), 0, &hit));
	assert_false(cues_next(cues, text, span_of(10, 20), 11, &hit));
	assert_false(cues_next(cues, text, span_of(10, 20), 20, &hit));
	cues_free(cues);
}

static void
whole_words_are_seen_in_the_whole_text(void **state)
{
	struct cues *cues =
		set_of(*state, (const char *[]){"denk*", "één", NULL});
	struct text text = TEXT("meedenken éénen");
	struct cue_hit hit;

	assert_false(cues_next(cues, text, span_of(3, 9), 0, &hit));
	assert_false(cues_next(cues, text, span_of(10, 15), 0, &hit));
	assert_false(cues_next(cues, text, span_of(10, 14), 0, &hit));
	cues_free(cues);
}

static void
a_set_lists_its_cues(void **state)
{
	struct cues *cues =
		set_of(*state, (const char *[]){"denken", "doen", NULL});

	assert_int_equal(cues_n(cues), 2);
	assert_string_equal(cues_item(cues, 1)->label, "doen");
	assert_true(cues_item(cues, 1)->weight > 0);
	cues_free(cues);
	cues_free(NULL);
}

static void
a_set_of_none_never_hits(void **state)
{
	hits(*state, (const char *[]){NULL}, "denken", "");
}

static void
a_set_may_be_large(void **state)
{
	enum { N = 3000 };
	struct cue *items = memory_new(N, sizeof(*items));
	char(*words)[32] = memory_new(N, sizeof(*words));
	struct text text = TEXT("woord7 x heel; woord2999 heel; woord30 xheel");
	struct cue_hit hit;
	struct cues *cues;

	for (int i = 0; i < N; i++) {
		snprintf(words[i], sizeof(words[i]), "woord%d .. [*] heel*", i);
		items[i].words = text_of(words[i]);
		items[i].label = words[i];
	}
	cues = cues_new(items, N, *state);
	assert_non_null(cues);
	assert_true(cues_next(cues, text, span_of(0, text.len), 0, &hit));
	assert_string_equal(hit.cue->label, words[7]);
	assert_true(cues_next(cues, text, span_of(0, text.len),
			      span_end(hit.span), &hit));
	assert_string_equal(hit.cue->label, words[2999]);
	assert_false(cues_next(cues, text, span_of(0, text.len),
			       span_end(hit.span), &hit));
	cues_free(cues);
	free(words);
	free(items);
}

static void
what_is_wrong_is_shown_at_its_place(void **state)
{
	refused(*state, "a (b", 9,
		"cue \"a (b\": a bracket that is not closed");
	refused(*state, "a (b]", 9, "not closed");
	refused(*state, "é) b", 8, "none is open, at character 2");
	refused(*state, "a | b", 9, "none is open");
	refused(*state, "", 7, "no word");
	refused(*state, "   ", 10, "no word");
	refused(*state, "*", 7, "no word");
	refused(*state, "[a] [b]", 7, "no word");
	refused(*state, "(a|) b", 10, "no word");
	refused(*state, ".. a", 7, "no word before");
	refused(*state, "a ..", 9, "no word behind");
	refused(*state, "a .. .. b", 9, "no word behind");
	one(*state, "((((((((a))))))))", "a", "a");
	refused(*state, "(((((((((a)))))))))", 15, "more than eight");
	refused(*state, "((((((((((a))))))))))", 7, "more than eight");
}

static void
every_wrong_cue_is_named(void **state)
{
	struct diagnostics *diagnostics = *state;

	assert_null(set_of(diagnostics,
			   (const char *[]){"a (b", "goed", "[c]", NULL}));
	assert_int_equal(diagnostics->n_items, 2);
}

static void
any_words_are_translated_or_refused(void **state)
{
	static const char *const pieces[] = {
		"a", "b", " ", " .. ", "..", "*", "(", ")",	 "[",
		"]", "|", "'", "-",    "\\", "$", "{", "\u00e9", " ",
	};
	struct diagnostics *diagnostics = *state;
	struct text text = TEXT("a b, a-b 'a b\u00e9 $a \\b ab a.");
	unsigned seed = 3;

	for (int round = 0; round < 20000; round++) {
		struct buffer words = {NULL, 0, 0};
		struct cue item = {.label = "x"};
		struct cue_hit hit;
		struct cues *cues;

		for (int i = 0; i < 1 + round % 12; i++) {
			seed = seed * 1103515245 + 12345;
			buffer_add_string(&words, pieces[(seed >> 16) % 18]);
		}
		item.words = buffer_text(&words);
		cues = cues_new(&item, 1, diagnostics);
		assert_int_equal(diagnostics->n_items, cues ? 0 : 1);
		if (cues &&
		    cues_next(cues, text, span_of(0, text.len), 0, &hit))
			assert_true(hit.span.len > 0);
		else if (!cues)
			assert_null(strstr(diagnostics->items[0].message.bytes,
					   "missing"));
		diagnostics->n_items = 0;
		cues_free(cues);
		buffer_release(&words);
	}
}

static void
hostile_texts_do_not_take_long(void **state)
{
	enum { LEN = 1 << 20 };
	char *text = memory_new(LEN, 1);
	static const char *const units[] = {"a-", "a ", "a", "a,", "niet "};

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		size_t len = strlen(units[i]);
		struct cues *cues = set_of(
			*state, (const char *[]){"*x*x*", "niet .. a .. x",
						 "[a] [a] [a] [a] x", NULL});
		struct cue_hit hit;

		for (size_t at = 0; at < LEN; at++)
			text[at] = units[i][at % len];
		assert_false(cues_next(cues, (struct text){text, LEN},
				       span_of(0, LEN), 0, &hit));
		cues_free(cues);
	}
	free(text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_match_whole_and_in_any_case),
		TEST(a_star_stands_for_letters_digits_and_hyphens),
		TEST(brackets_hold_alternatives),
		TEST(the_longest_alternative_comes_first),
		TEST(optional_words_take_their_blank_along),
		TEST(two_dots_stand_for_up_to_eight_words),
		TEST(two_dots_stay_within_a_sentence),
		TEST(two_dots_take_the_nearest_end),
		TEST(two_dots_beside_optional_words_remain),
		TEST(all_else_stands_for_itself),
		TEST(apostrophes_are_one),
		TEST(the_longest_hit_at_a_place_wins),
		TEST(of_equal_hits_the_cue_given_first_wins),
		TEST(a_hit_lies_within_its_bounds),
		TEST(whole_words_are_seen_in_the_whole_text),
		TEST(a_set_lists_its_cues),
		TEST(a_set_of_none_never_hits),
		TEST(a_set_may_be_large),
		TEST(what_is_wrong_is_shown_at_its_place),
		TEST(every_wrong_cue_is_named),
		TEST(any_words_are_translated_or_refused),
		TEST(hostile_texts_do_not_take_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
