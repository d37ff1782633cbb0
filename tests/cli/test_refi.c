/*
 * What `casebook export --format refi-qda` hands over, read as another program
 * reads it: unzipped, parsed, and each coding looked up in the text by counting
 * characters. Expected places are counted here from the public views alone.
 */
#include <errno.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <zip.h>

#include "casebook/base/file.h"
#include "casebook/store/query.h"
#include "casebook/store/store.h"

#include "../support/scratch.h"

enum { FEWEST_FACTS = 900 }; /* that a sample of 47 projects has */

/* A code on characters of a source's text. */
struct coding {
	struct text source, code, words;
	size_t from, to;
	bool expected;
};

struct opened {
	struct diagnostics diagnostics;
	struct arena *arena;
	struct store *store;
	zip_t *zip;
	xmlDocPtr project;
	struct coding *codings;
	size_t n_codings, capacity;
};

static int
run(const char *program, const char *const *arguments)
{
	int status = -1;
	pid_t child = fork();

	if (child == 0) {
		execv(program, (char *const *)(uintptr_t)arguments);
		_exit(127);
	}
	if (child == -1 || waitpid(child, &status, 0) == -1)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
make_casebook(const char *program, const char *folder)
{
	const char *const ingest[] = {program,	"--db", "c.db",
				      "ingest", folder, NULL};
	const char *const export[] = {program,	  "--db",     "c.db",
				      "export",	  "--format", "refi-qda",
				      "--output", "c.qdpx",   NULL};

	assert_int_equal(run(program, ingest), 0);
	assert_int_equal(run(program, export), 0);
}

/* --- as another program reads it ------------------------------------------ */

static struct text
read_entry(struct opened *opened, const char *name)
{
	zip_file_t *file = zip_fopen(opened->zip, name, 0);
	char bytes[BUFSIZ];
	struct buffer all = {NULL, 0, 0};
	struct text kept;
	zip_int64_t n;

	if (!file)
		fail_msg("the zip holds no %s", name);
	while ((n = zip_fread(file, bytes, sizeof(bytes))) > 0)
		buffer_add(&all, (struct text){bytes, (size_t)n});
	assert_int_equal(n, 0);
	zip_fclose(file);
	kept = arena_text(opened->arena, buffer_text(&all));
	buffer_release(&all);
	return kept;
}

static bool
is_element(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	       strcmp((const char *)node->name, name) == 0;
}

static struct text
attribute(struct opened *opened, const xmlNode *node, const char *name)
{
	xmlChar *value =
		xmlGetProp((xmlNode *)(uintptr_t)node, (const xmlChar *)name);
	struct text kept = TEXT("");

	if (value)
		kept = arena_text(opened->arena, text_of((const char *)value));
	xmlFree(value);
	return kept;
}

static const xmlNode *
child(const xmlNode *node, const char *name)
{
	for (node = node->children; node; node = node->next)
		if (is_element(node, name))
			return node;
	return NULL;
}

/* The code of a GUID, somewhere below a node; NULL when there is none. */
static const xmlNode *
find_code(struct opened *opened, const xmlNode *node, struct text guid)
{
	for (node = node->children; node; node = node->next) {
		const xmlNode *found;

		if (!is_element(node, "Code"))
			continue;
		if (text_equal(attribute(opened, node, "guid"), guid))
			return node;
		found = find_code(opened, node, guid);
		if (found)
			return found;
	}
	return NULL;
}

static struct text
name_of_code(struct opened *opened, struct text guid)
{
	const xmlNode *root = xmlDocGetRootElement(opened->project);
	const xmlNode *codes = child(child(root, "CodeBook"), "Codes");
	const xmlNode *code = find_code(opened, codes, guid);

	if (!code)
		fail_msg("no code has the GUID %s", guid.bytes);
	assert_true(text_is(attribute(opened, code, "isCodable"), "true"));
	return attribute(opened, code, "name");
}

/* How many characters (code points) there are; text.bytes is UTF-8. */
static size_t
count(struct text text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
	return n;
}

/* The byte at which a character begins. */
static size_t
find_byte(struct text text, size_t character)
{
	size_t at = 0, n = 0;

	for (; at < text.len; at++) {
		n += ((unsigned char)text.bytes[at] & 0xC0) != 0x80;
		if (n > character)
			break;
	}
	return at;
}

static struct text
cut(struct text text, size_t from, size_t to)
{
	size_t begin = find_byte(text, from);

	return text_sub(text, begin, find_byte(text, to) - begin);
}

static size_t
number(struct text digits)
{
	return (size_t)strtoull(digits.bytes, NULL, 10);
}

static void
read_selection(struct opened *opened, struct text source, struct text text,
	       const xmlNode *selection)
{
	size_t from = number(attribute(opened, selection, "startPosition"));
	size_t to = number(attribute(opened, selection, "endPosition"));

	assert_true(from < to);
	for (const xmlNode *node = selection->children; node;
	     node = node->next) {
		struct coding coding = {.source = source};

		if (!is_element(node, "Coding"))
			continue;
		coding.code = name_of_code(
			opened, attribute(opened, child(node, "CodeRef"),
					  "targetGUID"));
		coding.from = from;
		coding.to = to;
		if (to - from < 1000)
			coding.words = cut(text, from, to);
		opened->codings = array_grow(opened->codings, opened->n_codings,
					     &opened->capacity, sizeof(coding));
		opened->codings[opened->n_codings++] = coding;
	}
}

static void
read_sources(struct opened *opened)
{
	const xmlNode *root = xmlDocGetRootElement(opened->project);

	for (const xmlNode *node = child(root, "Sources")->children; node;
	     node = node->next) {
		struct text path, text;

		if (!is_element(node, "TextSource"))
			continue;
		path = attribute(opened, node, "plainTextPath");
		assert_true(text_starts(path, "internal://"));
		text = read_entry(opened,
				  arena_format(opened->arena, "Sources/%s",
					       path.bytes + 11)
					  .bytes);
		for (const xmlNode *item = node->children; item;
		     item = item->next)
			if (is_element(item, "PlainTextSelection"))
				read_selection(opened,
					       attribute(opened, node, "name"),
					       text, item);
	}
}

static void
opened_init(struct opened *opened)
{
	struct text xml;

	*opened = (struct opened){.arena = arena_new()};
	diagnostics_init(&opened->diagnostics, true);
	opened->store = store_open("c.db", &opened->diagnostics);
	opened->zip = zip_open("c.qdpx", ZIP_RDONLY, NULL);
	assert_non_null(opened->store);
	assert_non_null(opened->zip);
	xml = read_entry(opened, "project.qde");
	opened->project =
		xmlReadMemory(xml.bytes, (int)xml.len, "project.qde", NULL, 0);
	assert_non_null(opened->project);
	read_sources(opened);
}

static void
opened_release(struct opened *opened)
{
	free(opened->codings);
	xmlFreeDoc(opened->project);
	zip_discard(opened->zip);
	store_close(opened->store);
	diagnostics_release(&opened->diagnostics);
	arena_free(opened->arena);
}

/* --- what the public views say -------------------------------------------- */

/* Each fact with the name of its code; evidence, where it is the whole fact. */
static const char facts_sql[] =
	"SELECT source, offset, length, theme AS code FROM themes UNION ALL "
	"SELECT source, offset, length, level || ': ' || stance "
	"FROM participation UNION ALL "
	"SELECT source, offset, length, object || ': ' || moment "
	"FROM measurements UNION ALL "
	"SELECT source, offset, length, role FROM involvements UNION ALL "
	"SELECT source, offset, length, kind FROM phases UNION ALL "
	"SELECT source, offset, length, 'place' FROM places UNION ALL "
	"SELECT source, offset, length, 'adviser' FROM advisers UNION ALL "
	"SELECT source, offset, length, 'quote' FROM quotes UNION ALL "
	"SELECT source, offset, length, \"column\" FROM evidence "
	"WHERE fact = 'projects' UNION ALL "
	"SELECT source, min(passages.offset), sum(length), project "
	"FROM passages WHERE project IS NOT NULL GROUP BY source, project "
	"ORDER BY 1";

static const char evidence_sql[] =
	"SELECT evidence.source, evidence.offset, evidence.length, text "
	"FROM evidence JOIN places USING (project, offset, length) "
	"WHERE fact = 'places' UNION ALL "
	"SELECT evidence.source, evidence.offset, evidence.length, text "
	"FROM evidence JOIN themes USING (project, offset, length) "
	"WHERE fact = 'themes' UNION ALL "
	"SELECT source, offset, length, text FROM evidence "
	"WHERE fact = 'projects' "
	"ORDER BY 1";

static struct query *
prepare(struct opened *opened, const char *sql)
{
	struct query *query =
		query_new(opened->store, text_of(sql), &opened->diagnostics);

	assert_non_null(query);
	return query;
}

/* The text as it is handed over: no mark at its start, lines ended by LF. */
static struct text
made_plain(struct opened *opened, struct text text, bool first)
{
	struct buffer plain = {NULL, 0, 0};
	size_t i = first && text_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
	struct text kept;

	for (; i < text.len; i++)
		if (text.bytes[i] != '\r')
			buffer_add_byte(&plain, text.bytes[i]);
		else if (i + 1 == text.len || text.bytes[i + 1] != '\n')
			buffer_add_byte(&plain, '\n');
	kept = arena_text(opened->arena, buffer_text(&plain));
	buffer_release(&plain);
	return kept;
}

static struct text
source_text(struct opened *opened, struct text source)
{
	struct query *query = prepare(
		opened, "SELECT text FROM passages WHERE source = :source "
			"ORDER BY ordinal");
	struct buffer all = {NULL, 0, 0};
	struct text kept;

	query_bind_text(query, ":source", source);
	while (query_step(query) == 1)
		buffer_add(&all, query_text(query, 0));
	query_free(query);
	kept = arena_text(opened->arena, buffer_text(&all));
	buffer_release(&all);
	return kept;
}

/* The coding of a code (any, when code is empty) on these characters. */
static struct coding *
find_coding(struct opened *opened, struct text source, size_t from, size_t to,
	    struct text code)
{
	for (size_t i = 0; i < opened->n_codings; i++) {
		struct coding *coding = &opened->codings[i];

		if (coding->from == from && coding->to == to &&
		    text_equal(coding->source, source) &&
		    (code.len == 0 || text_equal(coding->code, code)))
			return coding;
	}
	fail_msg("%.*s: %zu to %zu is not coded %.*s", TEXT_ARG(source), from,
		 to, TEXT_ARG(code));
	return NULL;
}

/*
 * Each row's coding stands where counting in the views' text finds the row.
 * is_evidence: the fourth column is its words, else its code.
 */
static size_t
look_up(struct opened *opened, const char *sql, bool is_evidence)
{
	struct query *row = prepare(opened, sql);
	struct text source = TEXT(""), text = TEXT("");
	size_t n = 0;

	for (; query_step(row) == 1; n++) {
		size_t offset = (size_t)query_integer(row, 1);
		size_t len = (size_t)query_integer(row, 2);
		struct text last = query_text(row, 3), words;
		struct coding *coding;
		size_t from;

		if (query_type(row, 1) == CELL_NULL)
			continue;
		if (!text_equal(query_text(row, 0), source)) {
			source = arena_text(opened->arena, query_text(row, 0));
			text = source_text(opened, source);
		}
		from = count(
			made_plain(opened, text_sub(text, 0, offset), true));
		words = made_plain(opened, text_sub(text, offset, len),
				   offset == 0);
		coding = find_coding(opened, source, from, from + count(words),
				     is_evidence ? TEXT("") : last);
		coding->expected = true;
		if (is_evidence)
			words = made_plain(opened, last, offset == 0);
		if (coding->words.len)
			assert_true(text_equal(coding->words, words));
	}
	query_free(row);
	return n;
}

static void
check_handed_over(void)
{
	struct opened opened;

	opened_init(&opened);
	assert_true(look_up(&opened, facts_sql, false) > FEWEST_FACTS);
	assert_true(look_up(&opened, evidence_sql, true) > 100);
	for (size_t i = 0; i < opened.n_codings; i++)
		if (!opened.codings[i].expected)
			fail_msg("%.*s: no fact is %.*s at %zu",
				 TEXT_ARG(opened.codings[i].source),
				 TEXT_ARG(opened.codings[i].code),
				 opened.codings[i].from);
	opened_release(&opened);
}

/* The program and the folder's real path; skips where they are not at hand. */
static const char *
find_program(const char *folder, char *path)
{
	const char *program = getenv("CASEBOOK");

	if (program && realpath(folder, path))
		return program;
	print_message("no program, or no %s: skipped\n", folder);
	skip();
	return NULL;
}

static void
hand_over(const char *folder)
{
	char path[PATH_MAX];
	const char *program = find_program(folder, path);
	void *scratch = NULL;

	assert_int_equal(scratch_enter(&scratch), 0);
	make_casebook(program, path);
	check_handed_over();
	assert_int_equal(scratch_leave(&scratch), 0);
}

static void
every_fact_of_the_digests_is_a_coding_at_its_place(void **state)
{
	(void)state;
	hand_over("data/reports");
}

static void
every_fact_of_the_originals_is_a_coding_at_its_place(void **state)
{
	const char *folder = getenv("CASEBOOK_ORIGINALS");

	(void)state;
	hand_over(folder && *folder ? folder : "../shared/reports");
}

/*
 * A report as a Windows editor saves it, with a character of four bytes behind
 * some words, and a control character that XML cannot hold.
 */
static void
write_oddly(const char *from, const char *to)
{
	static const char word[] = " de ";
	struct diagnostics diagnostics;
	struct buffer odd = {NULL, 0, 0};
	struct file file;

	diagnostics_init(&diagnostics, true);
	assert_int_equal(file_read(&file, from, FILE_LARGEST, &diagnostics), 0);
	buffer_add_string(&odd, "\xEF\xBB\xBF");
	for (size_t i = 0; i < file.len; i++) {
		struct text rest = {file.bytes + i, file.len - i};

		if (text_starts(rest, "\n"))
			buffer_add_byte(&odd, '\r');
		buffer_add_byte(&odd, file.bytes[i]);
		if (text_starts(rest, word))
			buffer_add_string(&odd, "\xF0\x9F\x98\x80\x01 ");
	}
	scratch_put(to, odd.bytes);
	buffer_release(&odd);
	file_release(&file);
	diagnostics_release(&diagnostics);
}

static void
line_ends_marks_and_long_characters_move_no_coding(void **state)
{
	char path[PATH_MAX];
	const char *program =
		find_program("data/reports/jso-43-proeftuinen.txt", path);
	void *scratch = NULL;

	(void)state;
	assert_int_equal(scratch_enter(&scratch), 0);
	assert_int_equal(mkdir("odd", 0777), 0);
	write_oddly(path, "odd/jso-43-proeftuinen.txt");
	make_casebook(program, "odd");
	check_handed_over();
	assert_int_equal(scratch_leave(&scratch), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			every_fact_of_the_digests_is_a_coding_at_its_place),
		cmocka_unit_test(
			every_fact_of_the_originals_is_a_coding_at_its_place),
		cmocka_unit_test(
			line_ends_marks_and_long_characters_move_no_coding),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
