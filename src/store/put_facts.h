/* The facts of a report: the greater part of put_report(). */
#ifndef STORE_PUT_FACTS_H
#define STORE_PUT_FACTS_H

#include "casebook/base/report.h"

#include "sound.h"
#include "statement.h"

/*
 * Writes the facts, with what proves them, of a report whose projects are in.
 * Of two with one key the first stays. lines: of the report's text. Returns 0,
 * or -1 after a message.
 */
int put_facts(struct statements *statements, const struct report *report,
	      const struct lines *lines, struct diagnostics *diagnostics);

#endif
