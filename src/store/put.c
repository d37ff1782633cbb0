/*
 * From a report's values to rows: one function a table, one for every kind of
 * fact. Offsets become lines here, and spans find their passage.
 */
#include "put.h"

#include <stdlib.h>

#include "casebook/store/correction.h"

#include "name.h"
#include "sound.h"

static const char *const fact_statements[N_FACT_KINDS] = {
#define X(kind, table, view) [FACT_##kind] = "put-" #table,
	FACT_KINDS(X)
#undef X
};

static const char *const parameters[N_FACT_COLUMNS] = {
#define X(kind, column, name, type, key, origin) ":" name,
	FACT_COLUMNS(X)
#undef X
};

struct put {
	struct statements *statements;
	const struct report *report;
	struct diagnostics *diagnostics;
	struct arena *arena; /* for folded names */
	struct lines lines;
	int64_t *passages; /* the id of each that is stored */
};

static struct query *
statement(struct put *put, const char *name)
{
	return statement_get(put->statements, name, put->diagnostics);
}

static void
bind_size(struct query *query, const char *name, size_t size)
{
	query_bind_integer(query, name, (int64_t)size);
}

static void
bind_span(struct query *query, struct span span)
{
	bind_size(query, ":offset", span.offset);
	bind_size(query, ":length", span.len);
}

static int
put_source(struct put *put)
{
	const struct report *report = put->report;
	struct query *query = statement(put, "put-source");

	if (!query)
		return -1;
	query_bind_text(query, ":source", report->name);
	query_bind_text(query, ":path", report->path);
	query_bind_integer(query, ":size", report->stamp.size);
	query_bind_integer(query, ":modified", report->stamp.modified);
	query_bind_integer(query, ":inode", report->stamp.inode);
	query_bind_text(query, ":sha256", text_of(report->sha256.digits));
	query_bind_text(query, ":rules", text_of(report->rules.digits));
	bind_size(query, ":bytes", report->text.len);
	statement_bind_filled(query, ":media_type", report->media_type);
	statement_bind_filled(query, ":converter", report->converter);
	statement_bind_filled(query, ":converter_version",
			      report->converter_version);
	statement_bind_filled(query, ":layout", report->layout);
	statement_bind_filled(query, ":title", report->title);
	statement_bind_filled(query, ":publisher", report->publisher);
	statement_bind_filled(query, ":published", report->published);
	return statement_run(query);
}

static int
put_mark(struct put *put, size_t i)
{
	const struct mark *mark = &put->report->marks[i];
	struct query *query = statement(put, "put-mark");

	if (!query)
		return -1;
	query_bind_text(query, ":source", put->report->name);
	bind_size(query, ":ordinal", i + 1);
	query_bind_text(query, ":kind", text_of(mark_kind_name(mark->kind)));
	statement_bind_filled(query, ":value", mark->value);
	bind_span(query, mark->span);
	return statement_run(query);
}

static int
put_project(struct put *put, size_t i)
{
	const struct project *project = &put->report->projects[i];
	struct query *query = statement(put, "new-project");

	if (!query)
		return -1;
	query_bind_text(query, ":project", project->key);
	query_bind_text(query, ":source", put->report->name);
	bind_size(query, ":ordinal", i + 1);
	statement_bind_filled(query, ":series", project->series);
	bind_size(query, ":line", project->line);
	if (statement_run(query) < 0)
		return -1;
	if (sqlite3_changes(query->store->db) > 0)
		return 0;
	put_key_twice(put->report, i, put->diagnostics);
	return -1;
}

static int
put_passage(struct put *put, size_t i)
{
	const struct report *report = put->report;
	const struct passage *passage = &report->passages[i];
	struct query *query = statement(put, "put-passage");

	if (!query)
		return -1;
	query_bind_text(query, ":source", report->name);
	bind_size(query, ":ordinal", i + 1);
	if (passage->project != NO_PROJECT)
		query_bind_text(query, ":project",
				report->projects[passage->project].key);
	query_bind_text(query, ":section", passage->section);
	statement_bind_filled(query, ":heading", passage->heading);
	query_bind_text(query, ":component", passage->component);
	query_bind_text(query, ":text", text_at(report->text, passage->span));
	bind_size(query, ":line", passage->line);
	if (passage->page > 0)
		bind_size(query, ":page", passage->page);
	bind_span(query, passage->span);
	bind_size(query, ":body_offset", passage->body.offset);
	bind_size(query, ":body_length", passage->body.len);
	if (statement_run(query) < 0)
		return -1;
	put->passages[i] = sqlite3_last_insert_rowid(query->store->db);
	return 0;
}

