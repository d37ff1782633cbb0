/* Trees from the events of yajl; see tree.h. */
#include "tree.h"

#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

enum { LARGEST_NUMBER = 1000000 }; /* that is told apart */

/* A list or map that is not closed yet. */
struct open {
	uint32_t node, last; /* where it is, and the last in it; 0: none */
	bool map;
	bool content; /* it is the "c" of a map with a kind: the same node */
	bool filled;  /* its "c" was met */
};

struct growing {
	struct text bytes;  /* the JSON */
	struct tree *nodes; /* owned */
	size_t n, capacity;
	struct arena *decoded; /* texts that do not stand in the JSON so */
	struct open open[TREE_DEEPEST]; /* from the outermost */
	size_t depth;
	bool in_list;		/* the outermost map's value is a list */
	struct text outer, key; /* of the outermost map; of what comes next */
	tree_visitor *visit;
	void *context;
	const char *fault; /* why it stopped, where yajl does not know */
};

/* Does it stand in the JSON as it is? */
static bool
is_raw(const struct growing *growing, const unsigned char *bytes)
{
	uintptr_t at = (uintptr_t)bytes;
	uintptr_t from = (uintptr_t)growing->bytes.bytes;

	return at >= from && at - from < growing->bytes.len;
}

/* A text of yajl's: where it stands in the JSON, or a copy. */
static struct text
keep(struct growing *growing, const unsigned char *bytes, size_t len)
{
	struct text text = {(const char *)bytes, len};

	if (len == 0)
		return TEXT("");
	if (is_raw(growing, bytes))
		return text;
	if (!growing->decoded)
		growing->decoded = arena_new();
	return arena_text(growing->decoded, text);
}

/* Does a value that comes now stand on its own, for the visitor? */
static bool
is_root(const struct growing *growing)
{
	return growing->depth == 1 + (size_t)growing->in_list;
}

static uint32_t
push(struct growing *growing, enum tree_type type)
{
	growing->nodes =
		array_grow(growing->nodes, growing->n, &growing->capacity,
			   sizeof(*growing->nodes));
	growing->nodes[growing->n] = (struct tree){.type = (uint8_t)type};
	return (uint32_t)growing->n++;
}

/* A node in the one that is open, behind its key. */
static uint32_t
push_inside(struct growing *growing, enum tree_type type)
{
	struct open *open = &growing->open[growing->depth - 1];
	uint32_t node;

	if (open->map) {
		node = push(growing, TREE_TEXT);
		growing->nodes[node].bytes = growing->key.bytes;
		growing->nodes[node].n = (uint32_t)growing->key.len;
	}
	node = push(growing, type);
	growing->nodes[node].keyed = open->map;
	if (open->last)
		growing->nodes[open->last].next = node - open->last;
	else
		growing->nodes[open->node].n = node - open->node;
	open->last = node;
	return node;
}

/* Is this value the content of the open map, whose kind is told? */
static bool
is_content(const struct growing *growing)
{
	const struct open *open = &growing->open[growing->depth - 1];

	return open->map && !open->content && open->last == 0 &&
	       growing->nodes[open->node].kind != KIND_NONE &&
	       text_is(growing->key, "c");
}

static void
begin_root(struct growing *growing)
{
	growing->n = 0;
	arena_free(growing->decoded);
	growing->decoded = NULL;
}

/* Where a value goes; NULL: nowhere. */
static struct tree *
add(struct growing *growing, enum tree_type type)
{
	uint32_t node;

	if (growing->depth == 0)
		return NULL;
	if (is_root(growing)) {
		node = push(growing, type);
	} else if (growing->open[growing->depth - 1].filled) {
		return NULL;
	} else if (is_content(growing)) {
		growing->open[growing->depth - 1].filled = true;
		node = growing->open[growing->depth - 1].node;
		growing->nodes[node].type = (uint8_t)type;
	} else {
		node = push_inside(growing, type);
	}
	growing->key = TEXT("");
	return &growing->nodes[node];
}

/* Behind a value: a whole one is the visitor's. */
static int
end_value(struct growing *growing)
{
	if (!is_root(growing))
		return 1;
	if (growing->visit(growing->context, growing->outer, growing->nodes) <
	    0)
		return 0;
	begin_root(growing);
	return 1;
}

static int
refuse(struct growing *growing)
{
	growing->fault = "what it gave is no document";
	return 0;
}

static int
add_number(struct growing *growing, enum tree_type type, uint32_t value)
{
	struct tree *node = add(growing, type);

	if (!node)
		return refuse(growing);
	node->n = value;
	return end_value(growing);
}

static int
on_null(void *context)
{
	return add_number(context, TREE_OTHER, 0);
}

static int
on_boolean(void *context, int value)
{
	return add_number(context, TREE_NUMBER, value != 0);
}

static int
on_number(void *context, const char *digits, size_t len)
{
	uint32_t value = 0;

	for (size_t i = 0; i < len && value < LARGEST_NUMBER; i++) {
		if (digits[i] < '0' || digits[i] > '9')
			break;
		value = value * 10 + (uint32_t)(digits[i] - '0');
	}
	return add_number(context, TREE_NUMBER, value);
}

