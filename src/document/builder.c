/*
 * Making the text of a reading. Each character is copied, folded or dropped,
 * and for every change a run of the map is written:
 *
 *     run = (offset in the reading, its length there,
 *            offset in the document, its length there)
 *
 * Inside a run of equal lengths bytes correspond one to one; in any other
 * run every byte of the reading stands for all its bytes of the document.
 */
#include "builder.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"

enum { BLOCK = 32 /* bytes that are looked at together */ };

void
builder_init(struct builder *builder, const struct document *document,
	     struct span span)
{
	size_t low = 0, high = document->n_asides, from = span.offset;

	*builder = (struct builder){.document = document};
	builder->text.capacity = span.len + 64;
	builder->text.bytes = memory_resize(NULL, builder->text.capacity, 1);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (span_end(document->asides[middle]) <= from)
			low = middle + 1;
		else
			high = middle;
	}
	builder->aside = low;
}

static void
add_run(struct builder *builder, struct text text, struct span source)
{
	struct run *last =
		builder->n_runs ? &builder->runs[builder->n_runs - 1] : NULL;
	bool plain = text.len == source.len;

	if (last && plain && last->len == last->source_len &&
	    last->source + last->source_len == source.offset) {
		last->len += text.len;
		last->source_len += source.len;
	} else {
		builder->runs = array_grow(builder->runs, builder->n_runs,
					   &builder->run_capacity,
					   sizeof(*builder->runs));
		builder->runs[builder->n_runs++] = (struct run){
			builder->text.len, text.len, source.offset, source.len};
	}
	buffer_add(&builder->text, text);
}

void
builder_blank(struct builder *builder, size_t source)
{
	if (builder->pending_blank)
		return;
	builder->pending_blank = true;
	builder->passed_aside = false;
	builder->blank_source = source;
}

/*
 * White space in the document becomes one blank before the next character;
 * none before a mark that an aside parted from its word ("de buurt [1], die").
 */
static void
flush_blank(struct builder *builder, size_t offset)
{
	char next = builder->document->report->text.bytes[offset];

	if (!builder->pending_blank)
		return;
	builder->pending_blank = false;
	if (builder->passed_aside && next != '\0' && strchr(".,;:!?)", next))
		return;
	if (builder->text.len == 0 ||
	    builder->text.bytes[builder->text.len - 1] == '\n')
		return;
	add_run(builder, TEXT(" "), span_of(builder->blank_source, offset));
}

