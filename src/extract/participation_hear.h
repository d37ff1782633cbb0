/*
 * Participation, in two steps: hearing what each sentence says of a rung of
 * the ladder (participation_hear.c), and deciding by all that was said which
 * rows there are (participation.c).
 */
#ifndef EXTRACT_PARTICIPATION_HEAR_H
#define EXTRACT_PARTICIPATION_HEAR_H

#include "casebook/document/document.h"
#include "casebook/layout/vocabulary.h"

/* clang-format off */
/* X(set): of the vocabulary `participation`, which says what each is for. */
#define PARTICIPATION_SETS(X) \
	X(ladder) \
	X(joining) \
	X(contact) \
	X(deeds) \
	X(nobody) \
	X(outside) \
	X(undone) \
	X(contrast) \
	X(residents) \
	X(pronouns) \
	X(others) \
	X(doers) \
	X(towards) \
	X(subject) \
	X(silent) \
	X(stances) \
	X(single) \
	X(moments) \
	X(breaks) \
	X(not_meant)
/* clang-format on */

struct participation_words {
#define X(set) const struct cues *set;
	PARTICIPATION_SETS(X)
#undef X
	const struct table *rungs;
};

/* From the farthest to the closest to what was done. */
enum stance {
	STANCE_NIET,
	STANCE_BEOOGD,
	STANCE_DEELS,
	STANCE_TOEGEPAST,
	N_STANCES
};

enum moment { MOMENT_UNKNOWN, MOMENT_START, MOMENT_LATER };

/* What one clause says of one rung. Spans are of the passage's reading. */
struct statement {
	size_t passage;
	size_t sentence; /* index in the passage's reading */
	const char *level;
	enum stance stance;
	enum moment moment;
	bool single;	     /* one voice among several says it */
	bool contrast;	     /* of "geen": others do take part */
	bool weak;	     /* by words that may tell of other things too */
	struct span where;   /* the clause; the sentence if that decided */
	struct span cue;     /* of the level */
	struct span decided; /* the word that decided the stance; or empty */
	const char *rule;
};

/* The list owns its items: free(). */
struct statements {
	struct statement *items;
	size_t n_items, capacity;
};

/* How near the heading above a passage brings it to the subject. */
enum nearness {
	NEAR_NOT,     /* a text about anything */
	NEAR_SUBJECT, /* about participation */
	NEAR_ANSWER,  /* the answer to how residents take part */
};

enum nearness participation_nearness(const struct participation_words *words,
				     struct text heading);

/* Adds what a passage says. */
void participation_hear(const struct participation_words *words,
			const struct reading *reading, size_t passage,
			enum nearness nearness, struct statements *statements);

/* The word for "nobody takes part": the ladder's foot. */
const char *participation_none(const struct participation_words *words);

#endif
