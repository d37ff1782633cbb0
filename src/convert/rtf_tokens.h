/* The tokens of RTF, and its table of styles. Within room convert only. */
#ifndef CASEBOOK_CONVERT_RTF_TOKENS_H
#define CASEBOOK_CONVERT_RTF_TOKENS_H

#include "casebook/base/text.h"

enum rtf_kind {
	RTF_END,
	RTF_OPEN,   /* "{" */
	RTF_CLOSE,  /* "}" */
	RTF_WORD,   /* "\name-12 ", with the blank that ends it */
	RTF_SYMBOL, /* "\*", "\~", "\'e9" */
	RTF_BREAK,  /* an end of a line, which is nothing */
	RTF_BYTE,   /* of text */
};

struct rtf_token {
	enum rtf_kind kind;
	size_t from, to;  /* offsets */
	struct text name; /* of a word */
	bool numbered;
	long number; /* of a word */
};

/* The token at an offset; the next is at its `to`. */
struct rtf_token rtf_token_at(struct text rtf, size_t at);
bool rtf_is_word(const struct rtf_token *token, const char *name);
/* The offset of the "}" of the group in which the offset is; or rtf.len. */
size_t rtf_group_end(struct text rtf, size_t at);

enum {
	RTF_MOST_STYLES = 1000,
	RTF_NO_HEADING = 9, /* levels are 0 to 8; 9 is running text */
};

/* rtf_styles.c: in the group in which the offset is, the styles: the level of
 * each that is a heading, and one more, by the style's number. */
void rtf_headings(struct text rtf, size_t at, char *headings);

#endif
