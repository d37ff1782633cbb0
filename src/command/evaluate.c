/*
 * `casebook evaluate GOLD [DIR]`: the casebook, or a folder of CSV files,
 * measured against a gold standard; what is missing and what is extra.
 */
#include <stdlib.h>
#include <string.h>

#include "casebook/compare/score.h"
#include "compared.h"
#include "rows.h"

enum { SOFT, STRICT, N_MANNERS };

#define NO_MINIMUM (-1.0)

struct evaluation {
	struct session *session;
	struct arena *arena;
	struct vocabularies *vocabularies;
	struct coding gold, found;
	struct manner manners[N_MANNERS];
	struct project_list projects[N_MANNERS];
	bool wanted[N_COMPARED_TABLES];
	double minimum[N_COMPARED_TABLES];
	/* what came out */
	bool measured[N_COMPARED_TABLES];
	struct score scores[N_COMPARED_TABLES][N_MANNERS];
};

/* --- what is asked ---------------------------------------------------------*/

/* The index of a table; N_COMPARED_TABLES after a message of usage. */
static size_t
find_table(struct session *session, struct text name)
{
	struct text words[N_COMPARED_TABLES];
	struct arena *arena = session->diagnostics.arena;

	for (size_t i = 0; i < N_COMPARED_TABLES; i++) {
		words[i] = text_of(compared_tables[i].name);
		if (text_equal(words[i], name))
			return i;
	}
	session_refuse(session, "no table is called",
		       arena_text(arena, name).bytes,
		       suggestion(arena, name, words, N_COMPARED_TABLES));
	return N_COMPARED_TABLES;
}

static int
read_only(struct evaluation *evaluation, const char *list)
{
	struct columns_asked asked = {NULL, 0, 0};
	int result = 0;

	if (list)
		columns_asked_init(&asked, list);
	for (size_t i = 0; i < N_COMPARED_TABLES; i++)
		evaluation->wanted[i] = !list;
	for (size_t i = 0; i < asked.n; i++) {
		size_t table = find_table(evaluation->session, asked.items[i]);

		if (table == N_COMPARED_TABLES)
			result = -1;
		else
			evaluation->wanted[table] = true;
	}
	columns_asked_release(&asked);
	return result;
}

/* One "TABLE=F1". */
static int
read_minimum(struct evaluation *evaluation, struct text item)
{
	struct session *session = evaluation->session;
	size_t equals = text_find(item, TEXT("="), 0);
	char *number = NULL, *end = NULL;
	size_t table;
	double f1 = 0;

	if (equals == item.len) {
		session_refuse(session, "not TABLE=F1:",
			       arena_text(evaluation->arena, item).bytes, "");
		return -1;
	}
	table = find_table(session, text_sub(item, 0, equals));
	if (table == N_COMPARED_TABLES)
		return -1;
	number = memory_string(text_sub(item, equals + 1, item.len));
	f1 = strtod(number, &end);
	if (end == number || *end || !(f1 >= 0 && f1 <= 1)) {
		session_refuse(session, "not an F1 from 0 to 1:", number, "");
		table = N_COMPARED_TABLES;
	} else {
		evaluation->minimum[table] = f1;
	}
	free(number);
	return table == N_COMPARED_TABLES ? -1 : 0;
}

static int
read_minima(struct evaluation *evaluation, const char *list)
{
	struct columns_asked asked = {NULL, 0, 0};
	int result = 0;

	for (size_t i = 0; i < N_COMPARED_TABLES; i++)
		evaluation->minimum[i] = NO_MINIMUM;
	if (list)
		columns_asked_init(&asked, list);
	for (size_t i = 0; i < asked.n; i++)
		if (read_minimum(evaluation, asked.items[i]) == -1)
			result = -1;
	columns_asked_release(&asked);
	return result;
}

/* --- what is compared ------------------------------------------------------*/

/* The public views of the casebook, as export gives them. */
static int
read_casebook(struct evaluation *evaluation)
{
	struct session *session = evaluation->session;
	struct schema schema;
	int result = 0;

	session->store = store_open(session->database, &session->diagnostics);
	if (!session->store)
		return -1;
	schema_read(&schema);
	for (size_t i = 0; result == 0 && i < N_COMPARED_TABLES; i++)
		result = compared_view(&evaluation->found.sheets[i],
				       compared_tables[i].name, &schema,
				       session->store, session);
	schema_release(&schema);
	return result;
}

