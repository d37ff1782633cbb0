/* Changes to a document before it is converted. Within room convert only. */
#ifndef CASEBOOK_CONVERT_PREPARE_H
#define CASEBOOK_CONVERT_PREPARE_H

#include "formats.h"

/* The attribute of a division of HTML that is no part of the page's story. */
#define FURNITURE_KEY "data-casebook-furniture"

/*
 * Makes the changes that the format declares. false: there was nothing to
 * change, and the bytes are to be used as they are.
 */
bool prepare(struct buffer *out, struct text bytes,
	     const struct format *format);

#endif
