/*
 * `casebook complete -- WORD…`: what the last word could become, behind those
 * before it. The shells' completions (data/completions/) ask this, so that the
 * tables of commands, options and filters are the only lists of what there is.
 * It is quick, and silent whatever is wrong: without a casebook there are no
 * names to tell.
 *
 * What a word may be is read from the placeholder that help prints for it:
 * PROJECT, FILE, FORMAT; "a|b" are words to choose from.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "casebook/ask/grouping.h"
#include "casebook/ask/question.h"
#include "casebook/store/schema.h"
#include "command.h"
#include "rows.h"

enum { MOST_PLACEHOLDERS = 4 };

struct completing {
	struct session *session;
	struct diagnostics silent;
	struct options options; /* of the words before */
	struct arguments words; /* arguments before; the command first */
	const char *current;	/* the word to complete */
	const char *before;	/* "--theme=" where a value is attached */
};

/* --- candidates ----------------------------------------------------------- */

/* Prints a candidate that the current word could become. */
static void
offer(const struct completing *completing, struct text word, const char *help)
{
	size_t len = strlen(completing->current);

	if (word.len == 0 || word.len < len ||
	    strncasecmp(word.bytes, completing->current, len) != 0)
		return;
	for (size_t i = 0; i < word.len; i++)
		if (iscntrl((unsigned char)word.bytes[i]))
			return;
	printf("%s%.*s%s%s\n", completing->before, TEXT_ARG(word),
	       *help ? "\t" : "", help);
}

static void
offer_query(const struct completing *completing, struct query *query)
{
	while (query && query_step(query) == 1)
		offer(completing, query_text(query, 0), "");
	query_free(query);
}

/* The command that the words name; NULL: none yet, or none of this name. */
static const struct command *
command_of(const struct completing *completing)
{
	return completing->words.n
		       ? session_find_command(completing->session,
					      completing->words.items[0])
		       : NULL;
}

/* The store that the words name, open for as long as `ask` runs. */
static struct store *
open_store(struct completing *completing)
{
	return store_open(session_database(&completing->options),
			  &completing->silent);
}

static void
offer_filter(struct completing *completing, size_t i)
{
	struct store *store = open_store(completing);

	if (store)
		offer_query(completing,
			    filter_candidates(i, store, &completing->silent));
	store_close(store);
}

static void
offer_projects(struct completing *completing)
{
	struct store *store = open_store(completing);
	struct filter *all = filter_new();

	if (store)
		offer_query(completing,
			    question_ask(question_find(TEXT("keys")), all,
					 store, &completing->silent));
	filter_free(all);
	store_close(store);
}

static void
offer_sources(struct completing *completing)
{
	const struct filter_option *option;

	for (size_t i = 0; (option = filter_option_at(i)); i++)
		if (strcmp(option->name, "source") == 0)
			offer_filter(completing, i);
}

static void
offer_views(struct completing *completing)
{
	struct schema schema;

	schema_read(&schema);
	for (size_t i = 0; i < schema.n_views; i++)
		offer(completing, schema.views[i].name, "");
	schema_release(&schema);
}

static void
offer_reports(struct completing *completing)
{
	const struct question *question;

	for (size_t i = 0; (question = question_at(i)); i++)
		if (question->report)
			offer(completing, text_of(question->name),
			      question->help);
}

static void
offer_commands(struct completing *completing)
{
	const struct session *session = completing->session;

	for (size_t i = 0; i < session->n_commands; i++)
		if (!session->commands[i].hidden)
			offer(completing, text_of(session->commands[i].name),
			      session->commands[i].summary);
}

static void
offer_formats(struct completing *completing)
{
	const struct command *command = command_of(completing);
	const struct format *format;

	for (size_t i = 0; (format = format_at(i)); i++) {
		const char *only = format_command(format);

		if (!only || !command || strcmp(only, command->name) == 0)
			offer(completing, text_of(format_name(format)),
			      format_help(format));
	}
}

/* What a report is grouped by; elsewhere a name is of the user's making. */
static void
offer_groupings(struct completing *completing)
{
	const struct command *command = command_of(completing);
	const struct grouping *grouping;

	if (!command || !command->reports)
		return;
	for (size_t i = 0; (grouping = grouping_at(i)); i++)
		offer(completing, text_of(grouping->name), "");
}

/* By the names of their files. */
static void
offer_layouts(struct completing *completing)
{
	static const char folder[] = "layouts/", ending[] = ".yml";
	struct data data;

	if (data_open(&data, completing->options.data, &completing->silent) ==
	    -1)
		return;
	for (size_t i = 0; i < data.n_files; i++) {
		struct text name = text_of(data.files[i].name);

		if (text_starts(name, folder) && text_ends(name, ending))
			offer(completing,
			      text_sub(name, strlen(folder),
				       name.len - strlen(folder) -
					       strlen(ending)),
			      "");
	}
	data_close(&data);
}

static void
leave_files(struct completing *completing)
{
	(void)completing;
	puts(":files");
}

static void
leave_folders(struct completing *completing)
{
	(void)completing;
	puts(":folders");
}

/* --- placeholders --------------------------------------------------------- */

static const struct {
	const char *placeholder;
	void (*offer)(struct completing *completing);
} offers[] = {
	{"PROJECT", offer_projects}, {"SOURCE", offer_sources},
	{"VIEW", offer_views},	     {"TABLE", offer_views},
	{"COMMAND", offer_commands}, {"FORMAT", offer_formats},
	{"ID", offer_layouts},	     {"FILE", leave_files},
	{"PATH", leave_files},	     {"OLD", leave_files},
	{"NEW", leave_files},	     {"DIR", leave_folders},
	{"GOLD", leave_folders},     {"DIR_A", leave_folders},
	{"DIR_B", leave_folders},    {"NAME", offer_groupings},
};

enum { N_OFFERS = sizeof(offers) / sizeof(offers[0]) };

static void
offer_placeholder(struct completing *completing, struct text placeholder)
{
	for (size_t i = 0; i < N_OFFERS; i++)
		if (text_is(placeholder, offers[i].placeholder))
			offers[i].offer(completing);
}

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

		offer(completing, text_sub(choices, at, end - at), "");
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
		offer_placeholder(completing, placeholder);
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
			offer_filter(completing, i);
			return true;
		}
	return false;
}

static void
offer_name(struct completing *completing, const char *name, const char *help)
{
	struct text word = arena_format(completing->silent.arena, "--%s", name);

	offer(completing, word, help);
}

/* "--not-theme", offered to who began to type the "not". */
static void
offer_opposite(struct completing *completing, const char *name)
{
	if (strlen(completing->current) < strlen("--n"))
		return;
	offer(completing,
	      arena_format(completing->silent.arena, "%s%s", not_prefix, name),
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
			offer(completing, verb, "");
		for (size_t k = 0; i > 0 && k < n; k++)
			if (text_is(verb, completing->words.items[1]))
				offer_placeholder(completing, found[k]);
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
		offer_reports(completing);
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
		offer_placeholder(completing, found[i]);
}

/* --- the command line ----------------------------------------------------- */

static void
offer_word(struct completing *completing, const char *last)
{
	const struct command *command = command_of(completing);
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
		offer_commands(completing);
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
