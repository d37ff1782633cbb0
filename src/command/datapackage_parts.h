/*
 * A data package while it is made: its files, and the two pages about them.
 * Internal to datapackage*.c.
 */
#ifndef COMMAND_DATAPACKAGE_PARTS_H
#define COMMAND_DATAPACKAGE_PARTS_H

#include "casebook/base/hash.h"
#include "casebook/store/schema.h"
#include "command.h"

/* One view, as it is written. */
struct package_file {
	const struct schema_view *view;
	char *csv; /* owned; the whole file */
	size_t len;
	size_t n_rows;
};

struct package {
	struct session *session;
	const struct schema *schema;
	struct package_file *files; /* owned */
	size_t n_files;
	const char *created; /* RFC 3339; NULL: not said */
};

/* The i-th column of the file's header; NULL when there are fewer. */
const struct schema_column *package_column(const struct package_file *file,
					   size_t i);

/* datapackage.json. Returns 0, or -1 after a message. */
int package_print_descriptor(const struct package *package, FILE *stream);

/* README.md. Returns 0, or -1 after a message. */
int package_print_readme(const struct package *package, FILE *stream);

/*
 * Words of data/texts/datapackage.md: its title, its first paragraph, and the
 * first sentence on rights.
 */
struct text package_title(void);
struct text package_description(void);
struct text package_rights(void);
/* What was left out, and what came instead; empty: nothing. */
struct text package_redacted(const struct package *package);

#endif
