/* A zip in memory, whose bytes depend on nothing but what is put into it. */
#ifndef OUTPUT_PARCEL_H
#define OUTPUT_PARCEL_H

#include <stdio.h>

#include "casebook/base/diagnostic.h"

struct parcel;

/* path: for messages. NULL after a message. */
struct parcel *parcel_new(const char *path, struct diagnostics *diagnostics);
/* The text must live until parcel_write. Returns 0, or -1 after a message. */
int parcel_add(struct parcel *parcel, const char *name, struct text text);
/* Returns 0, or -1 after a message; errors of the stream stay in its flag. */
int parcel_write(struct parcel *parcel, FILE *stream);
void parcel_free(struct parcel *parcel); /* NULL is allowed */

#endif
