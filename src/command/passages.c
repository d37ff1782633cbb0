/* Choosing the passages of a project by a name, and printing them. */
#include "passages.h"

#include <stdio.h>
#include <stdlib.h>

#include "casebook/ask/view.h"
#include "casebook/base/escape.h"
#include "casebook/text/fold.h"
#include "marking.h"
#include "rows.h"

struct stored_passage {
	struct text section, heading, component, text;
	size_t offset; /* bytes of the source's text */
	bool chosen;
};

struct reader {
	struct session *session;
	const struct schema *schema;
	struct text project;
	struct arena *arena;
	struct stored_passage *passages; /* in order */
	size_t n_passages, capacity;
};

struct text
passage_body(struct text text, struct text heading)
{
	text = text_trim(text);
	if (heading.len && text_find(text, heading, 0) == 0)
		text = text_sub(text, heading.len, text.len - heading.len);
	return text_trim(text);
}

static struct query *
rows_of(const struct reader *reader, const char *view)
{
	return view_rows_of_project(schema_find(reader->schema, text_of(view)),
				    reader->project, reader->session->store,
				    &reader->session->diagnostics);
}

static int
read_passages(struct reader *reader)
{
	struct query *query = rows_of(reader, "passages");
	struct arena *arena = reader->arena;
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		reader->passages = array_grow(
			reader->passages, reader->n_passages, &reader->capacity,
			sizeof(*reader->passages));
		reader->passages[reader->n_passages++] =
			(struct stored_passage){
				.section = arena_text(
					arena, rows_text(query, "section")),
				.heading = arena_text(
					arena, rows_text(query, "heading")),
				.component = arena_text(
					arena, rows_text(query, "component")),
				.text = arena_text(arena,
						   rows_text(query, "text")),
				.offset = rows_number(query, "offset"),
			};
	}
	query_free(query);
	return step;
}

/* --- which passages --------------------------------------------------------*/

static bool
is_called(struct arena *arena, struct text name, struct text asked, bool whole)
{
	struct text words = fold_words(arena, name);

	return whole ? text_equal(words, asked)
		     : text_find(words, asked, 0) < words.len;
}

/* Chooses by a whole name, or by a part of one; returns how many. */
static size_t
choose(struct reader *reader, struct text asked, bool whole)
{
	size_t n = 0;

	for (size_t i = 0; i < reader->n_passages && asked.len; i++) {
		struct stored_passage *passage = &reader->passages[i];

		passage->chosen = is_called(reader->arena, passage->section,
					    asked, whole) ||
				  is_called(reader->arena, passage->heading,
					    asked, whole) ||
				  is_called(reader->arena, passage->component,
					    asked, whole);
		n += passage->chosen;
	}
	return n;
}

static size_t
add_name(struct text *names, size_t n, struct text name)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(names[i], name))
			return n;
	if (name.len)
		names[n++] = name;
	return n;
}

/* The sections and components that the project has, for one that it has not. */
static void
report_unknown(struct reader *reader)
{
	struct diagnostics *diagnostics = &reader->session->diagnostics;
	struct text asked = text_of(reader->session->options.section);
	struct text *names =
		memory_new(2 * reader->n_passages + 1, sizeof(*names));
	const char *advice;
	size_t n = 0;

	for (size_t i = 0; i < reader->n_passages; i++)
		n = add_name(names, n, reader->passages[i].section);
	for (size_t i = 0; i < reader->n_passages; i++)
		n = add_name(names, n, reader->passages[i].component);
	advice = suggestion(diagnostics->arena, asked, names, n);
	diagnose(diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL}, "no section %s in %s%s",
		 diagnostic_quote(diagnostics, asked),
		 diagnostic_quote(diagnostics, reader->project),
		 *advice ? advice : "; casebook show prints all that it has");
	free(names);
}

static int
choose_passages(struct reader *reader)
{
	const char *section = reader->session->options.section;
	struct text asked;

	for (size_t i = 0; i < reader->n_passages; i++)
		reader->passages[i].chosen = true;
	if (!section)
		return 0;
	asked = fold_words(reader->arena, text_of(section));
	if (choose(reader, asked, true) > 0 || choose(reader, asked, false) > 0)
		return 0;
	report_unknown(reader);
	return -1;
}

/* --- for reading -----------------------------------------------------------*/

