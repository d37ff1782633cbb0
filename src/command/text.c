/*
 * `casebook text FILE`: the lines of a file, numbered, as layouts see them; a
 * tab, which parts the cells of a table, is shown as an arrow. With --marks
 * there stands below a line what its converter marked on it.
 */
#include <stdio.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "command.h"
#include "intake.h"

enum { WORDS_LONGEST = 32 /* characters of a column or field */ };

/* A line may end in LF, CR LF or CR; they are not part of it. */
static size_t
line_length(struct text rest, size_t *next)
{
	size_t len = 0;

	while (len < rest.len && rest.bytes[len] != '\n' &&
	       rest.bytes[len] != '\r')
		len++;
	*next = len;
	if (*next < rest.len && rest.bytes[(*next)++] == '\r' &&
	    *next < rest.len && rest.bytes[*next] == '\n')
		(*next)++;
	return len;
}

static void
add_line(struct buffer *out, struct text line)
{
	for (size_t at = 0, end; at <= line.len; at = end + 1) {
		end = text_find(line, TEXT("\t"), at);
		escape_terminal(out, text_sub(line, at, end - at));
		if (end < line.len)
			buffer_add_string(out, " → ");
	}
}

/* What a mark says, in the words of a layout. */
static void
add_mark(struct buffer *out, const struct mark *mark)
{
	struct text value = escape_cut(mark->value, WORDS_LONGEST);
	const char *name = mark_kind_name(mark->kind);

	switch (mark->kind) {
	case MARK_HEADING:
		buffer_add_string(out, "level ");
		break;
	case MARK_TABLE_CELL:
		buffer_add_string(out, "column ");
		break;
	case MARK_TABLE_ROW:
		buffer_add_string(out,
				  text_is(value, "head")   ? "heads of columns"
				  : text_is(value, "form") ? "key and value"
							   : "row");
		return;
	case MARK_LIST_ITEM:
		buffer_add_string(out, "list item");
		return;
	case MARK_PAGE:
	case MARK_FRONT_MATTER:
	case MARK_FURNITURE:
	case MARK_ASIDE:
	case N_MARK_KINDS:
		buffer_add_string(out, name);
		if (value.len)
			buffer_add_byte(out, ' ');
		break;
	}
	escape_terminal(out, value);
}

static bool
is_told(const struct mark *mark)
{
	return mark->kind != MARK_TABLE_CELL || mark->value.len > 0;
}

/* Those of the marks, from *next on, that begin before `end`. */
static void
print_marks(const struct report *report, size_t *next, size_t end)
{
	struct buffer told = {NULL, 0, 0};

	for (;
	     *next < report->n_marks && report->marks[*next].span.offset < end;
	     ++*next) {
		const struct mark *mark = &report->marks[*next];

		if (!is_told(mark))
			continue;
		buffer_add_string(&told, told.len ? " | " : "");
		add_mark(&told, mark);
	}
	if (told.len)
		printf("%6s  ^ %s\n", "", told.bytes);
	buffer_release(&told);
}

static void
print_lines(const struct report *report, bool marks)
{
	struct text rest = report->text;
	struct buffer line = {NULL, 0, 0};
	size_t mark = 0, end = 0;

	for (size_t n = 1; rest.len && !ferror(stdout); n++) {
		size_t next, len = line_length(rest, &next);

		buffer_clear(&line);
		add_line(&line, text_sub(rest, 0, len));
		printf("%6zu%s%s\n", n, line.len ? "  " : "",
		       line.len ? line.bytes : "");
		end += next;
		if (marks)
			print_marks(report, &mark, end);
		rest = text_sub(rest, next, rest.len - next);
	}
	buffer_release(&line);
}

void
command_text(struct session *session)
{
	const char *path = session->arguments.items[0];
	struct report report;

	report_init(&report);
	if (report_read_file(&report, session, path, file_stem(path)) == 0)
		print_lines(&report, session->options.marks);
	report_release(&report, &session->diagnostics);
}
