/*
 * What the extractors share: the document, the project in hand, the list of
 * facts. An extractor reads the passages of one project that hold its kind of
 * fact, and adds rows; each value goes in with the span of the reading that
 * proves it.
 */
#ifndef CASEBOOK_EXTRACT_EXTRACTION_H
#define CASEBOOK_EXTRACT_EXTRACTION_H

#include "casebook/document/document.h"
#include "casebook/extract/extract.h"

struct extraction {
	const struct rules *rules;
	struct document *document;
	struct report *report;
	size_t project;	   /* in hand */
	size_t first_fact; /* of this project */
	struct fact *facts;
	size_t n_facts, capacity;
	struct alias *aliases; /* of all projects: see alias.h */
	size_t n_aliases, alias_capacity;
};

/*
 * The next passage of the project that holds `what`, at or after *passage (to
 * begin: 0; to go on: *passage + 1). holding may be NULL.
 */
bool extraction_passage(struct extraction *extraction, enum holds what,
			size_t *passage, const struct holding **holding);
/* The passage of the project's title. */
size_t extraction_title(const struct extraction *extraction);
/* The first passage of a section of this name; NO_PROJECT when none is. */
size_t extraction_section(const struct extraction *extraction,
			  const char *section);

/*
 * The first line of the project that a rule's pattern matches, and its group
 * `value` in the reading of that line; NULL: none does.
 */
const struct reading *extraction_line(struct extraction *extraction,
				      const struct line_rule *rule,
				      struct span *span);

/*
 * Adds a row; span: its main evidence in the reading. The pointer is valid
 * until the next row is added.
 */
struct fact *extraction_add(struct extraction *extraction, enum fact_kind kind,
			    const char *rule, const struct reading *reading,
			    struct span span);
/* A value with its evidence. The text is copied into the arena. */
void extraction_set(struct extraction *extraction, struct fact *fact,
		    size_t column, struct text text,
		    const struct reading *reading, struct span span,
		    enum origin origin);
/* A value that is printed in the span: its words, trimmed. */
void extraction_print(struct extraction *extraction, struct fact *fact,
		      size_t column, const struct reading *reading,
		      struct span span);
/* The component of a passage, with the heading that names it as evidence. */
void extraction_component(struct extraction *extraction, struct fact *fact,
			  size_t column, size_t passage);

/* A message of advice at a place of the reading. */
void extraction_advise(struct extraction *extraction, enum diagnostic_code code,
		       const struct reading *reading, struct span span,
		       const char *message);

/*
 * The layout's repairs for text from this passage; the same text when none
 * applies. In the arena.
 */
struct text extraction_repair(struct extraction *extraction, size_t passage,
			      struct text text);

/* The first row of a kind in this project from `from` on; NULL: none. */
struct fact *extraction_find(struct extraction *extraction, enum fact_kind kind,
			     size_t *from);

/* Has the project a row of this kind with this value in a column? */
bool extraction_has(struct extraction *extraction, enum fact_kind kind,
		    size_t column, struct text text);

/* The extractors, one for each kind of fact; each reads one project. */
void extract_project(struct extraction *extraction);
void extract_places(struct extraction *extraction);
void extract_involvements(struct extraction *extraction);
void extract_advisers(struct extraction *extraction);
void extract_measurements(struct extraction *extraction);
void extract_participation(struct extraction *extraction);
void extract_phases(struct extraction *extraction);
void extract_themes(struct extraction *extraction);
void extract_quotes(struct extraction *extraction);
void extract_fields(struct extraction *extraction);

#endif
