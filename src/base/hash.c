/* SHA-256 by libmd. */
#include "casebook/base/hash.h"

#include <sys/types.h>

#include <sha2.h>

struct hash
hash_of(struct text text)
{
	struct hash hash;

	SHA256Data((const uint8_t *)text.bytes, text.len, hash.digits);
	return hash;
}
