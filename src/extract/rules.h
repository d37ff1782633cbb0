/*
 * The rules in memory: layouts and, for each extractor, the sets and tables of
 * the vocabularies that it decides by. Each set is named once, here and in
 * rules.c.
 */
#ifndef CASEBOOK_EXTRACT_RULES_H
#define CASEBOOK_EXTRACT_RULES_H

#include "casebook/extract/extract.h"

/* clang-format off */
/* X(member, file, set): what the rules ask of the vocabularies. */
#define RULE_SETS(X) \
	X(date_start, "dates", "start") \
	X(date_end, "dates", "end") \
	X(date_between, "dates", "between") \
	X(date_going_on, "dates", "going-on") \
	X(date_unlimited, "dates", "unlimited") \
	X(list_breaks, "organisations", "breaks") \
	X(list_noise, "organisations", "introductions") \
	X(list_complements, "organisations", "complements") \
	X(list_collectives, "organisations", "collectives") \
	X(list_notes, "organisations", "notes") \
	X(list_groups, "organisations", "groups") \
	X(list_professions, "organisations", "professions") \
	X(list_prefixes, "organisations", "prefixes") \
	X(list_delegates, "organisations", "delegates") \
	X(list_whole, "organisations", "whole-names") \
	X(list_announced, "organisations", "announced") \
	X(list_general, "organisations", "general") \
	X(list_remainders, "organisations", "remainders") \
	X(list_verbs, "organisations", "verbs") \
	X(list_relative, "organisations", "relative") \
	X(list_clauses, "organisations", "clauses") \
	X(list_answers, "organisations", "answers") \
	X(list_stops, "organisations", "stops") \
	X(list_ends, "organisations", "ends") \
	X(partner_cues, "organisations", "partner-cues") \
	X(partner_answers, "organisations", "partner-answers") \
	X(client_cues, "organisations", "client-cues") \
	X(initiator_cues, "organisations", "initiator-cues") \
	X(initiator_of, "organisations", "initiator-of") \
	X(initiator_and, "organisations", "initiator-and") \
	X(copulas, "organisations", "copulas") \
	X(own_names, "organisations", "own-names") \
	X(pronouns, "organisations", "pronouns") \
	X(organisation_kinds, "organisations", "kinds") \
	X(person_titles, "organisations", "person-titles") \
	X(person_functions, "persons", "functions") \
	X(list_nobody, "organisations", "nobody") \
	X(grade_scales, "measurements", "scales") \
	X(grade_clauses, "measurements", "clauses") \
	X(grade_for, "measurements", "for") \
	X(grade_from, "measurements", "from") \
	X(grade_word_leads, "measurements", "leads-to-words") \
	X(place_leads, "places", "leads") \
	X(place_tails, "places", "tails") \
	X(place_none, "places", "none") \
	X(place_splits, "places", "splits") \
	X(place_institutions, "places", "institutions") \
	X(place_held, "places", "held-in") \
	X(place_district, "places", "district") \
	X(grade_appreciation, "measurements", "appreciation") \
	X(grade_objects, "measurements", "objects") \
	X(grade_moments, "measurements", "moments") \
	X(project_kinds, "drafts", "kinds") \
	X(grade_labels, "measurements", "labels") \
	X(grade_only_end, "measurements", "only-end") \
	X(grade_equal, "measurements", "equal") \
	X(grade_pairs, "measurements", "pairs") \
	X(grade_words, "measurements", "words") \
	X(grade_leads, "measurements", "leads") \
	X(grade_company, "measurements", "company") \
	X(grade_counted, "measurements", "counted")

/* Those that whole sentences are searched for, beside all of other files. */
#define RULE_SENTENCE_SETS(X) \
	X(list_breaks) X(list_noise) X(list_answers) X(partner_cues) \
	X(initiator_cues) X(grade_appreciation) X(grade_objects) \
	X(grade_moments) X(place_held) X(place_district)
#define RULE_SENTENCE_FILES(X) X("participation") X("phases") X("themes")

#define RULE_TABLES(X) \
	X(months, "dates", "months") \
	X(parts_of_year, "dates", "parts") \
	X(years, "dates", "years") \
	X(date_ranges, "dates", "ranges") \
	X(seasons, "dates", "seasons") \
	X(sectors, "organisations", "sectors") \
	X(prepositions, "organisations", "prepositions") \
	X(governing, "organisations", "governing") \
	X(bare_municipality, "organisations", "bare-municipality") \
	X(aliases, "organisations", "aliases") \
	X(municipalities, "places", "municipalities") \
	X(regions, "places", "regions") \
	X(winds, "places", "winds") \
	X(appositions, "text", "appositions") \
	X(says, "text", "says") \
	X(no_value, "text", "no-value") \
	X(number_words, "numbers", "words") \
	X(number_joins, "numbers", "joins") \
	X(number_multiples, "numbers", "multiples") \
	X(units, "numbers", "units") \
	X(phones, "persons", "phones") \
	X(mail_words, "persons", "addresses")
/* clang-format on */

struct participation_words;
struct phase_words;
struct theme_words;

struct rules {
	struct arena *arena;
	struct layouts layouts;
	struct vocabularies *vocabularies;
	struct text_words text;
	struct hash hash;
	struct pattern *date;	 /* made by date_pattern_new */
	struct cues *date_words; /* by date_words_new; NULL: not cues */
	struct pattern *address; /* an e-mail address */
#define X(member, file, set) const struct cues *member;
	RULE_SETS(X)
#undef X
#define X(member, file, name) const struct table *member;
	RULE_TABLES(X)
#undef X
	struct cue_sieve *sieve; /* of what sentences are searched for */
	/* made by the extractors' own files */
	const struct participation_words *participation;
	const struct phase_words *phases;
	const struct theme_words *themes;
};

/* Does a whole value say that there is none: "n.v.t.", "onbekend", "-"? */
bool says_nothing(const struct rules *rules, struct text value);

/* In the rules' arena. NULL after a message: the vocabulary lacks a set. */
const struct participation_words *
participation_words_new(struct arena *arena,
			const struct vocabularies *vocabularies,
			struct diagnostics *diagnostics);
const struct phase_words *
phase_words_new(struct arena *arena, const struct vocabularies *vocabularies,
		struct diagnostics *diagnostics);
/* What is not in the arena. NULL is allowed. */
void phase_words_release(const struct phase_words *words);
const struct theme_words *
theme_words_new(struct arena *arena, const struct vocabularies *vocabularies,
		struct diagnostics *diagnostics);

#endif
