/*
 * The search language over the sample: what is found and marked, and what is
 * said of a query that is wrong.
 */
#include "casebook/ask/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/ask/search_tree.h"
#include "../support/desk.h"
#include "../support/ledger.h"
#include "../support/scratch.h"
#include "casebook/base/memory.h"

/* "PROJECT section [marked] [marked]", a line a hit. */
static void
add_hit(struct buffer *out, struct search *search, struct store *store,
	const struct search_hit *hit, struct diagnostics *diagnostics)
{
	struct search_passage passage = {.arena = NULL};

	assert_int_equal(search_read(search, hit, store, &passage, diagnostics),
			 0);
	buffer_add(out, hit->project.len ? hit->project : TEXT("-"));
	buffer_add_byte(out, ' ');
	buffer_add(out, passage.section);
	for (size_t i = 0; i < passage.n_marks; i++) {
		buffer_add_string(out, " [");
		buffer_add(out, text_at(passage.indexed.text,
					passage.marks[i].span));
		buffer_add_byte(out, ']');
	}
	buffer_add_byte(out, '\n');
	search_passage_release(&passage);
}

/* Whoever asks for the best few gets the hits that stand first among all. */
static void
check_best(struct search *search, const struct filter *filter,
	   struct store *store, const struct search_hits *all,
	   struct diagnostics *diagnostics)
{
	for (size_t n = 1; n < 4; n++) {
		struct search_hits best;
		size_t n_owners = 0;

		assert_int_equal(search_find(search, filter, store, n, &best,
					     diagnostics),
				 0);
		for (size_t i = 0; i < all->n_items; i++) {
			n_owners += i == 0 ||
				    !search_hit_belongs(&all->items[i - 1],
							&all->items[i]);
			if (n_owners > n)
				break;
			assert_true(i < best.n_items);
			assert_int_equal(best.items[i].passage,
					 all->items[i].passage);
		}
		search_hits_release(&best);
	}
}

enum how { PLAIN, EXACT, COMPOUNDS };

/* What a query finds, as lines; the caller releases it. */
static struct buffer
found(const char *words, enum how how, struct diagnostics *diagnostics)
{
	struct store *store = store_open(desk_database, diagnostics);
	struct filter *filter = filter_new();
	struct search *search =
		search_new(text_of(words), how == EXACT, filter, diagnostics);
	struct search_hits hits = {.arena = NULL};
	struct buffer lines = {NULL, 0, 0};

	assert_non_null(store);
	if (search && filter_resolve(filter, store, diagnostics) == 0 &&
	    search_resolve(search, store, diagnostics) == 0 &&
	    (how != COMPOUNDS ||
	     search_widen(search, store, diagnostics) == 0) &&
	    search_find(search, filter, store, (size_t)-1, &hits,
			diagnostics) == 0) {
		check_best(search, filter, store, &hits, diagnostics);
		for (size_t i = 0; i < hits.n_items; i++)
			add_hit(&lines, search, store, &hits.items[i],
				diagnostics);
	}
	search_hits_release(&hits);
	search_free(search);
	filter_free(filter);
	store_close(store);
	return lines;
}

static void
check_how(const char *words, enum how how, const char *expected)
{
	struct diagnostics diagnostics;
	struct buffer lines;

	diagnostics_init(&diagnostics, false);
	lines = found(words, how, &diagnostics);
	if (strcmp(lines.len ? lines.bytes : "", expected) != 0)
		print_message("%s\n", words);
	assert_string_equal(lines.len ? lines.bytes : "", expected);
	assert_int_equal(diagnostics.worst, STATUS_DONE);
	buffer_release(&lines);
	diagnostics_release(&diagnostics);
}

static void
check(const char *words, const char *expected)
{
	check_how(words, PLAIN, expected);
}

static void
wrong(const char *words, const char *message)
{
	struct diagnostics diagnostics;
	struct buffer lines;

	diagnostics_init(&diagnostics, false);
	lines = found(words, PLAIN, &diagnostics);
	assert_int_equal(diagnostics.n_items, 1);
	if (!strstr(diagnostics.items[0].message.bytes, message))
		print_message("%s: %s\n", words,
			      diagnostics.items[0].message.bytes);
	ledger_said(&diagnostics, STATUS_USAGE, message);
	buffer_release(&lines);
	diagnostics_release(&diagnostics);
}

static void
words_are_found_in_any_form_and_all_of_them(void **state)
{
	(void)state;
	check("proeven", "a-1 titel [Proef]\na-2 titel [Proef]\n"
			 "- front [proeven]\n");
	check("BUUR", "a-1 quotes [buur]\na-1 partners [buren]\n"
		      "a-1 meedoen [Buren]\n");
	check("denken eten", "a-1 meedoen [denken] [eten]\n");
	check("denken AND eten", "a-1 meedoen [denken] [eten]\n");
	check("denken smaakt", "");
	check("zoe", "a-1 adviseur [Zo\u00eb]\n");
}

