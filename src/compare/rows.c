/*
 * The keys of the codebook's judge, and values made comparable as it does.
 * A key is its values with NUL between them, so that keys sort as their values
 * do, one behind the other.
 */
#include "casebook/compare/rows.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/alike.h"
#include "casebook/text/fold.h"

const struct compared_table compared_tables[N_COMPARED_TABLES] = {
	{"projects",
	 {{"project", LIKE_CODE},
	  {"kind", LIKE_CODE},
	  {"title", LIKE_TEXT},
	  {"start", LIKE_CODE},
	  {"end", LIKE_CODE}},
	 5},
	{"places", {{"project", LIKE_CODE}, {"place", LIKE_PLACE}}, 2},
	{"involvements",
	 {{"project", LIKE_CODE},
	  {"role", LIKE_CODE},
	  {"organisation", LIKE_ORGANISATION}},
	 3},
	{"advisers",
	 {{"project", LIKE_CODE}, {"adviser", LIKE_TEXT}, {"email", LIKE_CODE}},
	 3},
	{"measurements",
	 {{"project", LIKE_CODE},
	  {"component", LIKE_TEXT},
	  {"object", LIKE_CODE},
	  {"moment", LIKE_CODE},
	  {"grade", LIKE_GRADE}},
	 5},
	{"participation",
	 {{"project", LIKE_CODE}, {"level", LIKE_CODE}, {"stance", LIKE_CODE}},
	 3},
	{"phases",
	 {{"project", LIKE_CODE},
	  {"kind", LIKE_CODE},
	  {"phase", LIKE_TEXT},
	  {"start", LIKE_CODE},
	  {"end", LIKE_CODE}},
	 5},
	{"themes", {{"project", LIKE_CODE}, {"theme", LIKE_CODE}}, 2},
	{"quotes", {{"project", LIKE_CODE}, {"text", LIKE_TEXT}}, 2},
	{"fields",
	 {{"project", LIKE_CODE}, {"field", LIKE_CODE}, {"value", LIKE_TEXT}},
	 3},
};

/* strtod reads more: white space before it, hexadecimal, infinity. */
static bool
is_number(const char *string)
{
	return *string && strspn(string, "0123456789+-.eE") == strlen(string);
}

/* A decimal number, with a comma or a point, to one decimal; else as it is. */
static struct text
grade(struct arena *arena, struct text value)
{
	char *number = memory_string(value);
	struct text result = value;
	char *end = NULL;
	double d;

	for (size_t i = 0; i < value.len; i++)
		if (number[i] == ',')
			number[i] = '.';
	d = strtod(number, &end);
	if (is_number(number) && !*end)
		result = arena_format(arena, "%.1f", d);
	free(number);
	return result;
}

/* Each parenthesis, to the first that closes, becomes a blank. */
static struct text
without_parentheses(struct arena *arena, struct text value)
{
	struct buffer rest = {NULL, 0, 0};
	struct text kept;
	size_t at = 0;

	while (at < value.len) {
		size_t open = text_find(value, TEXT("("), at);
		size_t end = text_find(value, TEXT(")"), open);

		if (end == value.len)
			break;
		buffer_add(&rest, text_sub(value, at, open - at));
		buffer_add_byte(&rest, ' ');
		at = end + 1;
	}
	buffer_add(&rest, text_sub(value, at, value.len - at));
	kept = arena_text(arena, buffer_text(&rest));
	buffer_release(&rest);
	return kept;
}

static bool
leads(const struct manner *manner, struct text word)
{
	for (size_t i = 0; i < manner->n_leading; i++)
		if (text_equal(manner->leading[i], word))
			return true;
	return false;
}

static struct text
without_leading(const struct manner *manner, struct text words)
{
	while (words.len) {
		size_t blank = text_find(words, TEXT(" "), 0);
		size_t next = blank < words.len ? blank + 1 : blank;

		if (!leads(manner, text_sub(words, 0, blank)))
			break;
		words = text_sub(words, next, words.len - next);
	}
	return words;
}

struct text
compared_value(struct arena *arena, enum likeness likeness,
	       const struct manner *manner, struct text value)
{
	if (manner->strict)
		return value;
	value = alike_blanks(arena, value);
	switch (likeness) {
	case LIKE_CODE:
		return fold_lower(arena, value);
	case LIKE_GRADE:
		return grade(arena, value);
	case LIKE_TEXT:
		return alike_words(arena, value);
	case LIKE_ORGANISATION:
		value = without_parentheses(arena, value);
		break;
	case LIKE_PLACE:
		break;
	}
	return without_leading(manner, alike_words(arena, value));
}

static int
refuse_column(const struct sheet *sheet, const char *column,
	      struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED,
		 (struct place){.file = sheet->name, .line = 1},
		 "no column \"%s\"; casebook schema tells the columns", column);
	return -1;
}

