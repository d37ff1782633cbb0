/* A tree from the events of yajl; see tree.h. */
#include "tree.h"

#include <string.h>
#include <yajl/yajl_parse.h>

struct growing {
	struct arena *arena;
	struct tree *open[TREE_DEEPEST]; /* from the outermost */
	size_t depth;
	struct tree *root;
	struct text key; /* of the value that comes next */
	bool too_deep;
};

static struct tree *
add(struct growing *growing, enum tree_type type)
{
	struct tree *node = arena_alloc(growing->arena, 1, sizeof(*node));

	node->type = type;
	node->key = growing->key;
	growing->key = TEXT("");
	if (growing->depth == 0) {
		growing->root = node;
		return node;
	}
	struct tree *above = growing->open[growing->depth - 1];

	if (above->last)
		above->last->next = node;
	else
		above->first = node;
	above->last = node;
	above->n++;
	return node;
}

static int
open_node(struct growing *growing, enum tree_type type)
{
	if (growing->depth == TREE_DEEPEST) {
		growing->too_deep = true;
		return 0;
	}
	struct tree *node = add(growing, type);

	growing->open[growing->depth++] = node;
	return 1;
}

static int
on_null(void *context)
{
	add(context, TREE_OTHER);
	return 1;
}

static int
on_boolean(void *context, int value)
{
	add(context, TREE_OTHER)->n = value != 0;
	return 1;
}

static int
on_number(void *context, const char *digits, size_t len)
{
	struct growing *growing = context;

	add(growing, TREE_NUMBER)->text =
		arena_text(growing->arena, (struct text){digits, len});
	return 1;
}

static struct text
copy(struct growing *growing, const unsigned char *bytes, size_t len)
{
	return arena_text(growing->arena,
			  (struct text){(const char *)bytes, len});
}

static int
on_string(void *context, const unsigned char *bytes, size_t len)
{
	struct growing *growing = context;

	add(growing, TREE_TEXT)->text = copy(growing, bytes, len);
	return 1;
}

static int
on_key(void *context, const unsigned char *bytes, size_t len)
{
	struct growing *growing = context;

	growing->key = copy(growing, bytes, len);
	return 1;
}

static int
on_map(void *context)
{
	return open_node(context, TREE_MAP);
}

static int
on_list(void *context)
{
	return open_node(context, TREE_LIST);
}

static int
on_end(void *context)
{
	struct growing *growing = context;

	growing->depth--;
	return 1;
}

const struct tree *
tree_parse(struct arena *arena, struct text bytes, const char **fault)
{
	static const yajl_callbacks callbacks = {
		.yajl_null = on_null,
		.yajl_boolean = on_boolean,
		.yajl_number = on_number,
		.yajl_string = on_string,
		.yajl_start_map = on_map,
		.yajl_map_key = on_key,
		.yajl_end_map = on_end,
		.yajl_start_array = on_list,
		.yajl_end_array = on_end,
	};
	struct growing growing = {.arena = arena};
	yajl_handle parser = yajl_alloc(&callbacks, NULL, &growing);
	yajl_status status;

	if (!parser)
		memory_exhausted();
	status = yajl_parse(parser, (const unsigned char *)bytes.bytes,
			    bytes.len);
	if (status == yajl_status_ok)
		status = yajl_complete_parse(parser);
	yajl_free(parser);
	if (status == yajl_status_ok && growing.root)
		return growing.root;
	*fault = growing.too_deep ? "it is nested too deeply"
				  : "what it gave is not JSON";
	return NULL;
}

const struct tree *
tree_first(const struct tree *node)
{
	return node ? node->first : NULL;
}

const struct tree *
tree_get(const struct tree *map, const char *key)
{
	const struct tree *node = tree_first(map);

	while (node && !text_is(node->key, key))
		node = node->next;
	return node;
}

const struct tree *
tree_at(const struct tree *list, size_t i)
{
	const struct tree *node = tree_first(list);

	while (node && i-- > 0)
		node = node->next;
	return node;
}

struct text
tree_text(const struct tree *node)
{
	return node && node->type == TREE_TEXT ? node->text : TEXT("");
}

size_t
tree_number(const struct tree *node)
{
	size_t value = 0;

	if (!node || node->type != TREE_NUMBER)
		return 0;
	for (size_t i = 0; i < node->text.len && value < 1000000; i++) {
		if (node->text.bytes[i] < '0' || node->text.bytes[i] > '9')
			break;
		value = value * 10 + (size_t)(node->text.bytes[i] - '0');
	}
	return value;
}
