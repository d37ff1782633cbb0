/*
 * A query that a user typed: on a connection of its own, which is known to be
 * a casebook before it is guarded.
 */
#include "identity.h"
#include "statement.h"
#include "untrusted.h"

struct query *
query_new_untrusted(struct store *store, struct text sql, unsigned seconds,
		    struct diagnostics *diagnostics)
{
	struct query *query = memory_new(1, sizeof(*query));

	query->store = store;
	query->diagnostics = diagnostics;
	query->untrusted = untrusted_open(store, seconds, diagnostics);
	if (query->untrusted &&
	    identity_check(untrusted_store(query->untrusted), diagnostics) ==
		    0) {
		untrusted_guard(query->untrusted);
		query->statement =
			untrusted_prepare(query->untrusted, sql, diagnostics);
	}
	if (query->statement)
		return query;
	query_free(query);
	return NULL;
}
