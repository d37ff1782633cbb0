/* What to say of a program that did not end well. Within room convert only. */
#ifndef CASEBOOK_CONVERT_FAILURE_H
#define CASEBOOK_CONVERT_FAILURE_H

#include "cage.h"

/* What stands behind its name: "took longer than 60 s", and what to do. */
struct text failure_told(struct arena *arena, const struct program *program,
			 const struct caged *caged);

#endif
