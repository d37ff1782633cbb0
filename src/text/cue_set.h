/* What a set of cues is made of, for those who look into its index. */
#ifndef TEXT_CUE_SET_H
#define TEXT_CUE_SET_H

#include "casebook/text/cue.h"

#include "cue_index.h"

struct cues {
	struct cue *items;
	size_t n_items;
	struct cue_program program; /* of all, one behind the other */
	struct cue_index index;
};

#endif
