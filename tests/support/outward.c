/*
 * Writing an invented report in an outward form. A block's words are set in
 * lines as a program that wraps text does; pages end, and furniture stands,
 * between lines. What no reading could undo is kept out:
 *
 * - a compound of small letters ("zorg-thuis") is not broken at its hyphen: it
 *   looks like a divided word; nor is a word divided behind a beginning that
 *   keeps its hyphen, or before a word that follows a hanging hyphen;
 * - in a line that is not full, a page ends inside a sentence only where the
 *   words show that it goes on: before a small letter, behind a comma, behind
 *   a word that asks for more; in any line, not behind a closing mark or
 *   parenthesis, unless it is that of an abbreviation;
 * - a page does not end behind a full line without a closing mark that is the
 *   last of its paragraph, nor so that words that are a heading stand alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"
#include "casebook/text/width.h"
#include "invented.h"

enum {
	MOST_TOKENS = 2000,
	LINE_SHORTEST = 60, /* bytes; a heading with an aside is shorter */
	FEWEST_PAGES = 3,   /* fewer numbers are no page numbers */
};

struct token {
	struct text text;
	bool aside;
};

struct setter {
	const struct form *form;
	struct chance *chance;
	struct buffer *out;
	struct arena *arena;
	struct buffer line;
	size_t lines, pages; /* lines on this page */
	bool full;	     /* the last line was broken because it was full */
};

/* --- characters -------------------------------------------------------- */

static const struct {
	const char *composed, *apart;
} pairs[] = {
	{"é", "e\xCC\x81"}, {"ë", "e\xCC\x88"}, {"ï", "i\xCC\x88"},
	{"ö", "o\xCC\x88"}, {"ç", "c\xCC\xA7"}, {"ú", "u\xCC\x81"},
	{"É", "E\xCC\x81"}, {"ü", "u\xCC\x88"},
};

static const struct {
	const char *letters, *form;
} ligatures[] = {{"ffi", "ﬃ"}, {"fi", "ﬁ"}};

static size_t
put_changed(const struct form *form, struct text rest, struct buffer *out)
{
	for (size_t i = 0;
	     form->decomposed && i < sizeof(pairs) / sizeof(*pairs); i++) {
		if (!text_starts(rest, pairs[i].composed))
			continue;
		buffer_add_string(out, pairs[i].apart);
		return strlen(pairs[i].composed);
	}
	for (size_t i = 0;
	     form->ligatures && i < sizeof(ligatures) / sizeof(*ligatures);
	     i++) {
		if (!text_starts(rest, ligatures[i].letters))
			continue;
		buffer_add_string(out, ligatures[i].form);
		return strlen(ligatures[i].letters);
	}
	return 0;
}

static void
put_blank(struct setter *setter, struct buffer *out)
{
	static const char *const blanks[] = {
		"  ",		"\t",		"\xC2\xA0",	" \xC2\xA0",
		"\xE2\x80\x89", "\xE3\x80\x80", "\xE2\x80\xAF", " \x0B",
	};

	if (setter->form->blanks && chance_percent(setter->chance, 15))
		buffer_add_string(
			out,
			blanks[chance_below(setter->chance,
					    sizeof(blanks) / sizeof(*blanks))]);
	else
		buffer_add_byte(out, ' ');
}

static void
put_invisible(struct setter *setter, struct buffer *out)
{
	static const char *const invisible[] = {
		"\xC2\xAD",	"\xE2\x80\x8B", "\xE2\x81\xA0",
		"\xEF\xBB\xBF", "\xE2\x80\x8E",
	};

	if (setter->form->invisible && chance_percent(setter->chance, 3))
		buffer_add_string(out,
				  invisible[chance_below(setter->chance, 5)]);
}

/* Adds a text in the form's characters. */
static void
put_text(struct setter *setter, struct text text, struct buffer *out)
{
	for (size_t at = 0; at < text.len;) {
		struct text rest = text_sub(text, at, text.len - at);
		size_t len;

		if (text.bytes[at] == ' ') {
			put_blank(setter, out);
			at++;
			continue;
		}
		if (((unsigned char)text.bytes[at] & 0xC0) != 0x80)
			put_invisible(setter, out);
		len = put_changed(setter->form, rest, out);
		if (len == 0)
			buffer_add_byte(out, text.bytes[at++]);
		at += len;
	}
}

/* --- lines ------------------------------------------------------------- */

static void
end_line(struct setter *setter)
{
	const char *end = setter->form->line_end;

	if (setter->form->trailing && chance_percent(setter->chance, 30))
		buffer_add_string(setter->out,
				  chance_percent(setter->chance, 50)
					  ? "  "
					  : "\t\xC2\xA0");
	buffer_add_string(setter->out, end ? end : "\n");
	setter->lines++;
}

