/* Which columns a file of the package has, by its header. */
#include "datapackage_parts.h"

const struct schema_column *
package_column(const struct package_file *file, size_t i)
{
	struct text csv = {file->csv, file->len};
	struct text header = text_sub(csv, 0, text_find(csv, TEXT("\r\n"), 0));
	const struct schema_view *view = file->view;
	size_t at = 0, end;

	for (;; at = end + 1, i--) {
		end = text_find(header, TEXT(","), at);
		if (i == 0 || end == header.len)
			break;
	}
	for (size_t j = 0; i == 0 && j < view->n_columns; j++)
		if (text_equal(view->columns[j].name,
			       text_sub(header, at, end - at)))
			return &view->columns[j];
	return NULL;
}
