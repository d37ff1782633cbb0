/*
 * The one variable of the program that outlives a function: a handler of
 * signals can reach nothing else.
 */
#include "interrupt.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t signal_seen;

static void
note_signal(int number)
{
	signal_seen = number;
}

void
interrupt_catch(void)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_handler = note_signal,
				   .sa_flags = SA_RESTART};
	struct sigaction before;

	/* The second one finds the usual, deadly, handling. */
	action.sa_flags |= (int)SA_RESETHAND;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		/* What was ignored (nohup) stays ignored. */
		if (sigaction(signals[i], NULL, &before) == 0 &&
		    before.sa_handler == SIG_IGN)
			continue;
		sigaction(signals[i], &action, NULL);
	}
}

int
interrupt_signal(void)
{
	return signal_seen;
}
