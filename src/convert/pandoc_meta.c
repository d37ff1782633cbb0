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
	for (const struct tree *it = tree_first(values); it; it = it->next) {
		write_value(page, field, it);
		if (it->next)
			page_add(page, TEXT(", "));
	}
}

/* The values of a map, each with its own name. */
static void
write_map(struct page *page, struct text field, const struct tree *map)
{
	for (const struct tree *it = tree_first(map); it; it = it->next) {
		struct text name =
			arena_format(page->arena, "%.*s.%.*s", TEXT_ARG(field),
				     TEXT_ARG(it->key));

		page_add(page, it->key);
		page_add(page, TEXT(": "));
		write_value(page, name, it);
		if (it->next)
			page_add(page, TEXT("; "));
	}
}

static void
write_value(struct page *page, struct text field, const struct tree *value)
{
	const struct tree *content = tree_get(value, "c");
	struct text kind = tree_text(tree_get(value, "t"));
	size_t from = page->text.len;

	page->flat_from = from;
	if (text_is(kind, "MetaList")) {
		write_values(page, field, content);
		return;
	}
	if (text_is(kind, "MetaMap")) {
		write_map(page, field, content);
		return;
	}
	if (text_is(kind, "MetaInlines"))
		write_inlines(page, content);
	else if (text_is(kind, "MetaBlocks"))
		write_blocks(page, content);
	else if (text_is(kind, "MetaString"))
		page_add(page, tree_text(content));
	else if (text_is(kind, "MetaBool"))
		page_add(page,
			 content && content->n ? TEXT("true") : TEXT("false"));
	page_mark(page, MARK_FRONT_MATTER, from, field);
}

static void
write_field(struct page *page, const struct tree *field, struct words unseen)
{
	bool hidden = is_unseen(unseen, field->key);
	size_t from;

	page_begin(page);
	from = page->text.len;
	page->flat++;
	if (hidden || !is_title(field->key)) {
		page_add(page, field->key);
		page_add(page, TEXT(": "));
	}
	write_value(page, field->key, field);
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
	for (const struct tree *it = tree_first(meta); it; it = it->next) {
		if (is_title(it->key))
			continue;
		page->begun = begun;
		write_field(page, it, unseen);
		begun = true;
	}
	page->lists--;
	page->begun = false;
}
