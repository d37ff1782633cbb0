/*
 * The table of labels: sorted by what is labelled, searched by halving. Filled
 * by the command room, which knows where the words stand.
 */
#include "casebook/output/labels.h"

#include <stdlib.h>
#include <string.h>

enum label_kind { LABEL_COLUMN, LABEL_TABLE, LABEL_VALUE };

struct label {
	enum label_kind kind;
	struct text column; /* of a value; else empty */
	struct text name;
	struct text label; /* ends in NUL */
};

struct labels {
	struct arena *arena;
	struct label *items; /* sorted, no two of one name */
	size_t n, capacity;
};

struct labels *
labels_new(void)
{
	struct labels *labels = memory_new(1, sizeof(*labels));

	labels->arena = arena_new();
	return labels;
}

void
labels_free(struct labels *labels)
{
	if (!labels)
		return;
	arena_free(labels->arena);
	free(labels->items);
	free(labels);
}

static int
compare(const struct label *a, const struct label *b)
{
	int order;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	order = text_compare(a->column, b->column);
	return order ? order : text_compare(a->name, b->name);
}

/* Where a label stands, or would. Returns whether it is there. */
static bool
find(const struct labels *labels, const struct label *wanted, size_t *at)
{
	size_t from = 0, to = labels->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = compare(&labels->items[middle], wanted);

		if (order == 0) {
			*at = middle;
			return true;
		}
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	*at = from;
	return false;
}

static void
add(struct labels *labels, struct label label)
{
	size_t at;

	label.label = arena_text(labels->arena, label.label);
	if (find(labels, &label, &at)) {
		labels->items[at].label = label.label;
		return;
	}
	label.column = arena_text(labels->arena, label.column);
	label.name = arena_text(labels->arena, label.name);
	labels->items = array_grow(labels->items, labels->n, &labels->capacity,
				   sizeof(*labels->items));
	memmove(labels->items + at + 1, labels->items + at,
		(labels->n - at) * sizeof(*labels->items));
	labels->items[at] = label;
	labels->n++;
}

void
labels_add_column(struct labels *labels, struct text name, struct text label)
{
	add(labels, (struct label){LABEL_COLUMN, TEXT(""), name, label});
}

void
labels_add_table(struct labels *labels, struct text name, struct text label)
{
	add(labels, (struct label){LABEL_TABLE, TEXT(""), name, label});
}

void
labels_add_value(struct labels *labels, struct text column, struct text value,
		 struct text label)
{
	add(labels, (struct label){LABEL_VALUE, column, value, label});
}

/* Empty when there is none. */
static struct text
look_up(const struct labels *labels, enum label_kind kind, struct text column,
	struct text name)
{
	struct label wanted = {kind, column, name, TEXT("")};
	size_t at;

	if (!labels || !find(labels, &wanted, &at))
		return TEXT("");
	return labels->items[at].label;
}

const char *
label_of_column(const struct labels *labels, const char *name)
{
	struct text label =
		look_up(labels, LABEL_COLUMN, TEXT(""), text_of(name));

	return label.len ? label.bytes : name;
}

const char *
label_of_table(const struct labels *labels, const char *name)
{
	struct text label =
		look_up(labels, LABEL_TABLE, TEXT(""), text_of(name));

	return label.len ? label.bytes : name;
}

/* Whether any item of the list has a label; then it stands in `list`. */
static bool
label_items(const struct labels *labels, struct text column, struct text value,
	    struct buffer *list)
{
	static const struct text glue = {", ", 2};
	bool any = false;

	buffer_clear(list);
	for (size_t at = 0; at <= value.len;) {
		size_t end = text_find(value, glue, at);
		struct text item = text_sub(value, at, end - at);
		struct text label = look_up(labels, LABEL_VALUE, column, item);

		if (at)
			buffer_add(list, glue);
		buffer_add(list, label.len ? label : item);
		any = any || label.len;
		at = end < value.len ? end + glue.len : value.len + 1;
	}
	return any;
}

struct text
label_of_value(const struct labels *labels, const char *column,
	       struct text value, struct buffer *list)
{
	struct text name = text_of(column);
	struct text label = look_up(labels, LABEL_VALUE, name, value);

	if (label.len)
		return label;
	if (!labels || !text_ends(name, "s"))
		return value;
	name = text_sub(name, 0, name.len - 1);
	return label_items(labels, name, value, list) ? buffer_text(list)
						      : value;
}
