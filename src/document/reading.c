/*
 * Making readings: of a passage, of any stretch, of one line, and of the whole
 * text with each line on a line (what all the other files see of a line).
 * A stretch is read line by line; what stands between two lines is decided in
 * joints.c, characters are met in builder.c.
 */
#include "casebook/document/reading.h"

#include <stdlib.h>

#include "builder.h"

#include "casebook/text/fold.h"

/* Where in the document a line's text begins behind its bullet or number. */
static size_t
behind_marker(const struct document *document, size_t line, size_t marker)
{
	struct text text = line_text(document, line);

	return line_source(
		       document, line,
		       span_of(marker, text.len > marker ? marker + 1 : marker))
		.offset;
}

static void
add_line(struct builder *builder, size_t before, size_t line, struct span span,
	 bool items)
{
	const struct document *document = builder->document;
	struct span all = document->lines[line].span;
	size_t marker = 0, from = span.offset;
	bool item = from == all.offset &&
		    line_item(line_text(document, line), &marker);
	enum joint how = JOINT_PARAGRAPH;

	if (item && marker < line_text(document, line).len)
		from = behind_marker(document, line, marker);
	if (builder->n_paragraphs > 0 && !items)
		how = find_joint(builder, before, line);
	if (how == JOINT_PARAGRAPH)
		builder_paragraph(builder, (struct span){from, 0}, item);
	else if (how == JOINT_BLANK)
		builder_blank(builder, from);
	builder_add_line(builder, line, from, span_end(span));
}

static void
add_lines(struct builder *builder, struct span span, bool items)
{
	const struct document *document = builder->document;
	size_t before = document->n_lines;

	if (span.len == 0)
		return;
	for (size_t i = line_at(document, span.offset);
	     i < document->n_lines && document->lines[i].start < span_end(span);
	     i++) {
		struct span line = document->lines[i].span;
		size_t from, to;

		if (document->lines[i].blank || document->lines[i].furniture)
			continue;
		/* A line of nothing but an aside parts no lines. */
		if (line_text(document, i).len == 0) {
			if (before + 1 == i)
				before = i;
			continue;
		}
		from = line.offset > span.offset ? line.offset : span.offset;
		to = span_end(line) < span_end(span) ? span_end(line)
						     : span_end(span);
		if (to <= from)
			continue;
		add_line(builder, before, i, span_of(from, to), items);
		before = i;
	}
}

static void
map_cues(struct document *document, struct reading *reading)
{
	reading->cues =
		cue_map_new(document->maps, document->sieve, reading->text);
	if (!reading->cues)
		return;
	document->mapped =
		array_grow(document->mapped, document->n_mapped,
			   &document->mapped_capacity, sizeof(reading));
	document->mapped[document->n_mapped++] = reading;
}

void
document_map_cues(struct document *document, const struct cue_sieve *sieve)
{
	document_drop_cues(document);
	document->sieve = sieve;
	document->maps = arena_new();
}

void
document_drop_cues(struct document *document)
{
	for (size_t i = 0; i < document->n_mapped; i++)
		document->mapped[i]->cues = NULL;
	free(document->mapped);
	if (document->maps)
		arena_free(document->maps);
	document->sieve = NULL;
	document->maps = NULL;
	document->mapped = NULL;
	document->n_mapped = document->mapped_capacity = 0;
}

static const struct reading *
read_span(struct document *document, struct span span, bool items)
{
	struct arena *arena = document->report->arena;
	struct builder builder;
	struct reading *reading;

	builder_init(&builder, document, span);
	add_lines(&builder, span, items);
	reading = builder_finish(&builder, arena);
	sentences_find(reading, arena, document->words);
	if (document->sieve)
		map_cues(document, reading);
	return reading;
}

const struct reading *
document_read_span(struct document *document, struct span span)
{
	return read_span(document, span, false);
}

const struct reading *
document_line_reading(struct document *document, size_t line)
{
	struct span span = document->lines[line].span;
	struct builder builder;
	struct reading *reading;

	builder_init(&builder, document, span);
	builder.lines = true;
	builder_paragraph(&builder, (struct span){span.offset, 0}, false);
	builder_add_line(&builder, line, span.offset, span_end(span));
	reading = builder_finish(&builder, document->report->arena);
	sentences_find(reading, document->report->arena, document->words);
	return reading;
}

const struct reading *
document_reading(struct document *document, size_t passage)
{
	const struct part *part = &document->parts[passage];
	bool items = part->section != NO_SECTION &&
		     document->layout->sections[part->section].lines;

	if (!document->readings[passage])
		document->readings[passage] = read_span(
			document, document->report->passages[passage].body,
			items);
	return document->readings[passage];
}

void
document_read_whole(struct document *document)
{
	struct arena *arena = document->report->arena;
	struct builder builder;
	size_t end = 0;

	if (!document->starts)
		document->starts = arena_alloc(arena, document->n_lines + 1,
					       sizeof(*document->starts));
	builder_init(&builder, document,
		     (struct span){0, document->report->text.len});
	for (size_t i = 0; i < document->n_lines; i++) {
		struct span line = document->lines[i].span;

		if (i > 0)
			builder_end_line(&builder, span_of(end, line.offset));
		document->starts[i] = builder.text.len;
		builder_add(&builder, line.offset, span_end(line));
		end = span_end(line);
	}
	document->starts[document->n_lines] = builder.text.len + 1;
	document->whole = builder_finish(&builder, arena);
}
