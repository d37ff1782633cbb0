/*
 * The facts of a report and what proves them. All facts are brought into the
 * order of the table of proofs (project, view, key), in which every table is
 * written fastest; so those of one key stand together, and the first of them
 * in the report is the one that is stored.
 */
#include "put_facts.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/store/correction.h"

#include "given.h"
#include "name.h"
#include "put.h"

static const char *const statement_names[N_FACT_KINDS] = {
#define X(kind, table, view) [FACT_##kind] = "put-" #table,
	FACT_KINDS(X)
#undef X
};

/* A fact on its way into its table. */
struct row {
	const struct fact *fact;
	struct text project, key;
	struct text folded; /* of an involvement: its organisation */
	size_t line;	    /* 0: none */
	bool left_out;	    /* one of its key stands before it */
};

struct proof {
	const struct row *row;
	const struct value *value;
	const char *column;
	size_t passage, line;
};

struct facts {
	struct statements *statements;
	const struct report *report;
	const struct lines *lines;
	struct diagnostics *diagnostics;
	struct arena *arena; /* of all below */
	struct row *rows;    /* sorted, as many as the report has facts */
	const struct row **picked;
};

/* --- what the tables of given.h are told ---------------------------------- */

static void
tell_fact(const void *context, size_t number, int column,
	  struct given_value *value)
{
	enum { PROJECT, KEY, LINE, OFFSET, LENGTH, RULE, FOLDED, VALUES };
	const struct row *row = ((const struct row *const *)context)[number];
	const struct fact *fact = row->fact;

	if (column >= VALUES) {
		size_t i = (size_t)column - VALUES;
		bool key = i < fact_kinds[fact->kind].n_columns &&
			   fact_kinds[fact->kind].columns[i].key;

		if (key)
			given_text(value, fact->values[i].text);
		else
			given_filled(value, fact->values[i].text);
	} else if (column == PROJECT) {
		given_text(value, row->project);
	} else if (column == KEY) {
		given_text(value, row->key);
	} else if (column == RULE && fact->rule) {
		given_text(value, text_of(fact->rule));
	} else if (column == FOLDED) {
		given_text(value, row->folded);
	} else if (column == LINE && row->line > 0) {
		given_size(value, row->line);
	} else if (column == OFFSET && fact->span.len > 0) {
		given_size(value, fact->span.offset);
	} else if (column == LENGTH && fact->span.len > 0) {
		given_size(value, fact->span.len);
	}
}

static void
tell_proof(const void *context, size_t number, int column,
	   struct given_value *value)
{
	enum {
		PROJECT,
		FACT,
		KEY,
		COLUMN,
		OFFSET,
		LENGTH,
		ORIGIN,
		PASSAGE,
		LINE
	};
	const struct proof *proof = (const struct proof *)context + number;
	const struct fact *fact = proof->row->fact;

	switch (column) {
	case PROJECT:
		given_text(value, proof->row->project);
		break;
	case FACT:
		given_text(value, text_of(fact_kinds[fact->kind].view));
		break;
	case KEY:
		given_text(value, proof->row->key);
		break;
	case COLUMN:
		given_text(value, text_of(proof->column));
		break;
	case OFFSET:
		given_size(value, proof->value->evidence.offset);
		break;
	case LENGTH:
		given_size(value, proof->value->evidence.len);
		break;
	case ORIGIN:
		given_text(value, text_of(origin_name(proof->value->origin)));
		break;
	case PASSAGE:
		given_size(value, proof->passage);
		break;
	case LINE:
		given_size(value, proof->line);
		break;
	default:
		break;
	}
}

/* --- rows ----------------------------------------------------------------- */

static struct row
row_of(struct arena *arena, const struct fact *fact, struct text project,
       struct text key)
{
	struct row row = {.fact = fact, .project = project, .key = key};

	if (fact->kind == FACT_INVOLVEMENT)
		row.folded = name_folded(
			arena, fact->values[INVOLVEMENT_ORGANISATION].text);
	return row;
}

static void
make_rows(struct facts *facts)
{
	const struct report *report = facts->report;
	struct buffer key = {NULL, 0, 0};

	facts->rows = arena_alloc(facts->arena, report->n_facts,
				  sizeof(*facts->rows));
	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];
		struct row *row = &facts->rows[i];

		buffer_clear(&key);
		name_key(&key, fact);
		*row = row_of(facts->arena, fact,
			      report->projects[fact->project].key,
			      arena_text(facts->arena, buffer_text(&key)));
		if (fact->span.len > 0)
			row->line = lines_find(facts->lines, fact->span.offset);
	}
	buffer_release(&key);
}

/* By project, view and key. */
static int
compare_keys(const struct row *a, const struct row *b)
{
	int order;

	if (a->fact->project != b->fact->project)
		return a->fact->project < b->fact->project ? -1 : 1;
	order = strcmp(fact_kinds[a->fact->kind].view,
		       fact_kinds[b->fact->kind].view);
	return order ? order : text_compare(a->key, b->key);
}

/* Of one key, as in the report. */
static int
compare_rows(const void *a, const void *b)
{
	const struct row *left = a, *right = b;
	int order = compare_keys(left, right);

	return order ? order
		     : (left->fact > right->fact) - (left->fact < right->fact);
}

