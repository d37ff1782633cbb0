/*
 * Writing reports into a casebook. A report is wholly in its old state or
 * wholly in its new one, whatever happens (invariant 3).
 *
 * A first load (there is no file at the path) builds a new file beside,
 * without a journal that matters, syncs it and publishes it with link(); when
 * another process was first, its reports take the road of an update: write-
 * ahead log, synchronous FULL, one transaction a report; at the end the log is
 * folded in and the file rests in DELETE mode when nobody reads.
 */
#ifndef CASEBOOK_STORE_WRITER_H
#define CASEBOOK_STORE_WRITER_H

#include "casebook/base/diagnostic.h"
#include "casebook/base/report.h"
#include "casebook/store/correction.h"

struct writer;

/*
 * busy_seconds: how long to wait for another writer. NULL after a message.
 * With together set all that is put is one transaction, committed by
 * writer_close (for `rebuild`).
 */
struct writer *writer_open(const char *path, unsigned busy_seconds,
			   bool together, struct diagnostics *diagnostics);

/*
 * Puts a report in the place of the stored source of its name, if any; the
 * report may be freed afterwards. Of two facts with one key the first stays.
 * Refused (message, -1, nothing changed) when another source holds one of its
 * project keys, or it has one twice (the message names both sources), and when
 * the report is not lossless or not grounded. -1 also when the write failed;
 * after a failure of the disk every further call fails without a message.
 */
int writer_put(struct writer *writer, const struct report *report,
	       struct diagnostics *diagnostics);
/* Only notes a new path, size and time for a source with the same content. */
int writer_touch(struct writer *writer, struct text name, struct text path,
		 struct file_stamp stamp, struct diagnostics *diagnostics);
/*
 * Takes a source out again; its corrections stay, as orphans. -1 after a
 * message when it is not there (writer_touch too).
 */
int writer_remove(struct writer *writer, struct text name,
		  struct diagnostics *diagnostics);

/*
 * Records a correction in the place of the one of its value or row, if any.
 * Dropping a row that a person added takes its corrections away instead, for
 * then there is nothing left to correct.
 */
int writer_correct(struct writer *writer, const struct correction *correction,
		   struct diagnostics *diagnostics);

/*
 * Publishes a first load, or ends the update. Frees the writer. Returns 0, or
 * -1 after a message. With nothing put, a first load leaves no file, and an
 * update changes no byte.
 */
int writer_close(struct writer *writer, struct diagnostics *diagnostics);
/* Gives up what is not committed. Frees the writer. */
void writer_abandon(struct writer *writer);

#endif
