/*
 * `casebook show PROJECT`: its facts, view by view, and its text, section by
 * section. With --evidence each row is followed by the words that prove it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/ask/view.h"
#include "casebook/base/escape.h"
#include "casebook/base/fact.h"
#include "casebook/output/labels.h"
#include "command.h"
#include "fact_line.h"
#include "furniture.h"
#include "judged.h"
#include "passages.h"
#include "project_key.h"
#include "proofs.h"
#include "rows.h"

enum {
	TEXT_COLUMN = 16, /* where the values of the project itself begin */
	FACTS_INDENT = 2, /* of the tables of facts, and of text */
};

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
print_safe(const struct showing *showing, struct text text)
{
	struct buffer safe = {NULL, 0, 0};

	screen_add(&safe, &showing->session->screen, text);
	if (safe.len)
		fwrite(safe.bytes, 1, safe.len, stdout);
	buffer_release(&safe);
}

static void
print_heading(const struct showing *showing, struct text heading)
{
	const struct screen *screen = &showing->session->screen;

	fputs(screen_style(screen, STYLE_HEAD), stdout);
	print_safe(showing, heading);
	fputs(screen_plain(screen), stdout);
	putchar('\n');
}

/* Above the rows of a view. */
static void
print_view_heading(const struct showing *showing,
		   const struct schema_view *view)
{
	char *name = memory_string(view->name);

	print_heading(showing,
		      text_of(label_of_table(showing->session->labels, name)));
	free(name);
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

/* A value of the project itself, behind its column's label. */
static void
print_value(const struct showing *showing, const struct query *query, size_t i)
{
	const struct session *session = showing->session;
	const char *column = query_column(query, i);
	struct buffer list = {NULL, 0, 0};

	screen_labelled(stdout, &session->screen, TEXT_COLUMN,
			text_of(label_of_column(session->labels, column)),
			label_of_value(session->labels, column,
				       query_text(query, i), &list));
	buffer_release(&list);
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
		for (size_t i = 1; i < query_n_columns(query); i++)
			if (query_type(query, i) != CELL_NULL)
				print_value(showing, query, i);
		if (showing->session->options.evidence)
			print_proofs(showing, view, query);
	}
	query_free(query);
}

/* Adds those columns that number the rows, or those that do not. */
static void
add_columns(struct buffer *list, enum fact_kind kind, const struct query *query,
	    const bool *filled, bool numbering)
{
	for (size_t i = 0; i < query_n_columns(query); i++) {
		const char *name = query_column(query, i);

		if (numbering != (strcmp(name, "ordinal") == 0) || !filled[i] ||
		    !fact_line_has(kind, name))
			continue;
		buffer_add_string(list, list->len ? "," : "");
		buffer_add_string(list, name);
	}
}

/* The codebook's columns that any row has a value in; what numbers it first. */
static void
list_columns(struct buffer *list, enum fact_kind kind, struct query *query)
{
	size_t n = query_n_columns(query);
	bool *filled = memory_new(n, sizeof(*filled));

	while (query_step(query) == 1)
		for (size_t i = 0; i < n; i++)
			filled[i] = filled[i] || query_text(query, i).len;
	query_reset(query);
	add_columns(list, kind, query, filled, true);
	add_columns(list, kind, query, filled, false);
	free(filled);
}

/* One row, its values in a line, its proofs below it. */
static void
print_proved_row(const struct showing *showing, const struct schema_view *view,
		 enum fact_kind kind, const struct query *query)
{
	struct buffer line = {NULL, 0, 0};

	buffer_add_string(&line, "  ");
	fact_line_add(&line, kind, query, WHOLE_VALUES,
		      &showing->session->screen);
	screen_lines(stdout, &showing->session->screen, buffer_text(&line));
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
			print_view_heading(showing, view);
		}
		print_proved_row(showing, view, kind, query);
	}
}

/* A single column needs no head: the view's name is above it. */
static void
print_names(const struct showing *showing, struct query *query,
	    const char *column)
{
	while (!ferror(stdout) && query_step(query) == 1)
		screen_paragraphs(stdout, &showing->session->screen,
				  FACTS_INDENT, rows_text(query, column));
}

static void
print_table(const struct showing *showing, const struct schema_view *view,
	    enum fact_kind kind, struct query *query)
{
	struct session *session = showing->session;
	struct screen screen = session->screen;
	struct buffer columns = {NULL, 0, 0};
	struct printer *printer;

	screen.indent = FACTS_INDENT;

	list_columns(&columns, kind, query);
	if (columns.len) {
		putchar('\n');
		print_view_heading(showing, view);
	}
	if (columns.len && !strchr(columns.bytes, ',')) {
		print_names(showing, query, columns.bytes);
	} else if (columns.len) {
		printer = printer_new(rows_format(session, "table"), stdout,
				      &screen, PRINTER_ONE);
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
	print_heading(showing, text_of(label_of_table(showing->session->labels,
						      "dropped")));
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
	found = project_find(session, showing.schema.arena, &showing.project,
			     &showing.path);
	if (found && (session->options.section || session->options.marked))
		passages_show(session, &showing.schema, showing.project);
	else if (found)
		print_all(&showing);
	schema_release(&showing.schema);
}
