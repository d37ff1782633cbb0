/*
 * A file's bytes on their way to text: which format, which program, what it
 * gave, and what to say when it gave nothing that can be used.
 */
#include "casebook/convert/convert.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "casebook/base/escape.h"
#include "casebook/text/utf8.h"

#include "archive.h"
#include "boxes.h"
#include "cage.h"
#include "failure.h"
#include "pandoc.h"
#include "prepare.h"
#include "programs.h"
#include "sniff.h"

struct converters {
	struct arena *arena;
	struct formats formats;
	unsigned told; /* of the walls that are missing: these */
};

/* One file while it is converted. */
struct converting {
	struct converters *converters;
	struct report *report;
	const struct format *format;
	struct caged caged;
};

struct converters *
converters_new(const struct data *data, struct diagnostics *diagnostics)
{
	struct converters *converters = memory_new(1, sizeof(*converters));

	converters->arena = arena_new();
	if (formats_read(&converters->formats, converters->arena, data,
			 diagnostics) == 0)
		return converters;
	converters_free(converters);
	return NULL;
}

void
converters_free(struct converters *converters)
{
	if (!converters)
		return;
	formats_release(&converters->formats);
	arena_free(converters->arena);
	free(converters);
}

static struct place
place_of(const struct report *report)
{
	return (struct place){.file = report->path.bytes};
}

/* --- what went wrong -------------------------------------------------------
 */

/* ": " and the first line of the program's complaints, in quotes; or "". */
static const char *
complaint(struct converting *it)
{
	struct report *report = it->report;
	struct text errors = text_trim(buffer_text(&it->caged.errors));
	struct text line =
		text_sub(errors, 0, text_find(errors, TEXT("\n"), 0));

	if (line.len == 0)
		return "";
	return arena_format(
		       report->arena, ": %s",
		       diagnostic_quote(&report->diagnostics, text_trim(line)))
		.bytes;
}

static void
refuse(struct converting *it, struct text why)
{
	struct report *report = it->report;

	diagnose(&report->diagnostics, DIAGNOSTIC_FILE_REFUSED,
		 place_of(report), "%s %.*s%s", it->format->program->name.bytes,
		 TEXT_ARG(why), complaint(it));
}

static int
refuse_missing(struct converting *it)
{
	const struct format *format = it->format;
	const struct program *program = format->program;
	struct report *report = it->report;
	const char *package = program->package.len ? program->package.bytes
						   : program->name.bytes;

	diagnose(&report->diagnostics, DIAGNOSTIC_FILE_SYSTEM, place_of(report),
		 "%s not found; install %s, or convert to text first (this is "
		 "%s; apt install %s)",
		 program->name.bytes, package, format->name.bytes, package);
	return -1;
}

static int
refuse_empty(struct converting *it)
{
	struct report *report = it->report;
	struct text advice = it->format->empty;

	diagnose(&report->diagnostics, DIAGNOSTIC_FILE_REFUSED,
		 place_of(report), "no text: %s produced no text%s%s%s",
		 it->format->program->name.bytes, complaint(it),
		 advice.len ? "; " : "", advice.len ? advice.bytes : "");
	return -1;
}

/* --- what came back --------------------------------------------------------
 */

static bool
is_blank_text(struct text text)
{
	return text_trim(text).len == 0;
}

static bool
is_utf8(struct text text)
{
	uint32_t c;

	for (size_t at = 0, len; at < text.len; at += len) {
		len = utf8_read(text_sub(text, at, text.len - at), &c);
		if (len == 0 || c == 0)
			return false;
	}
	return true;
}

/* A form feed stands behind each page: behind the last it begins none. */
static struct text
without_last_page(struct text text)
{
	while (text.len && text.bytes[text.len - 1] == '\f')
		text.len--;
	return text;
}

static int
take_text(struct converting *it)
{
	it->report->text =
		arena_text(it->report->arena,
			   without_last_page(buffer_text(&it->caged.output)));
	return 0;
}

