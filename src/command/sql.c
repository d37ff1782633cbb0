/* `casebook sql QUERY`: a user's own question, which can only read. */
#include <errno.h>
#include <string.h>

#include "casebook/base/memory.h"
#include "command.h"
#include "rows.h"

enum { LONGEST_QUERY = 100 * 1000 }; /* bytes */

/* Reads the query from standard input. Returns 0, or -1 after a message. */
static int
read_query(struct session *session, struct buffer *sql)
{
	char piece[4096];
	size_t len;

	while ((len = fread(piece, 1, sizeof(piece), stdin)) > 0 &&
	       sql->len <= LONGEST_QUERY)
		buffer_add(sql, (struct text){piece, len});
	if (ferror(stdin)) {
		diagnose(&session->diagnostics, DIAGNOSTIC_FILE_SYSTEM,
			 (struct place){.file = NULL},
			 "cannot read standard input: %s", strerror(errno));
		return -1;
	}
	if (sql->len <= LONGEST_QUERY)
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "the query on standard input is longer than %d bytes",
		 LONGEST_QUERY);
	return -1;
}

void
command_sql(struct session *session)
{
	const char *word = session->arguments.items[0];
	struct buffer sql = {NULL, 0, 0};

	if (session->options.redact) {
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "a query can take names apart, so that sql takes no "
			 "--redact; list, report and export do");
		return;
	}
	if (strcmp(word, "-") != 0)
		buffer_add_string(&sql, word);
	else if (read_query(session, &sql) == -1)
		goto out;
	if (session_check_utf8(session, sql.len ? sql.bytes : "") == -1)
		goto out;
	if (text_trim(buffer_text(&sql)).len == 0) {
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL}, "the query is empty");
		goto out;
	}
	rows_answer(session,
		    query_new_untrusted(session->store, buffer_text(&sql),
					session->options.time_limit,
					&session->diagnostics),
		    "table", NULL);
out:
	buffer_release(&sql);
}
