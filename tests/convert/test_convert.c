/*
 * What converters give, on its way to text and marks. The converter here is
 * cat: the document is what another would have answered.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "../support/scratch.h"
#include "casebook/convert/convert.h"

/* The arguments are what cat wants, so none. */
static const char formats[] =
	"programs:\n"
	"  /bin/cat: {gives: pandoc-json}\n"
	"  /usr/bin/cat: {gives: pdf-boxes}\n"
	"formats:\n"
	"  a/pandoc: {begins: ['{'], program: /bin/cat, unseen: [secret]}\n"
	"  a/boxes: {begins: ['<doc'], program: /usr/bin/cat}\n"
	"  a/zip: {holds: word/x.xml, files: [.x], program: /bin/cat}\n"
	"  a/mime: {mimetype: a/mime, program: /bin/cat}\n";

struct bench {
	struct data data;
	struct converters *converters;
	struct report report;
	struct buffer told; /* text, then marks */
};

static void
bench_init(struct bench *bench)
{
	struct diagnostics diagnostics;

	*bench = (struct bench){.converters = NULL};
	assert_int_equal(mkdir("data", 0777), 0);
	assert_int_equal(mkdir("data/converters", 0777), 0);
	scratch_put("data/converters/test.yml", formats);
	diagnostics_init(&diagnostics, true);
	assert_int_equal(data_open(&bench->data, "data", &diagnostics), 0);
	bench->converters = converters_new(&bench->data, &diagnostics);
	assert_non_null(bench->converters);
	diagnostics_release(&diagnostics);
}

static void
bench_clear(struct bench *bench)
{
	if (!bench->report.arena)
		return;
	diagnostics_release(&bench->report.diagnostics);
	arena_free(bench->report.arena);
	bench->report = (struct report){.arena = NULL};
}

static void
bench_release(struct bench *bench)
{
	bench_clear(bench);
	buffer_release(&bench->told);
	converters_free(bench->converters);
	data_close(&bench->data);
}

static int
convert_as(struct bench *bench, const char *path, struct text bytes)
{
	bench_clear(bench);
	bench->report =
		(struct report){.arena = arena_new(), .path = text_of(path)};
	diagnostics_init(&bench->report.diagnostics, false);
	return convert_report(bench->converters, bytes, &bench->report);
}

/* The text, and a line "kind value: words" for each mark. */
static const char *
converted(struct bench *bench, const char *document)
{
	struct report *report = &bench->report;

	assert_int_equal(convert_as(bench, "a", text_of(document)), 0);
	buffer_clear(&bench->told);
	buffer_add(&bench->told, report->text);
	for (size_t i = 0; i < report->n_marks; i++) {
		struct text words =
			text_at(report->text, report->marks[i].span);

		buffer_format(&bench->told, "[%s %.*s: %.*s]\n",
			      mark_kind_name(report->marks[i].kind),
			      TEXT_ARG(report->marks[i].value),
			      TEXT_ARG(words));
	}
	return bench->told.bytes;
}

static void
refused(struct bench *bench, const char *path, struct text bytes,
	const char *words)
{
	assert_int_equal(convert_as(bench, path, bytes), -1);
	assert_int_equal(bench->report.diagnostics.n_items, 1);
	assert_non_null(strstr(bench->report.diagnostics.items[0].message.bytes,
			       words));
}

#define DOCUMENT(meta, blocks) \
	"{\"pandoc-api-version\":[1,22],\"meta\":{" meta \
	"},\"blocks\":[" blocks "]}"
#define STR(word) "{\"t\":\"Str\",\"c\":\"" word "\"}"
#define SPACE "{\"t\":\"Space\"}"
#define ATTR "[\"\",[],[]]"
#define PLAIN(inlines) "{\"t\":\"Plain\",\"c\":[" inlines "]}"
#define PARA(inlines) "{\"t\":\"Para\",\"c\":[" inlines "]}"
#define CELL(blocks) "[" ATTR ",{\"t\":\"AlignDefault\"},1,1,[" blocks "]]"
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

/* A word in its box, in points; no word: another block, or page ("page"). */
struct boxed {
	const char *word;
	int left, top, right, bottom;
};

