/*
 * The titles of the contents table held against those of the projects: one that
 * is printed otherwise there is pointed out. Entries of other chapters, which
 * are like no title, do no harm.
 */
#include <stdlib.h>
#include <string.h>

#include "outline.h"

#include "casebook/text/distance.h"
#include "casebook/text/fold.h"

#define NO_ENTRY ((size_t)-1)

enum { WINDOW = 20 /* entries above and below the place of a title */ };

/* Letters of titles or entries: in their order, and sorted. */
struct letters {
	struct text *items, *sorted;
	size_t n;
};

static int
compare_letters(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static void
letters_init(struct letters *letters, struct arena *arena, size_t n)
{
	letters->n = n;
	letters->items = arena_alloc(arena, n + 1, sizeof(struct text));
	letters->sorted = arena_alloc(arena, n + 1, sizeof(struct text));
}

static void
letters_sort(struct letters *letters)
{
	memcpy(letters->sorted, letters->items,
	       letters->n * sizeof(struct text));
	if (letters->n > 1)
		qsort(letters->sorted, letters->n, sizeof(struct text),
		      compare_letters);
}

static bool
letters_have(const struct letters *letters, struct text text)
{
	return letters->n > 0 && bsearch(&text, letters->sorted, letters->n,
					 sizeof(text), compare_letters) != NULL;
}

/*
 * The entry of the contents table that prints a title otherwise: the most like
 * it of those that stand about as far down as the title, unless another title
 * has it. NO_ENTRY: it is printed as it is, or is not listed.
 */
static size_t
entry_differing(const struct letters *entries, const struct letters *titles,
		size_t title)
{
	struct text letters = titles->items[title];
	size_t least = letters.len / 4 + heading_faults(letters.len) + 1;
	size_t from = title > WINDOW ? title - WINDOW : 0, best = NO_ENTRY;

	if (letters_have(entries, letters))
		return NO_ENTRY;
	for (size_t i = from; i < entries->n && i <= title + WINDOW; i++) {
		size_t apart = distance(entries->items[i], letters, least);

		if (apart >= least || letters_have(titles, entries->items[i]))
			continue;
		least = apart;
		best = i;
	}
	return best;
}

void
compare_titles(const struct outline *outline)
{
	struct document *document = outline->document;
	struct report *report = document->report;
	struct arena *scratch = arena_new();
	struct letters entries, titles;

	letters_init(&entries, scratch, outline->n_listed);
	letters_init(&titles, scratch, report->n_projects);
	for (size_t i = 0; i < entries.n; i++)
		entries.items[i] = fold_letters(scratch, outline->listed[i]);
	for (size_t i = 0; i < titles.n; i++)
		titles.items[i] = fold_letters(
			scratch, text_at(report->text, document->titles[i]));
	letters_sort(&entries);
	letters_sort(&titles);
	for (size_t i = 0; i < titles.n; i++) {
		size_t entry = entry_differing(&entries, &titles, i);

		if (entry != NO_ENTRY)
			diagnose(&report->diagnostics, DIAGNOSTIC_TITLE_DIFFERS,
				 document_place(document,
						document->titles[i].offset),
				 "the contents table prints this title as %s",
				 diagnostic_quote(&report->diagnostics,
						  outline->listed[entry]));
	}
	arena_free(scratch);
}
