/*
 * Advisers: one row for each person under the advisers' heading. An address
 * belongs to the person whose initial and surname it spells (p.vd.berg is
 * Petra van den Berg); one that spells nobody's is left out, with advice.
 * A layout may declare repairs of addresses; the evidence stays as printed.
 */
#include <stdlib.h>
#include <string.h>

#include "cue_find.h"
#include "extraction.h"
#include "list.h"
#include "rules.h"

#include "casebook/text/fold.h"

struct person {
	struct span name, address;
	struct text email; /* as repaired */
};

struct advising {
	struct extraction *extraction;
	const struct reading *reading;
	size_t passage;
	struct person *persons; /* owned: free() */
	size_t n_persons, capacity;
};

/* Does the address spell this name: its first letter, and its last word? */
static bool
spells(struct arena *scratch, struct text email, struct text name)
{
	struct text local = text_sub(email, 0, text_find(email, TEXT("@"), 0));
	size_t space = name.len;
	struct text first, last, spelt;

	while (space > 0 && name.bytes[space - 1] != ' ')
		space--;
	first = fold_letters(scratch, name);
	last = fold_letters(scratch, text_sub(name, space, name.len - space));
	spelt = fold_letters(scratch, local);
	if (first.len == 0 || spelt.len == 0 ||
	    first.bytes[0] != spelt.bytes[0] || spelt.len < last.len)
		return false;
	return text_equal(text_sub(spelt, spelt.len - last.len, last.len),
			  last);
}

static void
add_person(struct advising *advising, struct span span)
{
	const struct rules *rules = advising->extraction->rules;
	struct text text = advising->reading->text;
	struct cue_hit hit;

	span = reading_value(advising->reading,
			     span_trim(advising->reading, span), &rules->text);
	while (cue_first(rules->person_titles, text, span, &hit) &&
	       hit.span.offset == span.offset) {
		size_t behind = span_end(hit.span);

		behind += behind < span_end(span) && text.bytes[behind] == '.';
		span = span_trim(advising->reading,
				 span_of(behind, span_end(span)));
	}
	if (!is_upper(character_at(text, span.offset)) ||
	    says_nothing(advising->extraction, text_at(text, span)))
		return;
	for (size_t i = 0; i < advising->n_persons; i++)
		if (text_equal(text_at(text, advising->persons[i].name),
			       text_at(text, span)))
			return;
	advising->persons =
		array_grow(advising->persons, advising->n_persons,
			   &advising->capacity, sizeof(*advising->persons));
	advising->persons[advising->n_persons++] =
		(struct person){.name = span};
}

/* The names in a stretch without addresses. */
static void
read_names(struct advising *advising, struct span span)
{
	struct list_pieces pieces = {NULL, 0, 0};

	list_split(advising->extraction->rules, advising->reading, span,
		   &pieces);
	for (size_t i = 0; i < pieces.n_items; i++) {
		struct span piece = pieces.items[i].span;

		while (piece.len > 0 &&
		       strchr("(): ",
			      advising->reading->text.bytes[piece.offset])) {
			piece.offset++;
			piece.len--;
		}
		while (piece.len > 0 &&
		       strchr("(): ", advising->reading->text
					      .bytes[span_end(piece) - 1]))
			piece.len--;
		add_person(advising, piece);
	}
	list_pieces_release(&pieces);
}

static void
advise_unmatched(struct advising *advising, struct span address)
{
	extraction_advise(advising->extraction, DIAGNOSTIC_ADDRESS_UNMATCHED,
			  advising->reading, address,
			  "this address spells the name of none of the "
			  "advisers here");
}

/* Of two whose names it spells, the one that stands last before it. */
static void
give_address(struct advising *advising, struct span address)
{
	struct text printed = reading_at(advising->reading, address);
	struct text email = extraction_repair(advising->extraction,
					      advising->passage, printed);
	struct arena *scratch = arena_new();
	struct person *owner = NULL;

	if (!text_equal(email, printed))
		extraction_advise(advising->extraction, DIAGNOSTIC_REPAIRED,
				  advising->reading, address,
				  "the layout repairs this address");
	for (size_t i = 0; i < advising->n_persons; i++) {
		struct person *person = &advising->persons[i];

		if (person->address.len == 0 &&
		    (!owner || person->name.offset < address.offset) &&
		    spells(scratch, email,
			   reading_at(advising->reading, person->name)))
			owner = person;
	}
	arena_free(scratch);
	if (!owner) {
		advise_unmatched(advising, address);
		return;
	}
	owner->address = address;
	owner->email = email;
}

/* Names stand between the addresses. */
static void
read_passage(struct advising *advising)
{
	const struct pattern *pattern = advising->extraction->rules->address;
	struct text text = advising->reading->text;
	struct match match;
	size_t at = 0;

	advising->n_persons = 0;
	while (pattern_match(pattern, text, at, &match)) {
		read_names(advising, span_of(at, match.groups[0].offset));
		at = span_end(match.groups[0]);
	}
	read_names(advising, span_of(at, text.len));
	for (at = 0; pattern_match(pattern, text, at, &match);
	     at = span_end(match.groups[0]))
		give_address(advising, match.groups[0]);
}

static void
add_rows(struct advising *advising)
{
	struct extraction *extraction = advising->extraction;
	const struct reading *reading = advising->reading;

	for (size_t i = 0; i < advising->n_persons; i++) {
		const struct person *person = &advising->persons[i];
		bool contact = person->address.len > 0;
		struct span proof = contact ? person->address : person->name;
		struct fact *fact;

		if (extraction_has(extraction, FACT_ADVISER, ADVISER_ADVISER,
				   reading_at(reading, person->name)))
			continue;
		fact = extraction_add(
			extraction, FACT_ADVISER,
			contact ? "adviser.address" : "adviser.name", reading,
			span_join(person->name, person->address));
		extraction_print(extraction, fact, ADVISER_ADVISER, reading,
				 person->name);
		if (contact)
			extraction_set(
				extraction, fact, ADVISER_EMAIL, person->email,
				reading, person->address,
				text_equal(person->email,
					   reading_at(reading, person->address))
					? ORIGIN_PRINTED
					: ORIGIN_RESOLVED);
		extraction_set(extraction, fact, ADVISER_CONTACT,
			       contact ? TEXT("1") : TEXT("0"), reading, proof,
			       ORIGIN_CODED);
	}
}

void
extract_advisers(struct extraction *extraction)
{
	struct advising advising = {.extraction = extraction};

	for (; extraction_passage(extraction, HOLDS_ADVISERS, &advising.passage,
				  NULL);
	     advising.passage++) {
		advising.reading = document_reading(extraction->document,
						    advising.passage);
		read_passage(&advising);
		add_rows(&advising);
	}
	free(advising.persons);
}
