/* `casebook check --coverage`: how much of each source is accounted for. */
#ifndef COMMAND_COVERAGE_H
#define COMMAND_COVERAGE_H

#include "command.h"

/*
 * Prints, for the sources that the resolved filter chooses, the shares of the
 * text, the headings not claimed and the numbers not taken. The stored texts
 * are read again by the layouts and vocabularies at hand; nothing is changed.
 */
void coverage_show(struct session *session);

#endif
