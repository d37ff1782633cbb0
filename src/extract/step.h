/*
 * Steps in sentences: finds where a text names or numbers the steps, blocks or
 * stages of a project, and where it dates what follows. Only the extractor of
 * phases asks for them. step_find.c finds single names, step_list.c lists of
 * names, step_follow.c what follows, step_date.c their dates; step.c holds what
 * they share.
 */
#ifndef CASEBOOK_EXTRACT_STEP_H
#define CASEBOOK_EXTRACT_STEP_H

#include "extraction.h"
#include "period.h"

/* The vocabulary `phases`, where each set and table is explained. */
/* clang-format off */
#define PHASE_SETS(X) X(lists) X(named) X(counted) X(ends) X(future) X(spans) \
	X(described) X(sequels) X(ahead) X(begins)
#define PHASE_TABLES(X) \
	X(stages) X(compounds) X(no_steps) X(ordinals) X(definite) \
	X(articles) X(joins) X(between) X(prepositions) X(within) X(chain) \
	X(relatives) X(numbers) X(until) X(with) X(indefinite) X(no_names)
/* clang-format on */

struct phase_words {
#define X(name) const struct cues *name;
	PHASE_SETS(X)
#undef X
#define X(name) const struct table *name;
	PHASE_TABLES(X)
#undef X
	/* Of the table stages, also within words; NULL: they are no cues. */
	struct cues *mentions;
};

struct step {
	struct text name; /* printed, or completed */
	struct span span; /* of the words behind the name, in the reading */
	struct span cue;  /* of what says that it is a step */
	bool follows;	  /* after the project */
	const char *rule;
	struct period period;
	const struct reading *dated; /* that the period's spans are of; NULL */
};

struct word {
	struct span span; /* letters and digits, with hyphens and slashes */
	char behind;	  /* the mark behind it; 0: none */
};

/* Of one reading; begins as zeroes and is used for one after the other. */
struct steps {
	struct extraction *extraction;
	const struct phase_words *known;
	const struct reading *reading;
	struct step *items; /* in the order of the text */
	size_t n_items, capacity;
	struct word *words; /* of the sentence in hand */
	size_t n_words, word_capacity;
};

void steps_find(struct steps *steps, struct extraction *extraction,
		const struct reading *reading);
void steps_release(struct steps *steps);

/* What the files share: adds a step whose name is printed in the span. */
struct step *steps_add(struct steps *steps, const char *rule, struct span span,
		       struct span cue);
/* The words of a stretch, in steps->words. */
void steps_cut(struct steps *steps, struct span span);
struct text steps_word(const struct steps *steps, size_t word);
bool steps_word_in(const struct steps *steps, size_t word,
		   const struct table *table);
/* The dates that a stretch of the reading tells, for this step. */
bool steps_read_dates(struct steps *steps, struct step *step,
		      struct span within);
/* The same, of a parenthesis that holds no more than dates: "(2016)". */
void steps_read_printed(struct steps *steps, struct step *step,
			struct span within);
/*
 * The dates of what stands between the word that the step ends with and the
 * next noun for a step, or the sentence's end; else of what stands before it.
 */
bool steps_date(struct steps *steps, struct step *step, size_t word,
		struct span sentence);
/* Reads the list that the sentence announces, if it does. */
void steps_find_list(struct steps *steps, const struct sentence *sentence);

/* Finds in a sentence what follows after the project. */
void steps_find_follow_ups(struct steps *steps, struct span sentence);

#endif
