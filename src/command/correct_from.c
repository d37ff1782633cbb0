/*
 * Corrections from a file that `export corrections --csv` wrote, or that a
 * person wrote in its form. What is corrected need not be in the casebook: it
 * may still come.
 */
#include <stdlib.h>
#include <string.h>

#include "casebook/compare/sheet.h"
#include "correct.h"

/* clang-format off */
#define FILE_COLUMNS(X) \
	X(PROJECT, "project", true) \
	X(FACT, "fact", true) \
	X(KEY, "key", true) \
	X(COLUMN, "column", true) \
	X(ACTION, "action", true) \
	X(EXTRACTED, "extracted", false) \
	X(CORRECTED, "corrected", true) \
	X(BECAUSE, "because", true) \
	X(BY, "by", false) \
	X(AT, "at", false)
/* clang-format on */

enum {
#define X(constant, name, needed) IN_##constant,
	FILE_COLUMNS(X)
#undef X
		N_IN
};

struct file_rows {
	struct desk *desk;
	struct sheet sheet;
	size_t columns[N_IN];
	struct text now;
};

static struct text
cell(const struct file_rows *rows, size_t row, size_t column)
{
	return sheet_cell(&rows->sheet, row, rows->columns[column]);
}

static int
find_columns(struct file_rows *rows)
{
	static const struct {
		const char *name;
		bool needed;
	} columns[N_IN] = {
#define X(constant, name, needed) {name, needed},
		FILE_COLUMNS(X)
#undef X
	};
	int result = 0;

	for (size_t i = 0; i < N_IN; i++) {
		rows->columns[i] = sheet_column(&rows->sheet, columns[i].name);
		if (rows->columns[i] == SHEET_NO_COLUMN && columns[i].needed)
			result = correct_refuse(
				rows->desk, "no column",
				text_of(columns[i].name),
				"; the columns are those of the view "
				"corrections");
	}
	return result;
}

/* "2019-05-03T10:00:00Z" */
static bool
is_time(struct text at)
{
	static const char form[] = "0000-00-00T00:00:00Z";

	if (at.len != sizeof(form) - 1)
		return false;
	for (size_t i = 0; i < at.len; i++) {
		bool digit = at.bytes[i] >= '0' && at.bytes[i] <= '9';

		if (form[i] == '0' ? !digit : at.bytes[i] != form[i])
			return false;
	}
	return true;
}

static int
check_who_and_when(struct file_rows *rows, struct correction *correction)
{
	struct desk *desk = rows->desk;

	if (correction->because.len == 0 &&
	    correction->action != CORRECTION_CONFIRM)
		return correct_refuse(desk, "a correction without a reason:",
				      correction->key, "; fill in because");
	if (correction->by.len == 0)
		correction->by = correct_user(desk);
	if (correction->at.len == 0)
		correction->at = rows->now;
	if (!is_time(correction->at))
		return correct_refuse(desk, "this is no time:", correction->at,
				      "; give one such as "
				      "2019-05-03T10:00:00Z");
	if (correct_check_text(desk, "reason", correction->because) == -1 ||
	    correct_check_text(desk, "name", correction->by) == -1)
		return -1;
	return correct_check_text(desk, "extracted value",
				  correction->extracted);
}

/* The key must be one that the views could show. */
static int
check_key(struct desk *desk, struct correction *correction)
{
	const struct fact_kind_info *kind = &fact_kinds[correction->fact];
	struct text values[FACT_MOST_COLUMNS] = {{NULL, 0}};
	struct buffer again = {NULL, 0, 0};
	bool same;

	if (!correction_key_values(desk->arena, correction->fact,
				   correction->key, values))
		return correct_refuse(desk, "this is no key:", correction->key,
				      "; its parts are divided by \"|\"");
	for (size_t i = 0; i < kind->n_columns; i++)
		if (correction->action == CORRECTION_ADD &&
		    kind->columns[i].key &&
		    correct_check_value(desk, correction->fact, i, values[i],
					&values[i]) == -1)
			return -1;
	correction_key(&again, correction->fact, values);
	same = text_equal(buffer_text(&again), correction->key);
	buffer_release(&again);
	if (same)
		return 0;
	return correct_refuse(
		desk, "this key is not as it is written:", correction->key, "");
}

