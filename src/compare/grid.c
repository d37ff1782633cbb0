/* Grids, filled from the sheets of two coders. */
#include "casebook/compare/grid.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The rows of one sheet that a grid asks for. */
struct rows {
	const struct agreement *agreement;
	const struct sheet *sheet;
	size_t project; /* its column */
};

size_t
compared_table_find(const char *name)
{
	size_t i = 0;

	while (i < N_COMPARED_TABLES &&
	       strcmp(compared_tables[i].name, name) != 0)
		i++;
	assert(i < N_COMPARED_TABLES);
	return i;
}

/* A column that must be there. */
static int
find_column(const struct rows *rows, const char *name, size_t *column)
{
	*column = sheet_column(rows->sheet, name);
	if (*column != SHEET_NO_COLUMN)
		return 0;
	diagnose(rows->agreement->diagnostics, DIAGNOSTIC_FILE_REFUSED,
		 (struct place){.file = rows->sheet->name, .line = 1},
		 "no column \"%s\"", name);
	return -1;
}

static int
rows_of(struct rows *rows, const struct agreement *agreement, size_t coder,
	const char *table)
{
	*rows = (struct rows){.agreement = agreement};
	rows->sheet =
		&agreement->codings[coder]->sheets[compared_table_find(table)];
	assert(rows->sheet->arena);
	return find_column(rows, "project", &rows->project);
}

static struct text
value_of(const struct rows *rows, size_t row, size_t column,
	 enum likeness likeness)
{
	return compared_value(rows->agreement->arena, likeness,
			      rows->agreement->manner,
			      sheet_cell(rows->sheet, row, column));
}

/* The index of the row's project; that of none when it does not count. */
static size_t
project_of(const struct rows *rows, size_t row)
{
	return projects_find(rows->agreement->projects,
			     value_of(rows, row, rows->project, LIKE_CODE));
}

/* The place of a value among the words; that of none when it is not there. */
static size_t
word_find(const struct word_list *words, struct text value)
{
	size_t i = 0;

	while (i < words->n_items && !text_equal(words->items[i], value))
		i++;
	return i;
}

static void
warn_of_word(const struct rows *rows, size_t row, size_t column)
{
	struct diagnostics *diagnostics = rows->agreement->diagnostics;
	struct text value = sheet_cell(rows->sheet, row, column);

	diagnose(diagnostics, DIAGNOSTIC_VALUE_UNKNOWN,
		 (struct place){.file = rows->sheet->name},
		 "left out of the grid, since the vocabulary has no %s %s",
		 arena_text(diagnostics->arena, rows->sheet->columns[column])
			 .bytes,
		 diagnostic_quote(diagnostics, value));
}

/* Two coders' cells, project after project. */
struct grid {
	bool *coded[2];
	size_t n_projects, n_words;
};

static void
grid_init(struct grid *grid, const struct agreement *agreement, size_t n_words)
{
	grid->n_projects = agreement->projects->n_items;
	grid->n_words = n_words;
	for (size_t i = 0; i < 2; i++)
		grid->coded[i] = arena_alloc(agreement->arena,
					     grid->n_projects * n_words + 1,
					     sizeof(bool));
}

static void
grid_count(const struct grid *grid, struct cells *cells)
{
	*cells = (struct cells){.both = 0};
	for (size_t i = 0; i < grid->n_projects * grid->n_words; i++) {
		bool first = grid->coded[0][i], second = grid->coded[1][i];

		cells->both += first && second;
		cells->first_only += first && !second;
		cells->second_only += !first && second;
		cells->neither += !first && !second;
	}
}

static int
code_words(const struct grid *grid, size_t coder, const struct rows *rows,
	   const char *column, const struct word_list *words)
{
	size_t at;

	if (find_column(rows, column, &at) == -1)
		return -1;
	for (size_t i = 0; i < rows->sheet->n_rows; i++) {
		size_t project = project_of(rows, i), word;

		if (project == grid->n_projects)
			continue;
		word = word_find(words, value_of(rows, i, at, LIKE_CODE));
		if (word < words->n_items)
			grid->coded[coder][project * grid->n_words + word] =
				true;
		else
			warn_of_word(rows, i, at);
	}
	return 0;
}

int
grid_of_words(struct cells *cells, const struct agreement *agreement,
	      const char *table, const char *column,
	      const struct word_list *words)
{
	struct grid grid;

	grid_init(&grid, agreement, words->n_items);
	for (size_t coder = 0; coder < 2; coder++) {
		struct rows rows;

		if (rows_of(&rows, agreement, coder, table) == -1 ||
		    code_words(&grid, coder, &rows, column, words) == -1)
			return -1;
	}
	grid_count(&grid, cells);
	return 0;
}

/* A grade at the first or second moment, of one thing that is graded. */
struct grade {
	size_t project;
	struct text object, component;
	bool second;
	size_t row;
	double value;
};

