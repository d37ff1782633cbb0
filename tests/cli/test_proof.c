/*
 * Every fact is proved, through the program and its database: `casebook` (in
 * $CASEBOOK) ingests the digests and, where they are at hand, the originals;
 * then each value of each row is looked up in the view `evidence`.
 */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/base/fact.h"
#include "casebook/store/query.h"
#include "casebook/store/schema.h"
#include "casebook/store/store.h"
#include "casebook/text/alike.h"
#include "casebook/text/fold.h"

#include "../support/scratch.h"

enum { FEWEST_VALUES = 2000 }; /* that a sample of 47 projects has */

/* A casebook that the program made. */
struct proving {
	struct diagnostics diagnostics;
	struct store *store;
	struct schema schema;
	struct arena *arena;
	struct query *proof, *holder;
	size_t n_proofs; /* that belong to a value */
};

/* Runs the program; its messages go where the test's go. */
static int
ingest(const char *program, const char *folder)
{
	int status = -1;
	pid_t child = fork();

	if (child == 0) {
		execl(program, program, "--db", "c.db", "ingest", folder,
		      (char *)NULL);
		_exit(127);
	}
	if (child == -1 || waitpid(child, &status, 0) == -1)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static struct query *
prepare(struct proving *proving, const char *sql)
{
	struct query *query =
		query_new(proving->store, text_of(sql), &proving->diagnostics);

	assert_non_null(query);
	return query;
}

static void
proving_init(struct proving *proving)
{
	*proving = (struct proving){.arena = arena_new()};
	diagnostics_init(&proving->diagnostics, true);
	schema_read(&proving->schema);
	proving->store = store_open("c.db", &proving->diagnostics);
	assert_non_null(proving->store);
	proving->proof = prepare(
		proving, "SELECT offset, length, source, text FROM evidence "
			 "WHERE project = :project AND fact = :fact "
			 "AND key = :key AND \"column\" = :column");
	proving->holder = prepare(
		proving, "SELECT count(*) FROM passages "
			 "WHERE project = :project AND source = :source "
			 "AND offset <= :from AND offset + length >= :to");
}

static void
proving_release(struct proving *proving)
{
	query_free(proving->proof);
	query_free(proving->holder);
	schema_release(&proving->schema);
	store_close(proving->store);
	diagnostics_release(&proving->diagnostics);
	arena_free(proving->arena);
}

/* The row's key columns but its project, divided by "|". */
static struct text
key_of(struct proving *proving, const struct schema_view *view,
       const struct query *row)
{
	struct buffer key = {NULL, 0, 0};
	struct text kept;
	size_t n = 0;

	for (size_t i = 0; i < view->n_columns; i++) {
		struct text value = query_text(row, i);

		if (!view->columns[i].key ||
		    text_is(view->columns[i].name, "project"))
			continue;
		if (n++)
			buffer_add_byte(&key, '|');
		for (size_t j = 0; j < value.len; j++) {
			if (value.bytes[j] == '|' || value.bytes[j] == '\\')
				buffer_add_byte(&key, '\\');
			buffer_add_byte(&key, value.bytes[j]);
		}
	}
	kept = arena_text(proving->arena, buffer_text(&key));
	buffer_release(&key);
	return kept;
}

/* White space folded, normalisation form C. */
static struct text
plain(struct proving *proving, struct text text)
{
	return alike_blanks(proving->arena, fold_nfc(proving->arena, text));
}

static bool
is_in_one_passage(struct proving *proving, struct text project)
{
	const struct query *proof = proving->proof;
	struct query *holder = proving->holder;
	bool one;

	query_bind_text(holder, ":project", project);
	query_bind_text(holder, ":source", query_text(proof, 2));
	query_bind_integer(holder, ":from", query_integer(proof, 0));
	query_bind_integer(holder, ":to",
			   query_integer(proof, 0) + query_integer(proof, 1));
	one = query_step(holder) == 1 && query_integer(holder, 0) == 1;
	query_reset(holder);
	return one;
}

/* What is wrong with the proof of the value in column i; NULL: nothing. */
static const char *
wrong_with(struct proving *proving, const struct schema_view *view, size_t i,
	   const struct query *row)
{
	struct text project = query_text(row, 0), value = query_text(row, i);
	struct query *proof = proving->proof;
	const char *wrong = NULL;
	bool read = !text_is(view->columns[i].origin, "printed");
	size_t n = 0;

	query_bind_text(proof, ":project", project);
	query_bind_text(proof, ":fact", view->name);
	query_bind_text(proof, ":key", key_of(proving, view, row));
	query_bind_text(proof, ":column", view->columns[i].name);
	for (; query_step(proof) == 1; n++) {
		if (!is_in_one_passage(proving, project))
			wrong = "is not proved in one passage of its project";
		read = read || text_equal(plain(proving, query_text(proof, 3)),
					  plain(proving, value));
	}
	query_reset(proof);
	proving->n_proofs += n;
	if (n == 0)
		return "has no evidence";
	return read ? wrong : "does not read back as it is printed";
}

/* Every value of a view that has an origin. Returns how many there are. */
static size_t
prove_view(struct proving *proving, const struct schema_view *view)
{
	struct text sql = arena_format(proving->arena, "SELECT * FROM %.*s",
				       TEXT_ARG(view->name));
	struct query *row = prepare(proving, sql.bytes);
	size_t n = 0;

	while (query_step(row) == 1) {
		for (size_t i = 0; i < view->n_columns; i++) {
			const struct schema_column *column = &view->columns[i];
			const char *wrong;

			if (!column->origin.len || !query_text(row, i).len)
				continue;
			wrong = wrong_with(proving, view, i, row);
			if (wrong)
				fail_msg("%.*s: %.*s.%.*s \"%.*s\" %s",
					 TEXT_ARG(query_text(row, 0)),
					 TEXT_ARG(view->name),
					 TEXT_ARG(column->name),
					 TEXT_ARG(query_text(row, i)), wrong);
			n++;
		}
	}
	query_free(row);
	return n;
}

/* Every value has a proof, and every proof belongs to a value. */
static void
prove_all(void)
{
	struct proving proving;
	struct query *all;
	size_t n_values = 0;

	proving_init(&proving);
	for (size_t i = 0; i < N_FACT_KINDS; i++)
		n_values += prove_view(
			&proving, schema_find(&proving.schema,
					      text_of(fact_kinds[i].view)));
	assert_true(n_values > FEWEST_VALUES);
	all = prepare(&proving, "SELECT count(*) FROM evidence");
	assert_int_equal(query_step(all), 1);
	assert_int_equal(query_integer(all, 0), proving.n_proofs);
	query_free(all);
	proving_release(&proving);
}

/* Ingests a folder into a casebook of its own. */
static void
prove_folder(const char *folder)
{
	const char *program = getenv("CASEBOOK");
	char path[PATH_MAX];
	void *scratch = NULL;

	if (!program || !realpath(folder, path)) {
		print_message("no program, or no %s: skipped\n", folder);
		skip();
		return;
	}
	assert_int_equal(scratch_enter(&scratch), 0);
	assert_int_equal(ingest(program, path), 0);
	prove_all();
	assert_int_equal(scratch_leave(&scratch), 0);
}

static void
every_value_of_the_digests_is_proved(void **state)
{
	(void)state;
	prove_folder("data/reports");
}

static void
every_value_of_the_originals_is_proved(void **state)
{
	const char *folder = getenv("CASEBOOK_ORIGINALS");

	(void)state;
	prove_folder(folder && *folder ? folder : "../shared/reports");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_value_of_the_digests_is_proved),
		cmocka_unit_test(every_value_of_the_originals_is_proved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