static int
compare_texts(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

int
projects_listed(struct project_list *projects, struct arena *arena,
		const struct sheet *sheet, const struct manner *manner,
		struct diagnostics *diagnostics)
{
	size_t column = sheet_column(sheet, "project");
	size_t n = 0;

	if (column == SHEET_NO_COLUMN)
		return refuse_column(sheet, "project", diagnostics);
	projects->items =
		arena_alloc(arena, sheet->n_rows + 1, sizeof(struct text));
	for (size_t i = 0; i < sheet->n_rows; i++)
		projects->items[i] = compared_value(
			arena, LIKE_CODE, manner, sheet_cell(sheet, i, column));
	qsort(projects->items, sheet->n_rows, sizeof(struct text),
	      compare_texts);
	for (size_t i = 0; i < sheet->n_rows; i++)
		if (n == 0 ||
		    !text_equal(projects->items[i], projects->items[n - 1]))
			projects->items[n++] = projects->items[i];
	projects->n_items = n;
	return 0;
}

void
projects_intersect(struct project_list *projects,
		   const struct project_list *other)
{
	size_t n = 0;

	for (size_t i = 0; i < projects->n_items; i++)
		if (projects_find(other, projects->items[i]) < other->n_items)
			projects->items[n++] = projects->items[i];
	projects->n_items = n;
}

size_t
projects_find(const struct project_list *projects, struct text key)
{
	const struct text *found =
		projects->n_items == 0
			? NULL
			: bsearch(&key, projects->items, projects->n_items,
				  sizeof(key), compare_texts);

	return found ? (size_t)(found - projects->items) : projects->n_items;
}

/* The columns of a sheet that a table's rows are made of. */
struct source {
	const struct compared_table *table;
	const struct sheet *sheet;
	size_t columns[COMPARED_MOST_COLUMNS];
	size_t kind, start, must;
};

static int
find_columns(struct source *source, struct diagnostics *diagnostics)
{
	const struct compared_table *table = source->table;

	for (size_t i = 0; i < table->n_columns; i++) {
		source->columns[i] =
			sheet_column(source->sheet, table->columns[i].name);
		if (source->columns[i] == SHEET_NO_COLUMN)
			return refuse_column(source->sheet,
					     table->columns[i].name,
					     diagnostics);
	}
	source->kind = source->start = SHEET_NO_COLUMN;
	if (text_is(text_of(table->name), "phases")) {
		source->kind = sheet_column(source->sheet, "kind");
		source->start = sheet_column(source->sheet, "start");
	}
	source->must = sheet_column(source->sheet, "must");
	return 0;
}

static bool
is_undated_follow_up(const struct source *source, size_t row)
{
	return text_is(sheet_cell(source->sheet, row, source->kind),
		       "vervolg") &&
	       sheet_cell(source->sheet, row, source->start).len == 0;
}

/* The row's key; empty when its project does not count. */
static struct text
row_key(const struct source *source, size_t row, struct arena *arena,
	const struct project_list *projects, const struct manner *manner)
{
	struct buffer key = {NULL, 0, 0};
	struct text kept;

	for (size_t i = 0; i < source->table->n_columns; i++) {
		struct text value = compared_value(
			arena, source->table->columns[i].likeness, manner,
			sheet_cell(source->sheet, row, source->columns[i]));

		if (i == 0 &&
		    projects_find(projects, value) == projects->n_items)
			return TEXT("");
		if (i > 0)
			buffer_add_byte(&key, '\0');
		buffer_add(&key, value);
	}
	kept = arena_text(arena, buffer_text(&key));
	buffer_release(&key);
	return kept;
}

static int
compare_rows(const void *a, const void *b)
{
	const struct compared_row *x = a, *y = b;
	int order = text_compare(x->key, y->key);

	return order ? order : (x->row > y->row) - (x->row < y->row);
}

int
compared_rows_take(struct compared_rows *rows, struct arena *arena,
		   const struct compared_table *table,
		   const struct sheet *sheet,
		   const struct project_list *projects,
		   const struct manner *manner, struct diagnostics *diagnostics)
{
	struct source source = {.table = table, .sheet = sheet};
	size_t n = 0;

	*rows = (struct compared_rows){NULL, 0};
	if (find_columns(&source, diagnostics) == -1)
		return -1;
	rows->items =
		arena_alloc(arena, sheet->n_rows + 1, sizeof(*rows->items));
	for (size_t i = 0; i < sheet->n_rows; i++) {
		struct text key = row_key(&source, i, arena, projects, manner);

		if (key.len == 0 || is_undated_follow_up(&source, i))
			continue;
		rows->items[n++] = (struct compared_row){
			key, i,
			text_is(sheet_cell(sheet, i, source.must), "0")};
	}
	qsort(rows->items, n, sizeof(*rows->items), compare_rows);
	for (size_t i = 0; i < n; i++)
		if (rows->n_items == 0 ||
		    !text_equal(rows->items[i].key,
				rows->items[rows->n_items - 1].key))
			rows->items[rows->n_items++] = rows->items[i];
	return 0;
}
