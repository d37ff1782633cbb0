/*
 * Patterns on PCRE2. Those of the program are compiled for speed (JIT); those
 * of a user's files run in the interpreter with a callout before every item,
 * where the clock is looked at: a match limit alone does not bound time, since
 * it starts from zero at every position in the text.
 */
#include "casebook/text/pattern.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine.h"

enum {
	AUTO_CALLOUT_NUMBER = 255,
	CALLOUTS_BETWEEN_LOOKS = 4096, /* at the clock */
	MESSAGE_SIZE = 256,
	LATE_SIZE = 80, /* bytes kept of the text where a pattern was late */
};

/*
 * What an untrusted pattern may use: ten seconds of CPU time, and a
 * microsecond more for each byte that it has passed over, so that a decent
 * pattern is not late only because there are many reports.
 */
#define BUDGET (PATTERN_SECONDS * 1e9) /* nanoseconds */
#define BUDGET_PER_BYTE 1000.0	       /* nanoseconds */

/* What is left for one pattern, or for several together. */
struct allowance {
	double left; /* nanoseconds of CPU time */
	double most; /* what left never exceeds */
};

/* What changes while matching. */
struct run {
	pcre2_match_data *data;
	pcre2_match_context *context;
	struct allowance own, *allowed;
	double started; /* on the thread's clock, nanoseconds */
	unsigned callouts;
	size_t at; /* where the match in hand begins */
	bool late;
	struct {
		size_t at, text_len;
		char bytes[LATE_SIZE];
		size_t len;
	} where; /* it was late */
};

struct pattern {
	char *source;
	size_t source_len;
	unsigned flags;
	pcre2_general_context *engine;
	pcre2_code *code;
	struct run *run;
};

static double
cpu_now(void)
{
	struct timespec now = {0, 0};

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static int
look_at_clock(pcre2_callout_block *block, void *data)
{
	struct run *run = data;

	run->at = block->start_match;
	if (++run->callouts % CALLOUTS_BETWEEN_LOOKS != 0)
		return 0;
	return cpu_now() - run->started > run->allowed->left
		       ? PCRE2_ERROR_CALLOUT
		       : 0;
}

/* A fault at a byte of the source: the column moves along with it. */
static void
fault_at(const struct pattern *pattern, struct place where, size_t offset,
	 struct diagnostics *diagnostics, const char *fault)
{
	struct text source = pattern_source(pattern);
	struct text before = text_sub(source, 0, offset);
	size_t character = 0;

	for (size_t i = 0; i < before.len; i++)
		character += ((unsigned char)before.bytes[i] & 0xC0) != 0x80;
	if (character == 0)
		character = 1;
	if (where.column && !memchr(pattern->source, '\n', source.len))
		where.column += character - 1;
	diagnose(diagnostics, DIAGNOSTIC_PATTERN, where,
		 "pattern %s: %s at character %zu",
		 diagnostic_quote(diagnostics, source), fault, character);
}

static void
fault(const struct pattern *pattern, struct place where,
      struct diagnostics *diagnostics, const char *text)
{
	diagnose(diagnostics, DIAGNOSTIC_PATTERN, where, "pattern %s %s",
		 diagnostic_quote(diagnostics, pattern_source(pattern)), text);
}

/* Settings such as (*NO_JIT) at the start, which would undo our limits. */
static int
refuse_settings(const struct pattern *pattern, struct place where,
		struct diagnostics *diagnostics)
{
	static const char *const refused[] = {"(*LIMIT_", "(*NO_"};
	struct text rest = pattern_source(pattern);

	while (text_starts(rest, "(*")) {
		size_t end = text_find(rest, TEXT(")"), 0);

		for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++)
			if (text_starts(rest, refused[i])) {
				fault_at(pattern, where,
					 pattern->source_len - rest.len + 1,
					 diagnostics,
					 "settings such as (*NO_JIT) and "
					 "(*LIMIT_MATCH=) may not be used,");
				return -1;
			}
		if (end == rest.len)
			break;
		rest = text_sub(rest, end + 1, rest.len);
	}
	return 0;
}

static pcre2_compile_context *
compile_context(const struct pattern *pattern)
{
	pcre2_compile_context *context =
		pcre2_compile_context_create(pattern->engine);

	pcre2_set_newline(context, PCRE2_NEWLINE_ANY);
	pcre2_set_bsr(context, PCRE2_BSR_UNICODE);
	pcre2_set_parens_nest_limit(context, PATTERN_DEEPEST);
	return context;
}