static const char *
boxed(struct bench *bench, const struct boxed *words, size_t n)
{
	struct buffer boxes = {NULL, 0, 0};
	const char *told;

	buffer_add_string(&boxes, "<doc><page><block>");
	for (size_t i = 0; i < n; i++) {
		if (words[i].right > 0)
			buffer_format(&boxes,
				      "<word xMin=\"%d\" yMin=\"%d\" "
				      "xMax=\"%d\" yMax=\"%d\">%s</word>",
				      words[i].left, words[i].top,
				      words[i].right, words[i].bottom,
				      words[i].word);
		else
			buffer_format(&boxes, "</block>%s<block>",
				      *words[i].word ? "</page><page>" : "");
	}
	buffer_add_string(&boxes, "</block></page></doc>");
	told = converted(bench, boxes.bytes);
	buffer_release(&boxes);
	return told;
}

#define BOXED(bench, words) \
	boxed(&bench, words, sizeof(words) / sizeof((words)[0]))

static void
a_full_line_goes_on_and_a_short_one_does_not(void **state)
{
	static const struct boxed words[] = {
		{"Een", 10, 10, 50, 20},    {"volle", 53, 10, 98, 20},
		{"regel.", 10, 22, 40, 32}, {"Kort", 10, 34, 40, 44},
		{"en", 10, 46, 20, 56},	    {"", 0, 0, 0, 0},
		{"Ver", 10, 90, 40, 100},
	};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(BOXED(bench, words),
			    "Een volle regel.\nKort\nen\n\nVer\n");
	bench_release(&bench);
}

static void
a_form_feed_parts_pages_and_ligatures_are_letters(void **state)
{
	static const struct boxed words[] = {
		{"o\xEF\xAC\x83"
		 "ce.",
		 10, 10, 50, 20},
		{"page", 0, 0, 0, 0},
		{"Twee", 10, 10, 50, 20},
	};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(BOXED(bench, words), "office.\n\n\fTwee\n");
	bench_release(&bench);
}

static void
a_full_last_line_goes_on_on_the_next_page(void **state)
{
	static const struct boxed words[] = {
		{"Een", 10, 10, 50, 20},
		{"volle", 53, 10, 98, 20},
		{"page", 0, 0, 0, 0},
		{"express.", 10, 10, 50, 20},
	};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(BOXED(bench, words), "Een volle \fexpress.\n");
	bench_release(&bench);
}

static void
words_of_a_row_stand_on_a_line_with_gaps(void **state)
{
	static const struct boxed words[] = {
		{"Naam", 10, 10, 50, 20},
		{"", 0, 0, 0, 0},
		{"8", 200, 10, 250, 20},
	};
	struct bench bench;

	(void)state;
	bench_init(&bench);
	assert_string_equal(BOXED(bench, words), "Naam    8\n");
	bench_release(&bench);
}

static void
a_name_cannot_promise_what_the_content_is_not(void **state)
{
	struct bench bench;

	(void)state;
	bench_init(&bench);
	refused(&bench, "b.x", TEXT("plain"), "named .x but does not look");
	refused(&bench, "b.pdf", TEXT("<!DOCTYPE HTML>"),
		"named .pdf but looks like HTML");
	refused(&bench, "b.txt", TEXT("\xEF\xBB\xBF \n<!-- x --><html>"),
		"named .txt but looks like HTML");
	assert_int_equal(convert_as(&bench, "b.txt", TEXT("plain")), 0);
	assert_true(text_is(bench.report.media_type, "text/plain"));
	assert_true(text_is(bench.report.text, "plain"));
	bench_release(&bench);
}

static void
a_damaged_zip_is_no_format(void **state)
{
	static const char zip[] = "PK\003\004\024\0\0\0\0\0\0\0\0\0\0\0\0\0\6\0"
				  "\0\0\6\0\0\0\010\0\0\0mimetypea/mime";
	struct bench bench;

	(void)state;
	bench_init(&bench);
	/* Known by its first member; what cat gives of it is no JSON. */
	refused(&bench, "b", (struct text){zip, sizeof(zip) - 1}, "cat");
	for (size_t len = 4; len < sizeof(zip) - 1; len++)
		refused(&bench, "b", (struct text){zip, len}, "zip archive");
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
		TEST(a_full_line_goes_on_and_a_short_one_does_not),
		TEST(a_form_feed_parts_pages_and_ligatures_are_letters),
		TEST(a_full_last_line_goes_on_on_the_next_page),
		TEST(words_of_a_row_stand_on_a_line_with_gaps),
		TEST(a_name_cannot_promise_what_the_content_is_not),
		TEST(a_damaged_zip_is_no_format),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
