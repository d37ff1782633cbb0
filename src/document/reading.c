/*
 * Making readings. The bytes of a stretch are taken line by line; each
 * character is copied, folded or dropped, and for every change a run of the
 * map is written:
 *
 *     run = (offset in the reading, its length there,
 *            offset in the document, its length there)
 *
 * Inside a run of equal lengths bytes correspond one to one; in any other
 * run every byte of the reading stands for all its bytes of the document.
 * Between two lines stands nothing, a blank or a line end, as joint() decides.
 */
#include "casebook/document/reading.h"

#include <stdlib.h>
#include <string.h>

#include "internal.h"

#include "casebook/text/fold.h"
#include "casebook/text/width.h"

struct run {
	size_t offset, len;	  /* of the reading */
	size_t source, source_len; /* of the document */
};

struct builder {
	struct document *document;
	struct buffer text;
	struct run *runs;
	size_t n_runs, run_capacity;
	struct paragraph *paragraphs;
	size_t n_paragraphs, paragraph_capacity;
	const struct mark *asides; /* all marks of the report */
	size_t n_marks, mark;
	bool pending_blank; /* white space was read, nothing behind it yet */
	size_t blank_source;
};

enum joint { JOINT_NONE, JOINT_BLANK, JOINT_PARAGRAPH };

static void
add_run(struct builder *builder, struct text text, struct span source)
{
	struct run *last = builder->n_runs
				   ? &builder->runs[builder->n_runs - 1]
				   : NULL;
	bool plain = text.len == source.len;

	if (last && plain && last->len == last->source_len &&
	    last->source + last->source_len == source.offset) {
		last->len += text.len;
		last->source_len += source.len;
	} else {
		builder->runs = array_grow(builder->runs, builder->n_runs,
					   &builder->run_capacity,
					   sizeof(*builder->runs));
		builder->runs[builder->n_runs++] =
			(struct run){builder->text.len, text.len,
				     source.offset, source.len};
	}
	buffer_add(&builder->text, text);
}

/* White space in the document becomes one blank before the next character. */
static void
flush_blank(struct builder *builder, size_t offset)
{
	if (!builder->pending_blank)
		return;
	builder->pending_blank = false;
	if (builder->text.len == 0 ||
	    builder->text.bytes[builder->text.len - 1] == '\n')
		return;
	add_run(builder, TEXT(" "),
		(struct span){builder->blank_source,
			      offset - builder->blank_source});
}

static bool
is_dropped(uint32_t c)
{
	return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x2060 && c <= 0x2064) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

/* The letters of a ligature of the block U+FB00; empty for anything else. */
static struct text
ligature(uint32_t c)
{
	static const char *const letters[] = {"ff",  "fi",  "fl", "ffi",
					      "ffl", "st", "st"};

	return c >= 0xFB00 && c <= 0xFB06 ? text_of(letters[c - 0xFB00])
					  : TEXT("");
}

/* Characters that another stands for by themselves. */
static bool
composes_alone(uint32_t c)
{
	return (c >= 0xF900 && c <= 0xFB4F) || (c >= 0x1100 && c <= 0x11FF) ||
	       c == 0x2126 || c == 0x212A || c == 0x212B;
}

/* The bytes of the combining marks behind a character. */
static size_t
marks_behind(struct text text)
{
	size_t len = 0;

	while (len < text.len && ((unsigned char)text.bytes[len] & 0x80)) {
		uint32_t c = 0;
		size_t n = utf8_read(text_sub(text, len, text.len - len), &c);

		if (n == 0 || !is_mark(c))
			break;
		len += n;
	}
	return len;
}

/* Adds the character at `at`; returns how many bytes it took. */
static size_t
add_character(struct builder *builder, struct text text, size_t at, size_t to)
{
	struct text rest = text_sub(text, at, to - at);
	uint32_t c = 0;
	size_t len = utf8_read(rest, &c), marks;

	if (len == 0)
		return 1;
	if (is_dropped(c))
		return len;
	if (is_blank(c) || c < 0x20) {
		if (!builder->pending_blank)
			builder->blank_source = at;
		builder->pending_blank = true;
		return len;
	}
	flush_blank(builder, at);
	marks = marks_behind(text_sub(rest, len, rest.len - len));
	if (marks > 0 || composes_alone(c)) {
		struct arena *scratch = arena_new();
		struct text form = ligature(c);

		if (form.len == 0)
			form = fold_nfc(scratch, text_sub(rest, 0, len + marks));
		add_run(builder, form, (struct span){at, len + marks});
		arena_free(scratch);
	} else {
		add_run(builder, text_sub(rest, 0, len),
			(struct span){at, len});
	}
	return len + marks;
}