static void
print_heading(const struct reader *reader, struct text heading)
{
	bool bold = reader->session->screen.bold;
	struct buffer line = {NULL, 0, 0};

	buffer_add_string(&line, bold ? "\033[1m" : "");
	screen_add(&line, &reader->session->screen, heading);
	buffer_add_string(&line, bold ? "\033[0m\n" : "\n");
	fwrite(line.bytes, 1, line.len, stdout);
	buffer_release(&line);
}

static void
print_stretch(const struct reader *reader, struct marking *marking,
	      const struct stored_passage *passage, struct text stretch,
	      size_t indent)
{
	const struct screen_mark *marks = NULL;
	size_t at = (size_t)(stretch.bytes - passage->text.bytes);
	size_t n = 0;

	if (marking)
		n = marking_find(marking, stretch, passage->offset + at,
				 &marks);
	screen_marked(stdout, &reader->session->screen, indent, stretch, marks,
		      n);
}

/* marking: NULL for plain text. */
static void
print_passage(const struct reader *reader, struct marking *marking,
	      const struct stored_passage *passage)
{
	struct text text = text_trim(passage->text);
	struct text body = passage_body(passage->text, passage->heading);
	struct text heading =
		text_trim(text_sub(text, 0, (size_t)(body.bytes - text.bytes)));

	if (!body.len)
		heading = text;
	if (!passage->heading.len)
		print_heading(reader, passage->section);
	else if (marking)
		print_stretch(reader, marking, passage, heading, 0);
	else
		print_heading(reader, passage->heading);
	if (body.len)
		print_stretch(reader, marking, passage, body, 2);
}

static void
print_all(const struct reader *reader, struct marking *marking)
{
	bool first = true;

	for (size_t i = 0; i < reader->n_passages && !ferror(stdout); i++) {
		if (!reader->passages[i].chosen)
			continue;
		fputs(first ? "" : "\n", stdout);
		first = false;
		print_passage(reader, marking, &reader->passages[i]);
	}
}

static void
print_marked(const struct reader *reader)
{
	struct marking marking;
	struct proofs proofs;

	if (proofs_read(&proofs, reader->schema, reader->project, TEXT(""),
			reader->session) == 0) {
		marking_init(&marking, &proofs);
		print_all(reader, &marking);
		if (marking.n_rows) {
			putchar('\n');
			print_heading(reader, TEXT("facts"));
			marking_print_legend(&marking, reader->schema,
					     reader->project, reader->session);
		}
		marking_release(&marking);
	}
	proofs_release(&proofs);
}

/* --- as data ---------------------------------------------------------------*/

static bool
is_chosen(const struct reader *reader, size_t offset)
{
	for (size_t i = 0; i < reader->n_passages; i++) {
		const struct stored_passage *passage = &reader->passages[i];

		if (passage->chosen && offset >= passage->offset &&
		    offset - passage->offset < passage->text.len)
			return true;
	}
	return false;
}

/* The rows of a view that stand in the passages chosen. */
static void
print_rows(const struct reader *reader, const char *view,
	   struct printer *printer)
{
	struct query *query = rows_of(reader, view);
	const char **names;
	size_t n;

	if (!query)
		return;
	n = query_n_columns(query);
	names = memory_new(n, sizeof(*names));
	for (size_t i = 0; i < n; i++)
		names[i] = query_column(query, i);
	printer_begin(printer, view, names, n);
	while (!printer_failed(printer) && query_step(query) == 1)
		if (is_chosen(reader, rows_number(query, "offset")))
			rows_print_row(printer, query);
	printer_end(printer);
	query_free(query);
	free(names);
}

/* In a flat format there is room for one table. */
static void
print_data(const struct reader *reader, const struct format *format)
{
	bool one = format_is_flat(format);
	bool marked = reader->session->options.marked;
	struct printer *printer =
		printer_new(format, stdout, &reader->session->screen,
			    one ? PRINTER_ONE : PRINTER_MANY);

	if (!one || !marked)
		print_rows(reader, "passages", printer);
	if (marked)
		print_rows(reader, "evidence", printer);
	printer_free(printer);
}

void
passages_show(struct session *session, const struct schema *schema,
	      struct text project)
{
	const struct format *format = rows_format(session, "table");
	struct reader reader = {
		.session = session,
		.schema = schema,
		.project = project,
		.arena = arena_new(),
	};

	if (read_passages(&reader) == 0 && choose_passages(&reader) == 0) {
		if (!format_is_for_reading(format))
			print_data(&reader, format);
		else if (session->options.marked)
			print_marked(&reader);
		else
			print_all(&reader, NULL);
	}
	free(reader.passages);
	arena_free(reader.arena);
}
