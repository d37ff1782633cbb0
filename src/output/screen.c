/*
 * The terminal's width and manners, and filling paragraphs to that width.
 */
#include "casebook/output/screen.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"
#include "casebook/output/redact.h"
#include "casebook/text/width.h"
#include "cleaned.h"

enum {
	NARROWEST = 20, /* columns: less is no sensible width */
	WIDEST = 10000,
	USUAL_WIDTH = 80,
	PAGE_WIDTH = 72,    /* of prose that goes to no terminal */
	LONGEST_LINE = 100, /* of prose on a wide terminal: to be readable */
	HANG = 2,	    /* of a line that goes on in another */
};

static size_t
sensible(long columns)
{
	return columns >= NARROWEST && columns <= WIDEST ? (size_t)columns : 0;
}

static size_t
terminal_width(int descriptor)
{
	const char *given = getenv("COLUMNS");
	struct winsize size;
	size_t width = given ? sensible(strtol(given, NULL, 10)) : 0;

	if (!width && ioctl(descriptor, TIOCGWINSZ, &size) == 0)
		width = sensible(size.ws_col);
	return width ? width : USUAL_WIDTH;
}

struct screen
screen_of(FILE *stream)
{
	struct screen screen = {.width = 0};
	const char *no_color = getenv("NO_COLOR"), *type = getenv("TERM");
	int descriptor = fileno(stream);

	if (descriptor < 0 || !isatty(descriptor))
		return screen;
	screen.width = terminal_width(descriptor);
	screen.bold = (!no_color || !no_color[0]) &&
		      (!type || strcmp(type, "dumb") != 0);
	return screen;
}

const char *
screen_style(const struct screen *screen, enum screen_style style)
{
	static const char *const codes[] = {
		[STYLE_HEAD] = "\033[1m",
		[STYLE_KEY] = "\033[36m",
		[STYLE_HIT] = "\033[1;31m",
		[STYLE_WARNING] = "\033[33m",
	};

	return screen->bold ? codes[style] : "";
}

const char *
screen_plain(const struct screen *screen)
{
	return screen->bold ? "\033[0m" : "";
}

void
screen_add(struct buffer *out, const struct screen *screen, struct text text)
{
	struct buffer room = {NULL, 0, 0};

	escape_terminal(out, redact(screen->redaction, text, &room));
	buffer_release(&room);
}

enum { MOST_MARKS_OPEN = 32 }; /* deeper ones are not shown */

/* A paragraph in hand: its line is filled up to `width`. */
struct filling {
	FILE *stream;
	const struct screen *screen;
	size_t indent, width; /* columns */
	size_t hang;	      /* further columns, below the sign of an item */
	size_t column;	      /* 0: nothing on this line yet */
	const struct screen_mark *marks;
	size_t n_marks, next;	      /* of those not begun yet */
	size_t open[MOST_MARKS_OPEN]; /* those begun and not ended */
	size_t n_open;
};

/* One word as it will be printed. */
struct word {
	struct buffer safe;
	size_t width; /* columns */
};

static bool
is_labelled(const struct filling *filling, size_t mark)
{
	return filling->marks[mark].label.len > 0;
}

/* How the words inside the first so many open marks look. */
static const char *
style_of(const struct filling *filling, size_t n_open)
{
	if (n_open == 0)
		return "\033[0m";
	if (!is_labelled(filling, filling->open[n_open - 1]))
		return "\033[1m";
	return n_open == 1 ? "\033[4m" : "\033[1;4m";
}

static void
end_line(struct filling *filling, size_t n_open)
{
	if (filling->column && filling->screen->bold && n_open)
		fputs(style_of(filling, 0), filling->stream);
	if (filling->column)
		fputc('\n', filling->stream);
	filling->column = 0;
}

