/* What patterns and cues have in common: how PCRE2 gets its memory. */
#ifndef TEXT_ENGINE_H
#define TEXT_ENGINE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/*
 * A context whose memory comes from base/memory, so that what is made with it
 * is never NULL for want of memory. Free it with pcre2_general_context_free.
 */
pcre2_general_context *engine_new(void);

#endif
