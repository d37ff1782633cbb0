/* The whole document: its front matter, then its blocks, one at a time. */
#include "pandoc.h"

struct writing {
	struct page *page;
	struct words unseen;
	bool has_blocks;
};

/* The first time: what must be known before the first block is written. */
static int
look_at_each(void *context, struct text key, const struct tree *node)
{
	struct writing *writing = context;

	if (text_is(key, "meta"))
		write_meta(writing->page, node, writing->unseen);
	if (!text_is(key, "blocks"))
		return 0;
	writing->has_blocks |= node == NULL;
	writing->page->has_main |= block_has_main(node);
	return 0;
}

static int
write_each(void *context, struct text key, const struct tree *node)
{
	struct writing *writing = context;

	if (node && text_is(key, "blocks"))
		write_block(writing->page, node);
	return page_is_full(writing->page) ? -1 : 0;
}

int
pandoc_write(struct page *page, struct text json, struct words unseen,
	     const char **fault)
{
	struct writing writing = {.page = page, .unseen = unseen};

	*fault = "what it gave is no document";
	if (tree_walk(json, look_at_each, &writing, fault) < 0 ||
	    !writing.has_blocks ||
	    tree_walk(json, write_each, &writing, fault) < 0)
		return -1;
	if (page->text.len)
		buffer_add_byte(&page->text, '\n');
	return 0;
}
