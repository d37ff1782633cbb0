/*
 * Cues: one pattern finds where any cue of the set begins, a second look at
 * that place tells which is the longest. The notation is translated in
 * cue_notation.c.
 */
#include "casebook/text/cue.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"
#include "cue_notation.h"
#include "engine.h"

enum {
	LONGEST_CUE = 1024, /* bytes */
	MATCH_LIMIT = 1000 * 1000,
	MESSAGE_SIZE = 256,
};

/* A cue by its first letter: those of one letter stand together. */
struct entry {
	uint32_t letter; /* 0 when the cue begins with no letter */
	size_t cue;
};

/*
 * Some cues in one pattern. One part holds all, unless PCRE2 says that the
 * pattern is too large; then it is halved.
 */
struct part {
	pcre2_code *code;
	pcre2_match_data *data;
};

struct cues {
	struct cue *items;
	size_t n_items;
	struct entry *entries; /* n_items of them */
	struct part *parts;
	size_t n_parts, parts_capacity;
	pcre2_general_context *engine;
	pcre2_match_context *context;
};

/* One call's search, as the callout behind every cue sees it. */
struct search {
	size_t end;	 /* no hit may go beyond */
	bool longest;	 /* look at all cues, not at the first that matches */
	size_t seen;	 /* the cue that was looked at last; n_items: none */
	size_t best;	 /* cue */
	size_t best_end; /* 0: none yet */
};

static size_t
cue_of_mark(PCRE2_SPTR mark)
{
	return mark ? (size_t)strtoul((const char *)mark, NULL, 10) : 0;
}

/*
 * Behind a cue that matches. Saying no makes PCRE2 try the next way: that is
 * how a hit beyond the end is passed over, and how all cues are seen. Of the
 * ways in which one cue matches the first counts: it has the shortest gap.
 */
static int
judge_match(pcre2_callout_block *block, void *data)
{
	struct search *search = data;
	size_t cue, end = block->current_position;

	if (end > search->end || end == block->start_match)
		return 1;
	if (!search->longest)
		return 0;
	cue = cue_of_mark(block->mark);
	if (cue == search->seen)
		return 1;
	search->seen = cue;
	if (end > search->best_end ||
	    (end == search->best_end && cue < search->best)) {
		search->best = cue;
		search->best_end = end;
	}
	return 1;
}

static void
cue_fault(const struct cue *cue, size_t offset, const char *fault,
	  struct diagnostics *diagnostics)
{
	struct text before = text_sub(cue->words, 0, offset);
	struct place where = cue->where;
	size_t character = 1;

	for (size_t i = 0; i < before.len; i++)
		character += ((unsigned char)before.bytes[i] & 0xC0) != 0x80;
	if (where.column)
		where.column += character - 1;
	diagnose(diagnostics, DIAGNOSTIC_VOCABULARY, where,
		 "cue %s: %s, at character %zu",
		 diagnostic_quote(diagnostics, cue->words), fault, character);
}

/* Says what is wrong with each cue that cannot be translated. */
static int
check_cues(const struct cues *cues, struct diagnostics *diagnostics)
{
	struct buffer scratch = {NULL, 0, 0};
	int result = 0;

	for (size_t i = 0; i < cues->n_items; i++) {
		const struct cue *cue = &cues->items[i];
		const char *fault = "longer than 1 KiB";
		size_t offset = 0;

		buffer_clear(&scratch);
		if (cue->words.len <= LONGEST_CUE)
			fault = cue_translate(&scratch, cue->words, &offset);
		if (!fault)
			continue;
		cue_fault(cue, offset, fault, diagnostics);
		result = -1;
	}
	buffer_release(&scratch);
	return result;
}

static int
by_letter(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->letter != y->letter)
		return x->letter < y->letter ? -1 : 1;
	return (x->cue > y->cue) - (x->cue < y->cue);
}

static void
sort_entries(struct cues *cues)
{
	for (size_t i = 0; i < cues->n_items; i++) {
		uint32_t c = character_at(text_trim(cues->items[i].words), 0);

		if (c >= 'A' && c <= 'Z')
			c |= 0x20;
		cues->entries[i].letter = is_letter(c) ? c : 0;
		cues->entries[i].cue = i;
	}
	qsort(cues->entries, cues->n_items, sizeof(*cues->entries), by_letter);
}

/*
 * The pattern of n entries: for each letter a look at whether it is there, so
 * that most cues are passed over at once, and then the cues that begin so.
 */
static void
build_source(const struct cues *cues, const struct entry *entries, size_t n,
	     struct buffer *source)
{
	size_t unused;

	buffer_add_string(source, CUE_EDGE "(?:");
	for (size_t i = 0; i < n; i++) {
		struct text words =
			text_trim(cues->items[entries[i].cue].words);
		bool first =
			i == 0 || entries[i].letter != entries[i - 1].letter;

		if (first && i > 0)
			buffer_add_string(source, ")|");
		if (first && entries[i].letter)
			buffer_format(source, "(?=\\x{%x})",
				      (unsigned)entries[i].letter);
		buffer_add_string(source, first ? "(?:" : "|");
		cue_translate(source, words, &unused);
		buffer_format(source, "(*MARK:%zu)", entries[i].cue);
	}
	buffer_add_string(source, "))" CUE_EDGE "(?C1)");
}

