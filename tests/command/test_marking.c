/* From evidence to marks: they nest or are apart, whatever the evidence is. */
#include "../../src/command/marking.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "casebook/base/fact.h"

enum { MOST_PROOFS = 8, MOST_LETTERS = 12 };

#define THEME(id, from, len) \
	{ \
		TEXT("themes"), TEXT(id), TEXT("theme"), \
			{&"abcdefghijkl"[from], len}, 100 + (from), 1 \
	}

/* The marks of "abcdefghijkl" (at byte 100), set in brackets. */
static void
assert_marked(struct proof *proofs, size_t n, const char *expected)
{
	struct proofs all = {.items = proofs, .n = n};
	const struct screen screen = {.width = 80};
	const struct screen_mark *marks;
	struct marking marking;
	char *printed = NULL;
	size_t len = 0, n_marks;
	FILE *stream = open_memstream(&printed, &len);

	marking_init(&marking, &all);
	n_marks = marking_find(&marking, TEXT("abcdefghijkl"), 100, &marks);
	screen_marked(stream, &screen, 0, TEXT("abcdefghijkl"), marks, n_marks);
	fclose(stream);
	assert_string_equal(printed, expected);
	free(printed);
	marking_release(&marking);
}

static void
words_of_two_rows_have_one_mark(void **state)
{
	struct proof proofs[] = {THEME("a", 2, 3), THEME("b", 2, 3)};

	(void)state;
	assert_marked(proofs, 2, "ab[cde]{1,2}fghijkl\n");
}

static void
words_inside_others_have_a_mark_inside(void **state)
{
	struct proof proofs[] = {THEME("a", 3, 2), THEME("b", 1, 8),
				 THEME("c", 5, 4), THEME("d", 9, 1)};

	(void)state;
	assert_marked(proofs, 4, "a[bc[de]{2}[fghi]{3}]{1}[j]{4}kl\n");
}

static void
words_that_cross_have_one_mark_together(void **state)
{
	struct proof proofs[] = {THEME("a", 1, 4), THEME("b", 3, 5)};

	(void)state;
	assert_marked(proofs, 2, "a[bcdefgh]{1,2}ijkl\n");
}

/* c reaches beyond b, in which it begins, and beyond a around that. */
static void
words_that_cross_two_join_both(void **state)
{
	struct proof proofs[] = {THEME("a", 0, 6), THEME("b", 2, 3),
				 THEME("c", 4, 6), THEME("d", 9, 1)};

	(void)state;
	assert_marked(proofs, 4, "[abcdefghi[j]{4}]{1,2,3}kl\n");
}

static void
what_a_mark_does_not_prove_of_a_row_is_told(void **state)
{
	struct proof proofs[] = {THEME("a", 1, 2), THEME("a", 5, 2),
				 THEME("b", 1, 2)};

	(void)state;
	proofs[1].column = TEXT("score");
	assert_marked(proofs, 3, "a[bc]{1 theme; 2}de[fg]{1 score}hijkl\n");
}

static void
evidence_outside_the_stretch_is_cut_off(void **state)
{
	struct proof proofs[] = {THEME("a", 10, 2), THEME("b", 0, 2),
				 THEME("c", 0, 1)};

	(void)state;
	proofs[0].text = TEXT("klmnop");
	proofs[1].text = TEXT("xyzab");
	proofs[1].offset = 97;
	proofs[2].offset = 60;
	assert_marked(proofs, 3, "[ab]{1}cdefghij[kl]{2}\n");
}

/* Any spans at all: taking the marks out gives the text. */
static void
all_evidence_ends_up_nested(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct proof proofs[MOST_PROOFS];
		struct proofs all = {.items = proofs, .n = MOST_PROOFS};
		const struct screen_mark *marks;
		struct marking marking;
		size_t n;

		for (size_t i = 0; i < MOST_PROOFS; i++) {
			size_t from, most;

			seed = seed * 6364136223846793005u +
			       1442695040888963407u;
			from = (seed >> 33) % MOST_LETTERS;
			most = MOST_LETTERS - from;
			proofs[i] = (struct proof)THEME(
				"x", from, 1 + (seed >> 45) % most);
			proofs[i].key = text_sub(TEXT("abcdefgh"), i, 1);
		}
		marking_init(&marking, &all);
		n = marking_find(&marking, TEXT("abcdefghijkl"), 100, &marks);
		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; j < i; j++)
				assert_true(span_end(marks[j].span) <=
						    marks[i].span.offset ||
					    span_holds(marks[j].span,
						       marks[i].span));
		marking_release(&marking);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_two_rows_have_one_mark),
		cmocka_unit_test(words_inside_others_have_a_mark_inside),
		cmocka_unit_test(words_that_cross_have_one_mark_together),
		cmocka_unit_test(words_that_cross_two_join_both),
		cmocka_unit_test(what_a_mark_does_not_prove_of_a_row_is_told),
		cmocka_unit_test(evidence_outside_the_stretch_is_cut_off),
		cmocka_unit_test(all_evidence_ends_up_nested),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
