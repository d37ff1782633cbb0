/* Work by several threads, handed over in the order of the row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <time.h>

#include "../../src/command/pipeline.h"

enum { N_ITEMS = 200 };

struct slot {
	size_t item;
	bool held;
};

struct context {
	pthread_mutex_t lock;
	size_t n_held, most_held, n_worked, n_released;
	unsigned threads; /* a bit each that worked */
};

static volatile sig_atomic_t go_on, stop = 1;

/* Every seventh item takes long. */
static void
work(void *data, unsigned thread, size_t item, void *slot)
{
	static const struct timespec moment = {.tv_nsec = 1000000};
	struct context *context = data;
	struct slot *mine = slot;

	if (item % 7 == 0)
		nanosleep(&moment, NULL);
	pthread_mutex_lock(&context->lock);
	context->threads |= 1U << thread;
	context->n_worked++;
	if (++context->n_held > context->most_held)
		context->most_held = context->n_held;
	pthread_mutex_unlock(&context->lock);
	*mine = (struct slot){item, true};
}

static void
release(void *data, void *slot)
{
	struct context *context = data;
	struct slot *mine = slot;

	assert_true(mine->held);
	mine->held = false;
	pthread_mutex_lock(&context->lock);
	context->n_held--;
	context->n_released++;
	pthread_mutex_unlock(&context->lock);
}

static struct pipeline *
pipeline_of(struct context *context, unsigned threads, size_t n,
	    const volatile sig_atomic_t *ends)
{
	const struct pipeline_work all = {.n_items = n,
					  .slot_size = sizeof(struct slot),
					  .n_threads = threads,
					  .work = work,
					  .release = release,
					  .context = context,
					  .stop = ends};

	*context = (struct context){.n_held = 0};
	pthread_mutex_init(&context->lock, NULL);
	return pipeline_new(&all);
}

static void
items_come_in_order_from_any_number_of_threads(void **state)
{
	struct context context;

	(void)state;
	for (unsigned threads = 0; threads < 6; threads++) {
		struct pipeline *pipeline =
			pipeline_of(&context, threads, N_ITEMS, &go_on);
		const struct slot *slot;
		size_t n = 0;

		while ((slot = pipeline_take(pipeline)))
			assert_int_equal(slot->item, n++);
		pipeline_free(pipeline);
		assert_int_equal(n, N_ITEMS);
		assert_int_equal(context.n_released, N_ITEMS);
	}
}

static void
no_more_are_under_way_than_there_are_slots(void **state)
{
	struct context context;
	struct pipeline *pipeline = pipeline_of(&context, 3, N_ITEMS, &go_on);

	(void)state;
	for (size_t i = 0; i < N_ITEMS; i++)
		assert_non_null(pipeline_take(pipeline));
	pipeline_free(pipeline);
	assert_in_range(context.most_held, 1, 7);
}

static void
what_was_never_taken_is_released(void **state)
{
	struct context context;
	struct pipeline *pipeline = pipeline_of(&context, 4, N_ITEMS, &go_on);

	(void)state;
	assert_non_null(pipeline_take(pipeline));
	pipeline_free(pipeline);
	assert_int_equal(context.n_released, context.n_worked);
	assert_in_range(context.n_worked, 1, 4 * 2 + 1 + 1);
}

static void
none_is_waited_for_when_all_must_stop(void **state)
{
	struct context context;
	struct pipeline *pipeline = pipeline_of(&context, 2, N_ITEMS, &stop);

	(void)state;
	assert_null(pipeline_take(pipeline));
	pipeline_free(pipeline);
	assert_int_equal(context.n_released, context.n_worked);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			items_come_in_order_from_any_number_of_threads),
		cmocka_unit_test(no_more_are_under_way_than_there_are_slots),
		cmocka_unit_test(what_was_never_taken_is_released),
		cmocka_unit_test(none_is_waited_for_when_all_must_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
