/* From reports to a proposed layout: the order of the work. */
#include "casebook/draft/draft.h"

#include <stdlib.h>

#include "internal.h"

/* Lone lines in one report, of which no other is known, that make a draft. */
enum { FREE_FEWEST = 2 };

struct draft_words *
draft_words_new(const struct vocabularies *vocabularies,
		const struct text_words *text_words,
		struct diagnostics *diagnostics)
{
	struct draft_words words = {.text_words = text_words};
	struct draft_words *copy;
	const struct {
		const struct cues **set;
		const char *file, *name;
	} sets[] = {
		{&words.holds, "drafts", "holds"},
		{&words.back, "drafts", "back"},
		{&words.kinds, "drafts", "kinds"},
		{&words.publishers, "drafts", "publishers"},
		{&words.organisations, "organisations", "kinds"},
		{&words.ladder, "participation", "ladder"},
		{&words.residents, "participation", "residents"},
		{&words.appreciation, "measurements", "appreciation"},
	};
	const struct {
		const struct table **table;
		const char *file, *name;
	} tables[] = {
		{&words.parts, "drafts", "parts"},
		{&words.small, "drafts", "small"},
		{&words.none, "drafts", "none"},
		{&words.about, "drafts", "about"},
		{&words.municipalities, "places", "municipalities"},
		{&words.months, "dates", "months"},
	};
	bool whole = true;

	for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++) {
		*sets[i].set = vocabulary_set(vocabularies, sets[i].file,
					      sets[i].name, diagnostics);
		whole &= *sets[i].set != NULL;
	}
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		*tables[i].table =
			vocabulary_table(vocabularies, tables[i].file,
					 tables[i].name, diagnostics);
		whole &= *tables[i].table != NULL;
	}
	if (!whole)
		return NULL;
	copy = memory_new(1, sizeof(*copy));
	*copy = words;
	return copy;
}

void
draft_words_free(struct draft_words *words)
{
	free(words);
}

static size_t
count_sections(const struct draft *draft)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->n_heads; i++)
		n += draft->heads[i].kept && draft->heads[i].kind != HEAD_LEVEL;
	return n;
}

int
draft_layout(struct report **reports, size_t n, struct text name,
	     const struct draft_words *words, struct buffer *out,
	     struct diagnostics *diagnostics)
{
	struct draft draft = {.arena = arena_new(),
			      .words = words,
			      .reports = reports,
			      .n_sources = n,
			      .begins = NO_HEAD,
			      .title_head = NO_HEAD};
	int result = -1;

	if (draft_read_lines(&draft) < 0)
		goto out;
	draft_find_contents(&draft);
	draft_find_back(&draft);
	draft_find_cuts(&draft);
	draft_find_labels(&draft);
	draft_find_tables(&draft);
	draft_find_heads(&draft);
	draft_find_records(&draft);
	if (count_sections(&draft) == 0 && draft.n_free < FREE_FEWEST) {
		diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
			 (struct place){.file = reports[0]->path.bytes},
			 "no headings, pairs of key and value, tables or front "
			 "matter to draw up a layout from; name more reports "
			 "of the series, or begin with a copy: casebook layout "
			 "show kennisland-case");
		goto out;
	}
	draft_join_forms(&draft);
	draft_find_components(&draft);
	draft_guess(&draft);
	draft_write(&draft, name, out);
	result = 0;
out:
	free(draft.mid_keys);
	free(draft.tokens);
	free(draft.heads);
	free(draft.lines);
	arena_free(draft.arena);
	return result;
}
