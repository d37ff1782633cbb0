/*
 * `casebook version`: what this program is, within what limits it works
 * and with which libraries.
 */
#include <stdio.h>

#include "casebook/ask/search.h"
#include "casebook/base/file.h"
#include "casebook/compare/libraries.h"
#include "casebook/layout/layout.h"
#include "casebook/output/libraries.h"
#include "casebook/store/libraries.h"
#include "casebook/store/store.h"
#include "casebook/text/libraries.h"
#include "casebook/text/pattern.h"
#include "casebook/text/utf8.h"
#include "casebook/text/yaml.h"
#include "command.h"

enum { KIB = 1024, MIB = 1024 * 1024 };

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

/* A limit is a named constant of the room that keeps it; n in its unit. */
static const struct {
	const char *what;
	int n;
	const char *unit;
} limits[] = {
	{"schema of the casebook", STORE_VERSION, ""},
	{"largest document", FILE_LARGEST / MIB, "MiB"},
	{"longest line", UTF8_LONGEST_LINE / MIB, "MiB"},
	{"deepest folder of a walk", FOLDER_DEEPEST, ""},
	{"largest layout or vocabulary", YAML_LARGEST / MIB, "MiB"},
	{"levels of its YAML", YAML_DEEPEST, ""},
	{"events of its YAML", YAML_MOST_EVENTS, ""},
	{"layouts extending each other", LAYOUT_MOST_EXTENDED, ""},
	{"groups of a pattern", PATTERN_MOST_GROUPS, ""},
	{"longest pattern of a user", PATTERN_LONGEST / KIB, "KiB"},
	{"its size when compiled", PATTERN_LARGEST / KIB, "KiB"},
	{"its nested parentheses", PATTERN_DEEPEST, ""},
	{"its steps at a place", PATTERN_MOST_STEPS, ""},
	{"its depth of returns", PATTERN_MOST_RETURNS, ""},
	{"its memory", PATTERN_MOST_MEMORY / KIB, "MiB"},
	{"time of all on a report", PATTERN_SECONDS, "s"},
	{"longest query", SEARCH_LONGEST / KIB, "KiB"},
	{"words of a query", SEARCH_MOST_WORDS, ""},
	{"parentheses of a query", SEARCH_DEEPEST, ""},
	{"time limit of casebook sql", TIME_LIMIT, "s"},
};

void
command_version(struct session *session)
{
	printf("casebook %s\n", version);
	if (!session->options.verbose)
		return;
	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++)
		printf("%-29s %d%s%s\n", limits[i].what, limits[i].n,
		       *limits[i].unit ? " " : "", limits[i].unit);
	print_libraries();
}
