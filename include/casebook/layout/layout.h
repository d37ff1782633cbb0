/*
 * A layout says how one kind of report is built: by what it is recognised,
 * which lines are headings, what each section holds, what is furniture. It is
 * data (data/layouts/NAME.yml, described in casebook-layout(5)), read strictly:
 * what it does not know is an error with file, line and column.
 *
 * The values here are plain and are not changed after loading.
 */
#ifndef CASEBOOK_LAYOUT_LAYOUT_H
#define CASEBOOK_LAYOUT_LAYOUT_H

#include "casebook/base/data.h"
#include "casebook/text/distance.h"
#include "casebook/text/pattern.h"
#include "casebook/text/yaml.h"

#define NO_SECTION ((size_t)-1)

/* How a line is held against a heading of the layout. */
enum heading_match {
	HEADING_LINE,	 /* the whole line, small spelling faults allowed */
	HEADING_BEGINS,	 /* its first words; the rest matches `pattern` */
	HEADING_PATTERN, /* the whole line matches `pattern` */
	HEADING_KEY,	 /* its first words; the rest is the section's text */
	HEADING_LEVEL,	 /* a mark: a heading of `level`, matching `pattern` */
	HEADING_COLUMN,	 /* a mark: a cell of the table column `words` */
	HEADING_FRONT_MATTER, /* a mark: the value of the field `words` */
};

struct heading_form {
	enum heading_match match;
	struct place where;
	struct text words;   /* as the layout writes them */
	struct text letters; /* folded, for comparing */
	struct stock stock;  /* of the letters */
	size_t faults;	     /* that a line with them may have */
	size_t n_words;
	struct pattern *pattern; /* NULL: none */
	unsigned level;		 /* of HEADING_LEVEL, from 1 */
};

/* clang-format off */
/* X(constant, word in a layout): what a section can hold. */
#define HOLDINGS(X) \
	X(NOTHING, "nothing") \
	X(KIND, "kind") \
	X(AREA, "area") \
	X(PLACES, "places") \
	X(PERIOD, "period") \
	X(ORGANISATIONS, "organisations") \
	X(ADVISERS, "advisers") \
	X(PARTICIPATION, "participation") \
	X(MEASUREMENTS, "measurements") \
	X(PHASES, "phases") \
	X(THEMES, "themes") \
	X(QUOTES, "quotes") \
	X(FIELD, "field")
/* clang-format on */

enum holds {
#define X(constant, word) HOLDS_##constant,
	HOLDINGS(X)
#undef X
		N_HOLDINGS
};

struct holding {
	enum holds what;
	struct text role;  /* of organisations */
	struct text group; /* "of NAME": the heading's named group */
	double weight;	   /* of themes; 1 where none is given */
	bool prose;	   /* sentences, not lists */
	bool whole;	   /* of organisations: each line is one */
	size_t field;	   /* of the layout, where a field is held */
	enum { PERIOD_WHOLE, PERIOD_START, PERIOD_END } part; /* of a period */
};

enum layout_field_type {
	FIELD_IS_TEXT,
	FIELD_IS_NUMBER,
	FIELD_IS_DATE,
	FIELD_IS_CHOICE,
	FIELD_IS_LIST,
};

/* Another way, or the way itself, to write a word of a choice. */
struct choice_form {
	struct text text;
	size_t word; /* which */
};

/* A field of the layout's own, beside what the codebook knows. */
struct layout_field {
	struct text name;
	struct place where;
	enum layout_field_type type;
	struct text scale;  /* as the view prints it; may be empty */
	struct text *words; /* of a choice, in their order */
	size_t n_words;
	struct choice_form *forms; /* by which they are found */
	size_t n_forms;
	struct text vocabulary, set; /* of a choice by cues; else empty */
	struct pattern *pattern;     /* its group `value`; NULL: all the text */
};

struct section {
	struct text name;
	struct place where;
	size_t parent; /* index of a section, or NO_SECTION */
	struct heading_form *forms;
	size_t n_forms;
	struct holding *holds;
	size_t n_holds;
	bool components;    /* lone lines that recur name components */
	bool free_headings; /* lone short lines are headings of no name */
	bool lines;	    /* each line is an item */
	bool one_line; /* it ends with the first line that says something */
	struct pattern
		*item; /* its group `value` is all that is read of a line */
};

struct region {
	struct text name;
	struct heading_form begins;
	struct pattern *entry; /* a line of a contents table, or NULL */
};

enum furniture_kind {
	FURNITURE_PATTERN,
	FURNITURE_PAGE_NUMBERS,
	FURNITURE_RUNNING_HEADS,
	FURNITURE_REPEATS, /* paragraphs that stand elsewhere in the text too */
};

