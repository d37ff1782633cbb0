/* What all commands do alike: messages of usage, and finding commands. */
#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "command.h"

static const char usual_database[] = "casebook.db";

const char *
session_database(const struct options *options)
{
	const char *named = getenv("CASEBOOK_DB");

	if (options->database)
		return options->database;
	return named && *named ? named : usual_database;
}

struct converters *
session_converters(struct session *session)
{
	if (!session->converters)
		session->converters =
			converters_new(&session->data, &session->diagnostics);
	return session->converters;
}

const struct command *
session_find_command(const struct session *session, const char *name)
{
	for (size_t i = 0; i < session->n_commands; i++)
		if (strcmp(session->commands[i].name, name) == 0)
			return &session->commands[i];
	return NULL;
}

void
session_refuse(struct session *session, const char *problem, const char *word,
	       const char *advice)
{
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL}, "%s %s%s", problem,
		 diagnostic_quote(&session->diagnostics, text_of(word)),
		 advice);
}

int
session_check_utf8(struct session *session, const char *word)
{
	struct text rest = text_of(word);

	while (rest.len) {
		uint32_t c;
		size_t len = utf8_read(rest, &c);

		if (len == 0) {
			session_refuse(session, "not UTF-8:", word, "");
			return -1;
		}
		rest = text_sub(rest, len, rest.len - len);
	}
	return 0;
}

void
session_refuse_command(struct session *session, const char *name)
{
	struct arena *arena = session->diagnostics.arena;
	struct text *words =
		arena_alloc(arena, session->n_commands, sizeof(*words));
	size_t n = 0;

	for (size_t i = 0; i < session->n_commands; i++)
		if (!session->commands[i].hidden)
			words[n++] = text_of(session->commands[i].name);
	session_refuse(session, "unknown command", name,
		       suggestion(arena, text_of(name), words, n));
}
