/* From a reading back to the document, and finding places in a reading. */
#include "builder.h"

/* The run that holds a byte of the reading. */
static const struct run *
run_at(const struct reading *reading, size_t offset)
{
	size_t from = 0, to = reading->n_runs;

	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;

		if (reading->runs[middle].offset <= offset)
			from = middle;
		else
			to = middle;
	}
	return &reading->runs[from];
}

struct span
reading_source(const struct reading *reading, struct span span)
{
	const struct run *first, *last;
	size_t from, to;

	if (span.len == 0 || reading->n_runs == 0)
		return (struct span){0, 0};
	first = run_at(reading, span.offset);
	last = run_at(reading, span_end(span) - 1);
	from = first->source;
	if (first->len == first->source_len)
		from += span.offset - first->offset;
	to = last->source + last->source_len;
	if (last->len == last->source_len)
		to = last->source + (span_end(span) - last->offset);
	return span_of(from, to);
}

bool
reading_is_copy(const struct reading *reading, struct span span, size_t source)
{
	const struct run *run;

	if (span.len == 0 || reading->n_runs == 0)
		return false;
	run = run_at(reading, span.offset);
	return run->len == run->source_len &&
	       span_end(span) <= run->offset + run->len &&
	       run->source + (span.offset - run->offset) == source;
}

struct text
reading_at(const struct reading *reading, struct span span)
{
	return text_at(reading->text, span);
}

size_t
reading_sentence(const struct reading *reading, size_t offset)
{
	size_t from = 0, to = reading->n_sentences;

	if (to == 0)
		return 0;
	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;

		if (reading->sentences[middle].span.offset <= offset)
			from = middle;
		else
			to = middle;
	}
	return from;
}

/* Quotations stand in order and apart: the last that begins before decides. */
bool
reading_quoted(const struct reading *reading, struct span span)
{
	size_t from = 0, to = reading->n_quotations;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (reading->quotations[middle].offset <= span.offset)
			from = middle + 1;
		else
			to = middle;
	}
	return from > 0 && span_holds(reading->quotations[from - 1], span);
}
