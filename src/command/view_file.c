/* Writing a public view to a stream, a file, a folder. */
#include "view_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "answer.h"
#include "casebook/ask/view.h"
#include "casebook/base/file.h"
#include "casebook/base/memory.h"
#include "rows.h"

bool
folder_exists(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

int
folder_make(const char *path, struct diagnostics *diagnostics)
{
	if (folder_exists(path) || mkdir(path, 0777) == 0)
		return 0;
	diagnose(diagnostics, DIAGNOSTIC_FILE_SYSTEM,
		 (struct place){.file = path}, "cannot make this folder: %s",
		 strerror(errno));
	return -1;
}

char *
path_in(const char *folder, struct text name)
{
	struct buffer path = {NULL, 0, 0};

	buffer_format(&path, "%s%s%.*s", folder,
		      text_ends(text_of(folder), "/") ? "" : "/",
		      TEXT_ARG(name));
	return path.bytes;
}

int
view_print(struct session *session, const struct schema_view *view,
	   struct printer *printer, size_t *n_rows)
{
	/* The printer may want the name until its end. */
	const char *name =
		arena_text(session->diagnostics.arena, view->name).bytes;
	struct query *query =
		answer_query(session, view_sql(view, session->options.filter,
					       session->diagnostics.arena));
	int result;

	if (!query)
		return -1;
	result = rows_print(printer, name, query, session->options.columns,
			    n_rows, &session->diagnostics);
	query_free(query);
	return result;
}

int
view_print_alone(struct session *session, const struct schema_view *view,
		 const struct format *format, FILE *stream, size_t *n_rows)
{
	const struct screen file = {.labels = session->labels,
				    .redaction = session->redaction};
	struct printer *printer =
		printer_new(format, stream, &file, PRINTER_ONE);
	int result = view_print(session, view, printer, n_rows);

	printer_free(printer);
	return result;
}

int
view_write(struct session *session, const struct schema_view *view,
	   const struct format *format, const char *path)
{
	struct file_output output;

	if (file_output_open(&output, path, &session->diagnostics) == -1)
		return -1;
	if (view_print_alone(session, view, format, output.stream, NULL) ==
	    -1) {
		file_output_discard(&output);
		return -1;
	}
	return file_output_publish(&output, &session->diagnostics);
}

int
view_write_into(struct session *session, const struct schema_view *view,
		const struct format *format, const char *folder)
{
	struct buffer name = {NULL, 0, 0};
	char *path;
	int result;

	buffer_format(&name, "%.*s.%s", TEXT_ARG(view->name),
		      format_extension(format));
	path = path_in(folder, buffer_text(&name));
	result = view_write(session, view, format, path);
	free(path);
	buffer_release(&name);
	return result;
}