static pcre2_code *
compile_source(const struct cues *cues, struct text source, int *error)
{
	pcre2_compile_context *context =
		pcre2_compile_context_create(cues->engine);
	pcre2_code *code;
	PCRE2_SIZE offset;

	code = pcre2_compile((PCRE2_SPTR)source.bytes, source.len,
			     PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS |
				     PCRE2_NEVER_BACKSLASH_C |
				     PCRE2_USE_OFFSET_LIMIT,
			     error, &offset, context);
	pcre2_compile_context_free(context);
	return code;
}

static int
add_part(struct cues *cues, const struct entry *entries, size_t n,
	 struct diagnostics *diagnostics)
{
	struct buffer source = {NULL, 0, 0};
	struct part part;
	PCRE2_UCHAR message[MESSAGE_SIZE];
	int error = 0;

	build_source(cues, entries, n, &source);
	part.code = compile_source(cues, buffer_text(&source), &error);
	buffer_release(&source);
	if (!part.code && n > 1)
		return add_part(cues, entries, n / 2, diagnostics) ||
				       add_part(cues, entries + n / 2,
						n - n / 2, diagnostics)
			       ? -1
			       : 0;
	if (!part.code) {
		pcre2_get_error_message(error, message, MESSAGE_SIZE);
		cue_fault(&cues->items[entries->cue], 0, (const char *)message,
			  diagnostics);
		return -1;
	}
	/* Where there is no JIT, the interpreter does it. */
	(void)pcre2_jit_compile(part.code, PCRE2_JIT_COMPLETE);
	part.data =
		pcre2_match_data_create_from_pattern(part.code, cues->engine);
	cues->parts = array_grow(cues->parts, cues->n_parts,
				 &cues->parts_capacity, sizeof(part));
	cues->parts[cues->n_parts++] = part;
	return 0;
}

struct cues *
cues_new(const struct cue *items, size_t n, struct diagnostics *diagnostics)
{
	struct cues *cues = memory_new(1, sizeof(*cues));

	cues->items = memory_new(n, sizeof(*items));
	if (n)
		memcpy(cues->items, items, n * sizeof(*items));
	cues->n_items = n;
	cues->entries = memory_new(n, sizeof(*cues->entries));
	sort_entries(cues);
	cues->engine = engine_new();
	cues->context = pcre2_match_context_create(cues->engine);
	pcre2_set_match_limit(cues->context, MATCH_LIMIT);
	if (check_cues(cues, diagnostics) ||
	    (n && add_part(cues, cues->entries, n, diagnostics))) {
		cues_free(cues);
		return NULL;
	}
	return cues;
}

void
cues_free(struct cues *cues)
{
	if (!cues)
		return;
	for (size_t i = 0; i < cues->n_parts; i++) {
		pcre2_match_data_free(cues->parts[i].data);
		pcre2_code_free(cues->parts[i].code);
	}
	pcre2_match_context_free(cues->context);
	pcre2_general_context_free(cues->engine);
	free(cues->parts);
	free(cues->entries);
	free(cues->items);
	free(cues);
}

static int
part_match(const struct cues *cues, const struct part *part, struct text text,
	   size_t from, size_t last_start, uint32_t options)
{
	pcre2_set_offset_limit(cues->context, last_start);
	return pcre2_match(part->code, (PCRE2_SPTR)text.bytes, text.len, from,
			   options | PCRE2_NO_UTF_CHECK, part->data,
			   cues->context);
}

/*
 * The longest hit at the first place where a cue of this part matches, no
 * later than last_start. Returns that place, or last_start + 1.
 */
static size_t
part_next(const struct cues *cues, const struct part *part, struct text text,
	  size_t from, size_t last_start, struct search *search)
{
	const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(part->data);
	size_t start;

	search->longest = false;
	search->seen = cues->n_items;
	if (part_match(cues, part, text, from, last_start, 0) < 0)
		return last_start + 1;
	start = ends[0];
	search->best = cue_of_mark(pcre2_get_mark(part->data));
	search->best_end = ends[1];
	search->longest = true;
	(void)part_match(cues, part, text, start, start, PCRE2_ANCHORED);
	return start;
}

/* The text up to the end and one character more, to see if a word ends. */
static struct text
with_one_more(struct text text, size_t end)
{
	uint32_t c;

	if (end >= text.len)
		return text;
	return text_sub(
		text, 0,
		end + utf8_read(text_sub(text, end, text.len - end), &c));
}

bool
cues_next(const struct cues *cues, struct text text, struct span within,
	  size_t from, struct cue_hit *hit)
{
	struct search search = {.end = span_end(within)};
	size_t start, best = cues->n_items, best_end = 0;

	if (search.end > text.len)
		search.end = text.len;
	if (from < within.offset)
		from = within.offset;
	if (from >= search.end)
		return false;
	text = with_one_more(text, search.end);
	start = search.end;
	pcre2_set_callout(cues->context, judge_match, &search);
	for (size_t i = 0; i < cues->n_parts; i++) {
		size_t found = part_next(cues, &cues->parts[i], text, from,
					 start, &search);

		if (found > start ||
		    (found == start && best != cues->n_items &&
		     (search.best_end < best_end ||
		      (search.best_end == best_end && search.best > best))))
			continue;
		start = found;
		best = search.best;
		best_end = search.best_end;
	}
	if (best == cues->n_items)
		return false;
	hit->span = span_of(start, best_end);
	hit->cue = &cues->items[best];
	return true;
}

size_t
cues_n(const struct cues *cues)
{
	return cues->n_items;
}

const struct cue *
cues_item(const struct cues *cues, size_t index)
{
	return &cues->items[index];
}
