/*
 * Front matter: a line "field: value" for each field, but a title and subtitle
 * as they stand on the page; the value is marked with its field. Fields that
 * the page does not show are furniture too.
 */
#include "pandoc.h"

static bool
is_unseen(struct words unseen, struct text field)
{
	for (size_t i = 0; i < unseen.n; i++)
		if (text_is(unseen.items[i], "*") ||
		    text_equal(unseen.items[i], field))
			return true;
	return false;
}

static bool
is_title(struct text field)
{
	return text_is(field, "title") || text_is(field, "subtitle");
}

static void write_value(struct page *page, struct text field,
			const struct tree *value);

static void
write_values(struct page *page, struct text field, const struct tree *values)
{
	for (const struct tree *it = tree_first(values); it;
	     it = tree_next(it)) {
		write_value(page, field, it);
		if (tree_next(it))
			page_add(page, TEXT(", "));
	}
}

/* The values of a map, each with its own name. */
static void
write_map(struct page *page, struct text field, const struct tree *map)
{
	for (const struct tree *it = tree_first(map); it; it = tree_next(it)) {
		struct text name =
			arena_format(page->arena, "%.*s.%.*s", TEXT_ARG(field),
				     TEXT_ARG(tree_key(it)));

		page_add(page, tree_key(it));
		page_add(page, TEXT(": "));
		write_value(page, name, it);
		if (tree_next(it))
			page_add(page, TEXT("; "));
	}
}

static void
write_value(struct page *page, struct text field, const struct tree *value)
{
	const struct tree *content = tree_content(value);
	size_t from = page->text.len;

	page->flat_from = from;
	switch (tree_kind(value)) {
	case KIND_META_LIST:
		write_values(page, field, content);
		return;
	case KIND_META_MAP:
		write_map(page, field, content);
		return;
	case KIND_META_INLINES:
		write_inlines(page, content);
		break;
	case KIND_META_BLOCKS:
		write_blocks(page, content);
		break;
	case KIND_META_STRING:
		page_add(page, tree_text(content));
		break;
	case KIND_META_BOOL:
		page_add(page,
			 tree_number(content) ? TEXT("true") : TEXT("false"));
		break;
	default:
		break;
	}
	page_mark(page, MARK_FRONT_MATTER, from, field);
}

static void
write_field(struct page *page, const struct tree *field, struct words unseen)
{
	struct text name = arena_text(page->arena, tree_key(field));
	bool hidden = is_unseen(unseen, name);
	size_t from;

	page_begin(page);
	from = page->text.len;
	page->flat++;
	if (hidden || !is_title(name)) {
		page_add(page, name);
		page_add(page, TEXT(": "));
	}
	write_value(page, name, field);
	page->flat--;
	if (hidden)
		page_mark(page, MARK_FURNITURE, from, TEXT("front-matter"));
}

void
write_meta(struct page *page, const struct tree *meta, struct words unseen)
{
	static const char *const first[] = {"title", "subtitle"};
	bool begun = false;

	for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++) {
		const struct tree *field = tree_get(meta, first[i]);

		if (field)
			write_field(page, field, unseen);
	}
	page->lists++;
	page->begun = false;
	for (const struct tree *it = tree_first(meta); it; it = tree_next(it)) {
		if (is_title(tree_key(it)))
			continue;
		page->begun = begun;
		write_field(page, it, unseen);
		begun = true;
	}
	page->lists--;
	page->begun = false;
}
