/*
 * Page numbers and running heads: lines that run along with the pages of a
 * document. A page number is a lone number that rises; a running head is a
 * line that comes again next to page breaks, or comes again with a number that
 * rises from page to page. A value under a heading ("Gemeente Aadorp", six
 * times the client) is neither.
 */
#include <stdlib.h>

#include "internal.h"
#include "marker.h"

#include "casebook/text/fold.h"
#include "casebook/text/folded.h"

enum {
	PAGE_NUMBERS_FEWEST = 3,  /* lone numbers that make them page numbers */
	PAGE_NUMBER_LONGEST = 24, /* bytes of its line */
	PAGE_MOST = 999,
	RUNNING_FEWEST = 3,    /* times that a running head stands there */
	RUNNING_LONGEST = 120, /* bytes */
	PAGE_SHORTEST = 8, /* lines from a running head to the next, at least */
	ROUNDS = 3,	   /* running heads of several lines */
};

/* The value of a word of digits; 0: too large, or no number. */
static size_t
number_of(struct text word)
{
	size_t value = 0;

	if (word.len == 0 || word.len > 3)
		return 0;
	for (size_t i = 0; i < word.len; i++) {
		if (!is_digit((unsigned char)word.bytes[i]))
			return 0;
		value = value * 10 + (size_t)(word.bytes[i] - '0');
	}
	return value;
}

/* "6,3." is a mark at the end of a wrapped line, not two numbers. */
static bool
has_decimal(struct text text)
{
	for (size_t i = 1; i + 1 < text.len; i++)
		if ((text.bytes[i] == ',' || text.bytes[i] == '.') &&
		    is_digit((unsigned char)text.bytes[i - 1]) &&
		    is_digit((unsigned char)text.bytes[i + 1]))
			return true;
	return false;
}

/* "12", "- 12 -", "pagina 12", "12 van 90", "12 / 90": its number, else 0. */
static size_t
page_number_in(const struct table *pages, struct text words)
{
	size_t number = 0, n = 0, end;

	for (size_t at = 0; at < words.len; at = end + 1) {
		struct text word;
		size_t value;

		end = text_find(words, TEXT(" "), at);
		word = text_sub(words, at, end - at);
		if (!is_digit((unsigned char)word.bytes[0])) {
			if (!table_has(pages, word))
				return 0;
			continue;
		}
		value = number_of(word);
		if (value == 0 || value > PAGE_MOST || n > 1)
			return 0;
		if (n++ == 0)
			number = value;
	}
	return number;
}

static bool
has_digit(struct text text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.bytes[i] >= '0' && text.bytes[i] <= '9')
			return true;
	return false;
}

static size_t
page_number(const struct document *document, size_t line)
{
	struct text text = line_text(document, line);
	struct folded folded;
	size_t number;

	if (text.len == 0 || text.len > PAGE_NUMBER_LONGEST ||
	    has_decimal(text))
		return 0;
	folded_words(&folded, text);
	number = has_digit(folded.text)
			 ? page_number_in(document->words->pages, folded.text)
			 : 0;
	folded_release(&folded);
	return number;
}

void
mark_page_numbers(struct marker *marker)
{
	const struct document *document = marker->document;
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
	struct text form;
	size_t first, last; /* the numbers that stand in it */
	size_t line;
	bool at_page; /* next to a page break */
};

/* Fills in the numbers of a head and, with a '#' for each, its form. */
static void
read_numbers(struct head *head, char *form, struct text words)
{
	size_t n = 0, numbers = 0;

	for (size_t i = 0; i < words.len; i++) {
		bool digit = is_digit((unsigned char)words.bytes[i]);
		bool more = digit && n > 0 && form[n - 1] == '#';

		if (!more)
			form[n++] = digit ? '#' : words.bytes[i];
		if (!digit)
			continue;
		numbers += !more;
		head->last = (more ? head->last * 10 : 0) +
			     (size_t)(words.bytes[i] - '0');
		if (numbers == 1)
			head->first = head->last;
	}
	head->form = (struct text){form, n};
}

