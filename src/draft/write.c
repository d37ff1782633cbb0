/*
 * The draft as a file: what a person should judge first stands first, and the
 * comments say how.
 */
#include "internal.h"

#include <stdlib.h>

enum { CONFIRM_MOST = 3, NEAR_TOKENS = 3 };

/* "8 projects" */
static void
add_count(struct buffer *out, size_t n, const char *what)
{
	buffer_format(out, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

/* What of the reports is in no section. */
static void
add_left_out(const struct draft *draft, struct buffer *out)
{
	size_t back = 0;

	for (size_t i = 0; i < draft->n_lines; i++)
		back += draft->lines[i].back;
	if (draft->contents.n + back + draft->n_rare == 0)
		return;
	buffer_add_string(out, "# Left out:\n");
	if (draft->contents.n > 0) {
		buffer_add_string(out, "#   a contents table of ");
		add_count(out, draft->contents.n, "line");
		buffer_add_string(out, " (see regions)\n");
	}
	if (back > 0) {
		buffer_add_string(out, "#   ");
		add_count(out, back, "line");
		buffer_add_string(out, " behind the last project (see "
				       "regions)\n");
	}
	if (draft->n_rare > 0) {
		buffer_add_string(out, "#   ");
		add_count(out, draft->n_rare, "line");
		buffer_add_string(out, " that may be a heading, but came too "
				       "rarely\n");
	}
}

static void
add_found(const struct draft *draft, struct buffer *out)
{
	size_t sections = 0, fields = 0;

	for (size_t i = 0; i < draft->n_heads; i++) {
		sections += draft_is_section(draft, i);
		fields += draft_is_section(draft, i) &&
			  draft->heads[i].type.len > 0;
	}
	buffer_add_string(out, "# Drafted by `casebook layout new` from ");
	add_count(out, draft->n_sources, "report");
	buffer_add_string(out, ".\n# Found: ");
	add_count(out, draft->n_records, "project");
	buffer_add_string(out, ", ");
	add_count(out, sections, "section");
	buffer_add_string(out, ", ");
	add_count(out, fields, "field");
	buffer_add_string(out, " of your own.\n");
}

static void
add_head_of_file(const struct draft *draft, struct text name,
		 struct buffer *out)
{
	add_found(draft, out);
	add_left_out(draft, out);
	buffer_add_string(
		out,
		"# Judge it from top to bottom: what stands first decides what "
		"comes below. The\n# numbers 1 to 6 say what to look at; these "
		"commands help (this file: THIS.yml):\n"
		"#   casebook text --marks REPORT\n"
		"#     the report with its headings, tables and lists\n"
		"#   casebook layout check THIS.yml REPORT\n"
		"#     headings that are never seen, text that no section "
		"claims\n"
		"#   casebook --data DIR layout trace REPORT\n"
		"#     what became of each line, with this file in "
		"DIR/layouts/\n"
		"# Every key is told in casebook-layout(5).\n\nlayout: ");
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
add_question(const struct draft *draft, struct buffer *out)
{
	if (draft->one) {
		buffer_add_string(out, "# 1. Each report is one project. Or "
				       "does one hold several (begin)? Is this "
				       "its\n# title?\nprojects:\n");
		return;
	}
	buffer_format(out,
		      "# 1. Where projects begin: %zu were found. Are there so "
		      "many, does each begin\n# here, and is its title %s?\n"
		      "projects:\n",
		      draft->n_records,
		      draft->title_before ? "the line above"
					  : "in that heading");
}

static void
add_projects(const struct draft *draft, struct buffer *out)
{
	add_question(draft, out);
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
		     "the text. Does `holds` say\n# what its text tells? "
		     "Without it a section is read for nothing. Are "
		     "headings\n# missing (layout check)? Add them, or "
		     "give a section a further `heading`.\n");
	draft_write_sections(draft, out);
	draft_write_fields(draft, out);
	draft_write_recognise(draft, out);
	buffer_add_string(
		out, "\n# 5. What is printed on the page, or stands around "
		     "the projects. Does each end\n# where it should "
		     "(layout trace)?\n");
	draft_write_around(draft, out);
	buffer_add_string(
		out, "\n# 6. Who published it, and when. And an example: a "
		     "short report, made up,\n# with its facts; "
		     "`casebook layout check THIS.yml` tests this file by "
		     "it.\n");
	draft_write_source(draft, out);
	buffer_add_string(out, "# examples:\n#   - text: |\n#       a whole "
			       "report, as short as can be\n#     expect:\n#  "
			       "     projects: [{ title: its title }]\n");
}
