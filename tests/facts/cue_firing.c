/*
 * cue_firing REPORTS: which cues of the vocabularies fire in one project of
 * these reports only. A rule that rests on such a cue may fit that project and
 * no other.
 *
 * The linker puts two functions of ours before those of the program
 * (--wrap): the one that starts a project, and the one that finds a cue. So
 * every cue that decides anything is seen, and the program knows of nothing.
 *
 * A cue is a family of words that say one thing. A family may be as wide as one
 * likes, so the words that were met are counted too, each by itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/extract/extraction.h"
#include "casebook/text/fold.h"

/* The names are the linker's. NOLINTBEGIN(cert-dcl51-cpp) */
void __wrap_extract_project(struct extraction *extraction);
void __real_extract_project(struct extraction *extraction);
bool __wrap_cues_next(const struct cues *cues, struct text text,
		      struct span within, size_t from, struct cue_hit *hit);
bool __real_cues_next(const struct cues *cues, struct text text,
		      struct span within, size_t from, struct cue_hit *hit);
bool __wrap_cues_at(const struct cues *cues, struct text text, size_t at,
		    size_t end, struct cue_hit *hit);
bool __real_cues_at(const struct cues *cues, struct text text, size_t at,
		    size_t end, struct cue_hit *hit);
/* NOLINTEND(cert-dcl51-cpp) */

struct firing {
	const struct cue *cue;
	struct text words; /* that were met; empty: any of the cue */
	size_t project;	   /* the first it fired in, of all reports together */
	bool elsewhere;	   /* it fired in another one too */
	char key[32];	   /* of the first */
};

struct firings {
	struct firing *items;
	size_t n_items, capacity;
};

struct watch {
	struct firings cues, words;
	struct arena *arena; /* of the words */
	size_t project;	     /* in hand, from 1; 0: none */
	struct text key;
};

/* The wrapped functions have no argument to hand it on by. */
static struct watch watch;

void
__wrap_extract_project(struct extraction *extraction)
{
	watch.project++;
	watch.key = extraction->report->projects[extraction->project].key;
	__real_extract_project(extraction);
}

static void
note(struct firings *firings, const struct cue *cue, struct text words)
{
	struct firing *firing;

	for (size_t i = 0; i < firings->n_items; i++) {
		firing = &firings->items[i];
		if (firing->cue != cue || !text_equal(firing->words, words))
			continue;
		firing->elsewhere |= firing->project != watch.project;
		return;
	}
	firings->items =
		array_grow(firings->items, firings->n_items, &firings->capacity,
			   sizeof(*firings->items));
	firing = &firings->items[firings->n_items++];
	*firing = (struct firing){
		.cue = cue, .words = words, .project = watch.project};
	snprintf(firing->key, sizeof(firing->key), "%.*s", TEXT_ARG(watch.key));
}

/* Those of rules that only say where it is worth to look decide nothing. */
static void
note_hit(struct text text, const struct cue_hit *hit)
{
	if (watch.project == 0 || hit->cue->where.file == NULL)
		return;
	note(&watch.cues, hit->cue, TEXT(""));
	note(&watch.words, hit->cue,
	     fold_words(watch.arena, text_at(text, hit->span)));
}

bool
__wrap_cues_at(const struct cues *cues, struct text text, size_t at, size_t end,
	       struct cue_hit *hit)
{
	bool found = __real_cues_at(cues, text, at, end, hit);

	if (found)
		note_hit(text, hit);
	return found;
}

bool
__wrap_cues_next(const struct cues *cues, struct text text, struct span within,
		 size_t from, struct cue_hit *hit)
{
	bool found = __real_cues_next(cues, text, within, from, hit);

	if (found)
		note_hit(text, hit);
	return found;
}

static int
read_reports(const struct rules *rules, const char *folder,
	     struct diagnostics *diagnostics)
{
	struct file_list list = {NULL, 0, 0};
	int result = file_walk(&list, folder, diagnostics);

	for (size_t i = 0; result == 0 && i < list.n_paths; i++) {
		struct report report = {.arena = arena_new()};
		struct file file = {.bytes = NULL};

		diagnostics_init(&report.diagnostics, false);
		report.name = file_stem(list.paths[i]);
		report.path = text_of(list.paths[i]);
		result = file_read(&file, list.paths[i], FILE_LARGEST,
				   diagnostics);
		report.text = (struct text){file.bytes, file.len};
		if (result == 0)
			result = extract_report(rules, NULL, &report);
		diagnostics_release(&report.diagnostics);
		file_release(&file);
		arena_free(report.arena);
	}
	file_list_release(&list);
	return result;
}

static int
by_place(const void *a, const void *b)
{
	const struct cue *x = ((const struct firing *)a)->cue;
	const struct cue *y = ((const struct firing *)b)->cue;
	int order = strcmp(x->where.file, y->where.file);

	if (order != 0)
		return order;
	if (x->where.line != y->where.line)
		return x->where.line < y->where.line ? -1 : 1;
	return (x->where.column > y->where.column) -
	       (x->where.column < y->where.column);
}

/* Prints those of one project, of the file that begins here; its end. */
static size_t
print_file(size_t from)
{
	const char *file = watch.cues.items[from].cue->where.file;
	size_t i, alone = 0;

	for (i = from; i < watch.cues.n_items &&
		       strcmp(watch.cues.items[i].cue->where.file, file) == 0;
	     i++) {
		const struct firing *firing = &watch.cues.items[i];

		if (firing->elsewhere)
			continue;
		alone++;
		printf("%s:%zu: %s: %.*s\n", file, firing->cue->where.line,
		       firing->key, TEXT_ARG(firing->cue->words));
	}
	printf("%s: %zu of %zu cues that fire do so in one project only\n",
	       file, alone, i - from);
	return i;
}

static size_t
n_alone(const struct firings *firings)
{
	size_t n = 0;

	for (size_t i = 0; i < firings->n_items; i++)
		n += !firings->items[i].elsewhere;
	return n;
}

static void
print_share(const char *what, const struct firings *firings, const char *goal)
{
	size_t n = firings->n_items;
	double alone = (double)n_alone(firings);

	printf("%s in one project only: %.0f of %zu (%.1f %%%s)\n", what, alone,
	       n, n ? 100.0 * alone / (double)n : 0.0, goal);
}

static void
print_firings(void)
{
	if (watch.cues.n_items)
		qsort(watch.cues.items, watch.cues.n_items,
		      sizeof(*watch.cues.items), by_place);
	for (size_t i = 0; i < watch.cues.n_items;)
		i = print_file(i);
	print_share("cues that fire", &watch.cues, "; at most 25.0 %");
	print_share("words that they meet, each by itself,", &watch.words, "");
}

int
main(int argc, char **argv)
{
	struct diagnostics diagnostics;
	struct rules *rules = NULL;
	struct data data;
	int result = -1;

	if (argc != 2) {
		fprintf(stderr, "usage: cue_firing REPORTS\n");
		return 2;
	}
	watch.arena = arena_new();
	diagnostics_init(&diagnostics, true);
	if (data_open(&data, NULL, &diagnostics) == 0) {
		rules = rules_new(&data, &diagnostics);
		data_close(&data);
	}
	if (rules)
		result = read_reports(rules, argv[1], &diagnostics);
	if (result == 0)
		print_firings();
	free(watch.cues.items);
	free(watch.words.items);
	arena_free(watch.arena);
	rules_free(rules);
	diagnostics_release(&diagnostics);
	return result == 0 ? 0 : 1;
}
