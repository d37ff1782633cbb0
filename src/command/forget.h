/*
 * What the files of `casebook forget` share: who is forgotten, and what was
 * found of the person.
 */
#ifndef COMMAND_FORGET_H
#define COMMAND_FORGET_H

#include "casebook/extract/extract.h"
#include "casebook/store/correction.h"
#include "command.h"
#include "forget_person.h"

struct forget {
	struct session *session;
	struct diagnostics *diagnostics; /* the session's */
	struct arena *arena;
	struct text because, by, at;
	struct store *store; /* while it is looked at */
	struct forget_person person;
	struct forgotten *alone; /* the forms of this person only */
	bool again;		 /* forgotten already */
	bool scour_only;	 /* and nothing is left */
	size_t n_named;		 /* sources that are called by the name */
	size_t n_places, n_rows, n_corrections;
	struct names paths; /* of the files that hold the name */
};

/*
 * A correction without the person, who may be the one whom it is about: then
 * its action is none (N_CORRECTION_ACTIONS), and it is to be dropped. Returns
 * whether anything of it is changed.
 */
bool forget_blank_correction(const struct forgotten *forgotten,
			     struct correction *correction,
			     struct arena *arena);

/*
 * Writes it all, in one transaction, and wipes the file. Counts anew what was
 * blanked. Returns 0, or -1 after a message.
 */
int forget_write(struct forget *forget, const struct rules *rules);

#endif
