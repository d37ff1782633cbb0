/* Which styles of an RTF document are headings: by their level or their name.
 */
#include "rtf_tokens.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* "heading 2": 2; 0: it is none. */
static int
level_in(struct text name)
{
	size_t heading = strlen("heading ");

	name = text_trim(name);
	if (name.len != heading + 2 || name.bytes[heading + 1] != ';' ||
	    strncasecmp(name.bytes, "heading ", heading) != 0 ||
	    !isdigit((unsigned char)name.bytes[heading]))
		return 0;
	return name.bytes[heading] - '0';
}

/* One style: "{\s1 ... \outlinelevel0 ... heading 1;}" */
static void
read_style(struct text rtf, size_t from, size_t end, char *headings)
{
	long style = 0, level = RTF_NO_HEADING;
	size_t words = from;

	for (size_t at = from; at < end;) {
		struct rtf_token token = rtf_token_at(rtf, at);

		if (rtf_is_word(&token, "s"))
			style = token.number;
		if (rtf_is_word(&token, "outlinelevel"))
			level = token.number;
		at = token.to;
		if (token.kind != RTF_BYTE)
			words = at;
	}
	if (level_in(text_sub(rtf, words, end - words)) > 0)
		level = level_in(text_sub(rtf, words, end - words)) - 1;
	if (style > 0 && style < RTF_MOST_STYLES && level >= 0 &&
	    level < RTF_NO_HEADING)
		headings[style] = (char)(level + 1);
}

void
rtf_headings(struct text rtf, size_t at, char *headings)
{
	size_t end = rtf_group_end(rtf, at);

	while (at < end) {
		struct rtf_token token = rtf_token_at(rtf, at);

		at = token.to;
		if (token.kind != RTF_OPEN)
			continue;
		at = rtf_group_end(rtf, token.to);
		read_style(rtf, token.to, at, headings);
		at++;
	}
}
