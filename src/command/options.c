/*
 * Reading the command line over the table of options. Knows nothing of
 * commands: which of them takes what is main's to check.
 */
#include "options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "casebook/text/distance.h"

enum {
	LONGEST_LIMIT = 24 * 60 * 60, /* seconds */
	WORDS_TO_LIST = 20,	      /* a message lists at most so many */
};

enum option_type {
	OPTION_IS_FLAG,
	OPTION_IS_TEXT,
	OPTION_IS_NUMBER,
	OPTION_IS_FORMAT,
	OPTION_IS_CSV,
	OPTION_IS_JSON,
	OPTION_IS_PAIRS,
};

/* An option is a bit of a mask. */
_Static_assert(N_OPTIONS <= 64, "more options than bits");

const struct option_row option_rows[N_OPTIONS] = {
#define X(constant, name, letter, argument, type, field, help) \
	[OPTION_##constant] = {name, letter, argument, help},
	OPTIONS(X)
#undef X
};

static const struct {
	enum option_type type;
	size_t field; /* its offset in struct options */
} option_fields[N_OPTIONS] = {
#define X(constant, name, letter, argument, type, field, help) \
	[OPTION_##constant] = {OPTION_IS_##type, \
			       offsetof(struct options, field)},
	OPTIONS(X)
#undef X
};

void
options_init(struct options *options)
{
	*options = (struct options){.time_limit = TIME_LIMIT,
				    .filter = filter_new()};
}

void
options_release(struct options *options)
{
	struct arguments *const pairs[] = {&options->where, &options->set,
					   &options->add, &options->drop,
					   &options->confirm};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		free(pairs[i]->items);
	filter_free(options->filter);
	*options = (struct options){.filter = NULL};
}

const char *
suggestion(struct arena *arena, struct text word, const struct text *words,
	   size_t n)
{
	size_t found = n ? nearest(word, words, n) : (size_t)-1;
	struct buffer advice = {NULL, 0, 0};
	struct text kept;

	if (found != (size_t)-1)
		buffer_format(&advice, "; did you mean %.*s?",
			      TEXT_ARG(words[found]));
	else if (n <= WORDS_TO_LIST)
		for (size_t i = 0; i < n; i++)
			buffer_format(&advice, "%s%.*s",
				      i ? ", " : "; there are ",
				      TEXT_ARG(words[i]));
	kept = arena_text(arena, buffer_text(&advice));
	buffer_release(&advice);
	return kept.bytes;
}

/* The command line while it is read. */
struct reader {
	struct options *options;
	struct diagnostics *diagnostics;
	option_mask given;
	char **next; /* of the words; ends in NULL */
};

static int
complain(struct reader *reader, const char *problem, struct text word,
	 const char *advice)
{
	diagnose(reader->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "%s %s%s", problem,
		 diagnostic_quote(reader->diagnostics, word), advice);
	return -1;
}

static int
unknown_option(struct reader *reader, struct text name)
{
	struct text words[N_OPTIONS + 64];
	size_t n = 0;

	for (size_t i = 0; i < N_OPTIONS; i++)
		words[n++] = text_of(option_rows[i].name);
	for (size_t i = 0; filter_option_at(i) && n + 1 < N_OPTIONS + 64; i++) {
		words[n++] = text_of(filter_option_at(i)->name);
		words[n++] = arena_format(reader->diagnostics->arena,
					  FILTER_NOT "%s",
					  filter_option_at(i)->name);
	}
	for (size_t i = 0; i < n; i++)
		words[i] = arena_format(reader->diagnostics->arena, "--%.*s",
					TEXT_ARG(words[i]));
	return complain(reader, "unknown option", name,
			suggestion(reader->diagnostics->arena, name, words, n));
}

/* A format that is none, but begins the name of a dialect: "excel". */
static const char *
dialect_advice(struct arena *arena, struct text name)
{
	const struct format *dialect;

	for (size_t i = 0; name.len > 2 && (dialect = dialect_at(i)); i++)
		if (strncasecmp(format_name(dialect), name.bytes, name.len) ==
		    0)
			return arena_format(arena,
					    "; there is --dialect %s: %s",
					    format_name(dialect),
					    format_help(dialect))
				.bytes;
	return NULL;
}

static int
set_format(struct reader *reader, const struct format **field, struct text name)
{
	struct arena *arena = reader->diagnostics->arena;
	const char *advice = dialect_advice(arena, name);
	struct text words[16];
	size_t n = 0;

	*field = format_find(name);
	if (*field)
		return 0;
	for (; n < 16 && format_at(n); n++)
		words[n] = text_of(format_name(format_at(n)));
	return complain(reader, "unknown format", name,
			advice ? advice : suggestion(arena, name, words, n));
}

static int
set_number(struct reader *reader, unsigned *field, const char *value)
{
	char *end = NULL;
	long number;

	errno = 0;
	number = strtol(value, &end, 10);
	if (errno || end == value || *end || number < 0 ||
	    number > LONGEST_LIMIT)
		return complain(reader,
				"not a number of seconds:", text_of(value), "");
	*field = (unsigned)number;
	return 0;
}

static void
add_word(struct arguments *words, const char *word)
{
	words->items = array_grow(words->items, words->n, &words->capacity,
				  sizeof(word));
	words->items[words->n++] = word;
}

/* A small word, then "=". */
static bool
is_pair(const char *word)
{
	size_t len = strspn(word, "abcdefghijklmnopqrstuvwxyz_");

	return len > 0 && word[len] == '=';
}

/* The value, and all pairs that stand behind it. */
static int
set_pairs(struct reader *reader, struct arguments *field, const char *value)
{
	if (!strchr(value, '='))
		return complain(reader, "not COLUMN=VALUE:", text_of(value),
				"");
	add_word(field, value);
	while (*reader->next && is_pair(*reader->next))
		add_word(field, *reader->next++);
	return 0;
}

static int
set_option(struct reader *reader, size_t i, const char *value)
{
	char *field = (char *)reader->options + option_fields[i].field;

	reader->given |= OPTION_AT(i);
	switch (option_fields[i].type) {
	case OPTION_IS_FLAG:
		*(bool *)(void *)field = true;
		return 0;
	case OPTION_IS_TEXT:
		if (!*value)
			return complain(reader, "an empty value for option",
					arena_format(reader->diagnostics->arena,
						     "--%s",
						     option_rows[i].name),
					"");
		*(const char **)(void *)field = value;
		return 0;
	case OPTION_IS_NUMBER:
		return set_number(reader, (unsigned *)(void *)field, value);
	case OPTION_IS_FORMAT:
		return set_format(reader, (const struct format **)(void *)field,
				  text_of(value));
	case OPTION_IS_CSV:
	case OPTION_IS_JSON:
		return set_format(reader, (const struct format **)(void *)field,
				  text_of(option_rows[i].name));
	case OPTION_IS_PAIRS:
		return set_pairs(reader, (struct arguments *)(void *)field,
				 value);
	}
	return 0;
}

/*
 * The value of an option that takes one: behind its "=", else the next word.
 * NULL after a message.
 */
static const char *
option_value(struct reader *reader, struct text option, const char *attached,
	     const char *argument)
{
	if (attached)
		return attached;
	if (*reader->next)
		return *reader->next++;
	diagnose(reader->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "option %s needs a %s behind it",
		 diagnostic_quote(reader->diagnostics, option), argument);
	return NULL;
}

/* A filter, or the counterpart of one; nothing else is left. */
static int
read_filter(struct reader *reader, struct text option, const char *attached)
{
	struct text name = text_sub(option, 2, option.len - 2);
	bool negated = text_starts(name, FILTER_NOT);
	const struct filter_option *filter;
	const char *value;
	size_t i = 0;

	if (negated)
		name = text_sub(name, strlen(FILTER_NOT),
				name.len - strlen(FILTER_NOT));
	while ((filter = filter_option_at(i)) && !text_is(name, filter->name))
		i++;
	if (!filter)
		return unknown_option(reader, option);
	value = option_value(reader, option, attached, filter->argument);
	if (!value)
		return -1;
	return (negated ? filter_add_not : filter_add)(
		reader->options->filter, i, value, reader->diagnostics);
}

/* One word that begins with two dashes. */
static int
read_long(struct reader *reader, const char *word)
{
	struct text whole = text_of(word);
	size_t equals = text_find(whole, TEXT("="), 0);
	struct text option = text_sub(whole, 0, equals);
	struct text name = text_sub(option, 2, option.len - 2);
	const char *attached = equals < whole.len ? word + equals + 1 : NULL;
	const char *value = "";

	for (size_t i = 0; i < N_OPTIONS; i++) {
		if (!text_is(name, option_rows[i].name))
			continue;
		if (!*option_rows[i].argument && attached)
			return complain(reader, "nothing goes behind", option,
					"");
		if (*option_rows[i].argument)
			value = option_value(reader, option, attached,
					     option_rows[i].argument);
		return value ? set_option(reader, i, value) : -1;
	}
	return read_filter(reader, option, attached);
}

/* One word that begins with one dash: a letter, its value behind it. */
static int
read_short(struct reader *reader, const char *word)
{
	for (size_t i = 0; i < N_OPTIONS; i++) {
		const struct option_row *row = &option_rows[i];
		const char *value = "";

		if (!row->letter || word[1] != row->letter)
			continue;
		if (!*row->argument && word[2])
			break;
		if (*row->argument)
			value = option_value(reader, text_of(word),
					     word[2] ? word + 2 : NULL,
					     row->argument);
		return value ? set_option(reader, i, value) : -1;
	}
	return unknown_option(reader, text_of(word));
}

/* A dialect is one of CSV, and of nothing else; it need not be said twice. */
static int
choose_dialect(struct reader *reader)
{
	struct options *options = reader->options;
	struct arena *arena = reader->diagnostics->arena;
	struct text name, words[16];
	size_t n = 0;

	if (!options->dialect)
		return 0;
	name = text_of(options->dialect);
	for (; n < 16 && dialect_at(n); n++)
		words[n] = text_of(format_name(dialect_at(n)));
	if (!dialect_find(name))
		return complain(reader, "unknown dialect", name,
				suggestion(arena, name, words, n));
	if (options->format && options->format != format_find(TEXT("csv")))
		return complain(reader, "--dialect is one of CSV, not of",
				text_of(format_name(options->format)), "");
	options->format = dialect_find(name);
	return 0;
}

/* No option's name begins with a blank: it is SQL that begins with a comment.
 */
static bool
is_long(const char *word)
{
	return word[0] == '-' && word[1] == '-' && word[2] != ' ';
}

int
options_read(struct options *options, struct arguments *arguments,
	     option_mask *given, int argc, char **argv,
	     struct diagnostics *diagnostics)
{
	struct reader reader = {options, diagnostics, 0,
				argv + (argc > 0 ? 1 : 0)};
	bool ended = false;
	int result = 0;

	while (*reader.next) {
		const char *word = *reader.next++;

		if (!ended && strcmp(word, "--") == 0) {
			ended = true;
		} else if (!ended && is_long(word)) {
			if (read_long(&reader, word) == -1)
				result = -1;
		} else if (!ended && word[0] == '-' && word[1] &&
			   word[1] != '-') {
			if (read_short(&reader, word) == -1)
				result = -1;
		} else {
			add_word(arguments, word);
		}
	}
	if (choose_dialect(&reader) == -1)
		result = -1;
	*given = reader.given;
	return result;
}

void
columns_asked_init(struct columns_asked *asked, const char *list)
{
	struct text rest = text_of(list);

	*asked = (struct columns_asked){NULL, 0, 0};
	while (rest.len) {
		size_t len = text_find(rest, TEXT(","), 0);
		size_t next = len < rest.len ? len + 1 : len;

		asked->items =
			array_grow(asked->items, asked->n, &asked->capacity,
				   sizeof(*asked->items));
		asked->items[asked->n++] = text_trim(text_sub(rest, 0, len));
		rest = text_sub(rest, next, rest.len - next);
	}
}

void
columns_asked_release(struct columns_asked *asked)
{
	free(asked->items);
	*asked = (struct columns_asked){NULL, 0, 0};
}
