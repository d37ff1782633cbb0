/*
 * What each section holds. The words of its heading say it, unless the texts
 * under it are of another kind (a number where participation is named); where
 * they say nothing the texts alone decide; what the codebook has no place for
 * becomes a field.
 */
#include "internal.h"

#include <string.h>

#include "casebook/text/fold.h"

enum { NAME_WORDS = 2, NAME_LONGEST = 32 };

static bool
most(size_t some, size_t n)
{
	return n > 0 && 10 * some >= 6 * n;
}

/* --- names -----------------------------------------------------------------*/

static bool
is_taken(const struct draft *draft, size_t head, struct text name)
{
	for (size_t i = 0; i < draft->n_heads; i++)
		if (i != head && text_equal(draft->heads[i].name, name))
			return true;
	return false;
}

static void
add_word(struct buffer *name, struct text word)
{
	if (name->len + word.len + 1 > NAME_LONGEST)
		return;
	if (name->len > 0)
		buffer_add_byte(name, '-');
	buffer_add(name, word);
}

/* The first words of a heading that say something. */
static struct text
name_of(struct draft *draft, size_t head)
{
	const struct head *it = &draft->heads[head];
	struct buffer name = {NULL, 0, 0}, word = {NULL, 0, 0};
	struct text result;
	struct span span;
	size_t at = 0, n = 0;

	if (it->kind == HEAD_LEVEL)
		buffer_add_string(&name, "project");
	while (n < NAME_WORDS && fold_next_word(it->words, &at, &word, &span)) {
		if (word.len > 1 &&
		    !table_has(draft->words->small, buffer_text(&word))) {
			add_word(&name, buffer_text(&word));
			n++;
		}
		buffer_clear(&word);
	}
	if (name.len == 0)
		buffer_add(&name, it->letters);
	if (name.len == 0)
		buffer_add_string(&name, "deel");
	result = arena_text(draft->arena, buffer_text(&name));
	for (n = 2; is_taken(draft, head, result); n++)
		result = arena_format(draft->arena, "%s-%zu", name.bytes, n);
	buffer_release(&word);
	buffer_release(&name);
	return result;
}

/* --- what they hold --------------------------------------------------------*/

/* By the texts alone; NULL: nothing of the codebook's. */
static const char *
by_texts(const struct evidence *evidence, bool choice)
{
	size_t n = evidence->n;

	if (most(evidence->mails, n))
		return "advisers";
	if (most(evidence->quotes, n))
		return "quotes";
	if (most(evidence->phones, n) || evidence->ticks > 0 ||
	    (most(evidence->leading, n) && !most(evidence->years, n)))
		return NULL;
	if (most(evidence->years, n) && !most(evidence->dates, n))
		return "period";
	if (most(evidence->n_prose, n))
		return "themes 1, phases";
	if (most(evidence->organisations, n))
		return "organisations partner";
	if (most(evidence->places, n))
		return "area, places";
	if (choice)
		return NULL;
	if (most(evidence->rungs, n))
		return "participation";
	if (evidence->n_prose > 0 || !most(evidence->n_short, n))
		return "themes 1, phases";
	return NULL;
}

/* Marks are numbers too, but words of a verdict are none. */
static bool
are_no_marks(const struct evidence *evidence)
{
	size_t n = evidence->n;

	if (most(evidence->marks, n))
		return false;
	return most(evidence->numbers, n) || most(evidence->euros, n) ||
	       (evidence->grades == 0 && most(evidence->terse, n));
}

/* Do the texts speak against what the heading's words say? */
static bool
is_denied(const char *holds, const struct evidence *evidence)
{
	struct text label = text_of(holds);
	size_t n = evidence->n;

	if (n == 0)
		return false;
	if (text_starts(label, "period"))
		return evidence->years == 0 && evidence->n_prose == 0;
	if (text_starts(label, "measurements"))
		return are_no_marks(evidence);
	if (most(evidence->numbers, n) || most(evidence->phones, n) ||
	    evidence->ticks > 0)
		return true;
	if (text_is(label, "advisers"))
		return most(evidence->n_prose, n) && evidence->mails == 0;
	if (text_is(label, "quotes"))
		return evidence->quotes == 0;
	if (text_is(label, "participation") || text_is(label, "phases"))
		return most(evidence->terse, n) && !most(evidence->rungs, n);
	return false;
}

