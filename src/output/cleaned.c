/* Moving marks along with the text around them. */
#include "cleaned.h"

#include <stdlib.h>

/*
 * Where a byte of the old text is in the new one: inside what was replaced, at
 * the end of what came instead, or, for `first`, at its beginning.
 */
static size_t
new_place(const struct replacement *replaced, size_t n, size_t place,
	  bool first)
{
	size_t taken = 0, put = 0; /* bytes, before the place */

	for (size_t i = 0; i < n && replaced[i].span.offset < place; i++) {
		struct span span = replaced[i].span;

		if (place < span_end(span))
			return span.offset - taken + put +
			       (first ? 0 : replaced[i].by.len);
		taken += span.len;
		put += replaced[i].by.len;
	}
	return place - taken + put;
}

/* Inside the marks before it or behind them: they are nested or apart. */
static struct span
fit_mark(const struct screen_mark *marks, size_t n, struct span span)
{
	size_t from = span.offset, to = span_end(span);

	if (n && from < marks[n - 1].span.offset)
		from = marks[n - 1].span.offset;
	for (size_t i = 0; i < n; i++) {
		size_t end = span_end(marks[i].span);

		if (from < end && to > end)
			from = end;
	}
	return from < to ? span_of(from, to) : (struct span){from, 0};
}

static void
move_marks(struct cleaned *cleaned, const struct replacement *replaced,
	   size_t n)
{
	size_t n_kept = 0;

	cleaned->moved =
		memory_new(cleaned->n_marks + 1, sizeof(*cleaned->moved));
	for (size_t i = 0; i < cleaned->n_marks; i++) {
		struct screen_mark mark = cleaned->marks[i];
		struct text words;
		size_t from = new_place(replaced, n, mark.span.offset, true);
		size_t to = new_place(replaced, n, span_end(mark.span), false);

		words = text_trim(
			text_at(cleaned->text, fit_mark(cleaned->moved, n_kept,
							span_of(from, to))));
		mark.span = (struct span){
			(size_t)(words.bytes - cleaned->text.bytes), words.len};
		if (mark.span.len)
			cleaned->moved[n_kept++] = mark;
	}
	cleaned->marks = cleaned->moved;
	cleaned->n_marks = n_kept;
}

void
cleaned_init(struct cleaned *cleaned, struct redaction *redaction,
	     struct text text, const struct screen_mark *marks, size_t n_marks)
{
	struct replacement *replaced;
	size_t n = redact_find(redaction, text, &replaced), at = 0;

	*cleaned = (struct cleaned){
		.text = text, .marks = marks, .n_marks = n_marks};
	for (size_t i = 0; i < n; i++) {
		buffer_add(&cleaned->room,
			   text_sub(text, at, replaced[i].span.offset - at));
		buffer_add(&cleaned->room, replaced[i].by);
		at = span_end(replaced[i].span);
	}
	if (n) {
		buffer_add(&cleaned->room, text_sub(text, at, text.len - at));
		cleaned->text = buffer_text(&cleaned->room);
		move_marks(cleaned, replaced, n);
	}
	free(replaced);
}

void
cleaned_release(struct cleaned *cleaned)
{
	buffer_release(&cleaned->room);
	free(cleaned->moved);
}
