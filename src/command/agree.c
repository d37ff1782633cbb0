/*
 * `casebook agree DIR_A DIR_B`: how far two coders agree. Which figure goes
 * with which table is told in the help; what they are, in room compare.
 */
#include <math.h>
#include <string.h>

#include "casebook/compare/score.h"
#include "compared.h"
#include "rows.h"

struct pair {
	struct session *session;
	struct arena *arena;
	struct vocabularies *vocabularies;
	struct coding codings[2];
	struct manner manner;
	struct project_list listed[2], shared;
	struct word_list themes, ladder;
	struct printer *printer;
};

/* What is printed of one figure; counts as in a two by two table. */
struct figure {
	const char *on, *formula;
	size_t n;
	bool counted; /* false: there are no counts */
	size_t both, first_only, second_only;
	double value;
};

static void
print_agreement(const struct pair *pair, const struct figure *figure)
{
	const size_t counts[] = {figure->both, figure->first_only,
				 figure->second_only};

	printer_field(pair->printer, FIELD_TEXT, text_of(figure->on));
	printer_field(pair->printer, FIELD_TEXT, text_of(figure->formula));
	print_count(pair->printer, figure->n);
	for (size_t i = 0; i < 3; i++) {
		if (figure->counted)
			print_count(pair->printer, counts[i]);
		else
			printer_field(pair->printer, FIELD_NULL, TEXT(""));
	}
	print_figure(pair->printer, figure->value);
}

static bool
both_have(const struct pair *pair, size_t table)
{
	return coding_has(&pair->codings[0], table) &&
	       coding_has(&pair->codings[1], table);
}

/* --- F1 --------------------------------------------------------------------*/

/* Each coder's word counts the same: what `must` says is not heard. */
static int
take_rows(const struct pair *pair, size_t table, size_t coder,
	  struct compared_rows *rows)
{
	const struct project_list *projects = &pair->shared;

	if (table == TABLE_PROJECTS)
		projects = &pair->listed[coder];
	if (compared_rows_take(rows, pair->arena, &compared_tables[table],
			       &pair->codings[coder].sheets[table], projects,
			       &pair->manner,
			       &pair->session->diagnostics) == -1)
		return -1;
	for (size_t i = 0; i < rows->n_items; i++)
		rows->items[i].optional = false;
	return 0;
}

static int
print_f1(const struct pair *pair, size_t table)
{
	struct compared_rows rows[2];
	struct score score;

	for (size_t i = 0; i < 2; i++)
		if (take_rows(pair, table, i, &rows[i]) == -1)
			return -1;
	score_rows(&score, pair->arena, &rows[0], &rows[1]);
	print_agreement(
		pair,
		&(struct figure){
			.on = compared_tables[table].name,
			.formula = "F1",
			.n = score.right + score.n_missing + score.n_extra,
			.counted = true,
			.both = score.right,
			.first_only = score.n_missing,
			.second_only = score.n_extra,
			.value = score.gold + score.found > 0 ? score.f1 : NAN,
		});
	return 0;
}

/* --- grids -----------------------------------------------------------------*/

static void
print_grid(const struct pair *pair, const char *on, const struct cells *cells)
{
	struct figure figure = {
		.on = on,
		.formula = "percent agreement",
		.n = cells_n(cells),
		.counted = true,
		.both = cells->both,
		.first_only = cells->first_only,
		.second_only = cells->second_only,
		.value = 100 * percent_agreement(cells),
	};

	print_agreement(pair, &figure);
	figure.formula = "Cohen's kappa";
	figure.value = cohen_kappa(cells);
	print_agreement(pair, &figure);
}

static int
print_grids(const struct pair *pair, const struct agreement *agreement)
{
	struct cells cells;

	if (both_have(pair, compared_table_find("themes"))) {
		if (grid_of_words(&cells, agreement, "themes", "theme",
				  &pair->themes) == -1)
			return -1;
		print_grid(pair, "project x theme", &cells);
	}
	if (both_have(pair, compared_table_find("participation"))) {
		if (grid_of_words(&cells, agreement, "participation", "level",
				  &pair->ladder) == -1)
			return -1;
		print_grid(pair, "project x level", &cells);
	}
	if (both_have(pair, compared_table_find("measurements"))) {
		if (grid_of_trends(&cells, agreement) == -1)
			return -1;
		print_grid(pair, "project x trend", &cells);
	}
	return 0;
}

