/* RTF as tokens; see rtf_tokens.h. */
#include "rtf_tokens.h"

#include <ctype.h>

enum { LARGEST = 100000000 };

static bool
has(struct text rtf, size_t at, int (*is)(int))
{
	return at < rtf.len && is((unsigned char)rtf.bytes[at]);
}

static void
read_number(struct text rtf, struct rtf_token *token)
{
	bool minus = token->to < rtf.len && rtf.bytes[token->to] == '-' &&
		     has(rtf, token->to + 1, isdigit);

	token->to += minus;
	for (; has(rtf, token->to, isdigit); token->to++) {
		token->numbered = true;
		if (token->number < LARGEST)
			token->number = token->number * 10 +
					(rtf.bytes[token->to] - '0');
	}
	if (minus)
		token->number = -token->number;
}

static void
read_word(struct text rtf, struct rtf_token *token)
{
	size_t from = token->to;

	token->kind = RTF_WORD;
	while (has(rtf, token->to, isalpha))
		token->to++;
	token->name = text_sub(rtf, from, token->to - from);
	read_number(rtf, token);
	if (token->to < rtf.len && rtf.bytes[token->to] == ' ')
		token->to++;
	if (text_is(token->name, "bin") && token->number > 0)
		token->to += (size_t)token->number;
	if (token->to > rtf.len)
		token->to = rtf.len;
}

struct rtf_token
rtf_token_at(struct text rtf, size_t at)
{
	struct rtf_token token = {.kind = RTF_BYTE, .from = at, .to = at + 1};

	if (at >= rtf.len)
		return (struct rtf_token){RTF_END,  rtf.len, rtf.len,
					  TEXT(""), false,   0};
	if (rtf.bytes[at] == '{')
		token.kind = RTF_OPEN;
	else if (rtf.bytes[at] == '}')
		token.kind = RTF_CLOSE;
	else if (rtf.bytes[at] == '\n' || rtf.bytes[at] == '\r')
		token.kind = RTF_BREAK;
	if (rtf.bytes[at] != '\\')
		return token;
	if (has(rtf, token.to, isalpha)) {
		read_word(rtf, &token);
		return token;
	}
	token.kind = RTF_SYMBOL;
	token.to += at + 1 < rtf.len && rtf.bytes[at + 1] == '\'' ? 3 : 1;
	if (token.to > rtf.len)
		token.to = rtf.len;
	return token;
}

bool
rtf_is_word(const struct rtf_token *token, const char *name)
{
	return token->kind == RTF_WORD && text_is(token->name, name);
}

size_t
rtf_group_end(struct text rtf, size_t at)
{
	struct rtf_token token = rtf_token_at(rtf, at);

	for (size_t depth = 0; token.kind != RTF_END;
	     token = rtf_token_at(rtf, token.to)) {
		if (token.kind == RTF_OPEN)
			depth++;
		else if (token.kind == RTF_CLOSE && depth-- == 0)
			return token.from;
	}
	return rtf.len;
}
