/*
 * RTF as pandoc 2 reads it without loss. Word processors write what pandoc does
 * not expect: a character by its number with one or more stand-ins behind it
 * (\uc), notes that older programs are to pass over (\*\footnote), headings
 * that are numbered like lists, or known by their style alone, the address of
 * a link beside its words (\field), and text in drawn boxes (\shptxt), which
 * comes to stand behind the paragraph.
 */
#include "rtf.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "rtf_tokens.h"

enum {
	DEEPEST = 8,	/* boxes in boxes */
	FARTHEST = 600, /* bytes that are looked ahead */
};

struct group {
	unsigned stand_ins;  /* behind a character's number */
	struct text address; /* of a link; empty: none, or it was written */
	size_t words;	     /* where a link's words begin; 0: nowhere */
	bool heading;	     /* was the paragraph one before it? */
};

struct rewriting {
	struct text rtf;
	struct buffer *out;
	struct group *groups; /* owned; the open ones */
	size_t n_groups, capacity;
	struct buffer boxes;		/* of the paragraph that is open */
	char headings[RTF_MOST_STYLES]; /* level of each style, and one more */
	bool listed, in_row;		/* behind a list; in a table */
	bool styled;			/* the table of styles was read */
	bool heading;			/* the paragraph that is open is one */
	long high;			/* half of a character; 0: none */
	size_t depth;			/* of boxes */
};

static void rewrite(struct rewriting *rewriting);

static struct group *
group_of(struct rewriting *rewriting)
{
	return &rewriting->groups[rewriting->n_groups - 1];
}

static void
add_token(struct rewriting *rewriting, const struct rtf_token *token)
{
	buffer_add(rewriting->out, text_sub(rewriting->rtf, token->from,
					    token->to - token->from));
}

/* --- characters ------------------------------------------------------------
 */

/* A letter would join the word before it, a brace would be none. */
static void
add_character(struct rewriting *rewriting, uint32_t c)
{
	struct buffer *out = rewriting->out;

	if (c < 0x20)
		return;
	if (c == '\\' || c == '{' || c == '}')
		buffer_add_byte(out, '\\');
	else if (c < 0x80)
		buffer_add_string(out, "{}");
	if (c < 0x80)
		buffer_add_byte(out, (char)c);
	else if (c < 0x800)
		buffer_add_byte(out, (char)(0xC0 | c >> 6));
	else if (c < 0x10000)
		buffer_add_byte(out, (char)(0xE0 | c >> 12));
	else
		buffer_add_byte(out, (char)(0xF0 | c >> 18));
	if (c >= 0x10000)
		buffer_add_byte(out, (char)(0x80 | (c >> 12 & 0x3F)));
	if (c >= 0x800)
		buffer_add_byte(out, (char)(0x80 | (c >> 6 & 0x3F)));
	if (c >= 0x80)
		buffer_add_byte(out, (char)(0x80 | (c & 0x3F)));
}

/* Behind the stand-ins; a group's end ends them, too. */
static size_t
pass_stand_ins(const struct rewriting *rewriting, size_t at, unsigned n)
{
	while (n > 0) {
		struct rtf_token token = rtf_token_at(rewriting->rtf, at);

		if (token.kind == RTF_END || token.kind == RTF_OPEN ||
		    token.kind == RTF_CLOSE || rtf_is_word(&token, "u"))
			break;
		n -= token.kind != RTF_BREAK;
		at = token.to;
	}
	return at;
}

static size_t
rewrite_character(struct rewriting *rewriting, const struct rtf_token *token)
{
	long c = token->number < 0 ? token->number + 0x10000 : token->number;

	if (c >= 0xD800 && c < 0xDC00) {
		rewriting->high = c;
	} else {
		if (c >= 0xDC00 && c < 0xE000)
			c = rewriting->high
				    ? 0x10000 + c - 0xDC00 +
					      ((rewriting->high - 0xD800) << 10)
				    : 0xFFFD;
		rewriting->high = 0;
		add_character(rewriting,
			      c < 0 || c > 0x10FFFF ? 0xFFFD : (uint32_t)c);
	}
	return pass_stand_ins(rewriting, token->to,
			      group_of(rewriting)->stand_ins);
}

/* --- headings --------------------------------------------------------------
 */

/* Do the words that stand together here say that this is a heading? */
static bool
becomes_heading(const struct rewriting *rewriting, size_t at)
{
	struct rtf_token token = rtf_token_at(rewriting->rtf, at);
	size_t end = at + FARTHEST;

	for (; (token.kind == RTF_WORD || token.kind == RTF_BREAK) &&
	       token.to < end;
	     token = rtf_token_at(rewriting->rtf, token.to)) {
		if (rtf_is_word(&token, "outlinelevel"))
			return token.number < RTF_NO_HEADING;
		if (rtf_is_word(&token, "par") || rtf_is_word(&token, "pard"))
			break;
	}
	return false;
}