/* The text and marks of a page that was written become the report's. */
static void
keep_page(struct report *report, struct page *page)
{
	marks_sort(page->marks, page->n_marks);
	report->text = arena_text(report->arena, buffer_text(&page->text));
	report->marks = arena_alloc(report->arena, page->n_marks + 1,
				    sizeof(*report->marks));
	if (page->n_marks)
		memcpy(report->marks, page->marks,
		       page->n_marks * sizeof(*report->marks));
	report->n_marks = page->n_marks;
}

/* Pages of a scan behind pages of text. */
static void
tell_bare_pages(struct converting *it, const struct buffer *bare)
{
	struct report *report = it->report;
	struct text advice = it->format->empty;

	if (bare->len == 0 || is_blank_text(report->text))
		return;
	diagnose(&report->diagnostics, DIAGNOSTIC_PAGE_BARE, place_of(report),
		 "no text on page %s%s%s", bare->bytes, advice.len ? "; " : "",
		 advice.len ? advice.bytes : "");
}

static int
take_boxes(struct converting *it)
{
	struct report *report = it->report;
	struct page page = {.arena = report->arena};
	struct buffer bare = {NULL, 0, 0};
	int result = boxes_write(&page, buffer_text(&it->caged.output), &bare);

	if (result == 0) {
		keep_page(report, &page);
		tell_bare_pages(it, &bare);
	} else {
		refuse(it, TEXT("was of no use: what it gave is no page"));
	}
	page_release(&page);
	buffer_release(&bare);
	return result;
}

static int
take_json(struct converting *it)
{
	struct report *report = it->report;
	struct page page = {.arena = report->arena,
			    .most = (size_t)it->format->program->limits.output
				    << 20};
	const char *fault;
	int result = pandoc_write(&page, buffer_text(&it->caged.output),
				  it->format->unseen, &fault);

	if (result == 0) {
		keep_page(report, &page);
	} else if (page_is_full(&page)) {
		it->caged.ending = ENDING_FLOOD;
		refuse(it, failure_told(report->arena, it->format->program,
					&it->caged));
	} else {
		refuse(it,
		       arena_format(report->arena, "was of no use: %s", fault));
	}
	page_release(&page);
	return result;
}

static int
take_output(struct converting *it)
{
	static int (*const take[])(struct converting *) = {
		[GIVES_TEXT] = take_text,
		[GIVES_PDF_BOXES] = take_boxes,
		[GIVES_PANDOC_JSON] = take_json,
	};
	struct report *report = it->report;
	struct text output = buffer_text(&it->caged.output);

	if (it->caged.ending != ENDING_EXITED || it->caged.number != 0) {
		refuse(it, failure_told(it->report->arena, it->format->program,
					&it->caged));
		return -1;
	}
	if (is_blank_text(output))
		return refuse_empty(it);
	if (!is_utf8(output)) {
		refuse(it, TEXT("gave text that is not UTF-8, or has a NUL"));
		return -1;
	}
	if (take[it->format->program->gives](it) < 0)
		return -1;
	if (is_blank_text(report->text))
		return refuse_empty(it);
	return utf8_check(report->path.bytes, report->text,
			  &report->diagnostics);
}

/* Once, for the rest of the cage stands. */
static void
tell_of_walls(struct converting *it)
{
	static const struct {
		enum wall wall;
		const char *what;
	} walls[] = {
		{WALL_NETWORK, "be cut off from the network"},
		{WALL_FILES, "be kept from reading your files (no Landlock)"},
		{WALL_CALLS, "be held to few system calls (no seccomp)"},
	};
	unsigned missing = it->caged.missing & ~it->converters->told;

	it->converters->told |= missing;
	for (size_t i = 0; i < sizeof(walls) / sizeof(*walls); i++)
		if (missing & walls[i].wall)
			diagnose(&it->report->diagnostics, DIAGNOSTIC_PROGRESS,
				 place_of(it->report),
				 "this system does not let %s %s; all its "
				 "other limits hold",
				 it->format->program->name.bytes,
				 walls[i].what);
}

/* What a reader of the document sees, and its converter does not. */
static void
tell_of_unread(struct converting *it, struct text bytes)
{
	struct words unread = it->format->unread;

	for (size_t i = 0; i + 1 < unread.n; i += 2)
		if (archive_holds(bytes, unread.items[i]))
			diagnose(&it->report->diagnostics,
				 DIAGNOSTIC_TEXT_UNREAD, place_of(it->report),
				 "%s does not read the words in %s; where they "
				 "matter, write them in the text",
				 it->format->program->name.bytes,
				 unread.items[i + 1].bytes);
}

