/*
 * What a layout makes of reports, for who writes it: counts over all of them,
 * printed as three lists. Nothing here is wrong by itself; a heading that is
 * never seen may be rare.
 */
#include "tryout.h"

#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/text/fold.h"
#include "intake.h"

enum { MOST_LINES = 20, LONGEST = 70 };

/* A line that no section claims, by its letters. */
struct unclaimed {
	struct text letters, words;
	const char *file;
	size_t line; /* from 1 */
	size_t times;
};

struct tryout {
	struct session *session;
	const struct rules *rules;
	const struct layout *layout;
	struct arena *arena;
	size_t *seen;	/* by section: passages with its heading */
	size_t *filled; /* of these, with something to read */
	size_t n_reports, n_projects;
	struct unclaimed *lines; /* owned */
	size_t n_lines, capacity;
};

struct tryout *
tryout_new(struct session *session, const struct rules *rules,
	   const struct layout *layout)
{
	struct tryout *tryout = memory_new(1, sizeof(*tryout));

	*tryout = (struct tryout){.session = session,
				  .rules = rules,
				  .layout = layout,
				  .arena = arena_new()};
	tryout->seen = arena_alloc(tryout->arena, layout->n_sections + 1,
				   sizeof(*tryout->seen));
	tryout->filled = arena_alloc(tryout->arena, layout->n_sections + 1,
				     sizeof(*tryout->filled));
	return tryout;
}

void
tryout_free(struct tryout *tryout)
{
	free(tryout->lines);
	arena_free(tryout->arena);
	free(tryout);
}

/* --- reading ---------------------------------------------------------------*/

static void
add_line(struct tryout *tryout, const char *path, struct text words,
	 size_t line)
{
	struct unclaimed it = {
		.letters = fold_letters(tryout->arena, words),
		.words = arena_text(tryout->arena, words),
		.file = path,
		.line = line + 1,
		.times = 1,
	};

	if (it.letters.len == 0)
		return;
	tryout->lines = array_grow(tryout->lines, tryout->n_lines,
				   &tryout->capacity, sizeof(it));
	tryout->lines[tryout->n_lines++] = it;
}

/* In a contents table, or under a section that holds nothing by the layout. */
static bool
is_claimed(const struct document *document, size_t passage)
{
	const struct passage *it = &document->report->passages[passage];

	if (document->parts[passage].title)
		return true;
	if (it->project != NO_PROJECT)
		return document->parts[passage].section != NO_SECTION;
	return !text_is(it->section, "front") && !text_is(it->section, "back");
}

static void
look_at(struct tryout *tryout, const char *path, struct document *document)
{
	const struct report *report = document->report;

	for (size_t i = 0; i < report->n_passages; i++) {
		size_t section = document->parts[i].section, line, end;
		struct span span = report->passages[i].span;

		if (section != NO_SECTION) {
			tryout->seen[section]++;
			tryout->filled[section] +=
				document_reading(document, i)->text.len > 0;
		}
		if (is_claimed(document, i))
			continue;
		/* A cell of a column, or a field, that is not asked for. */
		if (report->passages[i].body.len == 0 &&
		    report->passages[i].heading.len > 0) {
			add_line(tryout, path, report->passages[i].heading,
				 document_line(document, span.offset) - 1);
			continue;
		}
		document_lines(document, span, &line, &end);
		for (; line < end; line++)
			if (document->lines[line].start >= span.offset &&
			    !document->lines[line].blank &&
			    !document->lines[line].furniture)
				add_line(tryout, path,
					 document_line_reading(document, line)
						 ->text,
					 line);
	}
}

void
tryout_read(struct tryout *tryout, const char *path)
{
	struct document document;
	struct report report;

	report_init(&report);
	if (report_read_file(&report, tryout->session, path, file_stem(path)) ==
		    0 &&
	    extract_document(tryout->rules, tryout->layout, &report,
			     &document) == 0) {
		look_at(tryout, path, &document);
		tryout->n_reports++;
		tryout->n_projects += report.n_projects;
	}
	report_release(&report, &tryout->session->diagnostics);
}

