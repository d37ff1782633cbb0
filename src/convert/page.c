/* Lines and marks of a text that is being written. */
#include <stdlib.h>

#include "pandoc.h"

void
page_release(struct page *page)
{
	buffer_release(&page->text);
	free(page->marks);
	free(page->notes);
	*page = (struct page){.arena = NULL};
}

static char
last_byte(const struct page *page)
{
	return page->text.len ? page->text.bytes[page->text.len - 1] : '\n';
}

static void
indent(struct page *page)
{
	for (size_t i = 1 + page->rows; i < page->lists; i++)
		buffer_add_string(&page->text, "  ");
	buffer_add(&page->text, page->item);
	page->item = TEXT("");
}

void
page_begin(struct page *page)
{
	bool tight = page->lists > 0 && page->begun;

	if (page->flat) {
		if (page->text.len > page->flat_from && last_byte(page) != ' ')
			buffer_add_byte(&page->text, ' ');
		return;
	}
	if (page->joined) {
		page->joined = false;
		page->item = TEXT("");
		page->begun = page->lists > 0;
		return;
	}
	if (page->text.len && last_byte(page) != '\n')
		buffer_add_byte(&page->text, '\n');
	if (page->text.len && !tight)
		buffer_add_byte(&page->text, '\n');
	if (page->item.len)
		indent(page);
	page->begun = page->lists > 0;
}

void
page_take_back(struct page *page, size_t len)
{
	page->text.len = len;
	if (page->text.bytes)
		page->text.bytes[len] = '\0';
}

void
page_add(struct page *page, struct text text)
{
	for (size_t i = 0; i < text.len; i++) {
		char byte = text.bytes[i];
		bool ends = byte == '\n' || byte == '\r' || byte == '\f';

		buffer_add_byte(&page->text, ends && page->flat	    ? ' '
					     : ends && byte != '\n' ? ' '
								    : byte);
	}
}

bool
page_is_full(const struct page *page)
{
	return page->most > 0 &&
	       page->text.len + page->values +
			       page->n_marks * sizeof(*page->marks) >
		       page->most;
}

void
page_mark(struct page *page, enum mark_kind kind, size_t from,
	  struct text value)
{
	if (page->text.len <= from)
		return;
	page->marks = array_grow(page->marks, page->n_marks, &page->capacity,
				 sizeof(*page->marks));
	page->marks[page->n_marks++] =
		(struct mark){.span = span_of(from, page->text.len),
			      .kind = kind,
			      .value = value};
	page->values += value.len;
}
