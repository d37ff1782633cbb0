/*
 * Is this line that heading? A heading is a whole line; case, white space,
 * punctuation and small spelling faults are ignored. How many faults is
 * declared here, by the length of the heading.
 */
#include "read.h"

#include "casebook/text/fold.h"
#include "casebook/text/folded.h"

/* From so many letters on, so many faults: a scan drops or doubles a letter. */
static const struct {
	size_t letters, faults;
} allowed[] = {{30, 3}, {16, 2}, {5, 1}};

size_t
heading_faults(size_t n_letters)
{
	for (size_t i = 0; i < sizeof(allowed) / sizeof(*allowed); i++)
		if (n_letters >= allowed[i].letters)
			return allowed[i].faults;
	return 0;
}

void
form_fold(struct heading_form *form, struct arena *arena)
{
	form->letters = fold_letters(arena, form->words);
	form->stock = stock_of(form->letters);
	form->faults = heading_faults(form->letters.len);
}

static int
compare_letters(struct text heading, struct text line)
{
	size_t limit = heading_faults(heading.len);
	size_t apart;

	if (text_equal(heading, line))
		return 0;
	if (limit == 0 || heading.len > line.len + 4 * limit ||
	    line.len > heading.len + 4 * limit)
		return -1;
	apart = distance(heading, line, limit);
	return apart <= limit ? (int)apart : -1;
}

/* The same of a piece of a line, not folded yet. */
static int
compare_piece(struct text heading, struct text piece)
{
	struct folded folded;
	int faults;

	folded_letters(&folded, piece);
	faults = compare_letters(heading, folded.text);
	folded_release(&folded);
	return faults;
}

/* The bytes that the first n words of a line take. */
static size_t
words_end(struct text line, size_t n)
{
	size_t at = 0;

	while (n-- > 0) {
		while (at < line.len && line.bytes[at] == ' ')
			at++;
		while (at < line.len && line.bytes[at] != ' ')
			at++;
	}
	return at;
}

/* Behind the colon of "Key: value", of which the value may be missing; or 0. */
static size_t
key_end(const struct heading_form *form, struct text line, int *faults)
{
	struct text start = text_sub(line, 0, 4 * form->words.len + 5);
	size_t colon = text_find(start, TEXT(":"), 0);

	if (colon == start.len)
		return 0;
	*faults = compare_piece(form->letters, text_sub(line, 0, colon));
	return *faults >= 0 ? colon + 1 : 0;
}

static int
compare_beginning(const struct heading_form *form, struct text line,
		  struct match *groups, size_t *rest)
{
	struct match found;
	int faults = -1;
	size_t end =
		form->match == HEADING_KEY ? key_end(form, line, &faults) : 0;

	if (end > 0) {
		*rest = end;
		return faults;
	}
	end = words_end(line, form->n_words);
	if (end >= line.len)
		return -1;
	faults = compare_piece(form->letters, text_sub(line, 0, end));
	if (faults < 0)
		return -1;
	if (form->match == HEADING_KEY) {
		*rest = end;
		return faults;
	}
	if (!form->pattern)
		return faults;
	if (!pattern_match(form->pattern, line, end, &found))
		return -1;
	if (groups)
		*groups = found;
	return faults;
}

int
heading_compare(const struct heading_form *form, struct text line,
		struct text letters, struct match *groups, size_t *rest)
{
	struct match found;
	size_t unused;

	if (!rest)
		rest = &unused;
	*rest = line.len;
	switch (form->match) {
	case HEADING_LINE:
		return compare_letters(form->letters, letters);
	case HEADING_BEGINS:
	case HEADING_KEY:
		return compare_beginning(form, line, groups, rest);
	case HEADING_PATTERN:
		if (!pattern_match(form->pattern, line, 0, &found))
			return -1;
		if (found.groups[0].offset != 0 ||
		    found.groups[0].len != line.len)
			return -1;
		if (groups)
			*groups = found;
		return 0;
	case HEADING_LEVEL:
	case HEADING_COLUMN:
	case HEADING_FRONT_MATTER:
		break; /* the document's marks say */
	}
	return -1;
}
