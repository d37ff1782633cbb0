/*
 * The table of filters, as filter.c and filter_sql.c read it, and the values
 * that a user gave.
 */
#ifndef ASK_FILTER_ROWS_H
#define ASK_FILTER_ROWS_H

#include "casebook/ask/filter.h"
#include "casebook/base/memory.h"

/* Filters of one group must hold of the same row of the group's view. */
enum filter_group {
	GROUP_PROJECT,
	GROUP_THEME,
	GROUP_ADVISER,
	GROUP_ORGANISATION,
	GROUP_CLIENT,
	GROUP_PARTNER,
	GROUP_PLACE,
	GROUP_PARTICIPATION,
	GROUP_MEASUREMENT,
	GROUP_CHANGE,
	N_FILTER_GROUPS
};

struct filter_view {
	const char *view;
	const char *only; /* a condition on its rows, or NULL */
};

enum filter_match {
	MATCH_NAME,  /* by words of a printed name, else by a part */
	MATCH_ID,    /* whole, else as a name */
	MATCH_YEAR,  /* the period overlaps a date of any precision */
	MATCH_LEAST, /* a grade of at least this */
	MATCH_MOST,
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
	  "carried out in this year (or date: 2016-10)") \
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
	  "whose grade is toegenomen, afgenomen or gelijk")

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

extern const struct filter_row filter_rows[N_FILTERS];
extern const struct filter_view filter_views[N_FILTER_GROUPS];

struct filter_values {
	struct text *given; /* as the user wrote them */
	size_t n_given, capacity;
	struct text *values; /* of the casebook */
	size_t n_values, values_capacity;
	struct text bound; /* the values as a JSON array */
	double limit;	   /* of grades: the lowest, or the highest, given */
	bool missing;	   /* a given name that nothing has */
};

struct filter {
	struct arena *arena;
	struct filter_values rows[N_FILTERS];
};

/* Adds a resolved value, once. */
void filter_values_add(struct filter_values *values, struct text value);

#endif
