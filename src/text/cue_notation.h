/*
 * The notation of cues (casebook/text/cue.h) as source of a PCRE2 pattern
 * without captures, to be compiled with UTF, UCP and CASELESS.
 */
#ifndef TEXT_CUE_NOTATION_H
#define TEXT_CUE_NOTATION_H

#include "casebook/base/memory.h"

/* A place that is not between two characters of one word. */
#define CUE_LETTER "[\\p{L}\\p{N}\\p{M}]"
#define CUE_EDGE "(?!(?<=" CUE_LETTER ")" CUE_LETTER ")"

/*
 * Adds one cue's pattern. Returns NULL, or what is wrong with the words; then
 * *fault is the byte where, and what was added is of no use.
 */
const char *cue_translate(struct buffer *out, struct text words, size_t *fault);

#endif
