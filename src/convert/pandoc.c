/* The whole document: its front matter, then its blocks. */
#include "pandoc.h"

int
pandoc_write(struct page *page, const struct tree *document,
	     struct words unseen)
{
	const struct tree *blocks = tree_get(document, "blocks");

	if (!blocks || blocks->type != TREE_LIST)
		return -1;
	write_meta(page, tree_get(document, "meta"), unseen);
	page->has_main = blocks_have_main(blocks);
	write_blocks(page, blocks);
	if (page->text.len)
		buffer_add_byte(&page->text, '\n');
	return 0;
}
