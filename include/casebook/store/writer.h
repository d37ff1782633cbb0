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
#include "casebook/store/stemmed.h"
#include "casebook/store/store.h"
#include "casebook/text/forgotten.h"

struct writer;

/* What became of a report that was to be put. */
enum writer_result {
	WRITER_DONE = 0,
	WRITER_REFUSED = -1, /* this report; the next may go in */
	WRITER_FAILED = -2,  /* the database cannot be written */
};

/*
 * busy_seconds: how long to wait for another writer. NULL after a message.
 * With together set all that is put is one transaction, committed by
 * writer_close (for `rebuild`).
 */
struct writer *writer_open(const char *path, unsigned busy_seconds,
			   bool together, struct diagnostics *diagnostics);

/*
 * Limits what a first load keeps in memory: pages, and words that it gathers
 * for the index. Before anything is put; unasked it is 80 MiB. On other roads
 * it is little, and stays. Returns 0, or -1 after a message.
 */
int writer_limit(struct writer *writer, size_t bytes,
		 struct diagnostics *diagnostics);

/*
 * A writer that works together on a casebook whose schema is an older one's
 * (store_is_older). In its transaction the schema of this program takes its
 * place: sources, their texts and marks, and corrections are there; facts and
 * index are not, so put every source and renew the index before closing. NULL
 * after a message.
 */
struct writer *writer_open_older(const char *path, unsigned busy_seconds,
				 struct diagnostics *diagnostics);

/*
 * Of which persons the reports that are put were rid: who is forgotten by
 * another process meanwhile would come back, so that nothing more is put.
 * Unasked it is nobody. forgotten: NULL, or those of stored_sources_read.
 */
void writer_know(struct writer *writer, const struct forgotten *forgotten);

/*
 * Puts a report in the place of the stored source of its name, if any; the
 * report may be freed afterwards. Of two facts with one key the first stays.
 * Refused (after a message, nothing changed) when another source holds one of
 * its project keys, or it has one twice (the message names both sources), and
 * when the report is not lossless or not grounded. After a failure of the disk
 * every further call fails without a message.
 */
enum writer_result writer_put(struct writer *writer,
			      const struct report *report,
			      struct diagnostics *diagnostics);
/* The same with its stems, made beforehand. */
enum writer_result writer_put_stemmed(struct writer *writer,
				      const struct report *report,
				      const struct stemmed *stemmed,
				      struct diagnostics *diagnostics);
/*
 * As store_read_sources and store_read_source, in the transaction of a writer
 * that works together.
 */
int writer_read_sources(struct writer *writer, struct stored_sources *sources,
			struct diagnostics *diagnostics);
int writer_read_source(struct writer *writer, struct text name,
		       struct report *report, struct diagnostics *diagnostics);
/*
 * Makes the whole search index anew, whatever became of the old one, when all
 * is put: of a writer that works together on a casebook that is there. Returns
 * 0, or -1 after a message.
 */
int writer_renew_index(struct writer *writer, struct diagnostics *diagnostics);
/* Whether all that is put stands or falls together. */
bool writer_is_whole(const struct writer *writer);
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

/* --- forgetting a person: of a writer that works together ----------------- */

/* As store_read_forgotten; *forgotten is never NULL: it may be empty. */
int writer_read_forgotten(struct writer *writer, struct forgotten **forgotten,
			  struct diagnostics *diagnostics);
int writer_read_corrections(struct writer *writer,
			    struct corrections *corrections,
			    struct diagnostics *diagnostics);
/* `by` takes the place of a correction that is there; NULL: nothing does. */
int writer_recorrect(struct writer *writer, const struct correction *correction,
		     const struct correction *by,
		     struct diagnostics *diagnostics);
/* Which source holds a project; empty when none does. */
int writer_source_of(struct writer *writer, struct text project,
		     struct arena *arena, struct text *source,
		     struct diagnostics *diagnostics);

struct forgetting {
	struct text because, by, at;
	struct text key; /* of the hashes: forgotten_key() */
	const struct forgotten_form *forms;
	size_t n_forms;
};

/* Notes that a person is forgotten. */
int writer_forget(struct writer *writer, const struct forgetting *forgetting,
		  struct diagnostics *diagnostics);
/* When it is closed, nothing that was deleted, now or before, is to be left in
 * any page of the file. */
void writer_scour(struct writer *writer);

/*
 * Publishes a first load, or ends the update. Frees the writer. Returns 0, or
 * -1 after a message. With nothing put, a first load leaves no file, and an
 * update changes no byte.
 */
int writer_close(struct writer *writer, struct diagnostics *diagnostics);
/* Gives up what is not committed. Frees the writer. */
void writer_abandon(struct writer *writer);

#endif
