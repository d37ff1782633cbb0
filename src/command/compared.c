/* What the commands that compare share: words, views as sheets, figures. */
#include "compared.h"

#include <math.h>

#include "casebook/ask/view.h"

int
compared_words(struct word_list *words, struct arena *arena,
	       const struct vocabularies *vocabularies, const char *file,
	       const char *table, struct diagnostics *diagnostics)
{
	const struct table *rows =
		vocabulary_table(vocabularies, file, table, diagnostics);
	struct text word, value, *items;
	size_t n = 0;

	if (!rows)
		return -1;
	while (table_row(rows, n, &word, &value))
		n++;
	items = arena_alloc(arena, n + 1, sizeof(*items));
	for (size_t i = 0; i < n; i++) {
		table_row(rows, i, &word, &value);
		items[i] = word;
	}
	*words = (struct word_list){items, n};
	return 0;
}

int
compared_view(struct sheet *sheet, const char *view,
	      const struct schema *schema, struct store *store,
	      struct session *session)
{
	struct query *query = view_rows(schema_find(schema, text_of(view)),
					session->options.filter, store,
					&session->diagnostics);
	int result;

	*sheet = (struct sheet){.arena = NULL};
	if (!query)
		return -1;
	result = sheet_take(sheet, view, query);
	query_free(query);
	return result;
}

void
print_count(struct printer *printer, size_t n)
{
	struct buffer digits = {NULL, 0, 0};

	buffer_format(&digits, "%zu", n);
	printer_field(printer, FIELD_INTEGER, buffer_text(&digits));
	buffer_release(&digits);
}

void
print_figure(struct printer *printer, double figure)
{
	struct buffer digits = {NULL, 0, 0};

	buffer_format(&digits, "%.3f", figure);
	if (isnan(figure))
		printer_field(printer, FIELD_NULL, TEXT(""));
	else
		printer_field(printer, FIELD_REAL, buffer_text(&digits));
	buffer_release(&digits);
}
