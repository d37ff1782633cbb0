/*
 * What stands around the projects: furniture, words before headings, regions.
 * And what a report says of itself: its kind of project, date and publisher.
 */
#include "internal.h"

#include <string.h>

#include "casebook/text/fold.h"

enum {
	DATE_LINES = 60,    /* lines of a report in which its date stands */
	DATE_LONGEST = 100, /* bytes of such a line */
	NAME_WORDS = 2,	    /* of a publisher before a date, at least */
};

/* --- kind ------------------------------------------------------------------*/

struct kind {
	const char *label;
	size_t n, all; /* its words, and those of all kinds */
};

static size_t
count_kind(const struct draft *draft, const char *label)
{
	size_t n = 0;

	for (size_t i = 0; i < draft->n_lines; i++) {
		struct text text = draft->lines[i].text;
		size_t from = 0;
		struct cue_hit hit;

		while (cues_next(draft->words->kinds, text,
				 span_of(0, text.len), from, &hit)) {
			n += strcmp(hit.cue->label, label) == 0;
			from = span_end(hit.span);
		}
	}
	return n;
}

/* The kind of which the words come most often; the first where none does. */
static struct kind
find_kind(const struct draft *draft)
{
	const struct cues *kinds = draft->words->kinds;
	struct kind best = {.label = cues_item(kinds, 0)->label};
	const char *last = "";

	for (size_t i = 0; i < cues_n(kinds); i++) {
		const char *label = cues_item(kinds, i)->label;
		size_t n;

		if (strcmp(label, last) == 0)
			continue;
		last = label;
		n = count_kind(draft, label);
		best.all += n;
		if (n > best.n) {
			best.label = label;
			best.n = n;
		}
	}
	return best;
}

void
draft_write_kind(const struct draft *draft, struct buffer *out)
{
	struct kind kind = find_kind(draft);

	buffer_add_string(out, "  # proeftuin, fieldlab, innovatielab, social "
			       "lab or werkplaats\n");
	if (kind.n == 0)
		buffer_add_string(out, "  # The text does not say which: "
				       "choose one.\n");
	else if (3 * kind.n < 2 * kind.all)
		buffer_format(out,
			      "  # Of %zu such words %zu say this one: is it "
			      "right?\n",
			      kind.all, kind.n);
	buffer_format(out, "  kind: %s\n", kind.label);
}

/* --- furniture, asides, regions --------------------------------------------*/

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
add_asides(const struct draft *draft, struct buffer *out)
{
	if (draft->numbered.n + draft->answers.n == 0)
		return;
	buffer_add_string(out, "# Left out, so that headings are known by the "
			       "words behind them.\nasides:\n");
	for (size_t i = 0; i < draft->numbered.n; i++) {
		buffer_add_string(out, "  - '^[ \\t]*");
		add_pattern(out, draft->numbered.items[i]);
		buffer_add_string(out, " +\\d{1,3}[.:)]*[ \\t–-]+"
				       "(?-i)(?=\\p{Lu})'\n");
	}
	for (size_t i = 0; i < draft->answers.n; i++) {
		buffer_add_string(out, "  - '^[ \\t]*");
		add_pattern(out, draft->answers.items[i]);
		buffer_add_string(out, ":[ \\t]*'\n");
	}
}

static void
add_contents(const struct contents *contents, struct buffer *out)
{
	buffer_format(out,
		      "  # A contents table of %zu lines.\n  contents:\n"
		      "    begins: ",
		      contents->n);
	add_scalar(out, contents->begins);
	buffer_format(out,
		      "\n    entry: '^%s(?<title>.*?[^\\s.])[\\s.]++"
		      "(?<page>\\d{1,3})$'\n",
		      contents->numbered ? "(?<ordinal>\\d+)\\.\\s+" : "");
}

static void
add_regions(const struct draft *draft, struct buffer *out)
{
	const struct text *record = draft->record_words;

	if (draft->contents.begins.len == 0 && draft->back.len == 0 &&
	    record[0].len == 0)
		return;
	buffer_add_string(out, "regions:\n");
	if (draft->contents.begins.len > 0)
		add_contents(&draft->contents, out);
	if (record[0].len > 0 && !draft->one) {
		buffer_add_string(out, "  # Between two records: up to where "
				       "the next project begins.\n"
				       "  record: { begins: { pattern: '^");
		add_pattern(out, record[0]);
		buffer_add_string(out, " +\\d+ *");
		add_pattern(out, record[1]);
		buffer_add_string(out, " *\\d+$' } }\n");
	}
	if (draft->back.len > 0) {
		buffer_add_string(out, "  # From here on: of no project.\n  "
				       "back: { begins: ");
		add_scalar(out, draft->back);
		buffer_add_string(out, " }\n");
	}
}

void
draft_write_around(const struct draft *draft, struct buffer *out)
{
	add_furniture(draft, out);
	add_asides(draft, out);
	add_regions(draft, out);
}

/* --- date and publisher ----------------------------------------------------*/

struct date_line {
	size_t source;
	struct text before; /* what stands before the date */
	bool day;
};

static bool
is_number(struct text text, struct span span, size_t least, size_t most)
{
	for (size_t i = span.offset; i < span_end(span); i++)
		if (!is_digit((unsigned char)text.bytes[i]))
			return false;
	return span.len >= least && span.len <= most;
}

