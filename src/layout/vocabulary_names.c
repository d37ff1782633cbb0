/*
 * Names of vocabularies, sets and tables in a user's file that were meant for
 * others: rules ask for a closed set of names, and pass over all else.
 */
#include "vocabularies.h"

#include "casebook/text/distance.h"

/*
 * A set or table of the user's that is nearly called as one that was built in:
 * it was meant, for no rule asks for another.
 */
static void
warn_of_name(struct strict *strict, const struct yaml *node, struct text file,
	     struct text name, const struct text *names, size_t n)
{
	size_t near = nearest(name, names, n);

	for (size_t i = 0; i < n; i++)
		if (text_equal(names[i], name))
			return;
	if (near < n)
		diagnose(strict->diagnostics, DIAGNOSTIC_VOCABULARY_UNKNOWN,
			 node->where,
			 "no rule asks for %s of the vocabulary %.*s; did you "
			 "mean \"%.*s\"?",
			 diagnostic_quote(strict->diagnostics, name),
			 TEXT_ARG(file), TEXT_ARG(names[near]));
}

void
warn_of_set(struct strict *strict, const struct yaml *node, struct text file,
	    struct text name, const struct vocabularies *all)
{
	struct text *names =
		arena_alloc(strict->arena, all->n_sets + 1, sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < all->n_sets; i++)
		if (text_equal(all->sets[i].file, file))
			names[n++] = all->sets[i].name;
	warn_of_name(strict, node, file, name, names, n);
}

void
warn_of_table(struct strict *strict, const struct yaml *node, struct text file,
	      struct text name, const struct vocabularies *all)
{
	struct text *names =
		arena_alloc(strict->arena, all->n_tables + 1, sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < all->n_tables; i++)
		if (text_equal(all->tables[i].file, file))
			names[n++] = all->tables[i].name;
	warn_of_name(strict, node, file, name, names, n);
}

/* A vocabulary of the user's that is nearly called as one of ours. */
void
warn_of_vocabulary(struct strict *strict, const struct yaml *node,
		   const struct vocabularies *all)
{
	size_t n = all->n_sets + all->n_tables, near;
	struct text *names = arena_alloc(strict->arena, n + 1, sizeof(*names));

	for (size_t i = 0; i < n; i++) {
		names[i] = i < all->n_sets ? all->sets[i].file
					   : all->tables[i - all->n_sets].file;
		if (text_equal(names[i], node->text))
			return;
	}
	near = nearest(node->text, names, n);
	if (near < n)
		diagnose(strict->diagnostics, DIAGNOSTIC_VOCABULARY_UNKNOWN,
			 node->where,
			 "no rule asks for the vocabulary %s; did you mean "
			 "\"%.*s\"?",
			 diagnostic_quote(strict->diagnostics, node->text),
			 TEXT_ARG(names[near]));
}
