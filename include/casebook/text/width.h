/* How wide text stands on a terminal, in columns (utf8proc). */
#ifndef CASEBOOK_TEXT_WIDTH_H
#define CASEBOOK_TEXT_WIDTH_H

#include "casebook/base/text.h"

size_t text_width(struct text text);
/* The longest beginning that takes at most `columns`; whole characters. */
struct text text_fit(struct text text, size_t columns);

#endif
