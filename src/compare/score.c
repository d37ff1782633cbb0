/* Two sorted lists of keys, walked side by side. */
#include "casebook/compare/score.h"

static void
count_gold(struct score *score, const struct compared_row *row, bool found)
{
	if (row->optional)
		return;
	score->gold++;
	if (found)
		score->right++;
	else
		score->missing[score->n_missing++] = row->row;
}

/* Nothing asked and nothing extra is perfect; nothing right is 0. */
static void
divide(struct score *score)
{
	size_t taken = score->right + score->n_extra;
	double sum;

	score->precision = taken ? (double)score->right / (double)taken : 1.0;
	score->recall =
		score->gold ? (double)score->right / (double)score->gold : 1.0;
	sum = score->precision + score->recall;
	score->f1 = sum > 0 ? 2 * score->precision * score->recall / sum : 0.0;
}

void
score_rows(struct score *score, struct arena *arena,
	   const struct compared_rows *gold, const struct compared_rows *found)
{
	size_t i = 0, j = 0;

	*score = (struct score){.found = found->n_items};
	score->missing = arena_alloc(arena, gold->n_items + 1, sizeof(size_t));
	score->extra = arena_alloc(arena, found->n_items + 1, sizeof(size_t));
	while (i < gold->n_items || j < found->n_items) {
		int order = i == gold->n_items ? 1
			    : j == found->n_items
				    ? -1
				    : text_compare(gold->items[i].key,
						   found->items[j].key);

		if (order > 0)
			score->extra[score->n_extra++] = found->items[j].row;
		else
			count_gold(score, &gold->items[i], order == 0);
		i += order <= 0;
		j += order >= 0;
	}
	divide(score);
}
