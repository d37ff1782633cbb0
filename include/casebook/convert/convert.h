/*
 * From the bytes of a file to the text that the layouts see: the file's format
 * is found by its content (and its name, for what is text), and the program
 * that data/converters.yml names for it is run in a cage. A plain text is left
 * as it is.
 *
 * Invariant: what a converter gave is taken whole, and only when it ended well
 * with text in UTF-8; otherwise there is a message, and nothing else happened:
 * no process, no file, no connection is left.
 */
#ifndef CASEBOOK_CONVERT_CONVERT_H
#define CASEBOOK_CONVERT_CONVERT_H

#include "casebook/base/data.h"
#include "casebook/base/report.h"

struct converters;

/* The formats and programs of the data; they live as long as it does. NULL
 * after messages that name file, line and column. */
struct converters *converters_new(const struct data *data,
				  struct diagnostics *diagnostics);
void converters_free(struct converters *converters); /* NULL is allowed */

/*
 * Fills in the text of a report whose path is known, its media type, and, when
 * it was converted, the marks and the converter's name and version; all in the
 * report's arena. bytes: of the file. Returns 0, or -1 after a message in the
 * report's diagnostics.
 */
int convert_report(struct converters *converters, struct text bytes,
		   struct report *report);

#endif
