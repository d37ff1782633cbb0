/*
 * `casebook complete -- WORD…`: what the last word could become, behind those
 * before it. The shells' completions (data/completions/) ask this, so that the
 * tables of commands, options and filters are the only lists of what there is.
 * It is quick, and silent whatever is wrong: without a casebook there are no
 * names to tell.
 *
 * What a word may be is read from the placeholder that help prints for it:
 * PROJECT, FILE, FORMAT (candidates.c); "a|b" are words to choose from.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "candidates.h"

enum { MOST_PLACEHOLDERS = 4 };

/* --- placeholders --------------------------------------------------------- */

static bool
is_placeholder_byte(char c)
{
	return (c >= 'A' && c <= 'Z') || c == '_';
}

/* The words in capitals of what stands in help, such as "OLD [NEW]". */
static size_t
find_placeholders(struct text help, struct text *found, size_t most)
{
	size_t n = 0;

	for (size_t at = 0; at < help.len && n < most; at++) {
		size_t from = at;

		while (at < help.len && is_placeholder_byte(help.bytes[at]))
			at++;
		if (at > from)
			found[n++] = text_sub(help, from, at - from);
	}
	return n;
}

/* Words to choose from: "nl|en". */
static void
offer_choices(struct completing *completing, struct text choices)
{
	for (size_t at = 0; at < choices.len;) {
		size_t end = text_find(choices, TEXT("|"), at);

		candidates_offer(completing, text_sub(choices, at, end - at),
				 "");
		at = end + 1;
	}
}

/* --- options -------------------------------------------------------------- */

static void
offer_option_value(struct completing *completing, const char *argument)
{
	struct text help = text_of(argument), placeholder;

	if (help.len && help.bytes[0] >= 'a' && help.bytes[0] <= 'z')
		offer_choices(completing, help);
	else if (find_placeholders(help, &placeholder, 1))
		candidates_offer_placeholder(completing, placeholder);
}

static const char not_prefix[] = "--not-";

/* Whether this is an option that takes a value; then that is offered. */
static bool
offer_value_of(struct completing *completing, struct text option)
{
	static const size_t not_len = sizeof(not_prefix) - 1;
	const struct filter_option *filter;
	struct text name;

	for (size_t i = 0; i < N_OPTIONS; i++) {
		const struct option_row *row = &option_rows[i];
		bool is_letter = row->letter && option.len == 2 &&
				 option.bytes[1] == row->letter;

		if (!*row->argument ||
		    !(is_letter || (text_starts(option, "--") &&
				    text_is(text_sub(option, 2, option.len - 2),
					    row->name))))
			continue;
		offer_option_value(completing, row->argument);
		return true;
	}
	if (!text_starts(option, "--"))
		return false;
	name = text_starts(option, not_prefix)
		       ? text_sub(option, not_len, option.len - not_len)
		       : text_sub(option, 2, option.len - 2);
	for (size_t i = 0; (filter = filter_option_at(i)); i++)
		if (text_is(name, filter->name)) {
			candidates_offer_filter(completing, i);
			return true;
		}
	return false;
}

static void
offer_name(struct completing *completing, const char *name, const char *help)
{
	struct text word = arena_format(completing->silent.arena, "--%s", name);

	candidates_offer(completing, word, help);
}

/* "--not-theme", offered to who began to type the "not". */
static void
offer_opposite(struct completing *completing, const char *name)
{
	if (strlen(completing->current) < strlen("--n"))
		return;
	candidates_offer(completing,
			 arena_format(completing->silent.arena, "%s%s",
				      not_prefix, name),
			 "");
}

static void
offer_options(struct completing *completing, const struct command *command)
{
	option_mask mask =
		OPTIONS_EVERYWHERE | (command ? command->options : 0);
	const struct filter_option *filter;

	for (size_t i = 0; i < N_OPTIONS; i++)
		if (mask & OPTION_AT(i))
			offer_name(completing, option_rows[i].name,
				   option_rows[i].help);
	for (size_t i = 0;
	     command && command->filters && (filter = filter_option_at(i));
	     i++) {
		offer_name(completing, filter->name, filter->help);
		offer_opposite(completing, filter->name);
	}
}

