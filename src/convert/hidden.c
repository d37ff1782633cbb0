/*
 * Which elements of a page are not seen: those that never are (a template, a
 * button), and those that say so. What a button opens is there to be read, and
 * so is a button that is a heading. An element without an end in sight stays.
 */
#include "hidden.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define VOID_ELEMENTS \
	" area base br col embed hr img input link meta param source track " \
	"wbr "
#define HEADINGS " h1 h2 h3 h4 h5 h6 summary "
/* In which an element that needs no end of its own may stand. */
#define CONTAINERS \
	" ul ol dl table select datalist div section article aside main " \
	"header footer nav form fieldset figure details blockquote body html "

enum {
	MOST_UNCLOSED = 50, /* then no further end is looked for */
	MOST_OPENED = 1000, /* that buttons open */
	LONGEST_STYLE = 1000,
};

/* An element whose end may be left out, and what begins where it ends. */
static const struct {
	const char *name, *next;
} loose[] = {
	{"p", " p h1 h2 h3 h4 h5 h6 hr pre address" CONTAINERS},
	{"li", " li "},
	{"dt", " dt dd "},
	{"dd", " dt dd "},
	{"option", " option optgroup "},
	{"optgroup", " optgroup "},
	{"td", " td th tr tbody tfoot "},
	{"th", " td th tr tbody tfoot "},
	{"tr", " tr tbody tfoot "},
	{"thead", " tbody tfoot "},
	{"tbody", " tbody tfoot "},
	{"tfoot", " tbody "},
};

enum { N_LOOSE = sizeof(loose) / sizeof(*loose) };

/* --- what it says ----------------------------------------------------------
 */

static bool
style_hides(struct text style)
{
	char plain[LONGEST_STYLE + 1];
	size_t len = 0;

	for (size_t i = 0; i < style.len && len < LONGEST_STYLE; i++)
		if (!isspace((unsigned char)style.bytes[i]))
			plain[len++] =
				(char)tolower((unsigned char)style.bytes[i]);
	plain[len] = '\0';
	return strstr(plain, "display:none") ||
	       strstr(plain, "visibility:hidden");
}

/* Is it opened by a button, or is it one of several sheets? */
static bool
is_opened(const struct hidden *hidden, const struct tags *tags,
	  const struct tag *tag)
{
	struct text value;

	if (tag_attribute(tags, tag, "role", &value) &&
	    text_is(value, "tabpanel"))
		return true;
	if (!tag_attribute(tags, tag, "id", &value) || value.len == 0)
		return false;
	for (size_t i = 0; i < hidden->n_opened; i++)
		if (text_equal(hidden->opened[i], value))
			return true;
	return false;
}

static bool
says_hidden(const struct tags *tags, const struct tag *tag)
{
	struct text value;

	if (tag_attribute(tags, tag, "hidden", &value) &&
	    !text_is(value, "until-found"))
		return true;
	if (tag_attribute(tags, tag, "aria-hidden", &value) &&
	    text_is(value, "true"))
		return true;
	return tag_attribute(tags, tag, "style", &value) && style_hides(value);
}

static bool
is_never_seen(const struct hidden *hidden, const struct tag *tag)
{
	if (hidden->in_heading && tag_is(tag, "button"))
		return false;
	for (size_t i = 0; i < hidden->elements.n; i++)
		if (tag_is(tag, hidden->elements.items[i].bytes))
			return true;
	return false;
}

/* --- where it ends ---------------------------------------------------------
 */

static const char *
what_ends(const struct tag *tag)
{
	for (size_t i = 0; i < N_LOOSE; i++)
		if (tag_is(tag, loose[i].name))
			return loose[i].next;
	return NULL;
}

/* It ends with its own end, or where its neighbour or parent does so. */
static size_t
loose_end(struct tags tags, const struct tag *begun, const char *next)
{
	size_t depth = 0;
	struct tag tag;

	while (tags_next(&tags, &tag)) {
		bool container = tag_is_of(&tag, CONTAINERS);

		if (depth == 0 && !tag.closing && tag_is_of(&tag, next))
			return tag.from;
		if (depth == 0 && tag.closing && tag_same(&tag, begun))
			return tag.to;
		if (depth == 0 && tag.closing && (container || what_ends(&tag)))
			return tag.from;
		if (container && !tag.empty)
			depth = tag.closing ? depth - 1 : depth + 1;
	}
	return tags.html.len;
}

static size_t
strict_end(struct tags tags, const struct tag *begun)
{
	size_t depth = 1;
	struct tag tag;

	while (depth > 0 && tags_next(&tags, &tag)) {
		if (!tag_same(&tag, begun) || tag.empty)
			continue;
		depth = tag.closing ? depth - 1 : depth + 1;
	}
	return depth == 0 ? tag.to : 0;
}

static size_t
element_end(struct hidden *hidden, const struct tags *tags,
	    const struct tag *tag)
{
	const char *next = what_ends(tag);
	size_t end;

	if (tag->empty || tag_is_of(tag, VOID_ELEMENTS))
		return tag->to;
	if (next)
		return loose_end(*tags, tag, next);
	if (hidden->n_unclosed == MOST_UNCLOSED)
		return 0;
	end = strict_end(*tags, tag);
	hidden->n_unclosed += end == 0;
	return end;
}

size_t
hidden_end(struct hidden *hidden, const struct tags *tags,
	   const struct tag *tag)
{
	if (tag_is_of(tag, HEADINGS))
		hidden->in_heading = !tag->closing;
	if (tag->closing || tag_is_of(tag, " html body "))
		return 0;
	if (!is_never_seen(hidden, tag) &&
	    (!says_hidden(tags, tag) || is_opened(hidden, tags, tag)))
		return 0;
	return element_end(hidden, tags, tag);
}

void
hidden_init(struct hidden *hidden, struct text html, struct words elements)
{
	struct tags tags = {.html = html};
	struct text value;
	struct tag tag;

	*hidden = (struct hidden){.elements = elements};
	while (tags_next(&tags, &tag)) {
		if (tag.closing || hidden->n_opened == MOST_OPENED ||
		    !tag_attribute(&tags, &tag, "aria-controls", &value))
			continue;
		hidden->opened = array_grow(hidden->opened, hidden->n_opened,
					    &hidden->capacity, sizeof(value));
		hidden->opened[hidden->n_opened++] = value;
	}
}

void
hidden_release(struct hidden *hidden)
{
	free(hidden->opened);
	*hidden = (struct hidden){.opened = NULL};
}
