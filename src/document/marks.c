/*
 * Marks that come from the layout: where pages start, what is furniture
 * (declared by pattern, page numbers, running heads, paragraphs that repeat)
 * and what is an aside. Marks that a converter gave stand in the report
 * before; these are added, and all are sorted.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

#include "casebook/text/fold.h"

enum {
	PAGE_NUMBERS_FEWEST = 3, /* lone numbers that make them page numbers */
	RUNNING_FEWEST = 3,	 /* times that a running head stands there */
	RUNNING_LONGEST = 120,	 /* bytes */
	REPEAT_SHORTEST = 20,	 /* letters of a paragraph that repeats */
	ROUNDS = 3,		 /* running heads of several lines */
};

struct marker {
	struct document *document;
	struct mark *items;
	size_t n_items, capacity;
};

static void
add_mark(struct marker *marker, enum mark_kind kind, struct span span,
	 struct text value)
{
	marker->items = array_grow(marker->items, marker->n_items,
				   &marker->capacity, sizeof(struct mark));
	marker->items[marker->n_items++] = (struct mark){span, kind, value};
}

static void
mark_line(struct marker *marker, size_t line)
{
	struct line *it = &marker->document->lines[line];

	if (it->furniture || it->blank)
		return;
	it->furniture = true;
	add_mark(marker, MARK_FURNITURE, it->span, TEXT(""));
}

static void
find_pages(struct marker *marker)
{
	struct report *report = marker->document->report;
	size_t at = 0, page = 1;

	while ((at = text_find(report->text, TEXT("\f"), at)) <
	       report->text.len) {
		if (page == 1)
			add_mark(marker, MARK_PAGE, (struct span){0, 0},
				 TEXT("1"));
		at++;
		add_mark(marker, MARK_PAGE, (struct span){at, 0},
			 arena_format(report->arena, "%zu", ++page));
	}
}

static void
find_pattern(struct marker *marker, const struct pattern *pattern)
{
	struct document *document = marker->document;
	struct text text = document->report->text;
	struct match match;
	size_t at = 0;

	while (pattern_match(pattern, text, at, &match)) {
		size_t first = line_at(document, match.groups[0].offset);
		size_t end = span_end(match.groups[0]);

		for (size_t i = first; i < document->n_lines &&
				       document->lines[i].start < end;
		     i++)
			mark_line(marker, i);
		at = end > at ? end : at + 1;
	}
}

/* "12", "- 12 -", "pagina 12", "12 van 90", "12 / 90": its number, else 0. */
static size_t
page_number(const struct document *document, size_t line)
{
	struct text text = line_text(document, line);
	struct arena *scratch;
	struct text words, word;
	size_t number = 0, n = 0, at = 0, end;

	if (text.len == 0 || text.len > 24)
		return 0;
	scratch = arena_new();
	words = fold_words(scratch, text);
	for (; at < words.len; at = end + 1) {
		end = text_find(words, TEXT(" "), at);
		word = text_sub(words, at, end - at);
		if (is_digit((unsigned char)word.bytes[0])) {
			size_t value = 0;

			for (size_t i = 0; i < word.len; i++)
				value = is_digit((unsigned char)word.bytes[i])
						? value * 10 +
							  (size_t)(word.bytes[i] -
								   '0')
						: 10000;
			if (value == 0 || value > 999 || word.len > 3 || n > 1) {
				number = 0;
				break;
			}
			if (n++ == 0)
				number = value;
		} else if (!table_has(document->words->pages, word)) {
			number = 0;
			break;
		}
	}
	arena_free(scratch);
	return number;
}

static void
find_page_numbers(struct marker *marker)
{
	struct document *document = marker->document;
	size_t *lines = memory_new(document->n_lines, sizeof(*lines));
	size_t n = 0, rising = 0, last = 0;

	for (size_t i = 0; i < document->n_lines; i++) {
		size_t number = page_number(document, i);

		if (number == 0 || document->lines[i].furniture)
			continue;
		rising += number > last;
		last = number;
		lines[n++] = i;
	}
	if (n >= PAGE_NUMBERS_FEWEST && rising * 4 >= n * 3)
		for (size_t i = 0; i < n; i++)
			mark_line(marker, lines[i]);
	free(lines);
}

