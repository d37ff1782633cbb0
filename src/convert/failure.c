/*
 * The ends of a program in the user's words: which of its limits it met, or
 * what ended it.
 */
#include "failure.h"

#include <signal.h>
#include <string.h>
#include <strings.h>

static bool
has_words(struct text text, struct text words)
{
	for (size_t i = 0; i + words.len <= text.len; i++)
		if (strncasecmp(text.bytes + i, words.bytes, words.len) == 0)
			return true;
	return false;
}

/* Did it end for want of memory, by its own words? */
static bool
is_exhausted(const struct program *program, const struct caged *caged)
{
	struct words words = program->exhausted;

	for (size_t i = 0; i < words.n; i++)
		if (has_words(buffer_text(&caged->errors), words.items[i]))
			return true;
	return false;
}

/* Behind a limit that was reached. */
#define MORE " (casebook-converters(5) tells how to allow more)"

/* The limit of memory that it met first. */
static unsigned
least_memory(const struct limits *limits)
{
	return limits->heap && limits->heap < limits->memory ? limits->heap
							     : limits->memory;
}

struct text
failure_told(struct arena *arena, const struct program *program,
	     const struct caged *caged)
{
	const struct limits *limits = &program->limits;
	int number = caged->number;

	switch (caged->ending) {
	case ENDING_TIME:
		return arena_format(arena,
				    "took longer than %u s, and was "
				    "stopped" MORE,
				    limits->seconds);
	case ENDING_FLOOD:
		return arena_format(arena, "gave more than %u MiB of text" MORE,
				    limits->output);
	case ENDING_NOT_RUN:
		if (number == 0) /* its keeper never told */
			return TEXT("was killed by the system; is there too "
				    "little memory?");
		return arena_format(arena, "cannot be run (%s)",
				    strerror(number));
	case ENDING_KILLED:
		if (number == SIGXCPU)
			return arena_format(arena,
					    "took longer than %u s of the "
					    "processor's time (killed by "
					    "signal %d)" MORE,
					    limits->processor, number);
		return arena_format(arena, "was killed by signal %d", number);
	case ENDING_EXITED:
		break;
	}
	if (is_exhausted(program, caged))
		return arena_format(arena,
				    "needed more than %u MiB of memory" MORE,
				    least_memory(limits));
	return arena_format(arena, "failed with exit status %d", number);
}
