/*
 * The table of messages, lists of them, and how one is printed. Decides
 * nothing: a function that finds something wrong reports and goes on.
 */
#include "casebook/base/diagnostic.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook/base/escape.h"

enum {
	QUOTED_CHARACTERS = 60,
	SHOWN_BEFORE = 60, /* characters of a line, before the column */
	SHOWN_BEHIND = 100,
};

static const struct {
	const char *name;
	enum severity severity;
	enum exit_status status;
} codes[N_DIAGNOSTIC_CODES] = {
#define X(constant, code, severity, status) \
	[DIAGNOSTIC_##constant] = {code, SEVERITY_##severity, STATUS_##status},
	DIAGNOSTICS(X)
#undef X
};

/* Whether standard error is a terminal that is to have colours. */
static bool
has_colour(void)
{
	const char *no_color = getenv("NO_COLOR"), *type = getenv("TERM");

	return isatty(STDERR_FILENO) && (!no_color || !*no_color) &&
	       (!type || strcmp(type, "dumb") != 0);
}

void
diagnostics_init(struct diagnostics *diagnostics, bool print)
{
	*diagnostics = (struct diagnostics){.arena = arena_new(),
					    .worst = STATUS_DONE,
					    .print = print,
					    .colour = print && has_colour()};
}

void
diagnostics_release(struct diagnostics *diagnostics)
{
	arena_free(diagnostics->arena);
	free(diagnostics->items);
	*diagnostics = (struct diagnostics){.arena = NULL};
}

/* "error: ", its colour around it. */
static void
add_severity(struct buffer *line, enum severity severity, bool colour)
{
	const char *code =
		severity == SEVERITY_ERROR ? "\033[1;31m" : "\033[33m";

	buffer_format(line, "%s%s:%s ", colour ? code : "",
		      severity_name(severity), colour ? "\033[0m" : "");
}

/*
 * A message may name what no quotes make harmless, and have several lines:
 * all that a terminal would obey is escaped here, once for all messages.
 */
static void
add_message(struct buffer *line, const struct diagnostics *diagnostics,
	    struct text message)
{
	struct buffer clean = {NULL, 0, 0};
	size_t at = 0;

	if (diagnostics->clean) {
		diagnostics->clean(&clean, message, diagnostics->cleaner);
		message = buffer_text(&clean);
	}
	while (at < message.len) {
		size_t end = text_find(message, TEXT("\n"), at);

		escape_terminal(line, text_sub(message, at, end - at));
		if (end < message.len)
			buffer_add_byte(line, '\n');
		at = end + 1;
	}
	buffer_release(&clean);
}

static void
print(const struct diagnostics *diagnostics,
      const struct diagnostic *diagnostic)
{
	const struct place *where = &diagnostic->where;
	enum severity severity = codes[diagnostic->code].severity;
	struct buffer line = {NULL, 0, 0};

	buffer_add_string(&line, "casebook: ");
	if (where->file) {
		escape_terminal(&line, text_of(where->file));
		if (where->line)
			buffer_format(&line, ":%zu", where->line);
		if (where->line && where->column)
			buffer_format(&line, ":%zu", where->column);
		buffer_add_string(&line, ": ");
	}
	if (severity > SEVERITY_NOTE)
		add_severity(&line, severity, diagnostics->colour);
	add_message(&line, diagnostics, diagnostic->message);
	while (line.len < diagnostics->line_shown)
		buffer_add_byte(&line, ' ');
	buffer_add_byte(&line, '\n');
	fwrite(line.bytes, 1, line.len, stderr);
	buffer_release(&line);
}

static struct text
line_of(struct text text, size_t number)
{
	struct text line = TEXT("");
	size_t at = 0;

	for (size_t n = 0; n < number && at <= text.len; n++) {
		size_t end = text_find(text, TEXT("\n"), at);

		line = text_sub(text, at, end - at);
		at = end + 1;
	}
	return line;
}

/* The last n characters. */
static struct text
last_characters(struct text text, size_t n)
{
	size_t from = text.len;

	while (from > 0 && n > 0)
		n -= ((unsigned char)text.bytes[--from] & 0xC0) != 0x80;
	return text_sub(text, from, text.len - from);
}

/* The line of a file, as much of it as fits, and a caret below the column. */
static void
print_line(struct text text, const struct place *where)
{
	struct buffer out = {NULL, 0, 0};
	struct text line = line_of(text, where->line);
	struct text all =
		escape_cut(line, where->column ? where->column - 1 : 0);
	struct text before = last_characters(all, SHOWN_BEFORE);
	struct text rest = text_sub(line, all.len, line.len - all.len);
	struct text behind = escape_cut(rest, SHOWN_BEHIND);
	size_t begin, column = 0;

	buffer_format(&out, "%6zu | ", where->line);
	begin = out.len;
	buffer_add_string(&out, before.len < all.len ? "…" : "");
	escape_terminal(&out, before);
	for (size_t i = begin; i < out.len; i++)
		column += ((unsigned char)out.bytes[i] & 0xC0) != 0x80;
	escape_terminal(&out, behind);
	buffer_add_string(&out, behind.len < rest.len ? "…" : "");
	if (where->column)
		buffer_format(&out, "\n       | %*s^", (int)column, "");
	buffer_add_byte(&out, '\n');
	fwrite(out.bytes, 1, out.len, stderr);
	buffer_release(&out);
}

static void
tell(const struct diagnostics *diagnostics, const struct diagnostic *diagnostic)
{
	const struct place *where = &diagnostic->where;

	if (codes[diagnostic->code].severity == SEVERITY_ADVICE)
		return;
	print(diagnostics, diagnostic);
	if (diagnostics->quoted_file && where->file && where->line &&
	    strcmp(diagnostics->quoted_file, where->file) == 0)
		print_line(diagnostics->quoted, where);
}

void
diagnostics_add(struct diagnostics *diagnostics,
		const struct diagnostic *diagnostic)
{
	struct diagnostic copy = *diagnostic;
	enum exit_status status = codes[copy.code].status;

	if (copy.where.file)
		copy.where.file =
			arena_text(diagnostics->arena, text_of(copy.where.file))
				.bytes;
	copy.message = arena_text(diagnostics->arena, copy.message);
	diagnostics->items =
		array_grow(diagnostics->items, diagnostics->n_items,
			   &diagnostics->capacity, sizeof(copy));
	diagnostics->items[diagnostics->n_items++] = copy;
	if (status > diagnostics->worst)
		diagnostics->worst = status;
	if (diagnostics->print)
		tell(diagnostics, &copy);
}

void
diagnostics_tell(struct diagnostics *diagnostics, size_t n)
{
	diagnostics->colour = has_colour();
	for (size_t i = 0; i < n && !diagnostics->print; i++)
		tell(diagnostics, &diagnostics->items[i]);
	diagnostics->print = true;
}

void
diagnose(struct diagnostics *diagnostics, enum diagnostic_code code,
	 struct place where, const char *format, ...)
{
	struct diagnostic diagnostic = {.code = code, .where = where};
	va_list arguments;
	char *message = NULL;
	int len;

	va_start(arguments, format);
	len = vasprintf(&message, format, arguments);
	va_end(arguments);
	if (len < 0)
		memory_exhausted();
	diagnostic.message = (struct text){message, (size_t)len};
	diagnostics_add(diagnostics, &diagnostic);
	free(message);
}

size_t
diagnostics_count(const struct diagnostics *diagnostics, enum severity severity)
{
	size_t n = 0;

	for (size_t i = 0; i < diagnostics->n_items; i++)
		n += codes[diagnostics->items[i].code].severity >= severity;
	return n;
}

const char *
diagnostic_name(enum diagnostic_code code)
{
	return codes[code].name;
}

enum diagnostic_code
diagnostic_find(struct text name)
{
	for (size_t i = 0; i < N_DIAGNOSTIC_CODES; i++)
		if (text_is(name, codes[i].name))
			return (enum diagnostic_code)i;
	return N_DIAGNOSTIC_CODES;
}

enum severity
diagnostic_severity(enum diagnostic_code code)
{
	return codes[code].severity;
}

const char *
severity_name(enum severity severity)
{
	static const char *const names[] = {
		[SEVERITY_NOTE] = "note",
		[SEVERITY_ADVICE] = "advice",
		[SEVERITY_WARNING] = "warning",
		[SEVERITY_ERROR] = "error",
	};

	return names[severity];
}

const char *
diagnostic_quote(struct diagnostics *diagnostics, struct text text)
{
	struct buffer quoted = {NULL, 0, 0};
	struct text kept;

	buffer_add_byte(&quoted, '"');
	escape_terminal(&quoted, escape_cut(text, QUOTED_CHARACTERS));
	if (escape_cut(text, QUOTED_CHARACTERS).len < text.len)
		buffer_add_string(&quoted, "…");
	buffer_add_byte(&quoted, '"');
	kept = arena_text(diagnostics->arena, buffer_text(&quoted));
	buffer_release(&quoted);
	return kept.bytes;
}
