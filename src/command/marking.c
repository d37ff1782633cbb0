/*
 * From evidence to marks. The spans of a stretch are taken from left to right,
 * a longer one before a shorter one that begins with it, and held against those
 * that are still open: one inside the innermost nests in it; one with the same
 * ends joins it; one that reaches beyond it stretches it, and the ones around
 * it as far as needed, so that all are nested in the end.
 */
#include "marking.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/ask/view.h"
#include "fact_line.h"
#include "rows.h"

enum { LEGEND_LONGEST = 60 }; /* characters of a value */

/* One piece of evidence in the stretch at hand. */
struct hit {
	struct span span; /* of the stretch */
	const struct proof *proof;
	size_t row;  /* number */
	size_t mark; /* index */
};

struct stretch_marks {
	struct marking *marking;
	struct text text;
	struct hit *hits;
	size_t n_hits, capacity;
	struct span *spans; /* of the marks; len 0: one that was joined */
	size_t *around;	    /* of each mark, the one around it, or NONE */
	size_t n_marks;
};

#define NONE ((size_t)-1)

void
marking_init(struct marking *marking, const struct proofs *proofs)
{
	*marking = (struct marking){.proofs = proofs, .arena = arena_new()};
}

void
marking_release(struct marking *marking)
{
	arena_free(marking->arena);
	free(marking->rows);
	*marking = (struct marking){.proofs = NULL};
}

/* --- what there is to mark -------------------------------------------------*/

static void
collect(struct stretch_marks *all, size_t offset)
{
	const struct proofs *proofs = all->marking->proofs;

	for (size_t i = 0; i < proofs->n; i++) {
		const struct proof *proof = &proofs->items[i];
		size_t from = proof->offset, to = from + proof->text.len;
		struct text words;

		if (from < offset)
			from = offset;
		if (to > offset + all->text.len)
			to = offset + all->text.len;
		if (from >= to)
			continue;
		words = text_trim(
			text_sub(all->text, from - offset, to - from));
		if (!words.len)
			continue;
		all->hits = array_grow(all->hits, all->n_hits, &all->capacity,
				       sizeof(*all->hits));
		all->hits[all->n_hits++] = (struct hit){
			.span = {(size_t)(words.bytes - all->text.bytes),
				 words.len},
			.proof = proof,
		};
	}
}

static int
compare_hits(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;

	if (x->span.offset != y->span.offset)
		return x->span.offset < y->span.offset ? -1 : 1;
	if (x->span.len != y->span.len)
		return x->span.len > y->span.len ? -1 : 1;
	return (x->proof > y->proof) - (x->proof < y->proof);
}

static size_t
row_number(struct marking *marking, const struct proof *proof)
{
	for (size_t i = 0; i < marking->n_rows; i++)
		if (text_equal(marking->rows[i].fact, proof->fact) &&
		    text_equal(marking->rows[i].key, proof->key))
			return i + 1;
	marking->rows = array_grow(marking->rows, marking->n_rows,
				   &marking->capacity, sizeof(*marking->rows));
	marking->rows[marking->n_rows++] =
		(struct marked_row){proof->fact, proof->key};
	return marking->n_rows;
}

/* --- one inside another ----------------------------------------------------*/

/* A mark that reaches beyond the one around it becomes one with it. */
static size_t
join_around(struct stretch_marks *all, size_t mark)
{
	size_t around;

	while ((around = all->around[mark]) != NONE &&
	       span_end(all->spans[mark]) > span_end(all->spans[around])) {
		all->spans[around] =
			span_join(all->spans[around], all->spans[mark]);
		all->spans[mark].len = 0;
		mark = around;
	}
	return mark;
}

static void
nest(struct stretch_marks *all)
{
	size_t open = NONE;

	all->spans = memory_new(all->n_hits + 1, sizeof(*all->spans));
	all->around = memory_new(all->n_hits + 1, sizeof(*all->around));
	for (size_t i = 0; i < all->n_hits; i++) {
		struct hit *hit = &all->hits[i];

		hit->row = row_number(all->marking, hit->proof);
		while (open != NONE &&
		       span_end(all->spans[open]) <= hit->span.offset)
			open = all->around[open];
		if (open != NONE &&
		    span_end(hit->span) > span_end(all->spans[open])) {
			all->spans[open] =
				span_join(all->spans[open], hit->span);
			open = join_around(all, open);
		} else if (open == NONE ||
			   hit->span.offset != all->spans[open].offset ||
			   hit->span.len != all->spans[open].len) {
			all->spans[all->n_marks] = hit->span;
			all->around[all->n_marks] = open;
			open = all->n_marks++;
		}
		hit->mark = open;
	}
}

/* The mark that a mark was joined with, at last. */
static size_t
joined(const struct stretch_marks *all, size_t mark)
{
	while (all->spans[mark].len == 0)
		mark = all->around[mark];
	return mark;
}

/* --- labels ----------------------------------------------------------------*/

/* Does a mark prove this column of a row? */
static bool
proves(const struct stretch_marks *all, size_t mark, size_t row,
       const char *column)
{
	for (size_t i = 0; i < all->n_hits; i++)
		if (all->hits[i].mark == mark && all->hits[i].row == row &&
		    text_is(all->hits[i].proof->column, column))
			return true;
	return false;
}

