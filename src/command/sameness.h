/*
 * Whether a file has the content of another that is in the casebook, or will
 * be: then it is left out. A content is known by its SHA-256.
 */
#ifndef COMMAND_SAMENESS_H
#define COMMAND_SAMENESS_H

#include "arrival.h"
#include "contents.h"

struct sameness {
	const struct arrivals *arrivals; /* whose files and sources these are */
	struct contents now;		 /* of each incoming file that is in */
	struct hash *ahead;  /* of each that was looked at before its turn */
	struct arena *arena; /* for what is answered */
};

/* The arrivals, and what they look at, must outlive it. */
void sameness_init(struct sameness *sameness, const struct arrivals *arrivals);
void sameness_release(struct sameness *sameness); /* of zeroes is allowed */
/* The incoming file i is in, and has this content. Once a file. */
void sameness_note(struct sameness *sameness, size_t i,
		   const struct hash *hash);
/*
 * Who has the content of the incoming file i already, or will have: a file of
 * this run that went in before, one that comes for a stored source, or a stored
 * source. A file for a stored source gives way to another such one only. NULL
 * when there is none.
 */
const char *sameness_find(struct sameness *sameness, size_t i,
			  const struct report *report);

#endif
