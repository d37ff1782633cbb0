/*
 * `casebook forget WHO`: takes a person out of the casebook for good. First,
 * with the casebook open for reading, is found out who is meant and in which
 * forms (forget_person.c); then, in one transaction, the hashes of these are
 * kept, the texts blanked and read anew, and the corrections that name the
 * person blanked or dropped. At the end the file is written anew, so that no
 * page of it holds what was blanked.
 */
#include "forget.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "casebook/store/query.h"
#include "casebook/text/fold.h"
#include "correct.h"
#include "forget_person.h"
#include "forgetting.h"
#include "interrupt.h"
#include "rebuild.h"
#include "rows.h"

/* --- what is asked -------------------------------------------------------- */

static int
usage(struct forget *forget, const char *what)
{
	diagnose(forget->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "%s; casebook forget --help shows how", what);
	return -1;
}

static int
read_reason(struct forget *forget)
{
	struct desk desk = {.session = forget->session,
			    .diagnostics = forget->diagnostics,
			    .arena = forget->arena};
	const char *because = forget->session->options.because;

	if (!because)
		return usage(forget, "say why: --because \"…\"");
	forget->because = text_trim(text_of(because));
	if (forget->because.len == 0)
		return usage(forget,
			     "an empty reason; say why: --because \"…\"");
	forget->by = text_trim(correct_user(&desk));
	if (forget->by.len == 0)
		return usage(forget, "an empty name behind --by");
	forget->at = correct_now(&desk);
	if (correct_check_text(&desk, "reason", forget->because) == -1)
		return -1;
	return correct_check_text(&desk, "name", forget->by);
}

/* --- what there is of the person ------------------------------------------ */

static struct forgotten_form
hash_form(const struct forgotten *forgotten, const struct form *form)
{
	return forgotten_form(forgotten, form->letters, form->how, 0);
}

/* A set of this person's forms alone. NULL after a message. */
static struct forgotten *
hash_forms(struct forget *forget)
{
	const struct forms *forms = &forget->person.forms;
	struct forgotten *alone = forgotten_new(TEXT("of this run"));

	for (size_t i = 0; i < forms->n; i++) {
		struct forgotten_form form = hash_form(alone, &forms->items[i]);

		forgotten_add(alone, &form);
	}
	return alone;
}

/* A source that is called by the name cannot be blanked. */
static void
check_source(struct forget *forget, const struct stored_source *source)
{
	struct diagnostics *diagnostics = forget->diagnostics;
	char *path;

	if (!forgetting_tells(forget->alone, source->name) &&
	    !forgetting_tells(forget->alone, source->path))
		return;
	path = memory_string(source->path);
	diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED,
		 (struct place){.file = path},
		 "this source is named after who is to be forgotten; rename "
		 "the file, then `casebook remove %.*s` and ingest it again",
		 TEXT_ARG(source->name));
	free(path);
	forget->n_named++;
}

/* Counts what one source holds. */
static int
count_source(struct forget *forget, struct text name)
{
	struct report report = {.arena = arena_new()};
	struct span *spans = NULL;
	bool *told;
	size_t n = 0;
	int result = store_read_source(forget->store, name, &report,
				       forget->diagnostics);

	if (result == 0) {
		told = forgotten_told(forget->alone, report.text);
		n = forgotten_find(forget->alone, report.text, told, &spans);
		free(told);
	}
	free(spans);
	if (n > 0)
		names_add(&forget->paths, forget->arena, report.path);
	forget->n_places += n;
	arena_free(report.arena);
	return result;
}

static int
count_rows(struct forget *forget, struct text name)
{
	struct query *query = query_new(forget->store, sql_text("forget-rows"),
					forget->diagnostics);
	int step = -1;

	if (query)
		query_bind_text(query, ":name", name);
	if (query && (step = query_step(query)) == 1)
		forget->n_rows += (size_t)query_integer(query, 0);
	query_free(query);
	return step == 1 ? 0 : -1;
}

