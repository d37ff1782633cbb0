/* Reading YAML strictly: keys, types, words, patterns, each with its place. */
#include "strict.h"

#include "casebook/text/distance.h"

static const char *const type_names[] = {
	[YAML_SCALAR] = "a word or text",
	[YAML_SEQUENCE] = "a list",
	[YAML_MAPPING] = "a mapping",
};

/* "a, b, c" */
static const char *
list_words(struct arena *arena, const char *const *words, size_t n)
{
	struct text list = TEXT("");

	for (size_t i = 0; i < n; i++)
		list = arena_format(arena, "%.*s%s%s", TEXT_ARG(list),
				    i ? ", " : "", words[i]);
	return list.bytes;
}

const char *
strict_advice(struct strict *strict, struct text word, const char *const *names,
	      size_t n)
{
	struct text *known = arena_alloc(strict->arena, n + 1, sizeof(*known));
	size_t best;

	for (size_t i = 0; i < n; i++)
		known[i] = text_of(names[i]);
	best = nearest(word, known, n);
	if (best < n)
		return arena_format(strict->arena, "; did you mean \"%s\"?",
				    names[best])
			.bytes;
	return arena_format(strict->arena, "; there is %s",
			    n ? list_words(strict->arena, names, n) : "none")
		.bytes;
}

/* Reports a word that is not among n, with the nearest, or all, of them. */
static void
report_unknown(struct strict *strict, struct place where, const char *kind,
	       const char *what, struct text word, const char *const *names,
	       size_t n)
{
	diagnose(strict->diagnostics, strict->code, where,
		 "unknown %s %s in %s%s", kind,
		 diagnostic_quote(strict->diagnostics, word), what,
		 strict_advice(strict, word, names, n));
}

static size_t
index_of(struct text word, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_is(word, names[i]))
			return i;
	return n;
}

int
strict_keys(struct strict *strict, const struct yaml *mapping, const char *what,
	    const char *const *names, size_t n)
{
	int result = 0;

	if (strict_type(strict, mapping, YAML_MAPPING, what) < 0)
		return -1;
	for (size_t i = 0; i < mapping->n_items; i++) {
		if (index_of(mapping->keys[i], names, n) < n)
			continue;
		report_unknown(strict, mapping->key_places[i], "key", what,
			       mapping->keys[i], names, n);
		result = -1;
	}
	return result;
}

int
strict_type(struct strict *strict, const struct yaml *node, enum yaml_type type,
	    const char *what)
{
	if (node->type == type)
		return 0;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "%s must be %s, not %s", what, type_names[type],
		 type_names[node->type]);
	return -1;
}

/* Was something told of this very place? */
static bool
is_told(const struct strict *strict, struct place where)
{
	for (size_t i = 0; i < strict->diagnostics->n_items; i++) {
		struct place it = strict->diagnostics->items[i].where;

		if (it.line == where.line && it.column == where.column)
			return true;
	}
	return false;
}

/* A key of the mapping that was refused, and is nearly this one. */
static bool
is_misspelt(const struct strict *strict, const struct yaml *mapping,
	    const char *key)
{
	for (size_t i = 0;
	     mapping->type == YAML_MAPPING && i < mapping->n_items; i++) {
		struct text meant = text_of(key);

		if (nearest(mapping->keys[i], &meant, 1) == 0 &&
		    is_told(strict, mapping->key_places[i]))
			return true;
	}
	return false;
}

const struct yaml *
strict_get(struct strict *strict, const struct yaml *mapping, const char *key,
	   const char *what)
{
	const struct yaml *node = yaml_get(mapping, key);

	if (!node && !is_misspelt(strict, mapping, key))
		diagnose(strict->diagnostics, strict->code, mapping->where,
			 "%s needs the key \"%s\"", what, key);
	return node;
}

int
strict_text(struct strict *strict, const struct yaml *node, const char *what,
	    struct text *text)
{
	if (strict_type(strict, node, YAML_SCALAR, what) < 0)
		return -1;
	if (text_trim(node->text).len == 0) {
		diagnose(strict->diagnostics, strict->code, node->where,
			 "%s is empty", what);
		return -1;
	}
	*text = node->text;
	return 0;
}

int
strict_optional(struct strict *strict, const struct yaml *mapping,
		const char *key, struct text *text)
{
	const struct yaml *node = yaml_get(mapping, key);

	*text = TEXT("");
	return node ? strict_text(strict, node, key, text) : 0;
}

int
strict_flag(struct strict *strict, const struct yaml *mapping, const char *key,
	    bool *flag)
{
	static const char *const words[] = {"true", "false", "yes", "no"};
	const struct yaml *node = yaml_get(mapping, key);
	int word;

	*flag = false;
	if (!node)
		return 0;
	word = strict_word(strict, node, key, words, 4);
	if (word < 0)
		return -1;
	*flag = word % 2 == 0;
	return 0;
}

int
strict_word(struct strict *strict, const struct yaml *node, const char *what,
	    const char *const *words, size_t n)
{
	struct text text;
	size_t found;

	if (strict_text(strict, node, what, &text) < 0)
		return -1;
	found = index_of(text, words, n);
	if (found < n)
		return (int)found;
	report_unknown(strict, node->where, "word", what, text, words, n);
	return -1;
}

struct pattern *
strict_pattern(struct strict *strict, const struct yaml *node, const char *what)
{
	struct layouts *owner = strict->owner;
	struct pattern *pattern;
	struct text source;

	if (strict_text(strict, node, what, &source) < 0)
		return NULL;
	pattern = pattern_new(source, strict->pattern_flags, false, node->where,
			      strict->diagnostics);
	if (!pattern)
		return NULL;
	owner->owned = array_grow(owner->owned, owner->n_owned,
				  &owner->capacity, sizeof(*owner->owned));
	owner->owned[owner->n_owned++] =
		(struct owned_pattern){pattern, node->where};
	pattern_share(pattern, owner->owned[0].pattern);
	return pattern;
}

int
strict_group(struct strict *strict, const struct yaml *node,
	     const struct pattern *pattern, const char *group)
{
	if (pattern_group(pattern, group) != 0)
		return 0;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "the pattern has no group \"%s\"; write (?<%s>...)", group,
		 group);
	return -1;
}

size_t
strict_count(const struct yaml *node)
{
	return node->type == YAML_SEQUENCE ? node->n_items : 1;
}

const struct yaml *
strict_item(const struct yaml *node, size_t i)
{
	return node->type == YAML_SEQUENCE ? &node->items[i] : node;
}

int
strict_some(struct strict *strict, const struct yaml *node, const char *what)
{
	if (strict_count(node) > 0)
		return 0;
	diagnose(strict->diagnostics, strict->code, node->where,
		 "%s is an empty list", what);
	return -1;
}
