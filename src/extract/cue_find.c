/* Finding cues in a stretch: small steps from one hit to the next. */
#include "cue_find.h"

bool
cue_first(const struct cues *cues, struct text text, struct span span,
	  struct cue_hit *hit)
{
	return cues_next(cues, text, span, span.offset, hit);
}

bool
cue_last(const struct cues *cues, struct text text, struct span span,
	 struct cue_hit *hit)
{
	struct cue_hit next;
	size_t from = span.offset;
	bool found = false;

	while (cues_next(cues, text, span, from, &next)) {
		*hit = next;
		found = true;
		from = span_end(next.span);
	}
	return found;
}

bool
cue_next_in(const struct cues *cues, const struct reading *reading,
	    struct span span, size_t from, struct cue_hit *hit)
{
	if (reading->cues)
		return cue_map_next(reading->cues, cues, span, from, hit);
	return cues_next(cues, reading->text, span, from, hit);
}

bool
cue_first_in(const struct cues *cues, const struct reading *reading,
	     struct span span, struct cue_hit *hit)
{
	return cue_next_in(cues, reading, span, span.offset, hit);
}

bool
cue_last_in(const struct cues *cues, const struct reading *reading,
	    struct span span, struct cue_hit *hit)
{
	struct cue_hit next;
	size_t from = span.offset;
	bool found = false;

	while (cue_next_in(cues, reading, span, from, &next)) {
		*hit = next;
		found = true;
		from = span_end(next.span);
	}
	return found;
}

bool
cue_any_in(const struct cues *cues, const struct reading *reading,
	   struct span span)
{
	struct cue_hit hit;

	return cue_next_in(cues, reading, span, span.offset, &hit);
}
