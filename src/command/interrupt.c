/*
 * The variables of the program that outlive a function: a handler of signals
 * can reach nothing else.
 */
#include "interrupt.h"

#include <stddef.h>
#include <unistd.h>

#include "casebook/base/leftover.h"

static volatile sig_atomic_t signal_seen;
static volatile sig_atomic_t stop_now;

enum { SIGNALLED = 128 }; /* a shell's exit status of who died by a signal */

static void
note_signal(int number)
{
	if (stop_now) {
		leftover_remove();
		_exit(SIGNALLED + number);
	}
	stop_now = signal_seen != 0;
	signal_seen = number;
}

void
interrupt_catch(void)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_handler = note_signal,
				   .sa_flags = SA_RESTART};
	struct sigaction before;

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

const volatile sig_atomic_t *
interrupt_stop(void)
{
	return &stop_now;
}
