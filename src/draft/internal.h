/*
 * What the files of room draft share: the lines of all reports in one row, the
 * headings found in them, and where each of these stands.
 */
#ifndef DRAFT_INTERNAL_H
#define DRAFT_INTERNAL_H

#include "casebook/draft/draft.h"

#include "casebook/text/cue.h"

#define NO_HEAD ((size_t)-1)

struct draft_words {
	const struct text_words *text_words;
	const struct cues *holds, *back, *kinds, *publishers;
	const struct table *parts, *small, *none, *about;
	/* of the facts */
	const struct cues *organisations, *ladder, *residents, *appreciation;
	const struct table *municipalities, *months;
};

/* A line that says something. */
struct draft_line {
	size_t source;
	size_t number;	     /* in its document, from 0 */
	struct text text;    /* its reading, without `#` */
	struct text printed; /* as it stands in the source */
	unsigned level;	     /* of a marked heading; 0: none */
	bool above, below;   /* a blank line, or no line, is there */
	bool used; /* furniture, contents, front matter, table: no heading */
	bool back; /* stands behind the last project */
	bool labelled; /* has lost a word such as "Vraag 3:" */
	bool answer;   /* begins with a word such as "Antwoord:", left out */
	bool cut;      /* a rule or "Record 3 van 10": a new record begins */
};

enum head_kind {
	HEAD_LINE,     /* a whole line */
	HEAD_PAIR,     /* "Key: value" */
	HEAD_NUMBERED, /* "Lab 3: title", by its first word */
	HEAD_LEVEL,    /* any marked heading of a level */
	HEAD_COLUMN,   /* of a table */
	HEAD_FIELD,    /* of the front matter */
	N_HEAD_KINDS
};

/* Where a heading stands. Sorted by line, then offset. */
struct token {
	size_t head;
	size_t own;	   /* the form that stands there, if another's */
	size_t line;	   /* of draft.lines */
	size_t offset;	   /* in the line as printed */
	struct text value; /* behind a key, in a cell; may be empty */
	bool cell;	   /* of a table: there is no more of it below */
};

struct head {
	enum head_kind kind;
	struct text words;   /* as first printed, without number or colon */
	struct text letters; /* folded; what makes two of them one */
	unsigned level;
	size_t n, n_sources, first_line;
	size_t order;	   /* of its first token among all */
	size_t n_alone;	   /* times that a blank line stands above it */
	size_t n_lone;	   /* and below it, or it is a marked heading */
	size_t n_first;	   /* times that it is the first line of a report */
	const char *holds; /* by its words; NULL: they say nothing */
	size_t into;	   /* this is another form of that head; or NO_HEAD */
	bool form;	   /* a form of its own, and no misspelling */
	bool variant;	   /* kept only as another form of some head */
	bool kept;
	bool labelled; /* behind a word and a number that are left out */
	bool in_cells; /* of a table that a converter marked */
	/* the sections it makes */
	struct text name; /* of its section */
	struct text held; /* what is written behind `holds`; may be empty */
	bool numbered;	  /* its items are "1. Name, further words" */
	struct text type; /* of its field; empty: it is none */
	bool one_line, items, components;
	bool doubtful; /* guessed from the text, not told by the heading */
	bool ticked;   /* what counts is behind "[x]" */
	bool kinds;    /* its values are kinds of project */
	struct text perhaps; /* values of a choice that it may be */
	size_t n_empty;
};

/* Words before a number ("Vraag 3: ") or a colon ("Antwoord: "), left out. */
enum { LABELS_MOST = 3 };

struct labels {
	struct text items[LABELS_MOST];
	size_t n;
};

/* A key that stands in the middle of lines: "Plaats: Gouda Jaar: 2019" */
struct mid_key {
	struct text letters;
	size_t n;
};

struct contents {
	struct text begins; /* empty: none was found */
	bool numbered;
	size_t n; /* entries */
};

struct draft {
	struct arena *arena;
	const struct draft_words *words;
	struct report **reports;
	struct document *documents;
	size_t n_sources;
	struct draft_line *lines;
	size_t n_lines, line_capacity;
	struct head *heads;
	size_t n_heads, head_capacity;
	struct token *tokens;
	size_t n_tokens, token_capacity;
	struct labels numbered, answers;
	struct text record_words[2]; /* "Record", "van"; or empty */
	struct mid_key *mid_keys;    /* sorted by letters */
	size_t n_mid_keys;
	struct contents contents;
	struct text back; /* the line with which the back begins; or empty */
	bool page_numbers, running_heads;
	size_t n_rare; /* lines that recur, but too rarely */
	size_t n_free; /* lone lines that no words explain */
	/* records.c */
	bool one;
	size_t begins;		/* a head, or NO_HEAD */
	size_t n_records;	/* of all reports */
	bool title_before;	/* else in the heading */
	struct text title_word; /* before the title of one project; or empty */
	size_t title_head;	/* of one project: where its title stands */
};

/* lines.c: reads the reports and fills in lines. Returns 0, or -1. */
int draft_read_lines(struct draft *draft);
/*
 * labels.c: words that stand before the headings and answers of a form, and
 * lines that part its records.
 */
