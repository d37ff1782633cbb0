/* SHA-256, against the examples of its standard (FIPS 180-4, NIST). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "casebook/base/hash.h"

static void
the_examples_of_the_standard_agree(void **state)
{
	(void)state;
	assert_string_equal(hash_of(TEXT("abc")).digits,
			    "ba7816bf8f01cfea414140de5dae2223"
			    "b00361a396177a9cb410ff61f20015ad");
	assert_string_equal(hash_of(TEXT("abcdbcdecdefdefgefghfghighij"
					 "hijkijkljklmklmnlmnomnopnopq"))
				    .digits,
			    "248d6a61d20638b8e5c026930c3e6039"
			    "a33ce45964ff2167f6ecedd419db06c1");
}

static void
an_empty_text_has_a_hash(void **state)
{
	(void)state;
	assert_string_equal(hash_of(TEXT("")).digits,
			    "e3b0c44298fc1c149afbf4c8996fb924"
			    "27ae41e4649b934ca495991b7852b855");
	assert_string_equal(hash_of((struct text){NULL, 0}).digits,
			    hash_of(TEXT("")).digits);
}

static void
a_byte_nul_counts(void **state)
{
	(void)state;
	assert_int_equal(strlen(hash_of(TEXT("\0")).digits), HASH_DIGITS);
	assert_string_not_equal(hash_of(TEXT("\0")).digits,
				hash_of(TEXT("")).digits);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_of_the_standard_agree),
		cmocka_unit_test(an_empty_text_has_a_hash),
		cmocka_unit_test(a_byte_nul_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
