/*
 * `casebook version`: what this program is, within what limits it works
 * and with which libraries.
 */
#include <stdio.h>

#include "casebook/base/file.h"
#include "casebook/compare/libraries.h"
#include "casebook/output/libraries.h"
#include "casebook/store/libraries.h"
#include "casebook/store/store.h"
#include "casebook/text/libraries.h"
#include "casebook/text/pattern.h"
#include "command.h"

static const char version[] = "0.1.0";

/* What a report of a bug should tell. */
static void
print_libraries(void)
{
	struct buffer page = {NULL, 0, 0};

	store_libraries(&page);
	text_libraries(&page);
	compare_libraries(&page);
	output_libraries(&page);
	fputs(page.bytes, stdout);
	buffer_release(&page);
}

void
command_version(struct session *session)
{
	printf("casebook %s\n", version);
	if (!session->options.verbose)
		return;
	printf("schema of the casebook        %d\n", STORE_VERSION);
	printf("largest document              %d MiB\n",
	       FILE_LARGEST / (1024 * 1024));
	printf("deepest folder of a walk      %d\n", FOLDER_DEEPEST);
	printf("groups of a pattern           %d\n", PATTERN_MOST_GROUPS);
	printf("time limit of casebook sql    %d s\n", TIME_LIMIT);
	print_libraries();
}
