/*
 * Printing hits. For reading, a project's title stands above the sections in
 * which something was found, with the words marked; as data each section is a
 * row.
 */
#include "found.h"

#include <stdlib.h>

#include "casebook/base/escape.h"
#include "rows.h"
#include "snippet.h"

enum {
	MOST_SECTIONS = 3,   /* shown of a project */
	SNIPPET_WIDTH = 210, /* bytes */
	SECTION_INDENT = 2,  /* columns */
	SNIPPET_INDENT = 4,
};

/* What the functions below share. */
struct finding {
	struct session *session;
	struct search *search;
	const struct search_hits *hits;
	struct search_passage passage; /* the one in hand */
	struct snippet snippet;
};

static void
finding_release(struct finding *finding)
{
	snippet_release(&finding->snippet);
	search_passage_release(&finding->passage);
}

static int
read_hit(struct finding *finding, size_t i)
{
	return search_read(finding->search, &finding->hits->items[i],
			   finding->session->store, &finding->passage,
			   &finding->session->diagnostics);
}

/* The line on which a byte of the passage stands. */
static size_t
line_of(const struct search_passage *passage, size_t offset)
{
	struct text text = text_sub(passage->indexed.text, 0, offset);
	size_t line = passage->line;

	for (size_t at = text_find(text, TEXT("\n"), 0); at < text.len;
	     at = text_find(text, TEXT("\n"), at + 1))
		line++;
	return line;
}

/* The line of the first mark that the snippet shows. */
static size_t
line_of_snippet(const struct finding *finding)
{
	const struct search_passage *passage = &finding->passage;
	size_t first = finding->snippet.first;

	return first < passage->n_marks
		       ? line_of(passage, passage->marks[first].span.offset)
		       : passage->line;
}

/* --- for reading ---------------------------------------------------------- */

static void
print_safe(const struct finding *finding, struct text text)
{
	struct buffer safe = {NULL, 0, 0};

	screen_add(&safe, &finding->session->screen, text);
	if (safe.len)
		fwrite(safe.bytes, 1, safe.len, stdout);
	buffer_release(&safe);
}

static void
print_bold(const struct finding *finding, struct text text)
{
	bool bold = finding->session->screen.bold;

	fputs(bold ? "\033[1m" : "", stdout);
	print_safe(finding, text);
	fputs(bold ? "\033[0m" : "", stdout);
}

/* Drops the marks of the title, or of all but the title. */
static void
keep_marks(struct search_passage *passage, bool title)
{
	size_t n = 0;

	for (size_t i = 0; i < passage->n_marks; i++)
		if ((passage->marks[i].column == INDEXED_TITLE) == title)
			passage->marks[n++] = passage->marks[i];
	passage->n_marks = n;
}

/* The title, marked where this hit prints it as the casebook has it. */
static bool
print_marked_title(struct finding *finding)
{
	snippet_make_title(&finding->snippet, &finding->passage);
	if (finding->snippet.n_marks == 0 ||
	    !text_equal(buffer_text(&finding->snippet.text),
			finding->passage.title))
		return false;
	snippet_print(&finding->snippet, &finding->session->screen, stdout);
	return true;
}

/* The project's key and title: of the hits [from, end) one may print it. */
static int
print_project(struct finding *finding, size_t from, size_t end)
{
	const struct search_hit *hit = &finding->hits->items[from];
	bool printed = false;

	print_bold(finding, hit->project.len ? hit->project : hit->source);
	fputs("  ", stdout);
	for (size_t i = from; i < end && !printed && hit->project.len; i++) {
		if (read_hit(finding, i) == -1)
			return -1;
		keep_marks(&finding->passage, true);
		printed = print_marked_title(finding);
	}
	if (!printed && hit->project.len && read_hit(finding, from) == -1)
		return -1;
	if (!printed)
		print_safe(finding, hit->project.len
					    ? finding->passage.title
					    : TEXT("(outside projects)"));
	putchar('\n');
	return 0;
}

