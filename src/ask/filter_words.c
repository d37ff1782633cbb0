/*
 * Other words for values: those by which people see them. They are kept as
 * they come; which of them mean something in this casebook, known.c finds out.
 */
#include <string.h>

#include "casebook/ask/filter.h"
#include "casebook/text/fold.h"
#include "filter_rows.h"

static bool
is_column(struct text name)
{
	for (size_t i = 0; i < N_FILTERS; i++)
		if (filter_rows[i].column &&
		    text_is(name, filter_rows[i].column))
			return true;
	return false;
}

void
filter_teach(struct filter *filter, filter_teacher *teacher, void *context)
{
	filter->teacher = teacher;
	filter->context = context;
}

int
filter_learn(struct filter *filter)
{
	filter_teacher *teacher = filter->teacher;

	filter->teacher = NULL;
	return teacher ? teacher(filter->context, filter) : 0;
}

void
filter_add_word(struct filter *filter, struct text column, struct text value,
		struct text word)
{
	struct arena *arena = filter->arena;

	if (!is_column(column) || text_equal(value, word))
		return;
	filter->words =
		array_grow(filter->words, filter->n_words,
			   &filter->words_capacity, sizeof(*filter->words));
	filter->words[filter->n_words++] = (struct filter_word){
		.column = arena_text(arena, column),
		.value = arena_text(arena, value),
		.word = arena_text(arena, word),
		.folded = fold_words(arena, word),
	};
}
