/*
 * A public view as `export` hands it over: to a stream, to a file, into a
 * folder. Files are written beside, synced and renamed. The session's filter
 * must be resolved.
 */
#ifndef COMMAND_VIEW_FILE_H
#define COMMAND_VIEW_FILE_H

#include "casebook/store/schema.h"
#include "command.h"

/* Whether there is a folder of this name. */
bool folder_exists(const char *path);
/* Makes it where there is none. Returns 0, or -1 after a message. */
int folder_make(const char *path, struct diagnostics *diagnostics);

/*
 * Prints a view's rows as a table of its name. *n_rows, where not NULL, counts
 * them. Returns 0, or -1 after a message.
 */
int view_print(struct session *session, const struct schema_view *view,
	       struct printer *printer, size_t *n_rows);

/* The same as all that is on a stream which is no terminal. */
int view_print_alone(struct session *session, const struct schema_view *view,
		     const struct format *format, FILE *stream, size_t *n_rows);

/* The same to a file. Returns 0, or -1 after a message: the old file stays. */
int view_write(struct session *session, const struct schema_view *view,
	       const struct format *format, const char *path);

/* The same to FOLDER/VIEW.FORMAT. */
int view_write_into(struct session *session, const struct schema_view *view,
		    const struct format *format, const char *folder);

/* FOLDER/NAME; the caller frees. */
char *path_in(const char *folder, struct text name);

#endif
