/*
 * Switching the write-ahead log on before the first change, and folding it in
 * after the last, so that a casebook rests as one file. That somebody reads, or
 * writes, is no failure.
 */
#ifndef STORE_LOG_H
#define STORE_LOG_H

#include "database.h"

/*
 * While a reader holds the file it stays as it is: safe too, only slower. So it
 * does on a disk of another machine, where a log would lose writes; a note says
 * so. 0, or -1 after a message.
 */
int log_switch_on(struct store *store, struct diagnostics *diagnostics);
/* May open the connection anew: no statement may be left. 0, or -1. */
int log_fold_in(struct store *store, struct diagnostics *diagnostics);
/*
 * Whether a file is as one whose writer was killed, or still works, leaves it.
 * Looks at the file itself: no connection to it may be open in this process.
 */
bool log_is_left(const char *real);
/* Folds in what such a writer left, unless somebody has the file open. */
int log_fold_left(struct store *store, struct diagnostics *diagnostics);

/* Whether statfs's f_type is that of a disk that other machines write too. */
bool log_is_shared(unsigned long type);

#endif