/* --- arguments ------------------------------------------------------------ */

/*
 * The i-th argument of a command whose help reads "list | show ID": the words
 * of the alternatives, then what stands behind the one that was chosen.
 */
static void
offer_alternative(struct completing *completing, struct text help, size_t i)
{
	for (size_t at = 0; at < help.len;) {
		size_t end = text_find(help, TEXT(" | "), at);
		struct text one = text_sub(help, at, end - at);
		size_t len = text_find(one, TEXT(" "), 0);
		struct text verb = text_sub(one, 0, len);
		struct text found[MOST_PLACEHOLDERS];
		size_t n = find_placeholders(one, found, MOST_PLACEHOLDERS);

		if (i == 0 && verb.len && islower((unsigned char)*verb.bytes))
			candidates_offer(completing, verb, "");
		for (size_t k = 0; i > 0 && k < n; k++)
			if (text_is(verb, completing->words.items[1]))
				candidates_offer_placeholder(completing,
							     found[k]);
		at = end + 3;
	}
}

static void
offer_argument(struct completing *completing, const struct command *command)
{
	struct text help = text_of(command->arguments);
	struct text found[MOST_PLACEHOLDERS];
	size_t i = completing->words.n - 1, n;

	if (command->reports && i == 0) {
		candidates_offer_reports(completing);
		return;
	}
	if (help.len && islower((unsigned char)*help.bytes)) {
		offer_alternative(completing, help, i);
		return;
	}
	n = find_placeholders(help, found, MOST_PLACEHOLDERS);
	if (n && i >= n && command->most == ANY_NUMBER)
		i = 0;
	if (i < n && i < command->most)
		candidates_offer_placeholder(completing, found[i]);
}

/* --- the command line ----------------------------------------------------- */

static void
offer_word(struct completing *completing, const char *last)
{
	const struct command *command = candidates_command(completing);
	struct text current = text_of(completing->current);
	size_t equals = text_find(current, TEXT("="), 0);

	if (last && offer_value_of(completing, text_of(last)))
		return;
	if (text_starts(current, "--") && equals < current.len) {
		completing->before =
			arena_text(completing->silent.arena,
				   text_sub(current, 0, equals + 1))
				.bytes;
		completing->current += equals + 1;
		offer_value_of(completing, text_sub(current, 0, equals));
	} else if (text_starts(current, "-")) {
		offer_options(completing, command);
	} else if (!completing->words.n) {
		candidates_offer_commands(completing);
	} else if (command) {
		offer_argument(completing, command);
	}
}

/* The words before the current one; bash gives "=" as a word of its own. */
static char **
words_before(const struct arguments *given, size_t *n)
{
	char **words = memory_new(given->n + 2, sizeof(*words));
	size_t last = given->n ? given->n - 1 : 0;

	*n = 0;
	words[(*n)++] = memory_string(TEXT("casebook"));
	for (size_t i = 0; i < last; i++)
		if (strcmp(given->items[i], "=") != 0)
			words[(*n)++] = memory_string(text_of(given->items[i]));
	return words;
}

void
command_complete(struct session *session)
{
	const struct arguments *given = &session->arguments;
	struct completing completing = {.session = session, .before = ""};
	option_mask mask;
	size_t n;
	char **words = words_before(given, &n);

	diagnostics_init(&completing.silent, false);
	options_init(&completing.options);
	options_read(&completing.options, &completing.words, &mask, (int)n,
		     words, &completing.silent);
	completing.current = given->n ? given->items[given->n - 1] : "";
	if (strcmp(completing.current, "=") == 0)
		completing.current = "";
	offer_word(&completing, n > 1 ? words[n - 1] : NULL);
	free(completing.words.items);
	options_release(&completing.options);
	diagnostics_release(&completing.silent);
	for (size_t i = 0; i < n; i++)
		free(words[i]);
	free(words);
}
