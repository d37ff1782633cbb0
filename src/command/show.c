/*
 * `casebook show PROJECT`: its facts, view by view, and its text, section by
 * section. With --evidence each row is followed by the words that prove it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "casebook/ask/question.h"
#include "casebook/ask/view.h"
#include "casebook/base/escape.h"
#include "casebook/base/fact.h"
#include "casebook/text/fold.h"
#include "command.h"
#include "fact_line.h"
#include "furniture.h"
#include "judged.h"
#include "passages.h"
#include "proofs.h"
#include "rows.h"

enum { LABEL_WIDTH = 14 }; /* columns of a label of the project itself */

/* What is shown of one project. */
struct showing {
	struct session *session;
	struct schema schema;
	struct text project;
	struct text path;     /* of the file that describes it */
	struct proofs proofs; /* read only with --evidence */
	struct judged judged; /* the same */
};

static void
print_safe(struct text text)
{
	struct buffer safe = {NULL, 0, 0};

	escape_terminal(&safe, text);
	if (safe.len)
		fwrite(safe.bytes, 1, safe.len, stdout);
	buffer_release(&safe);
}

static void
print_heading(const struct showing *showing, struct text heading)
{
	bool bold = showing->session->screen.bold;

	fputs(bold ? "\033[1m" : "", stdout);
	print_safe(heading);
	fputs(bold ? "\033[0m\n" : "\n", stdout);
}

static struct query *
rows_of(const struct showing *showing, const struct schema_view *view)
{
	return view_rows_of_project(view, showing->project,
				    showing->session->store,
				    &showing->session->diagnostics);
}

/* Below a row: the words that prove it, and what persons said of it. */
static void
print_proofs(const struct showing *showing, const struct schema_view *view,
	     const struct query *query)
{
	struct buffer key = {NULL, 0, 0};

	proofs_print(&showing->proofs, view, query);
	fact_line_key(&key, view, query);
	judged_print(&showing->judged, view, buffer_text(&key));
	buffer_release(&key);
}

/* The project itself, a value a line. */
static void
print_project(const struct showing *showing)
{
	const struct schema_view *view =
		schema_find(&showing->schema, TEXT("projects"));
	struct query *query = rows_of(showing, view);

	if (query && query_step(query) == 1) {
		print_heading(showing, showing->project);
		for (size_t i = 1; i < query_n_columns(query); i++) {
			if (query_type(query, i) == CELL_NULL)
				continue;
			printf("  %-*s", LABEL_WIDTH, query_column(query, i));
			print_safe(query_text(query, i));
			putchar('\n');
		}
		if (showing->session->options.evidence)
			print_proofs(showing, view, query);
	}
	query_free(query);
}

/* The codebook's columns that any row of the project has a value in. */
static void
list_columns(struct buffer *list, enum fact_kind kind, struct query *query)
{
	size_t n = query_n_columns(query);
	bool *filled = memory_new(n, sizeof(*filled));

	while (query_step(query) == 1)
		for (size_t i = 0; i < n; i++)
			filled[i] = filled[i] || query_text(query, i).len;
	query_reset(query);
	for (size_t i = 0; i < n; i++) {
		const char *name = query_column(query, i);

		if (!filled[i] || !fact_line_has(kind, name))
			continue;
		buffer_add_string(list, list->len ? "," : "");
		buffer_add_string(list, name);
	}
	free(filled);
}

/* One row, its values in a line, its proofs below it. */
static void
print_proved_row(const struct showing *showing, const struct schema_view *view,
		 enum fact_kind kind, const struct query *query)
{
	struct buffer line = {NULL, 0, 0};

	buffer_add_string(&line, "  ");
	fact_line_add(&line, kind, query, WHOLE_VALUES);
	buffer_add_byte(&line, '\n');
	fwrite(line.bytes, 1, line.len, stdout);
	buffer_release(&line);
	print_proofs(showing, view, query);
}

static void
print_proved_rows(const struct showing *showing, const struct schema_view *view,
		  enum fact_kind kind, struct query *query)
{
	size_t n = 0;

	while (!ferror(stdout) && query_step(query) == 1) {
		if (n++ == 0) {
			putchar('\n');
			print_heading(showing, view->name);
		}
		print_proved_row(showing, view, kind, query);
	}
}

static void
print_table(const struct showing *showing, const struct schema_view *view,
	    enum fact_kind kind, struct query *query)
{
	struct session *session = showing->session;
	struct buffer columns = {NULL, 0, 0};
	struct printer *printer;

	list_columns(&columns, kind, query);
	if (columns.len) {
		putchar('\n');
		print_heading(showing, view->name);
		printer = printer_new(rows_format(session, "table"), stdout,
				      &session->screen, PRINTER_ONE);
		rows_print(printer, NULL, query, columns.bytes, NULL,
			   &session->diagnostics);
		printer_free(printer);
	}
	buffer_release(&columns);
}

static void
print_facts(const struct showing *showing)
{
	for (size_t i = FACT_PROJECT + 1; i < N_FACT_KINDS; i++) {
		enum fact_kind kind = (enum fact_kind)i;
		const struct schema_view *view = schema_find(
			&showing->schema, text_of(fact_kinds[kind].view));
		struct query *query = rows_of(showing, view);

		if (query && showing->session->options.evidence)
			print_proved_rows(showing, view, kind, query);
		else if (query)
			print_table(showing, view, kind, query);
		query_free(query);
	}
}

/* What is left out of the facts. */
static void
print_dropped(const struct showing *showing)
{
	if (!judged_has_dropped(&showing->judged))
		return;
	putchar('\n');
	print_heading(showing, TEXT("dropped"));
	judged_print_dropped(&showing->judged);
}

