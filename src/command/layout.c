/*
 * `casebook layout`: the layouts that there are, the text of one, checking a
 * file as a layout, running the examples, and what a layout makes of a report,
 * line by line.
 */
#include <assert.h>
#include <string.h>
#include <sys/stat.h>

#include "casebook/base/escape.h"
#include "casebook/extract/expect.h"
#include "command.h"
#include "golden.h"
#include "intake.h"
#include "layout_new.h"
#include "rows.h"
#include "trace.h"
#include "tryout.h"

struct layouting {
	struct session *session;
	struct rules *rules;
};

static void
print_text(struct printer *printer, struct text text)
{
	printer_field(printer, text.len ? FIELD_TEXT : FIELD_NULL, text);
}

static void
layout_list(struct layouting *layouting)
{
	static const char *const columns[] = {"layout", "describes", "kind",
					      "file"};
	const struct layouts *layouts = rules_layouts(layouting->rules);
	struct printer *printer =
		printer_new(rows_format(layouting->session, "table"), stdout,
			    &layouting->session->screen, PRINTER_ONE);

	printer_begin(printer, NULL, columns, 4);
	for (size_t i = 0; i < layouts->n_items; i++) {
		print_text(printer, layouts->items[i].name);
		print_text(printer, layouts->items[i].describes);
		print_text(printer, layouts->items[i].kind);
		print_text(printer, text_of(layouts->items[i].path));
	}
	printer_end(printer);
	printer_free(printer);
}

/* The layout of this name; NULL after a message with the nearest. */
static const struct layout *
find_layout(struct layouting *layouting, const char *name)
{
	const struct layouts *layouts = rules_layouts(layouting->rules);
	const struct layout *layout = layouts_find(layouts, text_of(name));
	struct arena *arena = layouting->session->diagnostics.arena;
	struct text *names;

	if (layout)
		return layout;
	names = arena_alloc(arena, layouts->n_items, sizeof(*names));
	for (size_t i = 0; i < layouts->n_items; i++)
		names[i] = layouts->items[i].name;
	session_refuse(
		layouting->session, "no layout", name,
		suggestion(arena, text_of(name), names, layouts->n_items));
	return NULL;
}

static void
layout_show(struct layouting *layouting)
{
	const struct arguments *words = &layouting->session->arguments;
	const struct layout *layout;
	const struct data *data = &layouting->session->data;
	struct buffer whole = {NULL, 0, 0};

	if (words->n != 2) {
		session_refuse(layouting->session,
			       "one layout must be named behind", "show",
			       "; see: casebook layout list");
		return;
	}
	layout = find_layout(layouting, words->items[1]);
	if (!layout)
		return;
	if (layout->extended) {
		yaml_write(layout->top, &whole);
		fwrite(whole.bytes, 1, whole.len, stdout);
		buffer_release(&whole);
		return;
	}
	for (size_t i = 0; i < data->n_files; i++)
		if (strcmp(data->files[i].path, layout->path) == 0)
			fwrite(data->files[i].text.bytes, 1,
			       data->files[i].text.len, stdout);
}

static bool
is_built_in(const struct session *session, const struct layout *layout)
{
	const struct data *data = &session->data;

	for (size_t i = 0; i < data->n_files; i++)
		if (data->files[i].built_in &&
		    strcmp(data->files[i].path, layout->path) == 0)
			return true;
	return false;
}

/* Prints a line about a layout that loaded; its examples were run. */
static void
print_checked(struct arena *arena, const struct layout *layout,
	      const char *what, int failed, size_t n_examples)
{
	struct text path = escape_text(arena, text_of(what));
	struct text name = escape_text(arena, layout->name);
	char result[64] = "";

	if (n_examples == 0 && failed == 0)
		snprintf(result, sizeof(result), ": nothing was tested");
	else if (failed > 0)
		snprintf(result, sizeof(result), ", of which %d %s", failed,
			 failed == 1 ? "fails" : "fail");
	printf("%s %s: layout %.*s, %zu section%s, %zu example%s%s\n",
	       failed == 0 ? "ok  " : "FAIL", path.bytes, TEXT_ARG(name),
	       layout->n_sections, layout->n_sections == 1 ? "" : "s",
	       n_examples, n_examples == 1 ? "" : "s", result);
}

