/* `casebook schema`: what the public views and their columns mean. */
#include "casebook/store/schema.h"
#include "command.h"
#include "rows.h"
#include "schema_page.h"

static const char *const columns[] = {
	"view", "column", "meaning",  "type",	"unit",
	"key",	"origin", "personal", "values",
};

enum { N_COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static void
print_field(struct printer *printer, struct text text)
{
	printer_field(printer, text.len ? FIELD_TEXT : FIELD_NULL, text);
}

static void
print_view(struct printer *printer, const struct schema *schema,
	   const struct schema_view *view)
{
	for (size_t i = 0; i < view->n_columns; i++) {
		const struct schema_column *column = &view->columns[i];

		print_field(printer, view->name);
		print_field(printer, column->name);
		print_field(printer, column->meaning);
		print_field(printer, text_of(schema_type_name(column->type)));
		print_field(printer, column->unit);
		print_field(printer, column->key ? TEXT("key") : TEXT(""));
		print_field(printer, column->origin);
		print_field(printer, column->personal);
		print_field(printer, schema_values(schema, column));
	}
}

void
schema_refuse_view(struct session *session, const struct schema *schema,
		   const char *name)
{
	struct text words[64];
	size_t n = 0;

	for (; n < 64 && n < schema->n_views; n++)
		words[n] = schema->views[n].name;
	session_refuse(session, "unknown view", name,
		       suggestion(session->diagnostics.arena, text_of(name),
				  words, n));
}

static void
print_page(struct session *session, const struct schema *schema)
{
	if (session->arguments.n)
		session_refuse(session, "the manual page is about all views,",
			       session->arguments.items[0],
			       " is not to be named");
	else
		schema_page_print(stdout, schema);
}

void
command_schema(struct session *session)
{
	const char *name =
		session->arguments.n ? session->arguments.items[0] : NULL;
	const struct schema_view *view = NULL;
	struct printer *printer;
	struct schema schema;

	schema_read(&schema);
	if (name)
		view = schema_find(&schema, text_of(name));
	if (name && !view) {
		schema_refuse_view(session, &schema, name);
		goto out;
	}
	if (rows_format(session, "table") == format_find(TEXT("man"))) {
		print_page(session, &schema);
		goto out;
	}
	printer = printer_new(rows_format(session, "table"), stdout,
			      &session->screen, PRINTER_ONE);
	printer_begin(printer, NULL, columns, N_COLUMNS);
	for (size_t i = 0; i < schema.n_views; i++)
		if (!view || view == &schema.views[i])
			print_view(printer, &schema, &schema.views[i]);
	printer_end(printer);
	printer_free(printer);
out:
	schema_release(&schema);
}
