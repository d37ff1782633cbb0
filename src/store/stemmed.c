/*
 * The stems of a report in memory. What indexing.c reads from the database is
 * found in the report here: the passages but those of the contents table, the
 * span of the fact that gives a project its title, the furniture among the
 * marks. Whether the report is sound is asked later (sound.h).
 */
#include "casebook/store/stemmed.h"

#include <stdlib.h>

#include "indexing.h"

struct made {
	const struct report *report;
	struct span *titles; /* a project */
	struct span *furniture;
	size_t n_furniture;
};

/* The first fact of a project's own is the one that is stored. */
static struct span *
find_titles(const struct report *report)
{
	struct span *titles = memory_new(report->n_projects, sizeof(*titles));
	bool *found = memory_new(report->n_projects, sizeof(*found));

	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];

		if (fact->kind != FACT_PROJECT ||
		    fact->project >= report->n_projects || found[fact->project])
			continue;
		found[fact->project] = true;
		if (fact->span.len > 0)
			titles[fact->project] = fact->span;
	}
	free(found);
	return titles;
}

static int
compare_spans(const void *a, const void *b)
{
	size_t left = ((const struct span *)a)->offset;
	size_t right = ((const struct span *)b)->offset;

	return (left > right) - (left < right);
}

static void
find_furniture(struct made *made)
{
	const struct report *report = made->report;

	made->furniture = memory_new(report->n_marks, sizeof(*made->furniture));
	for (size_t i = 0; i < report->n_marks; i++)
		if (report->marks[i].kind == MARK_FURNITURE)
			made->furniture[made->n_furniture++] =
				report->marks[i].span;
	if (made->n_furniture > 1)
		qsort(made->furniture, made->n_furniture,
		      sizeof(*made->furniture), compare_spans);
}

static bool
is_indexed(const struct passage *passage)
{
	return passage->project != NO_PROJECT ||
	       !text_is(passage->section, "contents");
}

static void
add_passage(struct stemmed *stemmed, struct stemmer *stemmer,
	    const struct made *made, const struct passage *passage)
{
	struct indexed_passage indexed = {
		.text = text_at(made->report->text, passage->span),
		.offset = passage->span.offset,
		.body = passage->body,
		.furniture = made->furniture,
		.n_furniture = made->n_furniture,
	};
	struct stemmed_passage ends;

	if (passage->project < made->report->n_projects)
		indexed.title = made->titles[passage->project];
	if (is_indexed(passage))
		indexing_add_stems(stemmed->columns, &indexed, stemmer);
	for (size_t i = 0; i < N_INDEXED_COLUMNS; i++)
		ends.ends[i] = stemmed->columns[i].len;
	stemmed->passages =
		array_grow(stemmed->passages, stemmed->n_passages,
			   &stemmed->capacity, sizeof(*stemmed->passages));
	stemmed->passages[stemmed->n_passages++] = ends;
}

void
stemmed_make(struct stemmed *stemmed, struct stemmer *stemmer,
	     const struct report *report)
{
	struct made made = {.report = report, .titles = find_titles(report)};

	find_furniture(&made);
	for (size_t i = 0; i < N_INDEXED_COLUMNS; i++)
		buffer_clear(&stemmed->columns[i]);
	stemmed->n_passages = 0;
	for (size_t i = 0; i < report->n_passages; i++)
		add_passage(stemmed, stemmer, &made, &report->passages[i]);
	free(made.titles);
	free(made.furniture);
}

void
stemmed_release(struct stemmed *stemmed)
{
	for (size_t i = 0; i < N_INDEXED_COLUMNS; i++)
		buffer_release(&stemmed->columns[i]);
	free(stemmed->passages);
	*stemmed = (struct stemmed){.passages = NULL};
}

struct text
stemmed_at(const struct stemmed *stemmed, size_t i, enum indexed_column column)
{
	size_t begin = i ? stemmed->passages[i - 1].ends[column] : 0;
	size_t end = stemmed->passages[i].ends[column];

	return text_sub(buffer_text(&stemmed->columns[column]), begin,
			end - begin);
}