static void
put_line(struct setter *setter, struct text text)
{
	put_text(setter, text, setter->out);
	end_line(setter);
}

/* The line in hand, whose words are in the form's characters already. */
static void
put_set(struct setter *setter)
{
	buffer_add(setter->out, buffer_text(&setter->line));
	end_line(setter);
}

static void
blank_lines(struct setter *setter)
{
	size_t n = 1;

	if (setter->form->extra_lines)
		n += chance_below(setter->chance, 4);
	while (n-- > 0)
		end_line(setter);
}

/* What stands between two pages: number, form feed, running head. */
static void
break_page(struct setter *setter)
{
	const struct form *form = setter->form;
	char number[40];

	blank_lines(setter);
	snprintf(number, sizeof(number),
		 chance_percent(setter->chance, 50) ? "%zu" : "- %zu -",
		 ++setter->pages);
	if (form->page_numbers) {
		put_line(setter, text_of(number));
		if (chance_percent(setter->chance, 50))
			end_line(setter);
	}
	buffer_add_byte(setter->out, '\f');
	if (form->running_heads) {
		snprintf(number, sizeof(number), "Verslag van proeven | %zu",
			 setter->pages);
		put_line(setter, text_of(number));
		blank_lines(setter);
	} else if (chance_percent(setter->chance, 50)) {
		blank_lines(setter);
	}
	setter->lines = 0;
}

static void
put_furniture(struct setter *setter)
{
	blank_lines(setter);
	put_line(setter, TEXT("Beeldmerk gemeente Súdwest, foto van de tuin"));
	blank_lines(setter);
}

static bool
page_is_full(const struct setter *setter)
{
	return setter->form->page > 0 && setter->lines >= setter->form->page;
}

/* --- words ------------------------------------------------------------- */

static bool
is_closing(uint32_t c)
{
	return c == '.' || c == '?' || c == '!' || c == ':' || c == ';' ||
	       c == 0x2026;
}

static bool
asks_for_more(struct text word)
{
	static const char *const words[] = {
		"de",	"het", "een", "van", "met", "voor", "in",     "op",
		"door", "aan", "bij", "en",  "dat", "naar", "zonder", "tussen",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_is(word, words[i]))
			return true;
	return false;
}

static bool
is_shortened(struct text word)
{
	static const char *const words[] = {"o.a.",   "bijv.", "d.w.z.",
					    "e.d.",   "ca.",   "t.b.v.",
					    "m.b.t.", "resp."};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_is(word, words[i]))
			return true;
	return false;
}

/* May a page end between these words of a sentence? */
static bool
may_tear(struct text before, struct text behind, bool full)
{
	uint32_t last = character_before(before, before.len);
	uint32_t first = character_at(behind, 0);

	if (is_shortened(before))
		return is_lower(first);
	if (is_closing(last) || last == ')' || last == 0x201D)
		return false;
	if (is_lower(first) || last == ',')
		return true;
	return asks_for_more(before) ||
	       (full && (is_letter(last) || is_digit(last)));
}

static size_t
cut_tokens(struct setter *setter, struct text text, struct token *tokens)
{
	size_t n = 0;

	for (size_t at = 0; at < text.len;) {
		size_t end = text_find(text, TEXT(" "), at);

		tokens[n++] =
			(struct token){text_sub(text, at, end - at), false};
		at = end + 1;
		if (!setter->form->asides || at >= text.len ||
		    !chance_percent(setter->chance, 3))
			continue;
		tokens[n++] = (struct token){TEXT("{noot"), true};
		tokens[n++] = (struct token){TEXT("Zie"), true};
		if (chance_percent(setter->chance, 50))
			tokens[n++] = (struct token){TEXT("“pagina"), true};
		tokens[n++] = (struct token){TEXT("12.}"), true};
	}
	return n;
}

/* The words before and behind a gap that are no aside. */
static bool
gap_tears(const struct token *tokens, size_t n, size_t gap, bool full)
{
	size_t before = gap, behind = gap, left = 0;

	while (before > 0 && tokens[before - 1].aside)
		before--;
	while (behind < n && tokens[behind].aside)
		behind++;
	for (size_t i = behind; i < n; i++)
		left += !tokens[i].aside;
	return before > 0 && left > 3 &&
	       may_tear(tokens[before - 1].text, tokens[behind].text, full);
}

