/* The parts of a layout's file, read one by one. Within room layout only. */
#ifndef CASEBOOK_LAYOUT_READ_H
#define CASEBOOK_LAYOUT_READ_H

#include "casebook/layout/layout.h"
#include "strict.h"

/* Each fills in its part of *layout; -1 after messages. */
int read_recognise(struct strict *strict, const struct yaml *node,
		   struct layout *layout);
int read_source(struct strict *strict, const struct yaml *node,
		struct layout *layout);
int read_regions(struct strict *strict, const struct yaml *node,
		 struct layout *layout);
/* Before the sections and lines, which name them. */
int read_fields(struct strict *strict, const struct yaml *node,
		struct layout *layout);
int read_sections(struct strict *strict, const struct yaml *node,
		  struct layout *layout);
/* After the sections, which it names. */
int read_projects(struct strict *strict, const struct yaml *node,
		  struct layout *layout);
int read_furniture(struct strict *strict, const struct yaml *node,
		   struct layout *layout);
int read_asides(struct strict *strict, const struct yaml *node,
		struct layout *layout);
int read_lines(struct strict *strict, const struct yaml *node,
	       struct layout *layout);
int read_repairs(struct strict *strict, const struct yaml *node,
		 struct layout *layout);
int read_examples(struct strict *strict, const struct yaml *node,
		  struct layout *layout);

/* heading.c: the letters of a form's words, and what is known of them. */
void form_fold(struct heading_form *form, struct arena *arena);
/* One form of a heading, and the list of them under a key `heading`. */
int read_form(struct strict *strict, const struct yaml *node,
	      struct heading_form *form);
int read_forms(struct strict *strict, const struct yaml *node,
	       struct heading_form **forms, size_t *n_forms);
/* { column: TEXT } and a front-matter field, or lists of them, as forms. */
int read_columns(struct strict *strict, const struct yaml *node,
		 struct section *section);
int read_front_matter(struct strict *strict, const struct yaml *node,
		      struct section *section);
/* A level from 1 to 6. */
int read_heading_level(struct strict *strict, const struct yaml *node,
		       struct heading_form *form);
/* What is held: `advisers`, or `[themes 2, organisations partner prose]`. */
int read_holds(struct strict *strict, const struct yaml *node,
	       const struct layout *layout, struct holding **holds,
	       size_t *n_holds);

/* The groups that they name ("of NAME") are in one of n patterns. */
int check_groups(struct strict *strict, const struct yaml *node,
		 const struct holding *holds, size_t n_holds,
		 struct pattern *const *patterns, size_t n);

/* The section that a scalar names; NO_SECTION after a message. */
size_t named_section(struct strict *strict, const struct yaml *node,
		     const struct layout *layout);
size_t section_index(const struct layout *layout, struct text name);

#endif
