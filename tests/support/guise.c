/* Writing a text in another outward form, line by line. */
#include "guise.h"

#include <string.h>

#include "casebook/text/fold.h"
#include "casebook/text/utf8.h"
#include "casebook/text/width.h"

enum { PAGE_LINES = 44, LETTER_MISSING_FROM = 12 };

struct dresser {
	const struct guise *guise;
	const struct layout *layout;
	struct arena *arena;
	struct buffer *out;
	size_t n_lines, n_pages, n_blanks;
	bool in_project; /* behind the contents table */
};

static const struct {
	const char *composed, *apart, *capital;
} letters[] = {
	{"é", "e\xCC\x81", "É"}, {"ë", "e\xCC\x88", "Ë"},
	{"ï", "i\xCC\x88", "Ï"}, {"ö", "o\xCC\x88", "Ö"},
	{"ü", "u\xCC\x88", "Ü"}, {"á", "a\xCC\x81", "Á"},
	{"ó", "o\xCC\x81", "Ó"}, {"è", "e\xCC\x80", "È"},
	{"Ü", "U\xCC\x88", "Ü"},
};

static bool
is_heading(const struct dresser *dresser, struct text line)
{
	struct text folded = fold_letters(dresser->arena, line);
	struct match groups;
	size_t rest;

	for (size_t i = 0; i < dresser->layout->n_sections; i++) {
		const struct section *section = &dresser->layout->sections[i];

		for (size_t j = 0; j < section->n_forms; j++)
			if (heading_compare(&section->forms[j], line, folded,
					    &groups, &rest) >= 0)
				return true;
	}
	return false;
}

static size_t
put_letter(struct dresser *dresser, struct text rest, bool capital)
{
	for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++) {
		const char *composed = letters[i].composed;

		if (!text_starts(rest, composed))
			continue;
		if (dresser->guise->decomposed)
			buffer_add_string(dresser->out, letters[i].apart);
		else
			buffer_add_string(dresser->out,
					  capital ? letters[i].capital
						  : composed);
		return strlen(composed);
	}
	return 0;
}

/* The text in the guise's characters. */
static void
put_text(struct dresser *dresser, struct text text, bool capitals)
{
	for (size_t at = 0; at < text.len;) {
		char c = text.bytes[at];
		size_t len = put_letter(
			dresser, text_sub(text, at, text.len - at), capitals);

		if (len == 0) {
			if (c == ' ' && dresser->guise->no_break &&
			    dresser->n_blanks++ % 3 == 0)
				buffer_add_string(dresser->out, "\xC2\xA0");
			else if (capitals && c >= 'a' && c <= 'z')
				buffer_add_byte(dresser->out,
						(char)(c - 'a' + 'A'));
			else
				buffer_add_byte(dresser->out, c);
			len = 1;
		}
		at += len;
	}
}

/* A page may end here; inside a paragraph not behind a closing mark. */
static bool
may_end_page(const struct dresser *dresser, bool inside)
{
	struct text text = buffer_text(dresser->out);

	return !inside || is_letter(character_before(text, text.len)) ||
	       text_ends(text, ",");
}

static void
end_line(struct dresser *dresser, bool inside)
{
	const char *end = dresser->guise->crlf ? "\r\n" : "\n";
	bool page = may_end_page(dresser, inside);

	buffer_add_string(dresser->out, end);
	if (!dresser->guise->pages || !dresser->in_project ||
	    ++dresser->n_lines < PAGE_LINES || !page)
		return;
	dresser->n_lines = 0;
	buffer_format(dresser->out, "%s%zu%s\fVerzonnen proeven%s%s", end,
		      ++dresser->n_pages, end, end, end);
}

/* Broken at blanks, so that no line is wider than the guise wants. */
static void
put_wrapped(struct dresser *dresser, struct text line)
{
	size_t width = 0, at = 0;

	while (at < line.len) {
		size_t end = text_find(line, TEXT(" "), at);
		struct text word = text_sub(line, at, end - at);
		size_t wide = text_width(word);

		if (width > 0 && dresser->guise->wrap > 0 &&
		    width + 1 + wide > dresser->guise->wrap) {
			end_line(dresser, true);
			width = 0;
		} else if (at > 0) {
			put_text(dresser, TEXT(" "), false);
			width++;
		}
		put_text(dresser, word, false);
		width += wide;
		at = end + 1;
	}
	end_line(dresser, false);
}

static void
put_heading(struct dresser *dresser, struct text line)
{
	const struct guise *guise = dresser->guise;
	struct text folded = fold_letters(dresser->arena, line);
	size_t middle = line.len / 2;

	while (middle > 0 && !(is_letter(character_at(line, middle)) &&
			       (line.bytes[middle] & 0x80) == 0))
		middle--;
	if (!guise->letter_missing || folded.len < LETTER_MISSING_FROM)
		middle = line.len;
	put_text(dresser, text_sub(line, 0, middle), guise->capitals);
	if (middle < line.len)
		put_text(dresser,
			 text_sub(line, middle + 1, line.len - middle - 1),
			 guise->capitals);
	end_line(dresser, false);
}

static void
put_line(struct dresser *dresser, struct text line)
{
	if (line.len == 0) {
		for (int i = 0; i < (dresser->guise->blank_lines ? 3 : 1); i++)
			end_line(dresser, false);
	} else if (is_heading(dresser, line)) {
		dresser->in_project = true;
		put_heading(dresser, line);
	} else {
		put_wrapped(dresser, line);
	}
}

void
guise_write(const struct guise *guise, const struct layout *layout,
	    struct text text, struct buffer *out)
{
	struct dresser dresser = {.guise = guise,
				  .layout = layout,
				  .arena = arena_new(),
				  .out = out};

	if (guise->byte_order_mark)
		buffer_add_string(out, "\xEF\xBB\xBF");
	for (size_t at = 0; at < text.len;) {
		size_t end = text_find(text, TEXT("\n"), at);

		put_line(&dresser, text_sub(text, at, end - at));
		at = end + 1;
	}
	arena_free(dresser.arena);
}
