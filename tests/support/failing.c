/* Calls that fail: counted, noted, or failing from one on. */
#include "failing.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "casebook/base/memory.h"
#include "casebook/base/text.h"

static struct {
	bool on, noting;
	struct failing how;
	size_t calls;
	bool struck; /* one failed */
	bool told;   /* the last one did */
	char *notes[FAILING_MOST];
	size_t n_notes;
} state;

static void
note(const char *kind, const char *what)
{
	struct buffer text = {NULL, 0, 0};
	struct text first = TEXT("");

	if (state.n_notes == FAILING_MOST)
		return;
	if (what) /* a statement may be one of a page */
		first = text_sub(text_of(what), 0,
				 text_find(text_of(what), TEXT("\n\n"), 0));
	buffer_format(&text, "%s %.*s", kind, TEXT_ARG(first));
	state.notes[state.n_notes++] = text.bytes;
}

static bool
strikes(const char *kind, const char *what)
{
	size_t at = state.how.at;

	if (!state.on)
		return false;
	if (state.noting)
		note(kind, what);
	state.calls++;
	state.told = at > 0 && (state.calls == at ||
				(state.how.sticky && state.calls > at));
	state.struck |= state.told;
	return state.told;
}

void
failing_note(void)
{
	failing_forget();
	state.on = state.noting = true;
	state.calls = 0;
	state.how = (struct failing){.at = 0};
}

void
failing_begin(const struct failing *how)
{
	state.on = true;
	state.noting = state.struck = state.told = false;
	state.calls = 0;
	state.how = *how;
}

bool
failing_end(void)
{
	state.on = state.told = false;
	return state.struck;
}

void
failing_pause(bool pause)
{
	state.on = !pause;
}

void
failing_forget(void)
{
	while (state.n_notes > 0)
		free(state.notes[--state.n_notes]);
}

const char *
failing_call(size_t at)
{
	return at > 0 && at <= state.n_notes ? state.notes[at - 1] : "";
}

/* Is it the first call with its words? */
static bool
is_new(size_t call)
{
	for (size_t i = 0; i < call; i++)
		if (strcmp(state.notes[i], state.notes[call]) == 0)
			return false;
	return true;
}

size_t
failing_places(size_t *places)
{
	size_t n = 0;

	for (size_t i = 0; i < state.n_notes; i++)
		if (is_new(i))
			places[n++] = i + 1;
	return n;
}

/* --- the wrapped calls ---------------------------------------------------- */

/* clang-format off */
#define WRAPPED(type, name, parameters) \
	type __real_##name parameters; \
	type __wrap_##name parameters; \
	type __wrap_##name parameters
/* clang-format on */

WRAPPED(int, sqlite3_step, (sqlite3_stmt * statement))
{
	return strikes("step", sqlite3_sql(statement))
		       ? state.how.code
		       : __real_sqlite3_step(statement);
}

WRAPPED(int, sqlite3_prepare_v2,
	(sqlite3 * db, const char *sql, int len, sqlite3_stmt **statement,
	 const char **tail))
{
	if (strikes("prepare", sql)) {
		*statement = NULL;
		return state.how.code;
	}
	return __real_sqlite3_prepare_v2(db, sql, len, statement, tail);
}

WRAPPED(int, sqlite3_exec,
	(sqlite3 * db, const char *sql,
	 int (*row)(void *, int, char **, char **), void *given,
	 char **message))
{
	return strikes("exec", sql)
		       ? state.how.code
		       : __real_sqlite3_exec(db, sql, row, given, message);
}

WRAPPED(int, sqlite3_open_v2,
	(const char *path, sqlite3 **db, int flags, const char *vfs))
{
	int result = __real_sqlite3_open_v2(path, db, flags, vfs);

	return strikes("open", NULL) ? state.how.code : result;
}

WRAPPED(int, sqlite3_extended_errcode, (sqlite3 * db))
{
	return state.told ? state.how.code
			  : __real_sqlite3_extended_errcode(db);
}

WRAPPED(int, sqlite3_system_errno, (sqlite3 * db))
{
	return state.told ? state.how.error : __real_sqlite3_system_errno(db);
}

WRAPPED(int, fsync, (int descriptor))
{
	if (!strikes("fsync", NULL))
		return __real_fsync(descriptor);
	errno = state.how.error;
	return -1;
}

WRAPPED(int, link, (const char *from, const char *to))
{
	if (!strikes("link", NULL))
		return __real_link(from, to);
	errno = state.how.error;
	return -1;
}

WRAPPED(int, mkostemp, (char *name, int flags))
{
	if (!strikes("mkostemp", NULL))
		return __real_mkostemp(name, flags);
	errno = state.how.error;
	return -1;
}
