/*
 * A report as it was read: what the rooms that read hand to the room that
 * stores. Plain values; everything in it lives in its arena.
 *
 * Invariants: the passages, in order, are the text, byte for byte (lossless);
 * a project's passages stand in one row; each fact is grounded (fact.h).
 */
#ifndef CASEBOOK_BASE_REPORT_H
#define CASEBOOK_BASE_REPORT_H

#include <signal.h>

#include "casebook/base/diagnostic.h"
#include "casebook/base/fact.h"
#include "casebook/base/file.h"
#include "casebook/base/hash.h"
#include "casebook/base/memory.h"

#define NO_PROJECT ((size_t)-1)

enum mark_kind {
	MARK_PAGE,    /* a page starts here; value: its number */
	MARK_HEADING, /* value: level */
	MARK_LIST_ITEM,
	/* value: "head" where it names the columns, "form" where its first cell
	 * surely names the others */
	MARK_TABLE_ROW,
	MARK_TABLE_CELL,   /* value: column; of a head: empty */
	MARK_FRONT_MATTER, /* value: field */
	/* Running heads, navigation, captions, pull quotes. value: what it is,
	 * where a converter says so (note, caption); empty: the layout's. */
	MARK_FURNITURE,
	MARK_ASIDE, /* a note inside a sentence, read apart; value as above */
	N_MARK_KINDS
};

struct mark {
	struct span span; /* bytes of the source's text */
	enum mark_kind kind;
	struct text value; /* may be empty */
};

struct passage {
	struct span span;
	size_t project;	     /* NO_PROJECT: front, contents, back */
	struct text section; /* the layout's name, such as "doel" or "front" */
	struct text heading; /* as printed; may be empty */
	struct text component; /* as printed; may be empty */
	struct span body;      /* within span, behind the heading */
	size_t line;	       /* of its first byte */
	size_t page;	       /* 0 when the source has no pages */
};

struct project {
	struct text key;
	struct text series; /* the layout, when it holds several projects */
	size_t line;
	size_t first_passage, n_passages;
};

/*
 * A name of an organisation or group, and the one under which it is joined with
 * others: as printed, or as the vocabulary writes them. The latter is also a
 * pair with itself, and with no other name.
 */
struct alias {
	struct text alias, organisation;
};

struct report {
	struct arena *arena;
	/* the source */
	struct text name, path;
	struct file_stamp stamp;
	struct hash sha256; /* of the file */
	struct text media_type, converter, converter_version;
	struct text layout, title, publisher, published;
	struct hash rules; /* of the program, layouts and vocabularies used */
	/* its text and what was found in it */
	struct text text;
	/* Of the text, where that is not what the file holds; else empty. */
	struct hash text_sha256;
	size_t blanked; /* places of persons who are forgotten */
	struct mark *marks;
	size_t n_marks;
	struct passage *passages;
	size_t n_passages;
	struct project *projects;
	size_t n_projects;
	struct fact *facts; /* by project, then kind, then place in the text */
	size_t n_facts;
	struct alias *aliases; /* no pair twice */
	size_t n_aliases;
	struct diagnostics diagnostics;
	/* Reading gives up when this is not 0; NULL: never. The caller's. */
	const volatile sig_atomic_t *stop;
};

const char *mark_kind_name(enum mark_kind kind);
/* By their place; of those that begin together, by kind as above. */
void marks_sort(struct mark *marks, size_t n);
/* N_MARK_KINDS when there is no such kind. */
enum mark_kind mark_kind_find(struct text name);

#endif
