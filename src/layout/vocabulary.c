/*
 * Reading vocabularies: sets of cues under labels, and tables from words to
 * values; what several files say of one set or table is merged. Compiling and
 * matching cues is the business of room text.
 */
#include "casebook/layout/vocabulary.h"

#include <stdlib.h>

#include "vocabularies.h"

#include "casebook/text/fold.h"

static int
read_weight(struct strict *strict, const struct yaml *node, double *weight)
{
	struct text text;
	char *end;

	if (strict_text(strict, node, "weight", &text) < 0)
		return -1;
	*weight = strtod(arena_text(strict->arena, text).bytes, &end);
	if (*end == '\0')
		return 0;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "weight must be a number, not %s",
		 diagnostic_quote(strict->diagnostics, text));
	return -1;
}

static int
read_cue(struct strict *strict, const struct yaml *node, struct text label,
	 struct cue_list *list)
{
	static const char *const keys[] = {"cue", "weight"};
	struct cue cue = {
		.label = arena_text(strict->arena, label).bytes,
		.weight = 1,
		.where = node->where,
	};
	const struct yaml *words = node, *weight = NULL;

	if (node->type == YAML_MAPPING) {
		if (strict_keys(strict, node, "cue", keys, 2) < 0)
			return -1;
		words = strict_get(strict, node, "cue", "cue");
		weight = yaml_get(node, "weight");
	}
	if (!words || strict_text(strict, words, "cue", &cue.words) < 0)
		return -1;
	if (weight && read_weight(strict, weight, &cue.weight) < 0)
		return -1;
	list->items = array_grow(list->items, list->n_items, &list->capacity,
				 sizeof(cue));
	list->items[list->n_items++] = cue;
	return 0;
}

static int
read_label(struct strict *strict, const struct yaml *node, struct text label,
	   struct cue_list *list)
{
	int result = 0;

	for (size_t i = 0; i < strict_count(node); i++)
		if (read_cue(strict, strict_item(node, i), label, list) < 0)
			result = -1;
	return result;
}

/*
 * A set is a list of cues, or a mapping from labels to lists of cues. What a
 * further file gives stands before what was there: of two hits of one length
 * that of the cue given first counts.
 */
static int
read_set(struct strict *strict, const struct yaml *node, struct named_set *set)
{
	struct cue_list list = {NULL, 0, 0};
	int result = 0;

	if (node->type == YAML_MAPPING) {
		for (size_t i = 0; i < node->n_items; i++)
			if (read_label(strict, &node->items[i], node->keys[i],
				       &list) < 0)
				result = -1;
	} else {
		result = read_label(strict, node, TEXT(""), &list);
	}
	for (size_t i = 0; i < set->list.n_items; i++) {
		list.items = array_grow(list.items, list.n_items,
					&list.capacity, sizeof(*list.items));
		list.items[list.n_items++] = set->list.items[i];
	}
	free(set->list.items);
	set->list = list;
	return result;
}

/* A word that a file before had has the value of this one. */
static void
put_row(struct table *table, struct row row, size_t n_before)
{
	for (size_t i = 0; i < n_before; i++) {
		if (text_equal(table->rows[i].letters, row.letters)) {
			table->rows[i].value = row.value;
			return;
		}
	}
	table->rows = array_grow(table->rows, table->n_rows, &table->capacity,
				 sizeof(row));
	table->rows[table->n_rows++] = row;
}

static int
read_table(struct strict *strict, const struct yaml *node, struct table *table)
{
	bool list = node->type == YAML_SEQUENCE;
	size_t n_before = table->n_rows;

	if (!list && strict_type(strict, node, YAML_MAPPING, "a table") < 0)
		return -1;
	for (size_t i = 0; i < node->n_items; i++) {
		struct text word;

		if (strict_type(strict, &node->items[i], YAML_SCALAR,
				"a row of a table") < 0)
			return -1;
		word = list ? node->items[i].text : node->keys[i];
		put_row(table,
			(struct row){
				.word = word,
				.value = node->items[i].text,
				.letters = fold_letters(strict->arena, word),
			},
			n_before);
	}
	return 0;
}

/* Those of this name, made where there are none yet. */
static struct named_set *
named_set(struct vocabularies *all, struct text file, struct text name)
{
	for (size_t i = 0; i < all->n_sets; i++)
		if (text_equal(all->sets[i].file, file) &&
		    text_equal(all->sets[i].name, name))
			return &all->sets[i];
	all->sets = array_grow(all->sets, all->n_sets, &all->set_capacity,
			       sizeof(*all->sets));
	all->sets[all->n_sets] = (struct named_set){.file = file, .name = name};
	return &all->sets[all->n_sets++];
}

static struct table *
named_table(struct vocabularies *all, struct text file, struct text name)
{
	for (size_t i = 0; i < all->n_tables; i++)
		if (text_equal(all->tables[i].file, file) &&
		    text_equal(all->tables[i].name, name))
			return &all->tables[i];
	all->tables = array_grow(all->tables, all->n_tables,
				 &all->table_capacity, sizeof(*all->tables));
	all->tables[all->n_tables] = (struct table){.file = file, .name = name};
	return &all->tables[all->n_tables++];
}

static int
read_sets(struct strict *strict, const struct yaml *node, struct text file,
	  struct vocabularies *all)
{
	int result = 0;

