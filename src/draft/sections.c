/* The sections of a draft and their fields, in the order of the text. */
#include "internal.h"

#include <stdlib.h>

/* Which heads stand under one key of a section. */
enum spot { SPOT_HEADING, SPOT_TABLE, SPOT_MATTER, N_SPOTS };

static enum spot
spot_of(enum head_kind kind)
{
	if (kind == HEAD_COLUMN)
		return SPOT_TABLE;
	return kind == HEAD_FIELD ? SPOT_MATTER : SPOT_HEADING;
}

static void
add_form(const struct head *head, struct buffer *out)
{
	if (head->kind == HEAD_PAIR)
		buffer_add_string(out, "{ key: ");
	if (head->kind == HEAD_LEVEL)
		buffer_format(out, "{ level: %u", head->level);
	else if (head->kind != HEAD_NUMBERED)
		add_scalar(out, head->words);
	if (head->kind == HEAD_NUMBERED) {
		buffer_add_string(out, "{ pattern: '^");
		add_pattern(out, head->words);
		buffer_add_string(out, " \\d+[.:)]? *[-–—]? *"
				       "(?<title>.+)$'");
	}
	if (head->kind != HEAD_LINE && spot_of(head->kind) == SPOT_HEADING)
		buffer_add_string(out, " }");
}

/* Is this head a form of section i, to be written in this place? */
static bool
is_form_in(const struct draft *draft, size_t head, size_t i, enum spot spot)
{
	const struct head *it = &draft->heads[head];

	return it->kept && spot_of(it->kind) == spot &&
	       (head == i || (it->into == i && it->form));
}

/* The forms of a heading, its own first. */
static void
add_forms(const struct draft *draft, size_t i, enum spot spot,
	  struct buffer *out)
{
	static const char *const keys[N_SPOTS] = {
		"    heading:", "    table: { column:", "    front-matter:"};
	bool lines = spot == SPOT_HEADING;
	size_t n = 0, done = 0;

	for (size_t j = 0; j < draft->n_heads; j++)
		n += is_form_in(draft, j, i, spot);
	if (n == 0)
		return;
	buffer_add_string(out, keys[spot]);
	if (n > 1 && !lines)
		buffer_add_string(out, " [");
	else if (n == 1)
		buffer_add_byte(out, ' ');
	for (size_t round = 0; round < 2; round++)
		for (size_t j = 0; j < draft->n_heads; j++) {
			if ((j == i) != (round == 0) ||
			    !is_form_in(draft, j, i, spot))
				continue;
			if (n > 1 && lines)
				buffer_add_string(out, "\n      - ");
			else if (done++ > 0)
				buffer_add_string(out, ", ");
			add_form(&draft->heads[j], out);
		}
	if (n > 1 && !lines)
		buffer_add_byte(out, ']');
	buffer_add_string(out, spot == SPOT_TABLE ? " }\n" : "\n");
}

static void
add_heading(const struct draft *draft, size_t i, struct buffer *out)
{
	for (enum spot spot = 0; spot < N_SPOTS; spot++)
		add_forms(draft, i, spot, out);
}

/* What was seen of a section, and what to ask oneself about it. */
static void
add_remark(const struct draft *draft, size_t i, struct buffer *out)
{
	const struct head *head = &draft->heads[i];

	buffer_format(out, "  # %zu time%s in %zu project%s", head->n,
		      head->n == 1 ? "" : "s", draft->n_records,
		      draft->n_records == 1 ? "" : "s");
	if (head->n_empty > 0 && head->n_empty < head->n)
		buffer_format(out, ", %zu without a value", head->n_empty);
	if (head->n > 0 && head->n_empty == head->n)
		buffer_add_string(out, ", nothing stands below it");
	if (head->held.len > 0 && head->type.len == 0 && head->doubtful)
		buffer_add_string(out, "; a guess from its text: right?");
	buffer_add_byte(out, '\n');
	if (head->kinds)
		buffer_add_string(out, "  # Its values are kinds of project: "
				       "with `holds: kind` they take the\n"
				       "  # place of the kind above.\n");
}

