/* SHA-256 and HMAC by nettle, which uses what the processor has for them. */
#include "casebook/base/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

#include <nettle/hmac.h>
#include <nettle/sha2.h>

#include "casebook/base/memory.h"

struct hash_key {
	struct hmac_sha256_ctx context; /* the key is in it, and no text */
};

static struct hash
hash_from(const uint8_t digest[SHA256_DIGEST_SIZE])
{
	static const char digits[] = "0123456789abcdef";
	struct hash hash = {{0}};

	for (size_t i = 0; i < SHA256_DIGEST_SIZE; i++) {
		hash.digits[2 * i] = digits[digest[i] >> 4];
		hash.digits[2 * i + 1] = digits[digest[i] & 0xF];
	}
	return hash;
}

struct hash
hash_of(struct text text)
{
	uint8_t digest[SHA256_DIGEST_SIZE];
	struct sha256_ctx context;

	sha256_init(&context);
	sha256_update(&context, text.len, (const uint8_t *)text.bytes);
	sha256_digest(&context, sizeof(digest), digest);
	return hash_from(digest);
}

int
hash_draw(struct hash *hash)
{
	uint8_t lot[SHA256_DIGEST_SIZE];

	if (getrandom(lot, sizeof(lot), 0) != (ssize_t)sizeof(lot))
		return -1;
	*hash = hash_from(lot);
	return 0;
}

struct hash_key *
hash_key_new(struct text key)
{
	struct hash_key *made = memory_new(1, sizeof(*made));

	hmac_sha256_set_key(&made->context, key.len,
			    (const uint8_t *)key.bytes);
	return made;
}

void
hash_key_free(struct hash_key *key)
{
	free(key);
}

struct hash
hash_keyed(const struct hash_key *key, struct text text)
{
	uint8_t digest[SHA256_DIGEST_SIZE];
	struct hmac_sha256_ctx context = key->context;

	hmac_sha256_update(&context, text.len, (const uint8_t *)text.bytes);
	hmac_sha256_digest(&context, sizeof(digest), digest);
	return hash_from(digest);
}