/* --- printing --------------------------------------------------------------*/

static void
print_words(struct text words)
{
	struct buffer line = {NULL, 0, 0};
	struct text cut = escape_cut(words, LONGEST);

	escape_terminal(&line, cut);
	if (cut.len < words.len)
		buffer_add_string(&line, "…");
	fwrite(line.bytes, 1, line.len, stdout);
	buffer_release(&line);
}

static void
print_section(const struct tryout *tryout, size_t i)
{
	const struct section *section = &tryout->layout->sections[i];

	printf("  %s:%zu: ", section->where.file, section->where.line);
	print_words(section->name);
	for (size_t j = 0; j < section->n_forms; j++) {
		fputs(j ? ", " : ": ", stdout);
		print_words(section->forms[j].words);
	}
	putchar('\n');
}

/* The sections of a kind, below a line that says which; nothing for none. */
static void
print_sections(const struct tryout *tryout, const char *what, bool unseen)
{
	bool any = false;

	for (size_t i = 0; i < tryout->layout->n_sections; i++) {
		const struct section *section = &tryout->layout->sections[i];
		bool is = unseen ? tryout->seen[i] == 0 && section->n_forms > 0
				 : tryout->seen[i] > 0 &&
					   tryout->filled[i] == 0 &&
					   section->n_holds > 0;

		if (!is)
			continue;
		if (!any)
			puts(what);
		any = true;
		print_section(tryout, i);
	}
}

static int
compare_letters(const void *a, const void *b)
{
	const struct unclaimed *x = a, *y = b;
	int order = text_compare(x->letters, y->letters);

	if (order)
		return order;
	order = strcmp(x->file, y->file);
	if (order)
		return order;
	return (x->line > y->line) - (x->line < y->line);
}

static int
compare_times(const void *a, const void *b)
{
	const struct unclaimed *x = a, *y = b;
	int order;

	if (x->times != y->times)
		return x->times > y->times ? -1 : 1;
	order = strcmp(x->file, y->file);
	if (order)
		return order;
	return (x->line > y->line) - (x->line < y->line);
}

/* Equal lines become one, counted. */
static void
count_lines(struct tryout *tryout)
{
	size_t n = 0;

	if (tryout->n_lines == 0)
		return;
	qsort(tryout->lines, tryout->n_lines, sizeof(*tryout->lines),
	      compare_letters);
	for (size_t i = 0; i < tryout->n_lines; i++) {
		if (n > 0 && text_equal(tryout->lines[n - 1].letters,
					tryout->lines[i].letters))
			tryout->lines[n - 1].times++;
		else
			tryout->lines[n++] = tryout->lines[i];
	}
	tryout->n_lines = n;
	qsort(tryout->lines, n, sizeof(*tryout->lines), compare_times);
}

void
tryout_print(struct tryout *tryout)
{
	size_t n;

	printf("%zu %s, %zu %s\n", tryout->n_reports,
	       tryout->n_reports == 1 ? "report" : "reports",
	       tryout->n_projects,
	       tryout->n_projects == 1 ? "project" : "projects");
	print_sections(tryout, "headings never seen:", true);
	print_sections(tryout, "sections that stay empty:", false);
	count_lines(tryout);
	if (tryout->n_lines > 0)
		puts("text that no section claims, most frequent first:");
	n = tryout->n_lines < MOST_LINES ? tryout->n_lines : MOST_LINES;
	for (size_t i = 0; i < n; i++) {
		const struct unclaimed *it = &tryout->lines[i];

		printf("  %zu x  %s:%zu: ", it->times, it->file, it->line);
		print_words(it->words);
		putchar('\n');
	}
	if (n < tryout->n_lines)
		printf("  and %zu other lines\n", tryout->n_lines - n);
}
