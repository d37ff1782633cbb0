/*
 * Themes: each has a set of cues with weights; what they add up to in the
 * title and the weighted sections is its score, and a project has the themes
 * whose score is high enough, both as such and beside its best. Which words
 * speak for what, and how high, stands in the vocabulary `themes`.
 */
#include <stdlib.h>

#include "cue_find.h"
#include "extraction.h"
#include "rules.h"
#include "theme_score.h"

struct theme {
	struct text name;
	const struct cues *cues;
};

struct theme_words {
	struct theme *themes;
	size_t n_themes;
	struct theme_settings settings;
};

/* What speaks for a theme in the project in hand. */
struct tally {
	double score;
	double strongest; /* share in the score of the cue that proves it */
	const struct reading *reading;
	struct span span; /* of that cue, in the reading */
};

static int
read_setting(const struct table *settings, const char *name, double *value,
	     struct diagnostics *diagnostics)
{
	struct text text = table_value(settings, text_of(name));
	char *end = NULL;

	if (text.len > 0)
		*value = strtod(text.bytes, &end);
	if (end && *end == '\0' && *value >= 0)
		return 0;
	diagnose(diagnostics, DIAGNOSTIC_VOCABULARY,
		 (struct place){.file = NULL},
		 "the vocabulary \"themes\" has no number for \"%s\" in its "
		 "table \"settings\"",
		 name);
	return -1;
}

static int
read_settings(struct theme_settings *settings, const struct table *table,
	      struct diagnostics *diagnostics)
{
	double most = 0;

	if (read_setting(table, "title", &settings->title, diagnostics) < 0 ||
	    read_setting(table, "cap", &settings->cap, diagnostics) < 0 ||
	    read_setting(table, "minimum", &settings->minimum, diagnostics) <
		    0 ||
	    read_setting(table, "share", &settings->share, diagnostics) < 0 ||
	    read_setting(table, "most", &most, diagnostics) < 0)
		return -1;
	settings->most = (size_t)most;
	return 0;
}

static int
read_themes(struct arena *arena, struct theme_words *words,
	    const struct table *themes, const struct vocabularies *vocabularies,
	    struct diagnostics *diagnostics)
{
	struct text name, value;

	while (table_row(themes, words->n_themes, &name, &value))
		words->n_themes++;
	words->themes =
		arena_alloc(arena, words->n_themes + 1, sizeof(*words->themes));
	for (size_t i = 0; i < words->n_themes; i++) {
		struct theme *theme = &words->themes[i];

		table_row(themes, i, &name, &value);
		theme->name = arena_text(arena, name);
		theme->cues = vocabulary_set(vocabularies, "themes",
					     theme->name.bytes, diagnostics);
		if (!theme->cues)
			return -1;
	}
	return 0;
}

const struct theme_words *
theme_words_new(struct arena *arena, const struct vocabularies *vocabularies,
		struct diagnostics *diagnostics)
{
	struct theme_words *words = arena_alloc(arena, 1, sizeof(*words));
	const struct table *settings = vocabulary_table(
		vocabularies, "themes", "settings", diagnostics);
	const struct table *themes =
		vocabulary_table(vocabularies, "themes", "themes", diagnostics);

	if (!settings || !themes ||
	    read_settings(&words->settings, settings, diagnostics) < 0 ||
	    read_themes(arena, words, themes, vocabularies, diagnostics) < 0)
		return NULL;
	return words;
}

/* The first hit of a cue that weighs more than those before is the proof. */
static void
keep_proof(struct tally *tally, double weight, const struct reading *reading,
	   struct span span)
{
	if (weight <= tally->strongest)
		return;
	tally->strongest = weight;
	tally->reading = reading;
	tally->span = span;
}

