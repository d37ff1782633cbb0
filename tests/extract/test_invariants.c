/*
 * The promises that hold for every document, on the originals (where they are
 * at hand), the digests and invented bundles, in every outward form: lossless,
 * grounded, deterministic; and that both halves of the sample say the same.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/text/fold.h"

#include "../support/bundle.h"
#include "../support/extract_support.h"
#include "../support/guise.h"
#include "../support/sound.h"

enum { N_BUNDLES = 60, N_DAMAGED = 60, PAGE_LONGEST = 20000 };

/* What must be the same in the originals and in their digests. */
static const unsigned same_kinds =
	KIND(PROJECT) | KIND(PLACE) | KIND(ADVISER) | KIND(MEASUREMENT);

static const char digests[] = "data/reports";

static const char *const names[] = {
	"fno-fieldlab-tilburg", "groenlab-schiedam",	  "innovatielab-zwolle",
	"jso-43-proeftuinen",	"werkplaats-vlaardingen",
};

static const char *
path_of(struct arena *arena, const char *folder, size_t i)
{
	return arena_format(arena, "%s/%s.txt", folder, names[i]).bytes;
}

/* The folder of the originals; NULL where it is not at hand. */
static const char *
originals(void)
{
	const char *folder = getenv("CASEBOOK_ORIGINALS");

	if (!folder || !*folder)
		folder = "../shared/reports";
	return access(folder, R_OK) == 0 ? folder : NULL;
}

static void
assert_sound(struct rules *rules, struct sound *sound)
{
	struct sound again;
	char *facts, *same, *difference;

	if (sound->result != 0)
		fail_msg("%.*s is refused", TEXT_ARG(sound->report.path));
	assert_lossless(&sound->report);
	assert_grounded(&sound->document);
	assert_ordered(&sound->report);
	sound_read(&again, rules, sound->report.path.bytes, sound->report.text);
	again.report.name = sound->report.name;
	facts = facts_as_text(&sound->report, ALL_KINDS, true);
	same = facts_as_text(&again.report, ALL_KINDS, true);
	difference = first_difference(facts, same);
	if (*difference)
		fail_msg("read again: %s", difference);
	free(difference);
	free(facts);
	free(same);
	sound_release(&again);
}

static size_t
check_folder(struct rules *rules, const char *folder)
{
	struct diagnostics diagnostics;
	struct file_list list = {NULL, 0, 0};
	size_t n;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(file_walk(&list, folder, &diagnostics), 0);
	for (size_t i = 0; i < list.n_paths; i++) {
		struct sound sound;

		sound_read_file(&sound, rules, list.paths[i]);
		assert_sound(rules, &sound);
		sound_release(&sound);
	}
	n = list.n_paths;
	file_list_release(&list);
	diagnostics_release(&diagnostics);
	return n;
}

static void
the_digests_are_lossless_grounded_and_ordered(void **state)
{
	assert_int_equal(check_folder(*state, digests), 5);
}

static void
the_originals_are_lossless_grounded_and_ordered(void **state)
{
	if (!originals()) {
		print_message("no originals at hand: skipped\n");
		skip();
	}
	assert_int_equal(check_folder(*state, originals()), 5);
}

/* Puts marks in the place of plain letters, and blanks of line ends. */
static void
damage(struct text text, char *bytes, uint64_t seed)
{
	static const char marks[] = "()()[]/;:,.-'\"\n\n  0123456789";
	uint64_t state = seed;

	memcpy(bytes, text.bytes, text.len);
	for (size_t at = seed % 97; at < text.len; at += 1 + state % 199) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		if (((unsigned char)bytes[at] & 0x80) == 0)
			bytes[at] = marks[(state >> 33) % (sizeof(marks) - 1)];
	}
}

static void
check_damaged(struct rules *rules, struct text text, uint64_t seed)
{
	char *bytes = memory_new(text.len, 1);
	struct sound sound;

	damage(text, bytes, seed);
	sound_read(&sound, rules, "schade", (struct text){bytes, text.len});
	if (sound.result == 0)
		assert_sound(rules, &sound);
	sound_release(&sound);
	free(bytes);
}

static void
damaged_bundles_are_sound_where_they_are_read(void **state)
{
	for (uint64_t seed = 1; seed <= N_DAMAGED; seed++) {
		struct bundle bundle;

		bundle_init(&bundle, seed);
		check_damaged(*state, buffer_text(&bundle.text), seed);
		bundle_release(&bundle);
	}
}

static void
damaged_pages_are_sound_where_they_are_read(void **state)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct arena *arena = arena_new();
		struct sound page;

		sound_read_file(&page, *state, path_of(arena, digests, i));
		for (uint64_t seed = 1;
		     seed <= N_DAMAGED && page.report.text.len < PAGE_LONGEST;
		     seed++)
			check_damaged(*state, page.report.text, seed);
		sound_release(&page);
		arena_free(arena);
	}
}

static size_t
count_kind(const struct report *report, enum fact_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < report->n_facts; i++)
		n += report->facts[i].kind == kind;
	return n;
}

static void
invented_bundles_are_lossless_grounded_and_ordered(void **state)
{
	for (uint64_t seed = 1; seed <= N_BUNDLES; seed++) {
		struct bundle bundle;
		struct sound sound;

		bundle_init(&bundle, seed);
		sound_read(&sound, *state, "bundel", buffer_text(&bundle.text));
		assert_sound(*state, &sound);
		sound_release(&sound);
		bundle_release(&bundle);
	}
}

