/*
 * Aliases: two names of one organisation, which the vocabulary gives or the
 * text itself ("an abbreviation or long form is an alias", codebook). A row
 * keeps the name that is printed; the report says which names are one. Within
 * room extract only.
 */
#ifndef CASEBOOK_EXTRACT_ALIAS_H
#define CASEBOOK_EXTRACT_ALIAS_H

#include "extraction.h"

/* A name as it is compared: letters alone, without a leading article. */
struct text alias_compared(const struct rules *rules, struct arena *arena,
			   struct text name);

/*
 * Is what stands in the parenthesis behind a name an abbreviation or the long
 * form of it? "Stichting Het Anker (SHA)", "SHA (Stichting Het Anker)". An
 * abbreviation takes letters of words that follow each other, of each the first
 * and perhaps some behind it ("Regionaal Zorgoverleg (REZO)"), and may repeat
 * words as they are ("Samen Sterk Zeedorp (SS Zeedorp)"). *from: the byte of
 * the name where those words begin.
 */
bool alias_of(const struct rules *rules, struct text name, struct text inside,
	      size_t *from);

/*
 * The name under which the vocabulary joins this one; the same text when it
 * has none.
 */
struct text alias_resolve(const struct rules *rules, struct text name);

/* The text says of these two that they are one: the longer is the name. */
void alias_told(struct extraction *extraction, struct text name,
		struct text inside);

/*
 * Gives the report what was told, and the aliases of the vocabulary of each
 * organisation in the rows. Once all rows are in the report.
 */
void alias_keep(struct extraction *extraction);

#endif