struct furniture_rule {
	enum furniture_kind kind;
	struct pattern *pattern;
	struct place where;
};

/* A fact that stands on a line of its own, or in the title. */
struct line_rule {
	struct text name;
	struct place where;
	struct pattern *pattern;
	struct holding *holds;
	size_t n_holds;
};

struct repair {
	struct place where;
	struct text section; /* empty: anywhere */
	struct text from, to, because;
};

enum title_rule {
	TITLE_FIRST_LINE,
	TITLE_LINE_BEFORE,
	TITLE_HEADING, /* of a series: in the heading that begins a project */
	TITLE_PATTERN,
	TITLE_MARK, /* a heading of a level, a field of the front matter */
};

struct layout {
	struct text name, describes, language;
	const char *path; /* of its file */
	/* recognise */
	struct heading_form *headings;
	size_t n_headings;
	struct text *phrases;
	size_t n_phrases;
	struct pattern **patterns;
	size_t n_patterns;
	/* source */
	struct text title, publisher;
	struct pattern *published; /* groups day, month, year; or NULL */
	/* projects */
	bool one;	 /* the document is one project */
	size_t begins;	 /* the section that a project begins with */
	size_t *confirm; /* sections of which one must follow soon */
	size_t n_confirm;
	enum title_rule title_rule;
	struct pattern *title_pattern; /* group title */
	struct heading_form title_mark;
	struct text key, kind;
	/* the text's parts */
	struct region *regions;
	size_t n_regions;
	struct section *sections;
	size_t n_sections;
	struct furniture_rule *furniture;
	size_t n_furniture;
	struct pattern **asides;
	size_t n_asides;
	struct layout_field *fields;
	size_t n_fields;
	struct line_rule *lines;
	size_t n_lines;
	struct repair *repairs;
	size_t n_repairs;
	const struct yaml *examples; /* a sequence, or NULL */
	/* its file, with what it takes from the layout that it extends */
	const struct yaml *top;
	bool extended;
};

enum { LAYOUT_MOST_EXTENDED = 16 }; /* each the next */

struct owned_pattern {
	struct pattern *pattern;
	struct place where; /* in its layout's file */
};

/* The file of a layout, before what it extends is laid under it. */
struct layout_tree {
	struct text name;
	const char *path;
	bool trusted;
	const struct yaml *top;
};

struct layouts {
	struct arena *arena;
	struct layout_tree *trees; /* in the order in which they were read */
	size_t n_trees, tree_capacity;
	struct layout *items; /* sorted by name */
	size_t n_items;
	struct owned_pattern *owned;
	size_t n_owned, capacity;
};

/* All layouts of the data. Returns 0, or -1 after messages. */
int layouts_load(struct layouts *layouts, const struct data *data,
		 struct diagnostics *diagnostics);
/*
 * Adds (or puts in the place of the one of its name) the layout of a file.
 * Returns 0, or -1 after messages: nothing was added.
 */
int layouts_add(struct layouts *layouts, const char *path, struct text text,
		bool trusted, struct diagnostics *diagnostics);
void layouts_release(struct layouts *layouts);
/* NULL when there is none. */
const struct layout *layouts_find(const struct layouts *layouts,
				  struct text name);

/* Gives the patterns their time (PATTERN_SECONDS in all) for another report. */
void layouts_allow(const struct layouts *layouts);
/*
 * Reports the patterns that took too long on a report, with the line of its
 * text. Returns 0 when none did, or -1 after messages.
 */
int layouts_check_time(const struct layouts *layouts, const char *report,
		       struct text text, struct diagnostics *diagnostics);

/*
 * Holds a line (trimmed) against a form. Returns the number of spelling
 * faults (0: none), or -1 when it is not this heading. groups: filled in for
 * forms with a pattern, in bytes of the line; may be NULL. rest: where the
 * section's text begins in the line (its length, but for HEADING_KEY).
 */
int heading_compare(const struct heading_form *form, struct text line,
		    struct text letters, struct match *groups, size_t *rest);

/*
 * Is a line, by the stock of its letters, too far from a heading that is a
 * whole line to be it? Quicker than to compare, and says no of any other form.
 */
static inline bool
heading_is_far(const struct heading_form *form, struct stock letters)
{
	return form->match == HEADING_LINE &&
	       stock_is_far(form->stock, letters, form->faults);
}

/* Spelling faults that a heading of so many letters may have. */
size_t heading_faults(size_t n_letters);

const char *holds_name(enum holds what);

/* Is a heading of this form known by a mark, and not by its words? */
bool heading_is_marked(const struct heading_form *form);

#endif
