/*
 * The forms of addresses and numbers. Both may go on in the next line. What is
 * taken for too much costs a reader a number; what is passed over costs a
 * person more: a doubtful form is taken, but dates, years and amounts are not.
 */
#include "redact_contacts.h"

#include <stdlib.h>

#include "casebook/text/pattern.h"

/* A line end inside an address or number, with the blanks around it. */
#define BREAK "\\h*\\R\\h*"

/* Before the @; its first part may end the line before, in a hyphen. */
#define PART "[\\p{L}\\p{M}\\p{N}_.+%&'’-]"
#define LOCAL "(?<!" PART ")(?:" PART "*[-_]" BREAK ")?" PART "++"
#define LABEL "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{N}])?"
#define BROKEN_LABEL LABEL "(?:-" BREAK LABEL ")?"
#define DOTTED \
	"(?:" BROKEN_LABEL "(?:\\." LABEL ")+|" LABEL "\\." BREAK \
	"\\p{Ll}{2,6}(?!\\p{L})|" LABEL BREAK "\\." LABEL ")"
/* (at), [apenstaartje] */
#define SPELT_AT "\\h*[\\[({<]\\h*(?:[Aa][Tt]|apenstaartje)\\h*[\\])}>]\\h*"

/* With blanks or a line end at the @, only before what must be a domain. */
static const char address[] =
	LOCAL "(?:@" DOTTED "|(?:" BREAK "|\\h{1,2})?@(?:" BREAK
	      "|\\h{1,2})?" DOTTED "|" SPELT_AT DOTTED "|@(?:" LABEL ")?)"
	      "|@" LABEL "(?:[_.]" LABEL ")*";

/* Between two digits. */
#define SIGN "(?:\\h{0,2}[-‐‑–./]?\\h{0,2}(?:\\R\\h*)?)"
#define DIGITS(n) "(?:" SIGN "\\d){" n "}(?!\\d)"
/* No part of a longer number, of a decimal, of a code. */
#define APART "(?<![\\p{L}\\p{N}+])(?<!\\d[.,‐‑–/-])"

/* clang-format off */
/* 06-12345678, 010-1234567, (0182) 12 34 56; 0900-1234567 */
#define NATIONAL \
	APART "(?:\\((?=0\\d{1,3}\\)))?0(?:" \
	"6\\)?" DIGITS("8") \
	"|[1-9]\\d\\)?" DIGITS("7") \
	"|[1-9]\\d\\d\\)?" DIGITS("6") \
	"|(?:800|900|906|909)(?:" DIGITS("4") "|" DIGITS("7") "))"
/* +31 (0)6 12345678, 0031612345678, +32 2 123 45 67; no +1.000.000 */
#define ABROAD \
	"(?<![\\p{L}\\p{N}+])(?!\\+\\d{1,3}(?:\\.\\d{3})+(?![.\\d]))" \
	"(?:\\+\\h?|00(?=[1-9]\\d))[1-9]\\d{0,2}\\)?" SIGN \
	"(?:\\(0\\))?" DIGITS("7,12")
/* Without an area, behind a word that says what it is. */
#define LOCALLY \
	"\\.?\\h*:?\\h*\\K\\+?\\(?\\d(?:" SIGN "[()]?\\d){5,12}(?!\\d)"
/* clang-format on */

struct contacts {
	struct pattern *address, *number;
};

/* All forms of numbers; the words are letters alone. */
static struct pattern *
number_pattern(const struct redact_words *words,
	       struct diagnostics *diagnostics)
{
	struct buffer source = {NULL, 0, 0};
	struct pattern *pattern;

	buffer_add_string(&source, NATIONAL "|" ABROAD);
	for (size_t i = 0; i < words->n_phones; i++)
		buffer_format(&source, "%s%.*s", i ? "|" : "|(?<!\\p{L})(?i:",
			      TEXT_ARG(words->phones[i]));
	buffer_add_string(&source, words->n_phones ? ")" LOCALLY : "");
	pattern = pattern_new(buffer_text(&source), 0, false,
			      (struct place){.file = NULL}, diagnostics);
	buffer_release(&source);
	return pattern;
}

struct contacts *
contacts_new(const struct redact_words *words, struct diagnostics *diagnostics)
{
	const struct place where = {.file = NULL};
	struct contacts *contacts = memory_new(1, sizeof(*contacts));

	contacts->address =
		pattern_new(text_of(address), 0, false, where, diagnostics);
	contacts->number = number_pattern(words, diagnostics);
	if (contacts->address && contacts->number)
		return contacts;
	contacts_free(contacts);
	return NULL;
}

void
contacts_free(struct contacts *contacts)
{
	if (!contacts)
		return;
	pattern_free(contacts->address);
	pattern_free(contacts->number);
	free(contacts);
}

static void
find_all(const struct pattern *pattern, struct text text, enum redact_kind kind,
	 struct text by, struct redact_hits *hits)
{
	struct match match;
	size_t at = 0;

	while (at < text.len && pattern_match(pattern, text, at, &match)) {
		struct span span = match.groups[0];

		if (span.len)
			redact_hits_add(hits, span, kind, by);
		at = span_end(span) > at ? span_end(span) : at + 1;
	}
}

void
contacts_find(const struct contacts *contacts, struct text text,
	      struct redact_hits *hits)
{
	find_all(contacts->address, text, REDACTED_ADDRESS, TEXT("[e-mail]"),
		 hits);
	find_all(contacts->number, text, REDACTED_NUMBER, TEXT("[telephone]"),
		 hits);
}
