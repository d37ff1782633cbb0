/* From a judgement about one row to the corrections that say it. */
#ifndef COMMAND_CORRECT_JUDGE_H
#define COMMAND_CORRECT_JUDGE_H

#include "correct_row.h"

/* What the command line says, checked as far as it goes without rows. */
struct judgement {
	struct text project;
	enum fact_kind kind;
	enum correction_action action;
	struct pairs where, given;
	struct text because, by, at;
};

/*
 * Finds the row that it is about, and adds to what the desk wants. Returns 0,
 * or -1 after a message.
 */
int correct_judge(struct desk *desk, const struct judgement *judgement);

#endif
