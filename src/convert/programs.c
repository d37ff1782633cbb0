/* Finding a converter on the computer, and asking which version it is. */
#include "programs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook/base/escape.h"

#include "cage.h"

/* The program in a folder of $PATH, as an absolute path; NULL: not there. */
static const char *
find_in_path(struct arena *arena, const char *name)
{
	const char *folders = getenv("PATH");
	struct text rest = text_of(folders ? folders : "/usr/bin:/bin");

	while (rest.len) {
		size_t end = text_find(rest, TEXT(":"), 0);
		struct text folder = text_sub(rest, 0, end);
		struct text path =
			arena_format(arena, "%.*s/%s", TEXT_ARG(folder), name);

		if (folder.len && folder.bytes[0] == '/' &&
		    access(path.bytes, X_OK) == 0)
			return path.bytes;
		rest = text_sub(rest, end + 1, rest.len);
	}
	return NULL;
}

void
program_look_for(struct program *program, struct arena *arena)
{
	const char *name = program->name.bytes;

	if (program->looked_for)
		return;
	program->looked_for = true;
	if (strchr(name, '/'))
		program->path =
			name[0] == '/' && access(name, X_OK) == 0 ? name : NULL;
	else
		program->path = find_in_path(arena, name);
}

/* A word of a program's arguments, with its limit in the place of "{heap}". */
static struct text
with_heap(struct arena *arena, struct text word, const struct limits *limits)
{
	static const struct text place = {"{heap}", 6};
	size_t at = text_find(word, place, 0);

	if (at == word.len)
		return word;
	return arena_format(arena, "%.*s%u%s", (int)at, word.bytes,
			    limits->heap, word.bytes + at + place.len);
}

struct words
program_arguments(struct arena *arena, const struct format *format)
{
	const struct program *program = format->program;
	size_t n = program->arguments.n;
	struct words all = {.n = n + format->arguments.n};

	all.items = arena_alloc(arena, all.n + 1, sizeof(*all.items));
	for (size_t i = 0; i < all.n; i++)
		all.items[i] =
			i < n ? with_heap(arena, program->arguments.items[i],
					  &program->limits)
			      : format->arguments.items[i - n];
	return all;
}

/* The first word that begins with a digit: "2.17.1.1". */
static struct text
version_in(struct text told)
{
	size_t line = text_find(told, TEXT("\n"), 0);
	size_t from = 0, to;

	while (from < line &&
	       !(told.bytes[from] >= '0' && told.bytes[from] <= '9' &&
		 (from == 0 || told.bytes[from - 1] == ' ')))
		from++;
	to = from;
	while (to < line && !strchr(" \r\t,", told.bytes[to]))
		to++;
	return text_sub(told, from, to - from);
}

void
program_ask_version(struct program *program, struct arena *arena)
{
	struct caged caged;
	struct buffer safe = {NULL, 0, 0};

	if (program->asked || program->version.n == 0)
		return;
	program->asked = true;
	cage_run(program->path, program->version, TEXT(""), &program->limits,
		 &caged);
	escape_terminal(&safe,
			escape_cut(version_in(buffer_text(
					   caged.output.len ? &caged.output
							    : &caged.errors)),
				   40));
	program->version_told = arena_text(arena, buffer_text(&safe));
	buffer_release(&safe);
	caged_release(&caged);
}