static int
put_diagnostic(struct put *put, size_t i)
{
	const struct diagnostic *diagnostic =
		&put->report->diagnostics.items[i];
	enum severity severity = diagnostic_severity(diagnostic->code);
	struct query *query = statement(put, "put-diagnostic");

	if (!query)
		return -1;
	query_bind_text(query, ":source", put->report->name);
	bind_size(query, ":ordinal", i + 1);
	bind_size(query, ":offset", diagnostic->where.offset);
	query_bind_text(query, ":code",
			text_of(diagnostic_name(diagnostic->code)));
	if (diagnostic->where.line > 0)
		bind_size(query, ":line", diagnostic->where.line);
	query_bind_text(query, ":severity", text_of(severity_name(severity)));
	query_bind_text(query, ":message", diagnostic->message);
	return statement_run(query);
}

static int
put_alias(struct put *put, size_t i)
{
	const struct alias *alias = &put->report->aliases[i];
	struct query *query = statement(put, "put-alias");

	if (!query)
		return -1;
	query_bind_text(query, ":source", put->report->name);
	query_bind_text(query, ":alias", alias->alias);
	query_bind_text(query, ":folded",
			name_folded(put->arena, alias->alias));
	query_bind_text(query, ":organisation",
			name_folded(put->arena, alias->organisation));
	return statement_run(query);
}

static void
bind_values(struct put *put, struct query *query, const struct fact *fact)
{
	const struct fact_kind_info *kind = &fact_kinds[fact->kind];
	const char *const *names =
		parameters + (kind->columns - fact_kinds[0].columns);

	for (size_t i = 0; i < kind->n_columns; i++) {
		struct text value = fact->values[i].text;

		if (kind->columns[i].key)
			query_bind_text(query, names[i], value);
		else
			statement_bind_filled(query, names[i], value);
	}
	if (fact->kind == FACT_INVOLVEMENT)
		query_bind_text(
			query, ":folded",
			name_folded(
				put->arena,
				fact->values[INVOLVEMENT_ORGANISATION].text));
}

/* 1: stored; 0: a row of this key was there; -1: failed. */
static int
put_row(struct put *put, const struct fact *fact, struct text key)
{
	struct query *query = statement(put, fact_statements[fact->kind]);
	struct text project = put->report->projects[fact->project].key;

	if (!query)
		return -1;
	query_bind_text(query, ":project", project);
	if (fact->kind != FACT_PROJECT)
		query_bind_text(query, ":key", key);
	bind_values(put, query, fact);
	if (fact->span.len > 0)
		bind_span(query, fact->span);
	if (fact->span.len > 0 && fact->kind != FACT_PROJECT)
		bind_size(query, ":line",
			  lines_find(&put->lines, fact->span.offset));
	if (fact->rule)
		query_bind_text(query, ":rule", text_of(fact->rule));
	if (statement_run(query) < 0)
		return -1;
	return sqlite3_changes(query->store->db) > 0;
}

int
put_added(struct statements *statements, enum fact_kind fact,
	  struct text project, struct text key, struct diagnostics *diagnostics)
{
	struct project owner = {.key = project};
	struct report report = {.projects = &owner};
	struct put put = {.statements = statements,
			  .report = &report,
			  .diagnostics = diagnostics,
			  .arena = arena_new()};
	struct fact row = {.kind = fact, .rule = "correction"};
	struct text values[FACT_MOST_COLUMNS] = {{NULL, 0}};
	int result = 0;

	if (fact != FACT_PROJECT &&
	    correction_key_values(put.arena, fact, key, values)) {
		for (size_t i = 0; i < FACT_MOST_COLUMNS; i++)
			row.values[i].text = values[i];
		result = put_row(&put, &row, key);
	}
	arena_free(put.arena);
	return result < 0 ? -1 : 0;
}

