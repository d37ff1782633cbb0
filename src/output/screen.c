/*
 * The terminal's width and manners, and filling paragraphs to that width.
 */
#include "casebook/output/screen.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"
#include "casebook/text/width.h"

enum {
	NARROWEST = 20, /* columns: less is no sensible width */
	WIDEST = 10000,
	USUAL_WIDTH = 80,
	PAGE_WIDTH = 72,    /* of prose that goes to no terminal */
	LONGEST_LINE = 100, /* of prose on a wide terminal: to be readable */
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
	const char *no_color = getenv("NO_COLOR");
	int descriptor = fileno(stream);

	if (descriptor < 0 || !isatty(descriptor))
		return screen;
	screen.width = terminal_width(descriptor);
	screen.bold = !no_color || !no_color[0];
	return screen;
}

/* A paragraph in hand: its line is filled up to `width`. */
struct filling {
	FILE *stream;
	size_t indent, width; /* columns */
	size_t column;	      /* 0: nothing on this line yet */
};

static void
end_line(struct filling *filling)
{
	if (filling->column)
		fputc('\n', filling->stream);
	filling->column = 0;
}

static void
put_word(struct filling *filling, struct text word)
{
	struct buffer safe = {NULL, 0, 0};
	size_t width;

	escape_terminal(&safe, word);
	width = text_width(buffer_text(&safe));
	if (filling->column && filling->column + 1 + width > filling->width)
		end_line(filling);
	if (filling->column) {
		fputc(' ', filling->stream);
		filling->column++;
	} else {
		fprintf(filling->stream, "%*s", (int)filling->indent, "");
		filling->column = filling->indent;
	}
	fwrite(safe.bytes, 1, safe.len, filling->stream);
	filling->column += width;
	buffer_release(&safe);
}

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

void
screen_paragraphs(FILE *stream, const struct screen *screen, size_t indent,
		  struct text text)
{
	struct filling filling = {stream, indent, screen->width, 0};
	bool started = false, gap = false;

	if (!filling.width)
		filling.width = PAGE_WIDTH;
	if (filling.width > LONGEST_LINE)
		filling.width = LONGEST_LINE;
	for (size_t at = 0; at < text.len;) {
		size_t from, lines = 0;

		while (at < text.len && is_white(text.bytes[at]))
			lines += text.bytes[at++] == '\n';
		gap = started && lines > 1;
		from = at;
		while (at < text.len && !is_white(text.bytes[at]))
			at++;
		if (at == from)
			break;
		if (gap) {
			end_line(&filling);
			fputc('\n', stream);
		}
		put_word(&filling, text_sub(text, from, at - from));
		started = true;
	}
	end_line(&filling);
}
