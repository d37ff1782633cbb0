/*
 * The keeper: starts the program, waits until it ends or must end, kills all
 * that it left behind, and tells how it ended. It allocates nothing.
 */
#include "keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	KILL_ROUNDS = 1000, /* of a millisecond */
	LINE = 4096,	    /* bytes of the kernel's list of children read */
};

/*
 * As fork(), into new namespaces if any. It takes no locks of the C library,
 * which another thread may hold when its process is copied.
 */
static pid_t
fork_into(unsigned long long namespaces)
{
	struct clone_args arguments = {.flags = namespaces,
				       .exit_signal = SIGCHLD};

	if (namespaces == 0) /* also where clone3 is refused */
		return (pid_t)syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL,
				      NULL);
	return (pid_t)syscall(SYS_clone3, &arguments, sizeof(arguments));
}

/* Handlers, and signals that casebook ignores, are not for those below. */
static void
forget_signals(void)
{
	sigset_t none;

	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Kills the children that the kernel lists, outside a process namespace. */
static void
kill_listed(void)
{
	char path[64], list[LINE + 1];
	ssize_t n;
	int file;

	snprintf(path, sizeof(path), "/proc/self/task/%d/children",
		 (int)getpid());
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return;
	n = read(file, list, LINE);
	close(file);
	list[n > 0 ? n : 0] = '\0';
	for (char *at = list; *at;) {
		char *end;
		long child = strtol(at, &end, 10);

		/* A number that was cut is not one. */
		if (end == at || *end == '\0')
			break;
		if (child > 1)
			kill((pid_t)child, SIGKILL);
		at = end + 1;
	}
}

static void
kill_all(const struct keeping *keeping, pid_t program)
{
	static const struct timespec moment = {.tv_nsec = 1000000};

	for (int i = 0; i < KILL_ROUNDS; i++) {
		pid_t ended;

		if (keeping->process_space && getpid() == 1)
			kill(-1, SIGKILL); /* all in our namespace but us */
		else
			kill_listed();
		if (program > 1)
			kill(-program, SIGKILL);
		do
			ended = waitpid(-1, NULL, WNOHANG);
		while (ended > 0);
		if (ended < 0 && errno == ECHILD)
			return;
		nanosleep(&moment, NULL);
	}
}

/* Reaps what has ended; true when the program has, with its status. */
static bool
reap(pid_t program, int *status)
{
	bool found = false;
	pid_t ended;
	int its_status;

	while ((ended = waitpid(-1, &its_status, WNOHANG)) > 0) {
		if (ended != program)
			continue;
		found = true;
		*status = its_status;
	}
	return found;
}

/* Waits; true when the program ended by itself. */
static bool
wait_for(const struct keeping *keeping, pid_t program, int children,
	 int *status)
{
	struct pollfd ready[] = {{.fd = children, .events = POLLIN},
				 {.fd = keeping->stop, .events = POLLIN}};
	struct signalfd_siginfo told;

	for (;;) {
		if (poll(ready, 2, -1) < 0) {
			if (errno != EINTR)
				return false;
			continue; /* what revents tells is of before */
		}
		if (ready[0].revents &&
		    read(children, &told, sizeof(told)) > 0 &&
		    reap(program, status))
			return true;
		if (ready[1].revents)
			return false;
	}
}

static struct verdict
verdict_of(int status)
{
	if (WIFSIGNALED(status))
		return (struct verdict){ENDING_KILLED, WTERMSIG(status)};
	return (struct verdict){ENDING_EXITED, WEXITSTATUS(status)};
}

static _Noreturn void
keep(const struct keeping *keeping)
{
	struct verdict verdict = {ENDING_TIME, 0};
	sigset_t child_ends;
	pid_t program;
	int children, status = 0;

	close(keeping->stop_other);
	setsid();
	forget_signals();
	signal(SIGPIPE, SIG_IGN);
	prctl(PR_SET_CHILD_SUBREAPER, 1UL, 0UL, 0UL, 0UL);
	sigemptyset(&child_ends);
	sigaddset(&child_ends, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child_ends, NULL);
	children = signalfd(-1, &child_ends, SFD_CLOEXEC);
	program = children < 0 ? -1 : fork_into(0);
	if (program == 0) {
		forget_signals();
		child_run(keeping);
	}
	close(keeping->input);
	close(keeping->output);
	close(keeping->errors);
	if (program < 0)
		verdict = (struct verdict){ENDING_NOT_RUN, errno};
	else if (wait_for(keeping, program, children, &status))
		verdict = verdict_of(status);
	kill_all(keeping, program);
	if (write(keeping->verdict, &verdict, sizeof(verdict)) < 0)
		_exit(1);
	_exit(0);
}

/* What the kernel cannot wall off; without sockets there is no network. */
static unsigned
missing_walls(bool own_network)
{
	unsigned missing = 0;

	if (!landlock_offered())
		missing |= WALL_FILES;
	if (!filter_offered())
		missing |= WALL_CALLS | (own_network ? 0 : WALL_NETWORK);
	return missing;
}

/* As fork(); the keeper goes on when casebook has given it its numbers. */
static pid_t
fork_keeper(const struct keeping *keeping, unsigned long long namespaces)
{
	int gate[2];
	pid_t keeper;
	char byte;

	if (pipe2(gate, O_CLOEXEC) < 0)
		return -1;
	keeper = fork_into(namespaces);
	if (keeper == 0) {
		close(gate[1]);
		while (read(gate[0], &byte, 1) < 0 && errno == EINTR)
			;
		close(gate[0]);
		keep(keeping);
	}
	if (keeper > 0 && keeping->root && keeping->user_space)
		nobody_allow(keeper);
	close(gate[0]);
	close(gate[1]);
	return keeper;
}

pid_t
keeper_start(struct keeping *keeping, unsigned *missing)
{
	/* The best first; without rights to namespaces only root has the
	 * second. */
	static const unsigned long long wishes[] = {
		CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWPID,
		CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWPID,
		CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC,
		0,
	};

	keeping->root = geteuid() == 0;
	for (size_t i = 0; i < sizeof(wishes) / sizeof(*wishes); i++) {
		pid_t keeper;

		keeping->user_space = wishes[i] & CLONE_NEWUSER;
		keeping->process_space = wishes[i] & CLONE_NEWPID;
		keeping->missing = missing_walls(wishes[i] & CLONE_NEWNET);
		*missing = keeping->missing;
		keeper = fork_keeper(keeping, wishes[i]);
		if (keeper > 0)
			return keeper;
	}
	return -1;
}
