/* `casebook diff OLD [NEW]`: in which facts two casebooks differ. */
#include "casebook/compare/difference.h"
#include "compared.h"
#include "redacting.h"
#include "rows.h"

struct two {
	struct session *session;
	struct store *stores[2];
	struct schema schema;
	struct arena *arena;
	struct sheet sheets[N_FACT_KINDS][2];
	struct differences differences[N_FACT_KINDS];
	size_t n;
};

static int
find_all(struct two *two)
{
	for (int kind = 0; kind < N_FACT_KINDS; kind++) {
		for (size_t i = 0; i < 2; i++)
			if (compared_view(&two->sheets[kind][i],
					  fact_kinds[kind].view, &two->schema,
					  two->stores[i], two->session) == -1)
				return -1;
		differences_find(&two->differences[kind], two->arena,
				 (enum fact_kind)kind, &two->sheets[kind][0],
				 &two->sheets[kind][1]);
		two->n += two->differences[kind].n_items;
	}
	return 0;
}

static void
print_difference(struct printer *printer, const char *view,
		 const struct difference *difference)
{
	static const char *const signs[] = {
		[ROW_GONE] = "-",
		[ROW_NEW] = "+",
		[ROW_CHANGED] = "~",
	};
	bool changed = difference->kind == ROW_CHANGED;
	const struct text values[] = {difference->column, difference->old,
				      difference->now};

	printer_field(printer, FIELD_TEXT, text_of(signs[difference->kind]));
	printer_field(printer, FIELD_TEXT, text_of(view));
	printer_field(printer, FIELD_TEXT, difference->project);
	printer_field(printer, FIELD_TEXT, difference->key);
	for (size_t i = 0; i < 3; i++)
		printer_field(printer,
			      changed || values[i].len ? FIELD_TEXT
						       : FIELD_NULL,
			      values[i]);
}

static void
print_differences(const struct two *two)
{
	static const char *const columns[] = {
		"change", "table", "project", "key", "column", "old", "new"};
	struct printer *printer =
		printer_new(rows_format(two->session, "table"), stdout,
			    &two->session->screen, PRINTER_ONE);

	printer_begin(printer, NULL, columns, 7);
	for (size_t kind = 0; kind < N_FACT_KINDS; kind++)
		for (size_t i = 0; i < two->differences[kind].n_items; i++)
			print_difference(printer, fact_kinds[kind].view,
					 &two->differences[kind].items[i]);
	printer_end(printer);
	printer_free(printer);
	fflush(stdout);
}

/* The first casebook is the older one. */
static int
open_both(struct two *two)
{
	struct session *session = two->session;
	const struct arguments *paths = &session->arguments;

	two->stores[0] = store_open(paths->items[0], &session->diagnostics);
	two->stores[1] =
		store_open(paths->n == 2 ? paths->items[1] : session->database,
			   &session->diagnostics);
	return two->stores[0] && two->stores[1] ? 0 : -1;
}

static void
release(struct two *two)
{
	for (size_t kind = 0; kind < N_FACT_KINDS; kind++) {
		differences_release(&two->differences[kind]);
		for (size_t i = 0; i < 2; i++)
			sheet_release(&two->sheets[kind][i]);
	}
	schema_release(&two->schema);
	store_close(two->stores[0]);
	store_close(two->stores[1]);
	arena_free(two->arena);
}

void
command_diff(struct session *session)
{
	struct two two = {.session = session, .arena = arena_new()};

	schema_read(&two.schema);
	if (open_both(&two) == 0 &&
	    redacting_learn(session, two.stores, 2) == 0 &&
	    find_all(&two) == 0) {
		print_differences(&two);
		diagnose(&session->diagnostics,
			 two.n ? DIAGNOSTIC_DIFFERENT : DIAGNOSTIC_EMPTY_ANSWER,
			 (struct place){.file = NULL},
			 two.n ? "the facts of the two casebooks differ"
			       : "the facts of the two casebooks are the same");
	}
	release(&two);
}
