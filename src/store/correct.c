/*
 * Recording corrections. What a person says of a value or row is one row of
 * the table `correction`, which the views lay over the facts. Only a row that
 * was added needs more: its bare key among the facts, with the rule
 * "correction", for the views to show; its values stay with the corrections.
 */
#include "correct.h"

#include "put.h"

enum { ADDED_PROJECT, ADDED_FACT, ADDED_KEY }; /* columns of "added-rows" */

static enum fact_kind
kind_of(struct text view)
{
	size_t i = 0;

	while (i < N_FACT_KINDS && !text_is(view, fact_kinds[i].view))
		i++;
	return (enum fact_kind)i;
}

static void
bind_row(struct query *query, const struct correction *correction)
{
	query_bind_text(query, ":project", correction->project);
	query_bind_text(query, ":fact",
			text_of(fact_kinds[correction->fact].view));
	query_bind_text(query, ":key", correction->key);
}

/* Whether a person added the row. 1, 0, or -1 after a message. */
static int
is_added(struct statements *statements, const struct correction *correction,
	 struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "is-added", diagnostics);
	int step;

	if (!query)
		return -1;
	bind_row(query, correction);
	step = query_step(query);
	query_reset(query);
	return step;
}

static int
is_extracted(struct statements *statements, const struct correction *correction,
	     struct diagnostics *diagnostics)
{
	struct text values[FACT_MOST_COLUMNS];
	struct arena *arena = arena_new();
	int found = correction_extracted(statements->store, correction->fact,
					 correction->project, correction->key,
					 arena, values, diagnostics);

	arena_free(arena);
	return found;
}

/* The key that put_added left, if any. The table's name is the codebook's. */
static int
remove_added(struct statements *statements, const struct correction *correction,
	     struct diagnostics *diagnostics)
{
	struct buffer sql = {NULL, 0, 0};
	struct query *query;
	int step = -1;

	buffer_format(&sql,
		      "DELETE FROM %s WHERE project = :project AND key = :key "
		      "AND rule = 'correction'",
		      fact_kinds[correction->fact].table);
	query = query_new(statements->store, buffer_text(&sql), diagnostics);
	if (query) {
		query_bind_text(query, ":project", correction->project);
		query_bind_text(query, ":key", correction->key);
		step = query_step(query);
	}
	query_free(query);
	buffer_release(&sql);
	return step;
}

/* An added row whose project is not there waits until it is. */
static int
add_row(struct statements *statements, const struct correction *correction,
	struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "is-project", diagnostics);
	int step;

	if (!query)
		return -1;
	query_bind_text(query, ":project", correction->project);
	step = query_step(query);
	query_reset(query);
	if (step != 1)
		return step;
	return put_added(statements, correction->fact, correction->project,
			 correction->key, diagnostics);
}

int
correct_write(struct statements *statements,
	      const struct correction *correction,
	      struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "put-correction", diagnostics);

	if (!query)
		return -1;
	bind_row(query, correction);
	query_bind_text(query, ":column", correction->column);
	query_bind_text(query, ":action",
			text_of(correction_action_name(correction->action)));
	statement_bind_filled(query, ":extracted", correction->extracted);
	query_bind_text(query, ":corrected", correction->corrected);
	query_bind_text(query, ":because", correction->because);
	query_bind_text(query, ":by", correction->by);
	query_bind_text(query, ":at", correction->at);
	return statement_run(query);
}

static int
forget(struct statements *statements, const struct correction *correction,
       struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "forget-row", diagnostics);

	if (!query)
		return -1;
	bind_row(query, correction);
	return statement_run(query);
}

int
correct_put(struct statements *statements, const struct correction *correction,
	    struct diagnostics *diagnostics)
{
	int added = 0, extracted = 0;

	if (correction->column.len > 0 || correction->fact == FACT_PROJECT)
		return correct_write(statements, correction, diagnostics);
	if (correction->action == CORRECTION_DROP) {
		added = is_added(statements, correction, diagnostics);
		if (added >= 0)
			extracted = is_extracted(statements, correction,
						 diagnostics);
	}
	if (added < 0 || extracted < 0 ||
	    remove_added(statements, correction, diagnostics) < 0)
		return -1;
	if (added && !extracted)
		return forget(statements, correction, diagnostics);
	if (correct_write(statements, correction, diagnostics) < 0)
		return -1;
	return correction->action == CORRECTION_ADD
		       ? add_row(statements, correction, diagnostics)
		       : 0;
}

int
correct_put_added(struct statements *statements, struct text source,
		  struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "added-rows", diagnostics);
	int step = -1;

	if (!query)
		return -1;
	query_bind_text(query, ":source", source);
	while ((step = query_step(query)) == 1) {
		enum fact_kind kind = kind_of(query_text(query, ADDED_FACT));

		if (kind != N_FACT_KINDS &&
		    put_added(statements, kind,
			      query_text(query, ADDED_PROJECT),
			      query_text(query, ADDED_KEY), diagnostics) < 0)
			break;
	}
	query_reset(query);
	return step == 0 ? 0 : -1;
}