static uint32_t
compile_options(unsigned flags)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;

	if (flags & PATTERN_CASELESS)
		options |= PCRE2_CASELESS;
	if (flags & PATTERN_MULTILINE)
		options |= PCRE2_MULTILINE;
	if (flags & PATTERN_UNTRUSTED)
		options |= PCRE2_AUTO_CALLOUT;
	return options;
}

static int
compile(struct pattern *pattern, struct place where,
	struct diagnostics *diagnostics)
{
	pcre2_compile_context *context = compile_context(pattern);
	PCRE2_UCHAR message[MESSAGE_SIZE];
	PCRE2_SIZE offset = 0;
	int error = 0;

	pattern->code = pcre2_compile(
		(PCRE2_SPTR)pattern->source, pattern->source_len,
		compile_options(pattern->flags), &error, &offset, context);
	pcre2_compile_context_free(context);
	if (pattern->code)
		return 0;
	pcre2_get_error_message(error, message, MESSAGE_SIZE);
	fault_at(pattern, where, offset, diagnostics, (const char *)message);
	return -1;
}

/* Finds the first callout that the pattern itself asks for. */
static int
find_callout(pcre2_callout_enumerate_block *block, void *data)
{
	size_t *behind = data; /* it, in the source */

	if (block->callout_number == AUTO_CALLOUT_NUMBER &&
	    !block->callout_string)
		return 0;
	*behind = block->pattern_position;
	return 1;
}

static int
check_compiled(const struct pattern *pattern, bool empty, struct place where,
	       struct diagnostics *diagnostics)
{
	uint32_t matches_empty = 0, n_groups = 0;
	size_t size = 0, callout = 0;

	pcre2_pattern_info(pattern->code, PCRE2_INFO_MATCHEMPTY,
			   &matches_empty);
	pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &n_groups);
	pcre2_pattern_info(pattern->code, PCRE2_INFO_SIZE, &size);
	if (pcre2_callout_enumerate(pattern->code, find_callout, &callout)) {
		while (callout > 0 &&
		       strncmp(pattern->source + callout, "(?C", 3) != 0)
			callout--;
		fault_at(pattern, where, callout + 1, diagnostics,
			 "callouts (?C) may not be used,");
		return -1;
	}
	if (matches_empty && !empty) {
		fault(pattern, where, diagnostics,
		      "matches nothing (the empty text): say what must be "
		      "there, with + instead of * for instance");
		return -1;
	}
	if (n_groups >= PATTERN_MOST_GROUPS) {
		fault(pattern, where, diagnostics,
		      "has more than 11 groups: write (?:...) for those that "
		      "need no name");
		return -1;
	}
	if (pattern->flags & PATTERN_UNTRUSTED && size > PATTERN_LARGEST) {
		fault(pattern, where, diagnostics,
		      "is too large when compiled (limit 256 KiB)");
		return -1;
	}
	return 0;
}

