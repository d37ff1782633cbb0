/* What the parts of a project's XML have in common while it is written. */
#ifndef OUTPUT_REFI_WRITING_H
#define OUTPUT_REFI_WRITING_H

#include "refi_xml.h"

struct writing {
	struct xml *xml;
	const struct refi_project *project;
	struct rewritten *texts; /* one for each source */
	struct guid *sources;	 /* likewise */
};

struct guid refi_user_guid(const struct writing *writing, size_t user);
struct guid refi_note_guid(const struct refi_note *note);
struct guid refi_variable_guid(const struct refi_variable *variable);

/* For qsort: by source and place, the longer first; then by user and code. */
int refi_compare_codings(const void *a, const void *b);

/* What variables say of a source or a case. */
void refi_write_values(struct writing *writing, const struct refi_value *values,
		       size_t n);

/* The element Sources; nothing when there are none. The codings are sorted. */
void refi_write_sources(struct writing *writing);

#endif