static bool
is_proved(const struct marking *marking, size_t row, const char *column)
{
	const struct marked_row *wanted = &marking->rows[row - 1];

	for (size_t i = 0; i < marking->proofs->n; i++) {
		const struct proof *proof = &marking->proofs->items[i];

		if (text_equal(proof->fact, wanted->fact) &&
		    text_equal(proof->key, wanted->key) &&
		    text_is(proof->column, column))
			return true;
	}
	return false;
}

/* The columns of a row that a mark proves: " level, rung"; all: nothing. */
static void
add_columns(struct buffer *columns, const struct stretch_marks *all,
	    size_t mark, size_t row)
{
	struct text view = all->marking->rows[row - 1].fact;
	const struct fact_kind_info *kind = fact_kinds;
	bool whole = true;

	while (!text_is(view, kind->view))
		kind++;
	for (size_t i = 0; i < kind->n_columns; i++) {
		const char *name = kind->columns[i].name;

		if (proves(all, mark, row, name))
			buffer_format(columns, "%s %s", columns->len ? "," : "",
				      name);
		else
			whole = whole && !is_proved(all->marking, row, name);
	}
	if (whole)
		buffer_clear(columns);
}

static bool
is_first_of_row(const struct stretch_marks *all, size_t hit)
{
	for (size_t i = 0; i < hit; i++)
		if (all->hits[i].mark == all->hits[hit].mark &&
		    all->hits[i].row == all->hits[hit].row)
			return false;
	return true;
}

/* "1,2 object; 3": rows of which the same columns are proved go as one. */
static struct text
label_of(const struct stretch_marks *all, size_t mark)
{
	struct buffer label = {NULL, 0, 0}, columns = {NULL, 0, 0};
	struct buffer before = {NULL, 0, 0};
	struct text kept;

	for (size_t i = 0; i < all->n_hits; i++) {
		const struct hit *hit = &all->hits[i];

		if (hit->mark != mark || !is_first_of_row(all, i))
			continue;
		buffer_clear(&columns);
		add_columns(&columns, all, mark, hit->row);
		if (label.len &&
		    !text_equal(buffer_text(&before), buffer_text(&columns))) {
			buffer_add(&label, buffer_text(&before));
			buffer_add_string(&label, "; ");
		} else if (label.len) {
			buffer_add_byte(&label, ',');
		}
		buffer_format(&label, "%zu", hit->row);
		buffer_clear(&before);
		buffer_add(&before, buffer_text(&columns));
	}
	buffer_add(&label, buffer_text(&before));
	kept = arena_text(all->marking->arena, buffer_text(&label));
	buffer_release(&label);
	buffer_release(&columns);
	buffer_release(&before);
	return kept;
}

size_t
marking_find(struct marking *marking, struct text text, size_t offset,
	     const struct screen_mark **marks)
{
	struct stretch_marks all = {.marking = marking, .text = text};
	struct screen_mark *found;
	size_t n = 0;

	collect(&all, offset);
	if (all.n_hits)
		qsort(all.hits, all.n_hits, sizeof(*all.hits), compare_hits);
	nest(&all);
	for (size_t i = 0; i < all.n_hits; i++)
		all.hits[i].mark = joined(&all, all.hits[i].mark);
	found = arena_alloc(marking->arena, all.n_marks + 1, sizeof(*found));
	for (size_t i = 0; i < all.n_marks; i++)
		if (all.spans[i].len)
			found[n++] = (struct screen_mark){all.spans[i],
							  label_of(&all, i)};
	free(all.hits);
	free(all.spans);
	free(all.around);
	*marks = found;
	return n;
}

/* --- the legend ------------------------------------------------------------*/

/* Writes down the row in hand, if it has a number. */
static void
tell_row(const struct marking *marking, const struct schema_view *view,
	 enum fact_kind kind, const struct query *query, struct text *lines)
{
	struct text rule = rows_text(query, "rule");
	struct buffer key = {NULL, 0, 0}, line = {NULL, 0, 0};
	size_t i = 0;

	fact_line_key(&key, view, query);
	while (i < marking->n_rows &&
	       (!text_equal(marking->rows[i].fact, view->name) ||
		!text_equal(marking->rows[i].key, buffer_text(&key))))
		i++;
	if (i < marking->n_rows) {
		buffer_format(&line, "%.*s: ", TEXT_ARG(view->name));
		fact_line_add(&line, kind, query, LEGEND_LONGEST,
			      marking->proofs->screen);
		buffer_format(&line, " (line %zu", rows_number(query, "line"));
		if (rule.len)
			buffer_format(&line, ", by %.*s", TEXT_ARG(rule));
		buffer_add_byte(&line, ')');
		lines[i] = arena_text(marking->arena, buffer_text(&line));
	}
	buffer_release(&key);
	buffer_release(&line);
}

void
marking_print_legend(const struct marking *marking, const struct schema *schema,
		     struct text project, struct session *session)
{
	struct text *lines = memory_new(marking->n_rows + 1, sizeof(*lines));

	for (size_t i = 0; i < N_FACT_KINDS; i++) {
		const struct schema_view *view =
			schema_find(schema, text_of(fact_kinds[i].view));
		struct query *query = view_rows_of_project(
			view, project, session->store, &session->diagnostics);

		while (query && query_step(query) == 1)
			tell_row(marking, view, (enum fact_kind)i, query,
				 lines);
		query_free(query);
	}
	for (size_t i = 0; i < marking->n_rows; i++)
		if (lines[i].len)
			printf("%4zu  %.*s\n", i + 1, TEXT_ARG(lines[i]));
	free(lines);
}
