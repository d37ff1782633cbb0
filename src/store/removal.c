/* The rows of a source go: with their source, or table by table. */
#include "removal.h"

/* Those of a project before the projects, by which they are found. */
static const char *const by_hand_in_order[] = {
	"remove-place",
	"remove-involvement",
	"remove-adviser",
	"remove-measurement",
	"remove-participation_level",
	"remove-phase",
	"remove-theme",
	"remove-quote",
	"remove-field",
	"remove-proof",
	"remove-passage",
	"remove-project",
	"remove-mark",
	"remove-alias",
	"remove-diagnostic",
};

/* Returns how many rows went, or -1 after a message. */
static int
run(struct statements *statements, const char *name, struct text source,
    struct diagnostics *diagnostics)
{
	if (statement_run_of(statements, name, source, diagnostics) < 0)
		return -1;
	return sqlite3_changes(statements->store->db);
}

int
removal_run(struct statements *statements, struct text source, bool by_hand,
	    struct diagnostics *diagnostics)
{
	const size_t n = sizeof(by_hand_in_order) / sizeof(*by_hand_in_order);
	int removed = run(statements, "remove-source", source, diagnostics);

	for (size_t i = 0; by_hand && removed > 0 && i < n; i++)
		if (run(statements, by_hand_in_order[i], source, diagnostics) <
		    0)
			return -1;
	return removed;
}