static int
count_corrections(struct forget *forget)
{
	struct corrections corrections;
	int result;

	corrections_init(&corrections);
	result = corrections_read(&corrections, forget->store,
				  forget->diagnostics);
	for (size_t i = 0; i < corrections.n_items; i++) {
		struct correction blanked = corrections.items[i];

		forget->n_corrections += forget_blank_correction(
			forget->alone, &blanked, forget->arena);
	}
	corrections_release(&corrections);
	return result;
}

static int
count_all(struct forget *forget)
{
	const struct names *own = &forget->person.own;
	struct stored_sources sources;
	int result = store_read_sources(&sources, forget->store,
					forget->diagnostics);

	for (size_t i = 0; result == 0 && i < sources.n_items; i++) {
		check_source(forget, &sources.items[i]);
		result = count_source(forget, sources.items[i].name);
	}
	stored_sources_release(&sources);
	for (size_t i = 0; result == 0 && i < own->n; i++)
		result = count_rows(forget, own->items[i]);
	return result == 0 ? count_corrections(forget) : -1;
}

/* Whether who is asked for is forgotten already. */
static int
look_for_forgotten(struct forget *forget)
{
	struct forgotten *there;
	const struct forget_person *person = &forget->person;
	struct text letters;
	struct forgotten_form form;

	if (store_read_forgotten(forget->store, &there, forget->diagnostics) ==
	    -1)
		return -1;
	if (!there)
		return 0;
	letters = person->own.n > 0 ? forget_person_letters(person, person->who)
				    : fold_letters(forget->arena, person->who);
	form = forgotten_form(there, letters, FORGOTTEN_ANY, 0);
	forget->again = forgotten_has(there, &form);
	forgotten_free(there);
	return 0;
}

/* The reason must not keep what is to be forgotten. */
static int
check_reason(struct forget *forget)
{
	if (forgetting_is_written(forget->alone, forget->because) ||
	    forgetting_is_written(forget->alone, forget->by))
		return usage(forget, "the reason and --by are kept, and name "
				     "who is to be forgotten; say it in other "
				     "words");
	return 0;
}

/* --- messages ------------------------------------------------------------- */

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static void
tell_counts(struct forget *forget, bool done)
{
	const struct forget_person *person = &forget->person;

	diagnose(
		forget->diagnostics, DIAGNOSTIC_PROGRESS,
		(struct place){.file = NULL},
		"%s%zu place%s in %zu source%s blanked, %zu row%s of advisers "
		"taken out, %zu correction%s blanked or dropped; %zu form%s "
		"of the name kept as keyed hashes",
		done ? "forgotten: " : "would be forgotten: ", forget->n_places,
		plural(forget->n_places), forget->paths.n,
		plural(forget->paths.n), forget->n_rows, plural(forget->n_rows),
		forget->n_corrections, plural(forget->n_corrections),
		person->forms.n, plural(person->forms.n));
	if (person->shared.len > 0)
		diagnose(forget->diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL},
			 "the family name alone stays, for %s has it too",
			 diagnostic_quote(forget->diagnostics, person->shared));
}

/* The reports themselves are the reader's. */
static void
tell_files(struct forget *forget)
{
	for (size_t i = 0; i < forget->paths.n; i++) {
		char *path = memory_string(forget->paths.items[i]);

		diagnose(forget->diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = path},
			 "the file itself still has the name");
		free(path);
	}
}

/* What somebody reads meanwhile cannot be put away. */
static void
check_log(struct forget *forget)
{
	struct stat status;
	struct buffer path = {NULL, 0, 0};

	buffer_format(&path, "%s-wal", forget->session->database);
	if (stat(path.bytes, &status) == 0 && status.st_size > 0)
		diagnose(forget->diagnostics, DIAGNOSTIC_DATABASE,
			 (struct place){.file = path.bytes},
			 "another program reads the casebook, so that the name "
			 "may still stand here; close it, then run this again");
	buffer_release(&path);
}

/* --- the run -------------------------------------------------------------- */

