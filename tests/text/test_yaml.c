/* YAML: the tree, its places, and the bad inputs Y1 to Y9. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/text/yaml.h"

/* The messages and the arena of one test. */
struct fixture {
	struct diagnostics diagnostics;
	struct arena *arena;
};

static int
setup(void **state)
{
	struct fixture *fixture = memory_new(1, sizeof(*fixture));

	diagnostics_init(&fixture->diagnostics, false);
	fixture->arena = arena_new();
	*state = fixture;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *fixture = *state;

	arena_free(fixture->arena);
	diagnostics_release(&fixture->diagnostics);
	free(fixture);
	return 0;
}

static const struct yaml *
parsed(struct fixture *fixture, const char *text)
{
	const struct yaml *top =
		yaml_parse(fixture->arena, "kvds.yml", text_of(text),
			   &fixture->diagnostics);

	assert_non_null(top);
	assert_int_equal(fixture->diagnostics.n_items, 0);
	assert_int_equal(top->type, YAML_MAPPING);
	return top;
}

/* Refused with one message at line and column (0: any), holding `part`. */
static void
refused_text(struct fixture *fixture, struct text text, size_t line,
	     size_t column, const char *part)
{
	struct diagnostics *diagnostics = &fixture->diagnostics;
	struct diagnostic got;

	assert_null(yaml_parse(fixture->arena, "kvds.yml", text, diagnostics));
	assert_int_equal(diagnostics->n_items, 1);
	got = diagnostics->items[0];
	assert_int_equal(got.code, DIAGNOSTIC_YAML);
	assert_string_equal(got.where.file, "kvds.yml");
	assert_non_null(strstr(got.message.bytes, part));
	if (line) {
		assert_int_equal(got.where.line, line);
		assert_int_equal(got.where.column, column);
	}
	diagnostics->n_items = 0;
}

static void
refused(struct fixture *fixture, const char *text, size_t line, size_t column,
	const char *part)
{
	refused_text(fixture, text_of(text), line, column, part);
}

static void
a_document_becomes_a_tree(void **state)
{
	const struct yaml *top =
		parsed(*state,
		       "layout: kvds\nsections:\n  doel:\n    heading: [A, B]\n"
		       "  leeg: {}\n");
	const struct yaml *sections = yaml_get(top, "sections");
	const struct yaml *heading =
		yaml_get(yaml_get(sections, "doel"), "heading");

	assert_true(text_is(yaml_get(top, "layout")->text, "kvds"));
	assert_int_equal(sections->n_items, 2);
	assert_true(text_is(sections->keys[1], "leeg"));
	assert_int_equal(heading->type, YAML_SEQUENCE);
	assert_int_equal(heading->n_items, 2);
	assert_true(text_is(heading->items[1].text, "B"));
	assert_int_equal(yaml_get(sections, "leeg")->type, YAML_MAPPING);
	assert_null(yaml_get(top, "doel"));
	assert_null(yaml_get(heading, "A"));
}

static void
many_items_keep_their_order(void **state)
{
	struct buffer text = {NULL, 0, 0};
	const struct yaml *top;

	for (int i = 0; i < 1000; i++)
		buffer_format(&text, "k%d: v%d\n", i, i);
	top = parsed(*state, text.bytes);
	assert_int_equal(top->n_items, 1000);
	assert_true(text_is(top->keys[999], "k999"));
	assert_true(text_is(top->items[999].text, "v999"));
	assert_int_equal(top->key_places[999].line, 1000);
	buffer_release(&text);
}

static void
every_node_knows_its_place(void **state)
{
	const struct yaml *top = parsed(
		*state, "# één\n\nlayout: kvds\nlijst:\n  - [a, 'bé']\n");
	const struct yaml *list = yaml_get(top, "lijst");

	assert_string_equal(top->where.file, "kvds.yml");
	assert_int_equal(yaml_get(top, "layout")->where.line, 3);
	assert_int_equal(yaml_get(top, "layout")->where.column, 9);
	assert_int_equal(top->key_places[1].line, 4);
	assert_int_equal(list->items[0].where.line, 5);
	assert_int_equal(list->items[0].where.column, 5);
}

static void
the_text_in_quotes_begins_behind_them(void **state)
{
	const struct yaml *top = parsed(*state, "a: '^x'\nb: \"y\"\nc: ^x\n");

	assert_int_equal(top->items[0].where.column, 5);
	assert_int_equal(top->items[1].where.column, 5);
	assert_int_equal(top->items[2].where.column, 4);
}

static void
quotes_and_blocks_count_as_quoted(void **state)
{
	const struct yaml *top =
		parsed(*state, "a: 'x'\nb: \"x\"\nc: |\n  x\n  y\nd: x\ne:\n");

	assert_true(top->items[0].quoted);
	assert_true(top->items[1].quoted);
	assert_true(top->items[2].quoted);
	assert_true(text_is(top->items[2].text, "x\ny\n"));
	assert_false(top->items[3].quoted);
	assert_false(top->items[4].quoted);
	assert_int_equal(top->items[4].text.len, 0);
}

