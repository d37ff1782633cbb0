/*
 * The public tables, as `casebook schema` prints them: read from the comments
 * of data/sql/views.sql, so that what is told is what is there.
 */
#ifndef CASEBOOK_STORE_SCHEMA_H
#define CASEBOOK_STORE_SCHEMA_H

#include "casebook/base/memory.h"

enum schema_type {
	SCHEMA_TEXT,
	SCHEMA_INTEGER, /* none is below 0 */
	SCHEMA_NUMBER,
	SCHEMA_GRADE,	/* a number from 1 to 10 */
	SCHEMA_BOOLEAN, /* 0 or 1 */
	SCHEMA_DATE,	/* a year, with month and day or without; text */
	SCHEMA_INSTANT, /* date and time in UTC; text */
};

/* All but name and meaning may be empty. */
struct schema_column {
	struct text name, meaning;
	enum schema_type type;
	struct text *values; /* a closed list, or NULL */
	size_t n_values;
	bool ordered;	      /* each value is more than the one before it */
	struct text unit;     /* "bytes", "ISO 8601" */
	struct text origin;   /* printed, resolved, coded */
	struct text personal; /* name, contact, free-text */
	bool key;	      /* part of what names a row */
};

struct schema_view {
	struct text name, meaning;
	struct schema_column *columns;
	size_t n_columns;
};

struct schema {
	struct arena *arena;
	struct schema_view *views; /* in DESIGN's order */
	size_t n_views;
};

/* integer, number, text and so on. */
const char *schema_type_name(enum schema_type type);

void schema_read(struct schema *schema);
void schema_release(struct schema *schema);

/* NULL when there is no view of this name. */
const struct schema_view *schema_find(const struct schema *schema,
				      struct text name);

#endif
