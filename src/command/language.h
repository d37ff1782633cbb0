/*
 * In which language people are spoken to: that of --lang, else of the locale.
 * Only labels know it; messages, help and the data's names never change.
 */
#ifndef COMMAND_LANGUAGE_H
#define COMMAND_LANGUAGE_H

#include "casebook/ask/filter.h"
#include "casebook/output/labels.h"
#include "command.h"

/*
 * The labels of the run's language, from labels/LANGUAGE.yml of the session's
 * data. The caller frees. NULL after a message: there is no such language, or
 * the file cannot be understood.
 */
struct labels *language_labels(struct session *session);

/* Whether there is the language asked for. Returns 0, or -1 after a message. */
int language_check(struct session *session);

/*
 * A filter_teacher, whose context is the session: a label of any language is a
 * word for its value.
 */
int language_teach(void *session, struct filter *filter);

#endif
