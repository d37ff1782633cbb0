/* Reading a file into a report, before anything looks for facts. */
#include "intake.h"

#include "casebook/convert/convert.h"

void
report_init(struct report *report)
{
	*report = (struct report){.arena = arena_new()};
	diagnostics_init(&report->diagnostics, true);
}

void
report_release(struct report *report, struct diagnostics *diagnostics)
{
	if (report->diagnostics.worst > diagnostics->worst)
		diagnostics->worst = report->diagnostics.worst;
	diagnostics_release(&report->diagnostics);
	arena_free(report->arena);
	*report = (struct report){.arena = NULL};
}

int
report_read_file(struct report *report, struct session *session,
		 const char *path, struct text name)
{
	struct converters *converters = session_converters(session);
	struct file file;
	struct text bytes;
	int result;

	if (!converters ||
	    file_read(&file, path, FILE_LARGEST, &report->diagnostics) == -1)
		return -1;
	bytes = (struct text){file.bytes, file.len};
	report->name = arena_text(report->arena, name);
	report->path = arena_text(report->arena, text_of(path));
	report->stamp = file.stamp;
	report->sha256 = hash_of(bytes);
	result = convert_report(converters, bytes, report);
	if (result == 0 && report->converter.len > 0)
		report->text_sha256 = hash_of(report->text);
	file_release(&file);
	return result;
}