static void
print_section(struct finding *finding)
{
	const struct search_passage *passage = &finding->passage;
	struct session *session = finding->session;

	printf("%*s", SECTION_INDENT, "");
	print_safe(finding, passage->section);
	if (passage->component.len) {
		fputs(": ", stdout);
		print_safe(finding, passage->component);
	}
	snippet_make(&finding->snippet, passage, SNIPPET_WIDTH);
	printf(", line %zu\n", line_of_snippet(finding));
	screen_marked(stdout, &session->screen, SNIPPET_INDENT,
		      buffer_text(&finding->snippet.text),
		      finding->snippet.marks, finding->snippet.n_marks);
}

/* The sections of the hits [from, end). Returns 0, or -1. */
static int
print_sections(struct finding *finding, size_t from, size_t end)
{
	size_t n = 0, n_more = 0;

	for (size_t i = from; i < end; i++) {
		if (read_hit(finding, i) == -1)
			return -1;
		keep_marks(&finding->passage, false);
		if (finding->passage.n_marks == 0)
			continue;
		if (n == MOST_SECTIONS) {
			n_more++;
			continue;
		}
		n++;
		print_section(finding);
	}
	if (n_more > 0)
		printf("%*sand %zu section%s more\n", SECTION_INDENT, "",
		       n_more, n_more == 1 ? "" : "s");
	return 0;
}

static void
note_more(struct session *session, size_t n_shown,
	  const struct search_hits *hits)
{
	fflush(stdout);
	diagnose(&session->diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = NULL},
		 "%zu of %zu projects%s; --limit 0 shows all", n_shown,
		 hits->n_projects + hits->n_outside,
		 hits->n_outside ? " and texts outside them" : "");
}

void
found_print(struct session *session, struct search *search,
	    const struct search_hits *hits, size_t limit)
{
	struct finding finding = {
		.session = session,
		.search = search,
		.hits = hits,
		.snippet = {.redaction = session->redaction},
	};
	size_t n = 0;

	for (size_t from = 0, end; from < hits->n_items && n < limit;
	     from = end, n++) {
		for (end = from + 1;
		     end < hits->n_items &&
		     search_hit_belongs(&hits->items[from], &hits->items[end]);
		     end++)
			;
		fputs(n ? "\n" : "", stdout);
		if (print_project(&finding, from, end) == -1 ||
		    print_sections(&finding, from, end) == -1 || ferror(stdout))
			break;
	}
	if (n == limit && n < hits->n_projects + hits->n_outside)
		note_more(session, n, hits);
	finding_release(&finding);
}

/* --- as data -------------------------------------------------------------- */

/* clang-format off */
#define COLUMNS(X) \
	X(PROJECT, "project") X(TITLE, "title") X(SOURCE, "source") \
	X(SECTION, "section") X(HEADING, "heading") X(COMPONENT, "component") \
	X(LINE, "line") X(PAGE, "page") X(OFFSET, "offset") \
	X(LENGTH, "length") X(SCORE, "score") X(SNIPPET, "snippet")
/* clang-format on */

enum column {
#define X(constant, name) COLUMN_##constant,
	COLUMNS(X)
#undef X
		N_COLUMNS
};

static const char *const column_names[N_COLUMNS] = {
#define X(constant, name) [COLUMN_##constant] = name,
	COLUMNS(X)
#undef X
};

/* The columns that are printed. */
struct chosen {
	enum column columns[N_COLUMNS];
	const char *names[N_COLUMNS];
	size_t n;
};

static void
choose(struct chosen *chosen, size_t column)
{
	chosen->names[chosen->n] = column_names[column];
	chosen->columns[chosen->n++] = (enum column)column;
}

static int
refuse_column(struct session *session, struct text name)
{
	struct text names[N_COLUMNS];

	for (size_t i = 0; i < N_COLUMNS; i++)
		names[i] = text_of(column_names[i]);
	diagnose(
		&session->diagnostics, DIAGNOSTIC_USAGE,
		(struct place){.file = NULL}, "unknown column %s%s",
		diagnostic_quote(&session->diagnostics, name),
		suggestion(session->diagnostics.arena, name, names, N_COLUMNS));
	return -1;
}

