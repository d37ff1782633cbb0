/*
 * Any bytes as a report: sniffed and decoded as an ingest does, or as what a
 * converter answered; then outline, projects, readings and facts with a layout
 * of the program's. The first two bytes say how:
 *
 *	t    a file named .txt		r    by the layout that is recognised
 *	j    pandoc's JSON		0-9  by that layout, fit or not
 *	b    pdftotext's boxes
 *	p    only what is changed in a document before it is converted, by the
 *	     format of the second byte
 *
 * DESIGN's invariants must hold: lossless, grounded, the same facts twice.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/base/escape.h"
#include "casebook/convert/convert.h"
#include "casebook/document/coverage.h"
#include "casebook/store/stemmed.h"
#include "casebook/text/utf8.h"

#include "../../src/convert/boxes.h"
#include "../../src/convert/prepare.h"
#include "../../src/convert/sniff.h"
#include "../../src/store/sound.h"
#include "../support/sound.h"
#include "fuzz.h"

static struct {
	struct rules *rules;
	struct converters *converters;
	struct formats formats;
	struct stemmer *stemmer;
} room;

static void
set_up(void)
{
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics, true);
	room.rules = rules_new(fuzz_data(), &diagnostics);
	room.converters = converters_new(fuzz_data(), &diagnostics);
	fuzz_promise(room.rules && room.converters &&
			     formats_read(&room.formats, arena_new(),
					  fuzz_data(), &diagnostics) == 0,
		     "rules and formats load");
	room.stemmer = stemmer_new();
	diagnostics_release(&diagnostics);
}

/* --- bytes to text -------------------------------------------------------- */

/* What a converter told becomes text and marks. Returns 0, or -1. */
static int
take_page(struct report *report, struct text told, bool json)
{
	static const struct words unseen = {NULL, 0};
	struct page page = {.arena = report->arena, .most = 1 << 20};
	struct buffer bare = {NULL, 0, 0};
	const char *fault = "";
	int result = json ? pandoc_write(&page, told, unseen, &fault)
			  : boxes_write(&page, told, &bare);

	if (result == 0) {
		marks_sort(page.marks, page.n_marks);
		report->text =
			arena_text(report->arena, buffer_text(&page.text));
		report->marks = arena_alloc(report->arena, page.n_marks + 1,
					    sizeof(*report->marks));
		if (page.n_marks)
			memcpy(report->marks, page.marks,
			       page.n_marks * sizeof(*report->marks));
		report->n_marks = page.n_marks;
		report->converter = TEXT("fuzz");
		result = utf8_check("fuzz", report->text, &report->diagnostics);
	}
	page_release(&page);
	buffer_release(&bare);
	return result;
}

static bool
is_text(struct text text)
{
	uint32_t c;

	for (size_t at = 0, len; at < text.len; at += len) {
		len = utf8_read(text_sub(text, at, text.len), &c);
		if (len == 0 || c == 0)
			return false;
	}
	return true;
}

static int
read_text(struct report *report, char way, struct text bytes)
{
	switch (way) {
	case 'j':
	case 'b': /* of which the cage has seen that it is text */
		return is_text(bytes) ? take_page(report, bytes, way == 'j')
				      : -1;
	default:
		report->path = TEXT("fuzz.txt");
		return convert_report(room.converters, bytes, report);
	}
}

static void
check_marks(const struct report *report)
{
	for (size_t i = 0; i < report->n_marks; i++)
		fuzz_promise(span_end(report->marks[i].span) <=
				     report->text.len,
			     "a mark lies in the text");
}

static void
prepare_by(char which, struct text bytes)
{
	struct buffer out = {NULL, 0, 0};
	size_t i = (size_t)(unsigned char)which % room.formats.n;

	prepare(&out, bytes, &room.formats.items[i]);
	buffer_release(&out);
}

/* --- text to facts -------------------------------------------------------- */

static void
init_report(struct report *report)
{
	*report = (struct report){.arena = arena_new()};
	diagnostics_init(&report->diagnostics, false);
	report->name = TEXT("fuzz");
	report->path = TEXT("fuzz");
}

static void
release_report(struct report *report)
{
	diagnostics_release(&report->diagnostics);
	arena_free(report->arena);
}

static const struct layout *
choose_layout(struct report *report, char which)
{
	const struct layouts *layouts = rules_layouts(room.rules);

	if (!isdigit((unsigned char)which))
		return rules_recognise(room.rules, report);
	return &layouts->items[(size_t)(which - '0') % layouts->n_items];
}

static void
check_coverage(struct document *document)
{
	struct coverage coverage;
	size_t all = 0;

	coverage_find(&coverage, document);
	for (size_t i = 0; i < N_SHARES; i++)
		all += coverage.bytes[i];
	fuzz_promise(all == document->report->text.len,
		     "the shares of coverage are the text");
	coverage_release(&coverage);
}

static void
check_report(struct report *report, struct document *document)
{
	struct stemmed stemmed = {.n_passages = 0};

	assert_lossless(report);
	assert_grounded(document);
	assert_ordered(report);
	assert_readable(document);
	check_coverage(document);
	fuzz_promise(sound_check(report, &report->diagnostics) == 0,
		     "the store takes what was read");
	stemmed_make(&stemmed, room.stemmer, report);
	stemmed_release(&stemmed);
	if (stemmer_n_words(room.stemmer) > 10000) {
		stemmer_free(room.stemmer);
		room.stemmer = stemmer_new();
	}
}

/* Read once more, from text and marks alone as a rebuild does. */
static void
check_again(const struct report *report, const struct layout *layout)
{
	struct report again;
	struct document document;
	char *facts, *same, *difference;

	init_report(&again);
	again.text = report->text;
	again.converter = report->converter;
	if (report->converter.len) {
		again.marks = report->marks;
		again.n_marks = report->n_marks;
	}
	fuzz_promise(extract_document(room.rules, layout, &again, &document) ==
			     0,
		     "what was read can be read again");
	facts = facts_as_text(report, ALL_KINDS, true);
	same = facts_as_text(&again, ALL_KINDS, true);
	difference = first_difference(facts, same);
	fuzz_promise(*difference == '\0', difference);
	free(facts);
	free(same);
	free(difference);
	release_report(&again);
}

static void
read_report(char way, char which, struct text bytes)
{
	const struct layout *layout = NULL;
	struct report report;
	struct document document;

	init_report(&report);
	if (read_text(&report, way, bytes) == 0) {
		check_marks(&report);
		layouts_allow(rules_layouts(room.rules));
		layout = choose_layout(&report, which);
	}
	if (layout &&
	    extract_document(room.rules, layout, &report, &document) == 0 &&
	    layouts_check_time(rules_layouts(room.rules), "fuzz", report.text,
			       &report.diagnostics) == 0) {
		check_report(&report, &document);
		check_again(&report, layout);
	}
	release_report(&report);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct text text = {(const char *)bytes, len};

	if (fuzz_begins())
		set_up();
	if (len < 2)
		return 0;
	if (text.bytes[0] == 'p')
		prepare_by(text.bytes[1], text_sub(text, 2, len));
	else
		read_report(text.bytes[0], text.bytes[1],
			    text_sub(text, 2, len));
	return 0;
}
