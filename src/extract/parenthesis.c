/* Finding the marks of parentheses that belong together. */
#include "parenthesis.h"

#include <stdlib.h>

/* The parenthesis that opens here, with its marks; len 0: it never closes. */
static struct span
parenthesis_at(struct text text, struct span span, size_t open)
{
	size_t depth = 0;

	for (size_t at = open; at < span_end(span); at++) {
		depth += text.bytes[at] == '(';
		if (text.bytes[at] == ')' && --depth == 0)
			return span_of(open, at + 1);
	}
	return (struct span){0, 0};
}

/* From behind, each mark that opens takes the nearest free one that closes. */
struct span
parenthesis(struct text text, struct span span)
{
	size_t n_free = 0, first = span_end(span);

	for (size_t at = span_end(span); at-- > span.offset;) {
		n_free += text.bytes[at] == ')';
		if (text.bytes[at] == '(' && n_free > 0) {
			n_free--;
			first = at;
		}
	}
	if (first == span_end(span))
		return (struct span){0, 0};
	return parenthesis_at(text, span, first);
}

static void
add_span(struct parentheses *list, struct span span)
{
	list->items = array_grow(list->items, list->n_items, &list->capacity,
				 sizeof(*list->items));
	list->items[list->n_items++] = span;
}

void
find_parentheses(struct text text, struct span span, struct parentheses *found)
{
	struct parentheses open = {NULL, 0, 0};

	for (size_t at = span.offset; at < span_end(span); at++) {
		size_t from;

		if (text.bytes[at] == '(')
			add_span(&open, span_of(at, at + 1));
		if (text.bytes[at] != ')' || open.n_items == 0)
			continue;
		from = open.items[--open.n_items].offset;
		while (found->n_items > 0 &&
		       found->items[found->n_items - 1].offset > from)
			found->n_items--;
		add_span(found, span_of(from, at + 1));
	}
	free(open.items);
}

struct span
inside_of(struct span parenthesis)
{
	return span_of(parenthesis.offset + 1, span_end(parenthesis) - 1);
}
