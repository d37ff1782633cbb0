/*
 * fit_themes REPORTS GOLD [--fitted]: how well the cues of themes do in a
 * project that was not looked at when they were weighed (leave-one-out): for
 * each project of the gold, weights and settings are set from the others, and
 * the project is scored with them. Its last line sums up. --fitted prints the
 * weights and settings that all projects together give.
 *
 * Setting them: every cue begins with weight 1 (what the vocabulary gives 0
 * takes words away, and stays so), every setting in the middle of its list.
 * Then one after the other gets the value of its list that makes the fewest
 * mistakes; of equals the one it has. That is done over again until nothing
 * changes, at most ROUNDS times.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/extract/theme_score.h"
#include "theme_hits.h"

enum { ROUNDS = 5, MOST_PASSAGES = 8 };

struct fit {
	double *weights; /* one for each cue */
	struct theme_settings settings;
};

struct mistakes {
	size_t right, missing, extra;
};

static const double weights[] = {0, 0.5, 1, 2};
static const double titles[] = {2, 3, 4, 5, 6};
static const double caps[] = {2, 3, 4, 5, 6};
static const double minima[] = {2, 2.5, 3, 3.5, 4, 4.5, 5};
static const double shares[] = {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4};

#define LENGTH(list) (sizeof(list) / sizeof(*(list)))

/* The score of the theme whose hits begin at *at; moves behind them. */
static struct theme_score
score_theme(const struct theme_hits *hits, const struct fit *fit, size_t *at,
	    size_t end)
{
	const struct theme_hit *list = hits->hits;
	struct theme_score score = {hits->cues[list[*at].cue].theme, 0};

	while (*at < end && hits->cues[list[*at].cue].theme == score.theme) {
		size_t first = *at;
		double sum = 0, best = 0;

		for (; *at < end && list[*at].passage == list[first].passage &&
		       hits->cues[list[*at].cue].theme == score.theme;
		     ++*at) {
			double weight = fit->weights[list[*at].cue];

			sum += weight;
			best = weight > best ? weight : best;
		}
		score.score +=
			list[first].section > 0
				? theme_in_section(&fit->settings,
						   list[first].section, sum)
				: theme_in_title(&fit->settings, best);
	}
	return score;
}

/* Adds what is right and wrong in a project. */
static void
judge(const struct theme_hits *hits, const struct fit *fit,
      const struct coded_project *project, struct mistakes *mistakes)
{
	struct theme_score scores[64];
	size_t n = 0, chosen, asked = 0, right = 0;
	size_t at = project->first_hit, end = at + project->n_hits;

	while (at < end && n < LENGTH(scores))
		scores[n++] = score_theme(hits, fit, &at, end);
	chosen = themes_choose(&fit->settings, scores, n);
	for (size_t i = 0; i < hits->n_themes; i++)
		asked += project->verdicts[i] == VERDICT_YES;
	for (size_t i = 0; i < chosen; i++) {
		enum verdict verdict = project->verdicts[scores[i].theme];

		right += verdict == VERDICT_YES;
		mistakes->extra += verdict == VERDICT_NO;
	}
	mistakes->right += right;
	mistakes->missing += asked - right;
}

/* Those in all projects but one; all when there is no such project. */
static size_t
count_mistakes(const struct theme_hits *hits, const struct fit *fit,
	       size_t left_out)
{
	struct mistakes mistakes = {0, 0, 0};

	for (size_t i = 0; i < hits->n_projects; i++)
		if (i != left_out)
			judge(hits, fit, &hits->projects[i], &mistakes);
	return mistakes.missing + mistakes.extra;
}

/* Gives one number of the fit its best value. Returns whether it changed. */
static bool
improve(const struct theme_hits *hits, const struct fit *fit, size_t left_out,
	double *number, const double *list, size_t n)
{
	double before = *number, best = before;
	size_t fewest = count_mistakes(hits, fit, left_out);

	for (size_t i = 0; i < n; i++) {
		size_t mistakes;

		*number = list[i];
		mistakes = count_mistakes(hits, fit, left_out);
		if (mistakes < fewest) {
			fewest = mistakes;
			best = list[i];
		}
	}
	*number = best;
	return best > before || best < before;
}

