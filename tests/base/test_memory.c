/* Arenas and buffers: what they give is zeroed, whole, and theirs to free. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "casebook/base/memory.h"

static void
arena_memory_is_zeroed_and_aligned(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 1; i < 2000; i++) {
		unsigned char *piece = arena_alloc(arena, i, 1);

		assert_int_equal((uintptr_t)piece % 16, 0);
		for (size_t k = 0; k < i; k++)
			assert_int_equal(piece[k], 0);
		memset(piece, 0xFF, i);
	}
	arena_free(arena);
}

static void
a_large_piece_leaves_the_block_in_use_open(void **state)
{
	struct arena *arena = arena_new();
	char *before = arena_alloc(arena, 16, 1);
	char *large = arena_alloc(arena, 1, 1 << 20);
	char *after = arena_alloc(arena, 16, 1);

	(void)state;
	memset(large, 'x', 1 << 20);
	assert_ptr_equal(after, before + 16);
	arena_free(arena);
}

static void
arena_text_ends_in_nul_behind_its_length(void **state)
{
	struct arena *arena = arena_new();
	struct text copy = arena_text(arena, (struct text){"wijkteam", 4});
	struct text empty = arena_text(arena, (struct text){NULL, 0});

	(void)state;
	assert_string_equal(copy.bytes, "wijk");
	assert_string_equal(empty.bytes, "");
	assert_string_equal(arena_format(arena, "%s-%02d", "kvds", 3).bytes,
			    "kvds-03");
	arena_free(arena);
	arena_free(NULL);
}

static void
a_buffer_keeps_its_text_while_it_grows(void **state)
{
	struct buffer buffer = {NULL, 0, 0};

	(void)state;
	assert_string_equal(buffer_text(&buffer).bytes, "");
	for (int i = 0; i < 1000; i++)
		buffer_format(&buffer, "%03d", i);
	buffer_add(&buffer, (struct text){NULL, 0});
	buffer_add_byte(&buffer, '.');
	assert_int_equal(buffer.len, 3001);
	assert_memory_equal(buffer.bytes, "000001002", 9);
	assert_string_equal(buffer.bytes + 2997, "999.");
	buffer_release(&buffer);
}

static void
a_cleared_buffer_is_an_empty_string(void **state)
{
	struct buffer buffer = {NULL, 0, 0};

	(void)state;
	buffer_add_string(&buffer, "Tilburg");
	buffer_clear(&buffer);
	assert_string_equal(buffer_text(&buffer).bytes, "");
	buffer_add_string(&buffer, "Zwolle");
	assert_string_equal(buffer_text(&buffer).bytes, "Zwolle");
	buffer_release(&buffer);
	assert_null(buffer.bytes);
}

static void
an_array_grows_when_it_is_full(void **state)
{
	size_t capacity = 0;
	size_t *numbers = NULL;

	(void)state;
	for (size_t i = 0; i < 100; i++) {
		numbers = array_grow(numbers, i, &capacity, sizeof(*numbers));
		numbers[i] = i;
	}
	assert_true(capacity >= 100);
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(numbers[i], i);
	free(numbers);
}

static void
ask_for_too_much(void)
{
	free(memory_resize(NULL, SIZE_MAX, 2));
}

static void
ask_an_arena_for_too_much(void)
{
	arena_alloc(arena_new(), SIZE_MAX - 8, 1);
}

/* The exit status of a process that does this; what it says in message. */
static int
status_of(void (*act)(void), char *message, size_t size)
{
	int ends[2], status;
	ssize_t n;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		act();
		_exit(0);
	}
	close(ends[1]);
	n = read(ends[0], message, size - 1);
	message[n > 0 ? n : 0] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
running_out_of_memory_ends_with_status_3(void **state)
{
	char message[200];

	(void)state;
	assert_int_equal(status_of(ask_for_too_much, message, sizeof(message)),
			 3);
	assert_non_null(strstr(message, "out of memory"));
	assert_int_equal(
		status_of(ask_an_arena_for_too_much, message, sizeof(message)),
		3);
	assert_non_null(strstr(message, "out of memory"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_memory_is_zeroed_and_aligned),
		cmocka_unit_test(a_large_piece_leaves_the_block_in_use_open),
		cmocka_unit_test(arena_text_ends_in_nul_behind_its_length),
		cmocka_unit_test(a_buffer_keeps_its_text_while_it_grows),
		cmocka_unit_test(a_cleared_buffer_is_an_empty_string),
		cmocka_unit_test(an_array_grows_when_it_is_full),
		cmocka_unit_test(running_out_of_memory_ends_with_status_3),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