/* The end of the aside that holds a byte; the same byte when none does. */
static size_t
behind_aside(struct builder *builder, size_t at)
{
	while (builder->mark < builder->n_marks) {
		const struct mark *mark = &builder->asides[builder->mark];

		if (mark->kind == MARK_ASIDE && span_end(mark->span) > at)
			return mark->span.offset <= at ? span_end(mark->span)
						       : at;
		builder->mark++;
	}
	return at;
}

static void
add_bytes(struct builder *builder, size_t from, size_t to)
{
	struct text text = builder->document->report->text;
	size_t at = from;

	while (at < to) {
		size_t end = behind_aside(builder, at);

		if (end > at)
			at = end < to ? end : to;
		else
			at += add_character(builder, text, at, to);
	}
}

/* The last word of what was read so far (without a paragraph's end). */
static struct text
last_word(struct text text)
{
	size_t from = text.len;

	while (from > 0 && text.bytes[from - 1] != ' ' &&
	       text.bytes[from - 1] != '\n')
		from--;
	return text_sub(text, from, text.len - from);
}

static struct text
first_word(struct text line)
{
	return text_sub(line, 0, text_find(line, TEXT(" "), 0));
}

static size_t
count(struct text text, const char *what)
{
	size_t n = 0, at = 0;

	while ((at = text_find(text, text_of(what), at)) < text.len) {
		n++;
		at++;
	}
	return n;
}

static struct text
last_paragraph(const struct builder *builder)
{
	struct text text = buffer_text(&builder->text);
	size_t from = builder->n_paragraphs
			      ? builder->paragraphs[builder->n_paragraphs - 1]
					.span.offset
			      : 0;

	return text_sub(text, from, text.len - from);
}

/* A quotation or parenthesis is open behind the text. */
static bool
is_open(struct text text)
{
	return count(text, "“") > count(text, "”") ||
	       count(text, "(") > count(text, ")");
}

/*
 * Did a page break tear a sentence apart? The paragraph before ends without a
 * closing mark, and either goes on in small letters, or ends with a word or
 * mark that no sentence ends with; or a quotation is open that is closed
 * here.
 */
static bool
torn_apart(const struct builder *builder, struct text line)
{
	struct text before = last_paragraph(builder);
	uint32_t last = character_before(before, before.len);
	uint32_t first = character_at(line, 0);
	size_t marker;

	if (before.len == 0 || line_item(line, &marker))
		return false;
	if (last == '.' || last == '?' || last == '!' || last == ':' ||
	    last == ';')
		return is_open(before) && first != 0x201C && first != '"' &&
		       count(before, "“") > count(before, "”") &&
		       text_find(line, TEXT("”"), 0) <
			       text_find(line, TEXT("“"), 0);
	if (is_lower(first))
		return last != ')' || is_open(before);
	if (last == ',' || last == '-')
		return true;
	if (is_open(before) && !is_open(line) && first != 0x201C &&
	    (text_find(line, TEXT("”"), 0) < line.len ||
	     text_find(line, TEXT(")"), 0) < line.len))
		return true;
	return is_letter(last) &&
	       table_has(builder->document->words->joins, last_word(before));
}

/* Does the line break between two lines only wrap a paragraph? */
static bool
wrapped(const struct document *document, size_t before, size_t line)
{
	size_t width = text_width(line_text(document, before));
	size_t word = text_width(first_word(line_text(document, line)));

	return document->wrap > 0 && width + 1 + word > document->wrap;
}

/* A word is divided by a hyphen at the end of a wrapped line. */
static enum joint
joint_hyphen(struct builder *builder, struct text line)
{
	struct text text = buffer_text(&builder->text);
	struct text word = last_word(text);
	uint32_t first = character_at(line, 0);
	struct text beginning;
	struct text next = first_word(line);

	if (word.len < 2 || !text_ends(word, "-") ||
	    !is_letter(character_before(word, word.len - 1)))
		return JOINT_BLANK;
	if (table_has(builder->document->words->joins, next))
		return JOINT_BLANK; /* hanging: "buurt- en ..." */
	beginning = text_sub(word, 0, word.len - 1);
	if (is_lower(first) &&
	    !table_has(builder->document->words->hyphens, beginning))
		builder->text.bytes[--builder->text.len] = '\0';
	return JOINT_NONE;
}

static enum joint
joint(struct builder *builder, size_t before, size_t line, bool items)
{
	const struct document *document = builder->document;
	struct text text = line_text(document, line);
	size_t marker;

	if (line_item(text, &marker) || items)
		return JOINT_PARAGRAPH;
	if (before + 1 == line && !wrapped(document, before, line))
		return JOINT_PARAGRAPH;
	if (before + 1 != line && !torn_apart(builder, text))
		return JOINT_PARAGRAPH;
	return joint_hyphen(builder, text);
}

static void
end_paragraph(struct builder *builder)
{
	struct paragraph *paragraph;

	if (builder->n_paragraphs == 0)
		return;
	paragraph = &builder->paragraphs[builder->n_paragraphs - 1];
	paragraph->span.len = builder->text.len - paragraph->span.offset;
}

