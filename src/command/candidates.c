/*
 * The candidates themselves: by the placeholder that help prints for a word,
 * the names that the tables, the data or the casebook have for it. Where on the
 * command line the word stands is complete.c's.
 */
#include "candidates.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "casebook/ask/facet.h"
#include "casebook/ask/field.h"
#include "casebook/ask/grouping.h"
#include "casebook/ask/question.h"
#include "casebook/store/schema.h"
#include "rows.h"

void
candidates_offer(const struct completing *completing, struct text word,
		 const char *help)
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
		candidates_offer(completing, query_text(query, 0), "");
	query_free(query);
}

const struct command *
candidates_command(const struct completing *completing)
{
	return completing->words.n
		       ? session_find_command(completing->session,
					      completing->words.items[0])
		       : NULL;
}

/* The casebook that the words name; NULL: none that can be read. */
static struct store *
open_store(struct completing *completing)
{
	return store_open(session_database(&completing->options),
			  &completing->silent);
}

void
candidates_offer_filter(struct completing *completing, size_t i)
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
offer_filter(struct completing *completing, const char *name)
{
	const struct filter_option *option;

	for (size_t i = 0; (option = filter_option_at(i)); i++)
		if (strcmp(option->name, name) == 0)
			candidates_offer_filter(completing, i);
}

static void
offer_sources(struct completing *completing)
{
	offer_filter(completing, "source");
}

static void
offer_advisers(struct completing *completing)
{
	offer_filter(completing, "adviser");
}

static void
offer_views(struct completing *completing)
{
	struct schema schema;

	schema_read(&schema);
	for (size_t i = 0; i < schema.n_views; i++)
		candidates_offer(completing, schema.views[i].name, "");
	schema_release(&schema);
}

void
candidates_offer_reports(struct completing *completing)
{
	const struct question *question;

	for (size_t i = 0; (question = question_at(i)); i++)
		if (question->report)
			candidates_offer(completing, text_of(question->name),
					 question->help);
}

void
candidates_offer_commands(struct completing *completing)
{
	const struct session *session = completing->session;

	for (size_t i = 0; i < session->n_commands; i++)
		if (!session->commands[i].hidden)
			candidates_offer(completing,
					 text_of(session->commands[i].name),
					 session->commands[i].summary);
}

static void
offer_formats(struct completing *completing)
{
	const struct command *command = candidates_command(completing);
	const struct format *format;

	for (size_t i = 0; (format = format_at(i)); i++) {
		const char *only = format_command(format);

		if (!only || !command || strcmp(only, command->name) == 0)
			candidates_offer(completing,
					 text_of(format_name(format)),
					 format_help(format));
	}
}

/* The fields of the casebook, as columns, facets and groups name them. */
static void
offer_fields(struct completing *completing)
{
	struct store *store = open_store(completing);
	struct query *query =
		store ? field_names(store, &completing->silent) : NULL;

	while (query && query_step(query) == 1)
		candidates_offer(completing,
				 arena_format(completing->silent.arena,
					      "field:%.*s",
					      TEXT_ARG(query_text(query, 0))),
				 "");
	query_free(query);
	store_close(store);
}

/* The last of a list, behind its comma. */
static void
offer_facets(struct completing *completing)
{
	const char *whole = completing->current, *before = completing->before;
	const char *comma = strrchr(whole, ',');
	const struct filter_option *option;

	if (comma) {
		completing->before =
			arena_format(completing->silent.arena, "%s%.*s", before,
				     (int)(comma + 1 - whole), whole)
				.bytes;
		completing->current = comma + 1;
	}
	for (size_t i = 0; (option = filter_option_at(i)); i++)
		if (facet_is(i))
			candidates_offer(completing, text_of(option->name), "");
	offer_fields(completing);
	completing->current = whole;
	completing->before = before;
}

/* What a report is grouped by; elsewhere a name is of the user's making. */
static void
offer_groupings(struct completing *completing)
{
	const struct command *command = candidates_command(completing);
	const struct grouping *grouping;

	if (!command || !command->reports)
		return;
	for (size_t i = 0; (grouping = grouping_at(i)); i++)
		candidates_offer(completing, text_of(grouping->name), "");
	offer_fields(completing);
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
			candidates_offer(completing,
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

static const struct {
	const char *placeholder;
	void (*offer)(struct completing *completing);
} offers[] = {
	{"PROJECT", offer_projects}, {"SOURCE", offer_sources},
	{"WHO", offer_advisers},     {"VIEW", offer_views},
	{"TABLE", offer_views},	     {"COMMAND", candidates_offer_commands},
	{"FORMAT", offer_formats},   {"ID", offer_layouts},
	{"FILE", leave_files},	     {"PATH", leave_files},
	{"OLD", leave_files},	     {"NEW", leave_files},
	{"DIR", leave_folders},	     {"GOLD", leave_folders},
	{"DIR_A", leave_folders},    {"DIR_B", leave_folders},
	{"NAME", offer_groupings},   {"FACET", offer_facets},
};

enum { N_OFFERS = sizeof(offers) / sizeof(offers[0]) };

void
candidates_offer_placeholder(struct completing *completing,
			     struct text placeholder)
{
	for (size_t i = 0; i < N_OFFERS; i++)
		if (text_is(placeholder, offers[i].placeholder))
			offers[i].offer(completing);
}
