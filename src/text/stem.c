/*
 * Stemming with a cache: a table from folded word to stem, open addressing,
 * that doubles when it is half full. Dutch prose repeats its words, so that
 * the stemmer itself is asked for one word in fifty.
 */
#include "casebook/text/stem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libstemmer.h>

#include "casebook/base/data.h"
#include "casebook/base/lazy.h"
#include "casebook/text/fold.h"

enum {
	FIRST_SIZE = 4096,  /* places; a power of two */
	LONGEST_STEM = 512, /* bytes; what is longer is no word, and is cut */
};

/* Changes when a word is folded in another way. */
static const char program[] = "casebook stems 1\n";

struct known_word {
	uint64_t hash;
	struct text folded, stem; /* folded.len 0: a free place */
};

/* The functions of libstemmer, which is loaded for whoever needs stems. */
struct libstemmer {
	__typeof__(&sb_stemmer_new) new;
	__typeof__(&sb_stemmer_delete) delete;
	__typeof__(&sb_stemmer_stem) stem;
	__typeof__(&sb_stemmer_length) length;
};

struct stemmer {
	struct libstemmer library;
	struct sb_stemmer *snowball;
	struct arena *arena;
	struct known_word *words;
	size_t n_words, size;
	struct buffer folded, stem; /* of the word in hand */
};

static void
load(struct libstemmer *library)
{
	const struct lazy_function functions[] = {
		{"sb_stemmer_new", &library->new},
		{"sb_stemmer_delete", &library->delete},
		{"sb_stemmer_stem", &library->stem},
		{"sb_stemmer_length", &library->length},
	};

	lazy_need("libstemmer", functions,
		  sizeof(functions) / sizeof(*functions));
}

struct stemmer *
stemmer_new(void)
{
	struct stemmer *stemmer = memory_new(1, sizeof(*stemmer));

	load(&stemmer->library);
	stemmer->snowball = stemmer->library.new("dutch", "UTF_8");
	if (!stemmer->snowball)
		memory_exhausted();
	stemmer->arena = arena_new();
	stemmer->size = FIRST_SIZE;
	stemmer->words = memory_new(FIRST_SIZE, sizeof(*stemmer->words));
	return stemmer;
}

void
stemmer_free(struct stemmer *stemmer)
{
	if (!stemmer)
		return;
	buffer_release(&stemmer->folded);
	buffer_release(&stemmer->stem);
	free(stemmer->words);
	arena_free(stemmer->arena);
	stemmer->library.delete(stemmer->snowball);
	free(stemmer);
}

/* Eight bytes at a time; the low bits are those that count. */
static uint64_t
hash_word(struct text word)
{
	uint64_t hash = word.len, eight;

	for (size_t at = 0, n; at < word.len; at += n) {
		n = word.len - at < sizeof(eight) ? word.len - at
						  : sizeof(eight);
		eight = 0;
		memcpy(&eight, word.bytes + at, n);
		hash = (hash ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
		hash ^= hash >> 32;
	}
	return hash;
}

/* The place of a word, or the free one where it belongs. */
static struct known_word *
find_place(const struct stemmer *stemmer, uint64_t hash, struct text folded)
{
	size_t i = hash & (stemmer->size - 1);

	while (stemmer->words[i].folded.len &&
	       (stemmer->words[i].hash != hash ||
		!text_equal(stemmer->words[i].folded, folded)))
		i = (i + 1) & (stemmer->size - 1);
	return &stemmer->words[i];
}

static void
grow(struct stemmer *stemmer)
{
	struct known_word *old = stemmer->words;
	size_t n = stemmer->size;

	stemmer->size *= 2;
	stemmer->words = memory_new(stemmer->size, sizeof(*old));
	for (size_t i = 0; i < n; i++)
		if (old[i].folded.len)
			*find_place(stemmer, old[i].hash, old[i].folded) =
				old[i];
	free(old);
}

/* At most so many bytes of a text, whole characters. */
static struct text
text_cut(struct text text, size_t len)
{
	while (len > 0 && ((unsigned char)text.bytes[len] & 0xC0) == 0x80)
		len--;
	return text_sub(text, 0, len);
}

/* A plural is written with v or z: proeven is of proef, huizen of huis. */
static void
harden(struct buffer *stem)
{
	char *last = &stem->bytes[stem->len - 1];

	if (stem->len > 2 && *last == 'v')
		*last = 'f';
	else if (stem->len > 2 && *last == 'z')
		*last = 's';
}

/* A word that the stemmer takes away altogether stays as it is. */
static struct text
stem_of(struct stemmer *stemmer, struct text folded)
{
	const sb_symbol *stem;
	struct text text;

	if (folded.len > LONGEST_STEM)
		return text_cut(folded, LONGEST_STEM);
	stem = stemmer->library.stem(stemmer->snowball,
				     (const sb_symbol *)folded.bytes,
				     (int)folded.len);
	if (!stem)
		memory_exhausted();
	text = (struct text){
		(const char *)stem,
		(size_t)stemmer->library.length(stemmer->snowball)};
	buffer_clear(&stemmer->stem);
	buffer_add(&stemmer->stem, text.len ? text : folded);
	harden(&stemmer->stem);
	return arena_text(stemmer->arena, buffer_text(&stemmer->stem));
}

static const struct known_word *
know(struct stemmer *stemmer, struct text folded)
{
	uint64_t hash = hash_word(folded);
	struct known_word *word = find_place(stemmer, hash, folded);

	if (word->folded.len)
		return word;
	if (stemmer->n_words >= stemmer->size / 2) {
		grow(stemmer);
		word = find_place(stemmer, hash, folded);
	}
	word->hash = hash;
	word->folded = arena_text(stemmer->arena, folded);
	word->stem = stem_of(stemmer, word->folded);
	stemmer->n_words++;
	return word;
}

bool
stem_next(struct stemmer *stemmer, struct text text, size_t *at,
	  struct token *token)
{
	const struct known_word *word;

	buffer_clear(&stemmer->folded);
	if (!fold_next_word(text, at, &stemmer->folded, &token->span))
		return false;
	word = know(stemmer, buffer_text(&stemmer->folded));
	token->folded = word->folded;
	token->stem = word->stem;
	return true;
}

static int
compare_words(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

size_t
stemmer_n_words(const struct stemmer *stemmer)
{
	return stemmer->n_words;
}

struct text *
stemmer_words(const struct stemmer *stemmer, size_t *n)
{
	struct text *words = memory_new(stemmer->n_words, sizeof(*words));

	*n = 0;
	for (size_t i = 0; i < stemmer->size; i++)
		if (stemmer->words[i].folded.len)
			words[(*n)++] = stemmer->words[i].folded;
	if (*n > 1)
		qsort(words, *n, sizeof(*words), compare_words);
	return words;
}

struct hash
stem_fingerprint(void)
{
	struct text words = data_embedded("vocabulary/stems.txt");
	struct stemmer *stemmer = stemmer_new();
	struct buffer stems = {NULL, 0, 0};
	struct token token;
	struct hash hash;
	size_t at = 0;

	buffer_add_string(&stems, program);
	while (stem_next(stemmer, words, &at, &token)) {
		buffer_add(&stems, token.stem);
		buffer_add_byte(&stems, '\n');
	}
	hash = hash_of(buffer_text(&stems));
	buffer_release(&stems);
	stemmer_free(stemmer);
	return hash;
}