/* In the title the strongest cue counts, once. */
static void
count_title(const struct theme_words *words, const struct cues *cues,
	    const struct reading *reading, struct tally *tally)
{
	struct span all = span_of(0, reading->text.len);
	struct cue_hit hit;
	double best = 0;

	for (size_t from = 0; cue_next_in(cues, reading, all, from, &hit);
	     from = span_end(hit.span)) {
		if (hit.cue->weight > best)
			best = hit.cue->weight;
		keep_proof(tally,
			   theme_in_title(&words->settings, hit.cue->weight),
			   reading, hit.span);
	}
	tally->score += theme_in_title(&words->settings, best);
}

/* In a section the cues add up, to the cap, and the section weighs them. */
static void
count_section(const struct theme_words *words, const struct cues *cues,
	      const struct reading *reading, double weight, struct tally *tally)
{
	struct span all = span_of(0, reading->text.len);
	struct cue_hit hit;
	double sum = 0;

	for (size_t from = 0; cue_next_in(cues, reading, all, from, &hit);
	     from = span_end(hit.span)) {
		sum += hit.cue->weight;
		keep_proof(tally, hit.cue->weight * weight, reading, hit.span);
	}
	tally->score += theme_in_section(&words->settings, weight, sum);
}

static void
count_reading(const struct theme_words *words, const struct reading *reading,
	      const struct holding *holding, struct tally *tallies)
{
	for (size_t i = 0; i < words->n_themes; i++) {
		const struct cues *cues = words->themes[i].cues;

		if (holding)
			count_section(words, cues, reading, holding->weight,
				      &tallies[i]);
		else
			count_title(words, cues, reading, &tallies[i]);
	}
}

static void
count_themes(struct extraction *extraction, struct tally *tallies)
{
	const struct theme_words *words = extraction->rules->themes;
	const struct holding *holding;
	size_t title = extraction_title(extraction);

	count_reading(words, document_reading(extraction->document, title),
		      NULL, tallies);
	for (size_t passage = 0;
	     extraction_passage(extraction, HOLDS_THEMES, &passage, &holding);
	     passage++)
		count_reading(words,
			      document_reading(extraction->document, passage),
			      holding, tallies);
}

static void
add_theme(struct extraction *extraction, const struct theme *theme,
	  const struct tally *tally)
{
	struct arena *arena = extraction->report->arena;
	struct fact *fact =
		extraction_add(extraction, FACT_THEME, "theme.score",
			       tally->reading, tally->span);

	extraction_set(extraction, fact, THEME_THEME, theme->name,
		       tally->reading, tally->span, ORIGIN_CODED);
	/* Whole and half weights: two decimals are enough. */
	extraction_set(
		extraction, fact, THEME_SCORE,
		arena_format(arena, "%g",
			     (double)(long)(tally->score * 100 + 0.5) / 100),
		tally->reading, tally->span, ORIGIN_CODED);
}

/* A layout that reads nothing for themes expects none. */
static bool
expects_themes(const struct layout *layout)
{
	for (size_t i = 0; i < layout->n_sections; i++)
		for (size_t j = 0; j < layout->sections[i].n_holds; j++)
			if (layout->sections[i].holds[j].what == HOLDS_THEMES)
				return true;
	return false;
}

void
extract_themes(struct extraction *extraction)
{
	const struct theme_words *words = extraction->rules->themes;
	size_t n = words->n_themes, chosen;
	struct tally *tallies = memory_new(n + 1, sizeof(*tallies));
	struct theme_score *scores = memory_new(n + 1, sizeof(*scores));

	count_themes(extraction, tallies);
	for (size_t i = 0; i < n; i++)
		scores[i] = (struct theme_score){i, tallies[i].score};
	chosen = themes_choose(&words->settings, scores, n);
	for (size_t i = 0; i < chosen; i++)
		add_theme(extraction, &words->themes[scores[i].theme],
			  &tallies[scores[i].theme]);
	if (chosen == 0 && expects_themes(extraction->document->layout)) {
		const struct reading *title = document_reading(
			extraction->document, extraction_title(extraction));

		extraction_advise(extraction, DIAGNOSTIC_THEME_NONE, title,
				  span_of(0, title->text.len),
				  "no theme reaches the minimum score");
	}
	free(scores);
	free(tallies);
}
