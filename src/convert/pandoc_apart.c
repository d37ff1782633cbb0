/* What stands beside the story of a page: the ways to other pages, its foot. */
#include "pandoc.h"

#include <string.h>

#include "prepare.h"

static bool
is_division(const struct tree *block)
{
	return tree_kind(block) == KIND_DIV;
}

bool
attributes_have_class(const struct tree *attributes, const char *name)
{
	for (const struct tree *it = tree_first(tree_at(attributes, 1)); it;
	     it = tree_next(it))
		if (text_is(tree_text(it), name))
			return true;
	return false;
}

/* An attribute of a division; empty: it has none of that name. */
static struct text
attribute(const struct tree *content, const char *name)
{
	const struct tree *pairs = tree_at(tree_at(content, 0), 2);

	for (const struct tree *it = tree_first(pairs); it; it = tree_next(it))
		if (text_is(tree_text(tree_at(it, 0)), name))
			return tree_text(tree_at(it, 1));
	return TEXT("");
}

/* The notes of a page, which pandoc could not give back to their words. */
static bool
holds_notes(const struct tree *content)
{
	struct text role = attribute(content, "role");

	return text_is(role, "doc-endnotes") || text_is(role, "doc-footnote") ||
	       attributes_have_class(tree_at(content, 0), "footnotes") ||
	       attributes_have_class(tree_at(content, 0), "footnote");
}

/* Does a division say that it is there to find the way, not to be read? */
static bool
is_furniture(const struct tree *content)
{
	static const char *const roles[] = {"navigation", "search", "dialog",
					    "alertdialog", "contentinfo"};
	struct text role = attribute(content, "role");

	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (text_is(role, roles[i]))
			return true;
	/* pandoc takes the "data-" away, or does not */
	return attribute(content, FURNITURE_KEY).len > 0 ||
	       attribute(content, &FURNITURE_KEY[strlen("data-")]).len > 0;
}

/* A heading of the first level. */
static bool
is_title(const struct tree *block)
{
	return tree_kind(block) == KIND_HEADER &&
	       tree_number(tree_at(tree_content(block), 0)) == 1;
}

static bool
has_title(const struct tree *blocks)
{
	for (const struct tree *it = tree_first(blocks); it; it = tree_next(it))
		if (is_title(it) || (is_division(it) &&
				     has_title(tree_at(tree_content(it), 1))))
			return true;
	return false;
}

bool
division_is_main(const struct tree *content)
{
	return text_is(attribute(content, "role"), "main");
}

bool
block_has_main(const struct tree *block)
{
	const struct tree *content = tree_content(block);

	if (!is_division(block))
		return false;
	if (division_is_main(content))
		return true;
	for (const struct tree *it = tree_first(tree_at(content, 1)); it;
	     it = tree_next(it))
		if (block_has_main(it))
			return true;
	return false;
}

static bool
leads_down(const struct tree *inlines)
{
	bool any = false;

	for (const struct tree *it = tree_first(inlines); it;
	     it = tree_next(it)) {
		const struct tree *target = tree_at(tree_content(it), 2);

		if (tree_kind(it) == KIND_LINK &&
		    text_starts(tree_text(tree_at(target, 0)), "#"))
			any = true;
		else if (tree_kind(it) != KIND_SPACE &&
			 tree_kind(it) != KIND_SOFT_BREAK &&
			 tree_kind(it) != KIND_LINE_BREAK)
			return false;
	}
	return any;
}

/* Nothing but links to places further down. */
static bool
is_skip_link(const struct tree *block)
{
	const struct tree *content = tree_content(block);

	if (tree_kind(block) == KIND_PARA || tree_kind(block) == KIND_PLAIN)
		return leads_down(content);
	if (tree_kind(block) != KIND_BULLET_LIST)
		return false;
	for (const struct tree *item = tree_first(content); item;
	     item = tree_next(item))
		for (const struct tree *it = tree_first(item); it;
		     it = tree_next(it))
			if (!is_skip_link(it))
				return false;
	return true;
}

/* Its title may do so, too. */
static bool
is_beside_main(const struct page *page, const struct tree *block)
{
	const struct tree *content = tree_content(block);

	if (is_division(block) && is_furniture(content))
		return true;
	if (!page->begun_story && is_skip_link(block))
		return true;
	if (!page->has_main || page->in_main > 0)
		return false;
	if (is_division(block))
		return !block_has_main(block) &&
		       !has_title(tree_at(content, 1));
	return !is_title(block);
}

const char *
block_apart(const struct page *page, const struct tree *block)
{
	if (is_division(block) && holds_notes(tree_content(block)))
		return "note";
	return is_beside_main(page, block) ? "navigation" : NULL;
}
