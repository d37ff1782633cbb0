/*
 * Rows, columns, lines.
 *
 * Words whose middles are as high as the first word of a row are in that row.
 * Two columns are there when hardly a word crosses a strip in the middle of
 * the page, and the lines on both sides of it mostly fill their side: the
 * labels and values of a table do not. A row that crosses the strip is a line
 * of its own, and ends what stands above it in both columns.
 */
#include "columns.h"

#include <stdlib.h>

#include "bullets.h"

enum {
	MOST_CELLS = 512, /* into which the width of a page is cut */
	WIDE_GAP = 4,	  /* spaces that stand for a wide gap */
	FEWEST_ROWS = 8,  /* in each of two columns */
};

static const double gap_beside = 1.2, /* of a line's height: a wide gap */
	gap_two = 4,		      /* the same between the only two words */
	blank_usual = 0.275,	      /* the same between two words */
	gap_even = 2,		      /* times the smallest of its line, too */
	strip_narrowest = 0.5,	      /* of a line's height */
	strip_from = 0.3, strip_to = 0.7, /* of the text's width */
	crossed = 0.15,			  /* rows that may cross the strip */
	filled = 0.5;			  /* of a side, by its lines */

/* The words of one row, or of its part on one side. */
struct row {
	size_t first, n;
};

struct layout_of_page {
	struct boxed_page *page;
	struct boxed_word *words;
	struct text text;
	struct row *rows;
	size_t n_rows;
	double left, right; /* of all words */
	double strip;	    /* where columns meet; 0: one column */
};

static int
compare_tops(const void *a, const void *b)
{
	const struct boxed_word *x = a, *y = b;

	if (x->box.top != y->box.top)
		return x->box.top < y->box.top ? -1 : 1;
	return (x->span.offset > y->span.offset) -
	       (x->span.offset < y->span.offset);
}

static int
compare_lefts(const void *a, const void *b)
{
	const struct boxed_word *x = a, *y = b;

	if (x->box.left != y->box.left)
		return x->box.left < y->box.left ? -1 : 1;
	return (x->span.offset > y->span.offset) -
	       (x->span.offset < y->span.offset);
}

static bool
is_beside(struct box first, struct box word)
{
	double middle = (word.top + word.bottom) / 2;
	double its_middle = (first.top + first.bottom) / 2;

	return (middle >= first.top && middle <= first.bottom &&
		its_middle >= word.top && its_middle <= word.bottom);
}

static void
find_rows(struct layout_of_page *it, size_t n)
{
	struct boxed_word *words = it->words;

	qsort(words, n, sizeof(*words), compare_tops);
	it->rows = memory_new(n, sizeof(*it->rows));
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from + 1;
		     to < n && is_beside(words[from].box, words[to].box);)
			to++;
		qsort(words + from, to - from, sizeof(*words), compare_lefts);
		it->rows[it->n_rows++] = (struct row){from, to - from};
	}
	it->left = words[0].box.left;
	it->right = words[0].box.right;
	for (size_t i = 1; i < n; i++) {
		if (words[i].box.left < it->left)
			it->left = words[i].box.left;
		if (words[i].box.right > it->right)
			it->right = words[i].box.right;
	}
}

/* How many words of the row begin left of the strip. */
static size_t
words_before(const struct layout_of_page *it, struct row row, double strip)
{
	size_t n = 0;

	while (n < row.n && it->words[row.first + n].box.left < strip)
		n++;
	return n;
}

/* Does the row run on from one side to the other? */
static bool
crosses(const struct layout_of_page *it, struct row row, double strip)
{
	size_t n = words_before(it, row, strip);
	const struct boxed_word *words = it->words + row.first;

	if (n > 0 && words[n - 1].box.right > strip)
		return true;
	return n > 0 && n < row.n &&
	       words[n].box.left - words[n - 1].box.right <
		       strip_narrowest * box_height(words[n].box);
}

/* The middle of the widest strip that the fewest words cross; 0: none. */
static double
find_strip(const struct layout_of_page *it, size_t n)
{
	size_t cells[MOST_CELLS] = {0}, best = 0, best_len = 0, len = 0;
	double cell = (it->right - it->left) / MOST_CELLS;
	size_t most = (size_t)(crossed * (double)it->n_rows);

	if (cell <= 0)
		return 0;
	for (size_t i = 0; i < n; i++) {
		size_t from =
			(size_t)((it->words[i].box.left - it->left) / cell);
		size_t to =
			(size_t)((it->words[i].box.right - it->left) / cell);

		for (size_t j = from; j <= to && j < MOST_CELLS; j++)
			cells[j]++;
	}
	for (size_t i = (size_t)(strip_from * MOST_CELLS);
	     i < (size_t)(strip_to * MOST_CELLS); i++) {
		len = cells[i] <= most ? len + 1 : 0;
		if (len > best_len) {
			best_len = len;
			best = i;
		}
	}
	if ((double)best_len * cell <
	    strip_narrowest * box_height(it->words[0].box))
		return 0;
	return it->left + cell * ((double)best - (double)best_len / 2 + 0.5);
}