static void
head_read(struct head *head, struct arena *arena, struct text line)
{
	struct folded folded;

	folded_words(&folded, line);
	if (has_digit(folded.text))
		read_numbers(head, arena_alloc(arena, folded.text.len, 1),
			     folded.text);
	else
		head->form = arena_text(arena, folded.text);
	folded_release(&folded);
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

/* Does a number rise from page to page? A scan may have misread a few. */
static bool
rises(const struct head *heads, size_t n)
{
	size_t first = 1, last = 1;

	if (text_find(heads[0].form, TEXT("#"), 0) == heads[0].form.len ||
	    heads[0].form.len <= 3)
		return false;
	for (size_t i = 1; i < n; i++) {
		first += heads[i].first > heads[i - 1].first;
		last += heads[i].last > heads[i - 1].last;
	}
	return first * 4 >= n * 3 || last * 4 >= n * 3;
}

/* Are they all at least a page's lines apart? */
static bool
far_apart(const struct head *heads, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (heads[i].line - heads[i - 1].line < PAGE_SHORTEST)
			return false;
	return true;
}

static bool
is_heading_at(const struct document *document, size_t line)
{
	return line < document->n_lines && line_is_heading(document, line);
}

/*
 * Each of them stands right under a heading, or each right above one: they are
 * values, or titles.
 */
static bool
beside_headings(const struct document *document, const struct head *heads,
		size_t n)
{
	size_t under = 0, above = 0;

	for (size_t i = 0; i < n && (under == i || above == i); i++) {
		size_t line = heads[i].line;

		under += is_heading_at(document, line_before(document, line));
		above += is_heading_at(document, line_after(document, line));
	}
	return under == n || above == n;
}

/* Next to how many page breaks do they stand? */
static size_t
count_at_page(const struct head *heads, size_t n)
{
	size_t at_page = 0;

	for (size_t i = 0; i < n; i++)
		at_page += heads[i].at_page;
	return at_page;
}

/*
 * Do n lines of one form run along with the pages? pages: the text has page
 * breaks.
 */
static bool
runs_along(const struct document *document, const struct head *heads, size_t n,
	   bool pages)
{
	size_t at_page = count_at_page(heads, n);

	if (n < RUNNING_FEWEST || line_is_heading(document, heads[0].line))
		return false;
	if (!pages)
		return rises(heads, n) && far_apart(heads, n) &&
		       !beside_headings(document, heads, n);
	if (at_page < RUNNING_FEWEST || at_page * 2 <= n)
		return false;
	return (at_page == n && rises(heads, n)) ||
	       !beside_headings(document, heads, n);
}

static size_t
mark_heads(struct marker *marker, const struct head *heads, size_t n,
	   bool pages)
{
	size_t marked = 0;

	if (!runs_along(marker->document, heads, n, pages))
		return 0;
	for (size_t i = 0; i < n; i++) {
		if (pages && !heads[i].at_page)
			continue;
		mark_line(marker, heads[i].line);
		marked++;
	}
	return marked;
}

/* Neither an item, nor a piece of running text. */
static bool
may_run(const struct document *document, size_t line)
{
	const struct line *it = &document->lines[line];
	struct text text = line_text(document, line);
	uint32_t last;
	size_t marker;

	if (text.len == 0 || it->furniture || it->span.len > RUNNING_LONGEST)
		return false;
	last = character_before(text, text.len);
	return last != '.' && last != ',' && last != ';' &&
	       !line_item(text, &marker) &&
	       (line == 0 || document->lines[line - 1].blank ||
		document->lines[line - 1].furniture ||
		!line_full(document, line - 1, line));
}

static size_t
running_round(struct marker *marker, bool pages)
{
	const struct document *document = marker->document;
	struct arena *scratch = arena_new();
	struct head *heads =
		arena_alloc(scratch, document->n_lines, sizeof(*heads));
	size_t n = 0, found = 0;

	for (size_t i = 0; i < document->n_lines; i++) {
		struct head *head = &heads[n];

		if (!may_run(document, i))
			continue;
		head_read(head, scratch, line_text(document, i));
		head->line = i;
		head->at_page = pages && next_to_page(document, i);
		n++;
	}
	qsort(heads, n, sizeof(*heads), compare_heads);
	for (size_t i = 0, next; i < n; i = next) {
		for (next = i + 1;
		     next < n && text_equal(heads[next].form, heads[i].form);)
			next++;
		found += mark_heads(marker, heads + i, next - i, pages);
	}
	arena_free(scratch);
	return found;
}

void
mark_running_heads(struct marker *marker)
{
	struct text text = marker->document->report->text;
	bool pages = text_find(text, TEXT("\f"), 0) < text.len;

	for (size_t i = 0; i < ROUNDS; i++)
		if (running_round(marker, pages) == 0)
			return;
}
