/*
 * The reading of a text does not depend on its outward form: invented reports
 * with known paragraphs and sentences, each written in many forms.
 *
 * CASEBOOK_SEED=N begins at another report; a failure prints the seed of the
 * report and form that failed, to run alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/invented.h"
#include "../support/specimen.h"

enum {
	REPORTS = 60,
	FORMS = 10, /* of each report */
	SPANS = 6,  /* of each passage, mapped back and read again */
	FEWEST_CASES = 20000,
	SHOWN = 200, /* bytes of a text that failed, around the place */
	SHOWN_BEFORE = 60,
};

/* What a failure has to say. */
struct trial {
	uint64_t seed;
	struct form form;
	struct invented invented;
	struct specimen specimen;
	struct buffer text;
	struct chance chance;
	size_t cases;
};

static struct text
shown(struct text text, size_t from)
{
	size_t left = text.len > from ? text.len - from : 0;

	return text_sub(text, from < text.len ? from : text.len,
			left < SHOWN ? left : SHOWN);
}

static void
fail_trial(const struct trial *trial, const char *what, struct text expected,
	   struct text got)
{
	struct buffer form = {NULL, 0, 0};
	size_t from = 0;

	while (from < expected.len && from < got.len &&
	       expected.bytes[from] == got.bytes[from])
		from++;
	from = from > SHOWN_BEFORE ? from - SHOWN_BEFORE : 0;
	expected = shown(expected, from);
	got = shown(got, from);
	form_describe(&trial->form, &form);
	print_error("CASEBOOK_SEED=%llu (%s): %s\nexpected: %.*s\n     got: "
		    "%.*s\n",
		    (unsigned long long)trial->seed, form.bytes, what,
		    TEXT_ARG(expected), TEXT_ARG(got));
	buffer_release(&form);
	if (getenv("CASEBOOK_SEED"))
		fputs(trial->text.bytes, stderr);
	fail();
}

static void
check_text(const struct trial *trial, const char *what, struct text expected,
	   struct text got)
{
	if (!text_equal(expected, got))
		fail_trial(trial, what, expected, got);
}

static void
check_number(const struct trial *trial, const char *what, size_t expected,
	     size_t got)
{
	if (expected != got)
		fail_trial(trial, what, TEXT(""), TEXT(""));
}

/* A paragraph of a reading is a block of the report, by its sentences too. */
static void
check_paragraph(struct trial *trial, const struct reading *reading,
		size_t number, const struct block *block)
{
	const struct paragraph *paragraph = &reading->paragraphs[number];
	struct text text = reading_at(reading, paragraph->span);

	check_text(trial, "a paragraph", block->text, text);
	for (size_t i = 0; i < block->n_sentences; i++)
		if (i < paragraph->n_sentences)
			check_text(
				trial, "a sentence",
				text_at(block->text, block->sentences[i]),
				reading_at(
					reading,
					reading->sentences
						[paragraph->first_sentence + i]
							.span));
	check_number(trial, "sentences", block->n_sentences,
		     paragraph->n_sentences);
	check_number(trial, "whether it is an item", block->kind == BLOCK_ITEM,
		     paragraph->item);
	trial->cases += 1 + block->n_sentences;
}

/* --- mapping back -------------------------------------------------------- */

static bool
is_edge(struct text text, size_t at)
{
	return at == 0 || at == text.len || text.bytes[at] == ' ' ||
	       text.bytes[at] == '\n' || text.bytes[at - 1] == ' ' ||
	       text.bytes[at - 1] == '\n';
}

/*
 * A random place in a reading, between two characters. A ligature is one
 * character of the document; where there are any, only between words.
 */