/* Do the lines on both sides fill them, and run on rather seldom? */
static bool
has_columns(const struct layout_of_page *it, double strip)
{
	double left = 0, right = 0;
	size_t n_left = 0, n_right = 0, n_crossing = 0;

	for (size_t i = 0; i < it->n_rows; i++) {
		struct row row = it->rows[i];
		const struct boxed_word *words = it->words + row.first;
		size_t n = words_before(it, row, strip);

		if (crosses(it, row, strip)) {
			n_crossing++;
			continue;
		}
		if (n > 0) {
			left += words[n - 1].box.right - words[0].box.left;
			n_left++;
		}
		if (n < row.n) {
			right += words[row.n - 1].box.right - words[n].box.left;
			n_right++;
		}
	}
	return n_left >= FEWEST_ROWS && n_right >= FEWEST_ROWS &&
	       n_crossing * 2 < n_left + n_right &&
	       left > filled * (double)n_left * (strip - it->left) &&
	       right > filled * (double)n_right * (it->right - strip);
}

static double
gap_before(const struct boxed_word *word)
{
	return word->box.left - word[-1].box.right;
}

/* Gaps that are wide, and not because the line is stretched to its margin. */
static bool
is_wide(const struct boxed_word *words, size_t n, size_t i, bool columns)
{
	double gap = gap_before(&words[i]);
	double smallest = gap;

	if (gap <= gap_beside * box_height(words[i].box))
		return false;
	for (size_t j = 1; j < n; j++)
		if (gap_before(&words[j]) < smallest)
			smallest = gap_before(&words[j]);
	return gap > gap_even * smallest ||
	       (n == 2 && !columns && gap > gap_two * box_height(words[i].box));
}

/* The smallest blank between two words; the usual one of fonts for one word. */
static double
blank_of(const struct boxed_word *words, size_t n)
{
	double blank = blank_usual * box_height(words[0].box);

	for (size_t i = 1; i < n; i++)
		if (i == 1 || gap_before(&words[i]) < blank)
			blank = gap_before(&words[i]);
	return blank > 0 ? blank : 0;
}

/* As it is, but for a bullet of a font of symbols. */
static void
add_word(struct layout_of_page *it, const struct boxed_word *word, bool first)
{
	struct text text = text_at(it->text, word->span);

	buffer_add(&it->page->text,
		   first && is_odd_bullet(text) ? TEXT("-") : text);
}

static void
add_line(struct layout_of_page *it, struct row row)
{
	const struct boxed_word *words = it->words + row.first;
	struct boxed_page *page = it->page;
	struct boxed_line line = {.box = words[0].box,
				  .block = words[0].block,
				  .first = words[0].box.right -
					   words[0].box.left,
				  .blank = blank_of(words, row.n),
				  .span = {.offset = page->text.len}};

	for (size_t i = 0; i < row.n; i++) {
		bool wide = i > 0 && is_wide(words, row.n, i, it->strip > 0);

		line.gaps |= wide;
		if (wide)
			buffer_format(&page->text, "%*s", WIDE_GAP, "");
		else if (i > 0)
			buffer_add_byte(&page->text, ' ');
		add_word(it, &words[i], i == 0 && row.n > 1);
	}
	line.box.right = words[row.n - 1].box.right;
	line.span.len = page->text.len - line.span.offset;
	page->lines = array_grow(page->lines, page->n_lines, &page->capacity,
				 sizeof(*page->lines));
	page->lines[page->n_lines++] = line;
}

/* The left parts of the rows [from, to), then the right ones. */
static void
add_columns(struct layout_of_page *it, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		struct row row = it->rows[i];

		row.n = words_before(it, row, it->strip);
		if (row.n > 0)
			add_line(it, row);
	}
	for (size_t i = from; i < to; i++) {
		struct row row = it->rows[i];
		size_t n = words_before(it, row, it->strip);

		if (n < row.n)
			add_line(it, (struct row){row.first + n, row.n - n});
	}
}

void
columns_read(struct boxed_page *page, struct boxed_word *words, size_t n,
	     struct text text)
{
	struct layout_of_page it = {.page = page, .words = words, .text = text};
	size_t from = 0;

	page->n_lines = 0;
	buffer_clear(&page->text);
	if (n == 0)
		return;
	find_rows(&it, n);
	it.strip = find_strip(&it, n);
	if (it.strip > 0 && !has_columns(&it, it.strip))
		it.strip = 0;
	for (size_t i = 0; i < it.n_rows; i++) {
		if (it.strip > 0 && !crosses(&it, it.rows[i], it.strip))
			continue;
		if (it.strip > 0)
			add_columns(&it, from, i);
		add_line(&it, it.rows[i]);
		from = i + 1;
	}
	if (it.strip > 0)
		add_columns(&it, from, it.n_rows);
	free(it.rows);
}