static int
choose_columns(struct session *session, struct chosen *chosen)
{
	struct columns_asked asked = {NULL, 0, 0};
	int result = 0;

	chosen->n = 0;
	if (session->options.columns)
		columns_asked_init(&asked, session->options.columns);
	else
		for (size_t i = 0; i < N_COLUMNS; i++)
			choose(chosen, i);
	for (size_t i = 0; i < asked.n && result == 0; i++) {
		size_t column = 0;

		while (column < N_COLUMNS &&
		       !text_is(asked.items[i], column_names[column]))
			column++;
		if (column == N_COLUMNS || chosen->n == N_COLUMNS)
			result = refuse_column(session, asked.items[i]);
		else
			choose(chosen, column);
	}
	columns_asked_release(&asked);
	return result;
}

int
found_check_columns(struct session *session)
{
	struct chosen chosen;

	return choose_columns(session, &chosen);
}

static void
put_text(struct printer *printer, struct text text)
{
	printer_field(printer, text.len ? FIELD_TEXT : FIELD_NULL, text);
}

static void
put_number(struct printer *printer, struct arena *arena, size_t number)
{
	printer_field(printer, FIELD_INTEGER,
		      arena_format(arena, "%zu", number));
}

static void
put_snippet(struct printer *printer, const struct snippet *snippet)
{
	struct buffer plain = {NULL, 0, 0};

	snippet_add_plain(&plain, snippet);
	printer_field(printer, FIELD_TEXT, buffer_text(&plain));
	buffer_release(&plain);
}

static void
put_column(struct finding *finding, const struct search_hit *hit,
	   enum column column, struct printer *printer)
{
	const struct search_passage *passage = &finding->passage;
	const struct span *first = &passage->marks[0].span;

	switch (column) {
	case COLUMN_PROJECT:
		put_text(printer, hit->project);
		break;
	case COLUMN_TITLE:
		put_text(printer, passage->title);
		break;
	case COLUMN_SOURCE:
		put_text(printer, hit->source);
		break;
	case COLUMN_SECTION:
		put_text(printer, passage->section);
		break;
	case COLUMN_HEADING:
		put_text(printer, passage->heading);
		break;
	case COLUMN_COMPONENT:
		put_text(printer, passage->component);
		break;
	case COLUMN_LINE:
		put_number(printer, passage->arena,
			   line_of(passage, first->offset));
		break;
	case COLUMN_PAGE:
		if (passage->page)
			put_number(printer, passage->arena, passage->page);
		else
			printer_field(printer, FIELD_NULL, TEXT(""));
		break;
	case COLUMN_OFFSET:
		put_number(printer, passage->arena,
			   passage->indexed.offset + first->offset);
		break;
	case COLUMN_LENGTH:
		put_number(printer, passage->arena, first->len);
		break;
	case COLUMN_SCORE:
		printer_field(
			printer, FIELD_REAL,
			arena_format(passage->arena, "%.4f", -hit->score));
		break;
	case COLUMN_SNIPPET:
		put_snippet(printer, &finding->snippet);
		break;
	case N_COLUMNS:
		break;
	}
}

static int
put_row(struct finding *finding, size_t i, const struct chosen *chosen,
	struct printer *printer)
{
	const struct search_hit *hit = &finding->hits->items[i];

	if (read_hit(finding, i) == -1)
		return -1;
	if (finding->passage.n_marks == 0)
		return 0;
	snippet_make(&finding->snippet, &finding->passage, SNIPPET_WIDTH);
	for (size_t j = 0; j < chosen->n; j++)
		put_column(finding, hit, chosen->columns[j], printer);
	return 0;
}

void
found_print_rows(struct session *session, struct search *search,
		 const struct search_hits *hits, size_t limit,
		 struct printer *printer)
{
	struct finding finding = {
		.session = session,
		.search = search,
		.hits = hits,
		.snippet = {.redaction = session->redaction},
	};
	struct chosen chosen;
	size_t n = 0;

	choose_columns(session, &chosen);
	printer_begin(printer, "hits", chosen.names, chosen.n);
	for (size_t i = 0; i < hits->n_items && !printer_failed(printer); i++) {
		n += i == 0 ||
		     !search_hit_belongs(&hits->items[i - 1], &hits->items[i]);
		if (n > limit || put_row(&finding, i, &chosen, printer) == -1)
			break;
	}
	printer_end(printer);
	finding_release(&finding);
}
