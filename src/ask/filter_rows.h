/*
 * The table of filters, as filter.c and filter_sql.c read it, and the values
 * that a user gave.
 */
#ifndef ASK_FILTER_ROWS_H
#define ASK_FILTER_ROWS_H

#include "casebook/ask/filter.h"
#include "casebook/base/memory.h"

/*
 * Filters of one group must hold of the same row of the group's view. Those
 * that fewest projects pass stand first: SQLite begins with the first.
 */
enum filter_group {
	GROUP_PLACE,
	GROUP_ADVISER,
	GROUP_ORGANISATION,
	GROUP_CLIENT,
	GROUP_PARTNER,
	GROUP_THEME,
	GROUP_CHANGE,
	GROUP_PARTICIPATION,
	GROUP_MEASUREMENT,
	GROUP_PROJECT,
	N_FILTER_GROUPS
};

struct filter_view {
	const char *view;
	const char *only; /* a condition on its rows, or NULL */
	const char
		*index; /* on the column of its filter, which is never NULL */
};

enum filter_match {
	MATCH_NAME,  /* by words of a printed name, else by a part */
	MATCH_ID,    /* whole, else as a name */
	MATCH_YEAR,  /* the period overlaps a date or range, any precision */
	MATCH_LEAST, /* a grade of at least this */
	MATCH_MOST,
	MATCH_FIELD, /* a test of a layout's field holds of the project */
};

/* X(constant, name, argument, group, column, match, noun, help) */
#define FILTERS(X) \
	X(THEME, "theme", "THEME", THEME, "theme", ID, "theme", \
	  "about this theme") \
	X(ADVISER, "adviser", "NAME", ADVISER, "adviser", NAME, "adviser", \
	  "with this adviser") \
	X(ORGANISATION, "organisation", "NAME", ORGANISATION, "organisation", \
	  NAME, "organisation", "in which it takes part in any role") \
	X(CLIENT, "client", "NAME", CLIENT, "organisation", NAME, "client", \
	  "commissioned by this organisation") \
	X(PARTNER, "partner", "NAME", PARTNER, "organisation", NAME, \
	  "partner", "done with this organisation") \
	X(PLACE, "place", "NAME", PLACE, "place", NAME, "place", \
	  "in this municipality, town, district or region") \
	X(KIND, "kind", "KIND", PROJECT, "kind", ID, "kind", \
	  "of this kind (proeftuin, fieldlab, …)") \
	X(SERIES, "series", "NAME", PROJECT, "series", ID, "series", \
	  "of this series of projects") \
	X(SOURCE, "source", "NAME", PROJECT, "source", ID, "source", \
	  "from this source") \
	X(YEAR, "year", "YEAR", PROJECT, NULL, YEAR, "year", \
	  "in this year, date or range (2016-10, 2016..2018)") \
	X(LEVEL, "level", "LEVEL", PARTICIPATION, "level", ID, "level", \
	  "with this level of participation") \
	X(STANCE, "stance", "STANCE", PARTICIPATION, "stance", ID, "stance", \
	  "… that is toegepast, deels, beoogd or niet") \
	X(MIN_GRADE, "min-grade", "GRADE", MEASUREMENT, "grade", LEAST, \
	  "grade", "with a grade of at least this") \
	X(MAX_GRADE, "max-grade", "GRADE", MEASUREMENT, "grade", MOST, \
	  "grade", "with a grade of at most this") \
	X(MOMENT, "moment", "MOMENT", MEASUREMENT, "moment", ID, "moment", \
	  "… given at this moment (default: any)") \
	X(OBJECT, "object", "OBJECT", MEASUREMENT, "object", ID, "object", \
	  "… of this object (default: proeftuin)") \
	X(TREND, "trend", "TREND", CHANGE, "trend", ID, "trend", \
	  "whose grade is toegenomen, afgenomen or gelijk") \
	X(FIELD, "field", "TEST", PROJECT, "project", FIELD, "field", \
	  "whose field is so: 'inwoners>1000', 'oordeel=deels'")

enum filter_id {
#define X(constant, name, argument, group, column, match, noun, help) \
	FILTER_##constant,
	FILTERS(X)
#undef X
		N_FILTERS
};

struct filter_row {
	struct filter_option option;
	enum filter_group group;
	const char *column;
	enum filter_match match;
	const char *noun; /* in messages */
};

/* What is asked of a filter's values: that a project has one, or has none. */
enum filter_side { FILTER_HAS, FILTER_HAS_NOT, N_FILTER_SIDES };

extern const struct filter_row filter_rows[N_FILTERS];
extern const struct filter_view filter_views[N_FILTER_GROUPS];

struct filter_values {
	struct text *given; /* as the user wrote them */
	size_t n_given, capacity;
	struct text *values; /* of the casebook */
	size_t n_values, values_capacity;
	struct text bound; /* the values, or their spans, as a JSON array */
	double limit;	   /* of grades: the lowest, or the highest, given */
	bool missing;	   /* a given name that nothing has */
};

/* Another word for a value of a column. */
struct filter_word {
	struct text column, value, word;
	struct text folded; /* the word */
};

struct filter {
	struct arena *arena;
	struct filter_values rows[N_FILTER_SIDES][N_FILTERS];
	struct text only; /* keys of projects, as a JSON array; empty: any */
	filter_teacher *teacher; /* NULL: there is none, or it was asked */
	void *context;		 /* of the teacher */
	struct filter_word *words;
	size_t n_words, words_capacity;
};

/* Asks the teacher, if there is one, once. Returns 0, or -1. */
int filter_learn(struct filter *filter);

/*
 * The first and last date of a year, a date or a range of them; empty where a
 * range is open. NULL, or what is wrong with it.
 */
const char *filter_year_span(struct text given, struct text *first,
			     struct text *last);

/*
 * Adds which rows of a group's view count, as conditions with the glue before
 * each: those of its role; of grades, those of the object that was asked for.
 * Returns the glue for a condition behind them.
 */
const char *filter_add_scope(struct buffer *sql, const struct filter *filter,
			     enum filter_group group, const char *glue);

/* Adds a resolved value, once. */
void filter_values_add(struct filter_values *values, struct text value);

#endif
