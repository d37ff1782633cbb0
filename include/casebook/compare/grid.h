/*
 * Closed grids: what two coders who had every cell before them coded in it.
 * A cell is a project and one of a list of words (themes, levels, trends), and
 * is yes where the coder has a row for it, whatever else that row says. A trend
 * is computed: the sign of the second grade minus the first.
 *
 * The highest rung of a project is that of the highest level whose stance is
 * `toegepast`; a project without one has no rating.
 */
#ifndef CASEBOOK_COMPARE_GRID_H
#define CASEBOOK_COMPARE_GRID_H

#include "casebook/compare/agreement.h"
#include "casebook/compare/coding.h"

/* What two codings are laid beside each other for. */
struct agreement {
	const struct coding *codings[2];
	const struct project_list *projects; /* that count */
	const struct manner *manner;
	struct arena *arena;
	struct diagnostics *diagnostics;
};

/* The words of a grid, in their order. */
struct word_list {
	const struct text *items;
	size_t n_items;
};

/*
 * Cells of project x `column` of a table. A value that is not among the words
 * is left out, with a warning. Both codings must have the table. Returns 0, or
 * -1 after a message.
 */
int grid_of_words(struct cells *cells, const struct agreement *agreement,
		  const char *table, const char *column,
		  const struct word_list *words);
/* Cells of project x trend (down, equal, up). */
int grid_of_trends(struct cells *cells, const struct agreement *agreement);

/*
 * The highest rung applied, project by project; ladder: the levels from its
 * foot. The items live in the arena.
 */
int highest_rungs(struct ratings *ratings, const struct agreement *agreement,
		  const struct word_list *ladder);

/* The index of a table; it must exist. */
size_t compared_table_find(const char *name);

#endif
