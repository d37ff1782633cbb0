/*
 * cue_firing REPORTS: which cues of the vocabularies fire in one project of
 * these reports only. A rule that rests on such a cue may fit that project and
 * no other.
 *
 * The linker puts two functions of ours before those of the program
 * (--wrap): the one that starts a project, and the one that finds a cue. So
 * every cue that decides anything is seen, and the program knows of nothing.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/extract/extraction.h"

/* The names are the linker's. NOLINTBEGIN(cert-dcl51-cpp) */
void __wrap_extract_project(struct extraction *extraction);
void __real_extract_project(struct extraction *extraction);
bool __wrap_cues_next(const struct cues *cues, struct text text,
		      struct span within, size_t from, struct cue_hit *hit);
bool __real_cues_next(const struct cues *cues, struct text text,
		      struct span within, size_t from, struct cue_hit *hit);
/* NOLINTEND(cert-dcl51-cpp) */

struct firing {
	const struct cue *cue;
	size_t project; /* the first it fired in, of all reports together */
	bool elsewhere; /* it fired in another one too */
	char key[32];	/* of the first */
};

struct watch {
	struct firing *items;
	size_t n_items, capacity;
	size_t project; /* in hand, from 1; 0: none */
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
note(const struct cue *cue)
{
	struct firing *firing;

	for (size_t i = 0; i < watch.n_items; i++) {
		firing = &watch.items[i];
		if (firing->cue != cue)
			continue;
		firing->elsewhere |= firing->project != watch.project;
		return;
	}
	watch.items = array_grow(watch.items, watch.n_items, &watch.capacity,
				 sizeof(*watch.items));
	firing = &watch.items[watch.n_items++];
	*firing = (struct firing){.cue = cue, .project = watch.project};
	snprintf(firing->key, sizeof(firing->key), "%.*s", TEXT_ARG(watch.key));
}

bool
__wrap_cues_next(const struct cues *cues, struct text text, struct span within,
		 size_t from, struct cue_hit *hit)
{
	bool found = __real_cues_next(cues, text, within, from, hit);

	if (found && watch.project > 0)
		note(hit->cue);
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

/* The firings of one file from `from` on; prints those of one project. */
static size_t
print_file(size_t from, size_t *single)
{
	const char *file = watch.items[from].cue->where.file;
	size_t i, alone = 0;

	for (i = from; i < watch.n_items &&
		       strcmp(watch.items[i].cue->where.file, file) == 0;
	     i++) {
		const struct firing *firing = &watch.items[i];

		if (firing->elsewhere)
			continue;
		alone++;
		printf("%s:%zu: %s: %.*s\n", file, firing->cue->where.line,
		       firing->key, TEXT_ARG(firing->cue->words));
	}
	printf("%s: %zu of %zu cues that fire do so in one project only\n",
	       file, alone, i - from);
	*single += alone;
	return i;
}

static void
print_firings(void)
{
	size_t single = 0;

	if (watch.n_items)
		qsort(watch.items, watch.n_items, sizeof(*watch.items),
		      by_place);
	for (size_t i = 0; i < watch.n_items;)
		i = print_file(i, &single);
	printf("cues that fire in one project only: %zu of %zu (%.1f %%; at "
	       "most 25.0 %%)\n",
	       single, watch.n_items,
	       watch.n_items ? 100.0 * (double)single / (double)watch.n_items
			     : 0.0);
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
	diagnostics_init(&diagnostics, true);
	if (data_open(&data, NULL, &diagnostics) == 0) {
		rules = rules_new(&data, &diagnostics);
		data_close(&data);
	}
	if (rules)
		result = read_reports(rules, argv[1], &diagnostics);
	if (result == 0)
		print_firings();
	free(watch.items);
	rules_free(rules);
	diagnostics_release(&diagnostics);
	return result == 0 ? 0 : 1;
}
