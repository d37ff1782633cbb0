/* Reading what a file of converters declares, strictly: a wrong type, or a key
 * that is not known, is a message. Within room convert only. */
#ifndef CASEBOOK_CONVERT_READING_H
#define CASEBOOK_CONVERT_READING_H

#include "casebook/text/yaml.h"

#include "formats.h"

/* One file of converters while it is read. */
struct reading_file {
	struct formats *formats;
	struct diagnostics *diagnostics;
	int result;
};

/* "WHAT "WORD"", with its place. */
void complain(struct reading_file *file, struct place where, const char *what,
	      struct text word);
bool has_type(struct reading_file *file, const struct yaml *node,
	      enum yaml_type type, struct text key);
/* Complains of keys that are none of the names. */
void check_keys(struct reading_file *file, const struct yaml *mapping,
		const char *const *names, size_t n);
/* The value of a key that may be missing. */
struct text read_text(struct reading_file *file, const struct yaml *mapping,
		      const char *key);
/* A list of words; none when the key is missing. */
struct words read_words(struct reading_file *file, const struct yaml *mapping,
			const char *key);
/* Each key of a mapping of words, and behind it its value. */
struct words read_pairs(struct reading_file *file, const struct yaml *mapping,
			const char *key);
unsigned read_number(struct reading_file *file, const struct yaml *mapping,
		     const char *key, unsigned usual);
/* The bytes of "D0CF 11E0"; len 0: it is no such thing. */
struct text read_bytes(struct arena *arena, struct text hex);

#endif
