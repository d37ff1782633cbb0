/*
 * The draft as a file: what a person should judge first stands first. Nothing
 * of a report's text is in it but headings and keys.
 */
#include "internal.h"

#include <stdlib.h>

enum { CONFIRM_MOST = 3, NEAR_TOKENS = 3 };

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
	if (!head && draft->title_word.len > 0) {
		buffer_add_string(out, "  title: { pattern: '\\b");
		add_pattern(out, draft->title_word);
		buffer_add_string(out, "\\W+(?<title>\\w.*\\w)' }\n");
	} else if (!head) {
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
	draft_write_kind(draft, out);
	buffer_add_byte(out, '\n');
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
	draft_write_recognise(draft, out);
	buffer_add_string(out, "\n# 5. What is printed on the page, or stands "
			       "around the projects.\n");
	draft_write_around(draft, out);
	buffer_add_string(out, "\n# 6. Who published it, and a short report of "
			       "your own making with its facts,\n# by which "
			       "`casebook layout check` tests this file.\n");
	draft_write_source(draft, out);
	buffer_add_string(out, "# examples:\n#   - text: |\n#       a whole "
			       "report, as short as can be\n#     expect:\n#  "
			       "     projects: [{ title: its title }]\n");
}
