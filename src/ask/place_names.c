/* Reading the table of municipalities, and keeping those of several names. */
#include "place_names.h"

#include <stdlib.h>

#include "casebook/base/data.h"
#include "casebook/text/fold.h"

static const char file[] = "vocabulary/places.yml";
static const char head[] = "\n  municipalities:\n";

static int
by_code(const void *a, const void *b)
{
	const struct place_name *x = a, *y = b;
	int order = text_compare(x->code, y->code);

	return order ? order : text_compare(x->folded, y->folded);
}

/* Keeps those whose code another one has; they stand side by side. */
static void
keep_several(struct place_names *names)
{
	struct place_name *items = names->items;
	size_t n = 0;

	for (size_t i = 0, next; i < names->n_items; i = next) {
		next = i + 1;
		while (next < names->n_items &&
		       text_equal(items[i].code, items[next].code))
			next++;
		for (size_t j = i; next - i > 1 && j < next; j++)
			items[n++] = items[j];
	}
	names->n_items = n;
}

/* One line of the table: NAME: CODE, the name perhaps in quotes. */
static bool
read_line(struct place_name *item, struct text line)
{
	static const char mark[] = ": ";
	struct text row = text_trim(line), name;
	size_t at = text_find(row, text_of(mark), 0);

	name = text_sub(row, 0, at);
	if (at == row.len || name.len == 0)
		return false;
	if (name.len > 1 && name.bytes[0] == '"')
		name = text_sub(name, 1, name.len - 2);
	item->folded = name;
	item->code = text_sub(row, at + sizeof(mark) - 1, row.len);
	return true;
}

/*
 * The table is the last of a file that was built in, a line an item, which a
 * test holds against what YAML makes of it: to parse all of it would take
 * longer than most questions.
 */
void
place_names_read(struct place_names *names, struct arena *arena)
{
	struct text all = data_embedded(file);
	size_t at = text_find(all, text_of(head), 0) + sizeof(head) - 1;
	struct text table = text_sub(all, at, all.len), line;
	size_t most = 0;

	for (size_t i = 0; i < table.len; i++)
		most += table.bytes[i] == '\n';
	names->n_items = 0;
	names->items = arena_alloc(arena, most + 1, sizeof(*names->items));
	for (size_t i = 0, end; i < table.len; i = end + 1) {
		end = text_find(table, TEXT("\n"), i);
		line = text_sub(table, i, end - i);
		if (read_line(&names->items[names->n_items], line))
			names->n_items++;
	}
	if (names->n_items > 0)
		qsort(names->items, names->n_items, sizeof(*names->items),
		      by_code);
	keep_several(names);
	for (size_t i = 0; i < names->n_items; i++)
		names->items[i].folded =
			fold_words(arena, names->items[i].folded);
	if (names->n_items > 0)
		qsort(names->items, names->n_items, sizeof(*names->items),
		      by_code);
}
