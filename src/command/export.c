/*
 * `casebook export`: the public views as data, one to standard output or each
 * to a file of its own. Files are written beside, synced and renamed.
 */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "casebook/ask/view.h"
#include "casebook/base/file.h"
#include "casebook/base/memory.h"
#include "command.h"
#include "refi.h"
#include "rows.h"

/* Prints a view's rows. Returns 0, or -1 after a message. */
static int
print_view(struct session *session, const struct schema_view *view,
	   FILE *stream)
{
	struct screen screen = session->screen;
	struct query *query;
	struct printer *printer;
	size_t n_rows = 0;
	int result;

	if (stream != stdout)
		screen = (struct screen){.width = 0};
	query = view_rows(view, session->options.filter, session->store,
			  &session->diagnostics);
	if (!query)
		return -1;
	printer = printer_new(rows_format(session, "csv"), stream, &screen,
			      PRINTER_ONE);
	result = rows_print(printer, NULL, query, session->options.columns,
			    &n_rows, &session->diagnostics);
	printer_free(printer);
	query_free(query);
	if (result == 0 && n_rows == 0 && stream == stdout)
		rows_note_none(session);
	return result;
}

static int
write_view(struct session *session, const struct schema_view *view,
	   const char *path)
{
	struct file_output output;

	if (file_output_open(&output, path, &session->diagnostics) == -1)
		return -1;
	if (print_view(session, view, output.stream) == -1) {
		file_output_discard(&output);
		return -1;
	}
	return file_output_publish(&output, &session->diagnostics);
}

static bool
is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int
make_folder(struct session *session, const char *path)
{
	if (is_folder(path) || mkdir(path, 0777) == 0)
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_FILE_SYSTEM,
		 (struct place){.file = path}, "cannot make this folder: %s",
		 strerror(errno));
	return -1;
}

/* Each view of the list to FOLDER/VIEW.FORMAT. */
static void
write_folder(struct session *session, const struct schema_view *const *views,
	     size_t n)
{
	const char *folder = session->options.output;
	const char *format = format_name(rows_format(session, "csv"));

	if (make_folder(session, folder) == -1)
		return;
	for (size_t i = 0; i < n; i++) {
		struct buffer path = {NULL, 0, 0};
		int result;

		buffer_format(&path, "%s%s%.*s.%s", folder,
			      text_ends(text_of(folder), "/") ? "" : "/",
			      TEXT_ARG(views[i]->name), format);
		result = write_view(session, views[i], path.bytes);
		buffer_release(&path);
		if (result == -1)
			return;
	}
}

/* The views that were named, or all. Returns their number; 0 after messages. */
static size_t
choose_views(struct session *session, const struct schema *schema,
	     const struct schema_view **views)
{
	const struct arguments *names = &session->arguments;
	size_t n = 0;

	for (size_t i = 0; i < names->n; i++) {
		views[n] = schema_find(schema, text_of(names->items[i]));
		if (views[n])
			n++;
		else
			schema_refuse_view(session, schema, names->items[i]);
	}
	if (n < names->n)
		return 0;
	for (size_t i = 0; names->n == 0 && i < schema->n_views; i++)
		views[n++] = &schema->views[i];
	return n;
}

static void
export_views(struct session *session, const struct schema_view **views,
	     size_t n)
{
	const char *output = session->options.output;

	if (n == 1 && !output)
		print_view(session, views[0], stdout);
	else if (!output)
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "several views need a folder: casebook export -o "
			 "DIR; or name one (casebook schema lists them)");
	else if (n > 1 || is_folder(output) || text_ends(text_of(output), "/"))
		write_folder(session, views, n);
	else
		write_view(session, views[0], output);
}

void
command_export(struct session *session)
{
	const struct schema_view **views;
	struct schema schema;
	size_t n;

	if (session->options.refi_qda) {
		refi_export(session);
		return;
	}
	schema_read(&schema);
	views = arena_alloc(schema.arena, schema.n_views + session->arguments.n,
			    sizeof(*views));
	n = choose_views(session, &schema, views);
	if (n && filter_resolve(session->options.filter, session->store,
				&session->diagnostics) == 0)
		export_views(session, views, n);
	schema_release(&schema);
}
