/*
 * What a stretch of text says for a field of a layout's own, by the field's
 * type. Within room extract only.
 */
#ifndef CASEBOOK_EXTRACT_FIELD_VALUE_H
#define CASEBOOK_EXTRACT_FIELD_VALUE_H

#include "extraction.h"

/* What was found for one field, so far. */
struct finding {
	struct extraction *extraction;
	const struct layout_field *field;
	const struct reading *reading; /* of its evidence; NULL: none yet */
	struct span span;	       /* of the reading */
	struct text value;
	enum origin origin;
};

/* Each fills in span, value and origin; false: nothing is said. */
bool field_choice(struct finding *finding, struct text text,
		  struct span within);
bool field_list(struct finding *finding, struct text text, struct span within);

/*
 * field_boxes.c: boxes to tick, "☒ ja ☐ nee", and the words beside each. An
 * option is the next one at or after *at.
 */
struct option {
	struct span words; /* trimmed */
	bool ticked;
};

bool has_boxes(struct text text, struct span within);
bool next_option(struct text text, struct span within, size_t *at,
		 struct option *option);

#endif
