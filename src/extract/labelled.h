/* Marks whose heading says that they are marks. Within room extract only. */
#ifndef CASEBOOK_EXTRACT_LABELLED_H
#define CASEBOOK_EXTRACT_LABELLED_H

#include "moment.h"

/* The heading of a passage, if it has a word of appreciation; else empty. */
struct text label_of(const struct extraction *extraction, size_t passage);
/* Does the label speak for the sentence in hand? It is then a short one. */
bool is_labelled(const struct measuring *measuring);
/* The moments that are left: by the words of labels beside marks and in the
 * heading. */
void tell_labelled(struct measuring *measuring);
/* The object of a mark of which its sentence names none. */
const char *label_object(const struct measuring *measuring);

#endif
