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

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/distance.h"
#include "casebook/text/fold.h"
#include "casebook/text/width.h"
#include "search_lexer.h"
#include "search_tree.h"

enum {
	LONGEST_QUERY = 4096, /* bytes */
	MOST_WORDS = 100,
	DEEPEST = 20, /* parentheses */
	NEAR_DISTANCE = 10,
	MOST_DISTANCE = 1000,
	SHOWN_BEFORE = 40, /* characters of the query, in a message */
	SHOWN_BEHIND = 40,
};

struct parser {
	struct search *search;
	struct filter *filter;
	struct diagnostics *diagnostics;
	struct lexeme next;
	size_t at;	/* behind `next` */
	size_t n_words; /* of the whole query */
	size_t depth;	/* of parentheses */
	size_t denials; /* NOTs around it */
	size_t field;	/* where the first filter stands, + 1; 0: none */
	bool failed;
};

/* --- what is wrong -------------------------------------------------------- */

/* The last n characters of a text. */
static struct text
last_characters(struct text text, size_t n)
{
	size_t from = text.len;

	while (n-- > 0 && from > 0)
		do
			from--;
		while (from > 0 &&
		       ((unsigned char)text.bytes[from] & 0xC0) == 0x80);
	return text_sub(text, from, text.len - from);
}

/* The query around a place, and a caret below it. */
static void
show_place(struct buffer *out, struct text query, size_t at)
{
	struct text before =
		last_characters(text_sub(query, 0, at), SHOWN_BEFORE);
	struct text behind =
		escape_cut(text_sub(query, at, query.len - at), SHOWN_BEHIND);
	struct buffer line = {NULL, 0, 0};
	size_t width;

	buffer_add_string(&line, before.len < at ? "…" : "");
	escape_terminal(&line, before);
	width = text_width(buffer_text(&line));
	escape_terminal(&line, behind);
	buffer_format(out, "\n    %s%s\n    %*s^", line.bytes ? line.bytes : "",
		      at + behind.len < query.len ? "…" : "", (int)width, "");
	buffer_release(&line);
}

__attribute__((format(printf, 3, 4))) static struct search_node *
wrong(struct parser *parser, size_t at, const char *format, ...)
{
	struct buffer place = {NULL, 0, 0};
	char message[512];
	va_list arguments;

	if (parser->failed)
		return NULL;
	parser->failed = true;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	show_place(&place, parser->search->query, at);
	diagnose(parser->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "search: %s%s", message,
		 place.bytes);
	buffer_release(&place);
	return NULL;
}

/* --- lexemes -------------------------------------------------------------- */

static void
advance(struct parser *parser)
{
	const char *problem =
		lexer_next(parser->search->query, &parser->at, &parser->next);

	if (problem)
		wrong(parser, parser->next.offset, "%s", problem);
}

static bool
is_next(const struct parser *parser, enum lexeme_kind kind)
{
	return !parser->failed && parser->next.kind == kind;
}

/* --- words ---------------------------------------------------------------- */

static void
add_word(struct search_node *node, const struct token *token)
{
	node->words = array_grow(node->words, node->n_words,
				 &node->words_capacity, sizeof(*node->words));
	node->words[node->n_words++] = (struct search_word){
		.folded = token->folded, .stem = token->stem};
}

/* The words of a lexeme; NULL when it has none, without a message. */
static struct search_node *
words_of(struct parser *parser, const struct lexeme *lexeme)
{
	struct search *search = parser->search;
	struct search_node *node = search_node_new(search, SEARCH_WORDS);
	struct token token;
	size_t at = 0;

	while (stem_next(search->stemmer, lexeme->text, &at, &token)) {
		add_word(node, &token);
		if (++parser->n_words > MOST_WORDS)
			return wrong(parser, lexeme->offset,
				     "more than %d words", MOST_WORDS);
	}
	if (node->n_words == 0)
		return NULL;
	if (lexeme->begins) {
		node->words[node->n_words - 1].begins = true;
		search->begins = true;
	}
	return node;
}

