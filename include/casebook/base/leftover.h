/*
 * Files that have no place of their own yet: what is written beside another
 * before it takes its name. Whoever ends the program at once (out of memory, a
 * second Ctrl-C) removes them; in the usual course their owner does.
 *
 * A path that was added stays valid until it is dropped. What comes when there
 * is no room for it is not remembered.
 */
#ifndef CASEBOOK_BASE_LEFTOVER_H
#define CASEBOOK_BASE_LEFTOVER_H

void leftover_add(const char *path);
void leftover_drop(const char *path); /* NULL is allowed */
/* Takes no memory, and may be called by a handler of signals. */
void leftover_remove(void);

#endif
