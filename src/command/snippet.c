/* Choosing a window on a passage, and copying it with its marks. */
#include "snippet.h"

#include <stdlib.h>

#include "casebook/base/escape.h"
#include "casebook/output/redact.h"
#include "casebook/text/fold.h"

enum { LONGEST_WORD = 40 }; /* bytes that a window grows to end with a word */

void
snippet_release(struct snippet *snippet)
{
	buffer_release(&snippet->text);
	free(snippet->marks);
	*snippet = (struct snippet){.redaction = snippet->redaction};
}

static void
clear(struct snippet *snippet)
{
	buffer_clear(&snippet->text);
	snippet->n_marks = 0;
	snippet->first = 0;
}

/* The marks from i on that end within `width` bytes of its beginning. */
static size_t
count_marks(const struct search_passage *passage, size_t i, size_t width)
{
	size_t n = 0, begin = passage->marks[i].span.offset;

	while (i + n < passage->n_marks &&
	       span_end(passage->marks[i + n].span) <= begin + width)
		n++;
	return n ? n : 1;
}

static size_t
body_begin(const struct search_passage *passage)
{
	return passage->indexed.body.offset - passage->indexed.offset;
}

static size_t
body_end(const struct search_passage *passage)
{
	return span_end(passage->indexed.body) - passage->indexed.offset;
}

static bool
is_blank_at(struct text text, size_t at)
{
	return is_blank(character_at(text, at));
}

static bool
is_inside_character(struct text text, size_t at)
{
	return at < text.len && ((unsigned char)text.bytes[at] & 0xC0) == 0x80;
}

/* Where to begin near `at`: with a word, or at least with a character. */
static size_t
begin_at_word(struct text text, size_t at, size_t least, size_t most)
{
	size_t from = at;

	while (from < most && from - at < LONGEST_WORD &&
	       !(is_blank_at(text, from) && !is_inside_character(text, from)))
		from++;
	if (from == most || from - at == LONGEST_WORD)
		from = at;
	while (from > least && is_inside_character(text, from))
		from--;
	return from;
}

static size_t
end_at_word(struct text text, size_t at, size_t most)
{
	size_t end = at;

	while (end < most && end - at < LONGEST_WORD &&
	       (is_inside_character(text, end) || !is_blank_at(text, end)))
		end++;
	if (end - at == LONGEST_WORD)
		end = at;
	while (end < most && is_inside_character(text, end))
		end++;
	return end;
}

/* The window around the marks [first, first + n). */
static struct span
window(const struct search_passage *passage, size_t first, size_t n,
       size_t width)
{
	struct text text = passage->indexed.text;
	size_t least = body_begin(passage), most = body_end(passage);
	size_t begin = passage->marks[first].span.offset;
	size_t end = span_end(passage->marks[first + n - 1].span);
	size_t room = end - begin < width ? (width - (end - begin)) / 2 : 0;
	size_t from = begin > least + room ? begin - room : least;
	size_t to = from + width > end ? from + width : end;

	if (from > least)
		from = begin_at_word(text, from, least, begin);
	to = to < most ? end_at_word(text, to, most) : most;
	return span_of(from, to);
}

/* Behind the furniture that covers byte `at` of the passage. */
static size_t
pass_furniture(const struct indexed_passage *passage, size_t at)
{
	for (size_t i = 0; i < passage->n_furniture; i++) {
		struct span span = passage->furniture[i];

		if (span.offset <= passage->offset + at &&
		    span_end(span) > passage->offset + at)
			return span_end(span) - passage->offset;
	}
	return at;
}

static void
begin_mark(struct snippet *snippet)
{
	snippet->marks =
		array_grow(snippet->marks, snippet->n_marks, &snippet->capacity,
			   sizeof(*snippet->marks));
	snippet->marks[snippet->n_marks++] = (struct screen_mark){
		.span = {snippet->text.len, 0}, .label = TEXT("")};
}

static void
end_mark(struct snippet *snippet)
{
	struct screen_mark *mark = &snippet->marks[snippet->n_marks - 1];

	mark->span.len = snippet->text.len - mark->span.offset;
}

/* What is left out of a passage. */
struct left_out {
	struct replacement *items; /* in order; owned */
	size_t n;
};

/* The stretch left out that holds byte `at`; NULL: none. */
static const struct replacement *
left_out_at(const struct left_out *left_out, size_t at)
{
	for (size_t i = 0; i < left_out->n; i++)
		if (at >= left_out->items[i].span.offset &&
		    at < span_end(left_out->items[i].span))
			return &left_out->items[i];
	return NULL;
}

