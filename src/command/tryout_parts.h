/* What a tryout counts. Within tryout*.c only. */
#ifndef COMMAND_TRYOUT_PARTS_H
#define COMMAND_TRYOUT_PARTS_H

#include "tryout.h"

/* What a layout declares, and reports may have. */
enum thing {
	THING_SECTION,
	THING_FORM,	  /* of a section's heading */
	THING_COMPONENTS, /* of a section */
	THING_FIELD,
	THING_LINE,
	THING_REGION,
	THING_ASIDE,
	THING_FURNITURE,
	THING_REPAIR,
};

struct use {
	enum thing thing;
	const char *kind; /* for people */
	struct text name;
	struct place where; /* in the layout's file */
	size_t section;	    /* of the layout, for the first three */
	union {
		const struct heading_form *form;
		const struct line_rule *line;
		const struct pattern *pattern;
		const struct repair *repair;
	};
	size_t times;  /* in so many projects, or reports */
	size_t filled; /* of a section: with something to read */
	size_t last;   /* the number of the project where it was last seen */
};

/* A line that no section claims, by its letters. */
struct unclaimed {
	struct text letters, words;
	const char *file;
	size_t line; /* from 1 */
	size_t times, projects;
	unsigned level; /* of a marked heading */
	struct text section;
};

struct unclaimed_list {
	struct unclaimed *items; /* owned */
	size_t n, capacity;
};

struct tryout {
	struct session *session;
	const struct rules *rules;
	const struct layout *layout;
	struct arena *arena;
	struct use *uses; /* owned */
	size_t n_uses, capacity;
	size_t n_reports, n_projects;
	struct unclaimed_list texts, headings;
};

/* tryout_uses.c */
void uses_find(struct tryout *tryout);
/* Counts what a report has; its projects are numbered from n_projects on. */
void uses_count(struct tryout *tryout, struct document *document);

#endif
