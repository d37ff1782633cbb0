/* A codebook as XML: what is escaped, left out, and shown as a branch. */
#include "casebook/output/refi.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The codebook of these codes; the caller frees it. */
static char *
write_codes(struct refi_code *codes, size_t n)
{
	struct refi_project project = {
		.origin = TEXT("casebook"), .codes = codes, .n_codes = n};
	struct diagnostics diagnostics;
	char *written = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&written, &len);

	diagnostics_init(&diagnostics, true);
	assert_int_equal(
		refi_write_codebook(&project, stream, "x.qdc", &diagnostics),
		0);
	diagnostics_release(&diagnostics);
	fclose(stream);
	return written;
}

static void
what_xml_cannot_hold_is_left_out_and_the_rest_escaped(void **state)
{
	struct refi_code code = {
		.path = TEXT("a"),
		.name = TEXT("a\x01<\"&\xEF\xBF\xBE\x1F>\xFFz"),
		.description = TEXT("x\x0B]]>\x7F"),
		.parent = REFI_NONE,
		.coded = true,
	};
	char *written = write_codes(&code, 1);

	(void)state;
	assert_non_null(
		strstr(written, "name=\"a&lt;&quot;&amp;&gt;\xEF\xBF\xBDz\""));
	assert_non_null(
		strstr(written, "<Description>x]]&gt;\x7F</Description>"));
	free(written);
}

static void
a_branch_without_a_leaf_is_not_shown(void **state)
{
	struct refi_code codes[] = {
		{.path = TEXT("theme"),
		 .name = TEXT("theme"),
		 .color = TEXT("#2f5fb3"),
		 .parent = REFI_NONE},
		{.path = TEXT("theme/jeugd"),
		 .name = TEXT("jeugd"),
		 .parent = 0,
		 .coded = true},
		{.path = TEXT("field"),
		 .name = TEXT("field"),
		 .parent = REFI_NONE},
	};
	char *written = write_codes(codes, 3);

	(void)state;
	assert_non_null(strstr(written, "name=\"theme\" isCodable=\"false\""));
	assert_non_null(strstr(written, "name=\"jeugd\" isCodable=\"true\" "
					"color=\"#2f5fb3\""));
	assert_null(strstr(written, "field"));
	free(written);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			what_xml_cannot_hold_is_left_out_and_the_rest_escaped),
		cmocka_unit_test(a_branch_without_a_leaf_is_not_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
