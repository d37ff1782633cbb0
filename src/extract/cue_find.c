/* Finding cues in a stretch: small steps over cues_next. */
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
cue_any(const struct cues *cues, struct text text, struct span span)
{
	struct cue_hit hit;

	return cues_next(cues, text, span, span.offset, &hit);
}
