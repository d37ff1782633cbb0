/*
 * `casebook correct`: from the words of the command line to corrections. All
 * are made ready and found right first, with the casebook open for reading;
 * then it is closed, and what is new is written in one transaction.
 */
#include "correct.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "casebook/store/writer.h"
#include "correct_row.h"

/* --- who and when --------------------------------------------------------- */

struct text
correct_now(struct desk *desk)
{
	const char *given = getenv("SOURCE_DATE_EPOCH");
	time_t now = time(NULL);
	struct tm utc;
	char at[32];

	if (given && *given) {
		char *end = NULL;
		long long seconds = strtoll(given, &end, 10);

		if (*end == '\0' && seconds >= 0)
			now = (time_t)seconds;
	}
	if (!gmtime_r(&now, &utc) ||
	    strftime(at, sizeof(at), "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
		return TEXT("1970-01-01T00:00:00Z");
	return arena_text(desk->arena, text_of(at));
}

struct text
correct_user(struct desk *desk)
{
	const char *given = desk->session->options.by;
	const struct passwd *user;

	if (given)
		return text_of(given);
	user = getpwuid(geteuid());
	if (user && user->pw_name && *user->pw_name)
		return arena_text(desk->arena, text_of(user->pw_name));
	return arena_format(desk->arena, "user %lu", (unsigned long)geteuid());
}

/* --- one correction, or those of one row ---------------------------------- */

/* What the command line says, checked as far as it goes without rows. */
struct judgement {
	struct text project;
	enum fact_kind kind;
	enum correction_action action;
	struct pairs where, given;
	struct text because, by, at;
};

static void
want(struct desk *desk, const struct judgement *judgement,
     enum correction_action action, const struct correct_row *row,
     const char *column, struct text extracted, struct text corrected)
{
	struct correction correction = {
		.project = judgement->project,
		.fact = judgement->kind,
		.key = row->key,
		.column = text_of(column),
		.action = action,
		.extracted = extracted,
		.corrected = corrected,
		.because = judgement->because,
		.by = judgement->by,
		.at = judgement->at,
	};

	corrections_add(&desk->wanted, &correction);
}

/* What the program read in a row, beside its key. Returns 0, or -1. */
static int
read_extracted(struct desk *desk, const struct judgement *judgement,
	       const struct correct_row *row, struct correct_row *extracted)
{
	*extracted = (struct correct_row){.key = row->key};
	return correction_extracted(desk->store, judgement->kind,
				    judgement->project, row->key, desk->arena,
				    extracted->values, desk->diagnostics) == -1
		       ? -1
		       : 0;
}

/* A correction of the row as a whole. */
static int
want_row(struct desk *desk, const struct judgement *judgement,
	 enum correction_action action, const struct correct_row *row)
{
	struct correct_row extracted;

	if (read_extracted(desk, judgement, row, &extracted) == -1)
		return -1;
	want(desk, judgement, action, row, "",
	     correct_row_words(desk, judgement->kind, &extracted, false),
	     TEXT(""));
	return 0;
}

/* The row itself, and each of its values that is not in its key. */
static int
want_added(struct desk *desk, const struct judgement *judgement,
	   struct correct_row *row)
{
	const struct fact_kind_info *kind = &fact_kinds[judgement->kind];
	struct correct_row extracted;

	if (judgement->kind == FACT_PARTICIPATION)
		row->values[PARTICIPATION_RUNG] = correct_rung(
			desk, row->values[PARTICIPATION_LEVEL]);
	correct_row_name(desk, judgement->kind, row);
	if (read_extracted(desk, judgement, row, &extracted) == -1)
		return -1;
	want(desk, judgement, CORRECTION_ADD, row, "", TEXT(""), TEXT(""));
	for (size_t i = 0; i < kind->n_columns; i++)
		if (!kind->columns[i].key && row->values[i].len > 0)
			want(desk, judgement, CORRECTION_ADD, row,
			     kind->columns[i].name, extracted.values[i],
			     row->values[i]);
	return 0;
}

/* A value of the key: this row is dropped, and another one added. */
static int
move_row(struct desk *desk, const struct judgement *judgement,
	 const struct correct_rows *rows, const struct correct_row *old)
{
	struct correct_row moved = *old;

	correct_row_take(&moved, &judgement->given);
	correct_row_name(desk, judgement->kind, &moved);
	if (correct_row_find(rows, moved.key))
		return correct_row_twice(desk, judgement->kind,
					 judgement->project, &moved);
	if (want_row(desk, judgement, CORRECTION_DROP, old) == -1)
		return -1;
	return want_added(desk, judgement, &moved);
}

static int
set_values(struct desk *desk, const struct judgement *judgement,
	   const struct correct_rows *rows, const struct correct_row *row)
{
	const struct fact_kind_info *kind = &fact_kinds[judgement->kind];
	const struct pairs *given = &judgement->given;
	struct correct_row extracted;

	for (size_t i = 0; i < kind->n_columns; i++) {
		if (!given->is_given[i] || !kind->columns[i].key ||
		    text_equal(given->values[i], row->values[i]))
			continue;
		return move_row(desk, judgement, rows, row);
	}
	if (read_extracted(desk, judgement, row, &extracted) == -1)
		return -1;
	for (size_t i = 0; i < kind->n_columns; i++)
		if (given->is_given[i] && !kind->columns[i].key)
			want(desk, judgement, CORRECTION_SET, row,
			     kind->columns[i].name, extracted.values[i],
			     given->values[i]);
	return 0;
}

static int
add_row(struct desk *desk, const struct judgement *judgement,
	const struct correct_rows *rows)
{
	struct correct_row row = {.key = {NULL, 0}};
	const struct correct_row *same;

	if (correct_row_whole(desk, judgement->kind, &judgement->given) == -1)
		return -1;
	correct_row_take(&row, &judgement->given);
	correct_row_name(desk, judgement->kind, &row);
	same = correct_row_find(rows, row.key);
	/* said again, it is the same, or takes the place of the one before */
	if (same && !same->added)
		return correct_row_twice(desk, judgement->kind,
					 judgement->project, &row);
	return want_added(desk, judgement, &row);
}

/* Drop and confirm are about a row as it is. */
static int
judge_row(struct desk *desk, const struct judgement *judgement,
	  const struct correct_row *row)
{
	if (judgement->action == CORRECTION_CONFIRM && row->added) {
		diagnose(desk->diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL},
			 "a person added this row; there is nothing to "
			 "confirm");
		return 0;
	}
	return want_row(desk, judgement, judgement->action, row);
}

static int
judge(struct desk *desk, const struct judgement *judgement)
{
	struct correct_rows rows = {.n = 0};
	const struct correct_row *row;
	int result = -1;

	if (correct_rows_read(desk, judgement->kind, judgement->project,
			      &rows) == -1)
		goto out;
	if (judgement->action == CORRECTION_ADD) {
		result = add_row(desk, judgement, &rows);
		goto out;
	}
	row = correct_row_choose(desk, judgement->kind, judgement->project,
				 &rows, &judgement->where);
	if (row && judgement->action == CORRECTION_SET)
		result = set_values(desk, judgement, &rows, row);
	else if (row)
		result = judge_row(desk, judgement, row);
out:
	correct_rows_release(&rows);
	return result;
}

/* --- the words of the command line ---------------------------------------- */

static const struct arguments *
words_of(const struct options *options, enum correction_action action)
{
	switch (action) {
	case CORRECTION_SET:
		return &options->set;
	case CORRECTION_ADD:
		return &options->add;
	case CORRECTION_DROP:
		return &options->drop;
	default:
		return &options->confirm;
	}
}

static int
usage(struct desk *desk, const char *what)
{
	diagnose(desk->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "%s; casebook correct --help shows how", what);
	return -1;
}

static int
read_action(struct desk *desk, struct judgement *judgement)
{
	const struct options *options = &desk->session->options;
	size_t n = 0;

	for (size_t i = 0; i < N_CORRECTION_ACTIONS; i++) {
		if (words_of(options, (enum correction_action)i)->n == 0)
			continue;
		judgement->action = (enum correction_action)i;
		n++;
	}
	if (n != 1)
		return usage(desk, "give one of --set, --add, --drop and "
				   "--confirm");
	if (judgement->action != CORRECTION_SET && options->where.n > 0)
		return usage(desk, "--where goes with --set; the others name "
				   "the row themselves");
	if (judgement->kind == FACT_PROJECT &&
	    (judgement->action == CORRECTION_ADD ||
	     judgement->action == CORRECTION_DROP))
		return usage(desk, "a project is not added or dropped, but "
				   "ingested or removed with its report");
	return 0;
}

static int
read_reason(struct desk *desk, struct judgement *judgement)
{
	const char *because = desk->session->options.because;

	if (!because && judgement->action != CORRECTION_CONFIRM)
		return usage(desk, "say why: --because \"…\"");
	judgement->because = text_trim(text_of(because ? because : ""));
	if (because && judgement->because.len == 0)
		return usage(desk, "an empty reason; say why: --because \"…\"");
	judgement->by = text_trim(correct_user(desk));
	if (judgement->by.len == 0)
		return usage(desk, "an empty name behind --by");
	judgement->at = correct_now(desk);
	if (correct_check_text(desk, "reason", judgement->because) == -1)
		return -1;
	return correct_check_text(desk, "name", judgement->by);
}

static int
read_judgement(struct desk *desk, struct judgement *judgement)
{
	const struct session *session = desk->session;
	const struct arguments *given;
	struct pairs *pairs = &judgement->given;

	if (session->arguments.n != 2)
		return usage(desk, "give a project and a view");
	judgement->kind = correct_find_view(
		desk, text_of(session->arguments.items[1]));
	if (judgement->kind == N_FACT_KINDS ||
	    read_action(desk, judgement) == -1 ||
	    read_reason(desk, judgement) == -1)
		return -1;
	given = words_of(&session->options, judgement->action);
	if (judgement->action == CORRECTION_DROP ||
	    judgement->action == CORRECTION_CONFIRM)
		pairs = &judgement->where;
	if (pairs_read(desk, judgement->kind, given, pairs) == -1 ||
	    pairs_read(desk, judgement->kind, &session->options.where,
		       &judgement->where) == -1)
		return -1;
	if (pairs_check(desk, judgement->kind, &judgement->given) == -1)
		return -1;
	judgement->project = text_of(session->arguments.items[0]);
	return correct_find_project(desk, judgement->project);
}

static int
judge_by_words(struct desk *desk)
{
	struct judgement judgement = {.project = {NULL, 0}};

	if (read_judgement(desk, &judgement) == -1)
		return -1;
	return judge(desk, &judgement);
}

static int
judge_by_file(struct desk *desk)
{
	const struct options *options = &desk->session->options;

	if (desk->session->arguments.n > 0 || options->where.n > 0 ||
	    options->set.n > 0 || options->add.n > 0 || options->drop.n > 0 ||
	    options->confirm.n > 0 || options->because)
		return usage(desk, "--from takes all that it needs from its "
				   "file");
	return correct_from(desk, options->from);
}

/* --- writing -------------------------------------------------------------- */

/* Says what a correction takes the place of. */
static void
tell_replaced(struct desk *desk, const struct correction *now,
	      const struct correction *before)
{
	bool drop = now->action == CORRECTION_DROP &&
		    before->action == CORRECTION_ADD;

	diagnose(desk->diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = NULL},
		 "%.*s %s %s%s%.*s: %s%s%s by %s of %.*s%s",
		 TEXT_ARG(now->project), fact_kinds[now->fact].view,
		 diagnostic_quote(desk->diagnostics, now->key),
		 now->column.len ? " " : "", TEXT_ARG(now->column),
		 correction_action_name(before->action),
		 before->corrected.len ? " " : "",
		 before->corrected.len
			 ? diagnostic_quote(desk->diagnostics,
					    before->corrected)
			 : "",
		 diagnostic_quote(desk->diagnostics, before->by),
		 TEXT_ARG(before->at),
		 drop ? " is taken away again" : " is replaced");
}

