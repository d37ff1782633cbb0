/* Writing a data package. */
#include "datapackage.h"

void
datapackage_write(struct session *session, const struct schema *schema,
		  const struct schema_view *const *views, size_t n)
{
	(void)schema;
	(void)views;
	(void)n;
	if (!session->options.output)
		diagnose(&session->diagnostics, DIAGNOSTIC_USAGE,
			 (struct place){.file = NULL},
			 "a data package needs a folder: -o DIR");
}
