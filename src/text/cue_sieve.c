/*
 * The sieve: which sets can have a cue that begins with a key, and which one
 * with a star in front and the key behind it, which may come anywhere in the
 * word. The map of a text: for each set the places where such keys stand.
 */
#include "casebook/text/cue_sieve.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cue_set.h"

/* A set that has a key, and what kinds the byte behind it can be of. */
struct sieve_entry {
	uint32_t fourth;
	uint16_t set;
};

/* The sets of each key. */
struct sieve_keys {
	uint32_t any[CUE_KEYS]; /* a bit for each key that has a set */
	uint32_t *first; /* of each key in entries, and one past the last */
	struct sieve_entry *entries;
};

struct cue_sieve {
	struct sieve_keys begins, inner;
	uint32_t kinds;		  /* of first bytes; a bit a kind */
	const struct cues **sets; /* in the order of their addresses */
	size_t n_sets;
};

struct cue_map {
	const struct cue_sieve *sieve;
	struct text text;
	uint32_t *first; /* of each set in places, and one past the last */
	uint32_t *places;
};

/* --- the sieve ------------------------------------------------------------ */

static int
compare_addresses(const void *a, const void *b)
{
	const uintptr_t x = (uintptr_t) * (const struct cues *const *)a;
	const uintptr_t y = (uintptr_t) * (const struct cues *const *)b;

	return (x > y) - (x < y);
}

/* The keys of a set; NULL: it has none of this kind. */
static const uint32_t *
keys_of(const struct cues *cues, bool inner)
{
	return inner ? cues->index.inner : cues->index.begins;
}

static void
count_keys(const struct cue_sieve *sieve, bool inner, uint32_t *counts)
{
	for (size_t i = 0; i < sieve->n_sets; i++) {
		const uint32_t *bits = keys_of(sieve->sets[i], inner);

		for (unsigned j = 0; bits && j < CUE_KEYS; j++)
			for (uint32_t left = bits[j]; left; left &= left - 1)
				counts[j * 32 +
				       (unsigned)__builtin_ctz(left)]++;
	}
}

/* next: where the entries of each key go on; fourth: by key, 0 and again 0. */
static void
put_entries(const struct cue_sieve *sieve, struct sieve_keys *keys, size_t set,
	    const uint32_t *bits, uint32_t *next, struct cue_fourth *fourth)
{
	const struct cues *cues = sieve->sets[set];
	bool inner = keys == &sieve->inner;

	for (size_t i = 0; i < cues->index.n_starts; i++)
		if (cues->index.starts[i].wild == inner)
			cue_index_fourth(&cues->index.starts[i],
					 cues->program.steps, fourth);
	for (unsigned j = 0; j < CUE_KEYS; j++)
		for (uint32_t left = bits[j]; left; left &= left - 1) {
			unsigned key = j * 32 + (unsigned)__builtin_ctz(left);

			keys->entries[next[key]++] = (struct sieve_entry){
				fourth->kinds[key], (uint16_t)set};
			fourth->kinds[key] = 0;
		}
}

static void
sort_keys(const struct cue_sieve *sieve, struct sieve_keys *keys)
{
	uint32_t *next = memory_new(CUE_KEYS * 32, sizeof(*next));
	struct cue_fourth *fourth = memory_new(1, sizeof(*fourth));
	bool inner = keys == &sieve->inner;
	uint32_t n = 0;

	keys->first = memory_new(CUE_KEYS * 32 + 1, sizeof(*keys->first));
	count_keys(sieve, inner, next);
	for (unsigned key = 0; key < CUE_KEYS * 32; key++) {
		keys->first[key] = n;
		keys->any[key / 32] |= (uint32_t)(next[key] > 0) << key % 32;
		n += next[key];
		next[key] = keys->first[key];
	}
	keys->first[CUE_KEYS * 32] = n;
	keys->entries = memory_new(n, sizeof(*keys->entries));
	for (size_t i = 0; i < sieve->n_sets; i++)
		if (keys_of(sieve->sets[i], inner))
			put_entries(sieve, keys, i,
				    keys_of(sieve->sets[i], inner), next,
				    fourth);
	free(next);
	free(fourth);
}

