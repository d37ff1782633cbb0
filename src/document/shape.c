/*
 * Marks of a plain text that a layout asks for and no converter gave: headings
 * with a `#` before them or a line under them, and the front matter between two
 * lines of `---` at the top. Tables stand in table.c.
 */
#include "marked.h"
#include "marker.h"

#include "casebook/text/yaml.h"

enum { DEEPEST = 6, SHORTEST_RULE = 3 };

static bool
has_marks(const struct report *report, enum mark_kind kind)
{
	for (size_t i = 0; i < report->n_marks; i++)
		if (report->marks[i].kind == kind)
			return true;
	return false;
}

static struct text
text_of_line(const struct document *document, size_t line)
{
	return text_at(document->report->text, document->lines[line].span);
}

/* A line of nothing but this character, three times or more. */
static bool
is_rule(struct text text, char c)
{
	size_t n = 0;

	while (n < text.len && text.bytes[n] == c)
		n++;
	return n == text.len && n >= SHORTEST_RULE;
}

/* --- headings --------------------------------------------------------------*/

static void
add_heading(struct marker *marker, struct span span, size_t level)
{
	marker_add(marker, MARK_HEADING, span,
		   arena_format(marker->document->report->arena, "%zu", level));
}

/* "## Words ##" */
static void
find_hashes(struct marker *marker, size_t line)
{
	struct span span = marker->document->lines[line].span;
	struct text text = text_of_line(marker->document, line);
	size_t level = 0, from, to = text.len;

	while (level < text.len && text.bytes[level] == '#')
		level++;
	if (level == 0 || level > DEEPEST || level == text.len ||
	    text.bytes[level] != ' ')
		return;
	for (from = level; from < to && text.bytes[from] == ' ';)
		from++;
	while (to > from && text.bytes[to - 1] == '#')
		to--;
	while (to > from && text.bytes[to - 1] == ' ')
		to--;
	if (to > from)
		add_heading(marker,
			    span_of(span.offset + from, span.offset + to),
			    level);
}

/* Words with a line of `=` or `-` right below, and nothing above. */
static void
find_underlined(struct marker *marker, size_t line)
{
	const struct document *document = marker->document;
	struct text below;

	if (line + 1 >= document->n_lines ||
	    document->lines[line].span.len > HEADING_LONGEST ||
	    (line > 0 && !document->lines[line - 1].blank))
		return;
	below = text_of_line(document, line + 1);
	if (!is_rule(below, '=') && !is_rule(below, '-'))
		return;
	add_heading(marker, document->lines[line].span,
		    below.bytes[0] == '=' ? 1 : 2);
	mark_line(marker, line + 1);
}

static void
find_headings(struct marker *marker)
{
	for (size_t i = 0; i < marker->document->n_lines; i++) {
		if (marker->document->lines[i].blank ||
		    marker->document->lines[i].furniture)
			continue;
		find_hashes(marker, i);
		find_underlined(marker, i);
	}
}

/* --- front matter ----------------------------------------------------------*/

/* The line of the second `---`; 0 when there is no front matter. */
static size_t
front_matter_end(const struct document *document)
{
	if (!is_rule(text_of_line(document, 0), '-'))
		return 0;
	for (size_t i = 1; i < document->n_lines; i++)
		if (is_rule(text_of_line(document, i), '-') ||
		    text_is(text_of_line(document, i), "..."))
			return i;
	return 0;
}

/* Where a value stands: on its line, letter by letter; len 0: it does not. */
static struct span
value_span(const struct document *document, const struct yaml *value)
{
	size_t line = value->where.line; /* the first of the text is `---` */
	struct text text = document->report->text;
	struct span span;
	size_t at;

	if (line == 0 || line >= document->n_lines || value->text.len == 0)
		return (struct span){0, 0};
	at = text_find(text, value->text,
		       document->lines[line].start + value->where.column - 1);
	span = (struct span){at, value->text.len};
	if (at >= text.len || at > span_end(document->lines[line].span))
		return document->lines[line].span;
	return span;
}

/* A field's value, each item of its list, or each field in it: "contact.naam".
 */
static void
add_field(struct marker *marker, struct text name, const struct yaml *value)
{
	struct arena *arena = marker->document->report->arena;
	struct span span;

	if (value->type == YAML_SCALAR) {
		span = value_span(marker->document, value);
		if (span.len > 0)
			marker_add(marker, MARK_FRONT_MATTER, span, name);
		return;
	}
	for (size_t i = 0; i < value->n_items; i++)
		add_field(marker,
			  value->type == YAML_SEQUENCE
				  ? name
				  : arena_format(arena, "%.*s.%.*s",
						 TEXT_ARG(name),
						 TEXT_ARG(value->keys[i])),
			  &value->items[i]);
}

/* Does a value of the front matter begin on the line? */
static bool
has_value(const struct marker *marker, size_t line)
{
	for (size_t i = 0; i < marker->n_items; i++)
		if (marker->items[i].kind == MARK_FRONT_MATTER &&
		    line_at(marker->document, marker->items[i].span.offset) ==
			    line)
			return true;
	return false;
}

static void
find_front_matter(struct marker *marker)
{
	struct document *document = marker->document;
	struct report *report = document->report;
	size_t end = front_matter_end(document), start;
	const struct yaml *top;
	struct diagnostics unheard;

	if (end < 2)
		return;
	diagnostics_init(&unheard, false);
	start = document->lines[1].start;
	top = yaml_parse(report->arena, report->path.bytes,
			 text_sub(report->text, start,
				  document->lines[end].start - start),
			 &unheard);
	if (!top && unheard.n_items > 0)
		diagnose(
			&report->diagnostics, DIAGNOSTIC_FRONT_MATTER,
			(struct place){.file = report->path.bytes,
				       .line = unheard.items[0].where.line + 1},
			"the front matter is not read: %.*s",
			TEXT_ARG(unheard.items[0].message));
	for (size_t i = 0; top && i < top->n_items; i++)
		add_field(marker, arena_text(report->arena, top->keys[i]),
			  &top->items[i]);
	for (size_t i = 0; top && i <= end; i++)
		if (!has_value(marker, i))
			mark_line(marker, i);
	diagnostics_release(&unheard);
}

void
mark_shapes(struct marker *marker)
{
	const struct document *document = marker->document;
	const struct layout *layout = document->layout;
	const struct report *report = document->report;

	if (layout_asks(layout, HEADING_FRONT_MATTER) &&
	    !has_marks(report, MARK_FRONT_MATTER))
		find_front_matter(marker);
	if (layout_asks(layout, HEADING_LEVEL) &&
	    !has_marks(report, MARK_HEADING))
		find_headings(marker);
	if (layout_asks(layout, HEADING_COLUMN) &&
	    !has_marks(report, MARK_TABLE_CELL))
		mark_tables(marker);
}
