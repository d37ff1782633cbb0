/*
 * The formats that casebook knows and the programs that read them, from
 * data/converters.yml and the files of converters/ in a user's data folder.
 * Within room convert only.
 *
 * Invariant: the user's formats stand before the built-in ones; what the user
 * says of a program of the same name goes over what is built in; a format has a
 * program, or it is plain text, or there is advice instead.
 */
#ifndef CASEBOOK_CONVERT_FORMATS_H
#define CASEBOOK_CONVERT_FORMATS_H

#include "casebook/base/data.h"

struct words {
	struct text *items; /* each ends in NUL */
	size_t n;
};

enum gives { GIVES_TEXT, GIVES_PDF_BOXES, GIVES_PANDOC_JSON };

struct limits {
	unsigned seconds;   /* by the clock */
	unsigned processor; /* seconds of processor time */
	unsigned memory;    /* MiB of address space */
	unsigned heap;	    /* MiB that it is told to keep to; 0: not told */
	unsigned output;    /* MiB */
};

struct program {
	struct text name;
	struct text package;  /* the Debian package that has it */
	struct words version; /* arguments */
	/* Before those of the format; "{heap}" in them is that limit. */
	struct words arguments;
	enum gives gives;
	struct limits limits;
	struct words exhausted;
	/* What was found out when it was first needed. */
	const char *path; /* absolute; NULL: not looked for yet, or not there */
	struct text version_told;
	bool looked_for, asked;
};

struct format {
	struct text media_type;
	struct text name; /* in messages */
	struct words begins, or_begins, files, arguments, unseen;
	struct words bytes; /* of begins: those in hex, as they stand */
	struct text holds, mimetype; /* of a zip archive; may be empty */
	struct text member;	     /* of the archive, in which there are: */
	struct words cut, lift;	     /* elements that go, boxes that move */
	struct words flatten;	     /* elements whose tags go */
	bool rewritten;		     /* RTF: see rtf.h */
	struct words furniture;	     /* elements of HTML */
	struct words hidden;	     /* elements of HTML that nobody sees */
	bool keeps_lines;	     /* of Markdown: see markdown.h */
	struct words
		unread;	   /* members of the archive; behind each, what it is */
	struct text empty; /* advice when there is no text */
	struct text instead; /* advice: it is known, but not read */
	unsigned within;     /* bytes in which begins may stand, by the name */
	struct program *program; /* NULL: plain text */
};

struct formats {
	struct arena *arena; /* the caller's */
	struct format *items;
	size_t n, capacity;
	struct program **programs;
	size_t n_programs, program_capacity;
};

/* Returns 0, or -1 after messages. Release it in both cases. */
int formats_read(struct formats *formats, struct arena *arena,
		 const struct data *data, struct diagnostics *diagnostics);
void formats_release(struct formats *formats);

/* Is it known by its content, not by its name alone? */
bool format_has_signs(const struct format *format);

#endif
