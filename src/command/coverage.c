/*
 * Coverage of the stored texts, source by source: each is read again, as
 * `rebuild` would, and what is found in it is thrown away.
 */
#include "coverage.h"

#include <stdlib.h>

#include "casebook/ask/question.h"
#include "casebook/document/coverage.h"
#include "casebook/extract/extract.h"
#include "compared.h"
#include "intake.h"
#include "rows.h"

enum { N_BEFORE_SHARES = 2 }; /* columns */

/* A source, read again. */
struct covered {
	struct report report;
	struct document document;
	struct coverage coverage;
};

struct covering {
	struct session *session;
	struct rules *rules;
	struct covered **items; /* owned */
	size_t n_items, capacity;
	bool outdated; /* a source was stored by other rules */
};

static void
covered_free(struct covered *covered, struct diagnostics *diagnostics)
{
	coverage_release(&covered->coverage);
	report_release(&covered->report, diagnostics);
	free(covered);
}

/* Returns 0, or -1 after a message. */
static int
read_again(struct covering *covering, struct text source,
	   struct covered *covered)
{
	struct session *session = covering->session;
	struct report *report = &covered->report;
	const struct layout *layout;
	struct hash rules = rules_hash(covering->rules);

	if (store_read_source(session->store, source, report,
			      &session->diagnostics) == -1)
		return -1;
	if (!text_equal(text_of(report->rules.digits), text_of(rules.digits)))
		covering->outdated = true;
	layout = layouts_find(rules_layouts(covering->rules), report->layout);
	if (!layout) {
		diagnose(&session->diagnostics, DIAGNOSTIC_NO_LAYOUT,
			 (struct place){.file = report->path.bytes},
			 "the layout %s, by which it was read, is not at hand; "
			 "--data names the folder that holds it",
			 diagnostic_quote(&session->diagnostics,
					  report->layout));
		return -1;
	}
	return extract_document(covering->rules, layout, report,
				&covered->document);
}

static void
cover_source(struct covering *covering, struct text source)
{
	struct covered *covered = memory_new(1, sizeof(*covered));

	report_init(&covered->report);
	if (read_again(covering, source, covered) == -1) {
		covered_free(covered, &covering->session->diagnostics);
		return;
	}
	coverage_find(&covered->coverage, &covered->document);
	covering->items =
		array_grow(covering->items, covering->n_items,
			   &covering->capacity, sizeof(struct covered *));
	covering->items[covering->n_items++] = covered;
}

static void
cover_all(struct covering *covering)
{
	struct session *session = covering->session;
	struct query *query = question_ask(
		question_find(TEXT("sources")), session->options.filter,
		session->store, &session->diagnostics);

	while (query && query_step(query) == 1)
		cover_source(covering, rows_text(query, "source"));
	query_free(query);
}

/* --- printing --------------------------------------------------------------*/

static void
print_word(struct printer *printer, struct text word)
{
	printer_field(printer, word.len ? FIELD_TEXT : FIELD_NULL, word);
}

static void
print_shares(const struct covering *covering, struct printer *printer)
{
	const char *columns[N_BEFORE_SHARES + N_SHARES] = {"source", "bytes"};

	for (size_t i = 0; i < N_SHARES; i++)
		columns[N_BEFORE_SHARES + i] = share_name((enum share)i);
	printer_begin(printer, "coverage", columns, N_BEFORE_SHARES + N_SHARES);
	for (size_t i = 0; i < covering->n_items; i++) {
		const struct covered *it = covering->items[i];

		print_word(printer, it->report.name);
		print_count(printer, it->report.text.len);
		for (size_t j = 0; j < N_SHARES; j++)
			print_figure(printer,
				     (double)it->coverage.bytes[j] /
					     (double)it->report.text.len);
	}
	printer_end(printer);
}

static void
print_headings(const struct covering *covering, struct printer *printer)
{
	static const char *const columns[] = {"source", "heading", "times",
					      "line"};

	printer_begin(printer, "headings_not_claimed", columns, 4);
	for (size_t i = 0; i < covering->n_items; i++) {
		const struct covered *it = covering->items[i];

		for (size_t j = 0; j < it->coverage.n_headings; j++) {
			print_word(printer, it->report.name);
			print_word(printer, it->coverage.headings[j].words);
			print_count(printer, it->coverage.headings[j].times);
			print_count(printer, it->coverage.headings[j].line);
		}
	}
	printer_end(printer);
}

static void
print_numbers(const struct covering *covering, struct printer *printer)
{
	static const char *const columns[] = {"source", "line",	 "project",
					      "number", "words", "remark"};

	printer_begin(printer, "numbers_not_taken", columns, 6);
	for (size_t i = 0; i < covering->n_items; i++) {
		const struct covered *it = covering->items[i];

		for (size_t j = 0; j < it->coverage.n_numbers; j++) {
			const struct untaken_number *number =
				&it->coverage.numbers[j];

			print_word(printer, it->report.name);
			print_count(printer, number->line);
			print_word(printer,
				   it->report.projects[number->project].key);
			print_word(printer, number->number);
			print_word(printer, number->words);
			print_word(printer, number->repeated
						    ? TEXT("repeats a grade")
						    : TEXT(""));
		}
	}
	printer_end(printer);
}

static size_t
count_all(const struct covering *covering, bool headings)
{
	size_t n = 0;

	for (size_t i = 0; i < covering->n_items; i++)
		n += headings ? covering->items[i]->coverage.n_headings
			      : covering->items[i]->coverage.n_numbers;
	return n;
}

/* For people, a list of nothing is left out. */
static void
print_all(const struct covering *covering)
{
	const struct session *session = covering->session;
	const struct format *format = rows_format(session, "table");
	bool reading = format_is_for_reading(format);
	struct printer *printer =
		printer_new(format, stdout, &session->screen, PRINTER_MANY);

	print_shares(covering, printer);
	if (!reading || count_all(covering, true) > 0)
		print_headings(covering, printer);
	if (!reading || count_all(covering, false) > 0)
		print_numbers(covering, printer);
	printer_free(printer);
	fflush(stdout);
}

void
coverage_show(struct session *session)
{
	struct covering covering = {.session = session};

	covering.rules = rules_new(&session->data, &session->diagnostics);
	if (!covering.rules)
		return;
	cover_all(&covering);
	print_all(&covering);
	if (covering.outdated)
		diagnose(&session->diagnostics, DIAGNOSTIC_PROGRESS,
			 (struct place){.file = NULL},
			 "layouts or vocabularies have changed since; casebook "
			 "rebuild brings the casebook up to date");
	for (size_t i = 0; i < covering.n_items; i++)
		covered_free(covering.items[i], &session->diagnostics);
	free(covering.items);
	rules_free(covering.rules);
}
