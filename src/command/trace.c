/*
 * Line by line through a document: which heading, section or furniture rule
 * took the line, and which rules found facts on it.
 */
#include "trace.h"

#include "rows.h"

static const char *const columns[] = {
	"line", "project", "section", "component", "is", "rules", "text",
};

enum { N_COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static size_t
passage_at(const struct report *report, size_t offset)
{
	size_t from = 0, to = report->n_passages;

	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;

		if (report->passages[middle].span.offset <= offset)
			from = middle;
		else
			to = middle;
	}
	return from;
}

static bool
overlap(struct span a, struct span b)
{
	return a.len > 0 && b.len > 0 && a.offset < span_end(b) &&
	       b.offset < span_end(a);
}

/* Whether a heading is a key with its value behind it, on the same line. */
static bool
text_after(struct text text, struct span heading, struct span line)
{
	size_t end = span_end(heading);

	return end < span_end(line) &&
	       text_trim(text_sub(text, end, span_end(line) - end)).len > 1;
}

/* What the line is: a title, a heading, furniture, or text. */
static const char *
kind_of(const struct document *document, const struct line *line,
	size_t passage)
{
	const struct part *part = &document->parts[passage];

	if (line->furniture)
		return "furniture";
	if (part->title)
		return "title";
	if (overlap(part->heading, line->span) &&
	    text_after(document->report->text, part->heading, line->span))
		return "heading+text";
	if (overlap(part->heading, line->span))
		return part->component.offset == part->heading.offset &&
				       part->component.len > 0
			       ? "component"
			       : "heading";
	return document->report->passages[passage].project == NO_PROJECT
		       ? "outside"
		       : "text";
}

static bool
has_word(struct text list, const char *word)
{
	size_t at = text_find(list, text_of(word), 0);

	return at < list.len;
}

/* The rules whose facts have evidence on the line. */
static void
add_rules(const struct report *report, struct span line, struct buffer *rules)
{
	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];
		size_t n = fact_kinds[fact->kind].n_columns;
		bool here = false;

		for (size_t j = 0; j < n; j++)
			here |= overlap(fact->values[j].evidence, line);
		if (!here || has_word(buffer_text(rules), fact->rule))
			continue;
		if (rules->len)
			buffer_add_string(rules, " ");
		buffer_add_string(rules, fact->rule);
	}
}

static void
print_text(struct printer *printer, struct text text)
{
	printer_field(printer, text.len ? FIELD_TEXT : FIELD_NULL, text);
}

static void
print_line(struct printer *printer, const struct document *document,
	   size_t number)
{
	const struct report *report = document->report;
	const struct line *line = &document->lines[number];
	size_t index = passage_at(report, line->span.offset);
	const struct passage *passage = &report->passages[index];
	struct buffer rules = {NULL, 0, 0}, digits = {NULL, 0, 0};

	add_rules(report, line->span, &rules);
	buffer_format(&digits, "%zu", number + 1);
	printer_field(printer, FIELD_INTEGER, buffer_text(&digits));
	print_text(printer, passage->project == NO_PROJECT
				    ? TEXT("")
				    : report->projects[passage->project].key);
	print_text(printer, passage->section);
	print_text(printer, passage->component);
	print_text(printer, text_of(kind_of(document, line, index)));
	print_text(printer, buffer_text(&rules));
	print_text(printer, text_at(report->text, line->span));
	buffer_release(&rules);
	buffer_release(&digits);
}

void
trace_print(struct session *session, const struct document *document)
{
	struct printer *printer =
		printer_new(rows_format(session, "table"), stdout,
			    &session->screen, PRINTER_ONE);

	printer_begin(printer, NULL, columns, N_COLUMNS);
	for (size_t i = 0; i < document->n_lines && !printer_failed(printer);
	     i++)
		if (!document->lines[i].blank)
			print_line(printer, document, i);
	printer_end(printer);
	printer_free(printer);
}
