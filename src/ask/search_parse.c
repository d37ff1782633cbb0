/*
 * Reading a query, by recursive descent:
 *
 *	any   = all { OR all }
 *	all   = [NOT] one { [AND] [NOT] one }
 *	one   = ( any ) | NEAR( one … [, number] ) | field:value | words
 *
 * What is wrong is told once, with the place shown.
 */
#include "casebook/ask/search.h"

#include <stdlib.h>

#include "search_parser.h"

enum {
	NEAR_DISTANCE = 10,
	MOST_DISTANCE = 1000,
};

static bool
is_next(const struct parser *parser, enum lexeme_kind kind)
{
	return !parser->failed && parser->next.kind == kind;
}

static struct search_node *parse_any(struct parser *parser);

/* Behind the opening parenthesis at `open`. */
static void
close_parenthesis(struct parser *parser, size_t open)
{
	if (parser->failed)
		return;
	if (parser->next.kind != LEXEME_CLOSE)
		parser_wrong(parser, open, "parenthesis not closed");
	else
		parser_advance(parser);
}

static struct search_node *
parse_parentheses(struct parser *parser)
{
	size_t open = parser->next.offset;
	struct search_node *node;

	if (++parser->depth > SEARCH_DEEPEST)
		return parser_wrong(
			parser, open,
			"too deeply nested; at most %d parentheses inside "
			"each other",
			SEARCH_DEEPEST);
	parser_advance(parser);
	node = parse_any(parser);
	if (!node)
		parser_wrong(parser, open,
			     "nothing to look for in parentheses");
	close_parenthesis(parser, open);
	parser->depth--;
	return node;
}

static void
parse_distance(struct parser *parser, struct search_node *near)
{
	struct text text;
	size_t distance = 0;

	parser_advance(parser);
	text = parser->next.text;
	if (parser->failed)
		return;
	for (size_t i = 0; i < text.len && distance <= MOST_DISTANCE; i++)
		distance =
			text.bytes[i] >= '0' && text.bytes[i] <= '9'
				? distance * 10 + (size_t)(text.bytes[i] - '0')
				: MOST_DISTANCE + 1;
	if (parser->next.kind != LEXEME_WORD || text.len == 0 ||
	    distance > MOST_DISTANCE) {
		parser_wrong(
			parser, parser->next.offset,
			"how many words may stand between? a number up to %d",
			MOST_DISTANCE);
		return;
	}
	near->distance = distance;
	parser_advance(parser);
}

static struct search_node *
parse_near(struct parser *parser)
{
	struct search_node *near = search_node_new(parser->search, SEARCH_NEAR);
	size_t open = parser->next.offset;

	near->distance = NEAR_DISTANCE;
	parser_advance(parser);
	while (is_next(parser, LEXEME_WORD) || is_next(parser, LEXEME_QUOTED)) {
		struct search_node *item = parse_words(parser);

		if (!item)
			continue;
		item->is_near = true;
		search_node_add(near, item);
	}
	if (is_next(parser, LEXEME_COMMA))
		parse_distance(parser, near);
	if (!parser->failed && parser->next.kind != LEXEME_CLOSE &&
	    parser->next.kind != LEXEME_END)
		parser_wrong(
			parser, parser->next.offset,
			"NEAR takes words and phrases: NEAR(a \"b c\", 5)");
	close_parenthesis(parser, open);
	if (near->n_items < 2)
		parser_wrong(parser, open, "NEAR needs two words or more");
	return near;
}

static struct search_node *
parse_one(struct parser *parser)
{
	switch (parser->next.kind) {
	case LEXEME_WORD:
	case LEXEME_QUOTED:
		return parse_words(parser);
	case LEXEME_FIELD:
		return parse_field(parser);
	case LEXEME_OPEN:
		return parse_parentheses(parser);
	case LEXEME_NEAR:
		return parse_near(parser);
	case LEXEME_COMMA: /* in prose it parts words */
		parser_advance(parser);
		return NULL;
	default:
		return NULL;
	}
}

static bool
begins_one(const struct parser *parser)
{
	return !parser->failed && parser->next.kind >= LEXEME_WORD;
}

