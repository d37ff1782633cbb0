/*
 * The tags of HTML, one after another: comments, declarations and what scripts
 * hold are passed over. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_TAGS_H
#define CASEBOOK_CONVERT_TAGS_H

#include "casebook/base/text.h"

struct tag {
	size_t from, to;  /* offsets of "<" and behind ">" */
	struct text name; /* as it is written */
	bool closing;	  /* "</name>" */
	bool empty;	  /* "<name/>" */
};

struct tags {
	struct text html;
	size_t at;
	struct text raw; /* the element in which no tag but its end is one */
};

/* false: there is none any more. */
bool tags_next(struct tags *tags, struct tag *tag);
/* In any case of letters. */
bool tag_is(const struct tag *tag, const char *name);
/* Of the same element? */
bool tag_same(const struct tag *a, const struct tag *b);
/* Is it one of these? They are parted by blanks, and stand between them. */
bool tag_is_of(const struct tag *tag, const char *names);
/* false: the tag has no attribute of that name. */
bool tag_attribute(const struct tags *tags, const struct tag *tag,
		   const char *name, struct text *value);

#endif
