/*
 * The rows of data/sql/reports/refi-*.sql as sources, cases, notes and codings.
 * Each question is about the same projects, those that the filter chooses.
 */
#include <stdlib.h>

#include "casebook/ask/question.h"
#include "casebook/base/memory.h"
#include "casebook/output/redact.h"
#include "refi_maker.h"
#include "rows.h"

static struct query *
ask(struct refi_maker *maker, const char *name)
{
	const struct question question = {.name = name};

	return question_ask(&question, maker->session->options.filter,
			    maker->session->store,
			    &maker->session->diagnostics);
}

/* Each row of a question to a function of its own. Returns 0, or -1. */
static int
each_row(struct refi_maker *maker, const char *name,
	 void (*take)(struct refi_maker *maker, const struct query *query))
{
	struct query *query = ask(maker, name);
	int step = -1;

	while (query && !maker->astray && (step = query_step(query)) == 1)
		take(maker, query);
	query_free(query);
	if (!maker->astray)
		return step == 0 ? 0 : -1;
	diagnose(&maker->session->diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = maker->session->database},
		 "damaged; move it away and ingest again (rows of a source or "
		 "project that is not there)");
	return -1;
}

/* A text as it may be handed over. */
static struct text
clean(struct refi_maker *maker, struct text text)
{
	struct buffer room = {NULL, 0, 0};
	struct text kept = arena_text(
		maker->arena, redact(maker->session->redaction, text, &room));

	buffer_release(&room);
	return kept;
}

static struct text
keep(struct refi_maker *maker, const struct query *query, const char *column)
{
	return clean(maker, rows_text(query, column));
}

static size_t
find_user(struct refi_maker *maker, struct text given)
{
	struct refi_project *project = &maker->project;
	struct text name = clean(maker, given);

	for (size_t i = 0; i < project->n_users; i++)
		if (text_equal(maker->users[i], name))
			return i;
	maker->users = array_grow(maker->users, project->n_users,
				  &maker->users_room, sizeof(*maker->users));
	maker->users[project->n_users] = name;
	project->users = maker->users;
	return project->n_users++;
}

/* Rows come by source: the last ones are looked at first. */
static size_t
find_source(struct refi_maker *maker, const struct query *query,
	    const char *column)
{
	struct text name = keep(maker, query, column);

	for (size_t i = maker->project.n_sources; i-- > 0;)
		if (text_equal(maker->project.sources[i].name, name))
			return i;
	return REFI_NONE;
}

static size_t
find_case(struct refi_maker *maker, struct text name)
{
	for (size_t i = maker->project.n_cases; i-- > 0;)
		if (text_equal(maker->project.cases[i].name, name))
			return i;
	return REFI_NONE;
}

static void
take_source(struct refi_maker *maker, const struct query *query)
{
	struct refi_project *project = &maker->project;

	project->sources =
		array_grow(project->sources, project->n_sources,
			   &maker->sources_room, sizeof(*project->sources));
	project->sources[project->n_sources++] = (struct refi_source){
		.name = keep(maker, query, "source"),
		.title = keep(maker, query, "title"),
	};
}

/* With what is left out of it: the places of codings depend on that. */
static void
take_text(struct refi_maker *maker, size_t index, struct text text)
{
	struct refi_source *source = &maker->project.sources[index];
	struct replacement *found, *kept;
	size_t n;

	source->text = arena_text(maker->arena, text);
	n = redact_find(maker->session->redaction, source->text, &found);
	kept = arena_alloc(maker->arena, n + 1, sizeof(*kept));
	for (size_t i = 0; i < n; i++)
		kept[i] = found[i];
	free(found);
	source->replacements = kept;
	source->n_replacements = n;
}

