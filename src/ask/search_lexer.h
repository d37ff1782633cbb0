/* The pieces that a query is made of. */
#ifndef ASK_SEARCH_LEXER_H
#define ASK_SEARCH_LEXER_H

#include "casebook/base/text.h"

enum lexeme_kind {
	LEXEME_END,
	LEXEME_CLOSE,
	LEXEME_AND, /* in capitals */
	LEXEME_OR,
	LEXEME_NOT,
	/* what something to look for begins with: */
	LEXEME_WORD, /* no blank, quote or parenthesis in it */
	LEXEME_QUOTED,
	LEXEME_FIELD, /* letters, then a colon */
	LEXEME_OPEN,
	LEXEME_NEAR, /* with its parenthesis */
	LEXEME_COMMA,
};

struct lexeme {
	enum lexeme_kind kind;
	struct text text; /* without quotes, star and colon */
	size_t offset;	  /* in the query; bytes */
	bool begins;	  /* a star stands behind it */
};

/*
 * The next one at or after *at, which moves behind it. Returns NULL, or what is
 * wrong at lexeme->offset.
 */
const char *lexer_next(struct text query, size_t *at, struct lexeme *lexeme);

#endif
