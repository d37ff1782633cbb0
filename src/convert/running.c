/* Running text, by the right margin of its lines. */
#include "running.h"

#include "casebook/text/fold.h"

enum {
	FEWEST = 2, /* rows that go on */
	WORDS = 3,  /* in a row, on average */
};

static const double indent = 1.5, /* of a line's height */
	gap_most = 1;		  /* the same, between lines of a paragraph */

bool
row_full(const struct boxed_row *row, const struct boxed_row *next,
	 double margin)
{
	struct box first = next->words[0].box;

	return row->words[row->n - 1].box.right + row_blank(row) + first.right -
		       first.left >
	       margin;
}

bool
rows_run(const struct boxed_rows *rows)
{
	size_t n = 0, low = 0, words = rows->n ? rows->items[0].n : 0;

	for (size_t i = 1; i < rows->n; i++) {
		struct box box = row_box(&rows->items[i - 1]);
		struct box next = row_box(&rows->items[i]);
		double gap = next.top - box.bottom;

		bool on;

		words += rows->items[i].n;
		on = gap <= gap_most * rows->height &&
		     distance_of(box.left, next.left) <=
			     indent * rows->height &&
		     row_full(&rows->items[i - 1], &rows->items[i],
			      rows->right);
		n += on;
		low += on &&
		       is_lower(character_at(rows->items[i].words[0].text, 0));
	}
	return n >= FEWEST && low * 3 >= n && n * 2 >= rows->n - 1 &&
	       words >= WORDS * rows->n;
}
