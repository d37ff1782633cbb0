/*
 * The draft as a file: what a person should judge first stands first. Nothing
 * of a report's text is in it but headings and keys.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/fold.h"

enum { KNOWN_BY = 5, CONFIRM_MOST = 3, NEAR_TOKENS = 3, DATE_LINES = 60 };

static void
add_head_of_file(const struct draft *draft, struct text name,
		 struct buffer *out)
{
	buffer_format(
		out,
		"# Drafted by `casebook layout new` from %zu report%s. Judge it"
		" from top to\n"
		"# bottom: what stands first decides what comes below.\n"
		"#   1. projects    is this how many there are: %zu, and their "
		"titles?\n"
		"#   2. sections    does each hold what its text says?\n"
		"#   3. fields      what the codebook has no place for\n"
		"#   4. recognise   by what a report of this series is known\n"
		"#   5. furniture, regions: what is no part of the text\n"
		"#   6. name, publisher, and an example to test it by\n"
		"# See what came of it: casebook layout check THIS.yml "
		"REPORT\n"
		"# Every key is told in casebook-layout(5).\n\nlayout: ",
		draft->n_sources, draft->n_sources == 1 ? "" : "s",
		draft->n_records);
	add_scalar(out, name);
	buffer_add_string(out, "\ndescribes: what these reports are, in a few "
			       "words\nlanguage: nl\n\n");
}

/* The kind of which the words come most often. */
static const char *
find_kind(const struct draft *draft)
{
	const struct cues *kinds = draft->words->kinds;
	const char *best = "social lab";
	size_t most = 0;

	for (size_t i = 0; i < cues_n(kinds); i++) {
		const char *label = cues_item(kinds, i)->label;
		size_t n = 0;

		for (size_t j = 0; j < draft->n_lines; j++) {
			struct text text = draft->lines[j].text;
			size_t from = 0;
			struct cue_hit hit;

			while (cues_next(kinds, text, span_of(0, text.len),
					 from, &hit)) {
				n += strcmp(hit.cue->label, label) == 0;
				from = span_end(hit.span);
			}
		}
		if (n > most) {
			most = n;
			best = label;
		}
	}
	return best;
}

static void
add_title(const struct draft *draft, struct buffer *out)
{
	const struct head *head = draft->title_head == NO_HEAD
					  ? NULL
					  : &draft->heads[draft->title_head];

	if (!draft->one) {
		buffer_format(out, "  title: %s\n",
			      draft->title_before ? "line-before" : "heading");
		return;
	}
	if (!head) {
		buffer_add_string(out, "  title: first-line\n");
	} else if (head->kind == HEAD_LEVEL) {
		buffer_format(out, "  title: { level: %u }\n", head->level);
	} else if (head->kind == HEAD_FIELD) {
		buffer_add_string(out, "  title: { front-matter: ");
		add_scalar(out, head->words);
		buffer_add_string(out, " }\n");
	} else {
		buffer_add_string(out, "  title: { pattern: '^");
		add_pattern(out, head->words);
		buffer_add_string(out, " ?: *(?<title>[^|]+?)(?:  .*)?$' }\n");
	}
}

/* Heads that stand close below the beginning of nearly every project. */
static void
add_confirm(const struct draft *draft, struct buffer *out)
{
	size_t *near_begin = memory_new(draft->n_heads + 1, sizeof(size_t));
	size_t behind = NEAR_TOKENS + 1, n = 0;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		behind++;
		if (draft->tokens[i].head == draft->begins)
			behind = 0;
		else if (behind <= NEAR_TOKENS)
			near_begin[draft->tokens[i].head]++;
	}
	for (size_t i = 0; i < draft->n_heads && n < CONFIRM_MOST; i++) {
		if (draft->heads[i].kind != HEAD_LINE ||
		    2 * near_begin[i] < draft->n_records)
			continue;
		buffer_add_string(out, n++ ? ", " : "  confirm: [");
		add_scalar(out, draft->heads[i].name);
	}
	buffer_add_string(out, n ? "]\n" : "");
	free(near_begin);
}

