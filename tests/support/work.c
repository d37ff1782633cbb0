#include "work.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "casebook/base/memory.h"
#include "ledger.h"
#include "sample.h"
#include "scratch.h"

int
work_set_up(void **state)
{
	struct work *work = memory_new(1, sizeof(*work));

	diagnostics_init(&work->diagnostics, false);
	sample_report(&work->first, "bundel", "v", "8,1");
	sample_report(&work->second, "map", "w", "4,3");
	*state = work;
	return scratch_enter(&work->scratch);
}

int
work_tear_down(void **state)
{
	struct work *work = *state;
	int result = scratch_leave(&work->scratch);

	sample_release(&work->first);
	sample_release(&work->second);
	diagnostics_release(&work->diagnostics);
	free(work);
	return result;
}

struct writer *
work_open_writer(struct work *work, bool together)
{
	struct writer *writer =
		writer_open("c.db", 1, together, &work->diagnostics);

	assert_non_null(writer);
	return writer;
}

void
work_put_both(struct work *work)
{
	struct report reports[] = {work->first, work->second};

	ledger_put("c.db", reports, 2);
}
