/* Blanking those who are forgotten, in what is read of a report. */
#include "forgetting.h"

#include <stdlib.h>

static void
blank(const struct forgotten *forgotten, struct report *report,
      const bool *told, struct text *text)
{
	size_t n = 0;

	*text = forgotten_blank(forgotten, *text, told, report->arena, &n);
}

static void
blank_messages(const struct forgotten *forgotten, struct report *report,
	       const bool *told)
{
	struct diagnostics *diagnostics = &report->diagnostics;

	for (size_t i = 0; i < diagnostics->n_items; i++)
		blank(forgotten, report, told, &diagnostics->items[i].message);
}

size_t
forgetting_blank(const struct forgotten *forgotten, struct report *report)
{
	size_t n = 0;
	bool *told;

	if (forgotten) {
		told = forgotten_told(forgotten, report->text);
		for (size_t i = 0; i < report->n_marks; i++)
			blank(forgotten, report, told, &report->marks[i].value);
		blank_messages(forgotten, report, told);
		report->text = forgotten_blank(forgotten, report->text, told,
					       report->arena, &n);
		free(told);
		report->blanked += n;
		if (n > 0)
			report->text_sha256 = hash_of(report->text);
	}
	if (report->blanked > 0)
		diagnose(&report->diagnostics, DIAGNOSTIC_FORGOTTEN,
			 (struct place){.file = report->path.bytes},
			 "%zu place%s blanked, of persons who are forgotten; "
			 "the text is not as it was read",
			 report->blanked, report->blanked == 1 ? "" : "s");
	return n;
}

void
forgetting_finish(const struct forgotten *forgotten, struct report *report)
{
	if (!forgotten)
		return;
	blank(forgotten, report, NULL, &report->title);
	blank(forgotten, report, NULL, &report->publisher);
	blank_messages(forgotten, report, NULL);
}

static bool
tells(const struct forgotten *forgotten, struct text text, const bool *told)
{
	struct span *spans;
	size_t n = forgotten_find(forgotten, text, told, &spans);

	free(spans);
	return n > 0;
}

bool
forgetting_tells(const struct forgotten *forgotten, struct text text)
{
	return forgotten && tells(forgotten, text, NULL);
}

bool *
forgetting_all_told(const struct forgotten *forgotten)
{
	bool *told = memory_new(forgotten_n_persons(forgotten) + 1, 1);

	for (size_t i = 0; i < forgotten_n_persons(forgotten); i++)
		told[i] = true;
	return told;
}

bool
forgetting_is_written(const struct forgotten *forgotten, struct text text)
{
	bool *told = forgetting_all_told(forgotten);
	bool found = tells(forgotten, text, told);

	free(told);
	return found;
}
