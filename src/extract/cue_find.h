/*
 * The first, the last or any hit of a set of cues in a stretch of a text. A hit
 * lies wholly in the stretch; whether its words are whole is seen in the text.
 */
#ifndef CASEBOOK_EXTRACT_CUE_FIND_H
#define CASEBOOK_EXTRACT_CUE_FIND_H

#include "casebook/text/cue.h"

/* false: the set hits nowhere in the span, and *hit is as it was. */
bool cue_first(const struct cues *cues, struct text text, struct span span,
	       struct cue_hit *hit);
bool cue_last(const struct cues *cues, struct text text, struct span span,
	      struct cue_hit *hit);
bool cue_any(const struct cues *cues, struct text text, struct span span);

#endif
