/*
 * Fields of a layout's own: what the report tells beyond the codebook, each
 * with a type and, for choices and numbers, the scale that it is measured in.
 */
#include "read.h"

#include <string.h>

static const char *const type_words[] = {
	[FIELD_IS_TEXT] = "text", [FIELD_IS_NUMBER] = "number",
	[FIELD_IS_DATE] = "date", [FIELD_IS_CHOICE] = "choice",
	[FIELD_IS_LIST] = "list",
};

enum { N_TYPES = sizeof(type_words) / sizeof(*type_words) };

static void
add_form(struct strict *strict, struct layout_field *field, struct text text)
{
	struct choice_form *forms =
		arena_alloc(strict->arena, field->n_forms + 1, sizeof(*forms));

	for (size_t i = 0; i < field->n_forms; i++)
		forms[i] = field->forms[i];
	forms[field->n_forms++] = (struct choice_form){text, field->n_words};
	field->forms = forms;
}

/* The i-th word of a list, or of a mapping from words to other spellings. */
static int
read_word(struct strict *strict, const struct yaml *node, size_t i,
	  const char *what, struct layout_field *field)
{
	struct text word, form;
	int result = 0;

	if (node->type != YAML_MAPPING) {
		result = strict_text(strict, strict_item(node, i), what, &word);
		if (result == 0)
			add_form(strict, field, word);
	} else {
		word = node->keys[i];
		add_form(strict, field, word);
		for (size_t j = 0; j < strict_count(&node->items[i]); j++)
			if (strict_text(strict, strict_item(&node->items[i], j),
					what, &form) < 0)
				result = -1;
			else
				add_form(strict, field, form);
	}
	field->words[field->n_words++] = result == 0 ? word : TEXT("");
	return result;
}

/* The words of a choice; `glue` stands between them in the scale. */
static int
read_words(struct strict *strict, const struct yaml *node, const char *what,
	   const char *glue, struct layout_field *field)
{
	size_t n =
		node->type == YAML_MAPPING ? node->n_items : strict_count(node);
	int result = 0;

	if (n < 2) {
		diagnose(strict->diagnostics, strict->code, node->where,
			 "\"%s\" of a choice is a list of two words or more",
			 what);
		return -1;
	}
	field->words = arena_alloc(strict->arena, n, sizeof(*field->words));
	for (size_t i = 0; i < n; i++) {
		if (read_word(strict, node, i, what, field) < 0)
			result = -1;
		field->scale = arena_format(
			strict->arena, "%.*s%s%.*s", TEXT_ARG(field->scale),
			i ? glue : "", TEXT_ARG(field->words[i]));
	}
	return result;
}

/* "measurements.moments": a vocabulary and a set of it, with labels. */
static int
read_set(struct strict *strict, const struct yaml *node,
	 struct layout_field *field)
{
	struct text name;
	size_t dot;

	if (strict_text(strict, node, "set", &name) < 0)
		return -1;
	dot = text_find(name, TEXT("."), 0);
	field->vocabulary = arena_text(strict->arena, text_sub(name, 0, dot));
	field->set =
		arena_text(strict->arena, text_sub(name, dot + 1, name.len));
	if (dot > 0 && dot + 1 < name.len)
		return 0;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "a set is named VOCABULARY.SET, not %s",
		 diagnostic_quote(strict->diagnostics, name));
	return -1;
}

static int
wrong_field(struct strict *strict, const struct yaml *node, const char *why)
{
	diagnose(strict->diagnostics, strict->code, node->where, "%s", why);
	return -1;
}

/* One of `of`, `scale` with a list, and `set` makes a choice. */
static int
read_choice(struct strict *strict, const struct yaml *node,
	    struct layout_field *field)
{
	const struct yaml *of = yaml_get(node, "of");
	const struct yaml *scale = yaml_get(node, "scale");
	const struct yaml *set = yaml_get(node, "set");

	if (!!of + !!scale + !!set != 1)
		return wrong_field(strict, node,
				   "a choice has one of \"of\" (words), "
				   "\"scale\" (words from the lowest to the "
				   "highest) and \"set\" (VOCABULARY.SET)");
	if (of)
		return read_words(strict, of, "of", " | ", field);
	return scale ? read_words(strict, scale, "scale", " < ", field)
		     : read_set(strict, set, field);
}

