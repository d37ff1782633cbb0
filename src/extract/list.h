/*
 * Lists of organisations and groups, as reports print them: cut at commas,
 * semicolons, line ends, slashes and "en", but not inside the complement of
 * one noun ("organisaties op het gebied van jeugd, Wmo en onderwijs"), nor
 * behind a hanging hyphen, nor within a name. A parenthesis belongs to the item
 * before it: members of a collective, or a note.
 */
#ifndef CASEBOOK_EXTRACT_LIST_H
#define CASEBOOK_EXTRACT_LIST_H

#include "parenthesis.h"
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
	size_t alias_from; /* byte of text where the name of the alias begins */
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
/* The same of a stretch that is one item, commas and all. */
void list_read_whole(const struct rules *rules, struct arena *arena,
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
/* Where the word that ends at `end` begins; not before `from`. */
size_t word_start(struct text text, size_t from, size_t end);

/* list_merge.c: undoes the cuts inside complements and names. */
void list_merge(const struct rules *rules, const struct reading *reading,
		struct list_pieces *pieces);
/*
 * "adviseurs van A, B en C", "zorgaanbieders A, B en C": the head stands for
 * each, where all are proper names; it is taken off the first. Of one name, or
 * with a group among them, it stays.
 */
void list_govern(const struct rules *rules, const struct reading *reading,
		 struct list_pieces *pieces);
/* A last piece that names nobody is dropped: "en andere partijen". */
void list_drop_remainder(const struct rules *rules,
			 const struct reading *reading,
			 struct list_pieces *pieces);

/* list_split.c: words that begin the span are taken off it: "diverse". */
struct span list_strip(const struct rules *rules, const struct reading *reading,
		       struct span span);
struct span span_trim(const struct reading *reading, struct span span);

/*
 * list_parenthesis.c: those that say something of an item: the first, and the
 * one at its end where both do, as in "Samen Sterk (SS) Zeedorp (voorheen Los
 * Zand)". Is the first but a remark, it stays in the name, and the last is
 * given as the first. Part of the name are those in "(jonge) ouders",
 * "begeleider(s)". len 0: none.
 */
void list_parentheses(const struct rules *rules, const struct reading *reading,
		      struct span piece, struct span *first, struct span *last);

/*
 * list_name.c: has it a letter, is no address, and says not that there is
 * nobody ("n.v.t.")?
 */
bool list_is_name(const struct rules *rules, struct text text,
		  struct span name);
/* All of it only introduces: "de". */
bool list_is_noise(const struct rules *rules, struct text text,
		   struct span span);
/*
 * Where a note begins in a name: at the start of a word ("PCOB-afdeling" is
 * none), and that of a department with a capital behind it.
 */
bool list_note(const struct rules *rules, struct text text, struct span name,
	       struct cue_hit *hit);
/* Is there a capital in it? */
bool has_upper(struct text text);
/* A proper name, not a group or kind. */
bool list_named(const struct rules *rules, struct text name);
/*
 * Where the head of a name ends: before the first preposition ("ouders van
 * leerlingen", "organisaties op het gebied van wonen").
 */
size_t list_head(const struct rules *rules, struct text name);

/*
 * list_members.c: are the pieces in a parenthesis members of the name before
 * it? They are when all are groups of people, or the parenthesis says so itself
 * ("onder andere"), or the name is a collective ("organisaties"); sectors and
 * professions are none, but the sectors of departments are. A single one must
 * be said to be a member, and be a name. Joins a last piece that belongs to the
 * one before it.
 */
bool list_members(const struct rules *rules, struct text text, struct span name,
		  struct span inside, struct list_pieces *pieces);
/* Is the name that of departments ("afdelingen van de gemeente")? */
bool list_has_departments(const struct rules *rules, struct text text,
			  struct span name);

bool is_sector(const struct rules *rules, struct text text);

#endif
