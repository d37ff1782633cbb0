/* Names of places that words of a list stand in: "Mill en Sint Hubert". */
#ifndef CASEBOOK_EXTRACT_PLACE_NAME_H
#define CASEBOOK_EXTRACT_PLACE_NAME_H

#include "rules.h"

/* Of a municipality or region, also with a part of it: "De Bilt-Oost". */
bool is_place_name(const struct rules *rules, struct text name);
/*
 * Is the word, such as "en", part of the name of a municipality or region that
 * lies inside the span?
 */
bool is_in_place_name(const struct rules *rules, struct text text,
		      struct span span, struct span word);

#endif
