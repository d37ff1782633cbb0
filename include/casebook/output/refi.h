/*
 * A casebook as REFI-QDA hands projects from one program for qualitative
 * analysis to another (urn:QDA-XML:project:1.0, urn:QDA-XML:codebook:1.0): a
 * zip with project.qde and the sources' texts, or the codebook alone.
 *
 * Plain values; they live as long as their maker keeps them. Whatever is said
 * once has one GUID, made of what it is, so that equal projects give equal
 * bytes. Positions count characters of the text as it is written out (see
 * rewritten.h). What XML cannot hold (control characters) is left out of the
 * XML; the texts keep it.
 */
#ifndef CASEBOOK_OUTPUT_REFI_H
#define CASEBOOK_OUTPUT_REFI_H

#include <stdio.h>

#include "casebook/base/diagnostic.h"
#include "casebook/output/rewritten.h"

#define REFI_NONE ((size_t)-1)

/* No two codes have one name: some programs take those for one. */
struct refi_code {
	struct text path; /* what it is, such as "theme/jeugd" */
	struct text name, description;
	struct text color; /* "#1b7f4d"; empty: its parent's */
	size_t parent;	   /* a code before it, or REFI_NONE */
	bool coded;	   /* something may be coded with it */
};

struct refi_variable {
	struct text name;
	bool number; /* else text */
};

/* What a variable says of a source or a case. */
struct refi_value {
	size_t variable;
	struct text text;
};

struct refi_source {
	struct text name, title, text;
	const struct replacement *replacements; /* in order, apart */
	size_t n_replacements;
	const struct refi_value *values;
	size_t n_values;
};

/* A project; its text is what is coded with its code. */
struct refi_case {
	struct text name, title, series; /* series may be empty */
	size_t source, code;
	const struct refi_value *values;
	size_t n_values;
};

/* A person's reason, as a note on codings, or on the source when on none. */
struct refi_note {
	struct text id;	     /* no other has it */
	struct text subject; /* what it is about: its maker's affair */
	struct text name, text;
	struct text at; /* ISO 8601, with time and zone */
	size_t user, source;
	bool coded; /* a coding names it */
};

struct refi_coding {
	size_t source, user, code;
	struct span span;  /* bytes of the source's text */
	struct text about; /* the fact in words; may be empty */
	const size_t *notes;
	size_t n_notes;
};

struct refi_project {
	struct text name, description;
	struct text origin;	  /* the program that wrote it */
	struct text at;		  /* when, ISO 8601; empty: not said */
	const struct text *users; /* names; the first is the program */
	size_t n_users;
	struct refi_code *codes;
	size_t n_codes;
	struct refi_variable *variables;
	size_t n_variables;
	struct refi_source *sources;
	size_t n_sources;
	struct refi_case *cases;
	size_t n_cases;
	struct refi_note *notes;
	size_t n_notes;
	struct refi_coding *codings; /* by source */
	size_t n_codings;
};

/*
 * Writes the zip. Sorts the codings. path: for messages. Returns 0, or -1 after
 * a message; errors of the stream stay in its flag.
 */
int refi_write_project(struct refi_project *project, FILE *stream,
		       const char *path, struct diagnostics *diagnostics);

/* Writes the codes alone, as XML. */
int refi_write_codebook(const struct refi_project *project, FILE *stream,
			const char *path, struct diagnostics *diagnostics);

#endif