static void
sort_rows(struct facts *facts)
{
	size_t n = facts->report->n_facts;
	struct row *rows = facts->rows;

	if (n > 1)
		qsort(rows, n, sizeof(*rows), compare_rows);
	for (size_t i = 1; i < n; i++)
		rows[i].left_out = compare_keys(&rows[i - 1], &rows[i]) == 0;
}

/* Those of a kind that are stored, into facts->picked. Returns how many. */
static size_t
pick_rows(struct facts *facts, enum fact_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < facts->report->n_facts; i++)
		if (facts->rows[i].fact->kind == kind &&
		    !facts->rows[i].left_out)
			facts->picked[n++] = &facts->rows[i];
	return n;
}

static int
compare_places(const void *a, const void *b)
{
	const struct fact *left = (*(const struct row *const *)a)->fact;
	const struct fact *right = (*(const struct row *const *)b)->fact;

	return (left > right) - (left < right);
}

/* --- writing -------------------------------------------------------------- */

/* What is said of a project itself goes into its row, which is there. */
static int
put_own(struct facts *facts, const struct row *row)
{
	static const char *const parameters[] = {
		":kind", ":title", ":area", ":start", ":end", ":period_note"};
	struct query *query = statement_get(facts->statements, "put-project",
					    facts->diagnostics);
	const struct fact *fact = row->fact;

	if (!query)
		return -1;
	query_bind_text(query, ":project", row->project);
	for (size_t i = 0; i < sizeof(parameters) / sizeof(*parameters); i++)
		statement_bind_filled(query, parameters[i],
				      fact->values[i].text);
	if (fact->span.len > 0) {
		query_bind_integer(query, ":offset",
				   (int64_t)fact->span.offset);
		query_bind_integer(query, ":length", (int64_t)fact->span.len);
	}
	if (fact->rule)
		query_bind_text(query, ":rule", text_of(fact->rule));
	return statement_run(query);
}

static int
put_kind(struct facts *facts, enum fact_kind kind)
{
	const struct given given = {.n_rows = pick_rows(facts, kind),
				    .tell = tell_fact,
				    .context = facts->picked};

	if (kind == FACT_PROJECT) {
		for (size_t i = 0; i < given.n_rows; i++)
			if (put_own(facts, facts->picked[i]) < 0)
				return -1;
		return 0;
	}
	/* the rows of this table lie as they came */
	if (kind == FACT_QUOTE && given.n_rows > 1)
		qsort(facts->picked, given.n_rows, sizeof(*facts->picked),
		      compare_places);
	return given_run(facts->statements, statement_names[kind], &given,
			 facts->diagnostics);
}

/* The proofs of a row, behind n others. Returns how many there are then. */
static size_t
add_proofs(const struct facts *facts, const struct row *row,
	   struct proof *proofs, size_t n)
{
	const struct fact_kind_info *kind = &fact_kinds[row->fact->kind];

	for (size_t i = 0; i < kind->n_columns; i++) {
		const struct value *value = &row->fact->values[i];

		if (value->evidence.len == 0)
			continue;
		proofs[n++] = (struct proof){
			.row = row,
			.value = value,
			.column = kind->columns[i].name,
			.passage =
				sound_passage(facts->report, value->evidence) +
				1,
			.line = lines_find(facts->lines,
					   value->evidence.offset),
		};
	}
	return n;
}

static int
put_proofs(struct facts *facts)
{
	size_t n_facts = facts->report->n_facts;
	struct proof *proofs = arena_alloc(
		facts->arena, n_facts * FACT_MOST_COLUMNS, sizeof(*proofs));
	struct given given = {.tell = tell_proof, .context = proofs};

	for (size_t i = 0; i < n_facts; i++)
		if (!facts->rows[i].left_out)
			given.n_rows = add_proofs(facts, &facts->rows[i],
						  proofs, given.n_rows);
	return given_run(facts->statements, "put-proof", &given,
			 facts->diagnostics);
}

int
put_facts(struct statements *statements, const struct report *report,
	  const struct lines *lines, struct diagnostics *diagnostics)
{
	struct facts facts = {.statements = statements,
			      .report = report,
			      .lines = lines,
			      .diagnostics = diagnostics,
			      .arena = arena_new()};
	int result = 0;

	make_rows(&facts);
	sort_rows(&facts);
	facts.picked = arena_alloc(facts.arena, report->n_facts,
				   sizeof(*facts.picked));
	for (int kind = 0; kind < N_FACT_KINDS && result == 0; kind++)
		result = put_kind(&facts, (enum fact_kind)kind);
	if (result == 0)
		result = put_proofs(&facts);
	arena_free(facts.arena);
	return result;
}

int
put_added(struct statements *statements, enum fact_kind kind,
	  struct text project, struct text key, struct diagnostics *diagnostics)
{
	struct arena *arena = arena_new();
	struct fact fact = {.kind = kind, .rule = "correction"};
	struct text values[FACT_MOST_COLUMNS] = {{NULL, 0}};
	int result = 0;

	if (kind != FACT_PROJECT &&
	    correction_key_values(arena, kind, key, values)) {
		struct row row;
		const struct row *picked = &row;
		const struct given given = {
			.n_rows = 1, .tell = tell_fact, .context = &picked};

		for (size_t i = 0; i < FACT_MOST_COLUMNS; i++)
			fact.values[i].text = values[i];
		row = row_of(arena, &fact, project, key);
		result = given_run(statements, statement_names[kind], &given,
				   diagnostics);
	}
	arena_free(arena);
	return result;
}
