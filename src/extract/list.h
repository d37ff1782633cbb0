/*
 * Lists of organisations and groups, as reports print them: cut at commas,
 * semicolons, line ends, slashes and "en", but not inside the complement of
 * one noun ("organisaties op het gebied van jeugd, Wmo en onderwijs"), nor
 * behind a hanging hyphen, nor within a name. A parenthesis belongs to the item
 * before it: members of a collective, or a note.
 */
#ifndef CASEBOOK_EXTRACT_LIST_H
#define CASEBOOK_EXTRACT_LIST_H

#include "rules.h"

enum separator {
	SEPARATOR_NONE,
	SEPARATOR_COMMA,
	SEPARATOR_SLASH,
	SEPARATOR_AND,
	SEPARATOR_WITH
};

struct list_item {
	enum separator before;
	struct span name;  /* of the reading */
	struct text text;  /* the name, where it is not just what name prints */
	struct span note;  /* len 0: none */
	struct span alias; /* in its parenthesis; len 0: none */
	const char *rule;
	bool named;	 /* a proper name, not a group or kind */
	bool bare_place; /* only the name of a municipality */
	bool department; /* a member of "afdelingen (...)" */
};

struct list {
	struct list_item *items;
	size_t n_items, capacity;
};

/* Reads the items of a stretch. The texts live in the arena. */
void list_read(const struct rules *rules, struct arena *arena,
	       const struct reading *reading, struct span span,
	       struct list *list);
void list_release(struct list *list);

/* list_split.c: only cuts; in the order of the text, with what stood before. */
struct list_piece {
	enum separator before;
	struct span span; /* trimmed, not empty */
};

struct list_pieces {
	struct list_piece *items;
	size_t n_items, capacity;
};

void list_split(const struct rules *rules, const struct reading *reading,
		struct span span, struct list_pieces *pieces);
void list_pieces_release(struct list_pieces *pieces);
/* Undoes the cuts inside complements and names. */
void list_merge(const struct rules *rules, const struct reading *reading,
		struct list_pieces *pieces);

/* Words that begin the span are taken off it: "diverse", "onder andere". */
struct span list_strip(const struct rules *rules, const struct reading *reading,
		       struct span span);
struct span span_trim(const struct reading *reading, struct span span);

/* list_parenthesis.c: parentheses that close; a mark without another is none.
 */
struct parentheses {
	struct span *items; /* owned: free() */
	size_t n_items, capacity;
};

/* The first at the outer level, with its marks; len 0: none. */
struct span parenthesis(struct text text, struct span span);
/* All at the outer level, in order. */
void find_parentheses(struct text text, struct span span,
		      struct parentheses *found);

bool is_sector(const struct rules *rules, struct text text);
/* The set hits somewhere in the span; the last hit is given. */
bool cue_last(const struct cues *cues, struct text text, struct span span,
	      struct cue_hit *hit);
bool cue_first(const struct cues *cues, struct text text, struct span span,
	       struct cue_hit *hit);

#endif
