/* From the public views to what is left out. */
#include "redacting.h"

#include "casebook/ask/question.h"
#include "casebook/layout/vocabulary.h"
#include "casebook/store/schema.h"
#include "casebook/text/fold.h"
#include "rows.h"

/* What is learned of one kind, row by row. */
typedef void take_row(struct redaction *redaction, const struct query *query);

static void
take_person(struct redaction *redaction, const struct query *query)
{
	struct text kind = rows_text(query, "kind");

	redaction_add_person(redaction,
			     text_is(kind, "adviser")	? PERSON_ADVISER
			     : text_is(kind, "speaker") ? PERSON_SPEAKER
							: PERSON_JUDGE,
			     rows_text(query, "name"));
}

static void
take_address(struct redaction *redaction, const struct query *query)
{
	redaction_add_address(redaction, rows_text(query, "email"));
}

static void
take_place(struct redaction *redaction, const struct query *query)
{
	redaction_add_place(redaction, rows_text(query, "place"));
}

static void
take_text(struct redaction *redaction, const struct query *query)
{
	redaction_learn(redaction, rows_text(query, "text"));
}

/* In this order: a text is learned from when the names are known. */
static const struct {
	const char *question;
	take_row *take;
	bool names; /* for them alone */
} lessons[] = {
	{"redact-addresses", take_address, false},
	{"redact-persons", take_person, true},
	{"redact-places", take_place, true},
	{"redact-texts", take_text, true},
};

static int
learn(struct redaction *redaction, struct session *session, struct store *store,
      size_t lesson)
{
	const struct question question = {.name = lessons[lesson].question};
	struct filter *all = filter_new();
	struct query *query =
		question_ask(&question, all, store, &session->diagnostics);
	int step = -1;

	while (query && (step = query_step(query)) == 1)
		lessons[lesson].take(redaction, query);
	query_free(query);
	filter_free(all);
	return step;
}

int
redacting_teach(struct redaction *redaction, struct session *session,
		struct store *const *stores, size_t n)
{
	for (size_t i = 0; i < sizeof(lessons) / sizeof(lessons[0]); i++) {
		if (lessons[i].names &&
		    redaction_level(redaction) != REDACT_NAMES)
			continue;
		for (size_t j = 0; j < n; j++)
			if (learn(redaction, session, stores[j], i) == -1)
				return -1;
	}
	redaction_ready(redaction);
	return 0;
}

int
redacting_learn(struct session *session, struct store *const *stores, size_t n)
{
	return session->redaction
		       ? redacting_teach(session->redaction, session, stores, n)
		       : 0;
}

/* The level that was asked for; N_REDACT_LEVELS after a message. */
static size_t
read_level(struct session *session)
{
	struct text words[N_REDACT_LEVELS];
	const char *given = session->options.redact;
	size_t level = 0;

	for (size_t i = 0; i < N_REDACT_LEVELS; i++)
		words[i] = text_of(redact_level_name(i));
	while (level < N_REDACT_LEVELS && !text_is(words[level], given))
		level++;
	if (level == N_REDACT_LEVELS)
		session_refuse(session, "nothing to redact is called", given,
			       suggestion(session->diagnostics.arena,
					  text_of(given), words,
					  N_REDACT_LEVELS));
	return level;
}

/* The words of one table, folded. */
static struct text *
fold_table(const struct table *table, size_t *n, struct arena *arena)
{
	struct text word, value, *words;

	*n = 0;
	while (table_row(table, *n, &word, &value))
		++*n;
	words = arena_alloc(arena, *n + 1, sizeof(*words));
	for (size_t i = 0; i < *n; i++) {
		table_row(table, i, &word, &value);
		words[i] = fold_letters(arena, word);
	}
	return words;
}

static const struct redact_words *
read_words(struct session *session, const struct vocabularies *vocabularies)
{
	struct diagnostics *diagnostics = &session->diagnostics;
	struct redact_words *words =
		arena_alloc(diagnostics->arena, 1, sizeof(*words));
	const struct table *particles = vocabulary_table(
		vocabularies, "persons", "particles", diagnostics);
	const struct table *titles = vocabulary_table(vocabularies, "persons",
						      "titles", diagnostics);

	const struct table *phones = vocabulary_table(vocabularies, "persons",
						      "phones", diagnostics);

	if (!particles || !titles || !phones)
		return NULL;
	words->particles =
		fold_table(particles, &words->n_particles, diagnostics->arena);
	words->titles =
		fold_table(titles, &words->n_titles, diagnostics->arena);
	words->phones =
		fold_table(phones, &words->n_phones, diagnostics->arena);
	return words;
}

