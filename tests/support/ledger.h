/*
 * A casebook in a test's folder: opening it, asking it, changing it behind the
 * program's back. Each function fails the test when it cannot do its work.
 */
#ifndef TESTS_SUPPORT_LEDGER_H
#define TESTS_SUPPORT_LEDGER_H

#include "casebook/base/report.h"
#include "casebook/store/store.h"

/* Puts reports with one writer, in this order; one statement a call. */
void ledger_put(const char *path, const struct report *reports, size_t n);

/*
 * The rows that a statement gives, a line each, cells divided by "|", NULL as
 * "-". The caller frees.
 */
char *ledger_ask(const char *path, const char *sql);
void ledger_check(const char *path, const char *sql, const char *rows);
/* Every row of every public view, in the order of their keys. */
char *ledger_dump(const char *path);

/* Runs SQL with no guard at all. */
void ledger_force(const char *path, const char *sql);

/* The bytes of a file, as one text; the caller frees its bytes. */
struct text ledger_bytes(const char *path);

/* The last message holds these words, and gives the run this status. */
void ledger_said(const struct diagnostics *diagnostics, enum exit_status status,
		 const char *words);

#endif