static int
run_converter(struct converting *it, struct text bytes)
{
	struct program *program = it->format->program;
	struct report *report = it->report;
	struct buffer prepared = {NULL, 0, 0};
	struct text original = bytes;
	int result;

	program_look_for(program, it->converters->arena);
	if (!program->path)
		return refuse_missing(it);
	if (prepare(&prepared, bytes, it->format))
		bytes = buffer_text(&prepared);
	cage_run(program->path, program_arguments(report->arena, it->format),
		 bytes, &program->limits, &it->caged);
	buffer_release(&prepared);
	tell_of_walls(it);
	result = take_output(it);
	if (result == 0) {
		tell_of_unread(it, original);
		program_ask_version(program, it->converters->arena);
		report->converter = arena_text(report->arena, program->name);
		report->converter_version =
			arena_text(report->arena, program->version_told);
	}
	caged_release(&it->caged);
	return result;
}

/* --- the format ------------------------------------------------------------
 */

/* A name that promises something else than the content is. */
static int
refuse_name(struct report *report, const struct format *format,
	    const struct format *named)
{
	struct diagnostics *diagnostics = &report->diagnostics;
	struct text extension = sniff_extension(report->path.bytes);

	if (format && format->files.n)
		diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED, place_of(report),
			 "named %.*s but looks like %s; let its name end in "
			 "%s",
			 TEXT_ARG(extension), format->name.bytes,
			 format->files.items[0].bytes);
	else
		diagnose(diagnostics, DIAGNOSTIC_FILE_REFUSED, place_of(report),
			 "named %.*s but does not look like %s; is it damaged, "
			 "closed with a password, or text that should be named "
			 ".txt?",
			 TEXT_ARG(extension), named->name.bytes);
	return -1;
}

/* A format that is known so that it can be told what to do. */
static int
refuse_instead(struct report *report, const struct format *format,
	       const struct format *named)
{
	struct text extension = sniff_extension(report->path.bytes);

	if (!named)
		extension.len = 0;
	diagnose(&report->diagnostics, DIAGNOSTIC_FILE_REFUSED,
		 place_of(report),
		 "%s%.*s%slooks like %s, which is not read; %s",
		 extension.len ? "named " : "", TEXT_ARG(extension),
		 extension.len ? " but " : "", format->name.bytes,
		 format->instead.bytes);
	return -1;
}

static int
take_plain(struct report *report, struct text bytes)
{
	report->text = arena_text(report->arena, bytes);
	return 0;
}

/* The file as text or as what its program reads, once its format is known. */
static int
take_file(struct converting *it, const struct format *named, struct text bytes)
{
	struct report *report = it->report;
	const struct format *format = it->format;
	bool by_content = format && format_has_signs(format);

	if (format && format->instead.len)
		return refuse_instead(report, format,
				      named == format ? NULL : named);
	if (bytes.len && named && named != format)
		return refuse_name(report, format, named);
	/* What is known by its name alone must be text. */
	if (!by_content &&
	    utf8_check(report->path.bytes, bytes, &report->diagnostics) < 0)
		return -1;
	report->media_type =
		format ? arena_text(report->arena, format->media_type)
		       : TEXT("text/plain");
	return format && format->program ? run_converter(it, bytes)
					 : take_plain(report, bytes);
}

int
convert_report(struct converters *converters, struct text bytes,
	       struct report *report)
{
	struct converting it = {.converters = converters, .report = report};
	const struct formats *formats = &converters->formats;
	const char *path = report->path.bytes;
	struct buffer decoded = {NULL, 0, 0};
	const struct format *named;
	int result;

	/* A web page in UTF-16 is one; a plain text is told how to mend it. */
	if (sniff_utf16(&decoded, bytes)) {
		it.format = sniff(formats, buffer_text(&decoded), path, &named);
		if (it.format && format_has_signs(it.format))
			bytes = buffer_text(&decoded);
	}
	it.format = sniff(formats, bytes, path, &named);
	result = take_file(&it, named, bytes);
	buffer_release(&decoded);
	return result;
}