/* Opens the casebook for reading, and learns what there is. 0, or -1. */
static int
look(struct forget *forget)
{
	struct session *session = forget->session;

	/* which rolls back what a killed run left half written */
	if (store_is_older(session->database, forget->diagnostics) == -1)
		return -1;
	forget->store = store_open(session->database, forget->diagnostics);
	if (!forget->store)
		return -1;
	forget->person.store = forget->store;
	if (forget_person_find(&forget->person) == -1)
		return -1;
	forget->alone = hash_forms(forget);
	if (check_reason(forget) == -1 || count_all(forget) == -1 ||
	    look_for_forgotten(forget) == -1)
		return -1;
	store_close(forget->store);
	forget->store = NULL;
	return forget->n_named > 0 ? -1 : 0;
}

static int
refuse_unknown(struct forget *forget)
{
	const struct names *others = &forget->person.others;

	diagnose(forget->diagnostics, DIAGNOSTIC_NOT_FOUND,
		 (struct place){.file = NULL},
		 "nothing of %s is in %s (--force keeps it out all the same)%s",
		 diagnostic_quote(forget->diagnostics, forget->person.who),
		 diagnostic_quote(forget->diagnostics,
				  text_of(forget->session->database)),
		 suggestion(forget->arena, forget->person.who, others->items,
			    others->n));
	return -1;
}

/* Whether there is anything to write. */
static bool
is_to_write(struct forget *forget)
{
	bool found =
		forget->n_places + forget->n_rows + forget->n_corrections > 0;

	if (!found && forget->again) {
		diagnose(forget->diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL},
			 "forgotten already; nothing is left of %s",
			 diagnostic_quote(forget->diagnostics,
					  forget->person.who));
		forget->scour_only = true;
		return !forget->session->options.dry_run;
	}
	if (!found && !forget->session->options.force)
		return refuse_unknown(forget) == 0;
	if (!forget->session->options.dry_run)
		return true;
	tell_counts(forget, false);
	return false;
}

static void
forget_who(struct forget *forget)
{
	struct rules *rules = NULL;

	if (read_reason(forget) == -1 || look(forget) == -1 ||
	    !is_to_write(forget))
		return;
	rules = rules_new(&forget->session->data, forget->diagnostics);
	if (rules && rebuild_older(forget->session, rules) >= 0 &&
	    forget_write(forget, rules) == 0) {
		if (!forget->scour_only)
			tell_counts(forget, true);
		tell_files(forget);
		check_log(forget);
	}
	rules_free(rules);
}

/* Who was forgotten, when and why: not by name. */
static void
list_forgotten(struct session *session)
{
	const struct options *options = &session->options;
	struct forgotten *there = NULL;

	if (options->because || options->by || options->force ||
	    options->dry_run) {
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "say who is to be forgotten; casebook forget --help "
			 "shows how");
		return;
	}
	session->store = store_open(session->database, &session->diagnostics);
	if (!session->store ||
	    store_read_forgotten(session->store, &there,
				 &session->diagnostics) == -1)
		return;
	if (there)
		rows_answer(session,
			    query_new(session->store,
				      sql_text("forgotten-persons"),
				      &session->diagnostics),
			    "table", NULL);
	else
		diagnose(&session->diagnostics, DIAGNOSTIC_EMPTY_ANSWER,
			 (struct place){.file = NULL}, "nobody is forgotten");
	forgotten_free(there);
}

void
command_forget(struct session *session)
{
	struct forget forget = {.session = session,
				.diagnostics = &session->diagnostics};

	if (session->arguments.n == 0) {
		list_forgotten(session);
		return;
	}
	if (session_check_utf8(session, session->arguments.items[0]) == -1)
		return;
	forget.arena = arena_new();
	forget.person = (struct forget_person){
		.session = session,
		.arena = forget.arena,
		.who = text_trim(text_of(session->arguments.items[0])),
	};
	forget_who(&forget);
	store_close(forget.store);
	forget_person_release(&forget.person);
	forgotten_free(forget.alone);
	free(forget.paths.items);
	arena_free(forget.arena);
}
