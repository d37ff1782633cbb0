/* What is changed in RTF before it is converted. Within room convert only. */
#ifndef CASEBOOK_CONVERT_RTF_H
#define CASEBOOK_CONVERT_RTF_H

#include "casebook/base/memory.h"

/* Writes the document so that pandoc 2 reads what stands in it. */
void rtf_rewrite(struct buffer *out, struct text rtf);

#endif
