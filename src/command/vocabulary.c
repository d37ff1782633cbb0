/*
 * `casebook vocabulary`: the vocabularies there are, and what stands in one:
 * its files as they are, for their comments tell what belongs in each set.
 */
#include <stdio.h>

#include "casebook/base/escape.h"
#include "casebook/output/printer.h"
#include "casebook/text/yaml.h"
#include "command.h"
#include "rows.h"

/* A file of the data that is a vocabulary. */
struct file_of_words {
	const struct data_file *file;
	struct text name, describes;
};

struct files_of_words {
	struct file_of_words *items; /* in the order of the data */
	size_t n;
};

static struct text
text_in(const struct yaml *top, const char *key)
{
	const struct yaml *value = top ? yaml_get(top, key) : NULL;

	return value && value->type == YAML_SCALAR ? value->text : TEXT("");
}

/* Returns 0, or -1 after messages: a file is no YAML. */
static int
read_files(struct session *session, struct arena *arena,
	   struct files_of_words *files)
{
	const struct data *data = &session->data;

	files->items =
		arena_alloc(arena, data->n_files + 1, sizeof(*files->items));
	for (size_t i = 0; i < data->n_files; i++) {
		const struct data_file *file = &data->files[i];
		const struct yaml *top;

		if (!text_starts(text_of(file->name), "vocabulary/") ||
		    !text_ends(text_of(file->name), ".yml"))
			continue;
		top = yaml_parse(arena, file->path, file->text,
				 &session->diagnostics);
		if (!top)
			return -1;
		files->items[files->n++] =
			(struct file_of_words){file, text_in(top, "vocabulary"),
					       text_in(top, "describes")};
	}
	return 0;
}

static void
print_text(struct printer *printer, struct text text)
{
	printer_field(printer, text.len ? FIELD_TEXT : FIELD_NULL, text);
}

static void
list(struct session *session, const struct files_of_words *files)
{
	static const char *const columns[] = {"vocabulary", "describes",
					      "file"};
	struct printer *printer =
		printer_new(rows_format(session, "table"), stdout,
			    &session->screen, PRINTER_ONE);

	printer_begin(printer, NULL, columns, 3);
	for (size_t i = 0; i < files->n; i++) {
		print_text(printer, files->items[i].name);
		print_text(printer, files->items[i].describes);
		print_text(printer, text_of(files->items[i].file->path));
	}
	printer_end(printer);
	printer_free(printer);
}

static void
show(struct session *session, const struct files_of_words *files,
     const char *name)
{
	struct arena *arena = session->diagnostics.arena;
	struct text *names = arena_alloc(arena, files->n + 1, sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < files->n; i++) {
		const struct file_of_words *it = &files->items[i];

		names[i] = it->name;
		if (!text_is(it->name, name))
			continue;
		if (n++ > 0)
			printf("\n# %s\n",
			       escape_text(session->diagnostics.arena,
					   text_of(it->file->path))
				       .bytes);
		fwrite(it->file->text.bytes, 1, it->file->text.len, stdout);
	}
	if (n == 0)
		session_refuse(
			session, "no vocabulary", name,
			suggestion(arena, text_of(name), names, files->n));
}

void
command_vocabulary(struct session *session)
{
	struct arena *arena = arena_new();
	struct files_of_words files = {NULL, 0};

	if (read_files(session, arena, &files) == 0) {
		if (session->arguments.n > 0)
			show(session, &files, session->arguments.items[0]);
		else
			list(session, &files);
	}
	arena_free(arena);
}
