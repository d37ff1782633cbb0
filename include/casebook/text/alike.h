/*
 * Text made alike, so that what two people wrote down can be compared. The
 * rules are those of the codebook's judge, character by character; room fold
 * (fold.h) has others, made for finding headings and cues in scans.
 */
#ifndef CASEBOOK_TEXT_ALIKE_H
#define CASEBOOK_TEXT_ALIKE_H

#include "casebook/base/memory.h"

/* One blank for each run of white space, none at the ends. */
struct text alike_blanks(struct arena *arena, struct text text);
/*
 * The words, one blank between them: compatibility forms taken apart (NFKD),
 * combining marks taken off, case folded; a word is a run of letters, numbers
 * and underscores, all else parts words.
 */
struct text alike_words(struct arena *arena, struct text text);

#endif
