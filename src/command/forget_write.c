/* Taking the person out: corrections, then every source that tells of them. */
#include <stdlib.h>

#include "casebook/store/writer.h"
#include "forget.h"
#include "forgetting.h"
#include "interrupt.h"
#include "rebuild.h"

/* --- corrections ---------------------------------------------------------- */

/* All that a person is told by counts where a person wrote. */
static void
blank(const struct forgotten *forgotten, struct text *text, struct arena *arena,
      size_t *n)
{
	bool *told = forgetting_all_told(forgotten);

	*text = forgotten_blank(forgotten, *text, told, arena, n);
	free(told);
}

bool
forget_blank_correction(const struct forgotten *forgotten,
			struct correction *correction, struct arena *arena)
{
	struct text *const texts[] = {
		&correction->project,	&correction->extracted,
		&correction->corrected, &correction->because,
		&correction->by,
	};
	size_t n = 0;

	blank(forgotten, &correction->key, arena, &n);
	if (n > 0 && correction->fact == FACT_ADVISER)
		correction->action = N_CORRECTION_ACTIONS;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		blank(forgotten, texts[i], arena, &n);
	return n > 0;
}

/* What the writing is about, while it goes on. */
struct writing {
	struct forget *forget;
	const struct rules *rules;
	struct writer *writer;
	struct forgotten *forgotten; /* all persons, this one among them */
	struct names touched;	     /* sources of changed corrections */
};

static int
change_correction(struct writing *writing, const struct correction *correction)
{
	struct forget *forget = writing->forget;
	struct correction blanked = *correction;
	bool drop;
	struct text source;

	if (!forget_blank_correction(writing->forgotten, &blanked,
				     forget->arena))
		return 0;
	forget->n_corrections++;
	drop = blanked.action == N_CORRECTION_ACTIONS;
	if (writer_source_of(writing->writer, correction->project,
			     forget->arena, &source, forget->diagnostics) == -1)
		return -1;
	names_add(&writing->touched, forget->arena, source);
	return writer_recorrect(writing->writer, correction,
				drop ? NULL : &blanked, forget->diagnostics);
}

static int
change_corrections(struct writing *writing)
{
	struct corrections corrections;
	int result;

	corrections_init(&corrections);
	result = writer_read_corrections(writing->writer, &corrections,
					 writing->forget->diagnostics);
	for (size_t i = 0; result == 0 && i < corrections.n_items; i++)
		result = change_correction(writing, &corrections.items[i]);
	corrections_release(&corrections);
	return result;
}

/* --- sources -------------------------------------------------------------- */

static int
change_source(struct writing *writing, const struct stored_source *source)
{
	struct forget *forget = writing->forget;
	const struct rebuilding rebuilding = {
		.session = forget->session,
		.rules = writing->rules,
		.writer = writing->writer,
		.forgotten = writing->forgotten,
		.only_blanked = !names_has(&writing->touched, source->name),
	};
	size_t n = 0;
	int result = rebuild_source(&rebuilding, source->name, &n);

	if (n > 0)
		names_add(&forget->paths, forget->arena, source->path);
	forget->n_places += n;
	return result;
}

static int
change_sources(struct writing *writing)
{
	struct forget *forget = writing->forget;
	struct stored_sources stored = {.arena = NULL};
	int result = writer_read_sources(writing->writer, &stored,
					 forget->diagnostics);

	interrupt_catch();
	for (size_t i = 0; result == 0 && i < stored.n_items; i++) {
		result = change_source(writing, &stored.items[i]);
		if (interrupt_signal()) {
			forget->session->ended_by = interrupt_signal();
			result = -1;
		}
	}
	stored_sources_release(&stored);
	return result;
}

/* --- all of it ------------------------------------------------------------ */

/* Keeps the hashes, under the casebook's own key. */
static int
keep_forms(struct writing *writing)
{
	struct forget *forget = writing->forget;
	const struct forms *forms = &forget->person.forms;
	struct forgotten *forgotten = writing->forgotten;
	size_t person = forgotten_n_persons(forgotten);
	struct forgotten_form *hashed = memory_new(forms->n, sizeof(*hashed));
	struct forgetting forgetting = {
		.because = forget->because,
		.by = forget->by,
		.at = forget->at,
		.key = forgotten_key(forgotten),
		.forms = hashed,
		.n_forms = forms->n,
	};
	int result;

	for (size_t i = 0; i < forms->n; i++) {
		hashed[i] = forgotten_form(forgotten, forms->items[i].letters,
					   forms->items[i].how, person);
		forgotten_add(forgotten, &hashed[i]);
	}
	result = writer_forget(writing->writer, &forgetting,
			       forget->diagnostics);
	free(hashed);
	return result;
}

static int
write_all(struct writing *writing)
{
	struct forget *forget = writing->forget;
	struct diagnostics *diagnostics = forget->diagnostics;

	if (writer_read_forgotten(writing->writer, &writing->forgotten,
				  diagnostics) == -1)
		return -1;
	if (forget->scour_only)
		return 0;
	if (keep_forms(writing) == -1 ||
	    writer_renew_index(writing->writer, diagnostics) == -1 ||
	    change_corrections(writing) == -1)
		return -1;
	return change_sources(writing);
}

int
forget_write(struct forget *forget, const struct rules *rules)
{
	struct writing writing = {.forget = forget, .rules = rules};
	int result;

	writing.writer = writer_open(forget->session->database, BUSY_SECONDS,
				     true, forget->diagnostics);
	if (!writing.writer)
		return -1;
	forget->n_places = forget->n_corrections = forget->paths.n = 0;
	result = write_all(&writing);
	forgotten_free(writing.forgotten);
	free(writing.touched.items);
	if (result == 0) {
		writer_scour(writing.writer);
		return writer_close(writing.writer, forget->diagnostics);
	}
	writer_abandon(writing.writer);
	diagnose(forget->diagnostics, DIAGNOSTIC_PROGRESS,
		 (struct place){.file = NULL}, "nothing was changed in %s",
		 forget->session->database);
	return -1;
}
