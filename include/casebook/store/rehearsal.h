/*
 * What a writer would say to reports, without writing (a dry run): who would
 * hold which project key. Reads the casebook once, when it is made; no file at
 * the path is a casebook without projects.
 */
#ifndef CASEBOOK_STORE_REHEARSAL_H
#define CASEBOOK_STORE_REHEARSAL_H

#include "casebook/base/report.h"
#include "casebook/store/writer.h"

struct rehearsal;

/* NULL after a message. */
struct rehearsal *rehearsal_new(const char *path,
				struct diagnostics *diagnostics);
void rehearsal_free(struct rehearsal *rehearsal); /* NULL is allowed */

/* As writer_put: refused with the same messages, in the same order. */
enum writer_result rehearsal_put(struct rehearsal *rehearsal,
				 const struct report *report,
				 struct diagnostics *diagnostics);
/* How many projects the casebook would hold by now. */
size_t rehearsal_projects(const struct rehearsal *rehearsal);

#endif
