/*
 * The project that a user means: by its key, or by a part of it that no other
 * project's key has.
 */
#ifndef COMMAND_PROJECT_KEY_H
#define COMMAND_PROJECT_KEY_H

#include "command.h"

/*
 * Sets *project from what the user wrote to the key that the casebook has, and
 * *path to the file that describes it; both in the arena. The whole key comes
 * before the same in another case, then come whole words of it, then any part.
 * Returns false after a message: none has it (with the nearest), or several.
 */
bool project_find(struct session *session, struct arena *arena,
		  struct text *project, struct text *path);

#endif
