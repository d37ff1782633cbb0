/* Reading the table of municipalities, and keeping those of several names. */
#include "place_names.h"

#include <stdlib.h>

#include "casebook/base/data.h"
#include "casebook/text/fold.h"
#include "casebook/text/yaml.h"

static const char file[] = "vocabulary/places.yml";

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

int
place_names_read(struct place_names *names, struct arena *arena,
		 struct diagnostics *diagnostics)
{
	const struct yaml *top =
		yaml_parse(arena, file, data_embedded(file), diagnostics);
	const struct yaml *tables = top ? yaml_get(top, "tables") : NULL;
	const struct yaml *table =
		tables ? yaml_get(tables, "municipalities") : NULL;

	if (!table)
		return -1;
	names->n_items = table->n_items;
	names->items =
		arena_alloc(arena, table->n_items + 1, sizeof(*names->items));
	for (size_t i = 0; i < table->n_items; i++)
		names->items[i] = (struct place_name){
			.folded = fold_words(arena, table->keys[i]),
			.code = table->items[i].text,
		};
	if (names->n_items > 1)
		qsort(names->items, names->n_items, sizeof(*names->items),
		      by_code);
	keep_several(names);
	return 0;
}
