/*
 * `export --format datapackage`: a folder of CSV files that describes itself
 * (Frictionless Data Package 2.0).
 */
#ifndef COMMAND_DATAPACKAGE_H
#define COMMAND_DATAPACKAGE_H

#include "casebook/store/schema.h"
#include "command.h"

/*
 * Writes the views into the folder of -o, which is new, empty, or holds a
 * package of before. The session's filter must be resolved. What is wrong is
 * reported.
 */
void datapackage_write(struct session *session, const struct schema *schema,
		       const struct schema_view *const *views, size_t n);

#endif
