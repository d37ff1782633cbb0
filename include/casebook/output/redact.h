/*
 * What is left out of all that is printed, when its reader may not have it:
 * e-mail addresses and telephone numbers (contacts), or the names of persons
 * as well (names). Every printer cleans each text that it prints, and so do
 * those who print for people (screen.h); no format and no command does more.
 *
 * Columns of contacts are left empty, and so are lengths, which would tell how
 * long a name is. In all other texts an address becomes [e-mail], a number
 * [telephone], and a person one and the same name in every output of a
 * casebook: [adviser-07], [person-02], numbered by first appearance in the
 * documents, never by their names; [name] where it is not clear which person
 * is meant. A text that is nothing but names has no brackets, so that tables
 * can be counted and joined by person.
 *
 * Addresses and numbers are found by their form, also across a line end, and
 * known addresses by their letters. Only persons that the caller names are
 * found: by the whole name, the family name, and a first or family name alone
 * where that is no word of the texts themselves and no place. Case,
 * diacritics, punctuation and line ends count for nothing. Whom nobody names,
 * or who is told by other words, stays, and rows keep the order of their
 * values, names among them: this is no anonymity.
 */
#ifndef CASEBOOK_OUTPUT_REDACT_H
#define CASEBOOK_OUTPUT_REDACT_H

#include "casebook/base/diagnostic.h"
#include "casebook/output/rewritten.h"

enum redact_level { REDACT_CONTACTS, REDACT_NAMES, N_REDACT_LEVELS };

/* The word of the command line; NULL when there are fewer. */
const char *redact_level_name(size_t level);

/* Words of the texts' language that names are told by, each folded. */
struct redact_words {
	struct text *particles; /* of family names: van, de, ter */
	size_t n_particles;
	struct text *titles; /* before family names: mevrouw, dr */
	size_t n_titles;
	struct text *phones; /* before numbers: telefoon, fax; letters alone */
	size_t n_phones;
};

/* As what a person is named, which says how sure it is that it is one. */
enum redact_person {
	PERSON_ADVISER, /* for sure, even by one word */
	PERSON_JUDGE,	/* who corrected a fact; perhaps a user's name */
	PERSON_SPEAKER, /* perhaps a role: "een bewoner" */
};

enum redact_kind { REDACTED_ADDRESS, REDACTED_NUMBER, REDACTED_NAME };

enum { N_REDACTED = REDACTED_NAME + 1 };

struct redaction;

/* NULL after a message. The words must outlive it. Freed by the caller. */
struct redaction *redaction_new(enum redact_level level,
				const struct redact_words *words,
				struct diagnostics *diagnostics);
void redaction_free(struct redaction *redaction); /* NULL is allowed */

/*
 * What is known beforehand; all texts are copied. A person is numbered when
 * first added; a name with words that do not belong to it (a title, a place in
 * parentheses) is taken apart.
 */
void redaction_add_person(struct redaction *redaction, enum redact_person kind,
			  struct text name);
void redaction_add_address(struct redaction *redaction, struct text address);
/* Its words alone are no one's name. */
void redaction_add_place(struct redaction *redaction, struct text place);
/* Columns of this name are left empty; contact: they hold addresses. */
void redaction_add_column(struct redaction *redaction, struct text name,
			  bool contact);
/*
 * A text of the casebook, when all persons are known: words that it mostly
 * writes small are words like others.
 */
void redaction_learn(struct redaction *redaction, struct text text);
/* Behind the last of the above, before the first of what follows. */
void redaction_ready(struct redaction *redaction);

/* All below count what they leave out, and do nothing when redaction is NULL.
 */

/*
 * What is to be replaced in a text: spans in order, apart. The caller frees
 * *found; its texts live as long as the redaction. Returns how many.
 */
size_t redact_find(struct redaction *redaction, struct text text,
		   struct replacement **found);

/* The text without them: itself, or made in `room`. */
struct text redact(struct redaction *redaction, struct text text,
		   struct buffer *room);

/* Whether this column is left empty; counts it when filled. */
bool redact_column(struct redaction *redaction, const char *name, bool filled);

/* How often something of a kind was left out so far. */
size_t redaction_count(const struct redaction *redaction,
		       enum redact_kind kind);
enum redact_level redaction_level(const struct redaction *redaction);

#endif
