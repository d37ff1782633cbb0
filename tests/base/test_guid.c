/* GUIDs: version 5 as RFC 4122 makes them, and parts that stay apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/guid.h"

/* The namespace of names in the DNS (RFC 4122, appendix C). */
static const unsigned char dns[16] = {
	0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1,
	0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
};

static void
a_name_in_the_dns_is_what_others_make_of_it(void **state)
{
	(void)state;
	assert_string_equal(guid_in(dns, TEXT("python.org")).digits,
			    "886313e1-3b8a-5372-9b90-0c9aee199e5d");
}

static void
equal_parts_give_equal_names(void **state)
{
	struct text parts[] = {TEXT("code"), TEXT("theme/jeugd")};

	(void)state;
	assert_string_equal(guid_of(parts, 2).digits,
			    "e4a8c8a5-9ae8-5428-ac2f-1c80b60e06fc");
}

static void
parts_are_told_apart(void **state)
{
	struct text one[] = {TEXT("ab"), TEXT("c")};
	struct text other[] = {TEXT("a"), TEXT("bc")};
	struct text sly[] = {TEXT("ab1:c")};

	(void)state;
	assert_string_not_equal(guid_of(one, 2).digits,
				guid_of(other, 2).digits);
	assert_string_not_equal(guid_of(one, 2).digits, guid_of(sly, 1).digits);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_in_the_dns_is_what_others_make_of_it),
		cmocka_unit_test(equal_parts_give_equal_names),
		cmocka_unit_test(parts_are_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
