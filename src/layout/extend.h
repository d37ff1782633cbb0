/* A layout laid over the one that it extends. Within room layout only. */
#ifndef CASEBOOK_LAYOUT_EXTEND_H
#define CASEBOOK_LAYOUT_EXTEND_H

#include "strict.h"

/*
 * The whole of a layout's file, a mapping, with what it takes from others among
 * strict->owner's trees; the file itself when it extends none. In the arena.
 * NULL after a message: an unknown name, or a circle.
 */
const struct yaml *layout_extend(struct strict *strict, const struct yaml *top);

#endif
