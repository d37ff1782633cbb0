/* What pandoc's JSON becomes: a text with marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "../support/conversion.h"
#include "../support/scratch.h"

#define DOCUMENT(meta, blocks) \
	"{\"pandoc-api-version\":[1,22],\"meta\":{" meta \
	"},\"blocks\":[" blocks "]}"
#define STR(word) "{\"t\":\"Str\",\"c\":\"" word "\"}"
#define SPACE "{\"t\":\"Space\"}"
#define ATTR "[\"\",[],[]]"
#define PLAIN(inlines) "{\"t\":\"Plain\",\"c\":[" inlines "]}"
#define PARA(inlines) "{\"t\":\"Para\",\"c\":[" inlines "]}"
#define CELL(blocks) "[" ATTR ",{\"t\":\"AlignDefault\"},1,1,[" blocks "]]"
#define WIDE_CELL(rows, columns, blocks) \
	"[" ATTR ",{\"t\":\"AlignDefault\"}," #rows "," #columns ",[" blocks \
	"]]"
#define DIV(attributes, blocks) \
	"{\"t\":\"Div\",\"c\":[" attributes ",[" blocks "]]}"
#define ROW(cells) "[" ATTR ",[" cells "]]"
#define TABLE(head, rows) \
	"{\"t\":\"Table\",\"c\":[" ATTR ",[null,[]],[],[" ATTR ",[" head \
	"]],[[" ATTR ",0,[],[" rows "]]],[" ATTR ",[]]]}"

static void
a_block_is_a_line_and_a_heading_is_marked(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(
		converted(&bench,
			  DOCUMENT("",
				   "{\"t\":\"Header\",\"c\":[2," ATTR
				   ",[" STR("Een") "," SPACE "," STR(
					   "kop") "]]}," PARA(STR("Tekst")))),
		"Een kop\n\nTekst\n[heading 2: Een kop]\n");
	bench_release(&bench);
}

static void
items_and_rows_stand_together(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(
		converted(&bench,
			  DOCUMENT("", "{\"t\":\"BulletList\",\"c\":["
				       "[" PLAIN(STR("een")) "],[" PLAIN(STR(
					       "twee")) "]]}," PARA(STR("slo"
									"t")))),
		"- een\n- twee\n\nslot\n[list-item -: een]\n"
		"[list-item -: twee]\n");
	assert_string_equal(
		converted(&bench,
			  DOCUMENT("",
				   TABLE(ROW(CELL(PLAIN(STR("Naam"))) "," CELL(
						 PLAIN(STR("Cijfer")))),
					 ROW(CELL(PLAIN(STR("A"))) "," CELL(
						 PLAIN(STR("7,5"))))))),
		"Naam\tCijfer\nA\t7,5\n[table-row head: Naam\tCijfer]\n"
		"[table-cell : Naam]\n[table-cell : Cijfer]\n"
		"[table-row : A\t7,5]\n[table-cell Naam: A]\n"
		"[table-cell Cijfer: 7,5]\n");
	bench_release(&bench);
}

static void
front_matter_is_marked_with_its_fields(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(
		converted(&bench,
			  DOCUMENT("\"doel\":{\"t\":\"MetaString\",\"c\":"
				   "\"rust\"},\"secret\":{\"t\":\"MetaString\","
				   "\"c\":\"s\"},\"title\":{\"t\":"
				   "\"MetaInlines\",\"c\":[" STR("Lab") "]}",
				   PARA(STR("x")))),
		"Lab\n\ndoel: rust\nsecret: s\n\nx\n[front-matter title: Lab]\n"
		"[front-matter doel: rust]\n"
		"[furniture front-matter: secret: s]\n"
		"[front-matter secret: s]\n");
	bench_release(&bench);
}

static void
a_note_is_furniture_behind_its_paragraph(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(
		converted(
			&bench,
			DOCUMENT(
				"",
				PARA(STR(
					"een") ",{\"t\":"
					       "\"Note\",\"c\":[" PARA(STR(
						       "noot")) "]}," STR("twe"
									  "e")))),
		"eentwee\n\nnoot\n[furniture note: noot]\n");
	bench_release(&bench);
}

static void
what_is_no_document_is_refused(void **state)
{
	struct buffer deep = {NULL, 0, 0};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	refused(&bench, "a", TEXT("{\"blocks\":"), "not JSON");
	refused(&bench, "a", TEXT("{\"x\":[]}"), "no document");
	refused(&bench, "a", TEXT(DOCUMENT("", "")), "produced no text");
	buffer_add_string(&deep, "{\"blocks\":");
	for (size_t i = 0; i < 100000; i++)
		buffer_add_byte(&deep, '[');
	refused(&bench, "a", buffer_text(&deep), "nested too deeply");
	buffer_release(&deep);
	bench_release(&bench);
}

static void
add_times(struct buffer *out, const char *words, size_t n)
{
	while (n-- > 0)
		buffer_add_string(out, words);
}

static void
divisions_in_divisions_are_read_however_many_a_page_has(void **state)
{
	struct buffer deep = {NULL, 0, 0};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	buffer_add_string(&deep, "{\"blocks\":[");
	add_times(&deep, "{\"t\":\"Div\",\"c\":[" ATTR ",[", 1900);
	buffer_add_string(&deep, PARA(STR("diep")));
	add_times(&deep, "]]}", 1900);
	buffer_add_string(&deep, "]}");
	assert_string_equal(converted(&bench, deep.bytes), "diep\n");
	buffer_release(&deep);
	bench_release(&bench);
}

static void
a_cell_over_more_columns_than_there_may_be_is_read(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(
		converted(&bench,
			  DOCUMENT("", TABLE(ROW(WIDE_CELL(1, 300,
							   PLAIN(STR("x")))),
					     ROW(CELL(PLAIN(STR("y"))))))),
		"x\ny\n[table-row head: x]\n[table-cell : x]\n"
		"[table-row : y]\n[table-cell x: y]\n");
	bench_release(&bench);
}

static void
cells_over_rows_that_would_fill_the_disk_are_refused(void **state)
{
	struct buffer wide = {NULL, 0, 0};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	buffer_add_string(&wide,
			  "{ \"blocks\":[{\"t\":\"Table\",\"c\":[" ATTR
			  ",[null,[]],[],[" ATTR ",[]],[[" ATTR ",0,[],[[" ATTR
			  ",[[" ATTR ",null,5000,1,[{\"t\":\"Plain\",\"c\":[");
	add_times(&wide, STR("woorden") "," SPACE ",", 50);
	buffer_add_string(&wide, SPACE "]}]]," CELL(PLAIN(STR("y"))) "]]");
	add_times(&wide, "," ROW(CELL(PLAIN(STR("z")))), 4000);
	buffer_add_string(&wide, "]]],[" ATTR ",[]]]}]}");
	refused(&bench, "a", buffer_text(&wide), "gave more than 1 MiB");
	buffer_release(&wide);
	bench_release(&bench);
}

static void
a_kind_may_stand_behind_its_content_and_words_be_escaped(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(
		converted(&bench,
			  "{\"blocks\":[{\"c\":[{\"c\":\"\\u201ca\\\"\","
			  "\"t\":\"Str\"}],\"t\":\"Para\"}],"
			  "\"meta\":{\"t\":{\"t\":\"MetaMap\",\"c\":"
			  "{\"c\":{\"t\":\"MetaString\",\"c\":\"b\"}}}}}"),
		"t: c: b\n\n“a\"\n[front-matter t.c: b]\n");
	bench_release(&bench);
}

static void
what_is_no_node_of_a_kind_is_refused(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	refused(&bench, "a",
		TEXT("{\"blocks\":[{\"t\":\"Str\",\"c\":\"x\",\"d\":[]}]}"),
		"no document");
	refused(&bench, "a", TEXT("{\"blocks\":{\"t\":\"Str\"}}"),
		"no document");
	bench_release(&bench);
}

#define NUMBERED(number, style, closing, word) \
	"{\"t\":\"OrderedList\",\"c\":[[" #number ",{\"t\":\"" style \
	"\"},{\"t\":\"" closing "\"}],[[" PLAIN(STR(word)) "]]]}"

static void
an_item_has_the_number_that_it_had(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(
		converted(
			&bench,
			DOCUMENT(
				"",
				NUMBERED(5, "LowerRoman", "Period", "Dijk") "," NUMBERED(
					3, "Decimal", "OneParen",
					"c") "," NUMBERED(1949, "UpperRoman",
							  "Period", "d"))),
		"v. Dijk\n\n3) c\n\nMCMXLIX. d\n[list-item v.: Dijk]\n"
		"[list-item 3): c]\n[list-item MCMXLIX.: d]\n");
	bench_release(&bench);
}

int
main(void)
{
#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, scratch_enter, scratch_leave)
	const struct CMUnitTest tests[] = {
		TEST(a_block_is_a_line_and_a_heading_is_marked),
		TEST(items_and_rows_stand_together),
		TEST(front_matter_is_marked_with_its_fields),
		TEST(a_note_is_furniture_behind_its_paragraph),
		TEST(what_is_no_document_is_refused),
		TEST(divisions_in_divisions_are_read_however_many_a_page_has),
		TEST(a_cell_over_more_columns_than_there_may_be_is_read),
		TEST(cells_over_rows_that_would_fill_the_disk_are_refused),
		TEST(a_kind_may_stand_behind_its_content_and_words_be_escaped),
		TEST(what_is_no_node_of_a_kind_is_refused),
		TEST(an_item_has_the_number_that_it_had),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
