/*
 * `casebook export`: the public views as data. A format with a printer gives
 * one view to standard output, or each view a file; a format that is a whole
 * (format_command) has a function of its own in the list below.
 */
#include "answer.h"
#include "casebook/ask/view.h"
#include "casebook/base/memory.h"
#include "command.h"
#include "datapackage.h"
#include "export_target.h"
#include "refi.h"
#include "rows.h"
#include "view_file.h"

/* It holds what can be coded, whatever views are named. */
static void
write_refi(struct session *session, const struct schema *schema,
	   const struct schema_view *const *views, size_t n)
{
	(void)schema;
	(void)views;
	(void)n;
	refi_export(session);
}

/* Formats that are written as a whole, from the views that were chosen. */
static const struct whole {
	const char *format;
	void (*write)(struct session *session, const struct schema *schema,
		      const struct schema_view *const *views, size_t n);
} wholes[] = {
	{"datapackage", datapackage_write},
	{"refi-qda", write_refi},
};

static const struct whole *
whole_find(const struct format *format)
{
	for (size_t i = 0; i < sizeof(wholes) / sizeof(wholes[0]); i++)
		if (text_is(text_of(wholes[i].format), format_name(format)))
			return &wholes[i];
	return NULL;
}

static bool
is_chosen(const struct schema_view *view, const struct schema_view **views,
	  size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (views[i] == view)
			return true;
	return false;
}

/* The views that were named, each once, or all. Returns their number; 0 after
 * messages. */
static size_t
choose_views(struct session *session, const struct schema *schema,
	     const struct schema_view **views)
{
	const struct arguments *names = &session->arguments;
	size_t n = 0;
	bool unknown = false;

	for (size_t i = 0; i < names->n; i++) {
		views[n] = schema_find(schema, text_of(names->items[i]));
		if (!views[n])
			schema_refuse_view(session, schema, names->items[i]);
		unknown = unknown || !views[n];
		if (views[n] && !is_chosen(views[n], views, n))
			n++;
	}
	if (unknown)
		return 0;
	for (size_t i = 0; names->n == 0 && i < schema->n_views; i++)
		views[n++] = &schema->views[i];
	return n;
}

/* On standard output: one table, or several that the format tells apart. */
static void
print_views(struct session *session, const struct schema_view *const *views,
	    size_t n, const struct format *format)
{
	struct printer *printer =
		printer_new(format, stdout, &session->screen,
			    n == 1 ? PRINTER_ONE : PRINTER_MANY);
	size_t n_rows = 0, n_all = 0;
	int result = 0;

	for (size_t i = 0; i < n && result == 0; i++) {
		result = view_print(session, views[i], printer, &n_rows);
		n_all += n_rows;
	}
	printer_free(printer);
	if (result == 0 && n_all == 0)
		rows_note_none(session);
}

/* One view, or what was asked for instead of its rows. */
static void
print_one(struct session *session, const struct schema_view *view,
	  const struct format *format)
{
	struct text sql = view_sql(view, session->options.filter,
				   session->diagnostics.arena);

	if (answer_instead(session, sql, "csv", NULL))
		return;
	print_views(session, &view, 1, format);
	answer_note_limit(session, sql);
}

static void
write_folder(struct session *session, const struct schema_view *const *views,
	     size_t n, const struct format *format)
{
	const char *folder = session->options.output;
	int result = target_check_folder(session, "several views need a folder",
					 "; or name one view (casebook schema "
					 "lists them)");

	if (result == 0)
		result = folder_make(folder, &session->diagnostics);
	for (size_t i = 0; i < n && result == 0; i++)
		result = view_write_into(session, views[i], format, folder);
	if (result == 0)
		target_note_files(session, n);
}

static void
export_views(struct session *session, const struct schema_view *const *views,
	     size_t n)
{
	const struct options *options = &session->options;
	const struct format *format = rows_format(session, "csv");
	const char *output = options->output;

	if ((options->sql || options->count) && (n > 1 || output))
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "--sql and --count are of one view, to standard "
			 "output: casebook export VIEW");
	else if (options->sort && n > 1)
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "--sort is of one view, since each has columns of "
			 "its own: casebook export VIEW");
	else if (!output && n == 1)
		print_one(session, views[0], format);
	else if (!output && !format_is_flat(format))
		print_views(session, views, n, format);
	else if (!output)
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "several views need a folder: casebook export -o "
			 "DIR; or name one (casebook schema lists them)");
	else if (n > 1 || folder_exists(output) ||
		 text_ends(text_of(output), "/"))
		write_folder(session, views, n, format);
	else if (target_check_file(session) == 0)
		view_write(session, views[0], format, output);
}

/* A whole has an order of its own, and is not cut. */
static int
check_whole(struct session *session, const struct whole *whole)
{
	const struct options *options = &session->options;

	if (!options->sort && !options->reverse && !options->limit &&
	    !options->count && !options->sql)
		return 0;
	diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
		 (struct place){.file = NULL},
		 "a %s is handed over whole: without --sort, --reverse, "
		 "--limit, --count and --sql",
		 whole->format);
	return -1;
}

void
command_export(struct session *session)
{
	const struct schema_view **views;
	const struct whole *whole;
	struct schema schema;
	size_t n;

	schema_read(&schema);
	whole = whole_find(rows_format(session, "csv"));
	views = arena_alloc(schema.arena, schema.n_views + session->arguments.n,
			    sizeof(*views));
	n = choose_views(session, &schema, views);
	if (n == 0 || (whole && check_whole(session, whole) == -1) ||
	    filter_resolve(session->options.filter, session->store,
			   &session->diagnostics) == -1)
		goto out;
	if (whole)
		whole->write(session, &schema, views, n);
	else
		export_views(session, views, n);
out:
	schema_release(&schema);
}
