/*
 * Memory: checked allocation, arenas, growing strings. The one place where
 * running out of memory ends the program.
 */
#include "casebook/base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook/base/leftover.h"

enum {
	BLOCK_FIRST = 2 * 1024, /* bytes; each block doubles the last */
	BLOCK_LARGEST = 256 * 1024,
	ALIGNMENT = 16, /* bytes */
	EXIT_IMPOSSIBLE = 3,
};

struct block {
	struct block *previous;
	size_t used, size; /* bytes of data */
	_Alignas(16) char data[];
};

struct arena {
	struct block *last;
};

void
memory_exhausted(void)
{
	static const char message[] =
		"casebook: error: out of memory; no report is half in the "
		"casebook\n";
	ssize_t written = write(STDERR_FILENO, message, sizeof(message) - 1);

	(void)written;
	leftover_remove();
	_exit(EXIT_IMPOSSIBLE);
}

void *
memory_new(size_t n, size_t size)
{
	void *memory = calloc(n ? n : 1, size ? size : 1);

	if (!memory)
		memory_exhausted();
	return memory;
}

void *
memory_resize(void *memory, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		memory_exhausted();
	memory = realloc(memory, n * size > 0 ? n * size : 1);
	if (!memory)
		memory_exhausted();
	return memory;
}

char *
memory_string(struct text text)
{
	char *copy = memory_new(text.len + 1, 1);

	if (text.len)
		memcpy(copy, text.bytes, text.len);
	return copy;
}

void *
array_grow(void *array, size_t n, size_t *capacity, size_t size)
{
	if (n < *capacity)
		return array;
	*capacity = *capacity ? *capacity * 2 : 8;
	return memory_resize(array, *capacity, size);
}

struct arena *
arena_new(void)
{
	return memory_new(1, sizeof(struct arena));
}

void
arena_free(struct arena *arena)
{
	if (!arena)
		return;
	while (arena->last) {
		struct block *block = arena->last;

		arena->last = block->previous;
		free(block);
	}
	free(arena);
}

static struct block *
block_for(struct arena *arena, size_t bytes)
{
	struct block *block = arena->last;
	size_t usual = block ? block->size * 2 : BLOCK_FIRST;
	size_t size;

	if (block && block->size - block->used >= bytes)
		return block;
	if (usual > BLOCK_LARGEST)
		usual = BLOCK_LARGEST;
	size = bytes > usual ? bytes : usual;
	if (size > SIZE_MAX - sizeof(struct block))
		memory_exhausted();
	/* A large piece comes zeroed: its pages are made when they are used. */
	block = size > BLOCK_LARGEST
			? memory_new(1, sizeof(struct block) + size)
			: memory_resize(NULL, 1, sizeof(struct block) + size);
	block->used = 0;
	block->size = size;
	if (arena->last && size > usual) {
		/* A large piece does not close the block in use. */
		block->previous = arena->last->previous;
		arena->last->previous = block;
	} else {
		block->previous = arena->last;
		arena->last = block;
	}
	return block;
}

/* Room as it comes: what is not written is not zero. */
static void *
arena_room(struct arena *arena, size_t n, size_t size)
{
	struct block *block;
	size_t bytes, offset;

	if (size != 0 && n > (SIZE_MAX - ALIGNMENT) / size)
		memory_exhausted();
	bytes = (n * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	block = block_for(arena, bytes);
	offset = block->used;
	block->used += bytes;
	return block->data + offset;
}

void *
arena_alloc(struct arena *arena, size_t n, size_t size)
{
	void *room = arena_room(arena, n, size);

	if (n * size <= BLOCK_LARGEST)
		memset(room, 0, n * size);
	return room;
}

struct text
arena_text(struct arena *arena, struct text text)
{
	char *copy = arena_room(arena, text.len + 1, 1);

	if (text.len)
		memcpy(copy, text.bytes, text.len);
	copy[text.len] = '\0';
	return (struct text){copy, text.len};
}

struct text
arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments, again;
	char *bytes;
	int len;

	va_start(arguments, format);
	va_copy(again, arguments);
	len = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (len < 0)
		len = 0;
	bytes = arena_alloc(arena, (size_t)len + 1, 1);
	vsnprintf(bytes, (size_t)len + 1, format, again);
	va_end(again);
	return (struct text){bytes, (size_t)len};
}

void
buffer_release(struct buffer *buffer)
{
	free(buffer->bytes);
	*buffer = (struct buffer){NULL, 0, 0};
}

void
buffer_clear(struct buffer *buffer)
{
	buffer->len = 0;
	if (buffer->bytes)
		buffer->bytes[0] = '\0';
}

static void
buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t need = buffer->len + more + 1;

	if (need < more)
		memory_exhausted();
	if (need <= buffer->capacity)
		return;
	if (buffer->capacity < 64)
		buffer->capacity = 64;
	while (buffer->capacity < need)
		buffer->capacity *= 2;
	buffer->bytes = memory_resize(buffer->bytes, buffer->capacity, 1);
}

void
buffer_add(struct buffer *buffer, struct text text)
{
	buffer_reserve(buffer, text.len);
	if (text.len)
		memcpy(buffer->bytes + buffer->len, text.bytes, text.len);
	buffer->len += text.len;
	buffer->bytes[buffer->len] = '\0';
}

void
buffer_add_byte(struct buffer *buffer, char byte)
{
	buffer_add(buffer, (struct text){&byte, 1});
}

void
buffer_add_string(struct buffer *buffer, const char *string)
{
	buffer_add(buffer, text_of(string));
}

void
buffer_format(struct buffer *buffer, const char *format, ...)
{
	va_list arguments, again;
	int len;

	va_start(arguments, format);
	va_copy(again, arguments);
	len = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (len > 0) {
		buffer_reserve(buffer, (size_t)len);
		vsnprintf(buffer->bytes + buffer->len, (size_t)len + 1, format,
			  again);
		buffer->len += (size_t)len;
	}
	va_end(again);
}

struct text
buffer_text(const struct buffer *buffer)
{
	return (struct text){buffer->bytes ? buffer->bytes : "", buffer->len};
}
