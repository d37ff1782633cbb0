/* Sieves: what a map gives is what each set gives by itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/text/cue_sieve.h"

enum { N_SETS = 6, MOST_CUES = 4 };

static const char *const words[N_SETS][MOST_CUES] = {
	{"tuin", "*raad*", "wijk*"},
	{"de .. tuin", "[de] (raad|wijk)", "* in"},
	{", maar", "ma*", "'s avonds"},
	{"*-team", "*(tuin|é*)", "één"},
	{"niet in", "in", "(co|co-)creatie"},
	{NULL},
};

struct sieved {
	const struct cues *sets[N_SETS];
	struct cue_sieve *sieve;
	struct arena *arena;
};

static const struct cues *
set_of(const char *const *cues)
{
	struct diagnostics diagnostics;
	struct cue items[MOST_CUES];
	const struct cues *set;
	size_t n = 0;

	diagnostics_init(&diagnostics, false);
	for (; n < MOST_CUES && cues[n]; n++)
		items[n] = (struct cue){.label = cues[n],
					.words = text_of(cues[n])};
	set = cues_new(items, n, &diagnostics);
	assert_non_null(set);
	diagnostics_release(&diagnostics);
	return set;
}

static int
setup(void **state)
{
	struct sieved *sieved = memory_new(1, sizeof(*sieved));

	for (size_t i = 0; i < N_SETS; i++)
		sieved->sets[i] = set_of(words[i]);
	/* the last set is one that the sieve does not have */
	sieved->sieve = cue_sieve_new(sieved->sets, N_SETS - 1);
	sieved->arena = arena_new();
	*state = sieved;
	return 0;
}

static int
teardown(void **state)
{
	struct sieved *sieved = *state;

	cue_sieve_free(sieved->sieve);
	cue_sieve_free(NULL);
	for (size_t i = 0; i < N_SETS; i++)
		cues_free((struct cues *)(uintptr_t)sieved->sets[i]);
	arena_free(sieved->arena);
	free(sieved);
	return 0;
}

/* The same hits, wherever one begins to look and wherever one ends. */
static void
check_set(const struct cue_map *map, const struct cues *set, struct text text)
{
	for (size_t from = 0; from <= text.len; from++)
		for (size_t end = from; end <= text.len + 1; end++) {
			struct span within = span_of(from / 2, end);
			struct cue_hit hit = {.cue = NULL}, other = hit;
			bool found = cues_next(set, text, within, from, &hit);

			assert_int_equal(
				cue_map_next(map, set, within, from, &other),
				found);
			assert_ptr_equal(other.cue, hit.cue);
			assert_int_equal(other.span.offset, hit.span.offset);
			assert_int_equal(other.span.len, hit.span.len);
		}
}

static void
check_text(const struct sieved *sieved, struct text text)
{
	const struct cue_map *map =
		cue_map_new(sieved->arena, sieved->sieve, text);

	for (size_t i = 0; i < N_SETS; i++)
		check_set(map, sieved->sets[i], text);
}

static void
a_map_gives_what_a_set_gives(void **state)
{
	static const char *const texts[] = {
		"",
		"tuin",
		"Over de wijkraad en de mooie tuin, maar niet in de raad.",
		"'s avonds: co-creatie\xE2\x80\x93tuin, buurt-team's",
		"\xC3\xA9\xC3\xA9n buurt-team; 's  Avonds",
		"ma ma, maar\nMAAR (maar) wijk-raad-team's",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		check_text(*state, text_of(texts[i]));
}

static void
a_map_gives_what_a_set_gives_in_any_text(void **state)
{
	static const char *const pieces[] = {
		"zeventienhonderdvierenzestigste",
		"\xE2\x80\xA6",
		"\xC3",
		"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9",
		"tuin",
		"raad",
		"wijk",
		"de",
		"maar",
		"in",
		"co",
		"team",
		"'s",
		" ",
		" ",
		", ",
		"-",
		".",
		"x",
		"7",
		"(",
		"\xC3\xA9",
		"\xE2\x80\x99",
		"\xC5\xBF",
	};
	uint32_t lot = 20261130;

	for (size_t i = 0; i < 300; i++) {
		struct buffer text = {NULL, 0, 0};

		while (text.len < 40) {
			lot = lot * 1664525 + 1013904223;
			buffer_add_string(
				&text, pieces[(lot >> 16) % (sizeof(pieces) /
							     sizeof(*pieces))]);
		}
		check_text(*state, buffer_text(&text));
		buffer_release(&text);
	}
}

static void
a_text_of_one_long_word_does_not_take_long(void **state)
{
	enum { LEN = 1 << 20 };
	const struct sieved *sieved = *state;
	struct text text = {memory_new(LEN, 1), LEN};
	const struct cue_map *map;
	struct cue_hit hit;

	for (size_t i = 0; i < LEN; i++)
		((char *)(uintptr_t)text.bytes)[i] = "a-"[i % 2];
	map = cue_map_new(sieved->arena, sieved->sieve, text);
	assert_false(
		cue_map_next(map, sieved->sets[0], span_of(0, LEN), 0, &hit));
	free((char *)(uintptr_t)text.bytes);
}

/* A text of which every character may begin a cue gets no map. */
static void
a_map_is_never_much_larger_than_its_text(void **state)
{
	const struct sieved *sieved = *state;
	struct buffer dots = {NULL, 0, 0};

	for (size_t i = 0; i < 100000; i++)
		buffer_add_string(&dots, "\xC3\xA9\xC2\xA0");
	assert_null(
		cue_map_new(sieved->arena, sieved->sieve, buffer_text(&dots)));
	buffer_release(&dots);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_map_gives_what_a_set_gives),
		TEST(a_map_gives_what_a_set_gives_in_any_text),
		TEST(a_text_of_one_long_word_does_not_take_long),
		TEST(a_map_is_never_much_larger_than_its_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