static int
print_alpha(const struct pair *pair, const struct agreement *agreement)
{
	struct ratings ratings;

	if (!both_have(pair, compared_table_find("participation")))
		return 0;
	if (highest_rungs(&ratings, agreement, &pair->ladder) == -1)
		return -1;
	print_agreement(pair, &(struct figure){
				      .on = "highest level applied",
				      .formula = "Krippendorff's alpha, "
						 "ordinal",
				      .n = ratings_n(&ratings),
				      .value = krippendorff_alpha(&ratings),
			      });
	return 0;
}

/* --- all of it -------------------------------------------------------------*/

static int
print_all(struct pair *pair)
{
	const struct agreement agreement = {
		.codings = {&pair->codings[0], &pair->codings[1]},
		.projects = &pair->shared,
		.manner = &pair->manner,
		.arena = pair->arena,
		.diagnostics = &pair->session->diagnostics,
	};

	for (size_t i = 0; i < N_COMPARED_TABLES; i++)
		if (both_have(pair, i) && print_f1(pair, i) == -1)
			return -1;
	if (print_grids(pair, &agreement) == -1)
		return -1;
	return print_alpha(pair, &agreement);
}

static void
print_pair(struct pair *pair)
{
	static const char *const columns[] = {
		"on", "formula", "n", "both", "only_a", "only_b", "value"};

	pair->printer = printer_new(rows_format(pair->session, "table"), stdout,
				    &pair->session->screen, PRINTER_ONE);
	printer_begin(pair->printer, NULL, columns, 7);
	print_all(pair);
	printer_end(pair->printer);
	printer_free(pair->printer);
}

static int
read_words(struct pair *pair)
{
	struct session *session = pair->session;
	struct word_list leading;

	pair->vocabularies =
		vocabularies_new(&session->data, &session->diagnostics);
	if (!pair->vocabularies ||
	    compared_words(&leading, pair->arena, pair->vocabularies, "compare",
			   "leading", &session->diagnostics) == -1 ||
	    compared_words(&pair->themes, pair->arena, pair->vocabularies,
			   "themes", "themes", &session->diagnostics) == -1 ||
	    compared_words(&pair->ladder, pair->arena, pair->vocabularies,
			   "participation", "rungs",
			   &session->diagnostics) == -1)
		return -1;
	pair->manner = (struct manner){false, leading.items, leading.n_items};
	return 0;
}

static int
read_folders(struct pair *pair)
{
	struct session *session = pair->session;
	int result = 0;

	for (size_t i = 0; i < 2; i++)
		if (coding_read(&pair->codings[i], session->arguments.items[i],
				&session->diagnostics) == -1 ||
		    projects_listed(&pair->listed[i], pair->arena,
				    &pair->codings[i].sheets[TABLE_PROJECTS],
				    &pair->manner, &session->diagnostics) == -1)
			result = -1;
	if (result == -1)
		return -1;
	pair->shared.n_items = pair->listed[0].n_items;
	pair->shared.items = arena_alloc(pair->arena, pair->shared.n_items + 1,
					 sizeof(struct text));
	memcpy(pair->shared.items, pair->listed[0].items,
	       pair->shared.n_items * sizeof(struct text));
	projects_intersect(&pair->shared, &pair->listed[1]);
	return 0;
}

void
command_agree(struct session *session)
{
	struct pair pair = {.session = session, .arena = arena_new()};

	if (read_words(&pair) == 0 && read_folders(&pair) == 0)
		print_pair(&pair);
	for (size_t i = 0; i < 2; i++)
		coding_release(&pair.codings[i]);
	vocabularies_free(pair.vocabularies);
	arena_free(pair.arena);
}
