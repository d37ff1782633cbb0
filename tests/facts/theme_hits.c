/* Running the sets of themes over the titles and sections that hold themes. */
#include "theme_hits.h"

#include <stdlib.h>

#include "casebook/compare/coding.h"

static int
read_cues(struct theme_hits *hits, struct diagnostics *diagnostics)
{
	const struct table *table = vocabulary_table(
		hits->vocabularies, "themes", "themes", diagnostics);
	struct text name, value;

	if (!table)
		return -1;
	while (table_row(table, hits->n_themes, &name, &value))
		hits->n_themes++;
	hits->themes = arena_alloc(hits->arena, hits->n_themes + 1,
				   sizeof(*hits->themes));
	for (size_t i = 0; i < hits->n_themes; i++) {
		const struct cues *cues;

		table_row(table, i, &name, &value);
		hits->themes[i] = arena_text(hits->arena, name);
		cues = vocabulary_set(hits->vocabularies, "themes",
				      hits->themes[i].bytes, diagnostics);
		if (!cues)
			return -1;
		for (size_t j = 0; j < cues_n(cues); j++) {
			hits->cues = array_grow(hits->cues, hits->n_cues,
						&hits->cues_capacity,
						sizeof(*hits->cues));
			hits->cues[hits->n_cues++] =
				(struct theme_cue){cues_item(cues, j), i};
		}
	}
	return 0;
}

static size_t
find_cue(const struct theme_hits *hits, const struct cue *cue)
{
	size_t i = 0;

	while (i < hits->n_cues && hits->cues[i].cue != cue)
		i++;
	return i;
}

static void
read_passage(struct theme_hits *hits, struct document *document,
	     const struct cues *cues, size_t passage, double section)
{
	struct text text = document_reading(document, passage)->text;
	struct span all = span_of(0, text.len);
	struct cue_hit hit;

	for (size_t from = 0; cues_next(cues, text, all, from, &hit);
	     from = span_end(hit.span)) {
		hits->hits =
			array_grow(hits->hits, hits->n_hits,
				   &hits->hits_capacity, sizeof(*hits->hits));
		hits->hits[hits->n_hits++] = (struct theme_hit){
			find_cue(hits, hit.cue), passage, section};
	}
}

static void
read_project(struct theme_hits *hits, struct document *document,
	     const struct project *project, struct coded_project *coded,
	     struct diagnostics *diagnostics)
{
	size_t first = project->first_passage;

	coded->first_hit = hits->n_hits;
	for (size_t i = 0; i < hits->n_themes; i++) {
		const struct cues *cues =
			vocabulary_set(hits->vocabularies, "themes",
				       hits->themes[i].bytes, diagnostics);

		read_passage(hits, document, cues, first, 0);
		for (size_t j = first; j < first + project->n_passages; j++) {
			const struct holding *holding =
				document_holds(document, j, HOLDS_THEMES);

			if (holding)
				read_passage(hits, document, cues, j,
					     holding->weight);
		}
	}
	coded->n_hits = hits->n_hits - coded->first_hit;
}

static struct coded_project *
find_project(struct theme_hits *hits, struct text key)
{
	for (size_t i = 0; i < hits->n_projects; i++)
		if (text_equal(hits->projects[i].key, key))
			return &hits->projects[i];
	return NULL;
}

static int
read_report(struct theme_hits *hits, const struct rules *rules,
	    const char *path, struct diagnostics *diagnostics)
{
	struct report report = {.arena = hits->arena};
	const struct layout *layout;
	struct document document;
	struct file file;
	int result = -1;

	if (file_read(&file, path, FILE_LARGEST, diagnostics) < 0)
		return -1;
	diagnostics_init(&report.diagnostics, false);
	report.name = file_stem(path);
	report.path = text_of(path);
	report.text =
		arena_text(hits->arena, (struct text){file.bytes, file.len});
	layout = rules_recognise(rules, &report);
	if (layout)
		result = extract_document(rules, layout, &report, &document);
	for (size_t i = 0; result == 0 && i < report.n_projects; i++) {
		struct coded_project *coded =
			find_project(hits, report.projects[i].key);

		if (coded)
			read_project(hits, &document, &report.projects[i],
				     coded, diagnostics);
	}
	diagnostics_release(&report.diagnostics);
	file_release(&file);
	return result;
}

static void
read_projects(struct theme_hits *hits, const struct sheet *sheet)
{
	size_t column = sheet_column(sheet, "project");

	for (size_t i = 0; i < sheet->n_rows; i++) {
		struct coded_project project = {
			.key = arena_text(hits->arena,
					  sheet_cell(sheet, i, column))};

		project.verdicts = arena_alloc(hits->arena, hits->n_themes + 1,
					       sizeof(*project.verdicts));
		hits->projects =
			array_grow(hits->projects, hits->n_projects,
				   &hits->projects_capacity, sizeof(project));
		hits->projects[hits->n_projects++] = project;
	}
}

static void
read_verdicts(struct theme_hits *hits, const struct sheet *sheet)
{
	size_t project = sheet_column(sheet, "project");
	size_t theme = sheet_column(sheet, "theme");
	size_t must = sheet_column(sheet, "must");

	for (size_t i = 0; i < sheet->n_rows; i++) {
		struct coded_project *coded =
			find_project(hits, sheet_cell(sheet, i, project));

		for (size_t j = 0; coded && j < hits->n_themes; j++)
			if (text_equal(hits->themes[j],
				       sheet_cell(sheet, i, theme)))
				coded->verdicts[j] =
					text_is(sheet_cell(sheet, i, must), "0")
						? VERDICT_ALLOWED
						: VERDICT_YES;
	}
}

static int
read_gold(struct theme_hits *hits, const char *folder,
	  struct diagnostics *diagnostics)
{
	struct coding coding;

	if (coding_read(&coding, folder, diagnostics) < 0)
		return -1;
	read_projects(hits, &coding.sheets[TABLE_PROJECTS]);
	for (size_t i = 0; i < N_COMPARED_TABLES; i++)
		if (coding_has(&coding, i) &&
		    text_is(text_of(compared_tables[i].name), "themes"))
			read_verdicts(hits, &coding.sheets[i]);
	coding_release(&coding);
	return 0;
}

static int
read_reports(struct theme_hits *hits, const struct rules *rules,
	     const char *folder, struct diagnostics *diagnostics)
{
	struct file_list list = {NULL, 0, 0};
	int result = file_walk(&list, folder, diagnostics);

	for (size_t i = 0; result == 0 && i < list.n_paths; i++)
		result = read_report(hits, rules, list.paths[i], diagnostics);
	file_list_release(&list);
	return result;
}

int
theme_hits_read(struct theme_hits *hits, const char *reports, const char *gold,
		struct diagnostics *diagnostics)
{
	struct data data;
	struct rules *rules;
	int result = -1;

	*hits = (struct theme_hits){.arena = arena_new()};
	if (data_open(&data, NULL, diagnostics) < 0)
		return -1;
	hits->vocabularies = vocabularies_new(&data, diagnostics);
	rules = rules_new(&data, diagnostics);
	if (hits->vocabularies && rules && read_cues(hits, diagnostics) == 0 &&
	    read_gold(hits, gold, diagnostics) == 0)
		result = read_reports(hits, rules, reports, diagnostics);
	rules_free(rules);
	data_close(&data);
	return result;
}

void
theme_hits_release(struct theme_hits *hits)
{
	vocabularies_free(hits->vocabularies);
	free(hits->cues);
	free(hits->hits);
	free(hits->projects);
	arena_free(hits->arena);
}