void draft_find_labels(struct draft *draft);
void draft_find_cuts(struct draft *draft);
bool draft_is_record(const struct draft *draft, struct text text);
/* contents.c: contents tables, tables and the back, which hold no headings. */
void draft_find_contents(struct draft *draft);
void draft_find_tables(struct draft *draft);
void draft_find_back(struct draft *draft);

/* tables.c: may these words be the name of a column? */
bool draft_names_column(struct text name);
/* marked.c: tables that a converter marked. */
void draft_find_marked(struct draft *draft);
/* The head of a column, field or key of this name; a new one. */
size_t draft_head_of(struct draft *draft, enum head_kind kind,
		     struct text name);
/* Stands it behind the last project, or is it no part of the story (navigation,
 * a foot, a field that no page shows)? */
bool draft_is_passed_over(const struct draft *draft, size_t source,
			  size_t offset);
/* The line of draft->lines on which a byte of the report stands. */
size_t draft_line_of(const struct draft *draft, size_t source, size_t offset);

/* candidates.c: lines of the form of headings. Fills in heads and tokens. */
void draft_find_candidates(struct draft *draft);
struct token *draft_add_token(struct draft *draft, size_t head, size_t line,
			      size_t offset, struct text value);
size_t draft_add_head(struct draft *draft, enum head_kind kind,
		      struct text words);
/* heads.c: those of them that are headings. */
void draft_find_heads(struct draft *draft);
/* Keeps the tokens of kept heads, in order; a variant's become its head's. */
void draft_settle(struct draft *draft);
/* As often as this, a candidate is a heading. */
size_t draft_fewest(const struct draft *draft);
/* variants.c: rare forms of the frequent ones. */
void draft_keep_variants(struct draft *draft);
void draft_join_same_letters(struct draft *draft);
/* How much two heads say the same; 0: not at all. */
unsigned draft_likeness(const struct draft *draft, size_t a, size_t b);
/* pairs.c: the pairs "Key: value" of a line, one after another. */
bool draft_next_pair(const struct draft *draft, struct text line, size_t *at,
		     struct text *key, struct text *value);
void draft_find_mid_keys(struct draft *draft);

/* begins.c: the head with which projects begin. */
void draft_find_beginning(struct draft *draft);
bool draft_says_title(const struct head *head);
/* records.c: projects and their titles. */
void draft_find_records(struct draft *draft);
/* The number of the record a token stands in, from 1; 0: before the first. */
void draft_number_records(const struct draft *draft, size_t *records);

/* forms.c: other forms of a heading, and lines that name components. */
void draft_join_forms(struct draft *draft);
void draft_find_components(struct draft *draft);

/* evidence.c: what the texts under a heading are like. */
struct evidence {
	size_t n; /* texts that say something */
	size_t n_short, n_prose, years, dates, numbers, euros, percents;
	size_t places, organisations, mails, grades, rungs, quotes;
	size_t leading; /* begin with a number */
	size_t marks;	/* school marks, and few other words */
	size_t phones;
	size_t terse;  /* few words, and no sentence */
	size_t listed; /* of those: several, parted by commas or lines */
	size_t kinds;  /* words for a kind of project */
	size_t ticks, many_ticks; /* "[x] one"; on lines of their own */
	size_t numbered;	  /* items "1. Name, further words" */
	size_t continued;	  /* go on in the line below that of the key */
};

struct evidence draft_evidence(const struct draft *draft, size_t head);
/* Is a value nothing but "n.v.t.", "-"? */
bool draft_says_nothing(const struct draft *draft, struct text text);
/* All that stands under a token. */
void draft_read_body(const struct draft *draft, size_t token,
		     struct buffer *body);

/* choices.c: the few values that a heading has in many projects. */
struct choices {
	struct text list; /* "[one, other]"; empty: too many */
	bool sure;	  /* most of them recur */
};

struct choices draft_choices(const struct draft *draft, size_t head,
			     bool ticked);

/* holds.c: what the sections hold, and their names. */
void draft_guess(struct draft *draft);
/* The label of the leftmost cue; NULL: none. */
const char *draft_label(const struct cues *cues, struct text text);
/*
 * The text under a token, in lines from *first to *end of the draft, beside its
 * value.
 */
void draft_body(const struct draft *draft, size_t token, size_t *first,
		size_t *end);

/* around.c: what stands around the projects, and who published it. */
void draft_write_around(const struct draft *draft, struct buffer *out);
void draft_write_source(const struct draft *draft, struct buffer *out);
void draft_write_kind(const struct draft *draft, struct buffer *out);
/* recognise.c */
void draft_write_recognise(const struct draft *draft, struct buffer *out);
/* sections.c */
/* Is this head a section of the draft, and no form of another? */
bool draft_is_section(const struct draft *draft, size_t head);
void draft_write_sections(const struct draft *draft, struct buffer *out);
void draft_write_fields(const struct draft *draft, struct buffer *out);
/* write.c */
void draft_write(const struct draft *draft, struct text name,
		 struct buffer *out);
/* scalar.c: a text as YAML, in quotes where it needs them. */
void add_scalar(struct buffer *out, struct text text);
void add_pattern(struct buffer *out, struct text literal);
/* The same, where a letter with a mark may have another or none. */
void add_loose_pattern(struct buffer *out, struct text literal);

#endif
