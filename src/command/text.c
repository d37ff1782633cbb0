/* `casebook text FILE`: the lines of a file, numbered, as layouts see them. */
#include <stdio.h>

#include "casebook/base/escape.h"
#include "command.h"
#include "intake.h"

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
print_lines(struct text rest)
{
	struct buffer line = {NULL, 0, 0};

	for (size_t n = 1; rest.len && !ferror(stdout); n++) {
		size_t next, len = line_length(rest, &next);

		buffer_clear(&line);
		escape_terminal(&line, text_sub(rest, 0, len));
		printf("%6zu%s%s\n", n, line.len ? "  " : "",
		       line.len ? line.bytes : "");
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
		print_lines(report.text);
	report_release(&report, &session->diagnostics);
}