static struct text
with_grades(struct draft *draft, const char *holds,
	    const struct evidence *evidence)
{
	if (4 * evidence->grades < evidence->n || evidence->n == 0 ||
	    text_find(text_of(holds), TEXT("measurements"), 0) < strlen(holds))
		return text_of(holds);
	return arena_format(draft->arena, "measurements, %s", holds);
}

/* "organisations initiatiefnemer prose", of a list of names */
static struct text
as_list(struct text holds, const struct evidence *evidence)
{
	if (text_ends(holds, " prose") && most(evidence->terse, evidence->n))
		holds.len -= strlen(" prose");
	return holds;
}

static struct text
as_prose(struct draft *draft, struct text holds,
	 const struct evidence *evidence)
{
	if (!most(evidence->n - evidence->terse, evidence->n))
		return as_list(holds, evidence);
	if (text_is(holds, "area, places"))
		return TEXT("places prose");
	if (text_is(holds, "period"))
		return arena_format(draft->arena, "period prose");
	return holds;
}

static bool
names_euros(const struct head *head)
{
	return text_find(head->letters, TEXT("euro"), 0) < head->letters.len ||
	       text_find(head->words, TEXT("€"), 0) < head->words.len;
}

static struct text
type_of(struct draft *draft, struct head *head, const struct evidence *evidence,
	const struct choices *choices)
{
	size_t n = evidence->n;
	bool number = most(evidence->leading, n) || most(evidence->numbers, n);

	if (evidence->ticks > 0) {
		head->ticked = true;
		if (2 * evidence->many_ticks > n || choices->list.len == 0)
			return TEXT("list");
	} else if (most(evidence->dates, n)) {
		return TEXT("date");
	} else if (most(evidence->euros, n) || (number && names_euros(head))) {
		return TEXT("{ scale: euro }");
	} else if (most(evidence->percents, n)) {
		return TEXT("{ scale: '%' }");
	} else if (number) {
		return TEXT("number");
	}
	if (choices->list.len > 0 && choices->sure)
		return arena_format(draft->arena, "{ of: %.*s }",
				    TEXT_ARG(choices->list));
	head->perhaps = choices->list;
	return most(evidence->listed, n) ? TEXT("list") : TEXT("text");
}

/* Is a value all that stands below, on one line, while text goes on? */
static bool
is_one_line(const struct head *head, const struct evidence *evidence)
{
	return head->kind == HEAD_PAIR && !head->in_cells &&
	       most(evidence->n_short, evidence->n) &&
	       5 * evidence->continued <= evidence->n;
}

static void
guess(struct draft *draft, size_t i)
{
	struct head *head = &draft->heads[i];
	struct evidence evidence = draft_evidence(draft, i);
	struct choices choices = draft_choices(draft, i, evidence.ticks > 0);
	const char *holds = head->holds;
	bool denied = false;
	bool title = holds && strcmp(holds, "title") == 0;

	head->name = name_of(draft, i);
	head->n_empty = head->n - evidence.n;
	head->kinds = most(evidence.kinds, evidence.n);
	head->one_line = is_one_line(head, &evidence);
	head->items = head->kind == HEAD_FIELD && head->n > draft->n_sources;
	if (title || i == draft->title_head ||
	    (i == draft->begins && !draft->title_before))
		return;
	if (holds && is_denied(holds, &evidence)) {
		holds = NULL;
		/* words of its own, but of another kind than these */
		denied = most(evidence.terse, evidence.n);
	}
	if (!holds && head->kind == HEAD_LINE && 2 * head->n_empty > head->n)
		return;
	if (!holds && !denied) {
		holds = by_texts(&evidence, choices.sure);
		head->doubtful = true;
	}
	if (!holds && evidence.n > 0) {
		head->type = type_of(draft, head, &evidence, &choices);
		if (head->kind == HEAD_FIELD && head->n > draft->n_sources)
			head->type = TEXT("list");
		head->held = arena_format(draft->arena, "field %.*s",
					  TEXT_ARG(head->name));
		return;
	}
	if (!holds)
		return;
	head->numbered = text_starts(text_of(holds), "organisations") &&
			 most(evidence.numbered, evidence.n);
	head->held = as_prose(draft, with_grades(draft, holds, &evidence),
			      &evidence);
}

void
draft_guess(struct draft *draft)
{
	if (!draft->one)
		guess(draft, draft->begins);
	for (size_t i = 0; i < draft->n_heads; i++)
		if (draft->heads[i].kept && draft->heads[i].into == NO_HEAD &&
		    draft->heads[i].n > 0 && draft->heads[i].name.len == 0 &&
		    draft->heads[i].kind != HEAD_LEVEL)
			guess(draft, i);
}