static int
read_codings(struct evaluation *evaluation)
{
	struct session *session = evaluation->session;
	const struct arguments *folders = &session->arguments;
	const struct sheet *projects;
	struct word_list leading;

	evaluation->vocabularies =
		vocabularies_new(&session->data, &session->diagnostics);
	if (!evaluation->vocabularies ||
	    compared_words(&leading, evaluation->arena,
			   evaluation->vocabularies, "compare", "leading",
			   &session->diagnostics) == -1 ||
	    coding_read(&evaluation->gold, folders->items[0],
			&session->diagnostics) == -1)
		return -1;
	evaluation->manners[SOFT] =
		(struct manner){false, leading.items, leading.n_items};
	evaluation->manners[STRICT] = (struct manner){.strict = true};
	projects = &evaluation->gold.sheets[TABLE_PROJECTS];
	for (size_t i = 0; i < N_MANNERS; i++)
		if (projects_listed(&evaluation->projects[i], evaluation->arena,
				    projects, &evaluation->manners[i],
				    &session->diagnostics) == -1)
			return -1;
	return folders->n == 2
		       ? coding_read(&evaluation->found, folders->items[1],
				     &session->diagnostics)
		       : read_casebook(evaluation);
}

static int
score_table(struct evaluation *evaluation, size_t table, size_t manner)
{
	const struct coding *codings[] = {&evaluation->gold,
					  &evaluation->found};
	struct compared_rows rows[2];

	for (size_t i = 0; i < 2; i++)
		if (compared_rows_take(&rows[i], evaluation->arena,
				       &compared_tables[table],
				       &codings[i]->sheets[table],
				       &evaluation->projects[manner],
				       &evaluation->manners[manner],
				       &evaluation->session->diagnostics) == -1)
			return -1;
	score_rows(&evaluation->scores[table][manner], evaluation->arena,
		   &rows[0], &rows[1]);
	return 0;
}

/* A table that the gold has not is not measured. */
/*
 * The codebook's tables are measured where the gold standard has them; fields,
 * which it does not know, where there are any, on either side.
 */
static bool
is_measured(const struct evaluation *evaluation, size_t table)
{
	if (!evaluation->wanted[table] || !coding_has(&evaluation->gold, table))
		return false;
	return table != TABLE_FIELDS ||
	       evaluation->gold.sheets[table].n_rows > 0 ||
	       evaluation->found.sheets[table].n_rows > 0;
}

static int
score_tables(struct evaluation *evaluation)
{
	struct session *session = evaluation->session;

	for (size_t i = 0; i < N_COMPARED_TABLES; i++) {
		if (!is_measured(evaluation, i))
			continue;
		if (!coding_has(&evaluation->found, i)) {
			diagnose(&session->diagnostics, DIAGNOSTIC_FILE_REFUSED,
				 (struct place){
					 .file = session->arguments.items[1]},
				 "there is no %s.csv in it",
				 compared_tables[i].name);
			continue;
		}
		for (size_t manner = 0; manner < N_MANNERS; manner++)
			if (score_table(evaluation, i, manner) == -1)
				return -1;
		evaluation->measured[i] = true;
	}
	return 0;
}

/* --- what is told ----------------------------------------------------------*/

static struct text
first_key(const struct sheet *projects)
{
	return sheet_cell(projects, 0, sheet_column(projects, "project"));
}

/* Two codings that name their projects otherwise have nothing in common. */
static void
tell_of_keys(struct evaluation *evaluation)
{
	const struct sheet *gold = &evaluation->gold.sheets[TABLE_PROJECTS];
	const struct sheet *found = &evaluation->found.sheets[TABLE_PROJECTS];

	for (size_t i = 0; i < N_COMPARED_TABLES; i++)
		if (evaluation->scores[i][SOFT].found > 0)
			return;
	if (gold->n_rows == 0 || found->n_rows == 0)
		return;
	diagnose(&evaluation->session->diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = gold->name},
		 "none of its projects is known by its key: here %.*s and so "
		 "on, there %.*s; see key in casebook-layout(5)",
		 TEXT_ARG(first_key(gold)), TEXT_ARG(first_key(found)));
}

static void
print_scores(const struct evaluation *evaluation, struct printer *printer)
{
	static const char *const columns[] = {
		"table", "match",     "gold",	"found",
		"right", "precision", "recall", "f1",
	};

	printer_begin(printer, "scores", columns, 8);
	for (size_t i = 0; i < N_COMPARED_TABLES; i++) {
		for (size_t j = 0; evaluation->measured[i] && j < N_MANNERS;
		     j++) {
			const struct score *score = &evaluation->scores[i][j];

			printer_field(printer, FIELD_TEXT,
				      text_of(compared_tables[i].name));
			printer_field(printer, FIELD_TEXT,
				      text_of(j == SOFT ? "soft" : "strict"));
			print_count(printer, score->gold);
			print_count(printer, score->found);
			print_count(printer, score->right);
			print_figure(printer, score->precision);
			print_figure(printer, score->recall);
			print_figure(printer, score->f1);
		}
	}
	printer_end(printer);
}

