/*
 * `casebook correct`: from the words of the command line to corrections. All
 * are made ready and found right first, with the casebook open for reading;
 * then it is closed, and what is new is written in one transaction.
 */
#include "correct.h"

#include <errno.h>
#include <stdlib.h>

#include "casebook/store/writer.h"
#include "correct_judge.h"

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
	judgement->kind =
		correct_find_view(desk, text_of(session->arguments.items[1]));
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
	return correct_judge(desk, &judgement);
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
		 before->corrected.len ? diagnostic_quote(desk->diagnostics,
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
		const struct correction *before =
			corrections_find(&desk->there, now->project, now->fact,
					 now->key, now->column);

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
