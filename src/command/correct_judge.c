/*
 * One judgement, one row: a value that is set is one correction, a row that is
 * added one and one more for each of its values, and a row whose key is set is
 * two rows, the one dropped and the other added.
 */
#include "correct_judge.h"

static void
want(struct desk *desk, const struct judgement *judgement,
     enum correction_action action, const struct correct_row *row,
     const char *column, struct text extracted, struct text corrected)
{
	struct correction correction = {
		.project = judgement->project,
		.fact = judgement->kind,
		.key = row->key,
		.column = text_of(column),
		.action = action,
		.extracted = extracted,
		.corrected = corrected,
		.because = judgement->because,
		.by = judgement->by,
		.at = judgement->at,
	};

	corrections_add(&desk->wanted, &correction);
}

/* What the program read in a row, beside its key. Returns 0, or -1. */
static int
read_extracted(struct desk *desk, const struct judgement *judgement,
	       const struct correct_row *row, struct correct_row *extracted)
{
	*extracted = (struct correct_row){.key = row->key};
	return correction_extracted(desk->store, judgement->kind,
				    judgement->project, row->key, desk->arena,
				    extracted->values, desk->diagnostics) == -1
		       ? -1
		       : 0;
}

/* A correction of the row as a whole. */
static int
want_row(struct desk *desk, const struct judgement *judgement,
	 enum correction_action action, const struct correct_row *row)
{
	struct correct_row extracted;

	if (read_extracted(desk, judgement, row, &extracted) == -1)
		return -1;
	want(desk, judgement, action, row, "",
	     correct_row_words(desk, judgement->kind, &extracted, false),
	     TEXT(""));
	return 0;
}

/* The row itself, and each of its values that is not in its key. */
static int
want_added(struct desk *desk, const struct judgement *judgement,
	   struct correct_row *row)
{
	const struct fact_kind_info *kind = &fact_kinds[judgement->kind];
	struct correct_row extracted;

	if (judgement->kind == FACT_PARTICIPATION)
		row->values[PARTICIPATION_RUNG] =
			correct_rung(desk, row->values[PARTICIPATION_LEVEL]);
	correct_row_name(desk, judgement->kind, row);
	if (read_extracted(desk, judgement, row, &extracted) == -1)
		return -1;
	want(desk, judgement, CORRECTION_ADD, row, "", TEXT(""), TEXT(""));
	for (size_t i = 0; i < kind->n_columns; i++)
		if (!kind->columns[i].key && row->values[i].len > 0)
			want(desk, judgement, CORRECTION_ADD, row,
			     kind->columns[i].name, extracted.values[i],
			     row->values[i]);
	return 0;
}

/* A value of the key: this row is dropped, and another one added. */
static int
move_row(struct desk *desk, const struct judgement *judgement,
	 const struct correct_rows *rows, const struct correct_row *old)
{
	struct correct_row moved = *old;

	correct_row_take(&moved, &judgement->given);
	correct_row_name(desk, judgement->kind, &moved);
	if (correct_row_find(rows, moved.key))
		return correct_row_twice(desk, judgement->kind,
					 judgement->project, &moved);
	if (want_row(desk, judgement, CORRECTION_DROP, old) == -1)
		return -1;
	return want_added(desk, judgement, &moved);
}

static int
set_values(struct desk *desk, const struct judgement *judgement,
	   const struct correct_rows *rows, const struct correct_row *row)
{
	const struct fact_kind_info *kind = &fact_kinds[judgement->kind];
	const struct pairs *given = &judgement->given;
	struct correct_row extracted;

	for (size_t i = 0; i < kind->n_columns; i++) {
		if (!given->is_given[i] || !kind->columns[i].key ||
		    text_equal(given->values[i], row->values[i]))
			continue;
		return move_row(desk, judgement, rows, row);
	}
	if (read_extracted(desk, judgement, row, &extracted) == -1)
		return -1;
	for (size_t i = 0; i < kind->n_columns; i++)
		if (given->is_given[i] && !kind->columns[i].key)
			want(desk, judgement, CORRECTION_SET, row,
			     kind->columns[i].name, extracted.values[i],
			     given->values[i]);
	return 0;
}

static int
add_row(struct desk *desk, const struct judgement *judgement,
	const struct correct_rows *rows)
{
	struct correct_row row = {.key = {NULL, 0}};
	const struct correct_row *same;

	if (correct_row_whole(desk, judgement->kind, &judgement->given) == -1)
		return -1;
	correct_row_take(&row, &judgement->given);
	correct_row_name(desk, judgement->kind, &row);
	same = correct_row_find(rows, row.key);
	/* said again, it is the same, or takes the place of the one before */
	if (same && !same->added)
		return correct_row_twice(desk, judgement->kind,
					 judgement->project, &row);
	return want_added(desk, judgement, &row);
}

/* Drop and confirm are about a row as it is. */
static int
judge_row(struct desk *desk, const struct judgement *judgement,
	  const struct correct_row *row)
{
	if (judgement->action == CORRECTION_CONFIRM && row->added) {
		diagnose(desk->diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL},
			 "a person added this row; there is nothing to "
			 "confirm");
		return 0;
	}
	return want_row(desk, judgement, judgement->action, row);
}

int
correct_judge(struct desk *desk, const struct judgement *judgement)
{
	struct correct_rows rows = {.n = 0};
	const struct correct_row *row;
	int result = -1;

	if (correct_rows_read(desk, judgement->kind, judgement->project,
			      &rows) == -1)
		goto out;
	if (judgement->action == CORRECTION_ADD) {
		result = add_row(desk, judgement, &rows);
		goto out;
	}
	row = correct_row_choose(desk, judgement->kind, judgement->project,
				 &rows, &judgement->where);
	if (row && judgement->action == CORRECTION_SET)
		result = set_values(desk, judgement, &rows, row);
	else if (row)
		result = judge_row(desk, judgement, row);
out:
	correct_rows_release(&rows);
	return result;
}
