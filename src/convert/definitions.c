/* Which tags in a list of definitions go, and which are missing. */
#include "definitions.h"

#include <stdlib.h>

static void
see_list(struct definitions *definitions, const struct tag *tag)
{
	definitions->behind = tag->closing ? 0 : tag->to;
	definitions->term = false;
	if (!tag->closing)
		definitions->lists++;
	else if (definitions->lists > 0)
		definitions->lists--;
}

static void
see_term(struct definitions *definitions, const struct tag *tag)
{
	bool term = tag_is(tag, "dt");

	if (tag->closing) {
		definitions->closed |= term;
		definitions->behind = tag->to;
		return;
	}
	definitions->term = term;
	definitions->closed = false;
}

/* Does nothing but blanks stand between the tag and what it may follow? */
static bool
follows(const struct definitions *definitions, const struct tags *tags,
	const struct tag *tag)
{
	size_t from = definitions->behind;

	return definitions->lists > 0 && from > 0 &&
	       text_trim(text_sub(tags->html, from, tag->from - from)).len == 0;
}

static bool
see_division(struct definitions *definitions, const struct tags *tags,
	     const struct tag *tag)
{
	bool goes;

	if (tag->closing) {
		goes = definitions->n > 0 &&
		       definitions->divisions[--definitions->n];
	} else {
		goes = follows(definitions, tags, tag);
		definitions->divisions =
			array_grow(definitions->divisions, definitions->n,
				   &definitions->capacity, sizeof(bool));
		definitions->divisions[definitions->n++] = goes;
	}
	if (goes)
		definitions->behind = tag->to;
	return goes;
}

struct definitions_change
definitions_see(struct definitions *definitions, const struct tags *tags,
		const struct tag *tag)
{
	struct definitions_change change = {NULL, false};
	bool list = tag_is(tag, "dl"), term = tag_is_of(tag, " dt dd ");

	if (definitions->lists > 0 && definitions->term &&
	    ((list && tag->closing) || (tag_is(tag, "dt") && !tag->closing)))
		change.before =
			definitions->closed ? "<dd></dd>" : "</dt><dd></dd>";
	if (list)
		see_list(definitions, tag);
	else if (term && definitions->lists > 0)
		see_term(definitions, tag);
	else if (tag_is(tag, "div") && !tag->empty)
		change.goes = see_division(definitions, tags, tag);
	return change;
}

void
definitions_release(struct definitions *definitions)
{
	free(definitions->divisions);
	*definitions = (struct definitions){.divisions = NULL};
}
