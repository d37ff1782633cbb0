/*
 * How hits of cues become the score of a theme, and scores a choice: apart from
 * where the hits come from, so that `make facts` can weigh the same hits again
 * with other settings.
 */
#ifndef CASEBOOK_EXTRACT_THEME_SCORE_H
#define CASEBOOK_EXTRACT_THEME_SCORE_H

#include <stddef.h>

/* The table `settings` of the vocabulary `themes`, which explains them. */
struct theme_settings {
	double title, cap, minimum, share;
	size_t most;
};

struct theme_score {
	size_t theme; /* in the order of the vocabulary */
	double score;
};

/* What the title adds; strongest: the weight of its strongest cue. */
double theme_in_title(const struct theme_settings *settings, double strongest);
/* What a section of this weight adds; sum: of the weights of its cues. */
double theme_in_section(const struct theme_settings *settings, double weight,
			double sum);

/*
 * Sorts the scores, the highest first, of equals the theme that the vocabulary
 * names first. Returns how many of them are themes of the project.
 */
size_t themes_choose(const struct theme_settings *settings,
		     struct theme_score *scores, size_t n);

#endif
