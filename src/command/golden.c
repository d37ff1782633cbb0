/* Running golden reports: read one, compare with NAME.facts and NAME.diag. */
#include "golden.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook/base/escape.h"
#include "casebook/extract/expect.h"
#include "golden_write.h"
#include "intake.h"

struct golden {
	struct session *session;
	const struct rules *rules;
	struct text base; /* the path without the end of its name */
	struct report report;
	bool update;
};

static struct text
path_of(struct golden *golden, const char *ending)
{
	return arena_format(golden->report.arena, "%.*s%s",
			    TEXT_ARG(golden->base), ending);
}

/* Reads a file of the triple; a missing one is empty. */
static int
read_part(struct golden *golden, const char *ending, struct file *file)
{
	struct text path = path_of(golden, ending);

	*file = (struct file){.path = NULL};
	if (access(path.bytes, F_OK) != 0)
		return 0;
	return file_read(file, path.bytes, FILE_LARGEST,
			 &golden->session->diagnostics);
}

static int
compare_facts(struct golden *golden)
{
	struct diagnostics *diagnostics = &golden->session->diagnostics;
	struct text path = path_of(golden, ".facts");
	const struct yaml *expected;
	struct file file;
	int wrong = -1;

	if (read_part(golden, ".facts", &file) < 0)
		return -1;
	if (file.len == 0) {
		diagnose(diagnostics, DIAGNOSTIC_EXAMPLE_FAILED,
			 (struct place){.file = path.bytes},
			 "no expected facts beside the report");
	} else {
		expected = yaml_parse(golden->report.arena, path.bytes,
				      (struct text){file.bytes, file.len},
				      diagnostics);
		if (expected)
			wrong = expect_facts(expected, &golden->report,
					     diagnostics);
	}
	file_release(&file);
	return wrong;
}

static int
compare_remarks(struct golden *golden)
{
	struct buffer lines = {NULL, 0, 0};
	struct text path = path_of(golden, ".diag");
	struct file file;
	int wrong = 0;

	if (read_part(golden, ".diag", &file) < 0)
		return -1;
	golden_remarks(&lines, &golden->report);
	if (!text_equal(
		    buffer_text(&lines),
		    (struct text){file.bytes ? file.bytes : "", file.len})) {
		diagnose(&golden->session->diagnostics,
			 DIAGNOSTIC_EXAMPLE_FAILED,
			 (struct place){.file = path.bytes},
			 "other remarks were expected; these came: %s",
			 diagnostic_quote(&golden->session->diagnostics,
					  buffer_text(&lines)));
		wrong = 1;
	}
	buffer_release(&lines);
	file_release(&file);
	return wrong;
}

static bool
fits_no_layout(const struct golden *golden)
{
	const struct diagnostics *found = &golden->report.diagnostics;

	for (size_t i = 0; i < found->n_items; i++)
		if (found->items[i].code == DIAGNOSTIC_NO_LAYOUT)
			return true;
	return false;
}

/* Without a layout there is nothing to compare. */
static int
refuse_unfit(struct golden *golden, const char *path)
{
	diagnose(&golden->session->diagnostics, DIAGNOSTIC_EXAMPLE_FAILED,
		 (struct place){.file = path},
		 "no layout fits; is --data missing?");
	return -1;
}

static void
write_found(struct golden *golden, int wrong, int remarks)
{
	struct buffer out = {NULL, 0, 0};

	if (wrong != 0) {
		golden_facts(&out, &golden->report);
		golden_write(golden->report.arena, path_of(golden, ".facts"),
			     buffer_text(&out), &golden->session->diagnostics);
	}
	buffer_clear(&out);
	if (remarks != 0) {
		golden_remarks(&out, &golden->report);
		golden_write(golden->report.arena, path_of(golden, ".diag"),
			     buffer_text(&out), &golden->session->diagnostics);
	}
	buffer_release(&out);
}

/* Without ".txt", ".docx" and so on. */
static struct text
base_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *dot = strrchr(slash ? slash : path, '.');
	struct text whole = text_of(path);

	return dot ? text_sub(whole, 0, (size_t)(dot - path)) : whole;
}

/* Plain text is one; of another form, what has facts beside it. */
static bool
is_golden_report(const char *path)
{
	struct text base = base_of(path);
	struct text ending =
		text_sub(text_of(path), base.len, text_of(path).len);
	struct buffer facts = {NULL, 0, 0};
	bool found;

	if (text_is(ending, ".txt"))
		return true;
	if (ending.len == 0 || text_is(ending, ".facts") ||
	    text_is(ending, ".diag") || text_is(ending, ".new"))
		return false;
	buffer_add(&facts, base);
	buffer_add_string(&facts, ".facts");
	found = access(facts.bytes, F_OK) == 0;
	buffer_release(&facts);
	return found;
}

static void
test_one(struct golden *golden, const char *path)
{
	int wrong = -1, remarks = -1;

	golden->base = base_of(path);
	report_init(&golden->report);
	if (report_read_file(&golden->report, golden->session, path,
			     file_stem(path)) == 0 &&
	    extract_report(golden->rules, NULL, &golden->report) == 0)
		wrong = compare_facts(golden);
	if (fits_no_layout(golden))
		wrong = refuse_unfit(golden, path);
	else
		remarks = compare_remarks(golden);
	if (golden->update && golden->report.n_projects > 0)
		write_found(golden, wrong, remarks);
	printf("%s %s\n", wrong == 0 && remarks == 0 ? "ok  " : "FAIL",
	       escape_text(golden->session->diagnostics.arena, text_of(path))
		       .bytes);
	report_release(&golden->report, &golden->session->diagnostics);
}

void
golden_test(struct session *session, const struct rules *rules,
	    const char *folder, bool update)
{
	struct golden golden = {
		.session = session, .rules = rules, .update = update};
	struct file_list list = {NULL, 0, 0};
	size_t n = 0;

	if (file_walk(&list, folder, &session->diagnostics) == 0) {
		for (size_t i = 0; i < list.n_paths; i++) {
			if (!is_golden_report(list.paths[i]))
				continue;
			test_one(&golden, list.paths[i]);
			n++;
		}
		if (n == 0)
			diagnose(
				&session->diagnostics, DIAGNOSTIC_NOT_FOUND,
				(struct place){.file = folder},
				"no report with NAME.facts in this folder; for "
				"one that is not NAME.txt, make NAME.facts "
				"first (an empty file will do)");
	}
	file_list_release(&list);
}