/* Municipalities are places whether a casebook has them or not. */
static int
add_municipalities(struct redaction *redaction, struct session *session,
		   const struct vocabularies *vocabularies)
{
	const struct table *table =
		vocabulary_table(vocabularies, "places", "municipalities",
				 &session->diagnostics);
	struct text word, value;

	for (size_t i = 0; table && table_row(table, i, &word, &value); i++)
		redaction_add_place(redaction, word);
	return table ? 0 : -1;
}

struct redaction *
redacting_make(struct session *session, enum redact_level level,
	       const struct redact_words **words)
{
	struct vocabularies *vocabularies =
		vocabularies_new(&session->data, &session->diagnostics);
	struct redaction *redaction = NULL;

	*words = vocabularies ? read_words(session, vocabularies) : NULL;
	if (*words)
		redaction = redaction_new(level, *words, &session->diagnostics);
	if (redaction &&
	    add_municipalities(redaction, session, vocabularies) == -1) {
		redaction_free(redaction);
		redaction = NULL;
	}
	vocabularies_free(vocabularies);
	return redaction;
}

/* Contacts, and the lengths of spans: they would tell those of names. */
static void
add_columns(struct redaction *redaction)
{
	struct schema schema;

	schema_read(&schema);
	for (size_t i = 0; i < schema.n_views; i++)
		for (size_t j = 0; j < schema.views[i].n_columns; j++)
			if (text_is(schema.views[i].columns[j].personal,
				    "contact"))
				redaction_add_column(
					redaction,
					schema.views[i].columns[j].name, true);
	redaction_add_column(redaction, TEXT("length"), false);
	schema_release(&schema);
}

/* Messages name what the casebook holds. */
static void
clean_message(struct buffer *out, struct text message, void *cleaner)
{
	struct buffer room = {NULL, 0, 0};

	buffer_add(out, redact(cleaner, message, &room));
	buffer_release(&room);
}

int
redacting_begin(struct session *session)
{
	const struct redact_words *words;
	size_t level;

	if (!session->options.redact)
		return 0;
	if (session->options.sql) {
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "--sql prints a question, which --redact cannot "
			 "clean; leave one of them out");
		return -1;
	}
	level = read_level(session);
	if (level == N_REDACT_LEVELS)
		return -1;
	session->redaction =
		redacting_make(session, (enum redact_level)level, &words);
	if (!session->redaction)
		return -1;
	add_columns(session->redaction);
	session->screen.redaction = session->redaction;
	session->diagnostics.clean = clean_message;
	session->diagnostics.cleaner = session->redaction;
	return session->store ? redacting_learn(session, &session->store, 1)
			      : 0;
}

void
redacting_tell(struct session *session)
{
	static const char *const words[N_REDACTED][2] = {
		[REDACTED_ADDRESS] = {"e-mail address", "e-mail addresses"},
		[REDACTED_NUMBER] = {"telephone number", "telephone numbers"},
		[REDACTED_NAME] = {"name", "names"},
	};
	struct buffer told = {NULL, 0, 0};

	if (!session->redaction)
		return;
	for (size_t i = 0; i < N_REDACTED; i++) {
		size_t n = redaction_count(session->redaction,
					   (enum redact_kind)i);

		if (n)
			buffer_format(&told, "%s%zu %s", told.len ? ", " : "",
				      n, words[i][n != 1]);
	}
	fflush(stdout);
	if (told.len || session->diagnostics.worst == STATUS_DONE)
		diagnose(&session->diagnostics, DIAGNOSTIC_REDACTED,
			 (struct place){.file = NULL}, "left out: %s",
			 told.len ? told.bytes
				  : "nothing, for nothing was found");
	buffer_release(&told);
}

void
redacting_end(struct session *session)
{
	session->diagnostics.clean = NULL;
	redaction_free(session->redaction);
	session->redaction = session->screen.redaction = NULL;
}
