/* Loading the rules, their hash, and recognising a report's layout. */
#include "rules.h"

#include <assert.h>
#include <stdlib.h>

#include "casebook/text/fold.h"
#include "casebook/text/stem.h"
#include "date.h"
#include "step.h"

/* Changes when the order of decisions in C changes what is extracted. */
static const char program[] = "casebook rules 2";

/* The usual part of RFC 5322: a local part of atoms, and domain labels. */
static const char address[] =
	"[\\p{L}\\d][\\p{L}\\d._%+-]*@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+";

static int
find_sets(struct rules *rules, struct diagnostics *diagnostics)
{
	int result = 0;

#define X(member, file, set) \
	rules->member = \
		vocabulary_set(rules->vocabularies, file, set, diagnostics); \
	if (!rules->member) \
		result = -1;
	RULE_SETS(X)
#undef X
#define X(member, file, name) \
	rules->member = vocabulary_table(rules->vocabularies, file, name, \
					 diagnostics); \
	if (!rules->member) \
		result = -1;
	RULE_TABLES(X)
#undef X
	rules->participation = participation_words_new(
		rules->arena, rules->vocabularies, diagnostics);
	rules->phases =
		phase_words_new(rules->arena, rules->vocabularies, diagnostics);
	rules->themes =
		theme_words_new(rules->arena, rules->vocabularies, diagnostics);
	if (result == 0)
		rules->date = date_pattern_new(rules, diagnostics);
	if (result == 0)
		rules->date_words = date_words_new(rules);
	rules->address = pattern_new(text_of(address), PATTERN_CASELESS, false,
				     (struct place){.file = NULL}, diagnostics);
	if (!rules->date || !rules->address || !rules->participation ||
	    !rules->phases || !rules->themes)
		result = -1;
	return result;
}

static struct cue_sieve *
sieve_of(const struct rules *rules)
{
	static const char *const files[] = {
#define X(file) file,
		RULE_SENTENCE_FILES(X)
#undef X
	};
	struct cue_sieve *sieve;
	const struct cues **sets = NULL, *set;
	size_t n = 0, capacity = 0;

#define X(member) \
	sets = array_grow(sets, n, &capacity, sizeof(*sets)); \
	sets[n++] = rules->member;
	RULE_SENTENCE_SETS(X)
#undef X
	sets = array_grow(sets, n, &capacity, sizeof(*sets));
	if (rules->phases->mentions)
		sets[n++] = rules->phases->mentions;
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		for (size_t j = 0; (set = vocabulary_set_at(rules->vocabularies,
							    files[i], j));
		     j++) {
			sets = array_grow(sets, n, &capacity, sizeof(*sets));
			sets[n++] = set;
		}
	sieve = cue_sieve_new(sets, n);
	free(sets);
	return sieve;
}

struct hash
rules_hash_of(const struct data *data)
{
	struct buffer all = {NULL, 0, 0};
	struct hash hash;

	buffer_add_string(&all, program);
	buffer_add_string(&all, stem_fingerprint().digits);
	for (size_t i = 0; i < data->n_files; i++) {
		struct text name = text_of(data->files[i].name);

		if (!text_starts(name, "layouts/") &&
		    !text_starts(name, "converters") &&
		    !text_starts(name, "vocabulary/"))
			continue;
		buffer_add(&all, name);
		buffer_add_string(&all, hash_of(data->files[i].text).digits);
	}
	hash = hash_of(buffer_text(&all));
	buffer_release(&all);
	return hash;
}

/* The sets of which the fields of the layouts are a choice are there. */
static int
check_fields(const struct rules *rules, const struct layouts *layouts,
	     struct diagnostics *diagnostics)
{
	int result = 0;

	for (size_t i = 0; i < layouts->n_items; i++)
		for (size_t j = 0; j < layouts->items[i].n_fields; j++) {
			const struct layout_field *field =
				&layouts->items[i].fields[j];

			if (field->set.len == 0 ||
			    vocabulary_set(rules->vocabularies,
					   field->vocabulary.bytes,
					   field->set.bytes, diagnostics))
				continue;
			diagnose(diagnostics, DIAGNOSTIC_LAYOUT, field->where,
				 "the field %s is a choice of that set",
				 diagnostic_quote(diagnostics, field->name));
			result = -1;
		}
	return result;
}

struct rules *
rules_new(const struct data *data, struct diagnostics *diagnostics)
{
	struct rules *rules = memory_new(1, sizeof(*rules));
	int result = 0;

	rules->arena = arena_new();
	rules->hash = rules_hash_of(data);
	rules->vocabularies = vocabularies_new(data, diagnostics);
	if (layouts_load(&rules->layouts, data, diagnostics) < 0 ||
	    !rules->vocabularies)
		result = -1;
	if (result == 0 &&
	    text_words_init(&rules->text, rules->vocabularies, diagnostics) < 0)
		result = -1;
	if (result == 0)
		result = find_sets(rules, diagnostics);
	if (result == 0)
		result = check_fields(rules, &rules->layouts, diagnostics);
	if (result == 0) {
		rules->sieve = sieve_of(rules);
		return rules;
	}
	rules_free(rules);
	return NULL;
}