static void
start_paragraph(struct builder *builder, size_t source, bool item)
{
	struct paragraph paragraph = {.item = item};

	end_paragraph(builder);
	builder->pending_blank = false;
	if (builder->text.len > 0)
		add_run(builder, TEXT("\n"), (struct span){source, 0});
	paragraph.span.offset = builder->text.len;
	builder->paragraphs = array_grow(
		builder->paragraphs, builder->n_paragraphs,
		&builder->paragraph_capacity, sizeof(paragraph));
	builder->paragraphs[builder->n_paragraphs++] = paragraph;
}

/* Removing a hyphen shortens the last run; the map stays in step. */
static void
shorten_runs(struct builder *builder)
{
	struct run *last;

	while (builder->n_runs > 0) {
		last = &builder->runs[builder->n_runs - 1];
		if (last->offset + last->len <= builder->text.len)
			return;
		if (last->offset >= builder->text.len) {
			builder->n_runs--;
			continue;
		}
		if (last->len == last->source_len)
			last->source_len = builder->text.len - last->offset;
		last->len = builder->text.len - last->offset;
	}
}

static void
add_line(struct builder *builder, size_t before, size_t line, struct span span,
	 bool items)
{
	struct text text = builder->document->report->text;
	size_t marker = 0, from = span.offset;
	bool item = line_item(text_at(text, span), &marker);
	enum joint how = builder->n_paragraphs == 0
				 ? JOINT_PARAGRAPH
				 : joint(builder, before, line, items);

	if (item)
		from += marker;
	shorten_runs(builder);
	if (how == JOINT_PARAGRAPH) {
		start_paragraph(builder, from, item);
	} else if (how == JOINT_BLANK && !builder->pending_blank) {
		builder->pending_blank = true;
		builder->blank_source = from;
	}
	add_bytes(builder, from, span_end(span));
}

static void
add_lines(struct builder *builder, struct span span, bool items)
{
	struct document *document = builder->document;
	size_t before = document->n_lines;

	if (span.len == 0)
		return;
	for (size_t i = line_at(document, span.offset);
	     i < document->n_lines &&
	     document->lines[i].start < span_end(span);
	     i++) {
		struct span line = document->lines[i].span;
		size_t from, to;

		if (document->lines[i].blank || document->lines[i].furniture)
			continue;
		from = line.offset > span.offset ? line.offset : span.offset;
		to = span_end(line) < span_end(span) ? span_end(line)
						     : span_end(span);
		if (to <= from)
			continue;
		add_line(builder, before, i, span_of(from, to), items);
		before = i;
	}
	end_paragraph(builder);
}

/* Moves what was built into the arena. */
static struct reading *
finish(struct builder *builder)
{
	struct arena *arena = builder->document->report->arena;
	struct reading *reading = arena_alloc(arena, 1, sizeof(*reading));

	reading->text = arena_text(arena, buffer_text(&builder->text));
	reading->n_runs = builder->n_runs;
	reading->runs = arena_alloc(arena, builder->n_runs + 1,
				    sizeof(*reading->runs));
	if (builder->n_runs)
		memcpy(reading->runs, builder->runs,
		       builder->n_runs * sizeof(*reading->runs));
	reading->n_paragraphs = builder->n_paragraphs;
	reading->paragraphs = arena_alloc(arena, builder->n_paragraphs + 1,
					  sizeof(*reading->paragraphs));
	if (builder->n_paragraphs)
		memcpy(reading->paragraphs, builder->paragraphs,
		       builder->n_paragraphs * sizeof(*reading->paragraphs));
	buffer_release(&builder->text);
	free(builder->runs);
	free(builder->paragraphs);
	sentences_find(reading, arena, builder->document->words);
	return reading;
}

static const struct reading *
read_span(struct document *document, struct span span, bool items)
{
	struct builder builder = {
		.document = document,
		.asides = document->report->marks,
		.n_marks = document->report->n_marks,
	};

	add_lines(&builder, span, items);
	return finish(&builder);
}

const struct reading *
document_read_span(struct document *document, struct span span)
{
	return read_span(document, span, false);
}

const struct reading *
document_line_reading(struct document *document, size_t line)
{
	struct builder builder = {
		.document = document,
		.asides = document->report->marks,
		.n_marks = document->report->n_marks,
	};

	start_paragraph(&builder, document->lines[line].start, false);
	add_bytes(&builder, document->lines[line].span.offset,
		  span_end(document->lines[line].span));
	end_paragraph(&builder);
	return finish(&builder);
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

bool
reading_quoted(const struct reading *reading, struct span span)
{
	for (size_t i = 0; i < reading->n_quotations; i++)
		if (span_holds(reading->quotations[i], span))
			return true;
	return false;
}