/* [NOT] one, added to `all`. */
static void
parse_item(struct parser *parser, struct search_node *all)
{
	struct search_node *item;
	size_t at = parser->next.offset;
	bool denied = is_next(parser, LEXEME_NOT);

	if (denied) {
		parser_advance(parser);
		if (!parser->failed && !begins_one(parser))
			parser_wrong(parser, at,
				     "NOT needs something behind it");
		parser->denials++;
	}
	if (!parser->failed) {
		item = parse_one(parser);
		if (item) {
			item->denied = denied;
			search_node_add(all, item);
		}
	}
	parser->denials -= denied;
}

static bool
has_affirmed(const struct search_node *all)
{
	for (size_t i = 0; i < all->n_items; i++)
		if (!all->items[i]->denied)
			return true;
	return false;
}

static struct search_node *
parse_all(struct parser *parser)
{
	struct search_node *all = search_node_new(parser->search, SEARCH_ALL);
	size_t start = parser->next.offset;

	while (begins_one(parser) || is_next(parser, LEXEME_NOT) ||
	       is_next(parser, LEXEME_AND)) {
		size_t at = parser->next.offset;

		if (is_next(parser, LEXEME_AND)) {
			if (at == start)
				parser_wrong(parser, at,
					     "AND needs something before it");
			parser_advance(parser);
			if (!begins_one(parser) && !is_next(parser, LEXEME_NOT))
				parser_wrong(parser, at,
					     "AND needs something behind it");
		}
		parse_item(parser, all);
	}
	if (parser->failed || all->n_items == 0)
		return NULL;
	if (!has_affirmed(all))
		return parser_wrong(parser, start,
				    "NOT alone: say also what is to be found");
	return all;
}

/* The parts of an OR must be there, and be no filters. */
static void
need_part(struct parser *parser, const struct search_node *all, size_t at,
	  const char *where)
{
	if (parser->field && parser->depth == 0)
		parser_wrong(
			parser, parser->field - 1,
			"a filter holds for the whole query; put what stands "
			"around OR in parentheses");
	else if (!all)
		parser_wrong(parser, at, "OR needs something %s it", where);
}

static struct search_node *
parse_any(struct parser *parser)
{
	struct search_node *any = search_node_new(parser->search, SEARCH_ANY);
	struct search_node *all = parse_all(parser);

	if (all)
		search_node_add(any, all);
	while (is_next(parser, LEXEME_OR)) {
		size_t at = parser->next.offset;

		need_part(parser, all, at, "before");
		parser_advance(parser);
		all = parser->failed ? NULL : parse_all(parser);
		need_part(parser, all, at, "behind");
		if (all)
			search_node_add(any, all);
	}
	return parser->failed || any->n_items == 0 ? NULL : any;
}

static void
parse(struct parser *parser)
{
	struct search *search = parser->search;

	parser_advance(parser);
	search->root = parse_any(parser);
	if (parser->failed)
		return;
	if (parser->next.kind == LEXEME_CLOSE)
		parser_wrong(parser, parser->next.offset,
			     "no parenthesis is open here");
	else if (!search->root)
		parser_wrong(
			parser, search->query.len,
			parser->field
				? "no word to look for; `casebook list` shows "
				  "what filters choose"
				: "no word to look for");
}

struct search *
search_new(struct text query, bool exact, struct filter *filter,
	   struct diagnostics *diagnostics)
{
	struct search *search = memory_new(1, sizeof(*search));
	struct parser parser = {
		.search = search, .filter = filter, .diagnostics = diagnostics};

	search->arena = arena_new();
	search->stemmer = stemmer_new();
	search->query = arena_text(search->arena, query);
	search->exact = exact;
	if (query.len > SEARCH_LONGEST)
		parser_wrong(&parser, SEARCH_LONGEST,
			     "the query is too long: %zu bytes, of at most %d",
			     query.len, SEARCH_LONGEST);
	else
		parse(&parser);
	if (!parser.failed)
		return search;
	search_free(search);
	return NULL;
}
