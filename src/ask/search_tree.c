/* The tree of a query: making it and letting go of it. */
#include "search_tree.h"

#include <stdlib.h>

struct search_node *
search_node_new(struct search *search, enum search_kind kind)
{
	struct search_node *node = arena_alloc(search->arena, 1, sizeof(*node));

	node->kind = kind;
	search->nodes =
		array_grow(search->nodes, search->n_nodes,
			   &search->nodes_capacity, sizeof(*search->nodes));
	search->nodes[search->n_nodes++] = node;
	return node;
}

void
search_node_add(struct search_node *node, struct search_node *item)
{
	node->items = array_grow(node->items, node->n_items, &node->capacity,
				 sizeof(struct search_node *));
	node->items[node->n_items++] = item;
}

void
search_free(struct search *search)
{
	if (!search)
		return;
	query_free(search->reader);
	for (size_t i = 0; i < search->n_nodes; i++) {
		free(search->nodes[i]->words);
		free(search->nodes[i]->items);
	}
	free(search->nodes);
	free(search->sections);
	stemmer_free(search->stemmer);
	arena_free(search->arena);
	free(search);
}

bool
search_must_see(const struct search *search)
{
	return search->exact || search->begins;
}