static void
phrases_stand_together_and_hyphens_make_one(void **state)
{
	(void)state;
	check("\"samen eten\"", "a-1 meedoen [samen eten]\n");
	check("\"eten samen\"", "");
	check("nieuw-testdam", "a-1 gebied [Nieuw-Testdam]\n");
	check("\"samen et*\"", "a-1 meedoen [samen eten]\n");
	check("8,1", "a-1 cijfers [8,1]\n");
	check("buren,eten", "a-1 meedoen [Buren] [eten]\n");
	check("\"8,1\"", "a-1 cijfers [8,1]\n");
}

static void
or_not_and_parentheses_do_as_they_say(void **state)
{
	(void)state;
	check("denken OR smaakt",
	      "a-1 quotes [smaakt]\na-1 meedoen [denken]\n");
	check("buren NOT eten", "a-1 quotes [buur]\na-1 partners [buren]\n");
	check("buren AND NOT (eten OR testwacht)", "a-1 quotes [buur]\n");
	check("NOT eten buren", "a-1 quotes [buur]\na-1 partners [buren]\n");
	check("buren (eten OR smaakt)",
	      "a-1 quotes [smaakt] [buur]\na-1 meedoen [Buren] [eten]\n");
	check("(denken smaakt) OR eten", "a-1 meedoen [eten]\n");
	check("denken eten OR colofon",
	      "a-1 meedoen [denken] [eten]\n- back [Colofon]\n");
}

static void
a_beginning_is_of_the_printed_word(void **state)
{
	(void)state;
	check("smaa*", "a-1 quotes [smaakt]\n");
	check("smaakt*", "a-1 quotes [smaakt]\n");
	check("buren*", "a-1 partners [buren]\na-1 meedoen [Buren]\n");
	check("bure* NOT ete*", "a-1 partners [buren]\n");
	check("verzonnen*", "- front [verzonnen]\n");
	check("verzonne*", "- front [verzonnen]\n");
	check("xyz*", "");
}

static void
near_counts_the_words_between(void **state)
{
	(void)state;
	check("NEAR(denken samen, 1)", "a-1 meedoen [denken] [samen]\n");
	check("NEAR(samen denken, 1)", "a-1 meedoen [denken] [samen]\n");
	check("NEAR(denken samen, 0)", "");
	check("NEAR(buren \"samen eten\" voorop, 5)",
	      "a-1 meedoen [Buren] [samen eten] [voorop]\n");
	check("NEAR(bur* ete*, 3)", "a-1 meedoen [Buren] [eten]\n");
	check("NEAR(bur* ete*, 2)", "");
}

/* What FTS5 finds without our looking must be what we mark. */
static void
what_stems_find_is_what_is_marked(void **state)
{
	static const char *const queries[] = {
		"denken",
		"buren OR testwacht",
		"een NOT later",
		"NEAR(een 6, 4)",
		"NEAR(testwacht buren, 2)",
		"NEAR(gemeente testdam testwacht, 1)",
		"\"een 6 2\"",
		"de proef",
		"title:proef",
		"NEAR(een later, 0)",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		struct diagnostics diagnostics;
		struct buffer lines;
		size_t at = 0;

		diagnostics_init(&diagnostics, false);
		lines = found(queries[i], PLAIN, &diagnostics);
		while (at < lines.len) {
			struct text all = buffer_text(&lines);
			size_t end = text_find(all, TEXT("\n"), at);
			struct text line = text_sub(all, at, end - at);

			if (text_find(line, TEXT("["), 0) == line.len)
				fail_msg("%s: %s", queries[i], lines.bytes);
			at = end + 1;
		}
		buffer_release(&lines);
		diagnostics_release(&diagnostics);
	}
}

static void
exact_is_the_word_as_typed_but_for_case_and_marks(void **state)
{
	(void)state;
	check_how("buur", EXACT, "a-1 quotes [buur]\n");
	check_how("ZOE", EXACT, "a-1 adviseur [Zo\u00eb]\n");
	check_how("buren NOT buur", EXACT,
		  "a-1 partners [buren]\na-1 meedoen [Buren]\n");
	check_how("proef", EXACT, "a-1 titel [Proef]\na-2 titel [Proef]\n");
	check_how("testda", EXACT, "");
}

static void
compounds_are_longer_words_with_the_stem_in_them(void **state)
{
	(void)state;
	check("heide", "");
	check_how("wacht", COMPOUNDS,
		  "a-2 partners [testwacht]\n"
		  "a-1 partners [Testwacht] [Testwacht]\n");
	check_how("test dam", COMPOUNDS, "");
}

static void
fields_say_where(void **state)
{
	(void)state;
	check("title:haven", "a-1 titel [haven]\n");
	check("title:buren", "");
	check("section:partners buren", "a-1 partners [buren]\n");
	check("buren section:MEED", "a-1 meedoen [Buren]\n");
	check("section:koken gaf", "a-1 cijfers [gaf]\n");
	check("testwacht place:testheide", "a-2 partners [testwacht]\n");
	check("place:\"nieuw testdam\" proef", "a-1 titel [Proef]\n");
}

