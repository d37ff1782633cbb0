/* SQLite. */
#include "casebook/store/libraries.h"

#include "database.h"

void
store_libraries(struct buffer *page)
{
	library_add(page, "SQLite", sqlite3_libversion());
	library_add(page, "SQLite source", sqlite3_sourceid());
}
