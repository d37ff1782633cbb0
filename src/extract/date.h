/*
 * Dates in text, as ISO 8601 at the precision that the text gives: 2016,
 * 2021-10, 2017-04-01. A part of a year stands for a month ("eind 2015" is
 * 2015-12), or for two ("tweede helft"); a year named from another ("dit jaar")
 * is that of publication. A day or month that no calendar has is not said.
 */
#ifndef CASEBOOK_EXTRACT_DATE_H
#define CASEBOOK_EXTRACT_DATE_H

#include "rules.h"

struct date {
	int year;	  /* 0: none was said */
	int month, day;	  /* 0: not said */
	int last_month;	  /* of a half year, that lasts; 0: not so */
	struct span span; /* of the reading */
};

/* The pattern of a date, from the vocabulary. NULL after a message. */
struct pattern *date_pattern_new(const struct rules *rules,
				 struct diagnostics *diagnostics);
/* The words that are a date, or part of one; NULL: they are no cues. */
struct cues *date_words_new(const struct rules *rules);

/* The next date inside `within`, from `from`; published: for "dit jaar". */
bool date_next(const struct rules *rules, struct text published,
	       struct text text, struct span within, size_t from,
	       struct date *date);
/*
 * All of `within` is a date of figures with a year of two: "01-04-21". In the
 * midst of other text such figures may be anything, and are no date.
 */
bool date_alone(struct text text, struct span within, struct date *date);
/*
 * Makes a date of figures one that a calendar has, less precise if need be.
 * False: its year is none of the last century or this one.
 */
bool date_keep(struct date *date);
/* Where the date is that of an end: the last month of a half year. */
struct date date_last(const struct date *date);
/* "2016-10"; empty for none. In the arena. */
struct text date_text(struct arena *arena, const struct date *date);

#endif
