/* Reading the folder of a coder. */
#include "casebook/compare/coding.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

bool
coding_has(const struct coding *coding, size_t table)
{
	return coding->sheets[table].arena != NULL;
}

void
coding_release(struct coding *coding)
{
	for (size_t i = 0; i < N_COMPARED_TABLES; i++)
		sheet_release(&coding->sheets[i]);
}

/* A table that is not there is no fault, but for the projects. */
static int
read_table(struct coding *coding, const char *folder, size_t table,
	   struct diagnostics *diagnostics)
{
	struct buffer path = {NULL, 0, 0};
	struct stat status;
	int result = 0;

	buffer_format(&path, "%s%s%s.csv", folder,
		      text_ends(text_of(folder), "/") ? "" : "/",
		      compared_tables[table].name);
	if (stat(path.bytes, &status) == 0 || errno != ENOENT) {
		result = sheet_read(&coding->sheets[table], path.bytes,
				    diagnostics);
	} else if (table == TABLE_PROJECTS) {
		diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED,
			 (struct place){.file = folder},
			 "there is no projects.csv in it, which lists the "
			 "projects that count");
		result = -1;
	}
	buffer_release(&path);
	return result;
}

int
coding_read(struct coding *coding, const char *folder,
	    struct diagnostics *diagnostics)
{
	struct stat status;
	int result = 0, why = 0;

	memset(coding, 0, sizeof(*coding));
	if (stat(folder, &status) != 0)
		why = errno;
	else if (!S_ISDIR(status.st_mode))
		why = ENOTDIR;
	if (why) {
		diagnose(diagnostics, DIAGNOSTIC_FILE_SYSTEM,
			 (struct place){.file = folder},
			 "cannot read this folder: %s", strerror(why));
		return -1;
	}
	for (size_t i = 0; i < N_COMPARED_TABLES; i++)
		if (read_table(coding, folder, i, diagnostics) == -1)
			result = -1;
	if (result == -1)
		coding_release(coding);
	return result;
}
