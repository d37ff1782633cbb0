/* The values of a file of converters: words, numbers, bytes in hex. */
#include "reading.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "casebook/text/distance.h"

enum { LARGEST_NUMBER = 1 << 20 };

void
complain(struct reading_file *file, struct place where, const char *what,
	 struct text word)
{
	diagnose(file->diagnostics, DIAGNOSTIC_YAML, where, "%s %s", what,
		 diagnostic_quote(file->diagnostics, word));
	file->result = -1;
}

bool
has_type(struct reading_file *file, const struct yaml *node,
	 enum yaml_type type, struct text key)
{
	static const char *const wants[] = {"a word or text is needed for",
					    "a list is needed for",
					    "a mapping is needed for"};

	if (node->type == type)
		return true;
	complain(file, node->where, wants[type], key);
	return false;
}

void
check_keys(struct reading_file *file, const struct yaml *mapping,
	   const char *const *names, size_t n)
{
	struct arena *arena = file->formats->arena;
	struct text *known = arena_alloc(arena, n, sizeof(*known));

	for (size_t i = 0; i < n; i++)
		known[i] = text_of(names[i]);
	for (size_t i = 0; i < mapping->n_items; i++) {
		struct text key = mapping->keys[i];
		size_t j = 0, best;

		while (j < n && !text_equal(known[j], key))
			j++;
		if (j < n)
			continue;
		best = nearest(key, known, n);
		diagnose(file->diagnostics, DIAGNOSTIC_YAML,
			 mapping->key_places[i], "unknown key %s%s%s%s",
			 diagnostic_quote(file->diagnostics, key),
			 best < n ? "; did you mean \"" : "",
			 best < n ? names[best] : "", best < n ? "\"?" : "");
		file->result = -1;
	}
}

struct text
read_text(struct reading_file *file, const struct yaml *mapping,
	  const char *key)
{
	const struct yaml *node = yaml_get(mapping, key);

	if (!node || !has_type(file, node, YAML_SCALAR, text_of(key)))
		return TEXT("");
	if (node->text.len == 0)
		complain(file, node->where, "there is nothing behind",
			 text_of(key));
	return arena_text(file->formats->arena, node->text);
}

struct words
read_words(struct reading_file *file, const struct yaml *mapping,
	   const char *key)
{
	const struct yaml *node = yaml_get(mapping, key);
	struct words words = {NULL, 0};

	if (!node)
		return words;
	if (!has_type(file, node, YAML_SEQUENCE, text_of(key)))
		return words;
	words.items = arena_alloc(file->formats->arena, node->n_items + 1,
				  sizeof(*words.items));
	for (size_t i = 0; i < node->n_items; i++) {
		const struct yaml *item = &node->items[i];

		if (!has_type(file, item, YAML_SCALAR, text_of(key)))
			continue;
		if (item->text.len == 0)
			complain(file, item->where, "an empty word in",
				 text_of(key));
		else
			words.items[words.n++] =
				arena_text(file->formats->arena, item->text);
	}
	return words;
}

struct words
read_pairs(struct reading_file *file, const struct yaml *mapping,
	   const char *key)
{
	const struct yaml *node = yaml_get(mapping, key);
	struct arena *arena = file->formats->arena;
	struct words words = {NULL, 0};

	if (!node || !has_type(file, node, YAML_MAPPING, text_of(key)))
		return words;
	words.items =
		arena_alloc(arena, 2 * node->n_items + 1, sizeof(*words.items));
	for (size_t i = 0; i < node->n_items; i++) {
		if (!has_type(file, &node->items[i], YAML_SCALAR,
			      node->keys[i]))
			continue;
		words.items[words.n++] = arena_text(arena, node->keys[i]);
		words.items[words.n++] = arena_text(arena, node->items[i].text);
	}
	return words;
}

unsigned
read_number(struct reading_file *file, const struct yaml *mapping,
	    const char *key, unsigned usual)
{
	const struct yaml *node = yaml_get(mapping, key);
	unsigned value = 0;

	if (!node)
		return usual;
	if (!has_type(file, node, YAML_SCALAR, text_of(key)))
		return usual;
	for (size_t i = 0; i < node->text.len; i++) {
		unsigned digit = (unsigned)(node->text.bytes[i] - '0');

		if (digit > 9 || value > LARGEST_NUMBER) {
			value = 0;
			break;
		}
		value = value * 10 + digit;
	}
	if (value == 0 || value > LARGEST_NUMBER)
		complain(file, node->where,
			 "a whole number from 1 to 1048576 is needed, not",
			 node->text);
	return value;
}

static int
hex_value(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = strchr(digits, tolower((unsigned char)c));

	return c && at ? (int)(at - digits) : -1;
}

struct text
read_bytes(struct arena *arena, struct text hex)
{
	char *bytes = arena_alloc(arena, hex.len / 2 + 1, 1);
	size_t n = 0;

	for (size_t at = 0; at < hex.len; at += 2) {
		int high, low;

		while (at < hex.len && hex.bytes[at] == ' ')
			at++;
		if (at == hex.len)
			break;
		high = hex_value(hex.bytes[at]);
		low = at + 1 < hex.len ? hex_value(hex.bytes[at + 1]) : -1;
		if (high < 0 || low < 0)
			return TEXT("");
		bytes[n++] = (char)(uint8_t)(high * 16 + low);
	}
	return (struct text){bytes, n};
}
