/*
 * Between two lines of a reading stands nothing, a blank or a paragraph's end.
 * A line break in wrapped text is a blank; blank lines, furniture and page
 * breaks end a paragraph, unless they tore a sentence apart; a hyphen at a
 * line's end is the word's own or divides it.
 */
#include "builder.h"

#include "casebook/text/fold.h"

enum { WORD_LONGEST = 100 }; /* bytes of a word in a vocabulary */

/* The last word of what was read so far (without a paragraph's end). */
static struct text
last_word(struct text text)
{
	size_t from = text.len;

	while (from > 0 && text.len - from < WORD_LONGEST &&
	       text.bytes[from - 1] != ' ' && text.bytes[from - 1] != '\n')
		from--;
	return text_sub(text, from, text.len - from);
}

static struct text
first_word(struct text line)
{
	struct text start = text_sub(
		line, 0, line.len < WORD_LONGEST ? line.len : WORD_LONGEST);

	return text_sub(start, 0, text_find(start, TEXT(" "), 0));
}

/*
 * Between the lines stands what a page ends with: a form feed, or furniture.
 */
static bool
page_between(const struct document *document, size_t before, size_t line)
{
	struct text text = document->report->text;
	struct span gap = span_of(span_end(document->lines[before].span),
				  document->lines[line].span.offset);
	struct text between = text_at(text, gap);

	if (text_find(between, TEXT("\f"), 0) < between.len)
		return true;
	for (size_t i = before + 1; i < line; i++)
		if (document->lines[i].furniture)
			return true;
	return false;
}

/* The sentence goes on behind a closing mark: it is that of no sentence. */
static bool
goes_on(struct builder *builder, struct text before, struct text line)
{
	uint32_t first = character_at(line, 0);

	if (is_lower(first) && text_ends(before, ".") &&
	    is_abbreviation(before, before.len - 1, builder->document->words))
		return true;
	return builder_quoting(builder) && first != 0x201C && first != '"' &&
	       text_find(line, TEXT("”"), 0) < text_find(line, TEXT("“"), 0);
}

/* What stands open before is closed in this line, and nothing opened. */
static bool
closes(struct text line)
{
	long quotations = 0, parentheses = 0;
	bool any = false;

	for (size_t at = 0; at < line.len; at += character_len(line, at)) {
		uint32_t c = character_at(line, at);

		any |= c == 0x201D || c == ')';
		quotations += (c == 0x201C) - (c == 0x201D);
		parentheses += (c == '(') - (c == ')');
	}
	return any && quotations <= 0 && parentheses <= 0 &&
	       character_at(line, 0) != 0x201C;
}

/*
 * Did blank lines or a page break tear a sentence apart? The paragraph before
 * ends without a closing mark, and either goes on in small letters, or ends
 * with a word or mark that no sentence ends with, or with the full last line
 * of a page; or a quotation is open that is closed here.
 */
static bool
torn_apart(struct builder *builder, size_t before_line, size_t line_number)
{
	const struct document *document = builder->document;
	struct text before = builder_last(builder);
	struct text line = line_text(document, line_number);
	uint32_t last = character_before(before, before.len);
	uint32_t first = character_at(line, 0);

	if (before.len == 0)
		return false;
	if (last == '.' || last == '?' || last == '!' || last == ':' ||
	    last == ';')
		return goes_on(builder, before, line);
	if (is_lower(first))
		return last != ')' || builder_open(builder);
	if (last == ',' || last == '-')
		return true;
	if (builder_open(builder) && closes(line))
		return true;
	if (is_letter(last) &&
	    table_has(document->words->joins, last_word(before)))
		return true;
	return (is_letter(last) || is_digit(last)) &&
	       line_full(document, before_line, line_number) &&
	       page_between(document, before_line, line_number);
}

/* A soft hyphen stands at the line's end. */
static bool
softly_divided(const struct document *document, size_t line)
{
	struct text text = document->report->text;
	size_t from = span_end(document->lines[line].span);
	size_t to = line + 1 < document->n_lines
			    ? document->lines[line + 1].start
			    : text.len;

	return text_find(text_sub(text, from, to - from), TEXT("\xC2\xAD"), 0) <
	       to - from;
}

/*
 * A word with a hyphen at the end of a line. The hyphen is the word's own
 * before a capital or digit ("Noord-Zeedorp"), behind a capital or digit
 * ("ZBD-bestuur", "24-uurs") and behind some beginnings; it hangs before a
 * word like "en"; else it divides the word. The word is looked at as it stands
 * in its line, even when the reading begins in the middle of it.
 */
static enum joint
joint_hyphen(struct builder *builder, size_t before, struct text line)
{
	const struct text_words *words = builder->document->words;
	struct text word = last_word(line_text(builder->document, before));
	struct text beginning;
	uint32_t first = character_at(line, 0), last;

	if (is_letter(first) && softly_divided(builder->document, before))
		return JOINT_NONE;
	if (word.len < 2 || !text_ends(word, "-"))
		return JOINT_BLANK;
	last = character_before(word, word.len - 1);
	if (!is_letter(last) && !is_digit(last))
		return JOINT_BLANK;
	if (table_has(words->joins, first_word(line)))
		return JOINT_BLANK; /* hanging: "buurt- en ..." */
	beginning = text_sub(word, 0, word.len - 1);
	if (is_lower(first) && is_lower(last) &&
	    !table_has(words->hyphens, beginning))
		builder_drop(builder);
	return JOINT_NONE;
}

/* A word's hyphen ends the line: it goes on in the next, full or not. */
static bool
is_divided(const struct document *document, size_t line)
{
	struct text text = line_text(document, line);
	uint32_t last = character_before(text, text.len ? text.len - 1 : 0);

	return text_ends(text, "-") && (is_letter(last) || is_digit(last));
}

enum joint
find_joint(struct builder *builder, size_t before, size_t line)
{
	const struct document *document = builder->document;
	struct text text = line_text(document, line);
	size_t marker;

	if (line_item(text, &marker))
		return JOINT_PARAGRAPH;
	if (before + 1 == line && !line_full(document, before, line) &&
	    !is_divided(document, before))
		return JOINT_PARAGRAPH;
	if (before + 1 != line && !torn_apart(builder, before, line))
		return JOINT_PARAGRAPH;
	return joint_hyphen(builder, before, text);
}