/* Keeps of the wanted corrections those that change something. */
static void
leave_out_known(struct desk *desk)
{
	struct corrections *wanted = &desk->wanted;
	size_t n = 0;

	for (size_t i = 0; i < wanted->n_items; i++) {
		const struct correction *now = &wanted->items[i];
		const struct correction *before = corrections_find(
			&desk->there, now->project, now->fact, now->key,
			now->column);

		if (before && correction_equal(now, before))
			continue;
		if (before)
			tell_replaced(desk, now, before);
		wanted->items[n++] = *now;
	}
	wanted->n_items = n;
}

static void
write_wanted(struct desk *desk)
{
	const struct corrections *wanted = &desk->wanted;
	struct writer *writer;
	size_t n = wanted->n_items;

	if (n == 0) {
		diagnose(desk->diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL},
			 "nothing new: the casebook says so already");
		return;
	}
	writer = writer_open(desk->session->database, BUSY_SECONDS, true,
			     desk->diagnostics);
	for (size_t i = 0; writer && i < n; i++) {
		if (writer_correct(writer, &wanted->items[i],
				   desk->diagnostics) == 0)
			continue;
		writer_abandon(writer);
		return;
	}
	if (writer && writer_close(writer, desk->diagnostics) == 0)
		diagnose(desk->diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL},
			 "%zu correction%s recorded", n, n == 1 ? "" : "s");
}

