/* Cutting a query into pieces; what they mean is the parser's business. */
#include "search_lexer.h"

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"

static bool
is_one_of(char c, const char *set)
{
	for (; *set; set++)
		if (c == *set)
			return true;
	return false;
}

/* Behind the white space at *at. */
static size_t
skip_blanks(struct text query, size_t at)
{
	while (at < query.len) {
		uint32_t c;
		size_t len = utf8_read(text_sub(query, at, query.len - at), &c);

		if (!len || !is_blank(c))
			break;
		at += len;
	}
	return at;
}

static bool
is_digit_at(struct text query, size_t at)
{
	return at < query.len && query.bytes[at] >= '0' &&
	       query.bytes[at] <= '9';
}

/* A comma between digits is of the number. */
static bool
is_sign(struct text query, size_t at)
{
	if (query.bytes[at] == ',' && at > 0 && is_digit_at(query, at - 1) &&
	    is_digit_at(query, at + 1))
		return false;
	return is_one_of(query.bytes[at], "()\",*");
}

/* Where the word at `at` ends: at a blank or a sign of the language. */
static size_t
word_end(struct text query, size_t at)
{
	while (at < query.len && !is_sign(query, at) &&
	       skip_blanks(query, at) == at) {
		uint32_t c;
		size_t len = utf8_read(text_sub(query, at, query.len - at), &c);

		at += len ? len : 1;
	}
	return at;
}

/* The length of "letters:" at the beginning, with its colon; 0: none. */
static size_t
field_len(struct text word)
{
	size_t n = 0;

	while (n < word.len && ((word.bytes[n] | 0x20) >= 'a') &&
	       (word.bytes[n] | 0x20) <= 'z')
		n++;
	if (n > 0 && n + 1 < word.len && word.bytes[n] == '-')
		while (n < word.len && (((word.bytes[n] | 0x20) >= 'a' &&
					 (word.bytes[n] | 0x20) <= 'z') ||
					word.bytes[n] == '-'))
			n++;
	return n > 0 && n < word.len && word.bytes[n] == ':' ? n + 1 : 0;
}

/* A star behind what ends at *at makes it a beginning. */
static const char *
take_star(struct text query, size_t *at, struct lexeme *lexeme)
{
	if (*at == query.len || query.bytes[*at] != '*')
		return NULL;
	lexeme->begins = true;
	++*at;
	if (*at < query.len && !is_one_of(query.bytes[*at], "(),") &&
	    skip_blanks(query, *at) == *at) {
		lexeme->offset = *at - 1;
		return "a * stands only behind the beginning of a word";
	}
	return NULL;
}

static const char *
take_quoted(struct text query, size_t *at, struct lexeme *lexeme)
{
	size_t end = text_find(query, TEXT("\""), *at + 1);

	if (end == query.len)
		return "quote not closed";
	lexeme->kind = LEXEME_QUOTED;
	lexeme->text = text_sub(query, *at + 1, end - *at - 1);
	*at = end + 1;
	if (text_ends(lexeme->text, "*")) {
		lexeme->text.len--;
		lexeme->begins = true;
		return NULL;
	}
	return take_star(query, at, lexeme);
}

static const char *
take_word(struct text query, size_t *at, struct lexeme *lexeme)
{
	struct text word = text_sub(query, *at, word_end(query, *at) - *at);
	size_t field = field_len(word);

	if (field) {
		lexeme->kind = LEXEME_FIELD;
		lexeme->text = text_sub(word, 0, field - 1);
		*at += field;
		return NULL;
	}
	*at += word.len;
	lexeme->kind = LEXEME_WORD;
	lexeme->text = word;
	if (*at < query.len && query.bytes[*at] == '*')
		return take_star(query, at, lexeme);
	if (text_is(word, "NEAR") && *at < query.len &&
	    query.bytes[*at] == '(') {
		lexeme->kind = LEXEME_NEAR;
		++*at;
	} else if (text_is(word, "AND")) {
		lexeme->kind = LEXEME_AND;
	} else if (text_is(word, "OR")) {
		lexeme->kind = LEXEME_OR;
	} else if (text_is(word, "NOT")) {
		lexeme->kind = LEXEME_NOT;
	}
	return NULL;
}

const char *
lexer_next(struct text query, size_t *at, struct lexeme *lexeme)
{
	*at = skip_blanks(query, *at);
	*lexeme = (struct lexeme){.kind = LEXEME_END, .offset = *at};
	if (*at == query.len)
		return NULL;
	switch (query.bytes[*at]) {
	case '"':
		return take_quoted(query, at, lexeme);
	case '(':
		lexeme->kind = LEXEME_OPEN;
		break;
	case ')':
		lexeme->kind = LEXEME_CLOSE;
		break;
	case ',':
		lexeme->kind = LEXEME_COMMA;
		break;
	case '*':
		return "a * stands only behind the beginning of a word";
	default:
		return take_word(query, at, lexeme);
	}
	++*at;
	return NULL;
}
