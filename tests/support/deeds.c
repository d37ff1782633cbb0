/* What a casebook goes through, each as one deed. */
#include "deeds.h"

#include <stdlib.h>

#include "casebook/store/check.h"
#include "casebook/store/correction.h"
#include "casebook/store/indexed.h"
#include "casebook/store/rehearsal.h"
#include "casebook/store/writer.h"

#include "failing.h"
#include "ledger.h"
#include "sample.h"

static struct report old_one, new_one, other;

static int
write_reports(bool together, const struct report *reports, size_t n,
	      struct diagnostics *said)
{
	struct writer *writer = writer_open("c.db", 0, together, said);
	int result = 0;

	if (!writer)
		return -1;
	for (size_t i = 0; i < n && result == 0; i++)
		result = writer_put(writer, &reports[i], said);
	if (result < 0 && together) {
		writer_abandon(writer);
		return -1;
	}
	return writer_close(writer, said) < 0 ? -1 : result;
}

int
deed_load_first(struct diagnostics *said)
{
	return write_reports(true, &new_one, 1, said);
}

int
deed_put_in_place(struct diagnostics *said)
{
	return write_reports(false, &new_one, 1, said);
}

/* As `rebuild` does. */
int
deed_make_anew(struct diagnostics *said)
{
	struct writer *writer = writer_open("c.db", 0, true, said);
	struct report report = {.arena = arena_new()};
	struct stored_sources sources;
	int result = -1;

	diagnostics_init(&report.diagnostics, false);
	if (writer && writer_renew_index(writer, said) == 0 &&
	    writer_read_sources(writer, &sources, said) == 0) {
		stored_sources_release(&sources);
		result = writer_read_source(writer, TEXT("bundel"), &report,
					    said);
	}
	if (result == 0)
		result = writer_put(writer, &new_one, said);
	if (result == 0)
		result = writer_close(writer, said);
	else if (writer)
		writer_abandon(writer);
	diagnostics_release(&report.diagnostics);
	arena_free(report.arena);
	return result;
}

/* Another process makes the casebook while this one builds its own. */
int
deed_join_another(struct diagnostics *said)
{
	struct writer *writer = writer_open("c.db", 0, true, said);
	int result = writer ? writer_put(writer, &other, said) : -1;

	failing_pause(true);
	ledger_put("c.db", &old_one, 1);
	failing_pause(false);
	if (result == 0)
		return writer_close(writer, said);
	if (writer)
		writer_abandon(writer);
	return -1;
}

static int
change_rows(struct diagnostics *said,
	    int (*change)(struct writer *writer, struct diagnostics *said))
{
	struct writer *writer = writer_open("c.db", 0, false, said);
	int result;

	if (!writer)
		return -1;
	result = change(writer, said);
	return writer_close(writer, said) < 0 ? -1 : result;
}

static int
remove_in(struct writer *writer, struct diagnostics *said)
{
	return writer_remove(writer, TEXT("bundel"), said);
}

static int
touch_in(struct writer *writer, struct diagnostics *said)
{
	return writer_touch(writer, TEXT("bundel"), TEXT("elders/bundel.txt"),
			    (struct file_stamp){.size = 7}, said);
}

static int
correct_in(struct writer *writer, struct diagnostics *said)
{
	struct correction correction = {
		.project = TEXT("v-1"),
		.fact = FACT_PROJECT,
		.column = TEXT("area"),
		.action = CORRECTION_SET,
		.corrected = TEXT("Zeedorp"),
		.because = TEXT("zo staat het er"),
		.by = TEXT("Ans"),
		.at = TEXT("2019-05-03T10:00:00Z"),
	};

	return writer_correct(writer, &correction, said);
}

int
deed_take_out(struct diagnostics *said)
{
	return change_rows(said, remove_in);
}

int
deed_touch(struct diagnostics *said)
{
	return change_rows(said, touch_in);
}

int
deed_correct(struct diagnostics *said)
{
	return change_rows(said, correct_in);
}

int
deed_upgrade(struct diagnostics *said)
{
	struct writer *writer = writer_open_older("c.db", 0, said);

	if (!writer)
		return -1;
	if (writer_renew_index(writer, said) < 0) {
		writer_abandon(writer);
		return -1;
	}
	return writer_close(writer, said);
}

/* All that only reads. */
int
deed_read_all(struct diagnostics *said)
{
	struct text values[FACT_MOST_COLUMNS];
	struct stored_sources sources;
	struct corrections corrections;
	struct arena *arena = arena_new();
	struct store *store = store_open("c.db", said);
	int result = -1;

	corrections_init(&corrections);
	if (store && store_check(store, said) == 0 &&
	    corrections_read(&corrections, store, said) == 0 &&
	    correction_extracted(store, FACT_PROJECT, TEXT("v-1"), TEXT(""),
				 arena, values, said) >= 0)
		result = indexed_check_stemmer(store, said);
	corrections_release(&corrections);
	arena_free(arena);
	if (store)
		store_close(store);
	if (result == 0)
		result = stored_sources_read(&sources, "c.db", said);
	if (result == 0)
		stored_sources_release(&sources);
	return result;
}

/* A dry run. */
int
deed_rehearse(struct diagnostics *said)
{
	struct rehearsal *rehearsal = rehearsal_new("c.db", said);
	int result;

	if (!rehearsal)
		return -1;
	result = rehearsal_put(rehearsal, &new_one, said);
	rehearsal_free(rehearsal);
	return result;
}

void
deeds_begin(void)
{
	sample_report(&old_one, "bundel", "v", "8,1");
	sample_report(&new_one, "bundel", "v", "4,3");
	sample_report(&other, "map", "w", "8,1");
}

void
deeds_end(void)
{
	sample_release(&old_one);
	sample_release(&new_one);
	sample_release(&other);
}

void
deeds_put_old(void)
{
	ledger_put("c.db", &old_one, 1);
}
