/*
 * Persons who are forgotten: reading the hashes of their forms, noting one
 * more, changing the corrections that name them, and wiping the file.
 */
#include "forgetting.h"

#include "casebook/store/writer.h"

#include "correct.h"
#include "identity.h"
#include "sql.h"
#include "writer_parts.h"

enum { SINCE_VERSION = 4 };

enum { FORM_HASH, FORM_LETTERS, FORM_HOW, FORM_PERSON };

/* Returns whether the row is one that this program writes. */
static bool
add_form(struct forgotten *forgotten, const struct query *query)
{
	struct text digits = query_text(query, FORM_HASH);
	int64_t letters = query_integer(query, FORM_LETTERS);
	int64_t person = query_integer(query, FORM_PERSON);
	struct forgotten_form form = {
		.how = forgotten_how_find(query_text(query, FORM_HOW))};

	if (digits.len != HASH_DIGITS || form.how == N_FORGOTTEN_HOWS ||
	    letters < 1 || letters > FORGOTTEN_LONGEST || person < 1 ||
	    (uint64_t)person > forgotten_n_persons(forgotten))
		return false;
	form.letters = (size_t)letters;
	form.person = (size_t)person - 1;
	for (size_t i = 0; i < HASH_DIGITS; i++)
		form.hash.digits[i] = digits.bytes[i];
	forgotten_add(forgotten, &form);
	return true;
}

static int
read_forms(struct store *store, struct forgotten *forgotten,
	   struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("forgotten-forms"), diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		if (!add_form(forgotten, query))
			break;
	query_free(query);
	if (step != 1)
		return step;
	diagnose(diagnostics, DIAGNOSTIC_DATABASE,
		 (struct place){.file = store->path},
		 "damaged; move it away and ingest again (forgotten_form)");
	return -1;
}

/* How many persons are forgotten; -1 after a message. */
static int64_t
count_persons(struct store *store, struct diagnostics *diagnostics)
{
	struct query *query =
		query_new(store, sql_text("forgotten-count"), diagnostics);
	int64_t n = -1;

	if (query && query_step(query) == 1)
		n = query_integer(query, 0);
	query_free(query);
	return n;
}

static int
read_all(struct store *store, struct forgotten *forgotten,
	 struct diagnostics *diagnostics)
{
	int64_t n = count_persons(store, diagnostics);

	if (n < 0)
		return -1;
	forgotten_has_persons(forgotten, (size_t)n);
	return read_forms(store, forgotten, diagnostics);
}

int
store_read_forgotten(struct store *store, struct forgotten **forgotten,
		     struct diagnostics *diagnostics)
{
	struct query *query;
	int64_t version = 0;
	int step = -1;

	*forgotten = NULL;
	if (identity_version(store, &version, diagnostics) < 0)
		return -1;
	if (version < SINCE_VERSION)
		return 0;
	query = query_new(store, sql_text("forgotten-key"), diagnostics);
	if (query)
		step = query_step(query);
	if (step == 1)
		*forgotten = forgotten_new(query_text(query, 0));
	query_free(query);
	if (step != 1)
		return step;
	if (read_all(store, *forgotten, diagnostics) == 0)
		return 0;
	forgotten_free(*forgotten);
	*forgotten = NULL;
	return -1;
}

int
writer_read_forgotten(struct writer *writer, struct forgotten **forgotten,
		      struct diagnostics *diagnostics)
{
	struct hash key;

	*forgotten = NULL;
	if (writer_begin_transaction(writer, diagnostics) < 0 ||
	    store_read_forgotten(&writer->store, forgotten, diagnostics) < 0)
		return -1;
	if (*forgotten)
		return 0;
	if (hash_draw(&key) < 0) {
		diagnose(diagnostics, DIAGNOSTIC_FILE_SYSTEM,
			 (struct place){.file = NULL},
			 "the system draws no lots, so there is no key");
		return -1;
	}
	*forgotten = forgotten_new(text_of(key.digits));
	return 0;
}

void
writer_know(struct writer *writer, const struct forgotten *forgotten)
{
	writer->n_forgotten = forgotten ? forgotten_n_persons(forgotten) : 0;
}

int
writer_read_corrections(struct writer *writer, struct corrections *corrections,
			struct diagnostics *diagnostics)
{
	if (writer_begin_transaction(writer, diagnostics) < 0)
		return -1;
	return corrections_read(corrections, &writer->store, diagnostics);
}

static int
drop_correction(struct statements *statements,
		const struct correction *correction,
		struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "drop-correction", diagnostics);

	if (!query)
		return -1;
	query_bind_text(query, ":project", correction->project);
	query_bind_text(query, ":fact",
			text_of(fact_kinds[correction->fact].view));
	query_bind_text(query, ":key", correction->key);
	query_bind_text(query, ":column", correction->column);
	return statement_run(query);
}

