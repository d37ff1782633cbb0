/*
 * Line by line through a document: which heading, section or furniture rule
 * took the line, which rules found facts on it, and which words decided.
 */
#include "trace.h"

#include <string.h>

#include "casebook/base/escape.h"
#include "rows.h"

static const char *const columns[] = {
	"line", "project", "section", "component", "is", "rules", "text",
};

enum {
	N_COLUMNS = sizeof(columns) / sizeof(columns[0]),
	CUE_LONGEST = 40, /* characters */
};

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
	struct span piece, size_t passage)
{
	const struct part *part = &document->parts[passage];

	if (line->furniture)
		return "furniture";
	if (part->title)
		return "title";
	if (overlap(part->heading, piece) &&
	    text_after(document->report->text, part->heading, piece))
		return "heading+text";
	if (overlap(part->heading, piece))
		return part->component.offset == part->heading.offset &&
				       part->component.len > 0
			       ? "component"
			       : "heading";
	return document->report->passages[passage].project == NO_PROJECT
		       ? "outside"
		       : "text";
}

/* Has a fact evidence on the line? */
static bool
is_on(const struct fact *fact, struct span line)
{
	for (size_t i = 0; i < fact_kinds[fact->kind].n_columns; i++)
		if (overlap(fact->values[i].evidence, line))
			return true;
	return false;
}

/* Are these the words of a value as well, or of a column before? */
static bool
is_told(const struct fact *fact, size_t column)
{
	struct span span = fact->values[column].evidence;

	for (size_t i = 0; i < fact_kinds[fact->kind].n_columns; i++) {
		const struct value *value = &fact->values[i];

		if ((i < column || value->origin != ORIGIN_CODED) &&
		    value->evidence.offset == span.offset &&
		    value->evidence.len == span.len)
			return true;
	}
	return false;
}

static void
add_cue(struct buffer *cues, struct text words, const char *glue)
{
	struct text cut = escape_cut(text_trim(words), CUE_LONGEST);

	buffer_add_string(cues, glue);
	for (size_t i = 0; i < cut.len; i++)
		buffer_add_byte(cues, strchr("\t\n\f\r", cut.bytes[i])
					      ? ' '
					      : cut.bytes[i]);
	if (cut.len < text_trim(words).len)
		buffer_add_string(cues, "…");
}

/* The words on the line by which a fact was coded: "denken mee, wisselend". */
static void
add_cues(const struct report *report, const struct fact *fact, struct span line,
	 struct buffer *cues)
{
	for (size_t i = 0; i < fact_kinds[fact->kind].n_columns; i++) {
		const struct value *value = &fact->values[i];

		if (value->origin == ORIGIN_CODED &&
		    overlap(value->evidence, line) && !is_told(fact, i))
			add_cue(cues, text_at(report->text, value->evidence),
				cues->len ? ", " : "");
	}
}

/*
 * One rule, and behind it in parentheses the cues of its facts on the line:
 * those of one fact divided by commas, facts by semicolons.
 */
static void
add_rule(const struct report *report, size_t first, struct span line,
	 struct buffer *rules)
{
	struct buffer all = {NULL, 0, 0}, cues = {NULL, 0, 0};
	struct buffer last = {NULL, 0, 0};
	const char *rule = report->facts[first].rule;

	for (size_t i = first; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];

		if (!fact->rule || strcmp(fact->rule, rule) != 0 ||
		    !is_on(fact, line))
			continue;
		buffer_clear(&cues);
		add_cues(report, fact, line, &cues);
		if (cues.len == 0 ||
		    text_equal(buffer_text(&cues), buffer_text(&last)))
			continue;
		buffer_clear(&last);
		buffer_add(&last, buffer_text(&cues));
		buffer_add_string(&all, all.len ? "; " : "");
		buffer_add(&all, buffer_text(&cues));
	}
	buffer_format(rules, "%s%s", rules->len ? " " : "", rule);
	if (all.len)
		buffer_format(rules, "(%s)", all.bytes);
	buffer_release(&all);
	buffer_release(&cues);
	buffer_release(&last);
}

/* The rules whose facts have evidence on the line, each once. */
static void
add_rules(const struct report *report, struct span line, struct buffer *rules)
{
	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];
		bool told = false;

		if (!fact->rule || !is_on(fact, line))
			continue;
		for (size_t j = 0; j < i && !told; j++)
			told = report->facts[j].rule &&
			       strcmp(report->facts[j].rule, fact->rule) == 0 &&
			       is_on(&report->facts[j], line);
		if (!told)
			add_rule(report, i, line, rules);
	}
}

static void
print_text(struct printer *printer, struct text text)
{
	printer_field(printer, text.len ? FIELD_TEXT : FIELD_NULL, text);
}

/* What rules see of a piece of a line; furniture as it is printed. */
static struct text
read_piece(struct document *document, const struct line *line,
	   struct span piece)
{
	struct text printed = text_at(document->report->text, piece);

	return line->furniture ? printed
			       : document_read_span(document, piece)->text;
}

static void
print_piece(struct printer *printer, struct document *document, size_t number,
	    size_t index, struct span piece)
{
	const struct report *report = document->report;
	const struct line *line = &document->lines[number];
	const struct passage *passage = &report->passages[index];
	struct buffer rules = {NULL, 0, 0}, digits = {NULL, 0, 0};

	add_rules(report, piece, &rules);
	buffer_format(&digits, "%zu", number + 1);
	printer_field(printer, FIELD_INTEGER, buffer_text(&digits));
	print_text(printer, passage->project == NO_PROJECT
				    ? TEXT("")
				    : report->projects[passage->project].key);
	print_text(printer, passage->section);
	print_text(printer, passage->component);
	print_text(printer, text_of(kind_of(document, line, piece, index)));
	print_text(printer, buffer_text(&rules));
	print_text(printer, read_piece(document, line, piece));
	buffer_release(&rules);
	buffer_release(&digits);
}

/* The pieces of a line: one, but for several pairs or cells. */
static void
print_line(struct printer *printer, struct document *document, size_t number)
{
	const struct report *report = document->report;
	struct span line = document->lines[number].span;

	for (size_t i = passage_at(report, line.offset);
	     i < report->n_passages &&
	     report->passages[i].span.offset < span_end(line);
	     i++) {
		struct span span = report->passages[i].span;
		size_t from =
			span.offset > line.offset ? span.offset : line.offset;
		size_t to = span_end(span) < span_end(line) ? span_end(span)
							    : span_end(line);

		if (to > from &&
		    text_trim(text_at(report->text, span_of(from, to))).len > 0)
			print_piece(printer, document, number, i,
				    span_of(from, to));
	}
}

void
trace_print(struct session *session, struct document *document)
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