/* A style that is a heading's says so in the paragraph. */
static void
rewrite_style(struct rewriting *rewriting, const struct rtf_token *token)
{
	long style = token->number;
	int level = style > 0 && style < RTF_MOST_STYLES
			    ? rewriting->headings[style]
			    : 0;

	add_token(rewriting, token);
	if (level == 0)
		return;
	rewriting->heading = true;
	buffer_format(rewriting->out, "\\outlinelevel%d ", level - 1);
}

/* --- links -----------------------------------------------------------------
 */

/* The address in what a field is told to do: HYPERLINK "mailto:a@b.nl" */
static struct text
address_in(struct text told)
{
	static const char mailto[] = "mailto:";
	size_t n = sizeof(mailto) - 1;

	for (size_t i = 0; i + n < told.len; i++)
		if (strncasecmp(told.bytes + i, mailto, n) == 0) {
			struct text rest =
				text_sub(told, i + n, told.len - i - n);
			size_t len = 0;

			while (len < rest.len &&
			       !strchr("\"{}\\?,; \r\n", rest.bytes[len]))
				len++;
			rest.len = len;
			return memchr(rest.bytes, '@', len) ? rest : TEXT("");
		}
	return TEXT("");
}

/* The group above the one that is open, where a field keeps its address. */
static struct group *
field_of(struct rewriting *rewriting)
{
	size_t n = rewriting->n_groups;

	return &rewriting->groups[n > 1 ? n - 2 : 0];
}

/* At what a field is told to do. */
static void
read_link(struct rewriting *rewriting, size_t at)
{
	struct text told = text_sub(rewriting->rtf, at, FARTHEST);

	told.len = rtf_group_end(told, 0);
	field_of(rewriting)->address = address_in(told);
}

/* Behind the words of a link, unless it stands in them. */
static void
end_link(struct rewriting *rewriting, size_t at)
{
	struct group *group = group_of(rewriting);
	struct text address = field_of(rewriting)->address;
	struct text words;

	if (group->words == 0 || address.len == 0)
		return;
	words = text_sub(rewriting->rtf, group->words, at - group->words);
	words.len = words.len < FARTHEST ? words.len : FARTHEST;
	for (size_t i = 0; i + address.len <= words.len; i++)
		if (strncasecmp(words.bytes + i, address.bytes, address.len) ==
		    0)
			return;
	buffer_add_string(rewriting->out, "{} (");
	buffer_add(rewriting->out, address);
	buffer_add_byte(rewriting->out, ')');
}

/* --- boxes -----------------------------------------------------------------
 */

/* What stands in a box becomes a paragraph of its own, kept for later. */
static void
keep_box(struct rewriting *rewriting, struct text content)
{
	struct buffer out = {NULL, 0, 0};
	struct rewriting inner = {
		.rtf = content, .out = &out, .depth = rewriting->depth + 1};

	if (inner.depth > DEEPEST)
		return;
	inner.styled = true;
	memcpy(inner.headings, rewriting->headings, sizeof(inner.headings));
	rewrite(&inner);
	buffer_add_string(&rewriting->boxes, "{\\pard\\plain ");
	buffer_add(&rewriting->boxes, buffer_text(&out));
	buffer_add_string(&rewriting->boxes, "\\par}");
	buffer_release(&out);
}

/* At a drawing: its text is kept, the rest goes; behind its group. */
static size_t
pass_drawing(struct rewriting *rewriting, size_t at)
{
	size_t end = rtf_group_end(rewriting->rtf, at);

	while (at < end) {
		struct rtf_token token = rtf_token_at(rewriting->rtf, at);

		at = token.to;
		if (rtf_is_word(&token, "shptxt")) {
			size_t to = rtf_group_end(rewriting->rtf, at);

			keep_box(rewriting,
				 text_sub(rewriting->rtf, at, to - at));
			at = to;
		}
	}
	return end;
}

static void
add_boxes(struct rewriting *rewriting)
{
	buffer_add(rewriting->out, buffer_text(&rewriting->boxes));
	buffer_clear(&rewriting->boxes);
}

/* Where no end of a paragraph comes before what ends here. */
static void
end_boxes(struct rewriting *rewriting)
{
	if (rewriting->boxes.len == 0)
		return;
	buffer_add_string(rewriting->out, "\\par ");
	add_boxes(rewriting);
}

/* --- all of it -------------------------------------------------------------
 */