/*
 * The kinds of project that the codebook has: those of the built-in layouts,
 * parted by commas. Asked before a file is checked, which may take the
 * place of one of them.
 */
static void
list_kinds(struct layouting *layouting, struct buffer *kinds)
{
	const struct layouts *layouts = rules_layouts(layouting->rules);

	for (size_t i = 0; i < layouts->n_items; i++)
		if (is_built_in(layouting->session, &layouts->items[i]))
			buffer_format(kinds, "%s%.*s", kinds->len ? ", " : "",
				      TEXT_ARG(layouts->items[i].kind));
}

static bool
is_listed(struct text list, struct text word)
{
	struct columns_asked items;
	bool found = false;

	columns_asked_init(&items, list.bytes);
	for (size_t i = 0; i < items.n; i++)
		found = found || text_equal(items.items[i], word);
	columns_asked_release(&items);
	return found;
}

/* A layout may have a kind of its own, but seldom has by intention. */
static void
note_kind(struct layouting *layouting, const struct layout *layout,
	  struct text kinds)
{
	struct diagnostics *diagnostics = &layouting->session->diagnostics;

	if (kinds.len == 0 || is_listed(kinds, layout->kind))
		return;
	fflush(stdout);
	diagnose(diagnostics, DIAGNOSTIC_VALUE_UNKNOWN,
		 (struct place){.file = layout->path},
		 "the codebook has no kind %s of project; it has %.*s",
		 diagnostic_quote(diagnostics, layout->kind), TEXT_ARG(kinds));
}

/*
 * Reads a file as a layout, and runs its examples. NULL after messages, each
 * with the line of the file that it is about.
 */
static const struct layout *
check_file(struct layouting *layouting, const char *path, struct text kinds)
{
	struct diagnostics *diagnostics = &layouting->session->diagnostics;
	const struct layouts *layouts = rules_layouts(layouting->rules);
	const struct layout *layout = NULL;
	struct file file;
	size_t n_examples = 0;
	int failed;

	if (file_read(&file, path, FILE_LARGEST, diagnostics) < 0)
		return NULL;
	diagnostics->quoted_file = path;
	diagnostics->quoted = (struct text){file.bytes, file.len};
	if (rules_add_layout(layouting->rules, path, diagnostics->quoted, false,
			     diagnostics) == 0) {
		for (size_t i = 0; i < layouts->n_items; i++)
			if (strcmp(layouts->items[i].path, path) == 0)
				layout = &layouts->items[i];
		assert(layout); /* it was added just now */
		failed = expect_examples(layouting->rules, layout, &n_examples,
					 diagnostics);
		print_checked(diagnostics->arena, layout, path, failed,
			      n_examples);
		note_kind(layouting, layout, kinds);
	} else {
		printf("FAIL %s: no layout\n",
		       escape_text(diagnostics->arena, text_of(path)).bytes);
	}
	diagnostics->quoted_file = NULL;
	file_release(&file);
	return layout;
}

/* Layouts are checked; reports behind one are tried with it. */
static void
layout_check(struct layouting *layouting)
{
	const struct arguments *words = &layouting->session->arguments;
	const struct layout *layout = NULL;
	struct tryout *tryout = NULL;
	struct buffer kinds = {NULL, 0, 0};
	struct file_list list = {.paths = NULL}; /* of reports */

	list_kinds(layouting, &kinds);
	if (words->n < 2)
		session_refuse(layouting->session,
			       "a layout's file must be named behind", "check",
			       "");
	for (size_t i = 1; i < words->n; i++) {
		if (text_ends(text_of(words->items[i]), ".yml") ||
		    text_ends(text_of(words->items[i]), ".yaml") || i == 1) {
			layout = check_file(layouting, words->items[i],
					    buffer_text(&kinds));
			continue;
		}
		if (!layout)
			break;
		file_walk(&list, words->items[i],
			  &layouting->session->diagnostics);
	}
	buffer_release(&kinds);
	if (list.n_paths > 0)
		tryout = tryout_new(layouting->session, layouting->rules,
				    layout);
	for (size_t i = 0; i < list.n_paths; i++)
		tryout_read(tryout, list.paths[i]);
	if (tryout)
		tryout_print(tryout);
	tryout_free(tryout);
	file_list_release(&list);
}

