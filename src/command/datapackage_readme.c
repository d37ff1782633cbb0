/* The page that a person reads in a data package. */
#include "casebook/ask/view.h"
#include "casebook/base/data.h"
#include "casebook/base/memory.h"
#include "casebook/output/redact.h"
#include "datapackage_parts.h"
#include "rows.h"

static struct text
page(void)
{
	return data_embedded("texts/datapackage.md");
}

/* The first paragraph behind these words. */
static struct text
paragraph_behind(struct text words)
{
	struct text whole = page();
	size_t from = text_find(whole, words, 0) + words.len;
	size_t end = text_find(whole, TEXT("\n\n"), from);

	return text_sub(whole, from, end - from);
}

struct text
package_title(void)
{
	struct text line = page();

	return text_sub(line, 2, text_find(line, TEXT("\n"), 0) - 2);
}

struct text
package_description(void)
{
	return paragraph_behind(TEXT("\n\n"));
}

struct text
package_rights(void)
{
	struct text words = paragraph_behind(TEXT("## Rights\n\n"));

	return text_sub(words, 0, text_find(words, TEXT("."), 0));
}

static struct printer *
open_table(const struct package *package, FILE *stream)
{
	const struct screen screen = {.redaction = package->session->redaction};

	return printer_new(format_find(TEXT("markdown")), stream, &screen,
			   PRINTER_ONE);
}

static int
print_files(const struct package *package, FILE *stream)
{
	static const char *const columns[] = {"file", "rows", "holds"};
	struct printer *printer = open_table(package, stream);

	printer_begin(printer, NULL, columns, 3);
	for (size_t i = 0; i < package->n_files; i++) {
		const struct package_file *file = &package->files[i];
		struct buffer cell = {NULL, 0, 0};

		buffer_format(&cell, "%.*s.csv", TEXT_ARG(file->view->name));
		printer_field(printer, FIELD_TEXT, buffer_text(&cell));
		buffer_clear(&cell);
		buffer_format(&cell, "%zu", file->n_rows);
		printer_field(printer, FIELD_INTEGER, buffer_text(&cell));
		printer_field(printer, FIELD_TEXT, file->view->meaning);
		buffer_release(&cell);
	}
	printer_end(printer);
	printer_free(printer);
	return 0;
}

static int
print_sources(const struct package *package, FILE *stream)
{
	struct session *session = package->session;
	const struct schema_view *view =
		schema_find(package->schema, TEXT("sources"));
	struct query *query = view_rows(view, session->options.filter,
					session->store, &session->diagnostics);
	struct printer *printer;
	int result;

	if (!query)
		return -1;
	printer = open_table(package, stream);
	result = rows_print(printer, NULL, query,
			    "source,title,publisher,published,sha256", NULL,
			    &session->diagnostics);
	printer_free(printer);
	query_free(query);
	return result;
}

static int
print_personal(const struct package *package, FILE *stream)
{
	static const char *const columns[] = {"file", "column", "tells"};
	struct printer *printer = open_table(package, stream);

	printer_begin(printer, NULL, columns, 3);
	for (size_t i = 0; i < package->n_files; i++) {
		const struct package_file *file = &package->files[i];
		const struct schema_column *column;

		for (size_t j = 0; (column = package_column(file, j)); j++) {
			if (!column->personal.len)
				continue;
			printer_field(printer, FIELD_TEXT, file->view->name);
			printer_field(printer, FIELD_TEXT, column->name);
			printer_field(printer, FIELD_TEXT, column->personal);
		}
	}
	printer_end(printer);
	printer_free(printer);
	return 0;
}

struct text
package_redacted(const struct package *package)
{
	const struct redaction *redaction = package->session->redaction;
	struct text told;
	size_t end;

	if (!redaction)
		return TEXT("");
	told = data_embedded(redaction_level(redaction) == REDACT_NAMES
				     ? "texts/redacted-names.md"
				     : "texts/redacted-contacts.md");
	end = told.len;
	while (end > 0 && told.bytes[end - 1] == '\n')
		end--;
	return text_sub(told, 0, end);
}

static void
print_redacted(const struct package *package, FILE *stream)
{
	struct text told = package_redacted(package);

	if (told.len)
		fprintf(stream, "\n%.*s\n", TEXT_ARG(told));
}

int
package_print_readme(const struct package *package, FILE *stream)
{
	static const struct {
		const char *mark;
		int (*print)(const struct package *package, FILE *stream);
	} parts[] = {
		{"<!-- files -->\n", print_files},
		{"<!-- sources -->\n", print_sources},
		{"<!-- personal -->\n", print_personal},
	};
	struct text words = page();
	size_t at = 0;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct text mark = text_of(parts[i].mark);
		size_t end = text_find(words, mark, at);

		fprintf(stream, "%.*s",
			TEXT_ARG(text_sub(words, at, end - at)));
		if (parts[i].print(package, stream) == -1)
			return -1;
		at = end + mark.len;
	}
	fprintf(stream, "%.*s", TEXT_ARG(text_sub(words, at, words.len - at)));
	print_redacted(package, stream);
	return 0;
}