static void
prepare_run(struct pattern *pattern)
{
	struct run *run = memory_new(1, sizeof(*run));

	pattern->run = run;
	run->own = (struct allowance){BUDGET, BUDGET};
	run->allowed = &run->own;
	run->data = pcre2_match_data_create_from_pattern(pattern->code,
							 pattern->engine);
	run->context = pcre2_match_context_create(pattern->engine);
	pcre2_set_heap_limit(run->context, PATTERN_MOST_MEMORY);
	if (pattern->flags & PATTERN_UNTRUSTED) {
		pcre2_set_match_limit(run->context, PATTERN_MOST_STEPS);
		pcre2_set_depth_limit(run->context, PATTERN_MOST_RETURNS);
		pcre2_set_callout(run->context, look_at_clock, run);
	} else {
		/* Where there is no JIT, the interpreter does it. */
		(void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
	}
}

struct pattern *
pattern_new(struct text source, unsigned flags, bool empty, struct place where,
	    struct diagnostics *diagnostics)
{
	struct pattern *pattern = memory_new(1, sizeof(*pattern));

	pattern->source = memory_string(source);
	pattern->source_len = source.len;
	pattern->flags = flags;
	pattern->engine = engine_new();
	if (flags & PATTERN_UNTRUSTED) {
		if (source.len > PATTERN_LONGEST) {
			fault(pattern, where, diagnostics,
			      "is longer than 4 KiB");
			goto refused;
		}
		if (refuse_settings(pattern, where, diagnostics))
			goto refused;
	}
	if (compile(pattern, where, diagnostics) ||
	    check_compiled(pattern, empty, where, diagnostics))
		goto refused;
	prepare_run(pattern);
	return pattern;
refused:
	pattern_free(pattern);
	return NULL;
}

void
pattern_free(struct pattern *pattern)
{
	if (!pattern)
		return;
	if (pattern->run) {
		pcre2_match_data_free(pattern->run->data);
		pcre2_match_context_free(pattern->run->context);
	}
	free(pattern->run);
	pcre2_code_free(pattern->code);
	pcre2_general_context_free(pattern->engine);
	free(pattern->source);
	free(pattern);
}

static void
fill_match(struct match *match, const struct run *run, int n_set)
{
	const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(run->data);

	*match = (struct match){.mark = NULL};
	for (int i = 0; i < n_set && i < PATTERN_MOST_GROUPS; i++) {
		if (ends[2 * i] == PCRE2_UNSET)
			continue;
		match->set[i] = true;
		match->groups[i] = span_of(ends[2 * i], ends[2 * i + 1]);
	}
	match->mark = (const char *)pcre2_get_mark(run->data);
}

static int
run_match(const struct pattern *pattern, struct text text, size_t from,
	  uint32_t options)
{
	return pcre2_match(pattern->code,
			   (PCRE2_SPTR)(text.bytes ? text.bytes : ""), text.len,
			   from, options | PCRE2_NO_UTF_CHECK,
			   pattern->run->data, pattern->run->context);
}

/* Takes the time that a match took off what is left. */
static int
run_under_deadline(const struct pattern *pattern, struct text text, size_t from)
{
	struct run *run = pattern->run;
	struct allowance *allowed = run->allowed;
	size_t passed = from;
	int result;

	run->started = cpu_now();
	result = run_match(pattern, text, from, 0);
	allowed->left -= cpu_now() - run->started;
	if (allowed->left < 0)
		result = PCRE2_ERROR_CALLOUT;
	if (result >= 0)
		passed = pcre2_get_ovector_pointer(run->data)[1];
	else if (result == PCRE2_ERROR_NOMATCH)
		passed = text.len;
	if (passed > from)
		allowed->left += BUDGET_PER_BYTE * (double)(passed - from);
	if (allowed->left > allowed->most)
		allowed->left = allowed->most;
	return result;
}

/* It found nothing, or was late: the first time is remembered. */
static void
remember_failure(struct run *run, struct text text, int result)
{
	if (result == PCRE2_ERROR_NOMATCH || run->late)
		return;
	run->late = true;
	run->where.at = run->at;
	run->where.text_len = text.len;
	run->where.len = text.len - run->at;
	if (run->where.len > LATE_SIZE)
		run->where.len = LATE_SIZE;
	if (run->where.len)
		memcpy(run->where.bytes, text.bytes + run->at, run->where.len);
}

bool
pattern_match(const struct pattern *pattern, struct text text, size_t from,
	      struct match *match)
{
	struct run *run = pattern->run;
	int result;

	*match = (struct match){.mark = NULL};
	while (from < text.len &&
	       ((unsigned char)text.bytes[from] & 0xC0) == 0x80)
		from++;
	if (from > text.len)
		return false;
	if (run->allowed->left < 0)
		return false;
	run->at = from;
	if (pattern->flags & PATTERN_UNTRUSTED) {
		result = run_under_deadline(pattern, text, from);
	} else {
		result = run_match(pattern, text, from, 0);
		if (result == PCRE2_ERROR_JIT_STACKLIMIT)
			result = run_match(pattern, text, from, PCRE2_NO_JIT);
	}
	if (result < 0) {
		remember_failure(run, text, result);
		return false;
	}
	fill_match(match, run, result);
	return true;
}

bool
pattern_late(const struct pattern *pattern)
{
	return pattern->run->late;
}

void
pattern_allow(const struct pattern *pattern, double seconds)
{
	*pattern->run->allowed =
		(struct allowance){seconds * 1e9, seconds * 1e9};
	pattern->run->late = false;
}

void
pattern_share(const struct pattern *pattern, const struct pattern *other)
{
	pattern->run->allowed = other->run->allowed;
}

size_t
pattern_late_at(const struct pattern *pattern, struct text text)
{
	const struct run *run = pattern->run;
	struct text words = {run->where.bytes, run->where.len};

	if (run->where.text_len == text.len)
		return run->where.at;
	return words.len ? text_find(text, words, 0) : text.len;
}

unsigned
pattern_group(const struct pattern *pattern, const char *name)
{
	int number = pcre2_substring_number_from_name(pattern->code,
						      (PCRE2_SPTR)name);

	return number > 0 ? (unsigned)number : 0;
}

struct text
pattern_source(const struct pattern *pattern)
{
	return (struct text){pattern->source, pattern->source_len};
}