/* Where a word may be divided, in bytes; 0: nowhere. */
static size_t
division(const struct setter *setter, struct text word, size_t room)
{
	static const struct {
		const char *word;
		size_t at;
	} divisions[] = {
		{"bewoners", 2},      {"vrijwilligers", 4}, {"samenwerking", 5},
		{"bijeenkomst", 4},   {"mantelzorgers", 6}, {"activiteiten", 4},
		{"opdrachtgever", 8}, {"proeftuin", 5},	    {"ontmoeten", 6},
		{"gemeente", 5},
	};
	size_t hyphen = text_find(word, TEXT("-"), 0);

	if (hyphen > 0 && hyphen + 1 < word.len && hyphen < room &&
	    !text_starts(word, "zorg-") && !text_starts(word, "{"))
		return hyphen + 1; /* as textwrap of Python breaks */
	if (!setter->form->divided)
		return 0;
	for (size_t i = 0; i < sizeof(divisions) / sizeof(*divisions); i++)
		if (text_is(word, divisions[i].word) && divisions[i].at < room)
			return divisions[i].at;
	return 0;
}

static struct text
shown(struct setter *setter, struct text word)
{
	struct buffer out = {NULL, 0, 0};
	struct text text;

	put_text(setter, word, &out);
	text = arena_text(setter->arena, buffer_text(&out));
	buffer_release(&out);
	return text;
}

/* Fills the line with the beginning of a word; returns its bytes. */
static size_t
divide(struct setter *setter, struct text word)
{
	size_t used = text_width(buffer_text(&setter->line)) + 1;
	size_t room = setter->form->wrap > used ? setter->form->wrap - used : 0;
	size_t at = division(setter, word, room);
	bool own = at > 0 && word.bytes[at - 1] == '-';
	struct text piece;

	if (at == 0 || at >= word.len || text_width(word) <= room)
		return 0;
	piece = shown(setter, text_sub(word, 0, at));
	if (text_width(piece) + 1 > room)
		return 0;
	buffer_add_byte(&setter->line, ' ');
	buffer_add(&setter->line, piece);
	if (!own)
		buffer_add_string(&setter->line,
				  setter->form->invisible ? "\xC2\xAD" : "-");
	return at;
}

static void
begin_line(struct setter *setter, bool item)
{
	buffer_clear(&setter->line);
	if (item && setter->form->indented)
		buffer_add_string(&setter->line, "   ");
}

/* Ends the line in hand, and perhaps the page, before token `gap`. */
static void
break_line(struct setter *setter, const struct token *tokens, size_t n,
	   size_t gap, bool divided)
{
	put_set(setter);
	if (divided)
		return;
	if (page_is_full(setter) && gap_tears(tokens, n, gap, true))
		break_page(setter);
	else if (setter->form->furniture && chance_percent(setter->chance, 5) &&
		 gap_tears(tokens, n, gap, true))
		put_furniture(setter);
}

/* In a form that is not wrapped: a page ends, or a caption stands, here. */
static bool
tear(struct setter *setter, const struct token *tokens, size_t n, size_t gap)
{
	const struct form *form = setter->form;
	bool page = form->page > 0 && chance_percent(setter->chance, 3);
	bool caption = form->furniture && chance_percent(setter->chance, 2);

	/* What was torn off before is no heading either. */
	if (form->wrap > 0 || setter->line.len < LINE_SHORTEST ||
	    (!page && !caption) || !gap_tears(tokens, n, gap, false))
		return false;
	put_set(setter);
	if (page)
		break_page(setter);
	else
		put_furniture(setter);
	return true;
}

static bool
fits(const struct setter *setter, struct text blank, struct text word)
{
	return setter->form->wrap == 0 ||
	       text_width(buffer_text(&setter->line)) + text_width(blank) +
			       text_width(word) <=
		       setter->form->wrap;
}

static void
set_tokens(struct setter *setter, const struct token *tokens, size_t n,
	   bool item)
{
	bool empty = !item;

	setter->full = false;
	for (size_t i = 0; i < n; i++) {
		struct text word = tokens[i].text;
		struct text print = shown(setter, word);
		struct text blank = shown(setter, TEXT(" "));
		size_t len;

		if (!empty && tear(setter, tokens, n, i)) {
			begin_line(setter, item);
			empty = true;
		}
		if (!fits(setter, blank, print))
			blank = TEXT(" ");
		if (!empty && !fits(setter, blank, print)) {
			len = tokens[i].aside ? 0 : divide(setter, word);
			break_line(setter, tokens, n, i, len > 0);
			begin_line(setter, item);
			word = text_sub(word, len, word.len - len);
			print = len > 0 ? shown(setter, word) : print;
			empty = true;
		}
		if (!empty)
			buffer_add(&setter->line, blank);
		buffer_add(&setter->line, print);
		empty = false;
	}
	if (setter->form->wrap > 0)
		setter->full = text_width(buffer_text(&setter->line)) + 12 >
			       setter->form->wrap;
	put_set(setter);
}

