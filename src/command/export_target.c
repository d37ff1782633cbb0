/* Judging the name of an export by its ending. */
#include "export_target.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "casebook/base/memory.h"
#include "view_file.h"

enum { LONGEST_ENDING = 5 }; /* bytes behind the point */

/*
 * What stands behind the last point of a path's last name: letters and digits,
 * the first a letter (v1.2 is as good a folder as any). Empty: no ending.
 */
static struct text
ending_of(struct text path)
{
	size_t at = path.len;

	while (at > 0 && isalnum((unsigned char)path.bytes[at - 1]))
		at--;
	if (at < 2 || path.bytes[at - 1] != '.' || path.bytes[at - 2] == '/' ||
	    path.bytes[at - 2] == '.' || at == path.len ||
	    path.len - at > LONGEST_ENDING ||
	    !isalpha((unsigned char)path.bytes[at]))
		return TEXT("");
	return text_sub(path, at, path.len - at);
}

/* Of Excel, LibreOffice and the like. */
static bool
is_workbook(struct text ending)
{
	static const char *const endings[] = {"xlsx", "xls", "xlsm", "ods"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (ending.len == strlen(endings[i]) &&
		    strncasecmp(ending.bytes, endings[i], ending.len) == 0)
			return true;
	return false;
}

int
target_check_folder(struct session *session, const char *what,
		    const char *advice)
{
	const char *output = session->options.output;
	struct text path = text_of(output), ending = ending_of(path);

	if (ending.len == 0 || folder_exists(output))
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "%s is the name of a file, and %s: -o %.*s%s",
		 diagnostic_quote(&session->diagnostics, path), what,
		 (int)(path.len - ending.len - 1), path.bytes, advice);
	return -1;
}

int
target_check_file(struct session *session)
{
	struct text path = text_of(session->options.output);
	struct text ending = ending_of(path);

	if (!is_workbook(ending))
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "%s would be no workbook; a CSV that a Dutch Excel opens is "
		 "--dialect excel-nl -o %.*scsv",
		 diagnostic_quote(&session->diagnostics, path),
		 (int)(path.len - ending.len), path.bytes);
	return -1;
}

void
target_note_files(struct session *session, size_t n)
{
	const char *output = session->options.output;

	diagnose(&session->diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = NULL}, "%zu file%s in %s", n,
		 n == 1 ? "" : "s",
		 diagnostic_quote(&session->diagnostics, text_of(output)));
}
