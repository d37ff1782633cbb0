/*
 * Facts: typed rows, each value with the words that prove it. The list of
 * kinds and their columns is the codebook's; it stands here once, and gives
 * the names of the public views, the storage tables, the dispatch of the
 * extractors and the columns of the evidence.
 *
 * Invariant (grounded): a value's evidence, where it has any, lies inside one
 * passage of the fact's own project.
 */
#ifndef CASEBOOK_BASE_FACT_H
#define CASEBOOK_BASE_FACT_H

#include "casebook/base/text.h"

/*
 * How a value stands in its evidence: those bytes, through the reading, are
 * the value (printed); they hold the form from which the named rule made it
 * (resolved); they hold the cue that decided (coded).
 */
enum origin { ORIGIN_PRINTED, ORIGIN_RESOLVED, ORIGIN_CODED };

enum column_type { COLUMN_TEXT, COLUMN_INTEGER, COLUMN_REAL };

enum { FACT_MOST_COLUMNS = 6 };

/* clang-format off */
/* X(KIND, storage table, public view) in the order of the codebook. */
#define FACT_KINDS(X) \
	X(PROJECT, project, projects) \
	X(PLACE, place, places) \
	X(INVOLVEMENT, involvement, involvements) \
	X(ADVISER, adviser, advisers) \
	X(MEASUREMENT, measurement, measurements) \
	X(PARTICIPATION, participation_level, participation) \
	X(PHASE, phase, phases) \
	X(THEME, theme, themes) \
	X(QUOTE, quote, quotes) \
	X(FIELD, field, fields)

/*
 * X(KIND, COLUMN, name, type, key, origin): the columns of a kind behind
 * `project`, in the order of the public view; key: part of the row's key.
 * origin is the freest that a value of this column may have.
 */
#define FACT_COLUMNS(X) \
	X(PROJECT, KIND, "kind", TEXT, false, CODED) \
	X(PROJECT, TITLE, "title", TEXT, false, PRINTED) \
	X(PROJECT, AREA, "area", TEXT, false, PRINTED) \
	X(PROJECT, START, "start", TEXT, false, RESOLVED) \
	X(PROJECT, END, "end", TEXT, false, RESOLVED) \
	X(PROJECT, PERIOD_NOTE, "period_note", TEXT, false, PRINTED) \
	X(PLACE, PLACE, "place", TEXT, true, PRINTED) \
	X(INVOLVEMENT, ROLE, "role", TEXT, true, CODED) \
	X(INVOLVEMENT, ORGANISATION, "organisation", TEXT, true, RESOLVED) \
	X(INVOLVEMENT, NAMED, "named", INTEGER, false, CODED) \
	X(INVOLVEMENT, NOTE, "note", TEXT, false, PRINTED) \
	X(INVOLVEMENT, ORGANISATION_KIND, "organisation_kind", TEXT, false, CODED) \
	X(ADVISER, ADVISER, "adviser", TEXT, true, PRINTED) \
	X(ADVISER, EMAIL, "email", TEXT, false, RESOLVED) \
	X(ADVISER, CONTACT, "contact", INTEGER, false, CODED) \
	X(MEASUREMENT, COMPONENT, "component", TEXT, true, PRINTED) \
	X(MEASUREMENT, OBJECT, "object", TEXT, true, CODED) \
	X(MEASUREMENT, MOMENT, "moment", TEXT, true, CODED) \
	X(MEASUREMENT, GRADE, "grade", REAL, false, RESOLVED) \
	X(PARTICIPATION, COMPONENT, "component", TEXT, true, PRINTED) \
	X(PARTICIPATION, LEVEL, "level", TEXT, true, CODED) \
	X(PARTICIPATION, STANCE, "stance", TEXT, false, CODED) \
	X(PARTICIPATION, RUNG, "rung", TEXT, false, CODED) \
	X(PHASE, KIND, "kind", TEXT, true, CODED) \
	X(PHASE, PHASE, "phase", TEXT, true, RESOLVED) \
	X(PHASE, ORDINAL, "ordinal", INTEGER, false, CODED) \
	X(PHASE, START, "start", TEXT, false, RESOLVED) \
	X(PHASE, END, "end", TEXT, false, RESOLVED) \
	X(THEME, THEME, "theme", TEXT, true, CODED) \
	X(THEME, SCORE, "score", REAL, false, CODED) \
	X(QUOTE, TEXT, "text", TEXT, true, PRINTED) \
	X(QUOTE, ORDINAL, "ordinal", INTEGER, false, CODED) \
	X(QUOTE, SPEAKER, "speaker", TEXT, false, PRINTED) \
	X(FIELD, FIELD, "field", TEXT, true, CODED) \
	X(FIELD, VALUE, "value", TEXT, false, CODED) \
	X(FIELD, SCALE, "scale", TEXT, false, CODED)
/* clang-format on */

enum fact_kind {
#define X(kind, table, view) FACT_##kind,
	FACT_KINDS(X)
#undef X
		N_FACT_KINDS
};

/*
 * The index of a column within its kind, such as PLACE_PLACE: all columns are
 * numbered in one row, and each kind's first number is taken off.
 */
enum fact_column_number {
#define X(kind, column, name, type, key, origin) COLUMN_OF_##kind##_##column,
	FACT_COLUMNS(X)
#undef X
		N_FACT_COLUMNS
};

enum {
	PROJECT_KIND = 0,
	PROJECT_TITLE,
	PROJECT_AREA,
	PROJECT_START,
	PROJECT_END,
	PROJECT_PERIOD_NOTE,
	PLACE_PLACE = 0,
	INVOLVEMENT_ROLE = 0,
	INVOLVEMENT_ORGANISATION,
	INVOLVEMENT_NAMED,
	INVOLVEMENT_NOTE,
	INVOLVEMENT_ORGANISATION_KIND,
	ADVISER_ADVISER = 0,
	ADVISER_EMAIL,
	ADVISER_CONTACT,
	MEASUREMENT_COMPONENT = 0,
	MEASUREMENT_OBJECT,
	MEASUREMENT_MOMENT,
	MEASUREMENT_GRADE,
	PARTICIPATION_COMPONENT = 0,
	PARTICIPATION_LEVEL,
	PARTICIPATION_STANCE,
	PARTICIPATION_RUNG,
	PHASE_KIND = 0,
	PHASE_PHASE,
	PHASE_ORDINAL,
	PHASE_START,
	PHASE_END,
	THEME_THEME = 0,
	THEME_SCORE,
	QUOTE_TEXT = 0,
	QUOTE_ORDINAL,
	QUOTE_SPEAKER,
	FIELD_FIELD = 0,
	FIELD_VALUE,
	FIELD_SCALE,
};

struct fact_column {
	const char *name;
	enum column_type type;
	bool key;
	enum origin origin;
};

struct fact_kind_info {
	const char *table; /* storage, singular */
	const char *view;  /* public, plural */
	const struct fact_column *columns;
	size_t n_columns;
};

extern const struct fact_kind_info fact_kinds[N_FACT_KINDS];

struct value {
	struct text text;     /* as exported: "8.0", "2016-10"; may be empty */
	struct span evidence; /* bytes of the source's text; len 0: none */
	enum origin origin;
};

struct fact {
	enum fact_kind kind;
	size_t project;	  /* index among the projects of its report */
	struct span span; /* its main evidence: bytes of the source's text */
	const char *rule; /* the name of the rule that made it */
	struct value values[FACT_MOST_COLUMNS];
};

const char *origin_name(enum origin origin);

#endif