/* The value's column, and the value in it. */
static int
check_value(struct desk *desk, struct correction *correction)
{
	const struct fact_kind_info *kind = &fact_kinds[correction->fact];
	bool row = correction->action == CORRECTION_DROP ||
		   correction->action == CORRECTION_CONFIRM;
	size_t column;

	if (correction->fact == FACT_PROJECT &&
	    (correction->action == CORRECTION_ADD ||
	     correction->action == CORRECTION_DROP))
		return correct_refuse(desk,
				      "a project is not added or dropped:",
				      correction->project, "");
	if (correction->column.len == 0 && correction->action != CORRECTION_SET)
		return 0;
	if (row)
		return correct_refuse(
			desk, "this is done to whole rows:",
			text_of(correction_action_name(correction->action)),
			"; leave column empty");
	column =
		correct_find_column(desk, correction->fact, correction->column);
	if (column == kind->n_columns)
		return -1;
	if (kind->columns[column].key)
		return correct_refuse(
			desk, "this column names the row:", correction->column,
			"; drop the row and add another");
	return correct_check_value(desk, correction->fact, column,
				   correction->corrected,
				   &correction->corrected);
}

/* A spreadsheet writes rows that were emptied as dividers alone. */
static bool
is_blank(const struct file_rows *rows, size_t row)
{
	for (size_t i = 0; i < rows->sheet.n_columns; i++)
		if (sheet_cell(&rows->sheet, row, i).len > 0)
			return false;
	return true;
}

static int
take_row(struct file_rows *rows, size_t row)
{
	struct desk *desk = rows->desk;
	struct correction correction = {
		.project = cell(rows, row, IN_PROJECT),
		.key = cell(rows, row, IN_KEY),
		.column = cell(rows, row, IN_COLUMN),
		.action = correction_action_find(cell(rows, row, IN_ACTION)),
		.extracted = cell(rows, row, IN_EXTRACTED),
		.corrected = cell(rows, row, IN_CORRECTED),
		.because = cell(rows, row, IN_BECAUSE),
		.by = cell(rows, row, IN_BY),
		.at = cell(rows, row, IN_AT),
	};

	if (correction.project.len == 0)
		return correct_refuse(desk, "a correction of no project:",
				      correction.key, "");
	correction.fact = correct_find_view(desk, cell(rows, row, IN_FACT));
	if (correction.fact == N_FACT_KINDS)
		return -1;
	if (correction.action == N_CORRECTION_ACTIONS)
		return correct_refuse(desk, "unknown action",
				      cell(rows, row, IN_ACTION),
				      "; there are set, add, drop, confirm");
	if (check_key(desk, &correction) == -1 ||
	    check_value(desk, &correction) == -1 ||
	    check_who_and_when(rows, &correction) == -1)
		return -1;
	corrections_add(&desk->wanted, &correction);
	return 0;
}

static int
compare(const void *a, const void *b)
{
	return correction_compare(a, b);
}

/* Sorts what is wanted; each value or row may come once. */
static int
check_once(struct desk *desk)
{
	struct corrections *wanted = &desk->wanted;

	if (wanted->n_items > 1)
		qsort(wanted->items, wanted->n_items, sizeof(*wanted->items),
		      compare);
	for (size_t i = 1; i < wanted->n_items; i++)
		if (correction_compare(&wanted->items[i - 1],
				       &wanted->items[i]) == 0)
			return correct_refuse(
				desk, "two corrections of one value:",
				wanted->items[i].key, "; leave one");
	return 0;
}

/* The texts of the sheet go with it. */
static void
keep_texts(struct desk *desk)
{
	for (size_t i = 0; i < desk->wanted.n_items; i++) {
		struct correction *item = &desk->wanted.items[i];
		struct text *texts[] = {&item->project,	  &item->key,
					&item->column,	  &item->extracted,
					&item->corrected, &item->because,
					&item->by,	  &item->at};

		for (size_t j = 0; j < sizeof(texts) / sizeof(*texts); j++)
			*texts[j] = arena_text(desk->arena, *texts[j]);
	}
}

int
correct_from(struct desk *desk, const char *path)
{
	struct file_rows rows = {.desk = desk, .now = correct_now(desk)};
	int result = sheet_read(&rows.sheet, path, desk->diagnostics);

	if (result == -1)
		return -1;
	desk->file = path;
	desk->line = 1;
	result = find_columns(&rows);
	for (size_t i = 0; i < rows.sheet.n_rows && result == 0; i++) {
		desk->line = sheet_line(&rows.sheet, i);
		if (!is_blank(&rows, i))
			result = take_row(&rows, i);
	}
	desk->line = 0;
	if (result == 0)
		result = check_once(desk);
	if (result == 0)
		keep_texts(desk);
	sheet_release(&rows.sheet);
	desk->file = NULL;
	return result;
}
