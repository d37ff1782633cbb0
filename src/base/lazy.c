/* Loading a library by the name that it had when the program was built. */
#include "casebook/base/lazy.h"

#include <assert.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casebook/base/memory.h"

#include "sonames.h"

static const char *
soname_of(const char *library)
{
	for (size_t i = 0; i < n_sonames; i++)
		if (strcmp(sonames[i].library, library) == 0)
			return sonames[i].name;
	assert(0 && "a library that the Makefile names");
	return "";
}

/*
 * That there is no memory for a library is not the same as that it is missing.
 * The loader says so in its words, or leaves the error behind, or cannot even
 * say that much.
 */
static void
end_if_exhausted(int error)
{
	const char *words = dlerror();
	const char *why = words ? words : strerror(ENOMEM);

	if (error == ENOMEM || strstr(why, strerror(ENOMEM)))
		memory_exhausted();
	free(memory_new(1, strlen(why) + 1));
}

int
lazy_load(const char *library, const struct lazy_function *functions, size_t n)
{
	void *handle;

	errno = 0;
	handle = dlopen(soname_of(library), RTLD_NOW | RTLD_LOCAL);
	if (!handle)
		end_if_exhausted(errno);
	for (size_t i = 0; handle && i < n; i++) {
		void *function = dlsym(handle, functions[i].name);

		if (!function)
			return -1;
		/* POSIX: both kinds of pointers have one representation. */
		memcpy(functions[i].into, &function, sizeof(function));
	}
	return handle ? 0 : -1;
}

void
lazy_need(const char *library, const struct lazy_function *functions, size_t n)
{
	enum { EXIT_IMPOSSIBLE = 3 };

	if (lazy_load(library, functions, n) == 0)
		return;
	fprintf(stderr,
		"casebook: error: the library %s is missing; install it\n",
		soname_of(library));
	_Exit(EXIT_IMPOSSIBLE);
}
