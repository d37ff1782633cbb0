/* Loading layouts: one file, all files, finding one by its name. */
#include "casebook/layout/layout.h"

#include <stdlib.h>
#include <string.h>

#include "extend.h"
#include "read.h"

#include "casebook/text/distance.h"
#include "casebook/text/fold.h"

/* The parts of a layout's file, in the order in which they are read. */
static const struct part {
	const char *key;
	bool required;
	int (*read)(struct strict *, const struct yaml *, struct layout *);
} parts[] = {
	{"recognise", true, read_recognise},  {"source", false, read_source},
	{"furniture", false, read_furniture}, {"asides", false, read_asides},
	{"regions", false, read_regions},     {"fields", false, read_fields},
	{"sections", true, read_sections},    {"projects", true, read_projects},
	{"lines", false, read_lines},	      {"repairs", false, read_repairs},
	{"examples", false, read_examples},
};

enum { N_PARTS = sizeof(parts) / sizeof(*parts), N_PLAIN = 4 };

/* It is given on command lines and stands in tables. */
static int
check_name(struct strict *strict, const struct yaml *node, struct text name)
{
	for (size_t at = 0; at < name.len; at++) {
		if (!is_blank(character_at(name, at)))
			continue;
		diagnose(strict->diagnostics, strict->code, node->where,
			 "the name of a layout has no blanks; write %s without",
			 diagnostic_quote(strict->diagnostics, name));
		return -1;
	}
	return 0;
}

/* Are there no names of such, as a message says that is told elsewhere? */
static bool
lacks(const struct yaml *top, const char *key)
{
	const struct yaml *node = yaml_get(top, key);
	struct text word = text_of(key);

	if (node)
		return node->type != YAML_MAPPING;
	return text_is(word, "sections") ||
	       nearest(word, top->keys, top->n_items) < top->n_items;
}

static int
read_layout(struct strict *strict, const struct yaml *top,
	    struct layout *layout)
{
	const char *keys[N_PARTS + N_PLAIN] = {"layout", "describes",
					       "language", "extends"};
	const struct yaml *name;
	int result;

	/* All that is wrong is told at once. */
	for (size_t i = 0; i < N_PARTS; i++)
		keys[i + N_PLAIN] = parts[i].key;
	result = strict_keys(strict, top, "layout", keys, N_PARTS + N_PLAIN);
	name = strict_get(strict, top, "layout", "a layout");
	if (!name || strict_text(strict, name, "layout", &layout->name) < 0 ||
	    check_name(strict, name, layout->name) < 0)
		result = -1;
	if (strict_optional(strict, top, "describes", &layout->describes) < 0)
		result = -1;
	if (strict_optional(strict, top, "language", &layout->language) < 0)
		result = -1;
	strict->no_fields = lacks(top, "fields");
	strict->no_sections = lacks(top, "sections");
	for (size_t i = 0; i < N_PARTS; i++) {
		const struct yaml *node = yaml_get(top, parts[i].key);

		if (!node && parts[i].required)
			node = strict_get(strict, top, parts[i].key,
					  "a layout");
		if ((!node && parts[i].required) ||
		    (node && parts[i].read(strict, node, layout) < 0))
			result = -1;
	}
	return result;
}

static int
compare_names(const void *a, const void *b)
{
	const struct layout *x = a, *y = b;

	return text_compare(x->name, y->name);
}

static void
keep(struct layouts *layouts, const struct layout *layout)
{
	struct layout *items;

	for (size_t i = 0; i < layouts->n_items; i++) {
		if (text_equal(layouts->items[i].name, layout->name)) {
			layouts->items[i] = *layout;
			return;
		}
	}
	items = arena_alloc(layouts->arena, layouts->n_items + 1,
			    sizeof(*items));
	for (size_t i = 0; i < layouts->n_items; i++)
		items[i] = layouts->items[i];
	items[layouts->n_items++] = *layout;
	qsort(items, layouts->n_items, sizeof(*items), compare_names);
	layouts->items = items;
}

/* Keeps the tree of a file. NULL after messages. */
static const struct layout_tree *
keep_tree(struct layouts *layouts, const char *path, struct text text,
	  bool trusted, struct diagnostics *diagnostics)
{
	const struct yaml *top, *name;
	struct layout_tree *tree;

	if (!layouts->arena)
		layouts->arena = arena_new();
	top = yaml_parse(layouts->arena, path, arena_text(layouts->arena, text),
			 diagnostics);
	if (!top)
		return NULL;
	layouts->trees = array_grow(layouts->trees, layouts->n_trees,
				    &layouts->tree_capacity, sizeof(*tree));
	tree = &layouts->trees[layouts->n_trees++];
	name = yaml_get(top, "layout");
	*tree = (struct layout_tree){
		.name = name && name->type == YAML_SCALAR ? name->text
							  : TEXT(""),
		.path = arena_text(layouts->arena, text_of(path)).bytes,
		.trusted = trusted,
		.top = top,
	};
	return tree;
}

static int
compare_places(const void *a, const void *b)
{
	const struct diagnostic *x = a, *y = b;

	if (x->where.line != y->where.line)
		return x->where.line < y->where.line ? -1 : 1;
	return (x->where.column > y->where.column) -
	       (x->where.column < y->where.column);
}

/* What is wrong with a layout, in the order of its lines. */
static void
hand_over(struct diagnostics *found, struct diagnostics *diagnostics)
{
	if (found->n_items > 0)
		qsort(found->items, found->n_items, sizeof(*found->items),
		      compare_places);
	for (size_t i = 0; i < found->n_items; i++)
		diagnostics_add(diagnostics, &found->items[i]);
	diagnostics_release(found);
}

