/*
 * A casebook, or some projects of it, as REFI-QDA tells it (output/refi.h):
 * made of the public views and of the page of codes, data/labels/codes.yml.
 */
#ifndef COMMAND_REFI_MAKER_H
#define COMMAND_REFI_MAKER_H

#include "casebook/output/refi.h"
#include "command.h"

struct refi_maker {
	struct session *session;
	struct arena *arena; /* all texts */
	bool astray; /* a row was of a source or project that is not there */
	struct refi_project project;
	struct text *users; /* what the project points to; owned */
	size_t users_room, codes_room, variables_room, sources_room;
	size_t cases_room, notes_room, codings_room;
};

void refi_maker_init(struct refi_maker *maker, struct session *session);
void refi_maker_release(struct refi_maker *maker);

/* Adds the codes of the page. Returns 0, or -1 after messages. */
int refi_read_codes(struct refi_maker *maker);

/*
 * The code of this value below another one (REFI_NONE: at the top), added when
 * there is none yet. Lives as long as the maker; value is copied.
 */
size_t refi_code_below(struct refi_maker *maker, size_t parent,
		       struct text value);

/*
 * Adds sources, cases, notes and codings of the projects that the filter (which
 * is resolved) chooses. The codes must be there. Returns 0, or -1 after a
 * message.
 */
int refi_read_casebook(struct refi_maker *maker);

#endif
