/*
 * Refusing a report that breaks an invariant. Such a report is a fault of the
 * program or of a layout, never of the text: the message says where to look.
 */
#include "sound.h"

#include <stdlib.h>
#include <string.h>

static int
broken(const struct report *report, size_t line,
       struct diagnostics *diagnostics, const char *rule, const char *what)
{
	char *path = memory_string(report->path);

	diagnose(diagnostics, DIAGNOSTIC_INVARIANT,
		 (struct place){.file = path, .line = line},
		 "breaks the rule \"%s\": %s; the report was left out", rule,
		 what);
	free(path);
	return -1;
}

static int
check_passages(const struct report *report, struct diagnostics *diagnostics)
{
	size_t offset = 0;

	for (size_t i = 0; i < report->n_passages; i++) {
		const struct passage *passage = &report->passages[i];

		if (passage->span.offset != offset ||
		    passage->span.len > report->text.len - offset)
			return broken(report, passage->line, diagnostics,
				      "lossless",
				      "a passage does not begin where the one "
				      "before it ends");
		if (passage->project != NO_PROJECT &&
		    passage->project >= report->n_projects)
			return broken(report, passage->line, diagnostics,
				      "lossless",
				      "a passage of a project that is not "
				      "there");
		offset = span_end(passage->span);
	}
	if (offset != report->text.len)
		return broken(report, 0, diagnostics, "lossless",
			      "the passages are not all of the text");
	return 0;
}

static bool
inside(struct text text, struct span span)
{
	return span.offset <= text.len && span.len <= text.len - span.offset;
}

size_t
sound_passage(const struct report *report, struct span span)
{
	size_t low = 0, high = report->n_passages;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (report->passages[middle].span.offset <= span.offset)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0 || !span_holds(report->passages[low - 1].span, span))
		return report->n_passages;
	return low - 1;
}

static int
check_value(const struct report *report, const struct fact *fact,
	    const struct fact_column *column, struct span evidence,
	    struct diagnostics *diagnostics)
{
	const struct project *project = &report->projects[fact->project];
	struct buffer what = {NULL, 0, 0};
	size_t passage;

	if (evidence.len == 0)
		return 0;
	passage = inside(report->text, evidence)
			  ? sound_passage(report, evidence)
			  : report->n_passages;
	if (passage < report->n_passages &&
	    report->passages[passage].project == fact->project)
		return 0;
	buffer_format(
		&what,
		"the evidence of %s.%s in %s (byte %zu, length %zu) is not "
		"inside one passage of the project",
		fact_kinds[fact->kind].view, column->name,
		diagnostic_quote(diagnostics, project->key), evidence.offset,
		evidence.len);
	broken(report, 0, diagnostics, "grounded", what.bytes);
	buffer_release(&what);
	return -1;
}

static int
check_fact(const struct report *report, const struct fact *fact,
	   struct diagnostics *diagnostics)
{
	const struct fact_kind_info *kind = &fact_kinds[fact->kind];

	if (fact->project >= report->n_projects)
		return broken(report, 0, diagnostics, "grounded",
			      "a fact of a project that is not there");
	if (!inside(report->text, fact->span))
		return broken(report, 0, diagnostics, "grounded",
			      "a fact that points behind the end of the text");
	for (size_t i = 0; i < kind->n_columns; i++)
		if (check_value(report, fact, &kind->columns[i],
				fact->values[i].evidence, diagnostics) < 0)
			return -1;
	return 0;
}

int
sound_check(const struct report *report, struct diagnostics *diagnostics)
{
	if (check_passages(report, diagnostics) < 0)
		return -1;
	for (size_t i = 0; i < report->n_facts; i++)
		if (check_fact(report, &report->facts[i], diagnostics) < 0)
			return -1;
	return 0;
}

static void
lines_add(struct lines *lines, size_t start)
{
	lines->starts = array_grow(lines->starts, lines->n_starts,
				   &lines->capacity, sizeof(*lines->starts));
	lines->starts[lines->n_starts++] = start;
}

/* The offset of the next such byte; the text's length when there is none. */
static size_t
next_byte(struct text text, char byte, size_t from)
{
	const char *found = from < text.len ? memchr(text.bytes + from, byte,
						     text.len - from)
					    : NULL;

	return found ? (size_t)(found - text.bytes) : text.len;
}

/* A line feed begins a line behind it, and a return with no feed behind it. */
void
lines_init(struct lines *lines, struct text text)
{
	size_t feed = next_byte(text, '\n', 0);
	size_t back = next_byte(text, '\r', 0);

	*lines = (struct lines){NULL, 0, 0};
	lines_add(lines, 0);
	while (feed < text.len || back < text.len) {
		if (feed < back) {
			lines_add(lines, feed + 1);
			feed = next_byte(text, '\n', feed + 1);
		} else {
			if (feed != back + 1 || feed == text.len)
				lines_add(lines, back + 1);
			back = next_byte(text, '\r', back + 1);
		}
	}
}

void
lines_release(struct lines *lines)
{
	free(lines->starts);
	*lines = (struct lines){NULL, 0, 0};
}

size_t
lines_find(const struct lines *lines, size_t offset)
{
	size_t low = 0, high = lines->n_starts;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (lines->starts[middle] <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
