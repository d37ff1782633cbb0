/* Reading a file into a report, before anything looks for facts. */
#include "intake.h"

#include "casebook/text/utf8.h"

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
report_read_file(struct report *report, const char *path, struct text name)
{
	struct file file;
	struct text bytes;
	int result;

	if (file_read(&file, path, FILE_LARGEST, &report->diagnostics) == -1)
		return -1;
	bytes = (struct text){file.bytes, file.len};
	result = utf8_check(path, bytes, &report->diagnostics);
	if (result == 0) {
		report->name = arena_text(report->arena, name);
		report->path = arena_text(report->arena, text_of(path));
		report->stamp = file.stamp;
		report->sha256 = hash_of(bytes);
		report->media_type = TEXT("text/plain");
		report->text = arena_text(report->arena, bytes);
	}
	file_release(&file);
	return result;
}