/* What came instead, in a mark when a mark touches it. Returns its end. */
static size_t
copy_instead(struct snippet *snippet, const struct search_passage *passage,
	     const struct replacement *instead, size_t *mark, size_t *open)
{
	size_t end = span_end(instead->span);

	for (; *mark < passage->n_marks &&
	       passage->marks[*mark].span.offset < end;
	     ++*mark) {
		size_t mark_end = span_end(passage->marks[*mark].span);

		if (mark_end <= instead->span.offset)
			continue;
		if (!*open)
			begin_mark(snippet);
		*open = mark_end > end ? mark_end : end;
	}
	if (*open && *open < end)
		*open = end;
	buffer_add(&snippet->text, instead->by);
	return end;
}

/* Copies a window, white space as one blank, with the marks of the passage. */
static void
copy(struct snippet *snippet, const struct search_passage *passage,
     struct span window)
{
	struct text text = passage->indexed.text;
	size_t start = snippet->text.len, mark = 0, open = 0;
	struct left_out left_out = {NULL, 0};
	bool blank = false;

	left_out.n = redact_find(snippet->redaction, text, &left_out.items);

	while (mark < passage->n_marks &&
	       passage->marks[mark].span.offset < window.offset)
		mark++;
	snippet->first = mark;
	for (size_t at = window.offset; at < span_end(window);) {
		const struct replacement *instead = left_out_at(&left_out, at);
		uint32_t c;
		size_t len;

		if (pass_furniture(&passage->indexed, at) > at) {
			at = pass_furniture(&passage->indexed, at);
			blank = true;
			continue;
		}
		c = character_at(text, at);
		len = utf8_read(text_sub(text, at, text.len - at), &c);
		len = len ? len : 1;
		if (!instead && is_blank(c)) {
			blank = true;
			at += len;
			continue;
		}
		if (blank && snippet->text.len > start)
			buffer_add_byte(&snippet->text, ' ');
		blank = false;
		if (!instead && mark < passage->n_marks && !open &&
		    at >= passage->marks[mark].span.offset &&
		    span_end(passage->marks[mark].span) <= span_end(window)) {
			open = span_end(passage->marks[mark++].span);
			begin_mark(snippet);
		}
		if (instead)
			len = copy_instead(snippet, passage, instead, &mark,
					   &open) -
			      at;
		else
			buffer_add(&snippet->text, text_sub(text, at, len));
		at += len;
		if (open && at >= open) {
			end_mark(snippet);
			open = 0;
		}
	}
	if (open)
		end_mark(snippet);
	free(left_out.items);
}

void
snippet_make(struct snippet *snippet, const struct search_passage *passage,
	     size_t width)
{
	size_t best = 0, n_best = 0;
	struct span chosen;

	clear(snippet);
	for (size_t i = 0; i < passage->n_marks; i++) {
		size_t n = count_marks(passage, i, width);

		if (n <= n_best)
			continue;
		best = i;
		n_best = n;
	}
	chosen = window(passage, best, n_best, width);
	if (chosen.offset > body_begin(passage))
		buffer_add_string(&snippet->text, "… ");
	copy(snippet, passage, chosen);
	if (span_end(chosen) < body_end(passage))
		buffer_add_string(&snippet->text, " …");
}

void
snippet_make_title(struct snippet *snippet,
		   const struct search_passage *passage)
{
	struct span title = passage->indexed.title;

	clear(snippet);
	if (title.len == 0 || title.offset < passage->indexed.offset ||
	    span_end(title) >
		    passage->indexed.offset + passage->indexed.text.len)
		return;
	title.offset -= passage->indexed.offset;
	copy(snippet, passage, title);
}

static void
add_marked(struct buffer *out, const struct snippet *snippet, const char *begin,
	   const char *end, void add(struct buffer *, struct text))
{
	struct text text = buffer_text(&snippet->text);
	size_t at = 0;

	for (size_t i = 0; i < snippet->n_marks; i++) {
		struct span span = snippet->marks[i].span;

		add(out, text_sub(text, at, span.offset - at));
		buffer_add_string(out, begin);
		add(out, text_at(text, span));
		buffer_add_string(out, end);
		at = span_end(span);
	}
	add(out, text_sub(text, at, text.len - at));
}

void
snippet_add_plain(struct buffer *out, const struct snippet *snippet)
{
	add_marked(out, snippet, "[", "]", buffer_add);
}

void
snippet_print(const struct snippet *snippet, const struct screen *screen,
	      FILE *stream)
{
	struct buffer line = {NULL, 0, 0};

	add_marked(&line, snippet, screen->bold ? "\033[1m" : "[",
		   screen->bold ? "\033[0m" : "]", escape_terminal);
	if (line.len)
		fwrite(line.bytes, 1, line.len, stream);
	buffer_release(&line);
}
