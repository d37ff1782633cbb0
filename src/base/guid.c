/* UUIDs of version 5, by nettle's SHA-1. */
#include "casebook/base/guid.h"

#include <stdio.h>

#include <nettle/sha1.h>

#include "casebook/base/memory.h"

/* Drawn once by lot; another one would give every code another name. */
static const unsigned char namespace_of_casebook[16] = {
	0x6e, 0x2d, 0x0c, 0x4b, 0x91, 0x57, 0x4f, 0x3a,
	0xa8, 0x1e, 0x53, 0xc7, 0x0b, 0x94, 0xd2, 0x6f,
};

struct guid
guid_in(const unsigned char namespace_bytes[16], struct text name)
{
	uint8_t hash[SHA1_DIGEST_SIZE];
	struct guid guid = {{0}};
	char *out = guid.digits;
	struct sha1_ctx context;

	sha1_init(&context);
	sha1_update(&context, 16, namespace_bytes);
	sha1_update(&context, name.len, (const uint8_t *)name.bytes);
	sha1_digest(&context, sizeof(hash), hash);
	hash[6] = (uint8_t)((hash[6] & 0x0F) | 0x50); /* version 5 */
	hash[8] = (uint8_t)((hash[8] & 0x3F) | 0x80); /* RFC 4122 */
	for (size_t i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*out++ = '-';
		snprintf(out, 3, "%02x", hash[i]);
		out += 2;
	}
	return guid;
}

struct guid
guid_of(const struct text *parts, size_t n)
{
	struct buffer name = {NULL, 0, 0};
	struct guid guid;

	for (size_t i = 0; i < n; i++) {
		buffer_format(&name, "%zu:", parts[i].len);
		buffer_add(&name, parts[i]);
	}
	guid = guid_in(namespace_of_casebook, buffer_text(&name));
	buffer_release(&name);
	return guid;
}
