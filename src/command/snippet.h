/* The piece of a passage that shows why it was found. */
#ifndef COMMAND_SNIPPET_H
#define COMMAND_SNIPPET_H

#include "casebook/ask/search.h"
#include "casebook/output/screen.h"

/*
 * A text on one line (furniture left out, one blank for white space), with the
 * marks that fall in it. The marks are in bytes of `text`, and have no label.
 */
struct snippet {
	struct buffer text;
	struct screen_mark *marks;
	size_t n_marks, capacity;
	size_t first; /* of the passage's marks: the first that it shows */
	struct redaction *redaction; /* the screen's; NULL: nothing */
};

void snippet_release(struct snippet *snippet);

/*
 * Some `width` bytes of the body where most marks stand. The passage has marks.
 * What the snippet held before is gone.
 */
void snippet_make(struct snippet *snippet, const struct search_passage *passage,
		  size_t width);
/* The title as the passage prints it; empty when it prints none. */
void snippet_make_title(struct snippet *snippet,
			const struct search_passage *passage);

/* Its text with [brackets] around the marks. */
void snippet_add_plain(struct buffer *out, const struct snippet *snippet);
/* On one line as it is, harmless; marks bold, or in brackets. */
void snippet_print(const struct snippet *snippet, const struct screen *screen,
		   FILE *stream);

#endif
