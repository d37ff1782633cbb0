/* Shares of the text, headings that nobody claimed, numbers not taken. */
#include "casebook/document/coverage.h"

#include <stdlib.h>

#include "casebook/text/fold.h"
#include "internal.h"
#include "marked.h"

enum { WORDS_BEFORE = 5, WORDS_BEHIND = 3 }; /* shown around a number */

static const char *const share_names[N_SHARES] = {
#define X(constant, name, what) [SHARE_##constant] = name,
	SHARES(X)
#undef X
};

const char *
share_name(enum share share)
{
	return share_names[share];
}

void
coverage_release(struct coverage *coverage)
{
	free(coverage->headings);
	free(coverage->numbers);
	*coverage = (struct coverage){.headings = NULL};
}

/* --- shares ----------------------------------------------------------------*/

static bool
holds_something(const struct document *document, size_t passage)
{
	for (enum holds what = 0; what < N_HOLDINGS; what++)
		if (what != HOLDS_NOTHING &&
		    document_holds(document, passage, what))
			return true;
	return false;
}

static enum share
share_of(const struct document *document, size_t passage)
{
	const struct passage *it = &document->report->passages[passage];

	if (it->project != NO_PROJECT) {
		if (document->parts[passage].title)
			return SHARE_TITLES;
		return holds_something(document, passage) ? SHARE_SECTIONS
							  : SHARE_OTHER;
	}
	if (text_is(it->section, share_names[SHARE_FRONT]))
		return SHARE_FRONT;
	return text_is(it->section, share_names[SHARE_CONTENTS])
		       ? SHARE_CONTENTS
		       : SHARE_BACK;
}

/* Furniture is taken off the passage that it stands in. */
static void
add_shares(struct coverage *coverage, const struct document *document)
{
	const struct report *report = document->report;
	size_t line = 0;

	for (size_t i = 0; i < report->n_passages; i++) {
		struct span span = report->passages[i].span;
		enum share share = share_of(document, i);

		coverage->bytes[share] += span.len;
		for (; line < document->n_lines &&
		       document->lines[line].start < span_end(span);
		     line++) {
			size_t end = line + 1 < document->n_lines
					     ? document->lines[line + 1].start
					     : report->text.len;

			if (!document->lines[line].furniture)
				continue;
			end -= document->lines[line].start;
			coverage->bytes[share] -= end;
			coverage->bytes[SHARE_FURNITURE] += end;
		}
	}
}

/* --- headings --------------------------------------------------------------*/

static bool
overlap(struct span a, struct span b)
{
	return a.len > 0 && b.len > 0 && a.offset < span_end(b) &&
	       b.offset < span_end(a);
}

/* Is a value of the project printed here, or resolved from what is? */
static bool
is_value(const struct report *report, size_t project, struct span span)
{
	for (size_t i = 0; i < report->n_facts; i++) {
		const struct fact *fact = &report->facts[i];

		for (size_t j = 0; fact->project == project &&
				   j < fact_kinds[fact->kind].n_columns;
		     j++)
			if (fact->values[j].origin != ORIGIN_CODED &&
			    overlap(fact->values[j].evidence, span))
				return true;
	}
	return false;
}

/*
 * Text stands below it, in the same passage: no other lone line, and not the
 * rest of a sentence that was torn apart.
 */
static bool
has_text_below(const struct document *document, size_t line, struct span body)
{
	size_t next = line_after(document, line);

	return next < document->n_lines &&
	       document->lines[next].start < span_end(body) &&
	       !line_lone(document, next) &&
	       !is_lower(character_at(line_text(document, next), 0));
}

/* A line that looks like a heading, by its letters. */
struct candidate {
	struct text letters;
	size_t project;
	struct unclaimed_heading heading;
};

struct candidates {
	struct candidate *items;
	size_t n_items, capacity;
};

/* The mark of a heading on the line, unless it repeats the project's title. */
static const struct mark *
mark_on(const struct document *document, size_t line, size_t project)
{
	const struct mark *mark = line_heading(document, line);
	struct text text = document->report->text;
	struct arena *scratch;
	bool title;

	if (!mark || document->lines[line].furniture ||
	    line_text(document, line).len == 0)
		return NULL;
	scratch = arena_new();
	title = text_equal(
		fold_letters(scratch, text_at(text, mark->span)),
		fold_letters(scratch,
			     text_at(text, document->titles[project])));
	arena_free(scratch);
	return title ? NULL : mark;
}

