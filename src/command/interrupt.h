/*
 * Being told to stop (SIGINT, SIGTERM, SIGHUP) while something is written. The
 * first time the report in hand is finished; the second time it is given up at
 * the next project of it; the third time the program ends at once. What is in
 * stays in, but for the third time during a first load.
 */
#ifndef COMMAND_INTERRUPT_H
#define COMMAND_INTERRUPT_H

#include <signal.h>

/* From now on the signals are only noted. */
void interrupt_catch(void);
/* The signal that came, or 0. */
int interrupt_signal(void);
/* Not 0 from the second signal on; for report.stop. */
const volatile sig_atomic_t *interrupt_stop(void);

#endif
