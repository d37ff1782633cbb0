/* Which words of a page are read after which. */
#include "order.h"

#include "columns.h"
#include "grid.h"
#include "lines.h"
#include "rows.h"

/* One sheet while it is put in order. */
struct ordering {
	struct arena *arena;
	struct sheet *sheet;
};

/*
 * Words of one line that run down, up or from right to left: the line is
 * turned. Votes of all lines of a block decide for it.
 */
static int
direction(const struct boxed_word *word, const struct boxed_word *next)
{
	double height = box_height(word->box);

	if (word->line != next->line || word->line == 0)
		return 0;
	return next->box.left >= word->box.right - height &&
			       next->box.left > word->box.left
		       ? 1
		       : -1;
}

static void
find_turned(struct sheet *sheet)
{
	struct boxed_word *words = sheet->words;

	for (size_t from = 0, to; from < sheet->n_words; from = to) {
		int upright = 0;

		for (to = from + 1; to < sheet->n_words &&
				    words[to].block == words[from].block;
		     to++)
			upright += direction(&words[to - 1], &words[to]);
		for (size_t i = from; i < to && upright < 0; i++)
			words[i].part = PART_TURNED;
	}
}

/* The words of a part, those above a height or below it, in an array. */
static size_t
take_part(const struct ordering *it, enum part part, double from, double to,
	  struct boxed_word *taken)
{
	const struct sheet *sheet = it->sheet;
	size_t n = 0;

	for (size_t i = 0; i < sheet->n_words; i++) {
		const struct boxed_word *word = &sheet->words[i];

		if (word->part == part && word->box.top >= from &&
		    word->box.top < to)
			taken[n++] = *word;
	}
	return n;
}

static struct boxed_word *
part_words(const struct ordering *it, enum part part, double from, double to,
	   size_t *n)
{
	struct boxed_word *words =
		arena_alloc(it->arena, it->sheet->n_words + 1, sizeof(*words));

	*n = take_part(it, part, from, to, words);
	return words;
}

/* Lines as the converter told them. */
static void
add_turned(const struct ordering *it)
{
	size_t n;
	struct boxed_word *words = part_words(it, PART_TURNED, -1e9, 1e9, &n);

	for (size_t from = 0, to; from < n; from = to) {
		for (to = from + 1;
		     to < n && words[to].line == words[from].line;)
			to++;
		line_add(it->sheet, it->arena,
			 &(struct boxed_row){words + from, to - from},
			 words[from].box.left, true);
	}
	it->sheet->n_columns++;
}

static void
add_rows(const struct ordering *it, enum part part, double from, double to)
{
	size_t n;
	struct boxed_word *words = part_words(it, part, from, to, &n);
	struct boxed_rows rows = rows_find(it->arena, words, n);

	for (size_t i = 0; i < rows.n; i++)
		line_add(it->sheet, it->arena, &rows.items[i], rows.left,
			 false);
	it->sheet->n_columns++;
}

static void
add_body(const struct ordering *it, const struct grid *before)
{
	size_t n;
	struct boxed_word *words = part_words(it, PART_BODY, -1e9, 1e9, &n);

	columns_read(it->sheet, it->arena, words, n, before);
}

/* Where the words begin that are no running heads. */
static double
top_of_text(const struct sheet *sheet)
{
	double top = 1e9;

	for (size_t i = 0; i < sheet->n_words; i++)
		if (sheet->words[i].part != PART_HEAD &&
		    sheet->words[i].box.top < top)
			top = sheet->words[i].box.top;
	return top;
}

void
order_lines(struct sheets *sheets)
{
	for (size_t i = 0; i < sheets->n; i++) {
		struct ordering it = {sheets->arena, &sheets->items[i]};
		double top;

		find_turned(it.sheet);
		top = top_of_text(it.sheet);
		add_rows(&it, PART_HEAD, -1e9, top);
		add_body(&it, i > 0 ? grid_last(it.sheet - 1) : NULL);
		add_rows(&it, PART_NOTE, -1e9, 1e9);
		add_turned(&it);
		add_rows(&it, PART_HEAD, top, 1e9);
	}
	grids_join(sheets);
}