/* Is the line one, as far as words and what stands around them tell? */
static bool
looks_like_one(const struct document *document, size_t line, struct span body,
	       size_t project)
{
	return line_lone(document, line) &&
	       has_text_below(document, line, body) &&
	       !is_value(document->report, project, document->lines[line].span);
}

static void
add_candidate(struct document *document, size_t passage, size_t line,
	      const struct mark *mark, struct candidates *all)
{
	struct report *report = document->report;
	const struct passage *it = &report->passages[passage];
	struct text words = mark ? text_at(report->text, mark->span)
				 : line_text(document, line);

	all->items = array_grow(all->items, all->n_items, &all->capacity,
				sizeof(*all->items));
	all->items[all->n_items++] = (struct candidate){
		.letters = fold_letters(report->arena, words),
		.project = it->project,
		.heading = {.words = arena_text(report->arena, words),
			    .line = line + 1,
			    .times = 1,
			    .projects = 1,
			    .level = mark ? mark_level(mark) : 0,
			    .section = it->section},
	};
}

/* The marked heading, of no form of the layout, behind which the passage is. */
static void
add_passed(struct document *document, size_t passage, struct candidates *all)
{
	const struct part *part = &document->parts[passage];
	const struct section *sections = document->layout->sections;
	const struct mark *mark;
	size_t line;

	if (part->form || part->title || part->heading.len == 0 ||
	    (part->section != NO_SECTION &&
	     sections[part->section].free_headings))
		return;
	line = line_at(document, part->heading.offset);
	mark = mark_on(document, line,
		       document->report->passages[passage].project);
	if (mark)
		add_candidate(document, passage, line, mark, all);
}

static void
find_candidates(struct document *document, size_t passage,
		struct candidates *all)
{
	const struct passage *it = &document->report->passages[passage];
	struct span body = it->body;
	size_t line, end;

	if (it->project != NO_PROJECT)
		add_passed(document, passage, all);
	if (document->parts[passage].title) /* what stands below it */
		body = span_of(span_end(body), span_end(it->span));
	if (it->project == NO_PROJECT || body.len == 0)
		return;
	document_lines(document, body, &line, &end);
	for (; line < end; line++) {
		const struct mark *mark;

		if (document->lines[line].span.offset < body.offset)
			continue;
		mark = mark_on(document, line, it->project);
		if (mark || looks_like_one(document, line, body, it->project))
			add_candidate(document, passage, line, mark, all);
	}
}

static int
compare_letters(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	int order = text_compare(x->letters, y->letters);

	if (order)
		return order;
	return (x->heading.line > y->heading.line) -
	       (x->heading.line < y->heading.line);
}

static int
compare_times(const void *a, const void *b)
{
	const struct unclaimed_heading *x = a, *y = b;

	if (x->times != y->times)
		return x->times > y->times ? -1 : 1;
	return (x->line > y->line) - (x->line < y->line);
}

static void
add_headings(struct coverage *coverage, struct document *document)
{
	struct candidates all = {NULL, 0, 0};
	struct unclaimed_heading *kept;
	size_t n = 0;

	for (size_t i = 0; i < document->report->n_passages; i++)
		find_candidates(document, i, &all);
	kept = memory_new(all.n_items + 1, sizeof(*kept));
	if (all.n_items)
		qsort(all.items, all.n_items, sizeof(*all.items),
		      compare_letters);
	for (size_t i = 0; i < all.n_items; i++) {
		if (i > 0 && text_equal(all.items[i].letters,
					all.items[i - 1].letters)) {
			kept[n - 1].times++;
			kept[n - 1].projects += all.items[i].project !=
						all.items[i - 1].project;
		} else {
			kept[n++] = all.items[i].heading;
		}
	}
	if (n)
		qsort(kept, n, sizeof(*kept), compare_times);
	free(all.items);
	coverage->headings = kept;
	coverage->n_headings = n;
}

/* --- numbers ---------------------------------------------------------------*/

static bool
digit_at(struct text text, size_t at)
{
	return at < text.len && text.bytes[at] >= '0' && text.bytes[at] <= '9';
}

static bool
point_at(struct text text, size_t at)
{
	return at < text.len &&
	       (text.bytes[at] == ',' || text.bytes[at] == '.');
}