/* --- blocks ------------------------------------------------------------ */

static void
put_block(struct setter *setter, const struct block *block, size_t number)
{
	static const char *const bullets[] = {"- ", "• ", "* ", "– ", "o "};
	struct token *tokens =
		arena_alloc(setter->arena, MOST_TOKENS, sizeof(*tokens));
	size_t n;

	buffer_clear(&setter->line);
	if (block->kind == BLOCK_TITLE || block->kind == BLOCK_HEADING) {
		put_line(setter, block->text);
		return;
	}
	n = cut_tokens(setter, block->text, tokens);
	if (block->kind == BLOCK_ITEM) {
		if (number % 2)
			buffer_format(&setter->line, "%zu%c ", number % 90,
				      number % 4 == 1 ? '.' : ')');
		else
			buffer_add_string(&setter->line,
					  bullets[number / 2 % 5]);
		/* The first word stands behind the bullet. */
		put_text(setter, tokens[0].text, &setter->line);
		tokens++;
		n--;
	}
	set_tokens(setter, tokens, n, block->kind == BLOCK_ITEM);
}

/* Between two blocks: blank lines, the end of a page, furniture. */
static void
put_gap(struct setter *setter, const struct block *before,
	const struct block *behind)
{
	uint32_t last = character_before(before->text, before->text.len);
	bool firm = !setter->full || is_closing(last) || last == ')' ||
		    last == 0x201D;

	if (page_is_full(setter) && firm)
		break_page(setter);
	else if (setter->form->furniture && firm &&
		 chance_percent(setter->chance, 10))
		put_furniture(setter);
	else if (behind->kind != BLOCK_ITEM ||
		 chance_percent(setter->chance, 40))
		blank_lines(setter);
}

void
form_write(const struct form *form, const struct invented *invented,
	   struct chance *chance, struct buffer *out)
{
	struct setter setter = {
		.form = form,
		.chance = chance,
		.out = out,
		.arena = arena_new(),
	};

	if (form->byte_order_mark)
		buffer_add_string(out, "\xEF\xBB\xBF");
	for (size_t i = 0; i < invented->n_blocks; i++) {
		setter.full = false;
		put_block(&setter, &invented->blocks[i], i);
		if (i + 1 < invented->n_blocks)
			put_gap(&setter, &invented->blocks[i],
				&invented->blocks[i + 1]);
	}
	while (form->page > 0 && setter.pages < FEWEST_PAGES)
		break_page(&setter);
	buffer_release(&setter.line);
	arena_free(setter.arena);
}

/* --- choosing a form ---------------------------------------------------- */

void
form_choose(struct form *form, struct chance *chance)
{
	static const char *const ends[] = {"\n", "\n", "\r\n", "\r"};

	*form = (struct form){
		.line_end = ends[chance_below(chance, 4)],
		.byte_order_mark = chance_percent(chance, 20),
		.decomposed = chance_percent(chance, 25),
		.ligatures = chance_percent(chance, 15),
		.blanks = chance_percent(chance, 25),
		.trailing = chance_percent(chance, 25),
		.indented = chance_percent(chance, 25),
		.divided = chance_percent(chance, 30),
		.invisible = chance_percent(chance, 25),
		.extra_lines = chance_percent(chance, 25),
		.asides = chance_percent(chance, 30),
		.furniture = chance_percent(chance, 30),
		.page_numbers = chance_percent(chance, 60),
		.running_heads = chance_percent(chance, 60),
	};
	if (chance_percent(chance, 60))
		form->wrap = 60 + chance_below(chance, 31);
	if (chance_percent(chance, 50))
		form->page = 12 + chance_below(chance, 30);
}

void
form_describe(const struct form *form, struct buffer *out)
{
	const struct {
		bool is;
		const char *name;
	} names[] = {
		{form->line_end && text_is(text_of(form->line_end), "\r\n"),
		 "CRLF"},
		{form->line_end && text_is(text_of(form->line_end), "\r"),
		 "CR"},
		{form->byte_order_mark, "byte-order-mark"},
		{form->decomposed, "decomposed"},
		{form->ligatures, "ligatures"},
		{form->blanks, "blanks"},
		{form->trailing, "trailing"},
		{form->indented, "indented"},
		{form->divided, "divided"},
		{form->invisible, "invisible"},
		{form->extra_lines, "extra-lines"},
		{form->asides, "asides"},
		{form->furniture, "furniture"},
		{form->page_numbers, "page-numbers"},
		{form->running_heads, "running-heads"},
	};

	buffer_format(out, "wrap=%zu page=%zu", form->wrap, form->page);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (names[i].is)
			buffer_format(out, " %s", names[i].name);
}
