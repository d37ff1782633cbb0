/* Two sheets of one view, sorted by key and walked side by side. */
#include "casebook/compare/difference.h"

#include <stdlib.h>

enum { SIDE_OLD, SIDE_NEW };

/* A row with the key that it is found by. */
struct keyed {
	struct text project, key;
	size_t row;
};

struct side {
	const struct sheet *sheet;
	size_t columns[FACT_MOST_COLUMNS]; /* of the kind, in the sheet */
	struct keyed *rows;
};

struct comparison {
	struct differences *differences;
	size_t capacity;
	struct arena *arena;
	const struct fact_kind_info *kind;
	struct side sides[2];
};

static struct text
value_of(const struct side *side, size_t row, size_t column)
{
	return sheet_cell(side->sheet, side->rows[row].row,
			  side->columns[column]);
}

/* The key as the view `evidence` writes it: "|" and "\" behind a "\". */
static struct text
key_of(const struct comparison *comparison, const struct side *side, size_t row)
{
	const struct fact_kind_info *kind = comparison->kind;
	struct buffer key = {NULL, 0, 0};
	struct text kept;
	bool first = true;

	for (size_t i = 0; i < kind->n_columns; i++) {
		struct text value;

		if (!kind->columns[i].key)
			continue;
		if (!first)
			buffer_add_byte(&key, '|');
		first = false;
		value = sheet_cell(side->sheet, row, side->columns[i]);
		for (size_t j = 0; j < value.len; j++) {
			if (value.bytes[j] == '|' || value.bytes[j] == '\\')
				buffer_add_byte(&key, '\\');
			buffer_add_byte(&key, value.bytes[j]);
		}
	}
	kept = arena_text(comparison->arena, buffer_text(&key));
	buffer_release(&key);
	return kept;
}

static int
compare_keys(const struct keyed *a, const struct keyed *b)
{
	int order = text_compare(a->project, b->project);

	return order ? order : text_compare(a->key, b->key);
}

static int
compare_keyed(const void *a, const void *b)
{
	return compare_keys(a, b);
}

/* The rows of a sheet, sorted by key. */
static struct side
side_of(const struct comparison *comparison, const struct sheet *sheet)
{
	size_t project = sheet_column(sheet, "project");
	struct side side = {.sheet = sheet};

	for (size_t i = 0; i < comparison->kind->n_columns; i++)
		side.columns[i] =
			sheet_column(sheet, comparison->kind->columns[i].name);
	side.rows = arena_alloc(comparison->arena, sheet->n_rows + 1,
				sizeof(*side.rows));
	for (size_t i = 0; i < sheet->n_rows; i++)
		side.rows[i] = (struct keyed){
			sheet_cell(sheet, i, project),
			key_of(comparison, &side, i),
			i,
		};
	qsort(side.rows, sheet->n_rows, sizeof(*side.rows), compare_keyed);
	return side;
}

static void
add(struct comparison *comparison, struct difference difference)
{
	struct differences *differences = comparison->differences;

	differences->items =
		array_grow(differences->items, differences->n_items,
			   &comparison->capacity, sizeof(difference));
	differences->items[differences->n_items++] = difference;
}

/* What a row says beside its key: "column=value; …". */
static struct text
describe(const struct comparison *comparison, const struct side *side,
	 size_t row)
{
	const struct fact_kind_info *kind = comparison->kind;
	struct buffer words = {NULL, 0, 0};
	struct text kept;

	for (size_t i = 0; i < kind->n_columns; i++) {
		struct text value = value_of(side, row, i);

		if (kind->columns[i].key || value.len == 0)
			continue;
		buffer_format(&words, "%s%s=%.*s", words.len ? "; " : "",
			      kind->columns[i].name, TEXT_ARG(value));
	}
	kept = arena_text(comparison->arena, buffer_text(&words));
	buffer_release(&words);
	return kept;
}

static void
add_alone(struct comparison *comparison, size_t which, size_t row)
{
	const struct side *side = &comparison->sides[which];
	struct text words = describe(comparison, side, row);
	struct text none = TEXT("");

	add(comparison, (struct difference){
				.kind = which == SIDE_OLD ? ROW_GONE : ROW_NEW,
				.project = side->rows[row].project,
				.key = side->rows[row].key,
				.column = none,
				.old = which == SIDE_OLD ? words : none,
				.now = which == SIDE_OLD ? none : words,
			});
}

static void
add_changes(struct comparison *comparison, size_t i, size_t j)
{
	const struct side *sides = comparison->sides;

	for (size_t column = 0; column < comparison->kind->n_columns;
	     column++) {
		struct text old = value_of(&sides[SIDE_OLD], i, column);
		struct text now = value_of(&sides[SIDE_NEW], j, column);

		if (text_equal(old, now))
			continue;
		add(comparison,
		    (struct difference){
			    .kind = ROW_CHANGED,
			    .project = sides[SIDE_OLD].rows[i].project,
			    .key = sides[SIDE_OLD].rows[i].key,
			    .column = text_of(
				    comparison->kind->columns[column].name),
			    .old = old,
			    .now = now,
		    });
	}
}

static void
walk(struct comparison *comparison, size_t n_old, size_t n_new)
{
	const struct side *sides = comparison->sides;
	size_t i = 0, j = 0;

	while (i < n_old || j < n_new) {
		int order = 0;

		if (i < n_old && j < n_new)
			order = compare_keys(&sides[SIDE_OLD].rows[i],
					     &sides[SIDE_NEW].rows[j]);
		else
			order = i < n_old ? -1 : 1;
		if (order == 0)
			add_changes(comparison, i, j);
		else
			add_alone(comparison, order < 0 ? SIDE_OLD : SIDE_NEW,
				  order < 0 ? i : j);
		i += order <= 0;
		j += order >= 0;
	}
}

void
differences_find(struct differences *differences, struct arena *arena,
		 enum fact_kind kind, const struct sheet *old,
		 const struct sheet *now)
{
	struct comparison comparison = {
		.differences = differences,
		.arena = arena,
		.kind = &fact_kinds[kind],
	};

	*differences = (struct differences){NULL, 0};
	comparison.sides[SIDE_OLD] = side_of(&comparison, old);
	comparison.sides[SIDE_NEW] = side_of(&comparison, now);
	walk(&comparison, old->n_rows, now->n_rows);
}

void
differences_release(struct differences *differences)
{
	free(differences->items);
	*differences = (struct differences){NULL, 0};
}