static void
open_group(struct rewriting *rewriting)
{
	struct group group = {.stand_ins = 1, .heading = rewriting->heading};

	if (rewriting->n_groups > 0)
		group.stand_ins = group_of(rewriting)->stand_ins;
	rewriting->groups = array_grow(rewriting->groups, rewriting->n_groups,
				       &rewriting->capacity, sizeof(group));
	rewriting->groups[rewriting->n_groups++] = group;
}

/* Is it a word that ends a paragraph where no other follows it? */
static bool
ends_place(const struct rtf_token *token)
{
	return rtf_is_word(token, "cell") || rtf_is_word(token, "nestcell") ||
	       rtf_is_word(token, "row") || rtf_is_word(token, "sect");
}

/* Right below a list a table would begin in its last item: a paragraph of a
 * blank parts them. */
static void
end_list(struct rewriting *rewriting)
{
	if (rewriting->listed)
		buffer_add_string(rewriting->out, "\\pard\\~\\par ");
	rewriting->listed = false;
	rewriting->in_row = true;
}

/* What goes on as it is, with what comes before or behind it. */
static void
copy_word(struct rewriting *rewriting, const struct rtf_token *token)
{
	if (ends_place(token))
		end_boxes(rewriting);
	if (rtf_is_word(token, "trowd"))
		end_list(rewriting);
	add_token(rewriting, token);
	if (rtf_is_word(token, "row"))
		rewriting->in_row = false;
	if (rtf_is_word(token, "ls"))
		rewriting->listed = !rewriting->in_row;
	if (rtf_is_word(token, "par"))
		add_boxes(rewriting);
	if (rtf_is_word(token, "pard"))
		rewriting->heading = false;
	if (rtf_is_word(token, "outlinelevel"))
		rewriting->heading = token->number < RTF_NO_HEADING;
}

static size_t
rewrite_word(struct rewriting *rewriting, const struct rtf_token *token)
{
	size_t at = token->to;

	if (rtf_is_word(token, "u") && token->numbered)
		return rewrite_character(rewriting, token);
	if (rtf_is_word(token, "shp") && token->from > 0 &&
	    rewriting->rtf.bytes[token->from - 1] == '{')
		return pass_drawing(rewriting, at);
	if (rtf_is_word(token, "field"))
		return at;
	if (rtf_is_word(token, "fldrslt")) {
		group_of(rewriting)->words = at;
		return at;
	}
	if (rtf_is_word(token, "ls") &&
	    (rewriting->heading || becomes_heading(rewriting, at)))
		return at;
	if (rtf_is_word(token, "uc"))
		group_of(rewriting)->stand_ins =
			(unsigned)(token->number < 0 ? 0 : token->number);
	if (rtf_is_word(token, "fldinst"))
		read_link(rewriting, at);
	if (rtf_is_word(token, "stylesheet") && !rewriting->styled)
		rtf_headings(rewriting->rtf, at, rewriting->headings);
	rewriting->styled |= rtf_is_word(token, "stylesheet");
	if (rtf_is_word(token, "s"))
		rewrite_style(rewriting, token);
	else if (!rtf_is_word(token, "uc"))
		copy_word(rewriting, token);
	return at;
}

/* "\*" before a note would make it nothing. */
static bool
hides_note(const struct rewriting *rewriting, const struct rtf_token *token)
{
	struct rtf_token next = rtf_token_at(rewriting->rtf, token->to);

	return token->kind == RTF_SYMBOL &&
	       rewriting->rtf.bytes[token->from + 1] == '*' &&
	       rtf_is_word(&next, "footnote");
}

static size_t
rewrite_token(struct rewriting *rewriting, const struct rtf_token *token)
{
	if (token->kind == RTF_WORD)
		return rewrite_word(rewriting, token);
	if (token->kind == RTF_OPEN)
		open_group(rewriting);
	if (token->kind == RTF_CLOSE) {
		end_link(rewriting, token->from);
		if (rewriting->n_groups == 2 && rewriting->depth == 0)
			end_boxes(rewriting);
		rewriting->heading = group_of(rewriting)->heading;
		rewriting->n_groups -= rewriting->n_groups > 1;
	}
	if (!hides_note(rewriting, token))
		add_token(rewriting, token);
	return token->to;
}

static void
rewrite(struct rewriting *rewriting)
{
	struct rtf_token token;

	open_group(rewriting);
	for (size_t at = 0; at < rewriting->rtf.len;) {
		token = rtf_token_at(rewriting->rtf, at);
		at = rewrite_token(rewriting, &token);
	}
	end_boxes(rewriting);
	free(rewriting->groups);
	buffer_release(&rewriting->boxes);
}

void
rtf_rewrite(struct buffer *out, struct text rtf)
{
	struct rewriting rewriting = {.rtf = rtf, .out = out};

	rewrite(&rewriting);
}
