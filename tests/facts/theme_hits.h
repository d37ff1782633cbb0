/*
 * What the cues of themes hit in a folder of reports, beside what a coder says
 * the projects are about: all that weighing cues needs, read once.
 *
 * Invariant: hits stand by project, then theme, then passage.
 */
#ifndef TESTS_FACTS_THEME_HITS_H
#define TESTS_FACTS_THEME_HITS_H

#include "casebook/extract/extract.h"

enum verdict { VERDICT_NO, VERDICT_YES, VERDICT_ALLOWED };

struct theme_cue {
	const struct cue *cue;
	size_t theme;
};

struct theme_hit {
	size_t cue; /* of theme_hits.cues */
	size_t passage;
	double section; /* its weight; 0 in a title */
};

struct coded_project {
	struct text key;
	size_t first_hit, n_hits;
	enum verdict *verdicts; /* one for each theme */
};

struct theme_hits {
	struct arena *arena;
	struct vocabularies *vocabularies;
	struct text *themes;
	size_t n_themes;
	struct theme_cue *cues;
	size_t n_cues, cues_capacity;
	struct theme_hit *hits;
	size_t n_hits, hits_capacity;
	struct coded_project *projects; /* those of the gold */
	size_t n_projects, projects_capacity;
};

/* Returns 0, or -1 after messages; release it in any case. */
int theme_hits_read(struct theme_hits *hits, const char *reports,
		    const char *gold, struct diagnostics *diagnostics);
void theme_hits_release(struct theme_hits *hits);

#endif