/* n_open: the marks that were open before this word. */
static void
put_word(struct filling *filling, const struct word *word, size_t n_open)
{
	if (filling->column &&
	    filling->column + 1 + word->width > filling->width)
		end_line(filling, n_open);
	if (filling->column) {
		fputc(' ', filling->stream);
		filling->column++;
	} else {
		filling->column = filling->indent + filling->hang;
		fprintf(filling->stream, "%*s", (int)filling->column, "");
		if (filling->screen->bold && n_open)
			fputs(style_of(filling, n_open), filling->stream);
	}
	if (word->safe.len)
		fwrite(word->safe.bytes, 1, word->safe.len, filling->stream);
	filling->column += word->width;
}

static void
add_sign(struct word *word, const char *sign)
{
	buffer_add_string(&word->safe, sign);
	word->width++;
}

static void
add_safe(struct word *word, struct text text)
{
	size_t from = word->safe.len;
	struct text added;

	escape_terminal(&word->safe, text);
	added = buffer_text(&word->safe);
	word->width += text_width(text_sub(added, from, added.len - from));
}

static void
begin_mark(struct filling *filling, struct word *word)
{
	size_t mark = filling->next++;

	if (filling->n_open == MOST_MARKS_OPEN)
		return;
	filling->open[filling->n_open++] = mark;
	if (filling->screen->bold)
		buffer_add_string(&word->safe,
				  style_of(filling, filling->n_open));
	else
		add_sign(word, "[");
}

static void
end_mark(struct filling *filling, struct word *word)
{
	size_t mark = filling->open[--filling->n_open];

	if (filling->screen->bold)
		buffer_add_string(&word->safe, style_of(filling, 0));
	else
		add_sign(word, "]");
	if (is_labelled(filling, mark)) {
		add_sign(word, "{");
		add_safe(word, filling->marks[mark].label);
		add_sign(word, "}");
	}
	if (filling->screen->bold && filling->n_open)
		buffer_add_string(&word->safe,
				  style_of(filling, filling->n_open));
}

/* Where, from `at` on, the next mark begins or ends; at most `end`. */
static size_t
next_edge(const struct filling *filling, size_t at, size_t end)
{
	if (filling->n_open) {
		size_t mark = filling->open[filling->n_open - 1];
		size_t edge = span_end(filling->marks[mark].span);

		end = edge < end ? edge : end;
	}
	if (filling->next < filling->n_marks) {
		size_t edge = filling->marks[filling->next].span.offset;

		end = edge < end ? edge : end;
	}
	return end > at ? end : at;
}

static bool
ends_at(const struct filling *filling, size_t at)
{
	size_t n = filling->n_open;

	return n && span_end(filling->marks[filling->open[n - 1]].span) <= at;
}

/* The bytes [at, end) of a text, with the marks that begin or end there. */
static void
fill_word(struct filling *filling, struct text text, size_t at, size_t end)
{
	struct word word = {{NULL, 0, 0}, 0};
	size_t n_open = filling->n_open;

	while (at < end) {
		size_t edge;

		while (filling->next < filling->n_marks &&
		       filling->marks[filling->next].span.offset <= at)
			begin_mark(filling, &word);
		edge = next_edge(filling, at, end);
		add_safe(&word, text_sub(text, at, edge - at));
		at = edge;
		while (ends_at(filling, at))
			end_mark(filling, &word);
	}
	put_word(filling, &word, n_open);
	buffer_release(&word.safe);
}

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Columns of the sign that begins an item of a list, at most; 0: none does. */
static size_t
item_sign(struct text text, size_t from, size_t end)
{
	static const char *const signs[] = {"-", "*", "•", "–", "—", "·", "o"};
	struct text word = text_sub(text, from, end - from);
	size_t digits = 0;

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (text_is(word, signs[i]))
			return 1;
	while (digits < word.len && word.bytes[digits] >= '0' &&
	       word.bytes[digits] <= '9')
		digits++;
	return (digits == 1 || digits == 2) && digits + 1 == word.len &&
			       (word.bytes[digits] == '.' ||
				word.bytes[digits] == ')')
		       ? word.len
		       : 0;
}