static void
print_sections(const struct showing *showing)
{
	struct query *query = rows_of(
		showing, schema_find(&showing->schema, TEXT("passages")));
	struct buffer clean = {NULL, 0, 0};
	struct furniture furniture;
	int result =
		furniture_read(&furniture, showing->project, showing->session);

	while (result == 0 && query && !ferror(stdout) &&
	       query_step(query) == 1) {
		struct text heading = rows_text(query, "heading");
		struct text body;

		furniture_take_away(&furniture, query, &clean);
		body = passage_body(buffer_text(&clean), heading);

		putchar('\n');
		print_heading(showing, heading.len
					       ? heading
					       : rows_text(query, "section"));
		screen_paragraphs(stdout, &showing->session->screen, 2, body);
	}
	buffer_release(&clean);
	furniture_release(&furniture);
	query_free(query);
}

/* All of it as data: the project's rows of every view that has them. */
static void
print_data(struct showing *showing)
{
	struct session *session = showing->session;
	struct printer *printer =
		printer_new(rows_format(session, "table"), stdout,
			    &session->screen, PRINTER_MANY);
	int result = 0;

	for (size_t i = 0; i < showing->schema.n_views && result == 0; i++) {
		const struct schema_view *view = &showing->schema.views[i];
		const char *name;
		struct query *query;

		if (!view_has_column(view, "project") ||
		    (text_is(view->name, "evidence") &&
		     !session->options.evidence))
			continue;
		name = arena_text(showing->schema.arena, view->name).bytes;
		query = rows_of(showing, view);
		result = query ? rows_print(printer, name, query, NULL, NULL,
					    &session->diagnostics)
			       : -1;
		query_free(query);
	}
	printer_free(printer);
}

/* In a flat format there is room for one table: what proves what. */
static void
print_evidence(struct showing *showing)
{
	rows_answer(showing->session,
		    rows_of(showing,
			    schema_find(&showing->schema, TEXT("evidence"))),
		    "table", NULL);
}

static void
print_all(struct showing *showing)
{
	const struct format *format = rows_format(showing->session, "table");
	int result = 0;

	if (!format_is_for_reading(format)) {
		if (format_is_flat(format))
			print_evidence(showing);
		else
			print_data(showing);
		return;
	}
	if (showing->session->options.evidence)
		result = proofs_read(&showing->proofs, &showing->schema,
				     showing->project, showing->path,
				     showing->session);
	if (showing->session->options.evidence && result == 0)
		result = judged_read(&showing->judged, showing->project,
				     showing->session);
	if (result == 0) {
		print_project(showing);
		print_facts(showing);
		print_dropped(showing);
		print_sections(showing);
	}
	judged_release(&showing->judged);
	proofs_release(&showing->proofs);
}

/* The keys that a project may have, for a key that none has. */
static void
report_unknown(struct session *session, const struct text *keys, size_t n)
{
	const char *key = session->arguments.items[0];
	const char *advice =
		suggestion(session->diagnostics.arena, text_of(key), keys, n);

	diagnose(&session->diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL}, "no project %s in %s%s",
		 diagnostic_quote(&session->diagnostics, text_of(key)),
		 diagnostic_quote(&session->diagnostics,
				  text_of(session->database)),
		 *advice ? advice : "; casebook list shows them");
}

static bool
differ_in_case(struct arena *arena, struct text a, struct text b)
{
	return text_equal(fold_words(arena, a), fold_words(arena, b));
}

/*
 * Finds the project and its file, if need be by a key in another case that only
 * one project has; else a message with the nearest.
 */
static bool
find_project(struct showing *showing)
{
	struct session *session = showing->session;
	struct arena *arena = showing->schema.arena;
	struct query *query = question_ask(
		question_find(TEXT("keys")), session->options.filter,
		session->store, &session->diagnostics);
	struct text *keys = NULL, alike = TEXT(""), path = TEXT("");
	size_t n = 0, capacity = 0, n_alike = 0;
	bool found = false;
	int step = -1;

	while (query && !found && (step = query_step(query)) == 1) {
		keys = array_grow(keys, n, &capacity, sizeof(*keys));
		keys[n] = arena_text(arena, query_text(query, 0));
		found = text_equal(keys[n], showing->project);
		if (found || differ_in_case(arena, keys[n], showing->project)) {
			alike = keys[n];
			path = arena_text(arena, query_text(query, 1));
			n_alike++;
		}
		n++;
	}
	if (found || (step == 0 && n_alike == 1)) {
		showing->project = alike;
		showing->path = path;
		found = true;
	} else if (step == 0)
		report_unknown(session, keys, n);
	query_free(query);
	free(keys);
	return found;
}

static int
check_words(struct session *session)
{
	const struct options *options = &session->options;

	if (options->evidence && (options->section || options->marked)) {
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "--evidence does not go with --section or --marked; "
			 "--marked shows in the text what proves each fact");
		return -1;
	}
	if (options->section &&
	    session_check_utf8(session, options->section) == -1)
		return -1;
	return session_check_utf8(session, session->arguments.items[0]);
}

void
command_show(struct session *session)
{
	struct showing showing = {
		.session = session,
		.project = text_of(session->arguments.items[0]),
	};
	bool found;

	if (check_words(session) == -1)
		return;
	schema_read(&showing.schema);
	found = find_project(&showing);
	if (found && (session->options.section || session->options.marked))
		passages_show(session, &showing.schema, showing.project);
	else if (found)
		print_all(&showing);
	schema_release(&showing.schema);
}