	for (size_t i = 0; i < node->n_items; i++) {
		if (all->users)
			warn_of_set(strict, &node->items[i], file,
				    node->keys[i], all);
		if (read_set(strict, &node->items[i],
			     named_set(all, file, node->keys[i])) < 0)
			result = -1;
	}
	return result;
}

static int
read_tables(struct strict *strict, const struct yaml *node, struct text file,
	    struct vocabularies *all)
{
	int result = 0;

	for (size_t i = 0; i < node->n_items; i++) {
		if (all->users)
			warn_of_table(strict, &node->items[i], file,
				      node->keys[i], all);
		if (read_table(strict, &node->items[i],
			       named_table(all, file, node->keys[i])) < 0)
			result = -1;
	}
	return result;
}

static int
read_vocabulary(struct strict *strict, const struct data_file *file,
		struct vocabularies *all)
{
	static const char *const keys[] = {
		"vocabulary", "describes", "language", "sets", "tables",
	};
	const struct yaml *top, *name, *sets, *tables;
	struct text text;
	int result = 0;

	top = yaml_parse(strict->arena, file->path, file->text,
			 strict->diagnostics);
	if (!top || strict_keys(strict, top, "a vocabulary", keys, 5) < 0)
		return -1;
	name = strict_get(strict, top, "vocabulary", "a vocabulary");
	if (!name || strict_text(strict, name, "vocabulary", &text) < 0 ||
	    strict_optional(strict, top, "describes", &text) < 0 ||
	    strict_optional(strict, top, "language", &text) < 0)
		return -1;
	if (all->users)
		warn_of_vocabulary(strict, name, all);
	sets = yaml_get(top, "sets");
	tables = yaml_get(top, "tables");
	if (sets && (strict_type(strict, sets, YAML_MAPPING, "sets") < 0 ||
		     read_sets(strict, sets, name->text, all) < 0))
		result = -1;
	if (tables &&
	    (strict_type(strict, tables, YAML_MAPPING, "tables") < 0 ||
	     read_tables(strict, tables, name->text, all) < 0))
		result = -1;
	return result;
}

/* Those that were built in, or those of the user, which add to them. */
static int
read_files(struct strict *strict, const struct data *data, bool built_in,
	   struct vocabularies *all)
{
	int result = 0;

	for (size_t i = 0; i < data->n_files; i++) {
		const struct data_file *file = &data->files[i];

		if (file->built_in == built_in &&
		    text_starts(text_of(file->name), "vocabulary/") &&
		    text_ends(text_of(file->name), ".yml") &&
		    read_vocabulary(strict, file, all) < 0)
			result = -1;
	}
	return result;
}

/* Once all files are read: cues are compiled, rows indexed. */
static int
finish(struct vocabularies *all, struct diagnostics *diagnostics)
{
	int result = 0;

	for (size_t i = 0; i < all->n_sets; i++) {
		struct named_set *set = &all->sets[i];

		set->cues = cues_new(set->list.items, set->list.n_items,
				     diagnostics);
		if (!set->cues)
			result = -1;
	}
	for (size_t i = 0; i < all->n_tables; i++)
		table_index(&all->tables[i], all->arena);
	return result;
}

struct vocabularies *
vocabularies_new(const struct data *data, struct diagnostics *diagnostics)
{
	struct vocabularies *all = memory_new(1, sizeof(*all));
	struct strict strict = {
		.diagnostics = diagnostics,
		.code = DIAGNOSTIC_VOCABULARY,
	};
	int result;

	all->arena = arena_new();
	strict.arena = all->arena;
	result = read_files(&strict, data, true, all);
	all->users = true;
	if (read_files(&strict, data, false, all) < 0)
		result = -1;
	if (finish(all, diagnostics) < 0)
		result = -1;
	if (result == 0)
		return all;
	vocabularies_free(all);
	return NULL;
}

void
vocabularies_free(struct vocabularies *all)
{
	if (!all)
		return;
	for (size_t i = 0; i < all->n_sets; i++) {
		free(all->sets[i].list.items);
		cues_free(all->sets[i].cues);
	}
	for (size_t i = 0; i < all->n_tables; i++)
		free(all->tables[i].rows);
	free(all->sets);
	free(all->tables);
	arena_free(all->arena);
	free(all);
}

static void
report_missing(const char *kind, const char *file, const char *name,
	       struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_VOCABULARY,
		 (struct place){.file = NULL},
		 "the vocabulary \"%s\" has no %s \"%s\", which the rules need",
		 file, kind, name);
}

const struct cues *
vocabulary_set(const struct vocabularies *all, const char *file,
	       const char *set, struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < all->n_sets; i++)
		if (text_is(all->sets[i].file, file) &&
		    text_is(all->sets[i].name, set))
			return all->sets[i].cues;
	report_missing("set", file, set, diagnostics);
	return NULL;
}

const struct cues *
vocabulary_set_at(const struct vocabularies *all, const char *file, size_t i)
{
	for (size_t j = 0; j < all->n_sets; j++)
		if (text_is(all->sets[j].file, file) && i-- == 0)
			return all->sets[j].cues;
	return NULL;
}

const struct table *
vocabulary_table(const struct vocabularies *all, const char *file,
		 const char *table, struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < all->n_tables; i++)
		if (text_is(all->tables[i].file, file) &&
		    text_is(all->tables[i].name, table))
			return &all->tables[i];
	report_missing("table", file, table, diagnostics);
	return NULL;
}
