/*
 * A query as an expression of FTS5, which finds passages by stems. Nothing of
 * it stands there but stems, in quotes.
 */
#include "search_tree.h"

enum {
	LONG_BEGINNING = 8, /* bytes; a longer one may go beyond a stem, */
	LONGEST_ENDING = 4, /* by so many */
};

/* "stems of the words before" and the last one, a beginning or whole. */
static void
add_phrase(struct buffer *out, const struct search_node *node, struct text last,
	   bool begins)
{
	buffer_add_byte(out, '"');
	for (size_t i = 0; i + 1 < node->n_words; i++) {
		buffer_add(out, node->words[i].stem);
		buffer_add_byte(out, ' ');
	}
	buffer_add(out, last);
	buffer_add_string(out, begins ? "\"*" : "\"");
}

/*
 * The stem of a word that begins so begins so too, or with its stem, or, since
 * stems lose endings and write one vowel for two, with less of it.
 */
static void
add_beginnings(struct buffer *out, const struct search_node *node,
	       const struct search_word *word)
{
	struct text begin = word->folded;
	size_t less = begin.len > LONG_BEGINNING ? LONGEST_ENDING : 0;

	if (begin.len > 2 &&
	    begin.bytes[begin.len - 1] == begin.bytes[begin.len - 2] && !less)
		less = 1;
	while (less > 0 &&
	       ((unsigned char)begin.bytes[begin.len - less] & 0xC0) == 0x80)
		less++;
	add_phrase(out, node, begin, true);
	buffer_add_string(out, " OR ");
	add_phrase(out, node, word->stem, true);
	if (less > 0) {
		buffer_add_string(out, " OR ");
		add_phrase(out, node, text_sub(begin, 0, begin.len - less),
			   true);
	}
}

static void
add_words(struct buffer *out, const struct search_node *node)
{
	const struct search_word *last = &node->words[node->n_words - 1];

	buffer_add_string(out, node->in_title ? "{title} : (" : "(");
	if (last->begins)
		add_beginnings(out, node, last);
	else
		add_phrase(out, node, last->stem, false);
	for (size_t i = 0; i < last->n_wider; i++) {
		buffer_add_string(out, " OR ");
		add_phrase(out, node, last->wider[i], false);
	}
	buffer_add_byte(out, ')');
}

static bool
has_beginning(const struct search_node *near)
{
	for (size_t i = 0; i < near->n_items; i++)
		if (near->items[i]->words[near->items[i]->n_words - 1].begins)
			return true;
	return false;
}

/* Without beginnings, of which FTS5 takes one form only. */
static void
add_near(struct buffer *out, const struct search_node *near)
{
	buffer_add_string(out, "NEAR(");
	for (size_t i = 0; i < near->n_items; i++) {
		const struct search_node *item = near->items[i];

		add_phrase(out, item, item->words[item->n_words - 1].stem,
			   false);
		buffer_add_byte(out, ' ');
	}
	buffer_format(out, ", %zu)", near->distance);
}

static void add_node(struct buffer *out, const struct search *search,
		     const struct search_node *node);

static size_t
count_items(const struct search_node *node, bool denied)
{
	size_t n = 0;

	for (size_t i = 0; i < node->n_items; i++)
		n += node->items[i]->denied == denied;
	return n;
}

/* Parentheses only where they are needed: FTS5's parser has a small stack. */
static void
add_items(struct buffer *out, const struct search *search,
	  const struct search_node *node, const char *operator, bool denied)
{
	bool several = count_items(node, denied) > 1;
	const char *glue = several ? "(" : "";

	for (size_t i = 0; i < node->n_items; i++) {
		if (node->items[i]->denied != denied)
			continue;
		buffer_add_string(out, glue);
		add_node(out, search, node->items[i]);
		glue = operator;
	}
	buffer_add_string(out, several ? ")" : "");
}

static void
add_all(struct buffer *out, const struct search *search,
	const struct search_node *node)
{
	bool denied = count_items(node, true) > 0 && !search_must_see(search);

	buffer_add_string(out, denied ? "(" : "");
	add_items(out, search, node, " AND ", false);
	if (denied) {
		buffer_add_string(out, " NOT ");
		add_items(out, search, node, " OR ", true);
		buffer_add_byte(out, ')');
	}
}

static void
add_node(struct buffer *out, const struct search *search,
	 const struct search_node *node)
{
	switch (node->kind) {
	case SEARCH_WORDS:
		add_words(out, node);
		break;
	case SEARCH_NEAR:
		if (has_beginning(node))
			add_items(out, search, node, " AND ", false);
		else
			add_near(out, node);
		break;
	case SEARCH_ALL:
		add_all(out, search, node);
		break;
	case SEARCH_ANY:
		add_items(out, search, node, " OR ", false);
		break;
	}
}

void
search_expression(struct buffer *out, const struct search *search)
{
	add_node(out, search, search->root);
}