static void
nothing_of_an_invented_bundle_is_lost(void **state)
{
	for (uint64_t seed = 1; seed <= N_BUNDLES; seed++) {
		struct bundle bundle;
		struct sound sound;

		bundle_init(&bundle, seed);
		sound_read(&sound, *state, "bundel", buffer_text(&bundle.text));
		assert_int_equal(sound.result, 0);
		assert_int_equal(sound.report.n_projects, bundle.n_projects);
		assert_int_equal(count_kind(&sound.report, FACT_ADVISER),
				 bundle.n_advisers);
		assert_int_equal(count_kind(&sound.report, FACT_MEASUREMENT),
				 bundle.n_grades);
		assert_int_equal(count_kind(&sound.report, FACT_QUOTE),
				 bundle.n_quotes);
		sound_release(&sound);
		bundle_release(&bundle);
	}
}

/* The facts of these kinds in any order, a line each, in small letters. */
static char *
comparable(const struct sound *sound, unsigned kinds)
{
	char *facts = facts_as_text(&sound->report, kinds, false);
	struct text small = fold_lower(sound->report.arena, text_of(facts));

	free(facts);
	return sorted_lines(small.bytes);
}

/* Case is none of the differences: a heading may stand in capitals. */
static void
assert_same(const struct sound *one, const struct sound *other, unsigned kinds,
	    const char *what)
{
	char *a = comparable(one, kinds);
	char *b = comparable(other, kinds);
	char *difference = first_difference(a, b);

	if (*difference)
		fail_msg("%s: %s", what, difference);
	free(difference);
	free(a);
	free(b);
}

static void
originals_and_digests_have_the_same_facts(void **state)
{
	if (!originals()) {
		print_message("no originals at hand: skipped\n");
		skip();
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct arena *arena = arena_new();
		struct sound original, digest;

		sound_read_file(&original, *state,
				path_of(arena, originals(), i));
		sound_read_file(&digest, *state, path_of(arena, digests, i));
		assert_same(&original, &digest, same_kinds, names[i]);
		sound_release(&original);
		sound_release(&digest);
		arena_free(arena);
	}
}

static const struct guise guises[] = {
	{.name = "CRLF", .crlf = true},
	{.name = "byte-order mark", .byte_order_mark = true},
	{.name = "decomposed letters", .decomposed = true},
	{.name = "no-break spaces", .no_break = true},
	{.name = "wrapped at 80", .wrap = 80},
	{.name = "headings in capitals", .capitals = true},
	{.name = "headings with a letter missing", .letter_missing = true},
	{.name = "pages", .pages = true},
	{.name = "extra blank lines", .blank_lines = true},
	{.name = "wrapped in pages", .wrap = 72, .pages = true, .crlf = true},
	{.name = "all at once",
	 .crlf = true,
	 .byte_order_mark = true,
	 .decomposed = true,
	 .no_break = true,
	 .capitals = true,
	 .blank_lines = true,
	 .pages = true,
	 .wrap = 80},
};

/* In each guise the text is sound and has the same facts. */
static void
check_guises(struct rules *rules, const struct sound *plain)
{
	for (size_t i = 0; i < sizeof(guises) / sizeof(*guises); i++) {
		struct buffer text = {NULL, 0, 0};
		struct sound dressed;

		guise_write(&guises[i], plain->document.layout,
			    plain->report.text, &text);
		sound_read(&dressed, rules, guises[i].name, buffer_text(&text));
		dressed.report.name = plain->report.name;
		assert_sound(rules, &dressed);
		assert_same(plain, &dressed, ALL_KINDS, guises[i].name);
		sound_release(&dressed);
		buffer_release(&text);
	}
}

static void
the_digest_has_the_same_facts_in_every_outward_form(void **state)
{
	struct sound plain;

	sound_read_file(&plain, *state, "data/reports/jso-43-proeftuinen.txt");
	assert_int_equal(plain.result, 0);
	check_guises(*state, &plain);
	sound_release(&plain);
}

static void
invented_bundles_have_the_same_facts_in_every_outward_form(void **state)
{
	for (uint64_t seed = 1; seed <= 12; seed++) {
		struct bundle bundle;
		struct sound plain;

		bundle_init(&bundle, seed);
		sound_read(&plain, *state, "bundel", buffer_text(&bundle.text));
		assert_int_equal(plain.result, 0);
		check_guises(*state, &plain);
		sound_release(&plain);
		bundle_release(&bundle);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_digests_are_lossless_grounded_and_ordered),
		cmocka_unit_test(
			the_originals_are_lossless_grounded_and_ordered),
		cmocka_unit_test(
			invented_bundles_are_lossless_grounded_and_ordered),
		cmocka_unit_test(damaged_bundles_are_sound_where_they_are_read),
		cmocka_unit_test(damaged_pages_are_sound_where_they_are_read),
		cmocka_unit_test(nothing_of_an_invented_bundle_is_lost),
		cmocka_unit_test(originals_and_digests_have_the_same_facts),
		cmocka_unit_test(
			the_digest_has_the_same_facts_in_every_outward_form),
		cmocka_unit_test(
			invented_bundles_have_the_same_facts_in_every_outward_form),
	};

	return cmocka_run_group_tests(tests, rules_setup, rules_teardown);
}
