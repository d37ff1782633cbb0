/*
 * Corrections: what a person decided about a value or a row. They stand apart
 * from what is extracted, are found again by the project's key and the row's
 * key, and outlive every ingest, removal and rebuild. The views show them.
 *
 * Invariant: of one project, fact, key and column there is one correction, the
 * latest. A correction of a row (add, drop, confirm) has no column; one of a
 * value (set; or add, when it came with its row) has one that is not in the
 * key.
 */
#ifndef CASEBOOK_STORE_CORRECTION_H
#define CASEBOOK_STORE_CORRECTION_H

#include "casebook/base/diagnostic.h"
#include "casebook/base/fact.h"

struct store;

/* clang-format off */
#define CORRECTION_ACTIONS(X) \
	X(SET, "set") \
	X(ADD, "add") \
	X(DROP, "drop") \
	X(CONFIRM, "confirm")
/* clang-format on */

enum correction_action {
#define X(constant, name) CORRECTION_##constant,
	CORRECTION_ACTIONS(X)
#undef X
		N_CORRECTION_ACTIONS
};

struct correction {
	struct text project;
	enum fact_kind fact; /* in the view of this kind */
	struct text key;     /* of the row */
	struct text column;  /* empty: the row */
	enum correction_action action;
	struct text extracted; /* what the program read; may be empty */
	struct text corrected; /* what counts; may be empty */
	struct text because;   /* empty only of a confirmation */
	struct text by;
	struct text at; /* "2019-05-03T10:00:00Z" */
};

const char *correction_action_name(enum correction_action action);
/* N_CORRECTION_ACTIONS when there is none of this name. */
enum correction_action correction_action_find(struct text name);

struct corrections {
	struct arena *arena; /* of the texts */
	struct correction *items;
	size_t n_items, capacity;
};

void corrections_init(struct corrections *corrections);
void corrections_release(struct corrections *corrections);
/* A copy of the correction; its texts must live as long as the list. */
void corrections_add(struct corrections *corrections,
		     const struct correction *correction);
/*
 * All that a casebook holds, sorted, into a list that was empty. Returns 0, or
 * -1 after a message.
 */
int corrections_read(struct corrections *corrections, struct store *store,
		     struct diagnostics *diagnostics);
/* The one about this value or row in a sorted list, or NULL. */
const struct correction *corrections_find(const struct corrections *corrections,
					  struct text project,
					  enum fact_kind fact, struct text key,
					  struct text column);
/* <0, 0 or >0: the order of the list; 0 for the same value or row. */
int correction_compare(const struct correction *a, const struct correction *b);
/* Whether both say the same, whenever it was said. */
bool correction_equal(const struct correction *a, const struct correction *b);

/* The key of the row that has these values; only those of its key count. */
void correction_key(struct buffer *key, enum fact_kind fact,
		    const struct text *values);
/*
 * The other way round: fills in the values of the key's columns. Returns
 * false when the key has more or fewer of them than the fact.
 */
bool correction_key_values(struct arena *arena, enum fact_kind fact,
			   struct text key, struct text *values);

/*
 * The values of a row as they were extracted, whatever was corrected, in the
 * order of its kind's columns. 1: filled in; 0: there is no such row; -1:
 * after a message.
 */
int correction_extracted(struct store *store, enum fact_kind fact,
			 struct text project, struct text key,
			 struct arena *arena, struct text *values,
			 struct diagnostics *diagnostics);

#endif
