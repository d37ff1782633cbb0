/*
 * Any bytes as YAML of a user's own: a layout with patterns, a vocabulary with
 * cues, or a file of converters. The first byte says which:
 *
 *	l    layouts, parted by lines "%%%%"; the last part may be a report
 *	v    a vocabulary, looked for in a small report
 *	c    converters
 *	y    a tree, written and read again
 *
 * What loads is used: the invariants of a document hold for whatever layout
 * reads it, and patterns keep to the time that they are given.
 */
#include <stdlib.h>
#include <string.h>

#include "casebook/extract/expect.h"
#include "casebook/text/cue_sieve.h"

#include "../../src/convert/formats.h"
#include "../../src/extract/rules.h"
#include "../support/layout_text.h"
#include "../support/sound.h"
#include "fuzz.h"

enum { MOST_LAYOUTS = 4 };

/* CPU time that all patterns of an input together may use. */
static const double pattern_seconds = 0.2;

/* A report with something for every rule; invented. */
static const char small_report[] =
	"Eindverslag twee proeven\n12 mei 2019\n\nInhoud\n1. Soep aan zee  3\n"
	"2. Fiets op de dijk  5\n\n\fSoep aan zee\n\nOpdrachtgever:\n"
	"Gemeente Testdam, Stichting Anker (noord)\n\nPartners\n- Boei\n"
	"- bewoners en MEE\n\nAdviseur\nZoë van de Voorbeeld "
	"(zoe@voorbeeld.example)\n\nPeriode: 2016 tot eind 2018\n\n"
	"Resultaten\nBuren denken mee en beslissen over de tuin. \"Het smaakt "
	"naar meer\" (een buur). Eerst gaf men een 6,2 en later een 8,1.\n\n"
	"1. Koken\nEen 7,5 voor samenwerking.\n\n2. Eten\nEen 6 voor "
	"samenwerking.\n\f3\nFiets op de dijk\n\nOpdrachtgever:\nProvincie\n\n"
	"Budget: 1.250 euro\n\nPostadres: Kade 1\n";

static struct rules *rules;

static void
set_up(void)
{
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics, true);
	rules = rules_new(fuzz_data(), &diagnostics);
	fuzz_promise(rules != NULL, "the rules load");
	diagnostics_release(&diagnostics);
}

/* --- layouts -------------------------------------------------------------- */

/* All patterns together, so that an input takes no longer for having many. */
static void
allow(const struct layouts *layouts)
{
	for (size_t i = 0; i < layouts->n_owned; i++)
		pattern_allow(layouts->owned[i].pattern,
			      pattern_seconds / (double)layouts->n_owned);
}

static int
extract(const struct layout *layout, struct text text, struct report *report,
	struct document *document)
{
	*report = (struct report){.arena = arena_new(),
				  .name = TEXT("fuzz"),
				  .path = TEXT("fuzz.txt"),
				  .text = text};
	diagnostics_init(&report->diagnostics, false);
	allow(&rules->layouts);
	if (extract_document(rules, layout, report, document) != 0)
		return -1;
	/* What came of it when a pattern was stopped is not kept. */
	return layouts_check_time(&rules->layouts, "fuzz.txt", report->text,
				  &report->diagnostics);
}

static void
release(struct report *report)
{
	diagnostics_release(&report->diagnostics);
	arena_free(report->arena);
}

static void
read_by(const struct layout *layout, struct text text)
{
	struct report report, again;
	struct document document, same;

	if (extract(layout, text, &report, &document) == 0) {
		assert_lossless(&report);
		assert_grounded(&document);
		assert_ordered(&report);
		assert_readable(&document);
		if (extract(layout, text, &again, &same) == 0) {
			char *facts = facts_as_text(&report, ALL_KINDS, true);
			char *other = facts_as_text(&again, ALL_KINDS, true);

			fuzz_promise(strcmp(facts, other) == 0,
				     "the same facts twice");
			free(facts);
			free(other);
		}
		release(&again);
	}
	release(&report);
}

static void
use_layouts(struct text text)
{
	struct report report = {.arena = arena_new(),
				.name = TEXT("fuzz"),
				.path = TEXT("fuzz.txt"),
				.text = text};
	struct diagnostics diagnostics;
	size_t n;

	diagnostics_init(&report.diagnostics, false);
	diagnostics_init(&diagnostics, false);
	allow(&rules->layouts);
	rules_recognise(rules, &report);
	release(&report);
	for (size_t i = 0; i < rules->layouts.n_items; i++) {
		read_by(&rules->layouts.items[i], text);
		/* An example gets all the time that a report would. */
		if (rules->layouts.n_owned == 0)
			expect_examples(rules, &rules->layouts.items[i], &n,
					&diagnostics);
	}
	diagnostics_release(&diagnostics);
}

