/*
 * A folder of its own for each test: scratch_enter makes one and goes there,
 * scratch_leave goes back and removes it. Both fit cmocka's set-up.
 */
#ifndef TESTS_SUPPORT_SCRATCH_H
#define TESTS_SUPPORT_SCRATCH_H

/* *state becomes the scratch. Return 0, or -1 when it cannot be done. */
int scratch_enter(void **state);
int scratch_leave(void **state);

/* Writes a file of this content; a failure fails the test. */
void scratch_put(const char *path, const char *content);
/* Fails the test unless the file has exactly this content. */
void scratch_check(const char *path, const char *content);
/* How many names the folder holds, hidden ones too. */
int scratch_count(const char *path);

#endif