static enum tree_kind
find_kind(struct text name)
{
	static const struct {
		const char *name;
		enum tree_kind kind;
	} kinds[] = {
#define X(constant, name) {name, KIND_##constant},
		TREE_KINDS(X)
#undef X
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (text_is(name, kinds[i].name))
			return kinds[i].kind;
	return KIND_UNKNOWN;
}

/* Does this text tell the kind of the open map? */
static bool
is_kind(const struct growing *growing)
{
	const struct open *open;

	if (growing->depth == 0 || is_root(growing))
		return false;
	open = &growing->open[growing->depth - 1];
	return open->map && !open->content && text_is(growing->key, "t");
}

static int
on_string(void *context, const unsigned char *bytes, size_t len)
{
	struct growing *growing = context;
	struct text text = keep(growing, bytes, len);
	struct tree *node;

	if (is_kind(growing)) {
		node = &growing->nodes[growing->open[growing->depth - 1].node];
		node->kind = (uint8_t)find_kind(text);
		growing->key = TEXT("");
		return 1;
	}
	node = add(growing, TREE_TEXT);
	if (!node)
		return refuse(growing);
	node->bytes = text.bytes;
	node->n = (uint32_t)text.len;
	return end_value(growing);
}

static int
on_key(void *context, const unsigned char *bytes, size_t len)
{
	struct growing *growing = context;

	growing->key = keep(growing, bytes, len);
	if (growing->depth == 1)
		growing->outer =
			is_raw(growing, bytes) ? growing->key : TEXT("");
	return 1;
}

static int
open_node(struct growing *growing, enum tree_type type)
{
	struct open *open;
	size_t content = 0;
	struct tree *node;

	if (growing->depth == TREE_DEEPEST) {
		growing->fault = "it is nested too deeply";
		return 0;
	}
	open = &growing->open[growing->depth];
	*open = (struct open){.map = type == TREE_MAP};
	if (growing->depth > 0) {
		content = growing->n;
		node = add(growing, type);
		if (!node)
			return refuse(growing);
		open->node = (uint32_t)(node - growing->nodes);
		open->content = growing->n == content;
	}
	growing->depth++;
	return 1;
}

static int
on_map(void *context)
{
	return open_node(context, TREE_MAP);
}

/* A list of the outermost map is none here: its values come one by one. */
static int
on_list(void *context)
{
	struct growing *growing = context;

	if (growing->depth != 1 || growing->in_list)
		return open_node(growing, TREE_LIST);
	growing->in_list = true;
	growing->depth++;
	return growing->visit(growing->context, growing->outer, NULL) == 0;
}

static int
on_end(void *context)
{
	struct growing *growing = context;

	growing->depth--;
	if (growing->in_list && growing->depth == 1) {
		growing->in_list = false;
		return 1;
	}
	return growing->depth == 0 ? 1 : end_value(growing);
}

int
tree_walk(struct text bytes, tree_visitor *visit, void *context,
	  const char **fault)
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
	struct growing *growing = memory_new(1, sizeof(*growing));
	yajl_handle parser = yajl_alloc(&callbacks, NULL, growing);
	yajl_status status = yajl_status_error;

	if (!parser)
		memory_exhausted();
	growing->bytes = bytes;
	growing->visit = visit;
	growing->context = context;
	if (bytes.len < UINT32_MAX)
		status = yajl_parse(parser, (const unsigned char *)bytes.bytes,
				    bytes.len);
	if (status == yajl_status_ok)
		status = yajl_complete_parse(parser);
	if (status == yajl_status_error)
		*fault = "what it gave is not JSON";
	if (growing->fault)
		*fault = growing->fault;
	yajl_free(parser);
	arena_free(growing->decoded);
	free(growing->nodes);
	free(growing);
	return status == yajl_status_ok ? 0 : -1;
}

const struct tree *
tree_first(const struct tree *node)
{
	if (!node || node->n == 0 ||
	    (node->type != TREE_LIST && node->type != TREE_MAP))
		return NULL;
	return node + node->n;
}

const struct tree *
tree_next(const struct tree *node)
{
	return node && node->next ? node + node->next : NULL;
}

const struct tree *
tree_get(const struct tree *map, const char *key)
{
	const struct tree *node = tree_first(map);

	while (node && !text_is(tree_key(node), key))
		node = tree_next(node);
	return node;
}

const struct tree *
tree_at(const struct tree *list, size_t i)
{
	const struct tree *node = tree_first(list);

	while (node && i-- > 0)
		node = tree_next(node);
	return node;
}

struct text
tree_text(const struct tree *node)
{
	return node && node->type == TREE_TEXT && node->n > 0
		       ? (struct text){node->bytes, node->n}
		       : TEXT("");
}

struct text
tree_key(const struct tree *node)
{
	return node && node->keyed ? tree_text(node - 1) : TEXT("");
}

size_t
tree_number(const struct tree *node)
{
	return node && node->type == TREE_NUMBER ? node->n : 0;
}

enum tree_kind
tree_kind(const struct tree *node)
{
	return node ? (enum tree_kind)node->kind : KIND_NONE;
}

const struct tree *
tree_content(const struct tree *node)
{
	return node && node->type == TREE_MAP && node->kind != KIND_META_MAP
		       ? tree_get(node, "c")
		       : node;
}
