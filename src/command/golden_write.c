/* Writing what was found in a report as the facts that a test expects. */
#include "golden_write.h"

#include <sys/stat.h>

/* In single quotes, so that nothing in it means anything to YAML. */
static void
add_value(struct buffer *out, const char *column, struct text value)
{
	buffer_format(out, "%s: '", column);
	for (size_t i = 0; i < value.len; i++) {
		if (value.bytes[i] == '\'')
			buffer_add_byte(out, '\'');
		buffer_add_byte(out, value.bytes[i]);
	}
	buffer_add_byte(out, '\'');
}

static void
add_row(struct buffer *out, const struct report *report,
	const struct fact *fact)
{
	const struct fact_kind_info *kind = &fact_kinds[fact->kind];

	buffer_add_string(out, "  - { ");
	add_value(out, "project", report->projects[fact->project].key);
	for (size_t i = 0; i < kind->n_columns; i++) {
		if (fact->values[i].text.len == 0)
			continue;
		buffer_add_string(out, ", ");
		add_value(out, kind->columns[i].name, fact->values[i].text);
	}
	buffer_add_string(out, " }\n");
}

void
golden_facts(struct buffer *out, const struct report *report)
{
	for (int kind = 0; kind < N_FACT_KINDS; kind++) {
		size_t n = 0;

		buffer_format(out, "%s:", fact_kinds[kind].view);
		for (size_t i = 0; i < report->n_facts; i++) {
			if ((int)report->facts[i].kind != kind)
				continue;
			if (n++ == 0)
				buffer_add_byte(out, '\n');
			add_row(out, report, &report->facts[i]);
		}
		if (n == 0)
			buffer_add_string(out, " []\n");
	}
}

void
golden_remarks(struct buffer *out, const struct report *report)
{
	const struct diagnostics *found = &report->diagnostics;

	for (size_t i = 0; i < found->n_items; i++)
		buffer_format(out, "%zu %s\n", found->items[i].where.line,
			      diagnostic_name(found->items[i].code));
}

/* Where nothing stands yet the file itself, else one beside it. */
static struct text
path_to_write(struct arena *arena, struct text path)
{
	struct stat status;

	return stat(path.bytes, &status) == 0 && status.st_size > 0
		       ? arena_format(arena, "%.*s.new", TEXT_ARG(path))
		       : path;
}

void
golden_write(struct arena *arena, struct text path, struct text text,
	     struct diagnostics *diagnostics)
{
	struct text to = path_to_write(arena, path);
	struct file_output output;

	if (file_output_open(&output, to.bytes, diagnostics) == -1)
		return;
	fwrite(text.bytes, 1, text.len, output.stream);
	if (file_output_publish(&output, diagnostics) == 0)
		diagnose(diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = to.bytes},
			 "written; read it before you trust it");
	file_output_discard(&output);
}