static int
compare_things(const struct grade *a, const struct grade *b)
{
	int order = (a->project > b->project) - (a->project < b->project);

	if (order == 0)
		order = text_compare(a->object, b->object);
	return order ? order : text_compare(a->component, b->component);
}

static int
compare_grades(const void *a, const void *b)
{
	const struct grade *x = a, *y = b;
	int order = compare_things(x, y);

	if (order == 0)
		order = x->second - y->second;
	return order ? order : (x->row > y->row) - (x->row < y->row);
}

enum { COMPONENT, OBJECT, MOMENT, GRADE, N_GRADE_COLUMNS };

static int
find_grade_columns(const struct rows *rows, size_t *columns)
{
	static const char *const names[N_GRADE_COLUMNS] = {
		"component", "object", "moment", "grade"};

	for (size_t i = 0; i < N_GRADE_COLUMNS; i++)
		if (find_column(rows, names[i], &columns[i]) == -1)
			return -1;
	return 0;
}

/* Returns false for a row that no trend is made of. */
static bool
read_grade(const struct rows *rows, const size_t *columns, size_t row,
	   struct grade *grade)
{
	char *end;
	struct text moment = value_of(rows, row, columns[MOMENT], LIKE_CODE);
	struct text value = value_of(rows, row, columns[GRADE], LIKE_GRADE);

	*grade = (struct grade){
		.project = project_of(rows, row),
		.object = value_of(rows, row, columns[OBJECT], LIKE_CODE),
		.component = value_of(rows, row, columns[COMPONENT], LIKE_TEXT),
		.second = text_is(moment, "tweede"),
		.row = row,
	};
	if (grade->project == rows->agreement->projects->n_items ||
	    value.len == 0 || (!grade->second && !text_is(moment, "eerste")))
		return false;
	grade->value = strtod(value.bytes, &end);
	return *end == '\0';
}

/* 0: down, 1: equal, 2: up; to one decimal, as grades are given. */
static size_t
trend(double first, double second)
{
	double change = second - first;

	if (change > -0.05 && change < 0.05)
		return 1;
	return change > 0 ? 2 : 0;
}

/* The grades are in order: a thing's first grades, then its second ones. */
static void
code_trends(bool *coded, const struct grade *grades, size_t n)
{
	const struct grade *first = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct grade *grade = &grades[i];

		if (!first || compare_things(first, grade) != 0)
			first = grade->second ? NULL : grade;
		else if (grade->second && !grades[i - 1].second)
			coded[grade->project * 3 +
			      trend(first->value, grade->value)] = true;
	}
}

int
grid_of_trends(struct cells *cells, const struct agreement *agreement)
{
	struct grid grid;

	grid_init(&grid, agreement, 3);
	for (size_t coder = 0; coder < 2; coder++) {
		size_t columns[N_GRADE_COLUMNS];
		struct grade *grades;
		struct rows rows;
		size_t n = 0;

		if (rows_of(&rows, agreement, coder, "measurements") == -1 ||
		    find_grade_columns(&rows, columns) == -1)
			return -1;
		grades = memory_new(rows.sheet->n_rows + 1, sizeof(*grades));
		for (size_t i = 0; i < rows.sheet->n_rows; i++)
			n += read_grade(&rows, columns, i, &grades[n]);
		qsort(grades, n, sizeof(*grades), compare_grades);
		code_trends(grid.coded[coder], grades, n);
		free(grades);
	}
	grid_count(&grid, cells);
	return 0;
}

static int
rate(int *ratings, size_t coder, const struct rows *rows,
     const struct word_list *ladder)
{
	size_t level, stance;

	if (find_column(rows, "level", &level) == -1 ||
	    find_column(rows, "stance", &stance) == -1)
		return -1;
	for (size_t i = 0; i < rows->sheet->n_rows; i++) {
		size_t project = project_of(rows, i), rung;
		struct text how = value_of(rows, i, stance, LIKE_CODE);
		int *rating = &ratings[project * 2 + coder];

		if (project == rows->agreement->projects->n_items ||
		    !text_is(how, "toegepast"))
			continue;
		rung = word_find(ladder, value_of(rows, i, level, LIKE_CODE));
		if (rung < ladder->n_items && (int)rung > *rating)
			*rating = (int)rung;
	}
	return 0;
}

int
highest_rungs(struct ratings *ratings, const struct agreement *agreement,
	      const struct word_list *ladder)
{
	size_t n = agreement->projects->n_items;
	int *items = arena_alloc(agreement->arena, n * 2 + 2, sizeof(*items));

	for (size_t i = 0; i < n * 2; i++)
		items[i] = NO_RATING;
	*ratings = (struct ratings){items, n, 2, ladder->n_items};
	for (size_t coder = 0; coder < 2; coder++) {
		struct rows rows;

		if (rows_of(&rows, agreement, coder, "participation") == -1 ||
		    rate(items, coder, &rows, ladder) == -1)
			return -1;
	}
	return 0;
}
