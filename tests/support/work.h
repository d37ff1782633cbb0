/*
 * Two reports at hand ("bundel" and "map", see sample.h), in a scratch folder,
 * to be written into the casebook c.db.
 */
#ifndef TESTS_SUPPORT_WORK_H
#define TESTS_SUPPORT_WORK_H

#include "casebook/store/writer.h"

struct work {
	void *scratch;
	struct diagnostics diagnostics;
	struct report first, second;
};

/* For setup and teardown of cmocka: *state is the work. */
int work_set_up(void **state);
int work_tear_down(void **state);

/* A writer for one report; never NULL. */
struct writer *work_open_writer(struct work *work, bool together);
/* Both reports are in. */
void work_put_both(struct work *work);

#endif
