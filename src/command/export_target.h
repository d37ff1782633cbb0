/*
 * Where an export goes: whether the name given with -o suits what is to be
 * written there. A name with a file's ending (.csv, .zip) is no folder, unless
 * there is one or a slash ends it; a workbook is nothing that casebook writes.
 */
#ifndef COMMAND_EXPORT_TARGET_H
#define COMMAND_EXPORT_TARGET_H

#include "command.h"

/*
 * For an export that needs a folder: refuses a file's name. what is the reason,
 * such as "a data package is a folder"; advice what else to do, or "". Returns
 * 0, or -1 after a message.
 */
int target_check_folder(struct session *session, const char *what,
			const char *advice);

/* For one view: refuses a workbook's name. Returns 0, or -1 after a message. */
int target_check_file(struct session *session);

/* The note of how many files were written into the folder. */
void target_note_files(struct session *session, size_t n);

#endif