static void
a_wrong_query_says_where_in_our_words(void **state)
{
	(void)state;
	wrong("buren \"samen", "quote not closed\n    buren \"samen\n"
			       "          ^");
	wrong("buren AND", "AND needs something behind it\n    buren AND\n"
			   "          ^");
	wrong("AND buren", "AND needs something before it");
	wrong("OR buren", "OR needs something before it");
	wrong("buren OR", "OR needs something behind it");
	wrong("buren OR OR eten", "OR needs something behind it");
	wrong("buren NOT", "NOT needs something behind it");
	wrong("NOT buren", "say also what is to be found");
	wrong("(buren", "parenthesis not closed");
	wrong("buren)", "no parenthesis is open here");
	wrong("()", "nothing to look for in parentheses");
	wrong("", "no word to look for");
	wrong("- ^ …", "no word to look for");
	wrong("\"\"", "there is no word to look for here");
	wrong("*", "a * stands only behind the beginning of a word");
	wrong("bu*en", "a * stands only behind");
	wrong("nosuch:a", "no field of this name");
	wrong("sectoin:a", "did you mean section:?");
	wrong("title:", "title: is given no value");
	wrong("theme:", "theme: is given no value");
	wrong("NEAR(buren)", "NEAR needs two words or more");
	wrong("NEAR(", "parenthesis not closed");
	wrong("NEAR(a b, x)", "how many words may stand between?");
	wrong("NEAR(a OR b)", "NEAR takes words and phrases");
	wrong("NEAR(a b, 99999999999999999999)", "a number up to 1000");
}

static void
a_filter_holds_for_the_whole_query(void **state)
{
	(void)state;
	wrong("place:test OR buren", "put what stands around OR in");
	wrong("buren OR place:test", "put what stands around OR in");
	wrong("(place:test buren)", "it cannot stand inside parentheses");
	wrong("buren NOT place:test", "it cannot stand inside parentheses");
	wrong("place:test", "`casebook list` shows what filters choose");
	wrong("place:te* buren", "place: takes no *");
	check("place:test (denken OR smaakt)",
	      "a-1 quotes [smaakt]\na-1 meedoen [denken]\n");
}

static void
a_hostile_query_does_no_harm(void **state)
{
	struct buffer query = {NULL, 0, 0};

	(void)state;
	for (size_t i = 0; i < 100; i++)
		buffer_add_byte(&query, '(');
	wrong(query.bytes, "too deeply nested");
	buffer_clear(&query);
	for (size_t i = 0; i < 101; i++)
		buffer_add_string(&query, "buren ");
	wrong(query.bytes, "more than 100 words");
	buffer_clear(&query);
	for (size_t i = 0; i < 5000; i++)
		buffer_add_byte(&query, 'x');
	wrong(query.bytes, "the query is too long");
	buffer_clear(&query);
	for (size_t i = 0; i < 99; i++)
		buffer_add_string(&query, "NOT eten OR buren ");
	wrong(query.bytes, "search: ");
	buffer_clear(&query);
	buffer_add_string(&query, "buren");
	for (size_t i = 0; i < 99; i++)
		buffer_add_string(&query, " OR xbur*");
	check(query.bytes, "a-1 quotes [buur]\na-1 partners [buren]\n"
			   "a-1 meedoen [Buren]\n");
	buffer_clear(&query);
	for (size_t i = 0; i < 20; i++)
		buffer_add_string(&query, "(buren NOT ");
	buffer_add_string(&query, "eten");
	for (size_t i = 0; i < 20; i++)
		buffer_add_byte(&query, ')');
	check(query.bytes, "a-1 meedoen [Buren]\n");
	check("'; DROP TABLE passage; --", "");
	check("bundel'' \xe2\x80\x9d", "- front [Bundel]\n");
	buffer_release(&query);
}

static void
nothing_found_tells_the_nearest_word(void **state)
{
	struct diagnostics diagnostics;
	struct store *store;
	struct filter *filter = filter_new();
	struct search *search;

	(void)state;
	diagnostics_init(&diagnostics, false);
	store = store_open(desk_database, &diagnostics);
	search = search_new(TEXT("Testdamm"), false, filter, &diagnostics);
	assert_non_null(search);
	search_explain_nothing(search, store, &diagnostics);
	ledger_said(&diagnostics, STATUS_DONE, "did you mean \"testdam\"?");
	search_free(search);
	filter_free(filter);
	store_close(store);
	diagnostics_release(&diagnostics);
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_set_up, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(words_are_found_in_any_form_and_all_of_them),
		TEST(phrases_stand_together_and_hyphens_make_one),
		TEST(or_not_and_parentheses_do_as_they_say),
		TEST(a_beginning_is_of_the_printed_word),
		TEST(near_counts_the_words_between),
		TEST(what_stems_find_is_what_is_marked),
		TEST(exact_is_the_word_as_typed_but_for_case_and_marks),
		TEST(compounds_are_longer_words_with_the_stem_in_them),
		TEST(fields_say_where),
		TEST(a_wrong_query_says_where_in_our_words),
		TEST(a_filter_holds_for_the_whole_query),
		TEST(a_hostile_query_does_no_harm),
		TEST(nothing_found_tells_the_nearest_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