/* An operator in small letters is a word, and so it may be meant. */
static void
note_small(struct parser *parser, const struct lexeme *lexeme)
{
	static const char *const words[] = {"and", "or", "not", "near"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (lexeme->kind == LEXEME_WORD &&
		    text_is(lexeme->text, words[i]))
			diagnose(parser->diagnostics, DIAGNOSTIC_PROGRESS,
				 (struct place){.file = NULL},
				 "%s is looked for as a word; in capitals it "
				 "joins words",
				 diagnostic_quote(parser->diagnostics,
						  lexeme->text));
}

/* A word or phrase; NULL for punctuation alone, which asks for nothing. */
static struct search_node *
parse_words(struct parser *parser)
{
	struct lexeme lexeme = parser->next;
	struct search_node *node = words_of(parser, &lexeme);

	if (!node && (lexeme.kind == LEXEME_QUOTED || lexeme.begins))
		return wrong(parser, lexeme.offset,
			     "there is no word to look for here");
	note_small(parser, &lexeme);
	advance(parser);
	return node;
}

/* --- fields --------------------------------------------------------------- */

static bool
is_called(struct text name, const char *field)
{
	if (name.len != strlen(field))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if ((name.bytes[i] | 0x20) != (field[i] | 0x20))
			return false;
	return true;
}

static struct search_node *
unknown_field(struct parser *parser, const struct lexeme *field)
{
	static const struct text own[] = {
		{"section", 7},
		{"title", 5},
	};
	enum { N_OWN = sizeof(own) / sizeof(*own) };
	struct text names[N_OWN + 64];
	const struct filter_option *option;
	size_t n = N_OWN, near;

	memcpy(names, own, sizeof(own));
	for (size_t i = 0; (option = filter_option_at(i)) && n < N_OWN + 64;
	     i++)
		names[n++] = text_of(option->name);
	near = nearest(field->text, names, n);
	if (near < n)
		return wrong(parser, field->offset,
			     "no field of this name; did you mean %.*s:?",
			     TEXT_ARG(names[near]));
	return wrong(parser, field->offset,
		     "no field of this name; there are title:, section: and "
		     "the filters (casebook search --help); put words with a "
		     "colon in quotes");
}

static void
add_section(struct search *search, struct text name)
{
	search->sections = array_grow(search->sections, search->n_sections,
				      &search->sections_capacity, sizeof(name));
	search->sections[search->n_sections++] = name;
}

/* Filters and sections hold for the whole query. */
static void
parse_filter(struct parser *parser, const struct lexeme *field, size_t option)
{
	struct text value = text_trim(parser->next.text);
	struct search *search = parser->search;
	char *given;

	if (value.len == 0) {
		wrong(parser, parser->next.offset, "%.*s: is given no value",
		      TEXT_ARG(field->text));
		return;
	}
	if (parser->depth > 0 || parser->denials > 0) {
		wrong(parser, field->offset,
		      "%.*s: holds for the whole query; it cannot stand inside "
		      "parentheses or behind NOT",
		      TEXT_ARG(field->text));
		return;
	}
	if (parser->next.begins) {
		wrong(parser, parser->next.offset,
		      "%.*s: takes no *; a part of a name will do",
		      TEXT_ARG(field->text));
		return;
	}
	if (!parser->field)
		parser->field = field->offset + 1;
	given = memory_string(value);
	if (option == (size_t)-1)
		add_section(search, arena_text(search->arena, value));
	else if (filter_add(parser->filter, option, given,
			    parser->diagnostics) < 0)
		parser->failed = true;
	free(given);
}

/* field:value; NULL for a filter, which is no word. */
static struct search_node *
parse_field(struct parser *parser)
{
	struct lexeme field = parser->next;
	const struct filter_option *option;
	struct search_node *node = NULL;

	advance(parser);
	if (parser->failed)
		return NULL;
	if (parser->next.kind != LEXEME_WORD &&
	    parser->next.kind != LEXEME_QUOTED)
		return wrong(parser, parser->next.offset,
			     "%.*s: is given no value", TEXT_ARG(field.text));
	if (is_called(field.text, "title")) {
		node = parse_words(parser);
		if (!node)
			return wrong(parser, field.offset,
				     "title: is given no word");
		node->in_title = true;
		return node;
	}
	if (is_called(field.text, "section")) {
		parse_filter(parser, &field, (size_t)-1);
		advance(parser);
		return NULL;
	}
	for (size_t i = 0; (option = filter_option_at(i)); i++) {
		if (!is_called(field.text, option->name))
			continue;
		parse_filter(parser, &field, i);
		advance(parser);
		return NULL;
	}
	return unknown_field(parser, &field);
}

/* --- the grammar ---------------------------------------------------------- */

static struct search_node *parse_any(struct parser *parser);

/* Behind the opening parenthesis at `open`. */
static void
close_parenthesis(struct parser *parser, size_t open)
{
	if (parser->failed)
		return;
	if (parser->next.kind != LEXEME_CLOSE)
		wrong(parser, open, "parenthesis not closed");
	else
		advance(parser);
}

static struct search_node *
parse_parentheses(struct parser *parser)
{
	size_t open = parser->next.offset;
	struct search_node *node;

	if (++parser->depth > DEEPEST)
		return wrong(parser, open,
			     "too deeply nested; at most %d parentheses inside "
			     "each other",
			     DEEPEST);
	advance(parser);
	node = parse_any(parser);
	if (!node)
		wrong(parser, open, "nothing to look for in parentheses");
	close_parenthesis(parser, open);
	parser->depth--;
	return node;
}

static void
parse_distance(struct parser *parser, struct search_node *near)
{
	struct text text;
	size_t distance = 0;

	advance(parser);
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
		wrong(parser, parser->next.offset,
		      "how many words may stand between? a number up to %d",
		      MOST_DISTANCE);
		return;
	}
	near->distance = distance;
	advance(parser);
}

