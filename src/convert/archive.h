/*
 * What a zip archive says that it holds: enough to tell a DOCX from an EPUB.
 * Nothing is unpacked. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_ARCHIVE_H
#define CASEBOOK_CONVERT_ARCHIVE_H

#include "casebook/base/text.h"

/* Is a member of this name in the archive's list? */
bool archive_holds(struct text bytes, struct text member);
/* The content of the first member when it is "mimetype" and not packed, as
 * ODT and EPUB ask; else empty. */
struct text archive_mimetype(struct text bytes);

#endif
