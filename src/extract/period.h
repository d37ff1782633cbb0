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
	struct span range;	/* of a printed one, with what is between */
	struct span dropped;	/* a date beside them that says nothing */
	bool opens;		/* words tell the start, and none the end */
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
 * ("sinds", "in" with a month, "treedt in werking op") and the first end
 * ("loopt tot"), else a sentence of two dates only.
 */
bool period_told(const struct rules *rules, struct text published,
		 const struct reading *reading, struct period *period);

/*
 * Adds the start and the end that the sentences of a stretch tell. prose: it
 * stands under no heading about the period, and is less sure.
 */
void period_tell(const struct rules *rules, struct text published,
		 const struct reading *reading, struct span span, bool prose,
		 struct period *period);
/*
 * The last date of a range that begins with period->start, behind it ("2015,
 * 2016 en 2017"); else end = start. Sets the span.
 */
void period_read_end(const struct rules *rules, struct text published,
		     struct text text, struct span within,
		     struct period *period);
/* Stands a cue directly before the date? *label: its label. */
bool period_led_by(const struct cues *cues, struct text text,
		   struct span sentence, size_t date, const char **label);

#endif
