/*
 * From a report's values to rows: one function a table, but for the facts
 * (put_facts.c). Many rows of a kind are given to one statement (given.h).
 */
#include "put.h"

#include <stdlib.h>

#include "given.h"
#include "name.h"
#include "put_facts.h"
#include "text_hash.h"

/* Of the table of given passages: see given.c. */
enum {
	PASSAGE_ID,
	PASSAGE_SOURCE,
	PASSAGE_ORDINAL,
	PASSAGE_PROJECT,
	PASSAGE_SECTION,
	PASSAGE_HEADING,
	PASSAGE_COMPONENT,
	PASSAGE_TEXT,
	PASSAGE_LINE,
	PASSAGE_PAGE,
	PASSAGE_OFFSET,
	PASSAGE_LENGTH,
	PASSAGE_BODY_OFFSET,
	PASSAGE_BODY_LENGTH,
};

struct put {
	struct statements *statements;
	const struct report *report;
	struct diagnostics *diagnostics;
	struct arena *arena;   /* for folded names */
	int64_t first_passage; /* its id */
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
put_blanked(struct put *put)
{
	struct query *query;

	if (put->report->blanked == 0)
		return 0;
	query = statement(put, "put-blanked");
	if (!query)
		return -1;
	query_bind_text(query, ":source", put->report->name);
	bind_size(query, ":places", put->report->blanked);
	return statement_run(query);
}

static int
put_mark_row(struct put *put, size_t i, const char *kind, struct text value,
	     struct span span)
{
	struct query *query = statement(put, "put-mark");

	if (!query)
		return -1;
	query_bind_text(query, ":source", put->report->name);
	bind_size(query, ":ordinal", i + 1);
	query_bind_text(query, ":kind", text_of(kind));
	statement_bind_filled(query, ":value", value);
	bind_span(query, span);
	return statement_run(query);
}

static int
put_mark(struct put *put, size_t i)
{
	const struct mark *mark = &put->report->marks[i];

	return put_mark_row(put, i, mark_kind_name(mark->kind), mark->value,
			    mark->span);
}

/* Text that is what the file holds needs none (text_hash.h). */
static int
put_text_hash(struct put *put)
{
	const struct report *report = put->report;
	struct text hash = text_of(report->text_sha256.digits);

	if (hash.len == 0)
		return 0;
	return put_mark_row(put, report->n_marks, TEXT_HASH_KIND, hash,
			    (struct span){0, report->text.len});
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

struct passages {
	const struct report *report;
	int64_t first; /* its id; the others follow */
};

static void
tell_passage(const void *context, size_t i, int column,
	     struct given_value *value)
{
	const struct passages *passages = context;
	const struct report *report = passages->report;
	const struct passage *passage = &report->passages[i];

	switch (column) {
	case PASSAGE_ID:
		given_size(value, (size_t)passages->first + i);
		break;
	case PASSAGE_SOURCE:
		given_text(value, report->name);
		break;
	case PASSAGE_ORDINAL:
		given_size(value, i + 1);
		break;
	case PASSAGE_PROJECT:
		if (passage->project != NO_PROJECT)
			given_text(value,
				   report->projects[passage->project].key);
		break;
	case PASSAGE_SECTION:
		given_text(value, passage->section);
		break;
	case PASSAGE_HEADING:
		given_filled(value, passage->heading);
		break;
	case PASSAGE_COMPONENT:
		given_text(value, passage->component);
		break;
	case PASSAGE_TEXT:
		given_text(value, text_at(report->text, passage->span));
		break;
	case PASSAGE_LINE:
		given_size(value, passage->line);
		break;
	case PASSAGE_PAGE:
		if (passage->page > 0)
			given_size(value, passage->page);
		break;
	case PASSAGE_OFFSET:
		given_size(value, passage->span.offset);
		break;
	case PASSAGE_LENGTH:
		given_size(value, passage->span.len);
		break;
	case PASSAGE_BODY_OFFSET:
		given_size(value, passage->body.offset);
		break;
	case PASSAGE_BODY_LENGTH:
		given_size(value, passage->body.len);
		break;
	default:
		break;
	}
}

static int
put_passages(struct put *put)
{
	const struct passages passages = {put->report, put->first_passage};
	const struct given given = {.n_rows = put->report->n_passages,
				    .tell = tell_passage,
				    .context = &passages};

	return given_run(put->statements, "put-passage", &given,
			 put->diagnostics);
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

static int
put_each(struct put *put, size_t n, int (*put_one)(struct put *, size_t))
{
	for (size_t i = 0; i < n; i++)
		if (put_one(put, i) < 0)
			return -1;
	return 0;
}

int
put_next_passage(struct statements *statements, int64_t *id,
		 struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "next-passage", diagnostics);
	int step = query ? query_step(query) : -1;

	if (step == 1)
		*id = query_integer(query, 0);
	if (query)
		query_reset(query);
	return step == 1 ? 0 : -1;
}

int
put_report(struct statements *statements, const struct report *report,
	   int64_t first_passage, struct diagnostics *diagnostics)
{
	struct put put = {.statements = statements,
			  .report = report,
			  .diagnostics = diagnostics,
			  .arena = arena_new(),
			  .first_passage = first_passage};
	struct lines lines;
	int result = -1;

	lines_init(&lines, report->text);
	if (put_source(&put) == 0 && put_blanked(&put) == 0 &&
	    put_each(&put, report->n_marks, put_mark) == 0 &&
	    put_text_hash(&put) == 0 &&
	    put_each(&put, report->n_projects, put_project) == 0 &&
	    put_passages(&put) == 0 &&
	    put_facts(statements, report, &lines, diagnostics) == 0 &&
	    put_each(&put, report->n_aliases, put_alias) == 0 &&
	    put_each(&put, report->diagnostics.n_items, put_diagnostic) == 0)
		result = 0;
	lines_release(&lines);
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
