/* What a file is, by its first bytes and, for text, its name. Within room
 * convert only. */
#ifndef CASEBOOK_CONVERT_SNIFF_H
#define CASEBOOK_CONVERT_SNIFF_H

#include "formats.h"

/*
 * The format of a file; NULL: none that is known (plain text, or something that
 * cannot be read). *named: the format that its name says, NULL when it says
 * none.
 */
const struct format *sniff(const struct formats *formats, struct text bytes,
			   const char *path, const struct format **named);

/* UTF-16 that begins with its mark, as UTF-8. false: it is no such text; then
 * *out may hold a part of it. */
bool sniff_utf16(struct buffer *out, struct text bytes);

/* The end of the name, such as ".pdf"; empty when it has none. */
struct text sniff_extension(const char *path);

#endif