static void
add_projects(const struct draft *draft, struct buffer *out)
{
	if (draft->one)
		buffer_add_string(
			out,
			"# 1. Each report is one project. Or does one hold "
			"several? And is this its title?\nprojects:\n");
	else
		buffer_format(
			out,
			"# 1. Where a project begins: %zu were found. Is "
			"this where each begins, and is its\n# title %s?\n"
			"projects:\n",
			draft->n_records,
			draft->title_before ? "the line above"
					    : "in that heading");
	if (draft->one) {
		buffer_add_string(out, "  one: true\n");
	} else {
		buffer_add_string(out, "  begin: ");
		add_scalar(out, draft->heads[draft->begins].name);
		buffer_add_byte(out, '\n');
		if (draft->heads[draft->begins].kind == HEAD_LINE)
			add_confirm(draft, out);
	}
	add_title(draft, out);
	if (!draft->one)
		buffer_format(out, "  key: '{source}-{ordinal:0%d}'\n",
			      draft->n_records > 99 ? 3 : 2);
	buffer_format(out,
		      "  # proeftuin, fieldlab, innovatielab, social lab or "
		      "werkplaats\n  kind: %s\n\n",
		      find_kind(draft));
}

/* --- recognise -------------------------------------------------------------*/

static size_t
count_sources(const struct draft *draft, size_t head)
{
	size_t n = 0, source = NO_HEAD;

	for (size_t i = 0; i < draft->n_tokens; i++) {
		size_t at = draft->lines[draft->tokens[i].line].source;

		if (draft->tokens[i].head != head || at == source)
			continue;
		source = at;
		n++;
	}
	return n;
}

/* A misspelt form may be all that some report has. */
static bool
is_before(const struct draft *draft, size_t a, size_t b)
{
	const struct head *x = &draft->heads[a], *y = &draft->heads[b];

	if (x->n != y->n)
		return x->n > y->n;
	if (x->letters.len != y->letters.len)
		return x->letters.len > y->letters.len;
	return a < b;
}

/* Is a report known by this heading as a line or cell, or by a pattern? */
static bool
is_known_as_line(const struct head *head)
{
	return head->kind == HEAD_LINE || head->in_cells;
}

/* The heads known so that every report has, the most frequent first. */
static size_t
choose(const struct draft *draft, bool as_lines, size_t *chosen)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->n_heads; i++) {
		size_t at = n;

		if (!draft->heads[i].kept || draft->heads[i].into != NO_HEAD ||
		    draft->heads[i].n == 0 ||
		    draft->heads[i].kind == HEAD_LEVEL ||
		    is_known_as_line(&draft->heads[i]) != as_lines ||
		    count_sources(draft, i) < draft->n_sources)
			continue;
		while (at > 0 && is_before(draft, i, chosen[at - 1]))
			at--;
		if (at == KNOWN_BY)
			continue;
		n += n < KNOWN_BY;
		for (size_t j = n - 1; j > at; j--)
			chosen[j] = chosen[j - 1];
		chosen[at] = i;
	}
	return n;
}

static void
add_known_pattern(const struct head *head, struct buffer *out)
{
	buffer_add_string(out, "    - '");
	if (head->kind == HEAD_FIELD || head->kind == HEAD_NUMBERED)
		buffer_add_byte(out, '^');
	add_pattern(out, head->words);
	if (head->kind == HEAD_NUMBERED)
		buffer_add_string(out, " \\d+");
	if (head->kind == HEAD_FIELD || head->kind == HEAD_PAIR)
		buffer_add_string(out, " *:");
	buffer_add_string(out, "'\n");
}

static void
add_recognise(const struct draft *draft, struct buffer *out)
{
	size_t lines[KNOWN_BY + 1], others[KNOWN_BY + 1];
	size_t n = choose(draft, true, lines);
	size_t m = choose(draft, false, others);

	buffer_add_string(
		out, "\n# 4. A report is of this series when all of these "
		     "are found in it. Does every\n# report have them, and "
		     "no report of another series?\nrecognise:\n");
	if (n > 0)
		buffer_add_string(out, "  headings:\n");
	for (size_t i = 0; i < n; i++) {
		buffer_add_string(out, "    - ");
		add_scalar(out, draft->heads[lines[i]].words);
		buffer_add_byte(out, '\n');
	}
	if (m > 0 && n < 3)
		buffer_add_string(out, "  patterns:\n");
	for (size_t i = 0; i < m && n < 3; i++)
		add_known_pattern(&draft->heads[others[i]], out);
	if (n + m == 0)
		buffer_add_string(out,
				  "  # no heading is in all reports: write "
				  "words here that are\n  phrases: [words "
				  "that each report has]\n");
}