static struct search_node *
parse_near(struct parser *parser)
{
	struct search_node *near = search_node_new(parser->search, SEARCH_NEAR);
	size_t open = parser->next.offset;

	near->distance = NEAR_DISTANCE;
	advance(parser);
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
		wrong(parser, parser->next.offset,
		      "NEAR takes words and phrases: NEAR(a \"b c\", 5)");
	close_parenthesis(parser, open);
	if (near->n_items < 2)
		wrong(parser, open, "NEAR needs two words or more");
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
		advance(parser);
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
		advance(parser);
		if (!parser->failed && !begins_one(parser))
			wrong(parser, at, "NOT needs something behind it");
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
				wrong(parser, at,
				      "AND needs something before it");
			advance(parser);
			if (!begins_one(parser) && !is_next(parser, LEXEME_NOT))
				wrong(parser, at,
				      "AND needs something behind it");
		}
		parse_item(parser, all);
	}
	if (parser->failed || all->n_items == 0)
		return NULL;
	if (!has_affirmed(all))
		return wrong(parser, start,
			     "NOT alone: say also what is to be found");
	return all;
}

/* The parts of an OR must be there, and be no filters. */
static void
need_part(struct parser *parser, const struct search_node *all, size_t at,
	  const char *where)
{
	if (parser->field && parser->depth == 0)
		wrong(parser, parser->field - 1,
		      "a filter holds for the whole query; put what stands "
		      "around OR in parentheses");
	else if (!all)
		wrong(parser, at, "OR needs something %s it", where);
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
		advance(parser);
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

	advance(parser);
	search->root = parse_any(parser);
	if (parser->failed)
		return;
	if (parser->next.kind == LEXEME_CLOSE)
		wrong(parser, parser->next.offset,
		      "no parenthesis is open here");
	else if (!search->root)
		wrong(parser, search->query.len,
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
	if (query.len > LONGEST_QUERY)
		wrong(&parser, LONGEST_QUERY,
		      "the query is too long: %zu bytes, of at most %d",
		      query.len, LONGEST_QUERY);
	else
		parse(&parser);
	if (!parser.failed)
		return search;
	search_free(search);
	return NULL;
}