/* --- the desk ------------------------------------------------------------- */

static void
desk_release(struct desk *desk)
{
	corrections_release(&desk->wanted);
	corrections_release(&desk->there);
	vocabularies_free(desk->vocabularies);
	schema_release(&desk->schema);
	store_close(desk->store);
	arena_free(desk->arena);
}

static int
desk_init(struct desk *desk, struct session *session)
{
	*desk = (struct desk){.session = session,
			      .diagnostics = &session->diagnostics,
			      .arena = arena_new()};
	corrections_init(&desk->there);
	corrections_init(&desk->wanted);
	schema_read(&desk->schema);
	desk->vocabularies =
		vocabularies_new(&session->data, desk->diagnostics);
	if (!desk->vocabularies)
		return -1;
	desk->store = store_open(session->database, desk->diagnostics);
	if (!desk->store)
		return -1;
	return corrections_read(&desk->there, desk->store, desk->diagnostics);
}

void
command_correct(struct session *session)
{
	struct desk desk;
	int result = desk_init(&desk, session);

	if (result == 0)
		result = session->options.from ? judge_by_file(&desk)
					       : judge_by_words(&desk);
	/* closed, so that it is in nobody's way while we write */
	store_close(desk.store);
	desk.store = NULL;
	if (result == 0) {
		leave_out_known(&desk);
		write_wanted(&desk);
	}
	desk_release(&desk);
}
