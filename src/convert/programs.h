/* The programs of converters.yml as they are on this computer. Within room
 * convert only. */
#ifndef CASEBOOK_CONVERT_PROGRAMS_H
#define CASEBOOK_CONVERT_PROGRAMS_H

#include "formats.h"

/* Fills in the path, once, from $PATH; it stays NULL when it is not there. What
 * is found lives in the arena. */
void program_look_for(struct program *program, struct arena *arena);
/* The program's arguments, then those of the format. */
struct words program_arguments(struct arena *arena,
			       const struct format *format);
/* Fills in the version, once, by running the program; empty: not told. */
void program_ask_version(struct program *program, struct arena *arena);

#endif
