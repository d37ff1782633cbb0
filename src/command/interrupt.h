/*
 * Being told to stop (SIGINT, SIGTERM, SIGHUP) while something is written: the
 * first time the work in hand is finished, the second time it ends at once.
 */
#ifndef COMMAND_INTERRUPT_H
#define COMMAND_INTERRUPT_H

/* From now on the signals are only noted. */
void interrupt_catch(void);
/* The signal that came, or 0. */
int interrupt_signal(void);

#endif
