#include "desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/memory.h"
#include "ledger.h"
#include "sample.h"
#include "scratch.h"

const char desk_database[] = "casebook.db";

int
desk_set_up(void **state)
{
	struct report report;

	if (scratch_enter(state) == -1)
		return -1;
	sample_report(&report, "bundel", "a", "8,1");
	ledger_put(desk_database, &report, 1);
	sample_release(&report);
	return 0;
}

void
desk_init(struct desk *desk)
{
	diagnostics_init(&desk->diagnostics, true);
	desk->store = store_open(desk_database, &desk->diagnostics);
	desk->filter = filter_new();
	assert_non_null(desk->store);
}

void
desk_release(struct desk *desk)
{
	assert_int_equal(desk->diagnostics.worst, STATUS_DONE);
	filter_free(desk->filter);
	store_close(desk->store);
	diagnostics_release(&desk->diagnostics);
}

void
desk_add_filter(struct desk *desk, const char *name, const char *value)
{
	size_t i = 0;

	while (strcmp(filter_option_at(i)->name, name) != 0)
		i++;
	assert_int_equal(filter_add(desk->filter, i, value, &desk->diagnostics),
			 0);
}

void
desk_check_rows(struct query *query, const char *expected)
{
	struct buffer rows = {NULL, 0, 0};

	assert_non_null(query);
	buffer_add_string(&rows, "");
	while (query_step(query) == 1)
		for (size_t i = 0; i < query_n_columns(query); i++) {
			buffer_add_string(&rows, i ? "|" : "");
			if (query_type(query, i) == CELL_NULL)
				buffer_add_byte(&rows, '-');
			else
				buffer_add(&rows, query_text(query, i));
			if (i + 1 == query_n_columns(query))
				buffer_add_byte(&rows, '\n');
		}
	query_free(query);
	assert_string_equal(rows.bytes, expected);
	buffer_release(&rows);
}

void
desk_check_question(struct desk *desk, const char *name, const char *expected)
{
	desk_check_rows(question_ask(question_find(text_of(name)), desk->filter,
				     desk->store, &desk->diagnostics),
			expected);
}