/* Does a short line end in "december 2021", or "9 maart 2023"? */
static bool
read_date(const struct draft *draft, struct text text, struct date_line *date)
{
	struct span words[3] = {{0, 0}};
	struct buffer word = {NULL, 0, 0};
	struct span span;
	size_t at = 0, n = 0;
	bool months[3] = {false};

	while (fold_next_word(text, &at, &word, &span)) {
		memmove(words, words + 1, 2 * sizeof(*words));
		memmove(months, months + 1, 2 * sizeof(*months));
		words[2] = span;
		months[2] = table_has(draft->words->months, buffer_text(&word));
		buffer_clear(&word);
		n++;
	}
	buffer_release(&word);
	if (n < 2 || !months[1] || !is_number(text, words[2], 4, 4) ||
	    span_end(words[2]) != text.len || text.len > DATE_LONGEST)
		return false;
	date->day = n > 2 && is_number(text, words[0], 1, 2);
	date->before =
		text_trim(text_sub(text, 0, words[date->day ? 0 : 1].offset));
	return date->before.len == 0 || text_ends(date->before, ",") ||
	       date->day;
}

/* Is a heading of the report above the line? */
static bool
is_under_heading(const struct draft *draft, size_t line)
{
	for (size_t i = 0; i < draft->n_tokens; i++) {
		size_t at = draft->tokens[i].line;

		if (at > line)
			break;
		if (draft->lines[at].source == draft->lines[line].source)
			return true;
	}
	return false;
}

/* The first lines of the reports, up to the first project or heading. */
static bool
is_front(const struct draft *draft, size_t line)
{
	size_t first = draft->begins == NO_HEAD
			       ? draft->n_lines
			       : draft->heads[draft->begins].first_line;

	return line < first && draft->lines[line].number < DATE_LINES &&
	       !(draft->one && is_under_heading(draft, line));
}

/* In how many reports does such a date stand? The first of them. */
static size_t
find_date(const struct draft *draft, struct date_line *date)
{
	size_t n = 0, source = NO_HEAD;

	for (size_t i = 0; i < draft->n_lines; i++) {
		struct date_line found = {.source = draft->lines[i].source};

		if (found.source == source || !is_front(draft, i) ||
		    !read_date(draft, draft->lines[i].text, &found))
			continue;
		source = found.source;
		if (n++ == 0)
			*date = found;
	}
	return n;
}

static void
add_published(const struct date_line *date, struct buffer *out)
{
	buffer_add_string(out, "  # The date of publication.\n"
			       "  published: '");
	if (date->day)
		buffer_add_string(out, "(?<day>\\d{1,2}) ");
	else
		buffer_add_string(out, date->before.len > 0 ? ", " : "^");
	buffer_add_string(out, "(?<month>\\p{L}+) (?<year>\\d{4})$'\n");
}

static size_t
count_words(struct text text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += text.bytes[i] != ' ' &&
		     (i == 0 || text.bytes[i - 1] == ' ');
	return n;
}

/* "Uitgave: Kennispunt, december 2021": what stands behind such a word. */
static struct text
named_publisher(const struct draft *draft)
{
	for (size_t i = 0; i < draft->n_lines; i++) {
		struct text text = draft->lines[i].text;
		struct cue_hit hit;
		size_t from;

		if (!is_front(draft, i) || text.len > DATE_LONGEST ||
		    !cues_next(draft->words->publishers, text,
			       span_of(0, text.len), 0, &hit) ||
		    hit.span.offset > 0)
			continue;
		from = span_end(hit.span);
		while (from < text.len && strchr(": ", text.bytes[from]))
			from++;
		text = text_sub(text, from, text.len - from);
		text.len = text_find(text, TEXT(","), 0);
		if (is_upper(character_at(text, 0)))
			return text_trim(text);
	}
	return TEXT("");
}

/* Else a name of several words before the date. */
static struct text
publisher_of(const struct draft *draft, const struct date_line *date)
{
	struct text name = named_publisher(draft);

	if (name.len > 0 || !text_ends(date->before, ","))
		return name;
	name = text_trim(text_sub(date->before, 0, date->before.len - 1));
	return count_words(name) >= NAME_WORDS &&
			       is_upper(character_at(name, 0))
		       ? name
		       : TEXT("");
}

void
draft_write_source(const struct draft *draft, struct buffer *out)
{
	struct date_line date = {.source = NO_HEAD};
	bool dated = 2 * find_date(draft, &date) > draft->n_sources;
	struct text publisher =
		draft->n_sources > 1 ? TEXT("") : publisher_of(draft, &date);

	if (!dated && publisher.len == 0) {
		buffer_add_string(
			out, "# source: { publisher: who published it }\n");
		return;
	}
	buffer_add_string(out, "source:\n");
	if (dated)
		add_published(&date, out);
	buffer_add_string(out, publisher.len > 0
				       ? "  # Is it the publisher?\n"
					 "  publisher: "
				       : "  # publisher: who published it\n");
	if (publisher.len > 0) {
		add_scalar(out, publisher);
		buffer_add_byte(out, '\n');
	}
}
