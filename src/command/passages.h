/*
 * `casebook show PROJECT --section NAME --marked`: the text of a project, or of
 * some of its sections, with the facts marked in it. It rests on the views
 * `passages` and `evidence` alone.
 */
#ifndef COMMAND_PASSAGES_H
#define COMMAND_PASSAGES_H

#include "casebook/store/schema.h"
#include "command.h"

/*
 * Prints the project's passages that options.section names (all without one),
 * marked with options.marked; as data the rows of the two views. A message when
 * there is no such section.
 */
void passages_show(struct session *session, const struct schema *schema,
		   struct text project);

/* A passage's text behind its heading, trimmed: a part of `text`. */
struct text passage_body(struct text text, struct text heading);

#endif