static bool
improve_all(const struct theme_hits *hits, struct fit *fit, size_t left_out)
{
	struct theme_settings *settings = &fit->settings;
	bool changed = false;

	changed |= improve(hits, fit, left_out, &settings->minimum, minima,
			   LENGTH(minima));
	changed |= improve(hits, fit, left_out, &settings->share, shares,
			   LENGTH(shares));
	changed |= improve(hits, fit, left_out, &settings->title, titles,
			   LENGTH(titles));
	changed |= improve(hits, fit, left_out, &settings->cap, caps,
			   LENGTH(caps));
	for (size_t i = 0; i < hits->n_cues; i++)
		if (hits->cues[i].cue->weight > 0)
			changed |=
				improve(hits, fit, left_out, &fit->weights[i],
					weights, LENGTH(weights));
	return changed;
}

static void
fit_all(const struct theme_hits *hits, struct fit *fit, size_t left_out)
{
	for (size_t i = 0; i < hits->n_cues; i++)
		fit->weights[i] = hits->cues[i].cue->weight > 0 ? 1 : 0;
	fit->settings = (struct theme_settings){4, 4, 3.5, 0.25, 5};
	for (size_t i = 0; i < ROUNDS; i++)
		if (!improve_all(hits, fit, left_out))
			break;
}

static void
leave_one_out(const struct theme_hits *hits, struct fit *fit)
{
	struct mistakes all = {0, 0, 0};
	double precision, recall;

	for (size_t i = 0; i < hits->n_projects; i++) {
		struct mistakes one = {0, 0, 0};

		fit_all(hits, fit, i);
		judge(hits, fit, &hits->projects[i], &one);
		if (one.missing + one.extra > 0)
			printf("%.*s: %zu right, %zu missing, %zu extra\n",
			       TEXT_ARG(hits->projects[i].key), one.right,
			       one.missing, one.extra);
		all.right += one.right;
		all.missing += one.missing;
		all.extra += one.extra;
	}
	precision = (double)all.right / (double)(all.right + all.extra);
	recall = (double)all.right / (double)(all.right + all.missing);
	printf("themes, each project left out in its turn: precision %.3f, "
	       "recall %.3f, F1 %.3f\n",
	       precision, recall,
	       2 * precision * recall / (precision + recall));
}

static void
print_fitted(const struct theme_hits *hits, struct fit *fit)
{
	const struct theme_settings *settings = &fit->settings;

	fit_all(hits, fit, hits->n_projects);
	printf("settings: { title: %g, cap: %g, minimum: %g, share: %g, "
	       "most: %zu }\n",
	       settings->title, settings->cap, settings->minimum,
	       settings->share, settings->most);
	for (size_t i = 0; i < hits->n_cues; i++)
		printf("%.*s\t%g\t%g\t%.*s\n",
		       TEXT_ARG(hits->themes[hits->cues[i].theme]),
		       fit->weights[i], hits->cues[i].cue->weight,
		       TEXT_ARG(hits->cues[i].cue->words));
	printf("mistakes: %zu\n", count_mistakes(hits, fit, hits->n_projects));
}

int
main(int argc, char **argv)
{
	struct diagnostics diagnostics;
	struct theme_hits hits;
	struct fit fit;
	int result;

	if (argc < 3) {
		fprintf(stderr, "usage: fit_themes REPORTS GOLD [--fitted]\n");
		return 2;
	}
	diagnostics_init(&diagnostics, true);
	result = theme_hits_read(&hits, argv[1], argv[2], &diagnostics);
	if (result == 0) {
		fit.weights = memory_new(hits.n_cues, sizeof(*fit.weights));
		if (argc > 3 && strcmp(argv[3], "--fitted") == 0)
			print_fitted(&hits, &fit);
		else
			leave_one_out(&hits, &fit);
		free(fit.weights);
	}
	theme_hits_release(&hits);
	diagnostics_release(&diagnostics);
	return result == 0 ? 0 : 1;
}
