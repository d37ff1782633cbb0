/*
 * From the words of a page and their places to lines in the order of reading:
 * a row across the page is a line, but where the page has two columns the left
 * one comes before the right. Within room convert only.
 */
#ifndef CASEBOOK_CONVERT_COLUMNS_H
#define CASEBOOK_CONVERT_COLUMNS_H

#include "paragraphs.h"

struct boxed_word {
	struct box box;
	size_t block;	  /* as the converter saw it */
	struct span span; /* of the buffer of words */
};

/* Fills in the page's lines and text; sorts the words. */
void columns_read(struct boxed_page *page, struct boxed_word *words, size_t n,
		  struct text text);

#endif