static void
print_row(struct printer *printer, const char *sign, size_t table,
	  const struct sheet *sheet, size_t row)
{
	const struct compared_table *compared = &compared_tables[table];
	struct buffer words = {NULL, 0, 0};

	printer_field(printer, FIELD_TEXT, text_of(sign));
	printer_field(printer, FIELD_TEXT, text_of(compared->name));
	for (size_t i = 0; i < compared->n_columns; i++) {
		struct text value = sheet_cell(
			sheet, row,
			sheet_column(sheet, compared->columns[i].name));

		if (i == 0)
			printer_field(printer, FIELD_TEXT, value);
		else
			buffer_format(&words, "%s%.*s", i > 1 ? " | " : "",
				      TEXT_ARG(value));
	}
	printer_field(printer, FIELD_TEXT, buffer_text(&words));
	buffer_release(&words);
}

static void
print_differences(const struct evaluation *evaluation, struct printer *printer)
{
	static const char *const columns[] = {"change", "table", "project",
					      "row"};

	printer_begin(printer, "differences", columns, 4);
	for (size_t i = 0; i < N_COMPARED_TABLES; i++) {
		const struct score *score = &evaluation->scores[i][SOFT];

		for (size_t j = 0; j < score->n_missing; j++)
			print_row(printer, "-", i, &evaluation->gold.sheets[i],
				  score->missing[j]);
		for (size_t j = 0; j < score->n_extra; j++)
			print_row(printer, "+", i, &evaluation->found.sheets[i],
				  score->extra[j]);
	}
	printer_end(printer);
}

static bool
is_any_different(const struct evaluation *evaluation)
{
	for (size_t i = 0; i < N_COMPARED_TABLES; i++)
		if (evaluation->scores[i][SOFT].n_missing ||
		    evaluation->scores[i][SOFT].n_extra)
			return true;
	return false;
}

static void
print_evaluation(const struct evaluation *evaluation)
{
	const struct session *session = evaluation->session;
	const struct format *format = rows_format(session, "table");
	struct printer *printer = printer_new(
		format, stdout, &session->screen,
		session->options.quiet ? PRINTER_ONE : PRINTER_MANY);

	print_scores(evaluation, printer);
	if (!session->options.quiet &&
	    (is_any_different(evaluation) || !format_is_for_reading(format)))
		print_differences(evaluation, printer);
	printer_free(printer);
	fflush(stdout);
}

static void
check_minima(const struct evaluation *evaluation)
{
	struct diagnostics *diagnostics = &evaluation->session->diagnostics;
	const struct place nowhere = {.file = NULL};

	for (size_t i = 0; i < N_COMPARED_TABLES; i++) {
		double minimum = evaluation->minimum[i];
		double f1 = evaluation->scores[i][SOFT].f1;

		if (minimum < 0)
			continue;
		if (!evaluation->measured[i])
			diagnose(diagnostics, DIAGNOSTIC_FALLS_SHORT, nowhere,
				 "%s were not measured, so that they do not "
				 "reach %.3f",
				 compared_tables[i].name, minimum);
		else if (f1 + 1e-9 < minimum)
			diagnose(diagnostics, DIAGNOSTIC_FALLS_SHORT, nowhere,
				 "%s fall short: F1 %.3f, not %.3f",
				 compared_tables[i].name, f1, minimum);
	}
}

void
command_evaluate(struct session *session)
{
	struct evaluation *evaluation = memory_new(1, sizeof(*evaluation));

	evaluation->session = session;
	evaluation->arena = arena_new();
	if (read_only(evaluation, session->options.only) == 0 &&
	    read_minima(evaluation, session->options.minimum) == 0 &&
	    read_codings(evaluation) == 0 && score_tables(evaluation) == 0) {
		print_evaluation(evaluation);
		tell_of_keys(evaluation);
		check_minima(evaluation);
	}
	coding_release(&evaluation->gold);
	coding_release(&evaluation->found);
	vocabularies_free(evaluation->vocabularies);
	arena_free(evaluation->arena);
	free(evaluation);
}