/* Begins a paragraph, or an item of a list, where the text does. */
static void
part_lines(struct filling *filling, size_t lines, size_t sign)
{
	if (lines > 1) {
		end_line(filling, filling->n_open);
		fputc('\n', filling->stream);
	} else if (lines && sign) {
		end_line(filling, filling->n_open);
	}
	if (lines > 1 || sign)
		filling->hang = 0;
}

static void
fill(struct filling *filling, struct text text)
{
	bool started = false;

	for (size_t at = 0; at < text.len;) {
		size_t from, sign, lines = 0;

		while (at < text.len && is_white(text.bytes[at]))
			lines += text.bytes[at++] == '\n';
		from = at;
		while (at < text.len && !is_white(text.bytes[at]))
			at++;
		if (at == from)
			break;
		sign = lines || !started ? item_sign(text, from, at) : 0;
		if (started)
			part_lines(filling, lines, sign);
		fill_word(filling, text, from, at);
		if (sign)
			filling->hang = sign + 1;
		started = true;
	}
	end_line(filling, filling->n_open);
}

static size_t
filled_width(const struct screen *screen)
{
	size_t width = screen->width ? screen->width : PAGE_WIDTH;

	return width > LONGEST_LINE ? LONGEST_LINE : width;
}

void
screen_marked(FILE *stream, const struct screen *screen, size_t indent,
	      struct text text, const struct screen_mark *marks, size_t n_marks)
{
	struct cleaned cleaned;
	struct filling filling = {.stream = stream,
				  .screen = screen,
				  .indent = indent,
				  .width = filled_width(screen)};

	cleaned_init(&cleaned, screen->redaction, text, marks, n_marks);
	filling.marks = cleaned.marks;
	filling.n_marks = cleaned.n_marks;
	fill(&filling, cleaned.text);
	cleaned_release(&cleaned);
}

void
screen_labelled(FILE *stream, const struct screen *screen, size_t indent,
		struct text label, struct text text)
{
	struct filling filling = {.stream = stream,
				  .screen = screen,
				  .indent = indent,
				  .width = filled_width(screen)};
	struct buffer safe = {NULL, 0, 0}, room = {NULL, 0, 0};
	size_t width;

	buffer_add_string(&safe, "  ");
	escape_terminal(&safe, label);
	width = text_width(buffer_text(&safe));
	fwrite(safe.bytes, 1, safe.len, stream);
	for (; width + 1 < indent; width++)
		fputc(' ', stream);
	filling.column = width;
	fill(&filling, redact(screen->redaction, text, &room));
	buffer_release(&room);
	buffer_release(&safe);
}

/* A line that is too wide: filled, its first blanks before every line. */
static void
fill_line(FILE *stream, const struct screen *screen, struct text line)
{
	struct filling filling = {.stream = stream,
				  .screen = screen,
				  .hang = HANG,
				  .width = filled_width(screen)};

	while (filling.indent < line.len && line.bytes[filling.indent] == ' ')
		filling.indent++;
	if (filling.indent) {
		filling.column = filling.indent - 1;
		fprintf(stream, "%*s", (int)filling.column, "");
	}
	fill(&filling, line);
}

void
screen_lines(FILE *stream, const struct screen *screen, struct text lines)
{
	while (lines.len) {
		size_t len = text_find(lines, TEXT("\n"), 0);
		size_t next = len < lines.len ? len + 1 : len;
		struct text line = text_sub(lines, 0, len);

		if (screen->width && text_width(line) > filled_width(screen)) {
			fill_line(stream, screen, line);
		} else {
			fwrite(line.bytes, 1, line.len, stream);
			fputc('\n', stream);
		}
		lines = text_sub(lines, next, lines.len - next);
	}
}

void
screen_paragraphs(FILE *stream, const struct screen *screen, size_t indent,
		  struct text text)
{
	screen_marked(stream, screen, indent, text, NULL, 0);
}
