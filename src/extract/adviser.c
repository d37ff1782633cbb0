/*
 * Advisers: one row for each person under the advisers' heading. An address
 * belongs to the person whose initial and surname it spells (p.vd.berg is
 * Petra van den Berg); one that spells nobody's is left out, with advice.
 * A layout may declare repairs of addresses; the evidence stays as printed.
 */
#include <stdlib.h>

#include "extraction.h"
#include "list.h"
#include "person.h"
#include "rules.h"

struct person {
	size_t passage;
	struct span name; /* of the passage's reading */
	size_t address_passage;
	struct span address; /* of that one's; len 0: none */
	struct text email;   /* as repaired */
};

struct advising {
	struct extraction *extraction;
	const struct reading *reading;
	size_t passage;
	struct person *persons; /* owned: free() */
	size_t n_persons, capacity;
};

static struct text
name_of(struct advising *advising, const struct person *person)
{
	return reading_at(document_reading(advising->extraction->document,
					   person->passage),
			  person->name);
}

/* Adds a person whom the project does not have yet. */
static void
add_person(struct advising *advising, struct span name)
{
	struct text printed = reading_at(advising->reading, name);

	for (size_t i = 0; i < advising->n_persons; i++)
		if (text_equal(name_of(advising, &advising->persons[i]),
			       printed))
			return;
	advising->persons =
		array_grow(advising->persons, advising->n_persons,
			   &advising->capacity, sizeof(*advising->persons));
	advising->persons[advising->n_persons++] =
		(struct person){.passage = advising->passage, .name = name};
}

/* The names in a stretch without addresses. */
static void
read_names(struct advising *advising, struct span span)
{
	const struct rules *rules = advising->extraction->rules;
	struct list_pieces pieces = {NULL, 0, 0};
	bool first = true;

	list_split(rules, advising->reading, span, &pieces);
	for (size_t i = 0; i < pieces.n_items; i++) {
		struct span name = person_name(rules, advising->reading,
					       pieces.items[i].span, first);

		if (name.len == 0)
			continue;
		add_person(advising, name);
		first = false;
	}
	list_pieces_release(&pieces);
}

/* Names stand between the addresses. */
static void
read_passage(struct advising *advising)
{
	const struct pattern *pattern = advising->extraction->rules->address;
	struct text text = advising->reading->text;
	struct match match;
	size_t at = 0;

	while (pattern_match(pattern, text, at, &match)) {
		read_names(advising, span_of(at, match.groups[0].offset));
		at = span_end(match.groups[0]);
	}
	read_names(advising, span_of(at, text.len));
}

/* Was the address given already? An address may be printed twice. */
static bool
is_given(const struct advising *advising, struct text email)
{
	for (size_t i = 0; i < advising->n_persons; i++)
		if (text_equal(advising->persons[i].email, email))
			return true;
	return false;
}

/*
 * Whose name the address spells. Those of its own passage come first; of two,
 * the one that stands last before it. NULL: nobody's.
 */
static struct person *
owner_of(struct advising *advising, struct text email, size_t offset)
{
	struct arena *scratch = arena_new();
	struct person *owner = NULL;

	for (size_t i = 0; i < advising->n_persons; i++) {
		struct person *person = &advising->persons[i];
		bool here = person->passage == advising->passage;

		if (person->address.len > 0 ||
		    !person_spelt(scratch, email, name_of(advising, person)))
			continue;
		if (!owner || (here && owner->passage != advising->passage) ||
		    (here ? person->name.offset < offset
			  : owner->passage != advising->passage &&
				     person->passage < advising->passage))
			owner = person;
	}
	arena_free(scratch);
	return owner;
}

static void
give_address(struct advising *advising, struct span address)
{
	struct text printed = reading_at(advising->reading, address);
	struct text email = extraction_repair(advising->extraction,
					      advising->passage, printed);
	struct person *owner = owner_of(advising, email, address.offset);

	if (!text_equal(email, printed))
		extraction_advise(advising->extraction, DIAGNOSTIC_REPAIRED,
				  advising->reading, address,
				  "the layout repairs this address");
	if (owner) {
		owner->address_passage = advising->passage;
		owner->address = address;
		owner->email = email;
	} else if (!is_given(advising, email)) {
		extraction_advise(advising->extraction,
				  DIAGNOSTIC_ADDRESS_UNMATCHED,
				  advising->reading, address,
				  "this address spells the name of none of the "
				  "advisers here");
	}
}

static void
give_addresses(struct advising *advising)
{
	const struct pattern *pattern = advising->extraction->rules->address;
	struct match match;

	for (size_t at = 0;
	     pattern_match(pattern, advising->reading->text, at, &match);
	     at = span_end(match.groups[0]))
		give_address(advising, match.groups[0]);
}

static void
add_row(struct extraction *extraction, const struct person *person)
{
	struct document *document = extraction->document;
	const struct reading *reading =
		document_reading(document, person->passage);
	bool contact = person->address.len > 0;
	bool together = contact && person->address_passage == person->passage;
	const struct reading *proof =
		contact ? document_reading(document, person->address_passage)
			: reading;
	struct fact *fact = extraction_add(
		extraction, FACT_ADVISER,
		contact ? "adviser.address" : "adviser.name", reading,
		together ? span_join(person->name, person->address)
			 : person->name);

	extraction_print(extraction, fact, ADVISER_ADVISER, reading,
			 person->name);
	if (contact)
		extraction_set(extraction, fact, ADVISER_EMAIL, person->email,
			       proof, person->address,
			       text_equal(person->email,
					  reading_at(proof, person->address))
				       ? ORIGIN_PRINTED
				       : ORIGIN_RESOLVED);
	extraction_set(extraction, fact, ADVISER_CONTACT,
		       contact ? TEXT("1") : TEXT("0"), proof,
		       contact ? person->address : person->name, ORIGIN_CODED);
}

/* Does something with each passage that holds advisers. */
static void
each_passage(struct advising *advising, void (*read)(struct advising *))
{
	struct extraction *extraction = advising->extraction;

	for (advising->passage = 0; extraction_passage(
		     extraction, HOLDS_ADVISERS, &advising->passage, NULL);
	     advising->passage++) {
		advising->reading = document_reading(extraction->document,
						     advising->passage);
		read(advising);
	}
}

/* All names first: an address may stand in another section than its name. */
void
extract_advisers(struct extraction *extraction)
{
	struct advising advising = {.extraction = extraction};

	each_passage(&advising, read_passage);
	each_passage(&advising, give_addresses);
	for (size_t i = 0; i < advising.n_persons; i++)
		add_row(extraction, &advising.persons[i]);
	free(advising.persons);
}