static void
test_examples(struct layouting *layouting, const struct layout *layout)
{
	size_t n_examples;
	int failed = expect_examples(layouting->rules, layout, &n_examples,
				     &layouting->session->diagnostics);

	print_checked(layouting->session->diagnostics.arena, layout,
		      layout->path, failed, n_examples);
}

/* Layouts by name, folders of golden reports; nothing named: all layouts. */
static void
layout_test(struct layouting *layouting)
{
	const struct arguments *words = &layouting->session->arguments;
	const struct layouts *layouts = rules_layouts(layouting->rules);

	for (size_t i = 1; i < words->n; i++) {
		const struct layout *layout;
		struct stat status;

		if (stat(words->items[i], &status) == 0 &&
		    S_ISDIR(status.st_mode)) {
			golden_test(layouting->session, layouting->rules,
				    words->items[i],
				    layouting->session->options.update);
			continue;
		}
		layout = find_layout(layouting, words->items[i]);
		if (layout)
			test_examples(layouting, layout);
	}
	for (size_t i = 0; words->n == 1 && i < layouts->n_items; i++)
		test_examples(layouting, &layouts->items[i]);
}

static const struct layout *
layout_of(struct layouting *layouting, struct report *report)
{
	const char *name = layouting->session->options.layout;

	return name ? find_layout(layouting, name)
		    : rules_recognise(layouting->rules, report);
}

static void
layout_trace(struct layouting *layouting)
{
	const struct arguments *words = &layouting->session->arguments;
	const struct layout *layout;
	struct document document;
	struct report report;

	if (words->n != 2) {
		session_refuse(layouting->session,
			       "one report must be named behind", "trace", "");
		return;
	}
	report_init(&report);
	if (report_read_file(&report, layouting->session, words->items[1],
			     file_stem(words->items[1])) == 0 &&
	    (layout = layout_of(layouting, &report)) != NULL &&
	    extract_document(layouting->rules, layout, &report, &document) == 0)
		trace_print(layouting->session, &document);
	report_release(&report, &layouting->session->diagnostics);
}

static void
layout_draft(struct layouting *layouting)
{
	layout_new(layouting->session, layouting->rules);
}

static const struct verb {
	const char *name;
	void (*run)(struct layouting *layouting);
} verbs[] = {
	{"list", layout_list},	 {"show", layout_show}, {"new", layout_draft},
	{"check", layout_check}, {"test", layout_test}, {"trace", layout_trace},
};

enum { N_VERBS = sizeof(verbs) / sizeof(verbs[0]) };

void
command_layout(struct session *session)
{
	struct layouting layouting = {.session = session};
	const char *word = session->arguments.items[0];
	const struct verb *verb = NULL;
	struct text names[N_VERBS];

	for (size_t i = 0; i < N_VERBS; i++) {
		names[i] = text_of(verbs[i].name);
		if (strcmp(word, verbs[i].name) == 0)
			verb = &verbs[i];
	}
	if (!verb) {
		session_refuse(session, "no such word behind layout:", word,
			       suggestion(session->diagnostics.arena,
					  text_of(word), names, N_VERBS));
		return;
	}
	layouting.rules = rules_new(&session->data, &session->diagnostics);
	if (!layouting.rules)
		return;
	verb->run(&layouting);
	rules_free(layouting.rules);
}
