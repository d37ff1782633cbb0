/*
 * What was printed for people, held against what it promises: no control
 * character, a Markdown table that is whole, an HTML page of its own elements
 * alone. Each function aborts where it is not so.
 */
#ifndef TESTS_FUZZ_PRINTED_H
#define TESTS_FUZZ_PRINTED_H

#include "casebook/base/memory.h"

/* Nothing that moves a cursor, rings, or turns the direction. */
void printed_check_harmless(struct text text);
void printed_check_markdown(struct text text, size_t n_columns, size_t n_rows);
void printed_check_html(struct text text, size_t n_cells);
/* Without what makes letters bold, underlined or coloured; in the buffer. */
struct text printed_without_styles(struct text text, struct buffer *out);

#endif
