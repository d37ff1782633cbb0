/* Drafts of invented reports. */
#include "drafting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/draft/draft.h"

#include "specimen.h"

struct drafting {
	struct text_words text_words;
	struct vocabularies *vocabularies;
	struct draft_words *words;
};

int
drafting_set_up(void **state)
{
	struct drafting *drafting = memory_new(1, sizeof(*drafting));
	struct diagnostics diagnostics;
	struct data data;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&data, NULL, &diagnostics), 0);
	drafting->vocabularies = vocabularies_new(&data, &diagnostics);
	assert_non_null(drafting->vocabularies);
	assert_int_equal(text_words_init(&drafting->text_words,
					 drafting->vocabularies, &diagnostics),
			 0);
	drafting->words = draft_words_new(drafting->vocabularies,
					  &drafting->text_words, &diagnostics);
	assert_non_null(drafting->words);
	data_close(&data);
	diagnostics_release(&diagnostics);
	*state = drafting;
	return 0;
}

int
drafting_tear_down(void **state)
{
	struct drafting *drafting = *state;

	draft_words_free(drafting->words);
	vocabularies_free(drafting->vocabularies);
	free(drafting);
	return 0;
}

enum { MOST_REPORTS = 4 };

char *
drafting_draft(const struct drafting *drafting, const char *const *texts,
	       size_t n)
{
	struct report items[MOST_REPORTS], *reports[MOST_REPORTS];
	struct diagnostics diagnostics;
	struct buffer out = {NULL, 0, 0};
	int result;

	diagnostics_init(&diagnostics, false);
	for (size_t i = 0; i < n; i++) {
		items[i] = (struct report){.arena = arena_new()};
		diagnostics_init(&items[i].diagnostics, false);
		items[i].name = items[i].path = TEXT("proef");
		items[i].text = arena_text(items[i].arena, text_of(texts[i]));
		reports[i] = &items[i];
	}
	result = draft_layout(reports, n, TEXT("proef"), drafting->words, &out,
			      &diagnostics);
	assert_int_equal(diagnostics.worst,
			 result == 0 ? STATUS_DONE : STATUS_REFUSED);
	for (size_t i = 0; i < n; i++) {
		diagnostics_release(&items[i].diagnostics);
		arena_free(items[i].arena);
	}
	diagnostics_release(&diagnostics);
	if (result == 0)
		return out.bytes;
	assert_int_equal(out.len, 0);
	buffer_release(&out);
	return NULL;
}

void
drafting_check(const struct drafting *drafting, const char *const *texts,
	       size_t n, const char *const *lines)
{
	char *draft = drafting_draft(drafting, texts, n);
	struct specimen specimen;

	assert_non_null(draft);
	specimen_init(&specimen, draft);
	specimen_release(&specimen);
	for (size_t i = 0; lines[i]; i++)
		if (!strstr(draft, lines[i]))
			fail_msg("no \"%s\" in:\n%s", lines[i], draft);
	free(draft);
}