/* What is not said follows from what is. */
static enum layout_field_type
usual_type(const struct yaml *node)
{
	const struct yaml *scale = yaml_get(node, "scale");

	if (yaml_get(node, "of") || yaml_get(node, "set") ||
	    (scale && scale->type != YAML_SCALAR))
		return FIELD_IS_CHOICE;
	return scale ? FIELD_IS_NUMBER : FIELD_IS_TEXT;
}

static int
read_scale(struct strict *strict, const struct yaml *node,
	   struct layout_field *field)
{
	static const char *const usual[N_TYPES] = {
		"", [FIELD_IS_NUMBER] = "number", [FIELD_IS_DATE] = "date",
		"", [FIELD_IS_LIST] = "list",
	};
	const struct yaml *scale = yaml_get(node, "scale");

	if (field->type == FIELD_IS_CHOICE)
		return read_choice(strict, node, field);
	if (yaml_get(node, "of") || yaml_get(node, "set"))
		return wrong_field(strict, node,
				   "\"of\" and \"set\" are for a choice");
	field->scale = text_of(usual[field->type] ? usual[field->type] : "");
	if (!scale)
		return 0;
	if (field->type != FIELD_IS_NUMBER)
		return wrong_field(strict, scale,
				   "a scale is for a number or a choice");
	return strict_text(strict, scale, "scale", &field->scale);
}

/* The whole entry, or its type alone. */
static int
read_field(struct strict *strict, const struct yaml *node,
	   struct layout_field *field)
{
	static const char *const keys[] = {"type", "of", "scale", "set",
					   "pattern"};
	const struct yaml *type, *pattern;
	int word, result;

	if (node->type == YAML_SCALAR) {
		word = strict_word(strict, node, "fields", type_words, N_TYPES);
		if (word < 0)
			return -1;
		field->type = (enum layout_field_type)word;
		return read_scale(strict, node, field);
	}
	result = strict_keys(strict, node, "field", keys, 5);
	field->type = usual_type(node);
	if ((type = yaml_get(node, "type")) != NULL) {
		word = strict_word(strict, type, "type", type_words, N_TYPES);
		if (word < 0)
			result = -1;
		else
			field->type = (enum layout_field_type)word;
	}
	/* Whether the scale fits is known when the rest is right. */
	if (result == 0)
		result = read_scale(strict, node, field);
	if ((pattern = yaml_get(node, "pattern")) == NULL)
		return result;
	field->pattern = strict_pattern(strict, pattern, "pattern");
	if (!field->pattern ||
	    strict_group(strict, pattern, field->pattern, "value") < 0)
		result = -1;
	return result;
}

/* It stands behind --field, before a sign. */
static int
check_name(struct strict *strict, struct text name, struct place where)
{
	for (size_t i = 0; i < name.len; i++) {
		if (name.bytes[i] > ' ' && !strchr("<>=!~&", name.bytes[i]))
			continue;
		if ((unsigned char)name.bytes[i] > 0x7F)
			continue;
		diagnose(strict->diagnostics, strict->code, where,
			 "the name of a field has no blanks and no < > = ! ~ "
			 "&; write %s without",
			 diagnostic_quote(strict->diagnostics, name));
		return -1;
	}
	return 0;
}

int
read_fields(struct strict *strict, const struct yaml *node,
	    struct layout *layout)
{
	int result = 0;

	if (strict_type(strict, node, YAML_MAPPING, "fields") < 0)
		return -1;
	layout->fields = arena_alloc(strict->arena, node->n_items + 1,
				     sizeof(*layout->fields));
	for (size_t i = 0; i < node->n_items; i++) {
		struct layout_field *field =
			&layout->fields[layout->n_fields++];

		*field = (struct layout_field){.name = node->keys[i],
					       .where = node->key_places[i]};
		if (check_name(strict, field->name, field->where) < 0 ||
		    read_field(strict, &node->items[i], field) < 0)
			result = -1;
	}
	return result;
}
