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

/* RFC 4231, the first two of its cases. */
static void
a_hash_under_a_key_is_that_of_the_standard(void **state)
{
	struct hash_key *key =
		hash_key_new(TEXT("\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"
				  "\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"));

	(void)state;
	for (int i = 0; i < 2; i++)
		assert_string_equal(hash_keyed(key, TEXT("Hi There")).digits,
				    "b0344c61d8db38535ca8afceaf0bf12b"
				    "881dc200c9833da726e9376c2e32cff7");
	hash_key_free(key);
	key = hash_key_new(TEXT("Jefe"));
	assert_string_equal(
		hash_keyed(key, TEXT("what do ya want for nothing?")).digits,
		"5bdcc146bf60754e6a042426089575c7"
		"5a003f089d2739839dec58b964ec3843");
	hash_key_free(key);
	hash_key_free(NULL);
}

static void
no_two_lots_are_equal(void **state)
{
	struct hash one, other;

	(void)state;
	assert_int_equal(hash_draw(&one), 0);
	assert_int_equal(hash_draw(&other), 0);
	assert_int_equal(strlen(one.digits), HASH_DIGITS);
	assert_string_not_equal(one.digits, other.digits);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_of_the_standard_agree),
		cmocka_unit_test(an_empty_text_has_a_hash),
		cmocka_unit_test(a_byte_nul_counts),
		cmocka_unit_test(a_hash_under_a_key_is_that_of_the_standard),
		cmocka_unit_test(no_two_lots_are_equal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