static void
add_section(const struct draft *draft, size_t i, struct buffer *out)
{
	const struct head *head = &draft->heads[i];

	add_remark(draft, i, out);
	buffer_add_string(out, "  ");
	add_scalar(out, head->name);
	buffer_add_string(out, ":\n");
	add_heading(draft, i, out);
	if (head->held.len > 0)
		buffer_format(out, "    holds: [%.*s]\n", TEXT_ARG(head->held));
	if (head->ticked)
		buffer_add_string(out, "    # What is ticked.\n    lines: { "
				       "pattern: '\\[x\\] "
				       "*(?<value>[^\\[]+)' }\n");
	else if (head->numbered)
		buffer_add_string(out, "    # Of a numbered party, its name.\n"
				       "    lines: { pattern: '^\\(?(?:\\d+|"
				       "[IVX]+)[.)]\\s+"
				       "(?<value>[^,;(]+)' }\n");
	else if (head->one_line)
		buffer_add_string(out, "    lines: one\n");
	if (head->items && head->type.len == 0 && !head->ticked)
		buffer_add_string(out, "    lines: items\n");
	if (head->components)
		buffer_add_string(out, "    components: lines-that-recur\n");
}

bool
draft_is_section(const struct draft *draft, size_t i)
{
	const struct head *head = &draft->heads[i];

	return head->kept && head->into == NO_HEAD && head->name.len > 0 &&
	       (i != draft->title_head || head->kind == HEAD_PAIR);
}

/* The next head in the order of the text; NO_HEAD: none. */
static size_t
next_section(const struct draft *draft, size_t last)
{
	size_t best = NO_HEAD;

	for (size_t i = 0; i < draft->n_heads; i++) {
		size_t order = draft->heads[i].order;

		if (!draft_is_section(draft, i) ||
		    (last != NO_HEAD && order <= draft->heads[last].order))
			continue;
		if (best == NO_HEAD || order < draft->heads[best].order)
			best = i;
	}
	return best;
}

void
draft_write_sections(const struct draft *draft, struct buffer *out)
{
	buffer_add_string(out, "sections:\n");
	for (size_t i = next_section(draft, NO_HEAD); i != NO_HEAD;
	     i = next_section(draft, i))
		add_section(draft, i, out);
	if (!draft->one)
		return;
	buffer_add_string(out, "  # All that stands before the first heading.\n"
			       "  begin-van-de-tekst:\n");
	if (draft->n_free > 0)
		buffer_add_string(out,
				  "    # Lone lines are headings, whatever "
				  "they say.\n    headings: free\n");
	buffer_format(out, "    holds: [%sthemes 1, phases, participation]\n",
		      next_section(draft, NO_HEAD) == NO_HEAD
			      ? "period prose, places prose, "
			      : "");
}

void
draft_write_fields(const struct draft *draft, struct buffer *out)
{
	bool any = false;

	for (size_t i = next_section(draft, NO_HEAD); i != NO_HEAD;
	     i = next_section(draft, i)) {
		const struct head *head = &draft->heads[i];

		if (head->type.len == 0)
			continue;
		if (!any)
			buffer_add_string(
				out,
				"\n# 3. What the codebook has no place for. Is "
				"each of the right type (text,\n# number, "
				"date, "
				"list, { of: [one, other] }, { scale: [low, "
				"high] })? What is\n# not needed, leave out "
				"here and in `holds`.\nfields:\n");
		any = true;
		buffer_add_string(out, "  ");
		add_scalar(out, head->name);
		buffer_format(out, ": %.*s\n", TEXT_ARG(head->type));
		if (head->perhaps.len > 0)
			buffer_format(out, "  # or: { of: %.*s }\n",
				      TEXT_ARG(head->perhaps));
	}
}
