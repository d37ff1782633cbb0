/* Municipalities of several names: read by lines what is written in YAML. */
#include "../../src/ask/place_names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "casebook/base/data.h"
#include "casebook/text/fold.h"
#include "casebook/text/yaml.h"

/* How many other names of the table share this one's code. */
static size_t
count_others(const struct yaml *table, size_t i)
{
	size_t n = 0;

	for (size_t j = 0; j < table->n_items; j++)
		n += j != i &&
		     text_equal(table->items[j].text, table->items[i].text);
	return n;
}

static size_t
count_name(const struct place_names *names, struct text folded,
	   struct text code)
{
	size_t n = 0;

	for (size_t i = 0; i < names->n_items; i++)
		n += text_equal(names->items[i].folded, folded) &&
		     text_equal(names->items[i].code, code);
	return n;
}

static void
names_of_one_code_are_all_that_yaml_finds(void **state)
{
	static const char file[] = "vocabulary/places.yml";
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	const struct yaml *table;
	struct place_names names;
	size_t n = 0;

	(void)state;
	diagnostics_init(&diagnostics, true);
	table = yaml_parse(arena, file, data_embedded(file), &diagnostics);
	assert_non_null(table);
	table = yaml_get(yaml_get(table, "tables"), "municipalities");
	place_names_read(&names, arena);
	for (size_t i = 0; i < table->n_items; i++) {
		if (count_others(table, i) == 0)
			continue;
		n++;
		assert_int_equal(count_name(&names,
					    fold_words(arena, table->keys[i]),
					    table->items[i].text),
				 1);
	}
	assert_true(n > 2);
	assert_int_equal(names.n_items, n);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_one_code_are_all_that_yaml_finds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
