/*
 * What a zip archive says that it holds: enough to tell a DOCX from an EPUB;
 * and the one change that is made to it. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_ARCHIVE_H
#define CASEBOOK_CONVERT_ARCHIVE_H

#include <stdint.h>

#include "formats.h"

/* Is a member of this name in the archive's list? "*" is any part of it; one
 * that ends in a slash or blank is the beginning of a name. */
bool archive_holds(struct text bytes, struct text member);
/* The content of the first member when it is "mimetype" and not packed, as
 * ODT and EPUB ask; else empty. */
struct text archive_mimetype(struct text bytes);

struct archive_member {
	struct text name, packed; /* within the caller's text */
	size_t size;		  /* bytes when unpacked, as it says */
	bool deflated;
	size_t entry; /* its offset in the list of members */
};

/* false: there is none of that name, or it is closed with a password. */
bool archive_find(struct text bytes, struct text name,
		  struct archive_member *member);
/* Writes the archive with other content for a member that was found in it;
 * sum: the CRC-32 of that content. */
void archive_replace(struct buffer *out, struct text bytes,
		     const struct archive_member *member, struct text content,
		     uint32_t sum);

/*
 * edit.c: writes the archive with the changes that the format declares for one
 * member. false: there was nothing to do, and edited is as it was.
 */
bool archive_edit(struct buffer *edited, struct text bytes,
		  const struct format *format);

#endif