struct cue_sieve *
cue_sieve_new(const struct cues *const *sets, size_t n)
{
	struct cue_sieve *sieve = memory_new(1, sizeof(*sieve));

	assert(n < UINT16_MAX);
	sieve->n_sets = n;
	sieve->sets = memory_new(n, sizeof(*sets));
	if (n)
		memcpy(sieve->sets, sets, n * sizeof(*sets));
	qsort(sieve->sets, n, sizeof(*sets), compare_addresses);
	for (size_t i = 0; i < n; i++)
		sieve->kinds |= sets[i]->index.kinds;
	sort_keys(sieve, &sieve->begins);
	sort_keys(sieve, &sieve->inner);
	return sieve;
}

void
cue_sieve_free(struct cue_sieve *sieve)
{
	if (!sieve)
		return;
	free(sieve->begins.first);
	free(sieve->begins.entries);
	free(sieve->inner.first);
	free(sieve->inner.entries);
	free(sieve->sets);
	free(sieve);
}

/* --- the map -------------------------------------------------------------- */

/* A place where a set can hit. */
struct place_of_set {
	uint32_t set, at;
};

/* A map in the making. */
struct sifting {
	const struct cue_sieve *sieve;
	struct text text;
	struct place_of_set *places; /* in the order of the text; owned */
	size_t n_places, capacity;
	uint32_t *counts;    /* of each set; owned */
	uint32_t *behind;    /* of each set: its last place + 1; owned */
	bool counts_only;    /* the places are put into the map afterwards */
	struct cue_map *map; /* into which they are put; or NULL */
};

/*
 * A text so long is sifted twice, first to count, so that its places are never
 * held twice.
 */
enum { LONG_TEXT = 4 * 1024 * 1024 };

/*
 * So many places are worth a map; a text that has more, such as one of dots or
 * of letters that no cue has, is searched faster without.
 */
static size_t
most_places(struct text text)
{
	return 1024 + text.len / 2;
}

/* The sets of a key that stands at `at` can begin at the place `spot`. */
static void
put_sets(struct sifting *it, const struct sieve_keys *keys, unsigned key,
	 size_t spot, size_t at)
{
	const struct sieve_entry *entry = keys->entries + keys->first[key];
	const struct sieve_entry *end = keys->entries + keys->first[key + 1];
	unsigned kind = cue_kind_at(it->text, at + CUE_KEY);

	for (; entry < end; entry++) {
		if (!(entry->fourth >> kind & 1) ||
		    it->behind[entry->set] == spot + 1)
			continue;
		it->behind[entry->set] = (uint32_t)spot + 1;
		if (it->map) {
			it->map->places[it->counts[entry->set]++] =
				(uint32_t)spot;
			continue;
		}
		it->counts[entry->set]++;
		if (it->counts_only) {
			it->n_places++;
			continue;
		}
		if (it->n_places == it->capacity)
			it->places =
				array_grow(it->places, it->n_places,
					   &it->capacity, sizeof(*it->places));
		it->places[it->n_places++] =
			(struct place_of_set){entry->set, (uint32_t)spot};
	}
}

/*
 * What stands at `spot`: what can begin there, and, since a star takes any part
 * of a word, what can stand at each byte up to the word's end.
 */
static void
sift_place(struct sifting *it, size_t spot)
{
	const struct sieve_keys *begins = &it->sieve->begins;
	const struct sieve_keys *inner = &it->sieve->inner;
	unsigned key = cue_key_at(it->text, spot);

	if (cue_has_key(begins->any, key))
		put_sets(it, begins, key, spot, spot);
	for (size_t at = spot; at - spot <= CUE_LONGEST_WILD; at++) {
		if (cue_has_key(inner->any, key))
			put_sets(it, inner, key, spot, at);
		if (cue_key_first(key) == CUE_KIND_REST)
			return;
		key = cue_next_key(key, it->text, at);
	}
}

