/* `casebook layout new FILE…`: a layout drafted from reports. */
#ifndef COMMAND_LAYOUT_NEW_H
#define COMMAND_LAYOUT_NEW_H

#include "casebook/extract/extract.h"
#include "command.h"

/*
 * Prints a draft for the files and folders behind the word "new". Each file is
 * read; one that cannot be is left out after a message. A draft that is printed
 * has been loaded as a layout.
 */
void layout_new(struct session *session, struct rules *rules);

#endif