void
rules_free(struct rules *rules)
{
	if (!rules)
		return;
	pattern_free(rules->date);
	cues_free(rules->date_words);
	pattern_free(rules->address);
	cue_sieve_free(rules->sieve);
	phase_words_release(rules->phases);
	layouts_release(&rules->layouts);
	vocabularies_free(rules->vocabularies);
	arena_free(rules->arena);
	free(rules);
}

struct hash
rules_hash(const struct rules *rules)
{
	return rules->hash;
}

const struct layouts *
rules_layouts(const struct rules *rules)
{
	return &rules->layouts;
}

int
rules_add_layout(struct rules *rules, const char *path, struct text text,
		 bool trusted, struct diagnostics *diagnostics)
{
	if (layouts_add(&rules->layouts, path, text, trusted, diagnostics) < 0)
		return -1;
	return check_fields(rules, &rules->layouts, diagnostics);
}

const struct text_words *
rules_text_words(const struct rules *rules)
{
	return &rules->text;
}

static void
report_none(const struct rules *rules, struct report *report,
	    const struct text *missing)
{
	struct place where = {.file = report->path.bytes};
	const struct layout *layouts = rules->layouts.items;

	assert(layouts || rules->layouts.n_items == 0);
	diagnose(&report->diagnostics, DIAGNOSTIC_NO_LAYOUT, where,
		 "no headings of any layout are in it; name one with --layout, "
		 "or write one (casebook-layout(5))");
	for (size_t i = 0; i < rules->layouts.n_items; i++)
		diagnose(&report->diagnostics, DIAGNOSTIC_LAYOUT_UNFIT, where,
			 "layout %.*s: not found: %.*s",
			 TEXT_ARG(layouts[i].name), TEXT_ARG(missing[i]));
}

static void
report_tie(struct report *report, const struct layout *a,
	   const struct layout *b)
{
	diagnose(&report->diagnostics, DIAGNOSTIC_NO_LAYOUT,
		 (struct place){.file = report->path.bytes},
		 "the layouts \"%.*s\" (%s) and \"%.*s\" (%s) fit equally "
		 "well; choose one with --layout",
		 TEXT_ARG(a->name), a->path, TEXT_ARG(b->name), b->path);
}

bool
says_nothing(const struct rules *rules, struct text value)
{
	for (size_t at = 0; at < value.len; at++) {
		uint32_t c = character_at(value, at);

		if (is_letter(c) || is_digit(c))
			return table_has(rules->no_value, value);
	}
	return true;
}

const struct layout *
rules_recognise(const struct rules *rules, struct report *report)
{
	size_t n = rules->layouts.n_items, most = 0;
	struct arena *scratch = arena_new();
	struct text *missing = arena_alloc(scratch, n, sizeof(*missing));
	const struct layout *best = NULL, *second = NULL;
	struct glance *glance = glance_new(report->text);

	for (size_t i = 0; i < n; i++) {
		const struct layout *layout = &rules->layouts.items[i];
		size_t found = document_recognise(scratch, layout, glance,
						  &missing[i]);

		if (found > most) {
			best = layout;
			second = NULL;
			most = found;
		} else if (found > 0 && found == most) {
			second = layout;
		}
	}
	if (!best)
		report_none(rules, report, missing);
	else if (second)
		report_tie(report, best, second);
	glance_free(glance);
	arena_free(scratch);
	return second ? NULL : best;
}

/* A layout other than this one that fits, and asks for at least so much. */
static const struct layout *
find_rival(const struct rules *rules, const struct layout *layout,
	   struct arena *arena, const struct glance *glance, size_t asked,
	   bool *more)
{
	const struct layout *rival = NULL;

	for (size_t i = 0; i < rules->layouts.n_items; i++) {
		const struct layout *other = &rules->layouts.items[i];
		size_t found = other == layout
				       ? 0
				       : document_recognise(arena, other,
							    glance, NULL);

		if (found < asked || found == 0)
			continue;
		if (!rival || found > asked)
			rival = other;
		*more = *more || found > asked;
		asked = found;
	}
	return rival;
}

int
rules_check_fit(const struct rules *rules, const struct layout *layout,
		struct report *report)
{
	struct place where = {.file = report->path.bytes};
	const struct layout *rival;
	struct text missing;
	bool more = false;
	struct glance *glance = glance_new(report->text);
	size_t asked =
		document_recognise(report->arena, layout, glance, &missing);

	if (asked == 0) {
		glance_free(glance);
		diagnose(&report->diagnostics, DIAGNOSTIC_NO_LAYOUT, where,
			 "layout \"%.*s\" does not recognise it: not found: "
			 "%.*s",
			 TEXT_ARG(layout->name), TEXT_ARG(missing));
		return -1;
	}
	rival = find_rival(rules, layout, report->arena, glance, asked, &more);
	glance_free(glance);
	if (!rival)
		return 0;
	if (more)
		diagnose(&report->diagnostics, DIAGNOSTIC_NO_LAYOUT, where,
			 "layout \"%.*s\" (%s) fits it too and asks for more, "
			 "so that it is taken for that; let recognise of "
			 "\"%.*s\" ask for more",
			 TEXT_ARG(rival->name), rival->path,
			 TEXT_ARG(layout->name));
	else
		report_tie(report, layout, rival);
	return -1;
}
