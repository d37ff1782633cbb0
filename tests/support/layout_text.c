/* Loading layouts and vocabularies that a test wrote. */
#include "layout_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* The messages of the list, which is released. */
static char *
messages_of(struct diagnostics *diagnostics)
{
	struct buffer out = {NULL, 0, 0};

	buffer_add_string(&out, "");
	for (size_t i = 0; i < diagnostics->n_items; i++) {
		const struct diagnostic *it = &diagnostics->items[i];

		assert_int_equal(diagnostics->worst, STATUS_USAGE);
		buffer_format(&out, "%s%s:%zu:%zu: %.*s", i ? "\n" : "",
			      it->where.file ? it->where.file : "",
			      it->where.line, it->where.column,
			      TEXT_ARG(it->message));
	}
	diagnostics_release(diagnostics);
	return out.bytes;
}

char *
layout_messages(const char *text)
{
	struct diagnostics diagnostics;
	struct layouts layouts = {.arena = NULL};
	int result;

	diagnostics_init(&diagnostics, false);
	result = layouts_add(&layouts, "proef.yml", text_of(text), true,
			     &diagnostics);
	assert_int_equal(result, diagnostics.n_items ? -1 : 0);
	assert_int_equal(layouts.n_items, diagnostics.n_items ? 0 : 1);
	layouts_release(&layouts);
	return messages_of(&diagnostics);
}

struct vocabularies *
vocabularies_of(const char *text, struct diagnostics *diagnostics)
{
	struct data_file file = {
		.name = "vocabulary/proef.yml",
		.path = "proef.yml",
		.text = text_of(text),
	};
	struct data data = {.files = &file, .n_files = 1};

	return vocabularies_new(&data, diagnostics);
}

struct vocabularies *
vocabularies_of_two(const char *built_in, const char *own,
		    struct diagnostics *diagnostics)
{
	struct data_file files[] = {
		{.name = "vocabulary/eigen.yml",
		 .path = "eigen.yml",
		 .text = text_of(own)},
		{.name = "vocabulary/proef.yml",
		 .path = "proef.yml",
		 .text = text_of(built_in),
		 .built_in = true},
	};
	struct data data = {.files = files, .n_files = 2};

	return vocabularies_new(&data, diagnostics);
}

char *
vocabulary_messages(const char *text)
{
	struct diagnostics diagnostics;
	struct vocabularies *vocabularies;

	diagnostics_init(&diagnostics, false);
	vocabularies = vocabularies_of(text, &diagnostics);
	assert_int_equal(vocabularies == NULL, diagnostics.n_items > 0);
	vocabularies_free(vocabularies);
	return messages_of(&diagnostics);
}

static void
assert_message(char *got, const char *expected)
{
	assert_string_equal(got, expected);
	free(got);
}

void
assert_layout_error(const char *text, const char *message)
{
	assert_message(layout_messages(text), message);
}

void
assert_vocabulary_error(const char *text, const char *message)
{
	assert_message(vocabulary_messages(text), message);
}

void
assert_layout_loads(const char *text)
{
	assert_message(layout_messages(text), "");
}
