/* What the commands that compare (evaluate, agree, diff) share. */
#ifndef COMMAND_COMPARED_H
#define COMMAND_COMPARED_H

#include "casebook/compare/grid.h"
#include "casebook/layout/vocabulary.h"
#include "casebook/store/schema.h"
#include "command.h"

/*
 * The words of a vocabulary's table, in its order. The list lives in the arena,
 * the words in the vocabularies. Returns 0, or -1 after a message.
 */
int compared_words(struct word_list *words, struct arena *arena,
		   const struct vocabularies *vocabularies, const char *file,
		   const char *table, struct diagnostics *diagnostics);

/* The rows of a public view, as export gives them. 0, or -1 after a message. */
int compared_view(struct sheet *sheet, const char *view,
		  const struct schema *schema, struct store *store,
		  struct session *session);

/* Prints a number: a count, or a figure of three decimals (NAN: none). */
void print_count(struct printer *printer, size_t n);
void print_figure(struct printer *printer, double figure);

#endif