/* The letters of a ligature of the block U+FB00; empty for anything else. */
static struct text
ligature(uint32_t c)
{
	static const char *const letters[] = {"ff",  "fi", "fl", "ffi",
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

/* A character with its marks, composed. */
static void
add_composed(struct builder *builder, struct text bytes, uint32_t c,
	     size_t source)
{
	struct arena *scratch = arena_new();
	struct text form = ligature(c);

	if (form.len == 0)
		form = fold_nfc(scratch, bytes);
	add_run(builder, form, (struct span){source, bytes.len});
	arena_free(scratch);
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
	if (is_invisible(c))
		return len;
	if (is_blank(c) || c < 0x20) {
		builder_blank(builder, at);
		return len;
	}
	flush_blank(builder, at);
	marks = marks_behind(text_sub(rest, len, rest.len - len));
	if (marks > 0 || composes_alone(c))
		add_composed(builder, text_sub(rest, 0, len + marks), c, at);
	else
		add_run(builder, text_sub(rest, 0, len),
			(struct span){at, len});
	return len + marks;
}

/* Of ASCII, and neither a blank nor a control character. */
static bool
is_plain(char c)
{
	return c > ' ' && c < 0x7F;
}

/*
 * Are these bytes plain, or blanks with something else behind each? One more
 * byte is looked at. Without branches, so that they are tested side by side.
 */
static bool
is_plain_block(const unsigned char *bytes)
{
	unsigned char other = 0;

	for (size_t i = 0; i < BLOCK; i++)
		other |= (unsigned char)((bytes[i] < ' ') | (bytes[i] > '~') |
					 ((bytes[i] == ' ') &
					  (bytes[i + 1] == ' ')));
	return other == 0;
}

/* Where plain characters end, with single blanks between them. */
static size_t
plain_end(struct text text, size_t from, size_t to)
{
	const unsigned char *bytes = (const unsigned char *)text.bytes;
	size_t at = from;

	if (at >= to || !is_plain(text.bytes[at]))
		return at;
	while (to - at > BLOCK && is_plain_block(bytes + at))
		at += BLOCK;
	if (at > from && bytes[at - 1] == ' ')
		at--;
	for (;;) {
		while (at < to && is_plain(text.bytes[at]))
			at++;
		if (at + 1 >= to || text.bytes[at] != ' ' ||
		    !is_plain(text.bytes[at + 1]))
			return at;
		at++;
	}
}

/* Bytes of ASCII that are copied as they are, in one piece. */
static size_t
add_plain(struct builder *builder, struct text text, size_t at, size_t to)
{
	size_t end = plain_end(text, at, to);

	/* A mark may stand behind the last. */
	if (end < to && ((unsigned char)text.bytes[end] & 0x80) && end > at)
		end--;
	if (end == at)
		return 0;
	flush_blank(builder, at);
	add_run(builder, text_sub(text, at, end - at), span_of(at, end));
	return end - at;
}

/* The end of the aside that holds a byte; the same byte when none does. */
static size_t
behind_aside(struct builder *builder, size_t at)
{
	const struct document *document = builder->document;

	while (builder->aside < document->n_asides) {
		struct span aside = document->asides[builder->aside];

		if (span_end(aside) > at)
			return aside.offset <= at ? span_end(aside) : at;
		builder->aside++;
	}
	return at;
}

/* Where the next aside begins, at the latest `to`. */
static size_t
before_aside(const struct builder *builder, size_t to)
{
	const struct document *document = builder->document;

	if (builder->aside < document->n_asides &&
	    document->asides[builder->aside].offset < to)
		return document->asides[builder->aside].offset;
	return to;
}

void
builder_add(struct builder *builder, size_t from, size_t to)
{
	struct text text = builder->document->report->text;

	for (size_t at = from; at < to;) {
		size_t end = behind_aside(builder, at), len;

		if (end > at) {
			builder->passed_aside = true;
			at = end;
			continue;
		}
		end = before_aside(builder, to);
		len = add_plain(builder, text, at, end);
		at += len ? len : add_character(builder, text, at, end);
	}
}

/*
 * Has the reading of the whole text the line byte for byte, in one run, and may
 * a stretch of it that begins at `from` be copied from there? It may not where
 * a blank, or a mark of the character before, stands first.
 */
static bool
may_copy(const struct document *document, size_t line, size_t from)
{
	struct text text = line_text(document, line);
	struct span span = document->lines[line].span;
	size_t behind = from - span.offset;

	return text.len == span.len && behind < text.len &&
	       (behind == 0 || is_plain(text.bytes[behind])) &&
	       reading_is_copy(document->whole,
			       (struct span){document->starts[line], text.len},
			       span.offset);
}

void
builder_add_line(struct builder *builder, size_t line, size_t from, size_t to)
{
	const struct document *document = builder->document;
	struct span span = document->lines[line].span;

	if (to != span_end(span) || !may_copy(document, line, from)) {
		builder_add(builder, from, to);
		return;
	}
	flush_blank(builder, from);
	add_run(builder,
		text_sub(line_text(document, line), from - span.offset,
			 to - from),
		span_of(from, to));
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

/* A paragraph of nothing but an aside is none. */
static void
drop_empty(struct builder *builder)
{
	if (builder->lines || builder->n_paragraphs == 0 ||
	    builder_last(builder).len > 0)
		return;
	if (--builder->n_paragraphs > 0)
		builder_drop(builder);
}

void
builder_paragraph(struct builder *builder, struct span source, bool item)
{
	struct paragraph paragraph = {.item = item};

	drop_empty(builder);
	end_paragraph(builder);
	builder->pending_blank = false;
	if (builder->n_paragraphs > 0)
		add_run(builder, TEXT("\n"), source);
	paragraph.span.offset = builder->text.len;
	builder->paragraphs =
		array_grow(builder->paragraphs, builder->n_paragraphs,
			   &builder->paragraph_capacity, sizeof(paragraph));
	builder->paragraphs[builder->n_paragraphs++] = paragraph;
	builder->counted = paragraph.span.offset;
	builder->quotations = builder->parentheses = 0;
}

void
builder_end_line(struct builder *builder, struct span source)
{
	builder->pending_blank = false;
	add_run(builder, TEXT("\n"), source);
}

void
builder_drop(struct builder *builder)
{
	struct run *last = &builder->runs[builder->n_runs - 1];

	builder->text.bytes[--builder->text.len] = '\0';
	if (last->len == last->source_len)
		last->source_len--;
	if (--last->len == 0)
		builder->n_runs--;
	if (builder->counted > builder->text.len)
		builder->counted = builder->text.len;
}

struct text
builder_last(const struct builder *builder)
{
	struct text text = buffer_text(&builder->text);
	size_t from = builder->n_paragraphs
			      ? builder->paragraphs[builder->n_paragraphs - 1]
					.span.offset
			      : 0;

	return text_sub(text, from, text.len - from);
}

/* Each byte is counted once, however often this is asked. */
static void
count_open(struct builder *builder)
{
	struct text text = buffer_text(&builder->text);

	for (size_t i = builder->counted; i < text.len; i++) {
		const char *at = text.bytes + i;

		builder->parentheses += *at == '(';
		builder->parentheses -= *at == ')';
		if (text.len - i < 3 || at[0] != '\xE2' || at[1] != '\x80')
			continue;
		builder->quotations += at[2] == '\x9C'; /* U+201C */
		builder->quotations -= at[2] == '\x9D'; /* U+201D */
	}
	builder->counted = text.len;
}

bool
builder_quoting(struct builder *builder)
{
	count_open(builder);
	return builder->quotations > 0;
}

bool
builder_open(struct builder *builder)
{
	count_open(builder);
	return builder->quotations > 0 || builder->parentheses > 0;
}

struct reading *
builder_finish(struct builder *builder, struct arena *arena)
{
	struct reading *reading = arena_alloc(arena, 1, sizeof(*reading));

	drop_empty(builder);
	end_paragraph(builder);
	reading->text = arena_text(arena, buffer_text(&builder->text));
	reading->n_runs = builder->n_runs;
	reading->runs =
		arena_alloc(arena, builder->n_runs + 1, sizeof(*reading->runs));
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
	return reading;
}
