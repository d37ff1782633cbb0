/* The sections of a draft and their fields, in the order of the text. */
#include "internal.h"

#include <stdlib.h>

static void
add_form(const struct head *head, struct buffer *out)
{
	if (head->kind == HEAD_PAIR)
		buffer_add_string(out, "{ key: ");
	add_scalar(out, head->words);
	if (head->kind == HEAD_PAIR)
		buffer_add_string(out, " }");
}

/* The forms of a heading, its own and those that joined it. */
static void
add_forms(const struct draft *draft, size_t i, struct buffer *out)
{
	size_t n = 0;

	for (size_t j = 0; j < draft->n_heads; j++)
		n += draft->heads[j].into == i && draft->heads[j].form &&
		     draft->heads[j].kept;
	buffer_add_string(out, "    heading:");
	if (n == 0) {
		buffer_add_byte(out, ' ');
		add_form(&draft->heads[i], out);
		buffer_add_byte(out, '\n');
		return;
	}
	buffer_add_string(out, "\n      - ");
	add_form(&draft->heads[i], out);
	for (size_t j = 0; j < draft->n_heads; j++) {
		if (draft->heads[j].into != i || !draft->heads[j].form ||
		    !draft->heads[j].kept)
			continue;
		buffer_add_string(out, "\n      - ");
		add_form(&draft->heads[j], out);
	}
	buffer_add_byte(out, '\n');
}

static void
add_heading(const struct draft *draft, size_t i, struct buffer *out)
{
	const struct head *head = &draft->heads[i];

	switch (head->kind) {
	case HEAD_LINE:
	case HEAD_PAIR:
		add_forms(draft, i, out);
		break;
	case HEAD_NUMBERED:
		buffer_add_string(out, "    heading: { pattern: '^");
		add_pattern(out, head->words);
		buffer_add_string(out, " \\d+[.:)]? *[-–—]? *"
				       "(?<title>.+)$' }\n");
		break;
	case HEAD_LEVEL:
		buffer_format(out, "    heading: { level: %u }\n", head->level);
		break;
	case HEAD_COLUMN:
		buffer_add_string(out, "    table: { column: ");
		add_scalar(out, head->words);
		buffer_add_string(out, " }\n");
		break;
	case HEAD_FIELD:
		buffer_add_string(out, "    front-matter: ");
		add_scalar(out, head->words);
		buffer_add_byte(out, '\n');
		break;
	case N_HEAD_KINDS:
		break;
	}
}

/* What was seen of a section, and what to ask oneself about it. */
static void
add_remark(const struct draft *draft, size_t i, struct buffer *out)
{
	const struct head *head = &draft->heads[i];

	buffer_format(out, "  # seen %zu time%s in %zu project%s", head->n,
		      head->n == 1 ? "" : "s", draft->n_records,
		      draft->n_records == 1 ? "" : "s");
	if (head->n_empty > 0 && head->n_empty < head->n)
		buffer_format(out, ", %zu of them empty", head->n_empty);
	if (head->n > 0 && head->n_empty == head->n)
		buffer_add_string(out, ", nothing stands below it");
	if (head->held.len > 0 && head->type.len == 0 && head->doubtful)
		buffer_add_string(out, "; a guess from the text below it");
	if (head->type.len > 0)
		buffer_add_string(out, "; a field, for the codebook has no "
				       "place for it");
	if (head->kinds)
		buffer_add_string(out, "\n  # its values are kinds of project: "
				       "with `holds: kind` they take the\n"
				       "  # place of the kind above");
	buffer_add_byte(out, '\n');
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
		buffer_add_string(out, "    # what is ticked\n    lines: { "
				       "pattern: '\\[x\\] "
				       "*(?<value>[^\\[]+)' }\n");
	else if (head->one_line)
		buffer_add_string(out, "    lines: one\n");
	if (head->items && head->type.len == 0 && !head->ticked)
		buffer_add_string(out, "    lines: items\n");
	if (head->components)
		buffer_add_string(out, "    components: lines-that-recur\n");
}

static bool
is_section(const struct draft *draft, size_t i)
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

		if (!is_section(draft, i) ||
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
	buffer_add_string(out, "  # all that stands before the first heading\n"
			       "  begin-van-de-tekst:\n");
	if (draft->n_free > 0)
		buffer_add_string(out,
				  "    # lone lines are headings, whatever "
				  "they say\n    headings: free\n");
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
				out, "\n# 3. Fields of your own: is the type "
				     "right (text, number, date, list,\n"
				     "# { of: [...] }, { scale: ... })? Leave "
				     "out what you do not need.\nfields:\n");
		any = true;
		buffer_add_string(out, "  ");
		add_scalar(out, head->name);
		buffer_format(out, ": %.*s\n", TEXT_ARG(head->type));
		if (head->perhaps.len > 0)
			buffer_format(out, "  # perhaps: { of: %.*s }\n",
				      TEXT_ARG(head->perhaps));
	}
}
