/*
 * A reading: what rules see of a stretch of a document. Normalisation form C,
 * white space folded, one paragraph a line, sentences that a page break or a
 * wrapped line tore apart joined, hyphens at line ends joined, furniture,
 * asides, bullets and invisible characters left out. A map leads from every
 * byte of the reading to bytes of the document, so that CRLF, a byte-order
 * mark, wrapping, no-break spaces, decomposed letters and page headers are met
 * here and nowhere else.
 *
 * Invariant: reading the bytes that reading_source gives for a span gives the
 * span's text again (but for white space at its ends).
 */
#ifndef CASEBOOK_DOCUMENT_READING_H
#define CASEBOOK_DOCUMENT_READING_H

#include "casebook/base/memory.h"
#include "casebook/base/text.h"
#include "casebook/text/cue_sieve.h"

/* Spans below are bytes of the reading's text, not of the document. */
struct paragraph {
	struct span span;
	size_t first_sentence, n_sentences;
	bool item; /* it had a bullet or a number */
};

struct sentence {
	struct span span; /* with its closing mark and quotes */
	size_t paragraph;
};

struct run; /* of the map */

struct reading {
	struct text text; /* paragraphs, '\n' between them */
	struct paragraph *paragraphs;
	size_t n_paragraphs;
	struct sentence *sentences;
	size_t n_sentences;
	struct span *quotations; /* with their marks, in order, not nested */
	size_t n_quotations;
	struct run *runs;
	size_t n_runs;
	const struct cue_map *cues; /* where cues hit; NULL: not looked at */
};

/* The bytes of the document behind a span of the reading; empty for empty. */
struct span reading_source(const struct reading *reading, struct span span);
struct text reading_at(const struct reading *reading, struct span span);
/* The sentence that holds a byte; n_sentences when there is none. */
size_t reading_sentence(const struct reading *reading, size_t offset);
/* Does the span lie inside a quotation? */
bool reading_quoted(const struct reading *reading, struct span span);

#endif
