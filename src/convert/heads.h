/*
 * What runs along with the pages in their margins: running heads and feet, page
 * numbers; and the notes at the foot of a page. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_HEADS_H
#define CASEBOOK_CONVERT_HEADS_H

#include "sheet.h"

/* Sets the part of these words. */
void heads_find(struct sheets *sheets);
/* notes.c: the same for notes, once running heads are known. */
void notes_find(struct sheets *sheets);

#endif