int
writer_recorrect(struct writer *writer, const struct correction *correction,
		 const struct correction *by, struct diagnostics *diagnostics)
{
	if (writer_begin_transaction(writer, diagnostics) < 0 ||
	    drop_correction(&writer->statements, correction, diagnostics) < 0)
		return -1;
	return by ? correct_write(&writer->statements, by, diagnostics) : 0;
}

int
writer_source_of(struct writer *writer, struct text project,
		 struct arena *arena, struct text *source,
		 struct diagnostics *diagnostics)
{
	struct query *query;
	int step = -1;

	*source = TEXT("");
	if (writer_begin_transaction(writer, diagnostics) < 0)
		return -1;
	query = statement_get(&writer->statements, "source-of-project",
			      diagnostics);
	if (query) {
		query_bind_text(query, ":project", project);
		step = query_step(query);
		if (step == 1)
			*source = arena_text(arena, query_text(query, 0));
		query_reset(query);
	}
	return step < 0 ? -1 : 0;
}

/* --- one person more ------------------------------------------------------ */

static int
put_key(struct statements *statements, const struct forgetting *forgetting,
	struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "put-forgotten-key", diagnostics);

	if (!query)
		return -1;
	query_bind_text(query, ":key", forgetting->key);
	return statement_run(query);
}

/* Gives the person the next number. */
static int
put_person(struct statements *statements, const struct forgetting *forgetting,
	   int64_t *person, struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "next-forgotten", diagnostics);

	if (!query || query_step(query) != 1)
		return -1;
	*person = query_integer(query, 0);
	query_reset(query);
	query = statement_get(statements, "put-forgotten", diagnostics);
	if (!query)
		return -1;
	query_bind_integer(query, ":person", *person);
	query_bind_text(query, ":because", forgetting->because);
	query_bind_text(query, ":by", forgetting->by);
	query_bind_text(query, ":at", forgetting->at);
	return statement_run(query);
}

static int
put_form(struct statements *statements, const struct forgotten_form *form,
	 int64_t person, struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "put-forgotten-form", diagnostics);

	if (!query)
		return -1;
	query_bind_text(query, ":hash", text_of(form->hash.digits));
	query_bind_integer(query, ":person", person);
	query_bind_integer(query, ":letters", (int64_t)form->letters);
	query_bind_text(query, ":how", text_of(forgotten_how_name(form->how)));
	return statement_run(query);
}

int
writer_forget(struct writer *writer, const struct forgetting *forgetting,
	      struct diagnostics *diagnostics)
{
	struct statements *statements = &writer->statements;
	int64_t person = 0;

	if (writer_begin_transaction(writer, diagnostics) < 0 ||
	    put_key(statements, forgetting, diagnostics) < 0 ||
	    put_person(statements, forgetting, &person, diagnostics) < 0)
		return -1;
	for (size_t i = 0; i < forgetting->n_forms; i++)
		if (forgetting->forms[i].letters > 0 &&
		    put_form(statements, &forgetting->forms[i], person,
			     diagnostics) < 0)
			return -1;
	return 0;
}

void
writer_scour(struct writer *writer)
{
	writer->scours = true;
}

/* --- what is left of them ------------------------------------------------- */

int
forgetting_read_blanked(struct statements *statements, struct report *report,
			struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "source-blanked", diagnostics);
	int step;

	if (!query)
		return -1;
	query_bind_text(query, ":source", report->name);
	step = query_step(query);
	report->blanked = step == 1 ? (size_t)query_integer(query, 0) : 0;
	query_reset(query);
	return step < 0 ? -1 : 0;
}

int
forgetting_check_known(struct statements *statements, size_t known,
		       struct diagnostics *diagnostics)
{
	struct query *query =
		statement_get(statements, "forgotten-count", diagnostics);
	int64_t n = 0;
	int step;

	if (!query)
		return -1;
	step = query_step(query);
	if (step == 1)
		n = query_integer(query, 0);
	query_reset(query);
	if (step == 1 && n <= (int64_t)known)
		return 0;
	if (step == 1)
		diagnose(diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = statements->store->path},
			 "a person was forgotten while reports were read; run "
			 "this again");
	return -1;
}

/* In memory there may be no room for a second casebook. */
int
forgetting_scour(struct store *store, struct diagnostics *diagnostics)
{
	sqlite3_limit(store->db, SQLITE_LIMIT_ATTACHED, 1);
	return database_run(store, "PRAGMA temp_store = FILE; VACUUM",
			    diagnostics);
}
