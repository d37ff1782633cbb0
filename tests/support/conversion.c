#include "conversion.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "scratch.h"

/* The arguments are what cat wants, so none. */
static const char formats[] =
	"programs:\n"
	"  /bin/cat: {gives: pandoc-json}\n"
	"  /usr/bin/cat: {gives: pdf-boxes}\n"
	"  /usr/bin/./cat: {gives: text}\n"
	"  /bin/./cat: {gives: pandoc-json, output: 1}\n"
	"formats:\n"
	"  a/markdown: {files: [.md], program: /usr/bin/./cat, line-ends: "
	"kept}\n"
	"  a/small: {begins: ['{ '], program: /bin/./cat}\n"
	"  a/pandoc: {begins: ['{'], program: /bin/cat, unseen: [secret]}\n"
	"  a/boxes: {begins: ['<doc'], program: /usr/bin/cat}\n"
	"  a/zip: {holds: word/x.xml, files: [.x], program: /bin/cat}\n"
	"  a/mime: {mimetype: a/mime, program: /bin/cat}\n";

void
bench_init(struct bench *bench)
{
	struct diagnostics diagnostics;

	*bench = (struct bench){.converters = NULL};
	mkdir("data", 0777); /* there already: the second bench of a test */
	mkdir("data/converters", 0777);
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

void
bench_release(struct bench *bench)
{
	bench_clear(bench);
	buffer_release(&bench->told);
	converters_free(bench->converters);
	data_close(&bench->data);
}

int
convert_as(struct bench *bench, const char *path, struct text bytes)
{
	bench_clear(bench);
	bench->report =
		(struct report){.arena = arena_new(), .path = text_of(path)};
	diagnostics_init(&bench->report.diagnostics, false);
	return convert_report(bench->converters, bytes, &bench->report);
}

const char *
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

void
refused(struct bench *bench, const char *path, struct text bytes,
	const char *words)
{
	assert_int_equal(convert_as(bench, path, bytes), -1);
	assert_int_equal(bench->report.diagnostics.n_items, 1);
	assert_non_null(strstr(bench->report.diagnostics.items[0].message.bytes,
			       words));
}
