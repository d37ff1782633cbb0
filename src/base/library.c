/* Lines about libraries. */
#include "casebook/base/library.h"

enum { NAME_WIDTH = 29 }; /* columns */

void
library_add(struct buffer *page, const char *name, const char *version)
{
	buffer_format(page, "%-*s %s\n", NAME_WIDTH, name, version);
}
