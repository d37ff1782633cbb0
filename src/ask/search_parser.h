/*
 * What the functions that read a query share: the place in it, and telling what
 * is wrong there.
 */
#ifndef ASK_SEARCH_PARSER_H
#define ASK_SEARCH_PARSER_H

#include "search_lexer.h"
#include "search_tree.h"

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

/* Tells what is wrong at an offset, once, with the place shown. NULL. */
struct search_node *parser_wrong(struct parser *parser, size_t at,
				 const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* Reads the next lexeme. */
void parser_advance(struct parser *parser);

/* A word or phrase; NULL for punctuation alone, which asks for nothing. */
struct search_node *parse_words(struct parser *parser);
/* field:value; NULL for a filter or a section, which is no word. */
struct search_node *parse_field(struct parser *parser);

#endif
