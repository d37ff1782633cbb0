/*
 * Periods: from when until when. A single date is start and end, unless the
 * words around it say that it goes on ("vanaf 2016", "2016-heden").
 */
#ifndef CASEBOOK_EXTRACT_PERIOD_H
#define CASEBOOK_EXTRACT_PERIOD_H

#include "date.h"

struct period {
	struct date start, end; /* year 0: none */
	struct span span;	/* of both, in the reading */
	const char *rule;
};

/*
 * The period that a stretch begins with or consists of ("2016-2017", "2017");
 * *rest is what it says beyond it, without the marks around it.
 */
bool period_printed(const struct rules *rules, struct text published,
		    const struct reading *reading, struct span span,
		    struct period *period, struct span *rest);
/*
 * The period that sentences tell: "tussen A en B", else the first start
 * ("sinds", "in" with a month) and the first end ("loopt tot").
 */
bool period_told(const struct rules *rules, struct text published,
		 const struct reading *reading, struct period *period);

#endif
