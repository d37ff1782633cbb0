/*
 * `casebook schema --format man`: the manual page casebook-schema(5), of the
 * words in data/texts/casebook-schema.5 and the comments of the views.
 */
#ifndef COMMAND_SCHEMA_PAGE_H
#define COMMAND_SCHEMA_PAGE_H

#include <stdio.h>

#include "casebook/store/schema.h"

void schema_page_print(FILE *stream, const struct schema *schema);

/* "one of a, b" or "in order a, b"; empty when there is no closed list. */
struct text schema_values(const struct schema *schema,
			  const struct schema_column *column);

#endif
