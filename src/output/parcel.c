/* Zips by libzip: every file in them is of the first day that a zip can say. */
#include "parcel.h"

#include <stdlib.h>

#include <zip.h>

enum { FIRST_TIME = 0, FIRST_DATE = 1 << 5 | 1 }; /* 1980-01-01 00:00 */

struct parcel {
	const char *path;
	struct diagnostics *diagnostics;
	zip_source_t *bytes; /* the archive as it will be; NULL: none */
	zip_t *archive;	     /* NULL: closed */
};

static int
fail(const struct parcel *parcel, const char *what)
{
	diagnose(parcel->diagnostics, DIAGNOSTIC_OUTPUT,
		 (struct place){.file = parcel->path},
		 "cannot make the zip: %s", what);
	return -1;
}

struct parcel *
parcel_new(const char *path, struct diagnostics *diagnostics)
{
	struct parcel *parcel = memory_new(1, sizeof(*parcel));
	zip_error_t error;

	*parcel = (struct parcel){path, diagnostics, NULL, NULL};
	zip_error_init(&error);
	parcel->bytes = zip_source_buffer_create(NULL, 0, 0, &error);
	if (parcel->bytes)
		parcel->archive = zip_open_from_source(parcel->bytes,
						       ZIP_TRUNCATE, &error);
	if (parcel->archive) {
		zip_source_keep(parcel->bytes);
		zip_error_fini(&error);
		return parcel;
	}
	fail(parcel, zip_error_strerror(&error));
	zip_error_fini(&error);
	parcel_free(parcel);
	return NULL;
}

int
parcel_add(struct parcel *parcel, const char *name, struct text text)
{
	zip_source_t *source =
		zip_source_buffer(parcel->archive, text.bytes, text.len, 0);
	zip_int64_t i = -1;

	if (source)
		i = zip_file_add(parcel->archive, name, source,
				 ZIP_FL_ENC_UTF_8);
	if (i < 0 && source)
		zip_source_free(source);
	if (i < 0 || zip_file_set_dostime(parcel->archive, (zip_uint64_t)i,
					  FIRST_TIME, FIRST_DATE, 0) < 0)
		return fail(parcel, zip_strerror(parcel->archive));
	return 0;
}

/* Packs all that was added. */
static int
pack(struct parcel *parcel)
{
	if (zip_close(parcel->archive) < 0)
		return fail(parcel, zip_strerror(parcel->archive));
	parcel->archive = NULL;
	if (zip_source_open(parcel->bytes) < 0)
		return fail(parcel, zip_error_strerror(
					    zip_source_error(parcel->bytes)));
	return 0;
}

int
parcel_write(struct parcel *parcel, FILE *stream)
{
	char bytes[BUFSIZ];
	zip_int64_t n;

	if (pack(parcel) == -1)
		return -1;
	while ((n = zip_source_read(parcel->bytes, bytes, sizeof(bytes))) > 0)
		fwrite(bytes, 1, (size_t)n, stream);
	zip_source_close(parcel->bytes);
	return n < 0 ? fail(parcel, "what was packed cannot be read") : 0;
}

void
parcel_free(struct parcel *parcel)
{
	if (!parcel)
		return;
	if (parcel->archive)
		zip_discard(parcel->archive);
	if (parcel->bytes)
		zip_source_free(parcel->bytes);
	free(parcel);
}
