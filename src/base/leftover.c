/*
 * Variables that outlive a function: who ends the program because there is no
 * memory, or because of a signal, can reach nothing else.
 */
#include "casebook/base/leftover.h"

#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

enum { MOST = 8 };

static _Atomic(const char *) paths[MOST];

static void
replace(const char *old, const char *path)
{
	for (size_t i = 0; i < MOST; i++) {
		const char *there = old;

		if (atomic_compare_exchange_strong(&paths[i], &there, path))
			return;
	}
}

void
leftover_add(const char *path)
{
	replace(NULL, path);
}

void
leftover_drop(const char *path)
{
	if (path)
		replace(path, NULL);
}

void
leftover_remove(void)
{
	for (size_t i = 0; i < MOST; i++) {
		const char *path = atomic_load(&paths[i]);

		if (path)
			unlink(path);
	}
}
