/* PCRE2's memory from base/memory, where running out of it is handled. */
#include "engine.h"

#include <stdlib.h>

#include "casebook/base/memory.h"

static void *
engine_alloc(size_t size, void *data)
{
	(void)data;
	return memory_resize(NULL, size, 1);
}

static void
engine_release(void *memory, void *data)
{
	(void)data;
	free(memory);
}

pcre2_general_context *
engine_new(void)
{
	return pcre2_general_context_create(engine_alloc, engine_release, NULL);
}