/* --- the rest --------------------------------------------------------------*/

/* "25 oktober 2017", above the first project. */
static bool
has_publication_date(const struct draft *draft)
{
	size_t end = draft->begins == NO_HEAD
			     ? draft->n_lines
			     : draft->heads[draft->begins].first_line;

	for (size_t i = 0; i < end && i < DATE_LINES; i++) {
		struct text text = draft->lines[i].text, last = TEXT("");
		struct buffer word = {NULL, 0, 0};
		struct span span, day = {0, 0};
		size_t at = 0;
		bool month = false, found = false;

		while (!found && fold_next_word(text, &at, &word, &span)) {
			found = month && span.len == 4 &&
				is_digit(
					(unsigned char)text.bytes[span.offset]);
			month = day.len > 0 && day.len <= 2 &&
				is_digit((unsigned char)last.bytes[0]) &&
				table_has(draft->words->months,
					  buffer_text(&word));
			day = span;
			last = text_at(text, span);
			buffer_clear(&word);
		}
		buffer_release(&word);
		if (found)
			return true;
	}
	return false;
}

static void
add_furniture(const struct draft *draft, struct buffer *out)
{
	if (draft->page_numbers || draft->running_heads)
		buffer_format(out, "furniture: [%s%s%s]\n",
			      draft->page_numbers ? "page-numbers" : "",
			      draft->page_numbers && draft->running_heads ? ", "
									  : "",
			      draft->running_heads ? "running-heads" : "");
	else
		buffer_add_string(out, "# furniture: [page-numbers, "
				       "running-heads, repeated-paragraphs]\n");
}

static void
add_regions(const struct draft *draft, struct buffer *out)
{
	const struct contents *contents = &draft->contents;

	if (contents->begins.len == 0 && draft->back.len == 0)
		return;
	buffer_add_string(out, "regions:\n");
	if (contents->begins.len > 0) {
		buffer_format(out,
			      "  # a contents table of %zu lines\n  "
			      "contents:\n    begins: ",
			      contents->n);
		add_scalar(out, contents->begins);
		buffer_format(out,
			      "\n    entry: '^%s(?<title>.+?)[\\s.]+"
			      "(?<page>\\d+)$'\n",
			      contents->numbered ? "(?<ordinal>\\d+)\\.\\s+"
						 : "");
	}
	if (draft->back.len > 0) {
		buffer_add_string(out, "  # from here on: of no project\n  "
				       "back: { begins: ");
		add_scalar(out, draft->back);
		buffer_add_string(out, " }\n");
	}
}

void
draft_write(const struct draft *draft, struct text name, struct buffer *out)
{
	add_head_of_file(draft, name, out);
	add_projects(draft, out);
	buffer_add_string(
		out, "# 2. What stands under each heading, in the order of "
		     "the text. A section that\n# holds nothing is not "
		     "read for facts; add headings that are missing.\n");
	draft_write_sections(draft, out);
	draft_write_fields(draft, out);
	add_recognise(draft, out);
	buffer_add_string(out, "\n# 5. What is printed on the page, or stands "
			       "around the projects.\n");
	add_furniture(draft, out);
	add_regions(draft, out);
	buffer_add_string(out, "\n# 6. Who published it, and a short report of "
			       "your own making with its facts,\n# by which "
			       "`casebook layout check` tests this file.\n");
	buffer_add_string(out,
			  has_publication_date(draft)
				  ? "source:\n  published: '(?<day>\\d{1,2})"
				    " (?<month>\\p{L}+) (?<year>\\d{4})'\n"
				    "  # publisher: who published it\n"
				  : "# source: { publisher: who published "
				    "it }\n");
	buffer_add_string(out, "# examples:\n#   - text: |\n#       a whole "
			       "report, as short as can be\n#     expect:\n#  "
			       "     projects: [{ title: its title }]\n");
}
