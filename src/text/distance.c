/*
 * Spelling distance: rows of the usual table, of which only a band of `limit`
 * to both sides of the diagonal is filled in.
 */
#include "casebook/text/distance.h"

#include <stdint.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "casebook/base/escape.h"
#include "casebook/base/memory.h"

enum { SHORT = 64 }; /* code points; up to here nothing is allocated */

/* A text as code points. */
struct letters {
	uint32_t *at;
	size_t n;
	uint32_t room[SHORT];
};

static void
letters_init(struct letters *letters, struct text text, bool fold)
{
	letters->at = letters->room;
	letters->n = 0;
	if (text.len > SHORT)
		letters->at = memory_new(text.len, sizeof(*letters->at));
	for (size_t at = 0; at < text.len;) {
		uint32_t c = 0xFFFD;
		size_t len = utf8_read(text_sub(text, at, text.len - at), &c);

		if (fold)
			c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
		letters->at[letters->n++] = c;
		at += len ? len : 1;
	}
}

static void
letters_release(struct letters *letters)
{
	if (letters->at != letters->room)
		free(letters->at);
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* One cell: rows[0] is the row in hand, rows[1] and rows[2] those above. */
static size_t
cell(const struct letters *a, const struct letters *b, size_t i, size_t j,
     size_t *const *rows)
{
	const uint32_t *x = a->at + i - 1, *y = b->at + j - 1;
	size_t best = rows[1][j - 1] + (*x != *y);

	best = least(best, least(rows[0][j - 1], rows[1][j]) + 1);
	if (i > 1 && j > 1 && *x == y[-1] && x[-1] == *y)
		best = least(best, rows[2][j - 2] + 1);
	return best;
}

/* Right of the band every row holds the limit + 1 that it begins with. */
static size_t
fill_table(const struct letters *a, const struct letters *b, size_t limit,
	   size_t *const *rows_given)
{
	size_t *rows[3] = {rows_given[0], rows_given[1], rows_given[2]};

	for (size_t j = 0; j <= b->n; j++)
		rows[0][j] = rows[1][j] = rows[2][j] = least(j, limit + 1);
	for (size_t i = 1; i <= a->n; i++) {
		size_t first = i > limit ? i - limit : 1;
		size_t last = least(b->n, i + limit);
		size_t *oldest = rows[2], best;

		rows[2] = rows[1];
		rows[1] = rows[0];
		rows[0] = oldest;
		rows[0][first - 1] = first == 1 ? i : limit + 1;
		best = rows[0][first - 1];
		for (size_t j = first; j <= last; j++) {
			rows[0][j] = least(cell(a, b, i, j, rows), limit + 1);
			best = least(best, rows[0][j]);
		}
		if (best > limit)
			return limit + 1;
	}
	return least(rows[0][b->n], limit + 1);
}

static size_t
letters_distance(const struct letters *a, const struct letters *b, size_t limit)
{
	size_t few[3][SHORT + 1] = {{0}};
	size_t *rows[3] = {few[0], few[1], few[2]};
	size_t longest = a->n > b->n ? a->n : b->n;
	size_t *many = NULL, result;

	limit = least(limit, longest);
	if (longest - least(a->n, b->n) > limit)
		return limit + 1;
	if (b->n > SHORT) {
		many = memory_new(3 * (b->n + 1), sizeof(*many));
		for (size_t i = 0; i < 3; i++)
			rows[i] = many + i * (b->n + 1);
	}
	result = fill_table(a, b, limit, rows);
	free(many);
	return result;
}

struct stock
stock_of(struct text text)
{
	struct stock stock = {0, 0};

	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.bytes[i];

		if (byte < 0x80)
			stock.present |= UINT64_C(1) << (byte & 63);
		stock.n += (byte & 0xC0) != 0x80;
	}
	return stock;
}

size_t
distance(struct text a, struct text b, size_t limit)
{
	struct letters x, y;
	size_t result;

	if (stock_is_far(stock_of(a), stock_of(b), limit))
		return limit + 1;
	letters_init(&x, a, false);
	letters_init(&y, b, false);
	result = letters_distance(&x, &y, limit);
	letters_release(&x);
	letters_release(&y);
	return result;
}

size_t
nearest(struct text word, const struct text *words, size_t n)
{
	size_t best = (size_t)-1, limit;
	struct letters a, b;

	letters_init(&a, word, true);
	limit = a.n / 3;
	for (size_t i = 0; i < n; i++) {
		size_t far;

		letters_init(&b, words[i], true);
		far = letters_distance(&a, &b, limit);
		letters_release(&b);
		if (far > limit)
			continue;
		best = i;
		if (far == 0)
			break;
		limit = far - 1;
	}
	letters_release(&a);
	return best;
}
