/*
 * A coding: the tables of one coder (or of the program) side by side, each a
 * sheet. A folder written by `casebook export -o DIR` is one, and so is a
 * folder of a person's CSV files, which need not have every table.
 */
#ifndef CASEBOOK_COMPARE_CODING_H
#define CASEBOOK_COMPARE_CODING_H

#include "casebook/compare/rows.h"

struct coding {
	struct sheet sheets[N_COMPARED_TABLES]; /* arena NULL: none */
};

/*
 * Reads FOLDER/TABLE.csv for each table that is there; projects.csv must be.
 * Returns 0, or -1 after a message; then *coding holds nothing.
 */
int coding_read(struct coding *coding, const char *folder,
		struct diagnostics *diagnostics);
void coding_release(struct coding *coding);
bool coding_has(const struct coding *coding, size_t table);

#endif
