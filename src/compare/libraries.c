/* libcsv, which tells its version when the program is made only. */
#include "casebook/compare/libraries.h"

#include <csv.h>

void
compare_libraries(struct buffer *page)
{
	struct buffer version = {NULL, 0, 0};

	buffer_format(&version, "%d.%d.%d", CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
	library_add(page, "libcsv", version.bytes);
	buffer_release(&version);
}