/* Puts the layouts in the place of the program's while they are used. */
static void
try_layouts(struct text rest)
{
	struct layouts own = rules->layouts;
	struct text parts[MOST_LAYOUTS], report = text_of(small_report);
	struct diagnostics diagnostics;
	size_t n = 0;
	bool loaded = true;

	for (; rest.len > 0 && n < MOST_LAYOUTS; n++) {
		size_t end = text_find(rest, TEXT("\n%%%%\n"), 0);

		parts[n] = text_sub(rest, 0, end);
		rest = text_sub(rest, end + 6, rest.len);
	}
	if (n > 1 && !text_starts(parts[n - 1], "layout:"))
		report = parts[--n];
	rules->layouts = (struct layouts){.arena = NULL};
	diagnostics_init(&diagnostics, false);
	for (size_t i = 0; i < n; i++)
		if (rules_add_layout(rules, "fuzz.yml", parts[i], false,
				     &diagnostics) < 0)
			loaded = false;
	fuzz_promise(loaded || diagnostics.worst >= STATUS_USAGE,
		     "what does not load has a message");
	if (loaded && n > 0)
		use_layouts(report);
	layouts_release(&rules->layouts);
	rules->layouts = own;
	diagnostics_release(&diagnostics);
}

/* --- vocabularies --------------------------------------------------------- */

/* The hits come one behind the other, and the sieve's map gives the same. */
static void
check_hits(const struct cues *cues, const struct cue_map *map, struct text text)
{
	struct span all = {0, text.len};
	struct cue_hit hit, other;
	size_t at = 0;

	while (cues_next(cues, text, all, at, &hit)) {
		fuzz_promise(hit.span.len > 0 && hit.span.offset >= at &&
				     span_holds(all, hit.span),
			     "hits stand one behind the other");
		if (map)
			fuzz_promise(cue_map_next(map, cues, all, at, &other) &&
					     other.cue == hit.cue &&
					     other.span.offset ==
						     hit.span.offset &&
					     other.span.len == hit.span.len,
				     "a map hits as the set does");
		at = span_end(hit.span);
	}
	if (map)
		fuzz_promise(!cue_map_next(map, cues, all, at, &other),
			     "a map hits no more than the set does");
}

static void
look_for(const struct cues *cues, struct text text)
{
	struct cue_sieve *sieve = cue_sieve_new(&cues, 1);
	struct arena *arena = arena_new();

	check_hits(cues, cue_map_new(arena, sieve, text), text);
	arena_free(arena);
	cue_sieve_free(sieve);
}

static void
try_vocabulary(struct text text)
{
	struct diagnostics diagnostics;
	struct vocabularies *vocabularies;
	char *string = memory_string(text);
	const struct cues *cues;

	diagnostics_init(&diagnostics, false);
	vocabularies = vocabularies_of(string, &diagnostics);
	fuzz_promise(vocabularies || diagnostics.worst >= STATUS_USAGE,
		     "what does not load has a message");
	for (size_t i = 0; vocabularies &&
			   (cues = vocabulary_set_at(vocabularies, "proef", i));
	     i++)
		look_for(cues, text_of(small_report));
	vocabularies_free(vocabularies);
	diagnostics_release(&diagnostics);
	free(string);
}

/* --- converters and trees ------------------------------------------------- */

static void
try_converters(struct text text)
{
	struct data_file file = {.name = "converters.yml",
				 .path = "converters.yml",
				 .text = text};
	struct data data = {.files = &file, .n_files = 1};
	struct diagnostics diagnostics;
	struct arena *arena = arena_new();
	struct formats formats;

	diagnostics_init(&diagnostics, false);
	fuzz_promise(formats_read(&formats, arena, &data, &diagnostics) == 0 ||
			     diagnostics.worst >= STATUS_USAGE,
		     "what does not load has a message");
	formats_release(&formats);
	arena_free(arena);
	diagnostics_release(&diagnostics);
}

static bool
is_same(const struct yaml *a, const struct yaml *b)
{
	if (a->type != b->type || a->n_items != b->n_items ||
	    !text_equal(a->text, b->text))
		return false;
	for (size_t i = 0; i < a->n_items; i++)
		if (!is_same(&a->items[i], &b->items[i]) ||
		    (a->type == YAML_MAPPING &&
		     !text_equal(a->keys[i], b->keys[i])))
			return false;
	return true;
}

static void
try_tree(struct text text)
{
	struct arena *arena = arena_new();
	struct buffer out = {NULL, 0, 0};
	struct diagnostics diagnostics;
	const struct yaml *tree, *again = NULL;

	diagnostics_init(&diagnostics, false);
	tree = yaml_parse(arena, "fuzz.yml", text, &diagnostics);
	if (tree) {
		yaml_write(tree, &out);
		again = yaml_parse(arena, "fuzz.yml", buffer_text(&out),
				   &diagnostics);
		fuzz_promise(again && is_same(tree, again),
			     "a tree that is written reads as it was");
	}
	buffer_release(&out);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct text text = {(const char *)bytes, len};

	if (fuzz_begins())
		set_up();
	if (len == 0)
		return 0;
	switch (text.bytes[0]) {
	case 'v':
		try_vocabulary(text_sub(text, 1, len));
		break;
	case 'c':
		try_converters(text_sub(text, 1, len));
		break;
	case 'y':
		try_tree(text_sub(text, 1, len));
		break;
	default:
		try_layouts(text_sub(text, 1, len));
	}
	return 0;
}
