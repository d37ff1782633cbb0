/* SHA-256 by nettle, which uses what the processor has for it. */
#include "casebook/base/hash.h"

#include <stdio.h>

#include <nettle/sha2.h>

struct hash
hash_of(struct text text)
{
	uint8_t digest[SHA256_DIGEST_SIZE];
	struct sha256_ctx context;
	struct hash hash = {{0}};

	sha256_init(&context);
	sha256_update(&context, text.len, (const uint8_t *)text.bytes);
	sha256_digest(&context, sizeof(digest), digest);
	for (size_t i = 0; i < sizeof(digest); i++)
		snprintf(hash.digits + 2 * i, 3, "%02x", digest[i]);
	return hash;
}