/* The passages of a source, in order, are its text. */
static int
read_texts(struct refi_maker *maker)
{
	struct query *query = ask(maker, "refi-texts");
	struct buffer text = {NULL, 0, 0};
	size_t source = REFI_NONE;
	int step = -1;

	while (query && (step = query_step(query)) == 1) {
		size_t next = find_source(maker, query, "source");

		if (next != source && source != REFI_NONE)
			take_text(maker, source, buffer_text(&text));
		if (next != source)
			buffer_clear(&text);
		source = next;
		buffer_add(&text, rows_text(query, "text"));
	}
	if (source != REFI_NONE)
		take_text(maker, source, buffer_text(&text));
	buffer_release(&text);
	query_free(query);
	return step == 0 ? 0 : -1;
}

static struct refi_coding *
add_coding(struct refi_maker *maker, const struct query *query)
{
	struct refi_project *project = &maker->project;
	struct refi_coding coding = {
		.source = find_source(maker, query, "source"),
		.span = {rows_number(query, "offset"),
			 rows_number(query, "length")},
	};

	maker->astray |= coding.source == REFI_NONE;
	project->codings =
		array_grow(project->codings, project->n_codings,
			   &maker->codings_room, sizeof(*project->codings));
	project->codings[project->n_codings] = coding;
	return &project->codings[project->n_codings++];
}

static void
take_case(struct refi_maker *maker, const struct query *query)
{
	struct refi_project *project = &maker->project;
	size_t above = refi_code_below(maker, REFI_NONE, TEXT("case"));
	struct refi_case item = {
		.name = keep(maker, query, "project"),
		.title = keep(maker, query, "title"),
		.series = keep(maker, query, "series"),
		.source = find_source(maker, query, "source"),
	};
	struct refi_coding *coding;

	maker->astray |= item.source == REFI_NONE;
	item.code = refi_code_below(maker, above, item.name);
	project->codes[item.code].description = item.title;
	project->cases =
		array_grow(project->cases, project->n_cases, &maker->cases_room,
			   sizeof(*project->cases));
	project->cases[project->n_cases++] = item;
	if (rows_number(query, "length") == 0)
		return;
	coding = add_coding(maker, query);
	coding->code = item.code;
	coding->about = item.title;
}

static size_t
find_variable(struct refi_maker *maker, struct text name, bool number)
{
	struct refi_project *project = &maker->project;

	for (size_t i = 0; i < project->n_variables; i++)
		if (text_equal(project->variables[i].name, name))
			return i;
	project->variables =
		array_grow(project->variables, project->n_variables,
			   &maker->variables_room, sizeof(*project->variables));
	project->variables[project->n_variables] =
		(struct refi_variable){arena_text(maker->arena, name), number};
	return project->n_variables++;
}

/* What is said of one source or case comes in one run of rows. */
static void
add_value(struct refi_maker *maker, const struct refi_value **values, size_t *n,
	  struct refi_value value)
{
	struct refi_value *more =
		arena_alloc(maker->arena, *n + 1, sizeof(*more));

	for (size_t i = 0; i < *n; i++)
		more[i] = (*values)[i];
	more[(*n)++] = value;
	*values = more;
}

static void
take_value(struct refi_maker *maker, const struct query *query)
{
	struct refi_project *project = &maker->project;
	struct text owner = keep(maker, query, "owner");
	struct refi_value value = {.text = keep(maker, query, "value")};
	bool of_case;
	size_t at;

	if (value.text.len == 0)
		return;
	value.variable = find_variable(maker, rows_text(query, "variable"),
				       rows_number(query, "is_number") == 1);
	of_case = rows_number(query, "is_case") == 1;
	at = of_case ? find_case(maker, owner)
		     : find_source(maker, query, "owner");
	if (at == REFI_NONE) {
		maker->astray = true;
	} else if (of_case) {
		struct refi_case *item = &project->cases[at];

		add_value(maker, &item->values, &item->n_values, value);
	} else {
		struct refi_source *source = &project->sources[at];

		add_value(maker, &source->values, &source->n_values, value);
	}
}

