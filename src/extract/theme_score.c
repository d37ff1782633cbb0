/* Scores of themes. A theme for which nothing speaks is never chosen. */
#include "theme_score.h"

#include <stdlib.h>

double
theme_in_title(const struct theme_settings *settings, double strongest)
{
	return settings->title * strongest;
}

double
theme_in_section(const struct theme_settings *settings, double weight,
		 double sum)
{
	return weight * (sum < settings->cap ? sum : settings->cap);
}

static int
compare_scores(const void *a, const void *b)
{
	const struct theme_score *x = a, *y = b;

	if (x->score > y->score || x->score < y->score)
		return x->score > y->score ? -1 : 1;
	return (x->theme > y->theme) - (x->theme < y->theme);
}

size_t
themes_choose(const struct theme_settings *settings, struct theme_score *scores,
	      size_t n)
{
	double enough = settings->minimum;
	size_t chosen = 0;

	qsort(scores, n, sizeof(*scores), compare_scores);
	if (n > 0 && scores[0].score * settings->share > enough)
		enough = scores[0].score * settings->share;
	while (chosen < n && chosen < settings->most &&
	       scores[chosen].score > 0 && scores[chosen].score >= enough)
		chosen++;
	return chosen;
}
