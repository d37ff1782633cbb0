/* The kinds of fact and their columns as tables, made from the lists. */
#include "casebook/base/fact.h"

static const struct fact_column all_columns[N_FACT_COLUMNS] = {
#define X(kind, column, name, type, key, origin) \
	{name, COLUMN_##type, key, ORIGIN_##origin},
	FACT_COLUMNS(X)
#undef X
};

#define FIRST(kind, column) (all_columns + COLUMN_OF_##kind##_##column)
#define COUNT(first_kind, first, last) \
	(COLUMN_OF_##first_kind##_##last - COLUMN_OF_##first_kind##_##first + 1)
#define ROW(kind, table, view, first, last) \
	[FACT_##kind] = {table, view, FIRST(kind, first), \
			 COUNT(kind, first, last)}

const struct fact_kind_info fact_kinds[N_FACT_KINDS] = {
	ROW(PROJECT, "project", "projects", KIND, PERIOD_NOTE),
	ROW(PLACE, "place", "places", PLACE, PLACE),
	ROW(INVOLVEMENT, "involvement", "involvements", ROLE,
	    ORGANISATION_KIND),
	ROW(ADVISER, "adviser", "advisers", ADVISER, CONTACT),
	ROW(MEASUREMENT, "measurement", "measurements", COMPONENT, GRADE),
	ROW(PARTICIPATION, "participation_level", "participation", COMPONENT,
	    RUNG),
	ROW(PHASE, "phase", "phases", KIND, END),
	ROW(THEME, "theme", "themes", THEME, SCORE),
	ROW(QUOTE, "quote", "quotes", TEXT, SPEAKER),
	ROW(FIELD, "field", "fields", FIELD, SCALE),
};

const char *
origin_name(enum origin origin)
{
	static const char *const names[] = {
		[ORIGIN_PRINTED] = "printed",
		[ORIGIN_RESOLVED] = "resolved",
		[ORIGIN_CODED] = "coded",
	};

	return names[origin];
}
