/* yajl, and libxml2 and libzip as they were when the program was made. */
#include "casebook/output/libraries.h"

#include <libxml/xmlwriter.h>
#include <yajl/yajl_version.h>
#include <zip.h>

void
output_libraries(struct buffer *page)
{
	struct buffer version = {NULL, 0, 0};
	int yajl = yajl_version();

	buffer_format(&version, "%d.%d.%d", yajl / 10000, yajl / 100 % 100,
		      yajl % 100);
	library_add(page, "yajl", version.bytes);
	buffer_release(&version);
	library_add(page, "libxml2", LIBXML_DOTTED_VERSION);
	library_add(page, "libzip", LIBZIP_VERSION);
}
