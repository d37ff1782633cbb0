/*
 * One line of text: the words of a row with blanks between them. Within room
 * convert only.
 */
#ifndef CASEBOOK_CONVERT_LINES_H
#define CASEBOOK_CONVERT_LINES_H

#include "sheet.h"

/*
 * Adds a line to the sheet, in the column that is the last so far and begins at
 * left. narrow: another column stands beside it, or it is stretched to a
 * margin.
 */
void line_add(struct sheet *sheet, struct arena *arena,
	      const struct boxed_row *row, double left, bool narrow);
/* Its words, from their first: as in a line, but a bullet is kept. */
struct text row_text(struct arena *arena, const struct boxed_row *row);
/*
 * Takes the hyphen off that surely divides the text's last word, and that no
 * keyboard sets (soft, or U+2010). Returns whether there was one.
 */
bool take_hyphen(struct text *text);

#endif