static int
put_proof(struct put *put, const struct fact *fact, struct text key, size_t i)
{
	const struct fact_kind_info *kind = &fact_kinds[fact->kind];
	const struct value *value = &fact->values[i];
	struct query *query = statement(put, "put-proof");
	struct text project = put->report->projects[fact->project].key;

	if (!query)
		return -1;
	query_bind_text(query, ":project", project);
	query_bind_text(query, ":fact", text_of(kind->view));
	query_bind_text(query, ":key", key);
	query_bind_text(query, ":column", text_of(kind->columns[i].name));
	bind_span(query, value->evidence);
	query_bind_text(query, ":origin", text_of(origin_name(value->origin)));
	bind_size(query, ":passage",
		  sound_passage(put->report, value->evidence) + 1);
	bind_size(query, ":line",
		  lines_find(&put->lines, value->evidence.offset));
	return statement_run(query);
}

static int
put_fact(struct put *put, size_t number)
{
	const struct fact *fact = &put->report->facts[number];
	struct buffer key = {NULL, 0, 0};
	int result;

	name_key(&key, fact);
	result = put_row(put, fact, buffer_text(&key));
	for (size_t i = 0; result == 1 && i < fact_kinds[fact->kind].n_columns;
	     i++)
		if (fact->values[i].evidence.len > 0 &&
		    put_proof(put, fact, buffer_text(&key), i) < 0)
			result = -1;
	buffer_release(&key);
	return result < 0 ? -1 : 0;
}

static int
put_each(struct put *put, size_t n, int (*put_one)(struct put *, size_t))
{
	for (size_t i = 0; i < n; i++)
		if (put_one(put, i) < 0)
			return -1;
	return 0;
}

int
put_report(struct statements *statements, const struct report *report,
	   int64_t *passages, struct diagnostics *diagnostics)
{
	struct put put = {.statements = statements,
			  .report = report,
			  .diagnostics = diagnostics,
			  .arena = arena_new(),
			  .passages = passages};
	int result = -1;

	lines_init(&put.lines, report->text);
	if (put_source(&put) == 0 &&
	    put_each(&put, report->n_marks, put_mark) == 0 &&
	    put_each(&put, report->n_projects, put_project) == 0 &&
	    put_each(&put, report->n_passages, put_passage) == 0 &&
	    put_each(&put, report->n_facts, put_fact) == 0 &&
	    put_each(&put, report->n_aliases, put_alias) == 0 &&
	    put_each(&put, report->diagnostics.n_items, put_diagnostic) == 0)
		result = 0;
	lines_release(&put.lines);
	arena_free(put.arena);
	return result;
}

void
put_key_held(const struct report *report, size_t i, struct text holder,
	     struct diagnostics *diagnostics)
{
	const struct project *project = &report->projects[i];
	char *path = memory_string(report->path);

	put_key_taken((struct place){.file = path, .line = project->line},
		      project->key, report->name, holder, diagnostics);
	free(path);
}

int
put_check_keys(struct statements *statements, const struct report *report,
	       struct diagnostics *diagnostics)
{
	for (size_t i = 0; i < report->n_projects; i++) {
		struct query *query =
			statement_get(statements, "holder", diagnostics);
		int step;

		if (!query)
			return -1;
		query_bind_text(query, ":project", report->projects[i].key);
		query_bind_text(query, ":source", report->name);
		step = query_step(query);
		if (step == 1)
			put_key_held(report, i, query_text(query, 0),
				     diagnostics);
		query_reset(query);
		if (step != 0)
			return -1;
	}
	return 0;
}

void
put_key_twice(const struct report *report, size_t i,
	      struct diagnostics *diagnostics)
{
	const struct project *project = &report->projects[i];
	char *path = memory_string(report->path);

	diagnose(diagnostics, DIAGNOSTIC_KEY_TAKEN,
		 (struct place){.file = path, .line = project->line},
		 "project key %s comes twice in source %s; the report was "
		 "left out",
		 diagnostic_quote(diagnostics, project->key),
		 diagnostic_quote(diagnostics, report->name));
	free(path);
}

void
put_key_taken(struct place where, struct text key, struct text source,
	      struct text holder, struct diagnostics *diagnostics)
{
	diagnose(diagnostics, DIAGNOSTIC_KEY_TAKEN, where,
		 "project key %s of source %s is held by source %s; remove "
		 "that one first; the report was left out",
		 diagnostic_quote(diagnostics, key),
		 diagnostic_quote(diagnostics, source),
		 diagnostic_quote(diagnostics, holder));
}
