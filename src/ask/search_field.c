/* Fields of a query: title:, section: and the filters. */
#include "search_parser.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/text/distance.h"

static bool
is_called(struct text name, const char *field)
{
	if (name.len != strlen(field))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if ((name.bytes[i] | 0x20) != (field[i] | 0x20))
			return false;
	return true;
}

/* Whether it may be the counterpart of a filter ("not-theme"). */
static bool
is_negated(struct text name)
{
	return is_called(text_sub(name, 0, strlen(FILTER_NOT)), FILTER_NOT);
}

static struct search_node *
unknown_field(struct parser *parser, const struct lexeme *field)
{
	static const struct text own[] = {
		{"section", 7},
		{"title", 5},
	};
	enum { N_OWN = sizeof(own) / sizeof(*own) };
	struct text names[N_OWN + 64];
	const struct filter_option *option;
	size_t n = N_OWN, near;

	memcpy(names, own, sizeof(own));
	for (size_t i = 0; (option = filter_option_at(i)) && n < N_OWN + 64;
	     i++)
		names[n++] = text_of(option->name);
	near = nearest(field->text, names, n);
	if (near < n)
		return parser_wrong(
			parser, field->offset,
			"no field of this name; did you mean %.*s:?",
			TEXT_ARG(names[near]));
	return parser_wrong(
		parser, field->offset,
		"no field of this name; there are title:, section: and "
		"the filters (casebook search --help); put words with a "
		"colon in quotes");
}

static void
add_section(struct search *search, struct text name)
{
	search->sections = array_grow(search->sections, search->n_sections,
				      &search->sections_capacity, sizeof(name));
	search->sections[search->n_sections++] = name;
}

/* What a field of the whole query does with its value. Returns 0, or -1. */
typedef int add_value(struct filter *filter, size_t option, const char *value,
		      struct diagnostics *diagnostics);

/* Filters and sections (no `add`) hold for the whole query. */
static void
parse_filter(struct parser *parser, const struct lexeme *field, add_value *add,
	     size_t option)
{
	struct text value = text_trim(parser->next.text);
	struct search *search = parser->search;
	char *given;

	if (value.len == 0) {
		parser_wrong(parser, parser->next.offset,
			     "%.*s: is given no value", TEXT_ARG(field->text));
		return;
	}
	if (parser->depth > 0 || parser->denials > 0) {
		parser_wrong(parser, field->offset,
			     "%.*s: holds for the whole query; it cannot stand "
			     "inside "
			     "parentheses or behind NOT",
			     TEXT_ARG(field->text));
		return;
	}
	if (parser->next.begins) {
		parser_wrong(parser, parser->next.offset,
			     "%.*s: takes no *; a part of a name will do",
			     TEXT_ARG(field->text));
		return;
	}
	if (!parser->field)
		parser->field = field->offset + 1;
	given = memory_string(value);
	if (!add)
		add_section(search, arena_text(search->arena, value));
	else if (add(parser->filter, option, given, parser->diagnostics) < 0)
		parser->failed = true;
	free(given);
}

struct search_node *
parse_field(struct parser *parser)
{
	struct lexeme field = parser->next;
	const struct filter_option *option;
	add_value *add = filter_add;
	struct search_node *node = NULL;
	struct text name = field.text;

	parser_advance(parser);
	if (parser->failed)
		return NULL;
	if (parser->next.kind != LEXEME_WORD &&
	    parser->next.kind != LEXEME_QUOTED)
		return parser_wrong(parser, parser->next.offset,
				    "%.*s: is given no value",
				    TEXT_ARG(field.text));
	if (is_called(field.text, "title")) {
		node = parse_words(parser);
		if (!node)
			return parser_wrong(parser, field.offset,
					    "title: is given no word");
		node->in_title = true;
		return node;
	}
	if (is_called(field.text, "section")) {
		parse_filter(parser, &field, NULL, 0);
		parser_advance(parser);
		return NULL;
	}
	if (is_negated(field.text)) {
		add = filter_add_not;
		name = text_sub(name, strlen(FILTER_NOT), name.len);
	}
	for (size_t i = 0; (option = filter_option_at(i)); i++) {
		if (!is_called(name, option->name))
			continue;
		parse_filter(parser, &field, add, i);
		parser_advance(parser);
		return NULL;
	}
	return unknown_field(parser, &field);
}
