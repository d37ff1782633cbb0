/* What is changed in Markdown before it is converted. Within room convert. */
#ifndef CASEBOOK_CONVERT_MARKDOWN_H
#define CASEBOOK_CONVERT_MARKDOWN_H

#include "casebook/base/memory.h"

/* Writes the text with a sign at the ends of lines that do not only wrap a
 * paragraph. false: there were none. */
bool markdown_end_lines(struct buffer *out, struct text bytes);

#endif