static size_t
choose_place(struct trial *trial, struct text text)
{
	size_t at = chance_below(&trial->chance, text.len + 1);

	while (at < text.len && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
		at++;
	while (trial->form.ligatures && !is_edge(text, at))
		at--;
	return at;
}

/* Words of a text, one blank between them: '\n' and ' ' are alike. */
static struct text
flat(struct arena *arena, struct text text)
{
	struct text copy = arena_text(arena, text_trim(text));
	char *bytes = memory_string(copy);

	for (size_t i = 0; i < copy.len; i++)
		if (bytes[i] == '\n')
			bytes[i] = ' ';
	copy = arena_text(arena, (struct text){bytes, copy.len});
	free(bytes);
	return copy;
}

static void
check_span(struct trial *trial, const struct reading *reading, size_t passage,
	   struct span span)
{
	struct arena *arena = trial->specimen.report.arena;
	struct span source = reading_source(reading, span);
	const struct reading *again =
		document_read_span(&trial->specimen.document, source);

	check_text(trial, "a span read again",
		   flat(arena, reading_at(reading, span)),
		   flat(arena, again->text));
	if (source.len > 0 &&
	    !span_holds(trial->specimen.report.passages[passage].span, source))
		fail_trial(trial, "a source outside its passage", TEXT(""),
			   text_at(trial->specimen.report.text, source));
	trial->cases++;
}

static void
check_spans(struct trial *trial, const struct reading *reading, size_t passage)
{
	for (size_t i = 0; i < SPANS; i++) {
		size_t a = choose_place(trial, reading->text);
		size_t b = choose_place(trial, reading->text);

		check_span(trial, reading, passage,
			   a < b ? span_of(a, b) : span_of(b, a));
	}
	for (size_t i = 0; i < reading->n_sentences; i++)
		check_span(trial, reading, passage, reading->sentences[i].span);
}

/* --- a report in a form -------------------------------------------------- */

static void
check_passages(struct trial *trial)
{
	const struct invented *invented = &trial->invented;
	struct report *report = &trial->specimen.report;
	size_t block = 0;

	for (size_t i = 0; i < report->n_passages; i++) {
		const struct reading *reading;

		if (report->passages[i].project == NO_PROJECT)
			continue;
		reading = document_reading(&trial->specimen.document, i);
		if (block < invented->n_blocks &&
		    invented->blocks[block].kind == BLOCK_HEADING)
			block++;
		for (size_t j = 0; j < reading->n_paragraphs; j++) {
			if (block == invented->n_blocks)
				fail_trial(trial, "too much", TEXT(""),
					   reading->text);
			check_paragraph(trial, reading, j,
					&invented->blocks[block++]);
		}
		check_spans(trial, reading, i);
	}
	check_number(trial, "blocks", invented->n_blocks, block);
}

static void
run_trial(struct trial *trial, const struct text_words *words)
{
	buffer_clear(&trial->text);
	form_write(&trial->form, &trial->invented, &trial->chance,
		   &trial->text);
	specimen_read(&trial->specimen, words, buffer_text(&trial->text));
	if (trial->specimen.result < 0)
		fail_trial(trial, "no project", TEXT(""), TEXT(""));
	check_passages(trial);
}

/* Each form has a seed of its own: the report's by the hundreds. */
static void
run_report(struct trial *trial, const struct text_words *words, uint64_t seed,
	   size_t forms)
{
	for (size_t i = 0; i < forms; i++) {
		struct chance chance = {seed / 100};

		trial->seed = seed + i;
		invented_init(&trial->invented, &chance);
		trial->chance = (struct chance){trial->seed};
		if ((seed + i) % 100 == 0)
			trial->form = (struct form){.wrap = 0};
		else
			form_choose(&trial->form, &trial->chance);
		run_trial(trial, words);
		invented_release(&trial->invented);
	}
}

static void
a_reading_is_the_same_in_every_outward_form(void **state)
{
	const char *given = getenv("CASEBOOK_SEED");
	struct trial trial = {.cases = 0};

	specimen_init(&trial.specimen, invented_layout);
	if (given) {
		run_report(&trial, *state, strtoull(given, NULL, 10), 1);
	} else {
		for (uint64_t i = 1; i <= REPORTS; i++)
			run_report(&trial, *state, i * 100, FORMS);
		assert_true(trial.cases >= FEWEST_CASES);
	}
	specimen_release(&trial.specimen);
	buffer_release(&trial.text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reading_is_the_same_in_every_outward_form),
	};

	return cmocka_run_group_tests(tests, words_setup, words_teardown);
}