static void
sift(struct sifting *it)
{
	struct text text = it->text;
	const unsigned char *bytes = (const unsigned char *)text.bytes;

	for (size_t at = 0;
	     at < text.len && it->n_places <= most_places(text);) {
		unsigned kind = cue_kinds[bytes[at]];

		if (it->sieve->kinds >> kind & 1 && (bytes[at] & 0xC0) != 0x80)
			sift_place(it, at);
		do {
			at++;
		} while (cue_is_ascii_word(kind) && at < text.len &&
			 cue_is_ascii_word(cue_kinds[bytes[at]]));
	}
}

/* By set, and for each in the order of the text. */
static void
sort_places(struct cue_map *map, struct sifting *it)
{
	uint32_t n = 0;

	for (size_t i = 0; i < map->sieve->n_sets; i++) {
		map->first[i] = n;
		n += it->counts[i];
		it->counts[i] = map->first[i]; /* from here on: the next */
	}
	map->first[map->sieve->n_sets] = n;
	if (it->counts_only) {
		memset(it->behind, 0, map->sieve->n_sets * sizeof(*it->behind));
		it->map = map;
		sift(it);
		return;
	}
	for (size_t i = 0; i < it->n_places; i++)
		map->places[it->counts[it->places[i].set]++] = it->places[i].at;
}

const struct cue_map *
cue_map_new(struct arena *arena, const struct cue_sieve *sieve,
	    struct text text)
{
	struct cue_map *map = arena_alloc(arena, 1, sizeof(*map));
	struct sifting it = {
		.sieve = sieve,
		.text = text,
		.counts = memory_new(sieve->n_sets, sizeof(*it.counts)),
		.behind = memory_new(sieve->n_sets, sizeof(*it.behind)),
		.counts_only = text.len > LONG_TEXT,
	};

	sift(&it);
	if (it.n_places > most_places(text)) {
		map = NULL;
		goto out;
	}
	*map = (struct cue_map){
		.sieve = sieve,
		.text = text,
		.first = arena_alloc(arena, sieve->n_sets + 1,
				     sizeof(*map->first)),
		.places = arena_alloc(arena, it.n_places, sizeof(*map->places)),
	};
	sort_places(map, &it);
out:
	free(it.places);
	free(it.counts);
	free(it.behind);
	return map;
}

/* --- looking -------------------------------------------------------------- */

/* The number of a set; n_sets: the sieve does not have it. */
static size_t
number_of(const struct cue_sieve *sieve, const struct cues *cues)
{
	const struct cues *const *found =
		bsearch(&cues, sieve->sets, sieve->n_sets, sizeof(cues),
			compare_addresses);

	return found ? (size_t)(found - sieve->sets) : sieve->n_sets;
}

/* The first place of a set, in the order of the text, at or after a byte. */
static size_t
first_place(const struct cue_map *map, size_t set, size_t from)
{
	size_t low = map->first[set], high = map->first[set + 1];

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (map->places[middle] < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
cue_map_next(const struct cue_map *map, const struct cues *cues,
	     struct span within, size_t from, struct cue_hit *hit)
{
	size_t set = number_of(map->sieve, cues);
	size_t end = span_end(within);

	if (set == map->sieve->n_sets)
		return cues_next(cues, map->text, within, from, hit);
	if (end > map->text.len)
		end = map->text.len;
	if (from < within.offset)
		from = within.offset;
	for (size_t i = first_place(map, set, from);
	     i < map->first[set + 1] && map->places[i] < end; i++)
		if (cues_at(cues, map->text, map->places[i], end, hit))
			return true;
	return false;
}
