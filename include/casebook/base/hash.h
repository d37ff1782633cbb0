/*
 * SHA-256 (FIPS 180-4) and HMAC-SHA256 (RFC 2104), by nettle, as 64 lower-case
 * hexadecimal digits.
 */
#ifndef CASEBOOK_BASE_HASH_H
#define CASEBOOK_BASE_HASH_H

#include "casebook/base/text.h"

enum { HASH_DIGITS = 64 };

struct hash {
	char digits[HASH_DIGITS + 1]; /* ends in NUL */
};

struct hash hash_of(struct text text);

/* By lot, for a key: the digits of 32 bytes. Returns 0, or -1: no lot here. */
int hash_draw(struct hash *hash);

/*
 * A key, ready for many texts: whoever does not have it cannot tell by trying
 * of which text a hash is. Several threads may use one.
 */
struct hash_key;

struct hash_key *hash_key_new(struct text key);
void hash_key_free(struct hash_key *key); /* NULL is allowed */
struct hash hash_keyed(const struct hash_key *key, struct text text);

#endif