/*
 * The next number from 1,0 to 10,0 at or after `at`: not part of a longer one,
 * such as a date or 1.250,5.
 */
static bool
next_number(struct text text, size_t at, struct span *number)
{
	for (; at < text.len; at++) {
		size_t to = at, units = 0;

		if (!digit_at(text, at))
			continue;
		for (; digit_at(text, to); to++)
			units = units > 10
					? units
					: units * 10 + (size_t)(text.bytes[to] -
								'0');
		if (point_at(text, to) && digit_at(text, to + 1) &&
		    !digit_at(text, to + 2) &&
		    !(point_at(text, to + 2) && digit_at(text, to + 3)) &&
		    units >= 1 &&
		    (units < 10 ||
		     (units == 10 && text.bytes[to + 1] == '0'))) {
			*number = span_of(at, to + 2);
			return true;
		}
		while (digit_at(text, to) ||
		       (point_at(text, to) && digit_at(text, to + 1)))
			to++;
		at = to;
	}
	return false;
}

/* The number and the words around it, within its sentence. */
static struct span
words_around(const struct reading *reading, struct span number)
{
	size_t sentence = reading_sentence(reading, number.offset);
	size_t from = number.offset, to = span_end(number);
	struct span all = {0, reading->text.len};
	size_t blanks;

	if (sentence < reading->n_sentences)
		all = reading->sentences[sentence].span;
	for (blanks = 0; from > all.offset; from--) {
		blanks += reading->text.bytes[from - 1] == ' ';
		if (blanks > WORDS_BEFORE)
			break;
	}
	for (blanks = 0; to < span_end(all); to++) {
		blanks += reading->text.bytes[to] == ' ';
		if (blanks > WORDS_BEHIND)
			break;
	}
	return span_of(from, to);
}

static const struct value *
grade_of(const struct fact *fact)
{
	return fact->kind == FACT_MEASUREMENT ? &fact->values[MEASUREMENT_GRADE]
					      : NULL;
}

static bool
is_grade(const struct report *report, struct span span)
{
	for (size_t i = 0; i < report->n_facts; i++) {
		const struct value *grade = grade_of(&report->facts[i]);

		if (grade && overlap(grade->evidence, span))
			return true;
	}
	return false;
}

/* Has the project a grade of this value? Grades are written with a point. */
static bool
is_repeated(const struct report *report, size_t project, struct text number)
{
	for (size_t i = 0; i < report->n_facts; i++) {
		const struct value *grade = grade_of(&report->facts[i]);

		if (grade && report->facts[i].project == project &&
		    grade->text.len == number.len &&
		    text_equal(text_sub(grade->text, 0, number.len - 2),
			       text_sub(number, 0, number.len - 2)) &&
		    grade->text.bytes[number.len - 1] ==
			    number.bytes[number.len - 1])
			return true;
	}
	return false;
}

static void
find_numbers(struct coverage *coverage, struct document *document,
	     size_t passage, size_t *capacity)
{
	struct report *report = document->report;
	const struct reading *reading = document_reading(document, passage);
	size_t project = report->passages[passage].project;
	struct span number = {0, 0};

	while (next_number(reading->text, span_end(number), &number)) {
		struct span source = reading_source(reading, number);
		struct text words = reading_at(reading, number);

		if (is_grade(report, source))
			continue;
		coverage->numbers =
			array_grow(coverage->numbers, coverage->n_numbers,
				   capacity, sizeof(*coverage->numbers));
		coverage->numbers[coverage->n_numbers++] =
			(struct untaken_number){
				.repeated = is_repeated(report, project, words),
				.number = words,
				.words = reading_at(
					reading, words_around(reading, number)),
				.project = project,
				.line = document_line(document, source.offset),
			};
	}
}

void
coverage_find(struct coverage *coverage, struct document *document)
{
	const struct report *report = document->report;
	size_t capacity = 0;

	*coverage = (struct coverage){.headings = NULL};
	add_shares(coverage, document);
	add_headings(coverage, document);
	for (size_t i = 0; i < report->n_passages; i++)
		if (report->passages[i].project != NO_PROJECT &&
		    document_holds(document, i, HOLDS_MEASUREMENTS))
			find_numbers(coverage, document, i, &capacity);
}
