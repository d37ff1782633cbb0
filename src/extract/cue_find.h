/*
 * The first, the last or any hit of a set of cues in a stretch of a text. A hit
 * lies wholly in the stretch; whether its words are whole is seen in the text.
 * In a reading they are found by its map, which is faster.
 */
#ifndef CASEBOOK_EXTRACT_CUE_FIND_H
#define CASEBOOK_EXTRACT_CUE_FIND_H

#include "casebook/document/reading.h"

/* false: the set hits nowhere in the span, and *hit is as it was. */
bool cue_first(const struct cues *cues, struct text text, struct span span,
	       struct cue_hit *hit);
bool cue_last(const struct cues *cues, struct text text, struct span span,
	      struct cue_hit *hit);

/* The same in a reading. */
bool cue_first_in(const struct cues *cues, const struct reading *reading,
		  struct span span, struct cue_hit *hit);
bool cue_last_in(const struct cues *cues, const struct reading *reading,
		 struct span span, struct cue_hit *hit);
bool cue_any_in(const struct cues *cues, const struct reading *reading,
		struct span span);
/* As cues_next, in a reading. */
bool cue_next_in(const struct cues *cues, const struct reading *reading,
		 struct span span, size_t from, struct cue_hit *hit);

#endif