static void
a_byte_order_mark_is_passed_over(void **state)
{
	const struct yaml *top =
		parsed(*state, "\xef\xbb\xbflayout: kvds\nkind: lab\n");

	assert_true(text_is(top->keys[0], "layout"));
	assert_int_equal(top->key_places[0].column, 1);
}

static void
syntax_errors_have_libyamls_words(void **state)
{
	refused(*state, "a: b\n\tc: d\n", 2, 1, "tab character");
	refused(*state, "a: [b\nc: d\n", 2, 2, "flow sequence");
	refused(*state, "a: 'b\n", 2, 1, "unexpected end of stream");
}

static void
bad_bytes_have_a_line_and_a_column(void **state)
{
	refused(*state, "a: b\nc: \xff\n", 2, 4, "invalid leading UTF-8 octet");
	refused(*state, "a: é\x01\n", 1, 5,
		"control characters are not allowed");
	refused_text(*state, TEXT("a: \0\n"), 1, 4,
		     "control characters are not allowed");
}

static void
deep_nesting_is_refused(void **state)
{
	struct buffer text = {NULL, 0, 0};

	for (int i = 0; i < 31; i++)
		buffer_add_string(&text, i ? "[" : "a: [");
	for (int i = 0; i < 31; i++)
		buffer_add_byte(&text, ']');
	parsed(*state, text.bytes);
	buffer_clear(&text);
	buffer_add_string(&text, "a: ");
	for (int i = 0; i < 10000; i++)
		buffer_add_byte(&text, '[');
	refused_text(*state, buffer_text(&text), 1, 35,
		     "nested deeper than 32");
	buffer_clear(&text);
	buffer_add_string(&text, "a:\n");
	for (int i = 0; i < 10000; i++)
		buffer_add_string(&text, "- ");
	refused_text(*state, buffer_text(&text), 0, 0, "nested deeper than 32");
	buffer_release(&text);
}

static void
anchors_and_aliases_are_refused(void **state)
{
	static const char message[] =
		"anchors and aliases are not used in layouts";

	refused(*state, "a: &x b\n", 1, 4, message);
	refused(*state, "a: &x [*x]\n", 1, 4, message);
	refused(*state, "a: &x {b: c}\n", 1, 4, message);
	refused(*state, "a: *x\n", 1, 4, message);
	refused(*state, "&x a: b\n", 1, 1, message);
	refused(*state, "<<: {a: b}\n", 1, 1, message);
	parsed(*state, "'<<': '&x *y'\n");
}

static void
tags_are_refused(void **state)
{
	refused(*state, "a: !!python/object x\n", 1, 4, "tag");
	refused(*state, "a: !!binary [x]\n", 1, 4, "tag");
	refused(*state, "a: !x {b: c}\n", 1, 4, "tag");
}

static void
a_repeated_key_names_both_lines(void **state)
{
	refused(*state, "a: b\nc:\n  d: e\n  title: f\n  x: y\n  title: g\n", 6,
		3, "\"title\" given twice (first at line 4)");
	refused(*state, "a: b\n'a': c\n", 2, 2, "\"a\" given twice");
}

static void
a_key_is_a_text(void **state)
{
	refused(*state, "[a]: b\n", 1, 1, "a key must be");
	refused(*state, "? {a: b}\n: c\n", 1, 3, "a key must be");
}

static void
one_mapping_is_expected(void **state)
{
	refused(*state, "a: b\n---\nc: d\n", 2, 1, "one mapping expected");
	refused(*state, "", 0, 0, "one mapping expected");
	refused(*state, "# leeg\n", 0, 0, "one mapping expected");
	refused(*state, "- a\n", 1, 1, "one mapping expected");
	refused(*state, "tekst\n", 1, 1, "one mapping expected");
	refused(*state, "---\n", 0, 0, "one mapping expected");
}

static void
large_files_are_refused(void **state)
{
	struct buffer text = {NULL, 0, 0};

	buffer_add_string(&text, "a: [");
	for (int i = 0; i < 200000; i++)
		buffer_add_string(&text, "b, ");
	buffer_add_string(&text, "c]\n");
	refused_text(*state, buffer_text(&text), 0, 0, "larger than");
	for (int i = 0; i < 200000; i++)
		buffer_add_string(&text, "b, ");
	refused_text(*state, buffer_text(&text), 0, 0,
		     "larger than the limit of 1 MiB");
	buffer_release(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_document_becomes_a_tree),
		TEST(many_items_keep_their_order),
		TEST(every_node_knows_its_place),
		TEST(the_text_in_quotes_begins_behind_them),
		TEST(quotes_and_blocks_count_as_quoted),
		TEST(a_byte_order_mark_is_passed_over),
		TEST(syntax_errors_have_libyamls_words),
		TEST(bad_bytes_have_a_line_and_a_column),
		TEST(deep_nesting_is_refused),
		TEST(anchors_and_aliases_are_refused),
		TEST(tags_are_refused),
		TEST(a_repeated_key_names_both_lines),
		TEST(a_key_is_a_text),
		TEST(one_mapping_is_expected),
		TEST(large_files_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