/* Which fact a note or a coding is about. */
static struct text
subject_of(struct refi_maker *maker, const struct query *query)
{
	return arena_format(maker->arena, "%.*s %.*s",
			    TEXT_ARG(rows_text(query, "project")),
			    TEXT_ARG(rows_text(query, "ref")));
}

/* Two that differ in what is left out alone are told apart by number. */
static struct text
note_id(struct refi_maker *maker, const struct query *query)
{
	struct text id = keep(maker, query, "id");

	return maker->session->redaction
		       ? arena_format(maker->arena, "%.*s %zu", TEXT_ARG(id),
				      maker->project.n_notes)
		       : id;
}

static void
take_note(struct refi_maker *maker, const struct query *query)
{
	struct refi_project *project = &maker->project;
	struct refi_note note = {
		.id = note_id(maker, query),
		.subject = subject_of(maker, query),
		.name = keep(maker, query, "name"),
		.text = keep(maker, query, "words"),
		.at = keep(maker, query, "at"),
		.user = find_user(maker, rows_text(query, "by")),
		.source = find_source(maker, query, "source"),
	};

	project->notes =
		array_grow(project->notes, project->n_notes, &maker->notes_room,
			   sizeof(*project->notes));
	project->notes[project->n_notes++] = note;
}

static void
add_notes(struct refi_maker *maker, struct refi_coding *coding,
	  struct text subject)
{
	struct refi_project *project = &maker->project;
	size_t *notes = NULL;

	for (size_t i = 0; i < project->n_notes; i++) {
		if (!text_equal(project->notes[i].subject, subject))
			continue;
		if (!notes)
			notes = arena_alloc(maker->arena, project->n_notes,
					    sizeof(*notes));
		notes[coding->n_notes++] = i;
		project->notes[i].coded = true;
	}
	coding->notes = notes;
}

/* The code of a fact: its kind, value and part, as far as it has them. */
static size_t
code_of_fact(struct refi_maker *maker, const struct query *query)
{
	static const char *const parts[] = {"kind", "value", "part"};
	size_t code = REFI_NONE;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct text part = rows_text(query, parts[i]);

		if (part.len)
			code = refi_code_below(maker, code, clean(maker, part));
	}
	maker->project.codes[code].coded = true;
	return code;
}

static void
take_fact(struct refi_maker *maker, const struct query *query)
{
	struct text by = rows_text(query, "by");
	struct text about = rows_text(query, "about");
	struct refi_coding *coding = add_coding(maker, query);

	coding->code = code_of_fact(maker, query);
	coding->user = by.len ? find_user(maker, by) : 0;
	coding->about = arena_format(maker->arena, "%.*s%s%.*s",
				     TEXT_ARG(keep(maker, query, "project")),
				     about.len ? ": " : "",
				     TEXT_ARG(clean(maker, about)));
	add_notes(maker, coding, subject_of(maker, query));
}

int
refi_read_casebook(struct refi_maker *maker)
{
	if (each_row(maker, "refi-sources", take_source) == -1 ||
	    read_texts(maker) == -1 ||
	    each_row(maker, "refi-cases", take_case) == -1 ||
	    each_row(maker, "refi-values", take_value) == -1 ||
	    each_row(maker, "refi-notes", take_note) == -1)
		return -1;
	return each_row(maker, "refi-facts", take_fact);
}

void
refi_maker_init(struct refi_maker *maker, struct session *session)
{
	*maker = (struct refi_maker){.session = session, .arena = arena_new()};
	maker->project.origin = TEXT("casebook");
	find_user(maker, maker->project.origin);
}

void
refi_maker_release(struct refi_maker *maker)
{
	free(maker->users);
	free(maker->project.codes);
	free(maker->project.variables);
	free(maker->project.sources);
	free(maker->project.cases);
	free(maker->project.notes);
	free(maker->project.codings);
	arena_free(maker->arena);
}