/* A line as a running head: its letters, every number as one '#'. */
struct head {
	struct text form, print;
	size_t line;
	bool at_page;
};

static struct text
head_form(struct arena *arena, struct text line)
{
	struct text words = fold_words(arena, line);
	char *bytes = arena_alloc(arena, words.len + 1, 1);
	size_t n = 0;

	for (size_t i = 0; i < words.len; i++) {
		bool digit = is_digit((unsigned char)words.bytes[i]);

		if (digit && n > 0 && bytes[n - 1] == '#')
			continue;
		bytes[n++] = digit ? '#' : words.bytes[i];
	}
	return (struct text){bytes, n};
}

static int
compare_heads(const void *a, const void *b)
{
	const struct head *x = a, *y = b;
	int order = text_compare(x->form, y->form);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* No line but blanks and furniture stands between it and a form feed. */
static bool
next_to_page(const struct document *document, size_t line)
{
	struct text text = document->report->text;
	size_t before = line_before(document, line);
	size_t after = line_after(document, line);
	size_t from = before < document->n_lines
			      ? span_end(document->lines[before].span)
			      : 0;
	size_t to = after < document->n_lines
			    ? document->lines[after].span.offset
			    : text.len;
	struct span span = document->lines[line].span;

	return text_find(text_sub(text, from, span.offset - from), TEXT("\f"),
			 0) < span.offset - from ||
	       text_find(text_sub(text, span_end(span), to - span_end(span)),
			 TEXT("\f"), 0) < to - span_end(span);
}

/* Of n lines of one form: do they run along with the pages? */
static bool
runs_along(const struct head *heads, size_t n)
{
	size_t at_page = 0, prints = 1;

	for (size_t i = 0; i < n; i++)
		at_page += heads[i].at_page;
	for (size_t i = 1; i < n; i++)
		prints += !text_equal(heads[i].print, heads[i - 1].print);
	if (n < RUNNING_FEWEST)
		return false;
	return at_page * 2 > n ||
	       (prints * 2 > n &&
		text_find(heads[0].form, TEXT("#"), 0) < heads[0].form.len &&
		heads[0].form.len > 3);
}

static size_t
find_running_round(struct marker *marker)
{
	struct document *document = marker->document;
	struct arena *scratch = arena_new();
	struct head *heads =
		arena_alloc(scratch, document->n_lines, sizeof(*heads));
	size_t n = 0, found = 0;

	for (size_t i = 0; i < document->n_lines; i++) {
		const struct line *line = &document->lines[i];
		size_t marker_len;
		struct text text = line_text(document, i);

		if (line->blank || line->furniture ||
		    line->span.len > RUNNING_LONGEST ||
		    line_item(text, &marker_len))
			continue;
		heads[n++] = (struct head){head_form(scratch, text), text, i,
					   next_to_page(document, i)};
	}
	qsort(heads, n, sizeof(*heads), compare_heads);
	for (size_t i = 0, next; i < n; i = next) {
		for (next = i + 1;
		     next < n && text_equal(heads[next].form, heads[i].form);)
			next++;
		if (!runs_along(heads + i, next - i) ||
		    line_is_heading(document, heads[i].line))
			continue;
		for (size_t j = i; j < next; j++)
			mark_line(marker, heads[j].line);
		found += next - i;
	}
	arena_free(scratch);
	return found;
}

static void
find_running_heads(struct marker *marker)
{
	for (size_t i = 0; i < ROUNDS; i++)
		if (find_running_round(marker) == 0)
			return;
}

/* A paragraph's lines, and its letters within the letters of the text. */
struct block {
	size_t first, last; /* lines */
	struct span letters;
};

static void
mark_repeats(struct marker *marker, const struct block *blocks, size_t n,
	     struct text letters)
{
	/* The first paragraph, a title, is none. */
	for (size_t i = 1; i < n; i++) {
		struct text own = text_at(letters, blocks[i].letters);
		size_t at = text_find(letters, own, 0);

		if (own.len < REPEAT_SHORTEST)
			continue;
		/* Its first equal elsewhere; an equal paragraph keeps the
		 * first of the two. */
		if (at == blocks[i].letters.offset)
			at = text_find(letters, own, at + 1);
		if (at >= letters.len)
			continue;
		for (size_t j = 0; j < n; j++) {
			bool inside = at >= blocks[j].letters.offset &&
				      at + own.len <=
					      span_end(blocks[j].letters);
			bool longer = blocks[j].letters.len > own.len;

			if (!inside || j == i || (!longer && j > i))
				continue;
			for (size_t k = blocks[i].first; k <= blocks[i].last;
			     k++)
				mark_line(marker, k);
			break;
		}
	}
}

static void
find_repeats(struct marker *marker)
{
	struct document *document = marker->document;
	struct arena *scratch = arena_new();
	struct block *blocks =
		arena_alloc(scratch, document->n_lines, sizeof(*blocks));
	struct buffer letters = {NULL, 0, 0};
	size_t n = 0;

	for (size_t i = 0; i < document->n_lines; i++) {
		struct text folded;
		bool runs_on = i > 0 && document->wrap > 0 &&
			       !document->lines[i - 1].blank && n > 0;

		if (document->lines[i].blank || document->lines[i].furniture)
			continue;
		folded = fold_letters(scratch, line_text(document, i));
		if (!runs_on) {
			buffer_add_byte(&letters, '\n');
			blocks[n++] = (struct block){
				i, i, {letters.len, 0}};
		}
		buffer_add(&letters, folded);
		blocks[n - 1].last = i;
		blocks[n - 1].letters.len =
			letters.len - blocks[n - 1].letters.offset;
	}
	mark_repeats(marker, blocks, n, buffer_text(&letters));
	buffer_release(&letters);
	arena_free(scratch);
}

static void
find_asides(struct marker *marker)
{
	const struct layout *layout = marker->document->layout;
	struct text text = marker->document->report->text;
	struct match match;

	for (size_t i = 0; i < layout->n_asides; i++)
		for (size_t at = 0;
		     pattern_match(layout->asides[i], text, at, &match);
		     at = span_end(match.groups[0]))
			add_mark(marker, MARK_ASIDE, match.groups[0],
				 TEXT(""));
}

static int
compare_marks(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;

	if (x->span.offset != y->span.offset)
		return x->span.offset < y->span.offset ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

static void
find_furniture(struct marker *marker)
{
	const struct layout *layout = marker->document->layout;

	for (size_t i = 0; i < layout->n_furniture; i++) {
		const struct furniture_rule *rule = &layout->furniture[i];

		switch (rule->kind) {
		case FURNITURE_PATTERN:
			find_pattern(marker, rule->pattern);
			break;
		case FURNITURE_PAGE_NUMBERS:
			find_page_numbers(marker);
			break;
		case FURNITURE_RUNNING_HEADS:
			find_running_heads(marker);
			break;
		case FURNITURE_REPEATS:
			find_repeats(marker);
			break;
		}
	}
}

void
marks_find(struct document *document)
{
	struct report *report = document->report;
	struct marker marker = {.document = document};

	for (size_t i = 0; i < report->n_marks; i++)
		add_mark(&marker, report->marks[i].kind, report->marks[i].span,
			 report->marks[i].value);
	find_pages(&marker);
	find_furniture(&marker);
	find_asides(&marker);
	if (marker.n_items)
		qsort(marker.items, marker.n_items, sizeof(struct mark),
		      compare_marks);
	report->marks = arena_alloc(report->arena, marker.n_items + 1,
				    sizeof(struct mark));
	if (marker.n_items)
		memcpy(report->marks, marker.items,
		       marker.n_items * sizeof(struct mark));
	report->n_marks = marker.n_items;
	free(marker.items);
}
