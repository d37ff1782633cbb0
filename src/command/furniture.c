/* Texts without furniture and asides. */
#include "furniture.h"

#include <stdlib.h>

#include "casebook/ask/question.h"
#include "casebook/base/memory.h"
#include "rows.h"

int
furniture_read(struct furniture *furniture, struct text project,
	       struct session *session)
{
	struct query *query = question_ask(
		question_find(TEXT("furniture")), session->options.filter,
		session->store, &session->diagnostics);
	int step;

	*furniture = (struct furniture){NULL, 0, 0};
	if (!query)
		return -1;
	query_bind_text(query, ":project", project);
	while ((step = query_step(query)) == 1) {
		furniture->spans = array_grow(furniture->spans, furniture->n,
					      &furniture->capacity,
					      sizeof(*furniture->spans));
		furniture->spans[furniture->n++] =
			(struct span){(size_t)query_integer(query, 0),
				      (size_t)query_integer(query, 1)};
	}
	query_free(query);
	return step;
}

void
furniture_release(struct furniture *furniture)
{
	free(furniture->spans);
	*furniture = (struct furniture){NULL, 0, 0};
}

static size_t
rows_size(const struct query *query, const char *name)
{
	for (size_t i = 0; i < query_n_columns(query); i++)
		if (text_is(text_of(query_column(query, i)), name))
			return (size_t)query_integer(query, i);
	return 0;
}

void
furniture_take_away(const struct furniture *furniture,
		    const struct query *passage, struct buffer *clean)
{
	struct text text = rows_text(passage, "text");
	size_t start = rows_size(passage, "offset"), at = 0;

	buffer_clear(clean);
	for (size_t i = 0; i < furniture->n && at < text.len; i++) {
		struct span span = furniture->spans[i];
		size_t from, end = span_end(span);

		if (end <= start + at || span.offset >= start + text.len)
			continue;
		from = span.offset < start + at ? at : span.offset - start;
		buffer_add(clean, text_sub(text, at, from - at));
		at = end - start;
	}
	if (at < text.len)
		buffer_add(clean, text_sub(text, at, text.len - at));
}
