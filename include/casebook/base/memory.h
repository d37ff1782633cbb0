/*
 * Memory. What lives as long as a document comes from its arena and is freed
 * with it; all else has one owner. Running out of memory ends the program in
 * one place, with exit status 3 (the store leaves the database as it was).
 */
#ifndef CASEBOOK_BASE_MEMORY_H
#define CASEBOOK_BASE_MEMORY_H

#include <stddef.h>

#include "casebook/base/text.h"

/* Never return NULL. The caller frees with free(). */
void *memory_new(size_t n, size_t size); /* zeroed */
void *memory_resize(void *memory, size_t n, size_t size);
char *memory_string(struct text text); /* a copy that ends in NUL */
/* For a library that says so itself. */
_Noreturn void memory_exhausted(void);

/* Room for one more element behind n; doubles *capacity when it is full. */
void *array_grow(void *array, size_t n, size_t *capacity, size_t size);

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is allowed */
void *arena_alloc(struct arena *arena, size_t n, size_t size); /* zeroed */
/* A copy, ending in NUL behind its length. */
struct text arena_text(struct arena *arena, struct text text);
struct text arena_format(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* A string that grows. Its text is valid until the next change. */
struct buffer {
	char *bytes; /* ends in NUL behind len, once something was added */
	size_t len;
	size_t capacity;
};

void buffer_release(struct buffer *buffer);
void buffer_clear(struct buffer *buffer);
void buffer_add(struct buffer *buffer, struct text text);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_add_string(struct buffer *buffer, const char *string);
void buffer_format(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
struct text buffer_text(const struct buffer *buffer);

#endif