/*
 * Makes the layout of a tree. *other: the file of the layout whose place it
 * takes, or NULL.
 */
static int
build(struct layouts *layouts, const struct layout_tree *tree,
      const char **other, struct diagnostics *diagnostics)
{
	const struct layout *known;
	struct layout layout = {.begins = NO_SECTION, .path = tree->path};
	struct diagnostics found;
	struct strict strict = {
		.arena = layouts->arena,
		.diagnostics = &found,
		.code = DIAGNOSTIC_LAYOUT,
		.pattern_flags =
			PATTERN_CASELESS | PATTERN_MULTILINE |
			(tree->trusted ? 0 : (unsigned)PATTERN_UNTRUSTED),
		.owner = layouts,
	};
	int result;

	diagnostics_init(&found, false);
	layout.extended = yaml_get(tree->top, "extends") != NULL;
	layout.top = layout_extend(&strict, tree->top);
	result = layout.top ? read_layout(&strict, layout.top, &layout) : -1;
	hand_over(&found, diagnostics);
	if (result < 0)
		return -1;
	known = layouts_find(layouts, layout.name);
	*other = known ? known->path : NULL;
	keep(layouts, &layout);
	return 0;
}

int
layouts_add(struct layouts *layouts, const char *path, struct text text,
	    bool trusted, struct diagnostics *diagnostics)
{
	const struct layout_tree *tree =
		keep_tree(layouts, path, text, trusted, diagnostics);
	const char *other;

	return tree ? build(layouts, tree, &other, diagnostics) : -1;
}

/* other: the path of the file whose layout has the same name. */
static void
report_second(const struct data *data, const struct data_file *file,
	      const char *other, struct diagnostics *diagnostics)
{
	struct place where = {.file = file->path};
	const struct data_file *built_in = file->built_in ? file : NULL;

	/* Either of the two may have been read first. */
	for (size_t i = 0; i < data->n_files; i++) {
		const struct data_file *known = &data->files[i];

		if (strcmp(known->path, other) != 0 ||
		    known->built_in == file->built_in)
			continue;
		if (known->built_in)
			built_in = known;
		else
			where.file = known->path;
		diagnose(diagnostics, DIAGNOSTIC_LAYOUT, where,
			 "a layout of this name is built in; call the file %s "
			 "to replace it, or give the layout a name of its own",
			 built_in->name);
		return;
	}
	diagnose(diagnostics, DIAGNOSTIC_LAYOUT, where,
		 "a second layout of one name (the other is in %s); give it a "
		 "name of its own",
		 other);
}

static bool
is_layout(const struct data_file *file)
{
	return text_starts(text_of(file->name), "layouts/") &&
	       text_ends(text_of(file->name), ".yml");
}

/* The data's file of a tree. */
static const struct data_file *
file_of(const struct data *data, const struct layout_tree *tree)
{
	size_t i = 0;

	while (strcmp(data->files[i].path, tree->path) != 0)
		i++;
	return &data->files[i];
}

int
layouts_load(struct layouts *layouts, const struct data *data,
	     struct diagnostics *diagnostics)
{
	int result = 0;

	*layouts = (struct layouts){.arena = arena_new()};
	for (size_t i = 0; i < data->n_files; i++) {
		const struct data_file *file = &data->files[i];

		if (is_layout(file) &&
		    !keep_tree(layouts, file->path, file->text, file->built_in,
			       diagnostics))
			result = -1;
	}
	for (size_t i = 0; i < layouts->n_trees; i++) {
		const struct layout_tree *tree = &layouts->trees[i];
		const char *other = NULL;

		if (build(layouts, tree, &other, diagnostics) < 0) {
			result = -1;
			continue;
		}
		if (!other)
			continue;
		report_second(data, file_of(data, tree), other, diagnostics);
		result = -1;
	}
	return result;
}

void
layouts_release(struct layouts *layouts)
{
	for (size_t i = 0; i < layouts->n_owned; i++)
		pattern_free(layouts->owned[i].pattern);
	free(layouts->owned);
	free(layouts->trees);
	arena_free(layouts->arena);
	*layouts = (struct layouts){.arena = NULL};
}

const struct layout *
layouts_find(const struct layouts *layouts, struct text name)
{
	for (size_t i = 0; i < layouts->n_items; i++)
		if (text_equal(layouts->items[i].name, name))
			return &layouts->items[i];
	return NULL;
}

void
layouts_allow(const struct layouts *layouts)
{
	for (size_t i = 0; i < layouts->n_owned; i++)
		pattern_allow(layouts->owned[i].pattern, PATTERN_SECONDS);
}

/* With the line where it was late, if that is to be found. */
static struct place
place_late(const struct pattern *pattern, const char *report, struct text text)
{
	size_t at = pattern_late_at(pattern, text);
	struct place where = {.file = report};

	if (at >= text.len)
		return where;
	where.line = 1;
	where.offset = at;
	for (size_t i = 0; i < at; i++)
		where.line += text.bytes[i] == '\n';
	return where;
}

int
layouts_check_time(const struct layouts *layouts, const char *report,
		   struct text text, struct diagnostics *diagnostics)
{
	int result = 0;

	for (size_t i = 0; i < layouts->n_owned; i++) {
		const struct owned_pattern *owned = &layouts->owned[i];

		if (!pattern_late(owned->pattern))
			continue;
		diagnose(diagnostics, DIAGNOSTIC_PATTERN_SLOW,
			 place_late(owned->pattern, report, text),
			 "the pattern %s at %s:%zu took too long on this "
			 "report; write it without repetitions in repetitions",
			 diagnostic_quote(diagnostics,
					  pattern_source(owned->pattern)),
			 owned->where.file, owned->where.line);
		result = -1;
	}
	return result;
}
